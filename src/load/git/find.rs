//! Where the repository around a folder is.
//!
//! Only what is called `.git` counts, which git itself lets nobody commit;
//! never a folder that looks like a repository without a work tree.

use std::ffi::OsStr;
use std::path::{Component, Path, PathBuf};

use super::{Gap, file};

/// A repository and its work tree.
#[derive(Debug)]
pub(super) struct Place {
    /// What is this work tree's own: its head, its index.
    pub(super) own: PathBuf,
    /// What all work trees share: references and objects.
    pub(super) common: PathBuf,
    /// The content, in the folder its files are in.
    pub(super) folder: PathBuf,
    /// The names of the folders from the topmost one to the content.
    pub(super) content: Vec<Vec<u8>>,
}

impl Place {
    /// Whether only the latest commits are here.
    pub(super) fn is_shallow(&self) -> bool {
        std::fs::symlink_metadata(self.common.join("shallow")).is_ok()
    }
}

/// The repository around a folder, if any.
pub(super) fn around(folder: &Path, ceilings: &OsStr) -> Result<Option<Place>, Gap> {
    let Ok(folder) = std::fs::canonicalize(folder) else { return Ok(None) };
    let ceiling = ceiling(&folder, ceilings);
    for work in folder.ancestors() {
        if ceiling.as_deref() == Some(work) {
            break;
        }
        if let Some(place) = at(work, &folder)? {
            return Ok(Some(place));
        }
    }
    Ok(None)
}

/// The repository whose work tree a folder is, if it is one.
pub(super) fn at(work: &Path, folder: &Path) -> Result<Option<Place>, Gap> {
    let entry = work.join(".git");
    let Ok(about) = std::fs::metadata(&entry) else { return Ok(None) };
    let is_folder = about.is_dir();
    if !is_folder && !about.is_file() {
        return Ok(None);
    }
    let own = if is_folder { entry } else { pointed(&entry, work)? };
    let common = match file::line(&own.join("commondir"))? {
        Some(path) => own.join(path),
        None => own.clone(),
    };
    let sound =
        own.join("HEAD").symlink_metadata().is_ok() && common.join("objects").is_dir() && common.join("refs").is_dir();
    let content = folder.strip_prefix(work).unwrap_or(Path::new("")).components().filter_map(|component| {
        if let Component::Normal(name) = component { Some(name.as_encoded_bytes().to_vec()) } else { None }
    });
    let place = Place { folder: folder.to_owned(), content: content.collect(), own, common };
    match (sound, is_folder) {
        (true, _) => Ok(Some(place)),
        // As for git: a folder of that name may be anything, a file is a promise.
        (false, true) => Ok(None),
        (false, false) => Err(Gap::Unreadable),
    }
}

/// Where a `.git` that is a file says the repository is.
fn pointed(entry: &Path, work: &Path) -> Result<PathBuf, Gap> {
    let line = file::line(entry)?.ok_or(Gap::Unreadable)?;
    let path = line.strip_prefix("gitdir: ").ok_or(Gap::Unreadable)?;
    Ok(work.join(path))
}

/// The nearest folder above that is not to be looked at, nor any above it.
fn ceiling(folder: &Path, ceilings: &OsStr) -> Option<PathBuf> {
    let mut as_said = false;
    let mut nearest: Option<PathBuf> = None;
    for path in std::env::split_paths(ceilings) {
        if path.as_os_str().is_empty() {
            // What follows an empty one has no links in it, says who set it.
            as_said = true;
            continue;
        }
        let path = if as_said { Some(path) } else { std::fs::canonicalize(&path).ok().filter(|_| path.is_absolute()) };
        let above = path.filter(|path| path.is_absolute() && path != folder && folder.starts_with(path));
        if above.as_ref().map(|path| path.components().count()) > nearest.as_ref().map(|path| path.components().count())
        {
            nearest = above;
        }
    }
    nearest
}
