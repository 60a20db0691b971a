//! What others know the site by: every address, and every name under which
//! feeds, calendars and OCDS tell something. What has been told under a name
//! keeps it, whatever becomes of the code.
//!
//! `tests/identities` holds them for the sample site and for two that are
//! generated, of every kind of notice with terms, moves, events and states.
//! `UPDATE=1 cargo test --test it identities::` writes them anew: a line that goes
//! or changes is something subscribers lose or are told twice, and the commit
//! says why.

pub(crate) mod generated;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use crate::support::sites;
use crate::support::sites::{build_at, instant, root};
use serde_json::Value;
use trasparente::edition::{Content, Edition};
use trasparente::load::{self, History};
use trasparente::source::{Source, Sources};
use trasparente::theme::Theme;

#[test]
fn the_sample_site_keeps_its_names() {
    keeps("sample", &root());
}

#[test]
fn a_generated_site_keeps_its_names() {
    let site = generated::site(1);
    keeps("generated-1", site.path());
}

#[test]
fn another_generated_site_keeps_its_names() {
    let site = generated::site(2);
    keeps("generated-2", site.path());
}

/// Holds a site against what is written down of it.
#[expect(clippy::disallowed_methods, reason = "the list is written anew on demand")]
fn keeps(name: &str, site: &Path) {
    let built = build_at(site, instant("2026-11-23T10:00"));
    let findings = sites::findings_of(&built);
    let edition = built.edition.unwrap_or_else(|| panic!("{findings}"));
    let now = names(&edition);
    let path = root().join("tests/identities").join(format!("{name}.txt"));
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &now).expect("the list can be written");
    }
    let before = String::from_utf8(sites::read(&path)).expect("a list is text");
    let (old, new): (BTreeSet<&str>, BTreeSet<&str>) = (before.lines().collect(), now.lines().collect());
    let mut said = String::new();
    for line in old.symmetric_difference(&new).take(40) {
        let _ = writeln!(said, "{} {line}", if old.contains(line) { '-' } else { '+' });
    }
    assert!(said.is_empty(), "{name}: names went or came\n{said}");
    assert!(new.len() > 300, "{name} has {} names", new.len());
}

/// Whatever the program publishes, nobody else may have: `check` says so, and
/// for each.
#[test]
fn no_address_of_the_site_can_be_an_old_one() {
    let before = build_at(&root(), sites::now());
    let addresses: Vec<String> = before.plan.online().map(|job| job.address.to_string()).collect();
    assert!(addresses.len() > 1_000, "{}", addresses.len());
    let mut text = "---\ntitolo: Vecchi indirizzi\ntipo: bando-gara\npubblicato: 12/10/2026\nalias:\n".to_owned();
    let start = text.lines().count();
    for address in &addresses {
        let _ = writeln!(text, "  - \"{address}\"");
    }
    text.push_str("---\n");
    // The last by path: of two that want one address the first keeps it.
    let path = "sovvenzioni-contributi/atti-concessione/vecchi-indirizzi.md";
    let mut content = load::content(&root().join("content")).expect("the content can be read");
    let sources = content.sources.iter().map(|(_, source)| Source::new(source.path(), source.text()));
    content.sources = Sources::new(sources.chain([Source::new(path, text)]).collect());
    let theme = |_: &str| Theme::load(Vec::new());
    let said = sites::findings_of(&sites::built(content, &History::default(), sites::now(), &theme));
    let place = format!("content/{path}:");
    let line = |line: &str| line.strip_prefix(&place)?.split(':').next()?.parse::<usize>().ok();
    let refused: BTreeSet<usize> = said.lines().filter_map(line).collect();
    let passes = |(at, _): &(usize, &String)| !refused.contains(&(start + at + 1));
    let passed: Vec<&String> = addresses.iter().enumerate().filter(passes).map(|(_, address)| address).collect();
    assert!(passed.is_empty(), "{passed:?}");
}

/// Every name of an edition, a line each, in order.
fn names(edition: &Edition) -> String {
    let mut lines = BTreeSet::new();
    for (path, content) in edition.files() {
        // The names of the search's files are hashes of what is in them.
        if !path.starts_with("cerca/") || path.ends_with(".html") {
            lines.insert(format!("address /{path}"));
        }
        let Content::Bytes(bytes) = content else { continue };
        let text = || std::str::from_utf8(bytes).unwrap_or_else(|_| panic!("{path} is not text"));
        if path.ends_with(".ics") {
            lines.extend(entries(text()));
        } else if path.ends_with(".json") && path.contains("feed") {
            let feed: Value = serde_json::from_str(text()).expect("a feed is JSON");
            let items = feed["items"].as_array().into_iter().flatten();
            lines.extend(
                items.map(|item| format!("item {} {}", text_of(&item["id"]), text_of(&item["date_published"]))),
            );
        } else if path.ends_with(".xml") {
            lines.extend(albopop(text()).map(|uid| format!("albopop {uid}")));
        } else if path.ends_with(".json") && text().contains("\"ocid\"") {
            let package: Value = serde_json::from_str(text()).expect("a package is JSON");
            lines.extend(releases(&package));
        }
    }
    lines.into_iter().fold(String::new(), |all, line| all + &line + "\n")
}

fn text_of(value: &Value) -> &str {
    value.as_str().unwrap_or("-")
}

/// The entries of a calendar: name, version and moment.
fn entries(calendar: &str) -> Vec<String> {
    let unfolded = calendar.replace("\r\n ", "");
    let events = unfolded.split("BEGIN:VEVENT").skip(1);
    let line = |event: &str, name: &str| {
        let found = event.lines().find(|line| line.split([':', ';']).next() == Some(name));
        found.and_then(|line| line.split_once(':')).map_or("-".to_owned(), |(_, value)| value.to_owned())
    };
    events
        .map(|event| format!("entry {} {} {}", line(event, "UID"), line(event, "SEQUENCE"), line(event, "DTSTART")))
        .collect()
}

/// The names `AlboPOP` knows items by.
fn albopop(feed: &str) -> impl Iterator<Item = &str> {
    let after = feed.split("http://albopop.it/specs#item-category-uid\">").skip(1);
    after.filter_map(|rest| rest.split_once('<').map(|(uid, _)| uid))
}

/// What OCDS tells: process, release, date.
fn releases(package: &Value) -> Vec<String> {
    let records = package["records"].as_array().into_iter().flatten();
    let in_records = records.flat_map(|record| record["releases"].as_array().into_iter().flatten());
    let releases = package["releases"].as_array().into_iter().flatten().chain(in_records);
    releases
        .map(|one| format!("release {} {} {}", text_of(&one["ocid"]), text_of(&one["id"]), text_of(&one["date"])))
        .collect()
}
