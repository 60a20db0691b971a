//! The keys of what a call says of itself.

use super::{field, required};
use crate::model::{ChangeKind, Channel, DeadlineKind, GroupRole, Vat};
use crate::vocabulary::words;
use crate::yaml::{Group, Shape};

/// The identifiers.
pub static CODES: Group = Group {
    name: "codici",
    guide: "I codici della procedura. Le cifre di controllo vengono verificate.",
    fields: &[
        field("cig", "cig", Shape::Codes("CIG"), "Il CIG, o l'elenco dei CIG.", "B51ABEC4F6"),
        field(
            "cig_mancante",
            "cig_pending",
            Shape::Text,
            "Perché il CIG non è scritto: non c'è ancora, non è dovuto, o non lo si conosce. Non si scrivono mai dieci zeri.",
            "Il CIG si acquisisce dopo la scelta dell'affidatario",
        ),
        field("cup", "cup", Shape::Codes("CUP"), "Il CUP, o l'elenco dei CUP.", "I98I21000110001"),
        field("cpv", "cpv", Shape::Codes("CPV"), "Il codice CPV, o l'elenco.", "85312300-2"),
        field(
            "simog",
            "simog",
            Shape::Code("numero gara"),
            "Il numero gara SIMOG, fino al 2023: sette cifre.",
            "9030232",
        ),
        field(
            "mepa",
            "mepa",
            Shape::Code("MePA"),
            "Il numero sul MePA con la sua sigla: RdO, TD, OdA o gara.",
            "RdO 3534973",
        ),
        field(
            "bdncp",
            "bdncp",
            Shape::Code("UUID"),
            "L'identificativo dell'appalto nella BDNCP (idAppalto).",
            "0c1a2b3c-4d5e-4f70-8192-a3b4c5d6e7f8",
        ),
        field(
            "pvl",
            "pvl",
            Shape::Code("UUID"),
            "L'identificativo dell'avviso sulla piattaforma di pubblicità legale (idAvviso).",
            "1d2b3c4d-5e6f-4a81-92a3-b4c5d6e7f809",
        ),
        field("protocollo", "protocol", Shape::Code("protocollo"), "Il numero di protocollo.", "\"0012345/2026\""),
    ],
};

/// A deadline.
pub static DEADLINE: Group = Group {
    name: "scadenze",
    guide: "Un termine. Il minuto scritto è ancora in tempo; una data senza ora vale fino a mezzanotte.",
    fields: &[
        required("tipo", "kind", Shape::OneOf(words::<DeadlineKind>), "Che cosa scade.", "presentazione-offerte"),
        required("data", "date", Shape::Date, "Quando, così come vale adesso.", "26.05.2026 ore 23:59"),
        field("nota", "note", Shape::Text, "Che cosa sapere.", "Fa fede l'ora della piattaforma"),
        field("luogo", "place", Shape::Text, "Dove, per prove e sedute.", "Sala consiliare"),
        field("proroghe", "changes", Shape::List(&CHANGE), "Come il termine è stato spostato.", ""),
    ],
};

/// A deadline moved.
pub static CHANGE: Group = Group {
    name: "proroghe",
    guide: "Uno spostamento del termine: resta scritto e il cittadino lo vede.",
    fields: &[
        field("tipo", "kind", Shape::OneOf(words::<ChangeKind>), "Che cosa è stato: se manca, una proroga.", "proroga"),
        field("pubblicata", "published", Shape::Date, "Quando è stata resa nota, se si sa.", "19/05/2026"),
        field("precedente", "previous", Shape::Date, "Il termine di prima, se si sa.", "19/05/2026 ore 12"),
        required("motivo", "reason", Shape::Text, "Perché.", "Anomalie della piattaforma"),
        field("atto", "act", Shape::Text, "L'atto.", "Determinazione n. 30 del 18/05/2026"),
    ],
};

/// The money.
pub static AMOUNT: Group = Group {
    name: "importo",
    guide: "Gli importi in euro, come si scrivono: `172.131,15`.",
    fields: &[
        field("base", "base", Shape::Euro, "La base di gara, o la somma disponibile.", "172.131,15"),
        field("iva", "vat", Shape::OneOf(words::<Vat>), "Se la base comprende l'IVA.", "esclusa"),
        field("sicurezza", "safety", Shape::Euro, "Gli oneri della sicurezza, non soggetti a ribasso.", "1.250,00"),
        field("manodopera", "labour", Shape::Euro, "I costi della manodopera.", "120.000,00"),
        field("aggiudicazione", "award", Shape::Euro, "L'importo di aggiudicazione.", "160.000,00"),
        field("liquidato", "paid", Shape::Euro, "Quanto è stato pagato fin qui, senza IVA.", "53.333,33"),
        field("nota", "note", Shape::Text, "Che cosa sapere.", "Comprende tutti i costi del servizio"),
    ],
};

