//! Deadlines and how they were moved.

use crate::calendar::Moment;
use crate::model::{ChangeKind, DeadlineKind};
use crate::source::{Span, Spanned};

/// A time by which something must be done, or at which it happens.
#[derive(Debug, Clone)]
pub struct Deadline {
    /// What ends.
    pub kind: DeadlineKind,
    /// When, as it stands now. The minute written is still in time.
    pub when: Spanned<Moment>,
    /// What to know about it.
    pub note: Option<String>,
    /// Where it happens, for tests and sessions.
    pub place: Option<String>,
    /// How it came to be what it is, oldest first.
    pub changes: Vec<Change>,
}

/// A deadline moved once.
#[derive(Debug, Clone)]
pub struct Change {
    /// How.
    pub kind: ChangeKind,
    /// When the change was published, if known.
    pub published: Option<Moment>,
    /// What the deadline was before, if known.
    pub previous: Option<Moment>,
    /// Why.
    pub reason: String,
    /// The act that decided it.
    pub act: Option<String>,
    /// Where it is written.
    pub span: Span,
}

impl Deadline {
    /// What the deadline was after this many of its changes, as far as is
    /// written: 0 is what it was at first.
    pub fn after(&self, changes: usize) -> Option<Moment> {
        match self.changes.get(changes) {
            Some(next) => next.previous,
            None => Some(self.when.value),
        }
    }
}
