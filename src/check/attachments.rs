//! Attached files exist, hold something, and are what their names say.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use super::{Subject, finding};
use crate::characters::perhaps;
use crate::diagnostic::{Asked, Diagnostic, Known};
use crate::formats::{Active, Fault};
use crate::messages::Msg;
use crate::model::{AttachmentSource, File, Format, Notice};
use crate::rules;
use crate::source::Spanned;
use crate::vocabulary::{Vocabulary, words};

pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut folders = OnceCell::new();
    for notice in &subject.site.notices {
        for attachment in &notice.attachments {
            if let AttachmentSource::File(path) = &attachment.source {
                found.extend(one(subject, notice, path, &mut folders));
            }
        }
    }
    found
}

/// The names of the files in each folder, for those who look for one that is
/// not there.
#[derive(Default)]
struct Folders<'a> {
    folders: BTreeMap<&'a str, Folder<'a>>,
    asked: Asked,
}

#[derive(Default)]
struct Folder<'a> {
    number: usize,
    names: Vec<&'a str>,
    known: OnceCell<Known>,
}

impl<'a> Folders<'a> {
    fn new(subject: &Subject<'a>) -> Self {
        let mut folders: BTreeMap<&str, Folder<'_>> = BTreeMap::new();
        for (at, path) in subject.site.files.keys().enumerate() {
            let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
            let folder = folders.entry(folder).or_insert_with(|| Folder { number: at, ..Folder::default() });
            folder.names.push(name);
        }
        Self { folders, asked: Asked::default() }
    }

    /// The name in a folder that may have been meant.
    fn meant(&mut self, folder: &str, name: &str) -> Option<&'a str> {
        let folder = self.folders.get(folder)?;
        let known = folder.known.get_or_init(|| Known::new(folder.names.iter().copied()));
        let near = known.nearest_of_many(name, folder.number, None, &mut self.asked)?;
        Some(folder.names[near])
    }
}

fn one<'a>(
    subject: &Subject<'a>,
    notice: &Notice,
    path: &Spanned<String>,
    folders: &mut OnceCell<Folders<'a>>,
) -> Option<Diagnostic> {
    let name = path.value.rsplit('/').next().unwrap_or(&path.value);
    let Some(file) = subject.site.files.get(&path.value) else {
        let folder = path.value.rsplit_once('/').map_or("", |(folder, _)| folder);
        folders.get_or_init(|| Folders::new(subject));
        let hint = match folders.get_mut().and_then(|folders| folders.meant(folder, name)) {
            Some(near) => perhaps(name, near),
            None => Msg::new("attachment-missing-hint").with("folder", folder),
        };
        let msg = Msg::new("attachment-missing").with("name", name);
        return Some(finding(&rules::ATTACHMENT_MISSING, notice, path.span, msg).hint(hint));
    };
    if file.size == 0 {
        let msg = Msg::new("attachment-empty").with("name", name);
        return Some(finding(&rules::ATTACHMENT_EMPTY, notice, path.span, msg).hint(Msg::new("attachment-empty-hint")));
    }
    let (key, hint) = fault(name, file)?;
    Some(finding(&rules::ATTACHMENT_FORMAT, notice, path.span, Msg::new(key).with("name", name)).hint(hint))
}

/// What is wrong with a file's format: one we do not publish, or not what its
/// name says.
pub(super) fn fault(name: &str, file: &File) -> Option<(&'static str, Msg)> {
    let Some(format) = Format::of_name(name) else {
        return Some((
            "attachment-format-unknown",
            Msg::new("attachment-formats-hint").with("words", words::<Format>().join(", ")),
        ));
    };
    file.fault.map(|fault| said(fault, name, format))
}

/// A fault in words: what it is, and what to do about it.
fn said(fault: Fault, name: &str, format: Format) -> (&'static str, Msg) {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let on_line = |key, line| Msg::new(key).with("line", line);
    match fault {
        Fault::Page => ("attachment-runs", Msg::new("attachment-runs-hint")),
        Fault::Active(found) => ("attachment-runs", Msg::new(active(found))),
        Fault::Mixed => ("attachment-mixed", Msg::new("attachment-mixed-hint")),
        Fault::Program(program) => {
            ("attachment-program", Msg::new("attachment-program-hint").with("kind", program.word()))
        }
        Fault::Other(told) => {
            let key = if Format::read(told).is_some() { "attachment-rename-hint" } else { "attachment-other-hint" };
            let hint = Msg::new(key).with("told", told).with("ending", format.word());
            ("attachment-other-format", hint.with("renamed", format!("{stem}.{told}")))
        }
        Fault::Unknown => ("attachment-other-format", Msg::new("attachment-no-mark-hint")),
        Fault::CutShort => ("attachment-cut-short", Msg::new("attachment-empty-hint")),
        Fault::Locked => ("attachment-locked", Msg::new("attachment-locked-hint")),
        Fault::TooLong => ("attachment-too-long", Msg::new("attachment-too-long-hint")),
        Fault::NotText(line) => ("attachment-not-text", on_line("attachment-not-text-hint", line)),
        Fault::Escape(line) => ("attachment-escape", on_line("attachment-escape-hint", line)),
        Fault::NotUtf8(line) => ("attachment-not-utf8", on_line("attachment-not-utf8-hint", line)),
        Fault::Encoding => ("attachment-not-utf8", Msg::new("attachment-encoding-hint")),
        Fault::NotXml(line) => ("attachment-not-xml", on_line("attachment-not-xml-hint", line)),
        Fault::NotJson(line) => ("attachment-not-json", on_line("attachment-not-json-hint", line)),
        Fault::NotGeographic => {
            let hint = Msg::new("attachment-not-geographic-hint").with("renamed", format!("{stem}.json"));
            ("attachment-not-geographic", hint)
        }
    }
}

fn active(found: Active) -> &'static str {
    match found {
        Active::Vocabulary => "attachment-active-vocabulary-hint",
        Active::StyleSheet => "attachment-active-style-hint",
        Active::DocumentType => "attachment-active-doctype-hint",
        Active::Address => "attachment-active-address-hint",
        Active::Opening => "attachment-active-opening-hint",
    }
}
