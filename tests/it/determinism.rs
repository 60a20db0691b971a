//! The same content gives the same bytes, however many cores look at it and
//! however often.

use crate::identities::generated;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::support::settings::SETTINGS;
use crate::support::sites::{build_at, instant, now};
use rayon::ThreadPoolBuilder;
use trasparente::calendar::Instant;
use trasparente::edition::{Content, Edition};

fn edition_with(threads: usize) -> Edition {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let pool = ThreadPoolBuilder::new().num_threads(threads).build().expect("a pool");
    pool.install(|| build_at(&root, now())).edition.expect("the sample site builds")
}

#[test]
fn the_number_of_threads_does_not_show() {
    let alone = edition_with(1);
    let together = edition_with(8);
    assert!(alone.files().len() > 200);
    assert_eq!(alone, together);
    assert_eq!(together, edition_with(8), "nor does chance");
}

#[test]
fn nothing_changes_before_the_next_transition_of_the_sample_and_something_does_at_it() {
    changes_at_transitions(&PathBuf::from(env!("CARGO_MANIFEST_DIR")), now(), 4);
}

#[test]
fn nothing_changes_before_the_next_transition_of_a_generated_site_and_something_does_at_it() {
    let site = generated::site(3);
    changes_at_transitions(site.path(), instant("2025-12-28"), 10);
    changes_at_transitions(site.path(), now(), 8);
}

#[test]
fn nothing_changes_on_a_site_without_notices() {
    let empty = tempfile::tempdir().expect("a folder for a site");
    generated::put(&empty.path().join("content/sito.yaml"), SETTINGS);
    let one = build_at(empty.path(), now()).edition.expect("it builds");
    let other = build_at(empty.path(), now().plus(400 * 86_400)).edition.expect("it builds");
    assert_eq!(one.next_transition, None);
    assert_eq!(differing(&one, &other), [""; 0]);
    let said: Vec<&str> = one.files().filter(|(_, content)| says(content, "1970")).map(|(path, _)| path).collect();
    assert_eq!(said, [""; 0], "the beginning of computers' time");
}

/// Whether a file says something.
fn says(content: &Content, what: &str) -> bool {
    matches!(content, Content::Bytes(bytes) if String::from_utf8_lossy(bytes).contains(what))
}

/// Follows a site through some of its transitions.
fn changes_at_transitions(site: &Path, from: Instant, transitions: usize) {
    let mut seen = from;
    let mut edition = build_at(site, seen).edition.expect("it builds");
    for _ in 0..transitions {
        let next = edition.next_transition.expect("something is to come");
        assert!(next > seen, "{next:?} is past");
        let before = build_at(site, next.plus(-1)).edition.expect("it builds");
        let after = build_at(site, next).edition.expect("it builds");
        assert_eq!(differing(&edition, &before), [""; 0], "before {next:?}");
        assert!(!differing(&before, &after).is_empty(), "nothing changes at {next:?}");
        assert_eq!(before.next_transition, Some(next));
        (seen, edition) = (next, after);
    }
}

/// The paths of the files of which two editions differ in more than the
/// instant they say they were seen at.
fn differing<'e>(one: &'e Edition, other: &'e Edition) -> Vec<&'e str> {
    let paths: BTreeSet<&str> = one.files().chain(other.files()).map(|(path, _)| path).collect();
    let content = |edition: &Edition, path: &str| match edition.get(path) {
        Some(Content::Bytes(bytes)) => Some(Ok(without_clock(&String::from_utf8_lossy(bytes)))),
        Some(other) => Some(Err(other.clone())),
        None => None,
    };
    paths.into_iter().filter(|path| content(one, path) != content(other, path)).collect()
}

/// A page without the instant it says it was seen at.
fn without_clock(html: &str) -> String {
    let mut rest = html;
    let mut out = String::new();
    while let Some(at) = rest.find("Situazione al") {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        rest = rest.find("</time>").map_or("", |end| &rest[end..]);
    }
    out + rest
}
