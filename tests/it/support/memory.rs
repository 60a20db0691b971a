//! Sites that are only ever in memory.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use trasparente::calendar::Instant;
use trasparente::load::{self, Content, History, ThemeFiles};
use trasparente::model::Files;
use trasparente::pipeline::Built;
use trasparente::source::{Source, Sources};
use trasparente::theme::Theme;

use super::settings::SETTINGS;
use super::sites::{built, root};

/// The plain theme.
static THEME: LazyLock<Vec<ThemeFiles>> =
    LazyLock::new(|| load::theme(&root().join("tests/themes"), "prova").expect("it can be read").expect("it is there"));

/// Builds the site of some texts in the plain theme, as it should be on line
/// at an instant.
pub(crate) fn build(texts: &[(String, String)], now: Instant) -> Built {
    let settings = texts.iter().all(|(path, _)| path != "sito.yaml").then(|| Source::new("sito.yaml", SETTINGS));
    let sources = texts.iter().map(|(path, text)| Source::new(path.as_str(), text.as_str())).chain(settings);
    let content = Content {
        sources: Sources::new(sources.collect()),
        unreadable: BTreeSet::new(),
        files: Files::new(),
        findings: Vec::new(),
    };
    let theme = |_: &str| Theme::load(THEME.clone());
    built(content, &History::default(), now, &theme)
}
