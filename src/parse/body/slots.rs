//! Gaps in the HTML for addresses known only when every notice is, and the
//! escaping of what goes into attributes.

use pulldown_cmark::CowStr;

use crate::model::Slot;

/// Stands, in the HTML being written, around the number of the link whose
/// address will go there. No text holds it: control characters are taken out
/// of every event.
const MARK: char = '\u{1}';

/// Stands for the address of a link until every notice is known.
pub(super) fn mark(link: usize) -> String {
    format!("{MARK}{link}{MARK}")
}

/// Takes the marks out and remembers where they stood, and for which links:
/// footnotes come after the text, whatever the order they were written in.
pub(super) fn cut_at_marks(html: &str) -> (String, Vec<Slot>) {
    let mut clean = String::with_capacity(html.len());
    let mut slots = Vec::new();
    // Between text and text stands a number.
    for (at, piece) in html.split(MARK).enumerate() {
        match piece.parse() {
            Ok(link) if at % 2 == 1 => slots.push(Slot { at: clean.len(), link }),
            _ => clean.push_str(piece),
        }
    }
    (clean, slots)
}

pub(super) fn title_attribute(title: &str) -> String {
    if title.is_empty() { String::new() } else { format!(" title=\"{}\"", escaped(title)) }
}

/// Control characters out: no XML may hold them, and one is our mark.
pub(super) fn printable(text: CowStr<'_>) -> CowStr<'_> {
    let odd = |b: u8| (b < 0x20) && (b != b'\n') && (b != b'\t') || (b == 0x7f);
    // Every byte is looked at, without a way out in between: that way the
    // compiler looks at thirty-two at a time.
    if text.bytes().fold(false, |found, b| found | odd(b)) {
        text.replace(|c: char| c.is_ascii() && odd(c as u8), " ").into()
    } else {
        text
    }
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
