//! Notices followed through their lives, edition after edition, with the edits
//! people really make: who follows the site is told each thing once, when it
//! became known, and nothing that was told changes its name.
//!
//! Every edition is committed with the real git and built from it. A reader
//! remembers all items, calendar entries and releases it ever saw and holds
//! each new edition against them.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fmt::Write as _;

use crate::support::repository::Repository;
use crate::support::settings::SETTINGS;
use crate::support::sites::{built, findings_of, instant};
use serde_json::Value;
use trasparente::edition::{Content, Edition};
use trasparente::load;
use trasparente::theme::Theme;

const CALL: &str = "bandi-gara-contratti/procedure/mense.md";
const DUE: &str = "scadenze:\n  - tipo: presentazione-offerte\n    data: 18/12/2026 ore 12\n";

/// A calendar entry as a program keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Kept {
    sequence: u64,
    modified: String,
    /// Whether it holds, and when.
    shown: String,
    summary: String,
    start: String,
}

/// A site in a repository, and what a reader saw of it so far.
struct Life {
    folder: tempfile::TempDir,
    repository: Repository,
    items: BTreeMap<String, String>,
    entries: BTreeMap<String, Kept>,
    releases: BTreeMap<String, String>,
    /// Ends of the names of what an editor took back, which may go.
    may_go: &'static [&'static str],
    /// The last edition.
    edition: Option<Edition>,
}

