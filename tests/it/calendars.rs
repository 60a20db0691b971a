//! Calendars of deadlines, as whoever follows them gets them: what an editor
//! does to a notice, and what comes of it in a diary.

use std::collections::BTreeMap;

use crate::support::memory;
use crate::support::quoted::{accepted, quoted};
use crate::support::settings::SETTINGS;
use crate::support::sites;
use crate::support::sites::{findings_of, instant};
use proptest::prelude::*;
use trasparente::edition::{Content, Edition};

/// Where calls stand.
const FOLDER: &str = "bandi-gara-contratti/procedure";

/// A call whose tenders are due on 18 December 2026 at noon.
const CALL: &str = "titolo: Mense scolastiche\ntipo: bando-gara\npubblicato: 12/10/2026\n";
const DUE: &str = "scadenze:\n  - tipo: presentazione-offerte\n    data: 18/12/2026 ore 12\n";

/// A property by name, the first of its kind.
type Entry = BTreeMap<String, String>;

fn notice(name: &str, matter: &str) -> (String, String) {
    (format!("{FOLDER}/{name}.md"), format!("---\n{matter}---\n"))
}

fn at(moment: &str, texts: &[(String, String)]) -> Edition {
    let built = memory::build(texts, instant(moment));
    let said = findings_of(&built);
    built.edition.unwrap_or_else(|| panic!("{said}"))
}

/// The site of one notice, on 23 November 2026.
fn of(matter: &str) -> Edition {
    at("2026-11-23T10:00", &[notice("mense", matter)])
}

fn text(edition: &Edition, path: &str) -> String {
    match edition.get(path) {
        Some(Content::Bytes(bytes)) => String::from_utf8(bytes.to_vec()).expect("UTF-8"),
        other => panic!("{path} is {other:?}"),
    }
}

/// The entries of a calendar, read by a reader that forgives nothing.
fn entries(edition: &Edition, path: &str) -> Vec<Entry> {
    read(&text(edition, path)).unwrap_or_else(|fault| panic!("{path}: {fault}"))
}

fn read(calendar: &str) -> Result<Vec<Entry>, String> {
    let whole = calendar.strip_suffix("\r\n").ok_or("the last line does not end")?;
    for line in whole.split("\r\n") {
        if line.len() > 75 || line.contains(|c: char| c.is_control()) {
            return Err(format!("{line:?}"));
        }
    }
    let unfolded = whole.replace("\r\n ", "");
    let mut open: Vec<String> = Vec::new();
    let (mut entry, mut done) = (Entry::new(), Vec::new());
    for line in unfolded.split("\r\n") {
        let (name, value) = line.split_once(':').ok_or(format!("no property: {line:?}"))?;
        match name {
            "BEGIN" => open.push(value.to_owned()),
            "END" if open.pop().as_deref() != Some(value) => return Err(format!("{value} does not end")),
            "END" if value == "VEVENT" => done.push(std::mem::take(&mut entry)),
            "END" if value == "VALARM" => *entry.entry("alarms".to_owned()).or_default() += "+",
            "END" => {}
            _ if open.last().is_some_and(|part| part == "VEVENT")
                && entry.insert(name.to_owned(), unescaped(value)).is_some() =>
            {
                return Err(format!("{name} twice"));
            }
            _ if open.is_empty() => return Err(format!("outside of everything: {line:?}")),
            _ => {}
        }
    }
    if open.is_empty() { Ok(done) } else { Err(format!("{open:?} stay open")) }
}

fn unescaped(value: &str) -> String {
    let mut text = String::new();
    let mut marks = value.chars();
    while let Some(c) = marks.next() {
        match c {
            '\\' => text.extend(marks.next().map(|c| if c == 'n' { '\n' } else { c })),
            c => text.push(c),
        }
    }
    text
}

const OWN: &str = "atti/mense/scadenze.ics";

/// Identity, edition, status.
fn told(edition: &Edition) -> Vec<(String, String, String)> {
    let entries = entries(edition, OWN).into_iter();
    entries.map(|mut e| ["UID", "SEQUENCE", "STATUS"].map(|key| e.remove(key).unwrap_or_default()).into()).collect()
}

