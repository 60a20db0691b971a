//! Where a link leads, by what the editor wrote.

use crate::characters::nfc;
use crate::model::Target;
use crate::plan::within;

/// Schemes a reader may be sent to.
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// Why a link cannot pass.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// A scheme that could run something, or that few can open.
    Scheme(String),
    /// `//host`: neither of the site nor honest about where it goes.
    NoScheme,
    /// A path that climbs out of the content folder.
    Outside,
}

/// Classifies a link written in a file of the folder `base` (a path from the
/// content folder, with `/`, empty for its root), on a site that is on line at
/// `home`.
pub(super) fn target(url: &str, base: &str, home: &str) -> Result<Target, Refusal> {
    // Browsers skip blanks and control characters when they look for a scheme.
    let url: String = url.chars().filter(|c| !c.is_control()).collect();
    let url = url.trim();
    if let Some(path) = within(url, home) {
        let slash = if path.starts_with('/') { "" } else { "/" };
        return target(&format!("{slash}{path}"), base, "");
    }
    if let Some(scheme) = scheme(url) {
        return if SCHEMES.contains(&scheme.as_str()) {
            Ok(Target::Elsewhere(url.to_owned()))
        } else {
            Err(Refusal::Scheme(scheme))
        };
    }
    if url.starts_with("//") || url.starts_with('\\') {
        return Err(Refusal::NoScheme);
    }
    if let Some(anchor) = url.strip_prefix('#') {
        return Ok(Target::Anchor(body_anchor(anchor)));
    }
    let (path, anchor) = match url.split_once('#') {
        Some((path, anchor)) => (path, Some(body_anchor(anchor))),
        None => (url, None),
    };
    let (path, question) = match path.split_once('?') {
        Some((path, question)) if path.starts_with('/') => (path, format!("?{question}")),
        _ => (path, String::new()),
    };
    let path = percent_decoded(path);
    // What follows `#` in a PDF's address is the reader's business.
    let is_page = path.ends_with(".md") || !path.rsplit('/').next().unwrap_or_default().contains('.');
    let anchor = if is_page { anchor } else { url.split_once('#').map(|(_, raw)| raw.to_owned()) };
    if path.starts_with('/') {
        let last = path.rsplit('/').next().unwrap_or_default();
        let path = if path.ends_with('/') || last.contains('.') { path } else { path + "/" };
        return Ok(Target::Page(path + &question, anchor));
    }
    Ok(Target::File(join(base, &path).ok_or(Refusal::Outside)?, anchor))
}

/// The anchor a heading of a text has: apart from the theme's own ids.
pub(super) fn body_anchor(anchor: &str) -> String {
    match anchor.strip_prefix("testo-") {
        Some(_) => anchor.to_owned(),
        None => format!("testo-{anchor}"),
    }
}

/// A path relative to a folder of the content folder, as a path from the
/// content folder; `None` if it leaves it.
pub(super) fn join(base: &str, path: &str) -> Option<String> {
    if path.starts_with('/') || path.contains('\\') || path.contains('\0') {
        return None;
    }
    let mut parts: Vec<&str> = base.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    // Disks may keep accents apart from their letters; names are looked up joined.
    Some(nfc(&parts.join("/")).into_owned())
}

/// The scheme of an address, in lower case.
fn scheme(url: &str) -> Option<String> {
    let (scheme, _) = url.split_once(':')?;
    let good = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+.-".contains(c));
    good.then(|| scheme.to_ascii_lowercase())
}

fn percent_decoded(path: &str) -> String {
    if !path.contains('%') {
        return path.to_owned();
    }
    let bytes = path.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let hex = path.get(at + 1..at + 3).and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match (bytes[at], hex) {
            (b'%', Some(byte)) => {
                out.push(byte);
                at += 3;
            }
            (byte, _) => {
                out.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_that_could_run_are_refused() {
        for url in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\tscript:alert(1)",
            " data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
        ] {
            assert!(matches!(target(url, "", "https://www.comune.esempio.it"), Err(Refusal::Scheme(_))), "{url}");
        }
        assert_eq!(target("//evil.example/x", "", "https://www.comune.esempio.it"), Err(Refusal::NoScheme));
        assert_eq!(target("\\\\evil.example", "", "https://www.comune.esempio.it"), Err(Refusal::NoScheme));
    }

    #[test]
    fn paths_stay_inside() {
        assert_eq!(target("../b.md", "a/x", "https://www.comune.esempio.it"), Ok(Target::File("a/b.md".into(), None)));
        assert_eq!(
            target("b.md#uno", "a", "https://www.comune.esempio.it"),
            Ok(Target::File("a/b.md".into(), Some("testo-uno".into())))
        );
        assert_eq!(target("../../../etc/passwd", "a/x", "https://www.comune.esempio.it"), Err(Refusal::Outside));
        assert_eq!(target("..%2f..%2f..%2fetc/passwd", "a/x", "https://www.comune.esempio.it"), Err(Refusal::Outside));
        assert_eq!(target("/atti/x", "a", "https://www.comune.esempio.it"), Ok(Target::Page("/atti/x/".into(), None)));
        assert_eq!(target("#capo", "a", "https://www.comune.esempio.it"), Ok(Target::Anchor("testo-capo".into())));
    }

    #[test]
    fn the_site_s_own_address_is_within_it() {
        let own = |url| target(url, "a", "https://www.comune.esempio.it");
        let page = |path: &str, anchor: Option<&str>| Ok(Target::Page(path.into(), anchor.map(str::to_owned)));
        assert_eq!(own("https://www.comune.esempio.it"), page("/", None));
        assert_eq!(own("http://WWW.comune.esempio.it/"), page("/", None));
        assert_eq!(own("https://www.comune.esempio.it/atti/x#uno"), page("/atti/x/", Some("testo-uno")));
        assert_eq!(own("https://www.comune.esempio.it/cerca/?q=mensa"), page("/cerca/?q=mensa", None));
        assert_eq!(own("/cerca?q=a.b"), page("/cerca/?q=a.b", None));
        for elsewhere in ["https://www.comune.esempio.it.evil.example/", "https://comune.esempio.it/", "mailto:x@y.it"]
        {
            assert_eq!(own(elsewhere), Ok(Target::Elsewhere(elsewhere.into())));
        }
        assert_eq!(own("https://www.comune.esempio.it//evil.example"), Err(Refusal::NoScheme));
    }
}
