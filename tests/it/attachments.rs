//! Documents on their way to the reader: each file that is used is on line
//! once, under a name every server can live with, and no other is.

mod hostile;
mod samples;
mod sound;

use std::path::Path;

use crate::support::settings::SETTINGS;
use crate::support::sites;
use crate::support::sites::{build, findings_of, pages};
use trasparente::edition::{Content, Edition};
use trasparente::messages::{Catalogue, Language};
use trasparente::pipeline::Built;
use trasparente::report::{self, Findings, Format};

/// A site of some files below `altri-contenuti/dati-ulteriori/`.
struct Site(tempfile::TempDir);

impl Site {
    fn new() -> Self {
        let site = Self(tempfile::tempdir().expect("a folder for a site"));
        put(&site.0.path().join("content/sito.yaml"), SETTINGS);
        site
    }

    fn file(self, path: &str, bytes: impl AsRef<[u8]>) -> Self {
        put(&self.0.path().join("content/altri-contenuti/dati-ulteriori").join(path), bytes);
        self
    }

    /// A notice of a day of November that attaches some files.
    fn notice(self, name: &str, day: u32, more: &str, files: &[&str], body: &str) -> Self {
        let files: String =
            files.iter().map(|file| format!("\n  - file: \"{file}\"\n    titolo: Il file {file}")).collect();
        let files = if files.is_empty() { files } else { format!("allegati:{files}\n") };
        let text = format!(
            "---\ntitolo: Atto {name}\ntipo: documento\npubblicato: 2026-11-{day:02}\n{more}{files}---\n{body}\n"
        );
        self.file(&format!("{name}.md"), &text)
    }

    fn build(&self) -> Built {
        build(self.0.path())
    }

    fn published(&self) -> Edition {
        let built = self.build();
        let said = findings_of(&built);
        built.edition.unwrap_or_else(|| panic!("{said}"))
    }
}

/// What is said of a site, with hints, a text a finding.
fn told(built: &Built) -> Vec<String> {
    let catalogue = Catalogue::new(Language::Italian);
    let said = |finding| {
        let findings = Findings {
            findings: std::slice::from_ref(finding),
            sources: &built.sources,
            catalogue: &catalogue,
            root: "content",
        };
        report::render(&findings, Format::Human, false)
    };
    built.findings.iter().map(said).collect()
}

/// The documents on line.
fn documents(edition: &Edition) -> Vec<&str> {
    edition.files().filter(|(_, content)| matches!(content, Content::Copy { .. })).map(|(path, _)| path).collect()
}

fn page(edition: &Edition, path: &str) -> String {
    let page = pages(edition).into_iter().find(|(known, _)| known == path).unwrap_or_else(|| panic!("no {path}")).1;
    String::from_utf8(page).expect("pages are UTF-8")
}

#[test]
fn a_file_of_two_notices_is_on_line_beside_both_and_keeps_its_address() {
    let site = Site::new().file("dati.csv", "a;b\n").notice("uno", 1, "", &["dati.csv"], "").notice(
        "due",
        2,
        "",
        &["dati.csv"],
        "",
    );
    let edition = site.published();
    assert_eq!(documents(&edition), ["atti/due/dati.csv", "atti/uno/dati.csv"]);
    for name in ["uno", "due"] {
        let own = format!("href=\"/atti/{name}/dati.csv\"");
        assert!(page(&edition, &format!("atti/{name}/index.html")).contains(&own), "{name}");
    }
}

#[test]
fn what_only_a_draft_or_a_future_notice_uses_is_not_on_line() {
    let site = Site::new()
        .file("bozza.csv", "a;b\n")
        .file("futuro.csv", "a;b\n")
        .file("comune.csv", "a;b\n")
        .notice("bozza", 1, "bozza: sì\n", &["bozza.csv", "comune.csv"], "")
        .notice("futuro", 24, "", &["futuro.csv", "comune.csv"], "[Dati](futuro.csv)")
        .notice("uno", 2, "", &["comune.csv"], "");
    assert_eq!(documents(&site.published()), ["atti/uno/comune.csv"]);
}

#[test]
fn a_file_a_text_leads_to_is_on_line_beside_it() {
    let site = Site::new()
        .file("dati.csv", "a;b\n")
        .file("cartella/piano.csv", "a;b\n")
        .file("nessuno.csv", "a;b\n")
        .notice("uno", 1, "", &[], "Vedi i [dati](dati.csv) e il [piano](cartella/piano.csv).");
    let built = site.build();
    assert_eq!(findings_of(&built).lines().count(), 1, "the file nobody names is told: {}", findings_of(&built));
    let edition = built.edition.expect("a warning stops nothing");
    assert_eq!(documents(&edition), ["atti/uno/dati.csv", "atti/uno/piano.csv"]);
    let text = page(&edition, "atti/uno/index.html");
    assert!(text.contains("href=\"/atti/uno/dati.csv\"") && text.contains("href=\"/atti/uno/piano.csv\""), "{text}");
}

