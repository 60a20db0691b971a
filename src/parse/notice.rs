//! A notice's file, from its path to its last attachment.

use super::attachment::attachment;
use super::body::{self, Words};
use super::filing::{filing, last_possible, office, unknown_section};
use super::place::{Place, place};
use super::values::{group, list, several, text, values};
use super::{call, course, deadline, fields, front_matter, placeholder};
use crate::diagnostic::Diagnostic;
use crate::messages::Msg;
use crate::model::{Body, Content, Course, Kind, Notice, NoticeHeading, Participation, People, Terms, TextRef};
use crate::rules;
use crate::sections::Tree;
use crate::source::{FileId, Source, Span};
use crate::yaml::{Fields, Reader};

/// Parses one notice. Reports every problem of the file, not just the first.
pub fn notice(file: FileId, source: &Source, tree: &Tree, words: &Words) -> (Option<Notice>, Vec<Diagnostic>) {
    let mut reader = Reader::new(file);
    reader.hidden_in_file(source.text());
    let notice = read(source, tree, words, &mut reader);
    if notice.as_ref().is_some_and(|notice| notice.filing.draft) {
        // A draft has gaps by nature.
        reader.findings.retain(|finding| *finding.rule != rules::PLACEHOLDER);
    }
    // Whatever is wrong with it, the rest is looked at too: its errors stop
    // publication, and one run should show them all.
    (notice, reader.findings)
}

fn read(source: &Source, tree: &Tree, words: &Words, reader: &mut Reader) -> Option<Notice> {
    let place = place(source.path(), tree);
    if place.section.is_none() {
        if place.folder.is_empty() {
            reader
                .report(&rules::UNKNOWN_SECTION, Span::default(), Msg::new("section-none"))
                .hint(Msg::new("section-none-hint"));
        } else {
            unknown_section(&place.folder, Span::default(), tree, reader);
        }
    }
    let parts = front_matter::split(source, reader)?;
    let body = body::body(source, parts.body, words, reader);
    let node = front_matter::read(source, parts.yaml, reader)?;
    let fields = Fields::open(&node, &fields::NOTICE, reader)?;
    placeholder::report(source, parts.body, reader);
    assemble(source, &place, tree, &fields, body, reader)
}

/// Reads every group, whatever is wrong with the others, so that one run
/// shows everything; only then decides whether there is a notice.
fn assemble(
    source: &Source,
    place: &Place,
    tree: &Tree,
    fields: &Fields<'_>,
    body: Body,
    reader: &mut Reader,
) -> Option<Notice> {
    let heading = heading(fields, reader);
    let filing = filing(source, place, tree, fields, reader);
    let money = fields.get("importo").map(|node| call::money(node, reader)).unwrap_or_default();
    let content = Content {
        aims: values(fields.get("finalita"), reader),
        requirements: values(fields.get("requisiti"), reader),
        activities: list(fields.get("prestazioni"), &fields::ACTIVITY, reader, call::activity),
        lots: list(fields.get("lotti"), &fields::LOT, reader, call::lot),
    };
    let people = People {
        manager: text(fields.get("responsabile"), reader),
        office: fields.get("ufficio").and_then(|node| office(node, reader)),
        contacts: group(fields.get("contatti"), &fields::CONTACTS, reader, call::contacts).unwrap_or_default(),
        body: group(fields.get("ente"), &fields::BODY, reader, call::body).flatten().map(Box::new),
    };
    let mut events = list(fields.get("eventi"), &fields::EVENT, reader, course::event);
    events.sort_by_key(|event| event.when.value.begins());
    let course = Course {
        declared: group(fields.get("stato"), &fields::STATE, reader, course::declared).flatten().map(Box::new),
        events,
        operators: list(fields.get("partecipanti"), &fields::OPERATOR, reader, course::operator),
        awardees: list(fields.get("aggiudicatari"), &fields::AWARDEE, reader, course::awardee),
    };
    let base = source.path().rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut notice = Notice {
        codes: group(fields.get("codici"), &fields::CODES, reader, call::codes).unwrap_or_default(),
        deadlines: list(fields.get("scadenze"), &fields::DEADLINE, reader, deadline::deadline),
        money,
        terms: terms(fields, reader),
        participation: participation(fields, reader),
        content,
        people,
        course,
        attachments: list(fields.get("allegati"), &fields::ATTACHMENT, reader, |fields, span, reader| {
            attachment(fields, span, base, reader)
        }),
        body,
        text: TextRef::default(),
        past: None,
        heading: heading?,
        filing: filing?,
    };
    if !notice.filing.is_dated {
        notice.filing.published.value = last_possible(&notice);
    }
    Some(notice)
}

fn heading(fields: &Fields<'_>, reader: &mut Reader) -> Option<NoticeHeading> {
    let title = fields.get("titolo").and_then(|node| reader.text(node));
    let kind = fields.get("tipo").and_then(|node| reader.word::<Kind>(node));
    let subject = text(fields.get("oggetto"), reader);
    let summary = text(fields.get("sommario"), reader);
    Some(NoticeHeading { title: title?, kind: kind?, subject, summary })
}

fn terms(fields: &Fields<'_>, reader: &mut Reader) -> Terms {
    Terms {
        contract: fields.get("contratto").and_then(|node| reader.word(node)),
        procedure: fields.get("procedura").and_then(|node| reader.word(node)),
        choice: fields.get("scelta_contraente").and_then(|node| call::choice(node, reader)),
        criterion: fields.get("criterio").and_then(|node| reader.word(node)),
        places: values(fields.get("luogo"), reader),
        delivery: fields.get("svolgimento").and_then(|node| reader.word(node)),
        duration: group(fields.get("durata"), &fields::DURATION, reader, call::duration).map(Box::new),
        funding: text(fields.get("finanziamento"), reader),
        pnrr: group(fields.get("pnrr"), &fields::PNRR, reader, call::pnrr).flatten().map(Box::new),
        audience: several(fields.get("destinatari"), reader).into_iter().filter_map(|node| reader.word(node)).collect(),
        topics: values(fields.get("argomenti"), reader),
    }
}

fn participation(fields: &Fields<'_>, reader: &mut Reader) -> Participation {
    let platform = group(fields.get("piattaforma"), &fields::PLATFORM, reader, call::platform).flatten().map(Box::new);
    let submission = group(fields.get("presentazione"), &fields::SUBMISSION, reader, call::submission);
    Participation { platform, ..submission.unwrap_or_default() }
}
