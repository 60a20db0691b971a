//! The state of a notice at an instant, computed and never stored.

use crate::calendar::Instant;
use crate::model::{DeclaredState, Notice};
use crate::vocabulary::Vocabulary;

/// What one can do with a notice now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// One cannot apply yet.
    Upcoming,
    /// One can apply.
    Open,
    /// One can apply, and not for much longer.
    Closing,
    /// The time to apply is over; what came in is being judged.
    Closed,
    /// There was nothing to apply for.
    Published,
    /// What an act says it is.
    Declared(DeclaredState),
}

impl State {
    /// The word pages, lists and data use.
    pub fn word(self) -> &'static str {
        match self {
            Self::Upcoming => "in-programma",
            Self::Open => "in-corso",
            Self::Closing => "in-scadenza",
            Self::Closed => "scaduto",
            Self::Published => "pubblicato",
            Self::Declared(state) => state.word(),
        }
    }

    /// The catalogue's key of its label.
    pub fn label_key(self) -> String {
        format!("state-{}", self.word())
    }

    /// Whether one can apply.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Open | Self::Closing)
    }
}

const DAY: i64 = 24 * 60 * 60;

impl Notice {
    /// Its state at an instant. A call is closing in the last `closing_days`
    /// days, each of 24 hours, before its deadline passes.
    pub fn state(&self, now: Instant, closing_days: u32) -> State {
        if let Some(declared) = &self.course.declared
            && declared.since.value.begins() <= now
        {
            return State::Declared(declared.state);
        }
        let Some(closes) = self.closes() else {
            return match self.filing.opens {
                Some(opens) if now < opens.begins() => State::Upcoming,
                _ => State::Published,
            };
        };
        if now >= closes {
            State::Closed
        } else if self.filing.opens.is_some_and(|opens| now < opens.begins()) {
            State::Upcoming
        } else if now >= closing_from(closes, closing_days) {
            State::Closing
        } else {
            State::Open
        }
    }

    /// The first instant at which one can no longer apply.
    pub fn closes(&self) -> Option<Instant> {
        self.deadlines.iter().filter(|deadline| deadline.kind.closes()).map(|deadline| deadline.when.value.ends()).max()
    }

    /// Whether it is due on line: published, and no draft.
    pub fn is_current(&self, now: Instant) -> bool {
        !self.filing.draft && self.filing.published.value.begins() <= now
    }

    /// Names every instant at which a page that shows it changes: it
    /// appears, it opens, it is about to close, a deadline or event passes,
    /// an act takes effect.
    pub fn for_each_transition(&self, closing_days: u32, mut name: impl FnMut(Instant)) {
        name(self.filing.published.value.begins());
        if let Some(opens) = self.filing.opens {
            name(opens.begins());
        }
        for deadline in &self.deadlines {
            name(deadline.when.value.ends());
        }
        if let Some(closes) = self.closes() {
            name(closing_from(closes, closing_days));
        }
        if let Some(declared) = &self.course.declared {
            name(declared.since.value.begins());
        }
        for event in &self.course.events {
            name(event.when.value.ends());
        }
    }
}

fn closing_from(closes: Instant, days: u32) -> Instant {
    closes.plus(-DAY * i64::from(days))
}
