//! Templates and assets, loaded and checked once.

mod contract;
mod embedded;
mod inside;
mod squeeze;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use tera::{Context, ErrorKind, Tera};

use crate::diagnostic::Diagnostic;
use crate::load::ThemeFiles;
use crate::messages::Msg;
use crate::rules;
use crate::view::INTERFACE;

pub use contract::contract;
pub use inside::{INSIDE, Inside};

/// Where a theme's assets are published.
pub const ASSETS: &str = "risorse";

/// The name the built-in templates go by, so that a body's own may extend
/// them: `{% extends "base/layout.html" %}`.
const BASE: &str = "base/";

/// A theme ready to render.
pub struct Theme {
    templates: Tera,
    assets: BTreeMap<String, Vec<u8>>,
    /// The folder it was read from, for messages; empty for the built-in one.
    folder: String,
}

/// `theme.yaml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Manifest {
    #[expect(dead_code, reason = "for people who look at the folder")]
    nome: String,
    interfaccia: u32,
    #[serde(default)]
    #[expect(dead_code, reason = "for people who look at the folder")]
    descrizione: Option<String>,
}

/// Where templates find the theme's files.
#[derive(JsonSchema, Serialize)]
pub struct AssetsView {
    /// The first of `styles`.
    css: String,
    /// The addresses of the style sheets, by name.
    styles: Vec<String>,
    /// The address of the site's icon, an SVG.
    icon: Option<String>,
    /// The address of the body's own mark; none where the theme draws one.
    logo: Option<String>,
    /// The addresses of the scripts, each under its file's name without `.js`: `assets.scripts.cerca`.
    scripts: BTreeMap<String, String>,
}

impl Theme {
    /// The built-in theme, dressed over with a body's own files if it has
    /// any. Everything wrong with the theme is reported before anything is
    /// rendered.
    pub fn load(own: Option<ThemeFiles>) -> Result<Self, Vec<Diagnostic>> {
        let own = own.unwrap_or_default();
        let folder = own.folder.display().to_string();
        let mut findings = manifest(&own, &folder);
        let mut templates = Tera::new();
        templates.autoescape_on(vec![".html"]);
        templates.set_fallback_prefixes([BASE]).expect("no template has been added yet");
        let mut sources: Vec<(String, String)> = embedded::TEMPLATES
            .iter()
            .chain(embedded::COMPONENTS)
            .filter(|(name, _)| is_needed(name, &own))
            .map(|(name, text)| (format!("{BASE}{name}"), squeeze::template(text)))
            .collect();
        let mut assets: BTreeMap<String, Vec<u8>> =
            embedded::ASSETS.iter().map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec())).collect();
        if own.files.keys().any(|path| path.starts_with("assets/") && path.ends_with(".css")) {
            // A theme with a style of its own does not wear ours under it.
            assets.retain(|name, _| !name.ends_with(".css"));
        }
        for (path, bytes) in own.files {
            if let Some(name) = path.strip_prefix("assets/") {
                assets.insert(name.to_owned(), bytes);
            } else if let Some(name) = template_name(&path) {
                match String::from_utf8(bytes) {
                    Ok(text) => sources.push((name, squeeze::template(&text))),
                    Err(_) => findings.push(fault(&folder, &path, Msg::new("not-utf8").with("byte", "?"))),
                }
            }
        }
        if let Err(error) =
            templates.add_raw_templates(sources.iter().map(|(name, text)| (name.as_str(), text.as_str())))
        {
            findings.push(template_fault(&folder, "", &error));
        } else {
            findings.extend(
                contract::faults(&templates, &sources).into_iter().map(|(name, msg)| fault(&folder, &name, msg)),
            );
        }
        if findings.is_empty() { Ok(Self { templates, assets: minified(assets), folder }) } else { Err(findings) }
    }

    /// Hands the templates what all pages share, once: they see it by
    /// reference on every page.
    pub fn share<T: Serialize>(&mut self, name: &'static str, value: &T) {
        self.templates.global_context().insert(name, value);
    }

    /// Renders a template to the end of a block.
    pub fn render(
        &self,
        template: &str,
        context: &Context,
        page: &str,
        block: &mut Vec<u8>,
    ) -> Result<(), Box<Diagnostic>> {
        self.templates
            .render_to(template, context, block)
            .map_err(|error| Box::new(template_fault(&self.folder, page, &error)))
    }

    /// The files to publish beside the pages, by name.
    pub fn assets(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.assets.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
    }

    /// Where templates find the theme's files.
    pub fn assets_view(&self) -> AssetsView {
        let first = |ending: &str| {
            self.assets.keys().find(|name| name.ends_with(ending)).map(|name| format!("/{ASSETS}/{name}"))
        };
        let all = |ending: &'static str| self.assets.keys().filter(move |name| name.ends_with(ending));
        AssetsView {
            css: first(".css").unwrap_or_default(),
            styles: all(".css").map(|name| format!("/{ASSETS}/{name}")).collect(),
            icon: first(".svg"),
            logo: None,
            scripts: all(".js")
                .map(|name| (name.trim_end_matches(".js").to_owned(), format!("/{ASSETS}/{name}")))
                .collect(),
        }
    }
}

