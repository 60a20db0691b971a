//! A file on its way past: what is kept of it, and what it came to.

use super::compound::{self, Directory, Names};
use super::marks::{self, Drawing};
use super::members::Members;
use super::sniff::{self, after_mark};
use super::table::{Shape, TextShape, WholeShape, shape};
use super::text::{Seen, Text};
use super::{Fault, Format, envelope, json, xml};
use crate::vocabulary::Vocabulary;

/// How much of the beginning is kept.
const HEAD: usize = 64 * 1024;

/// How much of the end is kept of an archive: the list of some three thousand
/// members.
const TAIL: usize = 256 * 1024;

/// What is larger than this is not read in full; if it is markup, that means
/// that it is not published.
const LIMIT: u64 = 20 * 1024 * 1024;

/// A file that is being read, block by block.
#[derive(Debug)]
pub struct Reading {
    format: Format,
    size: u64,
    head: Vec<u8>,
    kept: Kept,
}

/// How it will be known, and what is kept for that beside the head.
#[derive(Debug)]
enum Kept {
    /// Nothing.
    Mark(fn(&[u8]) -> bool),
    /// The end of an archive.
    Archive(fn(&Members<'_>) -> bool, Vec<u8>),
    /// The names in a compound file.
    Compound(fn(Names) -> bool, Directory),
    /// Whether it is text.
    Text(TextShape, Text),
    /// All of it, unless it is too long, and whether it is text.
    Whole(WholeShape, Vec<u8>, Text),
}

impl Reading {
    /// Of a file whose name claims a format.
    pub fn of(format: Format) -> Self {
        let kept = match shape(format) {
            Shape::Mark(is) => Kept::Mark(is),
            Shape::Archive(is) => Kept::Archive(is, Vec::new()),
            Shape::Compound(is) => Kept::Compound(is, Directory::default()),
            Shape::Text(of) => Kept::Text(of, Text::default()),
            Shape::Whole(of) => Kept::Whole(of, Vec::new(), Text::default()),
        };
        Self { format, size: 0, head: Vec::new(), kept }
    }

    /// Takes the next block, of any length.
    pub fn feed(&mut self, block: &[u8]) {
        self.size += block.len() as u64;
        let room = HEAD - self.head.len();
        self.head.extend_from_slice(&block[..room.min(block.len())]);
        match &mut self.kept {
            Kept::Mark(_) => {}
            Kept::Archive(_, tail) => {
                tail.extend_from_slice(block);
                if tail.len() > 2 * TAIL {
                    tail.drain(..tail.len() - TAIL);
                }
            }
            Kept::Compound(_, directory) => directory.feed(block),
            Kept::Text(_, text) => text.feed(block),
            Kept::Whole(_, whole, text) => {
                text.feed(block);
                if self.size <= LIMIT {
                    whole.extend_from_slice(block);
                } else {
                    *whole = Vec::new();
                }
            }
        }
    }

    /// Why it cannot be published under its name, if so.
    pub fn finish(self) -> Option<Fault> {
        let Self { format, size, head, kept } = self;
        if let Some(program) = sniff::program(&head) {
            return Some(Fault::Program(program));
        }
        // Markup is looked at in full.
        if !matches!(kept, Kept::Whole(WholeShape::Xml(_), ..)) && sniff::page(&head) {
            return Some(Fault::Page);
        }
        let fault = match kept {
            Kept::Mark(is) => known_by(&head, is(&head)),
            Kept::Archive(is, tail) => archive(&head, &tail, size, is),
            Kept::Compound(is, directory) if head.starts_with(compound::MARK) => {
                directory.fault(is).or_else(|| mixed(&head))
            }
            Kept::Compound(..) => Some(other(&head)),
            Kept::Text(TextShape::Plain, text) => plain(&head, text.finish()),
            Kept::Text(TextShape::Drawing, text) => match marks::drawing(&head) {
                Some(Drawing::Text) => text.finish().fault(false),
                drawing => known_by(&head, drawing.is_some()),
            },
            Kept::Text(TextShape::Envelope(kind), text) => match envelope::fault(kind, &head, size, text.finish()) {
                Some(Fault::Unknown) => Some(other(&head)),
                fault => fault.or_else(|| mixed(&head)),
            },
            Kept::Whole(of, bytes, text) => whole(&head, of, &bytes, size, text.finish()),
        };
        match fault {
            // It has the mark, but not what must come with it.
            Some(Fault::Other(told)) if Format::read(told) == Some(format) => Some(Fault::Unknown),
            fault => fault,
        }
    }
}

/// What is wrong with a file that has its mark, or has it not.
fn known_by(head: &[u8], is: bool) -> Option<Fault> {
    if is { mixed(head) } else { Some(other(head)) }
}

fn mixed(head: &[u8]) -> Option<Fault> {
    sniff::mixed(head).then_some(Fault::Mixed)
}

fn other(head: &[u8]) -> Fault {
    sniff::told(head).map_or(Fault::Unknown, Fault::Other)
}

fn archive(head: &[u8], tail: &[u8], size: u64, is: fn(&Members<'_>) -> bool) -> Option<Fault> {
    if !head.starts_with(b"PK\x03\x04") {
        // Newer documents behind a password are compound files.
        return Some(if Directory::over(head).locked { Fault::Locked } else { other(head) });
    }
    let Some(members) = Members::of(head, tail, size) else { return Some(Fault::CutShort) };
    if members.deceive() {
        return Some(Fault::Mixed);
    }
    (!is(&members)).then(|| Fault::Other(members.told()))
}

fn plain(head: &[u8], text: Seen) -> Option<Fault> {
    match text.fault(false) {
        Some(fault) => Some(sniff::told(head).map_or(fault, Fault::Other)),
        None if sniff::is_utf7(after_mark(head)) => Some(Fault::Escape(1)),
        None => sniff::told_of_text(after_mark(head)).map(Fault::Other),
    }
}

fn whole(head: &[u8], of: WholeShape, bytes: &[u8], size: u64, text: Seen) -> Option<Fault> {
    if let Some(fault) = text.fault(true) {
        return Some(sniff::told(head).filter(|told| *told != "xml").map_or(fault, Fault::Other));
    }
    let (bytes, too_long) = (after_mark(bytes), size > LIMIT);
    match of {
        WholeShape::Xml(_) if too_long => Some(Fault::TooLong),
        WholeShape::Xml(root) => xml::fault(bytes, root),
        _ if too_long => json::long(after_mark(head)),
        WholeShape::Json => json::fault(bytes),
        WholeShape::Geographic => json::geographic(bytes),
    }
}
