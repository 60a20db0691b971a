//! Last touches to bytes: what a reader cannot see and a byte counter can.
//!
//! `minify-html` takes out white space between inline children of `div`,
//! `nav`, `section`, `label`… (its issue 207): "Scadenza: 12" becomes
//! "Scadenza:12" for eyes, ears and copies. So every run of white space that
//! separates words is put under guard first, and given back after.

use crate::edition::Edition;

/// Minifies every page of an edition, one by one. Asked for with
/// `minifica: pagine`; by default only templates and styles are minified,
/// once (see `theme::squeeze` for the measurement).
#[cfg(feature = "minify")]
#[must_use]
pub fn edition(edition: Edition) -> Edition {
    edition.map_pages(page)
}

/// Without the feature `minify`, pages stay as they are.
#[cfg(not(feature = "minify"))]
#[must_use]
pub fn edition(edition: Edition) -> Edition {
    edition
}

/// Stands for a blank that must stay: a character of the private use area,
/// which no minifier takes for white space. A page that holds one of its own
/// is left as it is.
#[cfg(feature = "minify")]
const GUARD: &str = "\u{e000}";

/// Minifies a page without losing a blank between two words.
#[cfg(feature = "minify")]
fn page(html: &[u8]) -> Vec<u8> {
    let Ok(text) = std::str::from_utf8(html) else { return html.to_vec() };
    if text.contains(GUARD) {
        return html.to_vec();
    }
    let config = minify_html::Cfg {
        keep_closing_tags: true,
        keep_html_and_head_opening_tags: true,
        minify_css: false,
        minify_js: false,
        ..minify_html::Cfg::default()
    };
    let minified = minify_html::minify(guarded(text).as_bytes(), &config);
    String::from_utf8(minified).map_or_else(|_| html.to_vec(), |text| text.replace(GUARD, " ").into_bytes())
}

/// Elements that start and end a line of their own: white space beside their
/// tags separates no words.
#[cfg(feature = "minify")]
const BLOCKS: &[&str] = &[
    "html",
    "head",
    "body",
    "title",
    "meta",
    "link",
    "header",
    "footer",
    "main",
    "nav",
    "section",
    "article",
    "aside",
    "div",
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "table",
    "caption",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "form",
    "fieldset",
    "legend",
    "details",
    "summary",
    "blockquote",
    "figure",
    "figcaption",
    "address",
    "hr",
    "pre",
    "script",
    "!doctype",
];

/// Puts every run of white space that separates words under guard.
#[cfg(feature = "minify")]
fn guarded(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    let mut rest = text;
    let mut after_block = true;
    let mut blank = false;
    while let Some(first) = rest.chars().next() {
        if first.is_ascii_whitespace() {
            blank = true;
            rest = &rest[1..];
            continue;
        }
        let tag = if first == '<' { tag_name(rest) } else { None };
        let block = tag.is_some_and(|name| BLOCKS.iter().any(|block| block.eq_ignore_ascii_case(name)));
        if blank {
            out.push_str(if after_block || block { "\n" } else { GUARD });
            blank = false;
        }
        let end = match tag {
            // White space in raw elements is theirs.
            Some(name) if ["pre", "textarea", "script", "style"].contains(&name) && !rest.starts_with("</") => {
                let close = format!("</{name}");
                rest.find(&close).unwrap_or(rest.len())
            }
            Some(_) => rest.find('>').map_or(rest.len(), |at| at + 1),
            None => {
                let length = first.len_utf8();
                rest[length..].find(|c: char| c.is_ascii_whitespace() || c == '<').map_or(rest.len(), |at| at + length)
            }
        };
        let end = rest.ceil_char_boundary(end.max(1));
        out.push_str(&rest[..end]);
        after_block = block;
        rest = &rest[end..];
    }
    out
}

#[cfg(feature = "minify")]
fn tag_name(text: &str) -> Option<&str> {
    let name = text.strip_prefix('<')?;
    let name = name.strip_prefix('/').unwrap_or(name);
    let end = name.find(|c: char| !c.is_ascii_alphanumeric() && c != '!').unwrap_or(name.len());
    (end > 0).then(|| &name[..end])
}

/// A style sheet without what no browser reads.
#[cfg(feature = "minify")]
pub fn style(css: &[u8]) -> Vec<u8> {
    let page = [b"<style>".as_slice(), css, b"</style>"].concat();
    let config = minify_html::Cfg { minify_css: true, keep_closing_tags: true, ..minify_html::Cfg::default() };
    let minified = minify_html::minify(&page, &config);
    match minified.strip_prefix(b"<style>").and_then(|rest| rest.strip_suffix(b"</style>")) {
        Some(css) if !css.is_empty() => css.to_vec(),
        _ => css.to_vec(),
    }
}

/// A script (a module) in fewer bytes, doing the same.
#[cfg(feature = "minify")]
pub fn script(js: &[u8]) -> Vec<u8> {
    let (open, close) = (b"<script type=module>".as_slice(), b"</script>".as_slice());
    let config = minify_html::Cfg { minify_js: true, keep_closing_tags: true, ..minify_html::Cfg::default() };
    let minified = minify_html::minify(&[open, js, close].concat(), &config);
    let start = minified.iter().position(|byte| *byte == b'>').map_or(0, |at| at + 1);
    match minified[start..].strip_suffix(close) {
        Some(script) if !script.is_empty() && script.len() < js.len() => script.to_vec(),
        _ => js.to_vec(),
    }
}

/// Without the feature `minify`, scripts stay as they are.
#[cfg(not(feature = "minify"))]
pub fn script(js: &[u8]) -> Vec<u8> {
    js.to_vec()
}

/// Without the feature `minify`, styles stay as they are.
#[cfg(not(feature = "minify"))]
pub fn style(css: &[u8]) -> Vec<u8> {
    css.to_vec()
}

#[cfg(all(test, feature = "minify"))]
mod tests {
    use super::*;

    fn text(html: &str) -> String {
        String::from_utf8(page(html.as_bytes())).expect("UTF-8 stays UTF-8")
    }

    #[test]
    fn words_stay_apart_where_the_minifier_would_join_them() {
        let html = text(
            "<!doctype html><html><head><title>x</title></head><body><div> <strong>Scadenza:</strong> <time>12</time> </div><nav><a href=/>x</a> <a href=/>y</a></nav></body></html>",
        );
        assert!(html.contains("Scadenza:</strong> <time>"), "{html}");
        assert!(html.contains("x</a> <a"), "{html}");
    }

    #[test]
    fn what_separates_nothing_goes() {
        let html = text(
            "<!doctype html><html><head><title>x</title></head><body>\n  <ul>\n    <li>a</li>\n    <li>b</li>\n  </ul>\n</body></html>",
        );
        assert!(html.contains("<ul><li>a</li><li>b</li></ul>"), "{html}");
    }
}
