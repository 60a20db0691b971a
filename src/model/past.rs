//! What the repository remembers of a notice: under which names its parts were
//! told first, since when they are there, and what is no more to be read in it.

use crate::calendar::{Instant, Moment};
use crate::model::{Declared, Notice};

/// What is remembered of a notice. Where something is not remembered, the
/// notice as it is says it all.
#[derive(Debug, Clone, Default)]
pub struct Past {
    /// When it went on line, if that was on a later day than it says.
    pub published: Option<Instant>,
    /// When its text was last written otherwise.
    pub touched: Option<Instant>,
    /// When anything that is told of it last changed.
    pub changed: Option<Instant>,
    /// Of each of its deadlines, in the order written.
    pub deadlines: Vec<PastDeadline>,
    /// Of each of its events, in order of time.
    pub events: Vec<PastPart>,
    /// Of the state an act declares.
    pub declared: Option<PastPart>,
    /// Of each of its attachments, since when it is there, if it was not from
    /// the first.
    pub attachments: Vec<Option<Instant>>,
    /// What it was, and since when, the oldest first: of what contracting data
    /// tell of, since they tell each edition apart.
    pub editions: Vec<(Instant, Box<Notice>)>,
    /// Deadlines that were written anew without a change that says so.
    pub retyped: Vec<Retyped>,
    /// The same, written since the last edition and not in the repository yet.
    pub unsaid: Vec<Retyped>,
    /// How often it was stopped, at the most that was ever said.
    pub stops: usize,
    /// States an act declared and that are no more written: another came after
    /// them, or they were lifted.
    pub states: Vec<PastState>,
}

/// What is remembered of a part of a notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastPart {
    /// The name it was told under first.
    pub name: String,
    /// The word it was told under first: a state's may be told by an event
    /// later. Empty for what has no such word.
    pub word: &'static str,
    /// Its number among those of its kind, for calendars.
    pub number: usize,
    /// Since when one can know of it: once told, for ever.
    pub known: Instant,
    /// When it came into the repository, if not with the notice.
    pub came: Option<Instant>,
    /// How often it was written otherwise since.
    pub mended: usize,
}

impl PastPart {
    /// Something told for the first time.
    pub fn new(name: String, known: Instant, came: Option<Instant>) -> Self {
        Self { name, word: "", number: 0, known, came, mended: 0 }
    }
}

/// What is remembered of a deadline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastDeadline {
    /// The deadline itself.
    pub part: PastPart,
    /// Of each of its changes, the oldest first.
    pub changes: Vec<PastPart>,
}

/// A deadline written anew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Retyped {
    /// Which deadline, in the order written.
    pub deadline: usize,
    /// How many changes of it were written by then.
    pub changes: usize,
    /// What tells it from the notice's other news.
    pub name: String,
    /// What was written before.
    pub from: Moment,
    /// What was written then.
    pub to: Moment,
    /// When.
    pub at: Instant,
}

/// A state that held and is no more.
#[derive(Debug, Clone)]
pub struct PastState {
    /// Its name, and since when one could know of it.
    pub part: PastPart,
    /// What the notice said of it.
    pub declared: Declared,
    /// If it stopped the procedure and nothing came in its place: what tells
    /// that end from the notice's other news, and when it was written.
    pub lifted: Option<(String, Instant)>,
}
