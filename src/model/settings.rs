//! Who publishes, and how: `content/sito.yaml` once read.

use crate::calendar::Moment;
use crate::codes::{IpaCode, TaxCode};
use crate::messages::Language;
use crate::model::{BodyKind, Excuse};
use crate::source::{FileId, Span, Spanned};
use crate::vocabulary::vocabulary;

/// The file that says who publishes.
pub const SETTINGS: &str = "sito.yaml";

/// Who publishes, and how.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The file it was read from.
    pub file: FileId,
    /// Who publishes.
    pub body: Body,
    /// The site's title: "Amministrazione trasparente".
    pub title: String,
    /// What the site is, in a sentence.
    pub description: Option<String>,
    /// Where it is on line: scheme and host, no slash at the end.
    pub base_url: String,
    /// The language of the pages.
    pub language: Language,
    /// The theme's name and where it is written.
    pub theme: (String, Option<Span>),
    /// Who answers for transparency.
    pub rpct: Contact,
    /// The pages the law wants in every footer.
    pub links: LegalLinks,
    /// The licence of the content.
    pub licence: Option<Named>,
    /// Where what citizens think of the pages goes; nobody is asked if it
    /// goes nowhere.
    pub feedback: Option<Feedback>,
    /// The prefix registered with the Open Contracting Partnership, `ocds-`
    /// and six letters or digits; nothing is published in OCDS without it.
    pub ocds: Option<String>,
    /// Whether the data sets of art. 1, c. 32, L. 190/2012 for the years up to
    /// 2023 stay on line.
    pub l190: bool,
    /// Whom to tell of a hole in the site's security, if the body says so.
    pub security: Option<Box<Security>>,
    /// What is not to be made.
    pub without: Vec<Extra>,
    /// Numbers one may tune.
    pub tuning: Tuning,
    /// Rules excused on the whole site.
    pub excuses: Vec<Excuse>,
}

/// The public body.
#[derive(Debug, Clone)]
pub struct Body {
    /// Its name.
    pub name: String,
    /// What kind of body it is.
    pub kind: Option<BodyKind>,
    /// Its code in the index of public administrations.
    pub ipa: IpaCode,
    /// Its code among Italian municipalities (ISTAT), six digits.
    pub istat: Option<String>,
    /// Where it is.
    pub territory: Option<Box<Territory>>,
    /// Its tax code.
    pub tax_code: TaxCode,
    /// Where it sits.
    pub address: String,
    /// Its certified mail.
    pub pec: String,
    /// Its e-mail.
    pub email: Option<String>,
    /// Its telephone.
    pub phone: Option<String>,
    /// Its institutional site.
    pub website: Option<String>,
    /// The body above it, shown in the slim header.
    pub parent: Option<Named>,
}

/// Where a body is, in the words and numbers feeds and catalogues use.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Territory {
    /// The municipality.
    pub municipality: Option<String>,
    /// The province.
    pub province: Option<String>,
    /// The region.
    pub region: Option<String>,
    /// The latitude in degrees (WGS 84), as written: `45.6669`.
    pub latitude: Option<String>,
    /// The longitude in degrees (WGS 84), as written: `12.2430`.
    pub longitude: Option<String>,
}

/// A name and perhaps an address on the web.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// The name.
    pub name: String,
    /// The address.
    pub url: Option<String>,
}

/// The *responsabile della prevenzione della corruzione e della trasparenza*.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// The office or role.
    pub name: String,
    /// E-mail.
    pub email: Option<String>,
    /// Certified mail.
    pub pec: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
}

/// The pages the law wants in every footer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LegalLinks {
    /// The accessibility declaration at `AgID`.
    pub accessibility: Option<String>,
    /// The privacy notice.
    pub privacy: Option<String>,
    /// The legal notes, if not our page of that name.
    pub legal: Option<String>,
    /// Questions and answers, if not our page of that name.
    pub faq: Option<String>,
    /// Where to say that something does not work, if not the body's e-mail.
    pub inefficiency: Option<String>,
}

/// Whom to tell of a hole in the site's security, after RFC 9116.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Security {
    /// Where to write or call, the preferred way first: `mailto:`, `tel:` or
    /// `https:` addresses.
    pub contacts: Vec<String>,
    /// Until when what is said here holds.
    pub expires: Spanned<Moment>,
    /// The page that says how reports are dealt with.
    pub policy: Option<String>,
    /// The key with which to encrypt them.
    pub key: Option<String>,
    /// The page that thanks who reported.
    pub thanks: Option<String>,
    /// The languages reports may be in (RFC 5646), any order; the site's own
    /// if there are none.
    pub languages: Vec<String>,
}

/// Where what citizens think of the pages goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Feedback {
    /// Our own receiver (`trasparente feedback serve`) at this address.
    Receiver(String),
    /// A service of the body's own at this address.
    Elsewhere(String),
    /// A mailbox.
    Mail(String),
}

vocabulary! {
    /// What is published beside the pages themselves, and can be left out.
    Extra in "extra" {
        /// Lists by state, year, kind and office.
        Lists = "elenchi",
        /// The search.
        Search = "ricerca",
        /// A calendar of each notice's deadlines.
        Calendars = "calendari",
        /// All the documents of a notice in one file.
        Dossiers = "fascicoli",
        /// The archives of the feeds.
        Archives = "archivi",
        /// Tables, catalogue and contracting data.
        Data = "dati",
        /// Each page as JSON.
        Json = "json",
        /// The list of every file with its checksum.
        Edition = "impronte",
    }
}

vocabulary! {
    /// Where what citizens think of the pages goes.
    FeedbackTo in "feedback" {
        /// Our own receiver.
        Receiver = "ricevitore",
        /// An address of the body's own.
        Elsewhere = "indirizzo",
        /// A mailbox.
        Mail = "posta",
        /// Nowhere: nobody is asked.
        Nowhere = "nessuno",
    }
}

/// Numbers one may tune.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tuning {
    /// How many days before its deadline a call is "closing".
    pub closing_days: u32,
    /// How many notices a list page holds.
    pub page_size: usize,
    /// Whether pages are minified one by one, not only their templates.
    pub minify_pages: bool,
    /// Whether each page says itself what a browser may load for it, for
    /// servers that send no headers of ours.
    pub policy_in_pages: bool,
}
