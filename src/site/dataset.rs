//! The open data sets: everything, and each section.

use crate::calendar::Moment;
use crate::model::{Extra, Notice};
use crate::sections::SectionId;
use crate::site::Site;

/// The notices of the whole site (`None`) or of a section and what stands
/// below it, as data. A section has one even while it is empty, so that its
/// address is there before the first notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dataset {
    /// What it holds.
    pub of: Option<SectionId>,
}

impl Site {
    /// Every data set, the whole site's first, each section's followed by those
    /// of what stands below it; none if the body wants none.
    pub fn datasets(&self) -> impl Iterator<Item = Dataset> {
        let sections = self.tree.walk().into_iter().map(Some);
        std::iter::once(None).chain(sections).filter(|_| self.makes(Extra::Data)).map(|of| Dataset { of })
    }

    /// What a data set holds, newest first.
    pub fn dataset_notices(&self, set: Dataset) -> Vec<&Notice> {
        match set.of {
            None => self.current().collect(),
            Some(id) => self.in_section(id).collect(),
        }
    }

    /// When what a data set holds last changed.
    pub fn dataset_updated(&self, set: Dataset) -> Option<Moment> {
        match set.of {
            None => self.current().map(|notice| notice.updated(self.now)).max_by_key(|moment| moment.begins()),
            Some(id) => self.section_updated(id),
        }
    }
}
