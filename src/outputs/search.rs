//! The index of the search: every notice on line, and every section.
//!
//! States are not in it, for they change with the clock and an index does
//! not: a record says on which day its call opens and closes, and the page
//! that searches compares.

use chrono::Datelike;

use super::{Ground, Made, Press};
use crate::calendar::Moment;
use crate::chronicle::State;
use crate::diagnostic::Diagnostic;
use crate::edition::{Artifact, Content, Edition};
use crate::messages::Msg;
use crate::model::{Notice, SETTINGS};
use crate::plan::{Job, SEARCH};
use crate::rules;
use crate::search::{self, Files, Record};
use crate::sections::SectionId;
use crate::vocabulary::Vocabulary;

/// Makes the index, or takes the one already published if it would be the
/// same.
/// Its stamp. The names of the other files are made of what is in them: below
/// [`SEARCH`] nobody else may have anything.
pub(super) fn plan(ground: &Ground<'_>) -> Vec<Job> {
    ground.site.has_search().then(|| Job::file(SEARCH.beside(search::STAMP))).into_iter().collect()
}

pub(super) fn make(press: &Press<'_>) -> Made {
    if !press.site.has_search() {
        return Ok(Vec::new());
    }
    let records = &records(press);
    let language = press.site.settings.language.tag();
    let fingerprint = search::fingerprint(records, language);
    let files = match (press.published_index)(&fingerprint) {
        Some(files) => files,
        None => search::index(records, language).map_err(|detail| Box::new(failed(detail)))?,
    };
    let folder = search::folder(&fingerprint);
    let stamp = Artifact::new(&SEARCH.beside(search::STAMP), search::stamp(&fingerprint, &files));
    let files = files.into_iter();
    let index = files.map(|(name, bytes)| Artifact::new(&SEARCH.beside(&format!("{folder}/{name}")), bytes));
    Ok(index.chain([stamp]).collect())
}

/// The index an edition holds, if it was made from what `fingerprint` tells.
pub fn index_in(edition: &Edition, fingerprint: &str) -> Option<Files> {
    let place = format!("{}{}/", &SEARCH[1..], search::folder(fingerprint));
    let files = edition.files().filter_map(|(path, content)| match content {
        Content::Bytes(bytes) => Some((path.strip_prefix(&place)?.to_owned(), bytes.to_vec())),
        _ => None,
    });
    let files: Files = files.collect();
    (!files.is_empty()).then_some(files)
}

fn failed(detail: String) -> Diagnostic {
    let msg = Msg::new("search-failed").with("detail", detail);
    Diagnostic::of_file(&rules::SITE, SETTINGS, msg).hint(Msg::new("search-failed-hint"))
}

/// Everything there is to find.
fn records<'a>(press: &Press<'a>) -> Vec<Record<'a>> {
    let sections = press.site.tree.ids().map(|id| section(press, id));
    let notices = press.site.current().map(|one| notice(press, one, press.texts.get(one.text)));
    sections.chain(notices).collect()
}

fn section<'a>(press: &Press<'a>, id: SectionId) -> Record<'a> {
    let section = press.site.tree.get(id);
    let words = press.site.words.get(&id);
    let about = words.and_then(|words| words.summary.as_deref()).or(section.about.as_deref());
    let mut record =
        Record { url: press.site.section_address(id, 1).into(), title: &section.title, ..Record::default() };
    record.words.extend(about);
    record.shown.extend(about.map(|about| ("sommario", about.to_owned())));
    record.shown.insert("tipo", press.labels.text("theme-section_word").to_owned());
    record.filters.insert("sezione", vec![root(press, id)]);
    record
}

/// The id of the heading of the first level a section stands under.
fn root(press: &Press<'_>, id: SectionId) -> String {
    let line = press.site.tree.line(id);
    press.site.tree.get(*line.first().unwrap_or(&id)).id.clone()
}

fn notice<'a>(press: &Press<'a>, notice: &'a Notice, html: &'a str) -> Record<'a> {
    let (site, labels) = (press.site, press.labels);
    let heading = &notice.heading;
    let codes = &notice.codes;
    let mut words: Vec<&str> = Vec::new();
    words.extend(heading.subject.as_deref());
    words.extend(heading.summary.as_deref());
    words.extend(notice.cigs().into_iter().map(|cig| cig.value.as_str()));
    words.extend(codes.cup.iter().map(crate::codes::Cup::as_str));
    words.extend(codes.protocol.as_deref());
    words.extend(notice.attachments.iter().map(|attachment| attachment.title.as_str()));
    words.extend(notice.content.lots.iter().map(|lot| lot.title.as_str()));
    words.extend(notice.content.activities.iter().map(|activity| activity.title.as_str()));
    words.extend(notice.course.awardees.iter().map(|awardee| awardee.name.as_str()));
    words.extend(notice.terms.topics.iter().map(String::as_str));
    words.extend(notice.terms.places.iter().map(String::as_str));
    words.extend(notice.people.office.as_deref());
    let mut record =
        Record { url: notice.address().into(), title: &heading.title.value, html, words, ..Record::default() };
    record.codes.extend(codes.cpv.iter().map(|cpv| format!("{cpv} {}", cpv.label())));
    record.shown.insert("tipo", labels.of(heading.kind).to_owned());
    let published = notice.filing.published.value;
    let views = press.views();
    if let Some(day) = notice.filing.published_on() {
        record.shown.insert("pubblicato", crate::view::When::of(day, labels.language()).day);
    }
    let about = heading.summary.clone().or_else(|| heading.subject.clone());
    let about = about.unwrap_or_else(|| search::opening(html));
    if !about.is_empty() {
        record.shown.insert("sommario", about);
    }
    if let Some(section) = notice.filing.sections.first() {
        record.shown.insert("sezione", site.tree.get(*section).title.clone());
    }
    if let Some(first) = notice.cigs().first() {
        record.shown.insert("cig", first.value.to_string());
    }
    record.filters.insert("tipo", vec![heading.kind.word().to_owned()]);
    record.filters.insert("anno", vec![published.date.year().to_string()]);
    let mut roots: Vec<String> = notice.filing.sections.iter().map(|id| root(press, *id)).collect();
    roots.sort_unstable();
    roots.dedup();
    record.filters.insert("sezione", roots);
    match (site.state(notice), notice.closes()) {
        (State::Declared(_), _) => {
            record.shown.insert("stato", views.state_text(notice).to_owned());
            record.filters.insert("concluso", vec!["si".to_owned()]);
        }
        (_, Some(closes)) => {
            record.shown.insert("chiude", closes.unix().to_string());
            if let Some(deadline) = notice.main_deadline() {
                let when = crate::view::When::of(deadline.when.value, labels.language());
                record.shown.insert("scadenza", labels.of(deadline.kind).to_owned());
                record.shown.insert("quando", when.text);
                record.filters.insert("chiude", vec![day(deadline.when.value)]);
            }
            if let Some(opens) = notice.filing.opens {
                record.shown.insert("apre", opens.begins().unix().to_string());
                record.filters.insert("apre", vec![day(opens)]);
            }
        }
        _ => {}
    }
    record
}

/// A day for comparing: `2026-11-23`.
fn day(moment: Moment) -> String {
    moment.date.to_string()
}
