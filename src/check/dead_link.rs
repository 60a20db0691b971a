//! Links within the site lead somewhere, and pictures are pictures.

use super::{Subject, attachments};
use crate::diagnostic::{Diagnostic, nearest};
use crate::messages::Msg;
use crate::model::{Body, Format, Link, Target};
use crate::rules;
use crate::source::{FileId, Spanned};

pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let notices = subject.site.notices.iter().map(|notice| (notice.filing.file, notice.address(), &notice.body));
    let words = subject.site.words.iter().map(|(id, words)| (words.file, format!("/{}/", subject.site.tree.get(*id).path), &words.body));
    let mut found = Vec::new();
    for (file, address, body) in notices.chain(words) {
        for link in &body.links {
            found.extend(one(subject, file, &address, body, link));
        }
    }
    found
}

fn one(subject: &Subject<'_>, file: FileId, own: &str, body: &Body, link: &Spanned<Link>) -> Option<Diagnostic> {
    let site = subject.site;
    let dead = |msg: Msg, hint: Msg| Some(Diagnostic::new(&rules::DEAD_LINK, file, link.span, msg).hint(hint));
    let missing_anchor = |anchor: &str, body: &Body| {
        let name = anchor.strip_prefix("testo-").unwrap_or(anchor);
        let anchors = body.headings.iter().map(|heading| heading.value.anchor.trim_start_matches("testo-"));
        let hint = match nearest(name, anchors) {
            Some(near) => Msg::new("value-nearest").with("word", format!("#{near}")),
            None => Msg::new("anchor-hint"),
        };
        dead(Msg::new("anchor-dead").with("anchor", name), hint)
    };
    let has = |body: &Body, anchor: &str| body.headings.iter().any(|heading| heading.value.anchor == anchor);
    match &link.value.target {
        Target::Elsewhere(_) | Target::Refused => None,
        Target::Anchor(anchor) if has(body, anchor) => None,
        Target::Anchor(anchor) => missing_anchor(anchor, body),
        Target::File(path, _) if subject.broken.contains(path) => None,
        Target::File(path, _) if path.ends_with(".md") && site.by_path(path).is_some_and(|notice| !notice.is_current(site.now)) => {
            dead(Msg::new("link-not-online").with("path", path), Msg::new("link-not-online-hint"))
        }
        Target::File(path, None) if site.files.contains_key(path) => file_fault(subject, file, link, path),
        target => match (site.resolve(target, own), target) {
            (None, _) => dead(Msg::new("link-dead"), near_path(subject, target)),
            (Some(_), Target::Page(_, Some(anchor)) | Target::File(_, Some(anchor))) => match site.anchors_at(target) {
                Some(body) if has(body, anchor) => None,
                Some(body) => missing_anchor(anchor, body),
                None => missing_anchor(anchor, &Body::default()),
            },
            _ => None,
        },
    }
}

/// A file shown or linked in a text must be fit to publish too.
fn file_fault(subject: &Subject<'_>, file: FileId, link: &Spanned<Link>, path: &str) -> Option<Diagnostic> {
    let name = path.rsplit('/').next().unwrap_or(path);
    let content = subject.site.files.get(path)?;
    if link.value.image && !Format::of_name(name).is_some_and(Format::is_image) {
        let msg = Msg::new("image-format").with("name", name);
        return Some(Diagnostic::new(&rules::ATTACHMENT_FORMAT, file, link.span, msg).hint(Msg::new("image-format-hint")));
    }
    if content.size == 0 {
        let msg = Msg::new("attachment-empty").with("name", name);
        return Some(Diagnostic::new(&rules::ATTACHMENT_EMPTY, file, link.span, msg).hint(Msg::new("attachment-empty-hint")));
    }
    let (key, hint) = attachments::fault(name, content)?;
    Some(Diagnostic::new(&rules::ATTACHMENT_FORMAT, file, link.span, Msg::new(key).with("name", name)).hint(hint))
}

fn near_path(subject: &Subject<'_>, target: &Target) -> Msg {
    let site = subject.site;
    let near = match target {
        Target::File(path, _) => {
            let paths = site.notices.iter().map(|notice| notice.filing.path.as_str()).chain(site.files.keys().map(String::as_str));
            nearest(path, paths).map(str::to_owned)
        }
        Target::Page(path, _) => match path.trim_matches('/').strip_prefix("atti/") {
            Some(id) => nearest(id, site.notices.iter().map(|notice| notice.filing.id.value.as_str())).map(|id| format!("/atti/{id}/")),
            None => site.tree.nearest(path.trim_matches('/')).map(|path| format!("/{path}/")),
        },
        _ => None,
    };
    match near {
        Some(near) => Msg::new("value-nearest").with("word", near),
        None => Msg::new("link-dead-hint"),
    }
}
