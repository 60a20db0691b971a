//! All the documents of a notice in one file.

use super::{Address, published_name};
use crate::model::{AttachmentSource, Extra, File, Notice};
use crate::site::Site;

/// The documents of a notice that are ours to give, packed together.
#[derive(Debug)]
pub struct Dossier<'a> {
    /// Its address.
    pub address: Address,
    /// Each document: the name it is published under, its title, the file.
    pub files: Vec<(String, &'a str, &'a File)>,
}

impl Dossier<'_> {
    /// How many bytes the documents have; the archive, which stores them as
    /// they are, hardly more.
    pub fn size(&self) -> u64 {
        self.files.iter().map(|(.., file)| file.size).sum()
    }
}

impl Site {
    /// What a dossier holds beside the documents: its index and their
    /// checksums.
    pub const IN_DOSSIERS: [&'static str; 2] = ["INDICE.txt", "SHA256SUMS"];

    /// A notice's dossier, if it has two documents or more on this site.
    pub fn dossier<'a>(&'a self, notice: &'a Notice) -> Option<Dossier<'a>> {
        if !self.makes(Extra::Dossiers) {
            return None;
        }
        let mut files: Vec<(String, &str, &File)> = Vec::new();
        for attachment in &notice.attachments {
            let AttachmentSource::File(path) = &attachment.source else { continue };
            let Some(file) = self.files.get(&path.value) else { continue };
            let name = published_name(&path.value);
            if !files.iter().any(|(known, ..)| *known == name) {
                files.push((name, &attachment.title, file));
            }
        }
        (files.len() > 1).then(|| Dossier { address: notice.dossier_address(), files })
    }
}
