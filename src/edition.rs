//! Everything that will be on line, before any of it is.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use sha2::{Digest, Sha256};

use crate::calendar::Instant;
use crate::disk::Origin;
use crate::model::{Impossible, hex, impossible};
use crate::plan::{Address, clashes};

/// A stretch of bytes, perhaps of a larger whole it shares with others: the
/// pages of a batch lie in one block, which memory handles far better than
/// fifty thousand of their own.
#[derive(Clone)]
pub struct Bytes {
    whole: Arc<[u8]>,
    range: Range<usize>,
}

impl Bytes {
    /// A stretch of a block.
    ///
    /// # Panics
    /// If the stretch is not in the block: a mistake of whoever made both.
    pub fn part(whole: &Arc<[u8]>, range: Range<usize>) -> Self {
        assert!(range.end <= whole.len(), "a part lies within its whole");
        Self { whole: Arc::clone(whole), range }
    }
}

impl From<String> for Bytes {
    fn from(text: String) -> Self {
        text.into_bytes().into()
    }
}

impl From<&[u8]> for Bytes {
    fn from(bytes: &[u8]) -> Self {
        bytes.to_vec().into()
    }
}

impl From<Vec<u8>> for Bytes {
    fn from(bytes: Vec<u8>) -> Self {
        let range = 0..bytes.len();
        Self { whole: bytes.into(), range }
    }
}

impl std::ops::Deref for Bytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.whole[self.range.clone()]
    }
}

impl std::fmt::Debug for Bytes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} bytes", self.range.len())
    }
}

impl PartialEq for Bytes {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for Bytes {}

/// What goes in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// These bytes.
    Bytes(Bytes),
    /// What a file of the content folder holds: attachments may be large and
    /// are never read whole before they are copied.
    Copy {
        /// The file.
        from: Origin,
        /// How many bytes it had when it was looked at.
        size: u64,
        /// The SHA-256 of what it held then.
        sha256: [u8; 32],
    },
    /// An archive, put together when it is written.
    Archive(Box<Archive>),
}

/// Several files in one, stored as they are: documents hardly get smaller,
/// and the same documents give the same bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Archive {
    /// What is in it, in order.
    pub members: Vec<Member>,
    /// The date every member bears.
    pub date: chrono::NaiveDate,
}

/// A file in an archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Its name.
    pub name: String,
    /// What is in it: bytes, or a file of the content folder.
    pub content: Content,
    /// The SHA-256 of what is in it.
    pub sha256: [u8; 32],
}

impl Member {
    /// A text of our own.
    pub fn text(name: &str, text: String) -> Self {
        let sha256 = Sha256::digest(&text).into();
        Self { name: name.to_owned(), content: Content::Bytes(Bytes::from(text.into_bytes())), sha256 }
    }

    /// A file of the content folder.
    pub fn file(name: &str, from: &Origin, size: u64, sha256: [u8; 32]) -> Self {
        Self { name: name.to_owned(), content: Content::Copy { from: from.clone(), size, sha256 }, sha256 }
    }
}

impl Archive {
    /// What the archive is made of, in one line: two archives with the same
    /// stamp hold the same.
    pub fn stamp(&self) -> String {
        let mut hash = Sha256::new();
        hash.update(self.date.to_string());
        for member in &self.members {
            hash.update(format!("\0{}\0", member.name));
            hash.update(member.sha256);
        }
        format!("trasparente 1 {}", hex(&hash.finalize()))
    }
}

/// One file to publish.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Artifact {
    /// Relative to the site's root, with `/`, never starting with one.
    pub path: String,
    /// What goes in it.
    pub content: Content,
}

impl Artifact {
    /// The file of an address.
    pub fn new(address: &Address, bytes: impl Into<Bytes>) -> Self {
        Self { path: address.path(), content: Content::Bytes(bytes.into()) }
    }
}

/// Why artifacts make no edition: the plan was not held against the same
/// rules, or something was made that is not in it.
#[derive(Debug, PartialEq, Eq)]
pub enum Unfit {
    /// Two want what only one can have: the paths of both.
    Clash(String, String),
    /// A path no disk or link can have.
    Impossible(String, Impossible),
}

/// What the manifest of an edition says beside its files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// When it is built.
    pub now: Instant,
    /// What it is built from; none outside a repository.
    pub commit: Option<Commit>,
}

/// A state of the content as git keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commit {
    /// Its name: 40 or 64 hexadecimal digits.
    pub id: String,
    /// Whether files were changed since.
    pub changed_since: bool,
}

/// A complete set of files. `write` puts it on disk, `serve` answers from it;
/// neither can tell which of the two the other does.
#[derive(Debug, Default)]
pub struct Edition {
    files: BTreeMap<String, Content>,
    /// The first instant at which a page would say something else.
    pub next_transition: Option<Instant>,
    /// What its manifest says beside the files, if it is to have one.
    pub proof: Option<Proof>,
}

/// Two are the same if they hold the same files, whenever they were built.
impl PartialEq for Edition {
    fn eq(&self, other: &Self) -> bool {
        self.files == other.files && self.next_transition == other.next_transition
    }
}

impl Eq for Edition {}

impl Edition {
    /// Gathers artifacts, unless their paths cannot stand together.
    pub fn new(artifacts: Vec<Artifact>, next_transition: Option<Instant>) -> Result<Self, Unfit> {
        let wrong = artifacts.iter().find_map(|artifact| Some((artifact, impossible(&artifact.path)?)));
        if let Some((artifact, why)) = wrong {
            return Err(Unfit::Impossible(artifact.path.clone(), why));
        }
        if let Some(clash) = clashes(artifacts.iter().map(|artifact| artifact.path.as_str())).first() {
            let path = |at: usize| artifacts[at].path.clone();
            return Err(Unfit::Clash(path(clash.first), path(clash.second)));
        }
        let files = artifacts.into_iter().map(|artifact| (artifact.path, artifact.content)).collect();
        Ok(Self { files, next_transition, proof: None })
    }

    /// Rewrites every page, on all cores; the path of each that cannot be,
    /// and why, if there is any.
    pub fn map_pages<E: Send>(
        mut self,
        rewrite: impl Fn(&[u8]) -> Result<Vec<u8>, E> + Sync,
    ) -> Result<Self, Vec<(String, E)>> {
        use rayon::prelude::*;
        let mut pages: Vec<(&String, &mut Content)> =
            self.files.iter_mut().filter(|(path, _)| path.ends_with(".html")).collect();
        let failed: Vec<(String, E)> = pages
            .par_iter_mut()
            .filter_map(|(path, content)| {
                let Content::Bytes(bytes) = &mut **content else { return None };
                match rewrite(bytes) {
                    Ok(rewritten) => {
                        *bytes = Bytes::from(rewritten);
                        None
                    }
                    Err(error) => Some((path.clone(), error)),
                }
            })
            .collect();
        if failed.is_empty() { Ok(self) } else { Err(failed) }
    }

    /// The files, in path order.
    pub fn files(&self) -> impl ExactSizeIterator<Item = (&str, &Content)> {
        self.files.iter().map(|(path, content)| (path.as_str(), content))
    }

    /// A file by path.
    pub fn get(&self, path: &str) -> Option<&Content> {
        self.files.get(path)
    }

    /// How many files are pages.
    pub fn pages(&self) -> usize {
        self.files.keys().filter(|path| path.ends_with(".html")).count()
    }
}
