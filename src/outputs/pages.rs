//! Pages of service: search, subscribing, questions, legal notes.

use tera::Value;

use super::{Made, Press};
use crate::model::{FAQ, Feed, LEGAL, SEARCH, SUBSCRIBE};
use crate::view::CrumbView;

pub(super) fn make(press: &Press<'_>) -> Made {
    let views = press.views();
    let settings = &press.site.settings;
    let page = |kind, template, key, url: &str, content| {
        let mut frame = views.page(kind, press.labels.text(key), url.to_owned());
        frame.breadcrumb = vec![CrumbView { title: &settings.title, url: "/".to_owned() }];
        frame.feeds = if kind == "subscribe" { views.all_feeds() } else { vec![views.site_feed()] };
        if kind == "subscribe" {
            // Those of years that have a page are announced there.
            let paged = |feed: &&Feed| views.feed(feed).page == "/";
            frame.archives =
                press.site.feeds().iter().filter(paged).flat_map(|feed| views.feed_archives(feed)).collect();
        }
        press.page(template, &frame, content)
    };
    let mut made = vec![page(
        "subscribe",
        "subscribe.html",
        "page-subscribe",
        SUBSCRIBE,
        Some(("subscribe", Value::from_serializable(&views.subscribe()))),
    )?];
    if press.site.has_search() {
        let content = Some(("search", Value::from_serializable(&views.search())));
        made.push(page("search", "search.html", "page-search", SEARCH, content)?);
    }
    if settings.links.legal.is_none() {
        made.push(page("legal", "legal.html", "page-legal", LEGAL, None)?);
    }
    if settings.links.faq.is_none() {
        let content = Some(("faq", Value::from_serializable(&views.questions())));
        made.push(page("faq", "faq.html", "page-faq", FAQ, content)?);
    }
    Ok(made)
}
