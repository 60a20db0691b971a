//! The data sets of L. 190/2012, read by a parser that forgives nothing.

use proptest::prelude::*;

use super::cases;
use super::feeds::{read, text, title};
use crate::support::memory::build;
use crate::support::quoted::{code, quoted};
use crate::support::settings::SETTINGS;
use crate::support::sites::{findings_of, now};

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn lots_stay_xml_and_short_whatever_the_texts_hold(words in title(), id in title(), times in 1..60_usize) {
        let words: String = format!("Testo {}", words.repeat(times)).chars().take(10_000).collect();
        let (words, id) = (quoted(&words), quoted(&code(&format!("N {id}"))));
        let notice = format!(
            "---\ntitolo: {words}\ntipo: bando-gara\noggetto: {words}\npubblicato: 12/10/2022\ncodici:\n  cig: 95156957EC\nprocedura: aperta\n\
             importo:\n  aggiudicazione: 1\n  liquidato: 1\npartecipanti:\n  - nome: {words}\n    identificativo_estero: {id}\n\
             aggiudicatari:\n  - nome: {words}\nente:\n  nome: {words}\n  codice_fiscale: \"80188230587\"\n---\n"
        );
        let settings = SETTINGS.replace("nome: Comune di Esempio", &format!("nome: {words}"));
        let settings = format!("{settings}l190: sì\nlicenza:\n  nome: {words}\n");
        let path = "bandi-gara-contratti/procedure-fino-2023/mense.md".to_owned();
        let built = build(&[("sito.yaml".to_owned(), settings), (path, notice)], now());
        prop_assert!(built.edition.is_some(), "{}", findings_of(&built));
        let edition = built.edition.unwrap_or_default();
        prop_assert!(read(&text(&edition, "dati/l190/indice.xml")).is_ok());
        let lots = read(&text(&edition, "dati/l190/2022.xml"));
        prop_assert!(lots.is_ok(), "{:?}", lots);
        for (name, text) in lots.unwrap_or_default() {
            let limited = ["oggetto", "denominazione", "ragioneSociale"].contains(&name.as_str());
            prop_assert!(!limited || text.chars().count() <= 250, "{}: {}", name, text);
        }
    }
}
