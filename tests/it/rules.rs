//! Every rule by example: `tests/rules/<rule>.md` shows what it refuses, at
//! which line and column, and what it lets pass.
//!
//! An example is one or more blocks, each named by the file it makes
//! (`md bandi-concorso/a.md`), and a `findings` block with what
//! `--format short` says of them. Other blocks: `yaml sito.yaml` or
//! `absent sito.yaml` instead of the usual one; `bytes PATH` and
//! `file PATH [SIZE]`, where `\xE8` is a byte; `link PATH`, whose body is
//! where it leads; `socket PATH`; `theme NAME/PATH`; `git`, a path and the
//! moment of its last change a line; `before PATH MOMENT`, what a text was since
//! then.
//!
//! `UPDATE=1 cargo test --test it rules::` writes the findings anew.

#![cfg(unix)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::support::page::{Example, Page};
use crate::support::{build, content};
use trasparente::messages::{Catalogue, Language};
use trasparente::pipeline::Built;
use trasparente::report::{self, Findings, Format};
use trasparente::rules::RULES;
use trasparente::theme::Theme;

#[test]
fn every_rule_has_its_examples_and_no_example_lacks_a_rule() {
    let folder = std::fs::read_dir(folder()).expect("the examples are in the repository");
    let files: BTreeSet<String> =
        folder.map(|entry| entry.expect("a folder can be listed").file_name().to_string_lossy().into_owned()).collect();
    let rules: BTreeSet<String> = RULES.iter().map(|rule| format!("{}.md", rule.name)).collect();
    assert_eq!(files, rules, "left: files of tests/rules; right: rules of src/rules.rs");
}

#[test]
fn every_rule_is_explained_broken_and_kept() {
    for rule in RULES {
        let page = read(rule.name);
        assert!(page.prose().starts_with(&format!("# {}\n\n", rule.name)), "{}: the title is its name", rule.name);
        let examples = page.examples();
        let mark = format!("[{}]\n", rule.name);
        assert!(examples.iter().any(|example| example.findings.body.contains(&mark)), "{}: no bad example", rule.name);
        let good = |example: &Example<'_>| example.findings.body.is_empty();
        assert!(examples.iter().any(good), "{}: no good example", rule.name);
    }
}

#[test]
fn whoever_may_be_excused_is() {
    for rule in RULES.iter().filter(|rule| rule.excusable) {
        let page = read(rule.name);
        let excuse = format!("- regola: {}\n", rule.name);
        let mut excused = page.examples().into_iter().filter(|example| {
            example.files.iter().any(|block| block.body.contains(&excuse)) && example.findings.body.is_empty()
        });
        let example = excused.next().unwrap_or_else(|| panic!("{}: no example of an excuse", rule.name));
        assert!(build(&example).excused > 0, "{}: nothing was excused", rule.name);
    }
}

#[test]
fn the_findings_of_every_example_are_those_written() {
    let mut faults = Vec::new();
    for rule in RULES {
        let page = read(rule.name);
        let found: Vec<String> = page.examples().iter().map(said).collect();
        if std::env::var_os("UPDATE").is_some() {
            if page.examples().iter().zip(&found).any(|(example, found)| example.findings.body != **found) {
                write(rule.name, &page.with_findings(&found));
            }
            continue;
        }
        faults.extend(
            page.examples().iter().zip(&found).filter(|(example, found)| example.findings.body != **found).map(
                |(example, found)| {
                    let line = example.findings.line;
                    format!("tests/rules/{}.md:{line}: written:\n{}found:\n{found}", rule.name, example.findings.body)
                },
            ),
        );
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// What the program says of an example, in Italian. One it does not stop at
/// must come to a site.
fn said(example: &Example<'_>) -> String {
    let built = build(example);
    let stopped = built.findings.iter().any(trasparente::diagnostic::Diagnostic::is_error);
    assert!(stopped != built.edition.is_some(), "line {}: an error, or a site", example.findings.line);
    let catalogue = Catalogue::new(Language::Italian);
    let findings = Findings { findings: &built.findings, sources: &built.sources, catalogue: &catalogue, root: "" };
    report::render(&findings, Format::Short, false)
}

/// Builds an example as it should be on line on 23 November 2026 at ten.
fn build(example: &Example<'_>) -> Built {
    let (content, origin) = content::load(example);
    let theme = |name: &str| Theme::load(content::theme(example, name));
    let now = build::instant("2026-11-23T10:00");
    let mut built = build::built(content, &content::history(example), now, &theme);
    origin.give_back(&mut built);
    built
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules")
}

#[expect(clippy::disallowed_methods, reason = "a test may read the repository")]
fn read(rule: &str) -> Page {
    let path = folder().join(rule).with_extension("md");
    Page::parse(&std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display())))
}

#[expect(clippy::disallowed_methods, reason = "a test may write its expectations")]
fn write(rule: &str, text: &str) {
    std::fs::write(folder().join(rule).with_extension("md"), text).expect("the repository can be written");
}
