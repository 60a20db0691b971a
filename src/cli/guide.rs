//! `guide`: the editors' guide, written from the table of fields, so that it
//! cannot say anything the program does not do.

use std::fmt::Write;

use crate::messages::{Catalogue, Language};
use crate::parse::fields;
use crate::rules::RULES;
use crate::yaml::{Field, Group, Shape};

/// What stands before the fields.
const OPENING: &str = include_str!("guide/apertura.md");

/// What stands between the fields and the rules.
const RULES_OPENING: &str = include_str!("guide/regole.md");

/// The groups of keys, in the order of the guide.
fn groups() -> Vec<&'static Group> {
    vec![
        &fields::NOTICE,
        &fields::CODES,
        &fields::DEADLINE,
        &fields::CHANGE,
        &fields::AMOUNT,
        &fields::PLATFORM,
        &fields::SUBMISSION,
        &fields::DURATION,
        &fields::PNRR,
        &fields::CONTACTS,
        &fields::BODY,
        &fields::ACTIVITY,
        &fields::LOT,
        &fields::STATE,
        &fields::EVENT,
        &fields::OPERATOR,
        &fields::AWARDEE,
        &fields::ATTACHMENT,
        &fields::EXCUSE,
        &fields::SECTION_WORDS,
        &fields::SITE,
        &fields::PUBLISHER,
        &fields::CONTACT,
        &fields::TERRITORY,
        &fields::LEGAL,
        &fields::NAMED,
        &fields::SECURITY,
        &fields::SECTION_CHANGES,
        &fields::ADDED_SECTION,
    ]
}

/// The editors' guide, in Italian, as Markdown.
pub fn guide() -> String {
    let catalogue = Catalogue::new(Language::Italian);
    let mut text = String::from(OPENING);
    for group in groups() {
        let _ = write!(text, "\n### `{}`\n\n{}\n\n", group.name, group.guide);
        text.push_str("| chiave | in inglese | che cosa | esempio |\n|---|---|---|---|\n");
        for field in group.fields {
            text.push_str(&row(field));
        }
    }
    text.push('\n');
    text.push_str(RULES_OPENING);
    text.push_str("\n| regola | gravità | che cosa chiede | si può dispensare |\n|---|---|---|---|\n");
    for rule in RULES {
        let severity = catalogue.text(match rule.severity {
            crate::rules::Severity::Error => "error",
            crate::rules::Severity::Warning => "warning",
        });
        let excusable = if rule.excusable { "sì" } else { "no" };
        let _ = writeln!(
            text,
            "| `{}` | {severity} | {} | {excusable} |",
            rule.name,
            catalogue.text(&format!("rule-{}", rule.name))
        );
    }
    text
}

fn row(field: &Field) -> String {
    let required = if field.required { " **Obbligatoria.**" } else { "" };
    let example = if field.example.is_empty() { String::new() } else { format!("`{}`", field.example) };
    format!("| `{}` | `{}` | {}{required}{} | {example} |\n", field.key, field.alias, field.guide, shape(&field.shape))
}

fn shape(shape: &Shape) -> String {
    let listed = |words: Vec<&str>| words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
    match shape {
        Shape::OneOf(words) => format!(" Una fra: {}.", listed(words())),
        Shape::SomeOf(words) => format!(" Una o più fra: {}.", listed(words())),
        Shape::Group(group) => format!(" Vedi [`{0}`](#{1}).", group.name, anchor(group.name)),
        Shape::List(group) => format!(" Un elenco: vedi [`{0}`](#{1}).", group.name, anchor(group.name)),
        Shape::Texts => " Una o più voci.".to_owned(),
        Shape::Codes(_) => " Uno o più, in elenco.".to_owned(),
        Shape::YesNo => " `sì` o `no`.".to_owned(),
        _ => String::new(),
    }
}

/// The anchor GitHub and GitLab give a heading.
pub(super) fn anchor(name: &str) -> String {
    name.to_lowercase()
        .chars()
        .filter(|c| c.is_alphanumeric() || " -_".contains(*c))
        .collect::<String>()
        .replace(' ', "-")
}
