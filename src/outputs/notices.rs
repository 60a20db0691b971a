//! A page for every notice, and the same as JSON.

use std::sync::Arc;

use rayon::prelude::*;
use tera::Value;

use super::{Ground, Made, Press, json};
use crate::data::NoticeData;
use crate::edition::{Artifact, Bytes};
use crate::model::{Extra, Notice, Texts};
use crate::plan::{Job, Origin, What};
use crate::site::Site;
use crate::view::PageView;

/// Every notice that has an address, on line or not, with its place among the
/// site's: of two that bear one id, the first.
pub(super) fn all(site: &Site) -> impl Iterator<Item = (usize, &Notice)> {
    let notices = site.notices.iter().map(Box::as_ref).enumerate();
    notices.filter(|(_, notice)| site.by_id(&notice.filing.id.value).is_some_and(|first| std::ptr::eq(first, *notice)))
}

pub(super) fn plan(ground: &Ground<'_>) -> Vec<Job> {
    let site = ground.site;
    let jobs = all(site).flat_map(|(at, notice)| {
        let address = notice.address();
        let json = site.json_address(&address).map(Job::file);
        let page = Job::new(address, What::Page(Some(site.updated(notice))));
        std::iter::once(page).chain(json).map(move |job| job.of(Origin::Notice(at)).with(notice))
    });
    jobs.collect()
}

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
    let mut made: Vec<Artifact> =
        places.into_iter().map(|(address, range)| Artifact::new(&address, Bytes::part(&whole, range))).collect();
    if press.site.makes(Extra::Json) {
        made.extend(data(press, notices, text, block));
    }
    Ok(made)
}

/// The notices of a batch as JSON, in one block too.
fn data(press: &Press<'_>, notices: &[&Notice], text: &str, block: &mut Vec<u8>) -> Vec<Artifact> {
    let views = press.views();
    block.clear();
    let mut places = Vec::with_capacity(notices.len());
    for notice in notices {
        let Some(address) = press.site.json_address(&notice.address()) else { continue };
        let start = block.len();
        let html = views.whole_text(notice, notice.text.of(text));
        json::append(&NoticeData::of(press.site, notice).with_text(html.into()), block);
        places.push((address, start..block.len()));
    }
    let whole: Arc<[u8]> = block.as_slice().into();
    places.into_iter().map(|(address, range)| Artifact::new(&address, Bytes::part(&whole, range))).collect()
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
