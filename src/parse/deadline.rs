//! Deadlines and their history.

use super::fields;
use super::values::{list, text};
use crate::model::{Change, ChangeKind, Deadline};
use crate::source::Span;
use crate::yaml::{Fields, Reader};

/// A deadline.
pub(super) fn deadline(fields: &Fields<'_>, _: Span, reader: &mut Reader) -> Option<Deadline> {
    let kind = fields.get("tipo").and_then(|node| reader.word(node));
    let when = fields.get("data").and_then(|node| reader.moment(node));
    let note = text(fields.get("nota"), reader);
    let place = text(fields.get("luogo"), reader);
    let changes = list(fields.get("proroghe"), &fields::CHANGE, reader, change);
    Some(Deadline { kind: kind?, when: when?, note, place, changes })
}

/// A deadline moved once.
fn change(fields: &Fields<'_>, span: Span, reader: &mut Reader) -> Option<Change> {
    let kind = match fields.get("tipo") {
        Some(node) => reader.word(node),
        None => Some(ChangeKind::Extension),
    };
    let published = fields.get("pubblicata").and_then(|node| reader.moment(node)).map(|moment| moment.value);
    let previous = fields.get("precedente").and_then(|node| reader.moment(node)).map(|moment| moment.value);
    let reason = text(fields.get("motivo"), reader);
    let act = text(fields.get("atto"), reader);
    Some(Change { kind: kind?, published, previous, reason: reason?, act, span })
}
