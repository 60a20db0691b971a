//! What the catalogue says: of itself, of the body, of every data set.

use oxrdf::{NamedNode, Triple};

use super::super::Press;
use super::licence::{Licence, UNKNOWN};
use super::sheet::{Sheet, Wording, address, term};
use super::terms::{AUTHORITY, DCAT, DCATAPIT, DCT, FOAF, HEADINGS, VCARD, frequency};
use crate::calendar::Moment;
use crate::messages::Language;
use crate::plan::{Address, DATA, catalogue_address};
use crate::sections::SectionId;
use crate::site::{Dataset, Site};

/// Every triple, subject by subject.
pub(super) fn triples(press: &Press<'_>) -> Vec<Triple> {
    let mut sheet = Sheet::new(press.labels.language().tag());
    if let Some(desk) = Desk::new(press) {
        desk.write(&mut sheet);
    }
    sheet.triples()
}

/// What every entry needs at hand.
pub(super) struct Desk<'a> {
    pub(super) press: &'a Press<'a>,
    pub(super) site: &'a Site,
    pub(super) agent: NamedNode,
    pub(super) contact: NamedNode,
    pub(super) licence: NamedNode,
    /// When the newest thing in the catalogue changed; none while nothing is in
    /// it.
    pub(super) modified: Option<Moment>,
}

/// A data set, before it is triples.
pub(super) struct Entry {
    /// What names it in the catalogue and, after the body's code, everywhere.
    pub(super) key: String,
    pub(super) title: Wording,
    pub(super) about: Wording,
    pub(super) modified: Option<Moment>,
    pub(super) frequency: &'static str,
    /// The page that shows what it holds.
    pub(super) page: Address,
    /// The section's code in the list of headings.
    pub(super) heading: Option<String>,
    pub(super) keyword: Option<String>,
    /// The format and address of each file.
    pub(super) files: Vec<(&'static str, Address)>,
}

impl<'a> Desk<'a> {
    fn new(press: &'a Press<'a>) -> Option<Self> {
        let site = press.site;
        let licence = site.settings.licence.as_ref().and_then(|licence| {
            let url = licence.url.as_deref();
            let known = url.and_then(Licence::of).and_then(|known| address(&known.address()));
            // One with a name alone is named here.
            known.or_else(|| url.and_then(address)).or_else(|| name(site, "licenza"))
        });
        let sets = site.datasets().filter_map(|set| past(site, site.dataset_updated(set)));
        Some(Self {
            press,
            site,
            agent: name(site, "ente")?,
            contact: name(site, "contatto")?,
            licence: licence.or_else(|| address(&UNKNOWN.address()))?,
            modified: sets
                .max_by_key(|moment| moment.begins())
                .or_else(|| site.settled.map(|settled| Moment::day(settled.day()))),
        })
    }

    fn write(&self, sheet: &mut Sheet) {
        let entries = self.entries();
        self.catalogue(&entries, sheet);
        self.body(sheet);
        self.licence(sheet);
        for entry in &entries {
            self.dataset(entry, sheet);
        }
    }

    fn entries(&self) -> Vec<Entry> {
        let years = self.site.l190_files();
        let years = years.chunk_by(|a, b| a.year == b.year).map(|files| self.year(files));
        let sets = self.site.datasets().map(|set| self.entry(set)).chain(self.tables());
        sets.chain(self.contracts()).chain(years).collect()
    }

    fn entry(&self, set: Dataset) -> Entry {
        let site = self.site;
        let files = [("CSV", "csv", true), ("JSON", "json", true), ("XLSX", "xlsx", cfg!(feature = "spreadsheets"))];
        let files = files.into_iter().filter(|(.., made)| *made);
        let files = files.map(|(format, ending, _)| (format, set.address(site, ending))).collect();
        let key = set.name(site);
        let modified = past(site, site.dataset_updated(set)).or(self.modified);
        match set.of {
            None => Entry {
                key,
                title: Wording::Ours(self.titled(self.press.labels.text("catalogue-all"))),
                about: Wording::Ours(self.press.labels.text("catalogue-all-about").to_owned()),
                modified,
                frequency: frequency(site.tree.ids().filter_map(|id| site.tree.get(id).frequency).min()),
                page: DATA.clone(),
                heading: None,
                keyword: None,
                files,
            },
            Some(id) => self.section(id, Entry { files, ..Entry::empty(key, modified) }),
        }
    }

