//! State, deadlines, events and winners in words.

use schemars::JsonSchema;
use serde::Serialize;

use super::super::card::change_key;
use super::super::{Views, When};
use crate::chronicle::State;
use crate::model::{Awardee, Deadline, Event, Notice};

/// A state, and since when and why if an act says so.
#[derive(Debug, Default, JsonSchema, Serialize)]
pub(in crate::view) struct StateView<'a> {
    /// A word for style sheets: `in-programma`, `in-corso`, `in-scadenza`, `scaduto`, `pubblicato`, `aggiudicato`,
    /// `deserto`, `non-aggiudicato`, `sospeso`, `revocato`, `annullato` or `concluso`.
    pub(in crate::view) id: &'static str,
    /// In words.
    pub(in crate::view) label: &'a str,
    /// Since when, where an act decided it.
    pub(in crate::view) since: Option<When>,
    /// Why, where an act decided it.
    pub(in crate::view) reason: Option<&'a str>,
    /// The act that decided it.
    pub(in crate::view) act: Option<&'a str>,
}

/// A deadline that was moved, for the banner on top.
#[derive(Debug, Default, JsonSchema, Serialize)]
pub(in crate::view) struct ChangeLine<'a> {
    /// How it was moved, in words.
    pub(in crate::view) label: &'a str,
    /// Which deadline, in words.
    pub(in crate::view) deadline: &'a str,
    /// When it was before; none if nobody wrote it.
    pub(in crate::view) previous: Option<When>,
    /// When it is now.
    pub(in crate::view) now: When,
    /// Why.
    pub(in crate::view) reason: &'a str,
    /// The act that moved it.
    pub(in crate::view) act: Option<&'a str>,
    /// When the move was published.
    pub(in crate::view) published: Option<When>,
}

/// A deadline with its history.
#[derive(Debug, Default, JsonSchema, Serialize)]
pub(in crate::view) struct DeadlineView<'a> {
    /// What ends, as a word: `presentazione-offerte`, `richiesta-chiarimenti`…
    pub(super) kind: &'static str,
    /// What ends, in words.
    pub(super) label: &'a str,
    /// The last minute or day in time.
    pub(super) when: When,
    /// Whether it was over when the site was built.
    pub(super) past: bool,
    /// What to know about it.
    pub(super) note: Option<&'a str>,
    /// Where.
    pub(super) place: Option<&'a str>,
    /// How it was moved, the oldest move first.
    pub(super) changes: Vec<HistoryView<'a>>,
}

/// One move of a deadline.
#[derive(Debug, Default, JsonSchema, Serialize)]
pub(super) struct HistoryView<'a> {
    /// How it was moved, in words: `Proroga`.
    pub(super) label: &'a str,
    /// When it was before; none if nobody wrote it.
    pub(super) previous: Option<When>,
    /// Why.
    pub(super) reason: &'a str,
    /// The act that moved it.
    pub(super) act: Option<&'a str>,
    /// When the move was published.
    pub(super) published: Option<When>,
}

/// Something that happened, or will.
#[derive(Debug, Default, JsonSchema, Serialize)]
pub(in crate::view) struct EventView<'a> {
    /// What happened, in words.
    pub(super) label: &'a str,
    /// When.
    pub(super) when: When,
    /// What it is called.
    pub(super) title: Option<&'a str>,
    /// What to know about it.
    pub(super) text: Option<&'a str>,
    /// The act behind it.
    pub(super) act: Option<&'a str>,
    /// Whether it was over when the site was built.
    pub(super) past: bool,
}

/// Who won.
#[derive(Debug, Default, JsonSchema, Serialize)]
pub(in crate::view) struct AwardeeView<'a> {
    /// Its name.
    pub(in crate::view) name: &'a str,
    /// Its tax code.
    pub(in crate::view) tax_code: Option<&'a str>,
    /// For how much: `€ 172.131,15`.
    pub(in crate::view) amount: Option<String>,
    /// Which lot, by number or name.
    pub(in crate::view) lot: Option<&'a str>,
    /// The discount offered, as written.
    pub(in crate::view) discount: Option<&'a str>,
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
