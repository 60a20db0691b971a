//! How findings are shown: all at once, and to programs as they expect.

use serde_json::Value;

use crate::support::site::{BAD, Site, accepted, notice, refused, untouched};

/// Three files with errors, one of them with two.
fn broken() -> Site {
    Site::with(notice("aggiornato: 31/02/2026\ncodici:\n  cig: B51ABEC4F7\n", ""))
        .and("bilanci/bilancio.md", notice("scadneze: x\n", ""))
        .and("pagamenti/_sezione.md", "---\nsommario: I <b>pagamenti</b>\n---\n")
}

#[test]
fn errors_in_several_files_are_all_shown_in_one_run_as_one_reads() {
    let run = refused(&broken());
    run.error("data", &format!("{BAD}:5:13"), "31/02/2026")
        .error("cig", &format!("{BAD}:7:8"), "B51ABEC4F7")
        .error("chiave-sconosciuta", "bilanci/bilancio.md:5:1", "scadenze")
        .error("html-nel-testo", "pagamenti/_sezione.md:2:11", "<b>")
        .says("4 errori, nessun avvertimento.")
        .says("Non è stato pubblicato nulla");
    let place = |path: &str| run.said.find(path).expect("it is there");
    assert!(place(BAD) < place("bilanci/bilancio.md") && place("bilanci/bilancio.md") < place("pagamenti/_sezione.md"));
}

#[test]
fn people_see_the_line_and_what_is_wrong_with_it() {
    let run = refused(&Site::with(notice("aggiornato: 31/02/2026\n", "")));
    run.says("5 | aggiornato: 31/02/2026\n  |             ^^^^^^^^^^\n");
}

#[test]
fn the_short_format_is_a_line_a_finding() {
    let run = untouched(&broken(), 1, &["--format", "short", "--quiet"]);
    let lines: Vec<&str> = run.out.lines().collect();
    assert_eq!(lines.len(), 4, "{}", run.said);
    assert_eq!(lines[0], format!("content/{BAD}:5:13: errore: il giorno `31/02/2026` non esiste [data]"));
}

#[test]
fn the_short_format_is_a_line_for_a_theme_that_cannot_be_read_too() {
    let site = Site::published().and("sito.yaml", format!("{}tema: nostro\n", crate::support::settings::SETTINGS));
    site.put("themes/nostro/theme.yaml", "nome: Il nostro tema\ninterfaccia: 1\n");
    site.put(
        "themes/nostro/templates/not_found.html",
        "{% extends \"base/layout.html\" %}{% block principale %}{% endblock %}",
    );
    let run = untouched(&site, 1, &["--format", "short", "--quiet"]);
    assert_eq!(run.out.lines().count(), 1, "{}", run.said);
}

#[test]
fn the_json_format_is_a_document() {
    let run = untouched(&broken(), 1, &["--format", "json"]);
    let document: Value = serde_json::from_str(&run.out).expect("JSON, and nothing else, on standard output");
    assert_eq!(document["published"], false);
    assert_eq!(document["summary"]["errors"], 4);
    assert_eq!(document["summary"]["warnings"], 0);
    let first = &document["findings"][0];
    assert_eq!(first["rule"], "data");
    assert_eq!(first["severity"], "error");
    assert_eq!(first["file"], format!("content/{BAD}"));
    assert_eq!((&first["line"], &first["column"]), (&Value::from(5), &Value::from(13)));
    assert_eq!((&first["end_line"], &first["end_column"]), (&Value::from(5), &Value::from(23)));
    assert!(first["hint"].as_str().is_some_and(|hint| hint.contains("26/05/2023")), "{first}");
    assert_eq!(document["findings"].as_array().map(Vec::len), Some(4));
}

#[test]
fn the_github_format_is_annotations() {
    let run = untouched(&broken(), 1, &["--format", "github", "--quiet"]);
    let lines: Vec<&str> = run.out.lines().collect();
    assert_eq!(lines.len(), 4, "{}", run.said);
    let opening = format!("::error file=content/{BAD},line=5,col=13,title=data::il giorno `31/02/2026` non esiste%0A");
    assert!(lines[0].starts_with(&opening), "{}", lines[0]);
}

