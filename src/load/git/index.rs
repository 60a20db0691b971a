//! What git noted of the files it laid out: their names, and what they were
//! like on disk.

use std::collections::BTreeMap;

use gix_hash::ObjectId;

use super::tree::{NAME, NAMES, PATH, Sort, is_left_out};

/// The longest index: a million files.
pub(super) const LONGEST: u64 = 256 * 1024 * 1024;

/// A time as the index has it: seconds and nanoseconds.
pub(super) type Time = (u32, u32);

/// What git noted of a file.
#[derive(Debug)]
pub(super) struct Noted {
    /// What it is.
    pub(super) sort: Sort,
    /// Whether git was told not to lay it out.
    pub(super) absent: bool,
    /// Its name among the objects.
    pub(super) id: ObjectId,
    /// When its bytes were last changed.
    pub(super) modified: Time,
    /// When anything about it was last changed.
    pub(super) altered: Time,
    /// Its size, less what does not fit.
    pub(super) size: u32,
}

/// Reads an index: what it has of the files below a folder that a site is made
/// from. None if it cannot be read, or if something there is not settled:
/// files in conflict, announced and not yet added, or standing for a folder.
pub(super) fn read(bytes: &[u8], hash: gix_hash::Kind, below: &[Vec<u8>]) -> Option<BTreeMap<Vec<u8>, Noted>> {
    let mut reader = Reader(bytes);
    if reader.take(4)? != b"DIRC" {
        return None;
    }
    let version = reader.number()?;
    let count = reader.number()?;
    if !(2..=4).contains(&version) {
        return None;
    }
    let mut start: Vec<u8> = below.join(&b'/');
    if !start.is_empty() {
        start.push(b'/');
    }
    let mut path = Vec::new();
    let (mut found, mut left) = (BTreeMap::new(), NAMES);
    for _ in 0..count {
        let (noted, settled) = reader.entry(version, hash, &mut path)?;
        if let Some(path) = path.strip_prefix(start.as_slice()).filter(|path| !is_left_out(path)) {
            if !settled {
                return None;
            }
            left = left.checked_sub(NAME + path.len())?;
            found.insert(path.to_vec(), noted);
        }
    }
    reader.rest(hash.len_in_bytes())?;
    Some(found)
}

struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    fn number(&mut self) -> Option<u32> {
        Some(u32::from_be_bytes(self.take(4)?.try_into().ok()?))
    }

    fn short(&mut self) -> Option<u16> {
        Some(u16::from_be_bytes(self.take(2)?.try_into().ok()?))
    }

    fn time(&mut self) -> Option<Time> {
        Some((self.number()?, self.number()?))
    }

    /// An entry, and whether it is settled; its path takes the place of the
    /// one before.
    fn entry(&mut self, version: u32, hash: gix_hash::Kind, path: &mut Vec<u8>) -> Option<(Noted, bool)> {
        let begins = self.0.len();
        let (altered, modified) = (self.time()?, self.time()?);
        let _device_and_inode = self.take(8)?;
        let mode = self.number()?;
        let _owner_and_group = self.take(8)?;
        let size = self.number()?;
        let id = ObjectId::try_from(self.take(hash.len_in_bytes())?).ok()?;
        let flags = self.short()?;
        let more = if flags & 0x4000 == 0 { 0 } else { self.short()? };
        let (absent, announced) = (more & 0x4000 != 0, more & 0x2000 != 0);
        if version == 4 {
            let dropped = self.offset()?;
            path.truncate(path.len().checked_sub(dropped)?);
        } else {
            path.clear();
        }
        let length = self.0.iter().position(|byte| *byte == 0).filter(|length| *length <= PATH)?;
        path.extend_from_slice(self.take(length)?);
        if path.len() > PATH {
            return None;
        }
        // An end, and in older versions up to a length of eights.
        let read = begins - self.0.len();
        self.take(if version == 4 { 1 } else { 8 - read % 8 })?;
        let sort = match mode & 0o170_000 {
            0o120_000 => Sort::Link,
            0o160_000 => Sort::Module,
            _ => Sort::File,
        };
        let settled = flags & 0x3000 == 0 && !announced && mode & 0o170_000 != 0o040_000;
        Some((Noted { sort, absent, id, modified, altered, size }, settled))
    }

    /// A number in as many bytes as it needs.
    fn offset(&mut self) -> Option<usize> {
        let mut byte = self.take(1)?[0];
        let mut number = usize::from(byte & 127);
        while byte & 128 != 0 {
            byte = self.take(1)?[0];
            number = number.checked_add(1)?.checked_mul(128)?.checked_add(usize::from(byte & 127))?;
        }
        Some(number)
    }

    /// What follows the entries. What is in small letters changes what they
    /// mean: only folders in place of their files is known.
    fn rest(mut self, checksum: usize) -> Option<()> {
        while self.0.len() > checksum {
            let name = self.take(4)?;
            let length = usize::try_from(self.number()?).ok()?;
            self.take(length)?;
            if !name[0].is_ascii_uppercase() && name != b"sdir" {
                return None;
            }
        }
        Some(())
    }
}
