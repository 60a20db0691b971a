//! A world that is not as it should be: exit code 2.

use std::os::unix::fs::symlink;

use crate::support::site::{Site, notice, read, untouched};

#[test]
fn a_content_folder_that_does_not_exist_is_said_by_name() {
    let run = untouched(&Site::published(), 2, &["--content", "contenuti"]);
    run.says("errore: non riesco a leggere contenuti: non c'è");
}

#[test]
fn a_content_folder_that_is_a_file_is_said_by_name() {
    untouched(&Site::published(), 2, &["--content", "content/sito.yaml"]).says("content/sito.yaml");
}

#[test]
fn an_output_folder_that_is_a_file_is_left_alone() {
    let site = Site::published();
    site.put("uscita", "importante");
    untouched(&site, 2, &["--out", "uscita"]).says("uscita");
    assert_eq!(read(&site.path("uscita")), b"importante");
}

#[test]
fn an_output_folder_with_strangers_files_is_left_alone() {
    let site = Site::published();
    site.put("uscita/index.html", "la vecchia pagina");
    let run = untouched(&site, 2, &["--out", "uscita"]);
    run.says("la cartella uscita").says("non è vuota e non l'ha scritta questo programma");
    assert_eq!(read(&site.path("uscita/index.html")), b"la vecchia pagina");
    assert_eq!(
        std::fs::read_dir(site.path("uscita")).expect("it is there").count(),
        1,
        "something was written beside it"
    );
}

#[test]
fn a_strangers_file_where_a_page_should_go_is_left_alone() {
    let site = Site::with(notice("", ""));
    site.put("public/atti/prova/index.html", "di un altro");
    untouched(&site, 2, &[]).says("public/atti/prova/index.html").says("non l'ha scritto questo programma");
}

#[test]
fn a_strangers_file_where_no_page_goes_stays() {
    let site = Site::with(notice("", ""));
    site.put("public/google123.html", "di un altro");
    crate::support::site::accepted(&site);
    assert_eq!(read(&site.path("public/google123.html")), b"di un altro");
}

#[test]
fn a_link_in_the_output_folder_is_not_followed() {
    let site = Site::with(notice("", ""));
    site.put("altrove/importante.txt", "importante");
    symlink(site.path("altrove"), site.path("public/atti/prova")).expect("a link can be made");
    let run = site.build(&[]);
    assert_eq!(run.code, Some(2), "{}", run.said);
    assert_eq!(std::fs::read_dir(site.path("altrove")).expect("it is there").count(), 1, "the link was followed");
}

#[test]
fn an_unknown_command_is_refused_with_the_nearest() {
    let site = Site::published();
    let run = site.run(&["biuld", "--lang", "it"]);
    assert_eq!(run.code, Some(2));
    run.says("il comando `biuld` non esiste").says("prova con: build");
}

#[test]
fn an_unknown_option_is_refused_with_the_nearest() {
    let run = untouched(&Site::published(), 2, &["--stretto"]);
    run.says("l'opzione `--stretto` non esiste").says("trasparente --help");
    untouched(&Site::published(), 2, &["--strit"]).says("prova con: --strict");
}

#[test]
fn a_wrong_value_for_an_option_is_refused() {
    untouched(&Site::published(), 2, &["--format", "pdf"]).says("`pdf` non va bene per --format").says("sarif");
    untouched(&Site::published(), 2, &["--threads", "molti"]).says("`molti` non va bene per --threads");
    untouched(&Site::published(), 2, &["--out"]).says("--out");
}

#[test]
fn a_moment_that_is_none_is_refused() {
    let run = Site::published().run(&["build", "--lang", "it", "--as-of", "domani"]);
    assert_eq!(run.code, Some(2));
    run.says("`domani` non è una data per --as-of");
}

#[test]
fn what_does_not_hold_yet_is_published_only_if_it_is_said_twice() {
    let site = Site::published();
    let before = site.on_line();
    let run = |more: &[&str]| site.run(&[&["build", "--lang", "it", "--as-of", "01/01/2099 ore 12"], more].concat());
    let refused = run(&[]);
    assert_eq!(refused.code, Some(2), "{}", refused.said);
    refused.says("in public c'è il sito pubblicato").says("gennaio 2099").says("aggiungi --future");
    assert!(site.on_line() == before, "something changed");
    // Elsewhere it may be looked at, there it may be published by who says so.
    assert_eq!(run(&["--out", "prova"]).code, Some(0));
    assert_eq!(run(&["--future"]).code, Some(0));
}
