//! `init`: an empty site for a body.

use std::path::{Component, PathBuf};

use clap::ArgMatches;

use super::ask::{answer, answer_if_any};
use super::{Failure, err};
use crate::messages::{Catalogue, Msg};
use crate::parse;
use crate::report::{self, Findings, Format};
use crate::source::{Source, Sources};
use crate::write;

/// What `sito.yaml` is made from; the gaps are filled with the answers.
const SETTINGS: &str = include_str!("init/sito.yaml");

/// What git must leave out.
const IGNORED: &str = "/public/*\n!/public/.gitkeep\n";

/// Makes an empty site. Nothing that is there is touched.
pub(super) fn init(matches: &ArgMatches, catalogue: &Catalogue) -> Result<(), Failure> {
    let folder = matches.get_one::<PathBuf>("folder").cloned().unwrap_or_default();
    let mut text = SETTINGS.to_owned();
    for (flag, key) in [
        ("body", "ask-body"),
        ("ipa", "ask-ipa"),
        ("tax-code", "ask-tax-code"),
        ("address", "ask-address"),
        ("pec", "ask-pec"),
        ("url", "ask-url"),
    ] {
        let answer = answer(matches.get_one::<String>(flag), flag, key, catalogue)?;
        text = text.replace(&format!("@{flag}@"), &quoted(&answer));
    }
    text = text.replace("@links@", &links(matches, catalogue));
    // What was answered must be right before anything is written.
    let sources = Sources::new(vec![Source::new("sito.yaml", text.clone())]);
    let (id, source) = sources.iter().next().expect("one file was put in");
    let (settings, _, findings) = parse::settings(id, source);
    if settings.is_none() || findings.iter().any(crate::diagnostic::Diagnostic::is_error) {
        let findings = Findings { findings: &findings, sources: &sources, catalogue, root: "" };
        err(&report::render(&findings, Format::Human, false));
        return Err(Failure::Content);
    }
    write::create_new(&folder, "content/sito.yaml", text.as_bytes())?;
    write::create_new(&folder, "public/.gitkeep", b"")?;
    if std::fs::symlink_metadata(folder.join(".gitignore")).is_err() {
        write::create_new(&folder, ".gitignore", IGNORED.as_bytes())?;
    }
    let here = folder.components().all(|part| part == Component::CurDir);
    let done = if here { Msg::new("init-done-here") } else { Msg::new("init-done").with("folder", folder.display()) };
    err(&(catalogue.say(&done) + "\n"));
    Ok(())
}

/// An answer as it stands between quotation marks.
fn quoted(answer: &str) -> String {
    answer.replace('\\', "\\\\").replace('"', "\\\"")
}

/// The links the law wants on every page. An address nobody knows yet is not
/// made up.
fn links(matches: &ArgMatches, catalogue: &Catalogue) -> String {
    let known = [("accessibility", "ask-accessibility"), ("privacy", "ask-privacy")]
        .map(|(flag, key)| answer_if_any(matches.get_one::<String>(flag), key, catalogue));
    let line = |field: &str, example: &str, known: &Option<String>| match known {
        Some(address) => format!("  {field}: \"{}\"", quoted(address)),
        None => format!("#  {field}: {example}"),
    };
    let group = if known.iter().any(Option::is_some) { "collegamenti:" } else { "#collegamenti:" };
    let [accessibility, privacy] = &known;
    [
        group.to_owned(),
        line("accessibilita", "https://form.agid.gov.it/view/…", accessibility),
        line("privacy", "https://…/privacy", privacy),
    ]
    .join("\n")
}
