//! With the line of the file under it, for people.

use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::Findings;
use super::located::located;
use crate::characters::{escaped, marked};
use crate::diagnostic::Diagnostic;
use crate::rules::Severity;
use crate::source::Source;

pub(super) fn render(findings: &Findings<'_>, colour: bool) -> String {
    findings.findings.iter().map(|finding| one(finding, findings, colour) + "\n\n").collect()
}

fn one(finding: &Diagnostic, of: &Findings<'_>, colour: bool) -> String {
    let words = located(finding, of);
    let path = escaped(&words.path);
    let level_word = of.catalogue.text(words.level());
    let help_word = of.catalogue.text("help-word");
    let level = match finding.rule.severity {
        Severity::Error => Level::ERROR.with_name(level_word.as_str()),
        Severity::Warning => Level::WARNING.with_name(level_word.as_str()),
    };
    let title = level.primary_title(words.message.as_str()).id(finding.rule.name);
    let mut group: Group<'_> = match of.stretch(&finding.place) {
        Some((source, span)) => {
            let (line, column) = source.position(span.start());
            let (shown, range) = shown(source, span.range());
            let text = &source.text()[shown.clone()];
            let place = |at: usize| marked(&text[..at]).len();
            let snippet = Snippet::source(marked(text))
                .line_start(line)
                .annotation(AnnotationKind::Primary.span(place(range.start)..place(range.end)));
            if shown.start == source.line(span.start()).start {
                title.element(snippet.path(path.as_ref()))
            } else {
                title.element(Origin::path(path.as_ref()).line(line).char_column(column)).element(snippet)
            }
        }
        None => title.element(Origin::path(path.as_ref())),
    };
    if let Some(hint) = &words.hint {
        group = group.element(Level::HELP.with_name(help_word.as_str()).message(hint.as_str()));
    }
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    renderer.decor_style(DecorStyle::Ascii).render(&[group])
}

/// How many bytes of a line are shown on either side of where a place
/// begins; nobody reads more, and every byte is laid out for each finding.
const SHOWN: usize = 400;

/// What of the source is shown of a place, and where in it the place is. Of a
/// long one only the first line: a whole front matter underlined helps nobody.
fn shown(source: &Source, range: Range<usize>) -> (Range<usize>, Range<usize>) {
    let text = source.text();
    let start = text.floor_char_boundary(range.start.min(text.len()));
    let line = source.line(start);
    let end = text.floor_char_boundary(range.end.clamp(start, line.end));
    let from = text.ceil_char_boundary(line.start.max(start.saturating_sub(SHOWN)));
    let to = text.floor_char_boundary(line.end.min(start + SHOWN)).max(start);
    (from..to, start - from..end.min(to) - from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_long_line_little_is_shown() {
        let text = format!("titolo: x\n{}qui{}\nfine\n", "è".repeat(500_000), "è".repeat(500_000));
        let at = text.find("qui").expect("it is there");
        let source = Source::new("a.md", text.as_str());
        for (place, marked) in
            [(at..at + 3, "qui"), (at..text.len(), ""), (0..text.len(), "titolo: x"), (0..6, "titolo")]
        {
            let (window, range) = shown(&source, place);
            assert!(window.len() <= 2 * SHOWN, "{} bytes", window.len());
            assert!(text[window][range].starts_with(marked), "{marked}");
        }
        let end = text.len();
        assert_eq!(shown(&source, end..end), (end..end, 0..0));
    }
}
