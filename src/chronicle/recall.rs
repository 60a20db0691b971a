//! What a notice was, edition after edition, becomes what is remembered of it:
//! who was there first keeps the name it was told under and the instant it was
//! told at, whatever is written before it, corrected or taken out later.
//!
//! A part is known again by all it says, or by its kind and moment; else, if its change says what
//! it was before, by that; else by its place among those of its kind.

mod deadlines;

use std::collections::HashSet;

use super::matched::matched;
use super::names::{dated, event_of, own_event_name};
use super::state::stops;
use super::{Place, follows, happenings, tells};
use crate::calendar::{Instant, Moment};
use crate::model::{AttachmentSource, Declared, Event, Notice, Past, PastPart, PastState};
use crate::vocabulary::Vocabulary;

/// A notice as it was from some moment on.
pub struct Edition<'a> {
    /// Since when; none for what is not in the repository yet.
    pub at: Option<Instant>,
    /// The notice.
    pub notice: &'a Notice,
    /// Whether it came with so many others that it need not have been new.
    pub moved_in: bool,
}

/// What is remembered, at an instant, of the last of a notice's editions, the
/// oldest first. What nobody could see is forgotten: drafts, and what was
/// written anew before the day of publication came.
pub fn recall(editions: &[Edition<'_>], now: Instant) -> Past {
    let mut memory = Memory::default();
    for (place, edition) in editions.iter().enumerate() {
        let filing = &edition.notice.filing;
        let until = editions.get(place + 1).and_then(|next| next.at).unwrap_or(now);
        let last = place + 1 == editions.len();
        if !filing.draft && (last || filing.published.value.begins() < until) {
            memory.next(edition, now);
        }
    }
    memory.past
}

/// An event's kind and moment, and all it says.
type Telling = (&'static str, Moment, String);

/// All an event says.
fn told_of(event: &Event) -> String {
    format!("{:?} {:?} {:?} {:?}", event.when.value, event.title, event.text, event.act)
}

/// All a state says.
fn said(declared: &Declared) -> String {
    format!("{:?} {:?} {:?} {:?}", declared.state, declared.since.value, declared.reason, declared.act)
}

/// A state and an event of so many seconds apart may tell the same.
const MONTH: i64 = 31 * 24 * 60 * 60;

/// What names an attachment among those of its notice.
fn source_of(source: &AttachmentSource) -> &str {
    match source {
        AttachmentSource::File(path) => path.value.rsplit('/').next().unwrap_or_default(),
        AttachmentSource::Url(url) => &url.value,
    }
}

/// An edition being read.
struct Reading<'a> {
    notice: &'a Notice,
    /// Since when it is there; none if it is the first.
    at: Option<Instant>,
    /// The instant up to which things were told by then.
    by: Instant,
    /// When each thing becomes known, by what the edition says of itself.
    own: Vec<(Place, Instant)>,
}

impl Reading<'_> {
    /// When something new becomes known: when it says, or if that was before
    /// the day it was written, then.
    fn known(&self, place: Place) -> Instant {
        let own = self.own.iter().find(|(other, _)| *other == place).map_or(self.by, |(_, known)| *known);
        self.at.filter(|at| at.day() > own.day()).unwrap_or(own)
    }

    /// The same of something that was there before: what was told stays told.
    fn known_again(&self, place: Place, before: Instant) -> Instant {
        if before <= self.by { before } else { self.known(place) }
    }
}

