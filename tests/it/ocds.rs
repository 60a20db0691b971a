//! Contracting data (OCDS) through the program: which notices are one
//! procedure, what each release says and does not say yet, and the two
//! notices the project began with.

use crate::support::memory;
use crate::support::ocds::{faults, json};
use crate::support::settings::SETTINGS;
use crate::support::sites;
use crate::support::sites::{findings_of, instant, root};
use serde_json::{Value, json};
use trasparente::edition::Edition;

const TENDERS: &str = "bandi-gara-contratti/procedure";
const PREFIX: &str = "prefisso_ocds: ocds-213czf\n";

/// The site of some notices, each a name, a kind and the rest of its front
/// matter, as it is at an instant.
fn site_with(settings: &str, notices: &[(&str, &str, &str)], now: &str) -> Edition {
    let mut texts = vec![("sito.yaml".to_owned(), format!("{SETTINGS}{settings}"))];
    texts.extend(notices.iter().map(|(name, kind, more)| {
        let text = format!("---\ntitolo: Atto {name}\ntipo: {kind}\n{more}---\n");
        (format!("{TENDERS}/{name}.md"), text)
    }));
    let built = memory::build(&texts, instant(now));
    let said = findings_of(&built);
    built.edition.unwrap_or_else(|| panic!("{said}"))
}

fn site(notices: &[(&str, &str, &str)]) -> Edition {
    let edition = site_with(PREFIX, notices, "2026-11-23T10:00");
    let (faults, number) = faults(&edition);
    assert_eq!(faults, Vec::<String>::new());
    assert!(number > 0);
    edition
}

/// The record of the procedure that began with a notice.
fn record(edition: &Edition, root: &str) -> Value {
    json(edition, &format!("atti/{root}/ocds-storia.json"))["records"][0].clone()
}

/// Tags and date of each release.
fn course(releases: &Value) -> Vec<String> {
    let tags = |release: &Value| {
        let tags: Vec<&str> = release["tag"].as_array().expect("a list").iter().filter_map(Value::as_str).collect();
        format!("{} {}", &release["date"].as_str().expect("a date")[..10], tags.join("+"))
    };
    releases.as_array().expect("a list").iter().map(tags).collect()
}

const MOVED: &str = "pubblicato: 12/10/2026\naggiornato: 16/11/2026\nscadenze:
  - tipo: presentazione-offerte
    data: 15/12/2026
    proroghe:
      - tipo: proroga
        pubblicata: 02/11/2026
        precedente: 20/11/2026 ore 12
        motivo: guasto
      - tipo: proroga
        pubblicata: 16/11/2026
        precedente: 30/11/2026 ore 12
        motivo: ancora guasto
        atto: Determinazione n. 611
";

#[test]
fn the_first_release_knows_the_first_deadline_and_each_move_is_an_amendment() {
    let record = record(&site(&[("mense", "bando-gara", MOVED)]), "mense");
    let releases = &record["releases"];
    assert_eq!(course(releases), ["2026-10-12 tender", "2026-11-02 tenderAmendment", "2026-11-16 tenderAmendment"]);
    let deadline = |at: usize| releases[at]["tender"]["tenderPeriod"]["endDate"].clone();
    assert_eq!(
        [deadline(0), deadline(1), deadline(2)],
        ["2026-11-20T12:00:00+01:00", "2026-11-30T12:00:00+01:00", "2026-12-15T23:59:59+01:00"]
    );
    assert!(releases[0]["tender"].get("amendments").is_none());
    let amendment = &releases[2]["tender"]["amendments"][0];
    assert_eq!(amendment["rationale"], "ancora guasto");
    assert_eq!(amendment["amendsReleaseID"], releases[1]["id"]);
    assert_eq!(amendment["releaseID"], releases[2]["id"]);
    let description = amendment["description"].as_str().expect("a text");
    for part in
        ["Proroga", "lunedì 30 novembre 2026, ore 12:00", "martedì 15 dicembre 2026", "Atto: Determinazione n. 611"]
    {
        assert!(description.contains(part), "no `{part}` in {description}");
    }
    assert_eq!(record["compiledRelease"]["tender"]["tenderPeriod"]["endDate"], "2026-12-15T23:59:59+01:00");
}

