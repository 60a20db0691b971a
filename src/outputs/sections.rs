//! A page for every section, and further ones where its list is long.

use rayon::prelude::*;
use tera::Value;

use super::{Ground, Made, Press};
use crate::edition::Artifact;
use crate::plan::{Job, Origin, What};
use crate::sections::SectionId;
use crate::site::Site;
use crate::view::PagerView;

/// Every page of every section, with how many pages there are.
pub(super) fn all(site: &Site) -> Vec<(SectionId, usize, usize)> {
    let pages = |id| {
        let total = site.list_pages(site.in_section(id).len());
        (1..=total).map(move |page| (id, page, total))
    };
    site.tree.ids().flat_map(pages).collect()
}

pub(super) fn plan(ground: &Ground<'_>) -> Vec<Job> {
    let site = ground.site;
    let page = |(id, page, _)| {
        Job::new(site.section_address(id, page), What::Page(site.section_updated(id))).of(Origin::Section(id))
    };
    all(site).into_iter().map(page).collect()
}

pub(super) fn make(press: &Press<'_>) -> Made {
    all(press.site).into_par_iter().map(|(id, page, total)| list(press, id, page, total)).collect()
}

fn list(
    press: &Press<'_>,
    id: SectionId,
    page: usize,
    total: usize,
) -> Result<Artifact, Box<crate::diagnostic::Diagnostic>> {
    let views = press.views();
    let section = press.site.tree.get(id);
    let url = |page: usize| press.site.section_address(id, page);
    let pager = (total > 1).then(|| PagerView::new(page, total, url));
    let mut frame = views.page("section", &section.title, url(page));
    if page > 1 {
        frame.title = format!("{} – {} {page}", section.title, press.labels.text("page-word"));
    }
    if let Some(words) = press.site.words.get(&id).and_then(|words| words.summary.as_deref()) {
        frame.description = words;
    }
    frame.breadcrumb = views.way_to(id);
    frame.breadcrumb.pop();
    frame.feeds = views.section_feed(id).into_iter().chain([views.site_feed()]).collect();
    frame.calendars.extend(views.section_calendar(id));
    frame.updated = press.site.section_updated(id).map(|moment| crate::view::When::of(moment, press.labels.language()));
    frame.top = press.site.tree.line(id).first().map_or("", |top| press.site.tree.get(*top).id.as_str());
    frame.current = &section.path;
    frame.prev = pager.as_ref().and_then(|pager| pager.prev.clone());
    frame.next = pager.as_ref().and_then(|pager| pager.next.clone());
    press.page("section.html", &frame, Some(("section", Value::from_serializable(&views.section(id, page, pager)))))
}
