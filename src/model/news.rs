//! News: what whoever follows the site is told, each thing once.
//!
//! A notice is news when it is published; so is each change of a deadline,
//! each event of its course and each state an act declares. What an editor
//! mends otherwise is not: it shows in the notice's own item and wakes
//! nobody.

use crate::calendar::{Instant, Moment};
use crate::model::{Change, Deadline, Declared, DeclaredState, Event, EventKind, Kind, Notice, Site};
use crate::vocabulary::Vocabulary;

/// A piece of news.
#[derive(Debug, Clone, Copy)]
pub struct News<'a> {
    /// The notice it is about.
    pub notice: &'a Notice,
    /// What happened.
    pub what: What<'a>,
    /// Since when it is known; never in the future.
    pub when: Instant,
}

/// What happened to a notice.
#[derive(Debug, Clone, Copy)]
pub enum What<'a> {
    /// It was published.
    Published,
    /// A deadline was moved.
    Moved(Move<'a>),
    /// Something of its course.
    Happened(&'a Event),
    /// An act declared a state, and no event tells it.
    Declared(&'a Declared),
}

/// A deadline moved once.
#[derive(Debug, Clone, Copy)]
pub struct Move<'a> {
    /// The deadline.
    pub deadline: &'a Deadline,
    /// The change.
    pub change: &'a Change,
    /// Where it was moved to, as far as is written.
    pub to: Option<Moment>,
}

/// What happened, by its place in the notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Published,
    Moved(usize, usize),
    Happened(usize),
    Declared,
}

/// A piece of news, by the places of its notice and of what happened.
#[derive(Debug, Clone, Copy)]
pub(super) struct Item {
    pub(super) notice: usize,
    place: Place,
    pub(super) when: Instant,
}

/// The event that tells the same as a state.
fn event_of(state: DeclaredState) -> EventKind {
    match state {
        DeclaredState::Awarded | DeclaredState::NotAwarded => EventKind::Outcome,
        DeclaredState::NoTenders => EventKind::NoTenders,
        DeclaredState::Suspended => EventKind::Suspension,
        DeclaredState::Revoked => EventKind::Revocation,
        DeclaredState::Annulled => EventKind::Annulment,
        DeclaredState::Concluded => EventKind::Completion,
    }
}

impl News<'_> {
    /// What tells it from the notice's other news, for ever: empty for the
    /// publication. It is made of nothing an editor mends later: a change of
    /// a deadline is counted, an event is named by its kind and day.
    pub fn key(&self) -> String {
        let dated = |kind: EventKind, when: Moment| format!("{}.{}", kind.word(), when.date);
        match self.what {
            What::Published => String::new(),
            What::Moved(moved) => {
                let same = |deadline: &&Deadline| deadline.kind == moved.deadline.kind;
                let before = |deadline: &&Deadline| !std::ptr::eq(*deadline, moved.deadline);
                let of_kind = self.notice.deadlines.iter().take_while(before).filter(same).count() + 1;
                let change = |change: &Change| std::ptr::eq(change, moved.change);
                let at = moved.deadline.changes.iter().position(change).map_or(0, |at| at + 1);
                format!("{}-{of_kind}.modifica-{at}", moved.deadline.kind.word())
            }
            What::Happened(event) => {
                let same = |other: &&Event| other.kind == event.kind && other.when.value.date == event.when.value.date;
                let before = |other: &&Event| !std::ptr::eq(*other, event);
                let key = dated(event.kind, event.when.value);
                match self.notice.course.events.iter().take_while(before).filter(same).count() {
                    0 => key,
                    earlier => format!("{key}-{}", earlier + 1),
                }
            }
            What::Declared(declared) => dated(event_of(declared.state), declared.since.value),
        }
    }

    /// Whether a deadline was moved, or is no more.
    pub fn changes_deadlines(&self) -> bool {
        let stops = |kind| matches!(kind, EventKind::Suspension | EventKind::Revocation | EventKind::Annulment);
        match self.what {
            What::Published => false,
            What::Moved(_) => true,
            What::Happened(event) => stops(event.kind),
            What::Declared(declared) => stops(event_of(declared.state)),
        }
    }

    /// Whether it says how something ended.
    pub fn is_result(&self) -> bool {
        let ends = |kind| {
            let ends = [EventKind::Outcome, EventKind::Ranking, EventKind::RankingUse, EventKind::NoTenders];
            ends.contains(&kind)
        };
        match self.what {
            What::Published => self.notice.heading.kind == Kind::Outcome,
            What::Moved(_) => false,
            What::Happened(event) => ends(event.kind),
            What::Declared(declared) => ends(event_of(declared.state)),
        }
    }
}

impl Notice {
    /// Names each piece of its news that is known by `now`.
    fn for_each_news(&self, now: Instant, mut name: impl FnMut(Place, Instant)) {
        let published = self.filing.published.value;
        name(Place::Published, published.begins());
        // What is older than the notice is told by the notice. On the day of
        // publication it may have come after it: rather twice than never.
        let follows = |when: Moment| when.date >= published.date;
        for (at, deadline) in self.deadlines.iter().enumerate() {
            for (change_at, when) in self.changes_known(deadline, now).into_iter().enumerate() {
                if when <= now && deadline.changes[change_at].published.is_none_or(follows) {
                    name(Place::Moved(at, change_at), when);
                }
            }
        }
        let mut tell = |place, when: Moment| {
            let known = when.begins().max(published.begins());
            if follows(when) && known <= now {
                name(place, known);
            }
        };
        let told_as = |kind| {
            let mut past = self.course.events.iter().filter(|event| event.when.value.begins() <= now);
            past.any(|event| event.kind == kind)
        };
        for (at, event) in self.course.events.iter().enumerate() {
            if event.when.value.begins() <= now {
                tell(Place::Happened(at), event.published.unwrap_or(event.when.value));
            }
        }
        if let Some(declared) = &self.course.declared
            && !told_as(event_of(declared.state))
        {
            tell(Place::Declared, declared.since.value);
        }
    }

    fn what(&self, place: Place) -> What<'_> {
        match place {
            Place::Published => What::Published,
            Place::Moved(at, change_at) => {
                let deadline = &self.deadlines[at];
                let change = &deadline.changes[change_at];
                What::Moved(Move { deadline, change, to: deadline.after(change_at + 1) })
            }
            Place::Happened(at) => What::Happened(&self.course.events[at]),
            // A place is only given out for a declared state.
            Place::Declared => self.course.declared.as_deref().map_or(What::Published, What::Declared),
        }
    }
}

impl Site {
    /// All the news of the notices on line, newest first; at the same
    /// instant by id, so that the order is always the same.
    pub(super) fn gather_news(&self) -> Vec<Item> {
        let mut news = Vec::with_capacity(self.notices.len());
        for (at, notice) in self.notices.iter().enumerate().filter(|(_, notice)| notice.is_current(self.now)) {
            notice.for_each_news(self.now, |place, when| news.push(Item { notice: at, place, when }));
        }
        let id = |item: &Item| self.notices[item.notice].filing.id.value.as_str();
        news.sort_by(|a, b| (b.when, id(a), b.place).cmp(&(a.when, id(b), a.place)));
        news
    }

    /// A piece of news by its place.
    pub(super) fn news_at(&self, item: Item) -> News<'_> {
        let notice = &*self.notices[item.notice];
        News { notice, what: notice.what(item.place), when: item.when }
    }
}
