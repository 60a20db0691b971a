//! Feeds as pages announce them.

use schemars::JsonSchema;
use serde::Serialize;

use super::Views;
use crate::plan::{Address, FEED_FILES, SUBSCRIBE};
use crate::sections::SectionId;
use crate::site::{Feed, FeedOf, Holds, List};
use crate::vocabulary::Vocabulary;

/// A feed a page points to, in its three formats.
#[derive(Debug, Clone, Default, JsonSchema, Serialize)]
pub struct FeedView {
    /// What it holds.
    pub title: String,
    /// What it tells, in a sentence.
    pub about: String,
    /// The page it belongs to, from the root.
    pub page: String,
    /// The address of the feed as RSS 2.0, from the root.
    pub url: String,
    /// The same as Atom 1.0.
    pub atom: String,
    /// The same as JSON Feed 1.1.
    pub json: String,
}

impl Views<'_> {
    /// A feed in words.
    pub fn feed(&self, feed: &Feed) -> FeedView {
        let site = self.site;
        let text = |key: &'static str| self.labels.text(key).to_owned();
        let list =
            site.lists(None).iter().find(|list| site.feed_of_list(&list.holds).is_some_and(|of| of.of == feed.of));
        let page = || list.map_or(Address::HOME, |list| site.list_address(None, list, 1));
        let (title, about, page) = match &feed.of {
            FeedOf::Site => (site.settings.title.clone(), text("feed-site-about"), Address::HOME),
            FeedOf::Changes => (text("feed-changes"), text("feed-changes-about"), SUBSCRIBE.clone()),
            FeedOf::Results => (text("feed-results"), text("feed-results-about"), SUBSCRIBE.clone()),
            FeedOf::Section(id) => {
                let section = site.tree.get(*id);
                let said = site.words.get(id).and_then(|words| words.summary.as_ref()).or(section.about.as_ref());
                // Some sections bear the name of the one they stand in.
                let above = section.parent.is_some_and(|above| site.tree.get(above).title == section.title);
                let title = if above {
                    format!("{} ({})", section.title, self.labels.text("theme-subsection_word"))
                } else {
                    section.title.clone()
                };
                (title, said.unwrap_or(&section.title).clone(), site.section_address(*id, 1))
            }
            FeedOf::Kind(kind) => (self.labels.of(*kind).to_owned(), self.labels.of(*kind).to_owned(), page()),
            FeedOf::Office(slug) => {
                let listed = list.and_then(|list| match &list.holds {
                    Holds::Office(_, name) => Some(name.as_str()),
                    _ => None,
                });
                let name = listed.or_else(|| site.followed.office(slug)).unwrap_or(slug);
                (name.to_owned(), name.to_owned(), page())
            }
            FeedOf::Year(year) => {
                let title = format!("{} {year}", self.labels.text("feed-of-year"));
                (title.clone(), title, page())
            }
        };
        let [url, atom, json] = FEED_FILES.map(|file| feed.address(site, file).into());
        FeedView { title, about, page: page.into(), url, atom, json }
    }

    /// The documents of a feed's archive.
    pub fn feed_archives(&self, feed: &Feed) -> Vec<FeedView> {
        let whole = self.feed(feed);
        let one = |number| {
            let [url, atom, json] = FEED_FILES.map(|file| feed.archive_address(self.site, file, number).into());
            let title = format!("{} – {} {number}", whole.title, self.labels.text("feed-archive"));
            FeedView { title, url, atom, json, ..whole.clone() }
        };
        (1..=feed.archives(self.site)).map(one).collect()
    }

    /// What names a feed for ever.
    pub fn feed_id(&self, feed: &Feed) -> String {
        let name = match &feed.of {
            FeedOf::Site => "sito".to_owned(),
            FeedOf::Changes => "termini-cambiati".to_owned(),
            FeedOf::Results => "risultati".to_owned(),
            FeedOf::Section(id) => format!("sezione:{}", self.site.tree.get(*id).path),
            FeedOf::Kind(kind) => format!("tipo:{}", kind.word()),
            FeedOf::Office(slug) => format!("ufficio:{slug}"),
            FeedOf::Year(year) => format!("anno:{year}"),
        };
        format!("urn:trasparente:{}:feed:{name}", self.site.settings.body.ipa)
    }

    /// The feed of everything.
    pub fn site_feed(&self) -> FeedView {
        self.site.feed(&FeedOf::Site).map(|feed| self.feed(feed)).unwrap_or_default()
    }

    /// Every feed that tells something, and the general ones.
    pub fn all_feeds(&self) -> Vec<FeedView> {
        self.site.feeds().iter().filter(|feed| feed.is_announced()).map(|feed| self.feed(feed)).collect()
    }

    /// The feeds one may follow whatever one looks for: everything, changed
    /// deadlines, results.
    pub fn general_feeds(&self) -> Vec<FeedView> {
        let general = [FeedOf::Site, FeedOf::Changes, FeedOf::Results];
        general.iter().filter_map(|of| self.site.feed(of)).map(|feed| self.feed(feed)).collect()
    }

    /// The feed of a section.
    pub fn section_feed(&self, id: SectionId) -> Option<FeedView> {
        self.site.feed(&FeedOf::Section(id)).map(|feed| self.feed(feed))
    }

    /// The feed of a list of the whole site, if it is followed apart.
    pub fn list_feed(&self, list: &List) -> Option<FeedView> {
        self.site.feed_of_list(&list.holds).filter(|feed| feed.of != FeedOf::Site).map(|feed| self.feed(feed))
    }
}
