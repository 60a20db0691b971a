//! Reads the index of the search as it was last published.

use std::path::Path;

use rayon::prelude::*;
use walkdir::WalkDir;

use crate::model::SEARCH;
use crate::search::{Files, STAMP, folder, stamp};

/// The published index, if it was made from what `fingerprint` tells and
/// nobody changed it since.
#[expect(clippy::disallowed_methods, reason = "this is where a former edition is read")]
pub fn published_index(out: &Path, fingerprint: &str) -> Option<Files> {
    let place = out.join(SEARCH.trim_matches('/'));
    let kept = std::fs::read_to_string(place.join(STAMP)).ok()?;
    if kept.lines().next() != Some(fingerprint) {
        return None;
    }
    let root = place.join(folder(fingerprint));
    let entries: Vec<_> = WalkDir::new(&root).into_iter().collect::<Result<_, _>>().ok()?;
    let files = entries
        .par_iter()
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let name = entry.path().strip_prefix(&root).ok()?.to_str()?.replace('\\', "/");
            Some((name, std::fs::read(entry.path()).ok()?))
        })
        .collect::<Option<Files>>()?;
    (stamp(fingerprint, &files) == kept).then_some(files)
}
