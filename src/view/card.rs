//! A notice as lists show it.

use serde::Serialize;

use super::{CrumbView, Views, When};
use crate::model::{Deadline, Notice, State};

/// A notice in a list.
#[derive(Debug, Clone, Default, Serialize)]
pub struct CardView<'a> {
    title: &'a str,
    url: String,
    kind: &'a str,
    summary: Option<&'a str>,
    state: StateLabel<'a>,
    deadline: Option<DeadlineLine<'a>>,
    published: When,
    updated: When,
    cig: Option<String>,
    amount: Option<String>,
    section: CrumbView<'a>,
    changed: Option<&'a str>,
    clock: Option<ClockView>,
    office: Option<&'a str>,
}

/// When a call opens and closes, in seconds since 1970-01-01T00:00Z, for a
/// script that keeps its state true; only for calls whose state follows from
/// dates.
#[derive(Debug, Clone, Copy, Default, Serialize)]
pub(super) struct ClockView {
    opens: Option<i64>,
    closes: i64,
}

/// A state's word and label.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct StateLabel<'a> {
    pub(super) id: &'static str,
    pub(super) label: &'a str,
}

#[derive(Debug, Clone, Default, Serialize)]
struct DeadlineLine<'a> {
    label: &'a str,
    when: When,
    past: bool,
}

impl<'a> Views<'a> {
    /// A notice as lists show it.
    pub fn card(&self, notice: &'a Notice) -> CardView<'a> {
        let deadline = main_deadline(notice);
        let cigs = notice.cigs();
        let cig = match cigs[..] {
            [] => None,
            [one] => Some(one.value.to_string()),
            [first, ..] => Some(format!("{} +{}", first.value, cigs.len() - 1)),
        };
        CardView {
            title: &notice.heading.title.value,
            url: notice.address(),
            kind: self.labels.of(notice.heading.kind),
            summary: notice.heading.summary.as_deref(),
            state: self.state_label(self.site.state(notice)),
            deadline: deadline.map(|deadline| DeadlineLine {
                label: self.labels.of(deadline.kind),
                when: self.when(deadline.when.value),
                past: deadline.when.value.ends() <= self.site.now,
            }),
            published: self.when(notice.filing.published.value),
            updated: self.when(notice.filing.updated.value),
            cig,
            amount: notice.money.base.map(|euro| format!("€ {euro}")),
            section: self.own_section(notice),
            changed: deadline
                .and_then(|deadline| deadline.changes.last())
                .map(|change| self.labels.text(change_key(change.kind))),
            clock: self.clock(notice),
            office: notice.people.office.as_deref(),
        }
    }

    /// When a call opens and closes, if its state follows from dates.
    pub(super) fn clock(&self, notice: &Notice) -> Option<ClockView> {
        let closes = notice.closes()?.unix();
        let opens = notice.filing.opens.map(|opens| opens.begins().unix());
        (!matches!(self.site.state(notice), State::Declared(_))).then_some(ClockView { opens, closes })
    }

    /// A state's word and label.
    pub(super) fn state_label(&self, state: State) -> StateLabel<'a> {
        let key = state.label_key();
        let labels: &'a super::Labels = self.labels;
        StateLabel { id: state.word(), label: labels.known(&key) }
    }

    /// A notice's state in words.
    pub fn state_text(&self, notice: &Notice) -> &'a str {
        self.state_label(self.site.state(notice)).label
    }

    /// When a notice was last updated, in words.
    pub fn update_of(&self, notice: &Notice) -> When {
        self.when(notice.filing.updated.value)
    }

    /// The section a notice was filed in.
    pub(super) fn own_section(&self, notice: &'a Notice) -> CrumbView<'a> {
        notice.filing.sections.first().map_or_else(CrumbView::default, |id| self.section_crumb(*id))
    }

    /// A section's title and address.
    pub(super) fn section_crumb(&self, id: crate::sections::SectionId) -> CrumbView<'a> {
        let section = self.site.tree.get(id);
        CrumbView { title: &section.title, url: format!("/{}/", section.path) }
    }
}

/// The deadline a list names: the one by which to apply, else the first.
pub fn main_deadline(notice: &Notice) -> Option<&Deadline> {
    let closing = notice.deadlines.iter().filter(|deadline| deadline.kind.closes());
    closing.max_by_key(|deadline| deadline.when.value.ends()).or_else(|| notice.deadlines.first())
}

/// The catalogue's key for "the deadline was …".
pub(super) fn change_key(kind: crate::model::ChangeKind) -> &'static str {
    match kind {
        crate::model::ChangeKind::Extension => "changed-proroga",
        crate::model::ChangeKind::Rectification => "changed-rettifica",
        crate::model::ChangeKind::Reopening => "changed-riapertura",
    }
}
