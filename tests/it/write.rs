//! What happens to the output folder, and what never does: a page is the
//! old one or the new one, only what a former edition wrote is deleted, and
//! a world that does not play along is told by path.

#![cfg(unix)]

mod disk;
mod editions;
mod hostile;
mod strangers;

use std::collections::BTreeMap;
use std::path::Path;

use crate::support::site;
use sha2::{Digest, Sha256};
use trasparente::disk::{Folder, Origin};
use trasparente::edition::{Artifact, Content, Edition};
use trasparente::write::{self, Written};

/// An edition of some files.
fn edition(files: &[(&str, &str)]) -> Edition {
    Edition::new(files.iter().map(|(path, text)| artifact(path, text)).collect(), None).expect("no path stands twice")
}

/// A file of an edition, whatever its path.
fn artifact(path: &str, text: &str) -> Artifact {
    Artifact { path: path.to_owned(), content: Content::Bytes(text.to_owned().into()) }
}

/// Writes an edition of some files where nothing stands in the way.
#[track_caller]
fn publish(root: &Path, files: &[(&str, &str)]) -> Written {
    write::edition(&edition(files), root).unwrap_or_else(|error| panic!("{error}"))
}

/// A document `bando.pdf` of a folder, as it was when this text was in it.
fn document(folder: &Path, text: &str) -> Content {
    let folder = Folder::open(folder).expect("the folder is there");
    let from = Origin { folder, path: "bando.pdf".to_owned() };
    Content::Copy { from, size: text.len() as u64, sha256: Sha256::digest(text).into() }
}

/// What is below a folder, the manifest left out: files with their text,
/// folders with a slash.
fn found(root: &Path) -> BTreeMap<String, String> {
    let entries = walkdir::WalkDir::new(root).min_depth(1).into_iter().map(|entry| entry.expect("it can be listed"));
    entries
        .map(|entry| {
            let path = entry.path().strip_prefix(root).expect("it is below").to_string_lossy().into_owned();
            match entry.file_type() {
                kind if kind.is_dir() => (path + "/", String::new()),
                kind if kind.is_symlink() => (path + "@", String::new()),
                _ => (path, String::from_utf8_lossy(&site::read(entry.path())).into_owned()),
            }
        })
        .filter(|(path, _)| path != ".edizione")
        .collect()
}

/// What should be below a folder: files, and the folders they are in.
fn only(files: &[(&str, &str)]) -> BTreeMap<String, String> {
    let folders = files
        .iter()
        .flat_map(|(path, _)| path.match_indices('/').map(|(at, _)| (path[..=at].to_owned(), String::new())));
    folders.chain(files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned()))).collect()
}

#[expect(clippy::disallowed_methods, reason = "a test puts files in the way")]
fn put(path: &Path, text: &str) {
    std::fs::create_dir_all(path.parent().expect("a path in a folder")).expect("folders can be made");
    std::fs::write(path, text).expect("a file can be written");
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder can be made")
}
