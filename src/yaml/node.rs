//! The tree of a YAML document, with places.

use std::borrow::Cow;

use serde_yaml::granit_parser::{ErrorKind, Event, Parser, ScalarStyle, ScanError};

use crate::messages::Msg;
use crate::source::Span;

/// Deeper than this, nobody wrote it by hand: our deepest field lies at six.
const DEPTH: usize = 12;

/// More values than this and it is not a notice; a hundred lots need 800.
const NODES: usize = 50_000;

/// A value and where it stands, in bytes of the file.
#[derive(Debug)]
pub struct Node<'a> {
    /// What it is.
    pub value: Yaml<'a>,
    /// Where it stands.
    pub span: Span,
}

/// A value.
#[derive(Debug)]
pub enum Yaml<'a> {
    /// A text. `plain` means without quotes: there, and only there, other
    /// programs see numbers, booleans and nulls.
    Scalar {
        /// The text after escapes.
        text: Cow<'a, str>,
        /// Whether it stood without quotes.
        plain: bool,
    },
    /// A list.
    List(Vec<Node<'a>>),
    /// Keys and values, in the order written; doubles are still there.
    Map(Vec<Entry<'a>>),
}

/// A key and its value.
#[derive(Debug)]
pub struct Entry<'a> {
    /// The key.
    pub key: Cow<'a, str>,
    /// Where the key stands.
    pub key_span: Span,
    /// The value.
    pub value: Node<'a>,
}

impl Node<'_> {
    /// Whether nothing was written: `key:`, `key: ~`, `key: ""`, `key: []`.
    pub fn is_empty(&self) -> bool {
        match &self.value {
            Yaml::Scalar { text, plain } => text.trim().is_empty() || *plain && matches!(text.as_ref(), "~" | "null"),
            Yaml::List(items) => items.is_empty(),
            Yaml::Map(entries) => entries.is_empty(),
        }
    }
}

/// A container still being filled.
enum Open<'a> {
    List(Vec<Node<'a>>, usize),
    Map(Vec<Entry<'a>>, Option<(Cow<'a, str>, Span)>, usize),
}

/// Reads one document. `offset` is where `text` starts in its file.
///
/// # Errors
/// The place and the reason of the first thing that is not YAML, or is YAML
/// we refuse: anchors, aliases, tags, a second document, absurd depth.
pub fn parse(text: &str, offset: usize) -> Result<Node<'_>, (Span, Msg)> {
    let mut open: Vec<Open<'_>> = Vec::new();
    let mut root = None;
    let mut nodes = 0;
    for event in Parser::new_from_str(text) {
        let (event, at) = event.map_err(|error| fault(&error, text, offset))?;
        let range = at.byte_range().unwrap_or(0..0);
        let span = Span::new(offset + range.start..offset + range.end);
        nodes += 1;
        if nodes > NODES || open.len() > DEPTH {
            return Err((span, Msg::new("yaml-too-deep")));
        }
        refuse_references(&event).map_err(|msg| (span, msg))?;
        match event {
            Event::Scalar(text, style, ..) => {
                let value = Yaml::Scalar { text, plain: style == ScalarStyle::Plain };
                place(Node { value, span }, &mut open, &mut root)?;
            }
            Event::SequenceStart(..) => open.push(Open::List(Vec::new(), span.start())),
            Event::MappingStart(..) => open.push(Open::Map(Vec::new(), None, span.start())),
            Event::SequenceEnd | Event::MappingEnd => {
                let (value, start) = match open.pop() {
                    Some(Open::List(items, start)) => (Yaml::List(items), start),
                    Some(Open::Map(entries, _, start)) => (Yaml::Map(entries), start),
                    None => break,
                };
                let end = offset + text[..range.end].trim_end().len();
                place(Node { value, span: Span::new(start..end.max(start)) }, &mut open, &mut root)?;
            }
            Event::DocumentStart(..) if root.is_some() => return Err((span, Msg::new("yaml-second-document"))),
            _ => {}
        }
    }
    let nothing = Node { value: Yaml::Map(Vec::new()), span: Span::new(offset..offset) };
    Ok(root.unwrap_or(nothing))
}

fn refuse_references(event: &Event<'_>) -> Result<(), Msg> {
    match event {
        Event::Alias(_) | Event::UnresolvedAlias(_) => return Err(Msg::new("yaml-alias")),
        Event::Scalar(_, _, anchor, tag)
        | Event::SequenceStart(_, anchor, tag)
        | Event::MappingStart(_, anchor, tag) => {
            if *anchor != 0 {
                return Err(Msg::new("yaml-alias"));
            }
            if tag.is_some() {
                return Err(Msg::new("yaml-tag"));
            }
        }
        _ => {}
    }
    Ok(())
}

/// Puts a finished value where it belongs.
fn place<'a>(node: Node<'a>, open: &mut [Open<'a>], root: &mut Option<Node<'a>>) -> Result<(), (Span, Msg)> {
    match open.last_mut() {
        None => *root = Some(node),
        Some(Open::List(items, _)) => items.push(node),
        Some(Open::Map(entries, waiting, _)) => match waiting.take() {
            Some((key, key_span)) => entries.push(Entry { key, key_span, value: node }),
            None => match node.value {
                Yaml::Scalar { text, .. } => *waiting = Some((text, node.span)),
                _ => return Err((node.span, Msg::new("yaml-key-not-text"))),
            },
        },
    }
    Ok(())
}

