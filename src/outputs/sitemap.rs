//! `sitemap.xml`, after sitemaps.org 0.9; in parts with an index where there
//! is more than one file may hold.

use super::xml::escaped;
use super::{Ground, Made, Press};
use crate::calendar::Moment;
use crate::edition::Artifact;
use crate::plan::{Address, Job, What};
use crate::site::Site;

/// How much a file may hold, says the protocol.
const MOST: Limit = Limit { addresses: 50_000, bytes: 50 * 1024 * 1024 };

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const NAMESPACE: &str = "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";

/// How much a file may hold.
#[derive(Clone, Copy)]
struct Limit {
    addresses: usize,
    /// Before it is compressed.
    bytes: usize,
}

/// An address and when what is there last changed, if that is known.
struct Row {
    lines: String,
    updated: Option<Moment>,
}

impl Row {
    fn new(element: &str, address: &str, updated: Option<Moment>) -> Self {
        let lastmod = updated.map(|moment| format!("<lastmod>{}</lastmod>", moment.iso())).unwrap_or_default();
        let lines = format!("<{element}><loc>{}</loc>{lastmod}</{element}>\n", escaped(address));
        Self { lines, updated }
    }
}

/// Where it, or the list of its parts, stands.
pub(super) fn address() -> Address {
    Address::file("sitemap.xml")
}

pub(super) fn plan(ground: &Ground<'_>) -> Vec<Job> {
    let site = ground.site;
    let rows = rows(site, ground.wanted.iter().filter(|job| job.online.at(site.now)));
    let parts = parts(&rows, MOST).len();
    let part = |at| Address::file(&part_name(at));
    (1..=parts).filter(|_| parts > 1).map(part).chain([address()]).map(Job::file).collect()
}

pub(super) fn make(press: &Press<'_>) -> Made {
    let rows = rows(press.site, press.plan.online());
    let made = files(&rows, &press.site.settings.base_url, MOST).into_iter();
    Ok(made.map(|(name, text)| Artifact::new(&Address::file(&name), text)).collect())
}

/// Every page, by address. What nobody can know has no date: a wrong one makes
/// search engines distrust them all.
fn rows<'a>(site: &Site, jobs: impl Iterator<Item = &'a Job>) -> Vec<Row> {
    let pages = jobs.filter_map(|job| match job.what {
        What::Page(updated) => Some((&job.address, updated)),
        _ => None,
    });
    let mut pages: Vec<_> = pages.collect();
    pages.sort_by_key(|(address, _)| *address);
    pages.into_iter().map(|(address, updated)| Row::new("url", &site.web(address), updated)).collect()
}

fn part_name(number: usize) -> String {
    format!("sitemap-{number}.xml")
}

fn newest(moments: impl Iterator<Item = Option<Moment>>) -> Option<Moment> {
    moments.flatten().max_by_key(|moment| moment.begins())
}

/// The files by name: one, or as many as it takes and their index.
fn files(rows: &[Row], base: &str, most: Limit) -> Vec<(String, String)> {
    let parts = parts(rows, most);
    if let [all] = parts[..] {
        return vec![("sitemap.xml".to_owned(), file("urlset", all))];
    }
    let mut made = Vec::new();
    let mut index = Vec::new();
    for (at, part) in parts.into_iter().enumerate() {
        let name = part_name(at + 1);
        index.push(Row::new("sitemap", &format!("{base}/{name}"), newest(part.iter().map(|row| row.updated))));
        made.push((name, file("urlset", part)));
    }
    made.push(("sitemap.xml".to_owned(), file("sitemapindex", &index)));
    made
}

/// The rows of each file, in order; the home page makes sure there is one.
fn parts(rows: &[Row], most: Limit) -> Vec<&[Row]> {
    let (around, mut parts) = (file("urlset", &[]).len(), Vec::new());
    let (mut from, mut bytes) = (0, around);
    for (at, row) in rows.iter().enumerate() {
        let full = at - from == most.addresses || bytes + row.lines.len() > most.bytes;
        if full && at > from {
            parts.push(&rows[from..at]);
            (from, bytes) = (at, around);
        }
        bytes += row.lines.len();
    }
    parts.push(&rows[from..]);
    parts
}

fn file(root: &str, rows: &[Row]) -> String {
    let lines: String = rows.iter().map(|row| row.lines.as_str()).collect();
    format!("{HEAD}<{root} {NAMESPACE}>\n{lines}</{root}>\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::read_moment;

    fn some(number: usize) -> Vec<Row> {
        let day = |at: usize| read_moment(&format!("{:02}/10/2026", at % 28 + 1)).ok();
        (0..number).map(|at| Row::new("url", &format!("https://x.it/atti/{at}/"), day(at))).collect()
    }

    #[test]
    fn more_addresses_than_a_file_may_hold_make_parts_and_an_index() {
        let made = files(&some(50_000), "https://x.it", MOST);
        assert_eq!(made.len(), 1);
        assert_eq!(made[0].1.matches("<loc>").count(), 50_000);
        let made = files(&some(50_001), "https://x.it", MOST);
        let names: Vec<&str> = made.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"]);
        let counts: Vec<usize> = made.iter().map(|(_, text)| text.matches("<loc>").count()).collect();
        assert_eq!(counts, [50_000, 1, 2]);
        assert!(made[1].1.contains("<loc>https://x.it/atti/50000/</loc>"), "none is left out");
        assert!(made[2].1.contains(
            "<sitemap><loc>https://x.it/sitemap-1.xml</loc><lastmod>2026-10-28</lastmod></sitemap>\n<sitemap><loc>https://x.it/sitemap-2.xml</loc><lastmod>2026-10-21</lastmod></sitemap>\n</sitemapindex>"
        ));
    }

    #[test]
    fn a_file_is_never_larger_than_it_may_be() {
        let rows = some(1_000);
        let most = Limit { addresses: 50_000, bytes: 4_096 };
        let made = files(&rows, "https://x.it", most);
        let (index, parts) = made.split_last().expect("there is an index");
        assert!(parts.len() > 10 && parts.iter().all(|(_, text)| text.len() <= most.bytes));
        let all: usize = parts.iter().map(|(_, text)| text.matches("<loc>").count()).sum();
        assert_eq!((all, index.1.matches("<loc>").count()), (1_000, parts.len()));
        // An address too long for any file still makes no empty ones.
        let made = files(&some(2), "https://x.it", Limit { addresses: 50_000, bytes: 10 });
        assert_eq!(made.len(), 3);
    }
}
