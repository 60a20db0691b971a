//! The tables of what notices have several of: deadlines, documents, lots,
//! winners. Their first columns say which notice, and which of its own.

use super::{CIG, CPV, Column, Row, SHA256, Shape, Table, column, filled, id, list, word};
use crate::data::Value;
use crate::data::parts::{foreign, italian};
use crate::formats::Format;
use crate::model::{Attachment, Awardee, ChangeKind, Deadline, DeadlineKind, File, Group, GroupRole, Lot, Operator};
use crate::plan::Document;

/// A row a deadline.
pub(super) static DEADLINES: Table = Table {
    name: "scadenze",
    key: &["id", "numero"],
    rows: |notice| notice.deadlines.len(),
    columns: &[
        id(),
        number(),
        title(),
        filled("tipo_scadenza", list::<DeadlineKind>(), |row| word(deadline(row).map(|deadline| deadline.kind))),
        filled("scadenza", Shape::Instant, |row| Value::last_minute(deadline(row).map(|deadline| deadline.when.value))),
        filled("con_ora", Shape::Truth, |row| {
            deadline(row).map_or(Value::Nothing, |deadline| Value::Truth(deadline.when.value.time.is_some()))
        }),
        column("luogo_scadenza", Shape::Text, |row| {
            Value::maybe(deadline(row).and_then(|deadline| deadline.place.as_deref()))
        }),
        column("nota", Shape::Text, |row| Value::maybe(deadline(row).and_then(|deadline| deadline.note.as_deref()))),
        filled("proroghe", Shape::Number, |row| {
            Value::number(deadline(row).map_or(0, |deadline| deadline.changes.len()))
        }),
        column("scadenza_precedente", Shape::Instant, |row| {
            Value::last_minute(deadline(row).and_then(|deadline| deadline.changes.last()?.previous))
        }),
        column("scadenza_originaria", Shape::Instant, |row| {
            Value::last_minute(deadline(row).and_then(|deadline| deadline.changes.first()?.previous))
        }),
        column("tipo_proroga", list::<ChangeKind>(), |row| {
            word(deadline(row).and_then(|deadline| Some(deadline.changes.last()?.kind)))
        }),
        column("proroga_pubblicata", Shape::Day, |row| {
            Value::day(deadline(row).and_then(|deadline| deadline.changes.last()?.published))
        }),
        column("motivo_proroga", Shape::Text, |row| {
            Value::maybe(deadline(row).and_then(|deadline| Some(deadline.changes.last()?.reason.as_str())))
        }),
        column("atto_proroga", Shape::Text, |row| {
            Value::maybe(deadline(row).and_then(|deadline| deadline.changes.last()?.act.as_deref()))
        }),
        url(),
    ],
};

/// A row a document.
pub(super) static DOCUMENTS: Table = Table {
    name: "allegati",
    key: &["id", "numero"],
    rows: |notice| notice.attachments.len(),
    columns: &[
        id(),
        number(),
        filled("documento", Shape::Text, |row| Value::maybe(document(row).map(|item| item.title.as_str()))),
        filled("indirizzo", Shape::Url, |row| {
            place(row).map_or(Value::Nothing, |place| Value::made(place.web(row.site)))
        }),
        filled("esterno", Shape::Truth, |row| {
            place(row).map_or(Value::Nothing, |place| Value::Truth(place.file.is_none()))
        }),
        filled("gruppo", list::<Group>(), |row| word(document(row).map(|item| item.group))),
        column("descrizione", Shape::Text, |row| {
            Value::maybe(document(row).and_then(|item| item.description.as_deref()))
        }),
        column("data_documento", Shape::Day, |row| Value::day(document(row).and_then(|item| item.date))),
        column("lingua", Shape::Text, |row| Value::maybe(document(row).and_then(|item| item.language.as_deref()))),
        filled("firmato", Shape::Truth, |row| document(row).map_or(Value::Nothing, |item| Value::Truth(item.signed))),
        column("formato", Shape::Text, |row| {
            Value::maybe(place(row).and_then(|place| place.format).map(Format::media_type))
        }),
        column("dimensione", Shape::Number, |row| {
            place(row).and_then(|place| place.file).map_or(Value::Nothing, |file| Value::Number(file.size))
        }),
        column("sha256", Shape::Code(SHA256), |row| {
            Value::made(place(row).and_then(|place| place.file).map(File::hash).unwrap_or_default())
        }),
        url(),
    ],
};

