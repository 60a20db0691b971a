//! The description of the JSON beside the pages (`OpenAPI` 3.1): a small API
//! to read, made of files.
//!
//! A part of a path can hold no slash, so a section's subsections are listed
//! below it by name: `/bandi-gara-contratti/{sottosezione}/index.json`. The
//! lists of a section are not described path by path, since their addresses
//! stand in its `elenchi`.

use schemars::generate::{SchemaGenerator, SchemaSettings};
use serde_json::{Map, Value, json};

use super::{Press, artifact};
use crate::data::{DatasetData, HomeData, LicenceData, ListData, NoticeData, SectionData};
use crate::edition::Artifact;
use crate::model::{DATA, Extra, LISTS, Site};
use crate::sections::SectionId;

/// The version of the contract: the first number grows when a field changes
/// its meaning or goes, the second when one is added.
const VERSION: &str = "1.0";

pub(super) fn make(press: &Press<'_>) -> Artifact {
    let (site, settings) = (press.site, &press.site.settings);
    let mut schemas = generator();
    let paths = paths(site, &mut schemas);
    let mut contact = json!({"name": settings.body.name});
    if let Some(email) = settings.body.email.as_ref().or(settings.rpct.email.as_ref()) {
        contact["email"] = json!(email);
    }
    let mut value = json!({
        "openapi": "3.1.0",
        "info": {
            "title": format!("{} – {}", settings.title, settings.body.name),
            "version": VERSION,
            "description": DESCRIPTION,
            "contact": contact,
        },
        "servers": [{"url": settings.base_url}],
        "externalDocs": {"url": site.web(DATA), "description": "Che cosa sono i dati e come si citano"},
        "paths": paths,
        "components": {
            "schemas": schemas.take_definitions(true),
            "parameters": {
                "Id": parameter("id", "Il nome che l’atto ha per sempre.", &json!({"type": "string"})),
                "Pagina": parameter("pagina", "Il numero della pagina, da 2.", &json!({"type": "integer", "minimum": 2})),
                "Elenco": parameter(
                    "elenco",
                    "Uno stato (`aperti`, `in-scadenza`, `in-programma`, `scaduti`, `conclusi`) o un anno (`2026`).",
                    &json!({"type": "string"}),
                ),
                "Tipo": parameter("tipo", "Il tipo di atto.", &json!({"type": "string"})),
                "Ufficio": parameter("ufficio", "L’ufficio, come nell’indirizzo del suo elenco.", &json!({"type": "string"})),
            },
            "responses": {"NonTrovato": {"description": "Non c’è, o non c’è più."}},
        },
    });
    if let Some(licence) = LicenceData::of(settings) {
        value["info"]["license"] = json!({"name": licence.nome});
        if let Some(url) = licence.url {
            value["info"]["license"]["url"] = json!(url);
        }
    }
    artifact(&format!("{DATA}openapi.json"), format!("{value:#}\n"))
}

const DESCRIPTION: &str = "Gli stessi contenuti delle pagine, come dati. Ogni pagina ha accanto il suo `index.json`; \
le pagine degli elenchi si seguono con `successiva`. Sono file: si leggono soltanto, senza chiavi né registrazione. \
I campi senza valore mancano. Campi nuovi possono aggiungersi in ogni momento.";

fn generator() -> SchemaGenerator {
    let settings = SchemaSettings::draft2020_12().with(|settings| {
        settings.definitions_path = "/components/schemas".into();
        settings.meta_schema = None;
    });
    settings.for_serialize().into_generator()
}

