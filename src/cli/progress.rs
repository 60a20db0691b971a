//! What is being done, for whoever waits in front of a terminal.

use std::io::IsTerminal;
use std::time::{Duration, Instant as Tick};

use super::err;
use crate::messages::{Catalogue, Msg};
use crate::pipeline::Step;

/// Builds shorter than this say nothing until they are done.
const PATIENCE: Duration = Duration::from_millis(400);

/// Says what is being done.
pub(super) struct Progress<'a> {
    catalogue: &'a Catalogue,
    shown: bool,
    started: Tick,
}

impl<'a> Progress<'a> {
    /// A progress line, if somebody looks at it.
    pub(super) fn new(catalogue: &'a Catalogue, quiet: bool) -> Self {
        Self { catalogue, shown: !quiet && std::io::stderr().is_terminal(), started: Tick::now() }
    }

    /// A step begins.
    pub(super) fn step(&self, step: Step, count: usize) {
        let key = match step {
            Step::Parse => "progress-parse",
            Step::Check => "progress-check",
            Step::Render => "progress-render",
        };
        self.say(&Msg::new(key).with("count", count));
    }

    /// Another step, by its sentence.
    pub(super) fn say(&self, msg: &Msg) {
        if self.shown && (self.started.elapsed() > PATIENCE || many(msg)) {
            err(&format!("\r\x1b[2K{}", self.catalogue.say(msg)));
        }
    }

    /// Clears the line: what follows stays.
    pub(super) fn done(&self) {
        if self.shown {
            err("\r\x1b[2K");
        }
    }

    /// How long it has been.
    pub(super) fn elapsed(&self) -> Duration {
        self.started.elapsed()
    }
}

/// Whether the step will take long enough to be worth a line at once.
fn many(msg: &Msg) -> bool {
    msg.gaps.iter().any(|(gap, value)| *gap == "count" && value.parse().is_ok_and(|count: usize| count > 2_000))
}
