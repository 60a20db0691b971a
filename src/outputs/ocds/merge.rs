//! Putting releases together, by the rules of OCDS 1.1.
//!
//! Objects are joined key by key, lists of things with an `id` thing by
//! thing, whatever else replaces what was there; a null takes it away.

use serde_json::{Map, Value};

/// Lists the standard replaces whole, although their members have ids.
pub(super) const WHOLE: [&str; 2] = ["additionalIdentifiers", "additionalClassifications"];

/// Adds what a release says to what was said before. Nulls stay, so that a
/// release can be put together this way too: [`without_nulls`] takes them out.
pub(super) fn merge(into: &mut Map<String, Value>, from: Map<String, Value>) {
    for (key, value) in from {
        match (into.get_mut(&key), value) {
            (Some(Value::Object(old)), Value::Object(new)) => merge(old, new),
            (Some(Value::Array(old)), Value::Array(new)) if has_ids(&new) && !WHOLE.contains(&key.as_str()) => {
                merge_lists(old, new);
            }
            (Some(old), new) => *old = new,
            (None, new) => {
                into.insert(key, new);
            }
        }
    }
}

fn has_ids(list: &[Value]) -> bool {
    !list.is_empty() && list.iter().all(|item| item.get("id").is_some())
}

fn merge_lists(old: &mut Vec<Value>, new: Vec<Value>) {
    for item in new {
        let same = old.iter_mut().find(|known| known.get("id") == item.get("id"));
        match (same, item) {
            (Some(Value::Object(known)), Value::Object(item)) => merge(known, item),
            (_, item) => old.push(item),
        }
    }
}

/// What is left once what was taken away is gone.
pub(super) fn without_nulls(value: Value) -> Value {
    match value {
        Value::Object(map) => {
            let kept = map.into_iter().map(|(key, value)| (key, without_nulls(value)));
            Value::Object(kept.filter(|(_, value)| !is_gone(value)).collect())
        }
        Value::Array(items) => Value::Array(items.into_iter().map(without_nulls).collect()),
        other => other,
    }
}

fn is_gone(value: &Value) -> bool {
    value.is_null() || value.as_object().is_some_and(Map::is_empty)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn merged(parts: &[Value]) -> Value {
        let mut whole = Map::new();
        for part in parts {
            merge(&mut whole, part.as_object().expect("an object").clone());
        }
        without_nulls(Value::Object(whole))
    }

    #[test]
    fn things_are_joined_by_id_and_everything_else_is_replaced() {
        let first = json!({"tender": {"id": "a", "tenderPeriod": {"startDate": "1", "endDate": "2"}},
            "parties": [{"id": "p", "name": "P", "roles": ["buyer"]}]});
        let second = json!({"tender": {"id": "a", "tenderPeriod": {"endDate": null}},
            "parties": [{"id": "q"}, {"id": "p", "roles": ["buyer", "supplier"]}]});
        assert_eq!(
            merged(&[first, second]),
            json!({"tender": {"id": "a", "tenderPeriod": {"startDate": "1"}},
                "parties": [{"id": "p", "name": "P", "roles": ["buyer", "supplier"]}, {"id": "q"}]})
        );
    }

    #[test]
    fn lists_the_standard_replaces_whole_are_replaced() {
        let of = |id: &str| json!({"items": [{"id": "1", "additionalClassifications": [{"id": id}]}]});
        assert_eq!(merged(&[of("a"), of("b")]), of("b"));
    }

    #[test]
    fn what_was_taken_away_can_come_back() {
        let of = |date: Value| json!({"tender": {"id": "a", "tenderPeriod": {"endDate": date}}});
        assert_eq!(merged(&[of("1".into()), of(Value::Null), of("2".into())]), of("2".into()));
        assert_eq!(merged(&[of("1".into()), of(Value::Null)]), json!({"tender": {"id": "a"}}));
    }
}