/// A row a lot.
pub(super) static LOTS: Table = Table {
    name: "lotti",
    key: &["id", "numero"],
    rows: |notice| notice.content.lots.len(),
    columns: &[
        id(),
        number(),
        column("lotto", Shape::Text, |row| Value::maybe(lot(row).and_then(|lot| lot.number.as_deref()))),
        filled("titolo_lotto", Shape::Text, |row| Value::maybe(lot(row).map(|lot| lot.title.as_str()))),
        column("cig", Shape::Codes(CIG), |row| {
            Value::maybe(lot(row).and_then(|lot| Some(lot.cig.as_ref()?.value.as_str())))
        }),
        column("cpv", Shape::Codes(CPV), |row| {
            Value::made(lot(row).and_then(|lot| lot.cpv).map(|cpv| cpv.to_string()).unwrap_or_default())
        }),
        column("importo_lotto", Shape::Euro, |row| Value::euro(lot(row).and_then(|lot| lot.amount))),
        column("importo_liquidato", Shape::Euro, |row| Value::euro(lot(row).and_then(|lot| lot.paid))),
        column("aggiudicatario", Shape::Text, |row| Value::maybe(lot(row).and_then(|lot| lot.awardee.as_deref()))),
        url(),
    ],
};

/// A row somebody invited, or who took part.
pub(super) static OPERATORS: Table = Table {
    name: "partecipanti",
    key: &["id", "numero"],
    rows: |notice| notice.course.operators.len(),
    columns: &[
        id(),
        number(),
        title(),
        filled("partecipante", Shape::Text, |row| Value::maybe(operator(row).map(|item| item.name.as_str()))),
        column("codice_fiscale", Shape::Text, |row| Value::maybe(operator(row).and_then(italian))),
        column("identificativo_estero", Shape::Text, |row| Value::maybe(operator(row).and_then(foreign))),
        column("raggruppamento", Shape::Text, |row| Value::maybe(operator(row).and_then(|item| item.group.as_deref()))),
        column("ruolo", list::<GroupRole>(), |row| word(operator(row).and_then(|item| item.role))),
        column("lotto", Shape::Text, |row| Value::maybe(operator(row).and_then(|item| item.lot.as_deref()))),
        url(),
    ],
};

/// A row a winner.
pub(super) static AWARDEES: Table = Table {
    name: "aggiudicatari",
    key: &["id", "numero"],
    rows: |notice| notice.course.awardees.len(),
    columns: &[
        id(),
        number(),
        title(),
        filled("aggiudicatario", Shape::Text, |row| Value::maybe(awardee(row).map(|item| item.name.as_str()))),
        column("codice_fiscale", Shape::Text, |row| {
            Value::maybe(awardee(row).and_then(|item| Some(item.tax_code.as_ref()?.as_str())))
        }),
        column("lotto", Shape::Text, |row| Value::maybe(awardee(row).and_then(|item| item.lot.as_deref()))),
        column("importo", Shape::Euro, |row| Value::euro(awardee(row).and_then(|item| item.amount))),
        column("ribasso", Shape::Text, |row| Value::maybe(awardee(row).and_then(|item| item.discount.as_deref()))),
        column("cig", Shape::Codes(CIG), |row| {
            Value::several(row.notice.cigs().into_iter().map(|cig| cig.value.as_str()))
        }),
        url(),
    ],
};

/// Which of the notice's, from 1.
const fn number() -> Column {
    filled("numero", Shape::Number, |row| Value::number(row.at + 1))
}

/// The notice's title.
const fn title() -> Column {
    filled("titolo", Shape::Text, |row| Value::text(&row.notice.heading.title.value))
}

/// The notice's page.
const fn url() -> Column {
    filled("url", Shape::Url, |row| Value::made(row.site.web(&row.notice.address())))
}

fn deadline<'a>(row: &Row<'a>) -> Option<&'a Deadline> {
    row.notice.deadlines.get(row.at)
}

fn document<'a>(row: &Row<'a>) -> Option<&'a Attachment> {
    row.notice.attachments.get(row.at)
}

fn place<'a>(row: &Row<'a>) -> Option<Document<'a>> {
    Some(row.site.document(row.notice, document(row)?))
}

fn lot<'a>(row: &Row<'a>) -> Option<&'a Lot> {
    row.notice.content.lots.get(row.at)
}

fn awardee<'a>(row: &Row<'a>) -> Option<&'a Awardee> {
    row.notice.course.awardees.get(row.at)
}

fn operator<'a>(row: &Row<'a>) -> Option<&'a Operator> {
    row.notice.course.operators.get(row.at)
}
