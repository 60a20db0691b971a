//! The open data: what a journalist, a spreadsheet and a program are given.

use std::collections::BTreeMap;

use crate::support::folder::{Site, bytes, text};
use crate::support::schema;
use serde_json::Value;
use sha2::{Digest, Sha256};
use trasparente::edition::Edition;
use trasparente::model::hex;

const SECTION: &str = "bandi-gara-contratti/procedure";

/// A call moved twice with two lots and documents here and elsewhere, one
/// without deadlines, one moved nobody knows from when and revoked since.
const NOTICES: [(&str, &str); 3] = [
    (
        "bandi-gara-contratti/procedure/mense/index.md",
        "---\ntitolo: \"=Mense; scolastiche\"\ntipo: bando-gara\npubblicato: 12/10/2026 ore 9\nufficio: Ufficio gare\n\
         sommario: |\n  Due righe\n  di sommario.\ncodici:\n  cig: B51ABEC4F6\n  cpv: 55524000-9\nimporto:\n  base: 172.131,15\n  aggiudicazione: 150.000\n\
         scadenze:\n  - tipo: presentazione-offerte\n    data: 24/11/2026\n    proroghe:\n      - tipo: proroga\n        precedente: 16/11/2026 ore 12\n        motivo: guasto\n      \
         - tipo: rettifica\n        precedente: 20/11/2026 ore 12\n        motivo: errore\n        pubblicata: 18/11/2026\n  - tipo: seduta-pubblica\n    data: 01/12/2026 ore 10\n    luogo: Sala\n\
         lotti:\n  - numero: 1\n    titolo: Nord\n    importo: 72.131,15\n  - numero: 2\n    titolo: Sud\n    importo: 100.000\n\
         aggiudicatari:\n  - nome: Alfa | Beta srl\n    importo: 150.000\n    lotto: 1\n  - nome: Gamma\n    lotto: 2\n\
         partecipanti:\n  - nome: Delta GmbH\n    identificativo_estero: DE123456789\n    raggruppamento: RTI\n    ruolo: mandataria\n\
         collegati: [strade]\nallegati:\n  - file: bando.pdf\n    titolo: Bando\n  - indirizzo: https://altrove.example.it/x.pdf\n    titolo: Altrove\n---\n\n\
         Vedi [le strade](../strade.md), [il bando](bando.pdf), [fuori](https://www.example.it/) e [in fondo](#come).\n\n## Come\n\nCosì: `href=\"/x\"`.\n",
    ),
    ("bandi-gara-contratti/procedure/strade.md", "---\ntitolo: Strade\ntipo: esito\npubblicato: 01/02/2025\n---\n"),
    (
        "bandi-gara-contratti/procedure/ponti.md",
        "---\ntitolo: Ponti\ntipo: bando-gara\npubblicato: 01/02/2025\nscadenze:\n  - tipo: presentazione-offerte\n    data: 01/12/2026 ore 12\n    proroghe:\n      - tipo: riapertura\n        motivo: ricorso\n\
         stato:\n  valore: revocato\n  dal: 01/03/2026\n---\n",
    ),
];

fn site(more: &str) -> Site {
    let site = Site::of(more, &NOTICES);
    site.put("bandi-gara-contratti/procedure/mense/bando.pdf", "%PDF-1.7\nuno\n");
    site
}

/// The rows of a table, by column.
fn rows(edition: &Edition, path: &str) -> Vec<BTreeMap<String, String>> {
    let bytes = bytes(edition, path);
    assert!(bytes.ends_with(b"\r\n") && !bytes.starts_with(b"\xef\xbb\xbf"), "{path}");
    let mut reader = csv::Reader::from_reader(&bytes[..]);
    reader.deserialize().map(|row| row.unwrap_or_else(|error| panic!("{path}: {error}"))).collect()
}

