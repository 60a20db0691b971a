//! What every page has around it: the body, the tree, the way here.

use schemars::JsonSchema;
use serde::Serialize;

use super::pages::FeedbackView;
use super::{CalendarView, FeedView, Views, When};
use crate::model::Named;
use crate::plan::{Address, DATA, FAQ, LEGAL, SEARCH};
use crate::sections::SectionId;

/// Who publishes: the same on every page.
#[derive(Debug, Default, JsonSchema, Serialize)]
pub struct SiteView<'a> {
    /// The site's title: `Amministrazione trasparente`.
    title: &'a str,
    /// What the site is, in a sentence; empty if nobody wrote one.
    description: &'a str,
    /// The language of the pages: `it` or `en`.
    language: &'a str,
    /// Where the site is on line: scheme and host, no slash at the end.
    base_url: &'a str,
    /// Who publishes.
    body: BodyView<'a>,
    /// Who answers for transparency: the *responsabile della prevenzione della corruzione e della trasparenza*.
    rpct: ContactView<'a>,
    /// The pages every footer leads to.
    links: LinksView<'a>,
    /// The licence of the content.
    licence: Option<NamedView<'a>>,
    /// The program's name and version.
    generator: &'a str,
    /// Whether there is a search page, `/cerca/`, which takes `?q=`.
    search: bool,
    /// Whether there is a page on the open data, `/dati/`.
    data: bool,
    /// A call is about to close in its last days: how many, of 24 hours.
    closing_days: u32,
    /// Where the page's rating goes; none if nobody is asked.
    feedback: Option<FeedbackView<'a>>,
}

/// The body that publishes.
#[derive(Debug, Default, JsonSchema, Serialize)]
struct BodyView<'a> {
    /// Its name.
    name: &'a str,
    /// What kind of body it is, in words: `Comune`.
    kind: Option<&'a str>,
    /// Where it sits, on one line.
    address: &'a str,
    /// Its certified mail.
    pec: &'a str,
    /// Its e-mail.
    email: Option<&'a str>,
    /// Its telephone, as written.
    phone: Option<&'a str>,
    /// Its tax code.
    tax_code: &'a str,
    /// Its code in the index of public administrations.
    ipa: &'a str,
    /// The address of its institutional site.
    website: Option<&'a str>,
    /// The body above it, for the slim header.
    parent: Option<NamedView<'a>>,
}

/// An office and how to reach it.
#[derive(Debug, Default, JsonSchema, Serialize)]
struct ContactView<'a> {
    /// The office or role.
    name: &'a str,
    /// Its e-mail.
    email: Option<&'a str>,
    /// Its certified mail.
    pec: Option<&'a str>,
    /// Its telephone, as written.
    phone: Option<&'a str>,
}

/// The pages the law wants in every footer, and where to ask for help.
#[derive(Debug, Default, JsonSchema, Serialize)]
struct LinksView<'a> {
    /// The accessibility declaration at `AgID`; none if nobody wrote where it is.
    accessibility: Option<&'a str>,
    /// The privacy notice; none if nobody wrote where it is.
    privacy: Option<&'a str>,
    /// The legal notes: `/note-legali/`, unless the body has its own.
    legal: &'a str,
    /// Questions and answers: `/domande-frequenti/`, unless the body has its own.
    faq: &'a str,
    /// Where to say that something does not work: a web address or `mailto:`.
    inefficiency: String,
}

/// Something with a name and perhaps an address.
#[derive(Debug, Default, JsonSchema, Serialize)]
struct NamedView<'a> {
    /// What it is called.
    name: &'a str,
    /// Its address on the web.
    url: Option<&'a str>,
}

/// A section in the tree every page shows.
#[serde_with::skip_serializing_none]
#[derive(Debug, Default, JsonSchema, Serialize)]
pub struct TreeView<'a> {
    /// The last part of its address.
    id: &'a str,
    /// Its heading, with the exact words of the law.
    title: &'a str,
    /// Its address from the root.
    url: String,
    /// How many notices it holds, those of the sections below included.
    count: usize,
    /// When anything in it or below was last updated; none if nothing ever was.
    updated: Option<When>,
    /// The sections right under it; only `tree` and `home.sections` go that deep, elsewhere there is no such field.
    children: Option<Vec<TreeView<'a>>>,
}

/// A step of the way from the home page.
#[derive(Debug, Clone, Default, JsonSchema, Serialize)]
pub struct CrumbView<'a> {
    /// What it is called.
    pub title: &'a str,
    /// Its address.
    pub url: String,
}

