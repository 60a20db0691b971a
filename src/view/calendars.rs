//! The calendars of deadlines pages point to.

use schemars::JsonSchema;
use serde::Serialize;

use super::Views;
use crate::model::Notice;
use crate::plan::Address;
use crate::sections::SectionId;

/// A calendar of deadlines and events.
#[derive(Debug, Clone, Default, JsonSchema, Serialize)]
pub struct CalendarView {
    /// What it holds.
    title: String,
    /// The address of its file (.ics) from the root, for whoever wants a copy.
    url: String,
    /// The address under which calendar programs follow it (`webcal://…`): what is moved later moves there too.
    webcal: String,
    /// The address of the page it belongs to, from the root.
    page: String,
    /// How deep its section stands: 0 for the site and for notices, 1 for the first level, 2 below.
    level: usize,
}

impl Views<'_> {
    /// The calendar of everything, if the body makes calendars.
    pub fn site_calendar(&self) -> Option<CalendarView> {
        let url = self.site.site_calendar()?;
        Some(self.calendar(&self.site.settings.title, url, Address::HOME, 0))
    }

    /// The calendar of a section, if notices there have deadlines.
    pub fn section_calendar(&self, id: SectionId) -> Option<CalendarView> {
        let url = self.site.section_calendar(id)?;
        let section = self.site.tree.get(id);
        let level = section.path.matches('/').count() + 1;
        Some(self.calendar(&section.title, url, self.site.section_address(id, 1), level))
    }

    /// The calendar of a notice, if it has deadlines.
    pub fn notice_calendar(&self, notice: &Notice) -> Option<CalendarView> {
        let url = self.site.notice_calendar(notice)?;
        Some(self.calendar(&notice.heading.title.value, url, notice.address(), 0))
    }

    /// Every calendar but the notices' own, in the order of the tree.
    pub(super) fn calendars(&self) -> Vec<CalendarView> {
        let sections = self.site.tree.ids().filter_map(|id| self.section_calendar(id));
        self.site_calendar().into_iter().chain(sections).collect()
    }

    fn calendar(&self, title: &str, url: Address, page: Address, level: usize) -> CalendarView {
        let webcal = self.site.webcal(&url);
        CalendarView { title: title.to_owned(), url: url.into(), webcal, page: page.into(), level }
    }
}
