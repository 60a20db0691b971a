//! What themes publish beside the pages: their own files, those of packages,
//! and those of the themes they extend.

use std::collections::BTreeMap;

use super::embedded;
use crate::load::ThemeFiles;

/// The files and style sheets of the built-in theme.
pub(super) fn built_in() -> (BTreeMap<String, Vec<u8>>, Vec<String>) {
    let assets: BTreeMap<String, Vec<u8>> =
        embedded::ASSETS.iter().map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec())).collect();
    let styles = assets.keys().filter(|name| name.ends_with(".css")).cloned().collect();
    (assets, styles)
}

/// Lays a theme's files over those it extends: a file of the same name takes
/// the other's place, style sheets come after those they dress over.
pub(super) fn lay_over(theme: &mut ThemeFiles, assets: &mut BTreeMap<String, Vec<u8>>, styles: &mut Vec<String>) {
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
