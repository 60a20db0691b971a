//! The text of a notice: what comes of it runs nothing and fetches nothing.
#![no_main]

use libfuzzer_sys::fuzz_target;
use trasparente::messages::{Catalogue, Language};
use trasparente::parse::{self, body::Words};
use trasparente::sections::Tree;
use trasparente::source::{Source, Sources};

fuzz_target!(|text: &str| {
    let catalogue = Catalogue::new(Language::Italian);
    let (tree, words) = (Tree::statutory(), Words::new(&catalogue));
    let whole = format!("---\ntitolo: Prova\ntipo: documento\npubblicato: 12/10/2026\n---\n\n{text}");
    let sources = Sources::new(vec![Source::new("bandi-gara-contratti/procedure/prova.md".to_owned(), whole)]);
    let (id, source) = sources.iter().next().expect("one was put in");
    let (notice, findings) = parse::notice(id, source, &tree, &words);
    trasparente_fuzz::can_be_shown(&findings, &sources);
    // What has an error is never published.
    if let Some(notice) = notice
        && !findings.iter().any(trasparente::diagnostic::Diagnostic::is_error)
        && let Err(said) = trasparente_fuzz::is_quiet(&notice.body.html)
    {
        panic!("{said}");
    }
});
