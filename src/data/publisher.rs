//! Who publishes, and under which licence.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{PublicBody, Settings};

/// L’ente che pubblica.
#[serde_with::skip_serializing_none]
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Ente")]
pub struct PublisherData<'a> {
    /// Il nome.
    nome: &'a str,
    /// Il codice nell’indice delle pubbliche amministrazioni (IPA).
    ipa: &'a str,
    /// Il codice fiscale.
    codice_fiscale: &'a str,
    /// La posta elettronica certificata.
    pec: &'a str,
    /// Il sito istituzionale.
    sito: Option<&'a str>,
}

impl<'a> PublisherData<'a> {
    /// Who publishes.
    pub fn of(body: &'a PublicBody) -> Self {
        Self {
            nome: &body.name,
            ipa: body.ipa.as_str(),
            codice_fiscale: body.tax_code.as_str(),
            pec: &body.pec,
            sito: body.website.as_deref(),
        }
    }
}

/// La licenza dei dati.
#[serde_with::skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "Licenza")]
pub struct LicenceData<'a> {
    /// La sigla, se è una delle licenze aperte note: `CC-BY-4.0`.
    pub sigla: Option<&'static str>,
    /// Il nome.
    pub nome: &'a str,
    /// L’indirizzo del testo.
    pub url: Option<&'a str>,
}

/// Licences by what their address holds, and the short name the Open
/// Definition gives them.
const OPEN: [(&str, &str); 5] = [
    ("creativecommons.org/licenses/by/4.0", "CC-BY-4.0"),
    ("creativecommons.org/licenses/by-sa/4.0", "CC-BY-SA-4.0"),
    ("creativecommons.org/publicdomain/zero/1.0", "CC0-1.0"),
    ("iodl/2.0", "IODL-2.0"),
    ("iodl/1.0", "IODL-1.0"),
];

impl<'a> LicenceData<'a> {
    /// The licence the body names. What it means that it names none is for the
    /// law to say (art. 52, c. 2, CAD), not for us.
    pub fn of(settings: &'a Settings) -> Option<Self> {
        let named = settings.licence.as_ref()?;
        let url = named.url.as_deref();
        let sigla = OPEN.iter().find(|(part, _)| url.is_some_and(|url| url.contains(part)));
        Some(Self { sigla: sigla.map(|(_, name)| *name), nome: &named.name, url })
    }
}
