//! Notices read from a text.

use std::sync::LazyLock;

use trasparente::messages::{Catalogue, Language};
use trasparente::model::Notice;
use trasparente::parse::{self, body::Words};
use trasparente::sections::Tree;
use trasparente::source::{Source, Sources};

/// Where notices of these sites stand.
pub(crate) const FOLDER: &str = "altri-contenuti/dati-ulteriori";

static TREE: LazyLock<Tree> = LazyLock::new(Tree::statutory);

static WORDS: LazyLock<Words> = LazyLock::new(|| Words::new(&Catalogue::new(Language::Italian), ""));

/// The notice of a text, if nothing is wrong with it.
pub(crate) fn notice(text: &str) -> Option<Notice> {
    let sources = Sources::new(vec![Source::new(format!("{FOLDER}/prova.md"), text)]);
    let (file, source) = sources.iter().next().expect("one text was put in");
    parse::notice(file, source, &TREE, &WORDS).0
}
