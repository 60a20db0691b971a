//! A page for every notice.

use std::sync::Arc;

use rayon::prelude::*;
use tera::Value;

use super::{Made, Press};
use crate::edition::{Artifact, Bytes};
use crate::model::{Notice, Texts};
use crate::view::PageView;

/// Makes the pages batch by batch, and lets each batch of texts go when its
/// pages are made. The pages of a batch lie in one block.
pub(super) fn make(press: &Press<'_>, texts: Texts) -> Made {
    let batches = texts.into_batches();
    let mut notices: Vec<Vec<&Notice>> = vec![Vec::new(); batches.len()];
    for notice in press.site.current() {
        notices[notice.text.batch()].push(notice);
    }
    let made: Vec<Vec<Artifact>> = notices
        .into_par_iter()
        .zip(batches)
        .map_init(Vec::new, |block, (notices, text)| batch(press, &notices, &text, block))
        .collect::<Result<_, _>>()?;
    Ok(made.into_iter().flatten().collect())
}

fn batch(press: &Press<'_>, notices: &[&Notice], text: &str, block: &mut Vec<u8>) -> Made {
    let views = press.views();
    block.clear();
    let mut places = Vec::with_capacity(notices.len());
    for notice in notices {
        let start = block.len();
        let view = Value::from_serializable(&views.notice(notice, notice.text.of(text)));
        press.render("notice.html", &frame(press, notice), Some(("notice", view)), block)?;
        places.push((notice.address(), start..block.len()));
    }
    let whole: Arc<[u8]> = block.as_slice().into();
    Ok(places
        .into_iter()
        .map(|(address, range)| Artifact::page(&address, Bytes::part(&whole, range), "notice.html"))
        .collect())
}

fn frame<'a>(press: &Press<'a>, notice: &'a Notice) -> PageView<'a> {
    let views = press.views();
    let mut frame = views.page("notice", &notice.heading.title.value, notice.address());
    if let Some(summary) = notice.heading.summary.as_deref().or(notice.heading.subject.as_deref()) {
        frame.description = summary;
    }
    frame.calendars.extend(views.notice_calendar(notice));
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