/// What is the same for every kind of page.
#[derive(Debug, Default, JsonSchema, Serialize)]
pub struct PageView<'a> {
    /// `home`, `section`, `list`, `notice`, `search`, `subscribe`, `data`, `legal`, `faq`, `thanks`, `not-found` or `redirect`.
    pub kind: &'static str,
    /// For the browser's tab and for search engines.
    pub title: String,
    /// Its heading.
    pub heading: &'a str,
    /// What it is, in a sentence.
    pub description: &'a str,
    /// Its address from the root.
    pub url: String,
    /// Its address on the web.
    pub canonical: String,
    /// The feeds it points to.
    pub feeds: Vec<FeedView>,
    /// Archives of its feeds, for programs: to be announced in the head only.
    pub archives: Vec<FeedView>,
    /// The calendar of deadlines that belongs to it; empty if there is none.
    pub calendars: Vec<CalendarView>,
    /// The way here, this page left out.
    pub breadcrumb: Vec<CrumbView<'a>>,
    /// When its content last changed.
    pub updated: Option<When>,
    /// The heading of the first level it is or stands under, by id; empty if
    /// there is none.
    pub top: &'a str,
    /// The section it is or stands in, by path; empty if there is none.
    pub current: &'a str,
    /// The instant since which its states hold.
    pub as_of: When,
    /// The address of what it holds as data (JSON), from the root; none if it has none.
    pub json: Option<String>,
    /// The address of the list page after it.
    pub next: Option<String>,
    /// The address of the list page before it.
    pub prev: Option<String>,
    /// What a browser may load for it: a Content-Security-Policy.
    pub policy: Option<String>,
}

/// The program's name and version, for the page's source.
const GENERATOR: &str = concat!("trasparente ", env!("CARGO_PKG_VERSION"));

impl<'a> Views<'a> {
    /// Who publishes.
    pub fn site_view(&self) -> SiteView<'a> {
        let settings = &self.site.settings;
        let body = &settings.body;
        SiteView {
            title: &settings.title,
            description: settings.description.as_deref().unwrap_or_default(),
            language: settings.language.tag(),
            base_url: &settings.base_url,
            body: BodyView {
                name: &body.name,
                kind: body.kind.map(|kind| self.labels.of(kind)),
                address: &body.address,
                pec: &body.pec,
                email: body.email.as_deref(),
                phone: body.phone.as_deref(),
                tax_code: body.tax_code.as_str(),
                ipa: body.ipa.as_str(),
                website: body.website.as_deref(),
                parent: body.parent.as_ref().map(named),
            },
            rpct: ContactView {
                name: &settings.rpct.name,
                email: settings.rpct.email.as_deref(),
                pec: settings.rpct.pec.as_deref(),
                phone: settings.rpct.phone.as_deref(),
            },
            links: LinksView {
                accessibility: settings.links.accessibility.as_deref(),
                privacy: settings.links.privacy.as_deref(),
                legal: settings.links.legal.as_deref().unwrap_or(&LEGAL),
                faq: settings.links.faq.as_deref().unwrap_or(&FAQ),
                inefficiency: settings
                    .links
                    .inefficiency
                    .clone()
                    .unwrap_or_else(|| format!("mailto:{}", body.email.as_deref().unwrap_or(&body.pec))),
            },
            licence: settings.licence.as_ref().map(named),
            generator: GENERATOR,
            search: self.plan.has(&SEARCH),
            data: self.plan.has(&DATA),
            closing_days: settings.tuning.closing_days,
            feedback: self.feedback(),
        }
    }

    /// The tree of sections with its counters.
    pub fn tree_view(&self) -> Vec<TreeView<'a>> {
        self.site.tree.roots().map(|id| self.branch(id, true)).collect()
    }

    /// A section with what is right under it.
    pub(super) fn branch(&self, id: SectionId, with_children: bool) -> TreeView<'a> {
        let section = self.site.tree.get(id);
        TreeView {
            id: &section.id,
            title: &section.title,
            url: self.site.section_address(id, 1).into(),
            count: self.site.in_section(id).len(),
            updated: self.site.section_updated(id).map(|moment| self.when(moment)),
            children: with_children.then(|| section.children.iter().map(|child| self.branch(*child, false)).collect()),
        }
    }

    /// A page's frame, to be filled in.
    pub fn page(&self, kind: &'static str, heading: &'a str, address: Address) -> PageView<'a> {
        let settings = &self.site.settings;
        PageView {
            kind,
            title: heading.to_owned(),
            heading,
            description: settings.description.as_deref().unwrap_or(&settings.title),
            canonical: self.site.web(&address),
            json: ["home", "section", "list", "notice"]
                .contains(&kind)
                .then(|| self.site.json_address(&address))
                .flatten()
                .map(Into::into),
            url: address.into(),
            as_of: When::at(self.site.settled.unwrap_or(self.site.now), self.labels.language()),
            policy: settings.tuning.policy_in_pages.then(|| self.policy(kind == "search")),
            ..PageView::default()
        }
    }

    /// The way from the home page to a section, that section included.
    pub fn way_to(&self, id: SectionId) -> Vec<CrumbView<'a>> {
        let line = self.site.tree.line(id).into_iter().map(|id| self.section_crumb(id));
        std::iter::once(self.home_crumb()).chain(line).collect()
    }

    /// The home page, as a step of the way.
    pub fn home_crumb(&self) -> CrumbView<'a> {
        CrumbView { title: &self.site.settings.title, url: Address::HOME.into() }
    }

    /// A number of bytes in words: `1,2 MB`.
    pub fn size(&self, size: u64) -> String {
        super::when::bytes(size, self.labels.language())
    }

    /// A date in words.
    pub(super) fn when(&self, moment: crate::calendar::Moment) -> When {
        When::of(moment, self.labels.language())
    }
}

fn named(named: &Named) -> NamedView<'_> {
    NamedView { name: &named.name, url: named.url.as_deref() }
}
