//! The catalogue of the open data: three forms of one graph, whatever the
//! texts hold, and what the profile wants of it.

use std::collections::BTreeSet;

use crate::support::memory::build;
use crate::support::rdf::{bytes, forms};
use crate::support::settings::SETTINGS;
use crate::support::sites::{findings_of, now};
use trasparente::edition::Edition;

const FOLDER: &str = "altri-contenuti/dati-ulteriori";
const HOME: &str = "https://trasparenza.comune.esempio.it";

/// A site with more in `sito.yaml` and some notices.
fn site(more: &str, notices: &[(&str, &str)]) -> Edition {
    let mut texts = vec![("sito.yaml".to_owned(), format!("{SETTINGS}{more}"))];
    texts.extend(notices.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())));
    let built = build(&texts, now());
    let said = findings_of(&built);
    built.edition.unwrap_or_else(|| panic!("{said}"))
}

/// The catalogue, once its three forms are known to agree.
fn catalogue(edition: &Edition) -> BTreeSet<String> {
    let [turtle, rdf_xml, json_ld] = forms(edition);
    assert_eq!(turtle, rdf_xml);
    assert_eq!(turtle, json_ld);
    turtle
}

/// What is said of something: its property's last word and its value.
fn said<'c>(catalogue: &'c BTreeSet<String>, key: &str) -> Vec<(&'c str, &'c str)> {
    let subject = format!("<{HOME}/dati/catalogo.ttl#{key}> ");
    let pair = |line: &'c str| {
        let (property, value) = line.strip_prefix(&subject)?.split_once("> ")?;
        Some((property.rsplit(['/', '#']).next()?, value.trim_matches(['<', '>'])))
    };
    catalogue.iter().filter_map(|line| pair(line)).collect()
}

fn value<'c>(said: &[(&str, &'c str)], property: &str) -> &'c str {
    said.iter().find(|(known, _)| *known == property).unwrap_or_else(|| panic!("no {property} in {said:?}")).1
}

#[test]
fn every_section_is_a_data_set_with_its_files() {
    let notice = "---\ntitolo: Alberi\ntipo: documento\npubblicato: 12/10/2026 ore 9:30\n---\n";
    let edition = site("", &[(&format!("{FOLDER}/alberi.md"), notice)]);
    let catalogue = catalogue(&edition);
    let whole = said(&catalogue, "catalogo");
    let sets = whole.iter().filter(|(property, _)| *property == "dataset").count();
    assert!(sets > 80, "{sets}");
    assert_eq!(value(&whole, "modified"), "\"2026-10-12T09:30:00+02:00\"^^<http://www.w3.org/2001/XMLSchema#dateTime");
    let set = said(&catalogue, "sezioni/bandi-gara-contratti/procedure-fino-2023");
    assert_eq!(value(&set, "identifier"), "\"c_x999:sezioni/bandi-gara-contratti/procedure-fino-2023\"");
    assert_eq!(
        value(&set, "title"),
        "\"Procedure fino al 31/12/2023 (Bandi di gara e contratti) – Comune di Esempio\"@it"
    );
    assert_eq!(value(&set, "landingPage"), format!("{HOME}/bandi-gara-contratti/procedure-fino-2023/"));
    let files: Vec<&str> = set.iter().filter(|(key, _)| *key == "distribution").map(|(_, file)| *file).collect();
    assert_eq!(files.len(), if cfg!(feature = "spreadsheets") { 3 } else { 2 });
    let file = said(&catalogue, "sezioni/bandi-gara-contratti/procedure-fino-2023.csv");
    assert_eq!(value(&file, "format"), "http://publications.europa.eu/resource/authority/file-type/CSV");
    assert_eq!(
        value(&file, "downloadURL"),
        format!("{HOME}/dati/sezioni/bandi-gara-contratti/procedure-fino-2023.csv")
    );
}

#[test]
fn the_same_site_gives_the_same_bytes() {
    let (one, two) = (site("", &[]), site("", &[]));
    for ending in ["ttl", "rdf", "jsonld"] {
        let path = format!("dati/catalogo.{ending}");
        assert_eq!(bytes(&one, &path), bytes(&two, &path), "{path}");
    }
}

