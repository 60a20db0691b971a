//! For programs.

use serde_json::{Value, json};

use super::Findings;

pub(super) fn render(findings: &Findings<'_>) -> String {
    serde_json::to_string_pretty(&values(findings)).expect("texts and numbers are JSON") + "\n"
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
