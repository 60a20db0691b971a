//! The keys of whoever publishes, in `sito.yaml`.

use super::{field, required};
use crate::model::BodyKind;
use crate::vocabulary::words;
use crate::yaml::{Group, Shape};

/// The publisher.
pub static PUBLISHER: Group = Group {
    name: "ente (in sito.yaml)",
    guide: "L'ente che pubblica.",
    fields: &[
        required("nome", "name", Shape::Text, "Il nome.", "Comune di Esempio"),
        field("tipo", "kind", Shape::OneOf(words::<BodyKind>), "Che ente è.", "comune"),
        required("ipa", "ipa", Shape::Code("IPA"), "Il codice IPA.", "c_x999"),
        field("istat", "istat", Shape::Code("ISTAT"), "Il codice ISTAT del comune, sei cifre.", "\"026086\""),
        field(
            "territorio",
            "territory",
            Shape::Group(&TERRITORY),
            "Dove si trova l'ente, per i feed e i cataloghi.",
            "",
        ),
        required("codice_fiscale", "tax_code", Shape::Code("codice fiscale"), "Il codice fiscale.", "\"80188230587\""),
        required("indirizzo", "address", Shape::Text, "La sede.", "Piazza del Municipio 1, 00000 Esempio (EX)"),
        required("pec", "pec", Shape::Email, "La PEC.", "protocollo@pec.comune.esempio.it"),
        field("email", "email", Shape::Email, "L'e-mail.", "urp@comune.esempio.it"),
        field("telefono", "phone", Shape::Code("telefono"), "Il telefono.", "\"0000 123456\""),
        field("sito", "website", Shape::Url, "Il sito istituzionale.", "https://www.comune.esempio.it"),
        field("superiore", "parent", Shape::Group(&NAMED), "L'ente sovraordinato, che compare in cima.", ""),
    ],
};

/// Where the publisher is.
pub static TERRITORY: Group = Group {
    name: "territorio",
    guide: "Dove si trova l'ente.",
    fields: &[
        field("comune", "municipality", Shape::Text, "Il comune.", "Treviso"),
        field("provincia", "province", Shape::Text, "La provincia.", "Treviso"),
        field("regione", "region", Shape::Text, "La regione.", "Veneto"),
        field("latitudine", "latitude", Shape::Code("gradi"), "La latitudine, in gradi.", "\"45.6669\""),
        field("longitudine", "longitude", Shape::Code("gradi"), "La longitudine, in gradi.", "\"12.2430\""),
    ],
};

/// The officer.
pub static CONTACT: Group = Group {
    name: "rpct",
    guide: "A chi ci si rivolge per la trasparenza.",
    fields: &[
        required("nome", "name", Shape::Text, "L'ufficio o il ruolo.", "Segretario generale"),
        field("email", "email", Shape::Email, "L'e-mail.", "rpct@comune.esempio.it"),
        field("pec", "pec", Shape::Email, "La PEC.", "protocollo@pec.comune.esempio.it"),
        field("telefono", "phone", Shape::Code("telefono"), "Il telefono.", "\"0000 123456\""),
    ],
};

/// A name with an address.
pub static NAMED: Group = Group {
    name: "nome e indirizzo",
    guide: "Un nome e il suo indirizzo.",
    fields: &[
        required("nome", "name", Shape::Text, "Il nome.", "CC BY 4.0"),
        field("indirizzo", "url", Shape::Url, "L'indirizzo.", "https://creativecommons.org/licenses/by/4.0/deed.it"),
    ],
};
