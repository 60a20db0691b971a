//! What an entry is made of: a deadline or an event, and what all those of a
//! notice share.

use crate::calendar::Moment;
use crate::chronicle::Move;
use crate::model::{Declared, Notice};
use crate::outputs::Press;

/// A deadline or an event, on its way to be an entry.
pub(super) struct Item<'a> {
    /// What tells it from the notice's other entries, for ever.
    pub(super) part: String,
    /// What ends or happens, in words.
    pub(super) label: &'a str,
    pub(super) when: Moment,
    /// Where.
    pub(super) place: Option<&'a str>,
    /// How often the deadline was moved.
    pub(super) moves: usize,
    /// How the deadline was moved last.
    pub(super) moved: Option<Move<'a>>,
    /// What to know about it.
    pub(super) notes: Vec<&'a str>,
    /// Whether it is the time by which to apply.
    pub(super) closes: bool,
    /// Whether one may want to be reminded of it.
    pub(super) to_meet: bool,
    /// Whether an act that stops the procedure stops it too.
    pub(super) falls: bool,
}

/// What a notice's entries share.
pub(super) struct Common<'a> {
    pub(super) press: &'a Press<'a>,
    pub(super) notice: &'a Notice,
    /// The act that stops the procedure, if one is in force.
    pub(super) stop: Option<&'a Declared>,
    /// How often the procedure was stopped.
    pub(super) stops: usize,
}

impl<'a> Common<'a> {
    /// What the entries of a notice share.
    pub(super) fn new(press: &'a Press<'a>, notice: &'a Notice) -> Self {
        let now = press.site.now;
        Self { press, notice, stop: notice.stopped(now), stops: notice.stops(now) }
    }
}
