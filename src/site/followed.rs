//! What there was to follow, by what the repository remembers: an address
//! somebody follows must not go with the last notice behind it.

use std::collections::{BTreeMap, BTreeSet};

use crate::calendar::Instant;
use crate::model::{Kind, Notice};
use crate::sections::{SectionId, Tree};

/// What notices were once on line.
#[derive(Debug, Default)]
pub struct Followed {
    /// Their kinds.
    pub(super) kinds: BTreeSet<Kind>,
    /// Their offices: the name their addresses are made of, and the name as it
    /// was written last.
    pub(super) offices: BTreeMap<String, String>,
    /// The sections in which, or below which, they had deadlines.
    pub(super) calendars: BTreeSet<SectionId>,
}

impl Followed {
    /// Takes note of a notice as it was until some moment.
    pub fn note(&mut self, notice: &Notice, until: Instant, tree: &Tree) {
        if notice.filing.draft || notice.filing.published.value.begins() >= until {
            return;
        }
        self.kinds.insert(notice.heading.kind);
        let office = notice.people.office.as_ref().map(|office| (slug::slugify(office), office.clone()));
        self.offices.extend(office.filter(|(slug, _)| !slug.is_empty()));
        if notice.has_deadlines() {
            self.calendars.extend(notice.filing.sections.iter().flat_map(|section| tree.line(*section)));
        }
    }

    /// Whether a section had deadlines once.
    pub fn has_calendar(&self, section: SectionId) -> bool {
        self.calendars.contains(&section)
    }

    /// What an office was called.
    pub fn office(&self, slug: &str) -> Option<&str> {
        self.offices.get(slug).map(String::as_str)
    }
}
