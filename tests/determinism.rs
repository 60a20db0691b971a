//! The same content gives the same bytes, however many cores look at it and
//! however often.

mod sites;

use std::collections::BTreeSet;
use std::path::PathBuf;

use rayon::ThreadPoolBuilder;
use sites::{build_at, now};
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
fn nothing_changes_before_the_next_transition_and_something_does_at_it() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let first = build_at(&root, now()).edition.expect("it builds");
    let next = first.next_transition.expect("calls are open");
    let before = build_at(&root, next.plus(-1)).edition.expect("it builds");
    let after = build_at(&root, next).edition.expect("it builds");
    assert_eq!(differing(&first, &before), [""; 0], "before the next transition");
    assert!(!differing(&before, &after).is_empty(), "nothing at the next transition");
    assert_eq!(before.next_transition, Some(next));
    assert!(after.next_transition.is_none_or(|later| later > next));
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
