//! Attached files exist, hold something, and are what their names say.

use std::cell::OnceCell;
use std::collections::{BTreeMap, HashMap};

use super::{Subject, finding};
use crate::diagnostic::{Asked, Diagnostic, Known};
use crate::messages::Msg;
use crate::model::{AttachmentSource, File, Format, Notice, published_name};
use crate::rules;
use crate::source::Spanned;
use crate::vocabulary::{Vocabulary, words};

pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut folders = OnceCell::new();
    for notice in &subject.site.notices {
        // For each name, the first file of that name and whether there is another.
        let mut names: HashMap<String, (&str, bool)> = HashMap::new();
        for attachment in &notice.attachments {
            let AttachmentSource::File(path) = &attachment.source else { continue };
            found.extend(one(subject, notice, path, &mut folders));
            let name = published_name(&path.value);
            let (first, several) = names.entry(name.clone()).or_insert((&path.value, false));
            *several |= *first != path.value;
            if *several {
                let msg = Msg::new("attachment-same-name").with("name", &name);
                let hint = Msg::new("attachment-same-name-hint");
                found.push(finding(&rules::ATTACHMENT_FORMAT, notice, path.span, msg).hint(hint));
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
            Some(near) => Msg::new("value-nearest").with("word", near),
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

/// What is wrong with a file's format: one we do not publish, or another
/// than its name says.
pub(super) fn fault(name: &str, file: &File) -> Option<(&'static str, Msg)> {
    let Some(format) = Format::of_name(name) else {
        return Some((
            "attachment-format-unknown",
            Msg::new("attachment-formats-hint").with("words", words::<Format>().join(", ")),
        ));
    };
    if file.runs {
        return Some(("attachment-runs", Msg::new("attachment-runs-hint")));
    }
    // Signed envelopes may start like what they hold; texts have no mark.
    let Some(told) = infer::get(&file.head).map(|kind| kind.extension()) else {
        return format.has_a_mark().then(|| ("attachment-other-format", Msg::new("attachment-no-mark-hint")));
    };
    let same = match format {
        Format::P7m
        | Format::Tsd
        | Format::Txt
        | Format::Csv
        | Format::Dxf
        | Format::Dwg
        | Format::Gpkg
        | Format::Json
        | Format::Geojson => true,
        Format::Jpg | Format::Jpeg => told == "jpg",
        Format::Tiff => told == "tif",
        Format::Xml | Format::Kml => told == "xml",
        // Office formats are archives, and not every writer orders them alike.
        Format::Docx
        | Format::Xlsx
        | Format::Pptx
        | Format::Odt
        | Format::Ods
        | Format::Odp
        | Format::Epub
        | Format::Zip => {
            told == "zip"
                || told == format.word()
                || format == Format::Zip && ["docx", "xlsx", "pptx", "odt", "ods", "odp", "epub", "jar"].contains(&told)
        }
        Format::Doc | Format::Xls => told == format.word() || told == "msi",
        other => told == other.word(),
    };
    (!same).then(|| ("attachment-other-format", Msg::new("attachment-other-hint").with("told", told)))
}
