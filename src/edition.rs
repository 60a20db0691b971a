//! Everything that will be on line, before any of it is.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::sync::Arc;

use sha2::{Digest, Sha256};

use crate::calendar::Instant;
use crate::disk::Origin;
use crate::model::{Impossible, folded, hex, impossible};

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
    /// Who made it, for the case that two make the same.
    pub origin: Cow<'static, str>,
}

impl Artifact {
    /// A file of these bytes.
    pub fn new(path: impl Into<String>, bytes: impl Into<Vec<u8>>, origin: impl Into<Cow<'static, str>>) -> Self {
        Self { path: path.into(), content: Content::Bytes(Bytes::from(bytes.into())), origin: origin.into() }
    }

    /// The page of an address such as `/atti/x/`.
    pub fn page(address: &str, bytes: Bytes, origin: &'static str) -> Self {
        Self { path: format!("{}index.html", &address[1..]), content: Content::Bytes(bytes), origin: origin.into() }
    }
}

/// Two files for one path, or a file where another needs a folder.
#[derive(Debug, PartialEq, Eq)]
pub struct Clash {
    /// The path.
    pub path: String,
    /// Who made the first.
    pub first: String,
    /// Who made the second.
    pub second: String,
}

/// Why artifacts make no edition.
#[derive(Debug, PartialEq, Eq)]
pub enum Unfit {
    /// Two want what only one can have.
    Clash(Clash),
    /// A path no disk or link can have.
    Impossible {
        /// The path.
        path: String,
        /// Who made it.
        origin: String,
        /// Why not.
        why: Impossible,
    },
}

/// Where the manifest of an edition stands, from the root.
pub const PROOF: &str = "edizione.json";

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
    /// Gathers artifacts. Two for one path is a mistake, and names both; so
    /// are two that are one on disks that take small and capital letters for
    /// the same, and a path that can stand nowhere.
    pub fn new(mut artifacts: Vec<Artifact>, next_transition: Option<Instant>) -> Result<Self, Unfit> {
        let wrong = artifacts.iter().find_map(|artifact| Some((artifact, impossible(&artifact.path)?)));
        if let Some((artifact, why)) = wrong {
            let (path, origin) = (artifact.path.clone(), artifact.origin.to_string());
            return Err(Unfit::Impossible { path, origin, why });
        }
        artifacts.sort_by(|a, b| a.path.cmp(&b.path));
        let clash = |first: &Artifact, second: &Artifact| {
            Unfit::Clash(Clash {
                path: first.path.clone(),
                first: first.origin.to_string(),
                second: second.origin.to_string(),
            })
        };
        if let Some([first, second]) = artifacts.windows(2).find(|pair| pair[0].path == pair[1].path) {
            return Err(clash(first, second));
        }
        // A file cannot stand where another needs a folder.
        let names: HashMap<&str, &Artifact> =
            artifacts.iter().map(|artifact| (artifact.path.as_str(), artifact)).collect();
        // Few paths have capitals: only those can be twins of others.
        let mut capital: HashMap<String, &Artifact> = HashMap::new();
        for artifact in &artifacts {
            if artifact.path.bytes().any(|b| b.is_ascii_uppercase() || !b.is_ascii()) {
                let key = folded(&artifact.path);
                let other = names.get(key.as_str()).copied().filter(|other| other.path != artifact.path);
                if let Some(other) = other.or_else(|| capital.get(&key).copied()) {
                    return Err(clash(other, artifact));
                }
                capital.insert(key, artifact);
            }
        }
        let mut last = "";
        for artifact in &artifacts {
            let folder = artifact.path.rsplit_once('/').map_or("", |(folder, _)| folder);
            let mut above = if folder == last { "" } else { folder };
            while !above.is_empty() {
                let twin = || {
                    let key = (!capital.is_empty()).then(|| folded(above))?;
                    capital.get(&key).or_else(|| names.get(key.as_str()))
                };
                if let Some(file) = names.get(above).or_else(twin) {
                    return Err(clash(file, artifact));
                }
                above = above.rsplit_once('/').map_or("", |(above, _)| above);
            }
            last = folder;
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
