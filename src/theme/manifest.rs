//! `theme.yaml`: what a theme is, and what of the look it sets.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::colours::Colours;
use super::fault;
use crate::diagnostic::Diagnostic;
use crate::load::ThemeFiles;
use crate::messages::Msg;
use crate::view::INTERFACE;

/// `theme.yaml`.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub(super) struct Manifest {
    #[expect(dead_code, reason = "for people who look at the folder")]
    nome: String,
    interfaccia: u32,
    #[serde(default)]
    #[expect(dead_code, reason = "for people who look at the folder")]
    descrizione: Option<String>,
    #[serde(default)]
    #[expect(dead_code, reason = "`load` follows it")]
    estende: Option<String>,
    #[serde(default)]
    pub(super) colori: Option<Colours>,
    /// A picture under `assets/`, shown beside the body's name.
    #[serde(default)]
    pub(super) logo: Option<String>,
    #[serde(default)]
    pub(super) carattere: Option<Font>,
    #[serde(default)]
    #[expect(dead_code, reason = "`load` brings them")]
    risorse: BTreeMap<String, String>,
}

/// A typeface the theme carries with it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Font {
    /// Its name.
    nome: String,
    /// Its regular weight: a `.woff2` under `assets/`.
    normale: String,
    /// Its bold weight.
    #[serde(default)]
    grassetto: Option<String>,
}

/// Reads `theme.yaml`, or says what is wrong with it.
pub(super) fn read(theme: &ThemeFiles) -> Result<Manifest, Box<Diagnostic>> {
    let msg = match theme.files.get("theme.yaml").map(|bytes| std::str::from_utf8(bytes)) {
        None => Msg::new("theme-no-manifest"),
        Some(Err(_)) => Msg::new("not-utf8").with("byte", "?"),
        Some(Ok(text)) => match serde_yaml::from_str::<Manifest>(text) {
            Err(error) => {
                Msg::new("theme-manifest").with("detail", error.to_string().lines().next().unwrap_or_default())
            }
            Ok(manifest) if manifest.interfaccia != INTERFACE => {
                Msg::new("theme-interface").with("theirs", manifest.interfaccia).with("ours", INTERFACE)
            }
            Ok(manifest) => return Ok(manifest),
        },
    };
    Err(Box::new(fault(theme, "theme.yaml", msg)))
}

impl Manifest {
    /// The files it names and the theme does not have.
    pub(super) fn missing_files(&self, has: impl Fn(&str) -> bool) -> Vec<Msg> {
        let font = self.carattere.as_ref();
        let fonts = font.into_iter().flat_map(|font| [Some(&font.normale), font.grassetto.as_ref()]).flatten();
        let named = self.logo.iter().map(|name| (name, [".svg", ".png", ".webp"].as_slice()));
        named
            .chain(fonts.map(|name| (name, [".woff2"].as_slice())))
            .filter_map(|(name, endings)| {
                if !endings.iter().any(|ending| name.ends_with(ending)) {
                    return Some(Msg::new("theme-file-kind").with("name", name).with("endings", endings.join(", ")));
                }
                (!has(name)).then(|| Msg::new("theme-file-missing").with("name", name))
            })
            .collect()
    }
}

impl Font {
    /// The style sheet that brings it.
    pub(super) fn css(&self, assets: &str) -> String {
        let name: String = self.nome.chars().filter(|c| c.is_alphanumeric() || " -_".contains(*c)).collect();
        let face = |file: &str, weight: u32| {
            let file: String = file.chars().filter(|c| c.is_ascii_alphanumeric() || "/._-".contains(*c)).collect();
            format!(
                "@font-face{{font-family:\"{name}\";font-weight:{weight};font-display:swap;src:url(\"/{assets}/{file}\") format(\"woff2\")}}\n"
            )
        };
        let bold = self.grassetto.as_deref().map(|file| face(file, 700)).unwrap_or_default();
        format!("{}{bold}:root{{--font:\"{name}\"}}\n", face(&self.normale, 400))
    }
}
