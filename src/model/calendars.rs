//! The calendars of deadlines there are, and where: of the whole site, of
//! sections, of notices.

use crate::model::{Extra, Notice, Site};
use crate::sections::SectionId;

/// The name every calendar has, beside the page it belongs to.
const NAME: &str = "scadenze.ics";

impl Site {
    /// The address of the calendar of everything, from the root. There is one
    /// even before the first deadline, so that its address can be given out.
    pub fn site_calendar(&self) -> Option<String> {
        self.makes(Extra::Calendars).then(|| format!("/{NAME}"))
    }

    /// The address of the calendar of a section and what stands below it, if
    /// any notice there has deadlines: also old ones, since an address
    /// somebody follows must not go with the last of them.
    pub fn section_calendar(&self, id: SectionId) -> Option<String> {
        let wanted = self.makes(Extra::Calendars) && self.in_section(id).any(has_deadlines);
        wanted.then(|| format!("/{}/{NAME}", self.tree.get(id).path))
    }

    /// The address of the calendar of a notice, if it has deadlines.
    pub fn notice_calendar(&self, notice: &Notice) -> Option<String> {
        let wanted = self.makes(Extra::Calendars) && has_deadlines(notice);
        wanted.then(|| format!("{}{NAME}", notice.address()))
    }

    /// Whether an address without slashes at its ends is a calendar's.
    pub(super) fn calendar_exists(&self, address: &str) -> bool {
        let Some(of) = address.strip_suffix(NAME) else { return false };
        match of.strip_suffix('/') {
            None => of.is_empty() && self.site_calendar().is_some(),
            Some(of) => match of.strip_prefix("atti/").and_then(|id| self.by_id(id)) {
                Some(notice) => notice.is_current(self.now) && self.notice_calendar(notice).is_some(),
                None => self.tree.find(of).is_some_and(|id| self.section_calendar(id).is_some()),
            },
        }
    }

    /// The address under which a calendar is followed rather than copied:
    /// the same with the scheme `webcal:`, which calendar programs answer to.
    pub fn webcal(&self, address: &str) -> String {
        let base = &self.settings.base_url;
        format!("webcal://{}{address}", base.split_once("://").map_or(base.as_str(), |(_, host)| host))
    }
}

/// What a calendar is made for: events alone say what happened, and nobody
/// puts that in a diary.
fn has_deadlines(notice: &Notice) -> bool {
    !notice.deadlines.is_empty()
}
