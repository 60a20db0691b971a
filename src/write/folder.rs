//! The output folder: everything the program does to the disk, by path from
//! its root.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use sha2::{Digest, Sha256};

use super::{TEMPORARY, WriteError, manifest};

/// Stands in the output folder while a build writes to it.
const UNDER_WAY: &str = ".edizione-in-corso";

/// The output folder, locked against a second build.
pub(super) struct Folder {
    root: PathBuf,
    /// Held for as long as we write.
    _lock: File,
    /// Whether the folder bears the mark of a build under way.
    marked: std::sync::Once,
}

/// Opens a file to copy it.
#[expect(clippy::disallowed_methods, reason = "attachments are copied, never held in memory")]
pub(super) fn open_to_read(path: &Path) -> Result<File, WriteError> {
    File::open(path).map_err(|cause| WriteError { path: path.to_owned(), cause, key: None })
}

/// Writes a file that must not be there yet, with the folders it needs: for
/// `new` and `init`.
#[expect(clippy::disallowed_methods, reason = "this is where files are written")]
pub fn create_new(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    let failed = |cause| WriteError { path: path.to_owned(), cause, key: None };
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).map_err(failed)?;
    }
    let mut file = fs::OpenOptions::new().write(true).create_new(true).open(path).map_err(failed)?;
    io::Write::write_all(&mut file, bytes).map_err(failed)
}

/// Makes a folder and those it stands in.
#[expect(clippy::disallowed_methods, reason = "this is where folders are made")]
pub fn make_folder(path: &Path) -> Result<(), WriteError> {
    fs::create_dir_all(path).map_err(|cause| WriteError { path: path.to_owned(), cause, key: None })
}

impl Folder {
    /// Opens the folder, making it if need be. A second build at the same
    /// time is turned away rather than let the two write over each other.
    #[expect(clippy::disallowed_methods, reason = "a folder is opened to be locked")]
    pub(super) fn open(root: &Path) -> Result<Self, WriteError> {
        let failed = |cause| WriteError { path: root.to_owned(), cause, key: None };
        make_folder(root)?;
        let lock = File::open(root).map_err(failed)?;
        // Some file systems know no locks; two builds are then the caller's
        // business.
        if let Err(fs::TryLockError::WouldBlock) = lock.try_lock() {
            let cause = io::ErrorKind::ResourceBusy.into();
            return Err(WriteError { path: root.to_owned(), cause, key: Some("output-locked") });
        }
        Ok(Self { root: root.to_owned(), _lock: lock, marked: std::sync::Once::new() })
    }

    /// A failure of our own finding.
    pub(super) fn error(&self, path: &str, kind: io::ErrorKind, key: &'static str) -> WriteError {
        WriteError { path: self.root.join(path), cause: kind.into(), key: Some(key) }
    }

    fn failed(&self, path: &str) -> impl Fn(io::Error) -> WriteError + use<> {
        let path = self.root.join(path);
        move |cause| WriteError { path: path.clone(), cause, key: None }
    }