#[test]
fn the_sarif_format_is_sarif() {
    let run = untouched(&broken(), 1, &["--format", "sarif", "--quiet"]);
    let log: Value = serde_json::from_str(&run.out).expect("SARIF is JSON");
    assert_eq!(log["version"], "2.1.0");
    let results = log["runs"][0]["results"].as_array().expect("results");
    let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array().expect("rules");
    assert_eq!(results.len(), 4);
    for result in results {
        assert!(rules.iter().any(|rule| rule["id"] == result["ruleId"]), "a rule is not described: {result}");
        assert_eq!(result["level"], "error");
        assert!(result["message"]["text"].as_str().is_some_and(|text| !text.is_empty()), "{result}");
    }
    let place = &results[0]["locations"][0]["physicalLocation"];
    assert_eq!(results[0]["ruleId"], "data");
    assert_eq!(place["artifactLocation"]["uri"], format!("content/{BAD}"));
    let region = serde_json::json!({ "startLine": 5, "startColumn": 13, "endLine": 5, "endColumn": 23 });
    assert_eq!(place["region"], region);
}

#[test]
fn a_finding_about_a_whole_file_has_no_region() {
    let site = Site::published().and("bilanci/piano di spesa.pdf", "%PDF-1.7\n");
    let run = untouched(&site, 1, &["--strict", "--format", "sarif"]);
    let log: Value = serde_json::from_str(&run.out).expect("SARIF is JSON");
    let place = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "content/bilanci/piano%20di%20spesa.pdf");
    assert!(place.get("region").is_none(), "{place}");
}

#[test]
fn the_findings_of_a_theme_are_a_line_each_too() {
    let site = Site::published().and("sito.yaml", format!("{}tema: nostro\n", crate::support::settings::SETTINGS));
    site.put("themes/nostro/theme.yaml", "nome: Il nostro tema\ninterfaccia: 1\n");
    site.put("themes/nostro/templates/not_found.html", "{{ uno }} {{ due }}");
    let run = untouched(&site, 1, &["--format", "short", "--quiet"]);
    assert_eq!(run.out.lines().count(), 2, "{}", run.said);
}

#[test]
fn what_is_not_on_line_is_not_said_to_be_published() {
    let site = Site::published()
        .and("bilanci/bozza.md", notice("bozza: sì\n", ""))
        .and("bilanci/domani.md", notice("", "").replace("12/10/2026", "24/11/2026"))
        .and("bilanci/poi.md", notice("", "").replace("12/10/2026", "01/12/2026"));
    let run = accepted(&site);
    run.says("Pubblicato 1 avviso in ")
        .says("Non in linea: 1 bozza. Si pubblica togliendo la riga `bozza: sì`.")
        .says("Non ancora in linea: 2 avvisi con una data futura.");
}

