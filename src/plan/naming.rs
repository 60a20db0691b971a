//! Where everything stands: each address is made up here, once.

use super::Address;
use crate::model::{Attachment, AttachmentSource, Extra, File, Format, Notice};
use crate::sections::SectionId;
use crate::site::{Dataset, Feed, FeedOf, L190File, List, Site};
use crate::vocabulary::Vocabulary;

/// The search.
pub static SEARCH: Address = Address::ours("/cerca/");
/// How browsers and other programs search the site (`OpenSearch` 1.1).
pub static OPENSEARCH: Address = Address::ours("/opensearch.xml");
/// Whom to tell of a hole in the site's security (RFC 9116).
pub static SECURITY: Address = Address::ours("/.well-known/security.txt");
/// How to follow the site.
pub static SUBSCRIBE: Address = Address::ours("/ricevi-gli-avvisi/");
/// The open data, and what they mean.
pub static DATA: Address = Address::ours("/dati/");
/// Our own page of legal notes.
pub static LEGAL: Address = Address::ours("/note-legali/");
/// Our own page of questions and answers.
pub static FAQ: Address = Address::ours("/domande-frequenti/");
/// Where the lists of the whole site stand.
pub static LISTS: Address = Address::ours("/elenchi/");
/// The page for addresses that lead nowhere.
pub static NOT_FOUND: Address = Address::ours("/404.html");
/// What an edition consists of, written when everything else is in place.
pub static MANIFEST: Address = Address::ours("/edizione.json");
/// The index of the data sets of L. 190/2012.
pub static L190_INDEX: Address = Address::ours("/dati/l190/indice.xml");

/// Where the notices stand.
const NOTICES: &str = "atti";

/// The names of a feed's files: RSS 2.0, Atom 1.0, JSON Feed 1.1.
pub const FEED_FILES: [&str; 3] = ["rss.xml", "atom.xml", "feed.json"];

/// The name every calendar has, beside the page it belongs to.
const CALENDAR: &str = "scadenze.ics";

/// The forms of the catalogue of the open data: their names and endings.
pub const CATALOGUE_FORMS: [(&str, &str); 3] = [("RDF/XML", "rdf"), ("Turtle", "ttl"), ("JSON-LD", "jsonld")];

/// What stands below a section, or beside our pages, and is no section.
const WITHIN: [&str; 10] = [
    "aperti",
    "conclusi",
    "in-programma",
    "in-scadenza",
    "pagina",
    "risorse",
    "scaduti",
    "tipo",
    "ufficio",
    "valutazione",
];

/// Whether a section may not be called this: a list, or a page of ours, is.
pub fn is_reserved(id: &str) -> bool {
    let folders = [&SEARCH, &DATA, &FAQ, &LISTS, &LEGAL, &SUBSCRIBE].map(|page| page.trim_matches('/'));
    id == NOTICES || folders.contains(&id) || is_list(id)
}

/// Whether what is called this below a section, or below the lists of the
/// whole site, is a list or part of one, today or one day.
pub fn is_list(name: &str) -> bool {
    WITHIN.contains(&name) || (name.len() == 4 && name.bytes().all(|b| b.is_ascii_digit()))
}

impl Notice {
    /// Its address: its own for ever, whatever section it stands in.
    pub fn address(&self) -> Address {
        Address::page(&format!("{NOTICES}/{}", self.filing.id.value))
    }

    /// Where the OCDS releases it gave rise to stand.
    pub fn ocds_address(&self) -> Address {
        self.address().beside("ocds.json")
    }

    /// Where the OCDS record of the process that began with it stands.
    pub fn ocds_record_address(&self) -> Address {
        self.address().beside("ocds-storia.json")
    }

    /// Where its documents stand in one file.
    pub fn dossier_address(&self) -> Address {
        self.address().beside(&format!("fascicolo-{}.zip", self.filing.id.value))
    }

    /// Where its calendar stands.
    pub fn calendar_address(&self) -> Address {
        self.address().beside(CALENDAR)
    }
}

impl Feed {
    /// Where its file of a format stands: one of [`FEED_FILES`].
    pub fn address(&self, site: &Site, file: &str) -> Address {
        self.of.page(site).beside(file)
    }

    /// Where a document of its archive stands, by number from 1.
    pub fn archive_address(&self, site: &Site, file: &str, number: usize) -> Address {
        let (stem, ending) = file.rsplit_once('.').unwrap_or((file, ""));
        self.of.page(site).beside(&format!("{stem}-{number}.{ending}"))
    }
}

impl FeedOf {
    /// The page its files stand beside, or would.
    fn page(&self, site: &Site) -> Address {
        match self {
            Self::Site => Address::HOME,
            Self::Changes => SUBSCRIBE.below("termini-cambiati"),
            Self::Results => SUBSCRIBE.below("risultati"),
            Self::Section(id) => site.section_address(*id, 1),
            Self::Kind(kind) => LISTS.below(&format!("tipo/{}", kind.word())),
            Self::Office(slug) => LISTS.below(&format!("ufficio/{slug}")),
            Self::Year(year) => LISTS.below(&year.to_string()),
        }
    }
}

impl L190File<'_> {
    /// Its address: `/dati/l190/2023.xml`, `/dati/l190/2023-2.xml`.
    pub fn address(&self) -> Address {
        let part = if self.part > 1 { format!("-{}", self.part) } else { String::new() };
        DATA.beside(&format!("l190/{}{part}.xml", self.year))
    }
}