fn one(part: &str, sequence: &str, status: &str) -> (String, String, String) {
    (format!("mense.{part}@c_x999.trasparente"), sequence.to_owned(), status.to_owned())
}

const TENDERS: &str = "presentazione-offerte-1";

#[test]
fn an_entry_is_the_same_in_every_calendar_it_stands_in() {
    let edition = of(&format!("{CALL}{DUE}eventi:\n  - tipo: nomina-commissione\n    data: 20/12/2026\n"));
    let own = text(&edition, OWN);
    let block = |calendar: &str| {
        let (from, to) =
            (calendar.find("BEGIN:VEVENT").expect("an entry"), calendar.rfind("END:VEVENT").expect("its end"));
        calendar[from..to].to_owned()
    };
    for path in ["scadenze.ics", "bandi-gara-contratti/scadenze.ics", "bandi-gara-contratti/procedure/scadenze.ics"] {
        assert_eq!(block(&text(&edition, path)), block(&own), "{path}");
    }
    assert!(edition.get("bilanci/scadenze.ics").is_none(), "a section without deadlines has no calendar");
    let entries = entries(&edition, OWN);
    assert_eq!(entries.len(), 2);
    assert_eq!(entries[0]["DTSTART;TZID=Europe/Rome"], "20261218T120000");
    assert_eq!(entries[0]["alarms"], "++");
    assert!(!entries[1].contains_key("alarms"), "an event is nothing to meet");
    for line in [
        "NAME:",
        "X-WR-CALNAME:",
        "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
        "X-WR-TIMEZONE:Europe/Rome",
        "SOURCE;VALUE=URI:https://",
    ] {
        assert!(own.contains(&format!("\r\n{line}")), "no {line}");
    }
    assert!(!own.contains("METHOD") && !own.contains("ORGANIZER"), "a calendar is no invitation");
}

#[test]
fn an_identity_outlives_title_file_section_and_the_order_of_the_story() {
    let story = "eventi:\n  - tipo: chiarimenti\n    data: 02/11/2026\n  - tipo: chiarimenti\n    data: 10/11/2026\n";
    let before = of(&format!("{CALL}{DUE}{story}"));
    let uids = |edition: &Edition| -> Vec<String> { told(edition).into_iter().map(|(uid, ..)| uid).collect() };
    assert_eq!(uids(&before)[2], "mense.evento-chiarimenti-2@c_x999.trasparente");
    // Another title and file, another section, events written the other way round, one more at the end.
    let story = "eventi:\n  - tipo: esito\n    data: 20/11/2026\n  - tipo: chiarimenti\n    data: 10/11/2026\n  - tipo: chiarimenti\n    data: 02/11/2026\n";
    let matter = format!("{}id: mense\n{DUE}{story}", CALL.replace("Mense scolastiche", "Refezione"));
    let after = at(
        "2026-11-23T10:00",
        &[("altri-contenuti/dati-ulteriori/refezione.md".to_owned(), format!("---\n{matter}---\n"))],
    );
    assert_eq!(uids(&after)[..3], uids(&before));
    assert_eq!(entries(&after, OWN)[1]["DTSTART;VALUE=DATE"], entries(&before, OWN)[1]["DTSTART;VALUE=DATE"]);
    let moved = entries(&after, "altri-contenuti/scadenze.ics");
    assert!(moved[0]["SUMMARY"].ends_with("Refezione"));
    assert!(after.get("bandi-gara-contratti/scadenze.ics").is_none());
    assert_eq!(entries(&after, "scadenze.ics").len(), 4, "whoever follows the site sees no entry twice");
}

#[test]
fn a_postponement_is_a_new_edition_that_says_what_it_was_and_why() {
    let moved = "    proroghe:\n      - tipo: proroga\n        precedente: 04/12/2026 ore 12\n        motivo: Guasto della piattaforma\n        atto: Determinazione n. 30\n";
    assert_eq!(told(&of(&format!("{CALL}{DUE}"))), [one(TENDERS, "0", "CONFIRMED")]);
    let edition = of(&format!("{CALL}{DUE}{moved}"));
    assert_eq!(told(&edition), [one(TENDERS, "2", "CONFIRMED")]);
    let entry = &entries(&edition, OWN)[0];
    assert!(
        entry["DESCRIPTION"].starts_with("Termine prorogato. Termine precedente: venerdì 4 dicembre 2026, ore 12:00. Motivo: Guasto della piattaforma. Atto: Determinazione n. 30\n"),
        "{entry:?}"
    );
}

