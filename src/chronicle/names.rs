//! The names of what happens, for ever: what feeds, calendars and releases
//! know it by. What was told under one keeps it, as far as the repository
//! remembers (`recall`); where there is none they are made of what an editor
//! mends least. `tests/identities` holds them.

use super::Place;
use crate::calendar::Moment;
use crate::model::{DeclaredState, EventKind, Notice, PastPart};
use crate::vocabulary::Vocabulary;

/// What stands in the name of a deadline that was written anew.
pub const RETYPED: &str = ".riscritta.";

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

pub(super) fn dated(kind: EventKind, when: Moment) -> String {
    format!("{}.{}", kind.word(), when.date)
}

/// An event's name by what the notice says of itself: `esito.2026-11-20`, and
/// for another of the same kind and day `esito.2026-11-20-2`.
pub(super) fn own_event_name(notice: &Notice, at: usize) -> String {
    let events = &notice.course.events;
    let same = |at: usize| (events[at].kind, events[at].when.value.date);
    let name = dated(events[at].kind, events[at].when.value);
    match (0..at).filter(|before| same(*before) == same(at)).count() {
        0 => name,
        earlier => format!("{name}-{}", earlier + 1),
    }
}

/// An event's number among those of its kind, from 1, in order of time.
fn own_event_number(notice: &Notice, at: usize) -> usize {
    let events = &notice.course.events;
    let key = |at: usize| (events[at].when.value.begins(), at);
    (0..events.len()).filter(|other| events[*other].kind == events[at].kind && key(*other) <= key(at)).count()
}

impl Notice {
    /// A deadline's name: `presentazione-offerte-1`, by which of its kind it
    /// was when it was first told.
    pub fn deadline_name(&self, at: usize) -> String {
        if let Some(known) = self.past.as_ref().and_then(|past| past.deadlines.get(at)) {
            return known.part.name.clone();
        }
        let kind = self.deadlines[at].kind;
        let nth = self.deadlines[..=at].iter().filter(|deadline| deadline.kind == kind).count();
        format!("{}-{nth}", kind.word())
    }

    /// What is remembered of what happened at a place.
    pub fn part(&self, place: Place) -> Option<&PastPart> {
        let past = self.past.as_deref()?;
        match place {
            Place::Moved(at, nth) => past.deadlines.get(at)?.changes.get(nth),
            Place::Happened(at) => past.events.get(at),
            Place::Declared => past.declared.as_ref(),
            Place::Former(at) => past.states.get(at).map(|former| &former.part),
            Place::Published | Place::Opened | Place::Retyped(_) | Place::Lifted(_) => None,
        }
    }

    /// A change's number among those of its deadline, from 1.
    pub fn change_number(&self, at: usize, nth: usize) -> usize {
        self.part(Place::Moved(at, nth)).map_or(nth + 1, |known| known.number)
    }

    /// An event's name: `esito.2026-11-20`.
    pub fn event_name(&self, at: usize) -> String {
        self.part(Place::Happened(at)).map_or_else(|| own_event_name(self, at), |known| known.name.clone())
    }

    /// An event's number among those of its kind, for calendars.
    pub fn event_number(&self, at: usize) -> usize {
        self.part(Place::Happened(at)).map_or_else(|| own_event_number(self, at), |known| known.number)
    }

    /// What tells a happening from the notice's others, for ever: empty for
    /// its publication.
    pub fn happening_name(&self, place: Place) -> String {
        let past = self.past.as_deref();
        match place {
            Place::Published => String::new(),
            Place::Opened => "apertura".to_owned(),
            Place::Moved(at, nth) => {
                let own = || format!("{}.modifica-{}", self.deadline_name(at), nth + 1);
                self.part(place).map_or_else(own, |known| known.name.clone())
            }
            Place::Retyped(at) => past.map(|past| past.retyped[at].name.clone()).unwrap_or_default(),
            Place::Happened(at) => self.event_name(at),
            Place::Declared => {
                let own = || {
                    let declared = self.course.declared.as_ref();
                    declared.map(|declared| dated(event_of(declared.state), declared.since.value)).unwrap_or_default()
                };
                self.part(place).map_or_else(own, |known| known.name.clone())
            }
            Place::Former(_) => self.part(place).map(|known| known.name.clone()).unwrap_or_default(),
            Place::Lifted(at) => {
                let lifted = past.and_then(|past| past.states[at].lifted.as_ref());
                lifted.map(|(name, _)| name.clone()).unwrap_or_default()
            }
        }
    }
}