    fn section(&self, id: SectionId, entry: Entry) -> Entry {
        let tree = &self.site.tree;
        let section = tree.get(id);
        let heading = section.parent.map(|parent| format!("{} ({})", section.title, tree.get(parent).title));
        let words = self.site.words.get(&id).and_then(|words| words.summary.clone()).map(Wording::Ours);
        let about = words.or_else(|| section.about.clone().map(Wording::Italian));
        // A heading is updated as often as the busiest of what stands below.
        let within = tree.ids().filter(|other| *other == id || tree.get(*other).parent == Some(id));
        Entry {
            title: Wording::Italian(self.titled(heading.as_deref().unwrap_or(&section.title))),
            about: about.unwrap_or_else(|| Wording::Ours(self.press.labels.text("catalogue-section-about").to_owned())),
            frequency: frequency(section.frequency.or_else(|| within.filter_map(|id| tree.get(id).frequency).min())),
            page: self.site.section_address(id, 1),
            heading: section.titulus.clone(),
            keyword: Some(section.title.clone()),
            ..entry
        }
    }

    pub(super) fn titled(&self, title: &str) -> String {
        format!("{title} – {}", self.site.settings.body.name)
    }

    fn catalogue(&self, entries: &[Entry], sheet: &mut Sheet) {
        let settings = &self.site.settings;
        let labels = self.press.labels;
        let Some(catalogue) = name(self.site, "catalogo") else { return };
        sheet.about(&catalogue, &[(DCATAPIT, "Catalog"), (DCAT, "Catalog")]);
        sheet.text((DCT, "title"), &self.titled(labels.text("catalogue-title")));
        sheet.text((DCT, "description"), labels.text("catalogue-about"));
        sheet.link((DCT, "publisher"), &self.agent);
        sheet.changed(self.modified);
        let language = match settings.language {
            Language::Italian => "ITA",
            Language::English => "ENG",
        };
        sheet.link((DCT, "language"), &authority("language", language));
        sheet.link((DCT, "license"), &self.licence);
        self.page(&DATA, (FOAF, "homepage"), sheet);
        sheet.link((DCAT, "themeTaxonomy"), &term(("", AUTHORITY), "data-theme"));
        for set in entries.iter().filter_map(|entry| name(self.site, &entry.key)) {
            sheet.link((DCAT, "dataset"), &set);
        }
    }

    /// The body, and the office that answers for its data.
    fn body(&self, sheet: &mut Sheet) {
        let settings = &self.site.settings;
        let (body, rpct) = (&settings.body, &settings.rpct);
        sheet.about(&self.agent, &[(DCATAPIT, "Agent"), (FOAF, "Agent")]);
        sheet.code((DCT, "identifier"), body.ipa.as_str());
        sheet.text((FOAF, "name"), &body.name);
        if let Some(website) = body.website.as_deref().and_then(address) {
            sheet.link((FOAF, "homepage"), &website);
        }
        sheet.about(&self.contact, &[(DCATAPIT, "Organization"), (VCARD, "Organization"), (VCARD, "Kind")]);
        sheet.text((VCARD, "fn"), &rpct.name);
        let mail = [&rpct.email, &rpct.pec, &body.email].into_iter().find_map(|mail| mail.as_deref());
        if let Some(mail) = address(&format!("mailto:{}", mail.unwrap_or(&body.pec))) {
            sheet.link((VCARD, "hasEmail"), &mail);
        }
    }

    fn licence(&self, sheet: &mut Sheet) {
        let named = self.site.settings.licence.as_ref();
        let known = Licence::of(self.licence.as_str()).unwrap_or(UNKNOWN);
        sheet.about(&self.licence, &[(DCATAPIT, "LicenseDocument"), (DCT, "LicenseDocument")]);
        if let Some(licence) = named {
            sheet.text((FOAF, "name"), &licence.name);
        }
        if let Some(kind) = address(&known.kind()) {
            sheet.link((DCT, "type"), &kind);
        }
    }

