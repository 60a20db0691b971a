//! The line XML may begin with: `<?xml version="1.0" encoding="UTF-8"?>`.

use super::Fault;

/// What is wrong with a declaration, of which the inside is given. It is read
/// to the letter, because readers that forgive do not forgive the same things
/// (XML 1.0, 2.8).
pub(super) fn fault(inside: &str) -> Option<Fault> {
    let bad = Some(Fault::NotXml(1));
    let Some(mut rest) = inside.strip_prefix("xml") else { return bad };
    let mut known = ["version", "encoding", "standalone"].into_iter();
    let mut first = true;
    loop {
        let trimmed = blank(rest);
        if trimmed.is_empty() {
            return if first { bad } else { None };
        }
        let Some((name, value, after)) = (trimmed.len() < rest.len()).then(|| pair(trimmed)).flatten() else {
            return bad;
        };
        // They stand in this order, and the first is never left out.
        if known.by_ref().take(if first { 1 } else { 2 }).all(|one| one != name) {
            return bad;
        }
        match (name, value) {
            ("version", "1.0") | ("standalone", "yes" | "no") => {}
            ("encoding", value) if value.eq_ignore_ascii_case("utf-8") || value.eq_ignore_ascii_case("utf8") => {}
            ("encoding", _) => return Some(Fault::Encoding),
            _ => return bad,
        }
        (rest, first) = (after, false);
    }
}

/// A name, its value and what follows.
fn pair(text: &str) -> Option<(&str, &str, &str)> {
    let (name, rest) = text.split_at(text.find(|c: char| !c.is_ascii_lowercase())?);
    let rest = blank(blank(rest).strip_prefix('=')?);
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let (value, after) = rest[1..].split_once(quote)?;
    Some((name, value, after))
}

/// What follows the blanks of XML.
fn blank(text: &str) -> &str {
    text.trim_start_matches([' ', '\t', '\r', '\n'])
}
