//! Every address that derives from something typed can stand, and no two are
//! one, or would be on a disk that takes small and capital letters for the
//! same: not today, and not when what is written goes on line.

use std::collections::BTreeSet;

use super::Subject;
use crate::diagnostic::Diagnostic;
use crate::messages::Msg;
use crate::model::{AttachmentSource, Impossible, NAME, Notice, folded, impossible};
use crate::plan::{Address, Job, LISTS, Origin, SEARCH, clashes, is_list, published_name};
use crate::rules;
use crate::site::Site;
use crate::source::{FileId, Span};

pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let (site, jobs) = (subject.site, subject.plan.all());
    let mut found: Vec<Diagnostic> = site.notices.iter().filter_map(|notice| id(notice)).collect();
    let paths: Vec<String> = jobs.iter().map(|job| job.address.path()).collect();
    for (job, path) in jobs.iter().zip(&paths) {
        // Of notices the id was looked at, of aliases the text.
        if let Origin::File(file, span) = job.origin
            && let Some(fault) = impossible(path)
        {
            let msg = match fault {
                Impossible::LongName(bytes) => {
                    let name = short(job.address.name());
                    Msg::new("file-name-long").with("bytes", bytes).with("name", name)
                }
                other => other.say(),
            };
            found.push(finding(file, span, msg, "file-name-long-hint"));
        }
    }
    let mut wrong = BTreeSet::new();
    for clash in clashes(paths.iter().map(String::as_str)) {
        let (first, second) = (clash.first, clash.second);
        let swapped = jobs[first].origin.rank() > jobs[second].origin.rank();
        let (keeps, wants) = if swapped { (second, first) } else { (first, second) };
        if wrong.insert(wants) {
            found.push(clashing(site, &jobs[keeps], &jobs[wants]));
        }
    }
    for (at, job) in jobs.iter().enumerate() {
        if let Origin::Alias(notice, which) = job.origin
            && is_ours_one_day(site, &job.address)
            && !wrong.contains(&at)
        {
            found.push(alias(site, notice, which, Msg::new("alias-kept")));
        }
    }
    found.extend(site.notices.iter().flat_map(|notice| in_dossier(site, notice)));
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

/// Whether something of ours may come to stand at an address one day: the next
/// page of a list, the list of another year, the search's index.
fn is_ours_one_day(site: &Site, address: &Address) -> bool {
    let inner = address.trim_matches('/');
    let of_list = |(at, _): (usize, &str)| {
        let name = inner[at + 1..].split('/').next().unwrap_or_default();
        (inner[..at] == *LISTS.trim_matches('/') || site.tree.find(&inner[..at]).is_some()) && is_list(name)
    };
    address.starts_with(&*SEARCH) || inner.match_indices('/').any(of_list)
}

fn alias(site: &Site, notice: usize, which: usize, msg: Msg) -> Diagnostic {
    let filing = &site.notices[notice].filing;
    let alias = &filing.aliases[which];
    Diagnostic::new(&rules::ALIAS_TAKEN, filing.file, alias.span, msg.with("alias", &alias.value))
        .hint(Msg::new("alias-taken-hint"))
}

fn clashing(site: &Site, keeps: &Job, wants: &Job) -> Diagnostic {
    let name = wants.address.name();
    match (keeps.origin, wants.origin) {
        (other, Origin::Alias(notice, which)) => {
            let taken = |other: &str| Msg::new("alias-taken").with("other", other);
            let msg = match other {
                Origin::Alias(at, _) | Origin::Notice(at) => taken(&site.notices[at].filing.path),
                Origin::Section(id) => taken(&site.tree.get(id).title),
                Origin::Ours | Origin::File(..) => Msg::new("alias-clash"),
            };
            alias(site, notice, which, msg)
        }
        (Origin::File(..), Origin::File(file, span)) => {
            let msg = if keeps.address == wants.address {
                Msg::new("attachment-same-name").with("name", name)
            } else {
                Msg::new("attachment-twin").with("name", name).with("other", keeps.address.name())
            };
            Diagnostic::new(&rules::ATTACHMENT_FORMAT, file, span, msg).hint(Msg::new("attachment-same-name-hint"))
        }
        (_, Origin::File(file, span)) => {
            finding(file, span, Msg::new("file-name-ours").with("name", name), "attachment-same-name-hint")
        }
        _ => {
            let msg = Msg::new("path-clash").with("first", &*keeps.address).with("second", &*wants.address);
            Diagnostic::of_file(&rules::ATTACHMENT_FORMAT, &wants.address[1..], msg)
                .hint(Msg::new("attachment-same-name-hint"))
        }
    }
}

/// Documents called like what a dossier holds beside them.
fn in_dossier<'a>(site: &'a Site, notice: &'a Notice) -> impl Iterator<Item = Diagnostic> + 'a {
    let ours = Site::IN_DOSSIERS.map(folded);
    let packed = site.dossier(notice).is_some();
    notice.attachments.iter().filter(move |_| packed).filter_map(move |attachment| {
        let AttachmentSource::File(path) = &attachment.source else { return None };
        let name = published_name(&path.value);
        let msg = Msg::new("file-name-in-dossier").with("name", &name);
        ours.contains(&folded(&name)).then(|| finding(notice.filing.file, path.span, msg, "attachment-same-name-hint"))
    })
}

fn short(name: &str) -> String {
    let start: String = name.chars().take(30).collect();
    start + "…"
}

fn finding(file: FileId, span: Span, msg: Msg, hint: &'static str) -> Diagnostic {
    Diagnostic::new(&rules::IMPOSSIBLE_ADDRESS, file, span, msg).hint(Msg::new(hint))
}
