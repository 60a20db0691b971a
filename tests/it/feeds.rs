//! What a subscriber is told: a reader that remembers every id it was given
//! looks at the feeds of a site, edition after edition.

use std::collections::BTreeSet;

use crate::support::memory;
use crate::support::sites;
use serde_json::Value;
use trasparente::calendar::read_moment;
use trasparente::edition::{Content, Edition};

/// Where the notices of these tests stand.
const FOLDER: &str = "bandi-gara-contratti/procedure";

/// The front matter of a call, with what each test adds.
fn call(more: &str) -> String {
    format!(
        "---\ntitolo: Mense scolastiche\ntipo: bando-gara\npubblicato: 02/11/2026 ore 9\nid: mense\n{more}---\n\nTesto.\n"
    )
}

/// The path of a notice: in the folder of these tests, unless it begins at
/// the root.
fn placed(path: &str) -> String {
    path.strip_prefix('/').map_or_else(|| format!("{FOLDER}/{path}"), str::to_owned)
}

fn edition(texts: &[(&str, &str)], moment: &str) -> Edition {
    let now = read_moment(moment).expect("a moment").begins();
    let texts: Vec<(String, String)> = texts.iter().map(|(path, text)| (placed(path), (*text).to_owned())).collect();
    let built = memory::build(&texts, now);
    assert!(built.findings.iter().all(|finding| !finding.is_error()), "{}", sites::findings_of(&built));
    built.edition.expect("it builds")
}

fn bytes(edition: &Edition, path: &str) -> Vec<u8> {
    match edition.get(path) {
        Some(Content::Bytes(bytes)) => bytes.to_vec(),
        other => panic!("{path} is {other:?}"),
    }
}

fn json(edition: &Edition, path: &str) -> Value {
    serde_json::from_slice(&bytes(edition, path)).expect("a feed is JSON")
}

/// The titles of a feed, newest first.
fn titles(edition: &Edition, folder: &str) -> Vec<String> {
    let feed = json(edition, &format!("{folder}feed.json"));
    feed["items"]
        .as_array()
        .expect("items")
        .iter()
        .map(|item| item["title"].as_str().expect("a title").to_owned())
        .collect()
}

/// A reader with a memory.
#[derive(Default)]
struct Reader(BTreeSet<String>);

impl Reader {
    /// What it shows as new when it looks at a feed; every format must say
    /// the same.
    fn looks(&mut self, edition: &Edition, folder: &str) -> Vec<String> {
        let feed = json(edition, &format!("{folder}feed.json"));
        let items = feed["items"].as_array().expect("items");
        let ids: Vec<&str> = items.iter().map(|item| item["id"].as_str().expect("an id")).collect();
        for (file, open) in [("rss.xml", "<guid isPermaLink=\"false\">"), ("atom.xml", "<entry><title>")] {
            let xml = String::from_utf8(bytes(edition, &format!("{folder}{file}"))).expect("text");
            assert_eq!(xml.matches(open).count(), ids.len(), "{file}");
            for id in &ids {
                assert!(xml.contains(&format!(">{id}<")), "{file} lacks {id}");
            }
        }
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "an id twice in one feed");
        let new = items.iter().filter(|item| self.0.insert(item["id"].as_str().unwrap_or_default().to_owned()));
        new.map(|item| item["title"].as_str().expect("a title").to_owned()).collect()
    }
}

#[test]
fn a_section_is_followed_before_it_has_anything_and_after_the_last_of_it_left() {
    let folder = format!("{FOLDER}/");
    let moved = call("").replace("bando-gara", "documento");
    let empty = edition(&[("/bilanci/mense.md", &moved)], "2026-11-10T10:00");
    let full = edition(&[("mense.md", &call(DEADLINE))], "2026-11-11T10:00");
    let left = edition(&[("/bilanci/mense.md", &moved)], "2026-11-12T10:00");
    let mut reader = Reader::default();
    assert_eq!(reader.looks(&empty, &folder), [""; 0]);
    assert_eq!(reader.looks(&full, &folder), ["Mense scolastiche"]);
    assert_eq!(reader.looks(&left, &folder), [""; 0]);
    let name = |edition: &Edition| json(edition, &format!("{folder}feed.json"))["feed_url"].clone();
    assert_eq!(name(&empty), name(&left));
    let page = String::from_utf8(bytes(&empty, &format!("{folder}index.html"))).expect("text");
    assert!(page.contains(&format!("/{folder}rss.xml")), "the page announces its feed");
}

