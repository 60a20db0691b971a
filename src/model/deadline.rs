//! Deadlines and how they were moved.

use crate::calendar::{Instant, Moment};
use crate::model::{ChangeKind, DeadlineKind, Notice};
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

impl Notice {
    /// When it was last touched: not later than now, whatever is written.
    pub fn touched(&self, now: Instant) -> Instant {
        let published = self.filing.published.value.begins();
        let updated = self.filing.updated.value.begins();
        if updated <= now { updated.max(published) } else { published }
    }

    /// When each change of one of its deadlines became known. Where nobody
    /// wrote it, it is the last instant possible: not after the deadline it
    /// set, nor after the next change, nor after the notice was last touched.
    pub fn changes_known(&self, deadline: &Deadline, now: Instant) -> Vec<Instant> {
        let published = self.filing.published.value.begins();
        let touched = self.touched(now);
        let mut times = vec![published; deadline.changes.len()];
        let mut ceiling = None;
        for (at, change) in deadline.changes.iter().enumerate().rev() {
            let time = change.published.map_or_else(
                || {
                    let set = deadline.after(at + 1).map(Moment::begins);
                    [Some(touched), set, ceiling].into_iter().flatten().min().unwrap_or(touched)
                },
                Moment::begins,
            );
            times[at] = time.max(published);
            ceiling = Some(times[at]);
        }
        for at in 1..times.len() {
            times[at] = times[at].max(times[at - 1]);
        }
        times
    }
}
