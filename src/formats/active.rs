//! What in XML a browser could run.

use super::Active;

/// The ends of the addresses of vocabularies browsers do something with:
/// pages, drawings, formulas, transformations, and those of one engine.
const VOCABULARIES: [&str; 7] = [
    "/1999/xhtml",
    "/2000/svg",
    "/1998/math/mathml",
    "/1999/xsl/transform",
    "/tr/wd-xsl",
    "/keymaster/gatekeeper/there.is.only.xul",
    "/xbl",
];

/// Addresses that are programs, or pages written where an address should be.
const ADDRESSES: [&str; 7] = [
    "javascript:",
    "vbscript:",
    "livescript:",
    "data:text/html",
    "data:text/xml",
    "data:application/x",
    "data:image/svg",
];

/// Whether the address of a namespace is that of something browsers run.
pub(super) fn vocabulary(namespace: &str) -> Option<Active> {
    let bare = bare(namespace);
    VOCABULARIES.iter().any(|known| bare.contains(known)).then_some(Active::Vocabulary)
}

/// Whether a text is an address that is a program, or has one where addresses
/// stand. Blanks, controls and capitals do not count: browsers drop them too.
pub(super) fn address(text: &str) -> Option<Active> {
    // Most texts have no colon.
    memchr::memchr(b':', text.as_bytes())?;
    let bare = bare(text);
    let stands_there = |at: usize| bare[..at].chars().next_back().is_none_or(|before| "\"'=(<>,;`".contains(before));
    let there = |known: &str| bare.match_indices(known).any(|(at, _)| stands_there(at));
    ADDRESSES.iter().any(|known| there(known)).then_some(Active::Address)
}

fn bare(text: &str) -> String {
    text.chars()
        .filter(|c| {
            !c.is_whitespace() && !c.is_control() && !matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{ad}')
        })
        .map(|c| c.to_ascii_lowercase())
        .collect()
}
