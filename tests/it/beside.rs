//! What is published beside the notices' own pages: lists, dossiers,
//! calendars, the search's index, headers, data for machines.

use std::io::{Cursor, Read};

use crate::support::folder::{Site, text};
use trasparente::edition::Content;
#[cfg(feature = "search")]
use trasparente::search;

/// A call with two documents, a closed one, a decree: three states, two
/// years, two offices.
const NOTICES: [(&str, &str); 3] = [
    (
        "bandi-gara-contratti/procedure/mense/index.md",
        "---\ntitolo: Mense scolastiche\ntipo: bando-gara\npubblicato: 12/10/2026\nufficio: Ufficio gare\ncodici:\n  cig: B51ABEC4F6\n  cpv: 55524000-9\n\
         scadenze:\n  - tipo: presentazione-offerte\n    data: 24/11/2026 ore 12\n    proroghe:\n      - tipo: proroga\n        precedente: 20/11/2026 ore 12\n        motivo: guasto\n  - tipo: seduta-pubblica\n    data: 01/12/2026\n    luogo: Sala, piano 1; ingresso «B»\n\
         allegati:\n  - file: bando.pdf\n    titolo: Bando \"3 < 5\" di gara\n  - file: Prezzi per plesso.csv\n    titolo: Prezzi\n---\n\nSi mangia bene & tanto, 3 < 5.\n",
    ),
    (
        "bandi-gara-contratti/procedure/strade.md",
        "---\ntitolo: Strade\ntipo: bando-gara\npubblicato: 01/02/2025\nufficio: Lavori pubblici\nscadenze:\n  - tipo: presentazione-offerte\n    data: 01/03/2025\n---\n",
    ),
    (
        "bandi-gara-contratti/procedure/esito.md",
        "---\ntitolo: Esito strade\ntipo: esito\npubblicato: 01/06/2025\nufficio: Ufficio Gare\n---\n",
    ),
];

/// A site of these notices.
fn site(more: &str) -> Site {
    let site = Site::of(more, &NOTICES);
    site.put("bandi-gara-contratti/procedure/mense/bando.pdf", "%PDF-1.7\nuno\n");
    site.put("bandi-gara-contratti/procedure/mense/Prezzi per plesso.csv", "a;b\n1;2\n");
    site
}

/// The titles a list page shows, in its order.
fn titles(page: &str) -> Vec<&str> {
    let cards = page.split("class=\"card-title\">").skip(1);
    cards.map(|card| card.split_once("\">").and_then(|(_, rest)| rest.split_once("</a>")).expect("a link").0).collect()
}

const SECTION: &str = "bandi-gara-contratti/procedure";

#[test]
fn every_list_has_its_address_and_holds_what_it_says() {
    let edition = site("").edition();
    for (list, expected) in [
        ("aperti", vec!["Mense scolastiche"]),
        ("in-scadenza", vec!["Mense scolastiche"]),
        ("scaduti", vec!["Strade"]),
        ("2026", vec!["Mense scolastiche"]),
        ("2025", vec!["Esito strade", "Strade"]),
        ("tipo/esito", vec!["Esito strade"]),
        ("tipo/bando-gara", vec!["Mense scolastiche", "Strade"]),
        // Written in two ways, one office.
        ("ufficio/ufficio-gare", vec!["Mense scolastiche", "Esito strade"]),
        ("ufficio/lavori-pubblici", vec!["Strade"]),
    ] {
        for of in [SECTION, "bandi-gara-contratti", "elenchi"] {
            assert_eq!(titles(&text(&edition, &format!("{of}/{list}/index.html"))), expected, "{of}/{list}");
        }
    }
    assert_eq!(titles(&text(&edition, "elenchi/index.html")).len(), 3);
    // One section tells no kinds apart elsewhere, and there is nothing to list in the others.
    assert!(edition.get("bilanci/aperti/index.html").is_none());
    let section = text(&edition, &format!("{SECTION}/index.html"));
    assert!(section.contains(&format!("href=\"/{SECTION}/ufficio/lavori-pubblici/\"")), "a list nobody finds");
    assert!(text(&edition, "sitemap.xml").contains(&format!("/{SECTION}/2025/</loc>")));
}

#[test]
fn a_list_of_open_calls_stays_when_the_last_one_closes() {
    let site = site("");
    let page = text(&site.at("2026-11-24T12:01"), &format!("{SECTION}/aperti/index.html"));
    assert!(titles(&page).is_empty());
    assert!(page.contains("nessun avviso è aperto"));
    // The minute written is still in time.
    let page = text(&site.at("2026-11-24T12:00"), &format!("{SECTION}/aperti/index.html"));
    assert_eq!(titles(&page), ["Mense scolastiche"]);
}

