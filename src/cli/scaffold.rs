//! A notice ready to fill in, for each kind: the keys it is likely to need,
//! with the guide's words and examples, written from the table of fields.

use std::fmt::Write;

use chrono::NaiveDate;

use crate::model::Kind;
use crate::parse::fields;
use crate::vocabulary::Vocabulary;
use crate::yaml::{Field, Group, Shape};

/// Keys every kind may need.
const ALWAYS: &[&str] =
    &["sommario", "oggetto", "responsabile", "ufficio", "contatti", "allegati", "argomenti", "collegati"];

/// Keys of procedures that choose a contractor.
const TENDER: &[&str] = &[
    "codici",
    "scadenze",
    "importo",
    "contratto",
    "procedura",
    "criterio",
    "piattaforma",
    "presentazione",
    "luogo",
    "durata",
    "requisiti",
    "prestazioni",
    "lotti",
    "pnrr",
    "eventi",
    "stato",
    "aggiudicatari",
];

/// Keys of calls to people.
const CALL: &[&str] =
    &["scadenze", "presentazione", "requisiti", "luogo", "durata", "destinatari", "eventi", "stato", "importo"];

/// Keys of acts that end a procedure.
const RESULT: &[&str] = &["codici", "importo", "procedura", "criterio", "aggiudicatari", "lotti", "eventi", "stato"];

fn keys(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Tender
        | Kind::PriorInformation
        | Kind::Interest
        | Kind::Invitation
        | Kind::DesignContest
        | Kind::Sale => TENDER,
        Kind::OperatorList
        | Kind::Sponsorship
        | Kind::Competition
        | Kind::Selection
        | Kind::Mobility
        | Kind::Grants => CALL,
        Kind::DirectAward | Kind::Outcome => RESULT,
        Kind::Appointment => &["durata", "importo"],
        Kind::Decision | Kind::Document => &[],
    }
}

/// The text of a new notice. What is not filled in stands behind `#`, so
/// that the file is sound from the start.
pub(super) fn notice(kind: Kind, title: &str, today: NaiveDate) -> String {
    let title = title.replace('\\', "\\\\").replace('"', "\\\"");
    let mut text = format!(
        "---\ntitolo: \"{title}\"\ntipo: {}\npubblicato: {}\n# Togli la riga seguente quando l'avviso è pronto.\nbozza: sì\n\n# Ciò che serve si scrive togliendo il # davanti; il resto si può cancellare.\n",
        kind.word(),
        today.format("%d/%m/%Y"),
    );
    for field in fields::NOTICE.fields {
        if ALWAYS.contains(&field.key) || keys(kind).contains(&field.key) {
            entry(&mut text, field);
        }
    }
    text.push_str("---\n\n(scrivi qui il testo dell'avviso)\n");
    text
}

fn entry(text: &mut String, field: &Field) {
    let _ = writeln!(text, "\n# {}", field.guide);
    match &field.shape {
        Shape::Group(group) => {
            let _ = writeln!(text, "# {}:", field.key);
            children(text, group, "  ", "  ");
        }
        Shape::List(group) => {
            let _ = writeln!(text, "# {}:", field.key);
            children(text, group, "  - ", "    ");
        }
        _ => {
            let _ = writeln!(text, "# {}: {}", field.key, field.example);
        }
    }
}

/// The keys of a group; the deeper ones are for the guide.
fn children(text: &mut String, group: &Group, first: &str, rest: &str) {
    let simple = group.fields.iter().filter(|field| !matches!(field.shape, Shape::Group(_) | Shape::List(_)));
    // A document is a file or an address: only one of the two is shown.
    let shown = simple.filter(|field| !(group.name == "allegati" && field.key == "indirizzo"));
    for (at, field) in shown.enumerate() {
        let _ = writeln!(text, "# {}{}: {}", if at == 0 { first } else { rest }, field.key, field.example);
    }
}