fn json(edition: &Edition, path: &str) -> Value {
    serde_json::from_str(&text(edition, path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn a_row_says_what_its_notice_says() {
    let edition = site("").edition();
    let rows = rows(&edition, "dati/atti.csv");
    assert_eq!(rows.len(), 3);
    let meals = rows.iter().find(|row| row["id"] == "mense").expect("it is there");
    for (column, expected) in [
        ("titolo", "'=Mense; scolastiche"),
        ("tipo", "bando-gara"),
        ("stato", "in-scadenza"),
        ("sommario", "Due righe di sommario."),
        ("pubblicato", "2026-10-12"),
        // A day without an hour holds to its end.
        ("scadenza", "2026-11-24T23:59:00+01:00"),
        ("scadenza_precedente", "2026-11-20T12:00:00+01:00"),
        ("proroghe", "2"),
        ("importo_base", "172131.15"),
        ("importo_aggiudicazione", "150000.00"),
        ("cig", "B51ABEC4F6"),
        ("aggiudicatari", "Alfa / Beta srl | Gamma"),
        ("allegati", "2"),
        ("sezione", SECTION),
        ("collegati", "strade"),
        ("url", "https://trasparenza.comune.esempio.it/atti/mense/"),
        ("json", "https://trasparenza.comune.esempio.it/atti/mense/index.json"),
        ("cup", ""),
    ] {
        assert_eq!(meals[column], expected, "{column}");
    }
    let roads = rows.iter().find(|row| row["id"] == "strade").expect("it is there");
    assert_eq!([&roads["scadenza"], &roads["tipo_scadenza"], &roads["proroghe"]], ["", "", "0"]);
    // Moved, and nobody wrote from when; then revoked by an act.
    let bridges = rows.iter().find(|row| row["id"] == "ponti").expect("it is there");
    assert_eq!([&bridges["stato"], &bridges["scadenza_precedente"], &bridges["proroghe"]], ["revocato", "", "1"]);
}

#[test]
fn what_a_notice_has_several_of_has_a_table() {
    let edition = site("").edition();
    let deadlines = rows(&edition, "dati/scadenze.csv");
    let [first, second, _] = &deadlines[..] else { panic!("{deadlines:?}") };
    assert_eq!([&first["id"], &first["numero"], &first["con_ora"]], ["mense", "1", "false"]);
    assert_eq!(first["scadenza_originaria"], "2026-11-16T12:00:00+01:00");
    assert_eq!([&first["tipo_proroga"], &first["motivo_proroga"]], ["rettifica", "errore"]);
    assert_eq!(first["proroga_pubblicata"], "2026-11-18");
    assert_eq!([&second["scadenza"], &second["luogo_scadenza"]], ["2026-12-01T10:00:00+01:00", "Sala"]);
    let documents = rows(&edition, "dati/allegati.csv");
    let [own, elsewhere] = &documents[..] else { panic!("{documents:?}") };
    assert_eq!(own["sha256"], hex(&Sha256::digest("%PDF-1.7\nuno\n")));
    assert_eq!([&own["dimensione"], &own["formato"], &own["esterno"]], ["13", "application/pdf", "false"]);
    assert_eq!([&elsewhere["indirizzo"], &elsewhere["sha256"]], ["https://altrove.example.it/x.pdf", ""]);
    assert_eq!(rows(&edition, "dati/lotti.csv")[1]["importo_lotto"], "100000.00");
    let operators = rows(&edition, "dati/partecipanti.csv");
    assert_eq!([&operators[0]["identificativo_estero"], &operators[0]["ruolo"]], ["DE123456789", "mandataria"]);
    let winners = rows(&edition, "dati/aggiudicatari.csv");
    assert_eq!([&winners[0]["aggiudicatario"], &winners[0]["importo"]], ["Alfa | Beta srl", "150000.00"]);
}

#[test]
fn every_section_has_its_data_even_while_it_is_empty() {
    for edition in [site("").edition(), Site::of("", &[]).edition()] {
        let tree = trasparente::sections::Tree::statutory();
        let header = text(&edition, "dati/atti.csv").lines().next().map(str::to_owned);
        for id in tree.ids() {
            let stem = format!("dati/sezioni/{}", tree.get(id).path);
            assert_eq!(text(&edition, &format!("{stem}.csv")).lines().next().map(str::to_owned), header, "{stem}");
            let whole = json(&edition, &format!("{stem}.json"));
            let table = rows(&edition, &format!("{stem}.csv"));
            assert_eq!(whole["totale"], table.len(), "{stem}");
            let ids = |rows: &[BTreeMap<String, String>]| rows.iter().map(|row| row["id"].clone()).collect::<Vec<_>>();
            let told = whole["atti"].as_array().expect("a list").iter().map(|notice| notice["id"].as_str());
            assert_eq!(told.collect::<Option<Vec<&str>>>(), Some(ids(&table).iter().map(String::as_str).collect()));
            assert_eq!(edition.get(&format!("{stem}.xlsx")).is_some(), cfg!(feature = "spreadsheets"), "{stem}");
        }
    }
}

#[test]
fn the_description_of_the_tables_is_true() {
    for edition in [site("").edition(), Site::of("licenza: {nome: Mia}\n", &[]).edition()] {
        let package = json(&edition, "dati/datapackage.json");
        let resources = package["resources"].as_array().expect("a list");
        for resource in resources {
            let path = resource["path"].as_str().expect("a path");
            let content = bytes(&edition, &format!("dati/{path}"));
            assert_eq!(resource["bytes"], content.len(), "{path}");
            assert_eq!(resource["hash"], format!("sha256:{}", hex(&Sha256::digest(&content))), "{path}");
            let schema = json(&edition, &format!("dati/{}", resource["schema"].as_str().expect("a path")));
            let fields: Vec<&str> = schema["fields"]
                .as_array()
                .expect("a list")
                .iter()
                .filter_map(|field| field["name"].as_str())
                .collect();
            let header = text(&edition, &format!("dati/{path}"));
            assert_eq!(header.lines().next(), Some(fields.join(",").as_str()), "{path}");
        }
        let mut names: Vec<&str> = resources.iter().filter_map(|resource| resource["name"].as_str()).collect();
        let tables = edition.files().filter(|(path, _)| path.starts_with("dati/") && path.ends_with(".csv")).count();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), tables, "every table is described, under a name of its own");
        let licence = &package["licenses"][0];
        assert!(licence["name"].is_string() || licence["path"].is_string(), "{licence}");
    }
}

#[test]
fn every_page_that_lists_or_tells_has_its_data_beside_it() {
    let site = site("per_pagina: 5\n");
    for at in 0..4 {
        site.put(&format!("{SECTION}/altro-{at}.md"), NOTICES[1].1);
    }
    let edition = site.edition();
    let api = json(&edition, "dati/openapi.json");
    let schema = |name: &str| api.pointer(&format!("/components/schemas/{name}")).expect("it is described").clone();
    let mut seen = BTreeMap::new();
    for (path, _) in edition.files().filter(|(path, _)| path.ends_with("index.json")) {
        let value = json(&edition, path);
        let kind = match path {
            "index.json" => "PaginaIniziale",
            path if path.starts_with("atti/") => "Atto",
            _ if value["percorso"].is_string() => "Sezione",
            _ => "Elenco",
        };
        assert_eq!(schema::fault(&api, &schema(kind), &value, path), None);
        let page = text(&edition, &path.replace(".json", ".html"));
        assert!(
            page.contains(&format!("<link rel=\"describedby\" type=\"application/json\" href=\"/{path}\">")),
            "{path}"
        );
        *seen.entry(kind).or_insert(0) += 1;
    }
    assert!(seen["PaginaIniziale"] == 1 && seen["Atto"] == 7 && seen["Sezione"] > 90 && seen["Elenco"] > 5, "{seen:?}");
    // A list is followed to its end.
    let mut path = format!("{SECTION}/index.json");
    let mut found = Vec::new();
    loop {
        let page = json(&edition, &path);
        assert_eq!([&page["pagine"], &page["totale"]], [2, 7]);
        found.extend(page["atti"].as_array().expect("a list").iter().map(|item| item["id"].to_string()));
        let Some(next) = page["successiva"].as_str() else { break };
        assert!(found.len() < 7, "it never ends");
        next.strip_prefix("https://trasparenza.comune.esempio.it/").expect("one of ours").clone_into(&mut path);
    }
    assert_eq!(found.len(), 7);
    assert_eq!(schema::fault(&api, &schema("InsiemeDiDati"), &json(&edition, "dati/atti.json"), "atti"), None);
}

#[test]
fn a_notice_is_told_whole_and_its_links_lead_here_from_anywhere() {
    let edition = site("").edition();
    let notice = json(&edition, "atti/mense/index.json");
    assert_eq!(notice["titolo"], "=Mense; scolastiche");
    assert_eq!(notice["importo"]["base"].to_string(), "172131.15");
    assert_eq!(notice["pubblicato"], "2026-10-12T09:00:00+02:00");
    let deadline = &notice["scadenze"][0];
    assert_eq!(deadline["data"], "2026-11-24");
    assert_eq!(deadline["ultimo_minuto"], "2026-11-24T23:59:00+01:00");
    assert_eq!(deadline["proroghe"][1]["precedente"], "2026-11-20T12:00:00+01:00");
    assert_eq!(notice["collegati"][0]["id"], "strade");
    assert_eq!(json(&edition, "atti/strade/index.json")["collegati"][0]["id"], "mense");
    let html = notice["testo_html"].as_str().expect("it has a text");
    let base = "https://trasparenza.comune.esempio.it/atti";
    for link in [
        format!("{base}/strade/"),
        format!("{base}/mense/bando.pdf"),
        format!("{base}/mense/#testo-come"),
        "https://www.example.it/".to_owned(),
    ] {
        assert!(html.contains(&format!("href=\"{link}\"")), "no {link} in {html}");
    }
    assert!(html.contains("<code>href=&quot;/x&quot;</code>") || html.contains("<code>href=\"/x\"</code>"), "{html}");
    assert!(json(&edition, "dati/atti.json")["atti"][0]["testo_html"].is_null(), "texts are in the pages' own data");
}

#[test]
fn what_passes_shows_and_what_moves_stays_where_it_was() {
    let site = site("");
    let state = |moment: &str| {
        let edition = site.at(moment);
        rows(&edition, "dati/atti.csv").iter().find(|row| row["id"] == "mense").expect("it is there")["stato"].clone()
    };
    assert_eq!(state("2026-11-24T23:59"), "in-scadenza");
    assert_eq!(state("2026-11-25T00:00"), "scaduto");
    assert_eq!(site.at("2026-11-23T09:00"), site.at("2026-11-23T21:00"), "nothing changes within a day");
    // Moved to another section under its old name: the address stays.
    site.put("altri-contenuti/dati-ulteriori/strade.md", NOTICES[1].1);
    #[expect(clippy::disallowed_methods, reason = "somebody moves it")]
    std::fs::remove_file(site.0.path().join("content").join(NOTICES[1].0)).expect("it can be moved");
    site.put(NOTICES[0].0, &NOTICES[0].1.replace("[le strade](../strade.md), ", ""));
    let edition = site.edition();
    assert_eq!(json(&edition, "atti/strade/index.json")["sezioni"][0]["percorso"], "altri-contenuti/dati-ulteriori");
    assert_eq!(rows(&edition, &format!("dati/sezioni/{SECTION}.csv")).len(), 2);
}

#[test]
fn what_is_not_wanted_is_not_made_and_nothing_leads_there() {
    let paths = |edition: &Edition, wanted: &str| edition.files().filter(|(path, _)| path.contains(wanted)).count();
    let without_data = site("senza: [dati]\n").edition();
    for gone in [".csv", ".xlsx", "datapackage", "dati/sezioni", "dati/schemi"] {
        assert_eq!(paths(&without_data, gone), 0, "{gone}");
    }
    assert!(!text(&without_data, &format!("{SECTION}/index.html")).contains("/dati/sezioni/"));
    assert!(text(&without_data, "dati/index.html").contains("openapi.json"));
    let without_pages = site("senza: [json]\n").edition();
    assert_eq!(paths(&without_pages, "index.json") + paths(&without_pages, "openapi.json"), 0);
    assert!(!text(&without_pages, "index.html").contains("application/json"));
    assert!(!text(&without_pages, "dati/atti.json").contains("index.json"));
    let bare = site("senza: [dati, json]\n").edition();
    assert_eq!(paths(&bare, "dati/"), 0);
    assert!(!text(&bare, "index.html").contains("\"/dati/\"") && !text(&bare, "sitemap.xml").contains("/dati/"));
}

#[test]
fn the_page_on_the_data_leads_to_all_of_them() {
    let edition = site("").edition();
    let page = text(&edition, "dati/index.html");
    let files = edition.files().filter(|(path, _)| path.starts_with("dati/") && !path.ends_with("index.html"));
    for (path, _) in files {
        assert!(page.contains(&format!("href=\"/{path}\"")), "nobody finds {path}");
    }
    assert!(page.contains("non ha registrato un prefisso"));
    assert!(text(&site("prefisso_ocds: ocds-213czf\n").edition(), "dati/index.html").contains("ocds-213czf"));
    for path in ["index.html".to_owned(), format!("{SECTION}/index.html")] {
        assert!(text(&edition, &path).contains("<a href=\"/dati/\">"), "{path}");
    }
    assert!(text(&edition, "sitemap.xml").contains("/dati/</loc>"));
    assert!(text(&edition, "_headers").starts_with("/*\n  Access-Control-Allow-Origin: *\n"));
    // Editors may link files of data.
    let site = site("");
    for (at, path) in ["", "atti.csv", "scadenze.csv", "datapackage.json", "sezioni/bilanci.json"].iter().enumerate() {
        let notice =
            format!("---\ntitolo: Prova\ntipo: documento\npubblicato: 01/02/2025\n---\n\nI [dati](/dati/{path}).\n");
        site.put(&format!("bilanci/prova-{at}.md"), &notice);
    }
    assert!(site.edition().get("atti/prova-4/index.html").is_some());
}

#[cfg(feature = "spreadsheets")]
#[test]
fn a_workbook_is_the_same_for_the_same_data() {
    let read = |edition: &Edition, member: &str| {
        use std::io::Read;
        let book = bytes(edition, "dati/atti.xlsx");
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(book)).expect("an archive");
        let mut text = String::new();
        archive.by_name(member).expect("it is there").read_to_string(&mut text).expect("text");
        text
    };
    let site = site("");
    let (first, second) = (site.edition(), site.at("2026-11-23T15:00"));
    assert_eq!(bytes(&first, "dati/atti.xlsx"), bytes(&second, "dati/atti.xlsx"));
    let core = read(&first, "docProps/core.xml");
    assert!(core.contains("2026-11-18T00:00:00Z"), "its date is that of the last move: {core}");
    let workbook = read(&first, "xl/workbook.xml");
    for sheet in ["atti", "scadenze", "allegati", "lotti", "partecipanti", "aggiudicatari", "Legenda"] {
        assert!(workbook.contains(&format!("<sheet name=\"{sheet}\"")), "{sheet}");
    }
    let sheet = read(&first, "xl/worksheets/sheet1.xml");
    assert!(sheet.contains("<v>172131.15</v>") && sheet.contains("<autoFilter ") && sheet.contains("state=\"frozen\""));
    assert!(!sheet.contains("<f>"), "a formula");
    assert!(read(&first, "xl/sharedStrings.xml").contains("<t>=Mense; scolastiche</t>"), "a text as it was written");
}
