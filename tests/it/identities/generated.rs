//! Sites of every kind of notice, with terms, moves, events and states, the
//! same at each run.

#![expect(clippy::disallowed_methods, reason = "tests lay their own files")]

use std::fmt::Write as _;
use std::path::Path;

use tempfile::TempDir;

use crate::support::settings::SETTINGS;

/// How many notices a site has.
const NOTICES: u32 = 90;

/// The kinds, each with a section it may stand in.
const KINDS: &[(&str, &str)] = &[
    ("bando-gara", "bandi-gara-contratti/procedure"),
    ("avviso-preinformazione", "bandi-gara-contratti/procedure"),
    ("manifestazione-interesse", "bandi-gara-contratti/procedure"),
    ("lettera-invito", "bandi-gara-contratti/procedure"),
    ("affidamento-diretto", "bandi-gara-contratti/procedure"),
    ("esito", "bandi-gara-contratti/procedure"),
    ("elenco-operatori", "bandi-gara-contratti/procedure"),
    ("concorso-progettazione", "bandi-gara-contratti/procedure"),
    ("sponsorizzazione", "bandi-gara-contratti/procedure"),
    ("concorso-pubblico", "bandi-concorso"),
    ("selezione-incarico", "bandi-concorso"),
    ("mobilita", "bandi-concorso"),
    ("contributi", "sovvenzioni-contributi/atti-concessione"),
    ("alienazione", "beni-immobili/patrimonio-immobiliare"),
    ("provvedimento", "provvedimenti/provvedimenti-dirigenti"),
    ("incarico", "consulenti-collaboratori"),
    ("documento", "altri-contenuti/dati-ulteriori"),
];

/// What may come beside the term to take part: another of its kind, too.
const TERMS: &[&str] = &["presentazione-offerte", "richiesta-chiarimenti", "risposta-chiarimenti"];
const MOVES: &[&str] = &["proroga", "rettifica", "riapertura"];
const EVENTS: &[&str] = &["chiarimenti", "nomina-commissione", "esito", "stipula", "altro"];
const STATES: &[&str] = &["aggiudicato", "deserto", "sospeso", "revocato", "annullato", "concluso"];

/// A stream of numbers.
struct Numbers(u64);

impl Numbers {
    /// One below `end`.
    fn below(&mut self, end: u32) -> u32 {
        // Knuth's multiplier; the upper bits are the good ones.
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from(self.0 >> 33).expect("31 bits") % end
    }

    fn one_of(&mut self, words: &[&'static str]) -> &'static str {
        words[self.below(u32::try_from(words.len()).expect("few words")) as usize]
    }
}

/// A day of 2025 or 2026, so many days after the first, of years whose months
/// have 28.
fn day(days: u32) -> String {
    format!("{}-{:02}-{:02}", 2025 + days / 336, days % 336 / 28 + 1, days % 28 + 1)
}

/// A site of a number.
pub(crate) fn site(number: u64) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder for a site");
    let content = folder.path().join("content");
    put(
        &content.join("sito.yaml"),
        &format!("{SETTINGS}prefisso_ocds: ocds-a1b2c3\nsenza: [ricerca]\nconsenti:\n{EXCUSES}"),
    );
    let mut numbers = Numbers(number);
    for at in 0..NOTICES {
        let (kind, section) = KINDS[at as usize % KINDS.len()];
        put(&content.join(section).join(format!("atto-{at}.md")), &notice(at, kind, &mut numbers));
    }
    folder
}

/// The generated notices are not about good practice.
const EXCUSES: &str = "  - regola: scadenza-festiva\n    motivo: Date inventate\n";

fn notice(at: u32, kind: &str, numbers: &mut Numbers) -> String {
    let published = numbers.below(600);
    let mut text = format!("---\ntitolo: Atto {at}\ntipo: {kind}\npubblicato: {}\n", day(published));
    if kind.contains("gara") || numbers.below(3) == 0 {
        text.push_str("codici:\n  cig_mancante: Si acquisisce dopo\n");
        let _ = writeln!(text, "  protocollo: \"{:05}/2026\"", numbers.below(90_000));
    }
    if !at.is_multiple_of(4) {
        text.push_str("scadenze:\n");
    }
    for number in 0..at % 4 {
        let (term, due) = match number {
            0 => ("presentazione-offerte", published + 30 + numbers.below(40)),
            1 => (numbers.one_of(TERMS), published + 30 + numbers.below(40)),
            _ => ("apertura-buste", published + 100),
        };
        let moves = numbers.below(3);
        let _ = writeln!(text, "  - tipo: {term}\n    data: {}T12:0{number}", day(due + moves * 7));
        if moves > 0 {
            text.push_str("    proroghe:\n");
        }
        for step in 0..moves {
            let kind = numbers.one_of(MOVES);
            let _ = writeln!(text, "      - tipo: {kind}\n        motivo: Motivo {step}");
            let _ = writeln!(text, "        precedente: {}T12:0{number}", day(due + step * 7));
            if numbers.below(2) == 0 {
                let _ = writeln!(text, "        pubblicata: {}", day(published + 5 + step));
            }
        }
    }
    let happened = published + 120;
    if numbers.below(3) == 0 {
        let _ = writeln!(text, "stato:\n  valore: {}\n  dal: {}", numbers.one_of(STATES), day(happened + 20));
        text.push_str("  motivo: Un motivo\n  atto: Determinazione n. 1\n");
    }
    let events = numbers.below(4);
    if events > 0 {
        text.push_str("eventi:\n");
    }
    for number in 0..events {
        let _ = writeln!(
            text,
            "  - tipo: {}\n    data: {}\n    titolo: Evento {number}",
            numbers.one_of(EVENTS),
            day(happened + number * 9)
        );
    }
    text + "---\n\nTesto dell'atto.\n"
}

/// Writes a file.
pub(crate) fn put(path: &Path, text: &str) {
    std::fs::create_dir_all(path.parent().expect("it is in a folder")).expect("a folder can be made");
    std::fs::write(path, text).expect("a file can be written");
}
