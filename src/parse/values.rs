//! Values under keys: read if they are there, reported if they are wrong.

use crate::messages::Msg;
use crate::model::{AmountError, Euro};
use crate::rules;
use crate::source::Span;
use crate::yaml::{Fields, Group, Node, Reader};

/// A text, if there is one.
pub(super) fn text(node: Option<&Node<'_>>, reader: &mut Reader) -> Option<String> {
    reader.text(node?).map(|text| text.value)
}

/// The texts, if there are any.
pub(super) fn values(node: Option<&Node<'_>>, reader: &mut Reader) -> Vec<String> {
    node.map(|node| reader.texts(node).into_iter().map(|text| text.value).collect()).unwrap_or_default()
}

/// The values, alone or in a list, if there are any.
pub(super) fn several<'n, 'a>(node: Option<&'n Node<'a>>, reader: &mut Reader) -> Vec<&'n Node<'a>> {
    node.map(|node| reader.several(node)).unwrap_or_default()
}

/// Reads a mapping, if there is one.
pub(super) fn group<T>(
    node: Option<&Node<'_>>,
    keys: &'static Group,
    reader: &mut Reader,
    read: impl FnOnce(&Fields<'_>, &mut Reader) -> T,
) -> Option<T> {
    let fields = Fields::open(node?, keys, reader)?;
    Some(read(&fields, reader))
}

/// Reads a list of mappings; those that could not be read are left out,
/// their findings kept.
pub(super) fn list<T>(
    node: Option<&Node<'_>>,
    keys: &'static Group,
    reader: &mut Reader,
    read: impl Fn(&Fields<'_>, Span, &mut Reader) -> Option<T>,
) -> Vec<T> {
    let Some(node) = node else { return Vec::new() };
    let items = reader.items(node);
    let mut things = Vec::with_capacity(items.len());
    for item in items {
        things.extend(Fields::open(item, keys, reader).and_then(|fields| read(&fields, item.span, reader)));
    }
    things
}

pub(super) fn each<T>(
    node: Option<&Node<'_>>,
    reader: &mut Reader,
    read: impl Fn(&Node<'_>, &mut Reader) -> Option<T>,
) -> Vec<T> {
    let Some(node) = node else { return Vec::new() };
    reader.several(node).into_iter().filter_map(|item| read(item, reader)).collect()
}

/// A code without checks.
pub(super) fn code(node: Option<&Node<'_>>, reader: &mut Reader) -> Option<String> {
    reader.code(node?).map(|code| code.value)
}

/// An amount.
pub(super) fn euro(node: Option<&Node<'_>>, reader: &mut Reader) -> Option<Euro> {
    let node = node?;
    let (text, _) = reader.scalar(node)?;
    match Euro::parse(text) {
        Ok(euro) => Some(euro),
        Err(error) => {
            let (key, hint) = match error {
                AmountError::Shape => ("amount-shape", Msg::new("amount-hint")),
                AmountError::DotOfWhat { cents, thousands } => {
                    ("amount-two-ways", Msg::new("amount-dot-hint").with("cents", cents).with("thousands", thousands))
                }
                AmountError::Apostrophe { right } => {
                    ("amount-two-ways", Msg::new("amount-apostrophe-hint").with("right", right))
                }
                AmountError::NoCents { right } => {
                    ("amount-no-cents", Msg::new("amount-no-cents-hint").with("right", right))
                }
            };
            reader.report(&rules::AMOUNT, node.span, Msg::new(key).with("value", text)).hint(hint);
            None
        }
    }
}

/// A web address.
pub(super) fn url(node: Option<&Node<'_>>, reader: &mut Reader) -> Option<String> {
    reader.url(node?).map(|url| url.value)
}

/// An e-mail address.
pub(super) fn email(node: Option<&Node<'_>>, reader: &mut Reader) -> Option<String> {
    reader.email(node?).map(|email| email.value)
}
