//! Contracting data stay whole whatever editors type.

use proptest::prelude::*;

use super::cases;
use super::feeds::title;
use crate::support::memory::build;
use crate::support::ocds::faults;
use crate::support::quoted::{code, quoted};
use crate::support::settings::SETTINGS;
use crate::support::sites::{findings_of, now};

/// A call whose every text is hostile, and an outcome that names it.
fn site(texts: &[String], moved: usize, lots: usize) -> Vec<(String, String)> {
    let text = |at: usize| quoted(&format!("x {}", texts[at % texts.len()]));
    let number = |at: usize| quoted(&code(&format!("x {}", texts[at % texts.len()])));
    let lots: String = (0..lots)
        .map(|at| {
            format!("  - {{numero: {}, titolo: {}, aggiudicatario: {}}}\n", number(at), text(at + 1), text(at + 2))
        })
        .collect();
    let changes: String = (0..moved)
        .map(|at| {
            let previous = if at % 2 == 0 { "precedente: 2026-11-20, " } else { "" };
            let known = if at % 3 == 0 { "" } else { "pubblicata: 2026-11-01, " };
            format!("      - {{{previous}{known}motivo: {}, atto: {}}}\n", text(at), text(at + 3))
        })
        .collect();
    let call = format!(
        "---\ntitolo: {}\ntipo: bando-gara\noggetto: {}\nsommario: {}\npubblicato: 2026-10-01\naggiornato: 2026-11-10\n\
         ente:\n  nome: {}\n  ambito: {}\nimporto:\n  base: 10.000\n  nota: {}\n{}\
         scadenze:\n  - tipo: presentazione-offerte\n    data: 2026-12-01\n    nota: {}\n{}\
         eventi:\n  - {{tipo: altro, data: 2026-10-05, titolo: {}}}\n  - {{tipo: altro, data: 2026-10-05, descrizione: {}}}\n---\n",
        text(0),
        text(1),
        text(2),
        text(3),
        text(4),
        text(5),
        if lots.is_empty() { String::new() } else { format!("lotti:\n{lots}") },
        text(6),
        if changes.is_empty() { String::new() } else { format!("    proroghe:\n{changes}") },
        text(7),
        text(8),
    );
    let outcome = format!(
        "---\ntitolo: {}\ntipo: esito\npubblicato: 2026-11-02\ncollegati: gara\naggiudicatari:\n\
         \x20 - {{nome: {}, lotto: {}}}\n  - {{nome: {}}}\n  - {{nome: {}}}\neventi:\n  - {{tipo: revoca, data: 2026-11-05, titolo: {}}}\n---\n",
        text(0),
        text(1),
        number(2),
        text(3),
        text(3),
        text(4),
    );
    vec![
        ("sito.yaml".to_owned(), format!("{SETTINGS}prefisso_ocds: ocds-213czf\n")),
        ("bandi-gara-contratti/procedure/gara.md".to_owned(), call),
        ("bandi-gara-contratti/procedure/esito.md".to_owned(), outcome),
    ]
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn contracting_data_stay_whole_whatever_a_text_holds(
        texts in proptest::collection::vec(title(), 1..10), moved in 0usize..5, lots in 0usize..4,
    ) {
        let built = build(&site(&texts, moved, lots), now());
        prop_assert!(built.edition.is_some(), "{}", findings_of(&built));
        let (faults, number) = faults(&built.edition.unwrap_or_default());
        prop_assert_eq!(faults, Vec::<String>::new());
        prop_assert_eq!(number, 4);
    }
}
