//! What became of a notice: declared state, events, winners.

use super::call::tax_code;
use super::values::{code, euro, text};
use crate::model::{Awardee, Declared, Event, Operator, OperatorId};
use crate::source::Span;
use crate::yaml::{Fields, Reader};

/// A state no date tells.
pub(super) fn declared(fields: &Fields<'_>, reader: &mut Reader) -> Option<Declared> {
    let state = fields.get("valore").and_then(|node| reader.word(node));
    let since = fields.get("dal").and_then(|node| reader.moment(node));
    let reason = text(fields.get("motivo"), reader);
    let act = text(fields.get("atto"), reader);
    Some(Declared { state: state?, since: since?, reason, act })
}

/// Something that happened, or will.
pub(super) fn event(fields: &Fields<'_>, _: Span, reader: &mut Reader) -> Option<Event> {
    let kind = fields.get("tipo").and_then(|node| reader.word(node));
    let when = fields.get("data").and_then(|node| reader.moment(node));
    let title = text(fields.get("titolo"), reader);
    let description = text(fields.get("descrizione"), reader);
    let act = text(fields.get("atto"), reader);
    let published = fields.get("pubblicato").and_then(|node| reader.moment(node)).map(|moment| moment.value);
    Some(Event { kind: kind?, when: when?, published, title, text: description, act })
}

/// Who was invited or took part.
pub(super) fn operator(fields: &Fields<'_>, _: Span, reader: &mut Reader) -> Option<Operator> {
    let name = text(fields.get("nome"), reader);
    let italian = fields.get("codice_fiscale").and_then(|node| tax_code(node, reader)).map(OperatorId::Italian);
    let foreign = code(fields.get("identificativo_estero"), reader).map(OperatorId::Foreign);
    let group = code(fields.get("raggruppamento"), reader);
    let role = fields.get("ruolo").and_then(|node| reader.word(node));
    let lot = code(fields.get("lotto"), reader);
    Some(Operator { name: name?, id: italian.or(foreign), group, role, lot })
}

/// Who won.
pub(super) fn awardee(fields: &Fields<'_>, span: Span, reader: &mut Reader) -> Option<Awardee> {
    let name = text(fields.get("nome"), reader);
    let tax_code = fields.get("codice_fiscale").and_then(|node| tax_code(node, reader));
    let amount = euro(fields.get("importo"), reader);
    let lot = code(fields.get("lotto"), reader);
    let discount = text(fields.get("ribasso"), reader);
    Some(Awardee { name: name?, tax_code, amount, lot, discount, span })
}
