//! What machines read stays readable, whatever is typed in any field.

use proptest::prelude::*;
use trasparente::edition::{Content, Edition};

use super::cases;
use super::feeds::{read, text, title};
use crate::support::memory::build;
use crate::support::quoted::{accepted, code, quoted};
use crate::support::sites::{findings_of, now};

/// A call with something odd in every field that takes words.
fn call(odd: &str) -> String {
    let office = quoted(&accepted(&format!("Ufficio {}", odd.chars().take(20).collect::<String>())));
    let code = quoted(&code(&format!("Testo {odd}")));
    let odd = quoted(&format!("Testo {odd}"));
    format!(
        "---\ntitolo: {odd}\ntipo: bando-gara\nid: prova\nsommario: {odd}\noggetto: {odd}\npubblicato: 2026-10-01\naggiornato: 2026-11-02\nufficio: {office}\nresponsabile: {odd}\n\
         codici:\n  cig_mancante: {code}\n  protocollo: {code}\n\
         scadenze:\n  - tipo: presentazione-offerte\n    data: 2026-12-10 12:00\n    nota: {odd}\n    luogo: {odd}\n    proroghe:\n      - precedente: 2026-12-01\n        pubblicata: 2026-11-02\n        motivo: {odd}\n        atto: {odd}\n\
         importo:\n  base: 1000\n  nota: {odd}\nluogo: [{odd}]\nargomenti: [{odd}]\nfinalita: [{odd}]\nrequisiti: [{odd}]\nfinanziamento: {odd}\n\
         piattaforma:\n  nome: {odd}\n  nota: {odd}\npresentazione:\n  luogo: {odd}\n  istruzioni: {odd}\n\
         prestazioni:\n  - titolo: {odd}\n    quantita: {code}\nlotti:\n  - titolo: {odd}\n    importo: 500\n    aggiudicatario: {odd}\n\
         eventi:\n  - tipo: altro\n    data: 2026-11-03\n    titolo: {odd}\n    descrizione: {odd}\n    atto: {odd}\n\
         aggiudicatari:\n  - nome: {odd}\n    ribasso: {code}\nallegati:\n  - url: https://altrove.example/x.pdf\n    titolo: {odd}\n    descrizione: {odd}\n---\n\nTesto.\n"
    )
}

/// Reads every file of an edition with a reader of its format.
fn all_readable(edition: &Edition) -> Result<(), String> {
    let mut formats = std::collections::BTreeSet::new();
    for (path, content) in edition.files() {
        let Content::Bytes(bytes) = content else { continue };
        let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
        let said = |error: String| format!("{path}: {error}");
        match ending {
            "xml" | "rdf" => read(&text(edition, path)).map(|_| ()).map_err(said)?,
            "json" | "jsonld" => {
                serde_json::from_slice::<serde_json::Value>(bytes)
                    .map(|_| ())
                    .map_err(|error| said(error.to_string()))?;
            }
            "csv" => {
                let mut rows = csv::Reader::from_reader(&bytes[..]);
                rows.records().try_for_each(|row| row.map(|_| ())).map_err(|error| said(error.to_string()))?;
            }
            "ics" => calendar(&text(edition, path)).map_err(said)?,
            _ => continue,
        }
        formats.insert(ending);
    }
    let missing: Vec<&str> = ["xml", "json", "ics"].into_iter().filter(|ending| !formats.contains(ending)).collect();
    if missing.is_empty() { Ok(()) } else { Err(format!("no file of {missing:?}")) }
}

