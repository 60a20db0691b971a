//! The threads a command works with.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use rayon::{ThreadPool, ThreadPoolBuilder};

use super::Failure;
use crate::messages::Msg;

/// What each thread has to stand on: templates within templates take more
/// than threads are given by themselves.
const STACK: usize = 16 * 1024 * 1024;

/// Threads to work with.
pub(super) struct Crew(ThreadPool);

impl Crew {
    /// So many threads, or one a core. Where they cannot be had, the one
    /// there is does everything: slower, and the same bytes.
    pub(super) fn hire(threads: Option<u16>) -> Result<Self, Failure> {
        let all = ThreadPoolBuilder::new().stack_size(STACK).num_threads(threads.map_or(0, usize::from)).build();
        let pool = all.or_else(|_| ThreadPoolBuilder::new().num_threads(1).use_current_thread().build());
        pool.map(Self).map_err(|_| Failure::World(Msg::new("cli-no-threads")))
    }

    /// Works on them. Libraries that want a thread more and get none panic:
    /// that is told in words. Nothing is written by then: an edition is whole
    /// before its first byte is.
    pub(super) fn work<T: Send>(&self, work: impl FnOnce() -> T + Send) -> Result<T, Failure> {
        catch_unwind(AssertUnwindSafe(|| self.0.install(work))).map_err(|panic| {
            if wants_a_thread(&*panic) { Failure::World(Msg::new("cli-no-threads")) } else { resume_unwind(panic) }
        })
    }
}

/// Leaves the reports of panics that become an answer unsaid.
pub(super) fn report_other_panics() {
    let report = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        let answered = std::thread::current().name() == Some(crate::finish::WORKER) || wants_a_thread(panic.payload());
        if !answered {
            report(panic);
        }
    }));
}

/// Whether a panic is that of a library that asked for a thread in vain:
/// what the standard library, `rayon` and `tokio` say then.
fn wants_a_thread(panic: &(dyn Any + Send)) -> bool {
    let said = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
    let words = ["failed to spawn thread", "ThreadPoolBuildError", "can't spawn worker thread"];
    said.is_some_and(|said| words.iter().any(|words| said.contains(words)))
}
