//! What happened, what comes next, and what the page itself went through.

use schemars::JsonSchema;
use serde::Serialize;

use super::super::{Views, When};
use super::course::HistoryView;
use crate::calendar::Moment;
use crate::chronicle::{State, What, happenings};
use crate::model::{Deadline, Declared, Notice};

/// A deadline or event in the course of a procedure.
#[derive(Debug, Default, JsonSchema, Serialize)]
pub(in crate::view) struct StepView<'a> {
    /// `deadline` or `event`.
    kind: &'static str,
    /// `past`, `next` (the first to come) or `future`.
    phase: &'static str,
    /// What it is, in words.
    label: &'a str,
    /// When.
    when: When,
    /// The first second at which it is past, since 1970-01-01T00:00Z.
    at: i64,
    /// What to know about a deadline.
    note: Option<&'a str>,
    /// Where a deadline is met.
    place: Option<&'a str>,
    /// What an event is called.
    title: Option<&'a str>,
    /// What to know about an event.
    text: Option<&'a str>,
    /// The act behind an event.
    act: Option<&'a str>,
    /// How a deadline was moved, the oldest move first.
    changes: Vec<HistoryView<'a>>,
}

/// Something that happened to the page.
#[derive(Debug, Default, JsonSchema, Serialize)]
pub(in crate::view) struct EntryView {
    /// When.
    when: When,
    /// What happened, in words.
    text: String,
}

impl<'a> Views<'a> {
    /// Deadlines and events in order of time.
    pub(super) fn timeline(&self, notice: &'a Notice) -> Vec<StepView<'a>> {
        let deadlines = notice.deadlines.iter().map(|deadline| {
            let view = self.deadline(deadline);
            let step = StepView {
                kind: "deadline",
                label: view.label,
                when: view.when,
                note: view.note,
                place: view.place,
                changes: view.changes,
                ..StepView::default()
            };
            (deadline.when.value, step)
        });
        let events = notice.course.events.iter().map(|event| {
            let view = self.event(event);
            let step = StepView {
                kind: "event",
                label: view.label,
                when: view.when,
                title: view.title,
                text: view.text,
                act: view.act,
                ..StepView::default()
            };
            (event.when.value, step)
        });
        let mut steps: Vec<(Moment, StepView<'a>)> = deadlines.chain(events).collect();
        steps.sort_by_key(|(when, _)| (when.begins(), when.ends()));
        let mut next = "next";
        steps
            .into_iter()
            .map(|(when, step)| {
                let past = when.ends() <= self.site.now;
                let phase = if past { "past" } else { std::mem::replace(&mut next, "future") };
                StepView { phase, at: when.ends().unix(), ..step }
            })
            .collect()
    }

    /// What the page went through, oldest first: published, each deadline
    /// moved, a state declared or lifted, updated. The day of a move nobody
    /// dated only the repository can tell.
    pub(super) fn history(&self, notice: &'a Notice) -> Vec<EntryView> {
        let filing = &notice.filing;
        let published = filing.published_on().map(|when| (when, self.labels.text("history-published").to_owned()));
        let mut entries: Vec<(Moment, String)> = published.into_iter().collect();
        let happenings = happenings(notice, self.site.now);
        for happening in happenings.into_iter().filter(|happening| happening.known <= self.site.now) {
            let what = notice.what(happening.place);
            let label = self.labels.happened(what).unwrap_or_default();
            let of = |deadline: &Deadline| format!("{label}: {}", self.labels.of(deadline.kind));
            let told = Moment::day(happening.known.day());
            entries.push(match what {
                What::Published | What::Opened | What::Happened(_) | What::Declared(_) => continue,
                What::Moved(moved) => match moved.change.published.or(moved.came) {
                    Some(when) => (when, of(moved.deadline)),
                    None => continue,
                },
                What::Retyped(deadline, _) => (told, of(deadline)),
                What::Lifted(_) => (told, label.to_owned()),
            });
        }
        // What an event tells, its state tells here.
        let label = |declared: &Declared| (declared.since.value, self.labels.of(declared.state).to_owned());
        let formers = notice.past.iter().flat_map(|past| &past.states).map(|former| &former.declared);
        let holds = matches!(self.site.state(notice), State::Declared(_));
        entries.extend(formers.chain(notice.course.declared.as_deref().filter(|_| holds)).map(label));
        if Some(filing.updated.value) != filing.published_on() {
            entries.push((filing.updated.value, self.labels.text("history-updated").to_owned()));
        }
        entries.sort_by_key(|(when, _)| when.begins());
        entries.into_iter().map(|(when, text)| EntryView { when: self.when(when), text }).collect()
    }
}
