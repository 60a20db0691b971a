//! Puts an [`Edition`] on disk. The only module that writes.
//!
//! What holds, whatever happens: nothing on line changes before everything
//! that is new has been written beside it (`staging`); from then on there is
//! only renaming and deleting, so that a page is either the old one or the
//! new one, never half; a file no edition wrote is never touched, and nothing
//! is written through a link; a file that has not changed keeps its date. A
//! build that is killed leaves its staging folder behind at worst, and the
//! next one clears it away and completes what was begun.

mod archive;
mod document;
mod error;
mod folder;
mod fresh;
mod manifest;
mod proof;
mod staging;

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{self, Seek, Write};
use std::path::Path;

use rayon::prelude::*;

use crate::disk::Way;
use crate::edition::{Content, Edition};
use crate::model::LIST;
use crate::plan::MANIFEST;
use folder::{Before, Folder, digest, holds};
use staging::{Hands, Staging};

pub use archive::{Outline, outline, pack, stream};
pub use document::{is_unchanged, pour};
pub use error::{Fault, WriteError};
pub use fresh::create_new;

/// What writing came to.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// Files that are new or changed.
    pub written: usize,
    /// Files that were already as they should be.
    pub unchanged: usize,
    /// Files of the former edition that are no more.
    pub removed: usize,
}

/// A change of the disk, told when it has been made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step<'a> {
    /// A file was written beside the site.
    Staged(&'a str),
    /// A file or a whole folder of new files was put in its place.
    Placed(&'a str),
    /// A file of the former edition was deleted.
    Removed(&'a str),
}

/// Whoever is told of every step, from whichever thread makes it.
pub type Told<'a> = dyn Fn(Step<'_>) + Sync + 'a;

/// The SHA-256 of a file and its size in bytes.
type Digest = ([u8; 32], u64);

/// Writes an edition below `root`; nothing of the former edition is left
/// that is not in this one.
pub fn edition(edition: &Edition, root: &Path) -> Result<Written, WriteError> {
    edition_in_steps(edition, root, &|_| ())
}

/// The same, telling every step.
pub fn edition_in_steps(edition: &Edition, root: &Path, told: &Told<'_>) -> Result<Written, WriteError> {
    let folder = Folder::open(root)?;
    let former = manifest::read(&folder)?;
    if former.is_none() && !folder.is_empty()? {
        return Err(folder.error("", Fault::NotEmpty));
    }
    let staging = Staging::begin(&folder, told)?;
    let renewal = Renewal { edition, folder: &folder, former: former.unwrap_or_default(), staging: &staging };
    let written = renewal.stage().and_then(|staged| renewal.place(&staged));
    staging.end();
    written
}

/// An edition about to take the place of another.
struct Renewal<'a> {
    edition: &'a Edition,
    folder: &'a Folder,
    former: BTreeSet<String>,
    staging: &'a Staging<'a>,
}

/// What waits to be put in its place.
struct Staged<'a> {
    /// The files that are new or changed, in path order.
    changed: Vec<&'a str>,
    /// Whether the manifest is among them.
    proof: bool,
    /// How many files stay as they are.
    unchanged: usize,
}

