//! Whom to tell of a hole in the site's security: `sicurezza:` in
//! `sito.yaml`.

use super::values::{each, several};
use crate::messages::Msg;
use crate::model::Security;
use crate::rules;
use crate::yaml::{Fields, Node, Reader};

pub(super) fn security(fields: &Fields<'_>, reader: &mut Reader) -> Option<Security> {
    let contacts = each(fields.get("contatti"), reader, contact);
    let expires = fields.get("scade").and_then(|node| reader.moment(node));
    let mut page = |key| fields.get(key).and_then(|node| https(node, reader));
    let (policy, key, thanks) = (page("politica"), page("chiave"), page("ringraziamenti"));
    let languages = several(fields.get("lingue"), reader);
    let languages = languages.into_iter().filter_map(|node| language(node, reader)).collect();
    // One that cannot be read has been told.
    let expires = expires.filter(|_| !contacts.is_empty())?;
    Some(Security { contacts, expires, policy, key, thanks, languages })
}

/// An address of the kind RFC 9116 asks for, of what people write.
fn contact(node: &Node<'_>, reader: &mut Reader) -> Option<String> {
    let text = reader.text(node)?.value;
    if text.contains("://") {
        return https(node, reader);
    }
    if text.contains('@') {
        return reader.email(node).map(|email| format!("mailto:{}", email.value));
    }
    let number = telephone(&text);
    if number.is_none() {
        let msg = Msg::new("security-contact").with("value", text);
        reader.report(&rules::ADDRESS, node.span, msg).hint(Msg::new("security-contact-hint"));
    }
    number.map(|number| format!("tel:{number}"))
}

/// A number anybody in the world can call (RFC 3966); Italian, if it does
/// not say otherwise.
fn telephone(text: &str) -> Option<String> {
    let (country, own) = match text.strip_prefix('+').or_else(|| text.strip_prefix("00").filter(|own| own.len() > 9)) {
        Some(own) => ("", own),
        None => ("39", text),
    };
    let known = own.bytes().all(|b| b.is_ascii_digit() || b" -./()".contains(&b));
    let digits: String = own.chars().filter(char::is_ascii_digit).collect();
    (known && (5..=15).contains(&digits.len())).then(|| format!("+{country}{digits}"))
}

/// A page nobody can listen in on: the RFC allows no other.
fn https(node: &Node<'_>, reader: &mut Reader) -> Option<String> {
    let url = reader.url(node)?;
    if !url.value.starts_with("https://") {
        let msg = Msg::new("security-https").with("value", &url.value);
        reader.report(&rules::ADDRESS, url.span, msg).hint(Msg::new("security-https-hint"));
        return None;
    }
    Some(url.value)
}

/// A language tag (RFC 5646): `it`, `de-AT`.
fn language(node: &Node<'_>, reader: &mut Reader) -> Option<String> {
    let tag = reader.code(node)?;
    let mut parts = tag.value.split('-');
    let first =
        parts.next().is_some_and(|part| matches!(part.len(), 2..=8) && part.bytes().all(|b| b.is_ascii_alphabetic()));
    let good =
        first && parts.all(|part| matches!(part.len(), 1..=8) && part.bytes().all(|b| b.is_ascii_alphanumeric()));
    if !good {
        let msg = Msg::new("security-language").with("value", &tag.value);
        reader.report(&rules::VALUE, tag.span, msg).hint(Msg::new("security-language-hint"));
    }
    good.then_some(tag.value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_can_be_called_from_anywhere() {
        assert_eq!(telephone("0422 658.111").as_deref(), Some("+390422658111"));
        assert_eq!(telephone("+39 0422 658111").as_deref(), Some("+390422658111"));
        assert_eq!(telephone("0039 0422 658111").as_deref(), Some("+390422658111"));
        assert_eq!(telephone("800-123456").as_deref(), Some("+39800123456"));
        for text in ["", "112", "ufficio", "0422 658111 int. 3", "+", "1".repeat(20).as_str()] {
            assert_eq!(telephone(text), None, "{text}");
        }
    }
}
