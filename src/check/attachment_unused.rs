//! Files beside the notices that no notice mentions.

use std::collections::BTreeSet;

use super::Subject;
use crate::diagnostic::Diagnostic;
use crate::messages::Msg;
use crate::model::{AttachmentSource, Target};
use crate::rules;

pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let site = subject.site;
    // A notice that could not be read may be the one that uses it.
    let folder = |path: &'_ str| path.rfind('/').unwrap_or(0);
    let broken: BTreeSet<&str> = subject.broken.iter().map(|path| &path[..folder(path)]).collect();
    let waiting = |path: &str| broken.contains(&path[..folder(path)]);
    let mut used: BTreeSet<&str> = BTreeSet::new();
    for notice in &site.notices {
        used.extend(notice.attachments.iter().filter_map(|attachment| match &attachment.source {
            AttachmentSource::File(path) => Some(path.value.as_str()),
            AttachmentSource::Url(_) => None,
        }));
    }
    let bodies = site.notices.iter().map(|notice| &notice.body).chain(site.words.values().map(|words| &words.body));
    for link in bodies.flat_map(|body| &body.links) {
        if let Target::File(path, _) = &link.value.target {
            used.insert(path);
        }
    }
    site.files
        .keys()
        .filter(|path| !used.contains(path.as_str()) && !waiting(path))
        .map(|path| {
            let name = path.rsplit('/').next().unwrap_or(path);
            let msg = Msg::new("attachment-unused").with("name", name);
            Diagnostic::of_file(&rules::ATTACHMENT_UNUSED, path, msg)
                .hint(Msg::new("attachment-unused-hint").with("name", name))
        })
        .collect()
}
