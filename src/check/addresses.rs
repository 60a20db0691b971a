//! Every address that derives from something typed can stand, and no two are
//! one on a disk that takes small and capital letters for the same.

use std::collections::HashMap;

use super::Subject;
use crate::diagnostic::Diagnostic;
use crate::messages::Msg;
use crate::model::{
    AttachmentSource, Body, Extra, Impossible, NAME, Notice, PATH, Site, Target, folded, impossible, published_name,
};
use crate::rules;
use crate::source::{FileId, Span};

pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let site = subject.site;
    let mut found = Vec::new();
    for notice in &site.notices {
        found.extend(id(notice));
        let attached = notice.attachments.iter().filter_map(|attachment| match &attachment.source {
            AttachmentSource::File(path) => Some((path.value.as_str(), path.span)),
            AttachmentSource::Url(_) => None,
        });
        let files = attached.chain(linked(site, &notice.body));
        beside(site, notice.filing.file, &notice.address(), Some(notice), files, &mut found);
    }
    for (section, words) in &site.words {
        let address = format!("/{}/", site.tree.get(*section).path);
        beside(site, words.file, &address, None, linked(site, &words.body), &mut found);
    }
    found
}

/// The longest id: a dossier's name holds it too.
const ID: usize = NAME - "fascicolo-.zip".len();

/// A notice's address, and that of what bears its name.
fn id(notice: &Notice) -> Option<Diagnostic> {
    let filing = &notice.filing;
    let id = &filing.id.value;
    let fault = impossible(id).or_else(|| (id.len() > ID).then_some(Impossible::LongName(id.len())))?;
    let msg = match fault {
        Impossible::LongName(bytes) | Impossible::LongPath(bytes) => {
            Msg::new("id-long").with("bytes", bytes).with("most", ID)
        }
        other => other.say(),
    };
    Some(finding(filing.file, filing.id.span, msg, "id-long-hint"))
}

/// The files of the content folder a text links to.
fn linked<'a>(site: &'a Site, body: &'a Body) -> impl Iterator<Item = (&'a str, Span)> {
    body.links.iter().filter_map(|link| match &link.value.target {
        Target::File(path, _) if site.files.contains_key(path) => Some((path.as_str(), link.span)),
        _ => None,
    })
}

/// The files that are put beside a page, each under a name of its own.
fn beside<'a>(
    site: &Site,
    file: FileId,
    address: &str,
    notice: Option<&Notice>,
    files: impl Iterator<Item = (&'a str, Span)>,
    found: &mut Vec<Diagnostic>,
) {
    let mut files = files.peekable();
    if files.peek().is_none() {
        return;
    }
    let ours = our_names(site, notice);
    let mut names: HashMap<String, (&str, String)> = HashMap::new();
    for (path, span) in files {
        let name = published_name(path);
        if let Some(fault) = impossible(&name) {
            let msg = match fault {
                Impossible::LongName(bytes) | Impossible::LongPath(bytes) => {
                    Msg::new("file-name-long").with("bytes", bytes).with("name", short(&name))
                }
                other => other.say(),
            };
            found.push(finding(file, span, msg, "file-name-long-hint"));
            continue;
        }
        let whole = address.len() + name.len();
        if whole > PATH {
            found.push(finding(file, span, Impossible::LongPath(whole).say(), "file-name-long-hint"));
        }
        let key = folded(&name);
        if let Some((_, what)) = ours.iter().find(|(ours, _)| *ours == key) {
            let msg = Msg::new(what).with("name", &name);
            found.push(finding(file, span, msg, "attachment-same-name-hint"));
        }
        match names.get(&key) {
            Some((known, _)) if *known == path => {}
            Some((_, other)) => {
                let key = if *other == name { "attachment-same-name" } else { "attachment-twin" };
                let msg = Msg::new(key).with("name", &name);
                let msg = if key == "attachment-twin" { msg.with("other", other) } else { msg };
                let hint = Msg::new("attachment-same-name-hint");
                found.push(Diagnostic::new(&rules::ATTACHMENT_FORMAT, file, span, msg).hint(hint));
            }
            None => {
                names.insert(key, (path, name));
            }
        }
    }
}

/// What we put beside a page ourselves, and in its dossier, as disks see it.
fn our_names(site: &Site, notice: Option<&Notice>) -> Vec<(String, &'static str)> {
    let beside = "file-name-ours";
    let mut names = vec![("index.html".to_owned(), beside)];
    if site.makes(Extra::Json) {
        names.push(("index.json".to_owned(), beside));
    }
    match notice {
        Some(notice) => {
            if site.notice_calendar(notice).is_some() {
                names.push(("scadenze.ics".to_owned(), beside));
            }
            if let Some(dossier) = site.dossier(notice) {
                names.push((dossier.address.rsplit('/').next().unwrap_or_default().to_owned(), beside));
                names.extend(Site::IN_DOSSIERS.map(|name| (folded(name), "file-name-in-dossier")));
            }
        }
        None => {
            names.extend(["rss.xml", "atom.xml", "feed.json", "scadenze.ics"].map(|name| (name.to_owned(), beside)));
        }
    }
    names
}

fn short(name: &str) -> String {
    let start: String = name.chars().take(30).collect();
    start + "…"
}

fn finding(file: FileId, span: Span, msg: Msg, hint: &'static str) -> Diagnostic {
    Diagnostic::new(&rules::IMPOSSIBLE_ADDRESS, file, span, msg).hint(Msg::new(hint))
}
