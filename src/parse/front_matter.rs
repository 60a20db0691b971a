//! The YAML between the two `---` lines.

use std::ops::Range;

use crate::messages::Msg;
use crate::rules;
use crate::source::{Source, Span};
use crate::yaml::{Node, Reader, parse};

/// A file cut in two.
pub(super) struct Parts {
    /// The bytes of the YAML.
    pub(super) yaml: Range<usize>,
    /// The byte at which the body starts.
    pub(super) body: usize,
}

/// Cuts a file at its front matter.
pub(super) fn split(source: &Source, reader: &mut Reader) -> Option<Parts> {
    let text = source.text();
    let first = text.find('\n').unwrap_or(text.len());
    if text[..first].trim_end() != "---" {
        reader
            .report(&rules::FRONT_MATTER, Span::new(0..first), Msg::new("front-matter-missing"))
            .hint(Msg::new("front-matter-hint"));
        return None;
    }
    let start = (first + 1).min(text.len());
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        if line.trim_end() == "---" {
            return Some(Parts { yaml: start..at, body: at + line.len() });
        }
        at += line.len();
    }
    reader
        .report(&rules::FRONT_MATTER, Span::new(0..first), Msg::new("front-matter-unclosed"))
        .hint(Msg::new("front-matter-close-hint"));
    None
}

/// Reads the YAML of a file.
pub(super) fn read<'s>(source: &'s Source, yaml: Range<usize>, reader: &mut Reader) -> Option<Node<'s>> {
    match parse(&source.text()[yaml.clone()], yaml.start) {
        Ok(node) => Some(node),
        Err((span, msg)) => {
            not_yaml(span, msg, reader);
            None
        }
    }
}

/// Reports what is not YAML, with the remedy for the commonest slips.
pub(super) fn not_yaml(span: Span, msg: Msg, reader: &mut Reader) {
    let hint = match msg.key {
        "yaml-tab" => "yaml-tab-hint",
        "yaml-alias" => "yaml-alias-hint",
        "yaml-colon" => "yaml-colon-hint",
        _ => "yaml-hint",
    };
    reader.report(&rules::YAML, span, msg).hint(Msg::new(hint));
}
