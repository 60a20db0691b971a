//! A finding in words, with the place as people and programs count it.

use super::Findings;
use crate::characters::{escaped, escaped_lines};
use crate::diagnostic::{Diagnostic, Place};
use crate::messages::Msg;
use crate::rules::{self, Rule, Severity};

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
        // Findings of themes have the line within the path.
        let whole = self.rule.name == rules::THEME.name;
        let start = if whole { path.len() } else { path.char_indices().nth(2).map_or(0, |(at, _)| at) };
        let path = format!("{}{}", &path[..start], path[start..].replace(':', "\\u{3a}"));
        match self.start {
            Some((line, column)) => format!("{path}:{line}:{column}"),
            None => path,
        }
    }
}

/// A finding in words.
pub fn located(finding: &Diagnostic, of: &Findings<'_>) -> Located {
    let (path, start, end) = match &finding.place {
        Place::Text(file, span) => {
            let source = of.sources.get(*file);
            (of.rooted(source.path()), Some(source.position(span.start())), Some(source.position(span.range().end)))
        }
        Place::File(path) if finding.rule.name == "tema" => (path.clone(), None, None),
        Place::File(path) => (of.rooted(path), None, None),
    };
    // Only templates are quoted with their lines.
    let lines = finding.rule.name == rules::THEME.name;
    let say = |msg: &Msg| {
        let text = of.catalogue.say(msg);
        if lines { escaped_lines(&text).into_owned() } else { escaped(&text).into_owned() }
    };
    Located {
        rule: finding.rule,
        message: say(&finding.message),
        hint: finding.hint.as_ref().map(say),
        path,
        start,
        end,
    }
}

impl Findings<'_> {
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
