//! The description of the tables for machines: a Table Schema for each, and
//! a Data Package that lists every CSV file (Frictionless, version 1).

use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use super::page::words_of;
use super::{Files, Press, TableFile, bytes};
use crate::data::{Column, LicenceData, NOTICES, Shape, TABLES, Table};
use crate::edition::Artifact;
use crate::model::hex;
use crate::plan::{Address, DATA};
use crate::view::Labels;

/// Where the list of all tables stands.
pub(super) fn address() -> Address {
    DATA.beside("datapackage.json")
}

/// Where the description of a table stands.
pub(super) fn schema_address(table: &Table) -> Address {
    DATA.beside(&format!("schemi/{}.json", table.name))
}

pub(super) fn make(press: &Press<'_>, sets: &[Files], others: &[TableFile]) -> Vec<Artifact> {
    let mut made: Vec<Artifact> =
        TABLES.iter().map(|table| file(&schema_address(table), &schema(press.labels, table))).collect();
    made.push(file(&address(), &package(press, sets, others)));
    made
}

fn file(address: &Address, value: &Value) -> Artifact {
    Artifact::new(address, format!("{value:#}\n"))
}

fn package(press: &Press<'_>, sets: &[Files], others: &[TableFile]) -> Value {
    let site = press.site;
    let settings = &site.settings;
    let notices = sets.iter().map(|files| {
        let (name, title) = match files.set.of {
            None => (NOTICES.name.to_owned(), press.labels.text("table-atti")),
            Some(id) => {
                let section = site.tree.get(id);
                (format!("sezioni.{}", section.path.replace('/', ".")), section.title.as_str())
            }
        };
        resource(&name, title, &NOTICES, &files.csv)
    });
    let others = others.iter().map(|file| {
        let title = press.labels.known(&format!("table-{}", file.table.name));
        resource(file.table.name, title, file.table, &file.csv)
    });
    let mut package = json!({
        "profile": "tabular-data-package",
        "name": format!("trasparenza-{}", settings.body.ipa.as_str().to_lowercase()),
        "title": format!("{} – {}", settings.title, settings.body.name),
        "homepage": site.web(&DATA),
        "licenses": [licence(LicenceData::of(settings).as_ref())],
        "sources": [{"title": format!("{} – {}", settings.title, settings.body.name), "path": site.web("/")}],
        "contributors": [{
            "title": settings.body.name,
            "role": "publisher",
            "path": settings.body.website.as_deref().unwrap_or(&settings.base_url),
        }],
    });
    if let Some(description) = &settings.description {
        package["description"] = json!(description);
    }
    if let Some(updated) = site.dataset_updated(crate::site::Dataset { of: None }) {
        package["created"] = json!(updated.begins().iso());
    }
    package["resources"] = notices.chain(others).collect();
    package
}

fn resource(name: &str, title: &str, table: &Table, csv: &Artifact) -> Value {
    let content = bytes(csv);
    json!({
        "profile": "tabular-data-resource",
        "name": name,
        "title": title,
        "path": csv.path.strip_prefix(&DATA[1..]).unwrap_or(&csv.path),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": "\"", "doubleQuote": true, "header": true},
        "bytes": content.len(),
        "hash": format!("sha256:{}", hex(&Sha256::digest(content))),
        "schema": schema_address(table).trim_start_matches(&*DATA),
    })
}

/// A licence as data packages name it: by a name of the Open Definition, or
/// by its address, or else by its title made into a name. They also have a
/// name for none.
fn licence(licence: Option<&LicenceData<'_>>) -> Value {
    let Some(licence) = licence else { return json!({"name": "notspecified"}) };
    let mut value = json!({"title": licence.nome});
    match (licence.sigla, licence.url) {
        (None, None) => value["name"] = json!(slug::slugify(licence.nome)),
        (name, path) => {
            let parts = [("name", name), ("path", path)];
            for (key, text) in parts.into_iter().filter_map(|(key, text)| Some((key, text?))) {
                value[key] = json!(text);
            }
        }
    }
    value
}

/// A table's columns as a Table Schema.
fn schema(labels: &Labels, table: &Table) -> Value {
    let fields: Vec<Value> = table.columns.iter().map(|column| field(labels, column)).collect();
    let mut schema = json!({"fields": fields, "missingValues": [""], "primaryKey": table.key});
    if table.name != NOTICES.name {
        let of = json!({"fields": "id", "reference": {"resource": NOTICES.name, "fields": "id"}});
        schema["foreignKeys"] = json!([of]);
    }
    schema
}

fn field(labels: &Labels, column: &Column) -> Value {
    let (title, about) = words_of(labels, column);
    let mut constraints = Map::new();
    if column.required {
        constraints.insert("required".to_owned(), json!(true));
    }
    let mut field = json!({"name": column.name, "title": title, "description": about, "type": "string"});
    match column.shape {
        Shape::Text | Shape::Several => {}
        Shape::Code(form) => {
            constraints.insert("pattern".to_owned(), json!(form));
        }
        Shape::Codes(form) => {
            constraints.insert("pattern".to_owned(), json!(format!("{form}( \\| {form})*")));
        }
        Shape::Word(words) => {
            constraints.insert("enum".to_owned(), json!(words()));
        }
        Shape::Number => field["type"] = json!("integer"),
        Shape::Euro => {
            field["type"] = json!("number");
            constraints.insert("minimum".to_owned(), json!(0));
        }
        Shape::Day => field["type"] = json!("date"),
        Shape::Instant => {
            field["type"] = json!("datetime");
            field["format"] = json!("%Y-%m-%dT%H:%M:%S%z");
        }
        Shape::Truth => {
            field["type"] = json!("boolean");
            field["trueValues"] = json!(["true"]);
            field["falseValues"] = json!(["false"]);
        }
        Shape::Url => field["format"] = json!("uri"),
    }
    if !constraints.is_empty() {
        field["constraints"] = Value::Object(constraints);
    }
    field
}
