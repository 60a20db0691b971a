//! Calendars of deadlines and events (iCalendar, RFC 5545 and 7986): of each
//! notice, of each section, of the whole site. An entry is the same in all of
//! them, down to the byte.
//!
//! By hand and not through a library: an entry's stamp is the notice's own
//! update and its identity the notice's id, so that the same notice gives the
//! same bytes, and the time zone is written out, as the standard asks.
//!
//! There is no `METHOD`: with one, programs take a calendar for an
//! invitation.

mod description;
mod entry;
mod item;
mod text;

use std::collections::HashMap;

use chrono::Datelike;
use rayon::prelude::*;

use super::{Ground, Made, Press};
use crate::edition::Artifact;
use crate::model::Notice;
use crate::plan::{Address, Job};
use crate::sections::SectionId;
use crate::site::Site;
use entry::Entry;
use text::{Lines, ZONE};

/// How often who follows a calendar should look: twice a day.
const REFRESH: &str = "PT12H";

/// The calendars of sections.
fn sections(site: &Site) -> Vec<(SectionId, Address)> {
    site.tree.ids().filter_map(|id| Some((id, site.section_calendar(id)?))).collect()
}

pub(super) fn plan(ground: &Ground<'_>) -> Vec<Job> {
    let site = ground.site;
    let notices = super::notices::all(site);
    let notices = notices.filter_map(|(_, notice)| Some(Job::file(site.notice_calendar(notice)?).with(notice)));
    let sections = sections(site).into_iter().map(|(_, address)| Job::file(address));
    site.site_calendar().map(Job::file).into_iter().chain(sections).chain(notices).collect()
}

pub(super) fn make(press: &Press<'_>) -> Made {
    let site = press.site;
    let Some(whole) = site.site_calendar() else { return Ok(Vec::new()) };
    let notices: Vec<(&Notice, Address)> =
        site.current().filter_map(|notice| Some((notice, site.notice_calendar(notice)?))).collect();
    let entries: Vec<Vec<Entry>> = notices.par_iter().map(|(notice, _)| entry::entries(press, notice)).collect();
    let by_id = notices.iter().zip(&entries).map(|((notice, _), entries)| (notice.filing.id.value.as_str(), entries));
    let by_id: HashMap<&str, &Vec<Entry>> = by_id.collect();
    // What holds for a year at least: calendars that grow for ever are no use
    // in a telephone. Counted from the last change of the site, so that
    // nothing changes by itself on the first of January.
    let from = site.settled.unwrap_or(site.now).day().year() - 1;
    let recent = |notice: &Notice| {
        let all = by_id.get(notice.filing.id.value.as_str()).copied().into_iter().flatten();
        all.filter(move |entry| entry.year >= from)
    };
    let body = &site.settings.body.name;
    let title = format!("{} – {body}", press.labels.text("calendar-title"));
    let head = Head { title: &title, address: &whole, page: &Address::HOME };
    let mut made = vec![calendar(press, &head, site.current().flat_map(recent))];
    made.par_extend(sections(site).par_iter().map(|(id, address)| {
        let section = site.tree.get(*id);
        let title = format!("{} – {body}", section.title);
        let head = Head { title: &title, address, page: &site.section_address(*id, 1) };
        calendar(press, &head, site.in_section(*id).flat_map(recent))
    }));
    made.par_extend(notices.par_iter().zip(&entries).map(|((notice, address), entries)| {
        let head = Head { title: &notice.heading.title.value, address, page: &notice.address() };
        calendar(press, &head, entries.iter())
    }));
    Ok(made)
}

/// What a calendar says of itself.
struct Head<'a> {
    title: &'a str,
    /// Its own address.
    address: &'a Address,
    /// The address of the page it belongs to.
    page: &'a Address,
}

fn calendar<'e>(press: &Press<'_>, head: &Head<'_>, entries: impl Iterator<Item = &'e Entry>) -> Artifact {
    let site = press.site;
    let mut out = Lines::default();
    out.raw("BEGIN:VCALENDAR");
    out.raw("VERSION:2.0");
    out.line("PRODID", concat!("-//trasparente//", env!("CARGO_PKG_VERSION"), "//IT"));
    out.raw("CALSCALE:GREGORIAN");
    // The first of each pair is the standard's, the second what programs
    // knew before it.
    out.prose("NAME", head.title);
    out.prose("X-WR-CALNAME", head.title);
    out.prose("DESCRIPTION", press.labels.text("calendar-about"));
    out.prose("X-WR-CALDESC", press.labels.text("calendar-about"));
    out.line("REFRESH-INTERVAL;VALUE=DURATION", REFRESH);
    out.line("X-PUBLISHED-TTL", REFRESH);
    out.raw("X-WR-TIMEZONE:Europe/Rome");
    out.line("SOURCE;VALUE=URI", &site.web(head.address));
    out.line("URL", &site.web(head.page));
    out.block(ZONE);
    entries.for_each(|entry| out.block(&entry.text));
    out.raw("END:VCALENDAR");
    Artifact::new(head.address, out.finish())
}