#[test]
fn no_two_acts_have_one_number_for_the_albo() {
    let act = |id: &str, protocol: &str| {
        call(&format!("codici:\n  cig_mancante: Arriva\n  protocollo: {protocol}\n"))
            .replace("id: mense", &format!("id: {id}"))
    };
    // Two offices number their acts from one, and a number may have a point in it.
    let texts = [
        act("prima", "n. 18.442 del 02/11/2026"),
        act("seconda", "n. 18.517 del 02/11/2026"),
        act("terza", "Determinazione n. 5"),
        act("quarta", "Deliberazione n. 5"),
    ];
    let names = ["a.md", "b.md", "c.md", "d.md"];
    let files: Vec<(&str, &str)> = names.into_iter().zip(texts.iter().map(String::as_str)).collect();
    let feed = String::from_utf8(bytes(&edition(&files, "2026-11-10T10:00"), "rss.xml")).expect("text");
    let numbers: BTreeSet<&str> = feed
        .split("item-category-uid\">")
        .skip(1)
        .filter_map(|rest| rest.split_once('<').map(|(number, _)| number))
        .collect();
    assert_eq!(numbers, BTreeSet::from(["2026/prima", "2026/seconda", "2026/terza", "2026/quarta"]));
}

const DEADLINE: &str = "scadenze:\n  - tipo: presentazione-offerte\n    data: 24/11/2026 ore 12\n";

/// The deadline moved once, with what is known of it.
fn moved(known: &str) -> String {
    format!(
        "aggiornato: 20/11/2026 ore 10\nscadenze:\n  - tipo: presentazione-offerte\n    data: 30/11/2026 ore 12\n    proroghe:\n      - motivo: La piattaforma era ferma\n{known}"
    )
}

#[test]
fn a_postponement_is_told_once_with_both_moments() {
    let mut reader = Reader::default();
    let before = edition(&[("mense.md", &call(DEADLINE))], "2026-11-10T10:00");
    assert_eq!(reader.looks(&before, ""), ["Mense scolastiche"]);
    let known = "        precedente: 24/11/2026 ore 12\n        pubblicata: 20/11/2026 ore 10\n        atto: Determina 12/2026\n";
    let after = edition(&[("mense.md", &call(&moved(known)))], "2026-11-21T10:00");
    assert_eq!(reader.looks(&after, ""), ["Termine prorogato: Mense scolastiche"]);
    let item = &json(&after, "ricevi-gli-avvisi/termini-cambiati/feed.json")["items"][0];
    let summary = item["summary"].as_str().expect("a summary");
    for said in [
        "martedì 24 novembre 2026, ore 12:00",
        "lunedì 30 novembre 2026, ore 12:00",
        "La piattaforma era ferma",
        "Determina 12/2026",
    ] {
        assert!(summary.contains(said), "{said}: {summary}");
    }
    assert_eq!(item["date_published"], "2026-11-20T10:00:00+01:00");
    assert!(item["url"].as_str().expect("an address").ends_with("/atti/mense/"));
    assert_eq!(reader.looks(&after, ""), Vec::<String>::new());
    // The second one is news again, the first is not.
    let twice = call(&moved(&format!("{known}      - motivo: Chiarimenti\n        precedente: 30/11/2026 ore 12\n        pubblicata: 23/11/2026\n")).replace("30/11/2026 ore 12\n    proroghe", "04/12/2026 ore 12\n    proroghe"));
    let later = edition(&[("mense.md", &twice)], "2026-11-23T10:00");
    assert_eq!(reader.looks(&later, ""), ["Termine prorogato: Mense scolastiche"]);
    assert_eq!(titles(&later, "ricevi-gli-avvisi/termini-cambiati/").len(), 2);
}

