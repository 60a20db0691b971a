//! Words of a template that were meant to be replaced.

use super::{Subject, finding};
use crate::diagnostic::Diagnostic;
use crate::messages::Msg;
use crate::model::Notice;
use crate::rules;
use crate::source::Span;

/// What templates leave behind, in lower case.
const MARKS: &[&str] = &[
    "lorem ipsum", "[testo", "[da completare", "[da compilare", "[inserire", "[xxx", "da cancellare]", "dolor sit amet", "[…]", "[...]",
    "(scrivi qui", "todo:", "fixme",
];

pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    subject.site.notices.iter().filter(|notice| !notice.filing.draft).flat_map(|notice| one(subject, notice)).collect()
}

fn one(subject: &Subject<'_>, notice: &Notice) -> Vec<Diagnostic> {
    let text = subject.sources.get(notice.filing.file).text();
    let mut found = Vec::new();
    for mark in MARKS {
        let Some(at) = find(text, mark) else { continue };
        let span = Span::new(at..at + mark.len());
        let overlaps = found.iter().any(|known: &Span| known.start() < span.range().end && span.start() < known.range().end);
        if !overlaps {
            found.push(span);
        }
    }
    found
        .into_iter()
        .map(|span| finding(&rules::PLACEHOLDER, notice, span, Msg::new("placeholder")).hint(Msg::new("placeholder-hint")))
        .collect()
}

/// Where `mark` stands, whatever the case of its ASCII letters.
fn find(text: &str, mark: &str) -> Option<usize> {
    let (text, mark) = (text.as_bytes(), mark.as_bytes());
    let first = [mark[0], mark[0].to_ascii_uppercase()];
    let mut from = 0;
    while let Some(at) = text[from..].iter().position(|b| first.contains(b)).map(|at| from + at) {
        match text.get(at..at + mark.len()) {
            Some(here) if here.eq_ignore_ascii_case(mark) => return Some(at),
            Some(_) => from = at + 1,
            None => return None,
        }
    }
    None
}
