//! `_sezione.md`: what a body says about a section.

use super::body::{self, Words};
use super::filing::unknown_section;
use super::values::text;
use super::{fields, front_matter, place, placeholder};
use crate::diagnostic::Diagnostic;
use crate::sections::{SectionId, Tree};
use crate::site::SectionWords;
use crate::source::{FileId, Source, Span};
use crate::yaml::{Fields, Reader};

/// Parses one `_sezione.md`.
pub fn section_words(
    file: FileId,
    source: &Source,
    tree: &Tree,
    words: &Words,
) -> (Option<(SectionId, SectionWords)>, Vec<Diagnostic>) {
    let mut reader = Reader::new(file);
    reader.hidden_in_file(source.text());
    let read = read(source, tree, words, &mut reader);
    (read, reader.findings)
}

fn read(source: &Source, tree: &Tree, words: &Words, reader: &mut Reader) -> Option<(SectionId, SectionWords)> {
    let place = place(source.path(), tree);
    if place.section.is_none() {
        unknown_section(&place.folder, Span::default(), tree, reader);
    }
    let parts = front_matter::split(source, reader)?;
    placeholder::report(source, parts.body, reader);
    let body = body::body(source, parts.body, words, reader);
    let node = front_matter::read(source, parts.yaml, reader)?;
    let fields = Fields::open(&node, &fields::SECTION_WORDS, reader)?;
    let words = SectionWords {
        file: reader.file(),
        path: source.path().to_owned(),
        summary: text(fields.get("sommario"), reader),
        office: text(fields.get("ufficio"), reader),
        manager: text(fields.get("responsabile"), reader),
        updated: fields.get("aggiornato").and_then(|node| reader.moment(node)).map(|moment| moment.value),
        empty: text(fields.get("vuota"), reader),
        body,
    };
    Some((place.section?, words))
}
