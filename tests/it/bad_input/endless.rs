//! What would take for ever, or take the program with it: suggestions for
//! thousands of wrong words, templates that never end, style sheets and pages
//! nested beyond any stack, no thread to be had. No test looks at a clock:
//! what is counted is what is said.

use crate::support::settings::SETTINGS;
use crate::support::site::{BAD, Run, Site, accepted, notice, refused};

/// How many findings of a rule a run tells, and how many of them say what may
/// have been meant.
fn counted(run: &Run, rule: &str) -> (usize, usize) {
    let opening = format!("errore[{rule}]: ");
    let findings: Vec<&str> =
        run.said.split("\n\n").filter(|finding| finding.trim_start().starts_with(&opening)).collect();
    (findings.len(), findings.iter().filter(|finding| finding.contains("forse")).count())
}

fn lines(count: usize, line: impl Fn(usize) -> String) -> String {
    (0..count).map(line).collect()
}

#[test]
fn thousands_of_wrong_words_are_all_told_and_a_hundred_get_a_suggestion() {
    let ids = |at: usize| format!("avviso-rinominato-{at}");
    // Rule, what to write, how many findings: of one file read, 300 and one that says there are more.
    let cases: &[(&str, String, usize)] = &[
        ("collegamento-interrotto", notice("", &lines(3_000, |at| format!("\n[Atto {at}]({}.md)\n", ids(at)))), 3_000),
        (
            "collegamento-interrotto",
            notice("", &lines(3_000, |at| format!("\n[Atto {at}](/atti/{}/)\n", ids(at)))),
            3_000,
        ),
        (
            "collegamento-interrotto",
            notice("", &lines(2_000, |at| format!("\n## Punto numero {at}\n\n[Punto {at}](#punta-numero-{at})\n"))),
            2_000,
        ),
        (
            "collegato-sconosciuto",
            notice(&format!("collegati: [{}]\n", lines(5_000, |at| format!("{}, ", ids(at)))), ""),
            5_000,
        ),
        (
            "allegato-mancante",
            notice(
                &format!("allegati:\n{}", lines(2_000, |at| format!("  - file: mensa{at}.pdf\n    titolo: A\n"))),
                "",
            ),
            2_000,
        ),
        (
            "sezione-sconosciuta",
            notice(&format!("sezioni: [{}]\n", lines(5_000, |at| format!("bilancio-{at}, "))), ""),
            301,
        ),
        ("chiave-sconosciuta", notice(&lines(5_000, |at| format!("titoli_{at}: x\n")), ""), 301),
    ];
    for (rule, text, expected) in cases {
        let mut site = Site::with(text);
        for at in 0..40 {
            let path = BAD.replace("prova.md", &format!("avviso-rinominata-{at}.md"));
            site = site.and(&path, notice("", "")).and(&path.replace(".md", ".pdf"), "%PDF-1.7\n");
        }
        let (told, hinted) = counted(&refused(&site), rule);
        assert_eq!(told, *expected, "{rule}");
        assert!(hinted <= 100, "{rule}: {hinted} suggestions");
    }
}

#[test]
fn the_first_wrong_words_still_get_their_suggestion() {
    let links = lines(500, |at| format!("\n[Atto {at}](menze-{at}.md)\n"));
    let site = Site::with(notice("", &format!("\n[Mense](mense/indes.md)\n{links}")));
    refused(&site).error("collegamento-interrotto", &format!("{BAD}:7:1"), "forse `mense/index.md`?");
}

/// Files of a theme: path and bytes.
type Files = Vec<(String, Vec<u8>)>;

const MANIFEST: &str = "nome: Il nostro tema\ninterfaccia: 1\n";

fn with_theme(more: &str, files: &[(&str, Vec<u8>)]) -> Site {
    let site = Site::published().and("sito.yaml", format!("{SETTINGS}tema: nostro\n{more}"));
    site.put("themes/nostro/theme.yaml", MANIFEST);
    for (path, bytes) in files {
        site.put(&format!("themes/nostro/{path}"), bytes);
    }
    site
}

fn nested(open: &str, close: &str, levels: usize) -> Vec<u8> {
    (open.repeat(levels) + &close.repeat(levels)).into_bytes()
}

#[test]
fn style_sheets_are_read_or_told_whatever_is_in_them() {
    // A name, the bytes, and what is said; nothing if it is published.
    let cases: &[(&str, Vec<u8>, &str)] = &[
        ("Latin-1", b"a{}\na{content:\"perch\xe9\"}".to_vec(), "x.css:2"),
        ("brackets without end", nested("a{", "", 100_000), "più di 64 parentesi"),
        ("calc", [b"a{width:".to_vec(), nested("calc(", ")", 3_000), b"}".to_vec()].concat(), "più di 64 parentesi"),
        ("media", nested("@media all{", "}", 3_000), "più di 64 parentesi"),
        ("not", nested(":not(", ")", 3_000), "più di 64 parentesi"),
        ("at its line", [b"a{}\n\n".to_vec(), nested("a{", "}", 3_000)].concat(), "x.css:3"),
        ("end of the element", [b"a{b:\"</style>".to_vec(), nested("<div>", "", 100_000)].concat(), ""),
        ("garbage", (1..127).collect::<Vec<u8>>().repeat(20), ""),
        ("unclosed", b"a{b:c".to_vec(), ""),
        ("unclosed text", b"a{b:\"c".to_vec(), ""),
        ("unclosed comment", b"/* a".to_vec(), ""),
        ("nothing", Vec::new(), ""),
        ("NUL", b"a\0{b:c}".to_vec(), ""),
        ("64 levels", nested("@media all{", "}", 64), ""),
        ("63 levels of what is none", [b"a{width:".to_vec(), nested("calc(", ")", 63), b"}".to_vec()].concat(), ""),
    ];
    for (name, css, said) in cases {
        let site = with_theme("", &[("assets/x.css", css.clone())]);
        if said.is_empty() {
            accepted(&site);
        } else {
            let run = refused(&site);
            assert!(run.said.contains("errore[tema]") && run.said.contains(said), "{name}: {}", run.said);
            run.says("themes/nostro/assets/x.css");
        }
    }
}