impl Life {
    /// A site that brought sixty old notices with it, so that no feed holds
    /// them all.
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder for a site");
        let repository = Repository::new(folder.path());
        repository.put("content/sito.yaml", format!("{SETTINGS}prefisso_ocds: ocds-213czf\n"));
        for at in 0..60 {
            let text =
                format!("---\ntitolo: Atto {at}\ntipo: documento\npubblicato: {:02}/09/2026\n---\n", at % 28 + 1);
            repository.put(&format!("content/altri-contenuti/dati-ulteriori/atto-{at}.md"), text);
        }
        let (items, entries, releases) = Default::default();
        let mut life = Self { folder, repository, items, entries, releases, may_go: &[], edition: None };
        life.commit("2026-11-01T09:00");
        assert_eq!(life.items.len(), 50, "the newest of the old ones");
        life
    }

    /// The same with a call, published in the morning of 2 November.
    fn with(more: &str) -> Self {
        let mut life = Self::new();
        assert_eq!(life.edit("2026-11-02T09:30", more)[0], "Mense scolastiche");
        life
    }

    /// Writes the call anew, commits, and gives the titles of what is told.
    #[track_caller]
    fn edit(&mut self, moment: &str, more: &str) -> Vec<String> {
        let text = format!(
            "---\ntitolo: Mense scolastiche\ntipo: bando-gara\npubblicato: 02/11/2026 ore 9\n{more}---\n\nTesto.\n"
        );
        self.put(CALL, &text);
        self.commit(moment)
    }

    fn put(&self, path: &str, text: &str) {
        self.repository.put(&format!("content/{path}"), text);
    }

    /// Commits what is there and looks at what is on line an hour later.
    #[track_caller]
    fn commit(&mut self, moment: &str) -> Vec<String> {
        self.repository.commit(&format!("{moment}:00+01:00"));
        let hour = instant(moment).plus(3_600);
        self.look(&hour.iso()[..16])
    }

    /// Looks at what is on line at a moment.
    #[track_caller]
    fn look(&mut self, moment: &str) -> Vec<String> {
        let (edition, findings) = self.build(moment);
        let edition = edition.unwrap_or_else(|| panic!("{findings}"));
        let told = self.read_feed(&edition);
        self.read_calendar(&edition);
        self.read_releases(&edition);
        self.edition = Some(edition);
        told
    }

    /// What is made of what is there, committed or not, and what is said of it.
    fn build(&self, moment: &str) -> (Option<Edition>, String) {
        let content = self.folder.path().join("content");
        let history = load::history(&content, OsStr::new(""));
        assert_eq!(history.gap(), None);
        let theme = |_: &str| Theme::load(Vec::new());
        let built = built(load::content(&content).expect("it can be read"), &history, instant(moment), &theme);
        let findings = findings_of(&built);
        (built.edition, findings)
    }

    /// What is new in the feed of everything, the oldest first.
    fn read_feed(&mut self, edition: &Edition) -> Vec<String> {
        let feed: Value = serde_json::from_str(&text(edition, "feed.json")).expect("a feed is JSON");
        let feeds = edition.files().filter(|(path, _)| path.contains("feed") && path.ends_with(".json"));
        let feeds: Vec<String> = feeds.map(|(path, _)| text(edition, path)).collect();
        for known in self.items.keys().filter(|known| self.may_go.iter().all(|name| !known.contains(name))) {
            let id = format!("\"id\":\"{known}\"");
            assert!(feeds.iter().any(|feed| feed.contains(&id)), "{known} can be reached no more");
        }
        let mut told = Vec::new();
        for item in feed["items"].as_array().expect("items").iter().rev() {
            let (id, title) = (item["id"].as_str().expect("an id"), item["title"].as_str().expect("a title"));
            if self.items.insert(id.to_owned(), title.to_owned()).is_none() {
                told.push(title.to_owned());
            }
        }
        told
    }

    /// An entry keeps its moment unless it is a new edition of it, and no
    /// edition goes back.
    #[track_caller]
    fn read_calendar(&mut self, edition: &Edition) {
        let calendar = text(edition, "scadenze.ics").replace("\r\n ", "");
        for event in calendar.split("BEGIN:VEVENT\r\n").skip(1) {
            let line = |name: &str| {
                let of = |line: &&str| line.split([':', ';']).next() == Some(name);
                event.lines().find(of).unwrap_or_default().to_owned()
            };
            let sequence = line("SEQUENCE").trim_start_matches("SEQUENCE:").parse().expect("a number");
            let shown = format!("{} {}", line("STATUS"), line("DTSTART"));
            let kept = Kept {
                sequence,
                modified: line("LAST-MODIFIED"),
                start: line("DTSTART"),
                summary: line("SUMMARY"),
                shown,
            };
            let uid = line("UID");
            if let Some(before) = self.entries.get(&uid) {
                assert!(kept.sequence >= before.sequence, "{uid}: {before:?}, then {kept:?}");
                assert!(kept.modified >= before.modified, "{uid}: {before:?}, then {kept:?}");
                assert!(
                    kept.shown == before.shown || kept.sequence > before.sequence,
                    "{uid} is another entry: {before:?}, then {kept:?}"
                );
                assert!(
                    kept.summary == before.summary || kept.modified > before.modified,
                    "{uid} reads otherwise: {before:?}, then {kept:?}"
                );
            }
            self.entries.insert(uid, kept);
        }
    }

    /// A release never changes under its id.
    #[track_caller]
    fn read_releases(&mut self, edition: &Edition) {
        let Some(Content::Bytes(bytes)) = edition.get("atti/mense/ocds.json") else { return };
        let package: Value = serde_json::from_slice(bytes).expect("a package is JSON");
        let releases = package["releases"].as_array().expect("releases");
        let stem = |id: &str| id.rsplit_once("-v").map_or(id, |(stem, _)| stem).to_owned();
        let there: Vec<String> = releases.iter().filter_map(|release| release["id"].as_str()).map(stem).collect();
        for known in self.releases.keys().filter(|known| self.may_go.iter().all(|name| !known.contains(name))) {
            assert!(there.contains(&stem(known)), "{known} is gone: {there:?}");
        }
        for release in releases {
            let (id, said) = (release["id"].as_str().expect("an id"), release.to_string());
            let before = self.releases.insert(id.to_owned(), said.clone());
            assert!(before.as_ref().is_none_or(|before| *before == said), "{id}: {before:?}, then {said}");
        }
    }

    fn page(&self) -> String {
        text(self.edition.as_ref().expect("it was built"), "atti/mense/index.html")
    }

    fn start(&self, part: &str) -> &str {
        let uid = format!("UID:mense.{part}@c_x999.trasparente");
        &self.entries.get(&uid).unwrap_or_else(|| panic!("{uid} among {:?}", self.entries.keys())).start
    }
}

fn text_of(edition: Option<&Edition>, path: &str) -> String {
    text(edition.expect("it was built"), path)
}

fn text(edition: &Edition, path: &str) -> String {
    match edition.get(path) {
        Some(Content::Bytes(bytes)) => String::from_utf8(bytes.to_vec()).expect("it is text"),
        other => panic!("{path} is {other:?}"),
    }
}

/// A postponement of the deadline to 29 January.
fn postponed(more: &str) -> String {
    DUE.replace("18/12/2026 ore 12", "29/01/2027 ore 12")
        + "    proroghe:\n      - tipo: proroga\n        precedente: 18/12/2026 ore 12\n        motivo: Guasto della piattaforma\n"
        + more
}

