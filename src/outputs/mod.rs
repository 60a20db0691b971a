//! What we publish: one format each, one file each, one shape.

mod assets;
mod attachments;
mod calendars;
mod catalogue;
mod data;
mod dossiers;
mod feeds;
mod headers;
mod home;
mod json;
mod l190;
mod lists;
mod manifest;
mod not_found;
mod notices;
mod ocds;
mod opensearch;
mod pages;
mod plain;
mod redirects;
mod robots;
mod search;
mod sections;
mod security;
mod sitemap;
mod transition;
mod xml;

pub use search::index_in;

use rayon::prelude::*;
use tera::{Context, Value};

use crate::diagnostic::Diagnostic;
use crate::edition::{Artifact, Bytes};
use crate::model::Texts;
use crate::plan::{Address, Job, Plan};
use crate::search::Files;
use crate::site::Site;
use crate::theme::Theme;
use crate::view::{Labels, PageView, Views};

/// What a format is made from.
pub struct Press<'a> {
    /// The site.
    pub site: &'a Site,
    /// What stands where.
    pub plan: &'a Plan,
    /// The words of the site's language.
    pub labels: &'a Labels,
    /// The theme.
    pub theme: &'a Theme,
    /// The HTML of the notices' texts.
    pub texts: &'a Texts,
    /// The search's index as it is on line, if it was made from what a
    /// fingerprint tells.
    pub published_index: &'a PublishedIndex<'a>,
}

/// Finds the published index of a fingerprint.
pub type PublishedIndex<'a> = dyn Fn(&str) -> Option<Files> + Sync + 'a;

/// Files made, or what is wrong with the theme.
type Made = Result<Vec<Artifact>, Box<Diagnostic>>;

/// What a format's addresses follow from.
pub struct Ground<'a> {
    /// The site.
    pub site: &'a Site,
    /// The theme; none if it could not be read.
    pub theme: Option<&'a Theme>,
    /// What the formats before want.
    pub wanted: &'a [Job],
}

/// A format: which addresses it wants, and its files.
type Output = (fn(&Ground<'_>) -> Vec<Job>, fn(&Press<'_>) -> Made);

/// Every format we publish. The site map comes last, since it lists what the
/// others want; the notices' pages are made last, since they use up their
/// texts.
const OUTPUTS: &[Output] = &[
    (sections::plan, sections::make),
    (lists::plan, lists::make),
    (home::plan, home::make),
    (pages::plan, pages::make),
    (redirects::plan, redirects::make),
    (not_found::plan, not_found::make),
    (feeds::plan, feeds::make),
    (robots::plan, robots::make),
    (opensearch::plan, opensearch::make),
    (security::plan, security::make),
    (headers::plan, headers::make),
    (transition::plan, transition::make),
    (attachments::plan, attachments::make),
    (dossiers::plan, dossiers::make),
    (calendars::plan, calendars::make),
    (ocds::plan, ocds::make),
    (data::plan, data::make),
    (json::plan, json::make),
    (assets::plan, assets::make),
    (search::plan, search::make),
    (catalogue::plan, catalogue::make),
    (l190::plan, l190::make),
    (notices::plan, |_| Ok(Vec::new())),
    (manifest::plan, |_| Ok(Vec::new())),
    (sitemap::plan, sitemap::make),
];

/// Every address the site wants.
pub fn plan(site: &Site, theme: Option<&Theme>) -> Plan {
    let mut wanted = Vec::new();
    for (plan, _) in OUTPUTS {
        let more = plan(&Ground { site, theme, wanted: &wanted });
        wanted.extend(more);
    }
    Plan::new(wanted, site.now)
}

/// Makes every format. The order of the result does not depend on threads.
pub fn make(
    site: &mut Site,
    plan: &Plan,
    labels: &Labels,
    theme: &mut Theme,
    published_index: &PublishedIndex<'_>,
) -> Made {
    let texts = site.take_texts();
    let site = &*site;
    let views = Views { site, plan, labels, structured: theme.wants_structured() };
    theme.share("site", &views.site_view());
    theme.share("tree", &views.tree_view());
    theme.share("t", &labels.theme_texts());
    theme.share("assets", &theme.assets_view());
    let press = Press { site, plan, labels, theme, texts: &texts, published_index };
    let made: Vec<Vec<Artifact>> = OUTPUTS.par_iter().map(|(_, make)| make(&press)).collect::<Result<_, _>>()?;
    let mut made: Vec<Artifact> = made.into_iter().flatten().collect();
    made.extend(notices::make(&Press { site, plan, labels, theme, texts: &Texts::default(), published_index }, texts)?);
    Ok(made)
}

impl<'a> Press<'a> {
    /// The site in words.
    fn views(&self) -> Views<'a> {
        let Self { site, plan, labels, .. } = *self;
        Views { site, plan, labels, structured: self.theme.wants_structured() }
    }

    /// Renders a page from its frame and its own content.
    fn page(
        &self,
        template: &'static str,
        frame: &PageView<'_>,
        content: Option<(&'static str, Value)>,
    ) -> Result<Artifact, Box<Diagnostic>> {
        let mut bytes = Vec::new();
        self.render(template, frame, content, &mut bytes)?;
        Ok(Artifact::new(&Address::typed(&frame.url), Bytes::from(bytes)))
    }

    /// Renders a page to the end of a block.
    fn render(
        &self,
        template: &'static str,
        frame: &PageView<'_>,
        content: Option<(&'static str, Value)>,
        block: &mut Vec<u8>,
    ) -> Result<(), Box<Diagnostic>> {
        let mut context = Context::new();
        context.insert("page", frame);
        if let Some((name, value)) = content {
            context.insert_value(name, value);
        }
        self.theme.render(template, &context, &frame.url, block)
    }
}
