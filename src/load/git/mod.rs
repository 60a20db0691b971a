//! A git repository, read as data: git itself is never called, no
//! configuration, attribute, hook or filter is looked at, nothing is fetched.
//!
//! Who proposes a change to the content decides what lies in its folder, and
//! git obeys what it finds there: a `config` among the notices is enough to
//! have a program run. Here nothing found can be more than wrong, and what is
//! wrong costs a bounded amount of work and memory.

mod changes;
mod cost;
mod dates;
mod file;
mod find;
mod head;
mod index;
mod objects;
mod pack;
mod tree;

use std::collections::{BTreeMap, HashSet};
use std::ffi::OsStr;
use std::path::Path;

use crate::calendar::Instant;
use crate::edition::Commit;
use crate::messages::Msg;
use objects::Objects;
use tree::Files;

/// Why the dates of some files, or all, are not known although there is a
/// repository.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    /// Only the latest commits are here: the oldest of them would seem to
    /// have made everything.
    Shallow,
    /// Its references are kept in a way we do not read.
    Reftable,
    /// Objects are left out, to be fetched when needed.
    Partial,
    /// Something in it cannot be read, or is not what it should be.
    Unreadable,
    /// There is more history than we go through.
    Long,
}

impl Gap {
    /// In words, with what can be done.
    pub fn msg(self) -> Msg {
        match self {
            Self::Shallow => Msg::new("summary-history-shallow"),
            Self::Reftable => Msg::new("summary-history-reftable"),
            Self::Partial => Msg::new("summary-history-partial"),
            Self::Unreadable => Msg::new("summary-history-unreadable"),
            Self::Long => Msg::new("summary-history-long"),
        }
    }
}

/// What a repository tells.
#[derive(Debug, Default)]
pub(super) struct Told {
    /// The last change of each text, by path from the content folder.
    pub(super) changes: BTreeMap<String, Instant>,
    /// What the content is built from.
    pub(super) commit: Option<Commit>,
    /// Why there is not more.
    pub(super) gap: Option<Gap>,
}

/// Reads what the repository around a content folder tells of it; nothing if
/// there is none. `ceilings` is what `GIT_CEILING_DIRECTORIES` says.
pub(super) fn read(content: &Path, ceilings: &OsStr) -> Told {
    // The readers of packs and objects are careful, but not ours.
    std::panic::catch_unwind(|| tell(content, ceilings).unwrap_or_else(Told::of_gap))
        .unwrap_or_else(|_| Told::of_gap(Gap::Unreadable))
}

impl Told {
    fn of_gap(gap: Gap) -> Self {
        Self { gap: Some(gap), ..Self::default() }
    }
}

fn tell(content: &Path, ceilings: &OsStr) -> Result<Told, Gap> {
    let Some(place) = find::around(content, ceilings)? else { return Ok(Told::default()) };
    let Some(head) = head::commit(&place)? else { return Ok(Told::default()) };
    let mut objects = Objects::open(&place, head.kind());
    let files =
        tree::commit(&mut objects, &head, &place.content).and_then(|commit| tree::files(&mut objects, commit.content));
    let changed_since = match &files {
        Ok(files) => changes::any(&place, files, head.kind()),
        Err(_) => true,
    };
    let mut told = Told { commit: Some(Commit { id: head.to_string(), changed_since }), ..Told::default() };
    if place.is_shallow() {
        told.gap = Some(Gap::Shallow);
        return Ok(told);
    }
    let (dates, gap) = match files {
        Ok(files) => dates::of(&mut objects, head, &place.content, texts(&files)),
        Err(gap) => (BTreeMap::new(), Some(gap)),
    };
    told.gap = gap;
    told.changes = dates
        .into_iter()
        .filter_map(|(path, seconds)| Some((String::from_utf8(path).ok()?, Instant::from_unix(seconds))))
        .collect();
    Ok(told)
}

/// The texts among files: what dates are wanted of.
fn texts(files: &Files) -> HashSet<Vec<u8>> {
    files.keys().filter(|path| tree::is_text(path)).cloned().collect()
}
