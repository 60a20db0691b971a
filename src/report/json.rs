//! For programs.

use serde_json::{Value, json};

use super::Findings;
use crate::characters::hidden_in_code;

pub(super) fn render(findings: &Findings<'_>) -> String {
    text(&values(findings))
}

/// A document on lines, with what nobody sees written as JSON writes it
/// (`\u202e`): paths stay what they are, and a terminal what it was.
pub fn text(document: &impl serde::Serialize) -> String {
    let text = serde_json::to_string_pretty(document).expect("texts and numbers are JSON") + "\n";
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c == '\x7f' || !c.is_ascii() && hidden_in_code(c.encode_utf8(&mut [0; 4])).is_some() {
            let mut units = [0; 2];
            out.extend(c.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}")));
        } else {
            out.push(c);
        }
    }
    out
}

/// The findings as values, for a larger document.
pub fn values(findings: &Findings<'_>) -> Vec<Value> {
    findings
        .located()
        .map(|found| {
            json!({
                "rule": found.rule.name,
                "severity": found.level(),
                "message": found.message,
                "hint": found.hint,
                "file": found.path,
                "line": found.start.map(|start| start.0),
                "column": found.start.map(|start| start.1),
                "end_line": found.end.map(|end| end.0),
                "end_column": found.end.map(|end| end.1),
            })
        })
        .collect()
}
