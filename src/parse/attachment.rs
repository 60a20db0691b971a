//! A notice's documents.

use super::target;
use super::values::text;
use crate::calendar::Moment;
use crate::messages::Msg;
use crate::model::{Attachment, AttachmentSource, Group};
use crate::rules;
use crate::source::{Span, Spanned};
use crate::yaml::{Fields, Node, Reader};

/// A document: a file of ours, or an address elsewhere.
pub(super) fn attachment(fields: &Fields<'_>, span: Span, base: &str, reader: &mut Reader) -> Option<Attachment> {
    let title = text(fields.get("titolo"), reader);
    let source = match (fields.get("file"), fields.get("indirizzo")) {
        (Some(node), None) => file(node, base, reader),
        (None, Some(node)) => reader.url(node).map(AttachmentSource::Url),
        (both, _) => {
            let key = if both.is_some() { "attachment-two-sources" } else { "attachment-no-source" };
            reader.report(&rules::MISSING_KEY, span, Msg::new(key)).hint(Msg::new("attachment-source-hint"));
            None
        }
    };
    let language = fields.get("lingua").and_then(|node| {
        let code = reader.code(node)?;
        let good = code.value.len() == 2 && code.value.bytes().all(|b| b.is_ascii_lowercase());
        if !good {
            reader.report(&rules::VALUE, code.span, Msg::new("language-shape")).hint(Msg::new("language-hint"));
        }
        good.then_some(code.value)
    });
    Some(Attachment {
        description: text(fields.get("descrizione"), reader),
        group: fields.get("gruppo").and_then(|node| reader.word(node)).unwrap_or(Group::Documents),
        date: fields.get("data").and_then(|node| reader.moment(node)).map(|moment: Spanned<Moment>| moment.value),
        language,
        signed: fields.get("firmato").and_then(|node| reader.yes_no(node)).unwrap_or(false),
        source: source?,
        title: title?,
    })
}

fn file(node: &Node<'_>, base: &str, reader: &mut Reader) -> Option<AttachmentSource> {
    let name = reader.code(node)?;
    if let Some(path) = target::join(base, &name.value) {
        Some(AttachmentSource::File(Spanned { value: path, span: name.span }))
    } else {
        reader
            .report(&rules::ATTACHMENT_OUTSIDE, name.span, Msg::new("file-outside").with("path", &name.value))
            .hint(Msg::new("file-outside-hint"));
        None
    }
}