#[test]
fn headings_are_updated_as_often_as_what_stands_below() {
    let edition = site("", &[]);
    let catalogue = catalogue(&edition);
    let frequency =
        |key: &str| value(&said(&catalogue, key), "accrualPeriodicity").rsplit('/').next().map(str::to_owned);
    assert_eq!(frequency("atti").as_deref(), Some("UPDATE_CONT"));
    assert_eq!(frequency("sezioni/disposizioni-generali").as_deref(), Some("UPDATE_CONT"));
    assert_eq!(
        frequency("sezioni/disposizioni-generali/piano-triennale-prevenzione-corruzione-trasparenza").as_deref(),
        Some("ANNUAL")
    );
    let subject = said(&catalogue, "sezioni/disposizioni-generali/atti-generali");
    assert!(value(&subject, "subject").ends_with("/transparency-titulus/0102"));
}

#[test]
fn licences_are_those_of_the_national_list_or_their_own() {
    let licence = |more: &str| {
        let edition = site(more, &[]);
        value(&said(&catalogue(&edition), "atti.csv"), "license").to_owned()
    };
    let list = "https://w3id.org/italia/controlled-vocabulary/licences";
    assert_eq!(licence(""), format!("{list}/C1_Unknown"));
    let known = "licenza:\n  nome: CC BY 4.0\n  indirizzo: https://creativecommons.org/licenses/by/4.0/deed.it\n";
    assert_eq!(licence(known), format!("{list}/A21_CCBY40"));
    let own = "licenza:\n  nome: La nostra\n  indirizzo: https://www.esempio.it/licenza/{1}\n";
    assert_eq!(licence(own), "https://www.esempio.it/licenza/%7B1%7D");
    assert_eq!(licence("licenza:\n  nome: La nostra\n"), format!("{HOME}/dati/catalogo.ttl#licenza"));
}

#[test]
fn who_answers_can_always_be_written_to() {
    let edition = site("", &[]);
    let contact = said(&catalogue(&edition), "contatto").into_iter().map(|(key, _)| key.to_owned()).collect::<Vec<_>>();
    assert!(contact.contains(&"hasEmail".to_owned()) && contact.contains(&"fn".to_owned()), "{contact:?}");
}

#[test]
fn a_body_that_wants_no_data_has_no_catalogue() {
    let edition = site("senza: [dati]\n", &[]);
    assert!(!edition.files().any(|(path, _)| path.starts_with("dati/catalogo")));
}

#[test]
fn contracts_are_a_data_set_where_the_body_has_a_prefix() {
    let path = "bandi-gara-contratti/procedure/mense.md";
    let notice = "---\ntitolo: Mense\ntipo: bando-gara\npubblicato: 12/10/2026\n---\n";
    let edition = site("prefisso_ocds: ocds-213czf\n", &[(path, notice)]);
    let catalogue = catalogue(&edition);
    let file = said(&catalogue, "ocds/2026.json");
    let address = value(&file, "downloadURL");
    assert!(edition.get(address.trim_start_matches(HOME).trim_start_matches('/')).is_some(), "{address}");
    assert!(said(&self::catalogue(&site("", &[(path, notice)])), "ocds").is_empty());
}

#[test]
fn a_date_to_come_is_no_update() {
    let notice = "---\ntitolo: Alberi\ntipo: documento\npubblicato: 12/10/2026\naggiornato: 12/10/2029\n---\n";
    let edition = site("", &[(&format!("{FOLDER}/alberi.md"), notice)]);
    assert!(!value(&said(&catalogue(&edition), "atti"), "modified").contains("2029"));
}

#[test]
fn the_names_of_servers_are_told_from_nonsense() {
    for (address, good) in [
        ("https://trasparenza.esempio.it:8443/", true),
        ("https://trasparenza.perché.it", true),
        ("https://trasparenza.{esempio}.it", false),
        ("https://trasparenza.esempio.it:porta", false),
        ("https://chi:dove@esempio.it", false),
    ] {
        let settings = SETTINGS.replace(HOME, address);
        let built = build(&[("sito.yaml".to_owned(), settings)], now());
        assert_eq!(built.edition.is_some(), good, "{address}: {}", findings_of(&built));
        if let Some(edition) = built.edition {
            let [turtle, rdf_xml, json_ld] = forms(&edition);
            assert!(turtle == rdf_xml && rdf_xml == json_ld && !turtle.is_empty());
        }
    }
}

#[test]
fn texts_of_ten_thousand_characters_are_whole() {
    let long = "però ".repeat(2000);
    let words = format!("---\nsommario: {long}\n---\n");
    let edition = site("", &[("bilanci/_sezione.md", &words)]);
    assert!(value(&said(&catalogue(&edition), "sezioni/bilanci"), "description").contains(long.trim()));
}