#[test]
fn how_long_is_left_is_told_in_days_of_the_calendar() {
    let site = site("");
    for (moment, left) in [
        ("2026-11-20T23:59", "mancano 4 giorni"),
        ("2026-11-22T00:00", "mancano 2 giorni"),
        ("2026-11-23T10:00", "scade domani alle 12:00"),
        ("2026-11-24T12:00", "scade oggi alle 12:00"),
        ("2026-11-24T12:01", "Termine scaduto"),
    ] {
        let edition = site.at(moment);
        assert!(text(&edition, "atti/mense/index.html").contains(left), "{moment}: {left}");
    }
    // What is said holds until midnight, and the site says so to whoever builds it.
    let next = site.edition().next_transition.map(trasparente::calendar::Instant::iso);
    assert_eq!(next.as_deref(), Some("2026-11-24T00:00:00+01:00"));
    assert_eq!(site.at("2026-11-23T09:00"), site.at("2026-11-23T21:00"), "nothing changes within a day");
}

#[test]
fn what_is_not_wanted_is_not_made() {
    let edition = site("senza: [elenchi, ricerca, calendari, fascicoli]\n").edition();
    for gone in
        ["elenchi/index.html", "elenchi/2025/index.html", "tipo/", "cerca/", "scadenze.ics", "fascicolo-", "/aperti/"]
    {
        let left: Vec<&str> = edition.files().map(|(path, _)| path).filter(|path| path.contains(gone)).collect();
        assert!(left.is_empty(), "{left:?}");
    }
    assert!(!text(&edition, "atti/mense/index.html").contains("scadenze.ics"));
}

#[test]
fn a_dossier_holds_every_document_with_its_checksum() {
    let site = site("");
    let edition = site.edition();
    let Some(Content::Archive(archive)) = edition.get("atti/mense/fascicolo-mense.zip") else { panic!("no dossier") };
    let mut packed = Cursor::new(Vec::new());
    trasparente::write::pack(archive, &mut packed).expect("memory takes it");
    let mut zip = zip::ZipArchive::new(packed).expect("a ZIP");
    let names: Vec<String> = zip.file_names().map(|name| name.expect("a name").into_owned()).collect();
    assert_eq!(names, ["INDICE.txt", "SHA256SUMS", "bando.pdf", "prezzi-per-plesso.csv"]);
    let mut read = |name: &str| {
        let mut text = String::new();
        zip.by_name(name).expect("it is there").read_to_string(&mut text).expect("it is text");
        text
    };
    assert_eq!(read("bando.pdf"), "%PDF-1.7\nuno\n");
    // sha256sum's own figures for the two files.
    let sums = read("SHA256SUMS");
    assert!(sums.contains("  bando.pdf\n") && sums.lines().all(|line| line.len() > 66), "{sums}");
    let page = text(&edition, "atti/mense/index.html");
    for line in sums.lines() {
        let (hash, name) = line.split_once("  ").expect("a hash and a name");
        assert!(page.contains(hash), "the page does not say the checksum of {name}");
    }
    assert!(read("INDICE.txt").contains("Mense scolastiche\r\n"));
    // A single document needs no dossier.
    assert!(edition.get("atti/strade/fascicolo-strade.zip").is_none());
}

