//! The catalogue of the open data, read by parsers of its three forms.

use proptest::prelude::*;

use super::cases;
use super::feeds::title;
use crate::support::memory::build;
use crate::support::quoted::quoted;
use crate::support::rdf::forms;
use crate::support::settings::SETTINGS;
use crate::support::sites::{findings_of, now};

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn three_forms_say_the_same_whatever_the_texts_hold(text in title(), word in "[a-z{}|^`%@!*'()+,;=é]{1,12}") {
        let text = quoted(&format!("Testo {text}"));
        let url = quoted(&format!("https://www.esempio.it/{word}"));
        let settings = SETTINGS
            .replace("nome: Comune di Esempio", &format!("nome: {text}\n  sito: {url}"))
            .replace("nome: Segretario generale", &format!("nome: {text}"));
        let settings = format!("{settings}descrizione: {text}\nlicenza:\n  nome: {text}\n  indirizzo: {url}\n");
        let words = format!("---\nsommario: {text}\n---\n");
        let texts = [("sito.yaml".to_owned(), settings), ("bilanci/_sezione.md".to_owned(), words)];
        let built = build(&texts, now());
        prop_assert!(built.edition.is_some(), "{}", findings_of(&built));
        let [turtle, rdf_xml, json_ld] = forms(&built.edition.unwrap_or_default());
        prop_assert!(turtle.len() > 1000);
        prop_assert_eq!(&turtle, &rdf_xml);
        prop_assert_eq!(&turtle, &json_ld);
    }
}
