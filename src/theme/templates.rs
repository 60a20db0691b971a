//! Every template, each under the name it is found by, checked.

use tera::Tera;

use super::template::Template;
use super::{OURS, contract, embedded, fault, limits};
use crate::diagnostic::Diagnostic;
use crate::load::ThemeFiles;
use crate::source::Source;

/// Reads the templates of a chain of themes and of the built-in one, and
/// holds them against what they will be given.
pub(super) fn load(chain: &mut [ThemeFiles], findings: &mut Vec<Diagnostic>) -> (Tera, Vec<Template>) {
    let mut tera = Tera::new();
    tera.autoescape_on(vec![".html"]);
    let prefixes: Vec<String> = chain.iter().skip(1).map(|theme| format!("{}/", theme.name)).collect();
    tera.set_fallback_prefixes(prefixes.into_iter().chain([OURS.to_owned()])).expect("no template has been added yet");
    let mut templates = written(chain, findings);
    if let Err(far) = limits::count_steps(&mut tera, &mut templates) {
        findings.extend(far);
        return (tera, templates);
    }
    let ours = ThemeFiles::default();
    let own = chain.first().unwrap_or(&ours);
    let named = templates.iter().map(|template| (template.name.as_str(), template.text()));
    if let Err(error) = tera.add_raw_templates(named) {
        findings.extend(fault::of_tera(&templates, own, None, &error));
    } else {
        findings.extend(contract::faults(&tera, &templates, own));
    }
    (tera, templates)
}

/// The templates as they were written, those that are of any use.
fn written(chain: &mut [ThemeFiles], findings: &mut Vec<Diagnostic>) -> Vec<Template> {
    let ours = embedded::TEMPLATES.iter().chain(embedded::COMPONENTS);
    let mut templates: Vec<Template> = ours
        .filter(|(name, _)| is_needed(name, OURS, chain))
        .map(|(name, text)| {
            Template::new(format!("{OURS}{name}"), Source::new(fault::ours(&fault::file_of(name)), *text))
        })
        .collect();
    for at in (0..chain.len()).rev() {
        let prefix = if at == 0 { String::new() } else { format!("{}/", chain[at].name) };
        for (path, bytes) in std::mem::take(&mut chain[at].files) {
            let Some(name) = template_name(&path) else { continue };
            match std::str::from_utf8(&bytes) {
                Ok(text) if is_needed(&name, &prefix, &chain[..at]) => {
                    templates.push(Template::new(
                        format!("{prefix}{name}"),
                        Source::new(fault::path(&chain[at], &path), text),
                    ));
                }
                Ok(_) => {}
                Err(error) => findings.push(fault::not_text(&chain[at], &path, &bytes, error.valid_up_to())),
            }
        }
    }
    templates
}

/// Whether a template is still of use under the themes that extend its own:
/// none has one of that name, or one of them names it.
fn is_needed(name: &str, prefix: &str, over: &[ThemeFiles]) -> bool {
    let mention = format!("{prefix}{name}");
    let mut files = over.iter().flat_map(|theme| &theme.files);
    !files.clone().any(|(path, _)| template_name(path).as_deref() == Some(name))
        || files.any(|(_, bytes)| bytes.windows(mention.len()).any(|window| window == mention.as_bytes()))
}

/// What a file's template is found by; none for what is no template.
pub(super) fn template_name(path: &str) -> Option<String> {
    if !path.ends_with(".html") {
        return None;
    }
    match path.strip_prefix("templates/") {
        Some(name) => Some(name.to_owned()),
        None => path.starts_with("components/").then(|| path.to_owned()),
    }
}