/// Where and why the scanner stopped. Tabs are told before anything else:
/// they cannot be seen, and what the scanner says of them is seldom that.
fn fault(error: &ScanError, text: &str, offset: usize) -> (Span, Msg) {
    let until = error.marker().byte_offset().unwrap_or(0).min(text.len());
    let line_end = text[until..].find('\n').map_or(text.len(), |length| until + length);
    let mut start = 0;
    for line in text[..line_end].split_inclusive('\n') {
        let blank = line.len() - line.trim_start().len();
        if let Some(tab) = line[..blank].find('\t').filter(|_| !line.trim().is_empty()) {
            let at = offset + start + tab;
            return (Span::new(at..at + 1), Msg::new("yaml-tab"));
        }
        start += line.len();
    }
    let mut msg = words(error);
    if let (ErrorKind::UnclosedFlowCollection { open, .. }, Some((_, bracket))) = (error.kind(), msg.gaps.first_mut()) {
        if *open == '{' { "}" } else { "]" }.clone_into(bracket);
    }
    (scan_error_span(error, text, offset), msg)
}

fn scan_error_span(error: &ScanError, text: &str, offset: usize) -> Span {
    let at = error.marker().byte_offset().unwrap_or(0).min(text.len());
    // At the end of the text the last line that says something is meant.
    let at = if at >= text.trim_end().len() { text.trim_end().rfind('\n').map_or(0, |line| line + 1) } else { at };
    let end = text[at..].find('\n').map_or(text.len(), |length| at + length);
    Span::new(offset + at..offset + end.max(at))
}

/// The scanner's reasons, for people who write notices.
fn words(error: &ScanError) -> Msg {
    match error.kind() {
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabInPlainScalar => Msg::new("yaml-tab"),
        ErrorKind::UnclosedFlowCollection { .. } => Msg::new("yaml-open-bracket").with("bracket", "]"),
        ErrorKind::UnclosedQuotedScalar => Msg::new("yaml-open-quote"),
        ErrorKind::RecursionLimitExceeded => Msg::new("yaml-too-deep"),
        ErrorKind::MappingValueNotAllowed | ErrorKind::InvalidColonPlacement => Msg::new("yaml-colon"),
        ErrorKind::InvalidIndentation
        | ErrorKind::SimpleKeyExpected
        | ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::ExpectedBlockSequenceEntry => Msg::new("yaml-indentation"),
        ErrorKind::UnknownAnchor => Msg::new("yaml-alias"),
        ErrorKind::UnexpectedEofFlowSequence | ErrorKind::ExpectedFlowSequenceSeparator => {
            Msg::new("yaml-open-bracket").with("bracket", "]")
        }
        ErrorKind::UnexpectedEofFlowMapping | ErrorKind::ExpectedFlowMappingSeparator => {
            Msg::new("yaml-open-bracket").with("bracket", "}")
        }
        ErrorKind::UnexpectedCharacter { character } => Msg::new("yaml-character").with("character", character),
        _ => Msg::new("yaml-syntax"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scalar<'a>(node: &'a Node<'_>, key: &str) -> (&'a str, bool) {
        let Yaml::Map(entries) = &node.value else { panic!("not a map") };
        let entry = entries.iter().find(|entry| entry.key == key).expect("the key is there");
        let Yaml::Scalar { text, plain } = &entry.value.value else { panic!("not a scalar") };
        (text, *plain)
    }

    #[test]
    fn what_was_typed_is_what_is_read() {
        let node = parse("cig: 1234567E10\nn: 00123\nno: no\nq: \"7\"\nd: 2023-10-12\nbig: 1E999\n", 0).expect("yaml");
        assert_eq!(scalar(&node, "cig"), ("1234567E10", true));
        assert_eq!(scalar(&node, "n"), ("00123", true));
        assert_eq!(scalar(&node, "no"), ("no", true));
        assert_eq!(scalar(&node, "q"), ("7", false));
        assert_eq!(scalar(&node, "d"), ("2023-10-12", true));
        assert_eq!(scalar(&node, "big"), ("1E999", true));
    }

    #[test]
    fn bombs_are_refused_at_once() {
        let aliases = "a: &a [x]\nb: [*a, *a]\n";
        assert_eq!(parse(aliases, 0).expect_err("an anchor").1.key, "yaml-alias");
        let deep = format!("a: {}", "[".repeat(100_000));
        assert_eq!(parse(&deep, 0).expect_err("deep").1.key, "yaml-too-deep");
    }

    #[test]
    fn places_are_bytes_of_the_file() {
        let node = parse("à: è\nb: c\n", 10).expect("yaml");
        let Yaml::Map(entries) = &node.value else { panic!("not a map") };
        assert_eq!(entries[1].key_span.range(), 17..18);
        assert_eq!(entries[1].value.span.range(), 20..21);
    }
}
