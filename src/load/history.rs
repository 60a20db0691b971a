//! When each file was last changed and what it was before, as the repository
//! around the content tells.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::Path;

use super::git::{self, Gap, Told, Version};
use crate::calendar::Instant;
use crate::edition::Commit;

/// The changes of each content file, by path from the content folder.
/// Empty where there is no repository, or a shallow one, whose dates would be
/// wrong.
#[derive(Debug, Default)]
pub struct History {
    changes: BTreeMap<String, Instant>,
    versions: BTreeMap<String, Vec<Version>>,
    commit: Option<Commit>,
    gap: Option<Gap>,
}

impl History {
    /// A history from paths and times.
    pub fn new(changes: impl IntoIterator<Item = (String, Instant)>) -> Self {
        Self { changes: changes.into_iter().collect(), ..Self::default() }
    }

    /// The same, with what texts were before, the oldest first.
    #[must_use]
    pub fn with(self, versions: impl IntoIterator<Item = (String, Vec<Version>)>) -> Self {
        Self { versions: versions.into_iter().collect(), ..self }
    }

    /// What each text was, the oldest first, by path; also of those that are
    /// no more. None where not all of it is known.
    pub fn versions(&self) -> impl Iterator<Item = (&str, &[Version])> {
        self.versions.iter().map(|(path, versions)| (path.as_str(), versions.as_slice()))
    }

    /// When a file was last changed, if that is known.
    pub fn last_change(&self, path: &str) -> Option<Instant> {
        self.changes.get(path).copied()
    }

    /// What the content is built from, if that is known.
    pub fn commit(&self) -> Option<&Commit> {
        self.commit.as_ref()
    }

    /// Why some dates, or all, are not known although there is a repository.
    pub fn gap(&self) -> Option<Gap> {
        self.gap
    }
}

/// Reads the history of all files at once. `ceilings` is what
/// `GIT_CEILING_DIRECTORIES` says: folders not to look for a repository in.
pub fn history(root: &Path, ceilings: &OsStr) -> History {
    let Told { changes, versions, commit, gap } = git::read(root, ceilings);
    History { changes, versions, commit, gap }
}
