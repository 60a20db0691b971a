//! The keys of a notice.

use super::call::{
    ACTIVITY, AMOUNT, AWARDEE, BODY, CODES, CONTACTS, DEADLINE, DURATION, LOT, OPERATOR, PLATFORM, PNRR, SUBMISSION,
};
use super::{field, required};
use crate::model::{
    Audience, Contract, Criterion, DeclaredState, Delivery, EventKind, Group as Folder, Kind, Procedure,
};
use crate::vocabulary::words;
use crate::yaml::{Group, Shape};

/// The front matter of a notice.
pub static NOTICE: Group = Group {
    name: "avviso",
    guide: "L'intestazione di ogni avviso, fra due righe `---` all'inizio del file.",
    fields: &[
        required(
            "titolo",
            "title",
            Shape::Text,
            "Il titolo dell'avviso, come lo leggerà il cittadino. Non in tutte maiuscole.",
            "Affidamento del servizio di refezione scolastica",
        ),
        required("tipo", "kind", Shape::OneOf(words::<Kind>), "Che cosa è l'avviso.", "bando-gara"),
        field(
            "oggetto",
            "subject",
            Shape::Text,
            "L'oggetto, con le parole dell'atto.",
            "Procedura aperta per l'affidamento del servizio di refezione scolastica",
        ),
        field(
            "sommario",
            "summary",
            Shape::Text,
            "Una o due frasi semplici: che cosa è, per chi, entro quando. Si legge negli elenchi e nei feed.",
            "Il Comune cerca chi gestisca le mense delle scuole per tre anni.",
        ),
        required(
            "pubblicato",
            "published",
            Shape::Date,
            "Quando è stato pubblicato. Con una data futura l'avviso va in linea da quel momento. Di un vecchio atto di cui non lo si sa più: `non nota`, e allora serve `aggiornato`.",
            "12/01/2026",
        ),
        field(
            "aggiornato",
            "updated",
            Shape::Date,
            "Quando è stato aggiornato l'ultima volta. Se manca vale `pubblicato`.",
            "20/01/2026",
        ),
        field(
            "apertura",
            "opens",
            Shape::Date,
            "Da quando si può presentare domanda o offerta, se non da subito.",
            "15/01/2026 ore 9",
        ),
        field(
            "id",
            "id",
            Shape::Code("nome"),
            "Il nome permanente, che fa l'indirizzo `/atti/<id>/`. Se manca è il nome del file. Non si cambia mai più.",
            "refezione-scolastica-2026",
        ),
        field(
            "bozza",
            "draft",
            Shape::YesNo,
            "`sì` finché l'avviso non deve andare in linea: viene controllato ma non pubblicato.",
            "no",
        ),
        field(
            "alias",
            "aliases",
            Shape::Codes("indirizzo"),
            "Vecchi indirizzi che devono portare qui.",
            "/vecchio-sito/bando-mense/",
        ),
        field(
            "sezioni",
            "sections",
            Shape::Codes("sezione"),
            "Altre sezioni in cui l'avviso compare, oltre a quella della cartella.",
            "attuazione-misure-pnrr",
        ),
        field("argomenti", "topics", Shape::Texts, "Di che cosa tratta, con parole libere.", "[scuola, mense]"),
        field("destinatari", "audience", Shape::SomeOf(words::<Audience>), "A chi si rivolge.", "[imprese]"),
        field(
            "collegati",
            "related",
            Shape::Codes("nome"),
            "Gli `id` di altri avvisi che vanno insieme a questo: l'esito di un bando, per esempio.",
            "[esito-refezione-2026]",
        ),
        field("codici", "codes", Shape::Group(&CODES), "I codici della procedura.", ""),
        field("scadenze", "deadlines", Shape::List(&DEADLINE), "I termini, con la loro storia.", ""),
        field(
            "importo",
            "amount",
            Shape::Group(&AMOUNT),
            "Gli importi in euro. Un numero da solo è la base di gara.",
            "172.131,15",
        ),
        field("contratto", "contract", Shape::OneOf(words::<Contract>), "Che cosa si affida.", "servizi"),
        field("procedura", "procedure", Shape::OneOf(words::<Procedure>), "Come si sceglie.", "aperta"),
        field(
            "scelta_contraente",
            "contractor_choice",
            Shape::Code("numero"),
            "Per i dati della L. 190/2012, quando `procedura` non basta a dirlo: il numero nella lista dell'ANAC, da 1 a 39.",
            "33",
        ),
        field(
            "criterio",
            "criterion",
            Shape::OneOf(words::<Criterion>),
            "Che cosa decide fra le offerte.",
            "qualita-prezzo",
        ),
        field("piattaforma", "platform", Shape::Group(&PLATFORM), "La piattaforma su cui si svolge.", ""),
        field(
            "presentazione",
            "submission",
            Shape::Group(&SUBMISSION),
            "Come e dove si presenta la domanda o l'offerta.",
            "",
        ),
        field("luogo", "place", Shape::Texts, "Dove si esegue: uno o più luoghi.", "[Crotone, Cirò Marina, Mesoraca]"),
        field(
            "svolgimento",
            "delivery",
            Shape::OneOf(words::<Delivery>),
            "In presenza, da remoto o in forma mista.",
            "mista",
        ),
        field("durata", "duration", Shape::Group(&DURATION), "Quanto dura.", ""),
        field(
            "finalita",
            "aims",
            Shape::Texts,
            "Le finalità, che la pagina numera.",
            "[prevenire il burn-out, migliorare i servizi]",
        ),
        field(
            "requisiti",
            "requirements",
            Shape::Texts,
            "I requisiti per partecipare.",
            "[iscrizione alla Camera di commercio]",
        ),
        field("prestazioni", "activities", Shape::List(&ACTIVITY), "Le prestazioni richieste, con le quantità.", ""),
        field(
            "finanziamento",
            "funding",
            Shape::Text,
            "Chi finanzia.",
            "Ministero del Lavoro e delle Politiche Sociali",
        ),
        field("pnrr", "pnrr", Shape::Group(&PNRR), "La misura del PNRR che si attua.", ""),
        field(
            "responsabile",
            "manager",
            Shape::Text,
            "Il responsabile unico del progetto o del procedimento.",
            "Dirigente del settore Servizi sociali",
        ),
        field("ufficio", "office", Shape::Text, "L'ufficio che segue la procedura.", "Ufficio gare e contratti"),
        field("contatti", "contacts", Shape::Group(&CONTACTS), "Come chiedere informazioni.", ""),
        field("ente", "body", Shape::Group(&BODY), "L'ente che bandisce, se non è chi pubblica.", ""),
        field("lotti", "lots", Shape::List(&LOT), "I lotti.", ""),
        field("stato", "state", Shape::Group(&STATE), "Lo stato, solo quando le date non bastano a dirlo.", ""),
        field("eventi", "events", Shape::List(&EVENT), "Che cosa è accaduto, o accadrà.", ""),
        field(
            "partecipanti",
            "participants",
            Shape::List(&OPERATOR),
            "Chi è stato invitato o ha presentato un'offerta.",
            "",
        ),
        field("aggiudicatari", "awardees", Shape::List(&AWARDEE), "Chi si è aggiudicato la gara o un lotto.", ""),
        field("allegati", "attachments", Shape::List(&ATTACHMENT), "I documenti.", ""),
        field(
            "consenti",
            "allow",
            Shape::List(&EXCUSE),
            "Le regole da cui questo avviso è dispensato, con il perché.",
            "",
        ),
    ],
};

