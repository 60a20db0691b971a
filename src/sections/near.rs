//! What may be meant by the path of a section that is not there.

use std::sync::OnceLock;

use super::{SectionId, Tree};
use crate::diagnostic::{Asked, Known};

/// The paths of a tree made ready to be compared, once somebody asks.
#[derive(Debug, Default)]
pub(super) struct Near(OnceLock<Ready>);

/// Paths and their last parts, made ready.
#[derive(Debug)]
pub(super) struct Ready {
    ids: Vec<SectionId>,
    paths: Known,
    names: Known,
}

impl Near {
    /// Makes the paths of a tree ready, unless they are.
    pub(super) fn of(&self, tree: &Tree) -> &Ready {
        self.0.get_or_init(|| {
            let ids: Vec<SectionId> = tree.ids().collect();
            let paths = Known::new(ids.iter().map(|id| tree.get(*id).path.as_str()));
            let names = Known::new(ids.iter().map(|id| tree.get(*id).id.as_str()));
            Ready { ids, paths, names }
        })
    }
}

impl Ready {
    /// The section whose path is nearest; if none is near, the one whose name
    /// is nearest to the last part.
    pub(super) fn path(&self, typed: &str) -> Option<SectionId> {
        let near = self.paths.nearest(typed).or_else(|| self.names.nearest(last(typed)))?;
        Some(self.ids[near])
    }

    /// The same for one of many.
    pub(super) fn path_of_many(&self, typed: &str, asked: &mut Asked) -> Option<SectionId> {
        let path = self.paths.nearest_of_many(typed, 0, None, asked);
        let near = path.or_else(|| self.names.nearest_of_many(last(typed), 1, None, asked))?;
        Some(self.ids[near])
    }
}

fn last(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// Two trees are the same whatever was asked of them.
impl PartialEq for Near {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Near {}

/// A copy may change: it makes its own ready.
impl Clone for Near {
    fn clone(&self) -> Self {
        Self::default()
    }
}
