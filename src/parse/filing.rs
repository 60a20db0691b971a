//! Where a notice stands: its name, sections, dates, old addresses, excuses.

use super::fields;
use super::place::Place;
use super::values::{list, several, text};
use crate::calendar::Moment;
use crate::characters::perhaps;
use crate::messages::Msg;
use crate::model::{Excuse, Filing, Impossible, NAME, Notice, impossible};
use crate::rules;
use crate::sections::{SectionId, Tree};
use crate::source::{Source, Span, Spanned};
use crate::yaml::{Fields, Node, Reader, Yaml};

pub(super) fn filing(
    source: &Source,
    place: &Place,
    tree: &Tree,
    fields: &Fields<'_>,
    reader: &mut Reader,
) -> Option<Filing> {
    let undated = fields.get("pubblicato").filter(|node| is_not_known(node));
    let dated = fields.get("pubblicato").filter(|_| undated.is_none()).and_then(|node| reader.moment(node));
    let updated = fields.get("aggiornato").and_then(|node| reader.moment(node));
    let mut sections: Vec<SectionId> = place.section.into_iter().collect();
    for node in several(fields.get("sezioni"), reader) {
        let Some(name) = reader.code(node) else { continue };
        match tree.resolve(&name.value) {
            Some(section) if !sections.contains(&section) => sections.push(section),
            Some(_) => {}
            None => unknown_section(&name.value, name.span, tree, reader),
        }
    }
    let id = if let Some(node) = fields.get("id") {
        id(node, reader)
    } else {
        let span = fields.entry("titolo").map_or(Span::default(), |entry| entry.key_span);
        let value = slug_of(&place.name);
        if value.is_empty() {
            let msg = Msg::new("id-none").with("name", &place.name);
            reader.report(&rules::IMPOSSIBLE_ADDRESS, span, msg).hint(Msg::new("id-none-hint"));
        }
        (!value.is_empty()).then_some(Spanned { value, span })
    };
    let aliases = several(fields.get("alias"), reader).into_iter().filter_map(|node| alias(node, reader)).collect();
    let related = several(fields.get("collegati"), reader).into_iter().filter_map(|node| reader.code(node)).collect();
    let excuses = list(fields.get("consenti"), &fields::EXCUSE, reader, excuse);
    let opens = fields.get("apertura").and_then(|node| reader.moment(node)).map(|moment| moment.value);
    let draft = fields.get("bozza").and_then(|node| reader.yes_no(node)).unwrap_or(false);
    if let (Some(node), None) = (undated, &updated) {
        let msg = Msg::new("published-unknown-alone");
        reader.report(&rules::MISSING_KEY, node.span, msg).hint(Msg::new("published-unknown-alone-hint"));
    }
    let published = dated.or_else(|| undated.and(updated.clone()))?;
    Some(Filing {
        file: reader.file(),
        path: source.path().to_owned(),
        id: id?,
        updated: updated.unwrap_or(published.clone()),
        published,
        is_dated: undated.is_none(),
        opens,
        sections,
        draft,
        aliases,
        related,
        excuses,
    })
}

/// Whether a date is said not to be known, in one of the ways people say it.
fn is_not_known(node: &Node<'_>) -> bool {
    let words =
        ["non nota", "non noto", "non indicata", "non indicato", "sconosciuta", "sconosciuto", "not known", "unknown"];
    matches!(&node.value, Yaml::Scalar { text, .. } if words.contains(&text.trim().to_lowercase().as_str()))
}

/// The last moment a notice can have been published at: before anything it
/// tells of; if it tells of nothing, before it was updated.
pub(super) fn last_possible(notice: &Notice) -> Moment {
    let deadlines = notice.deadlines.iter().flat_map(|deadline| {
        let changes = deadline.changes.iter().flat_map(|change| [change.previous, change.published]);
        changes.flatten().chain([deadline.when.value])
    });
    let events = notice.course.events.iter().flat_map(|event| [Some(event.when.value), event.published]).flatten();
    let declared = notice.course.declared.iter().map(|declared| declared.since.value);
    let all = deadlines.chain(events).chain(declared).chain(notice.filing.opens);
    all.min_by_key(|moment| moment.begins()).unwrap_or(notice.filing.updated.value)
}

pub(super) fn unknown_section(name: &str, span: Span, tree: &Tree, reader: &mut Reader) {
    let hint = match reader.wants_hints().then(|| tree.nearest(name)).flatten() {
        Some(path) => perhaps(name, path),
        None => Msg::new("section-list"),
    };
    reader.report(&rules::UNKNOWN_SECTION, span, Msg::new("section-unknown").with("name", name)).hint(hint);
}

/// The longest id one may write, in bytes.
const ID: usize = 120;

fn id(node: &Node<'_>, reader: &mut Reader) -> Option<Spanned<String>> {
    let id = reader.code(node)?;
    let good = !id.value.is_empty()
        && id.value.len() <= ID
        && id.value.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    if !good {
        let right = slug_of(&id.value);
        let hint = if id.value.len() > ID {
            Msg::new("id-short-hint").with("most", ID).with("length", id.value.chars().count())
        } else if right.is_empty() {
            Msg::new("id-hint")
        } else {
            Msg::new("value-nearest").with("word", right)
        };
        reader.report(&rules::VALUE, id.span, Msg::new("id-shape")).hint(hint);
        return None;
    }
    Some(id)
}

/// The id a name gives: small letters, digits and dashes; empty if it has no
/// letter and no digit.
fn slug_of(name: &str) -> String {
    if !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') {
        return name.to_owned();
    }
    slug::slugify(name.replace(['°', 'º'], " "))
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
    if let Some(fault) = impossible(inner) {
        let hint = Msg::new("alias-impossible-hint");
        reader.report(&rules::IMPOSSIBLE_ADDRESS, alias.span, fault.say()).hint(hint);
        return None;
    }
    Some(alias)
}

/// An office: its name makes the address of a list.
pub(super) fn office(node: &Node<'_>, reader: &mut Reader) -> Option<String> {
    let name = reader.text(node)?;
    let slug = slug::slugify(&name.value);
    let msg = match impossible(&slug) {
        None => return Some(name.value),
        Some(Impossible::Empty) => Msg::new("office-none").with("name", &name.value),
        Some(Impossible::LongName(bytes)) => Msg::new("office-long").with("bytes", bytes).with("most", NAME),
        Some(other) => other.say(),
    };
    reader.report(&rules::IMPOSSIBLE_ADDRESS, name.span, msg).hint(Msg::new("office-hint"));
    None
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
            let hint = match reader.meant(&name.value, names.clone()) {
                Some(word) => perhaps(&name.value, word),
                None => Msg::new("value-words").with("words", names.collect::<Vec<_>>().join(", ")),
            };
            reader.report(&rules::EXCUSE, name.span, Msg::new("excuse-unknown").with("rule", &name.value)).hint(hint);
            None
        }
    }
}
