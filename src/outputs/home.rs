//! The home page.

use tera::Value;

use super::{Made, Press};

pub(super) fn make(press: &Press<'_>) -> Made {
    let views = press.views();
    let settings = &press.site.settings;
    let mut frame = views.page("home", &settings.title, "/".to_owned());
    frame.feeds = views.general_feeds();
    frame.calendars.extend(views.site_calendar());
    frame.updated = press
        .site
        .current()
        .map(|notice| notice.filing.updated.value)
        .max_by_key(|moment| moment.begins())
        .map(|moment| crate::view::When::of(moment, press.labels.language()));
    Ok(vec![press.page("home.html", &frame, Some(("home", Value::from_serializable(&views.home()))))?])
}
