//! Triples, written down subject by subject.

use oxrdf::{Literal, NamedNode, Triple};

use super::super::plain::plain;
use super::terms::{DCT, RDF, Vocabulary, XSD};
use crate::calendar::Moment;

/// A text in the language it was written in.
pub(super) enum Wording {
    /// The site's.
    Ours(String),
    /// Italian, as the headings of the law.
    Italian(String),
}

impl Wording {
    /// The same with more at its end.
    pub(super) fn with(&self, more: &str) -> Self {
        match self {
            Self::Ours(text) => Self::Ours(format!("{text}{more}")),
            Self::Italian(text) => Self::Italian(format!("{text}{more}")),
        }
    }
}

/// The triples so far, in the order written.
pub(super) struct Sheet {
    triples: Vec<Triple>,
    subject: NamedNode,
    language: &'static str,
}

impl Sheet {
    /// An empty sheet whose texts are in a language.
    pub(super) fn new(language: &'static str) -> Self {
        Self { triples: Vec::new(), subject: term(RDF, "nil"), language }
    }

    /// The triples.
    pub(super) fn triples(self) -> Vec<Triple> {
        self.triples
    }

    /// From here on all is said of this, which is of these classes.
    pub(super) fn about(&mut self, subject: &NamedNode, classes: &[(Vocabulary, &str)]) {
        self.subject.clone_from(subject);
        for (vocabulary, class) in classes {
            self.link((RDF, "type"), &term(*vocabulary, class));
        }
    }

    /// Says that something is something else.
    pub(super) fn link(&mut self, (vocabulary, name): (Vocabulary, &str), object: &NamedNode) {
        self.triples.push(Triple::new(self.subject.clone(), term(vocabulary, name), object.clone()));
    }

    /// Says a text in the language of the sheet.
    pub(super) fn text(&mut self, property: (Vocabulary, &str), text: &str) {
        self.text_in(self.language, property, text);
    }

    /// Says a text in the language it was written in.
    pub(super) fn say(&mut self, property: (Vocabulary, &str), wording: &Wording) {
        match wording {
            Wording::Ours(text) => self.text_in(self.language, property, text),
            Wording::Italian(text) => self.text_in("it", property, text),
        }
    }

    fn text_in(&mut self, language: &str, (vocabulary, name): (Vocabulary, &str), text: &str) {
        if let Ok(literal) = Literal::new_language_tagged_literal(plain(text), language) {
            self.triples.push(Triple::new(self.subject.clone(), term(vocabulary, name), literal));
        }
    }

    /// Says an identifier.
    pub(super) fn code(&mut self, (vocabulary, name): (Vocabulary, &str), code: &str) {
        self.triples.push(Triple::new(
            self.subject.clone(),
            term(vocabulary, name),
            Literal::new_simple_literal(plain(code)),
        ));
    }

    /// Says when it last changed, if it ever did.
    pub(super) fn changed(&mut self, modified: Option<Moment>) {
        if let Some(moment) = modified {
            self.when((DCT, "modified"), moment);
        }
    }

    /// Says when: a day, or a moment with its offset.
    fn when(&mut self, (vocabulary, name): (Vocabulary, &str), moment: Moment) {
        let kind = if moment.time.is_none() { "date" } else { "dateTime" };
        let literal = Literal::new_typed_literal(moment.iso(), term(XSD, kind));
        self.triples.push(Triple::new(self.subject.clone(), term(vocabulary, name), literal));
    }
}

/// A term of a vocabulary.
pub(super) fn term((_, address): Vocabulary, name: &str) -> NamedNode {
    NamedNode::new_unchecked(format!("{address}{name}"))
}

/// An address somebody wrote, if it can be made one: what stands in no
/// address is written with percent signs.
pub(super) fn address(text: &str) -> Option<NamedNode> {
    let text = plain(text);
    NamedNode::new(text.as_str()).or_else(|_| NamedNode::new(spelled(&text))).ok()
}

fn spelled(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 20);
    let mut buffer = [0; 4];
    for (at, c) in text.char_indices() {
        let escape = c == '%' && text.get(at + 1..at + 3).is_some_and(|two| two.bytes().all(|b| b.is_ascii_hexdigit()));
        if c.is_ascii_alphanumeric() || "-._~:/?#@!$&'()*+,;=".contains(c) || escape {
            out.push(c);
        } else {
            out.extend(c.encode_utf8(&mut buffer).bytes().map(|b| format!("%{b:02X}")));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_somebody_wrote_becomes_an_address() {
        for (text, expected) in [
            ("https://www.esempio.it/à?b=c&d#e", Some("https://www.esempio.it/à?b=c&d#e")),
            ("https://www.esempio.it/{a}|b^`c`", Some("https://www.esempio.it/%7Ba%7D%7Cb%5E%60c%60")),
            ("https://www.esempio.it/100%", Some("https://www.esempio.it/100%25")),
            ("https://www.esempio.it/%C3%A0%zz", Some("https://www.esempio.it/%C3%A0%25zz")),
            ("mailto:a b@esempio.it", Some("mailto:a%20b@esempio.it")),
            ("senza schema", None),
            ("", None),
        ] {
            assert_eq!(address(text).as_ref().map(NamedNode::as_str), expected, "{text}");
        }
    }
}
