//! What we tell the author about their content.

use crate::messages::Msg;
use crate::rules::{Rule, Severity};
use crate::source::{FileId, Span};

/// Where a finding stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// In the text of a content file.
    Text(FileId, Span),
    /// A file as a whole, by the path a person would look for.
    File(String),
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

/// The word among `known` nearest to `typed`, if one is near enough to be
/// what was meant: at most a third of its letters differ.
pub fn nearest<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let typed = typed.to_lowercase();
    known
        .into_iter()
        .map(|word| (distance(&typed, &word.to_lowercase()), word))
        .filter(|(steps, word)| *steps <= (word.chars().count().max(3)) / 3)
        .min_by_key(|(steps, _)| *steps)
        .map(|(_, word)| word)
}

/// How many letters must be added, dropped, changed or swapped with their
/// neighbour to turn one word into the other.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().take(80).collect(), b.chars().take(80).collect());
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let changed = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut best = changed.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(before_last[j - 2] + 1);
            }
            row.push(best);
        }
        before_last = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_is_understood() {
        let keys = ["titolo", "pubblicato", "scadenze"];
        assert_eq!(nearest("pubicato", keys), Some("pubblicato"));
        assert_eq!(nearest("scadneze", keys), Some("scadenze"));
        assert_eq!(nearest("Titolo", keys), Some("titolo"));
        assert_eq!(nearest("zzz", keys), None);
    }
}
