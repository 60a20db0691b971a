//! The keys of `theme.yaml`.

use super::{field, required};
use crate::yaml::{Group, Shape};

/// `theme.yaml`.
pub static THEME: Group = Group {
    name: "theme.yaml",
    guide: "Che cos'è un tema, e che cosa cambia dell'aspetto.",
    fields: &[
        required("nome", "name", Shape::Text, "Come si chiama.", "Comune di Esempio"),
        required("interfaccia", "interface", Shape::Number, "La versione per cui è scritto.", "1"),
        field("descrizione", "description", Shape::Text, "Una frase per chi trova la cartella.", "Il nostro tema"),
        field("estende", "extends", Shape::Code("nome"), "Il tema che cambia.", "italia"),
        field("colori", "colours", Shape::Group(&COLOURS), "I colori.", ""),
        field("logo", "logo", Shape::Text, "Lo stemma, sotto `assets/`.", "stemma.svg"),
        field("carattere", "typeface", Shape::Group(&TYPEFACE), "Il carattere.", ""),
        field("risorse", "resources", Shape::Text, "I file dei pacchetti da pubblicare.", ""),
    ],
};

/// The colours, as `#rrggbb`.
pub static COLOURS: Group = Group {
    name: "colori",
    guide: "I colori dell'ente.",
    fields: &[
        required("primario", "primary", Shape::Code("colore"), "Collegamenti e pulsanti.", "\"#8a1538\""),
        field("primario_scuro", "primary_dark", Shape::Code("colore"), "Lo stesso su pagine scure.", "\"#e58ba3\""),
        field("testata", "header", Shape::Code("colore"), "La testata.", "\"#8a1538\""),
        field("piede", "footer", Shape::Code("colore"), "Il piede.", "\"#3a0917\""),
    ],
};

/// A typeface the theme carries with it.
pub static TYPEFACE: Group = Group {
    name: "carattere",
    guide: "Un carattere portato dal tema.",
    fields: &[
        required("nome", "name", Shape::Text, "Il nome.", "Titillium Web"),
        required("normale", "regular", Shape::Text, "Un file `.woff2` sotto `assets/`.", "titillium.woff2"),
        field("grassetto", "bold", Shape::Text, "Quello del grassetto.", "titillium-bold.woff2"),
    ],
};
