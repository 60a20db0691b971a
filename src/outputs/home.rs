//! The home page.

use tera::Value;

use super::{Ground, Made, Press};
use crate::plan::{Address, Job, What};
use crate::site::Dataset;

pub(super) fn plan(ground: &Ground<'_>) -> Vec<Job> {
    vec![Job::new(Address::HOME, What::Page(ground.site.dataset_updated(Dataset { of: None })))]
}

pub(super) fn make(press: &Press<'_>) -> Made {
    let views = press.views();
    let settings = &press.site.settings;
    let mut frame = views.page("home", &settings.title, Address::HOME);
    frame.feeds = views.general_feeds();
    frame.calendars.extend(views.site_calendar());
    frame.updated = press
        .site
        .dataset_updated(Dataset { of: None })
        .map(|moment| crate::view::When::of(moment, press.labels.language()));
    Ok(vec![press.page("home.html", &frame, Some(("home", Value::from_serializable(&views.home()))))?])
}
