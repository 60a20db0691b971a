//! A page for every list by state, year, kind and office, and further ones
//! where it is long.

use rayon::prelude::*;
use tera::Value;

use super::{Ground, Made, Press};
use crate::diagnostic::Diagnostic;
use crate::edition::Artifact;
use crate::plan::{Job, LISTS, What};
use crate::sections::SectionId;
use crate::site::{By, List, Site};
use crate::view::{CrumbView, PagerView};

/// Every page of every list, with how many pages there are.
pub(super) fn all(site: &Site) -> Vec<(Option<SectionId>, &List, usize, usize)> {
    let lists = site.all_lists().flat_map(|(of, list)| {
        let total = site.list_pages(list.len());
        (1..=total).map(move |page| (of, list, page, total))
    });
    lists.collect()
}

pub(super) fn plan(ground: &Ground<'_>) -> Vec<Job> {
    let site = ground.site;
    let page =
        |(of, list, page, _): (_, &List, _, _)| Job::new(site.list_address(of, list, page), What::Page(list.updated));
    all(site).into_iter().map(page).collect()
}

pub(super) fn make(press: &Press<'_>) -> Made {
    all(press.site).into_par_iter().map(|(of, list, page, total)| make_page(press, of, list, page, total)).collect()
}

fn make_page(
    press: &Press<'_>,
    of: Option<SectionId>,
    list: &List,
    page: usize,
    total: usize,
) -> Result<Artifact, Box<Diagnostic>> {
    let views = press.views();
    let site = press.site;
    let address = |page| site.list_address(of, list, page);
    let pager = (total > 1).then(|| PagerView::new(page, total, address));
    let heading = views.list_heading(list);
    let mut frame = views.page("list", &heading, address(page));
    let section = of.map(|id| site.tree.get(id));
    if let Some(section) = section {
        frame.title = format!("{heading} – {}", section.title);
        frame.current = &section.path;
    }
    if page > 1 {
        frame.title = format!("{} – {} {page}", frame.title, press.labels.text("page-word"));
    }
    if let Some(id) = of {
        frame.breadcrumb = views.way_to(id);
        frame.feeds.extend(views.section_feed(id));
        frame.top = site.tree.line(id).first().map_or("", |top| site.tree.get(*top).id.as_str());
    } else {
        frame.breadcrumb = vec![views.home_crumb()];
        if !list.slug().is_empty() {
            let all = CrumbView { title: press.labels.text("list-all"), url: LISTS.to_string() };
            frame.breadcrumb.push(all);
        }
    }
    frame.feeds.extend(views.list_feed(list).filter(|_| of.is_none()));
    if of.is_none() && page == 1 && list.by() == Some(By::Year) {
        frame.archives = site.feed_of_list(&list.holds).map(|feed| views.feed_archives(feed)).unwrap_or_default();
    }
    frame.feeds.push(views.site_feed());
    frame.prev = pager.as_ref().and_then(|pager| pager.prev.clone());
    frame.next = pager.as_ref().and_then(|pager| pager.next.clone());
    let view = views.list(of, list, page, pager);
    press.page("list.html", &frame, Some(("list", Value::from_serializable(&view))))
}
