//! News: what whoever follows the site is told, each thing once.
//!
//! A notice is news when it is published; so is each change of a deadline,
//! each event of its course and each state an act declares. What an editor
//! mends otherwise is not: it shows in the notice's own item and wakes
//! nobody.

use super::{Happening, Place, What, event_of, happenings};
use crate::calendar::{Instant, Moment};
use crate::model::{EventKind, Kind, Notice};

/// A piece of news.
#[derive(Debug, Clone, Copy)]
pub struct News<'a> {
    /// The notice it is about.
    pub notice: &'a Notice,
    /// What happened.
    pub what: What<'a>,
    /// What tells it from the notice's other news, for ever: empty for the
    /// publication.
    pub name: &'a str,
    /// Since when it is known; never in the future.
    pub when: Instant,
}

/// A piece of news without its notice.
#[derive(Debug, Clone)]
pub struct Told {
    /// What happened, by its place in the notice.
    pub place: Place,
    /// Its name: see [`News::name`].
    pub name: Box<str>,
    /// Since when it is known.
    pub when: Instant,
}

impl Notice {
    /// What of it is news by now.
    pub fn news(&self, now: Instant) -> impl Iterator<Item = Told> {
        let known = happenings(self, now).into_iter().filter(move |happening| happening.known <= now);
        known.filter(|happening| self.is_news(happening)).map(|Happening { place, known, .. }| Told {
            place,
            name: self.happening_name(place).into(),
            when: known,
        })
    }

    /// Whether it is told apart from the notice: what is older than that is
    /// told by it. On the day of publication it may have come after: rather
    /// twice than never.
    fn is_news(&self, happening: &Happening) -> bool {
        let published = self.filing.published.value;
        let follows = |when: Moment| when.date >= published.date;
        match self.what(happening.place) {
            What::Published | What::Retyped(..) | What::Lifted(_) => true,
            What::Opened => false,
            What::Moved(moved) => moved.change.published.is_none_or(follows),
            What::Happened(event) => follows(event.published.unwrap_or(event.when.value)),
            What::Declared(declared) => follows(declared.since.value),
        }
    }
}

impl News<'_> {
    /// Whether a deadline was moved, or is no more.
    pub fn changes_deadlines(&self) -> bool {
        let stops = |kind| matches!(kind, EventKind::Suspension | EventKind::Revocation | EventKind::Annulment);
        match self.what {
            What::Published | What::Opened => false,
            What::Moved(_) | What::Retyped(..) | What::Lifted(_) => true,
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
            What::Opened | What::Moved(_) | What::Retyped(..) | What::Lifted(_) => false,
            What::Happened(event) => ends(event.kind),
            What::Declared(declared) => ends(event_of(declared.state)),
        }
    }
}
