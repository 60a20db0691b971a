//! Attached files exist, hold something, and are what their names say.

use super::{Subject, finding};
use crate::characters::disguise;
use crate::diagnostic::{Diagnostic, nearest};
use crate::messages::Msg;
use crate::model::{AttachmentSource, File, Format, Notice};
use crate::rules;
use crate::source::Spanned;
use crate::vocabulary::{Vocabulary, words};

pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for notice in &subject.site.notices {
        for attachment in &notice.attachments {
            if let AttachmentSource::File(path) = &attachment.source {
                found.extend(one(subject, notice, path));
            }
        }
    }
    found
}

fn one(subject: &Subject<'_>, notice: &Notice, path: &Spanned<String>) -> Option<Diagnostic> {
    let name = path.value.rsplit('/').next().unwrap_or(&path.value);
    let Some(file) = subject.site.files.get(&path.value) else {
        let folder = path.value.rsplit_once('/').map_or("", |(folder, _)| folder);
        let beside = subject.site.files.keys().filter_map(|other| match other.rsplit_once('/') {
            Some((above, name)) => (above == folder).then_some(name),
            None => folder.is_empty().then_some(other.as_str()),
        });
        let hint = match nearest(name, beside) {
            Some(near) => disguise(name, near).unwrap_or(Msg::new("value-nearest").with("word", near)),
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
