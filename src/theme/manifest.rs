//! What `theme.yaml` asks for, held against what there is.

use std::sync::Arc;

use super::colours::Colours;
use super::{fault, lacking};
use crate::diagnostic::{Diagnostic, Place};
use crate::load::ThemeFiles;
use crate::messages::Msg;
use crate::parse::{self, ThemeManifest, Typeface};
use crate::source::{Source, Sources, Span, Spanned};
use crate::view::INTERFACE;

/// Where it stands in a theme.
const NAME: &str = "theme.yaml";

/// A theme's `theme.yaml`, in which nothing is wrong.
pub(super) struct Manifest {
    told: ThemeManifest,
    /// The style sheet of its colours.
    colours: String,
}

/// Reads `theme.yaml`, and says what is wrong with it and with what it asks
/// for; `has` knows the files under `assets/`.
pub(super) fn read(theme: &ThemeFiles, has: impl Fn(&str) -> bool) -> (Option<Manifest>, Vec<Diagnostic>) {
    let Some(bytes) = theme.files.get(NAME) else {
        return (None, vec![fault::of_file(theme, NAME, Msg::new("theme-no-manifest"))]);
    };
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => return (None, vec![fault::not_text(theme, NAME, bytes, error.valid_up_to())]),
    };
    let source = Source::new(fault::path(theme, NAME), text);
    let sources = Sources::new(vec![source.clone()]);
    let source = Arc::new(source);
    let (told, mut findings) = parse::theme_manifest(sources.ids()[0], &source);
    for finding in &mut findings {
        if let Place::Text(_, span) = finding.place {
            finding.place = Place::Theme(Arc::clone(&source), Some(span));
        }
    }
    let Some(told) = told else { return (None, findings) };
    let at = |span: Span, msg: Msg| fault::at(&source, Some(span), msg);
    if let Some(theirs) = told.interface.as_ref().filter(|theirs| theirs.value != INTERFACE) {
        let msg = Msg::new("theme-interface").with("theirs", theirs.value).with("ours", INTERFACE);
        findings.push(at(theirs.span, msg));
    }
    let lacking = lacking::named(theme, &told).into_iter();
    findings.extend(lacking.map(|(span, msg, hint)| fault::at(&source, span, msg).hint(hint)));
    findings.extend(missing(&told, has).into_iter().map(|(span, msg)| at(span, msg)));
    let colours = match Colours(&told.colours).css() {
        Ok(css) => css,
        Err(wrong) => {
            findings.extend(wrong.into_iter().map(|(span, msg)| colour_fault(at(span, msg))));
            String::new()
        }
    };
    (Some(Manifest { told, colours }), findings)
}

/// A poor contrast comes with the shade that would do.
fn colour_fault(finding: Diagnostic) -> Diagnostic {
    let better = finding.message.gaps.iter().find(|(name, _)| *name == "better").map(|(_, value)| value.clone());
    finding.hint(match better {
        Some(better) => Msg::new("theme-contrast-hint").with("better", better),
        None => Msg::new("theme-colour-hint"),
    })
}

/// The files it names and the theme does not have.
fn missing(told: &ThemeManifest, has: impl Fn(&str) -> bool) -> Vec<(Span, Msg)> {
    let font = told.typeface.as_ref();
    let fonts = font.into_iter().flat_map(|font| [Some(&font.regular), font.bold.as_ref()]).flatten();
    let named = told.logo.iter().map(|name| (name, [".svg", ".png", ".webp"].as_slice()));
    named
        .chain(fonts.map(|name| (name, [".woff2"].as_slice())))
        .filter_map(|(Spanned { value: name, span }, endings)| {
            if !endings.iter().any(|ending| name.ends_with(ending)) {
                let msg = Msg::new("theme-file-kind").with("name", name).with("endings", endings.join(", "));
                return Some((*span, msg));
            }
            (!has(name)).then(|| (*span, Msg::new("theme-file-missing").with("name", name)))
        })
        .collect()
}

impl Manifest {
    /// The style sheet of its colours and typeface, whose files are published
    /// under `assets`.
    pub(super) fn look(&self, assets: &str) -> String {
        let font = self.told.typeface.as_ref().map(|font| typeface(font, assets));
        format!("{}{}", self.colours, font.unwrap_or_default())
    }

    /// The picture beside the body's name.
    pub(super) fn logo(&self) -> Option<&str> {
        self.told.logo.as_ref().map(|logo| logo.value.as_str())
    }
}

/// The style sheet that brings a typeface.
fn typeface(font: &Typeface, assets: &str) -> String {
    let name: String = font.name.chars().filter(|c| c.is_alphanumeric() || " -_".contains(*c)).collect();
    let face = |file: &str, weight: u32| {
        let file: String = file.chars().filter(|c| c.is_ascii_alphanumeric() || "/._-".contains(*c)).collect();
        format!(
            "@font-face{{font-family:\"{name}\";font-weight:{weight};font-display:swap;src:url(\"/{assets}/{file}\") format(\"woff2\")}}\n"
        )
    };
    let bold = font.bold.as_ref().map(|file| face(&file.value, 700)).unwrap_or_default();
    format!("{}{bold}:root{{--font:\"{name}\"}}\n", face(&font.regular.value, 400))
}
