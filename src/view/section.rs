//! A section and its lists.

use schemars::JsonSchema;
use serde::Serialize;

use super::table::TableView;
use super::{CardView, DataFileView, ListGroupView, TreeView, Views};
use crate::plan::Address;
use crate::sections::SectionId;

/// What a section's page shows.
#[derive(Debug, Default, JsonSchema, Serialize)]
pub struct SectionView<'a> {
    /// The last part of its address.
    id: &'a str,
    /// Its heading, with the exact words of the law.
    title: &'a str,
    /// Its address without the slashes around it: `bandi-gara-contratti/procedure`.
    path: &'a str,
    /// Its address from the root.
    url: String,
    /// The provisions that require it, one text each.
    law: &'a [String],
    /// How often it must be updated, in words.
    frequency: Option<&'a str>,
    /// What is published here, in plain words; none for sections the body added.
    about: Option<&'a str>,
    /// What the law says about its content, in a few words.
    note: Option<&'a str>,
    /// What is published here, in the body's own words.
    summary: Option<&'a str>,
    /// The body's own text: HTML we made, to be marked `safe`; only on the first page.
    words: Option<String>,
    /// The office that sees to it.
    office: Option<&'a str>,
    /// Who answers for it, by role.
    manager: Option<&'a str>,
    /// The sections right under it.
    children: Vec<TreeView<'a>>,
    /// How many notices it holds on all its pages, those of the sections below included.
    total: usize,
    /// Why nothing is published here, in the body's words.
    empty: Option<&'a str>,
    /// The notices of this page.
    cards: Vec<CardView<'a>>,
    /// The same notices as a table, where the law asks for one; shown instead of the cards.
    table: Option<TableView<'a>>,
    /// The lists of its notices by state, year, kind and office.
    lists: Vec<ListGroupView<'a>>,
    /// Its pages; none if there is one.
    pager: Option<PagerView>,
    /// Its notices as data, a file a format; none if the body wants none.
    downloads: Vec<DataFileView>,
}

/// The pages of a list.
#[derive(Debug, Default, JsonSchema, Serialize)]
pub struct PagerView {
    /// The page shown, from 1.
    number: usize,
    /// How many pages there are.
    total: usize,
    /// The address of the page before.
    pub prev: Option<String>,
    /// The address of the page after.
    pub next: Option<String>,
    /// The pages to link: the first, the last and two on each side of this one.
    pages: Vec<NumberView>,
}

/// A page of a list.
#[derive(Debug, Default, JsonSchema, Serialize)]
struct NumberView {
    /// The page's number, from 1.
    number: usize,
    /// Its address from the root; none for the page shown.
    url: Option<String>,
}

impl PagerView {
    /// The pages of a list, of which `number` is shown. `address` gives each
    /// page's.
    pub fn new(number: usize, total: usize, address: impl Fn(usize) -> Address) -> Self {
        let url = |page| address(page).into();
        // The ends and two on each side: a list of 2,500 pages stays a line.
        let near = |page: &usize| *page == 1 || *page == total || page.abs_diff(number) <= 2;
        Self {
            number,
            total,
            prev: (number > 1).then(|| url(number - 1)),
            next: (number < total).then(|| url(number + 1)),
            pages: (1..=total)
                .filter(near)
                .map(|page| NumberView { number: page, url: (page != number).then(|| url(page)) })
                .collect(),
        }
    }
}

impl<'a> Views<'a> {
    /// A page of a section's list: the first page tells what the section is.
    pub fn section(&self, id: SectionId, page: usize, pager: Option<PagerView>) -> SectionView<'a> {
        let section = self.site.tree.get(id);
        let words = self.site.words.get(&id);
        let url = self.site.section_address(id, 1);
        let notices = self.site.in_section(id);
        let size = self.site.settings.tuning.page_size;
        let total = notices.len();
        let first = page == 1;
        let shown: Vec<_> = notices.skip((page - 1) * size).take(size).collect();
        SectionView {
            id: &section.id,
            title: &section.title,
            path: &section.path,
            law: &section.law,
            frequency: section.frequency.map(|frequency| self.labels.of(frequency)),
            about: section.about.as_deref(),
            note: section.note.as_deref(),
            summary: words.and_then(|words| words.summary.as_deref()),
            words: words
                .filter(|words| first && !words.body.html.trim().is_empty())
                .map(|words| self.text_of(&words.body, &words.body.html, &url).into_owned()),
            office: words.and_then(|words| words.office.as_deref()),
            manager: words.and_then(|words| words.manager.as_deref()),
            children: section.children.iter().map(|child| self.branch(*child, false)).collect(),
            total,
            empty: words.and_then(|words| words.empty.as_deref()),
            table: (section.table && !shown.is_empty()).then(|| self.table(&section.title, &shown)),
            cards: shown.into_iter().map(|notice| self.card(notice)).collect(),
            lists: self.list_groups(Some(id), None),
            pager,
            downloads: self.downloads(crate::site::Dataset { of: Some(id) }),
            url: url.into(),
        }
    }
}
