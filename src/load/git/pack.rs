//! Packs: many objects in a file, most as differences from others.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use gix_hash::oid;
use gix_object::Kind;
use gix_pack::cache::DecodeEntry;
use gix_pack::data::entry::Header;
use gix_pack::data::{Entry, decode::entry::ResolvedBase};
use gix_zlib::Inflate;

use super::Gap;
use super::cost::{LARGEST, STEP};

/// How many packs a repository may have; git gathers them at fifty.
const PACKS: usize = 1000;
/// The largest index of a pack: sixteen million objects.
const INDEX: u64 = 512 * 1024 * 1024;
/// How many differences may be laid over one another; git makes fifty.
const LAYERS: usize = 1000;
/// How many bytes of a pack's objects are remembered, to lay others over.
const BASES: usize = 32 * 1024 * 1024;

/// A pack and its index.
pub(super) struct Pack {
    index: gix_pack::index::File,
    path: PathBuf,
    /// Opened when first needed.
    data: Option<gix_pack::data::File>,
    bases: Bases,
}

/// The packs in folders of objects.
pub(super) fn below(folders: &[PathBuf], hash: gix_hash::Kind) -> Vec<Pack> {
    let listings = folders.iter().filter_map(|folder| std::fs::read_dir(folder.join("pack")).ok());
    let paths = listings.flatten().filter_map(|entry| Some(entry.ok()?.path()));
    let mut indexes: Vec<PathBuf> = paths.filter(|path| path.extension().is_some_and(|end| end == "idx")).collect();
    indexes.sort();
    indexes.into_iter().take(PACKS).filter_map(|path| Pack::open(&path, hash)).collect()
}

impl Pack {
    fn open(path: &Path, hash: gix_hash::Kind) -> Option<Self> {
        if !is_plain(path, INDEX) {
            return None;
        }
        let index = gix_pack::index::File::at(path, hash).ok()?;
        Some(Self { index, path: path.with_extension("pack"), data: None, bases: Bases::default() })
    }

    /// Whether an object is in it.
    pub(super) fn holds(&self, id: &oid) -> bool {
        self.index.lookup(id).is_some()
    }

    /// An object of it, and what it cost to read.
    pub(super) fn get(&mut self, id: &oid, inflate: &mut Inflate) -> Result<((Kind, Vec<u8>), u64), Gap> {
        let unreadable = |_| Gap::Unreadable;
        if self.data.is_none() {
            if !is_plain(&self.path, u64::MAX) {
                return Err(Gap::Unreadable);
            }
            let data = gix_pack::data::File::at(&self.path, self.index.object_hash()).map_err(unreadable)?;
            self.data = Some(data.with_alloc_limit_bytes(Some(3 * LARGEST)));
        }
        let data = self.data.as_ref().ok_or(Gap::Unreadable)?;
        let at = |id: &oid| Some(self.index.pack_offset_at_index(self.index.lookup(id)?));
        let entry = data.entry(at(id).ok_or(Gap::Unreadable)?).map_err(unreadable)?;
        self.count_layers(&entry)?;
        let in_pack = |id: &oid, _: &mut Vec<u8>| match at(id) {
            Some(offset) => Ok(Some(ResolvedBase::InPack(data.entry(offset)?))),
            None => Ok(None),
        };
        let mut bytes = Vec::new();
        let outcome = data.decode_entry(entry, &mut bytes, inflate, &in_pack, &mut self.bases).map_err(unreadable)?;
        if bytes.len() > LARGEST {
            return Err(Gap::Unreadable);
        }
        // What was laid over one another can have been larger than what came of it: the buffer tells.
        let layer = STEP + bytes.capacity() as u64 / 8;
        let cost = STEP + bytes.len() as u64 + u64::from(outcome.num_deltas) * layer;
        bytes.shrink_to_fit();
        Ok(((outcome.kind, bytes), cost))
    }

    /// Refuses an object made of too many differences, before any is read.
    fn count_layers(&self, entry: &Entry) -> Result<(), Gap> {
        let data = self.data.as_ref().ok_or(Gap::Unreadable)?;
        let mut entry = entry.clone();
        for _ in 0..LAYERS {
            let base = match entry.header {
                Header::OfsDelta { base_distance } => entry.checked_base_pack_offset(base_distance),
                Header::RefDelta { base_id } => {
                    self.index.lookup(base_id).map(|at| self.index.pack_offset_at_index(at))
                }
                _ => return Ok(()),
            };
            entry = data.entry(base.ok_or(Gap::Unreadable)?).map_err(|_| Gap::Unreadable)?;
        }
        Err(Gap::Unreadable)
    }
}

/// The library opens by path and would wait for a pipe.
fn is_plain(path: &Path, most: u64) -> bool {
    std::fs::metadata(path).is_ok_and(|about| about.is_file() && about.len() <= most)
}

/// Objects of a pack that others may be differences from.
#[derive(Default)]
struct Bases {
    kept: HashMap<u64, (Kind, usize, Vec<u8>)>,
    held: usize,
}

impl DecodeEntry for Bases {
    fn put(&mut self, _pack: u32, offset: u64, data: &[u8], kind: Kind, packed_size: usize) {
        if self.held + data.len() > BASES {
            *self = Self::default();
        }
        self.held += data.len();
        self.kept.insert(offset, (kind, packed_size, data.to_vec()));
    }

    fn get(&mut self, _pack: u32, offset: u64, out: &mut Vec<u8>) -> Option<(Kind, usize)> {
        let (kind, packed_size, data) = self.kept.get(&offset)?;
        out.clear();
        out.extend_from_slice(data);
        Some((*kind, *packed_size))
    }
}
