//! A calendar of each notice's deadlines and events (iCalendar, RFC 5545).
//!
//! By hand and not through a library: an entry's stamp is the notice's own
//! update and its identity the notice's id, so that the same notice gives the
//! same bytes, and the time zone is written out, as the standard asks.

use chrono::{Datelike, NaiveDate};

use super::{Made, Press};
use crate::calendar::{Instant, Moment};
use crate::edition::Artifact;
use crate::model::{DeclaredState, Notice, State};
use crate::vocabulary::Vocabulary;

/// Europe/Rome, as it has been since 1996.
const ZONE: &str = "BEGIN:VTIMEZONE\r\nTZID:Europe/Rome\r\n\
BEGIN:DAYLIGHT\r\nTZNAME:CEST\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nDTSTART:19960331T020000\r\n\
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\n\
BEGIN:STANDARD\r\nTZNAME:CET\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nDTSTART:19961027T030000\r\n\
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";

/// The longest line the standard allows, in bytes.
const WIDTH: usize = 75;

pub(super) fn make(press: &Press<'_>) -> Made {
    let with = press.site.current().filter_map(|notice| Some((notice, press.site.calendar_address(notice)?)));
    Ok(with
        .map(|(notice, address)| Artifact::new(address.trim_start_matches('/'), calendar(press, notice), "calendario"))
        .collect())
}

/// A line of a calendar, folded where it is too long.
fn line(out: &mut String, name: &str, value: &str) {
    let whole = format!("{name}:{value}");
    let mut width = 0;
    for c in whole.chars() {
        if width + c.len_utf8() > WIDTH {
            out.push_str("\r\n ");
            width = 1;
        }
        out.push(c);
        width += c.len_utf8();
    }
    out.push_str("\r\n");
}

/// A text as the standard wants it, without what no line may hold.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

fn calendar(press: &Press<'_>, notice: &Notice) -> String {
    let mut out = String::from("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
    line(&mut out, "PRODID", concat!("-//trasparente//", env!("CARGO_PKG_VERSION"), "//IT"));
    out.push_str("CALSCALE:GREGORIAN\r\n");
    line(&mut out, "X-WR-CALNAME", &escaped(&notice.heading.title.value));
    out.push_str(ZONE);
    let site = press.site;
    let dead = matches!(
        site.state(notice),
        State::Declared(DeclaredState::Revoked | DeclaredState::Annulled | DeclaredState::Suspended)
    );
    let mut seen = std::collections::BTreeMap::new();
    for deadline in &notice.deadlines {
        let times: &mut usize = seen.entry(deadline.kind.word()).or_default();
        *times += 1;
        let part = format!("{}-{times}", deadline.kind.word());
        // Each change of the deadline is a new edition of the entry.
        let edition = deadline.changes.len() + usize::from(dead && deadline.kind.closes());
        let entry = Entry { part, label: press.labels.of(deadline.kind), when: deadline.when.value, edition };
        let status = if dead && deadline.kind.closes() { "CANCELLED" } else { "CONFIRMED" };
        entry.write(press, notice, status, deadline.kind.closes(), deadline.place.as_deref(), &mut out);
    }
    for (at, event) in notice.course.events.iter().enumerate() {
        let part = format!("evento-{}-{}", event.kind.word(), at + 1);
        let entry = Entry { part, label: press.labels.of(event.kind), when: event.when.value, edition: 0 };
        entry.write(press, notice, "CONFIRMED", false, None, &mut out);
    }
    out.push_str("END:VCALENDAR\r\n");
    out
}

/// Something with a date.
struct Entry<'a> {
    /// What tells it from the notice's other entries, for ever.
    part: String,
    label: &'a str,
    when: Moment,
    /// How often it was moved.
    edition: usize,
}

impl Entry<'_> {
    fn write(
        &self,
        press: &Press<'_>,
        notice: &Notice,
        status: &str,
        alarms: bool,
        place: Option<&str>,
        out: &mut String,
    ) {
        let settings = &press.site.settings;
        let address = format!("{}{}", settings.base_url, notice.address());
        let title = &notice.heading.title.value;
        out.push_str("BEGIN:VEVENT\r\n");
        let id = &notice.filing.id.value;
        line(out, "UID", &format!("{id}.{}@{}.trasparente", self.part, settings.body.ipa));
        line(out, "DTSTAMP", &stamp(notice.filing.updated.value.begins()));
        line(out, "SEQUENCE", &self.edition.to_string());
        line(out, "STATUS", status);
        self.times(out);
        line(out, "SUMMARY", &escaped(&format!("{}: {title}", self.label)));
        let mut about = vec![settings.body.name.clone()];
        about.extend(notice.cigs().into_iter().map(|cig| format!("CIG {}", cig.value)));
        about.push(address.clone());
        line(out, "DESCRIPTION", &escaped(&about.join("\n")));
        line(out, "URL", &address);
        if let Some(place) = place {
            line(out, "LOCATION", &escaped(place));
        }
        out.push_str("TRANSP:TRANSPARENT\r\n");
        if alarms && status == "CONFIRMED" {
            for before in ["-P3D", "-P1D"] {
                out.push_str("BEGIN:VALARM\r\nACTION:DISPLAY\r\n");
                line(out, "TRIGGER", before);
                line(out, "DESCRIPTION", &escaped(&format!("{}: {title}", self.label)));
                out.push_str("END:VALARM\r\n");
            }
        }
        out.push_str("END:VEVENT\r\n");
    }

    fn times(&self, out: &mut String) {
        let day = |date: NaiveDate| format!("{:04}{:02}{:02}", date.year(), date.month(), date.day());
        let date = self.when.date;
        match self.when.time {
            Some(clock) if clock.hour() < 24 => {
                line(
                    out,
                    "DTSTART;TZID=Europe/Rome",
                    &format!("{}T{:02}{:02}00", day(date), clock.hour(), clock.minute()),
                );
            }
            _ => {
                line(out, "DTSTART;VALUE=DATE", &day(date));
                if let Some(after) = date.succ_opt() {
                    line(out, "DTEND;VALUE=DATE", &day(after));
                }
            }
        }
    }
}

/// An instant in UTC: `20261123T090000Z`.
fn stamp(instant: Instant) -> String {
    chrono::DateTime::from_timestamp(instant.unix(), 0).unwrap_or_default().format("%Y%m%dT%H%M%SZ").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_folded_between_characters() {
        let mut out = String::new();
        line(&mut out, "SUMMARY", &"però ".repeat(40));
        for part in out.split("\r\n") {
            assert!(part.len() <= WIDTH, "{part}");
        }
        assert_eq!(out.replace("\r\n ", ""), format!("SUMMARY:{}\r\n", "però ".repeat(40)));
    }

    #[test]
    fn marks_of_the_format_are_escaped_and_control_characters_go() {
        assert_eq!(escaped("a,b;c\\d\ne\u{b}f\r"), "a\\,b\\;c\\\\d\\nef");
    }
}