#[test]
fn pages_too_deep_to_be_shrunk_are_told_and_no_stack_overflows() {
    let minified = format!("{SETTINGS}minifica: pagine\n");
    for body in [">".repeat(5_000), "- ".repeat(5_000), "1. ".repeat(3_000)] {
        let site = Site::with(notice("", &format!("\n{body} ciao\n"))).and("sito.yaml", &minified);
        refused(&site).says("nella pagina `atti/prova/index.html` più di 200 elementi");
    }
    let site = Site::with(notice("", &format!("\n{} ciao\n", ">".repeat(100)))).and("sito.yaml", &minified);
    accepted(&site);
    for page in [nested("<div>", "", 100_000), nested("<b><!--</b>-->", "", 100_000), nested("<svg><g>", "", 3_000)] {
        let site = with_theme("minifica: pagine\n", &[("templates/not_found.html", page)]);
        refused(&site).says("nella pagina `404.html` più di 200 elementi");
    }
    for page in ["<a <b =\" ' <!-- <![CDATA[ <? <script> <style>a{", "<style>a{a{a{</style><p", "</p></div></b>"] {
        accepted(&with_theme("minifica: pagine\n", &[("templates/not_found.html", page.as_bytes().to_vec())]));
    }
}

#[test]
fn templates_that_never_end_are_told_at_their_line() {
    let page = "templates/not_found.html";
    let chain = |length: usize| -> Files {
        let text = |at: usize| format!("{{% include \"i{}.html\" %}}", at + 1).repeat(10).into_bytes();
        let mut chain: Vec<_> = (0..length).map(|at| (format!("templates/i{at}.html"), text(at))).collect();
        chain.push((format!("templates/i{length}.html"), b"x".to_vec()));
        chain
    };
    let calls = "{% component giro() %}{% for n in range(end=10) %}\n{{ <giro/> }}{% endfor %}{% endcomponent giro %}";
    let cases: &[(&str, Files, &str, &str)] = &[
        (
            "x\n{% for a in range(end=100000) %}\n{% for b in range(end=100000) %}{% endfor %}{% endfor %}",
            vec![],
            "not_found.html:3",
            "non finisce più",
        ),
        (
            "{% for a in tree %}{% for b in tree %}{% for c in tree %}{% for d in tree %}{% for e in tree %}{% endfor %}{% endfor %}{% endfor %}{% endfor %}{% endfor %}",
            vec![],
            "not_found.html:1",
            "non finisce più",
        ),
        (
            "{% set x = \"ab\" %}{% for a in range(end=60) %}\n{% set_global x = x ~ x %}{% endfor %}{{ x }}",
            vec![],
            "not_found.html:2",
            "cresce troppo",
        ),
        ("{% for a in range(end=100000) %}\n{{ tree }}{% endfor %}", vec![], "not_found.html:1", "cresce troppo"),
        ("{% include \"i0.html\" %}", chain(20), "templates/i", "non finisce più"),
        ("{% include \"i0.html\" %}", chain(900), "templates/", "più di 30 livelli"),
        (
            "{{ <giro/> }}",
            vec![("components/giro.html".to_owned(), calls.as_bytes().to_vec())],
            "themes/nostro/templates",
            "",
        ),
    ];
    for (text, more, place, said) in cases {
        let mut files = vec![(page, text.as_bytes().to_vec())];
        files.extend(more.iter().map(|(path, bytes)| (path.as_str(), bytes.clone())));
        let run = refused(&with_theme("", &files));
        run.says("errore[tema]").says(place).says(said);
    }
    let many = "{% if false %}".to_owned() + &"{% elif false %}".repeat(50_000) + "{% endif %}";
    refused(&with_theme("", &[(page, many.into_bytes())])).says("più di 200 `elif`");
}

#[cfg(target_os = "linux")]
#[test]
fn a_library_that_gets_no_thread_is_told_in_words() {
    // No thread can have so much to stand on; those of the pool say how much they want.
    let limits = "export RUST_MIN_STACK=70000000000000";
    let words = ["build", "--lang", "it", "--out", "altrove"];
    let site = Site::published();
    for limits in [limits.to_owned(), format!("{limits}; ulimit -v 2500000")] {
        let run = site.run_under(&limits, &[&words[..], &["--threads", "200"]].concat());
        assert_eq!(run.code, Some(2), "{}", run.said);
        run.says("errore: il sistema non dà altri fili di esecuzione");
        assert!(!site.path("altrove").exists(), "something was written");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn without_a_thread_to_be_had_one_does_everything() {
    let site = Site::published();
    let run = site.run_under("ulimit -v 2500000", &["build", "--lang", "it", "--threads", "200"]);
    assert_eq!(run.code, Some(0), "{}", run.said);
}
