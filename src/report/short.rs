//! A line a finding: `file:line:column: message [rule]`, which editors of
//! text know how to jump to.

use super::Findings;
use crate::characters::escaped;

pub(super) fn render(findings: &Findings<'_>) -> String {
    findings
        .located()
        .map(|found| {
            let word = findings.catalogue.text(found.level());
            format!("{}: {word}: {} [{}]\n", found.place(), escaped(&found.message), found.rule.name)
        })
        .collect()
}
