//! A page for every notice.

use rayon::prelude::*;
use tera::Value;

use super::{Made, Press};

pub(super) fn make(press: &Press<'_>) -> Made {
    let views = press.views();
    let notices: Vec<_> = press.site.current().collect();
    notices
        .into_par_iter()
        .map(|notice| {
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
            press.page("notice.html", &frame, Some(("notice", Value::from_serializable(&views.notice(notice)))))
        })
        .collect()
}
