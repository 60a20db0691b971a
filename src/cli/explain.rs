//! `explain`: what a rule asks, why, and how to do it right.

use clap::ArgMatches;

use super::{Failure, out};
use crate::diagnostic::nearest;
use crate::messages::{Catalogue, Msg};
use crate::rules::Severity;
use crate::rules::{self, RULES, Rule};

/// Explains a rule, or lists them all.
pub(super) fn explain(matches: &ArgMatches, catalogue: &Catalogue) -> Result<(), Failure> {
    let Some(name) = matches.get_one::<String>("rule") else {
        return out(&list(catalogue));
    };
    if let Some(rule) = rules::find(name) {
        return out(&one(rule, catalogue));
    }
    Err(Failure::World(match nearest(name, RULES.iter().map(|rule| rule.name)) {
        Some(near) => Msg::new("rule-unknown").with("name", name).with("near", near),
        None => Msg::new("rule-unknown-list").with("name", name),
    }))
}

fn severity(rule: &Rule, catalogue: &Catalogue) -> String {
    catalogue.text(match rule.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    })
}

fn list(catalogue: &Catalogue) -> String {
    let width = RULES.iter().map(|rule| rule.name.len()).max().unwrap_or(0);
    let rows = RULES.iter().map(|rule| {
        let line = catalogue.text(&format!("rule-{}", rule.name));
        format!("{:<width$}  {:<12}  {line}\n", rule.name, severity(rule, catalogue))
    });
    rows.collect()
}

fn one(rule: &Rule, catalogue: &Catalogue) -> String {
    let excuse = catalogue.text(if rule.excusable { "explain-excusable" } else { "explain-not-excusable" });
    format!(
        "{} ({})\n\n{}.\n\n{}\n\n{}: {}\n{excuse}\n",
        rule.name,
        severity(rule, catalogue),
        catalogue.text(&format!("rule-{}", rule.name)),
        catalogue.text(&format!("explain-{}", rule.name)),
        catalogue.text("explain-source"),
        rule.source,
    )
}
