//! All the documents of a notice in one ZIP, with an index and checksums.

use std::fmt::Write;

use super::{Ground, Made, Press};
use crate::edition::{Archive, Artifact, Content, Member};
use crate::model::Notice;
use crate::plan::{Dossier, Job};
use crate::site::Site;

pub(super) fn plan(ground: &Ground<'_>) -> Vec<Job> {
    let notices = super::notices::all(ground.site);
    notices.filter_map(|(_, one)| Some(Job::file(ground.site.dossier(one)?.address).with(one))).collect()
}

pub(super) fn make(press: &Press<'_>) -> Made {
    let dossiers = press.site.current().filter_map(|notice| Some((notice, press.site.dossier(notice)?)));
    Ok(dossiers
        .map(|(notice, dossier)| Artifact {
            path: dossier.address.path(),
            content: Content::Archive(Box::new(archive(press, notice, &dossier))),
        })
        .collect())
}

fn archive(press: &Press<'_>, notice: &Notice, dossier: &Dossier<'_>) -> Archive {
    let mut sums = String::new();
    for (name, _, file) in &dossier.files {
        let _ = writeln!(sums, "{}  {name}", file.hash());
    }
    let [index_name, sums_name] = Site::IN_DOSSIERS;
    let mut members = vec![Member::text(index_name, index(press, notice, dossier)), Member::text(sums_name, sums)];
    members
        .extend(dossier.files.iter().map(|(name, _, file)| Member::file(name, &file.origin, file.size, file.sha256)));
    Archive { members, date: press.site.updated(notice).date }
}

/// What is in the archive, for people.
fn index(press: &Press<'_>, notice: &Notice, dossier: &Dossier<'_>) -> String {
    let settings = &press.site.settings;
    let views = press.views();
    let text = |key: &'static str| press.labels.text(key);
    let mut lines = vec![
        notice.heading.title.value.clone(),
        settings.body.name.clone(),
        press.site.web(&notice.address()),
        format!("{} {}", text("theme-page_updated"), views.update_of(notice).day),
        String::new(),
    ];
    for (name, title, file) in &dossier.files {
        lines.push(title.to_string());
        lines.push(format!("  {name} ({})", views.size(file.size)));
        lines.push(format!("  SHA-256 {}", file.hash()));
        lines.push(String::new());
    }
    lines.push(text("dossier-check").to_owned());
    // Windows' own editor is where a clerk will open it.
    lines.join("\r\n") + "\r\n"
}
