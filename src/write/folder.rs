//! The output folder as it is: locked, and looked at before anything in it
//! changes.

use std::collections::BTreeSet;
use std::fs::{File, TryLockError};
use std::io::{self, BufReader, Read};
use std::path::Path;

use cap_fs_ext::DirExt;
use sha2::{Digest, Sha256};

use super::{Fault, WriteError};
use crate::disk::{self, Obstacle, There, Way};

/// The output folder, locked against a second build.
pub(super) struct Folder {
    at: disk::Folder,
    /// Held for as long as we write.
    lock: File,
}

/// A process that another thread is just starting holds a copy of every open
/// file for a moment, and with it the lock: it is given back, not just closed.
impl Drop for Folder {
    fn drop(&mut self) {
        let _ = self.lock.unlock();
    }
}

/// What stands where a file of ours is to go.
pub(super) enum Before {
    /// Nothing, or something that may be taken the place of.
    Free,
    /// A file that a former edition wrote.
    Ours(File),
}

impl Folder {
    /// Opens the folder, making it if need be. A second build at the same
    /// time is turned away rather than let the two write over each other.
    pub(super) fn open(root: &Path) -> Result<Self, WriteError> {
        let failed = |cause| WriteError::new(root.to_owned(), Fault::Write(cause));
        let at = disk::Folder::make(root).map_err(failed)?;
        let lock = at.as_file().map_err(failed)?;
        // Some file systems know no locks; two builds are then the caller's
        // business.
        if let Err(TryLockError::WouldBlock) = lock.try_lock() {
            return Err(WriteError::new(root.to_owned(), Fault::Locked));
        }
        Ok(Self { at, lock })
    }

    pub(super) fn error(&self, path: &str, fault: Fault) -> WriteError {
        let path = if path.is_empty() { self.at.path().to_owned() } else { self.at.path().join(path) };
        WriteError::new(path, fault)
    }