    fn dataset(&self, entry: &Entry, sheet: &mut Sheet) {
        let site = self.site;
        let Some(set) = name(site, &entry.key) else { return };
        let files: Vec<(&str, NamedNode, NamedNode)> = entry
            .files
            .iter()
            .filter_map(|(format, file)| {
                Some((*format, name(site, file.trim_start_matches(&*DATA))?, address(&site.web(file))?))
            })
            .collect();
        sheet.about(&set, &[(DCATAPIT, "Dataset"), (DCAT, "Dataset")]);
        sheet.code((DCT, "identifier"), &format!("{}:{}", site.settings.body.ipa, entry.key));
        sheet.say((DCT, "title"), &entry.title);
        sheet.say((DCT, "description"), &entry.about);
        sheet.changed(entry.modified);
        sheet.link((DCAT, "theme"), &authority("data-theme", "GOVE"));
        if let Some(code) = &entry.heading {
            sheet.link((DCT, "subject"), &term(("", HEADINGS), code));
        }
        for role in ["rightsHolder", "publisher", "creator"] {
            sheet.link((DCT, role), &self.agent);
        }
        sheet.link((DCT, "accrualPeriodicity"), &authority("frequency", entry.frequency));
        sheet.link((DCT, "language"), &authority("language", "ITA"));
        sheet.link((DCAT, "contactPoint"), &self.contact);
        self.page(&entry.page, (DCAT, "landingPage"), sheet);
        sheet.say((DCAT, "keyword"), &Wording::Italian("amministrazione trasparente".to_owned()));
        if let Some(keyword) = entry.keyword.as_deref().filter(|keyword| is_keyword(keyword)) {
            sheet.say((DCAT, "keyword"), &Wording::Italian(keyword.to_owned()));
        }
        for (_, file, _) in &files {
            sheet.link((DCAT, "distribution"), file);
        }
        for (format, file, address) in &files {
            sheet.about(file, &[(DCATAPIT, "Distribution"), (DCAT, "Distribution")]);
            sheet.say((DCT, "title"), &entry.title.with(&format!(" ({format})")));
            sheet.text((DCT, "description"), self.press.labels.known(&format!("catalogue-{}", format.to_lowercase())));
            sheet.link((DCT, "format"), &authority("file-type", format));
            sheet.link((DCT, "license"), &self.licence);
            sheet.changed(entry.modified);
            self.page(&entry.page, (DCAT, "accessURL"), sheet);
            sheet.link((DCAT, "downloadURL"), address);
        }
    }

    /// Says which page of ours something has.
    fn page(&self, page: &Address, property: (super::terms::Vocabulary, &str), sheet: &mut Sheet) {
        if let Some(page) = address(&self.site.web(page)) {
            sheet.link(property, &page);
        }
    }
}

impl Entry {
    pub(super) fn empty(key: String, modified: Option<Moment>) -> Self {
        Self {
            key,
            modified,
            title: Wording::Ours(String::new()),
            about: Wording::Ours(String::new()),
            frequency: frequency(None),
            page: DATA.clone(),
            heading: None,
            keyword: None,
            files: Vec::new(),
        }
    }
}

/// The name of something in the catalogue.
fn name(site: &Site, key: &str) -> Option<NamedNode> {
    address(&site.web(&format!("{}#{key}", catalogue_address("ttl"))))
}

/// A concept of a European list.
fn authority(list: &str, concept: &str) -> NamedNode {
    term(("", AUTHORITY), &format!("{list}/{concept}"))
}

/// A moment unless it is still to come: a date typed wrong, or one an act
/// has of its own, is no update.
pub(super) fn past(site: &Site, moment: Option<Moment>) -> Option<Moment> {
    moment.filter(|moment| moment.begins() <= site.now)
}

/// Whether the profile takes it for a keyword: letters, digits, blanks and
/// dashes.
fn is_keyword(text: &str) -> bool {
    text.chars().all(|c| c.is_alphanumeric() || c == ' ' || c == '-')
}