const NOTHING: [&str; 0] = [];

#[test]
fn an_event_whose_date_is_corrected_is_told_once() {
    let mut life = Life::with(DUE);
    let event = |day: &str| format!("{DUE}eventi:\n  - tipo: nomina-commissione\n    data: {day}\n");
    assert_eq!(life.edit("2026-11-12T10:00", &event("12/11/2026")), ["Nomina della commissione: Mense scolastiche"]);
    assert_eq!(life.edit("2026-11-13T10:00", &event("11/11/2026")), NOTHING);
    assert_eq!(life.edit("2026-11-14T10:00", &event("10/11/2026 ore 15")), NOTHING);
    let two = event("10/11/2026 ore 15")
        + "  - tipo: nomina-commissione\n    data: 09/11/2026\n    titolo: La prima, poi sciolta\n";
    assert_eq!(life.edit("2026-11-16T10:00", &two), ["Nomina della commissione: Mense scolastiche"]);
    assert!(life.start("evento-nomina-commissione-1").contains("20261110"), "{:?}", life.entries);
    assert!(life.start("evento-nomina-commissione-2").contains("20261109"), "{:?}", life.entries);
}

#[test]
fn a_state_and_the_event_that_tells_the_same_are_told_once() {
    let state = "stato:\n  valore: aggiudicato\n  dal: 20/11/2026\n";
    let event = "eventi:\n  - tipo: esito\n    data: 18/11/2026\n";
    let mut life = Life::with(DUE);
    assert_eq!(life.edit("2026-11-20T10:00", &format!("{DUE}{state}")), ["Aggiudicato: Mense scolastiche"]);
    // Data say by an event what a state said.
    life.may_go = &["aggiudicato-2026-11-20"];
    assert_eq!(life.edit("2026-11-21T10:00", &format!("{DUE}{state}{event}")), NOTHING);
    assert_eq!(life.edit("2026-11-22T10:00", &format!("{DUE}{event}")), NOTHING);
    let mut other = Life::with(DUE);
    assert_eq!(other.edit("2026-11-20T10:00", &format!("{DUE}{event}")), ["Esito: Mense scolastiche"]);
    assert_eq!(other.edit("2026-11-21T10:00", &format!("{DUE}{state}{event}")), NOTHING);
    other.may_go = &["esito-2026-11-18"];
    assert_eq!(other.edit("2026-11-22T10:00", &format!("{DUE}{state}")), NOTHING);
}

#[test]
fn a_deadline_written_anew_is_told_and_the_change_that_was_missing_is_not_told_again() {
    let mut life = Life::with(DUE);
    let retyped = DUE.replace("18/12/2026 ore 12", "29/01/2027 ore 12");
    assert_eq!(life.edit("2026-11-12T10:00", &retyped), ["Termine cambiato: Mense scolastiche"]);
    let feed = text(life.edition.as_ref().expect("it was built"), "ricevi-gli-avvisi/termini-cambiati/feed.json");
    assert!(feed.contains("venerdì 18 dicembre 2026, ore 12:00") && feed.contains("venerdì 29 gennaio 2027"), "{feed}");
    assert!(life.page().contains("12 novembre 2026"), "the page says when it was updated");
    assert!(life.page().contains("Termine cambiato: Presentazione delle offerte"), "the page's history");
    assert_eq!(life.edit("2026-11-13T10:00", &postponed("")), NOTHING);
    assert_eq!(life.start("presentazione-offerte-1"), "DTSTART;TZID=Europe/Rome:20270129T120000");
    assert!(life.page().contains("Termine prorogato: Presentazione delle offerte</span>"), "the page's history");
    // And back again, on another day.
    life.may_go = &["riscritta.2027-01-29T12:00:00+01:00", "riscritta-2027-01-29t12-00-00-01-00"];
    assert_eq!(life.edit("2026-11-16T10:00", DUE), ["Termine cambiato: Mense scolastiche"]);
}

#[test]
fn a_deadline_written_anew_again_and_again_is_told_each_time() {
    let retyped = DUE.replace("18/12/2026 ore 12", "29/01/2027 ore 12");
    let mut life = Life::with(DUE);
    for (day, due) in [(12, retyped.as_str()), (13, DUE), (16, &retyped), (17, DUE)] {
        let told = life.edit(&format!("2026-11-{day}T10:00"), due);
        assert_eq!(told, ["Termine cambiato: Mense scolastiche"], "on the {day}th");
    }
}

