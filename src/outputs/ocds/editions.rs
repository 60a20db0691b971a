//! A process told edition by edition: what a release said it goes on saying,
//! and what an edition says otherwise is a release of its own.
//!
//! Each edition of its notices, as far as the repository remembers them, tells
//! the whole process as it stood then. A release that was told before is told
//! as it was; if it would read otherwise now, what is different goes out under
//! the same name with a number, at the time of that edition.

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value, json};

use super::json::lean;
use super::merge::{WHOLE, merge, without_nulls};
use super::story::{Teller, Words};
use super::tender::{id_of, names_of};
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
    /// All that was said of it so far.
    said: Map<String, Value>,
}

impl Known {
    fn new(first: Words) -> Self {
        Self { said: first.said.clone(), first, mends: Vec::new() }
    }

    /// What an edition says otherwise from some instant on, but for what was
    /// told otherwise `later`. That the tender goes by another code is told
    /// once, with what `tells_code`.
    fn mend(&mut self, words: Words, from: Instant, later: &Map<String, Value>, tells_code: bool) {
        let last = self.mends.last().unwrap_or(&self.first);
        let code = tells_code && last.tender != words.tender;
        if !code && self.said == words.said {
            return;
        }
        let mut said = but_for(otherwise(&self.said, &words.said), later);
        if code {
            said.entry("tender").or_insert_with(|| json!({}));
        }
        if said.is_empty() {
            return;
        }
        merge(&mut self.said, said.clone());
        let id = format!("{}-v{}", words.id, self.mends.len() + 2);
        let tags = words.tags.into_iter().map(updated).collect();
        self.mends.push(Words { id, at: from.max(words.at), tags, said, ..words });
    }
}

/// Tells a process as it stands at the site's instant.
pub(super) fn tell<'a>(site: &'a Site, labels: &'a Labels, process: &Process<'a>) -> Story<'a> {
    let editions = process.notices.iter().flat_map(|notice| &notice.past).flat_map(|past| &past.editions);
    let online = process.notices.iter().map(|notice| notice.online_since());
    let mut times: Vec<Instant> = editions.map(|(at, _)| *at).chain(online).collect();
    times.sort_unstable();
    times.dedup();
    times.retain(|at| *at <= site.now);
    // A code that is written no more was a mistake, and somebody else's.
    let (names, tender) = (names_of(&process.notices), id_of(&process.notices));
    let own = |mut words: Words| {
        if !names.contains(&words.tender) {
            words.tender.clone_from(&tender);
        }
        words
    };
    let tell = |process: &Process<'a>, now| -> Vec<Words> {
        Teller::tell(site, labels, process, now).into_iter().map(own).collect()
    };
    let mut known: Vec<Known> = Vec::new();
    for (nth, from) in times.iter().enumerate() {
        let Some(until) = times.get(nth + 1) else { break };
        let then = Process { notices: at(process, *from), ocid: process.ocid.clone(), plan: process.plan };
        if !then.notices.is_empty() {
            tell_edition(&mut known, tell(&then, until.plus(-1)), *from);
        }
    }
    let last = times.last().copied().unwrap_or(site.now);
    tell_edition(&mut known, tell(process, site.now), last);
    let mut all: Vec<Words> =
        known.into_iter().flat_map(|known| std::iter::once(known.first).chain(known.mends)).collect();
    // The sort is stable: at one instant in the order they were told.
    all.sort_by_key(|words| words.at);
    put_together(site, process, all)
}

/// The notices of a process as they were at an instant.
fn at<'a>(process: &Process<'a>, instant: Instant) -> Vec<&'a Notice> {
    let online = process.notices.iter().filter(|notice| notice.online_since() <= instant);
    let then = |notice: &'a Notice| -> &'a Notice {
        let editions = notice.past.as_ref().map_or(&[][..], |past| &past.editions);
        let last = editions.iter().rev().find(|(at, _)| *at <= instant);
        // One that was never edited is what it was.
        last.or(editions.first()).map_or(notice, |(_, then)| then)
    };
    online.map(|notice| then(notice)).collect()
}

/// Adds what an edition tells to what was told before it. What it does not tell
/// any more, neither there nor elsewhere, was taken back.
fn tell_edition(known: &mut Vec<Known>, edition: Vec<Words>, from: Instant) {
    let ids: HashSet<&str> = edition.iter().map(|words| words.id.as_str()).collect();
    let mut whole = Map::new();
    if known.iter().any(|known| !ids.contains(known.first.id.as_str())) {
        for words in &edition {
            merge(&mut whole, words.said.clone());
        }
    }
    known.retain(|known| ids.contains(known.first.id.as_str()) || names_only_what(&known.said, &whole));
    let places: HashMap<String, usize> =
        known.iter().enumerate().map(|(at, known)| (known.first.id.clone(), at)).collect();
    // Of each, all that was told after it.
    let differs = |words: &Words| places.get(&words.id).is_some_and(|at| known[*at].said != words.said);
    let first = edition.iter().filter(|words| differs(words)).filter_map(|words| places.get(&words.id)).min();
    let mut later: Vec<Map<String, Value>> = vec![Map::new(); known.len()];
    if let Some(first) = first {
        let mut after = Map::new();
        for at in (*first..known.len()).rev() {
            later[at].clone_from(&after);
            let mut said = known[at].said.clone();
            merge(&mut said, after);
            after = said;
        }
    }
    for words in edition {
        match places.get(&words.id) {
            Some(at) => known[*at].mend(words, from, &later[*at], *at == 0),
            None => known.push(Known::new(words)),
        }
    }
}

