//! The feeds: what one can follow, each with its newest news.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;

use crate::chronicle::{News, Told};
use crate::model::{Extra, Kind};
use crate::sections::SectionId;
use crate::site::{By, Holds, Site};

/// How many pieces of news a feed holds, and each document of an archive:
/// what a reader that looks once a week in the busiest of months still gets
/// whole.
pub const FEED_LENGTH: usize = 50;

/// What a feed tells.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum FeedOf {
    /// Everything new.
    Site,
    /// Deadlines that were moved, suspended or are no more.
    Changes,
    /// How things ended.
    Results,
    /// A section and what stands below it.
    Section(SectionId),
    /// A kind of notice.
    Kind(Kind),
    /// An office: the name its address is made of.
    Office(String),
    /// A year, with everything that was news in it behind the newest.
    Year(i32),
}

/// A feed and its news.
#[derive(Debug, Clone)]
pub struct Feed {
    /// What it tells.
    pub of: FeedOf,
    /// Its news by their places among the site's, newest first; of the site's
    /// own, whose archive are the years, the newest only.
    news: Vec<usize>,
}

impl Feed {
    /// Its newest news.
    pub fn newest<'s>(&'s self, site: &'s Site) -> impl Iterator<Item = News<'s>> {
        self.news.iter().take(FEED_LENGTH).map(|at| site.news_at(*at))
    }

    /// Whether pages point to it: one that has told nothing, or nothing that
    /// is on line, is there for whoever follows it already.
    pub fn is_announced(&self) -> bool {
        !self.news.is_empty() || matches!(self.of, FeedOf::Site | FeedOf::Changes | FeedOf::Results)
    }

    /// How many documents its archive has (RFC 5005, section 4): fifty pieces of
    /// news each, counted from the oldest, so that what is in one does not move
    /// when something new comes. The last is not archived before it is full, or
    /// its year is over; the archive of the site's own are the years'.
    pub fn archives(&self, site: &Site) -> usize {
        match self.of {
            _ if !site.makes(Extra::Archives) => 0,
            FeedOf::Year(year) if year < site.now.day().year() => self.news.len().div_ceil(FEED_LENGTH),
            FeedOf::Year(_) => self.news.len() / FEED_LENGTH,
            _ if self.news.len() > FEED_LENGTH => self.news.len() / FEED_LENGTH,
            _ => 0,
        }
    }

    /// A document of the archive, by number from 1, newest first.
    pub fn archive<'s>(&'s self, site: &'s Site, number: usize) -> impl Iterator<Item = News<'s>> {
        let end = self.news.len().saturating_sub((number.max(1) - 1) * FEED_LENGTH);
        self.news[end.saturating_sub(FEED_LENGTH)..end].iter().map(|at| site.news_at(*at))
    }
}

/// A piece of news of a notice, by its place among the site's.
#[derive(Debug)]
pub(super) struct Item {
    notice: usize,
    told: Told,
}

impl Item {
    /// Whether it was news in a year.
    pub(super) fn is_of(&self, year: i32) -> bool {
        self.told.when.day().year() == year
    }
}

/// The feeds of a site, in order.
#[derive(Debug, Default)]
pub struct Feeds(Vec<Feed>);

impl Site {
    /// All the news of the notices on line, newest first; at the same
    /// instant by id, so that the order is always the same.
    pub(super) fn gather_news(&self) -> Vec<Item> {
        let notices = self.notices.iter().enumerate().filter(|(_, notice)| notice.is_current(self.now));
        let mut news: Vec<Item> =
            notices.flat_map(|(notice, of)| of.news(self.now).map(move |told| Item { notice, told })).collect();
        let key = |item: &Item| (item.told.when, item.told.place);
        let id = |item: &Item| self.notices[item.notice].filing.id.value.as_str();
        news.sort_by(|a, b| (key(b).0, id(a), key(b).1).cmp(&(key(a).0, id(b), key(a).1)));
        news
    }

