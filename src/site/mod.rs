//! The whole site: every notice, and how they hang together.

mod dataset;
mod feed;
mod followed;
mod l190;
mod listing;
mod process;

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::Datelike;

use crate::calendar::{Instant, Moment};
use crate::characters::nfc;
use crate::chronicle::State;
use crate::model::{Body, Extra, Files, Notice, Settings, Texts};
use crate::sections::{SectionId, Tree};
use crate::source::FileId;

pub use dataset::Dataset;

pub use feed::{FEED_LENGTH, Feed, FeedOf, Feeds};
pub use followed::Followed;
pub use l190::{Bidder, BidderId, Bidders, L190File, L190Lot, L190Record};
pub use listing::{By, Holds, List, Lists, Phase};
pub use process::Process;

use feed::Item;
use process::Processes;

/// What a body says about one of its sections: `_sezione.md`.
#[derive(Debug, Clone)]
pub struct SectionWords {
    /// Its file.
    pub file: FileId,
    /// Its path from the content folder.
    pub path: String,
    /// What is published there, in plain words.
    pub summary: Option<String>,
    /// The office that sees to it.
    pub office: Option<String>,
    /// Who answers for it, by role.
    pub manager: Option<String>,
    /// When it was last looked at.
    pub updated: Option<Moment>,
    /// Why nothing is published there.
    pub empty: Option<String>,
    /// Its text.
    pub body: Body,
}

/// What a site is made from, as it was read.
#[derive(Debug, Default)]
pub struct Matter {
    /// What the body says about its sections.
    pub words: BTreeMap<SectionId, SectionWords>,
    /// All notices.
    pub notices: Vec<Box<Notice>>,
    /// The HTML of their texts.
    pub texts: Texts,
    /// The files beside them.
    pub files: Files,
    /// What there was to follow.
    pub followed: Followed,
}

/// Everything published and to be published, at one instant.
#[derive(Debug)]
pub struct Site {
    /// Who publishes.
    pub settings: Settings,
    /// The sections.
    pub tree: Tree,
    /// What the body says about them.
    pub words: BTreeMap<SectionId, SectionWords>,
    /// All notices, newest first; drafts and future ones too, since rules
    /// must see them.
    /// In boxes, since they are large and get sorted.
    pub notices: Vec<Box<Notice>>,
    /// The HTML of their texts.
    pub texts: Texts,
    /// The files beside them.
    pub files: Files,
    /// What there was to follow.
    pub followed: Followed,
    /// The instant it is seen at.
    pub now: Instant,
    by_id: HashMap<String, usize>,
    by_path: HashMap<String, usize>,
    in_section: Vec<Vec<usize>>,
    lists: Lists,
    feeds: Feeds,
    news: Vec<Item>,
    /// For each id, the notices that name it.
    naming: HashMap<String, Vec<usize>>,
    processes: Processes,
    /// When each notice last said something new.
    updates: Vec<Moment>,
    /// When each section's content last changed.
    updated: Vec<Option<Moment>>,
    /// The instant since which every page says what it says now: pages show
    /// it rather than the hour of the build, so that building again changes
    /// no page until something did. None if nothing has changed by itself
    /// yet: no date is as true as none.
    pub settled: Option<Instant>,
    /// The first instant after now at which any page would change.
    pub next_transition: Option<Instant>,
}

impl Site {
    /// Puts a site together. Newest first; ties by id, so that the order is
    /// the same whatever the file system says.
    pub fn new(settings: Settings, tree: Tree, matter: Matter, now: Instant) -> Self {
        let Matter { words, mut notices, texts, files, followed } = matter;
        notices.sort_by_cached_key(|notice| {
            let filing = &notice.filing;
            (std::cmp::Reverse(filing.published.value.begins()), filing.id.value.clone(), filing.path.clone())
        });
        let mut site = Self {
            by_id: HashMap::with_capacity(notices.len()),
            by_path: HashMap::with_capacity(notices.len()),
            in_section: vec![Vec::new(); tree.size()],
            lists: Lists::default(),
            feeds: Feeds::default(),
            news: Vec::new(),
            naming: HashMap::new(),
            processes: Processes::default(),
            updates: Vec::new(),
            updated: vec![None; tree.size()],
            settled: None,
            next_transition: None,
            settings,
            tree,
            words,
            notices,
            texts,
            files,
            followed,
            now,
        };
        site.index();
        site
    }

    fn index(&mut self) {
        for (at, notice) in self.notices.iter().enumerate() {
            self.by_id.entry(notice.filing.id.value.clone()).or_insert(at);
            self.by_path.insert(nfc(&notice.filing.path).into_owned(), at);
            for id in &notice.filing.related {
                self.naming.entry(id.value.clone()).or_default().push(at);
            }
            if !notice.is_current(self.now) {
                continue;
            }
            let mut sections: Vec<SectionId> =
                notice.filing.sections.iter().flat_map(|section| self.tree.line(*section)).collect();
            sections.sort_unstable();
            sections.dedup();
            for section in sections {
                self.in_section[section.index()].push(at);
            }
        }
        self.updates = self.notices.iter().map(|notice| notice.updated(self.now)).collect();
        self.lists = self.sort_into_lists();
        self.news = self.gather_news();
        self.feeds = self.sort_into_feeds();
        self.processes = self.find_processes();
        (self.settled, self.next_transition) = self.neighbouring_transitions();
        self.updated = (0..self.in_section.len()).map(|section| self.last_change(section)).collect();
    }

