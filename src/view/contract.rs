//! The contract with themes as JSON Schema: what stands behind each name
//! templates are given, down to the last field.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::Value;

use super::{
    DataView, HomeView, ListView, NoticeView, PageView, QuestionView, RedirectView, SearchView, SectionView, SiteView,
    SubscribeView, TreeView,
};

/// Every name templates are given and the JSON Schema of what is behind it.
/// The texts `t` and the theme's own `assets` are the theme's to describe.
pub fn contract() -> Vec<(&'static str, Value)> {
    vec![
        ("site", schema::<SiteView<'_>>()),
        ("tree", schema::<Vec<TreeView<'_>>>()),
        ("page", schema::<PageView<'_>>()),
        ("home", schema::<HomeView<'_>>()),
        ("section", schema::<SectionView<'_>>()),
        ("list", schema::<ListView<'_>>()),
        ("notice", schema::<NoticeView<'_>>()),
        ("search", schema::<SearchView<'_>>()),
        ("subscribe", schema::<SubscribeView<'_>>()),
        ("data", schema::<DataView<'_>>()),
        ("faq", schema::<Vec<QuestionView<'_>>>()),
        ("redirect", schema::<RedirectView>()),
    ]
}

/// The schema of a type as templates see it.
pub fn schema<T: JsonSchema>() -> Value {
    SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<T>().to_value()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Objects with fields, wherever they stand in a schema.
    fn objects<'s>(schema: &'s Value, found: &mut Vec<&'s Value>) {
        match schema {
            Value::Object(map) => {
                if map.get("properties").is_some_and(Value::is_object) {
                    found.push(schema);
                }
                map.values().for_each(|inner| objects(inner, found));
            }
            Value::Array(items) => items.iter().for_each(|inner| objects(inner, found)),
            _ => {}
        }
    }

    #[test]
    fn every_type_and_every_field_says_what_it_means() {
        for (name, schema) in contract() {
            let mut found = Vec::new();
            objects(&schema, &mut found);
            assert!(!found.is_empty(), "{name} has no fields");
            for object in found {
                assert!(object["description"].is_string(), "{name}: a type says nothing: {object}");
                for (field, inner) in object["properties"].as_object().expect("just looked at") {
                    assert!(inner["description"].is_string(), "{name}: `{field}` says nothing");
                }
            }
        }
    }

    #[test]
    fn what_is_serialised_is_what_the_schema_says() {
        let given = [
            ("site", serde_json::to_value(SiteView::default())),
            ("page", serde_json::to_value(PageView::default())),
            ("home", serde_json::to_value(HomeView::default())),
            ("section", serde_json::to_value(SectionView::default())),
            ("list", serde_json::to_value(ListView::default())),
            ("notice", serde_json::to_value(NoticeView::default())),
            ("search", serde_json::to_value(SearchView::default())),
            ("subscribe", serde_json::to_value(SubscribeView::default())),
            ("data", serde_json::to_value(DataView::default())),
            ("redirect", serde_json::to_value(RedirectView::default())),
        ];
        let contract = contract();
        for (name, value) in given {
            let value = value.expect("views are plain");
            let (_, schema) = contract.iter().find(|(known, _)| *known == name).expect("every view has a schema");
            let keys =
                |value: &Value| value.as_object().expect("views are objects").keys().cloned().collect::<Vec<_>>();
            assert_eq!(keys(&value), keys(&schema["properties"]), "{name}");
        }
    }
}
