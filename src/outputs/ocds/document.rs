//! Documents: the notice's own page and what it attaches.

use serde_json::{Value, json};

use super::json::{lean, slug, start, uri};
use crate::calendar::Moment;
use crate::model::Stage;
use crate::model::{Attachment, AttachmentSource, Format, Notice};
use crate::plan::published_name;
use crate::site::Site;

/// Words of titles that leave no doubt which document it is, most telling
/// first, and the standard's word for it.
const TYPES: [(&str, &str); 17] = [
    ("chiariment", "clarifications"),
    ("computo metrico", "billOfQuantity"),
    ("elenco prezzi", "billOfQuantity"),
    ("schema di contratto", "contractDraft"),
    ("capitolato", "technicalSpecifications"),
    ("ammissione", "shortlistedFirms"),
    ("ammessi", "shortlistedFirms"),
    ("verbal", "evaluationReports"),
    ("punteggi", "evaluationReports"),
    ("criteri di valutazione", "evaluationCriteria"),
    ("revoca", "cancellationDetails"),
    ("annullamento", "cancellationDetails"),
    ("aggiudicazione", "awardNotice"),
    ("disciplinare", "biddingDocuments"),
    ("lettera di invito", "biddingDocuments"),
    ("bando", "tenderNotice"),
    ("collaudo", "completionCertificate"),
];

/// The page of the notice itself.
pub(super) fn page(site: &Site, notice: &Notice, stage: Stage) -> Value {
    let kind = match stage {
        Stage::Announcement | Stage::Survey => "plannedProcurementNotice",
        Stage::Call | Stage::Invitation => "tenderNotice",
        Stage::DirectAward | Stage::Outcome => "awardNotice",
    };
    Value::Object(lean(json!({
        "id": notice.filing.id.value,
        "documentType": kind,
        "title": notice.heading.title.value,
        "url": site.web(&notice.address()),
        "datePublished": notice.filing.published_on().map(start),
        "format": "text/html",
        "language": site.settings.language.tag(),
    })))
}

/// An attachment.
pub(super) fn attached(site: &Site, notice: &Notice, place: usize) -> Value {
    let attachment = &notice.attachments[place];
    let document = site.document(notice, attachment);
    Value::Object(lean(json!({
        "id": id(notice, place),
        "documentType": kind(&attachment.title),
        "title": attachment.title,
        "description": attachment.description,
        "url": uri(&document.web(site)),
        "datePublished": attachment.date.map(start),
        "format": document.format.map(Format::media_type),
        "language": attachment.language,
    })))
}

/// What names an attachment for ever: the notice and its file, or what its
/// address comes to.
fn id(notice: &Notice, place: usize) -> String {
    let name = |attachment: &Attachment| match &attachment.source {
        AttachmentSource::File(path) => published_name(&path.value),
        AttachmentSource::Url(url) => slug(&url.value),
    };
    let own = name(&notice.attachments[place]);
    let times = notice.attachments[..place].iter().filter(|other| name(other) == own).count();
    let again = if times > 0 { format!("-{}", times + 1) } else { String::new() };
    format!("{}/{own}{again}", notice.filing.id.value)
}

fn kind(title: &str) -> Option<&'static str> {
    let title = title.to_lowercase();
    TYPES.iter().find(|(words, _)| title.contains(words)).map(|(_, kind)| *kind)
}

/// When a document without a date of its own was published.
pub(super) fn dated(document: &mut Value, when: Moment) {
    if let Some(document) = document.as_object_mut() {
        document.entry("datePublished").or_insert_with(|| start(when).into());
    }
}
