//! Contracting data for machines, in the Open Contracting Data Standard 1.1.5:
//! what each notice gave rise to (a package of releases), the whole course of
//! each procedure (a record), and the releases of each year in one file.
//!
//! Only the standard's core, no extensions. The releases of a process merge
//! into its `compiledRelease` by the standard's own rules.

mod award;
mod course;
mod deadline;
mod document;
mod editions;
mod happening;
mod json;
mod merge;
mod party;
mod story;
mod tender;

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde_json::{Value, json};

use super::{Ground, Made, Press};
use crate::edition::Artifact;
use crate::plan::{Address, DATA, Job, OpenData, What};
use crate::site::Process;
use editions::{Release, tell};
use json::{lean, uri};

/// What belongs to a notice stands with it, also with one still to come, which
/// may turn out to be a process of its own.
pub(super) fn plan(ground: &Ground<'_>) -> Vec<Job> {
    let site = ground.site;
    let mut jobs: Vec<Job> =
        site.ocds_years().map(|(_, file)| Job::new(file, What::Data(OpenData::Contracts))).collect();
    for (_, notice) in super::notices::all(site).filter(|_| site.tells_processes()) {
        let current = notice.is_current(site.now);
        let root = site.root_of(notice);
        let later = !current && notice.heading.kind.stage().is_some();
        if root.is_some() || later {
            jobs.push(Job::file(notice.ocds_address()).with(notice));
        }
        if root.is_some_and(|root| std::ptr::eq(root, notice)) || later {
            jobs.push(Job::file(notice.ocds_record_address()).with(notice));
        }
    }
    jobs
}

pub(super) fn make(press: &Press<'_>) -> Made {
    let site = press.site;
    let processes: Vec<Process<'_>> = site.processes().collect();
    let told: Vec<(i32, Vec<Artifact>, Bulk)> = processes.par_iter().map(|process| told(press, process)).collect();
    let mut made = Vec::new();
    let mut years: BTreeMap<i32, Bulk> = BTreeMap::new();
    for (year, artifacts, bulk) in told {
        made.extend(artifacts);
        years.entry(year).or_default().add(bulk);
    }
    for (year, address) in site.ocds_years() {
        let Some(bulk) = years.remove(&year) else { continue };
        made.push(artifact(press, &address, &bulk.date, &format!("\"releases\":[{}]", bulk.releases)));
    }
    Ok(made)
}

/// Releases one after the other, and the date of the last.
#[derive(Default)]
struct Bulk {
    date: String,
    releases: String,
}

impl Bulk {
    fn of<'r>(releases: impl IntoIterator<Item = &'r Release<'r>>) -> Self {
        let mut bulk = Self::default();
        for release in releases {
            bulk.add(Self { date: release.date.clone(), releases: release.text.clone() });
        }
        bulk
    }

    fn add(&mut self, other: Self) {
        self.date = std::mem::take(&mut self.date).max(other.date);
        if !self.releases.is_empty() {
            self.releases.push(',');
        }
        self.releases.push_str(&other.releases);
    }
}

/// The files of a process, with the year it began in and all its releases.
fn told(press: &Press<'_>, process: &Process<'_>) -> (i32, Vec<Artifact>, Bulk) {
    let site = press.site;
    let story = tell(site, press.labels, process);
    let mut made = Vec::with_capacity(process.notices.len() + 1);
    for notice in &process.notices {
        let own = Bulk::of(story.releases.iter().filter(|release| std::ptr::eq(release.notice, *notice)));
        if let Some(address) = site.ocds_address(notice).filter(|_| !own.releases.is_empty()) {
            made.push(artifact(press, &address, &own.date, &format!("\"releases\":[{}]", own.releases)));
        }
    }
    let all = Bulk::of(&story.releases);
    if let Some(address) = site.ocds_record_address(process.root()) {
        let records = format!(
            "\"records\":[{{\"ocid\":{},\"releases\":[{}],\"compiledRelease\":{}}}]",
            Value::from(process.ocid.as_str()),
            all.releases,
            story.compiled,
        );
        made.push(artifact(press, &address, &all.date, &records));
    }
    (process.root().year(), made, all)
}

/// A package: who publishes it, under which licence, and what is in it.
fn artifact(press: &Press<'_>, address: &Address, date: &str, content: &str) -> Artifact {
    let site = press.site;
    let settings = &site.settings;
    let head = Value::Object(lean(json!({
        "uri": site.web(address),
        "version": "1.1",
        "publishedDate": date,
        "publisher": {
            "name": settings.body.name,
            "scheme": party::TAX_CODES,
            "uid": settings.body.tax_code.as_str(),
            "uri": uri(settings.body.website.as_deref().unwrap_or(&settings.base_url)),
        },
        "license": settings.licence.as_ref().and_then(|licence| licence.url.as_deref()).map(uri),
        "publicationPolicy": site.web(&DATA),
    })));
    let mut text = head.to_string();
    // The content goes where the head ends.
    text.pop();
    text.push(',');
    text.push_str(content);
    text.push_str("}\n");
    Artifact::new(address, text)
}
