//! A whole notice, front matter and text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use trasparente::messages::{Catalogue, Language};
use trasparente::parse::{self, body::Words};
use trasparente::sections::Tree;
use trasparente::source::{Source, Sources};

fuzz_target!(|text: &str| {
    let catalogue = Catalogue::new(Language::Italian);
    let (tree, words) = (Tree::statutory(), Words::new(&catalogue));
    let sources = Sources::new(vec![Source::new("bandi-gara-contratti/procedure/prova.md".to_owned(), text)]);
    let (id, source) = sources.iter().next().expect("one was put in");
    let (notice, findings) = parse::notice(id, source, &tree, &words);
    let (again, same) = parse::notice(id, source, &tree, &words);
    assert_eq!((notice.is_some(), findings.len()), (again.is_some(), same.len()));
    assert!(notice.is_some() || findings.iter().any(trasparente::diagnostic::Diagnostic::is_error));
    trasparente_fuzz::can_be_shown(&findings, &sources);
});
