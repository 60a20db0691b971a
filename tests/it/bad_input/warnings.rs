//! What is shown and does not stop publication, unless asked to.

use std::process::Command;

use crate::support::site::{BAD, Site, accepted, notice, warned};

fn at(place: &str) -> String {
    format!("{BAD}:{place}")
}

fn deadline(when: &str) -> String {
    format!("scadenze:\n  - tipo: presentazione-domande\n    data: {when}\n")
}

#[test]
fn a_link_that_says_click_here_is_a_warning() {
    let run = warned(&Site::with(notice("", "\nPer il bando [clicca qui](/bilanci/).\n")));
    run.warning("clicca-qui", &at("7:14"), "metti nel collegamento il nome di ciò che si apre");
}

#[test]
fn text_left_over_from_a_template_is_a_warning() {
    let run = warned(&Site::with(notice("", "\nLorem ipsum è il testo.\n\n[inserire i requisiti]\n")));
    run.warning("testo-segnaposto", &at("7:1"), "scrivi ciò che manca").warning(
        "testo-segnaposto",
        &at("9:1"),
        "da sostituire",
    );
}

#[test]
fn a_deadline_on_a_holiday_is_a_warning() {
    let run = warned(&Site::with(notice(&deadline("25/12/2026"), "")));
    run.warning("scadenza-festiva", &at("7:11"), "il termine cade a Natale").says("primo giorno lavorativo");
}

#[test]
fn a_deadline_at_an_hour_that_does_not_exist_is_a_warning() {
    let run = warned(&Site::with(notice(&deadline("28/03/2027 ore 2:30"), "")));
    run.warning("ora-del-cambio", &at("7:11"), "questa ora non esiste").says("fra le 2 e le 3");
}

#[test]
fn a_deadline_at_an_hour_that_comes_twice_is_a_warning() {
    let run = warned(&Site::with(notice(&deadline("31/10/2027 ore 2:30"), "")));
    run.warning("ora-del-cambio", &at("7:11"), "vale la seconda");
}

#[test]
fn an_excuse_nobody_needs_is_a_warning() {
    let run = warned(&Site::with(notice("consenti:\n  - regola: clicca-qui\n    motivo: Non si sa mai\n", "")));
    run.warning("consenti-inutile", &at("6:5"), "non serve più");
}

#[test]
fn an_excuse_with_a_reason_silences_the_warning_and_is_counted() {
    let more =
        deadline("25/12/2026") + "consenti:\n  - regola: scadenza-festiva\n    motivo: Lo fissa il bando regionale\n";
    let site = Site::with(notice(&more, ""));
    let run = accepted(&site);
    assert!(!run.said.contains("scadenza-festiva"), "{}", run.said);
    run.says("1 dispensato con un motivo");
    assert_eq!(site.build(&["--strict"]).code, Some(0), "an excused warning stops nothing");
}

#[test]
fn an_update_older_than_gits_last_change_is_a_warning() {
    let site = in_git(Site::with(notice("aggiornato: 14/10/2026\n", "")), "2026-11-20T10:00:00+01:00");
    let run = warned(&site);
    run.warning("aggiornamento-git", &at("5:13"), "scrivi `aggiornato: 20/11/2026`");
    run.warning(
        "aggiornamento-git",
        "bandi-gara-contratti/procedure/mense/index.md:4:13",
        "il file è stato cambiato il 20/11/2026",
    );
}

#[test]
fn an_update_of_the_day_of_gits_last_change_is_none() {
    let site = in_git(Site::with(notice("aggiornato: 14/10/2026\n", "")), "2026-10-14T23:59:00+02:00");
    let run = accepted(&site);
    assert!(!run.said.contains(BAD), "{}", run.said);
}

/// The site with its content in a repository, committed at a moment.
fn in_git(site: Site, when: &str) -> Site {
    let git = |words: &[&str]| {
        let done = Command::new("git")
            .current_dir(site.path("."))
            .args([
                "-c",
                "user.name=Redazione",
                "-c",
                "user.email=redazione@comune.esempio.it",
                "-c",
                "commit.gpgsign=false",
            ])
            .args(words)
            .env("GIT_AUTHOR_DATE", when)
            .env("GIT_COMMITTER_DATE", when)
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .output()
            .expect("git is installed");
        assert!(done.status.success(), "git {words:?}: {}", String::from_utf8_lossy(&done.stderr));
    };
    git(&["init", "--quiet"]);
    git(&["add", "content"]);
    git(&["commit", "--quiet", "--message", "Avvisi"]);
    site
}
