//! Questions to whoever sits at the terminal.

use std::io::{BufRead, IsTerminal, Write};

use super::Failure;
use crate::messages::{Catalogue, Msg};

/// The answer typed as a flag, or else asked for. Where nobody can be asked,
/// the missing flag is named.
pub(super) fn answer(
    typed: Option<&String>,
    flag: &str,
    key: &'static str,
    catalogue: &Catalogue,
) -> Result<String, Failure> {
    if let Some(typed) = typed.filter(|typed| !typed.trim().is_empty()) {
        return Ok(typed.trim().to_owned());
    }
    let missing = || Failure::World(Msg::new("cli-missing-flag").with("flag", format!("--{flag}")));
    if !std::io::stdin().is_terminal() {
        return Err(missing());
    }
    loop {
        match ask(key, catalogue) {
            None => return Err(missing()),
            Some(line) if line.is_empty() => {}
            Some(line) => return Ok(line),
        }
    }
}

/// The same where there need not be an answer.
pub(super) fn answer_if_any(typed: Option<&String>, key: &'static str, catalogue: &Catalogue) -> Option<String> {
    let typed = typed.map(|typed| typed.trim().to_owned());
    let asked = || if std::io::stdin().is_terminal() { ask(key, catalogue) } else { None };
    typed.or_else(asked).filter(|answer| !answer.is_empty())
}

/// A line typed in answer to a question; none if there is nothing more.
fn ask(key: &'static str, catalogue: &Catalogue) -> Option<String> {
    let mut stderr = anstream::stderr();
    let _ = write!(stderr, "{}: ", catalogue.text(key));
    let _ = stderr.flush();
    let mut line = String::new();
    match std::io::stdin().lock().read_line(&mut line) {
        Ok(0) | Err(_) => None,
        Ok(_) => Some(line.trim().to_owned()),
    }
}
