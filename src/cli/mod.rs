//! Words typed become a call; what comes of it becomes an exit code.

mod arguments;
mod ask;
mod build;
mod crew;
mod explain;
#[cfg(feature = "feedback")]
mod feedback;
mod guide;
mod init;
mod new;
mod options;
mod progress;
mod scaffold;
#[cfg(feature = "serve")]
mod serve;
mod theme_guide;
mod wording;

use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

use crate::calendar::Instant;
use crate::causes;
use crate::load::LoadError;
use crate::messages::{Catalogue, Language, Msg};
use crate::write::{Fault, WriteError};

pub use guide::guide;
pub use theme_guide::theme_guide;

/// Why a command did not do what it was asked.
#[derive(Debug)]
pub enum Failure {
    /// The content is at fault, and has been told so: exit code 1.
    Content,
    /// The world is at fault: exit code 2.
    World(Msg),
    /// The world is at fault, after part of the work was done: what went
    /// wrong, and what was done.
    Half(Box<[Msg; 2]>),
}

impl From<LoadError> for Failure {
    fn from(error: LoadError) -> Self {
        Self::World(with_cause("cannot-read", &error.path, &error.cause))
    }
}

impl From<WriteError> for Failure {
    fn from(error: WriteError) -> Self {
        let said = |key: &'static str| Msg::new(key).with("path", error.path.display());
        let msg = match &error.fault {
            Fault::Read(cause) => with_cause("cannot-read", &error.path, cause),
            Fault::Write(cause) => with_cause("cannot-write", &error.path, cause),
            Fault::NotEmpty => said("output-not-empty"),
            Fault::Stranger => said("output-stranger"),
            Fault::Link => said("output-symlink"),
            Fault::Locked => said("output-locked"),
            Fault::Changed => said("document-changed"),
        };
        match error.placed {
            Some((placed, of)) => {
                Self::Half(Box::new([msg, Msg::new("output-half").with("placed", placed).with("of", of)]))
            }
            None => Self::World(msg),
        }
    }
}

fn with_cause(key: &'static str, path: &std::path::Path, cause: &std::io::Error) -> Msg {
    Msg::new(key).with("path", path.display()).because("cause", causes::of(cause))
}

/// Runs the program. `now` is the only time it knows.
pub fn run(words: impl IntoIterator<Item = OsString>, now: Instant) -> ExitCode {
    crew::report_other_panics();
    let words: Vec<OsString> = words.into_iter().collect();
    let language = language(&words);
    let catalogue = Catalogue::new(language);
    let matches = match arguments::command(&catalogue).try_get_matches_from(&words) {
        Ok(matches) => matches,
        Err(error) => return wording::explain(&error, &catalogue),
    };
    let result = match matches.subcommand() {
        Some(("build", own)) => build::build(own, &catalogue, now),
        Some(("check", own)) => build::check(own, &catalogue, now),
        #[cfg(feature = "serve")]
        Some(("serve", own)) => serve::serve(own, &catalogue, now),
        #[cfg(feature = "feedback")]
        Some(("feedback", own)) => feedback::feedback(own, &catalogue),
        Some(("new", own)) => new::new(own, &catalogue, now),
        Some(("init", own)) => init::init(own, &catalogue),
        Some(("explain", own)) => explain::explain(own, &catalogue),
        Some(("guide", own)) if own.get_flag("themes") => out(&theme_guide()),
        Some(("guide", _)) => out(&guide()),
        _ => out(&arguments::command(&catalogue).render_long_help().to_string()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Content) => ExitCode::from(1),
        Err(Failure::World(msg)) => told(&catalogue, &[msg]),
        Err(Failure::Half(msgs)) => told(&catalogue, &*msgs),
    }
}

/// Says what the world did to us.
fn told(catalogue: &Catalogue, msgs: &[Msg]) -> ExitCode {
    for msg in msgs {
        let text = catalogue.say(msg);
        // If even the terminal is gone there is nobody to tell.
        let _ = writeln!(anstream::stderr(), "{}: {text}", catalogue.text("error"));
    }
    ExitCode::from(2)
}

/// Writes to standard output. A reader that went away (`| head`) is no
/// fault.
fn out(text: &str) -> Result<(), Failure> {
    let mut stdout = anstream::stdout();
    match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(Failure::World(with_cause("cannot-write", std::path::Path::new("stdout"), &error)))
        }
        _ => Ok(()),
    }
}

/// Writes to standard error; there is nobody to tell if that fails.
fn err(text: &str) {
    let _ = anstream::stderr().write_all(text.as_bytes());
}

/// `--lang`, else the locale. Where neither says, Italian: the editors'.
#[expect(clippy::disallowed_methods, reason = "the locale is in the environment")]
fn language(words: &[OsString]) -> Language {
    let mut typed = words.iter().map(|word| word.to_string_lossy());
    while let Some(word) = typed.next() {
        let tag = match word.strip_prefix("--lang=") {
            Some(tag) => Some(tag.to_owned()),
            None if word == "--lang" => typed.next().map(std::borrow::Cow::into_owned),
            None => None,
        };
        if let Some(language) = tag.and_then(|tag| Language::of_tag(&tag)) {
            return language;
        }
    }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    match locale.as_deref() {
        None | Some("C" | "POSIX") => Language::Italian,
        Some(tag) if tag.starts_with("C.") => Language::Italian,
        Some(tag) => Language::of_tag(tag).unwrap_or(Language::English),
    }
}
