//! A notice's file, from its path to its last attachment.

use super::body::{self, Words};
use super::{call, course, deadline, fields, front_matter, placeholder, target};
use crate::calendar::Moment;
use crate::diagnostic::Diagnostic;
use crate::messages::Msg;
use crate::model::{
    Attachment, AttachmentSource, Body, Content, Course, Excuse, Filing, Group, Kind, Notice, NoticeHeading,
    Participation, People, Terms, TextRef,
};
use crate::rules;
use crate::sections::{SectionId, Tree};
use crate::source::{FileId, Source, Span, Spanned};
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

fn filing(source: &Source, place: &Place, tree: &Tree, fields: &Fields<'_>, reader: &mut Reader) -> Option<Filing> {
    let published = fields.get("pubblicato").and_then(|node| reader.moment(node));
    let updated = fields.get("aggiornato").and_then(|node| reader.moment(node));
    let mut sections: Vec<SectionId> = place.section.into_iter().collect();
    for node in many(fields.get("sezioni"), reader) {
        let Some(name) = reader.code(node) else { continue };
        match tree.resolve(&name.value) {
            Some(section) if !sections.contains(&section) => sections.push(section),
            Some(_) => {}
            None => unknown_section(&name.value, name.span, tree, reader),
        }
    }
    let id = match fields.get("id") {
        Some(node) => id(node, reader),
        None => Some(Spanned {
            value: slug_of(&place.name),
            span: fields.entry("titolo").map_or(Span::default(), |entry| entry.key_span),
        }),
    };
    let aliases = many(fields.get("alias"), reader).into_iter().filter_map(|node| alias(node, reader)).collect();
    let related = many(fields.get("collegati"), reader).into_iter().filter_map(|node| reader.code(node)).collect();
    let excuses = call::list(fields.get("consenti"), &fields::EXCUSE, reader, excuse);
    let opens = fields.get("apertura").and_then(|node| reader.moment(node)).map(|moment| moment.value);
    let draft = fields.get("bozza").and_then(|node| reader.yes_no(node)).unwrap_or(false);
    let published = published?;
    Some(Filing {
        file: reader.file(),
        path: source.path().to_owned(),
        id: id?,
        updated: updated.unwrap_or(published.clone()),
        published,
        opens,
        sections,
        draft,
        aliases,
        related,
        excuses,
    })
}

fn unknown_section(name: &str, span: Span, tree: &Tree, reader: &mut Reader) {
    let hint = match tree.nearest(name) {
        Some(path) => Msg::new("section-nearest").with("path", path),
        None => Msg::new("section-list"),
    };
    reader.report(&rules::UNKNOWN_SECTION, span, Msg::new("section-unknown").with("name", name)).hint(hint);
}

fn id(node: &Node<'_>, reader: &mut Reader) -> Option<Spanned<String>> {
    let id = reader.code(node)?;
    let good = !id.value.is_empty()
        && id.value.len() <= 120
        && id.value.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    if !good {
        let right = slug_of(&id.value);
        reader.report(&rules::VALUE, id.span, Msg::new("id-shape")).hint(Msg::new("value-nearest").with("word", right));
        return None;
    }
    Some(id)
}

/// The id a name gives: small letters, digits and dashes.
fn slug_of(name: &str) -> String {
    if !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') {
        return name.to_owned();
    }
    let slug = slug::slugify(name.replace(['°', 'º'], " "));
    if slug.is_empty() { "avviso".to_owned() } else { slug }
}

/// An old address: from the root, and nothing that a server would misread.
fn alias(node: &Node<'_>, reader: &mut Reader) -> Option<Spanned<String>> {
    let alias = reader.code(node)?;
    let inner = alias.value.trim_matches('/');
    let folders = inner.rsplit_once('/').map_or("", |(folders, _)| folders);
    let good = alias.value.starts_with('/')
        && !alias.value.starts_with("//")
        // A folder named like a file would stand where a file may be.
        && !folders.contains('.')
        && !inner.is_empty()
        && inner.len() <= 200
        && inner.split('/').all(|part| !part.is_empty() && !part.starts_with('.'))
        && inner.bytes().all(|b| b.is_ascii_alphanumeric() || b"/._-~".contains(&b));
    if !good {
        let msg = Msg::new("alias-shape").with("value", &alias.value);
        reader.report(&rules::ADDRESS, alias.span, msg).hint(Msg::new("alias-hint"));
        return None;
    }
    Some(alias)
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

fn attachment(fields: &Fields<'_>, span: Span, base: &str, reader: &mut Reader) -> Option<Attachment> {
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

/// A rule somebody is excused from.
pub(super) fn excuse(fields: &Fields<'_>, span: Span, reader: &mut Reader) -> Option<Excuse> {
    let name = fields.get("regola").and_then(|node| reader.code(node));
    let reason = text(fields.get("motivo"), reader);
    let name = name?;
    match rules::find(&name.value) {
        Some(rule) if rule.excusable => Some(Excuse { rule, reason: reason?, span }),
        Some(_) => {
            let msg = Msg::new("excuse-not-excusable").with("rule", &name.value);
            reader.report(&rules::EXCUSE, name.span, msg).hint(Msg::new("excuse-mend-hint"));
            None
        }
        None => {
            let names = rules::RULES.iter().filter(|rule| rule.excusable).map(|rule| rule.name);
            let hint = match crate::diagnostic::nearest(&name.value, names.clone()) {
                Some(word) => Msg::new("value-nearest").with("word", word),
                None => Msg::new("value-words").with("words", names.collect::<Vec<_>>().join(", ")),
            };
            reader.report(&rules::EXCUSE, name.span, Msg::new("excuse-unknown").with("rule", &name.value)).hint(hint);
            None
        }
    }
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
fn many<'n, 'a>(node: Option<&'n Node<'a>>, reader: &mut Reader) -> Vec<&'n Node<'a>> {
    node.map(|node| reader.several(node)).unwrap_or_default()
}
