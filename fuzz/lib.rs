//! What several targets ask of what they get.

use trasparente::diagnostic::{Diagnostic, Place};
use trasparente::messages::{Catalogue, Language};
use trasparente::report::{self, Findings, Format};
use trasparente::source::Sources;
use trasparente::vocabulary::Vocabulary;

/// Every finding can be shown in every format and language, and points into
/// the text it speaks of, between two characters. In the short format each is
/// one line.
pub fn can_be_shown(findings: &[Diagnostic], sources: &Sources) {
    for finding in findings {
        if let Place::Text(file, span) = finding.place {
            let text = sources.get(file).text();
            assert!(text.get(span.range()).is_some(), "{:?} is no part of the text", finding.place);
        }
    }
    for language in Language::ALL {
        let catalogue = Catalogue::new(language);
        let findings = Findings { findings, sources, catalogue: &catalogue, root: "content" };
        for format in Format::ALL {
            let shown = report::render(&findings, *format, false);
            let hostile = |c: char| c.is_control() && c != '\n' && c != '\t';
            assert!(!shown.chars().any(hostile), "{format:?} lets a control character through: {shown:?}");
            if *format == Format::Short {
                assert!(shown.lines().count() <= findings.findings.len() + 2, "{shown}");
            }
        }
    }
}

/// Whether a browser would find something to run or fetch in a piece of HTML
/// made from an editor's text: a crude oracle, which knows tags by `<` alone.
pub fn is_quiet(html: &str) -> Result<(), String> {
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        let name: String = rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '/' || *c == '!').collect();
        let known = [
            "a",
            "abbr",
            "blockquote",
            "br",
            "caption",
            "code",
            "dd",
            "del",
            "div",
            "dl",
            "dt",
            "em",
            "figcaption",
            "figure",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "img",
            "input",
            "li",
            "ol",
            "p",
            "pre",
            "s",
            "section",
            "span",
            "strong",
            "sub",
            "sup",
            "table",
            "tbody",
            "td",
            "th",
            "thead",
            "tr",
            "ul",
        ];
        let bare = name.trim_start_matches('/');
        if !known.contains(&bare) {
            return Err(format!("a tag `{name}` in {html:?}"));
        }
        // Attributes, their values in double quotes.
        let end = tag_end(rest).ok_or_else(|| format!("a tag without end in {html:?}"))?;
        let mut inside = &rest[..end];
        while let Some(equals) = inside.find("=\"") {
            let key = inside[..equals].rsplit(|c: char| c.is_whitespace()).next().unwrap_or_default();
            let value = &inside[equals + 2..];
            let close = value.find('"').ok_or_else(|| format!("a value without end in {html:?}"))?;
            let value = &value[..close];
            if key.to_ascii_lowercase().starts_with("on") || key.eq_ignore_ascii_case("style") {
                return Err(format!("an attribute `{key}` in {html:?}"));
            }
            if key == "href" || key == "src" {
                let scheme: String = value
                    .chars()
                    .filter(|c| !c.is_whitespace() && !c.is_control())
                    .take_while(|c| *c != ':')
                    .collect::<String>()
                    .to_ascii_lowercase();
                if ["javascript", "data", "vbscript", "file"].contains(&scheme.as_str()) && value.contains(':') {
                    return Err(format!("an address `{value}` in {html:?}"));
                }
            }
            inside = &inside[equals + 2 + close + 1..];
        }
        rest = &rest[end..];
    }
    Ok(())
}

fn tag_end(rest: &str) -> Option<usize> {
    let mut quoted = false;
    for (at, byte) in rest.bytes().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b'>' if !quoted => return Some(at),
            _ => {}
        }
    }
    None
}
