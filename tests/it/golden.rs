//! Whole sites, byte for byte.
//!
//! Each folder of `tests/sites` holds `content/`, perhaps `themes/`, and what
//! must come of them: `public/` if it builds, `findings.txt` if there is
//! something to say. Of the files made, those `pagine.txt` names (a path, or
//! a folder with `/`) are kept in full, to be read in a diff; of all others
//! `public/.elenco` keeps the path, the size and a hash.
//!
//! `UPDATE=1 cargo test --test it golden::` rewrites both; read the diff before
//! you commit it.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use crate::support::sites;
use crate::support::sites::{build, findings_of, pages, read, root, text_blocks};
use trasparente::edition::{Content, Edition};
use trasparente::messages::{Catalogue, Language};

/// The list of the files that are not kept in full.
const LISTED: &str = ".elenco";

/// A test for each site.
macro_rules! sites {
    ($($(#[$attribute:meta])* $name:ident)*) => {
        const SITES: &[&str] = &[$(stringify!($name)),*];

        mod as_agreed_comes_out {
            $($(#[$attribute])* #[test] fn $name() { super::comes_out_as_agreed(stringify!($name)); })*
        }
    };
}

sites! {
    avvertimenti
    elenchi
    errori
    gara_prorogata
    inglese
    minifica
    minimo
    ostile
    sezioni
    tema_proprio
    testo
}

fn comes_out_as_agreed(name: &str) {
    let site = folder().join(name);
    let built = build(&site);
    let mut actual = built.edition.as_ref().map(|edition| expectations(edition, &site)).unwrap_or_default();
    let findings = findings_of(&built);
    if !findings.is_empty() {
        actual.insert("findings.txt".to_owned(), findings.into_bytes());
    }
    if std::env::var_os("UPDATE").is_some() {
        renew(&site, &actual);
    }
    let mut differences = String::new();
    compare(&site, &actual, &mut differences);
    assert!(differences.is_empty(), "{differences}");
}

#[test]
fn every_folder_of_sites_is_looked_at() {
    let entries =
        std::fs::read_dir(folder()).expect("tests/sites exists").map(|entry| entry.expect("it can be listed").path());
    let mut found: Vec<PathBuf> = entries.filter(|path| path.is_dir()).collect();
    found.sort();
    assert_eq!(found, SITES.iter().map(|name| folder().join(name)).collect::<Vec<_>>());
}

#[test]
fn minified_pages_hold_the_same_text_in_the_same_blocks() {
    for site in all_sites() {
        let Some(edition) = build(&site).edition else { continue };
        let before = pages(&edition);
        let after = pages(&trasparente::finish::edition(edition).expect("every page can be minified"));
        assert_eq!(before.len(), after.len());
        for ((path, before), (_, after)) in before.iter().zip(&after) {
            assert_eq!(text_blocks(before), text_blocks(after), "{}: {path}", site.display());
            assert!(after.len() <= before.len(), "{path} grew");
        }
        let size = |pages: &[(String, Vec<u8>)]| pages.iter().map(|(_, page)| page.len()).sum::<usize>();
        if cfg!(feature = "minify") && !site.ends_with("minifica") {
            assert!(size(&after) < size(&before), "{} was not minified", site.display());
        }
    }
}

#[test]
fn no_label_runs_into_its_value() {
    let labels = [labels(Language::Italian), labels(Language::English)];
    assert_eq!(runs_together("Motivo25 maggio", &labels[0]), Some("Motivo"));
    assert_eq!(runs_together("Motivo 25 maggio, Motivo: CIG", &labels[0]), None);
    let mut looked_at = 0;
    for site in all_sites().filter(|site| !site.ends_with("minifica")) {
        let Some(edition) = build(&site).edition else { continue };
        let labels = &labels[usize::from(site.ends_with("inglese"))];
        for (path, bytes) in pages(&edition) {
            for block in text_blocks(&bytes) {
                looked_at += 1;
                // The name of a format is a word.
                let block = block.replace("OpenAPI", "");
                assert_eq!(runs_together(&block, labels), None, "{}: {path}: `{block}`", site.display());
            }
        }
    }
    assert!(looked_at > 10_000, "{looked_at} blocks");
}

/// The words of ours that stand before a value.
fn labels(language: Language) -> Vec<String> {
    let catalogue = Catalogue::new(language);
    let texts = language.theme_keys().filter_map(|key| catalogue.find(key));
    let short = texts.map(|text| text.trim_end_matches(':').to_owned());
    short.filter(|text| text.chars().count() > 2 && text.ends_with(char::is_alphabetic)).collect()
}

/// The first label of a text that goes on as a figure, a sign or a capital
/// where it should end.
fn runs_together<'l>(text: &str, labels: &'l [String]) -> Option<&'l str> {
    let joined = |label: &str| {
        text.match_indices(label).any(|(at, _)| {
            let begins = !text[..at].ends_with(char::is_alphanumeric);
            let next = text[at + label.len()..].chars().next();
            let capital = label.ends_with(char::is_lowercase) && next.is_some_and(char::is_uppercase);
            begins && (capital || next.is_some_and(|c| c.is_ascii_digit() || c == '€'))
        })
    };
    labels.iter().map(String::as_str).find(|label| joined(label))
}

fn folder() -> PathBuf {
    root().join("tests/sites")
}

/// The golden sites, and the sample site.
fn all_sites() -> impl Iterator<Item = PathBuf> {
    SITES.iter().map(|name| folder().join(name)).chain([root()])
}

/// What is kept of an edition, by path from the site's folder.
fn expectations(edition: &Edition, site: &Path) -> BTreeMap<String, Vec<u8>> {
    let shown = String::from_utf8(read(&site.join("pagine.txt"))).expect("a list of paths");
    let shown: Vec<&str> = shown.lines().filter(|line| !line.starts_with('#')).collect();
    for path in &shown {
        assert!(edition.files().any(|(made, _)| is_under(made, path)), "{}: no `{path}` was made", site.display());
    }
    let mut kept = BTreeMap::new();
    let mut list = String::new();
    // The search's index is the engine's business: the judges of `tests/web` look for things in it.
    for (path, content) in edition.files().filter(|(path, _)| !path.starts_with("cerca/") || path.ends_with(".html")) {
        let bytes = match content {
            Content::Bytes(bytes) => bytes.to_vec(),
            Content::Copy { from, .. } => read(&from.full()),
            Content::Archive(archive) => {
                let mut packed = std::io::Cursor::new(Vec::new());
                trasparente::write::pack(archive, &mut packed).expect("memory takes it");
                packed.into_inner()
            }
        };
        if shown.iter().any(|shown| is_under(path, shown)) {
            kept.insert(format!("public/{path}"), bytes);
        } else {
            let _ = writeln!(list, "{:016x} {:>6} {path}", fnv(&bytes), bytes.len());
        }
    }
    kept.insert(format!("public/{LISTED}"), list.into_bytes());
    kept
}

fn is_under(path: &str, shown: &str) -> bool {
    path == shown || shown.ends_with('/') && path.starts_with(shown)
}

/// FNV-1a: a few lines that give the same number for ever.
fn fnv(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The files kept in the repository, by path from the site's folder.
fn agreed(site: &Path) -> BTreeMap<String, Vec<u8>> {
    let public = sites::files(&site.join("public")).into_iter().map(|path| format!("public/{path}"));
    let findings = site.join("findings.txt").exists().then(|| "findings.txt".to_owned());
    public.chain(findings).map(|path| (path.clone(), read(&site.join(&path)))).collect()
}

fn compare(site: &Path, actual: &BTreeMap<String, Vec<u8>>, differences: &mut String) {
    let agreed = agreed(site);
    for path in agreed.keys().filter(|path| !actual.contains_key(*path)) {
        let _ = writeln!(differences, "{}/{path} is expected but was not made", site.display());
    }
    for (path, bytes) in actual {
        match agreed.get(path) {
            None => {
                let _ = writeln!(differences, "{}/{path} was made but is not expected", site.display());
            }
            Some(agreed) if agreed != bytes => {
                let _ =
                    writeln!(differences, "{}/{path} differs:\n{}", site.display(), first_difference(agreed, bytes));
            }
            Some(_) => {}
        }
    }
}

fn first_difference(agreed: &[u8], actual: &[u8]) -> String {
    let (agreed, actual) = (String::from_utf8_lossy(agreed), String::from_utf8_lossy(actual));
    let same = agreed.lines().zip(actual.lines()).take_while(|(a, b)| a == b).count();
    format!(
        "line {}\n- {}\n+ {}",
        same + 1,
        agreed.lines().nth(same).unwrap_or("(end)"),
        actual.lines().nth(same).unwrap_or("(end)")
    )
}

#[expect(clippy::disallowed_methods, reason = "a test may renew its expectations")]
fn renew(site: &Path, actual: &BTreeMap<String, Vec<u8>>) {
    let _ = std::fs::remove_dir_all(site.join("public"));
    let _ = std::fs::remove_file(site.join("findings.txt"));
    for (path, bytes) in actual {
        let path = site.join(path);
        std::fs::create_dir_all(path.parent().expect("a file has a folder")).expect("expectations can be written");
        std::fs::write(path, bytes).expect("expectations can be written");
    }
}