#[test]
fn a_postponement_of_unknown_origin_is_told_when_the_notice_was_updated() {
    let mut reader = Reader::default();
    reader.looks(&edition(&[("mense.md", &call(DEADLINE))], "2026-11-10T10:00"), "");
    let after = edition(&[("mense.md", &call(&moved("")))], "2026-11-21T10:00");
    assert_eq!(reader.looks(&after, ""), ["Termine prorogato: Mense scolastiche"]);
    let item = &json(&after, "feed.json")["items"][0];
    assert_eq!(item["date_published"], "2026-11-20T10:00:00+01:00");
    assert!(item["summary"].as_str().expect("a summary").contains("Termine precedente: non indicato"));
    // Knowing more about it later wakes nobody.
    let known = "        precedente: 24/11/2026 ore 12\n        pubblicata: 19/11/2026\n";
    let known = edition(&[("mense.md", &call(&moved(known)))], "2026-11-22T10:00");
    assert!(reader.looks(&known, "").is_empty());
}

#[test]
fn what_changes_nothing_of_substance_wakes_nobody() {
    let mut reader = Reader::default();
    reader.looks(&edition(&[("mense.md", &call(DEADLINE))], "2026-11-10T10:00"), "");
    let mended = call(DEADLINE).replace("Mense scolastiche", "Mense delle scuole").replace("Testo.", "Testo corretto.");
    let mended = mended.replace("id: mense\n", "id: mense\naggiornato: 12/11/2026\nsommario: Si cerca chi cucini.\n");
    let after = edition(&[("mense.md", &mended)], "2026-11-13T10:00");
    assert!(reader.looks(&after, "").is_empty());
    // What it says is mended all the same, and its date stays that of the publication.
    let item = &json(&after, "feed.json")["items"][0];
    assert_eq!(item["title"], "Mense delle scuole");
    assert_eq!(item["date_published"], "2026-11-02T09:00:00+01:00");
    let atom = String::from_utf8(bytes(&after, "atom.xml")).expect("text");
    assert!(atom.contains("<updated>2026-11-02T09:00:00+01:00</updated>"), "an entry's own date is that of its news");
}

#[test]
fn a_notice_renamed_moved_or_published_anew_is_not_told_again() {
    let mut reader = Reader::default();
    reader.looks(&edition(&[("mense.md", &call(DEADLINE))], "2026-11-10T10:00"), "");
    let renamed = edition(&[("gara-mense-2026/index.md", &call(DEADLINE))], "2026-11-11T10:00");
    assert!(reader.looks(&renamed, "").is_empty(), "the file was renamed");
    let moved = edition(&[("/provvedimenti/mense.md", &call(DEADLINE))], "2026-11-11T10:00");
    assert!(reader.looks(&moved, "").is_empty(), "it stands in another section");
    let told = |folder: &str| titles(&moved, &format!("{folder}/")).len();
    assert_eq!((told(FOLDER), told("provvedimenti")), (0, 1), "the section it left is followed all the same");
    let again = call(DEADLINE).replace("02/11/2026 ore 9", "12/11/2026 ore 9");
    let again = edition(&[("mense.md", &again)], "2026-11-13T10:00");
    assert!(reader.looks(&again, "").is_empty(), "it was published anew");
    // Without an `id` the file's name is what names it: another name, another notice.
    let nameless = call(DEADLINE).replace("id: mense\n", "");
    let nameless = edition(&[("gara-mense-2026.md", &nameless)], "2026-11-13T10:00");
    assert_eq!(reader.looks(&nameless, "").len(), 1);
    let other = call(DEADLINE).replace("id: mense", "id: altra");
    let other = edition(&[("mense.md", &call(DEADLINE)), ("altra.md", &other)], "2026-11-13T10:00");
    assert_eq!(reader.looks(&other, "").len(), 1, "another notice is news");
}

#[test]
fn an_expired_notice_stays_and_a_withdrawn_one_goes() {
    let mut reader = Reader::default();
    reader.looks(&edition(&[("mense.md", &call(DEADLINE))], "2026-11-10T10:00"), "");
    let expired = edition(&[("mense.md", &call(DEADLINE))], "2026-12-10T10:00");
    assert!(reader.looks(&expired, "").is_empty());
    assert!(json(&expired, "feed.json")["items"][0]["summary"].as_str().expect("a summary").starts_with("Scaduto"));
    let withdrawn = edition(&[("mense.md", &call("bozza: sì\n"))], "2026-12-11T10:00");
    assert!(titles(&withdrawn, "").is_empty());
    // Back again, it is the one already known.
    let back = edition(&[("mense.md", &call(DEADLINE))], "2026-12-12T10:00");
    assert!(reader.looks(&back, "").is_empty());
}

