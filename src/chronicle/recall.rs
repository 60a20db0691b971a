//! What a notice was, edition after edition, becomes what is remembered of it:
//! who was there first keeps the name it was told under and the instant it was
//! told at, whatever is written before it, corrected or taken out later.
//!
//! A part is known again by all it says, or by its kind and moment; else, if its change says what
//! it was before, by that; else by its place among those of its kind.

use super::matched::matched;
use super::names::{dated, event_of, own_event_name};
use super::{Place, happenings, tells};
use crate::calendar::{Instant, Moment};
use crate::model::{AttachmentSource, DeclaredState, Event, Lifted, Notice, Past, PastDeadline, PastPart, Retyped};
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
    changes: Vec<Vec<Option<Moment>>>,
    events: Vec<Telling>,
    declared: Option<(DeclaredState, Moment)>,
    attachments: Vec<(String, Option<Instant>)>,
    /// Every name ever given to an event, a state or a change.
    names: Vec<String>,
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
            (memory.deadlines.clone(), changes, memory.events.clone(), memory.declared)
        };
        let before = facts(self);
        self.lift(&reading);
        self.deadlines(&reading);
        self.events(&reading);
        self.declared(&reading);
        self.attachments(&reading);
        if reading.at.is_some() {
            self.past.touched = reading.at;
            if facts(self) != before {
                self.past.changed = reading.at;
            }
        }
        // Contracting data tell each edition apart.
        if notice.heading.kind.stage().is_some() && edition.at.is_some() {
            let names =
                Past { deadlines: self.past.deadlines.clone(), events: self.past.events.clone(), ..Past::default() };
            let mut bare = notice.clone();
            (bare.body, bare.past) = (crate::model::Body::default(), Some(Box::new(names)));
            self.past.editions.push((by, Box::new(bare)));
        }
    }

    /// A state that stopped the procedure and is not written any more.
    fn lift(&mut self, reading: &Reading<'_>) {
        let (Some((state, since)), Some(at)) = (self.declared, reading.at) else { return };
        if reading.notice.course.declared.is_some() || !state.stops() || since.begins() > at {
            return;
        }
        let name = format!("{}.fine", dated(event_of(state), since));
        if self.past.lifted.iter().all(|lifted| lifted.name != name) {
            self.past.lifted.push(Lifted { state, name, since, at });
        }
    }

    fn deadlines(&mut self, reading: &Reading<'_>) {
        let notice = reading.notice;
        let now: Vec<(&'static str, Moment)> =
            notice.deadlines.iter().map(|deadline| (deadline.kind.word(), deadline.when.value)).collect();
        let said_before = |at: usize| notice.deadlines[at].changes.last().and_then(|change| change.previous);
        let known = matched(&self.deadlines, &now, |_, _| false, said_before);
        let before = std::mem::take(&mut self.past.deadlines);
        let retyped = std::mem::take(&mut self.past.retyped);
        for (at, deadline) in notice.deadlines.iter().enumerate() {
            let old = known[at];
            let mut past = old.map_or_else(|| self.new_deadline(reading, at), |old| before[old].clone());
            let said: Vec<Option<Moment>> = deadline.changes.iter().map(|change| change.previous).collect();
            let before = old.map(|old| self.changes[old].clone()).unwrap_or_default();
            let written = before.len();
            let mut known_changes: Vec<Option<PastPart>> = past.changes.drain(..).map(Some).collect();
            let mut changes: Vec<Option<PastPart>> = said
                .iter()
                .map(|said| {
                    let same = (0..written).find(|nth| before[*nth] == *said && known_changes[*nth].is_some())?;
                    known_changes[same].take()
                })
                .collect();
            for (nth, change) in changes.iter_mut().enumerate() {
                let place = Place::Moved(at, nth);
                let mut left = known_changes.iter_mut().filter_map(Option::take);
                if let Some(mut part) = change.take().or_else(|| left.next()) {
                    part.known = reading.known_again(place, part.known);
                    past.changes.push(part);
                    continue;
                }
                // The change that was missing tells what was told already.
                let told = retyped.iter().find(|told| old == Some(told.deadline) && Some(told.from) == said[nth]);
                let (own, number) = self.unused_change(&past.part.name, nth);
                let part = match told {
                    Some(told) => PastPart::new(told.name.clone(), told.at),
                    None => PastPart::new(own, reading.known(place)),
                };
                past.changes.push(PastPart { number, ..part });
            }
            let kept = retyped.iter().filter(|told| old == Some(told.deadline));
            let kept = kept.filter(|told| past.changes.iter().all(|change| change.name != told.name));
            self.past.retyped.extend(kept.map(|told| Retyped { deadline: at, ..told.clone() }));
            let moved = old.map(|old| (self.deadlines[old].1, deadline.when.value)).filter(|(from, to)| from != to);
            past.part.mended = (past.part.mended + usize::from(moved.is_some())).max(deadline.changes.len());
            if let Some((from, to)) = moved.filter(|_| deadline.changes.len() <= written) {
                let name = format!("{}.riscritta.{}", past.part.name, to.iso());
                let when = reading.at.unwrap_or(reading.by);
                let list = if reading.at.is_some() { &mut self.past.retyped } else { &mut self.past.unsaid };
                list.retain(|other| other.name != name);
                list.push(Retyped { deadline: at, changes: deadline.changes.len(), name, from, to, at: when });
            }
            self.past.deadlines.push(past);
        }
        self.changes = notice
            .deadlines
            .iter()
            .map(|deadline| deadline.changes.iter().map(|change| change.previous).collect())
            .collect();
        self.deadlines = now;
    }

    /// The first edition counts them as they are written; one that comes later
    /// comes after all there ever were.
    fn new_deadline(&mut self, reading: &Reading<'_>, at: usize) -> PastDeadline {
        let kind = reading.notice.deadlines[at].kind.word();
        let number = self.number(kind, true);
        let part = PastPart { number, ..PastPart::new(format!("{kind}-{number}"), reading.by) };
        PastDeadline { part, changes: Vec::new() }
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
            let same = self.declared.is_some_and(|(state, _)| tells(event.kind, state));
            let tells_it = same && (telling == Some(at) || notice.course.declared.is_none());
            // Unless the state's is the name of another event.
            let is_free = |part: &PastPart| known.iter().flatten().all(|old| before[*old].name != part.name);
            let of_state = if tells_it { self.past.declared.take().filter(is_free) } else { None };
            let part = if let Some(part) = of_state {
                PastPart { number, mended: part.mended + 1, ..part }
            } else {
                let name = self.unused(&own_event_name(notice, at));
                PastPart { number, ..PastPart::new(name, reading.known(place)) }
            };
            self.past.events.push(part);
        }
        self.events = now;
    }

    fn declared(&mut self, reading: &Reading<'_>) {
        let before = self.past.declared.take().zip(self.declared);
        let declared = reading.notice.course.declared.as_deref();
        self.declared = declared.map(|declared| (declared.state, declared.since.value));
        let Some(declared) = declared else { return };
        self.past.declared = Some(match (reading.notice.event_telling(declared), before) {
            (Some(event), _) => self.past.events[event].clone(),
            (None, Some((part, (state, _)))) if state == declared.state => {
                PastPart { known: reading.known_again(Place::Declared, part.known), ..part }
            }
            (None, _) => {
                let name = self.unused(&dated(event_of(declared.state), declared.since.value));
                PastPart::new(name, reading.known(Place::Declared))
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

    /// The name of a change of a deadline, and its number: its own or the next
    /// that is free.
    fn unused_change(&mut self, deadline: &str, nth: usize) -> (String, usize) {
        let mut number = nth + 1;
        loop {
            let name = format!("{deadline}.modifica-{number}");
            if !self.names.contains(&name) {
                self.names.push(name.clone());
                return (name, number);
            }
            number += 1;
        }
    }

    /// A name nothing ever had.
    fn unused(&mut self, name: &str) -> String {
        let mut free = name.to_owned();
        let mut times = 1;
        while self.names.contains(&free) {
            times += 1;
            free = format!("{name}-{times}");
        }
        self.names.push(free.clone());
        free
    }
}
