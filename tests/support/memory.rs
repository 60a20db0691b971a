//! Sites that are only ever in memory.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use trasparente::calendar::Instant;
use trasparente::load::{self, Content, History, ThemeFiles};
use trasparente::messages::{Catalogue, Language};
use trasparente::model::{Files, Notice};
use trasparente::outputs::PublishedIndex;
use trasparente::parse::{self, body::Words};
use trasparente::pipeline::{self, Built, Order};
use trasparente::sections::Tree;
use trasparente::source::{Source, Sources};
use trasparente::theme::Theme;

use crate::settings::SETTINGS;
use crate::sites::{now, root};

/// Where notices of these sites stand.
pub(crate) const FOLDER: &str = "altri-contenuti/dati-ulteriori";

/// The plain theme.
static THEME: LazyLock<Vec<ThemeFiles>> = LazyLock::new(|| {
    load::theme(&root().join("tests/support/themes"), "prova").expect("it can be read").expect("it is there")
});

static TREE: LazyLock<Tree> = LazyLock::new(Tree::statutory);

static WORDS: LazyLock<Words> = LazyLock::new(|| Words::new(&Catalogue::new(Language::Italian)));

/// Builds the site of some texts in the plain theme.
pub(crate) fn build(texts: &[(String, String)]) -> Built {
    build_at(texts, now())
}

/// The same at an instant.
pub(crate) fn build_at(texts: &[(String, String)], now: Instant) -> Built {
    let settings = texts.iter().all(|(path, _)| path != "sito.yaml").then(|| Source::new("sito.yaml", SETTINGS));
    let sources = texts.iter().map(|(path, text)| Source::new(path.as_str(), text.as_str())).chain(settings);
    let content = Content {
        sources: Sources::new(sources.collect()),
        unreadable: BTreeSet::new(),
        files: Files::new(),
        findings: Vec::new(),
    };
    let theme = |_: &str| Theme::load(THEME.clone());
    let published_index: &PublishedIndex<'_> = &|_| None;
    let order = Order { now, strict: false, theme: &theme, check_only: false, published_index, progress: &|_, _| {} };
    pipeline::build(content, &History::default(), &order)
}

/// The notice of a text, if nothing is wrong with it.
pub(crate) fn notice(text: &str) -> Option<Notice> {
    let sources = Sources::new(vec![Source::new(format!("{FOLDER}/prova.md"), text)]);
    let (file, source) = sources.iter().next().expect("one text was put in");
    parse::notice(file, source, &TREE, &WORDS).0
}

/// A text in the quotes of YAML, with whatever could be mistaken spelled out.
pub(crate) fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            ' '..='~' => out.push(c),
            _ => out.push_str(&format!("\\U{:08X}", u32::from(c))),
        }
    }
    out + "\""
}
