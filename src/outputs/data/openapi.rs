//! The description of the JSON beside the pages (`OpenAPI` 3.1): a small API
//! to read, made of files.
//!
//! What stands below a section is a subsection or a list of its notices, and
//! both have one path, since a path may not be described twice.

use schemars::generate::{SchemaGenerator, SchemaSettings};
use serde_json::{Map, Value, json};

use super::Press;
use crate::data::{DatasetData, HomeData, LicenceData, ListData, NoticeData, SectionData};
use crate::edition::Artifact;
use crate::plan::{Address, DATA, LISTS, Plan};
use crate::site::Site;

/// The version of the contract: the first number grows when a field changes
/// its meaning or goes, the second when one is added.
const VERSION: &str = "1.0";

/// Where it stands.
pub(super) fn address() -> Address {
    DATA.beside("openapi.json")
}

pub(super) fn make(press: &Press<'_>) -> Artifact {
    let (site, settings) = (press.site, &press.site.settings);
    let mut schemas = generator();
    let paths = paths(press.plan, &mut schemas);
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
        "externalDocs": {"url": site.web(&DATA), "description": "Che cosa sono i dati e come si citano"},
        "paths": paths,
        "components": {
            "schemas": schemas.take_definitions(true),
            "parameters": {
                "Id": parameter("id", "Il nome che l’atto ha per sempre.", &json!({"type": "string"})),
                "Sezione": parameter("sezione", "Una sezione del primo livello.", &json!({"type": "string", "enum": roots(site)})),
                "Voce": parameter(
                    "voce",
                    "Una sottosezione o un elenco, come nell’indirizzo della sua pagina.",
                    &json!({"type": "string"}),
                ),
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
    Artifact::new(&address(), format!("{value:#}\n"))
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

/// The lists of the whole site.
const LISTED: &str = "/elenchi";
/// All notices in one file.
const SETS: &str = "/dati/atti.json";

fn paths(plan: &Plan, schemas: &mut SchemaGenerator) -> Value {
    let home = schemas.subschema_for::<HomeData<'_>>().to_value();
    let notice = schemas.subschema_for::<NoticeData<'_>>().to_value();
    let section = schemas.subschema_for::<SectionData<'_>>().to_value();
    let list = schemas.subschema_for::<ListData<'_>>().to_value();
    let either = json!({"anyOf": [section, list]});
    let mut paths = Map::new();
    let mut put = |path: String, summary: &str, parameters: Vec<Value>, schema: &Value| {
        paths.insert(path, item(summary, &parameters, schema));
    };
    put("/index.json".to_owned(), "La pagina iniziale", Vec::new(), &home);
    put("/atti/{id}/index.json".to_owned(), "Un atto", vec![known("Id")], &notice);
    let mut pages = |path: &str, summary: &str, parameters: &[&str], schema: &Value| {
        let parameters: Vec<Value> = parameters.iter().map(|name| known(name)).collect();
        put(format!("{path}/index.json"), summary, parameters.clone(), schema);
        let parameters = [parameters, vec![known("Pagina")]].concat();
        put(format!("{path}/pagina/{{pagina}}/index.json"), &format!("{summary}: le altre pagine"), parameters, schema);
    };
    let lists = plan.has(&LISTS.beside("index.json"));
    pages("/{sezione}", "Una sezione", &["Sezione"], &section);
    let (summary, schema) = if lists {
        ("Una sottosezione, o l’elenco degli atti di una sezione in uno stato o di un anno", &either)
    } else {
        ("Una sottosezione", &section)
    };
    pages("/{sezione}/{voce}", summary, &["Sezione", "Voce"], schema);
    if lists {
        let within = [
            ("/{sezione}", "di una sezione", vec!["Sezione"]),
            ("/{sezione}/{voce}", "di una sottosezione", vec!["Sezione", "Voce"]),
            (LISTED, "di tutto il sito", vec![]),
        ];
        pages(LISTED, "Tutti gli atti", &[], &list);
        for (path, whose, parameters) in within {
            let with = |name| [parameters.clone(), vec![name]].concat();
            if path != "/{sezione}" {
                let summary = format!("Gli atti {whose} in uno stato o di un anno");
                pages(&format!("{path}/{{elenco}}"), &summary, &with("Elenco"), &list);
            }
            pages(&format!("{path}/tipo/{{tipo}}"), &format!("Gli atti {whose} di un tipo"), &with("Tipo"), &list);
            let summary = format!("Gli atti {whose} di un ufficio");
            pages(&format!("{path}/ufficio/{{ufficio}}"), &summary, &with("Ufficio"), &list);
        }
    }
    if plan.has(&Address::file(SETS)) {
        let set = schemas.subschema_for::<DatasetData<'_>>().to_value();
        let mut put = |path: &str, summary: &str, parameters: &[Value]| {
            paths.insert(path.to_owned(), item(summary, parameters, &set));
        };
        put(SETS, "Tutti gli atti in un file", &[]);
        put("/dati/sezioni/{sezione}.json", "Gli atti di una sezione in un file", &[known("Sezione")]);
        let both = [known("Sezione"), known("Voce")];
        put("/dati/sezioni/{sezione}/{voce}.json", "Gli atti di una sottosezione in un file", &both);
    }
    Value::Object(paths)
}

/// The sections of the first level, as their addresses name them.
fn roots(site: &Site) -> Vec<&str> {
    site.tree.roots().map(|id| site.tree.get(id).id.as_str()).collect()
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
