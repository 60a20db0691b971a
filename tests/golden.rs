//! Whole sites, byte for byte.
//!
//! Each folder of `tests/sites` holds `content/`, perhaps `themes/`, and what
//! must come of them: `public/` if it builds, `findings.txt` if there is
//! something to say. `UPDATE=1 cargo test --test golden` rewrites both; read
//! the diff before you commit it.

mod sites;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use sites::{build, findings_of, read, text_blocks};
use trasparente::edition::Content;

#[test]
fn every_site_comes_out_as_agreed() {
    let update = std::env::var_os("UPDATE").is_some();
    let mut differences = String::new();
    for site in all_sites() {
        let built = build(&site);
        compare(&site.join("findings.txt"), findings_of(&built).as_bytes(), update, &mut differences);
        let expected = site.join("public");
        let Some(edition) = built.edition else {
            assert!(!expected.exists(), "{} has a public folder but does not build", site.display());
            continue;
        };
        if update {
            refresh(&expected);
        }
        for (path, content) in edition.files() {
            let bytes = match content {
                Content::Bytes(bytes) => bytes.to_vec(),
                Content::Copy { from, .. } => read(from),
            };
            compare(&expected.join(path), &bytes, update, &mut differences);
        }
        for path in sites::files(&expected) {
            if edition.get(&path).is_none() && path != ".edizione" {
                let _ = writeln!(differences, "{}/{path} is expected but was not made", expected.display());
            }
        }
    }
    assert!(differences.is_empty(), "{differences}");
}

#[test]
fn minified_pages_hold_the_same_text_in_the_same_blocks() {
    for site in all_sites().into_iter().chain([PathBuf::from(env!("CARGO_MANIFEST_DIR"))]) {
        let Some(edition) = build(&site).edition else { continue };
        let before: Vec<(String, Vec<u8>)> = pages(&edition);
        let after = pages(&trasparente::finish::edition(edition));
        assert_eq!(before.len(), after.len());
        for ((path, before), (_, after)) in before.iter().zip(&after) {
            assert_eq!(text_blocks(before), text_blocks(after), "{}: {path}", site.display());
            if cfg!(feature = "minify") {
                assert!(after.len() < before.len(), "{path} was not minified");
            }
        }
    }
}

#[test]
fn squeezed_templates_give_the_text_of_the_templates_as_written() {
    // The same pages, once through a theme whose templates are the built-in
    // ones under a guard that keeps every blank, once as they are.
    for site in all_sites() {
        let Some(edition) = build(&site).edition else { continue };
        for (path, bytes) in pages(&edition) {
            for block in text_blocks(&bytes) {
                let joined = ["Scadenza:1", "Importo€", "CIG0", "CIGB", "ore1", "ore2"];
                assert!(!joined.iter().any(|word| block.contains(word)), "{path}: words ran together in `{block}`");
            }
        }
    }
}

fn pages(edition: &trasparente::edition::Edition) -> Vec<(String, Vec<u8>)> {
    let html = edition.files().filter(|(path, _)| path.ends_with(".html"));
    html.filter_map(|(path, content)| match content {
        Content::Bytes(bytes) => Some((path.to_owned(), bytes.to_vec())),
        Content::Copy { .. } => None,
    })
    .collect()
}

fn all_sites() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites");
    let mut found: Vec<PathBuf> =
        std::fs::read_dir(root).expect("tests/sites exists").map(|entry| entry.expect("it can be listed").path()).filter(|path| path.is_dir()).collect();
    found.sort();
    assert!(found.len() >= 5, "the golden sites are there");
    found
}

#[expect(clippy::disallowed_methods, reason = "a test may write its expectations")]
fn compare(expected: &Path, actual: &[u8], update: bool, differences: &mut String) {
    if update && !actual.is_empty() {
        std::fs::create_dir_all(expected.parent().expect("a file has a folder")).expect("expectations can be written");
        std::fs::write(expected, actual).expect("expectations can be written");
    }
    let agreed = std::fs::read(expected).unwrap_or_default();
    if agreed != actual {
        let _ = writeln!(differences, "{} differs:\n{}", expected.display(), first_difference(&agreed, actual));
    }
}

fn first_difference(agreed: &[u8], actual: &[u8]) -> String {
    let (agreed, actual) = (String::from_utf8_lossy(agreed), String::from_utf8_lossy(actual));
    let line = agreed.lines().zip(actual.lines()).position(|(a, b)| a != b).unwrap_or_else(|| agreed.lines().count().min(actual.lines().count()));
    format!("line {}\n- {}\n+ {}", line + 1, agreed.lines().nth(line).unwrap_or("(end)"), actual.lines().nth(line).unwrap_or("(end)"))
}

#[expect(clippy::disallowed_methods, reason = "a test may renew its expectations")]
fn refresh(folder: &Path) {
    let _ = std::fs::remove_dir_all(folder);
}
