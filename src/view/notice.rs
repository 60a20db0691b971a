//! A notice's page.

mod course;
mod documents;
mod facts;
mod structured;
mod timeline;

use std::borrow::Cow;

use serde::Serialize;

use super::card::{ClockView, StateLabel};
use super::{CrumbView, Views, When};
use crate::model::{Body, Notice};
use crate::vocabulary::Vocabulary;

use course::{AwardeeView, ChangeLine, DeadlineView, EventView, StateView};
use documents::{DossierView, GroupView};
use facts::{ActivityView, AmountView, CodeView, ContactLine, FactView, HowView, LotView};
use timeline::{EntryView, StepView};

/// What a notice's page shows.
#[derive(Debug, Default, Serialize)]
pub struct NoticeView<'a> {
    id: &'a str,
    title: &'a str,
    url: String,
    kind: StateLabel<'a>,
    state: StateView<'a>,
    subject: Option<&'a str>,
    summary: Option<&'a str>,
    published: When,
    updated: When,
    opens: Option<When>,
    changes: Vec<ChangeLine<'a>>,
    deadlines: Vec<DeadlineView<'a>>,
    codes: Vec<CodeView<'a>>,
    amounts: Vec<AmountView<'a>>,
    amount_note: Option<&'a str>,
    facts: Vec<FactView<'a>>,
    how: Option<HowView<'a>>,
    aims: &'a [String],
    requirements: &'a [String],
    activities: Vec<ActivityView<'a>>,
    lots: Vec<LotView<'a>>,
    awardees: Vec<AwardeeView<'a>>,
    events: Vec<EventView<'a>>,
    attachments: Vec<GroupView<'a>>,
    contacts: Vec<ContactLine<'a>>,
    body: Cow<'a, str>,
    sections: Vec<CrumbView<'a>>,
    related: Vec<CrumbView<'a>>,
    clock: Option<ClockView>,
    timeline: Vec<StepView<'a>>,
    history: Vec<EntryView>,
    calendar: Option<String>,
    dossier: Option<DossierView>,
    structured: String,
}

impl<'a> Views<'a> {
    /// A notice's page; `text` is the HTML of its body.
    pub fn notice(&self, notice: &'a Notice, text: &'a str) -> NoticeView<'a> {
        let url = notice.address();
        let filing = &notice.filing;
        NoticeView {
            id: &filing.id.value,
            title: &notice.heading.title.value,
            kind: StateLabel { id: notice.heading.kind.word(), label: self.labels.of(notice.heading.kind) },
            state: self.state_view(notice),
            subject: notice.heading.subject.as_deref(),
            summary: notice.heading.summary.as_deref(),
            published: self.when(filing.published.value),
            updated: self.when(filing.updated.value),
            opens: filing.opens.map(|opens| self.when(opens)),
            changes: self.change_lines(notice),
            deadlines: notice.deadlines.iter().map(|deadline| self.deadline(deadline)).collect(),
            codes: self.codes(notice),
            amounts: self.amounts(notice),
            amount_note: notice.money.note.as_deref(),
            facts: self.facts(notice),
            how: self.how(notice),
            aims: &notice.content.aims,
            requirements: &notice.content.requirements,
            activities: notice.content.activities.iter().map(facts::activity).collect(),
            lots: notice.content.lots.iter().map(Self::lot).collect(),
            awardees: notice.course.awardees.iter().map(course::awardee).collect(),
            events: notice.course.events.iter().map(|event| self.event(event)).collect(),
            attachments: self.documents(notice),
            contacts: self.contacts(notice),
            body: self.text_of(&notice.body, text, &url),
            sections: filing.sections.iter().map(|id| self.section_crumb(*id)).collect(),
            related: self.related(notice),
            clock: self.clock(notice),
            timeline: self.timeline(notice),
            history: self.history(notice),
            calendar: self.site.calendar_address(notice),
            dossier: self.dossier(notice),
            structured: self.structured(notice),
            url,
        }
    }

    /// The notices it names, then those that name it.
    fn related(&self, notice: &'a Notice) -> Vec<CrumbView<'a>> {
        let named = notice.filing.related.iter().filter_map(|id| self.site.by_id(&id.value));
        let naming = self.site.naming(notice);
        let mut seen: Vec<&str> = vec![&notice.filing.id.value];
        named
            .chain(naming)
            .filter(|other| other.is_current(self.site.now))
            .filter(|other| {
                let new = !seen.contains(&other.filing.id.value.as_str());
                seen.push(&other.filing.id.value);
                new
            })
            .map(|other| CrumbView { title: &other.heading.title.value, url: other.address() })
            .collect()
    }

    /// A text with the addresses of its links filled in. `own` is the
    /// address of the page it stands on.
    pub(super) fn text_of<'t>(&self, body: &Body, text: &'t str, own: &str) -> Cow<'t, str> {
        if body.slots.is_empty() {
            return Cow::Borrowed(text);
        }
        let mut html = String::with_capacity(text.len() + body.slots.len() * 40);
        let mut from = 0;
        for slot in &body.slots {
            html.push_str(&text[from..slot.at]);
            let address = self.site.resolve(&body.links[slot.link].value.target, own).unwrap_or_default();
            // Addresses of ours hold ids and file names, but escaping costs
            // nothing and trusts nobody.
            let _ = pulldown_cmark_escape::escape_href(&mut html, &address);
            from = slot.at;
        }
        html.push_str(&text[from..]);
        Cow::Owned(html)
    }
}
