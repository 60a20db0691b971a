//! The table of notices: a row a notice.

use super::{CIG, CPV, Column, Row, Shape, Table, column, filled, id, list, word};
use crate::codes::{Cup, SimogNumber, Uuid};
use crate::data::Value;
use crate::data::leaf::StateWord;
use crate::model::{Contract, Criterion, Deadline, DeadlineKind, Kind, Procedure, Vat};

/// A row a notice.
pub static NOTICES: Table = Table { name: "atti", columns: COLUMNS, key: &["id"], rows: |_| 1 };

fn deadline<'a>(row: &Row<'a>) -> Option<&'a Deadline> {
    row.notice.main_deadline()
}

const COLUMNS: &[Column] = &[
    id(),
    filled("titolo", Shape::Text, |row| Value::text(&row.notice.heading.title.value)),
    filled("tipo", list::<Kind>(), |row| word(Some(row.notice.heading.kind))),
    filled("stato", Shape::Word(StateWord::all), |row| Value::Text(row.site.state(row.notice).word().into())),
    column("oggetto", Shape::Text, |row| Value::maybe(row.notice.heading.subject.as_deref())),
    column("sommario", Shape::Text, |row| Value::maybe(row.notice.heading.summary.as_deref())),
    column("pubblicato", Shape::Day, |row| Value::day(row.notice.filing.published_on())),
    filled("aggiornato", Shape::Day, |row| Value::day(Some(row.site.updated(row.notice)))),
    column("apertura", Shape::Instant, |row| {
        row.notice.filing.opens.map_or(Value::Nothing, |opens| Value::At(opens.begins()))
    }),
    column("scadenza", Shape::Instant, |row| Value::last_minute(deadline(row).map(|deadline| deadline.when.value))),
    column("tipo_scadenza", list::<DeadlineKind>(), |row| word(deadline(row).map(|deadline| deadline.kind))),
    column("scadenza_precedente", Shape::Instant, |row| {
        Value::last_minute(deadline(row).and_then(|deadline| deadline.changes.last()?.previous))
    }),
    filled("proroghe", Shape::Number, |row| Value::number(deadline(row).map_or(0, |deadline| deadline.changes.len()))),
    column("cig", Shape::Codes(CIG), |row| Value::several(row.notice.cigs().into_iter().map(|cig| cig.value.as_str()))),
    column("cup", Shape::Several, |row| Value::several(row.notice.codes.cup.iter().map(Cup::as_str))),
    column("cpv", Shape::Codes(CPV), |row| Value::several(row.notice.codes.cpv.iter().map(ToString::to_string))),
    column("simog", Shape::Text, |row| Value::maybe(row.notice.codes.simog.as_ref().map(SimogNumber::as_str))),
    column("mepa", Shape::Text, |row| {
        row.notice.codes.mepa.as_ref().map_or(Value::Nothing, |mepa| Value::made(mepa.to_string()))
    }),
    column("bdncp", Shape::Text, |row| Value::maybe(row.notice.codes.bdncp.as_ref().map(Uuid::as_str))),
    column("pvl", Shape::Text, |row| Value::maybe(row.notice.codes.pvl.as_ref().map(Uuid::as_str))),
    column("protocollo", Shape::Text, |row| Value::maybe(row.notice.codes.protocol.as_deref())),
    column("importo_base", Shape::Euro, |row| Value::euro(row.notice.money.base)),
    column("iva", list::<Vat>(), |row| word(row.notice.money.vat)),
    column("importo_sicurezza", Shape::Euro, |row| Value::euro(row.notice.money.safety)),
    column("importo_manodopera", Shape::Euro, |row| Value::euro(row.notice.money.labour)),
    column("importo_aggiudicazione", Shape::Euro, |row| Value::euro(row.notice.money.award)),
    column("importo_liquidato", Shape::Euro, |row| Value::euro(row.notice.money.paid)),
    column("procedura", list::<Procedure>(), |row| word(row.notice.terms.procedure)),
    column("contratto", list::<Contract>(), |row| word(row.notice.terms.contract)),
    column("criterio", list::<Criterion>(), |row| word(row.notice.terms.criterion)),
    column("luogo", Shape::Several, |row| Value::several(row.notice.terms.places.iter())),
    column("pnrr", Shape::Text, |row| {
        row.notice.terms.pnrr.as_ref().map_or(Value::Nothing, |pnrr| Value::made(pnrr.code()))
    }),
    column("aggiudicatari", Shape::Several, |row| {
        Value::several(row.notice.course.awardees.iter().map(|awardee| awardee.name.as_str()))
    }),
    column("ente", Shape::Text, |row| Value::maybe(row.notice.people.body.as_ref().map(|body| body.name.as_str()))),
    column("ufficio", Shape::Text, |row| Value::maybe(row.notice.people.office.as_deref())),
    column("responsabile", Shape::Text, |row| Value::maybe(row.notice.people.manager.as_deref())),
    column("piattaforma", Shape::Text, |row| {
        Value::maybe(row.notice.participation.platform.as_ref().map(|platform| platform.name.as_str()))
    }),
    column("argomenti", Shape::Several, |row| Value::several(row.notice.terms.topics.iter())),
    filled("sezione", Shape::Text, |row| {
        Value::maybe(row.notice.filing.sections.first().map(|id| row.site.tree.get(*id).path.as_str()))
    }),
    filled("sezioni", Shape::Several, |row| {
        Value::several(row.notice.filing.sections.iter().map(|id| row.site.tree.get(*id).path.as_str()))
    }),
    column("collegati", Shape::Several, |row| {
        Value::several(row.site.related(row.notice).into_iter().map(|other| other.filing.id.value.as_str()))
    }),
    filled("allegati", Shape::Number, |row| Value::number(row.notice.attachments.len())),
    filled("url", Shape::Url, |row| Value::made(row.site.web(&row.notice.address()))),
    column("json", Shape::Url, |row| {
        Value::made(row.site.json_address(&row.notice.address()).map(|json| row.site.web(&json)).unwrap_or_default())
    }),
];
