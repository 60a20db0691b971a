//! What happened to a notice, and what will: one list, from which pages,
//! feeds, calendars and contracting data tell.
//!
//! ```text
//!              ┌► transitions    when something that shows it changes
//!  notice ──► happenings ──► news ──► feeds
//!              ├► OCDS releases
//!              └► the page's history
//! ```
//!
//! What each is called for ever is in `names`, what the repository remembers of
//! it in `recall`; the state at an instant in `state`, and when the notice last
//! said something new ([`Notice::updated`]) beside the list.
//!
//! A new kind of thing that happens is a [`Place`] and a [`What`], its instants
//! in [`happenings`] and its name: what feeds and releases say of it the
//! compiler then asks for.

mod matched;
mod names;
mod news;
mod recall;
mod state;

use crate::calendar::{Instant, Moment};
use crate::model::{Change, Deadline, Declared, DeclaredState, Event, EventKind, Notice, Past, PastState, Retyped};

pub use names::{RETYPED, event_of};
pub use news::{News, Told};
pub use recall::{Edition, recall};
pub use state::State;

/// Something that happens to a notice, once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Happening {
    /// What, by its place in the notice.
    pub place: Place,
    /// When it takes effect.
    pub at: Instant,
    /// Since when one can know of it: not before the notice is on line.
    pub known: Instant,
}

/// What happened, by its place in the notice; of what is known at once the
/// lower is told first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// It was published.
    Published,
    /// One can apply from now on.
    Opened,
    /// A deadline was moved: which deadline, and which of its changes.
    Moved(usize, usize),
    /// A deadline was written anew without saying that it was moved: which of
    /// those that are remembered.
    Retyped(usize),
    /// An event of its course.
    Happened(usize),
    /// An act declared a state, and no event tells the same.
    Declared,
    /// An act had declared a state that is no more: which of those that are
    /// remembered.
    Former(usize),
    /// A state that stopped it was lifted: which of those that are remembered.
    Lifted(usize),
}

