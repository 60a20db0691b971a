//! Whether the content on disk is what was last committed.
//!
//! What counts is what a site is made from: any file `load` reads, whether or
//! not git is told to ignore it.

use std::collections::BTreeMap;
use std::fs::Metadata;
use std::io::Read;
use std::path::Path;
use std::time::UNIX_EPOCH;

use gix_hash::ObjectId;
use walkdir::{DirEntry, WalkDir};

use super::find::{self, Place};
use super::index::{self, Noted, Time};
use super::objects::Objects;
use super::tree::{self, Files, Sort};
use super::{file, head};
use crate::disk;
use crate::load::content::{is_debris, is_hidden};

/// How deep repositories may lie in one another.
const MODULES: usize = 4;
/// The largest text whose line ends may differ.
const TEXT: u64 = 16 * 1024 * 1024;
/// How much is read at a time.
const BLOCK: usize = 64 * 1024;

/// Whether the content differs from what the last commit has of it. What
/// cannot be read counts as changed.
pub(super) fn any(place: &Place, committed: &Files, hash: gix_hash::Kind) -> bool {
    unchanged(place, committed, hash, MODULES).is_none()
}

/// Which of the content's texts are on disk as the last commit has them.
pub(super) enum Still {
    /// All.
    All,
    /// Those whose bytes are the same, in this folder.
    Same(disk::Folder),
    /// None that is known of.
    Unknown,
}

impl Still {
    /// What is to be asked where something changed.
    pub(super) fn below(place: &Place) -> Self {
        disk::Folder::open(&place.folder).map_or(Self::Unknown, Self::Same)
    }

    /// Whether the text at a path is still this object.
    pub(super) fn is(&self, path: &str, id: ObjectId) -> bool {
        let folder = match self {
            Self::All => return true,
            Self::Same(folder) => folder,
            Self::Unknown => return false,
        };
        let mut bytes = Vec::new();
        let read = folder.file(path).and_then(|file| file.take(TEXT).read_to_end(&mut bytes));
        read.is_ok_and(|size| blob(bytes.as_slice(), size as u64, id.kind()) == Some(id) || is_text(&bytes, id))
    }
}

/// Some if nothing changed.
fn unchanged(place: &Place, committed: &Files, hash: gix_hash::Kind, modules: usize) -> Option<()> {
    let path = place.own.join("index");
    let written = modified(&std::fs::metadata(&path).ok()?)?;
    let noted = index::read(&file::read(&path, index::LONGEST).ok()??, hash, &place.content)?;
    if !is_committed(&noted, committed) {
        return None;
    }
    let root = &place.folder;
    let mut missing = noted.values().filter(|noted| noted.sort != Sort::Module && !noted.absent).count();
    let mut walk = files(root);
    while let Some(entry) = walk.next() {
        let entry = entry.ok()?;
        let known = noted.get(&relative(entry.path(), root)?);
        if entry.file_type().is_dir() {
            if let Some(Noted { sort: Sort::Module, id, .. }) = known {
                module(entry.path(), *id, modules)?;
                walk.skip_current_dir();
            }
            continue;
        }
        let known = known.filter(|known| !known.absent)?;
        same(&entry, known, written, hash)?;
        missing -= 1;
    }
    (missing == 0).then_some(())
}

/// Whether what git noted is what was committed.
fn is_committed(noted: &BTreeMap<Vec<u8>, Noted>, committed: &Files) -> bool {
    let noted = noted.iter().map(|(path, noted)| (path, (noted.sort, noted.id)));
    noted.eq(committed.iter().map(|(path, file)| (path, *file)))
}

/// What a site is made from below a folder, and the folders it is in.
fn files(root: &Path) -> walkdir::FilterEntry<walkdir::IntoIter, fn(&DirEntry) -> bool> {
    WalkDir::new(root).into_iter().filter_entry(|entry| {
        let name = entry.file_name().to_string_lossy();
        entry.depth() == 0 || !(is_hidden(&name) || (!entry.file_type().is_dir() && is_debris(&name)))
    })
}

/// A path as git writes it.
fn relative(path: &Path, root: &Path) -> Option<Vec<u8>> {
    let mut found = Vec::new();
    for name in path.strip_prefix(root).ok()? {
        tree::push(&mut found, name.as_encoded_bytes());
    }
    Some(found)
}

