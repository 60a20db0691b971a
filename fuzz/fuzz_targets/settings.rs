//! `sito.yaml`.
#![no_main]

use libfuzzer_sys::fuzz_target;
use trasparente::parse;
use trasparente::source::{Source, Sources};

fuzz_target!(|text: &str| {
    let sources = Sources::new(vec![Source::new("sito.yaml".to_owned(), text)]);
    let (id, source) = sources.iter().next().expect("one was put in");
    let (settings, _, findings) = parse::settings(id, source);
    assert!(settings.is_some() || findings.iter().any(trasparente::diagnostic::Diagnostic::is_error));
    trasparente_fuzz::can_be_shown(&findings, &sources);
});
