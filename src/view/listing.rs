//! Lists by state, year, kind and office.

use schemars::JsonSchema;
use serde::Serialize;

use super::{CardView, CrumbView, PagerView, Views};
use crate::sections::SectionId;
use crate::site::{By, Holds, List, Phase};

/// The lists that tell one thing apart: all years, all offices.
#[derive(Debug, Default, JsonSchema, Serialize)]
pub struct ListGroupView<'a> {
    /// What they tell apart: `state`, `year`, `kind` or `office`.
    by: &'static str,
    /// What they tell apart, in words.
    label: &'a str,
    /// The lists that hold something.
    items: Vec<ListLinkView<'a>>,
}

/// A list to go to.
#[derive(Debug, Default, JsonSchema, Serialize)]
pub(super) struct ListLinkView<'a> {
    /// What it holds, in words: `Aperti`, `2026`.
    label: std::borrow::Cow<'a, str>,
    /// Its address from the root.
    url: String,
    /// How many notices it holds.
    count: usize,
    /// Whether it is the list shown.
    current: bool,
}

/// A page of a list.
#[derive(Debug, Default, JsonSchema, Serialize)]
pub struct ListView<'a> {
    /// The section it is a list of; none for the whole site.
    section: Option<CrumbView<'a>>,
    /// The other lists of the same section or site, and this one.
    groups: Vec<ListGroupView<'a>>,
    /// How many notices it holds on all its pages.
    total: usize,
    /// The notices of this page.
    cards: Vec<CardView<'a>>,
    /// Its pages; none if there is one.
    pager: Option<PagerView>,
    /// What to say where it holds nothing; none where it does.
    empty: Option<&'a str>,
    /// Whether it holds open calls.
    open: bool,
}

impl<'a> Views<'a> {
    /// The lists of a section or of the whole site, group by group; `current`
    /// is the one shown.
    pub fn list_groups(&self, of: Option<SectionId>, current: Option<&List>) -> Vec<ListGroupView<'a>> {
        let lists = self.site.lists(of);
        let groups = [
            (By::State, "state", "list-by-state"),
            (By::Year, "year", "list-by-year"),
            (By::Kind, "kind", "list-by-kind"),
            (By::Office, "office", "list-by-office"),
        ];
        groups
            .into_iter()
            .map(|(by, name, key)| ListGroupView {
                by: name,
                label: self.labels.text(key),
                items: lists
                    .iter()
                    .filter(|list| list.by() == Some(by))
                    .map(|list| ListLinkView {
                        label: self.list_label(list),
                        url: self.site.list_address(of, list, 1).into(),
                        count: list.len(),
                        current: current.is_some_and(|current| current.holds == list.holds),
                    })
                    .collect(),
            })
            .filter(|group| !group.items.is_empty())
            .collect()
    }

    fn list_label(&self, list: &'a List) -> std::borrow::Cow<'a, str> {
        match &list.holds {
            Holds::All => self.labels.text("list-all").into(),
            Holds::State(phase) => self.labels.known(&format!("list-{}", phase.word())).into(),
            Holds::Year(year) => year.0.to_string().into(),
            Holds::Kind(kind) => self.labels.of(*kind).into(),
            Holds::Office(_, name) => name.as_str().into(),
        }
    }

    /// What stands above a list: `Avvisi aperti`, `Pubblicati nel 2026`.
    pub fn list_heading(&self, list: &'a List) -> String {
        match &list.holds {
            Holds::State(phase) => self.labels.known(&format!("list-{}-heading", phase.word())).to_owned(),
            Holds::Year(year) => format!("{} {}", self.labels.text("list-year-heading"), year.0),
            _ => self.list_label(list).into_owned(),
        }
    }

    /// A page of a list.
    pub fn list(&self, of: Option<SectionId>, list: &'a List, page: usize, pager: Option<PagerView>) -> ListView<'a> {
        let size = self.site.settings.tuning.page_size;
        let open = matches!(list.holds, Holds::State(Phase::Open | Phase::Closing));
        ListView {
            section: of.map(|id| self.section_crumb(id)),
            groups: self.list_groups(of, Some(list)),
            total: list.len(),
            cards: self
                .site
                .in_list(list)
                .into_iter()
                .skip((page - 1) * size)
                .take(size)
                .map(|notice| self.card(notice))
                .collect(),
            pager,
            empty: list.is_empty().then(|| self.labels.text(if open { "list-empty-open" } else { "list-empty" })),
            open,
        }
    }
}
