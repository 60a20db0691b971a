//! The names of what happens, for ever: what feeds, calendars and releases
//! know it by. They are made of nothing an editor mends later, and what was
//! told under one keeps it: `tests/identities` holds them.

use super::Place;
use crate::calendar::Moment;
use crate::model::{DeclaredState, EventKind, Notice};
use crate::vocabulary::Vocabulary;

/// The event that tells the same as a state.
pub fn event_of(state: DeclaredState) -> EventKind {
    match state {
        DeclaredState::Awarded | DeclaredState::NotAwarded => EventKind::Outcome,
        DeclaredState::NoTenders => EventKind::NoTenders,
        DeclaredState::Suspended => EventKind::Suspension,
        DeclaredState::Revoked => EventKind::Revocation,
        DeclaredState::Annulled => EventKind::Annulment,
        DeclaredState::Concluded => EventKind::Completion,
    }
}

fn dated(kind: EventKind, when: Moment) -> String {
    format!("{}.{}", kind.word(), when.date)
}

impl Notice {
    /// A deadline's name: `presentazione-offerte-1`, by which of its kind it
    /// is in the order written.
    pub fn deadline_name(&self, at: usize) -> String {
        let kind = self.deadlines[at].kind;
        let nth = self.deadlines[..=at].iter().filter(|deadline| deadline.kind == kind).count();
        format!("{}-{nth}", kind.word())
    }

    /// An event's name: `esito.2026-11-20`, and for another of the same kind
    /// and day `esito.2026-11-20-2`.
    pub fn event_name(&self, at: usize) -> String {
        let events = &self.course.events;
        let same = |at: usize| (events[at].kind, events[at].when.value.date);
        let name = dated(events[at].kind, events[at].when.value);
        match (0..at).filter(|before| same(*before) == same(at)).count() {
            0 => name,
            earlier => format!("{name}-{}", earlier + 1),
        }
    }

    /// An event's number among those of its kind, from 1, in order of time and
    /// not in the order written: one more at the end of the story changes no
    /// other's.
    pub fn event_number(&self, at: usize) -> usize {
        let events = &self.course.events;
        let key = |at: usize| (events[at].when.value.begins(), at);
        (0..events.len()).filter(|other| events[*other].kind == events[at].kind && key(*other) <= key(at)).count()
    }

    /// What tells a happening from the notice's others, for ever: empty for
    /// its publication.
    pub fn happening_name(&self, place: Place) -> String {
        match place {
            Place::Published => String::new(),
            Place::Opened => "apertura".to_owned(),
            Place::Moved(at, nth) => format!("{}.modifica-{}", self.deadline_name(at), nth + 1),
            Place::Happened(at) => self.event_name(at),
            Place::Declared => {
                let declared = self.course.declared.as_ref();
                declared.map(|declared| dated(event_of(declared.state), declared.since.value)).unwrap_or_default()
            }
        }
    }
}
