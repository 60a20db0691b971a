//! What stands between the two `---` lines, or should.

use crate::support::site::{BAD, Site, accepted, notice, refused};

fn at(place: &str) -> String {
    format!("{BAD}:{place}")
}

#[test]
fn a_notice_without_front_matter_is_refused() {
    let run = refused(&Site::with("# Mense\n\nIl Comune cerca chi gestisca le mense.\n"));
    run.error("intestazione", &at("1:1"), "manca l'intestazione").says("la prima riga del file deve essere `---`");
}

#[test]
fn an_empty_file_is_a_notice_without_front_matter() {
    refused(&Site::with("")).error("intestazione", &at("1:1"), "manca l'intestazione");
}

#[test]
fn front_matter_that_is_not_closed_is_refused() {
    let run = refused(&Site::with("---\ntitolo: Prova\ntipo: documento\npubblicato: 12/10/2026\n\nTesto.\n"));
    run.error("intestazione", &at("1:1"), "metti una riga con solo `---`");
}

#[test]
fn a_tab_is_refused_and_spaces_are_asked_for() {
    let run = refused(&Site::with(notice("contatti:\n\temail: gare@comune.esempio.it\n", "")));
    run.error("yaml", &at("6:1"), "tabulazione").says("usa spazi");
}

#[test]
fn a_tab_on_the_first_line_is_refused_there() {
    let run = refused(&Site::with("---\n\ttitolo: Prova\ntipo: documento\npubblicato: 12/10/2026\n---\n"));
    run.error("yaml", &at("2:1"), "tabulazione");
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_accepted() {
    let text = notice("", "\nTesto.\n").replace('\n', "\r\n");
    accepted(&Site::with(format!("\u{feff}{text}")));
}

#[test]
fn latin_1_is_refused_at_its_first_letter() {
    let mut bytes = b"---\ntitolo: Citt".to_vec();
    bytes.extend(b"\xE0\ntipo: documento\npubblicato: 12/10/2026\n---\n");
    refused(&Site::with(bytes)).error("testo-utf8", &at("2:13"), "byte E0").says("«UTF-8»");
}

#[test]
fn a_key_twice_is_refused_at_the_second() {
    let run = refused(&Site::with(notice("titolo: Altra prova\n", "")));
    run.error("chiave-doppia", &at("5:1"), "la chiave `titolo` c'è già");
}

#[test]
fn a_key_in_two_languages_is_refused_at_the_second() {
    refused(&Site::with(notice("title: Altra prova\n", ""))).error(
        "chiave-doppia",
        &at("5:1"),
        "`title` è lo stesso che `titolo`",
    );
}

#[test]
fn a_mistyped_key_is_refused_with_the_right_one() {
    let run = refused(&Site::with(notice("sommaro: Una prova\n", "")));
    run.error("chiave-sconosciuta", &at("5:1"), "forse `sommario`?");
}

#[test]
fn an_unknown_key_is_refused_with_those_that_are_known() {
    let run = refused(&Site::with(notice("contatti:\n  qwerty: x\n", "")));
    run.error("chiave-sconosciuta", &at("6:3"), "le chiavi qui sono: telefono, email, pec, orari, indirizzo");
}

#[test]
fn values_of_the_wrong_shape_are_all_refused_at_once() {
    let more = "bozza: forse\nsvolgimento: in presensa\ncontatti: Ufficio gare\nscadenze: domani\noggetto: [uno, due]\ndurata:\n  mesi: molti\n";
    let run = refused(&Site::with(notice(more, "")));
    run.error("valore", &at("5:8"), "scrivi `sì` oppure `no`")
        .error("valore", &at("6:14"), "si può scrivere: presenza, remoto, mista")
        .error("valore", &at("7:11"), "le chiavi sono: telefono")
        .error("valore", &at("8:11"), "metti un `-` davanti a ogni voce")
        .error("valore", &at("9:10"), "scrivi il testo sulla stessa riga della chiave")
        .error("valore", &at("11:9"), "un numero intero da 1 a 1200");
}

#[test]
fn a_mistyped_word_is_refused_with_the_right_one() {
    let text = notice("", "").replace("documento", "documeto");
    refused(&Site::with(text)).error("valore", &at("3:7"), "forse `documento`?");
}

#[test]
fn missing_keys_are_refused_with_an_example() {
    let run = refused(&Site::with("---\ntitolo: Prova\n---\n"));
    run.error("chiave-mancante", &at("2:1"), "per esempio: `tipo: bando-gara`");
    run.error("chiave-mancante", &at("2:1"), "per esempio: `pubblicato: 12/01/2026`");
}

#[test]
fn a_title_of_empty_quotes_is_missing() {
    let text = notice("", "").replace("titolo: Prova", "titolo: \"\"");
    refused(&Site::with(text)).error("chiave-mancante", &at("2:1"), "manca la chiave `titolo`");
}

#[test]
fn the_thirty_first_of_february_is_refused() {
    let run = refused(&Site::with(notice("aggiornato: 31/02/2026\n", "")));
    run.error("data", &at("5:13"), "il giorno `31/02/2026` non esiste");
}

#[test]
fn twenty_five_o_clock_and_the_year_26_are_refused() {
    let run = refused(&Site::with(notice("apertura: 12/10/2026 ore 25\naggiornato: 12/10/26\n", "")));
    run.error("data", &at("5:11"), "l'ora di `12/10/2026 ore 25` non esiste").error(
        "data",
        &at("6:13"),
        "quattro cifre",
    );
}

#[test]
fn a_deadline_before_the_publication_is_refused() {
    let run = refused(&Site::with(notice("scadenze:\n  - tipo: presentazione-domande\n    data: 01/10/2026\n", "")));
    run.error("scadenza-prima-della-pubblicazione", &at("7:11"), "controlla l'anno del termine");
}

#[test]
fn an_update_before_the_publication_is_refused() {
    let run = refused(&Site::with(notice("aggiornato: 10/12/2025\n", "")));
    run.error("aggiornato-prima-di-pubblicato", &at("5:13"), "controlla le date");
}

#[test]
fn yes_no_and_numbers_meant_as_text_must_be_quoted() {
    let run = refused(&Site::with(notice("oggetto: no\nsommario: sì\nargomenti: [2026, 1.5]\n", "")));
    run.error("virgolette", &at("5:10"), "scrivi `\"no\"`")
        .error("virgolette", &at("6:11"), "scrivi `\"sì\"`")
        .error("virgolette", &at("7:13"), "scrivi `\"2026\"`")
        .error("virgolette", &at("7:19"), "scrivi `\"1.5\"`");
}

#[test]
fn zeros_in_front_that_would_be_lost_must_be_quoted() {
    let run = refused(&Site::with(notice("codici:\n  protocollo: 0012345\ncontatti:\n  telefono: 00390000\n", "")));
    run.error("virgolette", &at("6:15"), "scrivi `\"0012345\"`").error(
        "virgolette",
        &at("8:13"),
        "perde gli zeri iniziali",
    );
}

#[test]
fn a_colon_in_a_value_is_refused_with_the_remedy() {
    let text = notice("", "").replace("titolo: Prova", "titolo: Prova: seconda");
    refused(&Site::with(text)).error("yaml", &at("2:14"), "metti tutto il valore fra virgolette");
}

#[test]
fn a_notice_in_no_section_is_refused_with_the_nearest() {
    let site = Site::published().and("bandi-gara-contrati/procedure/prova.md", notice("", ""));
    refused(&site).error(
        "sezione-sconosciuta",
        "bandi-gara-contrati/procedure/prova.md:1:1",
        "forse `bandi-gara-contratti/procedure`?",
    );
}

#[test]
fn an_amount_that_is_none_is_refused() {
    let run = refused(&Site::with(notice("importo: 40,000.00\n", "")));
    run.error("importo", &at("5:10"), "punti per le migliaia, virgola per i centesimi");
}
