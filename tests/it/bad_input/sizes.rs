//! Files made to exhaust: too large, too deep, too many.

use crate::support::site::{BAD, NOW, Run, Site, notice, refused};

fn at(place: &str) -> String {
    format!("{BAD}:{place}")
}

/// What a run may take: a minute of the processor's time, which a busy machine
/// does not use up, and two gigabytes of memory. Each of these files would take
/// hours, or all the memory there is, if it were let.
const LIMITS: &str = "ulimit -t 60; ulimit -v 2000000";

/// Asserts how a build ends within the limits.
#[track_caller]
fn ends(site: &Site, code: i32) -> Run {
    let run = site.run_under(LIMITS, &["build", "--lang", "it", "--as-of", NOW, "--future"]);
    assert_eq!(run.code, Some(code), "{:.2000}", run.said);
    run
}

/// Asserts that a site is refused within the limits, and left as it is.
#[track_caller]
fn refused_soon(site: &Site) -> Run {
    let before = site.on_line();
    let run = ends(site, 1);
    assert!(site.on_line() == before, "what is on line was touched");
    run
}

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
    let run = refused_soon(&Site::with(notice(&format!("argomenti: &a [x, x, x, x]\n{}", bomb.concat()), "")));
    run.error("yaml", &at("5:15"), "ancore e rimandi (`&nome`, `*nome`) non sono accettati")
        .says("scrivi il valore per esteso");
}

#[test]
fn yaml_a_hundred_thousand_deep_is_refused_at_once() {
    for open in ["[", "{a: ", "- ", "? "] {
        let run = refused_soon(&Site::with(format!("---\n{}\n---\n", nest(open))));
        run.says("errore[yaml]").says(&format!("--> content/{BAD}:2:"));
    }
}

#[test]
fn nested_brackets_are_refused_in_italian() {
    refused(&Site::with(format!("---\n{}\n---\n", nest("[")))).says("troppi livelli");
}

#[test]
fn fifty_thousand_values_are_refused_at_once() {
    let run = refused_soon(&Site::with(notice(&format!("argomenti: [{}]\n", "x, ".repeat(60_000)), "")));
    run.says("errore[yaml]").says("troppi livelli o troppe voci");
}

#[test]
fn markdown_a_hundred_thousand_deep_is_a_text_as_any_other() {
    for open in [">", "- ", "[", "![", "*a_", "<a", "`"] {
        ends(&Site::with(notice("", &format!("\n{} ciao\n", nest(open)))), 0);
    }
}

/// More than any memory holds, none of it on the disk.
const HUGE: u64 = 200 * 1024 * 1024 * 1024;

#[test]
fn a_notice_of_200_gigabytes_is_refused_without_being_read() {
    let site = Site::with("---\n");
    lengthen(&site, &format!("content/{BAD}"));
    refused_soon(&site)
        .error("file-troppo-grande", &at("1:1"), "il file è di 204800 MB")
        .says("dagli il suo nome vero");
}

#[test]
fn a_sito_yaml_of_200_gigabytes_is_refused_too() {
    let site = Site::published();
    lengthen(&site, "content/sito.yaml");
    refused_soon(&site).error("file-troppo-grande", "sito.yaml:1:1", "il file è di 204800 MB");
}

fn lengthen(site: &Site, path: &str) {
    let file = std::fs::OpenOptions::new().write(true).open(site.path(path)).expect("it is there");
    file.set_len(HUGE).expect("a file can be made longer");
}

#[test]
fn forty_thousand_headings_of_one_text_are_read() {
    ends(&Site::with(notice("", &"\n## Oggetto\n".repeat(40_000))), 0);
}

#[test]
fn two_hundred_thousand_errors_are_shown() {
    refused_soon(&Site::with(notice("", &"\nUn <b>tag</b>.\n".repeat(100_000))));
}

#[test]
fn thirty_thousand_notes_of_one_text_are_read() {
    let calls: String = (0..30_000).map(|at| format!("Testo[^n{at}].\n\n")).collect();
    let notes: String = (0..30_000).map(|at| format!("[^n{at}]: Nota {at}.\n\n")).collect();
    ends(&Site::with(notice("", &format!("\n{calls}{notes}"))), 0);
}