/// What may be wrong in a theme: the file, what is in it, and the line and
/// column of each thing wrong with it.
type Wrong = (&'static str, &'static str, &'static [(u64, u64)]);

const THEMES: &[Wrong] = &[
    ("theme.yaml", "nome: Nostro\n", &[(1, 1)]),
    ("theme.yaml", "nome: Nostro\ninterfaccia: 99\n", &[(2, 14)]),
    ("theme.yaml", "nome: Nostro\ninterfaccia: 1\nfax: 2\nlogo: stemma.svg\n", &[(3, 1), (4, 7)]),
    ("theme.yaml", "nome: Nostro\ninterfaccia: 1\nestende: fantasma\n", &[(3, 10)]),
    ("theme.yaml", "nome: Nostro\ninterfaccia: 1\nestende: ../../etc\n", &[(3, 10)]),
    ("theme.yaml", "nome: Nostro\ninterfaccia: 1\nrisorse:\n  x.css: pacchetto/x.css\n", &[(3, 1)]),
    ("theme.yaml", "nome: Nostro\ninterfaccia: 1\nrisorse: tutto\n", &[(3, 10)]),
    ("theme.yaml", "nome: Nostro\ninterfaccia: 1\nrisorse:\n  x.css:\n", &[(4, 3)]),
    ("theme.yaml", "nome: Nostro\ninterfaccia: 1\ncolori:\n  primario: \"#ffcc00\"\n  piede: rosso\n", &[(5, 10)]),
    ("theme.yaml", "nome: Nostro\ninterfaccia: 1\ncolori:\n  primario: \"#ffcc00\"\n", &[(4, 13), (4, 13)]),
    ("theme.yaml", "nome: Nostro\ninterfaccia: 1\ncolori:\n  primario: #ffcc00\n", &[(4, 3)]),
    ("theme.yaml", "nome: Nostro\n  interfaccia: 1\n", &[(2, 14)]),
    ("templates/not_found.html", "{# una nota\nlunga #}\n\n\n<p>\n\n  è {{ nessuno }}</p>", &[(7, 8)]),
    ("templates/not_found.html", "\n\n{{ page.a }}\n\n\n  {% if page.b %}{{ page.a }}{% endif %}", &[(3, 9), (6, 14)]),
    ("templates/not_found.html", "\n\n\n {{ page.title | uno }}\n\n\n{{ page.title | due }}", &[(4, 18), (7, 17)]),
    ("templates/not_found.html", "\n\n<!-- nota -->\n\n{% if page.title %}\n\n", &[(6, 1)]),
    ("templates/not_found.html", "\n\n\n{% set way = page.title %}\n\n\n  {{ way.lunghezza }}", &[(7, 10)]),
    ("templates/not_found.html", "\n\n\n{% for a in range(end=9) %}\n\n\n{{ page.title.x }}{% endfor %}", &[(7, 15)]),
    ("templates/not_found.html", "{# nota #}\n\n{% extends \"nessuno.html\" %}", &[(3, 13)]),
    ("components/card.html", "\n\n{% component card(x) %}\n\n  {{ 1 / 0 }}{% endcomponent altro %}", &[(5, 30)]),
    ("assets/x.css", "a{}\n\nè{b:(((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((", &[(3, 68)]),
];

#[test]
fn whatever_is_wrong_in_a_theme_is_told_at_its_line_and_column_in_every_format() {
    for (number, (file, text, places)) in THEMES.iter().enumerate() {
        let site = Site::published().and("sito.yaml", format!("{}tema: nostro\n", crate::support::settings::SETTINGS));
        site.put("themes/nostro/theme.yaml", "nome: Il nostro tema\ninterfaccia: 1\n");
        site.put(&format!("themes/nostro/{file}"), text);
        let path = format!("themes/nostro/{file}");
        let said = |format: &str| untouched(&site, 1, &["--format", format, "--quiet"]).said;
        let json = said("json");
        let document: Value = serde_json::from_str(&json).expect("JSON");
        let findings = document["findings"].as_array().expect("a list");
        let told: Vec<_> = findings.iter().map(|one| (one["line"].as_u64(), one["column"].as_u64())).collect();
        let expected: Vec<_> = places.iter().map(|(line, column)| (Some(*line), Some(*column))).collect();
        assert_eq!(told, expected, "{text}\n{json}");
        assert!(findings.iter().all(|one| one["file"] == path.as_str()), "{json}");
        // The other formats in turn: all are made of the same places.
        let format = ["short", "github", "sarif", "human"][number % 4];
        let said = said(format);
        for (at, (line, column)) in places.iter().enumerate() {
            match format {
                "short" => assert!(said.contains(&format!("{path}:{line}:{column}: errore: ")), "{said}"),
                "github" => assert!(said.contains(&format!("file={path},line={line},col={column},")), "{said}"),
                "human" => assert!(said.contains(&format!("{path}:{line}:{column}\n")), "{said}"),
                _ => {
                    let log: Value = serde_json::from_str(&said).expect("SARIF is JSON");
                    let place = &log["runs"][0]["results"][at]["locations"][0]["physicalLocation"];
                    let (start, column) = (Value::from(*line), Value::from(*column));
                    assert_eq!((&place["region"]["startLine"], &place["region"]["startColumn"]), (&start, &column));
                }
            }
        }
    }
}

/// What a terminal or a reader of reports could take for something else.
const FORGED: [&str; 12] = [
    "a\nb.md:1:1: errore: tutto perduto [finto]\nc",
    "a\rb",
    "a\u{1b}[2Jb",
    "a\u{1b}]0;titolo\u{7}b",
    "a\u{9b}31mb",
    "a\u{85}b",
    "a\u{2028}b",
    "a\u{202e}dm.b",
    "a\u{2066}b\u{2069}",
    "a\u{200b}b",
    "a%0Ab,line=9:x",
    "a::error file=x::b",
];

/// Whether a text could move, colour or turn round what stands beside it.
fn disturbs(text: &str) -> bool {
    text.contains(|c: char| {
        c.is_control() && c != '\n'
            || matches!(c, '\u{200b}' | '\u{2028}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    })
}

#[test]
fn neither_a_name_nor_a_text_forges_a_finding() {
    for forged in FORGED {
        // As a name, as a key, as a value, and as it is beside what is quoted.
        let quoted: String = forged
            .chars()
            .map(|c| if c.is_ascii_graphic() { c.to_string() } else { format!("\\U{:08X}", c as u32) })
            .collect();
        let path = format!("bandi-gara-contratti/procedure/{forged}.md");
        let text = format!(
            "---\ntitolo: Prova\ntipo: \"{quoted}\"\n\"{quoted}\": x\npubblicato: 12/10/2026\n---\n\n<b>{forged}\n"
        );
        let site = Site::published().and(&path, text);
        for format in ["human", "short", "github", "json", "sarif"] {
            let run =
                site.run(&["check", "--lang", "it", "--as-of", "2026-11-23T10:00", "--format", format, "--quiet"]);
            assert_eq!(run.code, Some(1), "{}", run.said);
            assert!(!disturbs(&run.said), "{format}: {:?}", run.said);
            let lines = run.said.lines();
            match format {
                "short" => {
                    let good = |line: &str| {
                        line.starts_with("content/bandi-gara-contratti/procedure/a") && line.ends_with(']')
                    };
                    assert!(lines.clone().all(good) && lines.clone().count() < 9, "{}", run.out);
                    // Whoever cuts at colons finds our file and our place.
                    let cut = |line: &str| line.split(':').next().is_some_and(|path| path.ends_with(".md"));
                    assert!(lines.clone().all(cut), "{}", run.out);
                }
                "github" => {
                    let good = |line: &str| line.starts_with("::error file=content/bandi-gara-contratti/procedure/a");
                    assert!(lines.clone().all(good), "{}", run.out);
                    let properties = run.out.lines().filter_map(|line| line[2..].split("::").next()).map(str::to_owned);
                    assert!(properties.into_iter().all(|one| one.matches(',').count() <= 3), "{}", run.out);
                }
                "human" => {
                    let findings = lines.clone().filter(|line| line.starts_with("errore["));
                    assert!(findings.count() > 1, "{}", run.said);
                    let forged = |line: &str| line.starts_with("b.md:1:1") || line.starts_with("errore: tutto");
                    assert!(!lines.clone().any(forged), "{}", run.said);
                }
                _ => {
                    let document: Value = serde_json::from_str(&run.out).expect("JSON");
                    if format == "sarif" {
                        for result in document["runs"][0]["results"].as_array().expect("results") {
                            let uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].as_str();
                            let good = |b: u8| b.is_ascii_alphanumeric() || b"-._~/%".contains(&b);
                            assert!(uri.is_some_and(|uri| uri.bytes().all(good)), "{uri:?}");
                        }
                    }
                }
            }
        }
    }
}
