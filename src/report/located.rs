//! A finding in words, with the place as people and programs count it.

use super::Findings;
use crate::characters::escaped;
use crate::diagnostic::{Diagnostic, Place};
use crate::messages::Msg;
use crate::rules::{Rule, Severity};
use crate::source::{Source, Span};

/// A finding in words.
#[derive(Debug, Clone)]
pub struct Located {
    /// What was broken.
    pub rule: &'static Rule,
    /// What is wrong.
    pub message: String,
    /// What would be right.
    pub hint: Option<String>,
    /// The file, as it opens from here.
    pub path: String,
    /// Line and column, counted from one in characters; absent for a whole
    /// file.
    pub start: Option<(usize, usize)>,
    /// Line and column just after the end.
    pub end: Option<(usize, usize)>,
}

impl Located {
    /// `error` or `warning`.
    pub fn level(&self) -> &'static str {
        match self.rule.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        }
    }

    /// `file:line:column`, on one line whatever the file is called, and with
    /// no colon within the file's name but that of a drive.
    pub fn place(&self) -> String {
        let path = escaped(&self.path);
        let start = path.char_indices().nth(2).map_or(0, |(at, _)| at);
        let path = format!("{}{}", &path[..start], path[start..].replace(':', "\\u{3a}"));
        match self.start {
            Some((line, column)) => format!("{path}:{line}:{column}"),
            None => path,
        }
    }
}

/// A finding in words.
pub fn located(finding: &Diagnostic, of: &Findings<'_>) -> Located {
    let path = match &finding.place {
        Place::Text(file, _) => of.rooted(of.sources.get(*file).path()),
        Place::File(path) => of.rooted(path),
        Place::Theme(text, _) => text.path().to_owned(),
    };
    let stretch = of.stretch(&finding.place);
    let say = |msg: &Msg| escaped(&of.catalogue.say(msg)).into_owned();
    Located {
        rule: finding.rule,
        message: say(&finding.message),
        hint: finding.hint.as_ref().map(say),
        path,
        start: stretch.map(|(text, span)| text.position(span.start())),
        end: stretch.map(|(text, span)| text.position(span.range().end)),
    }
}

impl Findings<'_> {
    /// The text a finding quotes, and the stretch of it.
    pub(super) fn stretch<'p>(&'p self, place: &'p Place) -> Option<(&'p Source, Span)> {
        match place {
            Place::Text(file, span) => Some((self.sources.get(*file), *span)),
            Place::Theme(text, span) => span.map(|span| (text.as_ref(), span)),
            Place::File(_) => None,
        }
    }

    /// A content path as it opens from where the program runs.
    pub(super) fn rooted(&self, path: &str) -> String {
        match self.root.trim_end_matches('/') {
            "" | "." => path.to_owned(),
            root => format!("{root}/{path}"),
        }
    }

    /// Every finding in words.
    pub(super) fn located(&self) -> impl Iterator<Item = Located> {
        self.findings.iter().map(|finding| located(finding, self))
    }
}
