//! What templates are given: plain structs, dates and amounts already in
//! words. The contract with themes: adding a field is free, changing or
//! dropping one is a new major version of the theme interface.

mod calendars;
mod card;
mod contract;
mod data;
mod entry;
mod feed;
mod frame;
mod home;
mod html;
mod labels;
mod listing;
mod notice;
mod pages;
mod section;
mod table;
mod told;
mod when;

use crate::plan::Plan;
use crate::site::Site;

pub use calendars::CalendarView;
pub use card::CardView;
pub use contract::{contract, schema};
pub use data::{ColumnMeaningView, DataFileView, DataLinkView, DataTableView, DataView, DatasetView, DictionaryView};
pub use entry::{Enclosure, Entry};
pub use feed::FeedView;
pub use frame::{CrumbView, PageView, SiteView, TreeView};
pub use home::HomeView;
pub use labels::Labels;
pub use listing::{ListGroupView, ListView};
pub use notice::NoticeView;
pub use pages::{QuestionView, RedirectView, SearchView, SubscribeView};
pub use section::{PagerView, SectionView};
pub use told::{MoveTold, sentences};
pub use when::When;

/// The version of the contract themes are written against.
pub const INTERFACE: u32 = 1;

/// Sees a site as pages show it: in words, in the site's language.
#[derive(Clone, Copy)]
pub struct Views<'a> {
    /// The site.
    pub site: &'a Site,
    /// What stands where.
    pub plan: &'a Plan,
    /// The words.
    pub labels: &'a Labels,
    /// Whether the theme asks for data for machines: putting them together
    /// for nothing is a twentieth of a build.
    pub structured: bool,
}
