//! Templates and assets, loaded and checked once.

mod colours;
mod contract;
mod embedded;
mod inside;
mod lacking;
mod limits;
mod manifest;
mod meter;
mod names;
mod squeeze;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;
use tera::{Context, ErrorKind, Tera};

use crate::diagnostic::Diagnostic;
use crate::finish::Fault;
use crate::load::ThemeFiles;
use crate::messages::Msg;
use crate::rules;

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
    templates: Tera,
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
        let mut findings = lacking::findings(&chain);
        let (mut assets, mut styles) = built_in();
        let mut logo = None;
        let mut look = String::new();
        for theme in chain.iter_mut().rev() {
            findings.extend(names::wrong(theme));
            lay_over(theme, &mut assets, &mut styles);
            match manifest::read(theme) {
                Ok(manifest) => {
                    let wrong = manifest.missing_files(|name| assets.contains_key(name));
                    findings.extend(wrong.into_iter().map(|msg| fault(theme, "theme.yaml", msg)));
                    match manifest.colori.as_ref().map(colours::Colours::css) {
                        Some(Ok(css)) => look.push_str(&css),
                        Some(Err(wrong)) => {
                            findings.extend(wrong.into_iter().map(|msg| limits::colour_fault(theme, msg)));
                        }
                        None => {}
                    }
                    look.extend(manifest.carattere.iter().map(|font| font.css(ASSETS)));
                    logo = manifest.logo.or(logo);
                }
                Err(finding) => findings.push(*finding),
            }
        }
        if !look.is_empty() {
            assets.insert(LOOK.to_owned(), look.into_bytes());
            styles.push(LOOK.to_owned());
        }
        let metered = chain.iter().flat_map(|theme| theme.files.keys()).any(|path| template_name(path).is_some());
        let (templates, structured) = templates(&mut chain, &mut findings);
        let own = chain.into_iter().next().unwrap_or_default();
        let assets = limits::minified(assets, &own, &mut findings);
        if findings.is_empty() {
            Ok(Self { templates, assets, styles, logo, structured, metered, own })
        } else {
            Err(findings)
        }
    }

    /// Hands the templates what all pages share, once: they see it by
    /// reference on every page.
    pub fn share<T: Serialize>(&mut self, name: &'static str, value: &T) {
        self.templates.global_context().insert(name, value);
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
            let rendered = self.templates.render_to(template, context, block);
            return rendered.map_err(|error| Box::new(template_fault(&self.own, page, &error)));
        }
        match self.templates.render_to(template, context, meter::begin(block)) {
            Ok(()) if meter::overflowed() => {
                Err(Box::new(limits::endless(&self.own, template, page, meter::TOO_LARGE)))
            }
            Ok(()) => Ok(()),
            Err(error) => Err(Box::new(template_fault(&self.own, page, &error))),
        }
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

/// The files and style sheets of the built-in theme.
fn built_in() -> (BTreeMap<String, Vec<u8>>, Vec<String>) {
    let assets: BTreeMap<String, Vec<u8>> =
        embedded::ASSETS.iter().map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec())).collect();
    let styles = assets.keys().filter(|name| name.ends_with(".css")).cloned().collect();
    (assets, styles)
}

/// Lays a theme's files over those it extends: a file of the same name takes
/// the other's place, style sheets come after those they dress over.
fn lay_over(theme: &mut ThemeFiles, assets: &mut BTreeMap<String, Vec<u8>>, styles: &mut Vec<String>) {
    let brought = std::mem::take(&mut theme.brought);
    let own: Vec<String> = theme.files.keys().filter(|path| path.starts_with("assets/")).cloned().collect();
    let own = own.into_iter().filter_map(|path| {
        let bytes = theme.files.remove(&path)?;
        Some((path.strip_prefix("assets/")?.to_owned(), bytes))
    });
    let brought = brought.into_iter().map(|(name, bytes)| {
        let bytes = if name.ends_with(".css") { without_embedded_fonts(bytes) } else { bytes };
        (name, bytes)
    });
    for (name, bytes) in brought.chain(own) {
        if name.ends_with(".css") {
            styles.retain(|known| *known != name);
            styles.push(name.clone());
        }
        assets.insert(name, bytes);
    }
}

