//! Attachments by folder.

use schemars::JsonSchema;
use serde::Serialize;

use super::super::when::bytes;
use super::super::{Views, When};
use crate::model::{Attachment, AttachmentSource, Format, Group, Notice};
use crate::vocabulary::Vocabulary;

/// The attachments of one folder.
#[derive(Debug, Default, JsonSchema, Serialize)]
pub(in crate::view) struct GroupView<'a> {
    /// `documenti`, `comunicazioni` or `esiti`.
    pub(in crate::view) id: &'static str,
    /// In words.
    pub(in crate::view) label: &'a str,
    /// The documents, in the order written.
    pub(in crate::view) items: Vec<DocumentView<'a>>,
}

/// A document to read or download.
#[derive(Debug, Default, JsonSchema, Serialize)]
pub(in crate::view) struct DocumentView<'a> {
    /// What it is called.
    pub(in crate::view) title: &'a str,
    /// Its address: from the root, or on the web if it is elsewhere.
    pub(in crate::view) url: String,
    /// What opens it: `PDF`, `PDF.P7M`; none if the name does not tell.
    pub(in crate::view) format: Option<String>,
    /// In words: `1,2 MB`; none if it is elsewhere.
    pub(in crate::view) size: Option<String>,
    /// What it is about.
    pub(in crate::view) description: Option<&'a str>,
    /// Its own date.
    pub(in crate::view) date: Option<When>,
    /// Its language as a code for `lang`; none if nobody wrote it.
    pub(in crate::view) language: Option<&'a str>,
    /// Its language in words.
    pub(in crate::view) language_name: Option<String>,
    /// Whether it is digitally signed.
    pub(in crate::view) signed: bool,
    /// Whether it is on another site.
    pub(in crate::view) external: bool,
    /// Its SHA-256, 64 hexadecimal digits; none if it is elsewhere.
    sha256: Option<String>,
}

/// All the documents in one file.
#[derive(Debug, Default, JsonSchema, Serialize)]
pub(in crate::view) struct DossierView {
    /// Its address from the root: a ZIP archive with an index.
    pub(in crate::view) url: String,
    /// In words: `1,2 MB`.
    pub(in crate::view) size: String,
    /// How many documents it holds.
    pub(in crate::view) count: usize,
}

/// The procedure as contracting data for machines, after the Open Contracting Data Standard.
#[derive(Debug, Default, JsonSchema, Serialize)]
pub(in crate::view) struct OcdsView {
    /// What names the procedure all over the world: its Open Contracting ID.
    ocid: String,
    /// The address from the root of what this notice gave rise to: a release package.
    releases: String,
    /// The address from the root of the whole course of the procedure: a record package.
    record: String,
}

impl<'a> Views<'a> {
    pub(super) fn ocds(&self, notice: &Notice) -> Option<OcdsView> {
        Some(OcdsView {
            ocid: self.site.process(notice)?.ocid,
            releases: self.site.ocds_address(notice)?.into(),
            record: self.site.ocds_record_address(notice)?.into(),
        })
    }

    pub(super) fn documents(&self, notice: &'a Notice) -> Vec<GroupView<'a>> {
        Group::ALL
            .iter()
            .map(|group| GroupView {
                id: group.word(),
                label: self.labels.of(*group),
                items: notice
                    .attachments
                    .iter()
                    .filter(|item| item.group == *group)
                    .map(|item| self.document(item, notice))
                    .collect(),
            })
            .filter(|group| !group.items.is_empty())
            .collect()
    }

    pub(super) fn dossier(&self, notice: &'a Notice) -> Option<DossierView> {
        let dossier = self.site.dossier(notice)?;
        let size = bytes(dossier.size(), self.labels.language());
        Some(DossierView { url: dossier.address.into(), size, count: dossier.files.len() })
    }

    fn document(&self, attachment: &'a Attachment, notice: &Notice) -> DocumentView<'a> {
        let document = self.site.document(notice, attachment);
        let (AttachmentSource::Url(name) | AttachmentSource::File(name)) = &attachment.source;
        let file = document.file;
        DocumentView {
            title: &attachment.title,
            external: file.is_none(),
            format: format_label(&name.value),
            size: file.map(|file| bytes(file.size, self.labels.language())),
            sha256: file.map(crate::model::File::hash),
            description: attachment.description.as_deref(),
            date: attachment.date.map(|date| self.when(date)),
            language: attachment.language.as_deref(),
            language_name: attachment.language.as_deref().map(|code| {
                let name = self.labels.known(&format!("language-{code}"));
                if name.is_empty() { code.to_owned() } else { name.to_owned() }
            }),
            signed: attachment.signed,
            url: document.address.map_or_else(str::to_owned, Into::into),
        }
    }
}

/// `PDF`, or `PDF.P7M` for a signed one: what a reader needs to open it.
fn format_label(name: &str) -> Option<String> {
    let format = Format::of_name(name)?;
    let stem = name.rsplit_once('.')?.0;
    let label = format.word().to_ascii_uppercase();
    match format {
        Format::P7m | Format::Tsd => Some(match Format::of_name(stem) {
            Some(inner) => format!("{}.{label}", inner.word().to_ascii_uppercase()),
            None => label,
        }),
        _ => Some(label),
    }
}