/// What happened to a notice.
#[derive(Debug, Clone, Copy)]
pub enum What<'a> {
    /// It was published.
    Published,
    /// One can apply from now on.
    Opened,
    /// A deadline was moved.
    Moved(Move<'a>),
    /// A deadline was written anew without saying that it was moved.
    Retyped(&'a Deadline, &'a Retyped),
    /// Something of its course.
    Happened(&'a Event),
    /// An act declared a state, and no event tells the same.
    Declared(&'a Declared),
    /// A state that stopped it was lifted.
    Lifted(&'a PastState),
}

/// A deadline moved once.
#[derive(Debug, Clone, Copy)]
pub struct Move<'a> {
    /// The deadline.
    pub deadline: &'a Deadline,
    /// The change.
    pub change: &'a Change,
    /// Where it was moved to, as far as is written.
    pub to: Option<Moment>,
    /// The day it came into the repository, if not with the notice.
    pub came: Option<Moment>,
}

/// Everything that happened to a notice and will, by when one can know of it.
/// `now` is the instant it is told at: a change nobody dated is told as early
/// as it can have been.
pub fn happenings(notice: &Notice, now: Instant) -> Vec<Happening> {
    let past = notice.past.as_deref();
    let published = notice.filing.published.value.begins();
    let online = notice.online_since();
    let mut found = vec![Happening { place: Place::Published, at: published, known: online }];
    let mut tell = |place, at: Instant, known: Instant| {
        found.push(Happening { place, at, known: known.max(online) });
    };
    if let Some(opens) = notice.filing.opens.map(Moment::begins).filter(|opens| *opens > published) {
        tell(Place::Opened, opens, opens);
    }
    for (at, deadline) in notice.deadlines.iter().enumerate() {
        for (nth, known) in changes_known(notice, deadline, now).into_iter().enumerate() {
            let known = notice.part(Place::Moved(at, nth)).map_or(known, |part| part.known);
            tell(Place::Moved(at, nth), known, known);
        }
    }
    for (at, retyped) in past.iter().flat_map(|past| &past.retyped).enumerate() {
        tell(Place::Retyped(at), retyped.at, retyped.at);
    }
    for (at, former) in past.iter().flat_map(|past| &past.states).enumerate() {
        // An event may have come to tell the same.
        if past.is_none_or(|past| past.events.iter().all(|event| event.name != former.part.name)) {
            tell(Place::Former(at), former.declared.since.value.begins(), former.part.known);
        }
        if let Some((_, lifted)) = &former.lifted {
            tell(Place::Lifted(at), *lifted, *lifted);
        }
    }
    let declared = notice.course.declared.as_deref();
    let told_by = declared.and_then(|declared| notice.event_telling(declared));
    for (at, event) in notice.course.events.iter().enumerate() {
        let mut known = event_known(event).begins();
        if let Some(declared) = declared.filter(|_| told_by == Some(at)) {
            // The page says so since then.
            known = known.min(declared.since.value.begins());
        }
        let known = notice.part(Place::Happened(at)).map_or(known, |part| part.known);
        tell(Place::Happened(at), event.when.value.begins(), known);
    }
    if let Some(declared) = declared.filter(|_| told_by.is_none()) {
        let since = declared.since.value.begins();
        let known = notice.part(Place::Declared).map_or(since, |part| part.known);
        tell(Place::Declared, since, known);
    }
    found.sort_by_key(|happening| (happening.known, happening.place));
    found
}

/// When an event is told: when it was made known, and not before it happens.
fn event_known(event: &Event) -> Moment {
    event.published.map_or(event.when.value, |published| later(published, event.when.value))
}

fn later(a: Moment, b: Moment) -> Moment {
    if b.begins() > a.begins() { b } else { a }
}

/// When each change of a deadline became known. Where nobody wrote it, it is
/// the last instant possible: not after the deadline it set, nor after the next
/// change, nor after the notice was last touched.
fn changes_known(notice: &Notice, deadline: &Deadline, now: Instant) -> Vec<Instant> {
    let published = notice.filing.published.value.begins();
    let touched = notice.touched(now);
    let mut times = vec![published; deadline.changes.len()];
    let mut ceiling = None;
    for (at, change) in deadline.changes.iter().enumerate().rev() {
        let time = change.published.map_or_else(
            || {
                let set = deadline.after(at + 1).map(Moment::begins);
                [Some(touched), set, ceiling].into_iter().flatten().min().unwrap_or(touched)
            },
            Moment::begins,
        );
        times[at] = time.max(published);
        ceiling = Some(times[at]);
    }
    for at in 1..times.len() {
        times[at] = times[at].max(times[at - 1]);
    }
    times
}

/// Whether an event of a kind tells the same as a declared state.
fn tells(event: EventKind, state: DeclaredState) -> bool {
    // An outcome may be that there is none.
    event == event_of(state) || (event, state) == (EventKind::Outcome, DeclaredState::NoTenders)
}

/// Whether a state comes after another in the course of a procedure; one that
/// does not corrects it.
fn follows(state: DeclaredState, before: DeclaredState) -> bool {
    let step = |state| match state {
        DeclaredState::Suspended => 0,
        DeclaredState::Awarded | DeclaredState::NoTenders | DeclaredState::NotAwarded => 1,
        DeclaredState::Concluded => 2,
        DeclaredState::Revoked | DeclaredState::Annulled => 3,
    };
    step(state) > step(before)
}

impl Notice {
    /// What happened at a place.
    pub fn what(&self, place: Place) -> What<'_> {
        match place {
            Place::Published => What::Published,
            Place::Opened => What::Opened,
            Place::Moved(at, nth) => What::Moved(self.moved(at, nth)),
            Place::Retyped(at) => {
                let retyped = &self.remembered().retyped[at];
                What::Retyped(&self.deadlines[retyped.deadline], retyped)
            }
            Place::Former(at) => What::Declared(&self.remembered().states[at].declared),
            Place::Lifted(at) => What::Lifted(&self.remembered().states[at]),
            Place::Happened(at) => What::Happened(&self.course.events[at]),
            // A place is only given out for a declared state.
            Place::Declared => self.course.declared.as_deref().map_or(What::Published, What::Declared),
        }
    }

    /// How a deadline was moved, by which of its changes.
    pub fn moved(&self, at: usize, nth: usize) -> Move<'_> {
        let deadline = &self.deadlines[at];
        let came = self.part(Place::Moved(at, nth)).and_then(|part| Some(Moment::day(part.came?.day())));
        Move { deadline, change: &deadline.changes[nth], to: self.deadline_after(at, nth + 1), came }
    }

    /// How a deadline was moved last.
    pub fn last_move(&self, at: usize) -> Option<Move<'_>> {
        Some(self.moved(at, self.deadlines[at].changes.len().checked_sub(1)?))
    }

    fn remembered(&self) -> &Past {
        self.past.as_ref().expect("only what is remembered has a place")
    }

    /// The event that tells the same as a state an act declares: of several the
    /// one nearest to it in time.
    pub fn event_telling(&self, declared: &Declared) -> Option<usize> {
        let since = declared.since.value.begins().unix();
        let events = self.course.events.iter().enumerate().filter(|(_, event)| tells(event.kind, declared.state));
        let nearest = events.min_by_key(|(_, event)| (event.when.value.begins().unix() - since).abs());
        nearest.map(|(at, _)| at)
    }

    /// Since when it is on line: since it was published, or later, if it came
    /// into the repository only then.
    pub fn online_since(&self) -> Instant {
        let published = self.filing.published.value.begins();
        self.past.as_ref().and_then(|past| past.published).map_or(published, |late| late.max(published))
    }

    /// When it was last touched: not later than now, whatever is written.
    pub fn touched(&self, now: Instant) -> Instant {
        let published = self.filing.published.value.begins();
        let updated = self.filing.updated.value.begins();
        if updated <= now { updated.max(published) } else { published }
    }

    /// When it last said something new: when it was updated, or when the last
    /// thing that is known of it became known, whichever is later. A
    /// postponement tells of itself, also where nobody wrote `aggiornato`.
    pub fn updated(&self, now: Instant) -> Moment {
        let changes = self.deadlines.iter().flat_map(|deadline| &deadline.changes);
        let changes = changes.filter_map(|change| change.published);
        let events = self.course.events.iter().map(event_known);
        let declared = self.course.declared.iter().map(|declared| declared.since.value);
        let remembered = self.past.iter().filter_map(|past| Some(Moment::day(past.changed?.day())));
        let known = changes.chain(events).chain(declared).chain(remembered);
        let known = known.filter(|moment| moment.begins() <= now);
        known.fold(self.filing.updated.value, later)
    }

    /// How often a deadline was moved, with or without a change that says so.
    pub fn moves(&self, at: usize) -> usize {
        let known = self.past.as_ref().and_then(|past| past.deadlines.get(at));
        known.map_or(self.deadlines[at].changes.len(), |known| known.part.mended)
    }

    /// How often an event was written otherwise.
    pub fn event_mends(&self, at: usize) -> usize {
        self.part(Place::Happened(at)).map_or(0, |part| part.mended)
    }

    /// What a deadline was after this many of its changes, as far as anybody
    /// knows: 0 is what it was at first.
    pub fn deadline_after(&self, at: usize, changes: usize) -> Option<Moment> {
        let mut retyped = self.past.iter().flat_map(|past| &past.retyped);
        let then = retyped.find(|retyped| (retyped.deadline, retyped.changes) == (at, changes));
        then.map_or_else(|| self.deadlines[at].after(changes), |retyped| Some(retyped.from))
    }

    /// The first instant at which one can no longer apply.
    pub fn closes(&self) -> Option<Instant> {
        self.deadlines.iter().filter(|deadline| deadline.kind.closes()).map(|deadline| deadline.when.value.ends()).max()
    }

    /// The deadline that counts: the last by which to apply, else the first
    /// written.
    pub fn main_deadline(&self) -> Option<&Deadline> {
        let closing = self.deadlines.iter().filter(|deadline| deadline.kind.closes());
        closing.max_by_key(|deadline| deadline.when.value.ends()).or_else(|| self.deadlines.first())
    }

    /// Whether it is due on line: published, and no draft.
    pub fn is_current(&self, now: Instant) -> bool {
        !self.filing.draft && self.filing.published.value.begins() <= now
    }

    /// Names every instant at which something that shows it changes: whatever
    /// happens takes effect or becomes known, a deadline or an event is over,
    /// the last days begin.
    pub fn for_each_transition(&self, closing_days: u32, now: Instant, mut name: impl FnMut(Instant)) {
        for happening in happenings(self, now) {
            name(happening.at.max(self.filing.published.value.begins()));
            name(happening.known);
        }
        for deadline in &self.deadlines {
            name(deadline.when.value.ends());
        }
        for event in &self.course.events {
            name(event.when.value.ends());
        }
        if let Some(declared) = &self.course.declared {
            name(declared.since.value.begins());
        }
        if let Some(closes) = self.closes() {
            name(state::closing_from(closes, closing_days));
        }
    }
}
