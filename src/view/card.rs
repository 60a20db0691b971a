//! A notice as lists show it.

use chrono::Timelike;
use schemars::JsonSchema;
use serde::Serialize;

use super::{CrumbView, Views, When};
use crate::calendar::{Instant, Moment};
use crate::chronicle::State;
use crate::model::Notice;

/// A notice in a list.
#[derive(Debug, Clone, Default, JsonSchema, Serialize)]
pub struct CardView<'a> {
    /// The notice's title.
    title: &'a str,
    /// The address of its page, from the root.
    url: String,
    /// What it is, in words: `Bando di gara`.
    kind: &'a str,
    /// What it is about, in plain words.
    summary: Option<&'a str>,
    /// Its state when the site was built.
    state: StateLabel<'a>,
    /// The deadline by which to apply, else the first it has.
    deadline: Option<DeadlineLine<'a>>,
    /// When it was published; none if nobody knows.
    published: Option<When>,
    /// When it was last updated; the same as `published` if it never was.
    updated: When,
    /// Its CIG; of several, the first and how many more: `B1234567A8 +2`.
    cig: Option<String>,
    /// The base of the tender or the sum made available: `€ 172.131,15`.
    amount: Option<String>,
    /// The section it was filed in.
    section: CrumbView<'a>,
    /// How the deadline was last moved, in words; none if it never was.
    changed: Option<&'a str>,
    /// For a script that keeps the state true; none where the state does not follow from dates.
    clock: Option<ClockView>,
    /// The office that sees to it.
    office: Option<&'a str>,
}

/// When a call opens and closes, in seconds since 1970-01-01T00:00Z, for a
/// script that keeps its state true; only for calls whose state follows from
/// dates.
#[derive(Debug, Clone, Default, JsonSchema, Serialize)]
pub(super) struct ClockView {
    /// From when one may apply; none if since publication.
    opens: Option<i64>,
    /// The first second at which it is too late.
    closes: i64,
    /// Whether it is still to open or to close.
    live: bool,
    /// How long is left, in words that are true until midnight: `mancano 3 giorni`.
    left: String,
}

/// A state's word and label.
#[derive(Debug, Clone, Default, JsonSchema, Serialize)]
pub(super) struct StateLabel<'a> {
    /// A word for style sheets, always the same: of a state `in-programma`, `in-corso`, `in-scadenza`, `scaduto`,
    /// `pubblicato`, `aggiudicato`, `deserto`, `non-aggiudicato`, `sospeso`, `revocato`, `annullato` or `concluso`; of a
    /// kind its word in front matter.
    pub(super) id: &'static str,
    /// In words.
    pub(super) label: &'a str,
}

/// The deadline a list names.
#[derive(Debug, Clone, Default, JsonSchema, Serialize)]
struct DeadlineLine<'a> {
    /// What ends, in words: `Presentazione delle offerte`.
    label: &'a str,
    /// The last minute or day in time.
    when: When,
    /// Whether it was over when the site was built.
    past: bool,
}

impl<'a> Views<'a> {
    /// A notice as lists show it.
    pub fn card(&self, notice: &'a Notice) -> CardView<'a> {
        let deadline = notice.main_deadline();
        let cigs = notice.cigs();
        let cig = match cigs[..] {
            [] => None,
            [one] => Some(one.value.to_string()),
            [first, ..] => Some(format!("{} +{}", first.value, cigs.len() - 1)),
        };
        CardView {
            title: &notice.heading.title.value,
            url: notice.address().into(),
            kind: self.labels.of(notice.heading.kind),
            summary: notice.heading.summary.as_deref(),
            state: self.state_label(self.site.state(notice)),
            deadline: deadline.map(|deadline| DeadlineLine {
                label: self.labels.of(deadline.kind),
                when: self.when(deadline.when.value),
                past: deadline.when.value.ends() <= self.site.now,
            }),
            published: notice.filing.published_on().map(|moment| self.when(moment)),
            updated: self.update_of(notice),
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
        let state = self.site.state(notice);
        let closes = notice.closes()?;
        let opens = notice.filing.opens.map(Moment::begins);
        let left = match (state, opens) {
            (State::Declared(_) | State::Published, _) => return None,
            (State::Closed, _) => self.labels.text("theme-deadline_past").to_owned(),
            (State::Upcoming, Some(opens)) => self.until("opens", opens),
            // The last minute counts: what closes at 12:01 is said to close at 12:00.
            _ => self.until("closes", closes.plus(-60)),
        };
        Some(ClockView { opens: opens.map(Instant::unix), closes: closes.unix(), live: state != State::Closed, left })
    }

    /// How long it is until an instant, counted in days of the calendar in
    /// Rome; the last two days by the hour.
    fn until(&self, verb: &str, instant: Instant) -> String {
        let days = (instant.day() - self.site.now.day()).num_days();
        let rome = instant.in_rome();
        let key = match days {
            ..=0 => format!("theme-{verb}_today"),
            1 => format!("theme-{verb}_tomorrow"),
            _ => format!("theme-{verb}_days"),
        };
        let hour = format!("{:02}:{:02}", rome.hour(), rome.minute());
        self.labels.known(&key).replace("%n", &days.to_string()).replace("%h", &hour)
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
        self.when(self.site.updated(notice))
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

/// The catalogue's key for "the deadline was …".
pub(super) fn change_key(kind: crate::model::ChangeKind) -> &'static str {
    match kind {
        crate::model::ChangeKind::Extension => "changed-proroga",
        crate::model::ChangeKind::Rectification => "changed-rettifica",
        crate::model::ChangeKind::Reopening => "changed-riapertura",
    }
}
