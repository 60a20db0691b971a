//! A notice's file, from its path to its last attachment.

use super::attachment::attachment;
use super::body::{self, Words};
use super::filing::{filing, unknown_section};
use super::{call, course, deadline, fields, front_matter, placeholder};
use crate::diagnostic::Diagnostic;
use crate::messages::Msg;
use crate::model::{Body, Content, Course, Kind, Notice, NoticeHeading, Participation, People, Terms, TextRef};
use crate::rules;
use crate::sections::{SectionId, Tree};
use crate::source::{FileId, Source, Span};
use crate::yaml::{Fields, Node, Reader};

/// Where a content file stands, told from its path.
pub struct Place {
    /// Its section; `None` if the folder is no section.
    pub section: Option<SectionId>,
    /// The folder, without the notice's own.
    pub folder: String,
    /// What the file is called: its name, or its folder's for `index.md`.
    pub name: String,
}

/// Tells a notice's section and name from its path. Below a section, folders
/// named by a year are welcome.
pub fn place(path: &str, tree: &Tree) -> Place {
    let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let (folder, name) = match (stem, folder.rsplit_once('/')) {
        ("index", Some((above, own))) => (above, own),
        _ => (folder, stem),
    };
    let mut section = folder;
    while let Some((above, year)) = section.rsplit_once('/') {
        if year.len() != 4 || !year.bytes().all(|b| b.is_ascii_digit()) {
            break;
        }
        section = above;
    }
    Place { section: tree.find(section), folder: folder.to_owned(), name: name.to_owned() }
}

/// Parses one notice. Reports every problem of the file, not just the first.
pub fn notice(file: FileId, source: &Source, tree: &Tree, words: &Words) -> (Option<Notice>, Vec<Diagnostic>) {
    let mut reader = Reader::new(file);
    let notice = read(source, tree, words, &mut reader);
    if notice.as_ref().is_some_and(|notice| notice.filing.draft) {
        // A draft has gaps by nature.
        reader.findings.retain(|finding| *finding.rule != rules::PLACEHOLDER);
    }
    let sound = reader.findings.iter().all(|finding| !finding.is_error());
    (notice.filter(|_| sound), reader.findings)
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
        activities: call::list(fields.get("prestazioni"), &fields::ACTIVITY, reader, call::activity),
        lots: call::list(fields.get("lotti"), &fields::LOT, reader, call::lot),
    };
    let people = People {
        manager: text(fields.get("responsabile"), reader),
        office: text(fields.get("ufficio"), reader),
        contacts: call::group(fields.get("contatti"), &fields::CONTACTS, reader, call::contacts).unwrap_or_default(),
        body: call::group(fields.get("ente"), &fields::BODY, reader, call::body).flatten().map(Box::new),
    };
    let mut events = call::list(fields.get("eventi"), &fields::EVENT, reader, course::event);
    events.sort_by_key(|event| event.when.value.begins());
    let course = Course {
        declared: call::group(fields.get("stato"), &fields::STATE, reader, course::declared).flatten().map(Box::new),
        events,
        awardees: call::list(fields.get("aggiudicatari"), &fields::AWARDEE, reader, course::awardee),
    };
    let base = source.path().rsplit_once('/').map_or("", |(folder, _)| folder);
    Some(Notice {
        codes: call::group(fields.get("codici"), &fields::CODES, reader, call::codes).unwrap_or_default(),
        deadlines: call::list(fields.get("scadenze"), &fields::DEADLINE, reader, deadline::deadline),
        money,
        terms: terms(fields, reader),
        participation: participation(fields, reader),
        content,
        people,
        course,
        attachments: call::list(fields.get("allegati"), &fields::ATTACHMENT, reader, |fields, span, reader| {
            attachment(fields, span, base, reader)
        }),
        body,
        text: TextRef::default(),
        heading: heading?,
        filing: filing?,
    })
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
        criterion: fields.get("criterio").and_then(|node| reader.word(node)),
        places: values(fields.get("luogo"), reader),
        delivery: fields.get("svolgimento").and_then(|node| reader.word(node)),
        duration: call::group(fields.get("durata"), &fields::DURATION, reader, call::duration).map(Box::new),
        funding: text(fields.get("finanziamento"), reader),
        pnrr: call::group(fields.get("pnrr"), &fields::PNRR, reader, call::pnrr).flatten().map(Box::new),
        audience: many(fields.get("destinatari"), reader).into_iter().filter_map(|node| reader.word(node)).collect(),
        topics: values(fields.get("argomenti"), reader),
    }
}

fn participation(fields: &Fields<'_>, reader: &mut Reader) -> Participation {
    let platform =
        call::group(fields.get("piattaforma"), &fields::PLATFORM, reader, call::platform).flatten().map(Box::new);
    let submission = call::group(fields.get("presentazione"), &fields::SUBMISSION, reader, call::submission);
    Participation { platform, ..submission.unwrap_or_default() }
}

/// A text, if there is one.
pub(super) fn text(node: Option<&Node<'_>>, reader: &mut Reader) -> Option<String> {
    reader.text(node?).map(|text| text.value)
}

/// The texts, if there are any.
fn values(node: Option<&Node<'_>>, reader: &mut Reader) -> Vec<String> {
    node.map(|node| reader.texts(node).into_iter().map(|text| text.value).collect()).unwrap_or_default()
}

/// The values, alone or in a list, if there are any.
pub(super) fn many<'n, 'a>(node: Option<&'n Node<'a>>, reader: &mut Reader) -> Vec<&'n Node<'a>> {
    node.map(|node| reader.several(node)).unwrap_or_default()
}
