//! A process told edition by edition: what a release said it goes on saying,
//! and what an edition says otherwise is a release of its own.
//!
//! Each edition of its notices, as far as the repository remembers them, tells
//! the whole process as it stood then. A release that was told before is told
//! as it was; if it would read otherwise now, what is different goes out under
//! the same name with a number, at the time of that edition.

use serde_json::{Map, Value, json};

use super::json::lean;
use super::merge::{merge, without_nulls};
use super::story::{Teller, Words};
use crate::calendar::Instant;
use crate::model::Notice;
use crate::site::{Process, Site};
use crate::view::Labels;

/// A process, told.
pub(super) struct Story<'a> {
    /// Its releases, oldest first.
    pub(super) releases: Vec<Release<'a>>,
    /// All of them put together: how things stand.
    pub(super) compiled: Value,
}

/// A release.
pub(super) struct Release<'a> {
    /// The notice that gave rise to it.
    pub(super) notice: &'a Notice,
    /// Its date: `2026-11-23T10:00:00+01:00`.
    pub(super) date: String,
    /// As JSON.
    pub(super) text: String,
}

/// What was told of something that happened, in as many releases as it took.
struct Known {
    first: Words,
    mends: Vec<Words>,
}

impl Known {
    /// All that was said of it so far.
    fn said(&self) -> Map<String, Value> {
        let mut whole = self.first.said.clone();
        for mend in &self.mends {
            merge(&mut whole, mend.said.clone());
        }
        whole
    }

    /// What an edition says otherwise from some instant on. That the tender goes
    /// by another code is told once, with what `tells_code`.
    fn mend(&mut self, words: Words, from: Instant, tells_code: bool) {
        let mut said = otherwise(&self.said(), &words.said);
        let last = self.mends.last().unwrap_or(&self.first);
        if tells_code && last.tender != words.tender {
            said.entry("tender").or_insert_with(|| json!({}));
        }
        if said.is_empty() {
            return;
        }
        let id = format!("{}-v{}", words.id, self.mends.len() + 2);
        let tags = words.tags.into_iter().map(updated).collect();
        self.mends.push(Words { id, at: from.max(words.at), tags, said, ..words });
    }
}

/// Tells a process as it stands at the site's instant.
pub(super) fn tell<'a>(site: &'a Site, labels: &'a Labels, process: &Process<'a>) -> Story<'a> {
    let mut times: Vec<Instant> = process
        .notices
        .iter()
        .flat_map(|notice| &notice.past)
        .flat_map(|past| &past.editions)
        .map(|(at, _)| *at)
        .collect();
    times.sort_unstable();
    times.dedup();
    times.retain(|at| *at <= site.now);
    let mut known: Vec<Known> = Vec::new();
    for (nth, from) in times.iter().enumerate() {
        let Some(until) = times.get(nth + 1) else { break };
        let then = Process { notices: at(process, *from), ocid: process.ocid.clone(), plan: process.plan };
        if !then.notices.is_empty() {
            tell_edition(&mut known, Teller::tell(site, labels, &then, until.plus(-1)), *from);
        }
    }
    let last = times.last().copied().unwrap_or(site.now);
    tell_edition(&mut known, Teller::tell(site, labels, process, site.now), last);
    let mut all: Vec<Words> =
        known.into_iter().flat_map(|known| std::iter::once(known.first).chain(known.mends)).collect();
    // The sort is stable: at one instant in the order they were told.
    all.sort_by_key(|words| words.at);
    put_together(site, process, all)
}

/// The notices of a process as they were at an instant.
fn at<'a>(process: &Process<'a>, instant: Instant) -> Vec<&'a Notice> {
    let then = |notice: &&'a Notice| -> Option<&'a Notice> {
        let Some(past) = notice.past.as_deref().filter(|past| !past.editions.is_empty()) else {
            return (notice.online_since() <= instant).then_some(*notice);
        };
        past.editions.iter().rev().find(|(at, _)| *at <= instant).map(|(_, notice)| &**notice)
    };
    process.notices.iter().filter_map(then).collect()
}

/// Adds what an edition tells to what was told before it. What it does not tell
/// any more was taken back.
fn tell_edition(known: &mut Vec<Known>, edition: Vec<Words>, from: Instant) {
    known.retain(|known| edition.iter().any(|words| words.id == known.first.id));
    for words in edition {
        match known.iter_mut().enumerate().find(|(_, known)| known.first.id == words.id) {
            Some((at, known)) => known.mend(words, from, at == 0),
            None => known.push(Known { first: words, mends: Vec::new() }),
        }
    }
}

