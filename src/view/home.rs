//! The home page.

use schemars::JsonSchema;
use serde::Serialize;

use super::{CardView, ListGroupView, TreeView, Views};
use crate::chronicle::State;
use crate::model::{Extra, Notice};
use crate::plan::CATALOGUE;

/// How many notices the home page names of each sort.
const SHOWN: usize = 10;

/// What the home page shows.
#[derive(Debug, Default, JsonSchema, Serialize)]
pub struct HomeView<'a> {
    /// The calls about to close, the next to close first; ten at most.
    closing: Vec<CardView<'a>>,
    /// The other open calls, the next to close first; ten at most.
    open: Vec<CardView<'a>>,
    /// The notices last updated, the newest first; ten at most.
    latest: Vec<CardView<'a>>,
    /// The whole tree, as `tree`.
    sections: Vec<TreeView<'a>>,
    /// How many calls are open, those about to close included.
    open_count: usize,
    /// When each open call closes, in seconds since 1970-01-01T00:00Z.
    open_closes: Vec<i64>,
    /// How many notices are on line.
    total: usize,
    /// The lists of the whole site.
    lists: Vec<ListGroupView<'a>>,
    /// The address of the catalogue of the open data without its ending (`.ttl`, `.rdf`, `.jsonld`); none if the body makes none.
    catalogue: Option<&'static str>,
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
        latest.sort_by_key(|notice| std::cmp::Reverse(self.site.updated(notice).begins()));
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
            open_closes: open.iter().filter_map(|notice| notice.closes()).map(crate::calendar::Instant::unix).collect(),
            lists: self.list_groups(None, None),
            total: states.len(),
            catalogue: self.site.makes(Extra::Data).then_some(CATALOGUE),
        }
    }
}