#[test]
fn a_calendar_says_each_deadline_once_and_how_often_it_was_moved() {
    let edition = site("").edition();
    let calendar = text(&edition, "atti/mense/scadenze.ics");
    assert!(calendar.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')), "{calendar}");
    let unfolded = calendar.replace("\r\n ", "");
    for line in [
        "UID:mense.presentazione-offerte-1@c_x999.trasparente",
        "SEQUENCE:2",
        "DTSTART;TZID=Europe/Rome:20261124T120000",
        "DTSTART;VALUE=DATE:20261201",
        "LOCATION:Sala\\, piano 1\\; ingresso «B»",
        "BEGIN:VTIMEZONE",
        "BEGIN:VALARM",
    ] {
        assert!(unfolded.contains(&format!("{line}\r\n")), "no {line} in\n{unfolded}");
    }
    assert_eq!(unfolded.matches("BEGIN:VEVENT").count(), 2);
    assert!(edition.get("atti/esito/scadenze.ics").is_none(), "no deadline, no calendar");
}

#[test]
fn data_for_machines_is_json_that_nothing_escapes_from() {
    let edition = site("").edition();
    let page = text(&edition, "atti/mense/index.html");
    let (_, rest) = page.split_once("<script type=\"application/ld+json\">").expect("the page has structured data");
    let (json, _) = rest.split_once("</script>").expect("a script ends");
    let value: serde_json::Value = serde_json::from_str(json).expect("JSON");
    let graph = value["@graph"].as_array().expect("a graph");
    assert_eq!(graph[1]["identifier"][0]["value"], "B51ABEC4F6");
    assert_eq!(graph[1]["expires"], "2026-11-24T12:00:00+01:00");
    assert_eq!(graph[1]["associatedMedia"][0]["name"], "Bando \"3 < 5\" di gara");
    assert_eq!(graph[2]["itemListElement"].as_array().map(Vec::len), Some(4));
}

#[test]
fn the_law_s_tables_are_tables_with_their_state_kept_true() {
    let site = site("");
    site.put(
        "bandi-concorso/bandi-di-concorso/istruttore.md",
        "---\ntitolo: Concorso per istruttore\ntipo: concorso-pubblico\npubblicato: 01/11/2026\nufficio: Personale\nscadenze:\n  - tipo: presentazione-domande\n    data: 30/11/2026 ore 13\n---\n",
    );
    let page = text(&site.edition(), "bandi-concorso/bandi-di-concorso/index.html");
    for part in [
        "<caption>",
        "<th scope=\"col\"",
        "<th scope=\"row\"",
        "data-closes=\"",
        "data-label=\"Scadenza\"",
        "30/11/2026 13:00",
    ] {
        assert!(page.contains(part), "no {part}");
    }
}

#[test]
fn a_section_says_in_plain_words_what_is_there() {
    let edition = site("").edition();
    let tree = trasparente::sections::Tree::statutory();
    for id in tree.ids() {
        let section = tree.get(id);
        let page = text(&edition, &format!("{}/index.html", section.path));
        let about = section.about.as_deref().expect("every section of the law is explained");
        assert!(page.contains(about.split(['&', '\'', '"']).next().expect("words")), "{}: {about}", section.path);
    }
}

#[cfg(feature = "search")]
#[test]
fn an_index_is_taken_over_only_if_it_would_be_the_same() {
    use trasparente::outputs::index_in;
    let site = site("");
    let edition = site.edition();
    let stamp = text(&edition, &format!("cerca/{}", search::STAMP));
    let fingerprint = stamp.lines().next().expect("a fingerprint").to_owned();
    let files = index_in(&edition, &fingerprint).expect("it is the same");
    assert_eq!(search::stamp(&fingerprint, &files), stamp, "the stamp tells the files");
    assert!(index_in(&edition, "altro").is_none());
    // Time passes, and states with it: nothing that is searched has changed.
    let later = site.at("2027-03-01T10:00");
    assert_eq!(text(&later, &format!("cerca/{}", search::STAMP)), stamp);
    site.put("bandi-gara-contratti/procedure/strade.md", &NOTICES[1].1.replace("titolo: Strade", "titolo: Piazze"));
    assert_ne!(text(&site.edition(), &format!("cerca/{}", search::STAMP)), stamp);
}

#[cfg(feature = "search")]
#[test]
fn an_index_on_disk_is_read_again_unless_somebody_touched_it() {
    use trasparente::load::published_index;
    let site = site("");
    let edition = site.edition();
    let out = site.0.path().join("public");
    trasparente::write::edition(&edition, &out).expect("it can be written");
    let stamp = text(&edition, &format!("cerca/{}", search::STAMP));
    let fingerprint = stamp.lines().next().expect("a fingerprint");
    assert!(published_index(&out, fingerprint).is_some());
    assert!(published_index(&out, "altro").is_none());
    #[expect(clippy::disallowed_methods, reason = "somebody touches it")]
    std::fs::write(out.join(format!("cerca/{}/pagefind-entry.json", search::folder(fingerprint))), "{}")
        .expect("a file can be written");
    assert!(published_index(&out, fingerprint).is_none(), "an index somebody changed is made anew");
}

#[test]
fn every_page_is_sent_one_policy_and_only_the_search_may_run_its_engine() {
    let edition = site("valutazione:\n  invio: ricevitore\n  indirizzo: https://voti.example.it/dai\n").edition();
    let headers = text(&edition, "_headers");
    assert!(!headers.contains("unsafe-inline") && !headers.contains("'unsafe-eval'"));
    let engine: Vec<&str> = headers.split("\n/").filter(|rule| rule.contains("wasm-unsafe-eval")).collect();
    assert_eq!(engine.len(), usize::from(cfg!(feature = "search")));
    assert!(engine.iter().all(|rule| rule.starts_with("cerca/*")));
    assert!(headers.contains("form-action 'self' https://voti.example.it;"));
    let page = text(&edition, "index.html");
    assert!(!page.contains("http-equiv"), "one policy, not two");
    let own = text(&site("politica_nelle_pagine: sì\n").edition(), "index.html");
    assert!(own.contains("http-equiv=\"Content-Security-Policy\""));
}

#[test]
fn a_rating_is_asked_for_only_where_it_goes_somewhere() {
    let asked = "data-element=\"feedback\"";
    assert!(!text(&site("").edition(), "index.html").contains(asked));
    assert!(!text(&site("valutazione:\n  invio: nessuno\n").edition(), "index.html").contains(asked));
    let mail = text(&site("valutazione:\n  invio: posta\n  posta: urp@comune.esempio.it\n").edition(), "index.html");
    assert!(mail.contains(asked) && mail.contains("action=\"mailto:urp@comune.esempio.it"));
}