#[test]
fn a_postponement_of_unknown_origin_is_one_all_the_same() {
    let edition = of(&format!("{CALL}{DUE}    proroghe:\n      - motivo: Non si sa\n"));
    assert_eq!(told(&edition), [one(TENDERS, "2", "CONFIRMED")]);
    let entry = &entries(&edition, OWN)[0];
    assert!(
        entry["DESCRIPTION"].starts_with("Termine prorogato. Termine precedente: non indicato. Motivo: Non si sa\n"),
        "{entry:?}"
    );
}

#[test]
fn what_is_revoked_stays_and_says_so_in_words() {
    let revoked = "stato:\n  valore: revocato\n  dal: 20/11/2026\n  motivo: Fondi revocati\neventi:\n  - tipo: revoca\n    data: 20/11/2026\n  - tipo: stipula\n    data: 15/01/2027\n  - tipo: altro\n    titolo: Nuova gara\n    data: 25/11/2026\n    pubblicato: 21/11/2026\n";
    let edition = of(&format!("{CALL}{DUE}  - tipo: richiesta-chiarimenti\n    data: 19/11/2026 ore 18\n{revoked}"));
    assert_eq!(
        told(&edition),
        [
            one(TENDERS, "1", "CANCELLED"),
            one("richiesta-chiarimenti-1", "2", "CONFIRMED"),
            // The act itself still holds, and what was made known after it.
            one("evento-revoca-1", "2", "CONFIRMED"),
            one("evento-altro-1", "2", "CONFIRMED"),
            one("evento-stipula-1", "1", "CANCELLED"),
        ]
    );
    let entries = entries(&edition, OWN);
    assert_eq!(entries[0]["SUMMARY"], "REVOCATO: Presentazione delle offerte: Mense scolastiche");
    assert!(entries[0]["DESCRIPTION"].starts_with("Revocato da venerdì 20 novembre 2026. Motivo: Fondi revocati\n"));
    assert_eq!(entries[3]["SUMMARY"], "Nuova gara: Mense scolastiche");
    assert!(entries.iter().all(|entry| !entry.contains_key("alarms")), "nobody is reminded of it");
    assert_eq!(entries[0]["DTSTAMP"], "20261119T230000Z", "the act is newer than the notice");
}

#[test]
fn an_act_of_tomorrow_cancels_nothing_today() {
    let matter = format!("{CALL}{DUE}stato:\n  valore: annullato\n  dal: 24/11/2026 ore 9\n");
    assert_eq!(told(&of(&matter)), [one(TENDERS, "0", "CONFIRMED")]);
    let then = at("2026-11-24T09:00", &[notice("mense", &matter)]);
    assert_eq!(told(&then), [one(TENDERS, "1", "CANCELLED")]);
}

#[test]
fn a_deadline_over_before_the_revocation_was_a_deadline() {
    let matter = format!("{CALL}{DUE}stato:\n  valore: revocato\n  dal: 18/12/2026 ore 12:01\n");
    let edition = at("2027-01-10T10:00", &[notice("mense", &matter)]);
    assert_eq!(told(&edition), [one(TENDERS, "2", "CONFIRMED")]);
    let entry = &entries(&edition, OWN)[0];
    assert_eq!(entry["SUMMARY"], "Presentazione delle offerte: Mense scolastiche");
}

