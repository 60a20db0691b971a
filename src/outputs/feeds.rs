//! Feeds: RSS 2.0, Atom 1.0 and JSON Feed 1.1 of everything, of changed
//! deadlines, of results, of each section, kind, office and year.
//!
//! Validity is our promise, so feeds are made in code, never by a theme. An
//! item's id comes from the notice's permanent id and from what happened to
//! it, never from an address: moving, renaming or mending a notice tells
//! nobody twice. A feed holds the newest fifty items; all the others are in the
//! documents of its archive, each linked to the one before it (RFC 5005). Those
//! of the site are the years', where items are told in short, since whole they
//! would outweigh the site; the others' say what happened and where it stands.

mod atom;
mod json;
mod rss;

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;

use super::xml::clean;
use super::{Ground, Made, Press};
use crate::calendar::Instant;
use crate::chronicle::News;
use crate::edition::Artifact;
use crate::plan::{Address, FEED_FILES, Job};
use crate::site::{Feed, FeedOf, Site};
use crate::view::{Entry, FeedView, Views};

/// How much HTML a feed carries, in bytes: items beyond it, the older ones,
/// are told in short. Readers give up on feeds of more than half a megabyte,
/// and the formats add their own.
const WEIGHT: usize = 300 * 1024;

/// A feed, or a document of its archive, ready for every format.
struct Channel<'a> {
    /// Its name, with the body's.
    title: String,
    /// What it tells, in a sentence.
    about: String,
    /// The page it belongs to, on the web.
    page: String,
    /// What names it for ever.
    id: String,
    /// The feed.
    feed: &'a Feed,
    /// Its number in the archive, from the oldest; none for the newest items.
    number: Option<usize>,
    /// The document with what came before: its feed and number.
    older: Option<(&'a Feed, usize)>,
    /// The document with what came after.
    newer: Option<(&'a Feed, usize)>,
    /// When what it says last changed.
    updated: Instant,
    /// What it tells, newest first.
    entries: Vec<&'a Entry<'a>>,
}

impl Channel<'_> {
    /// Its own file of a format.
    fn own(&self, site: &Site, file: &str) -> Address {
        match self.number {
            Some(number) => self.feed.archive_address(site, file, number),
            None => self.feed.address(site, file),
        }
    }

    /// Its neighbours of a format, with their relation after RFC 5005.
    fn neighbours(&self, site: &Site, file: &str) -> Vec<(&'static str, Address)> {
        let one =
            |rel, to: Option<(&Feed, usize)>| to.map(|(feed, number)| (rel, feed.archive_address(site, file, number)));
        // What a year's documents archive is the feed of the site.
        let whole = || match self.feed.of {
            FeedOf::Year(_) => Address::HOME.beside(file),
            _ => self.feed.address(site, file),
        };
        let current = self.number.map(|_| ("current", whole()));
        one("prev-archive", self.older).into_iter().chain(one("next-archive", self.newer)).chain(current).collect()
    }
}

/// Since when every body has had to keep the section: 20 April 2013, when
/// d.lgs. 33/2013 came into force, in seconds. The formats want a date, and a
/// site without notices has no other that stays.
const IN_FORCE: i64 = 1_366_408_800;

/// A document of an archive: its feed and number.
type Document<'a> = (&'a Feed, usize);

/// The documents of every archive, the oldest first: that of the site, which
/// is made of the years', then each feed's own.
fn archives(site: &Site) -> Vec<Vec<Document<'_>>> {
    let documents = |feed| (1..=Feed::archives(feed, site)).map(move |number| (feed, number));
    let (years, others): (Vec<&Feed>, Vec<&Feed>) =
        site.feeds().iter().partition(|feed| matches!(feed.of, FeedOf::Year(_)));
    let years = years.into_iter().flat_map(documents).collect();
    std::iter::once(years).chain(others.into_iter().map(|feed| documents(feed).collect())).collect()
}

pub(super) fn plan(ground: &Ground<'_>) -> Vec<Job> {
    let site = ground.site;
    let current = site.feeds().iter().flat_map(|feed| FEED_FILES.map(|file| feed.address(site, file)));
    let archived = archives(site).into_iter().flatten();
    let archived = archived.flat_map(|(feed, at)| FEED_FILES.map(|file| feed.archive_address(site, file, at)));
    current.chain(archived).map(Job::file).collect()
}