/// The platform.
pub static PLATFORM: Group = Group {
    name: "piattaforma",
    guide: "La piattaforma su cui si svolge la procedura.",
    fields: &[
        required("nome", "name", Shape::Text, "Come si chiama.", "MePA – Acquisti in rete"),
        field("indirizzo", "url", Shape::Url, "Il suo indirizzo.", "https://www.acquistinretepa.it"),
        field("registrazione", "registration", Shape::YesNo, "Se bisogna essere già registrati.", "sì"),
        field("nota", "note", Shape::Text, "Che cosa sapere.", "Chi non è abilitato si impegna ad abilitarsi"),
    ],
};

/// How to take part.
pub static SUBMISSION: Group = Group {
    name: "presentazione",
    guide: "Come e dove si presenta la domanda o l'offerta.",
    fields: &[
        field("modo", "how", Shape::SomeOf(words::<Channel>), "In quale modo.", "[pec]"),
        field("pec", "pec", Shape::Email, "L'indirizzo PEC.", "protocollo@pec.comune.esempio.it"),
        field("indirizzo", "url", Shape::Url, "L'indirizzo del portale.", "https://www.inpa.gov.it"),
        field("luogo", "place", Shape::Text, "Lo sportello.", "Ufficio protocollo, piazza del Municipio 1"),
        field("orari", "hours", Shape::Text, "Gli orari dello sportello.", "dal lunedì al venerdì, dalle 9 alle 12"),
        field(
            "istruzioni",
            "instructions",
            Shape::Text,
            "Che cosa scrivere e allegare.",
            "\"Nell'oggetto: «Manifestazione di interesse refezione»\"",
        ),
    ],
};

/// How long.
pub static DURATION: Group = Group {
    name: "durata",
    guide: "Quanto dura il contratto o l'incarico.",
    fields: &[
        field("mesi", "months", Shape::Number, "In mesi.", "36"),
        field("decorrenza", "from", Shape::Text, "Da quando.", "dalla firma del contratto"),
        field("inizio", "start", Shape::Date, "Il giorno in cui è cominciato davvero.", "01/09/2023"),
        field("entro", "by", Shape::Month, "Entro quando finisce: un giorno o un mese.", "giugno 2026"),
        field("nota", "note", Shape::Text, "Che cosa sapere.", "Rinnovabile per un anno"),
    ],
};

/// The recovery plan.
pub static PNRR: Group = Group {
    name: "pnrr",
    guide: "Il posto nel Piano nazionale di ripresa e resilienza.",
    fields: &[
        required("missione", "mission", Shape::Number, "La missione, da 1 a 7.", "5"),
        field("componente", "component", Shape::Number, "La componente.", "2"),
        field("investimento", "investment", Shape::Code("numero"), "L'investimento.", "\"1.1\""),
        field("sub_investimento", "sub_investment", Shape::Code("numero"), "Il sub-investimento.", "1.1.4"),
        field("titolo", "title", Shape::Text, "Il nome della misura.", "Rafforzamento dei servizi sociali"),
    ],
};

/// Who answers.
pub static CONTACTS: Group = Group {
    name: "contatti",
    guide: "Come chiedere informazioni.",
    fields: &[
        field("telefono", "phone", Shape::Code("telefono"), "Il telefono dell'ufficio.", "\"0000 123456\""),
        field("email", "email", Shape::Email, "L'e-mail dell'ufficio.", "gare@comune.esempio.it"),
        field("pec", "pec", Shape::Email, "La PEC.", "protocollo@pec.comune.esempio.it"),
        field("orari", "hours", Shape::Text, "Gli orari.", "martedì e giovedì, dalle 9 alle 12"),
        field("indirizzo", "address", Shape::Text, "Dove.", "Piazza del Municipio 1, secondo piano"),
    ],
};