    /// The newest update of a section's notices and words.
    fn last_change(&self, section: usize) -> Option<Moment> {
        let newest = self.in_section[section].iter().map(|at| self.updates[*at]);
        // A section is as new as what stands below it.
        let below = |id: SectionId| self.tree.line(id).iter().any(|above| above.index() == section);
        let words = self.words.iter().filter(|(id, _)| below(**id)).filter_map(|(_, words)| words.updated);
        newest.chain(words).max_by_key(|moment| (moment.date, moment.time.is_none(), moment.time))
    }

    /// Hands over the notices' texts, so that each batch can be let go when
    /// its pages are made: fifty thousand texts and fifty thousand pages need
    /// not be remembered at once.
    pub fn take_texts(&mut self) -> Texts {
        std::mem::take(&mut self.texts)
    }

    /// The notices due on line, newest first.
    pub fn current(&self) -> impl Iterator<Item = &Notice> {
        self.notices.iter().map(Box::as_ref).filter(|notice| notice.is_current(self.now))
    }

    /// The notices on line in a section or below it, newest first.
    pub fn in_section(&self, section: SectionId) -> impl ExactSizeIterator<Item = &Notice> + Clone {
        self.in_section[section.index()].iter().map(|at| &*self.notices[*at])
    }

    /// A notice's state now.
    pub fn state(&self, notice: &Notice) -> State {
        notice.state(self.now, self.settings.tuning.closing_days)
    }

    /// When a notice last said something new.
    pub fn updated(&self, notice: &Notice) -> Moment {
        notice.updated(self.now)
    }

    /// Whose act a notice is: the contracting body it names, else who
    /// publishes it.
    pub fn body_of<'s>(&'s self, notice: &'s Notice) -> &'s str {
        notice.people.body.as_ref().map_or(&self.settings.body.name, |body| &body.name)
    }

    /// The notice of an id.
    pub fn by_id(&self, id: &str) -> Option<&Notice> {
        self.by_id.get(id).map(|at| &*self.notices[*at])
    }

    /// The notice of a content path.
    pub fn by_path(&self, path: &str) -> Option<&Notice> {
        self.by_path.get(path).map(|at| &*self.notices[*at])
    }

    /// The notices that name another under `collegati`, newest first.
    pub fn naming(&self, notice: &Notice) -> impl Iterator<Item = &Notice> {
        self.naming.get(&notice.filing.id.value).into_iter().flatten().map(|at| &*self.notices[*at])
    }

    /// The notices on line that a notice names, then those that name it.
    pub fn related<'a>(&'a self, notice: &'a Notice) -> Vec<&'a Notice> {
        let named = notice.filing.related.iter().filter_map(|id| self.by_id(&id.value));
        let mut seen: HashSet<&str> = HashSet::from([notice.filing.id.value.as_str()]);
        let others = named.chain(self.naming(notice)).filter(|other| other.is_current(self.now));
        others.filter(|other| seen.insert(&other.filing.id.value)).collect()
    }

    /// When a section's content last changed: its newest notice or its own
    /// words, whichever is later.
    pub fn section_updated(&self, section: SectionId) -> Option<Moment> {
        self.updated[section.index()]
    }

    /// The last instant at which a page changed by itself, and the next.
    fn neighbouring_transitions(&self) -> (Option<Instant>, Option<Instant>) {
        let days = self.settings.tuning.closing_days;
        let (mut last, mut next): (Option<Instant>, Option<Instant>) = (None, None);
        let mut name = |instant: Instant| {
            if instant <= self.now {
                last = last.max(Some(instant));
            } else {
                next = Some(next.map_or(instant, |next| next.min(instant)));
            }
        };
        for notice in self.notices.iter().filter(|notice| !notice.filing.draft) {
            notice.for_each_transition(days, self.now, &mut name);
            if self.tells_processes() {
                notice.for_each_disclosure(&mut name);
            }
        }
        if self.makes(Extra::Archives) && self.news.iter().any(|item| item.is_of(self.now.day().year())) {
            // What is left of a year is archived when it is over.
            let new_year = chrono::NaiveDate::from_ymd_opt(self.now.day().year() + 1, 1, 1);
            next = next.into_iter().chain(new_year.map(|day| Moment::day(day).begins())).min();
        }
        if self.notices.iter().any(|notice| self.counts_days(notice)) {
            let midnight = |date: chrono::NaiveDate| Moment::day(date).begins();
            let today = self.now.day();
            last = last.max(Some(midnight(today)));
            let tomorrow = today.succ_opt().map(midnight);
            next = next.into_iter().chain(tomorrow).min();
        }
        (last, next)
    }

    /// Whether its page says how many days are left: it changes at midnight.
    fn counts_days(&self, notice: &Notice) -> bool {
        let ahead = matches!(self.state(notice), State::Upcoming | State::Open | State::Closing);
        ahead && notice.closes().is_some() && notice.is_current(self.now)
    }

    /// Whether the body wants what can be left out.
    pub fn makes(&self, extra: Extra) -> bool {
        !self.settings.without.contains(&extra)
    }

    /// Whether there is a page on the open data: tables, or pages as JSON.
    pub fn has_data(&self) -> bool {
        self.makes(Extra::Data) || self.makes(Extra::Json)
    }

    /// Whether citizens can search it.
    pub fn has_search(&self) -> bool {
        cfg!(feature = "search") && self.makes(Extra::Search)
    }
}