    /// A piece of news by its place.
    fn news_at(&self, at: usize) -> News<'_> {
        let Item { notice, told } = &self.news[at];
        let notice = &*self.notices[*notice];
        News { notice, what: notice.what(told.place), name: &told.name, when: told.when }
    }

    /// Sorts the news into feeds. What a list tells apart is followed apart;
    /// changes, results and sections always, so that one can follow them
    /// before there is anything; kinds and offices stay when the last of them
    /// leaves, as far as the repository remembers.
    pub(super) fn sort_into_feeds(&self) -> Feeds {
        let always = [FeedOf::Site, FeedOf::Changes, FeedOf::Results].into_iter();
        let always = always.chain(self.tree.ids().map(FeedOf::Section));
        let listed = |by| self.lists(None).iter().any(|list| list.by() == Some(by));
        // What was told apart once is told apart for ever.
        let apart = |by, once: usize, ever: &dyn Fn() -> usize| {
            listed(by) || (once > 0 && self.makes(Extra::Lists) && ever() > 1)
        };
        let kinds = apart(By::Kind, self.followed.kinds.len(), &|| {
            let now = self.current().map(|notice| notice.heading.kind);
            now.chain(self.followed.kinds.iter().copied()).collect::<BTreeSet<_>>().len()
        });
        let offices = apart(By::Office, self.followed.offices.len(), &|| {
            let now = self.current().filter_map(|notice| Some(slug::slugify(notice.people.office.as_ref()?)));
            let now = now.filter(|slug| !slug.is_empty());
            now.chain(self.followed.offices.keys().cloned()).collect::<BTreeSet<_>>().len()
        });
        let known = self.followed.kinds.iter().filter(|_| kinds).map(|kind| FeedOf::Kind(*kind));
        let always = always.chain(known);
        let known = self.followed.offices.keys().filter(|_| offices).map(|slug| FeedOf::Office(slug.clone()));
        let mut feeds: BTreeMap<FeedOf, Vec<usize>> = always.chain(known).map(|of| (of, Vec::new())).collect();
        let mut sections: Vec<Vec<SectionId>> = vec![Vec::new(); self.notices.len()];
        for id in self.tree.ids() {
            for at in &self.in_section[id.index()] {
                sections[*at].push(id);
            }
        }
        for item in 0..self.news.len() {
            let told = self.news_at(item);
            let mut put = |of: FeedOf| {
                let feed = feeds.entry(of).or_default();
                feed.push(item);
            };
            if item < FEED_LENGTH {
                put(FeedOf::Site);
            }
            if told.changes_deadlines() {
                put(FeedOf::Changes);
            }
            if told.is_result() {
                put(FeedOf::Results);
            }
            for id in &sections[self.news[item].notice] {
                put(FeedOf::Section(*id));
            }
            if kinds {
                put(FeedOf::Kind(told.notice.heading.kind));
            }
            let office = told.notice.people.office.as_deref().filter(|_| offices).map(slug::slugify);
            if let Some(slug) = office.filter(|slug| !slug.is_empty()) {
                put(FeedOf::Office(slug));
            }
            feeds.entry(FeedOf::Year(told.when.day().year())).or_default().push(item);
        }
        Feeds(feeds.into_iter().map(|(of, news)| Feed { of, news }).collect())
    }

    /// Every feed: everything first, then changes and results, sections in
    /// the order of the tree, kinds, offices and years.
    pub fn feeds(&self) -> &[Feed] {
        &self.feeds.0
    }

    /// The feed that tells something, if there is one.
    pub fn feed(&self, of: &FeedOf) -> Option<&Feed> {
        self.feeds.0.binary_search_by(|feed| feed.of.cmp(of)).ok().map(|at| &self.feeds.0[at])
    }

    /// The feed of a list of the whole site.
    pub fn feed_of_list(&self, holds: &Holds) -> Option<&Feed> {
        self.feed(&match holds {
            Holds::All => FeedOf::Site,
            Holds::Kind(kind) => FeedOf::Kind(*kind),
            Holds::Office(slug, _) => FeedOf::Office(slug.clone()),
            Holds::Year(year) => FeedOf::Year(year.0),
            Holds::State(_) => return None,
        })
    }
}