#[test]
fn a_deadline_written_anew_is_warned_of_before_it_is_committed() {
    let life = Life::with(DUE);
    let page = |due: &str| {
        format!("---\ntitolo: Mense scolastiche\ntipo: bando-gara\npubblicato: 02/11/2026 ore 9\n{due}---\n\nTesto.\n")
    };
    life.put(CALL, &page(&DUE.replace("18/12/2026 ore 12", "29/01/2027 ore 12")));
    let findings = life.build("2026-11-12T10:00").1;
    assert!(findings.contains("termine-riscritto"), "{findings}");
    life.put(CALL, &page(DUE));
    let findings = life.build("2026-11-12T11:00").1;
    assert!(!findings.contains("termine-riscritto"), "{findings}");
}

#[test]
fn a_change_that_was_forgotten_is_told_and_the_one_after_it_is_not_told_again() {
    let one = |day: &str| format!("      - tipo: proroga\n        precedente: {day} ore 12\n        motivo: Guasto\n");
    let due = DUE.replace("18/12/2026", "29/01/2027") + "    proroghe:\n";
    let mut life = Life::with(DUE);
    assert_eq!(
        life.edit("2026-11-12T10:00", &(due.clone() + &one("18/12/2026"))),
        ["Termine prorogato: Mense scolastiche"]
    );
    let both = due.clone() + &one("11/12/2026") + &one("18/12/2026");
    assert_eq!(life.edit("2026-11-13T10:00", &both), ["Termine prorogato: Mense scolastiche"]);
    life.may_go = &["modifica-2", "proroga-2"];
    // Taken out again, and another comes: nobody has its name.
    assert_eq!(life.edit("2026-11-14T10:00", &(due.clone() + &one("18/12/2026"))), NOTHING);
    let third = due.replace("29/01/2027", "12/02/2027") + &one("18/12/2026") + &one("29/01/2027");
    assert_eq!(life.edit("2026-11-16T10:00", &third), ["Termine prorogato: Mense scolastiche"]);
}

#[test]
fn a_suspension_that_is_lifted_by_taking_it_out_is_told() {
    let suspended = format!("{DUE}stato:\n  valore: sospeso\n  dal: 16/11/2026\n");
    let mut life = Life::with(DUE);
    assert_eq!(life.edit("2026-11-16T10:00", &suspended), ["Sospeso: Mense scolastiche"]);
    assert_eq!(life.edit("2026-11-18T10:00", DUE), ["Il procedimento riprende: Mense scolastiche"]);
    assert!(life.page().contains("<span>Il procedimento riprende</span>"), "the page's history");
    assert_eq!(life.edit("2026-11-19T10:00", &postponed("")), ["Termine prorogato: Mense scolastiche"]);
    let again = postponed("stato:\n  valore: sospeso\n  dal: 20/11/2026\n");
    assert_eq!(life.edit("2026-11-20T10:00", &again), ["Sospeso: Mense scolastiche"]);
    assert_eq!(life.edit("2026-11-21T10:00", &postponed("")), ["Il procedimento riprende: Mense scolastiche"]);
    // The same words as the first time.
    let same = postponed("stato:\n  valore: sospeso\n  dal: 16/11/2026\n");
    assert_eq!(life.edit("2026-11-23T10:00", &same), ["Sospeso: Mense scolastiche"]);
    assert_eq!(life.edit("2026-11-24T10:00", &postponed("")), ["Il procedimento riprende: Mense scolastiche"]);
}

