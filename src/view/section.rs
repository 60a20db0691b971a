//! A section and its lists.

use serde::Serialize;

use super::table::TableView;
use super::{CardView, ListGroupView, TreeView, Views};
use crate::sections::SectionId;

/// What a section's page shows.
#[derive(Debug, Default, Serialize)]
pub struct SectionView<'a> {
    id: &'a str,
    title: &'a str,
    path: &'a str,
    url: String,
    law: &'a [String],
    frequency: Option<&'a str>,
    about: Option<&'a str>,
    note: Option<&'a str>,
    summary: Option<&'a str>,
    words: Option<String>,
    office: Option<&'a str>,
    manager: Option<&'a str>,
    children: Vec<TreeView<'a>>,
    total: usize,
    empty: Option<&'a str>,
    cards: Vec<CardView<'a>>,
    table: Option<TableView<'a>>,
    lists: Vec<ListGroupView<'a>>,
    pager: Option<PagerView>,
}

/// The pages of a list.
#[derive(Debug, Default, Serialize)]
pub struct PagerView {
    number: usize,
    total: usize,
    /// The address of the page before.
    pub prev: Option<String>,
    /// The address of the page after.
    pub next: Option<String>,
    pages: Vec<NumberView>,
}

#[derive(Debug, Default, Serialize)]
struct NumberView {
    number: usize,
    url: Option<String>,
}

impl PagerView {
    /// The pages of a list, of which `number` is shown. `url` gives each
    /// page's address.
    pub fn new(number: usize, total: usize, url: impl Fn(usize) -> String) -> Self {
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
        let url = format!("/{}/", section.path);
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
            url,
        }
    }
}
