//! Reads what was last published: whether anything was, and the index of
//! the search.

use std::io::Read;
use std::path::Path;

use rayon::prelude::*;
use walkdir::WalkDir;

use crate::disk::Folder;
use crate::model::LIST;
use crate::plan::SEARCH;
use crate::search::{Files, STAMP, folder, stamp};

/// Whether a site was published in a folder.
pub fn is_published(out: &Path) -> bool {
    Folder::open(out).and_then(|folder| folder.file(LIST)).is_ok()
}

/// The published index, if it was made from what `fingerprint` tells and
/// nobody changed it since.
pub fn published_index(out: &Path, fingerprint: &str) -> Option<Files> {
    let place = Folder::open(out).ok()?.below(SEARCH.trim_matches('/')).ok()?;
    let mut kept = String::new();
    place.file(STAMP).ok()?.read_to_string(&mut kept).ok()?;
    if kept.lines().next() != Some(fingerprint) {
        return None;
    }
    let index = place.below(folder(fingerprint)).ok()?;
    let entries: Vec<_> = WalkDir::new(index.path()).into_iter().collect::<Result<_, _>>().ok()?;
    let files = entries
        .par_iter()
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let name = entry.path().strip_prefix(index.path()).ok()?.to_str()?.replace('\\', "/");
            let mut bytes = Vec::new();
            index.file(&name).ok()?.read_to_end(&mut bytes).ok()?;
            Some((name, bytes))
        })
        .collect::<Option<Files>>()?;
    (stamp(fingerprint, &files) == kept).then_some(files)
}
