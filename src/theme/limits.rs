//! The limits themes are held to, and what is said where one is passed.

use std::collections::BTreeMap;

use tera::Tera;

use super::{OURS, fault, meter};
use crate::diagnostic::Diagnostic;
use crate::finish::Fault;
use crate::load::ThemeFiles;
use crate::messages::Msg;

/// Makes a body's own templates count their steps; says which reach too far
/// to be read at all.
pub(super) fn count_steps(
    templates: &mut Tera,
    sources: &mut [(String, String)],
    own: &ThemeFiles,
) -> Result<(), Vec<Diagnostic>> {
    let far = meter::too_far(sources);
    if !far.is_empty() {
        let told = far.into_iter().map(|(name, key)| fault(own, &format!("templates/{name}"), Msg::new(key)));
        return Err(told.collect());
    }
    for (_, text) in sources.iter_mut().filter(|(name, _)| !name.starts_with(OURS)) {
        *text = meter::insert(text);
    }
    meter::register(templates);
    Ok(())
}

/// A page that goes through too much, or writes too much.
pub(super) fn endless(own: &ThemeFiles, template: &str, page: &str, key: &str) -> Diagnostic {
    let (msg, hint) = if key == meter::TOO_LONG {
        ("theme-endless", "theme-endless-hint")
    } else {
        ("theme-huge", "theme-huge-hint")
    };
    let finding = fault(own, &format!("templates/{template}"), Msg::new(msg).with("page", page));
    finding.hint(Msg::new(hint))
}

/// A page that cannot be minified.
pub(super) fn page_fault(own: &ThemeFiles, page: &str, wrong: Fault) -> Diagnostic {
    let key = if matches!(wrong, Fault::TooDeep(_)) { "page-deep" } else { "page-unminified" };
    fault(own, "templates", Msg::new(key).with("page", page)).hint(Msg::new("page-unminified-hint"))
}

/// Style sheets without what no browser reads; those that cannot be read are
/// told.
pub(super) fn minified(
    mut assets: BTreeMap<String, Vec<u8>>,
    own: &ThemeFiles,
    findings: &mut Vec<Diagnostic>,
) -> BTreeMap<String, Vec<u8>> {
    for (name, bytes) in assets.iter_mut().filter(|(name, _)| name.ends_with(".css")) {
        match crate::finish::style(bytes, !name.ends_with(".min.css")) {
            Ok(style) => *bytes = style,
            Err(wrong) => findings.push(style_fault(own, name, bytes, wrong)),
        }
    }
    assets
}

/// A style sheet that cannot be read, at its line.
fn style_fault(own: &ThemeFiles, name: &str, css: &[u8], wrong: Fault) -> Diagnostic {
    let line = |at: usize| memchr::memchr_iter(b'\n', &css[..at]).count() + 1;
    let (place, msg, hint) = match wrong {
        Fault::NotText(at) => {
            (format!(":{}", line(at)), Msg::new("not-utf8").with("byte", at + 1), Msg::new("not-utf8-hint"))
        }
        Fault::TooDeep(at) => (format!(":{}", line(at)), Msg::new("style-deep"), Msg::new("style-deep-hint")),
        Fault::Failed => {
            let minified = name.strip_suffix(".css").unwrap_or(name);
            (
                String::new(),
                Msg::new("style-failed"),
                Msg::new("style-failed-hint").with("name", format!("{minified}.min.css")),
            )
        }
    };
    fault(own, &format!("assets/{name}{place}"), msg).hint(hint)
}

/// A poor contrast comes with the shade that would do.
pub(super) fn colour_fault(theme: &ThemeFiles, msg: Msg) -> Diagnostic {
    let better = msg.gaps.iter().find(|(name, _)| *name == "better").map(|(_, value)| value.clone());
    let hint = match better {
        Some(better) => Msg::new("theme-contrast-hint").with("better", better),
        None => Msg::new("theme-colour-hint"),
    };
    fault(theme, "theme.yaml", msg).hint(hint)
}
