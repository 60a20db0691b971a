//! The state of a notice at an instant, computed and never stored.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::calendar::{Instant, Moment};
use crate::model::{Declared, DeclaredState, Notice, Past};
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
}

impl Notice {
    /// The act that stops the procedure at an instant.
    pub fn stopped(&self, now: Instant) -> Option<&Declared> {
        self.course
            .declared
            .as_deref()
            .filter(|declared| declared.state.stops() && declared.since.value.begins() <= now)
    }

    /// How often the procedure was stopped by an instant, at the most that was
    /// ever said.
    pub fn stops(&self, now: Instant) -> usize {
        let past = self.past.as_deref();
        stops(self, past, now).max(past.map_or(0, |past| past.stops))
    }
}

/// How often a procedure was stopped by an instant: on how many days, and once
/// more where it was taken up between two stops of the same day.
pub(super) fn stops(notice: &Notice, past: Option<&Past>, now: Instant) -> usize {
    let ended = past.iter().flat_map(|past| &past.states).map(|former| &former.declared);
    let ended: Vec<Moment> =
        ended.filter(|declared| declared.state.stops()).map(|declared| declared.since.value).collect();
    let is_ended = |day: NaiveDate| ended.iter().any(|since| since.date == day);
    let events = notice.course.events.iter().filter(|event| event.kind.stops() && event.when.value.begins() <= now);
    let told: BTreeSet<NaiveDate> = events.map(|event| event.when.value.date).filter(|day| !is_ended(*day)).collect();
    let untold = |stop: &Declared| !told.contains(&stop.since.value.date);
    ended.len() + told.len() + usize::from(notice.stopped(now).is_some_and(untold))
}

/// When the last days of a call begin.
pub(super) fn closing_from(closes: Instant, days: u32) -> Instant {
    closes.plus(-DAY * i64::from(days))
}
