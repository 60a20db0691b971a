//! The lists a site is also shown by: state, year, kind and office, for
//! every section and for the whole site, each with an address of its own.

use std::collections::BTreeMap;

use chrono::Datelike;

use crate::calendar::Moment;
use crate::chronicle::State;
use crate::model::{Extra, Kind, Notice};
use crate::sections::SectionId;
use crate::site::Site;
use crate::vocabulary::Vocabulary;

/// What the lists of a group tell apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum By {
    /// What one can do.
    State,
    /// The year of publication.
    Year,
    /// What a notice is.
    Kind,
    /// Who sees to it.
    Office,
}

/// What a list holds.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Holds {
    /// Everything.
    All,
    /// Calls in a state.
    State(Phase),
    /// What was published in a year; the newest first.
    Year(std::cmp::Reverse<i32>),
    /// One kind of notice.
    Kind(Kind),
    /// What an office sees to: the name its address is made of, and the name
    /// as it is written.
    Office(String, String),
}

/// The states lists are made of: those of [`State`], as one looks for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// One can apply.
    Open,
    /// One can apply, and not for much longer.
    Closing,
    /// One cannot apply yet.
    Upcoming,
    /// The time is over.
    Closed,
    /// An act said how it ended.
    Concluded,
}

impl Phase {
    /// The last part of its address, and of its label's key.
    pub fn word(self) -> &'static str {
        match self {
            Self::Open => "aperti",
            Self::Closing => "in-scadenza",
            Self::Upcoming => "in-programma",
            Self::Closed => "scaduti",
            Self::Concluded => "conclusi",
        }
    }

    /// The phases a state belongs to: a call about to close is open too.
    fn of(state: State) -> &'static [Self] {
        match state {
            State::Open => &[Self::Open],
            State::Closing => &[Self::Open, Self::Closing],
            State::Upcoming => &[Self::Upcoming],
            State::Closed => &[Self::Closed],
            State::Declared(_) => &[Self::Concluded],
            State::Published => &[],
        }
    }

    /// The phases whose lists are there as soon as there is one call, empty
    /// or not: an address somebody kept must not go with the last open call.
    const STANDING: [Self; 3] = [Self::Open, Self::Closing, Self::Closed];
}

/// A list: what it holds, and which notices, newest first.
#[derive(Debug, Clone)]
pub struct List {
    /// What it holds.
    pub holds: Holds,
    /// Where its notices stand among the site's.
    notices: Vec<usize>,
    /// When what it holds was last updated; none for lists that also change
    /// with the clock, and for empty ones.
    pub updated: Option<Moment>,
}

impl List {
    /// Its address below that of what it is a list of: `aperti`, `2026`,
    /// `tipo/bando-gara`; empty for everything.
    pub fn slug(&self) -> String {
        match &self.holds {
            Holds::All => String::new(),
            Holds::State(phase) => phase.word().to_owned(),
            Holds::Year(year) => year.0.to_string(),
            Holds::Kind(kind) => format!("tipo/{}", kind.word()),
            Holds::Office(slug, _) => format!("ufficio/{slug}"),
        }
    }

    /// What it tells apart from its neighbours.
    pub fn by(&self) -> Option<By> {
        match self.holds {
            Holds::All => None,
            Holds::State(_) => Some(By::State),
            Holds::Year(_) => Some(By::Year),
            Holds::Kind(_) => Some(By::Kind),
            Holds::Office(..) => Some(By::Office),
        }
    }

    /// How many notices it holds.
    pub fn len(&self) -> usize {
        self.notices.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.notices.is_empty()
    }
}

/// The lists of every section that has any, and of the whole site (`None`).
#[derive(Debug, Default)]
pub struct Lists(BTreeMap<Option<SectionId>, Vec<List>>);

