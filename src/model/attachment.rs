//! Attachments, and the files of the content folder.

use std::collections::BTreeMap;

use crate::calendar::Moment;
use crate::disk::Origin;
use crate::formats::Fault;
use crate::model::Group;
use crate::source::Spanned;

/// A document attached to a notice.
#[derive(Debug, Clone)]
pub struct Attachment {
    /// A file of ours, or an address elsewhere.
    pub source: AttachmentSource,
    /// What it is called.
    pub title: String,
    /// What it holds.
    pub description: Option<String>,
    /// Where it belongs.
    pub group: Group,
    /// Its date.
    pub date: Option<Moment>,
    /// Its language, if another than the site's: an ISO 639-1 code.
    pub language: Option<String>,
    /// Whether it is digitally signed.
    pub signed: bool,
}

/// Where an attachment is.
#[derive(Debug, Clone)]
pub enum AttachmentSource {
    /// A file of the content folder: its path from there, with `/`.
    File(Spanned<String>),
    /// An address elsewhere.
    Url(Spanned<String>),
}

/// A file of the content folder that is not text of ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Where it is on disk.
    pub origin: Origin,
    /// How many bytes.
    pub size: u64,
    /// Why it cannot be published under its name, if so.
    pub fault: Option<Fault>,
    /// The SHA-256 of what it holds (FIPS 180-4).
    pub sha256: [u8; 32],
}

impl File {
    /// Its SHA-256, as `sha256sum` prints it.
    pub fn hash(&self) -> String {
        hex(&self.sha256)
    }
}

/// Bytes as checksums are written: two small hexadecimal digits each.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The files of the content folder, by path from there with `/`.
pub type Files = BTreeMap<String, File>;