pub(super) fn make(press: &Press<'_>) -> Made {
    let site = press.site;
    let views = press.views();
    // What many feeds tell is put in words once.
    let mut told: BTreeMap<String, News<'_>> = BTreeMap::new();
    for news in site.feeds().iter().flat_map(|feed| feed.newest(site)) {
        told.insert(views.news_id(news), news);
    }
    let told: Vec<(String, News<'_>)> = told.into_iter().collect();
    let entries: HashMap<String, Entry<'_>> = told
        .into_par_iter()
        .map(|(id, news)| (id, entry(&views, news, Some(press.texts.get(news.notice.text)))))
        .collect();
    let archives = archives(site);
    let current = site.feeds().par_iter().map(|feed| {
        let whole: Vec<&Entry<'_>> = feed.newest(site).filter_map(|news| entries.get(&views.news_id(news))).collect();
        let mut weight = 0;
        let short: Vec<Option<Entry<'_>>> = whole
            .iter()
            .map(|one| {
                let fits = weight + one.html.len() <= WEIGHT;
                weight += if fits { one.html.len() } else { 0 };
                (!fits).then(|| entry(&views, one.news, None))
            })
            .collect();
        let shown = whole.iter().zip(&short).map(|(whole, short)| short.as_ref().unwrap_or(whole)).collect();
        let mut channel = channel(press, &views, feed, shown);
        let own = archives.iter().flatten().rfind(|(of, _)| of.of == feed.of);
        let years = archives[0].last().filter(|_| feed.of == FeedOf::Site);
        channel.older = own.or(years).copied();
        files(press, &channel)
    });
    let documents: Vec<(&[Document<'_>], usize)> =
        archives.iter().flat_map(|archive| (0..archive.len()).map(move |at| (archive.as_slice(), at))).collect();
    let archived = documents.into_par_iter().map(|(archive, at)| {
        let (feed, number) = archive[at];
        let is_year = matches!(feed.of, FeedOf::Year(_));
        let tell = |news| if is_year { entry(&views, news, None) } else { cleaned(views.entry_in_brief(news)) };
        let entries: Vec<Entry<'_>> = feed.archive(site, number).map(tell).collect();
        let mut channel = channel(press, &views, feed, entries.iter().collect());
        channel.title = format!("{} – {} {number}", channel.title, press.labels.text("feed-archive"));
        channel.number = Some(number);
        channel.older = at.checked_sub(1).map(|at| archive[at]);
        channel.newer = archive.get(at + 1).copied();
        files(press, &channel)
    });
    let made: Vec<Vec<Artifact>> = current.chain(archived).collect();
    Ok(made.into_iter().flatten().collect())
}

fn files(press: &Press<'_>, channel: &Channel<'_>) -> Vec<Artifact> {
    let make = [rss::document, atom::document, json::document];
    let files = FEED_FILES.into_iter().zip(make);
    files.map(|(file, make)| Artifact::new(&channel.own(press.site, file), make(press, channel))).collect()
}

fn entry<'a>(views: &Views<'a>, news: News<'a>, text: Option<&str>) -> Entry<'a> {
    cleaned(views.entry(news, text))
}

fn cleaned(mut entry: Entry<'_>) -> Entry<'_> {
    for text in [&mut entry.title, &mut entry.summary, &mut entry.html] {
        if let std::borrow::Cow::Owned(cleaned) = clean(text) {
            *text = cleaned;
        }
    }
    entry
}

fn channel<'e>(press: &Press<'_>, views: &Views<'_>, feed: &'e Feed, entries: Vec<&'e Entry<'e>>) -> Channel<'e> {
    let site = press.site;
    let FeedView { title, page, about, .. } = views.feed(feed);
    // A feed that tells nothing yet has the age of the site, which does not change.
    let oldest = || site.current().last().map(|notice| notice.filing.published.value.begins());
    let newest = entries.iter().map(|entry| {
        let updated = site.updated(entry.news.notice).begins();
        if updated <= site.now { updated.max(entry.news.when) } else { entry.news.when }
    });
    Channel {
        title: clean(&format!("{title} – {}", site.settings.body.name)).into_owned(),
        about: clean(&about).into_owned(),
        page: site.web(&page),
        id: views.feed_id(feed),
        feed,
        number: None,
        older: None,
        newer: None,
        updated: newest.max().or_else(oldest).unwrap_or(Instant::from_unix(IN_FORCE)),
        entries,
    }
}