#[test]
fn what_was_told_stays_as_it_was_when_more_happens() {
    let at = |now: &str| site_with(PREFIX, &[("mense", "bando-gara", MOVED)], now);
    let releases = |edition: &Edition| record(edition, "mense")["releases"].as_array().cloned().expect("a list");
    let (before, after) = (releases(&at("2026-11-15T10:00")), releases(&at("2026-11-23T10:00")));
    assert_eq!(before.len(), 2);
    assert_eq!(before[..], after[..2]);
    // A move nobody knows of yet is told nowhere.
    assert_eq!(
        record(&at("2026-11-15T10:00"), "mense")["compiledRelease"]["tender"]["tenderPeriod"]["endDate"],
        "2026-11-30T12:00:00+01:00"
    );
}

#[test]
fn a_move_of_unknown_origin_claims_no_day_and_no_former_deadline() {
    let more = "pubblicato: 12/10/2026\naggiornato: 16/11/2026\nscadenze:
  - tipo: presentazione-offerte
    data: 20/11/2026 ore 12
    proroghe:
      - motivo: guasto
";
    let record = record(&site(&[("mense", "bando-gara", more)]), "mense");
    let releases = &record["releases"];
    assert_eq!(releases[0]["tender"]["tenderPeriod"], json!({"startDate": "2026-10-12T00:00:00+02:00"}));
    // Known at the latest when the page was last touched.
    assert_eq!(course(releases), ["2026-10-12 tender", "2026-11-16 tenderAmendment"]);
    assert!(releases[1]["tender"]["amendments"][0].get("date").is_none());
    assert_eq!(record["compiledRelease"]["tender"]["tenderPeriod"]["endDate"], "2026-11-20T12:00:00+01:00");
}

#[test]
fn a_deadline_nobody_wrote_between_two_moves_is_taken_back() {
    let more = "pubblicato: 12/10/2026\nscadenze:
  - tipo: presentazione-offerte
    data: 20/12/2026
    proroghe:
      - pubblicata: 20/10/2026
        precedente: 30/10/2026
        motivo: uno
      - pubblicata: 02/11/2026
        motivo: due
";
    let releases = record(&site(&[("mense", "bando-gara", more)]), "mense")["releases"].clone();
    assert_eq!(releases[0]["tender"]["tenderPeriod"]["endDate"], "2026-10-30T23:59:59+01:00");
    assert_eq!(releases[1]["tender"]["tenderPeriod"], json!({"endDate": null}));
    assert_eq!(releases[2]["tender"]["tenderPeriod"]["endDate"], "2026-12-20T23:59:59+01:00");
}

#[test]
fn a_call_without_deadlines_has_no_end() {
    let edition = site(&[("mense", "bando-gara", "pubblicato: 12/10/2026 ore 9\n")]);
    let tender = record(&edition, "mense")["compiledRelease"]["tender"].clone();
    assert_eq!(tender["status"], "active");
    assert!(tender.get("tenderPeriod").is_none());
}

#[test]
fn the_site_changes_by_itself_when_there_is_something_new_to_tell() {
    let more = "pubblicato: 12/10/2026\neventi:\n  - {tipo: chiarimenti, data: 20/11/2026 ore 9, pubblicato: 24/11/2026 ore 8}\n\
                allegati:\n  - {indirizzo: https://esempio.it/a.pdf, titolo: A, data: 25/11/2026}\n";
    let at = |now: &str| site_with(PREFIX, &[("mense", "bando-gara", more)], now);
    let told = |edition: &Edition| course(&record(edition, "mense")["releases"]).len();
    for (now, next, releases) in [
        ("2026-11-23T10:00", Some("2026-11-24T08:00"), 1),
        ("2026-11-24T08:00", Some("2026-11-25T00:00"), 2),
        // At the end of the year its feed is archived.
        ("2026-11-25T00:00", Some("2027-01-01T00:00"), 3),
    ] {
        let edition = at(now);
        assert_eq!((edition.next_transition, told(&edition)), (next.map(instant), releases), "{now}");
    }
}

const LOTS: &str = "pubblicato: 01/09/2026\naggiornato: 05/11/2026
codici:
  cig: [T0A04449D2, T0A0555B1B]
