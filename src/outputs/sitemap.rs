//! `sitemap.xml`, after sitemaps.org 0.9; in parts with an index where there
//! are more addresses than one file may hold.

use super::{Made, Press};
use crate::calendar::Moment;
use crate::edition::Artifact;

/// How many addresses a file may hold, says the protocol.
const MOST: usize = 50_000;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const NAMESPACE: &str = "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";

pub(super) fn make(press: &Press<'_>) -> Made {
    let site = press.site;
    let base = &site.settings.base_url;
    let mut rows = Vec::new();
    let newest = site.current().map(|notice| notice.filing.updated.value).max_by_key(|moment| moment.begins());
    rows.push(row(base, "/", newest));
    for id in site.tree.ids() {
        let updated = site.section_updated(id);
        for page in 1..=site.list_pages(site.in_section(id).len()) {
            rows.push(row(base, &site.section_address(id, page), updated));
        }
    }
    for (of, list) in site.all_lists() {
        for page in 1..=site.list_pages(list.len()) {
            rows.push(row(base, &site.list_address(of, list, page), None));
        }
    }
    rows.extend(site.service_pages().map(|address| row(base, address, None)));
    rows.extend(site.current().map(|notice| row(base, &notice.address(), Some(notice.filing.updated.value))));
    if rows.len() <= MOST {
        return Ok(vec![Artifact::new("sitemap.xml", part(&rows), "sitemap")]);
    }
    let mut made = Vec::new();
    let mut index = format!("{HEAD}<sitemapindex {NAMESPACE}>\n");
    for (at, rows) in rows.chunks(MOST).enumerate() {
        let name = format!("sitemap-{}.xml", at + 1);
        index.push_str(&format!("<sitemap><loc>{}</loc></sitemap>\n", escaped(&format!("{base}/{name}"))));
        made.push(Artifact::new(name, part(rows), "sitemap"));
    }
    index.push_str("</sitemapindex>\n");
    made.push(Artifact::new("sitemap.xml", index, "sitemap"));
    Ok(made)
}

fn part(rows: &[String]) -> String {
    format!("{HEAD}<urlset {NAMESPACE}>\n{}</urlset>\n", rows.concat())
}

fn row(base: &str, address: &str, updated: Option<Moment>) -> String {
    let lastmod = updated.map(|moment| format!("<lastmod>{}</lastmod>", moment.iso())).unwrap_or_default();
    format!("<url><loc>{}</loc>{lastmod}</url>\n", escaped(&format!("{base}{address}")))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('\'', "&apos;").replace('"', "&quot;")
}
