//! The documents, copied beside every page that attaches or links them: so a
//! file keeps its address whoever else uses it later.

use super::{Ground, Made, Press};
use crate::edition::{Artifact, Content};
use crate::model::{AttachmentSource, Body, Target};
use crate::plan::{Address, Job, Origin, What, published_name};
use crate::site::Site;
use crate::source::{FileId, Span};

pub(super) fn plan(ground: &Ground<'_>) -> Vec<Job> {
    let site = ground.site;
    let mut jobs = Vec::new();
    for notice in super::notices::all(site).map(|(_, notice)| notice) {
        let attached = notice.attachments.iter().filter_map(|attachment| match &attachment.source {
            AttachmentSource::File(path) => Some((path.value.as_str(), path.span)),
            AttachmentSource::Url(_) => None,
        });
        let (page, file) = (notice.address(), notice.filing.file);
        let documents = attached.chain(linked(site, &notice.body));
        jobs.extend(documents.map(|(path, span)| beside(&page, path, file, span).with(notice)));
    }
    for (id, words) in &site.words {
        let page = site.section_address(*id, 1);
        jobs.extend(linked(site, &words.body).map(|(path, span)| beside(&page, path, words.file, span)));
    }
    jobs
}

/// The files of the content folder a text links to.
fn linked<'a>(site: &'a Site, body: &'a Body) -> impl Iterator<Item = (&'a str, Span)> {
    body.links.iter().filter_map(|link| match &link.value.target {
        Target::File(path, _) if site.files.contains_key(path) => Some((path.as_str(), link.span)),
        _ => None,
    })
}

fn beside(page: &Address, path: &str, file: FileId, span: Span) -> Job {
    Job::new(page.beside(&published_name(path)), What::Document(path.into())).of(Origin::File(file, span))
}

pub(super) fn make(press: &Press<'_>) -> Made {
    let documents = press.plan.documents().filter_map(|(address, path)| {
        let file = press.site.files.get(path)?;
        let content = Content::Copy { from: file.origin.clone(), size: file.size, sha256: file.sha256 };
        Some(Artifact { path: address.path(), content })
    });
    Ok(documents.collect())
}