/// A state no date tells.
pub static STATE: Group = Group {
    name: "stato",
    guide: "Lo stato si calcola dalle date; si scrive solo quando lo decide un atto.",
    fields: &[
        required("valore", "value", Shape::OneOf(words::<DeclaredState>), "Lo stato.", "aggiudicato"),
        required("dal", "since", Shape::Date, "Da quando.", "10/03/2026"),
        field("motivo", "reason", Shape::Text, "Perché.", "Nessuna offerta pervenuta"),
        field("atto", "act", Shape::Text, "L'atto che lo decide.", "Determinazione n. 45 del 10/03/2026"),
    ],
};

/// Something that happened.
pub static EVENT: Group = Group {
    name: "eventi",
    guide: "Un fatto della procedura, con la sua data.",
    fields: &[
        required("tipo", "kind", Shape::OneOf(words::<EventKind>), "Che cosa.", "nomina-commissione"),
        required("data", "date", Shape::Date, "Quando.", "15/02/2026"),
        field(
            "pubblicato",
            "published",
            Shape::Date,
            "Quando è stato reso noto, se più tardi: da allora lo sa chi segue il sito.",
            "17/02/2026",
        ),
        field("titolo", "title", Shape::Text, "In breve.", "Nominata la commissione giudicatrice"),
        field(
            "descrizione",
            "description",
            Shape::Text,
            "Per esteso.",
            "La commissione si riunisce in seduta riservata.",
        ),
        field("atto", "act", Shape::Text, "L'atto.", "Determinazione n. 21 del 15/02/2026"),
    ],
};

/// A document.
pub static ATTACHMENT: Group = Group {
    name: "allegati",
    guide: "Un documento: un file accanto all'avviso (`file`) o un indirizzo altrove (`indirizzo`). Formato e dimensione si leggono dal file.",
    fields: &[
        field("file", "file", Shape::Code("file"), "Il nome del file, nella cartella dell'avviso.", "disciplinare.pdf"),
        field(
            "indirizzo",
            "url",
            Shape::Url,
            "L'indirizzo, se il documento sta altrove.",
            "https://www.esempio.it/disciplinare.pdf",
        ),
        required("titolo", "title", Shape::Text, "Come si chiama il documento.", "Disciplinare di gara"),
        field(
            "descrizione",
            "description",
            Shape::Text,
            "Che cosa contiene.",
            "Requisiti, criteri e modalità di partecipazione",
        ),
        field(
            "gruppo",
            "group",
            Shape::OneOf(words::<Folder>),
            "Dove va: fra i documenti, le comunicazioni o gli esiti.",
            "documenti",
        ),
        field("data", "date", Shape::Date, "La data del documento.", "12/01/2026"),
        field(
            "lingua",
            "language",
            Shape::Code("lingua"),
            "La lingua, se non è quella del sito: un codice di due lettere.",
            "en",
        ),
        field("firmato", "signed", Shape::YesNo, "Se è firmato digitalmente.", "sì"),
    ],
};

/// A rule a notice is excused from.
pub static EXCUSE: Group = Group {
    name: "consenti",
    guide: "Una regola di cui non si vuole l'avvertimento, con il perché: resta scritto e viene contato.",
    fields: &[
        required("regola", "rule", Shape::Code("regola"), "Il nome della regola.", "scadenza-festiva"),
        required(
            "motivo",
            "reason",
            Shape::Text,
            "Perché qui va bene così.",
            "Il termine è fissato dal bando regionale",
        ),
    ],
};
