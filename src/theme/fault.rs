//! What is wrong with a theme, at its place.

use std::sync::Arc;

use tera::ErrorKind;

use super::template::Template;
use super::words;
use crate::diagnostic::Diagnostic;
use crate::load::ThemeFiles;
use crate::messages::Msg;
use crate::rules;
use crate::source::{Source, Span};

/// A finding about a whole file of a theme, or about one that is missing.
pub(super) fn of_file(theme: &ThemeFiles, file: &str, msg: Msg) -> Diagnostic {
    at(&Arc::new(Source::new(path(theme, file), "")), None, msg)
}

/// A finding about a byte of a theme's file, which need not be text.
pub(super) fn at_byte(theme: &ThemeFiles, file: &str, bytes: &[u8], byte: usize, msg: Msg) -> Diagnostic {
    let read = |bytes: &[u8]| Source::new(path(theme, file), String::from_utf8_lossy(bytes));
    let before = read(&bytes[..byte.min(bytes.len())]).text().len();
    at(&Arc::new(read(bytes)), Some(Span::new(before..before)), msg)
}

/// A finding about a stretch of a theme's text.
pub(super) fn at(text: &Arc<Source>, span: Option<Span>, msg: Msg) -> Diagnostic {
    Diagnostic::of_theme(&rules::THEME, Arc::clone(text), span, msg).hint(Msg::new("theme-hint"))
}

/// A file of a theme that is not in UTF-8.
pub(super) fn not_text(theme: &ThemeFiles, file: &str, bytes: &[u8], byte: usize) -> Diagnostic {
    let msg = Msg::new("not-utf8").with("byte", byte + 1);
    at_byte(theme, file, bytes, byte, msg).hint(Msg::new("not-utf8-hint"))
}

/// The path a theme's file opens by.
pub(super) fn path(theme: &ThemeFiles, file: &str) -> String {
    let folder = theme.folder.display().to_string();
    if folder.is_empty() { ours(file) } else { format!("{folder}/{file}") }
}

/// What a file of the built-in theme is called, which is part of the program.
pub(super) fn ours(file: &str) -> String {
    format!("(base)/{file}")
}

/// The path, in its theme, of the template of a name.
pub(super) fn file_of(name: &str) -> String {
    if name.starts_with("components/") { name.to_owned() } else { format!("templates/{name}") }
}

/// What tera has to say of templates: of a page that is being made, or of all
/// of them together.
pub(super) fn of_tera(
    templates: &[Template],
    own: &ThemeFiles,
    page: Option<&str>,
    error: &tera::Error,
) -> Vec<Diagnostic> {
    let finding = |report: Report| {
        let words = words::of(&report.sentence);
        let msg = match page {
            None => Msg::new("theme-template").because("detail", words),
            Some(page) => Msg::new("theme-render").with("page", page).because("detail", words),
        };
        let said = templates.iter().find(|template| template.name == report.template);
        let place = said.map(|template| (template, template.word_at(report.line, report.column)));
        match place.or_else(|| named(templates, &report.sentence)) {
            Some((template, span)) => at(&template.written, Some(span), msg),
            None => of_file(own, "templates", msg),
        }
    };
    reports(error).into_iter().map(finding).collect()
}

/// The template a sentence names, and where it names there what else the
/// sentence does: the component written twice, the template it extends.
fn named<'t>(templates: &'t [Template], sentence: &str) -> Option<(&'t Template, Span)> {
    let names: Vec<&str> = sentence.split(['`', '\'']).skip(1).step_by(2).collect();
    let template = templates.iter().rfind(|template| names.contains(&template.name.as_str()))?;
    let mut other = names.iter().filter(|name| **name != template.name);
    let found = other.find_map(|name| Some((template.said().find(name)?, name.len())));
    Some((template, found.map_or_else(Span::default, |(start, length)| template.place(start..start + length))))
}

/// Something tera says of a place, in what it reads.
#[derive(Debug, PartialEq)]
pub(super) struct Report {
    /// What is wrong, in tera's words.
    pub(super) sentence: String,
    /// The template's name; none if tera does not say.
    pub(super) template: String,
    /// From one.
    pub(super) line: usize,
    /// From one, in characters.
    pub(super) column: usize,
}

/// Everything an error of tera's says; at least one thing.
pub(super) fn reports(error: &tera::Error) -> Vec<Report> {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => vec![Report {
            sentence: report.message().to_owned(),
            template: report.filename().to_owned(),
            line: report.span().start_line,
            column: report.span().start_col + 1,
        }],
        kind => drawn(&kind.to_string()),
    }
}

/// The reports tera drew in one text: a sentence and its place each, above a
/// drawing.
fn drawn(text: &str) -> Vec<Report> {
    let mut lines = text.lines().map(str::trim).peekable();
    let mut found = Vec::new();
    while let Some(line) = lines.next() {
        let place = lines.peek().and_then(|next| next.strip_prefix("--> "));
        let (Some(sentence), Some(place)) = (line.strip_prefix("error: "), place) else { continue };
        let mut parts = place.rsplitn(3, ':');
        let (column, line) = (parts.next(), parts.next());
        let number = |text: Option<&str>| text.and_then(|text| text.parse().ok()).unwrap_or(1);
        found.push(Report {
            sentence: sentence.to_owned(),
            template: parts.next().unwrap_or_default().to_owned(),
            line: number(line),
            column: number(column),
        });
    }
    if found.is_empty() {
        let sentence = text.lines().next().unwrap_or_default().to_owned();
        found.push(Report { sentence, template: String::new(), line: 1, column: 1 });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_report_of_one_text_is_read() {
        let text = "error: Unknown filter `a`\n --> base/x.html:3:12\n  |\n3 | {{ x | a }}\n  |        ^\n\n\
                    error: Unknown test `b`\n --> y.html:1:4\n  |\n1 | {% if x is b %}\n  | ^";
        let report = |sentence: &str, template: &str, line, column| Report {
            sentence: sentence.to_owned(),
            template: template.to_owned(),
            line,
            column,
        };
        let expected = [report("Unknown filter `a`", "base/x.html", 3, 12), report("Unknown test `b`", "y.html", 1, 4)];
        assert_eq!(drawn(text), expected);
        assert_eq!(drawn("Template 'x' not found"), [report("Template 'x' not found", "", 1, 1)]);
        assert_eq!(drawn(""), [report("", "", 1, 1)]);
    }
}