impl Dataset {
    /// Where its file of a format stands: `/dati/atti.csv`,
    /// `/dati/sezioni/bandi-gara-contratti.json`.
    pub fn address(self, site: &Site, ending: &str) -> Address {
        DATA.beside(&format!("{}.{ending}", self.name(site)))
    }

    /// Its name: `atti`, `sezioni/bandi-gara-contratti`.
    pub fn name(self, site: &Site) -> String {
        match self.of {
            None => "atti".to_owned(),
            Some(id) => format!("sezioni/{}", site.tree.get(id).path),
        }
    }

    /// The page that shows what it holds.
    pub fn page(self, site: &Site) -> Address {
        self.of.map_or(Address::HOME, |id| site.section_address(id, 1))
    }
}

/// Where the catalogue of the open data stands, without the endings of its
/// forms.
pub const CATALOGUE: &str = "/dati/catalogo";

/// Where the catalogue of the open data stands in a form.
pub fn catalogue_address(ending: &str) -> Address {
    Address::file(&format!("{CATALOGUE}.{ending}"))
}

/// Where a table of the whole site stands.
pub fn table_address(name: &str) -> Address {
    DATA.beside(&format!("{name}.csv"))
}

impl Site {
    /// The address of a page of a section's own list.
    pub fn section_address(&self, id: SectionId, page: usize) -> Address {
        numbered(Address::page(&self.tree.get(id).path), page)
    }

    /// The address of a page of a list.
    pub fn list_address(&self, of: Option<SectionId>, list: &List, page: usize) -> Address {
        let of = of.map_or_else(|| LISTS.clone(), |id| self.section_address(id, 1));
        let slug = list.slug();
        numbered(if slug.is_empty() { of } else { of.below(&slug) }, page)
    }

    /// The address of the JSON beside a page, if the body wants it.
    pub fn json_address(&self, page: &Address) -> Option<Address> {
        self.makes(Extra::Json).then(|| page.beside("index.json"))
    }

    /// The address of the calendar of everything. There is one even before the
    /// first deadline, so that its address can be given out.
    pub fn site_calendar(&self) -> Option<Address> {
        self.makes(Extra::Calendars).then(|| Address::HOME.beside(CALENDAR))
    }

    /// The address of the calendar of a section and what stands below it, if
    /// any notice there has deadlines: also old ones, since an address
    /// somebody follows must not go with the last of them.
    pub fn section_calendar(&self, id: SectionId) -> Option<Address> {
        let any = self.in_section(id).any(Notice::has_deadlines) || self.followed.has_calendar(id);
        (self.makes(Extra::Calendars) && any).then(|| self.section_address(id, 1).beside(CALENDAR))
    }

    /// The address of the calendar of a notice, if it has deadlines.
    pub fn notice_calendar(&self, notice: &Notice) -> Option<Address> {
        (self.makes(Extra::Calendars) && notice.has_deadlines()).then(|| notice.calendar_address())
    }

    /// The address under which a calendar is followed rather than copied:
    /// the same with the scheme `webcal:`, which calendar programs answer to.
    pub fn webcal(&self, address: &Address) -> String {
        let base = &self.settings.base_url;
        format!("webcal://{}{address}", base.split_once("://").map_or(base.as_str(), |(_, host)| host))
    }

    /// The years in which a process began, each with the address of the file
    /// of all their releases; the latest last.
    pub fn ocds_years(&self) -> impl DoubleEndedIterator<Item = (i32, Address)> + use<> {
        self.process_years().into_iter().map(|year| (year, DATA.beside(&format!("ocds/{year}.json"))))
    }

    /// The address of the OCDS releases a notice gave rise to, if any.
    pub fn ocds_address(&self, notice: &Notice) -> Option<Address> {
        self.root_of(notice).map(|_| notice.ocds_address())
    }

    /// The address of the OCDS record of the process a notice tells of: it
    /// stands with the notice the process began with.
    pub fn ocds_record_address(&self, notice: &Notice) -> Option<Address> {
        self.root_of(notice).map(Notice::ocds_record_address)
    }

    /// An address on the web, from one from the root.
    pub fn web(&self, address: &str) -> String {
        format!("{}{address}", self.settings.base_url)
    }

    /// Where a document of a notice is, and what is known of it.
    pub fn document<'a>(&'a self, notice: &Notice, attachment: &'a Attachment) -> Document<'a> {
        match &attachment.source {
            AttachmentSource::Url(url) => {
                Document { address: Err(&url.value), format: Format::of_name(&url.value), file: None }
            }
            AttachmentSource::File(path) => Document {
                address: Ok(notice.address().beside(&published_name(&path.value))),
                format: Format::of_name(&path.value),
                file: self.files.get(&path.value),
            },
        }
    }
}

fn numbered(list: Address, page: usize) -> Address {
    if page > 1 { list.below(&format!("pagina/{page}")) } else { list }
}

/// Where a document is, and what is known of it.
#[derive(Debug)]
pub struct Document<'a> {
    /// Its address here, or on somebody else's site.
    pub address: Result<Address, &'a str>,
    /// What opens it, as far as its name tells.
    pub format: Option<Format>,
    /// The file, if it is one of ours.
    pub file: Option<&'a File>,
}

impl Document<'_> {
    /// Its address on the web.
    pub fn web(&self, site: &Site) -> String {
        match &self.address {
            Ok(address) => site.web(address),
            Err(elsewhere) => (*elsewhere).to_owned(),
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