impl Site {
    /// Sorts the notices on line into lists; none if the site is without.
    pub(super) fn sort_into_lists(&self) -> Lists {
        if !self.makes(Extra::Lists) {
            return Lists::default();
        }
        let mut lists = BTreeMap::new();
        let mut whole: Vec<usize> = (0..self.notices.len()).collect();
        whole.retain(|at| self.notices[*at].is_current(self.now));
        for id in self.tree.ids() {
            lists.insert(Some(id), self.lists_of(&self.in_section[id.index()], false));
        }
        lists.insert(None, self.lists_of(&whole, true));
        lists.retain(|_, lists: &mut Vec<List>| !lists.is_empty());
        Lists(lists)
    }

    /// The lists of some notices. A group of one list that holds everything
    /// tells nothing apart and is left out.
    fn lists_of(&self, notices: &[usize], with_all: bool) -> Vec<List> {
        let mut lists: BTreeMap<(Option<By>, Holds), Vec<usize>> = BTreeMap::new();
        if with_all {
            lists.insert((None, Holds::All), notices.to_vec());
        }
        for at in notices {
            let notice = &self.notices[*at];
            let mut put = |by, holds| lists.entry((Some(by), holds)).or_default().push(*at);
            for phase in Phase::of(self.state(notice)) {
                put(By::State, Holds::State(*phase));
            }
            put(By::Year, Holds::Year(std::cmp::Reverse(notice.filing.published.value.date.year())));
            put(By::Kind, Holds::Kind(notice.heading.kind));
            if let Some(office) = &notice.people.office {
                let slug = slug::slugify(office);
                if !slug.is_empty() {
                    put(By::Office, Holds::Office(slug, String::new()));
                }
            }
        }
        if lists.keys().any(|(by, _)| *by == Some(By::State)) {
            for phase in Phase::STANDING {
                lists.entry((Some(By::State), Holds::State(phase))).or_default();
            }
        }
        let alone = |by| lists.keys().filter(|(other, _)| *other == Some(by)).count() == 1;
        let dull: Vec<By> = [By::Year, By::Kind, By::Office].into_iter().filter(|by| alone(*by)).collect();
        lists
            .into_iter()
            .filter(|((by, _), _)| by.is_none_or(|by| !dull.contains(&by)))
            .map(|((by, holds), notices)| {
                let held = notices.iter().filter(|_| by != Some(By::State));
                let updated = held.map(|at| self.updates[*at]).max_by_key(|moment| moment.begins());
                List { holds: self.named(holds, &notices), notices, updated }
            })
            .collect()
    }

    /// Gives an office the name its newest notice writes.
    fn named(&self, holds: Holds, notices: &[usize]) -> Holds {
        match (holds, notices.first()) {
            (Holds::Office(slug, _), Some(at)) => {
                let name = self.notices[*at].people.office.clone().unwrap_or_default();
                Holds::Office(slug, name)
            }
            (holds, _) => holds,
        }
    }

    /// The lists of a section, or of the whole site.
    pub fn lists(&self, of: Option<SectionId>) -> &[List] {
        self.lists.0.get(&of).map_or(&[], Vec::as_slice)
    }

    /// Every list, with what it is a list of.
    pub fn all_lists(&self) -> impl Iterator<Item = (Option<SectionId>, &List)> {
        self.lists.0.iter().flat_map(|(of, lists)| lists.iter().map(move |list| (*of, list)))
    }

    /// The notices of a list, newest first; those still open by their
    /// deadline, the next first.
    pub fn in_list<'s>(&'s self, list: &'s List) -> Vec<&'s Notice> {
        let mut notices: Vec<&Notice> = list.notices.iter().map(|at| &*self.notices[*at]).collect();
        if matches!(list.holds, Holds::State(Phase::Open | Phase::Closing)) {
            notices.sort_by_key(|notice| notice.closes());
        }
        notices
    }

    /// How many pages a list takes: one even if it is empty.
    pub fn list_pages(&self, notices: usize) -> usize {
        notices.div_ceil(self.settings.tuning.page_size).max(1)
    }
}
