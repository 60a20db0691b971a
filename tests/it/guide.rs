//! The guide's examples are valid, whole and in both languages; so is what
//! `new` writes.

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

use crate::support::sites::{build, findings_of};
use trasparente::edition::Content;
use trasparente::model::Kind;
use trasparente::parse::fields;
use trasparente::vocabulary::Vocabulary;
use trasparente::yaml::{Field, Group, Shape};

/// Which name of a key is written.
#[derive(Clone, Copy, PartialEq)]
enum Names {
    Italian,
    English,
}

/// Every key of a group with its example, as YAML.
fn yaml(group: &Group, names: Names, indent: usize, skip: &[&str]) -> String {
    let pad = " ".repeat(indent);
    let mut text = String::new();
    for field in group.fields.iter().filter(|field| !skip.contains(&field.key)) {
        let name = if names == Names::Italian { field.key } else { field.alias };
        let _ = write!(text, "{pad}{name}:{}", value(field, names, indent));
    }
    text
}

fn value(field: &Field, names: Names, indent: usize) -> String {
    match &field.shape {
        // An amount may be a number alone: that is its example.
        Shape::Group(group) => format!("\n{}", yaml(group, names, indent + 2, &[])),
        Shape::List(group) => {
            // A document is a file or an address, not both.
            let skip: &[&str] = if group.name == "allegati" { &["file"] } else { &[] };
            let item = yaml(group, names, indent + 4, skip);
            format!("\n{}- {}", " ".repeat(indent + 2), item.trim_start())
        }
        _ => format!(" {}\n", field.example),
    }
}

/// A site whose notice holds every key of the guide.
fn site_of_the_guide(folder: &Path, names: Names) {
    let settings = yaml(&fields::SITE, names, 0, &["tema"]);
    write(&folder.join("content/sito.yaml"), &settings);
    let notice = format!("---\n{}---\n\nTesto.\n", yaml(&fields::NOTICE, names, 0, &["bozza"]));
    write(&folder.join("content/bandi-gara-contratti/procedure/prova.md"), &notice);
    let related = "---\ntitolo: Esito\ntipo: esito\npubblicato: 12/01/2026\n---\n";
    write(&folder.join("content/bandi-gara-contratti/procedure/esito-refezione-2026.md"), related);
    let words = format!("---\n{}---\n\nParole.\n", yaml(&fields::SECTION_WORDS, names, 0, &[]));
    write(&folder.join("content/bandi-gara-contratti/_sezione.md"), &words);
}

#[test]
fn every_example_of_the_guide_is_accepted() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    site_of_the_guide(folder.path(), Names::Italian);
    let built = build(folder.path());
    let errors: Vec<String> =
        findings_of(&built).lines().filter(|line| line.contains(": errore: ")).map(str::to_owned).collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
    assert!(built.edition.is_some());
}

#[test]
fn english_keys_make_the_same_site() {
    let [italian, english] = [Names::Italian, Names::English].map(|names| {
        let folder = tempfile::tempdir().expect("a temporary folder");
        site_of_the_guide(folder.path(), names);
        build(folder.path()).edition.expect("the guide's examples build")
    });
    assert_eq!(italian, english);
}

#[test]
fn every_key_of_the_guide_is_seen_on_the_page() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    site_of_the_guide(folder.path(), Names::Italian);
    let edition = build(folder.path()).edition.expect("the guide's examples build");
    let Some(Content::Bytes(page)) = edition.get("atti/refezione-scolastica-2026/index.html") else {
        panic!("the notice has a page at the address of its id")
    };
    let page = String::from_utf8_lossy(page);
    for fact in [
        "B51ABEC4F6",
        "I98I21000110001",
        "85312300-2",
        "9030232",
        "RdO 3534973",
        "0012345/2026",
        "26 maggio 2026",
        "23:59",
        "Anomalie della piattaforma",
        "19 maggio 2026",
        "172.131,15",
        "1.250,00",
        "120.000,00",
        "Servizi",
        "Procedura aperta",
        "Miglior rapporto",
        "MePA",
        "protocollo@pec.comune.esempio.it",
        "Cirò Marina",
        "forma mista",
        "36 mesi",
        "giugno 2026",
        "prevenire il burn-out",
        "Camera di commercio",
        "628",
        "triennio",
        "Ministero del Lavoro",
        "M5C2",
        "1.1.4",
        "Dirigente del settore",
        "Ufficio gare",
        "0000 123456",
        "Comune di Treviso",
        "VEN_09",
        "80188230587",
        "Mense delle scuole",
        "Aggiudicato",
        "Nessuna offerta",
        "Nominata la commissione",
        "Cooperativa Esempio",
        "00743110157",
        "7,05 %",
        "Disciplinare di gara",
        "inglese",
        "scuola",
        "Imprese",
        "Esito",
    ] {
        assert!(page.contains(fact), "`{fact}` is nowhere on the page");
    }
}

#[test]
fn what_new_writes_is_sound_for_every_kind() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let run = |args: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_trasparente"))
            .args(args)
            .args(["--lang", "it"])
            .current_dir(folder.path())
            .output()
            .expect("the program runs");
        assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    };
    let init = [
        "init",
        "--body",
        "Comune di \"Prova\"",
        "--ipa",
        "c_x999",
        "--tax-code",
        "80188230587",
        "--address",
        "Piazza 1",
        "--pec",
        "a@pec.esempio.it",
        "--url",
        "https://trasparenza.esempio.it",
        "--accessibility",
        "https://form.agid.gov.it/view/esempio",
        "--privacy",
        "https://www.esempio.it/privacy",
    ];
    run(&init);
    for kind in Kind::ALL {
        let title = format!("Prova: «{}» \"fra virgolette\"", kind.word());
        run(&["new", "--kind", kind.word(), "--section", "altri-contenuti/dati-ulteriori", "--title", &title]);
    }
    run(&["check", "--strict"]);
    run(&["build"]);
}

#[expect(clippy::disallowed_methods, reason = "a test may write")]
fn write(path: &Path, text: &str) {
    std::fs::create_dir_all(path.parent().expect("a file has a folder")).expect("a folder can be made");
    std::fs::write(path, text).expect("a file can be written");
}
