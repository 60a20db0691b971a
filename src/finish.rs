//! Last touches to bytes: what a reader cannot see and a byte counter can.
//!
//! `minify-html` takes out white space between inline children of `div`,
//! `nav`, `section`, `label`… (its issue 207): "Scadenza: 12" becomes
//! "Scadenza:12" for eyes, ears and copies. So every run of white space that
//! separates words is put under guard first, and given back after.

#[cfg_attr(all(not(feature = "minify"), not(test)), expect(dead_code, reason = "only what minifies needs all of it"))]
mod fence;

use crate::edition::Edition;
pub use fence::{Fault, WORKER};

/// Minifies every page of an edition, or says which cannot be and why. Asked
/// for with `minifica: pagine`; by default only templates and styles are
/// minified, once (see `theme::squeeze` for the measurement).
#[cfg(feature = "minify")]
pub fn edition(edition: Edition) -> Result<Edition, Vec<(String, Fault)>> {
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(rayon::current_num_threads())
        .thread_name(|_| WORKER.to_owned())
        .stack_size(fence::STACK)
        .build();
    match pool {
        Ok(pool) => pool.install(|| edition.map_pages(page)),
        // What has passed the count fits the stack of any thread.
        Err(_) => edition.map_pages(page),
    }
}

/// Stands for a blank that must stay: a character of the private use area,
/// which no minifier takes for white space. A page that holds one of its own
/// is left as it is.
#[cfg(feature = "minify")]
const GUARD: &str = "\u{e000}";

/// Minifies a page without losing a blank between two words.
#[cfg(feature = "minify")]
fn page(html: &[u8]) -> Result<Vec<u8>, Fault> {
    let text = fence::page(html)?;
    if text.contains(GUARD) {
        return Ok(html.to_vec());
    }
    let config = minify_html::Cfg {
        keep_closing_tags: true,
        keep_html_and_head_opening_tags: true,
        minify_css: false,
        minify_js: false,
        ..minify_html::Cfg::default()
    };
    let minified = fence::caught(|| minify_html::minify(guarded(text).as_bytes(), &config))?;
    Ok(String::from_utf8(minified).map_or_else(|_| html.to_vec(), |text| text.replace(GUARD, " ").into_bytes()))
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

/// A style sheet without what no browser reads, or why it cannot be read.
/// What does not want to be shrunk, what would take the minifier too long and
/// what would end the element it is minified in, stays as it is.
#[cfg(feature = "minify")]
pub fn style(css: &[u8], shrinks: bool) -> Result<Vec<u8>, Fault> {
    let ends = fence::sheet(css)?;
    if !shrinks || !ends || css.to_ascii_lowercase().windows(7).any(|window| window == b"</style") {
        return Ok(css.to_vec());
    }
    let page = [b"<style>".as_slice(), css, b"</style>"].concat();
    let config = minify_html::Cfg { minify_css: true, keep_closing_tags: true, ..minify_html::Cfg::default() };
    let minified = fence::apart(|| minify_html::minify(&page, &config))?;
    Ok(match minified.strip_prefix(b"<style>").and_then(|rest| rest.strip_suffix(b"</style>")) {
        Some(css) if !css.is_empty() => css.to_vec(),
        _ => css.to_vec(),
    })
}

/// A script (a module) in fewer bytes, doing the same; as it is if it cannot
/// be read. Only those of the search are, which no editor writes.
#[cfg(feature = "minify")]
pub fn script(js: &[u8]) -> Vec<u8> {
    let (open, close) = (b"<script type=module>".as_slice(), b"</script>".as_slice());
    let config = minify_html::Cfg { minify_js: true, keep_closing_tags: true, ..minify_html::Cfg::default() };
    let page = [open, js, close].concat();
    let Ok(minified) = fence::apart(|| minify_html::minify(&page, &config)) else { return js.to_vec() };
    let start = minified.iter().position(|byte| *byte == b'>').map_or(0, |at| at + 1);
    match minified[start..].strip_suffix(close) {
        Some(script) if !script.is_empty() && script.len() < js.len() => script.to_vec(),
        _ => js.to_vec(),
    }
}

/// Without the feature `minify`, pages stay as they are.
#[cfg(not(feature = "minify"))]
pub fn edition(edition: Edition) -> Result<Edition, Vec<(String, Fault)>> {
    Ok(edition)
}

/// Without the feature `minify`, scripts stay as they are.
#[cfg(not(feature = "minify"))]
pub fn script(js: &[u8]) -> Vec<u8> {
    js.to_vec()
}

/// Without the feature `minify`, styles stay as they are, if they are text.
#[cfg(not(feature = "minify"))]
pub fn style(css: &[u8], _: bool) -> Result<Vec<u8>, Fault> {
    fence::sheet(css).map(|_| css.to_vec())
}

#[cfg(all(test, feature = "minify"))]
mod tests {
    use super::*;

    fn text(html: &str) -> String {
        String::from_utf8(page(html.as_bytes()).expect("a page can be minified")).expect("UTF-8 stays UTF-8")
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
