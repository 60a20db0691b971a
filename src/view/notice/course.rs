//! State, deadlines, events and winners in words.

use serde::Serialize;

use super::super::card::change_key;
use super::super::{Views, When};
use crate::model::{Awardee, Deadline, Event, Notice, State};

/// A state, and since when and why if an act says so.
#[derive(Debug, Default, Serialize)]
pub(in crate::view) struct StateView<'a> {
    id: &'static str,
    label: &'a str,
    since: Option<When>,
    reason: Option<&'a str>,
    act: Option<&'a str>,
}

/// A deadline that was moved, for the banner on top.
#[derive(Debug, Default, Serialize)]
pub(in crate::view) struct ChangeLine<'a> {
    label: &'a str,
    deadline: &'a str,
    previous: Option<When>,
    now: When,
    reason: &'a str,
    act: Option<&'a str>,
    published: Option<When>,
}

/// A deadline with its history.
#[derive(Debug, Default, Serialize)]
pub(in crate::view) struct DeadlineView<'a> {
    pub(super) kind: &'static str,
    pub(super) label: &'a str,
    pub(super) when: When,
    pub(super) past: bool,
    pub(super) note: Option<&'a str>,
    pub(super) place: Option<&'a str>,
    pub(super) changes: Vec<HistoryView<'a>>,
}

#[derive(Debug, Default, Serialize)]
pub(super) struct HistoryView<'a> {
    pub(super) label: &'a str,
    pub(super) previous: Option<When>,
    pub(super) reason: &'a str,
    pub(super) act: Option<&'a str>,
    pub(super) published: Option<When>,
}

/// Something that happened, or will.
#[derive(Debug, Default, Serialize)]
pub(in crate::view) struct EventView<'a> {
    pub(super) label: &'a str,
    pub(super) when: When,
    pub(super) title: Option<&'a str>,
    pub(super) text: Option<&'a str>,
    pub(super) act: Option<&'a str>,
    pub(super) past: bool,
}

/// Who won.
#[derive(Debug, Default, Serialize)]
pub(in crate::view) struct AwardeeView<'a> {
    name: &'a str,
    tax_code: Option<&'a str>,
    amount: Option<String>,
    lot: Option<&'a str>,
    discount: Option<&'a str>,
}

impl<'a> Views<'a> {
    pub(super) fn state_view(&self, notice: &'a Notice) -> StateView<'a> {
        let state = self.site.state(notice);
        let label = self.state_label(state);
        let declared = notice.course.declared.as_ref().filter(|_| matches!(state, State::Declared(_)));
        StateView {
            id: label.id,
            label: label.label,
            since: declared.map(|declared| self.when(declared.since.value)),
            reason: declared.and_then(|declared| declared.reason.as_deref()),
            act: declared.and_then(|declared| declared.act.as_deref()),
        }
    }

    /// Only the last move of each deadline: the banner says what holds now.
    pub(super) fn change_lines(&self, notice: &'a Notice) -> Vec<ChangeLine<'a>> {
        let moved = notice.deadlines.iter().filter_map(|deadline| Some((deadline, deadline.changes.last()?)));
        moved
            .map(|(deadline, change)| ChangeLine {
                label: self.labels.text(change_key(change.kind)),
                deadline: self.labels.of(deadline.kind),
                previous: change.previous.map(|moment| self.when(moment)),
                now: self.when(deadline.when.value),
                reason: &change.reason,
                act: change.act.as_deref(),
                published: change.published.map(|moment| self.when(moment)),
            })
            .collect()
    }

    pub(super) fn deadline(&self, deadline: &'a Deadline) -> DeadlineView<'a> {
        use crate::vocabulary::Vocabulary;
        DeadlineView {
            kind: deadline.kind.word(),
            label: self.labels.of(deadline.kind),
            when: self.when(deadline.when.value),
            past: deadline.when.value.ends() <= self.site.now,
            note: deadline.note.as_deref(),
            place: deadline.place.as_deref(),
            changes: deadline
                .changes
                .iter()
                .map(|change| HistoryView {
                    label: self.labels.of(change.kind),
                    previous: change.previous.map(|moment| self.when(moment)),
                    reason: &change.reason,
                    act: change.act.as_deref(),
                    published: change.published.map(|moment| self.when(moment)),
                })
                .collect(),
        }
    }

    pub(super) fn event(&self, event: &'a Event) -> EventView<'a> {
        EventView {
            label: self.labels.of(event.kind),
            when: self.when(event.when.value),
            title: event.title.as_deref(),
            text: event.text.as_deref(),
            act: event.act.as_deref(),
            past: event.when.value.ends() <= self.site.now,
        }
    }
}

pub(super) fn awardee(awardee: &Awardee) -> AwardeeView<'_> {
    AwardeeView {
        name: &awardee.name,
        tax_code: awardee.tax_code.as_ref().map(crate::codes::TaxCode::as_str),
        amount: awardee.amount.map(|euro| format!("€ {euro}")),
        lot: awardee.lot.as_deref(),
        discount: awardee.discount.as_deref(),
    }
}