#[test]
fn a_revocation_is_told_once_whether_as_a_state_or_as_an_event() {
    let state = "stato:\n  valore: revocato\n  dal: 20/11/2026\n  motivo: Fondi mancanti\n";
    let event = "eventi:\n  - tipo: revoca\n    data: 20/11/2026\n    titolo: Revocata\n";
    let mut reader = Reader::default();
    reader.looks(&edition(&[("mense.md", &call(DEADLINE))], "2026-11-10T10:00"), "");
    let declared = edition(&[("mense.md", &call(&format!("{DEADLINE}{state}")))], "2026-11-21T10:00");
    assert_eq!(reader.looks(&declared, ""), ["Revocato: Mense scolastiche"]);
    assert_eq!(titles(&declared, "ricevi-gli-avvisi/termini-cambiati/"), ["Revocato: Mense scolastiche"]);
    let both = edition(&[("mense.md", &call(&format!("{DEADLINE}{state}{event}")))], "2026-11-22T10:00");
    assert!(reader.looks(&both, "").is_empty());
    assert_eq!(titles(&both, ""), ["Revoca: Mense scolastiche", "Mense scolastiche"]);
}

#[test]
fn events_are_news_when_they_have_happened_and_are_public() {
    let events = "eventi:\n  - tipo: nomina-commissione\n    data: 10/11/2026\n  - tipo: esito\n    data: 12/11/2026\n    pubblicato: 20/11/2026 ore 9\n  - tipo: stipula\n    data: 15/12/2026\n  - tipo: altro\n    data: 01/10/2026\n    titolo: Avviso di preinformazione\n";
    let text = call(&format!("{DEADLINE}{events}"));
    let at = |moment| titles(&edition(&[("mense.md", &text)], moment), "");
    assert_eq!(at("2026-11-11T10:00"), ["Nomina della commissione: Mense scolastiche", "Mense scolastiche"]);
    // Held on the 12th, made public on the 20th: news from then on, and dated then.
    assert_eq!(at("2026-11-19T10:00").len(), 2);
    assert_eq!(at("2026-11-20T09:00")[0], "Esito: Mense scolastiche");
    assert_eq!(at("2026-12-15T09:00")[0], "Stipula del contratto: Mense scolastiche");
    // What is older than the notice is told by the notice alone.
    assert_eq!(at("2026-12-15T09:00").len(), 4);
    let results = edition(&[("mense.md", &text)], "2026-12-15T09:00");
    assert_eq!(titles(&results, "ricevi-gli-avvisi/risultati/"), ["Esito: Mense scolastiche"]);
}

#[test]
fn without_a_deadline_without_an_hour_and_with_an_address_for_a_document() {
    let document = "titolo: Visura\ntipo: documento\npubblicato: 03/11/2026\nallegati:\n  - url: https://altrove.example/visura.pdf\n    titolo: Visura\n";
    let document = format!("---\n{document}---\n");
    let day = call("scadenze:\n  - tipo: presentazione-offerte\n    data: 24/11/2026\n");
    let edition = edition(&[("visura.md", &document), ("mense.md", &day)], "2026-11-10T10:00");
    let feed = json(&edition, "feed.json");
    let (visura, mense) = (&feed["items"][0], &feed["items"][1]);
    assert_eq!(visura["_trasparente"]["scadenze"], Value::Array(Vec::new()));
    // Its length is not known, and none is made up.
    assert_eq!(visura["attachments"][0]["url"], "https://altrove.example/visura.pdf");
    assert!(visura["attachments"][0].get("size_in_bytes").is_none());
    let rss = String::from_utf8(bytes(&edition, "rss.xml")).expect("text");
    assert!(!rss.contains("<enclosure") && rss.contains("<media:content"));
    assert_eq!(mense["_trasparente"]["scadenze"][0]["data"], "2026-11-24");
    let summary = mense["summary"].as_str().expect("a summary");
    assert!(summary.contains("martedì 24 novembre 2026") && !summary.contains(", ore"), "{summary}");
}

