//! Who publishes, and how: `content/sito.yaml` once read.

use crate::codes::{IpaCode, TaxCode};
use crate::messages::Language;
use crate::model::{BodyKind, Excuse};
use crate::source::{FileId, Span};

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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LegalLinks {
    /// The accessibility declaration at `AgID`.
    pub accessibility: String,
    /// The privacy notice.
    pub privacy: String,
    /// The legal notes.
    pub legal: String,
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
}
