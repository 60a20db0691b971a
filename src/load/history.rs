//! When each file was last changed, as the repository around the content
//! tells.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::Path;

use super::git::{self, Gap, Told};
use crate::calendar::Instant;
use crate::edition::Commit;

/// The last change of each content file, by path from the content folder.
/// Empty where there is no repository, or a shallow one, whose dates would be
/// wrong.
#[derive(Debug, Default)]
pub struct History {
    changes: BTreeMap<String, Instant>,
    commit: Option<Commit>,
    gap: Option<Gap>,
}

impl History {
    /// A history from paths and times.
    pub fn new(changes: impl IntoIterator<Item = (String, Instant)>) -> Self {
        Self { changes: changes.into_iter().collect(), ..Self::default() }
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
    let Told { changes, commit, gap } = git::read(root, ceilings);
    History { changes, commit, gap }
}