    /// Whether nothing but hidden files (a `.gitkeep`) is there.
    pub(super) fn is_empty(&self) -> Result<bool, WriteError> {
        let entries = fs::read_dir(&self.root).map_err(self.failed(""))?;
        for entry in entries {
            let name = entry.map_err(self.failed(""))?.file_name();
            if !name.to_string_lossy().starts_with('.') {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Whether something stands at a path, be it a dangling link.
    pub(super) fn exists(&self, path: &str) -> bool {
        fs::symlink_metadata(self.root.join(path)).is_ok()
    }

    /// The text of a file, if it is there.
    #[expect(clippy::disallowed_methods, reason = "the manifest is ours")]
    pub(super) fn read_text(&self, path: &str) -> Result<Option<String>, WriteError> {
        match fs::read(self.root.join(path)) {
            Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(self.failed(path)(error)),
        }
    }

    /// Whether a file holds exactly these bytes.
    pub(super) fn holds(&self, path: &str, bytes: &[u8]) -> Result<bool, WriteError> {
        let Some(file) = self.plain_file(path, bytes.len() as u64)? else { return Ok(false) };
        same(bytes, BufReader::with_capacity(64 * 1024, file)).map_err(self.failed(path))
    }

    /// Whether a file holds exactly what another does.
    pub(super) fn same_as(&self, path: &str, other: &Path) -> Result<bool, WriteError> {
        let theirs = open_to_read(other)?;
        let size = theirs.metadata().map_err(self.failed(path))?.len();
        let Some(ours) = self.plain_file(path, size)? else { return Ok(false) };
        same(BufReader::new(theirs), BufReader::new(ours)).map_err(self.failed(path))
    }

    /// Whether a file is an archive that bears this stamp.
    #[expect(clippy::disallowed_methods, reason = "a file is read to see whether it must be written")]
    pub(super) fn bears(&self, path: &str, stamp: &str) -> Result<bool, WriteError> {
        let full = self.root.join(path);
        if !fs::symlink_metadata(&full).is_ok_and(|there| there.is_file()) {
            return Ok(false);
        }
        File::open(&full).and_then(|file| super::archive::bears(file, stamp)).map_err(self.failed(path))
    }

    /// The SHA-256 of a file of ours, and its size.
    #[expect(clippy::disallowed_methods, reason = "an archive is known by what was written")]
    pub(super) fn hash(&self, path: &str) -> Result<([u8; 32], u64), WriteError> {
        let read = || {
            let mut file = BufReader::with_capacity(64 * 1024, File::open(self.root.join(path))?);
            let mut hash = Sha256::new();
            let mut size = 0;
            loop {
                let part = file.fill_buf()?;
                if part.is_empty() {
                    return Ok((hash.finalize().into(), size));
                }
                hash.update(part);
                let length = part.len();
                size += length as u64;
                file.consume(length);
            }
        };
        read().map_err(self.failed(path))
    }

    /// A file to compare with, if it is one and has that size. A link is not
    /// a file of ours, whatever it leads to.
    #[expect(clippy::disallowed_methods, reason = "a file is read to see whether it must be written")]
    fn plain_file(&self, path: &str, size: u64) -> Result<Option<File>, WriteError> {
        let full = self.root.join(path);
        match fs::symlink_metadata(&full) {
            Ok(there) if there.is_file() && there.len() == size => {
                File::open(&full).map(Some).map_err(self.failed(path))
            }
            Ok(_) => Ok(None),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(self.failed(path)(error)),
        }
    }

    /// Puts a file in the place of another at one stroke: whoever looks sees
    /// the old one or the new one. `fill` writes it.
    #[expect(clippy::disallowed_methods, reason = "this is where the site is written")]
    pub(super) fn replace(&self, path: &str, fill: impl FnOnce(&mut File) -> io::Result<()>) -> Result<(), WriteError> {
        self.mark();
        let full = self.root.join(path);
        let temporary = self.root.join(format!("{path}{TEMPORARY}"));
        let written = File::create(&temporary).and_then(|mut file| fill(&mut file)).and_then(|()| {
            fs::rename(&temporary, &full).or_else(|error| {
                // A folder in the way is one a former edition left empty.
                fs::remove_dir(&full).map_err(|_| error)?;
                fs::rename(&temporary, &full)
            })
        });
        written.map_err(|cause| {
            let _ = fs::remove_file(&temporary);
            self.failed(path)(cause)
        })
    }

    /// Makes every folder the files need, level by level. A link in the way
    /// is an error: it could lead out of the output folder.
    pub(super) fn make_folders(&self, paths: &BTreeSet<&str>, former: &BTreeSet<String>) -> Result<(), WriteError> {
        let mut levels: Vec<Vec<&str>> = Vec::new();
        for folder in folders(paths.iter().copied()) {
            let level = folder.matches('/').count();
            levels.resize_with(levels.len().max(level + 1), Vec::new);
            levels[level].push(folder);
        }
        levels.iter().try_for_each(|level| level.par_iter().try_for_each(|folder| self.make(folder, former)))
    }

    #[expect(clippy::disallowed_methods, reason = "this is where the site is written")]
    fn make(&self, folder: &str, former: &BTreeSet<String>) -> Result<(), WriteError> {
        let full = self.root.join(folder);
        let failed = match fs::create_dir(&full) {
            Ok(()) => return Ok(()),
            Err(error) => error,
        };
        match fs::symlink_metadata(&full) {
            Ok(there) if there.is_dir() => Ok(()),
            Ok(there) if there.is_symlink() => Err(self.error(folder, io::ErrorKind::NotADirectory, "output-symlink")),
            // A page of a former edition where a folder must be.
            Ok(_) if former.contains(folder) => {
                self.remove(folder)?;
                fs::create_dir(&full).map_err(self.failed(folder))
            }
            Ok(_) => Err(self.error(folder, io::ErrorKind::AlreadyExists, "output-stranger")),
            Err(_) => Err(self.failed(folder)(failed)),
        }
    }

    /// Deletes a file, if it is there and still a file of ours: not what
    /// somebody reached through a link, nor a folder made in its place.
    #[expect(clippy::disallowed_methods, reason = "only what a former edition wrote")]
    pub(super) fn remove(&self, path: &str) -> Result<(), WriteError> {
        let link = |at: usize| fs::symlink_metadata(self.root.join(&path[..at])).is_ok_and(|there| there.is_symlink());
        if path.match_indices('/').any(|(at, _)| link(at)) {
            return Ok(());
        }
        let full = self.root.join(path);
        match fs::symlink_metadata(&full) {
            Ok(there) if there.is_dir() => Ok(()),
            Ok(_) => fs::remove_file(&full).map_err(self.failed(path)),
            Err(error) if [io::ErrorKind::NotFound, io::ErrorKind::NotADirectory].contains(&error.kind()) => Ok(()),
            Err(error) => Err(self.failed(path)(error)),
        }
    }

    /// Clears up after a build that was killed: what it left half written
    /// goes.
    #[expect(clippy::disallowed_methods, reason = "only what a killed build left")]
    pub(super) fn clear_up(&self, ours: &BTreeSet<&str>) -> Result<(), WriteError> {
        if self.exists(UNDER_WAY) {
            for path in self.listing()?.keys().filter(|path| path.ends_with(TEMPORARY)) {
                let name = path.trim_end_matches(TEMPORARY);
                if ours.contains(name) || manifest::NAME == name {
                    fs::remove_file(self.root.join(path)).map_err(self.failed(path))?;
                }
            }
        }
        Ok(())
    }

    /// Marks the folder, at the first write, as being written to. A mark that
    /// cannot be made only spares the next build a look.
    #[expect(clippy::disallowed_methods, reason = "the mark is ours")]
    fn mark(&self) {
        self.marked.call_once(|| {
            let _ = File::create(self.root.join(UNDER_WAY));
        });
    }

    /// Takes the mark away: nothing is half written. A mark that stays only
    /// makes the next build look.
    #[expect(clippy::disallowed_methods, reason = "the mark is ours")]
    pub(super) fn end(&self) {
        if self.exists(UNDER_WAY) {
            let _ = fs::remove_file(self.root.join(UNDER_WAY));
        }
    }

    /// Deletes the folders the removed files leave empty. One that is not
    /// empty stays: somebody put something there.
    #[expect(clippy::disallowed_methods, reason = "only folders a former edition made, and only if empty")]
    pub(super) fn remove_empty_folders(&self, gone: &[&str], current: &BTreeSet<&str>) {
        let kept = folders(current.iter().copied());
        for folder in folders(gone.iter().copied()).into_iter().rev().filter(|folder| !kept.contains(folder)) {
            let _ = fs::remove_dir(self.root.join(folder));
        }
    }

    /// Every file below, with its size.
    pub(super) fn listing(&self) -> Result<BTreeMap<String, u64>, WriteError> {
        let mut found = BTreeMap::new();
        for entry in walkdir::WalkDir::new(&self.root) {
            let entry = entry.map_err(|error| self.failed("")(error.into()))?;
            if entry.file_type().is_file() {
                let path = entry.path().strip_prefix(&self.root).unwrap_or(entry.path()).to_string_lossy().into_owned();
                found.insert(path, entry.metadata().map_or(0, |meta| meta.len()));
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

/// Whether two readers hold the same bytes.
fn same(mut a: impl Read, mut b: impl Read) -> io::Result<bool> {
    let (mut left, mut right) = ([0; 16 * 1024], [0; 16 * 1024]);
    loop {
        let (n, m) = (fill(&mut a, &mut left)?, fill(&mut b, &mut right)?);
        if left[..n] != right[..m] {
            return Ok(false);
        }
        if n == 0 {
            return Ok(true);
        }
    }
}

fn fill(from: &mut impl Read, buffer: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0;
    while filled < buffer.len() {
        match from.read(&mut buffer[filled..]) {
            Ok(0) => break,
            Ok(n) => filled += n,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(filled)
}