#[test]
fn a_state_that_another_follows_stays_told_and_one_that_was_wrong_does_not() {
    let state = |value: &str, day: u32| format!("{DUE}stato:\n  valore: {value}\n  dal: {day}/11/2026\n");
    let mut life = Life::with(DUE);
    assert_eq!(life.edit("2026-11-10T10:00", &state("sospeso", 10)), ["Sospeso: Mense scolastiche"]);
    assert_eq!(life.edit("2026-11-12T10:00", &state("aggiudicato", 12)), ["Aggiudicato: Mense scolastiche"]);
    assert_eq!(life.edit("2026-11-16T10:00", &state("concluso", 16)), ["Concluso: Mense scolastiche"]);
    // The event that tells of the suspension is written when all is over.
    let late = state("concluso", 16) + "eventi:\n  - tipo: sospensione\n    data: 10/11/2026\n";
    life.may_go = &["sospeso-2026-11-10"];
    assert_eq!(life.edit("2026-11-18T10:00", &late), NOTHING);
    let mut other = Life::with(DUE);
    assert_eq!(other.edit("2026-11-12T10:00", &state("aggiudicato", 12)), ["Aggiudicato: Mense scolastiche"]);
    other.may_go = &["esito.2026-11-12", "aggiudicato-2026-11-12"];
    assert_eq!(other.edit("2026-11-12T12:00", &state("deserto", 12)), ["Deserto: Mense scolastiche"]);
    let feed = text(other.edition.as_ref().expect("it was built"), "feed.json");
    assert!(!feed.contains("Aggiudicato"), "nobody won: {feed}");
}

#[test]
fn a_revocation_that_is_taken_back_leaves_the_procedure_as_it_was() {
    let revoked = format!("{DUE}stato:\n  valore: revocato\n  dal: 16/11/2026\n");
    let mut life = Life::with(DUE);
    assert_eq!(life.edit("2026-11-16T10:00", &revoked), ["Revocato: Mense scolastiche"]);
    assert_eq!(life.edit("2026-11-18T10:00", DUE), ["Il procedimento riprende: Mense scolastiche"]);
    let record: Value =
        serde_json::from_str(&text_of(life.edition.as_ref(), "atti/mense/ocds-storia.json")).expect("a record is JSON");
    assert_eq!(record["records"][0]["compiledRelease"]["tender"]["status"], "active");
}

#[test]
fn what_is_published_late_is_told_and_what_moved_in_is_not() {
    let mut life = Life::with(DUE);
    let late = |at: usize| format!("---\ntitolo: In ritardo {at}\ntipo: documento\npubblicato: 01/09/2026\n---\n");
    life.put("altri-contenuti/dati-ulteriori/ritardo.md", &late(1));
    assert_eq!(life.commit("2026-11-12T10:00"), ["In ritardo 1"]);
    for at in 2..80 {
        life.put(&format!("altri-contenuti/dati-ulteriori/arrivo-{at}.md"), &late(at));
    }
    assert_eq!(life.commit("2026-11-13T10:00"), NOTHING, "an archive that moves in is not news");
}

#[test]
fn what_one_follows_stays_when_the_last_notice_behind_it_leaves() {
    let mut life = Life::with(&format!("{DUE}ufficio: Ufficio gare\n"));
    life.put("altri-contenuti/dati-ulteriori/altro.md", &document("ufficio: Anagrafe\n"));
    life.commit("2026-11-03T10:00");
    let files = ["feed.json", "rss.xml", "atom.xml"];
    let feeds = ["elenchi/tipo/bando-gara/", "elenchi/ufficio/ufficio-gare/"];
    let addresses = feeds.iter().flat_map(|feed| files.map(|file| format!("{feed}{file}")));
    let addresses: Vec<String> = addresses.chain(["bandi-gara-contratti/scadenze.ics".to_owned()]).collect();
    let there = |life: &Life| -> Vec<String> {
        let edition = life.edition.as_ref().expect("it was built");
        addresses.iter().filter(|address| edition.get(address).is_some()).cloned().collect()
    };
    assert_eq!(there(&life), addresses);
    life.may_go = &[":mense"];
    #[expect(clippy::disallowed_methods, reason = "a test takes a notice out")]
    std::fs::remove_file(life.folder.path().join("content").join(CALL)).expect("it can be removed");
    assert_eq!(life.commit("2026-11-03T12:00"), NOTHING, "of the kinds only one is left");
    assert_eq!(there(&life), addresses);
    life.put(
        "altri-contenuti/dati-ulteriori/terzo.md",
        &document("ufficio: Tributi\n").replace("documento", "provvedimento"),
    );
    life.commit("2026-11-04T10:00");
    assert_eq!(there(&life), addresses);
    let feed = text_of(life.edition.as_ref(), "elenchi/ufficio/ufficio-gare/feed.json");
    assert!(feed.contains("Ufficio gare") && feed.contains("\"items\":[]"), "{feed}");
    let page = text_of(life.edition.as_ref(), "ricevi-gli-avvisi/index.html");
    assert!(!page.contains("Ufficio gare"), "nobody is told to follow it: {page}");
}