fn paths(site: &Site, schemas: &mut SchemaGenerator) -> Value {
    let home = schemas.subschema_for::<HomeData<'_>>().to_value();
    let notice = schemas.subschema_for::<NoticeData<'_>>().to_value();
    let section = schemas.subschema_for::<SectionData<'_>>().to_value();
    let list = schemas.subschema_for::<ListData<'_>>().to_value();
    let mut paths = Map::new();
    let mut put = |path: String, summary: &str, parameters: Vec<Value>, schema: &Value| {
        paths.insert(path, item(summary, &parameters, schema));
    };
    put("/index.json".to_owned(), "La pagina iniziale", Vec::new(), &home);
    put("/atti/{id}/index.json".to_owned(), "Un atto", vec![known("Id")], &notice);
    let mut pages = |path: &str, summary: &str, parameters: &[Value], schema: &Value| {
        put(format!("{path}/index.json"), summary, parameters.to_vec(), schema);
        let parameters = [parameters, &[known("Pagina")]].concat();
        put(format!("{path}/pagina/{{pagina}}/index.json"), &format!("{summary}: le altre pagine"), parameters, schema);
    };
    for id in site.tree.ids() {
        let node = site.tree.get(id);
        if node.parent.is_none() {
            pages(&format!("/{}", node.path), &node.title, &[], &section);
        }
        if !node.children.is_empty() {
            let names: Vec<&str> = node.children.iter().map(|child| site.tree.get(*child).id.as_str()).collect();
            let about = format!("Una sottosezione di «{}».", node.title);
            let parameter = parameter("sottosezione", &about, &json!({"type": "string", "enum": names}));
            let summary = format!("{}: una sottosezione", node.title);
            pages(&format!("/{}/{{sottosezione}}", node.path), &summary, &[parameter], &section);
        }
    }
    if site.makes(Extra::Lists) {
        pages(&format!("/{LISTS}"), "Tutti gli atti", &[], &list);
        pages(&format!("/{LISTS}/{{elenco}}"), "Gli atti di uno stato o di un anno", &[known("Elenco")], &list);
        pages(&format!("/{LISTS}/tipo/{{tipo}}"), "Gli atti di un tipo", &[known("Tipo")], &list);
        pages(&format!("/{LISTS}/ufficio/{{ufficio}}"), "Gli atti di un ufficio", &[known("Ufficio")], &list);
    }
    if site.makes(Extra::Data) {
        let set = schemas.subschema_for::<DatasetData<'_>>().to_value();
        paths.insert("/dati/atti.json".to_owned(), item("Tutti gli atti in un file", &[], &set));
        paths.extend(section_sets(site, &set));
    }
    Value::Object(paths)
}

/// The data sets of the sections, listed as their pages are.
fn section_sets(site: &Site, schema: &Value) -> Vec<(String, Value)> {
    let mut paths = Vec::new();
    let roots: Vec<SectionId> = site.tree.roots().collect();
    let mut below = |path: String, summary: String, children: &[SectionId]| {
        let names: Vec<&str> = children.iter().map(|child| site.tree.get(*child).id.as_str()).collect();
        let parameter = parameter("sezione", "La sezione.", &json!({"type": "string", "enum": names}));
        paths.push((path, item(&summary, &[parameter], schema)));
    };
    below("/dati/sezioni/{sezione}.json".to_owned(), "Gli atti di una sezione in un file".to_owned(), &roots);
    for id in site.tree.ids().filter(|id| !site.tree.get(*id).children.is_empty()) {
        let node = site.tree.get(id);
        let summary = format!("Gli atti di una sottosezione di «{}» in un file", node.title);
        below(format!("/dati/sezioni/{}/{{sezione}}.json", node.path), summary, &node.children);
    }
    paths
}

/// A path one can get.
fn item(summary: &str, parameters: &[Value], schema: &Value) -> Value {
    let mut get = json!({
        "summary": summary,
        "responses": {
            "200": {"description": summary, "content": {"application/json": {"schema": schema}}},
            "404": {"$ref": "#/components/responses/NonTrovato"},
        },
    });
    if !parameters.is_empty() {
        get["parameters"] = json!(parameters);
    }
    json!({"get": get})
}

fn known(name: &str) -> Value {
    json!({"$ref": format!("#/components/parameters/{name}")})
}

fn parameter(name: &str, about: &str, schema: &Value) -> Value {
    json!({"name": name, "in": "path", "required": true, "description": about, "schema": schema})
}