#[derive(Default)]
struct Memory {
    past: Past,
    /// What the deadlines and events of the edition before were.
    deadlines: Vec<(&'static str, Moment)>,
    /// What the changes of each deadline said it was before.
    changes: Vec<Vec<deadlines::Said>>,
    events: Vec<Telling>,
    declared: Option<Declared>,
    attachments: Vec<(String, Option<Instant>)>,
    /// Every name ever given to an event, a state or a change.
    names: HashSet<String>,
    /// The highest number ever given to a deadline and to an event of a kind.
    numbers: Vec<(&'static str, bool, usize)>,
    /// Whether there was an edition before.
    online: bool,
}

impl Memory {
    fn next(&mut self, edition: &Edition<'_>, now: Instant) {
        let notice = edition.notice;
        let first = !std::mem::replace(&mut self.online, true);
        let by = edition.at.unwrap_or(now);
        let own = happenings(notice, by).into_iter().map(|happening| (happening.place, happening.known)).collect();
        let reading = Reading { notice, at: edition.at.filter(|_| !first), by, own };
        if first {
            let late = |at: &Instant| !edition.moved_in && at.day() > notice.filing.published.value.date;
            self.past.published = edition.at.filter(late);
        }
        let facts = |memory: &Self| {
            let changes: usize = memory.past.deadlines.iter().map(|deadline| deadline.changes.len()).sum();
            (memory.deadlines.clone(), changes, memory.events.clone(), memory.declared.as_ref().map(said))
        };
        let before = facts(self);
        let state = self.past.declared.clone().zip(self.declared.clone());
        self.deadlines(&reading);
        self.events(&reading);
        self.declared(&reading);
        if let Some((part, declared)) = state {
            self.ended(&reading, part, declared);
        }
        self.attachments(&reading);
        self.past.stops = self.past.stops.max(stops(notice, Some(&self.past), by));
        if reading.at.is_some() {
            self.past.touched = reading.at;
            if facts(self) != before {
                self.past.changed = reading.at;
            }
        }
        // Contracting data tell each edition apart.
        if notice.heading.kind.stage().is_some() && edition.at.is_some() {
            let editions = std::mem::take(&mut self.past.editions);
            let mut bare = notice.clone();
            (bare.body, bare.past) = (crate::model::Body::default(), Some(Box::new(self.past.clone())));
            self.past.editions = editions;
            self.past.editions.push((by, Box::new(bare)));
        }
    }

    /// A state that held and is not written any more: it was lifted, or another
    /// came after it. One that was taken out or replaced otherwise should not
    /// have been there.
    fn ended(&mut self, reading: &Reading<'_>, part: PastPart, declared: Declared) {
        if declared.since.value.begins() > reading.by {
            return;
        }
        let lifted = match reading.notice.course.declared.as_deref() {
            Some(next) if follows(next.state, declared.state) => None,
            None if declared.state.stops() => reading.at.map(|at| {
                let name = dated(event_of(declared.state), declared.since.value);
                (self.unused(&format!("{name}.fine")), at)
            }),
            _ => return,
        };
        self.past.states.push(PastState { part, declared, lifted });
    }

    fn events(&mut self, reading: &Reading<'_>) {
        let notice = reading.notice;
        let events = &notice.course.events;
        let now: Vec<Telling> =
            events.iter().map(|event| (event.kind.word(), event.when.value, told_of(event))).collect();
        let moments = |events: &[Telling]| events.iter().map(|(kind, when, _)| (*kind, *when)).collect::<Vec<_>>();
        let same = |at: usize, old: usize| self.events[old] == now[at];
        let known = matched(&moments(&self.events), &moments(&now), same, |_| None);
        let before = std::mem::take(&mut self.past.events);
        let telling = notice.course.declared.as_deref().and_then(|declared| notice.event_telling(declared));
        for (at, event) in events.iter().enumerate() {
            let place = Place::Happened(at);
            if let Some(old) = known[at] {
                let mut part = before[old].clone();
                part.known = reading.known_again(place, part.known);
                if now[at].2 != self.events[old].2 {
                    part.mended += 1;
                }
                self.past.events.push(part);
                continue;
            }
            let number = self.number(event.kind.word(), false);
            // What a declared state told already is not told again.
            let same = self.declared.as_ref().is_some_and(|declared| tells(event.kind, declared.state));
            let tells_it = same && (telling == Some(at) || notice.course.declared.is_none());
            // Unless the state's is the name of another event.
            let told = &self.past.events;
            let is_free = |part: &PastPart| {
                known.iter().flatten().all(|old| before[*old].name != part.name)
                    && told.iter().all(|told| told.name != part.name)
            };
            let apart = |former: &PastState| {
                (former.declared.since.value.begins().unix() - event.when.value.begins().unix()).abs()
            };
            let is_former = |former: &&PastState| {
                let over = former.lifted.as_ref().is_some_and(|(_, lifted)| event.when.value.begins() > *lifted);
                tells(event.kind, former.declared.state) && apart(former) <= MONTH && !over && is_free(&former.part)
            };
            let formers = || self.past.states.iter().filter(is_former);
            let former = || formers().min_by_key(|former| apart(former)).map(|former| former.part.clone());
            let of_state = if tells_it { self.past.declared.clone().filter(is_free) } else { None };
            let of_state = of_state.or_else(former);
            let part = if let Some(part) = of_state {
                PastPart { number, mended: part.mended + 1, ..part }
            } else {
                let name = self.unused(&own_event_name(notice, at));
                PastPart { number, word: event.kind.word(), ..PastPart::new(name, reading.known(place), reading.at) }
            };
            self.past.events.push(part);
        }
        self.events = now;
    }

    fn declared(&mut self, reading: &Reading<'_>) {
        let before = self.past.declared.take().zip(self.declared.take());
        let declared = reading.notice.course.declared.as_deref();
        self.declared = declared.cloned();
        let Some(declared) = declared else { return };
        self.past.declared = Some(match (reading.notice.event_telling(declared), before) {
            (Some(event), _) => self.past.events[event].clone(),
            (None, Some((part, before))) if before.state == declared.state => {
                let mended = part.mended + usize::from(said(&before) != said(declared));
                PastPart { known: reading.known_again(Place::Declared, part.known), mended, ..part }
            }
            (None, _) => {
                let name = self.unused(&dated(event_of(declared.state), declared.since.value));
                let word = declared.state.word();
                PastPart { word, ..PastPart::new(name, reading.known(Place::Declared), reading.at) }
            }
        });
    }

    fn attachments(&mut self, reading: &Reading<'_>) {
        let now = reading.notice.attachments.iter().map(|attachment| {
            let source = source_of(&attachment.source);
            let before = self.attachments.iter().find(|(other, _)| other == source);
            (source.to_owned(), before.map_or(reading.at, |(_, seen)| *seen))
        });
        self.attachments = now.collect();
        self.past.attachments = self.attachments.iter().map(|(_, seen)| *seen).collect();
    }

    /// The next number of a kind.
    fn number(&mut self, kind: &'static str, deadline: bool) -> usize {
        if let Some((.., highest)) = self.numbers.iter_mut().find(|(k, d, _)| (*k, *d) == (kind, deadline)) {
            *highest += 1;
            return *highest;
        }
        self.numbers.push((kind, deadline, 1));
        1
    }

    /// A name nothing ever had.
    fn unused(&mut self, name: &str) -> String {
        let mut free = name.to_owned();
        let mut times = 1;
        while self.names.contains(&free) {
            times += 1;
            free = format!("{name}-{times}");
        }
        self.names.insert(free.clone());
        free
    }
}
