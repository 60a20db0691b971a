//! The page for addresses that lead nowhere.

use super::{Made, Press};

pub(super) fn make(press: &Press<'_>) -> Made {
    let views = press.views();
    let mut frame = views.page("not-found", press.labels.text("not-found-title"), "/404.html".to_owned());
    frame.feeds = vec![views.site_feed()];
    let mut page = press.page("not_found.html", &frame, None)?;
    "404.html".clone_into(&mut page.path);
    Ok(vec![page])
}
