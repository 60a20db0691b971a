//! Gaps in the HTML for addresses known only when every notice is, and the
//! escaping of what goes into attributes.

use pulldown_cmark::CowStr;

use crate::model::Slot;

/// Marks, in the HTML being written, where an address will go. No text holds
/// it: control characters are taken out of every event.
pub(super) const MARK: char = '\u{1}';

/// Takes the marks out and remembers where they stood. Marks and the links
/// of a body come in the same order.
pub(super) fn cut_at_marks(html: &str) -> (String, Vec<Slot>) {
    let mut clean = String::with_capacity(html.len());
    let mut slots = Vec::new();
    let mut pieces = html.split(MARK);
    clean.push_str(pieces.next().unwrap_or_default());
    for (link, piece) in pieces.enumerate() {
        slots.push(Slot { at: clean.len(), link });
        clean.push_str(piece);
    }
    (clean, slots)
}

pub(super) fn title_attribute(title: &str) -> String {
    if title.is_empty() { String::new() } else { format!(" title=\"{}\"", escaped(title)) }
}

/// Control characters out: no XML may hold them, and one is our mark.
pub(super) fn printable(text: CowStr<'_>) -> CowStr<'_> {
    let odd = |b: u8| (b < 0x20) & (b != b'\n') & (b != b'\t') | (b == 0x7f);
    // Every byte is looked at, without a way out in between: that way the
    // compiler looks at thirty-two at a time.
    if text.bytes().fold(false, |found, b| found | odd(b)) { text.replace(|c: char| c.is_ascii() && odd(c as u8), " ").into() } else { text }
}

pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // Writing to a string does not fail.
    let _ = pulldown_cmark_escape::escape_html(&mut out, &printable(text.into()));
    out
}

pub(super) fn escaped_url(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    let _ = pulldown_cmark_escape::escape_href(&mut out, url);
    out
}
