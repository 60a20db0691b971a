//! What machines are given: plain structs with Italian keys, the same as in
//! front matter where there is one. The contract with whoever reuses our
//! data: adding a field is free, changing or dropping one is not.
//!
//! The texts above fields and types are in Italian and not in English,
//! because they are published: the description of the JSON
//! (`/dati/openapi.json`) is made of them. The columns of the flat tables
//! ([`Table`]) are described in the messages, which also stand on `/dati/`.

mod call;
mod cell;
mod columns;
mod dataset;
mod document;
mod leaf;
mod notice;
mod page;
mod parts;
mod publisher;
mod term;

pub use cell::{Value, harmless, one_line};
pub use columns::{Column, NOTICES, Row, Shape, TABLES, Table};
pub use dataset::DatasetData;
pub use notice::NoticeData;
pub use page::{HomeData, Items, ListData, ListRef, NoticeRef, SectionData, SectionRef};
pub use publisher::{LicenceData, PublisherData};

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::view::schema;

    /// Every field of an object says something, wherever it stands.
    fn check(schema: &Value) {
        if let Some(fields) = schema["properties"].as_object() {
            for (name, inner) in fields {
                assert!(inner["description"].is_string(), "`{name}` says nothing");
            }
        }
        match schema {
            Value::Object(inner) => inner.values().for_each(check),
            Value::Array(inner) => inner.iter().for_each(check),
            _ => {}
        }
    }

    #[test]
    fn every_field_says_what_it_means() {
        for schema in [
            schema::<HomeData<'_>>(),
            schema::<NoticeData<'_>>(),
            schema::<SectionData<'_>>(),
            schema::<ListData<'_>>(),
            schema::<DatasetData<'_>>(),
        ] {
            assert!(schema["properties"].as_object().is_some_and(|fields| fields.len() > 3));
            check(&schema);
        }
    }
}