impl<'a> Renewal<'a> {
    /// The files of this edition.
    fn current(&self) -> BTreeSet<&'a str> {
        let own = self.edition.proof.as_ref().map(|_| &MANIFEST[1..]);
        self.edition.files().map(|(path, _)| path).chain(own).collect()
    }

    /// Looks at what stands where each file is to go, and then writes beside
    /// the site what is not in it yet, byte for byte. Nothing on line
    /// changes, and if anything stands in the way nothing is written at all.
    fn stage(&self) -> Result<Staged<'a>, WriteError> {
        let files: Vec<(&str, &Content)> = self.edition.files().collect();
        let mut seen = files
            .par_iter()
            .with_max_len(64)
            .map_init(|| self.folder.way(), |way, (path, content)| self.look(way, path, content))
            .collect::<Result<Vec<Seen>, _>>()?;
        if self.edition.proof.is_some() {
            self.folder.before(&mut self.folder.way(), &MANIFEST[1..], &self.former)?;
        }
        files.par_iter().zip(&mut seen).with_max_len(64).try_for_each_init(
            || self.staging.hands(),
            |hands, ((path, content), seen)| {
                if let Seen::Other = seen {
                    *seen = Seen::Staged(self.stage_one(hands, path, content)?);
                }
                Ok(())
            },
        )?;
        let changed: Vec<&str> =
            files.iter().zip(&seen).filter(|(_, seen)| seen.is_staged()).map(|((path, _), _)| *path).collect();
        let archives = files.iter().zip(&seen).filter_map(|((path, _), seen)| Some((*path, seen.digest()?)));
        let archives: BTreeMap<&str, Digest> = archives.collect();
        let mut staged = Staged { unchanged: files.len() - changed.len(), changed, proof: false };
        if let Some(proof) = &self.edition.proof {
            let former =
                if self.former.contains(&MANIFEST[1..]) { self.folder.read_text(&MANIFEST[1..])? } else { None };
            let text = proof::text(former.as_deref(), self.edition, proof, &archives);
            if former.is_some_and(|former| former == text) {
                staged.unchanged += 1;
            } else {
                staged.proof = true;
                self.stage_one(&mut self.staging.hands(), &MANIFEST[1..], &Content::Bytes(text.into_bytes().into()))?;
            }
        }
        Ok(staged)
    }

    /// Whether a file is on line already as it should be.
    fn look(&self, way: &mut Way, path: &str, content: &Content) -> Result<Seen, WriteError> {
        let Before::Ours(file) = self.folder.before(way, path, &self.former)? else { return Ok(Seen::Other) };
        let same = match content {
            Content::Bytes(bytes) => holds(&file, bytes),
            Content::Copy { size, sha256, .. } => is_digest(&file, (*sha256, *size)),
            Content::Archive(archive) => archive::holds(&file, archive),
        };
        match (same, content) {
            (Ok(false), _) => Ok(Seen::Other),
            (Ok(true), Content::Archive(_)) => from_the_start(&file).map(|digest| Seen::Same(Some(digest))),
            (same, _) => same.map(|_| Seen::Same(None)),
        }
        .map_err(self.folder.unread(path))
    }

    /// Writes a file beside the site; gives what an archive comes to.
    fn stage_one(&self, hands: &mut Hands, path: &str, content: &Content) -> Result<Option<Digest>, WriteError> {
        self.staging.put(hands, path, |file| match content {
            Content::Bytes(bytes) => file.write_all(bytes).map(|()| None),
            Content::Copy { from, size, sha256 } => {
                pour(from, (*sha256, *size), |block| file.write_all(block)).map(|()| None)
            }
            Content::Archive(archive) => {
                let mut out = io::BufWriter::new(file);
                pack(archive, &mut out)?;
                let file = out.into_inner().map_err(io::IntoInnerError::into_error)?;
                from_the_start(file).map(Some)
            }
        })
    }

    /// Puts everything in its place: nothing but renaming and deleting.
    fn place(&self, staged: &Staged<'_>) -> Result<Written, WriteError> {
        let current = self.current();
        let gone: Vec<&str> = self.former.iter().map(String::as_str).filter(|path| !current.contains(path)).collect();
        let written = Written {
            written: staged.changed.len() + usize::from(staged.proof),
            unchanged: staged.unchanged,
            removed: gone.len(),
        };
        // Whoever comes after a killed build must know what was ours.
        let all: BTreeSet<&str> = self.former.iter().map(String::as_str).chain(current.iter().copied()).collect();
        let mut hands = self.staging.hands();
        if all.len() != self.former.len() {
            self.staging.list(&mut hands, staging::LIST_BEFORE, &manifest::text(&all))?;
        }
        if !gone.is_empty() {
            self.staging.list(&mut hands, staging::LIST_AFTER, &manifest::text(&current))?;
        }
        let placing = self.renew(&mut hands, staged, &gone, &current, all.len() != self.former.len());
        placing.map(|()| written).map_err(|error| error.after(self.staging.placed(), written.written))
    }

    /// The order in which the site changes: the list of what may be ours,
    /// pages, what is gone, the manifest, the list of what is.
    fn renew(
        &self,
        hands: &mut Hands,
        staged: &Staged<'_>,
        gone: &[&str],
        current: &BTreeSet<&str>,
        grown: bool,
    ) -> Result<(), WriteError> {
        if grown {
            self.staging.place_list(hands, staging::LIST_BEFORE, LIST)?;
        }
        self.make_way(hands, gone, current)?;
        self.staging.place(hands, &staged.changed)?;
        for path in gone {
            self.remove(hands, path)?;
        }
        self.folder.remove_empty_folders(gone, current);
        if staged.proof {
            self.staging.place(hands, &[&MANIFEST[1..]])?;
        }
        if !gone.is_empty() {
            self.staging.place_list(hands, staging::LIST_AFTER, LIST)?;
        }
        Ok(())
    }

    /// Where a page takes the place of a folder, what the folder held must go
    /// first, and so must a page that a folder takes the place of; everything
    /// else goes last, so that no page is missed meanwhile.
    fn make_way(&self, hands: &mut Hands, gone: &[&str], current: &BTreeSet<&str>) -> Result<(), WriteError> {
        let is_needed_as_folder = |path: &str| {
            let inside = format!("{path}/");
            current.range(inside.as_str()..).next().is_some_and(|first| first.starts_with(&inside))
        };
        let in_the_way: Vec<&str> = gone
            .iter()
            .copied()
            .filter(|path| {
                path.match_indices('/').any(|(at, _)| current.contains(&path[..at])) || is_needed_as_folder(path)
            })
            .collect();
        for path in &in_the_way {
            self.remove(hands, path)?;
        }
        self.folder.remove_empty_folders(&in_the_way, current);
        Ok(())
    }

    fn remove(&self, hands: &mut Hands, path: &str) -> Result<(), WriteError> {
        self.folder.remove(&mut hands.site, path)?;
        self.staging.tell(Step::Removed(path));
        Ok(())
    }
}

/// What became of a file so far. An archive is known by its digest alone.
enum Seen {
    /// It is on line as it should be.
    Same(Option<Digest>),
    /// It is not.
    Other,
    /// It waits to be put in its place.
    Staged(Option<Digest>),
}

impl Seen {
    fn is_staged(&self) -> bool {
        matches!(self, Self::Staged(_))
    }

    fn digest(&self) -> Option<Digest> {
        match self {
            Self::Same(digest) | Self::Staged(digest) => *digest,
            Self::Other => None,
        }
    }
}

/// Whether a file has a digest; its size alone mostly tells that it has not.
fn is_digest(file: &File, wanted: Digest) -> io::Result<bool> {
    Ok(file.metadata()?.len() == wanted.1 && digest(file, |_| Ok(()))? == wanted)
}

fn from_the_start(mut file: &File) -> io::Result<Digest> {
    file.rewind()?;
    digest(file, |_| Ok(()))
}

/// What files were on disk before, for tests that compare editions.
pub fn listing(root: &Path) -> Result<BTreeMap<String, u64>, WriteError> {
    Folder::open(root)?.listing()
}