/// A document with more in its front matter.
fn document(more: &str) -> String {
    format!("---\ntitolo: Altro\ntipo: documento\npubblicato: 02/11/2026\n{more}---\n")
}

#[test]
fn what_is_written_a_year_late_is_told_when_it_is_written() {
    let mut life = Life::with(DUE);
    let mut more = String::from(DUE);
    for at in 0..60 {
        let text = format!("---\ntitolo: Nuovo {at}\ntipo: documento\npubblicato: {:02}/10/2027\n---\n", at % 28 + 1);
        life.put(&format!("altri-contenuti/dati-ulteriori/nuovo-{at}.md"), &text);
    }
    life.commit("2027-10-29T10:00");
    let _ = write!(more, "eventi:\n  - tipo: esito\n    data: 20/12/2026\n");
    assert_eq!(life.edit("2027-11-02T10:00", &more), ["Esito: Mense scolastiche"]);
}

#[test]
fn a_revocation_is_told_when_the_page_says_so() {
    let revoked = format!(
        "{DUE}stato:\n  valore: revocato\n  dal: 16/11/2026\neventi:\n  - tipo: revoca\n    data: 16/11/2026\n    pubblicato: 25/11/2026\n"
    );
    let mut life = Life::with(DUE);
    assert_eq!(life.edit("2026-11-16T10:00", &revoked), ["Revoca: Mense scolastiche"]);
    assert_eq!(life.look("2026-11-26T10:00"), NOTHING);
}

#[test]
fn entries_keep_their_dates_when_another_is_written_before_them() {
    let questions = |days: &[&str]| {
        let one = |day: &&str| format!("  - tipo: richiesta-chiarimenti\n    data: {day}\n");
        DUE.to_owned() + &days.iter().map(one).collect::<String>()
    };
    let mut life = Life::with(&questions(&["01/12/2026"]));
    life.edit("2026-11-05T10:00", &questions(&["25/11/2026", "01/12/2026"]));
    assert!(life.start("richiesta-chiarimenti-1").contains("20261201"), "{:?}", life.entries);
    assert!(life.start("richiesta-chiarimenti-2").contains("20261125"), "{:?}", life.entries);
    life.edit("2026-11-06T10:00", &questions(&["25/11/2026"]));
    assert!(life.start("richiesta-chiarimenti-2").contains("20261125"), "{:?}", life.entries);
}

#[test]
fn a_notice_that_is_moved_or_mended_is_not_told_again() {
    let mut life = Life::with(&postponed(""));
    #[expect(clippy::disallowed_methods, reason = "a test moves a file")]
    let text = std::fs::read_to_string(life.folder.path().join("content").join(CALL)).expect("it is there");
    #[expect(clippy::disallowed_methods, reason = "a test moves a file")]
    std::fs::remove_file(life.folder.path().join("content").join(CALL)).expect("it can be removed");
    life.put("bandi-gara-contratti/procedure/2026/mense.md", &text.replace("Testo.", "Testo più chiaro."));
    assert_eq!(life.commit("2026-11-12T10:00"), NOTHING);
    assert_eq!(life.start("presentazione-offerte-1"), "DTSTART;TZID=Europe/Rome:20270129T120000");
}

/// The releases of a notice, and what they come to.
fn contracting(life: &Life, notice: &str) -> (Vec<Value>, Value) {
    let read = |file: &str| -> Value {
        let text = text_of(life.edition.as_ref(), &format!("atti/{notice}/{file}"));
        serde_json::from_str(&text).expect("a package is JSON")
    };
    let releases = read("ocds.json")["releases"].as_array().expect("releases").clone();
    (releases, read("ocds-storia.json")["records"][0]["compiledRelease"].clone())
}