    /// A failure to write or delete at a path.
    pub(super) fn failed(&self, path: &str) -> impl Fn(io::Error) -> WriteError + use<'_> {
        let path = path.to_owned();
        move |cause| WriteError::of(self.at.path().join(&path), cause, Fault::Write)
    }

    /// A failure to read at a path.
    pub(super) fn unread(&self, path: &str) -> impl Fn(io::Error) -> WriteError + use<'_> {
        let path = path.to_owned();
        move |cause| WriteError::of(self.at.path().join(&path), cause, Fault::Read)
    }

    /// A way into it, for one thread.
    pub(super) fn way(&self) -> Way {
        self.at.way()
    }

    /// The folder below of a name, which is ours alone.
    pub(super) fn below(&self, name: &str) -> io::Result<disk::Folder> {
        self.at.below(name)
    }

    /// Whether nothing but hidden files (a `.gitkeep`) is there.
    pub(super) fn is_empty(&self) -> Result<bool, WriteError> {
        let list = || {
            for entry in self.at.way().folder("")?.entries()? {
                if !entry?.file_name().to_string_lossy().starts_with('.') {
                    return Ok(false);
                }
            }
            Ok(true)
        };
        list().map_err(self.unread(""))
    }

    /// The text of a file, if it is there.
    pub(super) fn read_text(&self, path: &str) -> Result<Option<String>, WriteError> {
        let mut bytes = Vec::new();
        match self.at.file(path).and_then(|mut file| file.read_to_end(&mut bytes)) {
            Ok(_) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(self.unread(path)(error)),
        }
    }

    /// Looks where a file is to go. What somebody else put there, or a link
    /// or a stranger's file on the way, is an error.
    pub(super) fn before(&self, way: &mut Way, path: &str, former: &BTreeSet<String>) -> Result<Before, WriteError> {
        let known = former.contains(path);
        let there = match way.look(path) {
            Err(error) if error.kind() == io::ErrorKind::NotADirectory => return self.past_a_file(path, former),
            Err(error) => return Err(self.error(&self.link_on_the_way(path), Fault::of(error, Fault::Write))),
            Ok(there) => there,
        };
        match there {
            There::Nothing => Ok(Before::Free),
            There::File if known => way.file(path).map(Before::Ours).map_err(self.unread(path)),
            There::Folder if self.is_given_up(way, path, former)? => Ok(Before::Free),
            // What stands in our file's place is not followed but replaced.
            There::Other(_) if known => Ok(Before::Free),
            There::File | There::Folder | There::Other(_) => Err(self.error(path, Fault::Stranger)),
        }
    }

    /// Where a folder is needed there is a file: a page of a former edition,
    /// or somebody else's.
    fn past_a_file(&self, path: &str, former: &BTreeSet<String>) -> Result<Before, WriteError> {
        let folders = path.match_indices('/').map(|(at, _)| &path[..at]);
        let mut way = self.way();
        for folder in folders {
            if matches!(way.look(folder), Ok(There::File | There::Other(Obstacle::Special))) {
                let ours = former.contains(folder);
                return if ours { Ok(Before::Free) } else { Err(self.error(folder, Fault::Stranger)) };
            }
        }
        Ok(Before::Free)
    }

    /// The first link among the folders of a path; the path itself if there
    /// is none.
    fn link_on_the_way(&self, path: &str) -> String {
        let mut way = self.way();
        let folders = path.match_indices('/').map(|(at, _)| &path[..at]);
        let link = folders.into_iter().find(|folder| matches!(way.look(folder), Ok(There::Other(Obstacle::Link))));
        link.unwrap_or(path).to_owned()
    }

    /// Whether a folder holds nothing but what former editions wrote.
    fn is_given_up(&self, way: &mut Way, path: &str, former: &BTreeSet<String>) -> Result<bool, WriteError> {
        let list = |way: &mut Way| -> io::Result<Vec<(String, bool)>> {
            let entries = way.folder(path)?.entries()?;
            entries
                .map(|entry| {
                    let entry = entry?;
                    Ok((format!("{path}/{}", entry.file_name().to_string_lossy()), entry.file_type()?.is_dir()))
                })
                .collect()
        };
        for (inside, is_folder) in list(way).map_err(self.unread(path))? {
            let ours = if is_folder { self.is_given_up(way, &inside, former)? } else { former.contains(&inside) };
            if !ours {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Deletes a file, if it is there and still a file of ours: not what
    /// somebody reached through a link, nor a folder made in its place.
    #[expect(clippy::disallowed_methods, reason = "only what a former edition wrote")]
    pub(super) fn remove(&self, way: &mut Way, path: &str) -> Result<(), WriteError> {
        match way.look(path) {
            Ok(There::Nothing | There::Folder) => return Ok(()),
            Ok(There::File | There::Other(_)) => {}
            Err(error) if error.kind() == io::ErrorKind::NotADirectory || Obstacle::of(&error).is_some() => {
                return Ok(());
            }
            Err(error) => return Err(self.failed(path)(error)),
        }
        let gone = way.parent(path).and_then(|(dir, name)| dir.remove_file_or_symlink(name));
        match gone {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(self.failed(path)(error)),
            _ => Ok(()),
        }
    }

    /// Deletes the folders the removed files leave empty. One that is not
    /// empty stays: somebody put something there.
    #[expect(clippy::disallowed_methods, reason = "only folders a former edition made, and only if empty")]
    pub(super) fn remove_empty_folders(&self, gone: &[&str], current: &BTreeSet<&str>) {
        let kept = folders(current.iter().copied());
        let mut way = self.way();
        for folder in folders(gone.iter().copied()).into_iter().rev().filter(|folder| !kept.contains(folder)) {
            way.forget(folder);
            let _ = way.parent(folder).and_then(|(dir, name)| dir.remove_dir(name));
        }
    }

    /// Every file below, with its size.
    pub(super) fn listing(&self) -> Result<std::collections::BTreeMap<String, u64>, WriteError> {
        let mut found = std::collections::BTreeMap::new();
        for entry in walkdir::WalkDir::new(self.at.path()) {
            let entry = entry.map_err(|error| self.unread("")(error.into()))?;
            if entry.file_type().is_file() {
                let path = entry.path().strip_prefix(self.at.path()).unwrap_or(entry.path());
                found.insert(path.to_string_lossy().into_owned(), entry.metadata().map_or(0, |meta| meta.len()));
            }
        }
        Ok(found)
    }
}

/// The folders of paths, outer before inner.
fn folders<'p>(paths: impl Iterator<Item = &'p str>) -> BTreeSet<&'p str> {
    let mut found = BTreeSet::new();
    for path in paths {
        let mut rest = path;
        while let Some((folder, _)) = rest.rsplit_once('/') {
            if !found.insert(folder) {
                break;
            }
            rest = folder;
        }
    }
    found
}

/// Whether a file holds exactly these bytes.
pub(super) fn holds(file: &File, bytes: &[u8]) -> io::Result<bool> {
    if file.metadata()?.len() != bytes.len() as u64 {
        return Ok(false);
    }
    let mut file = BufReader::with_capacity(64 * 1024, file);
    let mut rest = bytes;
    loop {
        let part = io::BufRead::fill_buf(&mut file)?;
        let Some((same, after)) = rest.split_at_checked(part.len()) else { return Ok(false) };
        if part.is_empty() || same != part {
            return Ok(part.is_empty() && rest.is_empty());
        }
        rest = after;
        let read = part.len();
        io::BufRead::consume(&mut file, read);
    }
}

/// The SHA-256 of what a reader gives, and how many bytes that is; `seen` is
/// given each stretch.
pub(super) fn digest(
    mut from: impl Read,
    mut seen: impl FnMut(&[u8]) -> io::Result<()>,
) -> io::Result<([u8; 32], u64)> {
    let (mut block, mut hash, mut size) = (vec![0; 64 * 1024], Sha256::new(), 0);
    loop {
        match from.read(&mut block) {
            Ok(0) => return Ok((hash.finalize().into(), size)),
            Ok(read) => {
                hash.update(&block[..read]);
                size += read as u64;
                seen(&block[..read])?;
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}
