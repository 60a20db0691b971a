//! `opensearch.xml`: how browsers and other programs search the site
//! (`OpenSearch` 1.1).

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, Event};

use super::plain::short;
use super::xml::clean;
use super::{Ground, Made, Press};
use crate::edition::Artifact;
use crate::plan::{Job, OPENSEARCH, SEARCH};

/// How many characters the names and the description may have.
const SHORT: usize = 16;
const LONG: usize = 48;
const DESCRIPTION: usize = 1024;

pub(super) fn plan(ground: &Ground<'_>) -> Vec<Job> {
    ground.site.has_search().then(|| Job::file(OPENSEARCH.clone())).into_iter().collect()
}

pub(super) fn make(press: &Press<'_>) -> Made {
    if !press.plan.has(&OPENSEARCH) {
        return Ok(Vec::new());
    }
    let xml = description(press).expect("memory takes whatever is written to it");
    Ok(vec![Artifact::new(&OPENSEARCH, xml)])
}

fn description(press: &Press<'_>) -> io::Result<Vec<u8>> {
    let site = press.site;
    let settings = &site.settings;
    let body = &settings.body;
    let name = if body.name.chars().count() <= SHORT { &body.name } else { press.labels.text("search-short") };
    let about = settings.description.as_deref().unwrap_or(&settings.title);
    let icon = press.theme.assets_view().icon.map(|icon| site.web(&icon));
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 1);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    writer
        .create_element("OpenSearchDescription")
        .with_attribute(("xmlns", "http://a9.com/-/spec/opensearch/1.1/"))
        .write_inner_content(|writer| {
            let mut text = |name: &'static str, text: &str| write(writer, name, &[], text);
            text("ShortName", &short(name, SHORT))?;
            text("LongName", &short(&format!("{} – {}", body.name, settings.title), LONG))?;
            text("Description", &short(about, DESCRIPTION))?;
            text("Contact", body.email.as_deref().unwrap_or(&body.pec))?;
            let results = format!("{}?q={{searchTerms}}", template(&site.web(&SEARCH)));
            write(writer, "Url", &[("type", "text/html"), ("template", &results)], "")?;
            let own = template(&site.web(&OPENSEARCH));
            let kind = ("type", "application/opensearchdescription+xml");
            write(writer, "Url", &[kind, ("rel", "self"), ("template", &own)], "")?;
            if let Some(icon) = icon {
                write(writer, "Image", &[("type", "image/svg+xml")], &icon)?;
            }
            let mut text = |name: &'static str, text: &str| write(writer, name, &[], text);
            text("Language", settings.language.tag())?;
            text("OutputEncoding", "UTF-8")?;
            text("InputEncoding", "UTF-8")
        })?;
    let mut xml = writer.into_inner();
    xml.push(b'\n');
    Ok(xml)
}

fn write(
    writer: &mut Writer<Vec<u8>>,
    name: &'static str,
    attributes: &[(&'static str, &str)],
    text: &str,
) -> io::Result<()> {
    let attributes: Vec<(&str, std::borrow::Cow<'_, str>)> =
        attributes.iter().map(|(name, value)| (*name, clean(value))).collect();
    let attributes = attributes.iter().map(|(name, value)| (*name, value.as_ref()));
    let element = writer.create_element(name).with_attributes(attributes);
    if text.is_empty() {
        element.write_empty()?;
    } else {
        element.write_text_content(quick_xml::events::BytesText::new(&clean(text)))?;
    }
    Ok(())
}

/// An address in which braces stand for nothing but what is filled in.
fn template(address: &str) -> String {
    address.replace('{', "%7B").replace('}', "%7D")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_is_cut_between_words_and_never_too_long() {
        assert_eq!(short("Comune di Rho", SHORT), "Comune di Rho");
        assert_eq!(short("1234567890123456", SHORT), "1234567890123456");
        assert_eq!(short("Comune di Esempio sul Fiume", SHORT), "Comune di…");
        for text in ["è".repeat(100), "🇮🇹 ".repeat(100), "a b".repeat(100)] {
            assert!(short(&text, SHORT).chars().count() <= SHORT, "{text}");
        }
    }
}
