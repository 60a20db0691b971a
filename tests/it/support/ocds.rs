//! Reads contracting data as a program elsewhere would: the standard's rules
//! of merging, written a second time, and what every package must hold.

use std::collections::BTreeSet;

use serde_json::{Map, Value};
use trasparente::edition::{Content, Edition};

/// A file of an edition as JSON.
pub(crate) fn json(edition: &Edition, path: &str) -> Value {
    match edition.get(path) {
        Some(Content::Bytes(bytes)) => serde_json::from_slice(bytes).unwrap_or_else(|error| panic!("{path}: {error}")),
        other => panic!("{path} is {other:?}"),
    }
}

/// What is wrong with every record and release package of an edition, and
/// how many there are.
pub(crate) fn faults(edition: &Edition) -> (Vec<String>, usize) {
    let ours = |path: &&str| {
        path.ends_with("/ocds.json") || path.ends_with("/ocds-storia.json") || path.starts_with("dati/ocds/")
    };
    let paths: Vec<&str> = edition.files().map(|(path, _)| path).filter(ours).collect();
    let mut faults = Vec::new();
    for path in &paths {
        let package = json(edition, path);
        let releases = match &package["records"][0] {
            Value::Null => package["releases"].as_array().cloned().unwrap_or_default(),
            record => {
                let releases = record["releases"].as_array().cloned().unwrap_or_default();
                if merged(&releases) != record["compiledRelease"] {
                    faults.push(format!("{path}: the releases do not merge into what is compiled"));
                }
                releases
            }
        };
        if releases.is_empty() {
            faults.push(format!("{path}: no releases"));
        }
        faults.extend(in_package(&package, &releases).into_iter().map(|fault| format!("{path}: {fault}")));
    }
    (faults, paths.len())
}

fn in_package(package: &Value, releases: &[Value]) -> Vec<String> {
    let mut faults: Vec<String> = Vec::new();
    for key in ["uri", "version", "publishedDate"] {
        if package[key].as_str().is_none_or(str::is_empty) {
            faults.push(format!("no {key}"));
        }
    }
    let mut ids = BTreeSet::new();
    for release in releases {
        for key in ["ocid", "id", "date", "initiationType"] {
            if release[key].as_str().is_none_or(str::is_empty) {
                faults.push(format!("a release without {key}"));
            }
        }
        if release["tag"].as_array().is_none_or(Vec::is_empty) {
            faults.push(format!("{} without a tag", release["id"]));
        }
        if !ids.insert(release["id"].to_string()) {
            faults.push(format!("{} twice", release["id"]));
        }
        let parties: BTreeSet<String> = list(&release["parties"]).map(|party| party["id"].to_string()).collect();
        let suppliers = list(&release["awards"]).flat_map(|award| list(&award["suppliers"]));
        let named = [&release["buyer"], &release["tender"]["procuringEntity"]].into_iter().chain(suppliers);
        for party in named.filter(|party| party.is_object()) {
            if !parties.contains(&party["id"].to_string()) {
                faults.push(format!("{}: {} is no party", release["id"], party["id"]));
            }
        }
        in_value(release, "", &mut faults);
    }
    faults
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

/// Nothing is empty, and no list names two things alike.
fn in_value(value: &Value, at: &str, faults: &mut Vec<String>) {
    match value {
        Value::String(text) if text.trim().is_empty() => faults.push(format!("{at} is blank")),
        Value::Array(items) => {
            let ids: Vec<String> = items.iter().filter_map(|item| item.get("id")).map(ToString::to_string).collect();
            if items.is_empty() || ids.iter().collect::<BTreeSet<_>>().len() < ids.len() {
                faults.push(format!("{at}: nothing, or the same id twice: {ids:?}"));
            }
            for item in items {
                in_value(item, at, faults);
            }
        }
        Value::Object(map) => {
            if map.is_empty() {
                faults.push(format!("{at} is empty"));
            }
            for (key, value) in map {
                in_value(value, &format!("{at}/{key}"), faults);
            }
        }
        _ => {}
    }
}

/// The releases as one, by the standard's rules.
pub(crate) fn merged(releases: &[Value]) -> Value {
    let mut sorted: Vec<&Value> = releases.iter().collect();
    sorted.sort_by_key(|release| release["date"].as_str().unwrap_or_default());
    let mut whole = Map::new();
    for release in sorted {
        let Value::Object(fields) = release.clone() else { continue };
        add(&mut whole, fields.into_iter().filter(|(key, _)| key != "tag").collect());
        let id = format!(
            "{}-{}",
            release["ocid"].as_str().unwrap_or_default(),
            release["date"].as_str().unwrap_or_default()
        );
        whole.insert("id".to_owned(), id.into());
    }
    whole.insert("tag".to_owned(), serde_json::json!(["compiled"]));
    pruned(Value::Object(whole))
}

fn add(whole: &mut Map<String, Value>, part: Map<String, Value>) {
    for (key, new) in part {
        let old = whole.entry(key.clone()).or_insert(Value::Null);
        let by_id = !["additionalIdentifiers", "additionalClassifications"].contains(&key.as_str());
        match (old, new) {
            (Value::Object(old), Value::Object(new)) => add(old, new),
            (Value::Array(old), Value::Array(new)) if by_id && new.iter().all(|item| item["id"].is_string()) => {
                for item in new {
                    let Value::Object(fields) = item else { continue };
                    match old.iter_mut().find(|known| known["id"] == fields["id"]) {
                        Some(known) => add(known.as_object_mut().expect("it has an id"), fields),
                        None => old.push(Value::Object(fields)),
                    }
                }
            }
            (old, new) => *old = new,
        }
    }
}

fn pruned(value: Value) -> Value {
    match value {
        Value::Object(map) => {
            map.into_iter().filter(|(_, value)| !value.is_null()).map(|(key, value)| (key, pruned(value))).collect()
        }
        Value::Array(items) => items.into_iter().map(pruned).collect(),
        other => other,
    }
}
