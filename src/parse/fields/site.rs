//! The keys of `sito.yaml` and of `_sezione.md`.

use super::notice::EXCUSE;
use super::publisher::{CONTACT, NAMED, PUBLISHER};
use super::{field, required};
use crate::model::{Extra, FeedbackTo};
use crate::sections::Frequency;
use crate::vocabulary::words;
use crate::yaml::{Group, Shape};

fn languages() -> Vec<&'static str> {
    vec!["it", "en"]
}

fn minify_levels() -> Vec<&'static str> {
    vec!["modelli", "pagine"]
}

/// `content/sito.yaml`.
pub static SITE: Group = Group {
    name: "sito.yaml",
    guide: "Chi pubblica, e come: il file `content/sito.yaml`.",
    fields: &[
        required("ente", "body", Shape::Group(&PUBLISHER), "Chi pubblica.", ""),
        required(
            "indirizzo_base",
            "base_url",
            Shape::Url,
            "Dove sarà in linea il sito: serve ai feed e alla mappa.",
            "https://trasparenza.comune.esempio.it",
        ),
        field(
            "titolo",
            "title",
            Shape::Text,
            "Il titolo del sito: se manca, quello della legge.",
            "Amministrazione trasparente",
        ),
        field(
            "descrizione",
            "description",
            Shape::Text,
            "Il sito in una frase.",
            "Atti, bandi e bilanci del Comune di Esempio",
        ),
        field("lingua", "language", Shape::OneOf(languages), "La lingua delle pagine.", "it"),
        field("tema", "theme", Shape::Code("nome"), "Il tema: una cartella di `themes/`, o `base`.", "base"),
        required(
            "rpct",
            "rpct",
            Shape::Group(&CONTACT),
            "Il responsabile della prevenzione della corruzione e della trasparenza.",
            "",
        ),
        field(
            "collegamenti",
            "links",
            Shape::Group(&LEGAL),
            "Le pagine che la legge vuole in fondo a ogni pagina.",
            "",
        ),
        field("licenza", "licence", Shape::Group(&NAMED), "La licenza dei contenuti.", ""),
        field(
            "valutazione",
            "feedback",
            Shape::Group(&FEEDBACK),
            "Dove va ciò che i cittadini pensano delle pagine; se manca, non si chiede nulla.",
            "",
        ),
        field("sezioni", "sections", Shape::Group(&SECTION_CHANGES), "Sezioni da aggiungere o nascondere.", ""),
        field(
            "in_scadenza_giorni",
            "closing_soon_days",
            Shape::Number,
            "Quanti giorni prima del termine un avviso è «in scadenza».",
            "7",
        ),
        field("per_pagina", "page_size", Shape::Number, "Quanti avvisi stanno in una pagina di elenco.", "20"),
        field(
            "minifica",
            "minify",
            Shape::OneOf(minify_levels),
            "`modelli` alleggerisce i modelli del tema una volta; `pagine` ogni pagina, più lentamente.",
            "modelli",
        ),
        field(
            "politica_nelle_pagine",
            "policy_in_pages",
            Shape::YesNo,
            "Scrive in ogni pagina la politica di sicurezza dei contenuti, se il server non può mandare le intestazioni di `_headers`.",
            "sì",
        ),
        field(
            "sicurezza",
            "security",
            Shape::Group(&SECURITY),
            "A chi segnalare una falla del sito: `/.well-known/security.txt`.",
            "",
        ),
        field(
            "prefisso_ocds",
            "ocds_prefix",
            Shape::Code("prefisso OCDS"),
            "Il prefisso registrato presso l'Open Contracting Partnership: senza, i dati OCDS non si pubblicano.",
            "ocds-213czf",
        ),
        field(
            "l190",
            "l190",
            Shape::YesNo,
            "Tiene in linea i dati della L. 190/2012, art. 1, c. 32, per gli anni fino al 2023.",
            "sì",
        ),
        field("senza", "without", Shape::SomeOf(words::<Extra>), "Le parti del sito da non fare.", "[fascicoli]"),
        field(
            "consenti",
            "allow",
            Shape::List(&EXCUSE),
            "Le regole da cui tutto il sito è dispensato, con il perché.",
            "",
        ),
    ],
};

/// The links the law wants on every page.
pub static LEGAL: Group = Group {
    name: "collegamenti",
    guide: "Le pagine che la legge vuole in fondo a ogni pagina.",
    fields: &[
        field(
            "accessibilita",
            "accessibility",
            Shape::Url,
            "La dichiarazione di accessibilità presso AgID.",
            "https://form.agid.gov.it/view/esempio",
        ),
        field(
            "privacy",
            "privacy",
            Shape::Url,
            "L'informativa sulla privacy.",
            "https://www.comune.esempio.it/privacy",
        ),
        field(
            "note_legali",
            "legal",
            Shape::Url,
            "Le note legali; se mancano, la pagina pronta `/note-legali/`.",
            "https://www.comune.esempio.it/note-legali",
        ),
        field(
            "faq",
            "faq",
            Shape::Url,
            "Le domande frequenti; se mancano, la pagina pronta `/domande-frequenti/`.",
            "https://www.comune.esempio.it/domande-frequenti",
        ),
        field(
            "disservizio",
            "report",
            Shape::Url,
            "Dove si segnala un disservizio; se manca, l'e-mail dell'ente.",
            "https://www.comune.esempio.it/segnala-disservizio",
        ),
    ],
};

