//! Templates and assets, loaded and checked once.

mod assets;
mod colours;
mod contract;
mod embedded;
mod fault;
mod inside;
mod lacking;
mod limits;
mod made;
mod manifest;
mod meter;
mod names;
mod squeeze;
mod template;
mod templates;
mod words;

use std::collections::BTreeMap;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::Serialize;
use tera::{Context, Tera};

use crate::diagnostic::{Diagnostic, Place};
use crate::finish::Fault;
use crate::load::ThemeFiles;
use crate::messages::Msg;
use template::Template;

pub use contract::contract;
pub use inside::{INSIDE, Inside};

/// Where a theme's assets are published.
pub const ASSETS: &str = "risorse";

/// The picture browsers show beside a page's title.
const ICON: &str = "icona.svg";

/// The name the built-in templates go by, so that a body's own may extend
/// them: `{% extends "base/layout.html" %}`.
const OURS: &str = "base/";

/// The style sheet made of a theme's colours and typeface.
const LOOK: &str = "tema.css";

/// A theme ready to render.
pub struct Theme {
    tera: Tera,
    /// What tera was given, for messages.
    templates: Vec<Template>,
    assets: BTreeMap<String, Vec<u8>>,
    /// The style sheets, in the order a page loads them.
    styles: Vec<String>,
    logo: Option<String>,
    /// Whether any template asks for `notice.structured`.
    structured: bool,
    /// Whether any template is a body's own, whose steps are counted.
    metered: bool,
    /// The theme itself, for messages; none for the built-in one.
    own: ThemeFiles,
}

/// Where templates find the theme's files.
#[derive(JsonSchema, Serialize)]
pub struct AssetsView {
    /// The addresses of the style sheets, in the order to load them.
    styles: Vec<String>,
    /// The address of the site's icon, `icona.svg`.
    pub(crate) icon: Option<String>,
    /// The address of the body's own mark; none where the theme draws one of its own.
    logo: Option<String>,
    /// The addresses of the scripts, each under its file's name without `.js`: `assets.scripts.cerca`.
    scripts: BTreeMap<String, String>,
}

impl Theme {
    /// The built-in theme, dressed over with a body's own files if it has
    /// any: `chain` is the body's theme, then the one it extends, and so on.
    /// Everything wrong with the themes is reported before anything is
    /// rendered.
    pub fn load(mut chain: Vec<ThemeFiles>) -> Result<Self, Vec<Diagnostic>> {
        let mut findings: Vec<Diagnostic> = chain.iter().flat_map(lacking::no_files).collect();
        let (mut assets, mut styles) = assets::built_in();
        let mut logo = None;
        let mut look = String::new();
        for theme in chain.iter_mut().rev() {
            findings.extend(names::wrong(theme));
            assets::lay_over(theme, &mut assets, &mut styles);
            let (manifest, wrong) = manifest::read(theme, |name| assets.contains_key(name));
            findings.extend(wrong);
            let Some(manifest) = manifest else { continue };
            look.push_str(&manifest.look(ASSETS));
            logo = manifest.logo().map(str::to_owned).or(logo);
        }
        if !look.is_empty() {
            assets.insert(LOOK.to_owned(), look.into_bytes());
            styles.push(LOOK.to_owned());
        }
        let metered =
            chain.iter().flat_map(|theme| theme.files.keys()).any(|path| templates::template_name(path).is_some());
        let (tera, templates) = templates::load(&mut chain, &mut findings);
        let structured = templates.iter().any(|template| template.said().contains("structured"));
        let own = chain.into_iter().next().unwrap_or_default();
        let assets = limits::minified(assets, &own, &mut findings);
        if findings.is_empty() {
            Ok(Self { tera, templates, assets, styles, logo, structured, metered, own })
        } else {
            Err(findings)
        }
    }

    /// Hands the templates what all pages share, once: they see it by
    /// reference on every page.
    pub fn share<T: Serialize>(&mut self, name: &'static str, value: &T) {
        self.tera.global_context().insert(name, value);
    }

    /// Whether any page of the theme asks for data for machines.
    pub fn wants_structured(&self) -> bool {
        self.structured
    }

    /// Renders a template to the end of a block.
    pub fn render(
        &self,
        template: &str,
        context: &Context,
        page: &str,
        block: &mut Vec<u8>,
    ) -> Result<(), Box<Diagnostic>> {
        if !self.metered {
            let rendered = self.tera.render_to(template, context, block);
            return rendered.map_err(|error| Box::new(self.fault(page, &error)));
        }
        match self.tera.render_to(template, context, meter::begin(block)) {
            Ok(()) if meter::overflowed() => {
                Err(Box::new(limits::endless(self.place_of(template), page, meter::TOO_LARGE)))
            }
            Ok(()) => Ok(()),
            Err(error) => Err(Box::new(self.fault(page, &error))),
        }
    }

    /// What tera says of a page that cannot be made.
    fn fault(&self, page: &str, error: &tera::Error) -> Diagnostic {
        let mut findings = fault::of_tera(&self.templates, &self.own, Some(page), error);
        let finding = findings.swap_remove(0);
        match [meter::TOO_LONG, meter::TOO_LARGE].into_iter().find(|key| error.to_string().contains(key)) {
            Some(key) => limits::endless(finding.place, page, key),
            None => finding,
        }
    }

    /// The template of a name, as a whole.
    fn place_of(&self, name: &str) -> Place {
        let template = self.templates.iter().find(|template| template.name == name);
        let whole = fault::of_file(&self.own, &fault::file_of(name), Msg::new("theme-template-missing")).place;
        template.map_or(whole, |template| Place::Theme(Arc::clone(&template.written), None))
    }

    /// Says of a page that it cannot be minified.
    pub fn cannot_minify(&self, page: &str, wrong: Fault) -> Diagnostic {
        limits::page_fault(&self.own, page, wrong)
    }

    /// The files to publish beside the pages, by name.
    pub fn assets(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.assets.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
    }

    /// Where templates find the theme's files.
    pub fn assets_view(&self) -> AssetsView {
        let address = |name: &String| format!("/{ASSETS}/{name}");
        AssetsView {
            styles: self.styles.iter().map(address).collect(),
            icon: self.assets.contains_key(ICON).then(|| address(&ICON.to_owned())),
            logo: self.logo.as_ref().map(address),
            scripts: self
                .assets
                .keys()
                .filter_map(|name| Some((name.strip_suffix(".js")?.to_owned(), address(name))))
                .collect(),
        }
    }
}