#[test]
fn names_that_a_server_could_trip_over_are_spelled_out() {
    let names = [
        ("Città & Note (1).CSV", "citta-note-1.csv"),
        ("Allegato n° 3.csv", "allegato-n-3.csv"),
        ("perché no?.csv", "perche-no.csv"),
        ("Bando.v2.csv", "Bando.v2.csv"),
        ("già_fatto-2.csv", "gia-fatto-2.csv"),
        ("100%.csv", "100.csv"),
        ("日本.csv", "ri-ben.csv"),
    ];
    for (name, address) in names {
        let site = Site::new().file(name, "a;b\n").notice("uno", 1, "", &[name], "");
        let edition = site.published();
        assert_eq!(documents(&edition), [format!("atti/uno/{address}")], "{name}");
        assert!(page(&edition, "atti/uno/index.html").contains(&format!("href=\"/atti/uno/{address}\"")), "{name}");
    }
}

#[test]
fn files_whose_names_come_out_the_same_are_told_and_none_is_lost() {
    let attached = Site::new().file("Nota 1.csv", "a\n").file("nota-1.csv", "b\n").notice(
        "uno",
        1,
        "",
        &["Nota 1.csv", "nota-1.csv"],
        "",
    );
    let linked = Site::new().file("Nota 1.csv", "a\n").file("cartella/Nota 1.csv", "b\n").notice(
        "uno",
        1,
        "",
        &["Nota 1.csv"],
        "[L'altra nota](<cartella/Nota 1.csv>)",
    );
    for site in [attached, linked] {
        let built = site.build();
        assert!(built.edition.is_none(), "one of the two was lost");
        assert!(findings_of(&built).contains("errore"), "{}", findings_of(&built));
    }
}

#[test]
fn a_document_is_copied_byte_for_byte_and_told_with_its_size() {
    let bytes = "a;b\n".repeat(700);
    let site = Site::new().file("dati.csv", &bytes).notice("uno", 1, "", &["dati.csv"], "");
    let edition = site.published();
    match edition.get("atti/uno/dati.csv") {
        Some(Content::Copy { from, size, .. }) => {
            assert_eq!(*size, 2800);
            assert_eq!(sites::read(&from.full()), bytes.as_bytes());
        }
        other => panic!("the file is {other:?}"),
    }
    assert!(page(&edition, "atti/uno/index.html").contains("(CSV, 2,8 kB)"));
    let Some(Content::Bytes(feed)) = edition.get("rss.xml") else { panic!("no feed") };
    let enclosure = "<enclosure url=\"https://trasparenza.comune.esempio.it/atti/uno/dati.csv\" length=\"2800\" type=\"text/csv\"/>";
    assert!(String::from_utf8_lossy(feed).contains(enclosure));
}

#[test]
fn what_browsers_show_as_markup_is_sent_to_be_kept_as_far_as_hosts_allow() {
    let headers = |edition: &Edition| match edition.get("_headers") {
        Some(Content::Bytes(bytes)) => String::from_utf8_lossy(bytes).into_owned(),
        other => panic!("the headers are {other:?}"),
    };
    let xml = "<?xml version=\"1.0\"?><dati/>";
    let site = Site::new().file("dati.xml", xml).file("dati.csv", "a;b\n");
    let edition = site.notice("uno", 1, "", &["dati.xml", "dati.csv"], "").published();
    let said = headers(&edition);
    assert!(said.contains("/atti/uno/dati.xml\n  Content-Disposition: attachment\n"), "{said}");
    assert_eq!(said.matches("Content-Disposition").count(), 1, "{said}");
    let names: Vec<String> = (0..150).map(|at| format!("dati-{at}.xml")).collect();
    let site = names.iter().fold(Site::new(), |site, name| site.file(name, xml));
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let said = headers(&site.notice("uno", 1, "", &names, "").published());
    assert_eq!(said.lines().filter(|line| line.starts_with('/')).count(), 100, "{said}");
}

#[expect(clippy::disallowed_methods, reason = "a site is made of files")]
fn put(path: &Path, bytes: impl AsRef<[u8]>) {
    std::fs::create_dir_all(path.parent().expect("a path in a folder")).expect("folders can be made");
    std::fs::write(path, bytes).expect("a file can be written");
}