importo: 396.000,55
lotti:
  - {numero: 1, titolo: Uffici, cig: T0A04449D2, importo: 288000.55, aggiudicatario: Alfa}
  - {numero: 2, titolo: Biblioteca, cig: T0A0555B1B, importo: 108.000}
aggiudicatari:
  - {nome: Beta S.r.l., codice_fiscale: \"00743110157\", importo: 102.540, lotto: lotto 2}
eventi:
  - {tipo: esito, data: 10/10/2026, titolo: Aggiudicazione dei due lotti}
  - {tipo: stipula, data: 20/10/2026, titolo: Contratto con Beta S.r.l.}
  - {tipo: modifica-contratto, data: 02/11/2026, titolo: Più ore}
  - {tipo: conclusione, data: 05/11/2026}
  - {tipo: altro, data: 24/11/2026, titolo: Domani}
";

#[test]
fn lots_are_items_named_by_their_cig_and_winners_come_with_the_outcome() {
    let record = record(&site(&[("pulizie", "bando-gara", LOTS)]), "pulizie");
    let releases = &record["releases"];
    assert_eq!(
        course(releases),
        [
            "2026-09-01 tender",
            "2026-10-10 award",
            "2026-10-20 contract",
            "2026-11-02 contract+contractAmendment",
            "2026-11-05 implementation+contractTermination"
        ]
    );
    let first = releases[0].to_string();
    assert!(!first.contains("Beta") && !first.contains("Alfa"), "the call knows who won: {first}");
    let items = &releases[0]["tender"]["items"];
    assert_eq!(items[0]["id"], "T0A04449D2");
    assert_eq!(items[0]["unit"]["value"], json!({"amount": 288_000.55, "currency": "EUR"}));
    // Two lots, two codes: the tender goes by the notice.
    assert_eq!(releases[0]["tender"]["id"], "pulizie");
    let now = &record["compiledRelease"];
    let award =
        |at: usize| (now["awards"][at]["suppliers"][0]["name"].clone(), now["awards"][at]["items"][0]["id"].clone());
    assert_eq!(award(0), ("Beta S.r.l.".into(), "T0A0555B1B".into()));
    assert_eq!(award(1), ("Alfa".into(), "T0A04449D2".into()));
    assert_eq!(now["awards"][0]["id"], "T0A0555B1B-IT-CF-00743110157");
    // The first contract is with the one that signed.
    assert_eq!(now["contracts"][0]["awardID"], now["awards"][0]["id"]);
    assert_eq!(now["contracts"][0]["dateSigned"], "2026-10-20T00:00:00+02:00");
    assert!(now["contracts"][1].get("dateSigned").is_none());
    assert!(!record.to_string().contains("Domani"), "tomorrow is told today");
}

#[test]
fn who_took_part_is_a_party_once_the_choice_is_made() {
    let more = "partecipanti:\n  - nome: Delta GmbH\n    identificativo_estero: DE123456789\n  - nome: Beta S.r.l.\n    \
                codice_fiscale: \"00743110157\"\n";
    let call = LOTS.to_owned() + more;
    let record = record(&site(&[("pulizie", "bando-gara", &call)]), "pulizie");
    assert!(!record["releases"][0].to_string().contains("Delta"), "the call knows who took part");
    let now = &record["compiledRelease"];
    let names = now["tender"]["tenderers"].as_array().expect("tenderers");
    let names: Vec<&str> = names.iter().filter_map(|one| one["name"].as_str()).collect();
    assert_eq!(names, ["Delta GmbH", "Beta S.r.l."]);
    let parties = now["parties"].as_array().expect("parties");
    let roles = |name: &str| parties.iter().find(|party| party["name"] == name).expect(name)["roles"].clone();
    assert_eq!(roles("Delta GmbH"), json!(["tenderer"]));
    assert_eq!(roles("Beta S.r.l."), json!(["supplier", "tenderer"]));
}

#[test]
fn a_revoked_call_is_cancelled_and_one_without_a_winner_unsuccessful() {
    let states = [
        ("revocato", "", "2026-10-20 tenderCancellation", "cancelled"),
        (
            "annullato",
            "eventi:\n  - {tipo: annullamento, data: 20/10/2026}\n",
            "2026-10-20 tenderCancellation",
            "cancelled",
        ),
        ("deserto", "eventi:\n  - {tipo: deserto, data: 19/10/2026}\n", "2026-10-19 tenderUpdate", "unsuccessful"),
        (
            "non-aggiudicato",
            "eventi:\n  - {tipo: esito, data: 18/10/2026}\n",
            "2026-10-18 tenderUpdate",
            "unsuccessful",
        ),
        ("sospeso", "", "2026-10-20 tenderUpdate", "active"),
        ("concluso", "", "2026-10-20 tenderUpdate", "complete"),
        ("aggiudicato", "importo: {aggiudicazione: 10}\n", "2026-10-20 award", "complete"),
    ];
    for (state, more, told, status) in states {
        let more = format!(
            "pubblicato: 12/10/2026\n{more}stato:\n  valore: {state}\n  dal: 20/10/2026\n  motivo: Per un motivo\n"
        );
        let record = record(&site(&[("mense", "bando-gara", &more)]), "mense");
        assert_eq!(course(&record["releases"]), ["2026-10-12 tender", told], "{state}");
        assert_eq!(record["compiledRelease"]["tender"]["status"], status, "{state}");
    }
}

const CALL: &str =
    "pubblicato: 01/09/2026\ncodici: {cig: B51ABEC4F6}\nimporto: 100\neventi:\n  - {tipo: stipula, data: 30/10/2026}\n";
const OUTCOME: &str = "pubblicato: 15/10/2026\ncodici: {cig: B51ABEC4F6}\ncollegati: strade\n\
    aggiudicatari:\n  - {nome: Alfa, importo: 90}\neventi:\n  - {tipo: esito, data: 11/10/2026}\n";

#[test]
fn a_call_and_the_outcome_that_names_it_are_one_procedure() {
    let edition = site(&[("strade", "bando-gara", CALL), ("esito-strade", "esito", OUTCOME)]);
    let record = record(&edition, "strade");
    assert_eq!(course(&record["releases"]), ["2026-09-01 tender", "2026-10-15 award", "2026-10-30 contract"]);
    assert_eq!(record["compiledRelease"]["tender"]["id"], "B51ABEC4F6");
    assert_eq!(record["compiledRelease"]["tender"]["title"], "Atto strade");
    assert_eq!(record["compiledRelease"]["awards"][0]["date"], "2026-10-11T00:00:00+02:00");
    let own = json(&edition, "atti/esito-strade/ocds.json");
    assert_eq!(course(&own["releases"]), ["2026-10-15 award"]);
    assert_eq!(own["releases"][0]["ocid"], "ocds-213czf-strade");
    assert_eq!(
        course(&json(&edition, "atti/strade/ocds.json")["releases"]),
        ["2026-09-01 tender", "2026-10-30 contract"]
    );
    assert!(edition.get("atti/esito-strade/ocds-storia.json").is_none());
    assert_eq!(course(&json(&edition, "dati/ocds/2026.json")["releases"]), course(&record["releases"]));
}

#[test]
fn notices_that_only_resemble_each_other_stay_apart() {
    let ocid =
        |edition: &Edition, id: &str| json(edition, &format!("atti/{id}/ocds.json"))["releases"][0]["ocid"].clone();
    let call = |more: &str| format!("pubblicato: 01/09/2026\n{more}");
    let cases = [
        (
            "another body's",
            call("ente: {nome: Comune di Altrove}\n"),
            "lettera-invito",
            "pubblicato: 15/10/2026\ncollegati: uno\n",
        ),
        (
            "another CIG",
            call("codici: {cig: B51ABEC4F6}\n"),
            "esito",
            "pubblicato: 15/10/2026\ncodici: {cig: T0A0CCC41F}\ncollegati: uno\n",
        ),
        ("the same stage", call(""), "bando-gara", "pubblicato: 15/10/2026\ncollegati: uno\n"),
        ("before its call", call(""), "esito", "pubblicato: 15/08/2026\ncollegati: uno\n"),
    ];
    for (why, one, kind, two) in &cases {
        let edition = site(&[("uno", "bando-gara", one), ("due", kind, two)]);
        assert_eq!(ocid(&edition, "due"), "ocds-213czf-due", "{why}");
    }
    // An outcome that names two calls belongs to the one with its CIG, or to none.
    let calls = [("uno", "bando-gara", "pubblicato: 01/09/2026\n"), ("due", "bando-gara", CALL)];
    for (code, expected) in [("codici: {cig: B51ABEC4F6}\n", "ocds-213czf-due"), ("", "ocds-213czf-esito")] {
        let outcome = format!("pubblicato: 15/10/2026\n{code}collegati: [uno, due]\n");
        let edition = site(&[calls[0], calls[1], ("esito", "esito", &outcome)]);
        assert_eq!(ocid(&edition, "esito"), expected);
    }
}

#[test]
fn a_survey_and_its_invitation_are_one_procedure_and_with_two_invitations_three() {
    let survey = (
        "indagine",
        "manifestazione-interesse",
        "pubblicato: 01/09/2026\nscadenze:\n  - {tipo: manifestazione-interesse, data: 20/09/2026}\n",
    );
    let invitation =
        "pubblicato: 01/10/2026\ncollegati: indagine\nscadenze:\n  - {tipo: presentazione-offerte, data: 20/10/2026}\n";
    let edition = site(&[survey, ("invito", "lettera-invito", invitation)]);
    let one = record(&edition, "indagine");
    assert_eq!(course(&one["releases"]), ["2026-09-01 planning", "2026-10-01 tender"]);
    assert_eq!(one["releases"][0]["tender"]["status"], "planning");
    assert_eq!(one["compiledRelease"]["tender"]["title"], "Atto invito");
    assert_eq!(one["compiledRelease"]["planning"]["milestones"][0]["dueDate"], "2026-09-20T23:59:59+02:00");
    let edition = site(&[survey, ("invito", "lettera-invito", invitation), ("altro", "lettera-invito", invitation)]);
    for own in ["indagine", "invito", "altro"] {
        assert_eq!(record(&edition, own)["ocid"], format!("ocds-213czf-{own}"));
    }
    let related = &record(&edition, "altro")["compiledRelease"]["relatedProcesses"][0];
    assert_eq!(related["identifier"], "ocds-213czf-indagine");
    assert_eq!(related["relationship"], json!(["planning"]));
}

#[test]
fn an_outcome_alone_and_a_direct_award_tell_the_award_at_once() {
    let edition = site(&[
        ("esito", "esito", "pubblicato: 15/10/2026\nimporto: {aggiudicazione: 1000.10}\n"),
        (
            "acquisto",
            "affidamento-diretto",
            "pubblicato: 15/10/2026\naggiudicatari:\n  - {nome: Alfa, importo: 90}\neventi:\n  - {tipo: stipula, data: 01/10/2026}\n",
        ),
        ("nulla", "esito", "pubblicato: 15/10/2026\nstato: {valore: deserto, dal: 10/10/2026, motivo: nessuno}\n"),
    ]);
    let more = "pubblicato: 15/10/2026\naggiudicatari:\n  - {nome: Alfa}\n";
    // A page that was published with its winner, or got one later.
    for (updated, expected) in [
        ("", vec!["2026-10-15 tender+award"]),
        ("aggiornato: 20/10/2026\n", vec!["2026-10-15 tender", "2026-10-20 award"]),
    ] {
        let edition = self::site(&[("mense", "bando-gara", &format!("{more}{updated}"))]);
        assert_eq!(course(&record(&edition, "mense")["releases"]), expected);
    }
    let (alone, direct, none) = (record(&edition, "esito"), record(&edition, "acquisto"), record(&edition, "nulla"));
    assert_eq!(course(&alone["releases"]), ["2026-10-15 award"]);
    assert_eq!(alone["compiledRelease"]["awards"][0]["value"]["amount"], json!(1000.1));
    assert_eq!(course(&direct["releases"]), ["2026-10-15 award+contract"]);
    assert_eq!(direct["compiledRelease"]["tender"]["procurementMethod"], "direct");
    assert_eq!(none["compiledRelease"]["awards"][0]["status"], "unsuccessful");
    assert_eq!(none["compiledRelease"]["tender"]["status"], "unsuccessful");
}

#[test]
fn nothing_is_made_without_a_prefix_nor_for_what_buys_nothing_nor_unwanted() {
    let notices = [
        ("mense", "bando-gara", "pubblicato: 12/10/2026\n"),
        ("sponsor", "sponsorizzazione", "pubblicato: 12/10/2026\n"),
    ];
    let ours = |edition: &Edition| edition.files().filter(|(path, _)| path.contains("ocds")).count();
    for settings in ["", "prefisso_ocds: ocds-213czf\nsenza: [dati]\n"] {
        let edition = site_with(settings, &notices, "2026-11-23T10:00");
        assert_eq!(ours(&edition), 0);
        assert!(!page(&edition, "mense").contains("ocds"));
    }
    let edition = site(&notices);
    assert_eq!(ours(&edition), 3);
    assert!(edition.get("atti/sponsor/ocds.json").is_none());
}

fn page(edition: &Edition, id: &str) -> String {
    match edition.get(&format!("atti/{id}/index.html")) {
        Some(trasparente::edition::Content::Bytes(bytes)) => String::from_utf8_lossy(bytes).into_owned(),
        other => panic!("{id} is {other:?}"),
    }
}

#[test]
fn the_sample_site_tells_what_its_pages_tell() {
    let edition = sites::build(&root()).edition.expect("the sample site builds");
    let (wrong, number) = faults(&edition);
    assert_eq!(wrong, Vec::<String>::new());
    assert!(number > 30, "only {number} files");
    let treviso = record(&edition, "supervisione-operatori-sociali-ven09");
    let now = &treviso["compiledRelease"];
    assert_eq!(now["buyer"]["name"], "Ambito Territoriale Sociale VEN_09 - Treviso");
    assert_eq!(now["tender"]["id"], "9030232");
    assert_eq!(now["tender"]["tenderPeriod"]["endDate"], "2023-05-26T23:59:00+02:00");
    assert_eq!(now["tender"]["amendments"][0]["rationale"], "anomalie della piattaforma");
    assert_eq!(now["planning"]["budget"]["description"], "Ministero del Lavoro e delle Politiche Sociali");
    assert_eq!(now["planning"]["rationale"].as_str().map(|text| text.lines().count()), Some(4));
    for part in ["MePA", "gara 3534973", "M5C2 – 1.1.4", "bando-di-gara.pdf", "disciplinare-di-gara.pdf"] {
        assert!(now.to_string().contains(part), "Treviso: no `{part}`");
    }
    assert!(treviso["releases"][0]["tender"]["tenderPeriod"].get("endDate").is_none(), "nobody knows it");
    let crotone = record(&edition, "supervisione-burnout-crotone");
    let now = &crotone["compiledRelease"];
    assert_eq!(crotone["ocid"], "ocds-213czf-supervisione-burnout-crotone", "the two are not one procedure");
    assert_eq!(now["buyer"]["name"], "Comune di Crotone");
    assert_eq!(now["tender"]["value"], json!({"amount": 172_131.15, "currency": "EUR"}));
    assert_eq!(now["planning"]["milestones"][0]["dueDate"], "2023-10-12T12:00:00+02:00");
    assert_eq!(now["tender"]["contractPeriod"]["endDate"], "2026-06-30T23:59:59+02:00");
    let hours = now["tender"]["items"].as_array().expect("a list").iter().map(|item| item["quantity"].clone());
    assert_eq!(hours.collect::<Vec<_>>(), [json!(628), json!(500), json!(500)]);
    for part in ["ASMEL", "protocollocomune@pec.comune.crotone.it", "Mesoraca", "IVA esclusa", "capofila"] {
        assert!(now.to_string().contains(part), "Crotone: no `{part}`");
    }
    let strade = page(&edition, "esito-manutenzione-strade-2026");
    for address in ["/atti/esito-manutenzione-strade-2026/ocds.json", "/atti/manutenzione-strade-2026/ocds-storia.json"]
    {
        assert!(strade.contains(&format!("href=\"{address}\"")), "no link to {address}");
    }
    assert!(edition.get("atti/avviso-beni-comuni/ocds.json").is_none(), "a pact with citizens buys nothing");
}
