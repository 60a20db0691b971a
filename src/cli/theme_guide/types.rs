//! JSON Schema as tables people read.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde_json::{Map, Value};

use super::super::guide::anchor;
use super::cell;

/// Where a schema keeps the types it is made of.
const DEFINITIONS: &str = "#/$defs/";

/// The types behind the names templates are given.
pub(super) struct Types<'s> {
    nested: BTreeMap<&'s str, &'s Value>,
    /// The types told under the name of a list they are the items of.
    told: BTreeMap<&'s str, &'s str>,
}

impl<'s> Types<'s> {
    pub(super) fn of(contract: &[&'s (&'static str, Value)]) -> Self {
        let definitions = |(_, schema): &&'s (&'static str, Value)| schema.get("$defs").and_then(Value::as_object);
        let nested = contract.iter().filter_map(definitions).flatten();
        let items = |(name, schema): &&'s (&'static str, Value)| {
            Some((schema["items"]["$ref"].as_str()?.strip_prefix(DEFINITIONS)?, *name))
        };
        Self {
            nested: nested.map(|(name, schema)| (name.as_str(), schema)).collect(),
            told: contract.iter().filter_map(items).collect(),
        }
    }

    /// What is right behind a name.
    pub(super) fn root(&self, schema: &Value) -> String {
        let item = schema["items"]["$ref"].as_str().and_then(|target| target.strip_prefix(DEFINITIONS));
        match item.and_then(|item| self.nested.get(item)) {
            Some(item) => format!("A list. Of each item:\n\n{}", self.described(item)),
            None => self.described(schema),
        }
    }

    /// Every type that no name stands for, once.
    pub(super) fn nested(&self) -> String {
        let mut text = String::new();
        for (name, schema) in self.nested.iter().filter(|(name, _)| !self.told.contains_key(*name)) {
            let _ = write!(text, "\n### {}\n\n{}", title(name), self.described(schema));
        }
        text
    }

    fn described(&self, schema: &Value) -> String {
        let about = cell(schema["description"].as_str().unwrap_or_default());
        let empty = Map::new();
        let fields = schema["properties"].as_object().unwrap_or(&empty);
        let rows: String = fields
            .iter()
            .map(|(field, inner)| {
                let meaning = cell(inner["description"].as_str().unwrap_or_default());
                format!("| `{field}` | {} | {meaning} |\n", self.kind(inner))
            })
            .collect();
        format!("{about}\n\n| field | type | meaning |\n|---|---|---|\n{rows}")
    }

    /// A type in words.
    fn kind(&self, schema: &Value) -> String {
        if let Some(name) = schema["$ref"].as_str().and_then(|target| target.strip_prefix(DEFINITIONS)) {
            let place = self.told.get(name).map_or_else(|| anchor(&title(name)), |root| (*root).to_owned());
            return format!("[{}](#{place})", title(name));
        }
        let is_none = |one: &&Value| one["type"] == "null";
        if let Some(choice) = schema["anyOf"].as_array() {
            let known: Vec<String> = choice.iter().filter(|one| !is_none(one)).map(|one| self.kind(one)).collect();
            let none = choice.iter().find(is_none).map_or("", |_| ", or none");
            return known.join(" or ") + none;
        }
        let (kind, none) = match &schema["type"] {
            Value::Array(kinds) => (
                kinds.iter().find_map(|kind| kind.as_str().filter(|kind| *kind != "null")).unwrap_or_default(),
                if kinds.iter().any(|kind| kind == "null") { ", or none" } else { "" },
            ),
            kind => (kind.as_str().unwrap_or_default(), ""),
        };
        let word = match kind {
            "string" => "text".to_owned(),
            "integer" | "number" => "number".to_owned(),
            "boolean" => "true or false".to_owned(),
            "array" => format!("list of {}", self.kind(&schema["items"])),
            "object" => format!("map of {}", self.kind(&schema["additionalProperties"])),
            other => other.to_owned(),
        };
        word + none
    }
}

/// A type's name without what all of them end in.
fn title(name: &str) -> String {
    name.strip_suffix("View").unwrap_or(name).to_owned()
}