/// The tag of what mends a release of a tag.
fn updated(tag: &'static str) -> &'static str {
    match tag {
        "planning" => "planningUpdate",
        "tender" => "tenderUpdate",
        "award" => "awardUpdate",
        "contract" => "contractUpdate",
        "implementation" => "implementationUpdate",
        other => other,
    }
}

/// What is said now and was not before; a null where something is said no more.
fn otherwise(before: &Map<String, Value>, now: &Map<String, Value>) -> Map<String, Value> {
    let mut new = Map::new();
    for (key, value) in now {
        let said = match (before.get(key), value) {
            (Some(before), value) if before == value => continue,
            (Some(Value::Object(before)), Value::Object(now)) => Value::Object(otherwise(before, now)),
            (Some(Value::Array(before)), Value::Array(now)) if now.iter().all(|item| item.get("id").is_some()) => {
                let same = |item: &Value| before.iter().find(|other| other.get("id") == item.get("id")).cloned();
                let items = now.iter().filter(|item| same(item).as_ref() != Some(*item));
                let items = items.map(|item| with_gaps(same(item), item));
                let is_gone = |item: &&Value| now.iter().all(|other| other.get("id") != item.get("id"));
                let gone = before.iter().filter(is_gone).filter_map(|item| withdrawn(key, item));
                Value::Array(items.chain(gone).collect())
            }
            (_, value) => value.clone(),
        };
        if said.as_object().is_none_or(|said| !said.is_empty()) && said.as_array().is_none_or(|said| !said.is_empty()) {
            new.insert(key.clone(), said);
        }
    }
    for (key, value) in before.iter().filter(|(key, _)| !now.contains_key(*key)) {
        new.extend(gone(value).map(|gone| (key.clone(), gone)));
    }
    if let Some(id) = now.get("id").filter(|_| !new.is_empty()) {
        new.insert("id".to_owned(), id.clone());
    }
    new
}

/// How it is said that an award or contract is none any more: the standard can
/// only cancel them.
fn withdrawn(list: &str, item: &Value) -> Option<Value> {
    if item["status"] == "cancelled" {
        return None;
    }
    let keeps: &[&str] = match list {
        "awards" => &["id"],
        "contracts" => &["id", "awardID"],
        _ => return None,
    };
    let kept = keeps.iter().filter_map(|key| Some(((*key).to_owned(), item.get(*key)?.clone())));
    Some(Value::Object(kept.chain([("status".to_owned(), "cancelled".into())]).collect()))
}

/// A thing as it is now, with nulls where it says something no more.
fn with_gaps(before: Option<Value>, now: &Value) -> Value {
    let (Some(Value::Object(before)), Value::Object(now)) = (before, now) else { return now.clone() };
    let mut whole = now.clone();
    merge(&mut whole, otherwise(&before, now));
    Value::Object(whole)
}

/// How it is said that something is no more: by nulls. Lists stay, whose
/// members the standard can only add to.
fn gone(value: &Value) -> Option<Value> {
    match value {
        Value::Array(_) | Value::Null => None,
        Value::Object(map) => {
            let gone: Map<String, Value> =
                map.iter().filter_map(|(key, value)| Some((key.clone(), gone(value)?))).collect();
            (!gone.is_empty()).then_some(Value::Object(gone))
        }
        _ => Some(Value::Null),
    }
}

fn put_together<'a>(site: &Site, process: &Process<'a>, all: Vec<Words>) -> Story<'a> {
    let mut compiled = Map::new();
    let mut releases = Vec::with_capacity(all.len());
    for words in all {
        let notice = process.notices.iter().find(|notice| notice.filing.id.value == words.notice);
        let date = words.at.iso();
        let release = words.release(&process.ocid, site.settings.language);
        let text = Value::Object(release.clone()).to_string();
        let told = release.into_iter().filter(|(key, _)| !["id", "date", "tag"].contains(&key.as_str()));
        merge(&mut compiled, told.collect());
        releases.extend(notice.map(|notice| Release { notice, date, text }));
    }
    let date = releases.last().map(|release| release.date.as_str()).unwrap_or_default();
    let mut whole = lean(json!({
        "ocid": process.ocid,
        "id": format!("{}-{date}", process.ocid),
        "date": date,
        "tag": ["compiled"],
    }));
    whole.extend(compiled);
    Story { releases, compiled: without_nulls(Value::Object(whole)) }
}
