//! What we tell the author about their content.

mod known;

use std::sync::Arc;

use crate::messages::Msg;
use crate::rules::{Rule, Severity};
use crate::source::{FileId, Source, Span};

pub use known::{Asked, Known, nearest};

/// Where a finding stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// In the text of a content file.
    Text(FileId, Span),
    /// A file of the contents as a whole, by the path a person would look
    /// for.
    File(String),
    /// A file of a theme, by the path it opens by, which is not one below the
    /// contents; a stretch of it, or the whole.
    Theme(Arc<Source>, Option<Span>),
}

/// One thing to say about one place. Built by the steps, printed by `report`.
#[derive(Debug, Clone)]
#[must_use = "a diagnostic nobody reads is a bug"]
pub struct Diagnostic {
    /// What was broken; gives name and severity.
    pub rule: &'static Rule,
    /// What is wrong, without a full stop.
    pub message: Msg,
    /// Where.
    pub place: Place,
    /// What would be right.
    pub hint: Option<Msg>,
}

impl Diagnostic {
    /// A finding about a stretch of a content file.
    pub fn new(rule: &'static Rule, file: FileId, span: Span, message: Msg) -> Self {
        Self { rule, message, place: Place::Text(file, span), hint: None }
    }

    /// A finding about a whole file.
    pub fn of_file(rule: &'static Rule, path: impl Into<String>, message: Msg) -> Self {
        Self { rule, message, place: Place::File(path.into()), hint: None }
    }

    /// A finding about a theme.
    pub fn of_theme(rule: &'static Rule, text: Arc<Source>, span: Option<Span>, message: Msg) -> Self {
        Self { rule, message, place: Place::Theme(text, span), hint: None }
    }

    /// Says what would be right.
    pub fn hint(mut self, hint: Msg) -> Self {
        self.hint = Some(hint);
        self
    }

    /// Whether it stops publication.
    pub fn is_error(&self) -> bool {
        self.rule.severity == Severity::Error
    }
}