#[test]
fn at_the_same_second_the_order_is_always_the_same() {
    let one = |id: &str| call(DEADLINE).replace("id: mense", &format!("id: {id}"));
    let (a, b, c) = (one("a"), one("b"), one("c"));
    let first = edition(&[("1.md", &a), ("2.md", &b), ("3.md", &c)], "2026-11-10T10:00");
    let second = edition(&[("1.md", &c), ("2.md", &a), ("3.md", &b)], "2026-11-10T10:00");
    for file in ["rss.xml", "atom.xml", "feed.json"] {
        assert_eq!(bytes(&first, file), bytes(&second, file), "{file}");
    }
}

#[test]
fn a_feed_does_not_change_while_nothing_in_it_does() {
    let texts = [("mense.md", call(DEADLINE))];
    let texts: Vec<(&str, &str)> = texts.iter().map(|(path, text)| (*path, text.as_str())).collect();
    let first = edition(&texts, "2026-11-10T10:00");
    let later = edition(&texts, "2026-11-12T18:30");
    for folder in ["", "elenchi/2026/", "ricevi-gli-avvisi/risultati/"] {
        for file in ["rss.xml", "atom.xml", "feed.json"] {
            let path = format!("{folder}{file}");
            assert_eq!(bytes(&first, &path), bytes(&later, &path), "{path}");
        }
    }
}

#[test]
fn a_feed_with_nothing_to_tell_is_still_a_feed() {
    let empty = edition(&[], "2026-11-10T10:00");
    for folder in ["", "ricevi-gli-avvisi/termini-cambiati/", "ricevi-gli-avvisi/risultati/"] {
        assert!(titles(&empty, folder).is_empty());
        let rss = String::from_utf8(bytes(&empty, &format!("{folder}rss.xml"))).expect("text");
        assert!(rss.contains("</channel></rss>"), "{rss}");
    }
}

#[test]
fn older_news_are_in_the_archive_each_once() {
    let texts: Vec<(String, String)> = (0..230)
        .map(|at| {
            let (year, month, day) = (2025 + at / 200, at % 200 / 20 + 1, at % 20 + 1);
            let text = format!("---\ntitolo: Atto {at}\ntipo: documento\npubblicato: {day}/{month}/{year}\n---\n");
            (format!("{at}.md"), text)
        })
        .collect();
    let texts: Vec<(&str, &str)> = texts.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let edition = edition(&texts, "2026-11-10T10:00");
    let mut seen = BTreeSet::new();
    let mut feed = json(&edition, "feed.json");
    let mut archived = Vec::new();
    loop {
        let items = feed["items"].as_array().expect("items");
        assert!(items.len() <= 50);
        seen.extend(items.iter().map(|item| item["id"].as_str().expect("an id").to_owned()));
        let Some(next) = feed["next_url"].as_str() else { break };
        let path = next.split_once("://").and_then(|(_, rest)| rest.split_once('/')).expect("an address").1.to_owned();
        archived.push(path.clone());
        feed = json(&edition, &path);
    }
    assert_eq!(seen.len(), 230, "nothing is lost");
    assert_eq!(
        archived,
        [
            "elenchi/2025/feed-4.json",
            "elenchi/2025/feed-3.json",
            "elenchi/2025/feed-2.json",
            "elenchi/2025/feed-1.json"
        ]
    );
    let atom = String::from_utf8(bytes(&edition, "elenchi/2025/atom-2.xml")).expect("text");
    for said in ["<fh:archive/>", "rel=\"prev-archive\"", "rel=\"next-archive\"", "rel=\"current\""] {
        assert!(atom.contains(said), "{said}");
    }
}