#[test]
fn contracting_data_tell_what_was_mended_in_a_release_of_its_own() {
    let mut life = Life::with(DUE);
    let text = |title: &str, more: &str| {
        format!("---\ntitolo: {title}\ntipo: bando-gara\npubblicato: 02/11/2026 ore 9\n{DUE}{more}---\n\nTesto.\n")
    };
    life.put(CALL, &text("Mense delle scuole", "importo:\n  base: 100.000\n"));
    assert_eq!(life.commit("2026-11-12T10:00"), NOTHING, "whoever follows the site is not woken");
    let (told, whole) = contracting(&life, "mense");
    assert_eq!(told[0]["tender"]["title"], "Mense scolastiche");
    assert_eq!(told[1]["id"], "ocds-213czf-mense-mense-pubblicazione-v2");
    assert_eq!(told[1]["date"], "2026-11-12T10:00:00+01:00");
    assert_eq!(told[1]["tag"], serde_json::json!(["tenderUpdate"]));
    assert_eq!(told[1]["tender"]["title"], "Mense delle scuole");
    assert!(told[1]["tender"].get("tenderPeriod").is_none(), "only what is new: {}", told[1]);
    assert_eq!(
        (&whole["tender"]["title"], &whole["tender"]["value"]["amount"]),
        (&told[1]["tender"]["title"], &100_000.into())
    );
    // A document without a date came with the edition that brought it.
    life.put("bandi-gara-contratti/procedure/verbale.csv", "a;b\n1;2\n");
    let more = "codici:\n  cig: B51ABEC4F6\nallegati:\n  - file: verbale.csv\n    titolo: Verbale\n";
    life.put(CALL, &text("Mense delle scuole", more));
    life.commit("2026-11-13T10:00");
    let (told, whole) = contracting(&life, "mense");
    assert!(told[0]["tender"]["documents"].as_array().is_some_and(|documents| documents.len() == 1));
    assert_eq!((&told[0]["tender"]["id"], &whole["tender"]["id"]), (&"mense".into(), &"B51ABEC4F6".into()));
    assert!(whole["tender"].get("value").is_none(), "what is taken out is taken back: {whole}");
    // That code was another tender's: it goes from everything that was told.
    life.releases.clear();
    life.put(CALL, &text("Mense delle scuole", &more.replace("B51ABEC4F6", "95156957EC")));
    life.commit("2026-11-14T10:00");
    let (told, whole) = contracting(&life, "mense");
    assert!(!format!("{told:?}").contains("B51ABEC4F6"), "{told:?}");
    assert_eq!(whole["tender"]["id"], "95156957EC");
}

#[test]
fn contracting_data_follow_winners_and_deadlines_that_are_written_otherwise() {
    let event = "eventi:\n  - tipo: esito\n    data: 20/12/2026\n";
    let winner = |name: &str, amount: u32| format!("aggiudicatari:\n  - nome: {name}\n    importo: {amount}\n");
    let mut life = Life::with(DUE);
    life.edit("2026-11-12T10:00", &DUE.replace("18/12/2026 ore 12", "19/12/2026 ore 12"));
    let (_, whole) = contracting(&life, "mense");
    assert_eq!(whole["tender"]["tenderPeriod"]["endDate"], "2026-12-19T12:00:00+01:00");
    life.edit("2026-12-21T10:00", &format!("{DUE}{event}"));
    life.edit("2026-12-22T10:00", &format!("{DUE}{event}{}", winner("Alfa S.r.l.", 90_000)));
    life.edit("2026-12-23T10:00", &format!("{DUE}{event}{}", winner("Alfa S.r.l.", 91_000)));
    let (told, whole) = contracting(&life, "mense");
    let ids: Vec<&str> = told.iter().filter_map(|release| release["id"].as_str()).collect();
    let esito = "ocds-213czf-mense-mense-esito-2026-12-20";
    assert_eq!(ids[ids.len() - 3..], [esito.to_owned(), format!("{esito}-v2"), format!("{esito}-v3")], "{ids:?}");
    let awards = whole["awards"].as_array().expect("awards");
    let active: Vec<&Value> = awards.iter().filter(|award| award["status"] == "active").collect();
    assert_eq!(active.len(), 1, "the one without a name is withdrawn: {whole}");
    assert_eq!(active[0]["value"]["amount"], 91_000, "{whole}");
    assert_eq!(whole["tender"]["tenderPeriod"]["endDate"], "2026-12-18T12:00:00+01:00");
}

