//! Puts an [`Edition`] on disk. The only module that writes.
//!
//! What holds, whatever happens: a page is either the old one or the new
//! one, never half; a file no edition wrote is never touched; a file that
//! has not changed keeps its date. A build that is killed leaves temporary
//! files behind at worst, and the next one clears them.

mod archive;
mod folder;
mod manifest;
mod proof;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::edition::{Content, Edition, PROOF};
use folder::Folder;

pub use archive::pack;
pub use folder::{create_new, make_folder};

/// Something the world would not let us do, by path.
#[derive(Debug)]
pub struct WriteError {
    /// What we wanted to write, read or delete.
    pub path: PathBuf,
    /// Why not.
    pub cause: io::Error,
    /// The key of a sentence that says more than the cause, if there is one.
    pub key: Option<&'static str>,
}

/// What writing came to.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// Files that are new or changed.
    pub written: usize,
    /// Files that were already as they should be.
    pub unchanged: usize,
    /// Files of the former edition that are no more.
    pub removed: usize,
}

/// Ends the names of files being written.
const TEMPORARY: &str = ".trasparente-tmp";

/// Writes an edition below `root`: first what changed, then the manifest,
/// then nothing of the former edition is left that is not in this one.
pub fn edition(edition: &Edition, root: &Path) -> Result<Written, WriteError> {
    let folder = Folder::open(root)?;
    let former = manifest::read(&folder)?;
    let own = edition.proof.as_ref().map(|_| PROOF);
    let current: BTreeSet<&str> = edition.files().map(|(path, _)| path).chain(own).collect();
    refuse_strangers(&folder, edition, former.as_ref())?;
    let former = former.unwrap_or_default();
    // Whoever comes after a killed build must know what was ours.
    let all: BTreeSet<&str> = former.iter().map(String::as_str).chain(current.iter().copied()).collect();
    if all.len() != former.len() {
        manifest::write(&folder, &all)?;
    }
    folder.clear_up(&all)?;
    let written = renew(&folder, edition, &former, &current).and_then(|mut written| {
        if let Some(proof) = &edition.proof {
            let changed = proof::write(&folder, edition, proof)?;
            written.written += usize::from(changed);
            written.unchanged += usize::from(!changed);
        }
        if all.len() != current.len() || former.is_empty() {
            manifest::write(&folder, &current)?;
        }
        Ok(written)
    });
    folder.end();
    written
}

/// Makes the folder hold this edition and nothing of the former.
fn renew(
    folder: &Folder,
    edition: &Edition,
    former: &BTreeSet<String>,
    current: &BTreeSet<&str>,
) -> Result<Written, WriteError> {
    let gone: Vec<&str> = former.iter().map(String::as_str).filter(|path| !current.contains(path)).collect();
    make_way(folder, &gone, current)?;
    folder.make_folders(current, former)?;
    let files: Vec<(&str, &Content)> = edition.files().collect();
    let changed = files
        .par_iter()
        .with_max_len(64)
        .map(|(path, content)| put(folder, path, content, former.contains(*path)))
        .collect::<Result<Vec<bool>, _>>()?;
    let written = changed.iter().filter(|changed| **changed).count();
    for path in &gone {
        folder.remove(path)?;
    }
    folder.remove_empty_folders(&gone, current);
    Ok(Written { written, unchanged: files.len() - written, removed: gone.len() })
}

/// Where a page takes the place of a folder, what the folder held must go
/// first; everything else goes last, so that no page is missed meanwhile.
fn make_way(folder: &Folder, gone: &[&str], current: &BTreeSet<&str>) -> Result<(), WriteError> {
    let in_the_way: Vec<&str> = gone
        .iter()
        .copied()
        .filter(|path| path.match_indices('/').any(|(at, _)| current.contains(&path[..at])))
        .collect();
    for path in &in_the_way {
        folder.remove(path)?;
    }
    folder.remove_empty_folders(&in_the_way, current);
    Ok(())
}

/// A folder that holds other people's files is not ours to fill; nor is a
/// single file that stands where one of ours should go.
fn refuse_strangers(folder: &Folder, edition: &Edition, former: Option<&BTreeSet<String>>) -> Result<(), WriteError> {
    match former {
        None if !folder.is_empty()? => Err(folder.error("", io::ErrorKind::AlreadyExists, "output-not-empty")),
        // Hidden files do not make a folder somebody's, and stay all the same.
        None => {
            let hidden =
                edition.files().map(|(path, _)| path).find(|path| path.starts_with('.') && folder.exists(path));
            hidden.map_or(Ok(()), |path| Err(folder.error(path, io::ErrorKind::AlreadyExists, "output-stranger")))
        }
        Some(former) => {
            let own = edition.proof.as_ref().map(|_| PROOF);
            let new = edition.files().map(|(path, _)| path).chain(own).filter(|path| !former.contains(*path));
            // A folder of ours may become a page.
            let ours = |path: &str| {
                let inside = format!("{path}/");
                former.range(inside.clone()..).next().is_some_and(|first| first.starts_with(&inside))
            };
            match new.into_iter().find(|path| folder.exists(path) && !ours(path)) {
                Some(path) => Err(folder.error(path, io::ErrorKind::AlreadyExists, "output-stranger")),
                None => Ok(()),
            }
        }
    }
}

/// Writes a file unless it is already there, byte for byte; only one that a
/// former edition wrote can be.
fn put(folder: &Folder, path: &str, content: &Content, known: bool) -> Result<bool, WriteError> {
    match content {
        Content::Bytes(bytes) => {
            if known && folder.holds(path, bytes)? {
                return Ok(false);
            }
            folder.replace(path, |file| file.write_all(bytes))?;
        }
        Content::Copy { from, .. } => {
            if known && folder.same_as(path, from)? {
                return Ok(false);
            }
            let source = folder::open_to_read(from)?;
            folder.replace(path, |file| io::copy(&mut &source, file).map(|_| ()))?;
        }
        Content::Archive(archive) => {
            if known && folder.bears(path, &archive.stamp())? {
                return Ok(false);
            }
            folder.replace(path, |file| pack(archive, file))?;
        }
    }
    Ok(true)
}

/// What files were on disk before, for tests that compare editions.
pub fn listing(root: &Path) -> Result<BTreeMap<String, u64>, WriteError> {
    Folder::open(root)?.listing()
}