#[test]
fn an_edition_never_goes_back_from_suspension_to_reopening_to_revocation() {
    let suspended = "stato:\n  valore: sospeso\n  dal: 16/11/2026\n";
    let story = "eventi:\n  - tipo: sospensione\n    data: 16/11/2026\n";
    let reopened = DUE.replace("18/12/2026", "29/01/2027")
        + "    proroghe:\n      - tipo: riapertura\n        precedente: 18/12/2026 ore 12\n        motivo: Fine della sospensione\n";
    let revoked = "stato:\n  valore: revocato\n  dal: 20/11/2026\n";
    let steps = [
        (format!("{CALL}{DUE}"), "CONFIRMED"),
        (format!("{CALL}{DUE}{suspended}"), "CANCELLED"),
        (format!("{CALL}{reopened}"), "CONFIRMED"),
        (format!("{CALL}{reopened}{revoked}"), "CANCELLED"),
        // The same for a body that also writes down the story.
        (format!("{CALL}{DUE}"), "CONFIRMED"),
        (format!("{CALL}{DUE}{suspended}{story}"), "CANCELLED"),
        // Lifted, and the date holds after all.
        (format!("{CALL}{DUE}{story}"), "CONFIRMED"),
        (format!("{CALL}{DUE}{story}{revoked}"), "CANCELLED"),
        (format!("{CALL}{reopened}{story}{revoked}"), "CANCELLED"),
    ];
    let mut last = 0;
    for (at, (matter, expected)) in steps.iter().enumerate() {
        let told = told(&of(matter));
        let (uid, sequence, status) = &told[0];
        let sequence: usize = sequence.parse().expect("a number");
        assert_eq!(
            (uid.as_str(), status.as_str()),
            ("mense.presentazione-offerte-1@c_x999.trasparente", *expected),
            "{at}"
        );
        assert!(sequence > last || matches!(at, 0 | 4), "{at}: {sequence} after {last}");
        last = sequence;
    }
}

#[test]
fn a_deadline_without_an_hour_is_a_day_of_the_calendar() {
    for hour in ["", " ore 24"] {
        let edition = of(&format!("{CALL}{}", DUE.replace(" ore 12", hour)));
        let entry = &entries(&edition, OWN)[0];
        assert_eq!(
            (entry["DTSTART;VALUE=DATE"].as_str(), entry["DTEND;VALUE=DATE"].as_str()),
            ("20261218", "20261219")
        );
        assert!(text(&edition, OWN).contains("TRIGGER:-P2DT15H\r\n"), "not at midnight");
    }
}

#[test]
fn without_a_deadline_there_is_no_calendar() {
    for matter in [CALL.to_owned(), format!("{CALL}eventi:\n  - tipo: esito\n    data: 20/11/2026\n")] {
        let edition = of(&matter);
        assert!(edition.get(OWN).is_none() && edition.get("bandi-gara-contratti/scadenze.ics").is_none());
        // The site's is there before the first deadline, for whoever follows it from now on.
        assert!(entries(&edition, "scadenze.ics").is_empty());
        assert!(text(&edition, "scadenze.ics").contains("BEGIN:VTIMEZONE"), "a calendar holds something");
    }
}

#[test]
fn what_is_over_stays_for_a_year_and_its_calendar_for_ever() {
    let site = [notice("mense", &format!("{CALL}{DUE}"))];
    let section = "bandi-gara-contratti/scadenze.ics";
    for (moment, seen) in [("2026-12-18T12:01", 1), ("2027-12-31T23:59", 1)] {
        let edition = at(moment, &site);
        assert_eq!(
            (entries(&edition, section).len(), entries(&edition, "scadenze.ics").len()),
            (seen, seen),
            "{moment}"
        );
        assert!(!entries(&edition, OWN)[0].contains_key("alarms"), "nothing to be reminded of");
    }
    // A year begins, and nothing else changes: no byte does.
    assert_eq!(text(&at("2028-01-02T10:00", &site), section), text(&at("2027-12-31T23:59", &site), section));
    let more = [site[0].clone(), notice("altro", "titolo: Altro\ntipo: documento\npubblicato: 10/01/2028\n")];
    let edition = at("2028-01-10T10:00", &more);
    assert!(entries(&edition, section).is_empty() && entries(&edition, "scadenze.ics").is_empty());
    assert_eq!(entries(&edition, OWN).len(), 1, "the notice's own holds all");
}

