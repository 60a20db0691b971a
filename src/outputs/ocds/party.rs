//! Who takes part: bodies and companies, each under one identifier.

use serde_json::{Map, Value, json};

use super::json::{lean, slug, uri};
use crate::codes::TaxCode;
use crate::model::{Notice, OperatorId, Settings};

/// The list Italian tax codes stand in, by org-id.guide.
pub(super) const TAX_CODES: &str = "IT-CF";

/// Somebody who takes part, and in which roles.
pub(super) struct Party {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) roles: Vec<&'static str>,
    /// Whatever else is known.
    rest: Map<String, Value>,
}

impl Party {
    /// What refers to it.
    pub(super) fn reference(&self) -> Value {
        json!({"id": self.id, "name": self.name})
    }

    /// Its own entry, in these roles.
    pub(super) fn entry(self, roles: &[&str]) -> Value {
        let mut entry = Map::new();
        entry.insert("id".to_owned(), self.id.into());
        entry.insert("name".to_owned(), self.name.into());
        entry.insert("roles".to_owned(), json!(roles));
        entry.extend(self.rest);
        Value::Object(entry)
    }
}

/// Its identifier: the tax code if it is known, else its name.
pub(super) fn id_of(tax_code: Option<&TaxCode>, name: &str) -> String {
    match tax_code {
        Some(code) => format!("{TAX_CODES}-{code}"),
        None => slug(name),
    }
}

/// A company.
pub(super) fn supplier(name: &str, tax_code: Option<&TaxCode>) -> Party {
    Party {
        id: id_of(tax_code, name),
        name: name.to_owned(),
        roles: vec!["supplier"],
        rest: lean(json!({"identifier": identifier(name, tax_code)})),
    }
}

/// Who took part in a procedure, alone or in a grouping, each once.
pub(super) fn tenderers(notice: &Notice) -> Vec<Party> {
    let mut parties: Vec<Party> = Vec::new();
    for operator in &notice.course.operators {
        let (id, identifier) = match &operator.id {
            Some(OperatorId::Italian(code)) => {
                (id_of(Some(code), &operator.name), identifier(&operator.name, Some(code)))
            }
            Some(OperatorId::Foreign(code)) => (slug(&operator.name), json!({"id": code, "legalName": operator.name})),
            None => (slug(&operator.name), Value::Null),
        };
        if parties.iter().all(|party| party.id != id) {
            let rest = lean(json!({"identifier": identifier}));
            parties.push(Party { id, name: operator.name.clone(), roles: vec!["tenderer"], rest });
        }
    }
    parties
}

fn identifier(name: &str, tax_code: Option<&TaxCode>) -> Value {
    tax_code.map_or(Value::Null, |code| json!({"scheme": TAX_CODES, "id": code.as_str(), "legalName": name}))
}

/// The index of public administrations, by its own name: no list of
/// org-id.guide has its codes.
fn ipa(code: &str) -> Value {
    json!([{"scheme": "IPA", "id": code}])
}

/// Who buys, and who conducts the procedure if that is somebody else.
///
/// The contracting body a notice names buys and conducts; if it is named as
/// a purchasing centre, it conducts, and the publisher buys.
pub(super) fn buyers(settings: &Settings, notice: &Notice) -> (Party, Option<Party>) {
    let contacts = contact_point(notice);
    let Some(body) = &notice.people.body else {
        return (publisher(settings, &contacts, vec!["buyer", "procuringEntity"]), None);
    };
    let centre = body.role.as_deref().is_some_and(|role| {
        let role = role.to_lowercase();
        role.contains("committenza") || role.contains("stazione unica")
    });
    let mut conducts = Party {
        id: match (&body.tax_code, &body.ipa) {
            (None, Some(code)) => format!("IPA-{code}"),
            (code, _) => id_of(code.as_ref(), &body.name),
        },
        name: body.name.clone(),
        roles: vec!["procuringEntity"],
        rest: lean(json!({
            "identifier": identifier(&body.name, body.tax_code.as_ref()),
            "additionalIdentifiers": body.ipa.as_ref().map(|code| ipa(code.as_str())),
            "contactPoint": with_url(&contacts, body.url.as_deref()),
        })),
    };
    if centre {
        return (publisher(settings, &Value::Null, vec!["buyer"]), Some(conducts));
    }
    conducts.roles.insert(0, "buyer");
    (conducts, None)
}

fn publisher(settings: &Settings, contacts: &Value, roles: Vec<&'static str>) -> Party {
    let body = &settings.body;
    let territory = body.territory.as_deref();
    let own = json!({"name": body.name, "email": body.email.as_deref().unwrap_or(&body.pec), "telephone": body.phone});
    let contacts = if contacts.is_object() { contacts } else { &own };
    Party {
        id: id_of(Some(&body.tax_code), &body.name),
        name: body.name.clone(),
        roles,
        rest: lean(json!({
            "identifier": identifier(&body.name, Some(&body.tax_code)),
            "additionalIdentifiers": ipa(body.ipa.as_str()),
            "address": {
                "streetAddress": body.address,
                "locality": territory.and_then(|territory| territory.municipality.as_ref()),
                "region": territory.and_then(|territory| territory.region.as_ref()),
                "countryName": "Italia",
            },
            "contactPoint": with_url(contacts, body.website.as_deref()),
        })),
    }
}

/// Who answers for a notice, if it says so.
fn contact_point(notice: &Notice) -> Value {
    let people = &notice.people;
    let contacts = &people.contacts;
    let said = lean(json!({
        "name": people.office.as_ref().or(people.manager.as_ref()),
        "email": contacts.email.as_ref().or(contacts.pec.as_ref()),
        "telephone": contacts.phone,
    }));
    if said.is_empty() { Value::Null } else { Value::Object(said) }
}

fn with_url(contacts: &Value, url: Option<&str>) -> Map<String, Value> {
    let mut contacts = contacts.as_object().cloned().unwrap_or_default();
    if let Some(url) = url {
        contacts.insert("url".to_owned(), uri(url).into());
    }
    contacts
}
