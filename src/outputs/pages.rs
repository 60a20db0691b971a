//! Pages of service: search, subscribing, questions, legal notes.

use tera::Value;

use super::{Ground, Made, Press};
use crate::plan::{Address, FAQ, Job, LEGAL, SEARCH, SUBSCRIBE, What};
use crate::site::{Feed, FeedOf};

pub(super) fn plan(ground: &Ground<'_>) -> Vec<Job> {
    let (site, links) = (ground.site, &ground.site.settings.links);
    let pages = [
        (&SUBSCRIBE, true),
        (&SEARCH, site.has_search()),
        (&LEGAL, links.legal.is_none()),
        (&FAQ, links.faq.is_none()),
    ];
    pages.into_iter().filter(|(_, there)| *there).map(|(page, _)| Job::new(page.clone(), What::Page(None))).collect()
}

pub(super) fn make(press: &Press<'_>) -> Made {
    let views = press.views();
    let there = |page: &Address| press.plan.has(page);
    let page = |kind, template, key, address: &Address, content| {
        let mut frame = views.page(kind, press.labels.text(key), address.clone());
        frame.breadcrumb = vec![views.home_crumb()];
        frame.feeds = if kind == "subscribe" { views.all_feeds() } else { vec![views.site_feed()] };
        if kind == "subscribe" {
            // Those of years that have a page are announced there.
            let paged = |feed: &&Feed| matches!(feed.of, FeedOf::Year(_)) && views.feed(feed).page == "/";
            frame.archives =
                press.site.feeds().iter().filter(paged).flat_map(|feed| views.feed_archives(feed)).collect();
        }
        press.page(template, &frame, content)
    };
    let mut made = vec![page(
        "subscribe",
        "subscribe.html",
        "page-subscribe",
        &SUBSCRIBE,
        Some(("subscribe", Value::from_serializable(&views.subscribe()))),
    )?];
    if there(&SEARCH) {
        let content = Some(("search", Value::from_serializable(&views.search())));
        made.push(page("search", "search.html", "page-search", &SEARCH, content)?);
    }
    if there(&LEGAL) {
        made.push(page("legal", "legal.html", "page-legal", &LEGAL, None)?);
    }
    if there(&FAQ) {
        let content = Some(("faq", Value::from_serializable(&views.questions())));
        made.push(page("faq", "faq.html", "page-faq", &FAQ, content)?);
    }
    Ok(made)
}
