//! Codes that do not check, and names that are taken.

use crate::support::site::{BAD, Site, accepted, notice, refused};

fn at(place: &str) -> String {
    format!("{BAD}:{place}")
}

fn codes(more: &str) -> Site {
    Site::with(notice(&format!("codici:\n{more}"), ""))
}

#[test]
fn a_cig_with_a_wrong_digit_is_refused() {
    let run = refused(&codes("  cig: B51ABEC4F7\n"));
    run.error("cig", &at("6:8"), "le cifre di controllo di `B51ABEC4F7` non tornano").says("ricopialo dall'atto");
}

#[test]
fn a_cig_that_is_none_is_refused() {
    refused(&codes("  cig: da richiedere\n")).error("cig", &at("6:8"), "scrivi `cig_mancante:` con il perché");
}

#[test]
fn a_cig_of_ten_zeros_is_refused_with_the_remedy() {
    let run = refused(&codes("  cig: \"0000000000\"\n"));
    run.error("cig", &at("6:8"), "dieci zeri non sono un CIG").says("togli `cig:` e scrivi `cig_mancante:`");
}

#[test]
fn ten_zeros_without_quotes_have_the_same_remedy() {
    let run = refused(&codes("  cig: 0000000000\n"));
    run.error("cig", &at("6:8"), "dieci zeri non sono un CIG");
}

#[test]
fn the_reason_for_a_missing_cig_is_accepted() {
    accepted(&codes("  cig_mancante: Si acquisisce dopo la scelta dell'affidatario\n"));
}

#[test]
fn a_cpv_with_a_wrong_digit_is_refused_with_the_right_one() {
    refused(&codes("  cpv: 55523100-4\n")).error("cpv", &at("6:8"), "forse `55523100-3`?");
}

#[test]
fn a_cpv_that_does_not_exist_is_refused() {
    refused(&codes("  cpv: 99999999-9\n")).error("cpv", &at("6:8"), "non esiste nel vocabolario");
}

#[test]
fn a_cup_of_another_shape_is_refused() {
    refused(&codes("  cup: I98I2100011000\n")).error("cup", &at("6:8"), "quindici caratteri");
}

#[test]
fn other_identifiers_of_another_shape_are_refused() {
    let run = refused(&codes("  simog: 903023\n  mepa: \"3534973\"\n  bdncp: 0c1a2b3c\n"));
    run.error("identificativo", &at("6:10"), "sette cifre").error("identificativo", &at("7:9"), "`RdO 3534973`").error(
        "identificativo",
        &at("8:10"),
        "non è un identificativo della piattaforma",
    );
}

#[test]
fn a_tax_code_with_a_wrong_digit_is_refused() {
    let run = refused(&Site::with(notice("ente:\n  nome: Comune capofila\n  codice_fiscale: \"80188230588\"\n", "")));
    run.error("codice-fiscale", &at("7:19"), "la cifra di controllo di `80188230588` non torna");
}

#[test]
fn a_tax_code_that_lost_its_zeros_is_refused_with_them() {
    let run =
        refused(&Site::with(notice("aggiudicatari:\n  - nome: Impresa Esempio\n    codice_fiscale: 743110157\n", "")));
    run.error("codice-fiscale", &at("7:21"), "forse `\"00743110157\"`?");
}

#[test]
fn a_persons_tax_code_is_refused() {
    let run = refused(&Site::with(notice(
        "aggiudicatari:\n  - nome: Professionista\n    codice_fiscale: RSSMRA85T10A562S\n",
        "",
    )));
    run.error("codice-fiscale", &at("7:21"), "di una persona").says("qui si scrivono solo imprese ed enti");
}

#[test]
fn two_notices_of_one_id_are_refused_with_the_other_file() {
    let run = refused(&Site::with(notice("id: mense\n", "")));
    run.error("id-doppio", &at("5:5"), "l'id `mense` è già di `bandi-gara-contratti/procedure/mense/index.md`");
}

#[test]
fn two_notices_of_one_name_are_refused() {
    let site = Site::published().and("bandi-gara-contratti/atti-programmazione/mense.md", notice("", ""));
    // Of the two, the one whose path comes later is told.
    refused(&site).error(
        "id-doppio",
        "bandi-gara-contratti/procedure/mense/index.md:2:1",
        "atti-programmazione/mense.md",
    );
}

#[test]
fn an_alias_that_is_taken_is_refused_whoever_has_it() {
    let run = refused(&Site::with(notice("alias:\n  - /vecchio/mense\n  - /bilanci/\n  - /atti/mense/\n", "")));
    run.error("alias-occupato", &at("6:5"), "è già di «bandi-gara-contratti/procedure/mense/index.md»")
        .error("alias-occupato", &at("7:5"), "è già di «Bilanci»")
        .error("alias-occupato", &at("8:5"), "un indirizzo porta in un posto solo");
}

#[test]
fn an_alias_that_is_a_file_of_the_site_is_refused() {
    refused(&Site::with(notice("alias: /robots.txt\n", ""))).error(
        "alias-occupato",
        &at("5:8"),
        "l'indirizzo `/robots.txt` serve già ad altro",
    );
}

#[test]
fn an_alias_that_leaves_the_site_is_refused() {
    let run = refused(&Site::with(notice("alias: [/../fuori, vecchio, https://altrove.example/x]\n", "")));
    run.error("indirizzo", &at("5:9"), "comincia con `/`").error(
        "indirizzo",
        &at("5:20"),
        "non è un indirizzo di questo sito",
    );
    run.error("indirizzo", &at("5:29"), "non è un indirizzo di questo sito");
}

#[test]
fn an_alias_below_a_file_of_the_site_is_refused() {
    refused(&Site::with(notice("alias: /index.html/vecchio/\n", ""))).says("index.html");
}

#[test]
fn one_cig_in_two_notices_is_refused_with_the_remedy() {
    let run = refused(&codes("  cig: b51a bec4f6\n"));
    run.error("cig-doppio", &at("6:8"), "scrivi qui `collegati: [mense]`");
}

#[test]
fn one_cig_in_two_notices_that_name_each_other_is_accepted() {
    accepted(&Site::with(notice("codici:\n  cig: B51ABEC4F6\ncollegati: [mense]\n", "")));
}

#[test]
fn a_related_notice_that_does_not_exist_is_refused_with_the_nearest() {
    refused(&Site::with(notice("collegati: [menze]\n", ""))).error(
        "collegato-sconosciuto",
        &at("5:13"),
        "forse `mense`?",
    );
}

#[test]
fn an_excuse_from_a_rule_without_exceptions_is_refused() {
    let more = "consenti:\n  - regola: cig\n    motivo: Non serve\n  - regola: scadenza-festivo\n    motivo: Lo dice il bando\n";
    let run = refused(&Site::with(notice(more, "")));
    run.error("consenti", &at("6:13"), "non si può essere dispensati").error(
        "consenti",
        &at("8:13"),
        "forse `scadenza-festiva`?",
    );
}
