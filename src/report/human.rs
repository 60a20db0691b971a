//! With the line of the file under it, for people.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::Findings;
use super::located::located;
use crate::characters::escaped;
use crate::diagnostic::{Diagnostic, Place};
use crate::rules::Severity;

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
    let mut group: Group<'_> = match &finding.place {
        Place::Text(file, span) => {
            let text = of.sources.get(*file).text();
            let range = visible(text, span.range());
            title.element(Snippet::source(text).path(path.as_ref()).annotation(AnnotationKind::Primary.span(range)))
        }
        Place::File(_) => title.element(Origin::path(path.as_ref())),
    };
    if let Some(hint) = &words.hint {
        group = group.element(Level::HELP.with_name(help_word.as_str()).message(hint.as_str()));
    }
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    renderer.decor_style(DecorStyle::Ascii).render(&[group])
}

/// The first line of a place: a whole front matter underlined helps nobody.
fn visible(text: &str, range: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let start = text.floor_char_boundary(range.start.min(text.len()));
    let end = text.floor_char_boundary(range.end.clamp(start, text.len()));
    let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
    start..end.min(line_end)
}
