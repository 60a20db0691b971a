//! Commits and folders, by their names: loose or packed, here or in the
//! repositories this one borrows from.
//!
//! All work goes on one account: whatever the repository holds, it ends.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use gix_hash::{ObjectId, oid};
use gix_object::Kind;
use gix_zlib::{Inflate, Status};

use super::cost::{LARGEST, STEP};
use super::find::Place;
use super::pack::{self, Pack};
use super::{Gap, file};

/// How much work there may be in all, in bytes: hundreds of thousands of
/// commits.
const WORK: u64 = 8 * 1024 * 1024 * 1024;
/// How much less the bytes cost of what is remembered.
const AGAIN: u64 = 2;
/// How many bytes of objects are remembered.
const KEPT: usize = 32 * 1024 * 1024;
/// How many repositories may be borrowed from.
const FOLDERS: usize = 32;
/// The longest list of repositories to borrow from.
const ALTERNATES: u64 = 64 * 1024;
/// The longest beginning of a loose object: its kind and size.
const HEADER: usize = 64;

/// What can be read of a repository's objects.
pub(super) struct Objects {
    hash: gix_hash::Kind,
    folders: Vec<PathBuf>,
    packs: Vec<Pack>,
    /// The pack the last object was in: the next one likely is.
    latest: usize,
    inflate: Inflate,
    kept: HashMap<ObjectId, (Kind, Rc<[u8]>)>,
    held: usize,
    left: u64,
}

impl Objects {
    /// The objects of a repository; what cannot be opened is missed when it
    /// is needed.
    pub(super) fn open(place: &Place, hash: gix_hash::Kind) -> Self {
        let folders = folders(place.common.join("objects"));
        let packs = pack::below(&folders, hash);
        let (kept, inflate) = (HashMap::new(), Inflate::default());
        Self { hash, folders, packs, latest: 0, inflate, kept, held: 0, left: WORK }
    }

    /// Which names it has.
    pub(super) fn hash(&self) -> gix_hash::Kind {
        self.hash
    }

    /// An object of a kind.
    pub(super) fn get(&mut self, id: &oid, kind: Kind) -> Result<Rc<[u8]>, Gap> {
        let found = match self.kept.get(id) {
            Some((kind, bytes)) => {
                let found = (*kind, bytes.clone());
                self.spend(STEP + bytes.len() as u64 / AGAIN)?;
                found
            }
            None => self.read(id)?,
        };
        if found.0 == kind { Ok(found.1) } else { Err(Gap::Unreadable) }
    }

    /// The same, with another amount of work to spend.
    #[cfg(test)]
    pub(super) fn with(self, left: u64) -> Self {
        Self { left, ..self }
    }

    /// How much work is left.
    #[cfg(test)]
    pub(super) fn left(&self) -> u64 {
        self.left
    }

    fn read(&mut self, id: &oid) -> Result<(Kind, Rc<[u8]>), Gap> {
        let packs = self.packs.len();
        let packed = (0..packs).map(|at| (self.latest + at) % packs).find(|at| self.packs[*at].holds(id));
        let (kind, bytes) = match packed {
            Some(at) => {
                self.latest = at;
                let (object, cost) = self.packs[at].get(id, &mut self.inflate)?;
                self.spend(cost)?;
                object
            }
            None => self.loose(id)?.ok_or(Gap::Partial)?,
        };
        let bytes: Rc<[u8]> = bytes.into();
        if self.held + bytes.len() > KEPT {
            (self.kept, self.held) = (HashMap::new(), 0);
        }
        self.held += bytes.len();
        self.kept.insert(id.to_owned(), (kind, bytes.clone()));
        Ok((kind, bytes))
    }

    fn spend(&mut self, cost: u64) -> Result<(), Gap> {
        self.left = self.left.checked_sub(cost).ok_or(Gap::Long)?;
        Ok(())
    }

    fn loose(&mut self, id: &oid) -> Result<Option<(Kind, Vec<u8>)>, Gap> {
        let name = id.to_hex().to_string();
        for at in 0..self.folders.len() {
            self.spend(STEP)?;
            let path = self.folders[at].join(&name[..2]).join(&name[2..]);
            let Some(packed) = file::read(&path, LARGEST as u64)? else { continue };
            let (kind, bytes) = self.inflated(&packed).ok_or(Gap::Unreadable)?;
            self.spend(bytes.len() as u64)?;
            return Ok(Some((kind, bytes)));
        }
        Ok(None)
    }

    /// What a loose object holds, if it is no larger than it says and may be.
    fn inflated(&mut self, packed: &[u8]) -> Option<(Kind, Vec<u8>)> {
        let mut header = [0; HEADER];
        self.inflate.reset();
        let (_, _, read) = self.inflate.prefix(packed, &mut header).ok()?;
        let (kind, size, begins) = gix_object::decode::loose_header(&header[..read]).ok()?;
        let size = usize::try_from(size).ok().filter(|size| *size <= LARGEST)?;
        let mut bytes = vec![0; begins + size];
        self.inflate.reset();
        let (status, _, read) = self.inflate.once(packed, &mut bytes).ok()?;
        if status != Status::StreamEnd || read != bytes.len() {
            return None;
        }
        bytes.drain(..begins);
        Some((kind, bytes))
    }
}

/// A folder of objects, and those it borrows from, and those borrow from.
fn folders(own: PathBuf) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = Vec::new();
    let mut next = vec![own];
    while let Some(folder) = next.pop() {
        let Ok(folder) = std::fs::canonicalize(folder) else { continue };
        if found.contains(&folder) || found.len() == FOLDERS {
            continue;
        }
        let list = file::read(&folder.join("info/alternates"), ALTERNATES).ok().flatten().unwrap_or_default();
        let list = String::from_utf8_lossy(&list);
        let lines = list.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        next.extend(lines.map(|line| folder.join(Path::new(line.trim_matches('"')))).take(FOLDERS));
        found.push(folder);
    }
    found
}
