//! The program: arguments in, exit code out. The only place that asks the
//! time.

use std::process::ExitCode;

use trasparente::calendar::Instant;
use trasparente::cli;

#[cfg(feature = "mimalloc")]
mod memory;

#[expect(clippy::disallowed_methods, reason = "this is where the time is asked")]
fn main() -> ExitCode {
    let now = Instant::from_unix(chrono::Utc::now().timestamp());
    cli::run(std::env::args_os(), now)
}
