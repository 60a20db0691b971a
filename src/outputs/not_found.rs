//! The page for addresses that lead nowhere.

use super::{Ground, Made, Press};
use crate::plan::{Job, NOT_FOUND, What};

pub(super) fn plan(_: &Ground<'_>) -> Vec<Job> {
    vec![Job::new(NOT_FOUND.clone(), What::Signpost)]
}

pub(super) fn make(press: &Press<'_>) -> Made {
    let views = press.views();
    let mut frame = views.page("not-found", press.labels.text("not-found-title"), NOT_FOUND.clone());
    frame.feeds = vec![views.site_feed()];
    Ok(vec![press.page("not_found.html", &frame, None)?])
}
