//! Links within the site lead somewhere, and pictures are pictures.

mod meant;

use super::{Subject, attachments};
use crate::characters::perhaps;
use crate::diagnostic::Diagnostic;
use crate::messages::Msg;
use crate::model::{AttachmentSource, Body, Format, Link, Notice, Target};
use crate::plan::{Address, within};
use crate::rules;
use crate::source::{FileId, Spanned};
use meant::Meant;

pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let notices = subject.site.notices.iter().map(|notice| Page {
        file: notice.filing.file,
        path: &notice.filing.path,
        address: notice.address(),
        body: &notice.body,
    });
    let words = subject.site.words.iter().map(|(id, words)| Page {
        file: words.file,
        path: &words.path,
        address: subject.site.section_address(*id, 1),
        body: &words.body,
    });
    let meant = Meant::new(subject);
    let mut found: Vec<Diagnostic> = subject.site.notices.iter().flat_map(|notice| attached(subject, notice)).collect();
    for page in notices.chain(words) {
        found.extend(page.body.links.iter().filter_map(|link| one(&meant, subject, &page, link)));
    }
    found
}

/// Attachments that are said to be elsewhere, and are here.
fn attached<'a>(subject: &'a Subject<'a>, notice: &'a Notice) -> impl Iterator<Item = Diagnostic> + 'a {
    notice.attachments.iter().filter_map(|attachment| {
        let AttachmentSource::Url(url) = &attachment.source else { return None };
        let path = within(&url.value, &subject.site.settings.base_url)?;
        let dead = || Diagnostic::new(&rules::DEAD_LINK, notice.filing.file, url.span, Msg::new("link-dead"));
        (!subject.plan.leads(path)).then(|| dead().hint(Msg::new("link-dead-hint")))
    })
}

/// A text whose links are looked at.
struct Page<'a> {
    file: FileId,
    path: &'a str,
    address: Address,
    body: &'a Body,
}

fn one<'a>(meant: &Meant<'a>, subject: &'a Subject<'a>, page: &Page<'a>, link: &Spanned<Link>) -> Option<Diagnostic> {
    let site = subject.site;
    let Page { file, path: from, address: own, body } = page;
    let file = *file;
    let dead = |msg: Msg, hint: Msg| Some(Diagnostic::new(&rules::DEAD_LINK, file, link.span, msg).hint(hint));
    let missing_anchor = |anchor: &str, body: Option<&'a Body>| {
        let name = anchor.strip_prefix("testo-").unwrap_or(anchor);
        let hint = match body.and_then(|body| meant.anchor(body, name)) {
            Some(near) => perhaps(&format!("#{name}"), &format!("#{near}")),
            None => Msg::new("anchor-hint"),
        };
        dead(Msg::new("anchor-dead").with("anchor", name), hint)
    };
    match &link.value.target {
        Target::Elsewhere(_) | Target::Refused => None,
        Target::Anchor(anchor) if meant.has(body, anchor) => None,
        Target::Anchor(anchor) => missing_anchor(anchor, Some(body)),
        Target::File(path, _) if meant.broken.contains(path.as_str()) => None,
        Target::File(path, _)
            if path.ends_with(".md") && site.by_path(path).is_some_and(|notice| !notice.is_current(site.now)) =>
        {
            dead(Msg::new("link-not-online").with("path", path), Msg::new("link-not-online-hint"))
        }
        Target::Page(path, _) if hidden(subject, path) => {
            dead(Msg::new("link-not-online").with("path", path), Msg::new("link-not-online-hint"))
        }
        Target::File(path, _) if site.files.contains_key(path) => file_fault(subject, file, link, path),
        target => match (subject.plan.resolve(site, target, own), target) {
            (None, _) => dead(Msg::new("link-dead"), near_path(meant, target, from)),
            // What follows `#` in a file's address is its reader's business.
            (Some(_), Target::Page(path, _)) if !path.ends_with('/') => None,
            (Some(_), Target::Page(_, Some(anchor)) | Target::File(_, Some(anchor))) => {
                match subject.plan.text_at(site, target) {
                    Some(body) if meant.has(body, anchor) => None,
                    body => missing_anchor(anchor, body),
                }
            }
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
        return Some(
            Diagnostic::new(&rules::ATTACHMENT_FORMAT, file, link.span, msg).hint(Msg::new("image-format-hint")),
        );
    }
    if content.size == 0 {
        let msg = Msg::new("attachment-empty").with("name", name);
        return Some(
            Diagnostic::new(&rules::ATTACHMENT_EMPTY, file, link.span, msg).hint(Msg::new("attachment-empty-hint")),
        );
    }
    let (key, hint) = attachments::fault(name, content)?;
    Some(Diagnostic::new(&rules::ATTACHMENT_FORMAT, file, link.span, Msg::new(key).with("name", name)).hint(hint))
}

/// Whether an address is that of something not on line yet.
fn hidden(subject: &Subject<'_>, path: &str) -> bool {
    subject.plan.wanted(path).is_some() && !subject.plan.leads(path)
}

/// What may have been meant, as a link that works from the file `from`.
fn near_path(meant: &Meant<'_>, target: &Target, from: &str) -> Msg {
    match meant.path(target, from) {
        Some(near) => perhaps(&meant::as_link(target, from), &near),
        None => Msg::new("link-dead-hint"),
    }
}