/// Whether every thing with an id that is named here is named there too.
fn names_only_what(here: &Map<String, Value>, there: &Map<String, Value>) -> bool {
    let holds = |here: &Value, there: &Value| match (here.as_object(), there.as_object()) {
        (Some(here), Some(there)) => names_only_what(here, there),
        (None, _) => true,
        _ => false,
    };
    here.iter().all(|(key, value)| match (value, there.get(key)) {
        (Value::Array(here), Some(Value::Array(there))) => here.iter().all(|item| {
            item.get("id").is_none()
                || there.iter().any(|other| other.get("id") == item.get("id") && holds(item, other))
        }),
        (Value::Array(here), None) => here.iter().all(|item| item.get("id").is_none()),
        (Value::Object(_), Some(there)) => holds(value, there),
        (Value::Object(_), None) => false,
        _ => true,
    })
}

/// What is left to say when something later was said too: that holds.
fn but_for(said: Map<String, Value>, later: &Map<String, Value>) -> Map<String, Value> {
    let mut left = Map::new();
    for (key, value) in said {
        if IDENTITIES.contains(&key.as_str()) {
            left.insert(key, value);
            continue;
        }
        let value = match (value, later.get(&key)) {
            (value, None) => value,
            (Value::Object(said), Some(Value::Object(later))) => Value::Object(but_for(said, later)),
            (Value::Array(said), Some(Value::Array(later))) if !WHOLE.contains(&key.as_str()) => {
                let one = |item: Value| {
                    let same =
                        later.iter().find(|other| other.get("id").is_some() && other.get("id") == item.get("id"));
                    match (item, same) {
                        (Value::Object(item), Some(Value::Object(same))) => Value::Object(but_for(item, same)),
                        (item, _) => item,
                    }
                };
                let says = |item: &Value| {
                    item.as_object().is_none_or(|item| item.keys().any(|key| !IDENTITIES.contains(&key.as_str())))
                };
                Value::Array(said.into_iter().map(one).filter(says).collect())
            }
            _ => continue,
        };
        if !says_nothing(&value) {
            left.insert(key, value);
        }
    }
    if left.keys().all(|key| IDENTITIES.contains(&key.as_str())) { Map::new() } else { left }
}

fn says_nothing(value: &Value) -> bool {
    value.as_object().is_some_and(Map::is_empty) || value.as_array().is_some_and(Vec::is_empty)
}

/// What says of a thing which it is, and nothing else.
const IDENTITIES: [&str; 2] = ["id", "awardID"];

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
            (Some(Value::Array(before)), Value::Array(now))
                if now.iter().all(|item| item.get("id").is_some()) && !WHOLE.contains(&key.as_str()) =>
            {
                let same = |item: &Value| before.iter().find(|other| other.get("id") == item.get("id")).cloned();
                let items = now.iter().filter(|item| same(item).as_ref() != Some(*item));
                let items = items.map(|item| what_differs(same(item), item));
                let is_gone = |item: &&Value| now.iter().all(|other| other.get("id") != item.get("id"));
                let gone = before.iter().filter(is_gone).filter_map(|item| withdrawn(key, item));
                Value::Array(items.chain(gone).collect())
            }
            (_, value) => value.clone(),
        };
        if !says_nothing(&said) {
            new.insert(key.clone(), said);
        }
    }
    for (key, value) in before.iter().filter(|(key, _)| !now.contains_key(*key)) {
        let gone = match value {
            Value::Array(items) => {
                let gone: Vec<Value> = items.iter().filter_map(|item| withdrawn(key, item)).collect();
                (!gone.is_empty()).then_some(Value::Array(gone))
            }
            _ => gone(value),
        };
        new.extend(gone.map(|gone| (key.clone(), gone)));
    }
    if !new.is_empty() {
        let identity = IDENTITIES.into_iter().filter_map(|key| Some((key.to_owned(), now.get(key)?.clone())));
        new.extend(identity);
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

/// What a thing says now and did not before.
fn what_differs(before: Option<Value>, now: &Value) -> Value {
    match (before, now) {
        (Some(Value::Object(before)), Value::Object(now)) => Value::Object(otherwise(&before, now)),
        _ => now.clone(),
    }
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
