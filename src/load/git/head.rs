//! Which commit is checked out.

use std::path::Path;

use gix_hash::ObjectId;

use super::find::Place;
use super::{Gap, file};

/// How many references may lead to one another.
const HOPS: usize = 5;
/// The longest list of packed references: a few hundred thousand.
const PACKED: u64 = 32 * 1024 * 1024;

/// The commit that is checked out; none before the first.
pub(super) fn commit(place: &Place) -> Result<Option<ObjectId>, Gap> {
    if place.common.join("reftable").is_dir() {
        return Err(Gap::Reftable);
    }
    let mut said = file::line(&place.own.join("HEAD"))?.ok_or(Gap::Unreadable)?;
    for _ in 0..HOPS {
        let Some(name) = said.strip_prefix("ref:") else { return id(&said).map(Some) };
        let name = name.trim().to_owned();
        if !is_reference(&name) {
            return Err(Gap::Unreadable);
        }
        let folder = if is_own(&name) { &place.own } else { &place.common };
        said = match loose(folder, &name)? {
            Some(said) => said,
            None => return packed(&place.common, &name),
        };
    }
    Err(Gap::Unreadable)
}

fn id(hex: &str) -> Result<ObjectId, Gap> {
    ObjectId::from_hex(hex.trim().as_bytes()).map_err(|_| Gap::Unreadable)
}

/// A name that cannot lead elsewhere.
fn is_reference(name: &str) -> bool {
    name.strip_prefix("refs/").is_some_and(|rest| {
        rest.split('/').all(|part| {
            !part.is_empty()
                && !part.starts_with('.')
                && !part.contains(|c: char| c.is_control() || c == '\\' || c == ':')
        })
    })
}

/// References each work tree has for itself.
fn is_own(name: &str) -> bool {
    ["refs/bisect/", "refs/worktree/", "refs/rewritten/"].iter().any(|start| name.starts_with(start))
}

fn loose(folder: &Path, name: &str) -> Result<Option<String>, Gap> {
    let path = folder.join(name);
    // A folder stands there when there are only references below it.
    if path.is_dir() { Ok(None) } else { file::line(&path) }
}

fn packed(folder: &Path, name: &str) -> Result<Option<ObjectId>, Gap> {
    let bytes = file::read(&folder.join("packed-refs"), PACKED)?.unwrap_or_default();
    let ends = [b" ", name.as_bytes()].concat();
    let mut lines = bytes.split(|byte| *byte == b'\n').map(|line| line.strip_suffix(b"\r").unwrap_or(line));
    match lines.find_map(|line| line.strip_suffix(ends.as_slice()).filter(|line| line.first() != Some(&b'#'))) {
        Some(hex) => id(&String::from_utf8_lossy(hex)).map(Some),
        None => Ok(None),
    }
}
