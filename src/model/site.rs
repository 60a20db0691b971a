//! The whole site: every notice, and how they hang together.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::process::Processes;
use crate::calendar::{Instant, Moment};
use crate::characters::nfc;
use crate::model::{AttachmentSource, Body, Feeds, Files, Format, Lists, Notice, Settings, State, Target, Texts};
use crate::sections::{SectionId, Tree};
use crate::source::FileId;

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
    /// The instant it is seen at.
    pub now: Instant,
    pub(super) by_id: HashMap<String, usize>,
    by_path: HashMap<String, usize>,
    pub(super) in_section: Vec<Vec<usize>>,
    pub(super) lists: Lists,
    pub(super) feeds: Feeds,
    /// For each id, the notices that name it.
    pub(super) naming: HashMap<String, Vec<usize>>,
    pub(super) processes: Processes,
    /// For each address, the file there: more than one is a mistake.
    published_files: BTreeMap<String, BTreeSet<String>>,
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
    pub fn new(
        settings: Settings,
        tree: Tree,
        words: BTreeMap<SectionId, SectionWords>,
        mut notices: Vec<Box<Notice>>,
        texts: Texts,
        files: Files,
        now: Instant,
    ) -> Self {
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
            naming: HashMap::new(),
            processes: Processes::default(),
            published_files: BTreeMap::new(),
            updated: vec![None; tree.size()],
            settled: None,
            next_transition: None,
            settings,
            tree,
            words,
            notices,
            texts,
            files,
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
        self.published_files = self.find_file_addresses();
        self.lists = self.sort_into_lists();
        self.feeds = self.sort_into_feeds();
        self.processes = self.find_processes();
        (self.settled, self.next_transition) = self.neighbouring_transitions();
        self.updated = (0..self.in_section.len()).map(|section| self.last_change(section)).collect();
    }

    /// The newest update of a section's notices and words.
    fn last_change(&self, section: usize) -> Option<Moment> {
        let newest = self.in_section[section].iter().map(|at| self.notices[*at].filing.updated.value);
        // A section is as new as what stands below it.
        let below = |id: SectionId| self.tree.line(id).iter().any(|above| above.index() == section);
        let words = self.words.iter().filter(|(id, _)| below(**id)).filter_map(|(_, words)| words.updated);
        newest.chain(words).max_by_key(|moment| (moment.date, moment.time.is_none(), moment.time))
    }

    /// Where each file of the content folder that somebody uses is on line:
    /// beside every page that attaches or links it. So a file keeps its
    /// address whoever else uses it later.
    fn find_file_addresses(&self) -> BTreeMap<String, BTreeSet<String>> {
        let mut addresses: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let mut publish = |address: &str, path: &str| {
            addresses.entry(address.to_owned() + &published_name(path)).or_default().insert(path.to_owned());
        };
        for notice in self.current() {
            for attachment in &notice.attachments {
                if let AttachmentSource::File(path) = &attachment.source {
                    publish(&notice.address(), &path.value);
                }
            }
        }
        let words = self.words.iter().map(|(id, words)| (format!("/{}/", self.tree.get(*id).path), &words.body));
        for (address, body) in self.current().map(|notice| (notice.address(), &notice.body)).chain(words) {
            for link in &body.links {
                if let Target::File(path, _) = &link.value.target
                    && self.files.contains_key(path)
                {
                    publish(&address, path);
                }
            }
        }
        addresses
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

    /// The files to publish: their address and their content path.
    pub fn published_files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.published_files
            .iter()
            .flat_map(|(address, paths)| paths.iter().map(move |path| (address.as_str(), path.as_str())))
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
            notice.for_each_transition(days, &mut name);
            if self.tells_processes() {
                notice.for_each_disclosure(&mut name);
            }
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

    /// The address a link inside the site leads to, if it leads anywhere.
    /// `own` is the address of the page the link stands on.
    pub fn resolve(&self, target: &Target, own: &str) -> Option<String> {
        let with = |address: String, anchor: &Option<String>| match anchor {
            Some(anchor) => format!("{address}#{anchor}"),
            None => address,
        };
        match target {
            Target::Elsewhere(url) => Some(url.clone()),
            Target::Anchor(anchor) => Some(format!("#{anchor}")),
            Target::Page(path, anchor) => self.page_exists(path).then(|| with(path.clone(), anchor)),
            Target::File(path, anchor) => {
                let notice = self.by_path(path).filter(|notice| notice.is_current(self.now));
                let file = || self.files.contains_key(path).then(|| own.to_owned() + &published_name(path));
                let address = notice.map(Notice::address).or_else(file);
                address.map(|address| {
                    if address == own && anchor.is_some() { with(String::new(), anchor) } else { with(address, anchor) }
                })
            }
            Target::Refused => None,
        }
    }

    /// Whether an address from the root, with slashes at both ends for
    /// pages, is one of ours.
    fn page_exists(&self, path: &str) -> bool {
        let inner = path.trim_matches('/');
        inner.is_empty()
            || self.tree.find(inner).is_some()
            || ["sitemap.xml", "robots.txt"].contains(&inner)
            || self.service_pages().any(|page| page.trim_matches('/') == inner)
            || self.list_exists(inner)
            || self.calendar_exists(inner)
            || self.is_data(inner)
            || inner
                .strip_prefix("atti/")
                .is_some_and(|id| self.by_id(id).is_some_and(|notice| notice.is_current(self.now)))
            || self.published_files.contains_key(path)
            || self.feed_exists(inner)
    }

    /// The text an address belongs to, for its headings.
    pub fn anchors_at(&self, target: &Target) -> Option<&Body> {
        match target {
            Target::File(path, _) => self.by_path(path).map(|notice| &notice.body),
            Target::Page(path, _) => match path.trim_matches('/').strip_prefix("atti/") {
                Some(id) => self.by_id(id).map(|notice| &notice.body),
                None => self.words.get(&self.tree.find(path)?).map(|words| &words.body),
            },
            _ => None,
        }
    }
}

/// The name a file is published under: as it is if every server and shell
/// can live with it, else spelled out.
pub fn published_name(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    if name.bytes().all(|b| b.is_ascii_alphanumeric() || b"._-".contains(&b)) && !name.starts_with('.') {
        return name.to_owned();
    }
    // `Verbale firmato.pdf.p7m` keeps both endings.
    let mut stem = name;
    let mut endings = Vec::new();
    while let Some((before, ending)) = stem.rsplit_once('.') {
        if Format::of_name(stem).is_none() {
            break;
        }
        endings.push(ending.trim().to_ascii_lowercase());
        stem = before;
    }
    endings.reverse();
    let slug = slug::slugify(stem.replace(['°', 'º'], " "));
    format!("{}.{}", if slug.is_empty() { "documento" } else { &slug }, endings.join("."))
}