/// A style sheet of somebody else's without the typefaces that lie in it as
/// data: the policy pages are sent with allows files only, and browsers say
/// so in the console even if nothing is ever set in them.
fn without_embedded_fonts(css: Vec<u8>) -> Vec<u8> {
    let Ok(text) = String::from_utf8(css) else { return Vec::new() };
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find("@font-face") {
        let end = rest[at..].find('}').map_or(rest.len(), |end| at + end + 1);
        let keep = !rest[at..end].contains("url(data:") && !rest[at..end].contains("url(\"data:");
        out.push_str(&rest[..if keep { end } else { at }]);
        rest = &rest[end..];
    }
    (out + rest).into_bytes()
}

/// Every template, each under the name it is found by, checked.
fn templates(chain: &mut [ThemeFiles], findings: &mut Vec<Diagnostic>) -> (Tera, bool) {
    let mut templates = Tera::new();
    templates.autoescape_on(vec![".html"]);
    let prefixes: Vec<String> = chain.iter().skip(1).map(|theme| format!("{}/", theme.name)).collect();
    templates
        .set_fallback_prefixes(prefixes.iter().cloned().chain([OURS.to_owned()]))
        .expect("no template has been added yet");
    let mut sources: Vec<(String, String)> = embedded::TEMPLATES
        .iter()
        .chain(embedded::COMPONENTS)
        .filter(|(name, _)| is_needed(name, OURS, chain))
        .map(|(name, text)| (format!("{OURS}{name}"), squeeze::template(text)))
        .collect();
    for at in (0..chain.len()).rev() {
        let prefix = if at == 0 { String::new() } else { format!("{}/", chain[at].name) };
        for (path, bytes) in std::mem::take(&mut chain[at].files) {
            let Some(name) = template_name(&path) else { continue };
            match String::from_utf8(bytes) {
                Ok(text) if is_needed(&name, &prefix, &chain[..at]) => {
                    sources.push((format!("{prefix}{name}"), squeeze::template(&text)));
                }
                Ok(_) => {}
                Err(_) => findings.push(fault(&chain[at], &path, Msg::new("not-utf8").with("byte", "?"))),
            }
        }
    }
    let own = chain.first().cloned().unwrap_or_default();
    if let Err(far) = limits::count_steps(&mut templates, &mut sources, &own) {
        findings.extend(far);
        return (templates, false);
    }
    if let Err(error) = templates.add_raw_templates(sources.iter().map(|(name, text)| (name.as_str(), text.as_str()))) {
        findings.push(template_fault(&own, "", &error));
    } else {
        let wrong = contract::faults(&templates, &sources);
        findings.extend(wrong.into_iter().map(|(name, msg)| fault(&own, &name, msg)));
    }
    let structured = sources.iter().any(|(_, text)| text.contains("structured"));
    (templates, structured)
}

/// Whether a template is still of use under the themes that extend its own:
/// none has one of that name, or one of them names it.
fn is_needed(name: &str, prefix: &str, over: &[ThemeFiles]) -> bool {
    let mention = format!("{prefix}{name}");
    let mut files = over.iter().flat_map(|theme| &theme.files);
    !files.clone().any(|(path, _)| template_name(path).as_deref() == Some(name))
        || files.any(|(_, bytes)| bytes.windows(mention.len()).any(|window| window == mention.as_bytes()))
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

fn fault(theme: &ThemeFiles, file: &str, msg: Msg) -> Diagnostic {
    let folder = theme.folder.display().to_string();
    let path = if folder.is_empty() { format!("tema base: {file}") } else { format!("{folder}/{file}") };
    Diagnostic::of_file(&rules::THEME, path, msg).hint(Msg::new("theme-hint"))
}

/// tera's own report, which quotes the template.
fn template_fault(own: &ThemeFiles, page: &str, error: &tera::Error) -> Diagnostic {
    let (file, detail): (String, String) = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let line = report.span().start_line;
            (
                format!("templates/{}:{line}", report.filename()),
                report.message().lines().next().unwrap_or_default().to_owned(),
            )
        }
        _ => first_report(&error.to_string()),
    };
    if let Some(key) = [meter::TOO_LONG, meter::TOO_LARGE].into_iter().find(|key| detail.contains(key)) {
        return limits::endless(own, file.trim_start_matches("templates/"), page, key);
    }
    let msg = if page.is_empty() {
        Msg::new("theme-template").with("detail", detail)
    } else {
        Msg::new("theme-render").with("detail", detail).with("page", page)
    };
    fault(own, &file, msg)
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