/// Where what citizens think goes.
pub static FEEDBACK: Group = Group {
    name: "valutazione",
    guide: "Dove va ciò che i cittadini pensano delle pagine: cinque stelle, due domande, un commento.",
    fields: &[
        required(
            "invio",
            "to",
            Shape::OneOf(words::<FeedbackTo>),
            "`ricevitore` è il programma stesso (`trasparente feedback serve`), `indirizzo` un servizio dell'ente, `posta` una casella.",
            "ricevitore",
        ),
        field(
            "indirizzo",
            "address",
            Shape::Url,
            "Dove mandare le risposte, per `ricevitore` e `indirizzo`.",
            "https://trasparenza.comune.esempio.it/valutazioni",
        ),
        field("posta", "mail", Shape::Email, "La casella, per `posta`.", "urp@comune.esempio.it"),
    ],
};

/// Whom to tell of a hole in the site's security.
pub static SECURITY: Group = Group {
    name: "sicurezza",
    guide: "A chi segnalare una falla del sito, in `/.well-known/security.txt` (RFC 9116).",
    fields: &[
        required(
            "contatti",
            "contacts",
            Shape::Texts,
            "Uno o più fra e-mail, pagina web (`https`) e telefono, il preferito per primo.",
            "sicurezza@comune.esempio.it",
        ),
        required(
            "scade",
            "expires",
            Shape::Date,
            "Fino a quando vale, non oltre un anno: poi si rilegge e si sposta.",
            "31/12/2026",
        ),
        field(
            "politica",
            "policy",
            Shape::Url,
            "La pagina che dice come si trattano le segnalazioni.",
            "https://www.comune.esempio.it/segnalazioni-di-sicurezza",
        ),
        field("chiave", "key", Shape::Url, "La chiave con cui cifrarle.", "https://www.comune.esempio.it/chiave.asc"),
        field(
            "ringraziamenti",
            "thanks",
            Shape::Url,
            "La pagina che ringrazia chi ha segnalato.",
            "https://www.comune.esempio.it/grazie",
        ),
        field(
            "lingue",
            "languages",
            Shape::Codes("lingua"),
            "Le lingue in cui si può scrivere; se mancano, quella del sito.",
            "[it, en]",
        ),
    ],
};

/// Changes to the tree.
pub static SECTION_CHANGES: Group = Group {
    name: "sezioni (in sito.yaml)",
    guide: "Che cosa cambia rispetto all'albero della legge.",
    fields: &[
        field("aggiungi", "add", Shape::List(&ADDED_SECTION), "Sezioni in più.", ""),
        field(
            "nascondi",
            "hide",
            Shape::Codes("sezione"),
            "Sezioni facoltative, o di altri enti, da non mostrare.",
            "[strutture-sanitarie-private]",
        ),
    ],
};

/// A section of the body's own.
pub static ADDED_SECTION: Group = Group {
    name: "aggiungi",
    guide: "Una sezione in più.",
    fields: &[
        required("id", "id", Shape::Code("nome"), "Il nome della cartella, e dell'indirizzo.", "beni-comuni"),
        required("titolo", "title", Shape::Text, "Il titolo.", "Patti di collaborazione"),
        field("sotto", "under", Shape::Code("sezione"), "La sezione in cui sta.", "altri-contenuti"),
        field("norma", "law", Shape::Texts, "La norma o il regolamento.", "[regolamento comunale 12/2024]"),
        field("frequenza", "frequency", Shape::OneOf(words::<Frequency>), "Ogni quanto si aggiorna.", "tempestivo"),
        field(
            "descrizione",
            "description",
            Shape::Text,
            "Che cosa vi si pubblica.",
            "I patti fra il Comune e i cittadini attivi",
        ),
    ],
};

/// The front matter of `_sezione.md`.
pub static SECTION_WORDS: Group = Group {
    name: "_sezione.md",
    guide: "Le parole dell'ente su una sezione: il file `_sezione.md` nella sua cartella. Il titolo resta quello della legge.",
    fields: &[
        field(
            "sommario",
            "summary",
            Shape::Text,
            "Che cosa si trova qui, in parole semplici.",
            "I bandi con cui il Comune assume personale",
        ),
        field("ufficio", "office", Shape::Text, "L'ufficio che la tiene aggiornata.", "Ufficio personale"),
        field("responsabile", "manager", Shape::Text, "Chi ne risponde, per ruolo.", "Dirigente del settore Personale"),
        field("aggiornato", "updated", Shape::Date, "Quando è stata riletta l'ultima volta.", "12/01/2026"),
        field("vuota", "empty", Shape::Text, "Perché non c'è nulla da pubblicare.", "Il Comune non controlla società"),
    ],
};
