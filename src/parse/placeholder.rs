//! Words of a template that were meant to be replaced.

use memchr::memchr2_iter;
use memchr::memmem::find_iter;

use crate::messages::Msg;
use crate::rules;
use crate::source::{Source, Span};
use crate::yaml::Reader;

/// What templates leave between brackets, in lower case.
const BRACKETED: &[&str] = &[
    "[testo",
    "[da completare",
    "[da compilare",
    "[da definire",
    "[inserire",
    "[nome",
    "[xxx",
    "[data]",
    "(scrivi qui",
    "(inserire",
];

/// Words nobody publishes on purpose: what is searched, and how much of a
/// letter in either case stands before it.
const WORDS: &[&str] = &["orem ipsum", "TODO", "FIXME"];

/// Reports what is left of a template in a file whose text starts at `body`.
pub(super) fn report(source: &Source, body: usize, reader: &mut Reader) {
    let text = source.text();
    let mut found: Vec<Span> =
        memchr2_iter(b'[', b'(', text.as_bytes()).filter_map(|at| bracketed(text, at, body)).collect();
    for word in WORDS {
        found.extend(find_iter(text.as_bytes(), word).filter_map(|at| stands_alone(text, at, word)));
    }
    found.sort_unstable();
    for span in found {
        reader.report(&rules::PLACEHOLDER, span, Msg::new("placeholder")).hint(Msg::new("placeholder-hint"));
    }
}

/// A bracket that opens a gap to fill in; a link's text is none.
fn bracketed(text: &str, at: usize, body: usize) -> Option<Span> {
    if at < body && text[..at].trim_end().ends_with([':', ',', '-']) {
        // A list of YAML.
        return None;
    }
    let rest = &text[at..];
    let starts = |mark: &str| rest.get(..mark.len()).is_some_and(|start| start.eq_ignore_ascii_case(mark));
    let mark = BRACKETED.iter().find(|mark| starts(mark))?;
    if let Some(close) = rest.find(']').filter(|_| rest.starts_with('['))
        && rest[close + 1..].starts_with(['(', '['])
    {
        return None;
    }
    Some(Span::new(at..at + mark.len()))
}

/// A word by itself: `TODO`, not `METODO`.
fn stands_alone(text: &str, at: usize, word: &str) -> Option<Span> {
    let start = if word.starts_with('o') { text[..at].ends_with(['l', 'L']).then(|| at - 1)? } else { at };
    let end = at + word.len();
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    (!letter(text[..start].chars().next_back()) && !letter(text[end..].chars().next())).then(|| Span::new(start..end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    fn places(text: &str) -> Vec<String> {
        let sources = Sources::new(vec![Source::new("a.md", text)]);
        let (id, source) = sources.iter().next().expect("one file");
        let mut reader = Reader::new(id);
        report(source, 0, &mut reader);
        let spans = reader.findings.iter().map(|finding| match finding.place {
            crate::diagnostic::Place::Text(_, span) => text[span.range()].to_owned(),
            _ => String::new(),
        });
        spans.collect()
    }

    #[test]
    fn what_templates_leave_is_found() {
        assert_eq!(places("Lorem ipsum [Testo da cancellare] e [...] TODO: data"), ["Lorem ipsum", "[Testo", "TODO"]);
    }

    #[test]
    fn words_and_links_that_look_like_it_are_not() {
        assert!(places("il metodo: [Testo del regolamento](regolamento.pdf), METODO, [nome][x]").is_empty());
    }
}
