//! A page for every notice.

use rayon::prelude::*;
use tera::Value;

use super::{Made, Press};
use crate::model::Notice;
use crate::view::PageView;

/// Makes the pages, and lets each text go when its page is made.
pub(super) fn make(press: &Press<'_>, texts: Vec<String>) -> Made {
    let views = press.views();
    // In the order they were read, so that the memory of texts comes free
    // side by side and serves for pages.
    let mut jobs: Vec<(&Notice, String)> = press.site.notices.iter().map(Box::as_ref).zip(texts).collect();
    jobs.sort_by_key(|(notice, _)| notice.filing.file);
    jobs.into_par_iter()
        .filter(|(notice, _)| notice.is_current(press.site.now))
        .map(|(notice, text)| {
            let view = Value::from_serializable(&views.notice(notice, &text));
            drop(text);
            press.page("notice.html", &frame(press, notice), Some(("notice", view)))
        })
        .collect()
}

fn frame<'a>(press: &Press<'a>, notice: &'a Notice) -> PageView<'a> {
    let views = press.views();
    let mut frame = views.page("notice", &notice.heading.title.value, notice.address());
    if let Some(summary) = notice.heading.summary.as_deref().or(notice.heading.subject.as_deref()) {
        frame.description = summary;
    }
    frame.updated = Some(views.update_of(notice));
    if let Some(section) = notice.filing.sections.first() {
        frame.breadcrumb = views.way_to(*section);
        frame.feeds.extend(views.section_feed(*section));
        let line = press.site.tree.line(*section);
        frame.top = &press.site.tree.get(line[0]).id;
        frame.current = &press.site.tree.get(*section).path;
    }
    frame.feeds.push(views.site_feed());
    frame
}
