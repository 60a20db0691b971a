//! The home page.

use serde::Serialize;

use super::{CardView, TreeView, Views};
use crate::model::{Notice, State};

/// How many notices the home page names of each sort.
const SHOWN: usize = 10;

/// What the home page shows.
#[derive(Debug, Default, Serialize)]
pub struct HomeView<'a> {
    closing: Vec<CardView<'a>>,
    open: Vec<CardView<'a>>,
    latest: Vec<CardView<'a>>,
    sections: Vec<TreeView<'a>>,
    open_count: usize,
    total: usize,
}

impl<'a> Views<'a> {
    /// The home page: what closes next first, because that is what cannot
    /// wait.
    pub fn home(&self) -> HomeView<'a> {
        let states: Vec<(State, &'a Notice)> =
            self.site.current().map(|notice| (self.site.state(notice), notice)).collect();
        let mut open: Vec<&'a Notice> =
            states.iter().filter(|(state, _)| state.is_open()).map(|(_, notice)| *notice).collect();
        open.sort_by_key(|notice| notice.closes());
        let closing = |notice: &&Notice| self.site.state(notice) == State::Closing;
        let mut latest: Vec<&'a Notice> = states.iter().map(|(_, notice)| *notice).collect();
        latest.sort_by_key(|notice| std::cmp::Reverse(notice.filing.updated.value.begins()));
        HomeView {
            closing: open.iter().copied().filter(closing).take(SHOWN).map(|notice| self.card(notice)).collect(),
            open: open
                .iter()
                .copied()
                .filter(|notice| !closing(notice))
                .take(SHOWN)
                .map(|notice| self.card(notice))
                .collect(),
            latest: latest.into_iter().take(SHOWN).map(|notice| self.card(notice)).collect(),
            sections: self.tree_view(),
            open_count: open.len(),
            total: states.len(),
        }
    }
}