#[test]
fn contracting_data_keep_what_was_told_later_when_something_earlier_is_mended() {
    let call = |due: &str, more: &str| DUE.replace("18/12/2026 ore 12", due) + more;
    let moved = "    proroghe:\n      - tipo: proroga\n        precedente: 18/12/2026 ore 12\n        motivo: Guasto\n";
    let mut life = Life::with(&call("18/12/2026 ore 12", ""));
    life.edit("2026-11-12T10:00", &call("29/01/2027 ore 12", moved));
    // What it was before had been mistyped.
    life.edit("2026-11-13T10:00", &call("29/01/2027 ore 12", &moved.replace("18/12", "17/12")));
    let (_, whole) = contracting(&life, "mense");
    assert_eq!(whole["tender"]["tenderPeriod"]["endDate"], "2027-01-29T12:00:00+01:00");
    let award =
        "aggiudicatari:\n  - nome: Alfa S.r.l.\n    importo: 90.000\neventi:\n  - tipo: esito\n    data: 13/11/2026\n";
    life.edit("2026-11-14T10:00", &call("29/01/2027 ore 12", &format!("{moved}{award}")));
    let over = format!("{moved}{award}  - tipo: conclusione\n    data: 15/11/2026\n");
    life.edit("2026-11-16T10:00", &call("29/01/2027 ore 12", &over));
    life.edit("2026-11-17T10:00", &call("29/01/2027 ore 12", &over.replace("90.000", "90.500")));
    let (_, whole) = contracting(&life, "mense");
    assert_eq!(whole["contracts"][0]["status"], "terminated", "{whole}");
    assert_eq!(whole["awards"][0]["value"]["amount"], 90_500, "{whole}");
    assert_eq!(whole["tender"]["status"], "complete", "{whole}");
}

#[test]
fn contracting_data_of_a_call_stay_when_its_outcome_comes_out() {
    let mut life = Life::with(&format!("{DUE}eventi:\n  - tipo: esito\n    data: 10/11/2026\n"));
    life.look("2026-11-11T10:00");
    life.put(
        "bandi-gara-contratti/procedure/esito.md",
        "---\ntitolo: Esito mense\ntipo: esito\npubblicato: 20/11/2026\ncollegati: [mense]\naggiudicatari:\n  - nome: Alfa S.r.l.\n---\n",
    );
    life.commit("2026-11-12T10:00");
    life.look("2026-11-13T10:00");
    assert_eq!(life.look("2026-11-20T10:00"), ["Esito mense"]);
    let (_, whole) = contracting(&life, "mense");
    let awards = whole["awards"].as_array().expect("awards");
    assert_eq!(awards.iter().filter(|award| award["status"] == "active").count(), 1, "{whole}");
}

#[test]
fn a_second_suspension_is_told_though_the_first_was_lifted() {
    let state = |day: u32| format!("{DUE}stato:\n  valore: sospeso\n  dal: {day}/11/2026\n");
    let mut life = Life::with(DUE);
    assert_eq!(life.edit("2026-11-04T10:00", &state(4)), ["Sospeso: Mense scolastiche"]);
    assert_eq!(life.edit("2026-11-06T10:00", DUE), ["Il procedimento riprende: Mense scolastiche"]);
    let event = format!("{DUE}eventi:\n  - tipo: sospensione\n    data: 16/11/2026\n");
    assert_eq!(life.edit("2026-11-16T10:00", &event), ["Sospensione: Mense scolastiche"]);
    life.may_go = &["sospensione.2026-11-16", "sospensione-2026-11-16"];
    life.edit("2026-11-17T10:00", DUE);
}

#[test]
fn what_nobody_saw_is_not_told_as_changed() {
    let mut life = Life::new();
    let draft = format!("bozza: sì\n{DUE}eventi:\n  - tipo: nomina-commissione\n    data: 01/11/2026\n");
    assert_eq!(life.edit("2026-11-01T12:00", &draft), NOTHING);
    assert_eq!(life.edit("2026-11-01T14:00", &postponed("")), NOTHING, "it is published tomorrow");
    assert_eq!(life.edit("2026-11-01T15:00", DUE), NOTHING);
    assert_eq!(life.look("2026-11-02T10:00"), ["Mense scolastiche"]);
}

#[test]
fn a_postponement_is_an_update_of_the_page_whoever_wrote_it() {
    let mut life = Life::with(DUE);
    let dated = postponed("        pubblicata: 12/11/2026\n");
    assert_eq!(life.edit("2026-11-12T10:00", &dated), ["Termine prorogato: Mense scolastiche"]);
    let edition = life.edition.as_ref().expect("it was built");
    assert!(life.page().contains("<time datetime=\"2026-11-12\">"), "the page");
    assert!(text(edition, "sitemap.xml").contains("/atti/mense/</loc><lastmod>2026-11-12</lastmod>"), "the site map");
    assert!(text(edition, "atti/mense/index.json").contains("\"aggiornato\":\"2026-11-12\""), "the data");
    assert!(text(edition, "dati/atti.csv").contains("2026-11-12"), "the table");
}