/// The contracting body.
pub static BODY: Group = Group {
    name: "ente",
    guide: "L'ente che bandisce, se non è chi pubblica.",
    fields: &[
        required("nome", "name", Shape::Text, "Come si chiama.", "Comune di Treviso"),
        field("ruolo", "role", Shape::Text, "Che parte ha.", "capofila dell'ambito"),
        field("ambito", "territory", Shape::Text, "L'ambito territoriale.", "VEN_09 - Treviso"),
        field(
            "codice_fiscale",
            "tax_code",
            Shape::Code("codice fiscale"),
            "Il codice fiscale dell'ente.",
            "\"80188230587\"",
        ),
        field("ipa", "ipa", Shape::Code("IPA"), "Il codice IPA.", "c_l407"),
        field("indirizzo", "url", Shape::Url, "Il sito.", "https://www.comune.treviso.it"),
    ],
};

/// A service asked for.
pub static ACTIVITY: Group = Group {
    name: "prestazioni",
    guide: "Una prestazione richiesta.",
    fields: &[
        required("titolo", "title", Shape::Text, "Che cosa.", "Supervisione di gruppo"),
        field("quantita", "quantity", Shape::Code("numero"), "Quanto.", "628"),
        field("unita", "unit", Shape::Text, "Di che cosa.", "ore"),
        field("periodo", "period", Shape::Text, "In quanto tempo.", "triennio"),
        field("nota", "note", Shape::Text, "Che cosa sapere.", "Per assistenti sociali"),
    ],
};

/// A lot.
pub static LOT: Group = Group {
    name: "lotti",
    guide: "Un lotto.",
    fields: &[
        field("numero", "number", Shape::Code("numero"), "Il numero.", "1"),
        required("titolo", "title", Shape::Text, "Che cosa.", "Mense delle scuole dell'infanzia"),
        field("cig", "cig", Shape::Code("CIG"), "Il CIG del lotto.", "B51ABEC4F6"),
        field("cpv", "cpv", Shape::Code("CPV"), "Il codice CPV.", "55523100-3"),
        field("importo", "amount", Shape::Euro, "L'importo del lotto.", "80.000,00"),
        field("aggiudicatario", "awardee", Shape::Text, "Chi se lo è aggiudicato.", "Cooperativa Esempio"),
        field("liquidato", "paid", Shape::Euro, "Quanto è stato pagato fin qui, senza IVA.", "26.000,00"),
    ],
};

/// Somebody invited, or who took part.
pub static OPERATOR: Group = Group {
    name: "partecipanti",
    guide: "Chi è stato invitato o ha presentato un'offerta. Solo imprese ed enti: i dati delle persone non si pubblicano qui.",
    fields: &[
        required("nome", "name", Shape::Text, "Come si chiama.", "Cooperativa Esempio"),
        field(
            "codice_fiscale",
            "tax_code",
            Shape::Code("codice fiscale"),
            "Il codice fiscale italiano: undici cifre.",
            "\"00743110157\"",
        ),
        field(
            "identificativo_estero",
            "foreign_id",
            Shape::Code("identificativo"),
            "L'identificativo fiscale di chi non ha un codice fiscale italiano.",
            "DE123456789",
        ),
        field(
            "raggruppamento",
            "group",
            Shape::Code("nome"),
            "Il nome o il numero del raggruppamento, uguale per chi ne fa parte.",
            "RTI Alfa",
        ),
        field("ruolo", "role", Shape::OneOf(words::<GroupRole>), "Che parte ha nel raggruppamento.", "mandataria"),
        field("lotto", "lot", Shape::Code("numero"), "Per quale lotto, se non per tutti.", "1"),
    ],
};

/// A winner.
pub static AWARDEE: Group = Group {
    name: "aggiudicatari",
    guide: "Chi si è aggiudicato la gara o un lotto. Solo imprese ed enti: i dati delle persone non si pubblicano qui.",
    fields: &[
        required("nome", "name", Shape::Text, "Come si chiama.", "Cooperativa Esempio"),
        field(
            "codice_fiscale",
            "tax_code",
            Shape::Code("codice fiscale"),
            "Il codice fiscale: undici cifre.",
            "\"00743110157\"",
        ),
        field("importo", "amount", Shape::Euro, "Per quanto.", "160.000,00"),
        field("lotto", "lot", Shape::Code("numero"), "Quale lotto.", "1"),
        field("ribasso", "discount", Shape::Text, "Il ribasso offerto.", "7,05 %"),
    ],
};
