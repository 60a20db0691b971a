//! An entry of a calendar: a deadline or an event of a notice.

use chrono::Datelike;

use super::description;
use super::item::{Common, Item};
use super::text::{Lines, is_whole_day};
use crate::calendar::{Instant, Moment};
use crate::model::{Declared, EventKind, Notice};
use crate::outputs::Press;
use crate::vocabulary::Vocabulary;

/// An entry as it stands in every calendar.
pub(super) struct Entry {
    /// The year it falls in.
    pub(super) year: i32,
    /// Its lines.
    pub(super) text: String,
}

/// The entries of a notice: its deadlines in the order written, then its
/// events in order of time.
pub(super) fn entries(press: &Press<'_>, notice: &Notice) -> Vec<Entry> {
    let common = Common::new(press, notice);
    let deadlines = common.deadlines();
    let events = common.events();
    deadlines.into_iter().chain(events).map(|item| common.entry(&item)).collect()
}

impl<'a> Common<'a> {
    fn deadlines(&self) -> Vec<Item<'a>> {
        (0..self.notice.deadlines.len()).map(|at| self.deadline(at)).collect()
    }

    fn deadline(&self, at: usize) -> Item<'a> {
        let deadline = &self.notice.deadlines[at];
        Item {
            part: self.notice.deadline_name(at),
            label: self.press.labels.of(deadline.kind),
            when: deadline.when.value,
            place: deadline.place.as_deref(),
            moves: self.notice.moves(at),
            moved: self.notice.last_move(at),
            notes: deadline.note.as_deref().into_iter().collect(),
            closes: deadline.kind.closes(),
            to_meet: true,
            falls: true,
        }
    }

    fn events(&self) -> Vec<Item<'a>> {
        let mut events: Vec<usize> = (0..self.notice.course.events.len()).collect();
        events.sort_by_key(|at| self.notice.course.events[*at].when.value.begins());
        events.into_iter().map(|at| self.event(at)).collect()
    }

    fn event(&self, at: usize) -> Item<'a> {
        let event = &self.notice.course.events[at];
        let title = event.title.as_deref();
        // «Altro» says nothing.
        let named = title.filter(|_| event.kind == EventKind::Other);
        let more = title.filter(|_| named.is_none());
        // What was made known after the act that stopped the rest still
        // holds, and first of all that act itself.
        let later = |stop: &Declared| {
            let since = stop.since.value.begins();
            event.published.is_some_and(|published| published.begins() >= since)
        };
        Item {
            part: format!("evento-{}-{}", event.kind.word(), self.notice.event_number(at)),
            label: named.unwrap_or_else(|| self.press.labels.of(event.kind)),
            when: event.when.value,
            place: None,
            moves: self.notice.event_mends(at),
            moved: None,
            notes: [more, event.text.as_deref(), event.act.as_deref()].into_iter().flatten().collect(),
            closes: false,
            to_meet: false,
            falls: !event.kind.stops() && !self.stop.is_some_and(later),
        }
    }

    fn entry(&self, item: &Item<'_>) -> Entry {
        let cancelled = self.cancelled(item);
        let filing = &self.notice.filing;
        let settings = &self.press.site.settings;
        let address = self.press.site.web(&self.notice.address());
        let title = format!("{}: {}", item.label, self.notice.heading.title.value);
        let mut out = Lines::default();
        out.raw("BEGIN:VEVENT");
        out.line("UID", &format!("{}.{}@{}.trasparente", filing.id.value, item.part, settings.body.ipa));
        let revised = self.revised();
        out.instant("DTSTAMP", revised);
        if let Some(published) = filing.published_on() {
            out.instant("CREATED", published.begins());
        }
        out.instant("LAST-MODIFIED", revised);
        out.line("SEQUENCE", &self.edition(item, cancelled.is_some()).to_string());
        out.raw(if cancelled.is_some() { "STATUS:CANCELLED" } else { "STATUS:CONFIRMED" });
        out.times(item.when);
        // Many programs show nothing of the status.
        let summary = match cancelled {
            Some(stop) => format!("{}: {title}", self.press.labels.of(stop.state).to_uppercase()),
            None => title.clone(),
        };
        out.prose("SUMMARY", &summary);
        out.prose("DESCRIPTION", &description::of(self, item, cancelled, &address));
        out.line("URL", &address);
        if let Some(place) = item.place {
            out.prose("LOCATION", place);
        }
        out.prose("CATEGORIES", self.press.labels.of(self.notice.heading.kind));
        out.raw("CLASS:PUBLIC");
        out.raw("TRANSP:TRANSPARENT");
        if item.to_meet && cancelled.is_none() && item.when.ends() > self.press.site.now {
            alarms(&mut out, item.when, &title);
        }
        out.raw("END:VEVENT");
        Entry { year: item.when.date.year(), text: out.finish() }
    }

    /// The act that stops an entry, if it was not over by then.
    fn cancelled(&self, item: &Item<'_>) -> Option<&'a Declared> {
        self.stop.filter(|stop| item.falls && item.when.ends() > stop.since.value.begins())
    }

    /// Which edition of the entry it is. Each move and each stop is one, and
    /// what a stop is followed by is newer still.
    fn edition(&self, item: &Item<'_>, cancelled: bool) -> usize {
        2 * (item.moves + self.stops) - usize::from(cancelled)
    }

    /// When the notice last said something else.
    fn revised(&self) -> Instant {
        let touched = self.notice.past.as_ref().and_then(|past| past.touched);
        let updated = self.press.site.updated(self.notice).begins();
        updated.max(touched.unwrap_or(updated))
    }
}

/// Three days and one day before; for a whole day, at nine in the morning.
fn alarms(out: &mut Lines, when: Moment, title: &str) {
    let before = if is_whole_day(when) { ["-P2DT15H", "-PT15H"] } else { ["-P3D", "-P1D"] };
    for trigger in before {
        out.raw("BEGIN:VALARM");
        out.raw("ACTION:DISPLAY");
        out.line("TRIGGER", trigger);
        out.prose("DESCRIPTION", title);
        out.raw("END:VALARM");
    }
}