/// Lines as RFC 5545 wants them: ended by CRLF, short, without controls.
fn calendar(text: &str) -> Result<(), String> {
    let lines: Vec<&str> = text.split("\r\n").collect();
    if let Some(long) = lines.iter().find(|line| line.len() > 75) {
        return Err(format!("a long line: {long}"));
    }
    if let Some(odd) = lines.iter().find(|line| line.chars().any(|c| c.is_control() && c != '\t')) {
        return Err(format!("a control character: {odd:?}"));
    }
    let unfolded = text.replace("\r\n ", "");
    let named = |line: &&str| line.split_once(':').is_none_or(|(name, _)| name.is_empty());
    match unfolded.trim_end().split("\r\n").find(named) {
        Some(line) => Err(format!("not a property: {line}")),
        None => Ok(()),
    }
}

/// The titles of the three formats of the site's feed.
fn feed_titles(edition: &Edition) -> [Vec<String>; 3] {
    let xml = |path: &str, item: &str| {
        let texts = read(&text(edition, path)).expect("it is well-formed");
        let titles = texts.into_iter().filter(|(name, _)| name == "title").map(|(_, text)| text);
        let titles: Vec<String> = titles.skip(1).collect();
        assert_eq!(text(edition, path).matches(item).count(), titles.len(), "{path}");
        titles
    };
    let feed: serde_json::Value = serde_json::from_str(&text(edition, "feed.json")).expect("it is JSON");
    let items = feed["items"].as_array().expect("items");
    let json = items.iter().map(|item| item["title"].as_str().expect("a title").to_owned()).collect();
    [xml("rss.xml", "<item>"), xml("atom.xml", "<entry>"), json]
}

proptest! {
    #![proptest_config(cases(16))]

    #[test]
    fn every_format_stays_readable_whatever_stands_in_any_field(odd in title()) {
        let built = build(&[("bandi-gara-contratti/procedure/prova.md".to_owned(), call(&odd))], now());
        prop_assert!(built.edition.is_some(), "{}", findings_of(&built));
        let edition = built.edition.unwrap_or_default();
        prop_assert_eq!(all_readable(&edition), Ok(()));
        let [rss, atom, json] = feed_titles(&edition);
        prop_assert_eq!(rss.len(), 3, "the call, its postponement and its event");
        // A parser makes one newline of each kind of line end.
        let plain = |titles: &[String]| -> Vec<String> {
            titles.iter().map(|title| title.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
        };
        prop_assert_eq!(plain(&rss), plain(&json));
        prop_assert_eq!(plain(&atom), plain(&json));
    }
}

#[test]
fn ten_thousand_characters_fit_everywhere() {
    for odd in
        ["parola ".repeat(1_500), "x".repeat(10_000), "è".repeat(10_000), "]]>&<a ".replace('<', "< ").repeat(1_200)]
    {
        let built = build(&[("bandi-gara-contratti/procedure/prova.md".to_owned(), call(&odd))], now());
        let edition = built.edition.as_ref().unwrap_or_else(|| panic!("{}", findings_of(&built)));
        assert_eq!(all_readable(edition), Ok(()));
    }
}

#[test]
fn a_site_without_notices_is_readable() {
    let edition = build(&[], now()).edition.expect("it builds");
    for (path, content) in edition.files().filter(|(path, _)| path.ends_with(".xml") || path.ends_with(".json")) {
        let Content::Bytes(bytes) = content else { continue };
        if path.ends_with(".xml") {
            read(&text(&edition, path)).unwrap_or_else(|error| panic!("{path}: {error}"));
        } else {
            serde_json::from_slice::<serde_json::Value>(bytes).unwrap_or_else(|error| panic!("{path}: {error}"));
        }
    }
}

#[test]
fn half_a_surrogate_pair_is_refused_where_it_is_written() {
    for half in ["\\uD800", "\\uDC00", "\\uD83D", "\\uD800\\u0041"] {
        let text = format!("---\ntitolo: \"Atto {half}\"\ntipo: documento\npubblicato: 2026-10-01\n---\n");
        let built = build(&[("provvedimenti/prova.md".to_owned(), text)], now());
        assert!(built.edition.is_none(), "{half} was published");
        assert!(findings_of(&built).contains("provvedimenti/prova.md"), "{}", findings_of(&built));
    }
}