/// What a document of a feed tells, by id, and the document before it.
fn document(edition: &Edition, path: &str) -> (Vec<String>, Option<String>) {
    let text = String::from_utf8(bytes(edition, path)).expect("text");
    let between = |text: &str, from: &str, to: &str| -> Vec<String> {
        let after = text.split(from).skip(1);
        after.filter_map(|rest| rest.split_once(to).map(|(found, _)| found.to_owned())).collect()
    };
    let (ids, older) = if path.ends_with(".json") {
        let feed: Value = serde_json::from_str(&text).expect("a feed is JSON");
        let ids = feed["items"].as_array().expect("items").iter().map(|item| item["id"].as_str().expect("an id"));
        (ids.map(str::to_owned).collect(), feed["next_url"].as_str().map(str::to_owned))
    } else {
        let ids = if path.contains("rss") {
            between(&text, "<guid isPermaLink=\"false\">", "</guid>")
        } else {
            between(&text, "<entry>", "</entry>").iter().flat_map(|entry| between(entry, "<id>", "</id>")).collect()
        };
        let links = between(&text, "link ", ">");
        let older = links.into_iter().find(|link| link.contains("rel=\"prev-archive\""));
        (ids, older.and_then(|link| between(&link, "href=\"", "\"").pop()))
    };
    let path = |address: String| {
        address.split_once("://").and_then(|(_, rest)| rest.split_once('/')).expect("an address").1.to_owned()
    };
    (ids, older.map(path))
}

#[test]
fn all_a_feed_ever_told_is_found_from_it_in_every_format() {
    let texts: Vec<(String, String)> = (0..60)
        .map(|at| {
            let (day, office) = (at % 28 + 1, ["Gare", "Scuole"][at % 2]);
            let text = format!(
                "---\ntitolo: Atto {at}\ntipo: bando-gara\npubblicato: {day}/0{}/2026\nufficio: {office}\nscadenze:\n  \
                 - tipo: presentazione-offerte\n    data: 30/10/2026\n    proroghe:\n      - tipo: proroga\n        \
                 precedente: 20/10/2026\n        motivo: guasto\n        pubblicata: {day}/09/2026\n\
                 eventi:\n  - tipo: esito\n    data: 0{}/11/2026\n---\n",
                at / 28 + 1,
                at % 9 + 1,
            );
            (format!("atto-{at}.md"), text)
        })
        .chain([("altro.md".to_owned(), "---\ntitolo: Altro\ntipo: esito\npubblicato: 02/11/2025\n---\n".to_owned())])
        .collect();
    let texts: Vec<(&str, &str)> = texts.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let edition = edition(&texts, "2026-11-10T10:00");
    for (folder, told) in [
        ("", 181),
        ("bandi-gara-contratti/", 181),
        ("bandi-gara-contratti/procedure/", 181),
        ("ricevi-gli-avvisi/termini-cambiati/", 60),
        ("ricevi-gli-avvisi/risultati/", 61),
        ("elenchi/tipo/bando-gara/", 180),
        ("elenchi/ufficio/gare/", 90),
        ("bilanci/", 0),
    ] {
        for file in ["rss.xml", "atom.xml", "feed.json"] {
            let mut next = Some(format!("{folder}{file}"));
            let mut ids = BTreeSet::new();
            let mut documents = 0;
            while let Some(path) = next {
                let (told, older) = document(&edition, &path);
                assert!(told.len() <= 50, "{path} tells {}", told.len());
                ids.extend(told);
                documents += 1;
                assert!(documents < 20, "{path} leads in a circle");
                next = older;
            }
            assert_eq!(ids.len(), told, "{folder}{file}");
        }
    }
}

#[test]
fn a_feed_stays_under_half_a_megabyte_and_loses_nothing() {
    let body = "Una frase & un'altra, <quasi> come si scrivono negli atti. ".replace('<', "&lt;").repeat(300);
    let texts: Vec<(String, String)> = (1..=50)
        .map(|at| {
            let text =
                format!("---\ntitolo: Atto {at}\ntipo: documento\npubblicato: 02/11/2026 ore 9\n---\n\n{body}\n");
            (format!("atto-{at}.md"), text)
        })
        .collect();
    let texts: Vec<(&str, &str)> = texts.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let edition = edition(&texts, "2026-11-10T10:00");
    assert_eq!(titles(&edition, "").len(), 50);
    for file in ["rss.xml", "atom.xml", "feed.json"] {
        let size = bytes(&edition, file).len();
        assert!((250_000..512 * 1024).contains(&size), "{file} has {size} bytes");
    }
    // The newest are whole, the older in short.
    let feed = json(&edition, "feed.json");
    let lengths: Vec<usize> = feed["items"]
        .as_array()
        .expect("items")
        .iter()
        .map(|item| item["content_html"].as_str().map_or(0, str::len))
        .collect();
    assert!(lengths[0] > body.len() && lengths[49] < 1_000, "{lengths:?}");
}
