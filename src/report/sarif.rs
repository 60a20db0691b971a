//! SARIF 2.1.0 (OASIS), the format of code scanning.

use std::collections::BTreeSet;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

use super::{Findings, Located};
use crate::rules;

pub(super) fn render(findings: &Findings<'_>) -> String {
    let located: Vec<Located> = findings.located().collect();
    let named: BTreeSet<&str> = located.iter().map(|found| found.rule.name).collect();
    let rules: Vec<Value> = rules::RULES
        .iter()
        .filter(|rule| named.contains(rule.name))
        .map(|rule| {
            json!({
                "id": rule.name,
                "shortDescription": { "text": findings.catalogue.text(&format!("rule-{}", rule.name)) },
                "fullDescription": { "text": findings.catalogue.text(&format!("explain-{}", rule.name)) },
            })
        })
        .collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": env!("CARGO_PKG_NAME"),
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            } },
            "columnKind": "unicodeCodePoints",
            "results": located.iter().map(result).collect::<Vec<_>>(),
        }],
    });
    super::json::text(&log)
}

fn result(found: &Located) -> Value {
    let text = match &found.hint {
        Some(hint) => format!("{} ({hint})", found.message),
        None => found.message.clone(),
    };
    let mut location = json!({ "artifactLocation": { "uri": uri(&found.path) } });
    if let (Some(start), Some(end)) = (found.start, found.end) {
        location["region"] =
            json!({ "startLine": start.0, "startColumn": start.1, "endLine": end.0, "endColumn": end.1 });
    }
    json!({
        "ruleId": found.rule.name,
        "level": found.level(),
        "message": { "text": text },
        "locations": [{ "physicalLocation": location }],
    })
}

/// What stands in a path of a URI as it is (RFC 3986, unreserved characters
/// and the slash).
const UNRESERVED: AsciiSet = NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// A path as a relative URI.
fn uri(path: &str) -> String {
    utf8_percent_encode(path, &UNRESERVED).to_string()
}