/// Whether a built-in template is still of use under a body's own theme: it
/// has none of that name, or extends ours.
fn is_needed(name: &str, own: &ThemeFiles) -> bool {
    let replaced = own.files.keys().any(|path| template_name(path).as_deref() == Some(name));
    let mention = format!("{BASE}{name}");
    !replaced || own.files.values().any(|bytes| bytes.windows(mention.len()).any(|window| window == mention.as_bytes()))
}

fn template_name(path: &str) -> Option<String> {
    if !path.ends_with(".html") {
        return None;
    }
    match path.strip_prefix("templates/") {
        Some(name) => Some(name.to_owned()),
        None => path.starts_with("components/").then(|| path.to_owned()),
    }
}

fn manifest(own: &ThemeFiles, folder: &str) -> Vec<Diagnostic> {
    if own.files.is_empty() {
        return Vec::new();
    }
    let msg = match own.files.get("theme.yaml").map(|bytes| std::str::from_utf8(bytes)) {
        None => Msg::new("theme-no-manifest"),
        Some(Err(_)) => Msg::new("not-utf8").with("byte", "?"),
        Some(Ok(text)) => match serde_yaml::from_str::<Manifest>(text) {
            Err(error) => {
                Msg::new("theme-manifest").with("detail", error.to_string().lines().next().unwrap_or_default())
            }
            Ok(manifest) if manifest.interfaccia != INTERFACE => {
                Msg::new("theme-interface").with("theirs", manifest.interfaccia).with("ours", INTERFACE)
            }
            Ok(_) => return Vec::new(),
        },
    };
    vec![fault(folder, "theme.yaml", msg)]
}

fn fault(folder: &str, file: &str, msg: Msg) -> Diagnostic {
    let path = if folder.is_empty() { format!("tema base: {file}") } else { format!("{folder}/{file}") };
    Diagnostic::of_file(&rules::THEME, path, msg).hint(Msg::new("theme-hint"))
}

/// tera's own report, which quotes the template.
fn template_fault(folder: &str, page: &str, error: &tera::Error) -> Diagnostic {
    let (file, detail) = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let line = report.span().start_line;
            (
                format!("templates/{}:{line}", report.filename()),
                report.message().lines().next().unwrap_or_default().to_owned(),
            )
        }
        _ => first_report(&error.to_string()),
    };
    let msg = if page.is_empty() {
        Msg::new("theme-template").with("detail", detail)
    } else {
        Msg::new("theme-render").with("detail", detail).with("page", page)
    };
    fault(folder, &file, msg)
}

/// The first of several reports tera drew in one text: its place and its
/// sentence, without the drawing.
fn first_report(text: &str) -> (String, String) {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let sentence = lines.next().unwrap_or_default().trim_start_matches("error: ").to_owned();
    let place = lines.find_map(|line| line.strip_prefix("-->")).map_or("", str::trim);
    let mut parts = place.splitn(3, ':');
    match (parts.next().filter(|name| !name.is_empty()), parts.next()) {
        (Some(name), Some(line)) => (format!("templates/{name}:{line}"), sentence),
        _ => ("templates".to_owned(), sentence),
    }
}

/// Style sheets without what no browser reads.
fn minified(mut assets: BTreeMap<String, Vec<u8>>) -> BTreeMap<String, Vec<u8>> {
    for (name, bytes) in &mut assets {
        if name.ends_with(".css") {
            *bytes = crate::finish::style(bytes);
        }
    }
    assets
}
