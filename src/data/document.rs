//! Documents.

use schemars::JsonSchema;
use serde::Serialize;

use super::leaf::{Date, Word};
use crate::model::{Attachment, File, Format, Group, Notice};
use crate::site::Site;

/// Un documento allegato.
#[serde_with::skip_serializing_none]
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Allegato")]
pub(super) struct DocumentData<'a> {
    /// Come si chiama.
    titolo: &'a str,
    /// L’indirizzo, completo.
    url: String,
    /// Se sta su un altro sito: allora dimensione e impronta non si conoscono.
    esterno: bool,
    /// Che cosa contiene.
    descrizione: Option<&'a str>,
    /// Dove va: fra i documenti, le comunicazioni o gli esiti.
    gruppo: Word<Group>,
    /// La sua data.
    data: Option<Date>,
    /// La lingua, se non è quella del sito: un codice ISO 639-1.
    lingua: Option<&'a str>,
    /// Se è firmato digitalmente.
    firmato: bool,
    /// Il tipo di contenuto (media type).
    formato: Option<&'static str>,
    /// La dimensione, in byte.
    dimensione: Option<u64>,
    /// L’impronta SHA-256: 64 cifre esadecimali.
    sha256: Option<String>,
}

impl<'a> DocumentData<'a> {
    pub(super) fn of(site: &'a Site, notice: &Notice, attachment: &'a Attachment) -> Self {
        let place = site.document(notice, attachment);
        Self {
            titolo: &attachment.title,
            esterno: place.file.is_none(),
            descrizione: attachment.description.as_deref(),
            gruppo: Word(attachment.group),
            data: attachment.date.map(Date),
            lingua: attachment.language.as_deref(),
            firmato: attachment.signed,
            formato: place.format.map(Format::media_type),
            dimensione: place.file.map(|file| file.size),
            sha256: place.file.map(File::hash),
            url: place.web(site),
        }
    }
}
