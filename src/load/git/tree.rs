//! Folders as git keeps them, and the files in them.

use std::collections::BTreeMap;

use gix_hash::{ObjectId, oid};
use gix_object::tree::{EntryKind, EntryRef};
use gix_object::{CommitRefIter, Kind, TreeRefIter, commit::ref_iter::Token};

use super::Gap;
use super::objects::Objects;
use crate::load::content::{is_debris, is_hidden};

/// How deep folders may lie in one another.
pub(super) const DEPTH: usize = 128;

/// The longest path of a file.
pub(super) const PATH: usize = 4096;
/// How many bytes the names of all files may take: a million of them.
pub(super) const NAMES: usize = 128 * 1024 * 1024;
/// What a name takes beside its bytes.
pub(super) const NAME: usize = 64;
/// How many commits one may come after; git itself merges a few dozen.
const PARENTS: usize = 4096;

/// What a file is to git.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    /// A file.
    File,
    /// A symbolic link.
    Link,
    /// Another repository, at a commit.
    Module,
}

/// The files of a folder, by path from it: those that a site is made from.
pub(super) type Files = BTreeMap<Vec<u8>, (Sort, ObjectId)>;

/// What dates need of a commit.
#[derive(Debug, Clone)]
pub(super) struct Commit {
    /// When it was made.
    pub(super) seconds: i64,
    /// The content folder in it.
    pub(super) content: Option<ObjectId>,
    /// The commits before it.
    pub(super) parents: Vec<ObjectId>,
}

/// A commit, with the folder of a path in it.
pub(super) fn commit(objects: &mut Objects, id: &oid, within: &[Vec<u8>]) -> Result<Commit, Gap> {
    let bytes = objects.get(id, Kind::Commit)?;
    let (mut root, mut parents, mut seconds) = (None, Vec::new(), 0);
    for token in CommitRefIter::from_bytes(&bytes, objects.hash()) {
        match token {
            Ok(Token::Tree { id }) => root = Some(id),
            Ok(Token::Parent { id }) if parents.len() < PARENTS => parents.push(id),
            Ok(Token::Committer { signature }) => {
                seconds = signature.seconds();
                break;
            }
            Ok(Token::Author { .. }) => {}
            _ => return Err(Gap::Unreadable),
        }
    }
    let mut folder = root.ok_or(Gap::Unreadable)?;
    for name in within {
        let bytes = objects.get(&folder, Kind::Tree)?;
        let mut next = None;
        for entry in TreeRefIter::from_bytes(&bytes, objects.hash()) {
            let entry = entry.map_err(|_| Gap::Unreadable)?;
            if entry.filename == name.as_slice() && entry.mode.is_tree() {
                next = Some(entry.oid.to_owned());
            }
        }
        match next {
            Some(id) => folder = id,
            None => return Ok(Commit { seconds, content: None, parents }),
        }
    }
    Ok(Commit { seconds, content: Some(folder), parents })
}

/// Every file below a folder that a site could be made from.
pub(super) fn files(objects: &mut Objects, folder: Option<ObjectId>) -> Result<Files, Gap> {
    let mut list = List { objects, found: Files::new(), left: NAMES };
    if let Some(folder) = folder {
        list.add(&folder, &mut Vec::new(), 0)?;
    }
    Ok(list.found)
}

struct List<'a> {
    objects: &'a mut Objects,
    found: Files,
    left: usize,
}

impl List<'_> {
    fn add(&mut self, folder: &oid, path: &mut Vec<u8>, depth: usize) -> Result<(), Gap> {
        if depth > DEPTH || path.len() > PATH {
            return Err(Gap::Unreadable);
        }
        let bytes = self.objects.get(folder, Kind::Tree)?;
        for entry in TreeRefIter::from_bytes(&bytes, self.objects.hash()) {
            let EntryRef { mode, filename, oid } = entry.map_err(|_| Gap::Unreadable)?;
            let name = String::from_utf8_lossy(filename);
            if is_hidden(&name) || (!mode.is_tree() && is_debris(&name)) {
                continue;
            }
            let before = path.len();
            push(path, filename);
            let sort = match mode.kind() {
                EntryKind::Tree => None,
                EntryKind::Blob | EntryKind::BlobExecutable => Some(Sort::File),
                EntryKind::Link => Some(Sort::Link),
                EntryKind::Commit => Some(Sort::Module),
            };
            match sort {
                None => self.add(oid, path, depth + 1)?,
                Some(sort) => {
                    self.left = self.left.checked_sub(NAME + path.len()).ok_or(Gap::Long)?;
                    self.found.insert(path.clone(), (sort, oid.to_owned()));
                }
            }
            path.truncate(before);
        }
        Ok(())
    }
}

/// Adds a name to a path.
pub(super) fn push(path: &mut Vec<u8>, name: &[u8]) {
    if !path.is_empty() {
        path.push(b'/');
    }
    path.extend_from_slice(name);
}

/// Whether a file is none of those a site is made from.
pub(super) fn is_left_out(path: &[u8]) -> bool {
    let names = || path.split(|byte| *byte == b'/').map(String::from_utf8_lossy);
    names().any(|name| is_hidden(&name)) || names().next_back().is_some_and(|name| is_debris(&name))
}

/// Whether a file is a text whose changes count.
pub(super) fn is_text(path: &[u8]) -> bool {
    path.len() >= 3 && path[path.len() - 3..].eq_ignore_ascii_case(b".md")
}
