//! Deadlines, edition after edition: their changes, said and unsaid.

use super::super::Place;
use super::super::matched::matched;
use super::super::names::RETYPED;
use super::{Memory, Reading};
use crate::calendar::Moment;
use crate::model::{Change, PastDeadline, PastPart, Retyped};
use crate::vocabulary::Vocabulary;

/// What a change says: what the deadline was before, and all the rest.
pub(super) type Said = (Option<Moment>, String);

fn said_of(change: &Change) -> Said {
    (change.previous, format!("{:?} {} {:?}", change.kind, change.reason, change.act))
}

impl Memory {
    pub(super) fn deadlines(&mut self, reading: &Reading<'_>) {
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
            let said: Vec<Said> = deadline.changes.iter().map(said_of).collect();
            let before = old.map(|old| self.changes[old].clone()).unwrap_or_default();
            let written = before.len();
            let mut known_changes: Vec<Option<PastPart>> = past.changes.drain(..).map(Some).collect();
            let mut changes: Vec<Option<PastPart>> = vec![None; said.len()];
            let rounds: [fn(&Said, &Said) -> bool; 2] = [|one, other| one == other, |one, other| one.0 == other.0];
            for same in rounds {
                for (nth, change) in changes.iter_mut().enumerate().filter(|(_, change)| change.is_none()) {
                    let is_it = |old: &usize| known_changes[*old].is_some() && same(&before[*old], &said[nth]);
                    *change = (0..written).find(is_it).and_then(|old| known_changes[old].take());
                }
            }
            for (nth, change) in changes.iter_mut().enumerate() {
                let place = Place::Moved(at, nth);
                let mut left = known_changes.iter_mut().filter_map(Option::take);
                if let Some(mut part) = change.take().or_else(|| left.next()) {
                    part.known = reading.known_again(place, part.known);
                    past.changes.push(part);
                    continue;
                }
                // The change that was missing tells what was told already.
                let told = retyped.iter().find(|told| old == Some(told.deadline) && Some(told.from) == said[nth].0);
                let (own, number) = self.unused_change(&past.part.name, nth);
                let part = match told {
                    Some(told) => PastPart::new(told.name.clone(), told.at, Some(told.at)),
                    None => PastPart::new(own, reading.known(place), reading.at),
                };
                past.changes.push(PastPart { number, ..part });
            }
            let kept = retyped.iter().filter(|told| old == Some(told.deadline));
            let kept = kept.filter(|told| past.changes.iter().all(|change| change.name != told.name));
            self.past.retyped.extend(kept.map(|told| Retyped { deadline: at, ..told.clone() }));
            let moved = old.map(|old| (self.deadlines[old].1, deadline.when.value)).filter(|(from, to)| from != to);
            past.part.mended = (past.part.mended + usize::from(moved.is_some())).max(deadline.changes.len());
            if let Some((from, to)) = moved.filter(|_| deadline.changes.len() <= written) {
                let name = self.unused(&format!("{}{RETYPED}{}", past.part.name, to.iso()));
                let when = reading.at.unwrap_or(reading.by);
                let list = if reading.at.is_some() { &mut self.past.retyped } else { &mut self.past.unsaid };
                list.push(Retyped { deadline: at, changes: deadline.changes.len(), name, from, to, at: when });
            }
            self.past.deadlines.push(past);
        }
        self.changes = notice.deadlines.iter().map(|deadline| deadline.changes.iter().map(said_of).collect()).collect();
        self.deadlines = now;
    }

    /// The first edition counts them as they are written; one that comes later
    /// comes after all there ever were.
    fn new_deadline(&mut self, reading: &Reading<'_>, at: usize) -> PastDeadline {
        let kind = reading.notice.deadlines[at].kind.word();
        let number = self.number(kind, true);
        let part = PastPart { number, ..PastPart::new(format!("{kind}-{number}"), reading.by, reading.at) };
        PastDeadline { part, changes: Vec::new() }
    }

    /// The name of a change of a deadline, and its number: its own or the next
    /// that is free.
    fn unused_change(&mut self, deadline: &str, nth: usize) -> (String, usize) {
        let mut number = nth + 1;
        loop {
            let name = format!("{deadline}.modifica-{number}");
            if self.names.insert(name.clone()) {
                return (name, number);
            }
            number += 1;
        }
    }
}
