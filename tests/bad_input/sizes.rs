//! Files made to exhaust: too large, too deep, too many.

use std::time::Duration;

use crate::site::{BAD, Site, accepted, notice, refused, untouched};

fn at(place: &str) -> String {
    format!("{BAD}:{place}")
}

/// Generous for a busy machine and a program built for tests, and far below
/// what any of these would take if it were let.
const SOON: Duration = Duration::from_secs(1);

fn nest(open: &str) -> String {
    open.repeat(100_000)
}

#[test]
fn an_alias_bomb_is_refused_at_its_first_anchor_and_at_once() {
    let layers = ('b'..='z').zip('a'..='z').map(|(letter, before)| {
        let nine = format!("*{before}, ").repeat(9);
        format!("{letter}: &{letter} [{nine}]\n")
    });
    let bomb: Vec<String> = layers.collect();
    let run = refused(&Site::with(notice(&format!("argomenti: &a [x, x, x, x]\n{}", bomb.concat()), "")));
    run.error("yaml", &at("5:15"), "ancore e rimandi (`&nome`, `*nome`) non sono accettati")
        .says("scrivi il valore per esteso");
    assert!(run.took < SOON, "{:?}", run.took);
}

#[test]
fn yaml_a_hundred_thousand_deep_is_refused_at_once() {
    for open in ["[", "{a: ", "- ", "? "] {
        let run = refused(&Site::with(format!("---\n{}\n---\n", nest(open))));
        run.says("errore[yaml]").says(&format!("--> content/{BAD}:2:"));
        assert!(run.took < SOON, "{open}: {:?}", run.took);
    }
}

#[test]
fn nested_brackets_are_refused_in_italian() {
    refused(&Site::with(format!("---\n{}\n---\n", nest("[")))).says("troppi livelli");
}

#[test]
fn fifty_thousand_values_are_refused_at_once() {
    let run = refused(&Site::with(notice(&format!("argomenti: [{}]\n", "x, ".repeat(60_000)), "")));
    run.says("errore[yaml]").says("troppi livelli o troppe voci");
    assert!(run.took < SOON, "{:?}", run.took);
}

#[test]
fn markdown_a_hundred_thousand_deep_is_a_text_as_any_other() {
    for open in [">", "- ", "[", "![", "*a_", "<a", "`"] {
        let run = accepted(&Site::with(notice("", &format!("\n{} ciao\n", nest(open)))));
        assert!(run.took < Duration::from_secs(10), "{open}: {:?}", run.took);
    }
}

#[test]
fn a_notice_of_200_megabytes_is_refused_without_being_read() {
    let site = Site::with("---\n");
    let file = std::fs::OpenOptions::new()
        .write(true)
        .open(site.path(&format!("content/{BAD}")))
        .expect("it was just written");
    file.set_len(200 * 1024 * 1024).expect("a file can be made longer");
    let run = refused(&site);
    run.error("file-troppo-grande", &at("1:1"), "il file è di 200 MB").says("dagli il suo nome vero");
    assert!(run.took < SOON, "{:?}", run.took);
}

#[test]
fn a_sito_yaml_of_200_megabytes_is_refused_too() {
    let site = Site::published();
    let file = std::fs::OpenOptions::new().write(true).open(site.path("content/sito.yaml")).expect("it is there");
    file.set_len(200 * 1024 * 1024).expect("a file can be made longer");
    untouched(&site, 1, &[]).error("file-troppo-grande", "sito.yaml:1:1", "il file è di 200 MB");
}

#[test]
fn four_thousand_headings_of_one_text_are_read_soon() {
    let run = accepted(&Site::with(notice("", &"\n## Oggetto\n".repeat(4_000))));
    assert!(run.took < Duration::from_secs(5), "{:?}", run.took);
}

#[test]
fn twenty_thousand_errors_are_shown_soon() {
    let run = refused(&Site::with(notice("", &"\nUn <b>tag</b>.\n".repeat(10_000))));
    assert!(run.took < Duration::from_secs(10), "{:?}", run.took);
}