#[test]
fn what_is_not_on_line_is_in_no_calendar() {
    let later = CALL.replace("12/10/2026", "24/11/2026");
    for matter in [format!("{CALL}bozza: sì\n{DUE}"), format!("{later}{DUE}")] {
        let edition = of(&matter);
        assert!(edition.get(OWN).is_none() && edition.get("bandi-gara-contratti/scadenze.ics").is_none());
        assert!(entries(&edition, "scadenze.ics").is_empty());
    }
}

#[test]
fn two_notices_of_one_second_stand_in_the_order_of_their_names() {
    let matter = format!("{CALL}{DUE}");
    let (a, b) = (notice("a", &matter), notice("b", &matter));
    let one = at("2026-11-23T10:00", &[a.clone(), b.clone()]);
    assert_eq!(text(&one, "scadenze.ics"), text(&at("2026-11-23T10:00", &[b, a]), "scadenze.ics"));
    let uids: Vec<String> = entries(&one, "scadenze.ics").into_iter().map(|entry| entry["UID"].clone()).collect();
    assert_eq!(uids, [format!("a.{TENDERS}@c_x999.trasparente"), format!("b.{TENDERS}@c_x999.trasparente")]);
}

#[test]
fn the_hours_of_a_clock_change_are_told_in_utc() {
    let matter = format!("{CALL}{}", DUE.replace("18/12/2026 ore 12", "28/03/2027 ore 2:30"));
    assert_eq!(entries(&of(&matter), OWN)[0]["DTSTART"], "20270328T013000Z");
    let matter = format!("{CALL}{}", DUE.replace("18/12/2026 ore 12", "31/10/2027 ore 2:30"));
    assert_eq!(entries(&of(&matter), OWN)[0]["DTSTART"], "20271031T013000Z", "the later of the two");
}

#[test]
fn an_entry_says_how_to_apply() {
    let more = "codici:\n  cig: B51ABEC4F6\n  cup: I98I21000110001\npiattaforma:\n  nome: Traspare\n  indirizzo: https://gare.example.it\npresentazione:\n  pec: gare@pec.comune.esempio.it\n";
    let entry = &entries(&of(&format!("{CALL}{more}{DUE}")), OWN)[0];
    for line in [
        "Presentazione delle offerte: venerdì 18 dicembre 2026, ore 12:00",
        "Piattaforma: Traspare – https://gare.example.it",
        "PEC: gare@pec.comune.esempio.it",
        "CIG: B51ABEC4F6",
        "CUP: I98I21000110001",
        "Comune di Esempio",
        "https://trasparenza.comune.esempio.it/atti/mense/",
    ] {
        assert!(entry["DESCRIPTION"].lines().any(|said| said == line), "no «{line}» in {entry:?}");
    }
    assert_eq!(entry["URL"], "https://trasparenza.comune.esempio.it/atti/mense/");
    assert_eq!(entry["CREATED"], "20261011T220000Z");
    assert_eq!(entry["CATEGORIES"], "Bando di gara");
}

#[test]
fn pages_lead_to_their_calendars_followed_and_copied() {
    let site = |settings: &str| {
        let dir = tempfile::tempdir().expect("a folder for a site");
        let put = |path: &str, text: &str| {
            trasparente::write::create_new(&dir.path().join("content"), path, text.as_bytes())
                .expect("a file can be written");
        };
        put("sito.yaml", settings);
        let (path, text) = notice("mense", &format!("{CALL}{DUE}"));
        put(&path, &text);
        let built = sites::build_at(dir.path(), instant("2026-11-23T10:00"));
        built.edition.expect("it builds")
    };
    let edition =
        site(&SETTINGS.replace("https://trasparenza.comune.esempio.it\n", "http://trasparenza.comune.esempio.it\n"));
    let host = "webcal://trasparenza.comune.esempio.it";
    for (page, calendar) in [
        ("index.html", "/scadenze.ics"),
        ("bandi-gara-contratti/procedure/index.html", "/bandi-gara-contratti/procedure/scadenze.ics"),
        ("atti/mense/index.html", "/atti/mense/scadenze.ics"),
        ("ricevi-gli-avvisi/index.html", "/scadenze.ics"),
        ("ricevi-gli-avvisi/index.html", "/bandi-gara-contratti/scadenze.ics"),
    ] {
        let html = text(&edition, page);
        for address in [format!("href=\"{calendar}\""), format!("href=\"{host}{calendar}\"")] {
            assert!(html.contains(&address), "{page} does not lead to {address}");
        }
    }
    assert!(!text(&edition, "bilanci/index.html").contains("scadenze.ics"));
    let edition = site(&format!("{SETTINGS}senza: [calendari]\n"));
    for (path, _) in edition.files() {
        assert!(!path.ends_with(".ics"), "{path}");
    }
    for page in
        ["index.html", "atti/mense/index.html", "ricevi-gli-avvisi/index.html", "bandi-gara-contratti/index.html"]
    {
        assert!(!text(&edition, page).contains("webcal:") && !text(&edition, page).contains(".ics"), "{page}");
    }
}

