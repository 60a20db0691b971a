//! The limits themes are held to, and what is said where one is passed.

use std::collections::BTreeMap;

use tera::Tera;

use super::template::Template;
use super::{fault, meter};
use crate::diagnostic::{Diagnostic, Place};
use crate::finish::Fault;
use crate::load::ThemeFiles;
use crate::messages::Msg;
use crate::rules;

/// Makes a body's own templates count their steps; says which reach too far
/// to be read at all.
pub(super) fn count_steps(tera: &mut Tera, templates: &mut [Template]) -> Result<(), Vec<Diagnostic>> {
    let named: Vec<(&str, &str)> = templates.iter().map(|template| (template.name.as_str(), template.said())).collect();
    let far = meter::too_far(&named);
    if !far.is_empty() {
        let told = far.into_iter().filter_map(|(name, key)| {
            let template = templates.iter().find(|template| template.name == name)?;
            Some(fault::at(&template.written, None, Msg::new(key)))
        });
        return Err(told.collect());
    }
    templates.iter_mut().for_each(Template::count_steps);
    meter::register(tera);
    Ok(())
}

/// A page that goes through too much, or writes too much.
pub(super) fn endless(place: Place, page: &str, key: &str) -> Diagnostic {
    let (msg, hint) = if key == meter::TOO_LONG {
        ("theme-endless", "theme-endless-hint")
    } else {
        ("theme-huge", "theme-huge-hint")
    };
    let message = Msg::new(msg).with("page", page);
    Diagnostic { rule: &rules::THEME, message, place, hint: Some(Msg::new(hint)) }
}

/// A page that cannot be minified.
pub(super) fn page_fault(own: &ThemeFiles, page: &str, wrong: Fault) -> Diagnostic {
    let key = if matches!(wrong, Fault::TooDeep(_)) { "page-deep" } else { "page-unminified" };
    fault::of_file(own, "templates", Msg::new(key).with("page", page)).hint(Msg::new("page-unminified-hint"))
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

/// A style sheet that cannot be read, at its place.
fn style_fault(own: &ThemeFiles, name: &str, css: &[u8], wrong: Fault) -> Diagnostic {
    let file = format!("assets/{name}");
    match wrong {
        Fault::NotText(at) => fault::not_text(own, &file, css, at),
        Fault::TooDeep(at) => {
            fault::at_byte(own, &file, css, at, Msg::new("style-deep")).hint(Msg::new("style-deep-hint"))
        }
        Fault::Failed => {
            let minified = name.strip_suffix(".css").unwrap_or(name);
            let hint = Msg::new("style-failed-hint").with("name", format!("{minified}.min.css"));
            fault::of_file(own, &file, Msg::new("style-failed")).hint(hint)
        }
    }
}