/// Some if a repository within this one is at a commit, and nothing in it
/// changed.
fn module(folder: &Path, id: ObjectId, modules: usize) -> Option<()> {
    let modules = modules.checked_sub(1)?;
    let Some(place) = find::at(folder, folder).ok()? else {
        // It was never laid out.
        return files(folder).all(|entry| entry.is_ok_and(|entry| entry.file_type().is_dir())).then_some(());
    };
    let head = head::commit(&place).ok()?.filter(|head| *head == id)?;
    let mut objects = Objects::open(&place, head.kind());
    let root = tree::commit(&mut objects, &head, &[]).ok()?.content;
    let committed = tree::files(&mut objects, root).ok()?;
    unchanged(&place, &committed, head.kind(), modules)
}

/// Some if a file is what git noted: by what it is like or, if it was touched
/// since, by its bytes.
fn same(entry: &DirEntry, noted: &Noted, written: Time, hash: gix_hash::Kind) -> Option<()> {
    let about = entry.metadata().ok()?;
    let sort = match about.file_type() {
        sort if sort.is_file() => Sort::File,
        sort if sort.is_symlink() => Sort::Link,
        _ => return None,
    };
    if sort != noted.sort {
        return None;
    }
    if looks_same(&about, noted, written) {
        return Some(());
    }
    let id = if sort == Sort::Link {
        let target = std::fs::read_link(entry.path()).ok()?;
        let target = target.as_os_str().as_encoded_bytes();
        blob(target, target.len() as u64, hash)
    } else {
        blob(disk::file_at(entry.path()).ok()?, about.len(), hash)
    };
    let same = id? == noted.id || (sort == Sort::File && about.len() <= TEXT && same_text(entry.path(), noted.id));
    same.then_some(())
}

/// A file that was changed in the moment the index was written looks the same
/// and need not be.
fn looks_same(about: &Metadata, noted: &Noted, written: Time) -> bool {
    let at = |time: Time| if noted.modified.1 == 0 { (time.0, 0) } else { time };
    let altered = altered(about).filter(|_| noted.altered != (0, 0));
    modified(about).is_some_and(|modified| at(modified) == noted.modified)
        && noted.modified < at(written)
        && altered.is_none_or(|altered| altered == noted.altered || noted.altered == (altered.0, 0))
        && u64::from(noted.size) == about.len() & u64::from(u32::MAX)
}

fn modified(about: &Metadata) -> Option<Time> {
    let since = about.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    Some((u32::try_from(since.as_secs() & u64::from(u32::MAX)).ok()?, since.subsec_nanos()))
}

#[cfg(unix)]
fn altered(about: &Metadata) -> Option<Time> {
    use std::os::unix::fs::MetadataExt;
    let seconds = u32::try_from(about.ctime() & i64::from(u32::MAX)).ok()?;
    Some((seconds, u32::try_from(about.ctime_nsec()).ok()?))
}

#[cfg(not(unix))]
fn altered(_about: &Metadata) -> Option<Time> {
    None
}

/// The name of bytes among the objects of a repository, if they are as many as
/// they should be.
fn blob(bytes: impl Read, size: u64, hash: gix_hash::Kind) -> Option<ObjectId> {
    let mut hasher = gix_hash::hasher(hash);
    hasher.update(format!("blob {size}\0").as_bytes());
    let (mut bytes, mut left) = (bytes.take(size.saturating_add(1)), size);
    let mut block = vec![0; BLOCK];
    loop {
        match bytes.read(&mut block).ok()? {
            0 => break,
            read => {
                left = left.checked_sub(read as u64)?;
                hasher.update(&block[..read]);
            }
        }
    }
    if left == 0 { hasher.try_finalize().ok() } else { None }
}

/// Whether a file is a text that only ends its lines otherwise.
fn same_text(path: &Path, id: ObjectId) -> bool {
    file::read(path, TEXT).is_ok_and(|bytes| bytes.is_some_and(|bytes| is_text(&bytes, id)))
}

/// Whether bytes are a text that only ends its lines otherwise.
fn is_text(bytes: &[u8], id: ObjectId) -> bool {
    if bytes.contains(&0) || !bytes.windows(2).any(|pair| pair == b"\r\n") {
        return false;
    }
    let mut text = Vec::with_capacity(bytes.len());
    for (at, byte) in bytes.iter().enumerate() {
        if *byte != b'\r' || bytes.get(at + 1) != Some(&b'\n') {
            text.push(*byte);
        }
    }
    blob(text.as_slice(), text.len() as u64, id.kind()) == Some(id)
}