/// Texts that hurt somebody somewhere.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        2 => proptest::sample::select(vec!["\\", ";", ",", ":", "\"", "\\n", "\r\n", "\u{b}", "\u{85}", "\u{2028}", "\u{202e}", "\u{feff}", "END:VCALENDAR", "]]>", "&amp;", "%0D%0A", "🇮🇹", "a\u{301}", "\u{1}", "\t"]).prop_map(str::to_owned),
        1 => any::<String>(),
        1 => "[a-zà ]{1,40}",
    ];
    // What opens a tag is refused, and so it is not what is tried here.
    proptest::collection::vec(piece, 0..12)
        .prop_map(|pieces| accepted(&format!("x {}", pieces.concat().replace('<', "< "))))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_typed_comes_out_as_it_went_in(texts in proptest::collection::vec(hostile(), 9), long in 0usize..9) {
        let mut texts = texts;
        texts[long] = texts[long].repeat(10_000 / texts[long].chars().count() + 1);
        let [title, note, place, reason, act, why, story, platform, event] = &texts[..] else { unreachable!("nine were made") };
        let matter = format!(
            "titolo: {}\ntipo: bando-gara\npubblicato: 12/10/2026\nid: mense\npiattaforma:\n  nome: {}\nscadenze:\n  - tipo: presentazione-offerte\n    data: 18/12/2026 ore 12\n    nota: {}\n    luogo: {}\n    proroghe:\n      - motivo: {}\n        atto: {}\nstato:\n  valore: revocato\n  dal: 20/11/2026\n  motivo: {}\neventi:\n  - tipo: altro\n    data: 25/11/2026\n    titolo: {}\n    descrizione: {}\n",
            quoted(title), quoted(platform), quoted(note), quoted(place), quoted(reason), quoted(act), quoted(why), quoted(event), quoted(story)
        );
        let built = memory::build(&[notice("mense", &matter)], sites::now());
        prop_assert!(built.edition.is_some(), "{}", findings_of(&built));
        let edition = built.edition.unwrap_or_default();
        for path in [OWN, "scadenze.ics", "bandi-gara-contratti/scadenze.ics"] {
            let read = read(&text(&edition, path));
            prop_assert!(read.is_ok(), "{}: {:?}", path, read);
            let entries = read.unwrap_or_default();
            prop_assert_eq!(entries.len(), 2);
            // As it is read from the file: blanks for control characters.
            let kept = |text: &str| text.split(char::is_control).map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ").replace(['\u{2028}', '\u{2029}'], "\n");
            prop_assert_eq!(&entries[0]["SUMMARY"], &format!("REVOCATO: Presentazione delle offerte: {}", kept(title)));
            prop_assert_eq!(&entries[0]["LOCATION"], &kept(place));
            for text in [note, reason, act, why, platform] {
                prop_assert!(entries[0]["DESCRIPTION"].contains(&kept(text)), "{:?} in {:?}", text, entries[0]);
            }
            prop_assert_eq!(&entries[1]["SUMMARY"], &format!("REVOCATO: {}: {}", kept(event), kept(title)));
            prop_assert!(entries[1]["DESCRIPTION"].contains(&kept(story)));
        }
    }
}
