//! The same content gives the same bytes, however many cores look at it and
//! however often.

mod sites;

use std::path::PathBuf;

use rayon::ThreadPoolBuilder;
use sites::{build_at, now};
use trasparente::edition::Edition;

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
fn the_instant_shows_and_nothing_else_does() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let first = build_at(&root, now()).edition.expect("it builds");
    let next = first.next_transition.expect("calls are open");
    let before = build_at(&root, next.plus(-1)).edition.expect("it builds");
    let after = build_at(&root, next).edition.expect("it builds");
    let stripped = |edition: &Edition| -> Vec<String> {
        let labels = edition.files().filter(|(path, _)| path.starts_with("atti/") && path.ends_with(".html"));
        labels
            .filter_map(|(_, content)| match content {
                trasparente::edition::Content::Bytes(bytes) => Some(without_clock(&String::from_utf8_lossy(bytes))),
                _ => None,
            })
            .collect()
    };
    assert_eq!(stripped(&first), stripped(&before), "nothing changes before the next transition");
    assert_ne!(stripped(&before), stripped(&after), "something changes at the next transition");
    assert_eq!(before.next_transition, Some(next));
    assert!(after.next_transition.is_none_or(|later| later > next));
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
