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
use crate::model::{Site, Texts};
use crate::search::Files;
use crate::theme::Theme;
use crate::view::{Labels, PageView, Views};

/// What a format is made from.
pub struct Press<'a> {
    /// The site.
    pub site: &'a Site,
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

/// A format: reads the site, returns files.
type Output = fn(&Press<'_>) -> Made;

/// Every format we publish, but for the notices' pages, which come last and
/// use up their texts.
const OUTPUTS: &[Output] = &[
    sections::make,
    lists::make,
    home::make,
    pages::make,
    redirects::make,
    not_found::make,
    feeds::make,
    sitemap::make,
    robots::make,
    opensearch::make,
    security::make,
    headers::make,
    transition::make,
    attachments::make,
    dossiers::make,
    calendars::make,
    ocds::make,
    data::make,
    json::make,
    assets::make,
    search::make,
    catalogue::make,
    l190::make,
];

/// Makes every format. The order of the result does not depend on threads.
pub fn make(site: &mut Site, labels: &Labels, theme: &mut Theme, published_index: &PublishedIndex<'_>) -> Made {
    let texts = site.take_texts();
    let site = &*site;
    let views = Views { site, labels, structured: theme.wants_structured() };
    theme.share("site", &views.site_view());
    theme.share("tree", &views.tree_view());
    theme.share("t", &labels.theme_texts());
    theme.share("assets", &theme.assets_view());
    let press = Press { site, labels, theme, texts: &texts, published_index };
    let made: Vec<Vec<Artifact>> = OUTPUTS.par_iter().map(|output| output(&press)).collect::<Result<_, _>>()?;
    let mut made: Vec<Artifact> = made.into_iter().flatten().collect();
    made.extend(notices::make(&Press { site, labels, theme, texts: &Texts::default(), published_index }, texts)?);
    Ok(made)
}

impl<'a> Press<'a> {
    /// The site in words.
    fn views(&self) -> Views<'a> {
        Views { site: self.site, labels: self.labels, structured: self.theme.wants_structured() }
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
        Ok(Artifact::page(&frame.url, Bytes::from(bytes), template))
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
