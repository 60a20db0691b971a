//! `theme.yaml`: what a theme is, and what of the look it sets.

use super::fields;
use super::front_matter::not_yaml;
use super::values::group;
use crate::diagnostic::Diagnostic;
use crate::messages::Msg;
use crate::rules;
use crate::source::{FileId, Source, Span, Spanned};
use crate::yaml::{Fields, Node, Reader, Yaml, parse};

/// What `theme.yaml` says, as typed. Who loads a theme has read before what
/// it extends and brings, and knows what of it is there.
#[derive(Debug, Default)]
pub struct ThemeManifest {
    /// The version of the interface it is written for.
    pub interface: Option<Spanned<u32>>,
    /// The theme it changes.
    pub extends: Option<Spanned<String>>,
    /// Where files of packages are named.
    pub packages: Option<Span>,
    /// Colours by key, `#rrggbb`.
    pub colours: Vec<(&'static str, Spanned<String>)>,
    /// A picture under `assets/`, shown beside the body's name.
    pub logo: Option<Spanned<String>>,
    /// A typeface the theme carries with it.
    pub typeface: Option<Typeface>,
}

/// A typeface, of files under `assets/`.
#[derive(Debug)]
pub struct Typeface {
    /// Its name.
    pub name: String,
    /// Its regular weight.
    pub regular: Spanned<String>,
    /// Its bold weight.
    pub bold: Option<Spanned<String>>,
}

/// Reads `theme.yaml`.
pub fn theme_manifest(file: FileId, source: &Source) -> (Option<ThemeManifest>, Vec<Diagnostic>) {
    let mut reader = Reader::new(file);
    reader.hidden_in_file(source.text());
    let manifest = match parse(source.text(), 0) {
        Ok(node) => read(&node, &mut reader),
        Err((span, msg)) => {
            not_yaml(span, msg, &mut reader);
            None
        }
    };
    (manifest, reader.findings)
}

fn read(node: &Node<'_>, reader: &mut Reader) -> Option<ThemeManifest> {
    let keys = Fields::open(node, &fields::THEME, reader)?;
    for key in ["nome", "descrizione"] {
        keys.get(key).and_then(|node| reader.text(node));
    }
    if let Some(node) = keys.get("risorse") {
        packages(node, reader);
    }
    let interface = keys.get("interfaccia").and_then(|node| {
        let value = reader.number(node, 1..=9999)?;
        Some(Spanned { value, span: node.span })
    });
    let colours = group(keys.get("colori"), &fields::COLOURS, reader, |keys, reader| {
        let mut read = |key| Some((key, keys.get(key).and_then(|node| reader.text(node))?));
        ["primario", "primario_scuro", "testata", "piede"].into_iter().filter_map(&mut read).collect()
    });
    Some(ThemeManifest {
        interface,
        extends: keys.get("estende").and_then(|node| reader.text(node)),
        packages: keys.entry("risorse").map(|entry| entry.key_span),
        colours: colours.unwrap_or_default(),
        logo: keys.get("logo").and_then(|node| reader.text(node)),
        typeface: group(keys.get("carattere"), &fields::TYPEFACE, reader, typeface).flatten(),
    })
}

fn typeface(keys: &Fields<'_>, reader: &mut Reader) -> Option<Typeface> {
    let name = keys.get("nome").and_then(|node| reader.text(node));
    let regular = keys.get("normale").and_then(|node| reader.text(node));
    let bold = keys.get("grassetto").and_then(|node| reader.text(node));
    Some(Typeface { name: name?.value, regular: regular?, bold })
}

/// Names and paths, of keys nobody can know before.
fn packages(node: &Node<'_>, reader: &mut Reader) {
    let Yaml::Map(entries) = &node.value else {
        let msg = Msg::new("value-not-group").with("name", "risorse");
        reader.report(&rules::VALUE, node.span, msg).hint(Msg::new("theme-packages-shape"));
        return;
    };
    for entry in entries {
        if entry.value.is_empty() {
            reader
                .report(&rules::VALUE, entry.key_span, Msg::new("theme-packages-empty"))
                .hint(Msg::new("theme-packages-shape"));
        } else {
            reader.text(&entry.value);
        }
    }
}
