//! A notice's page.

mod course;
mod documents;
mod facts;
mod news_text;
mod operators;
mod structured;
mod timeline;

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;

use super::card::{ClockView, StateLabel};
use super::{CrumbView, Views, When};
use crate::model::{Body, Notice, Target};
use crate::plan::Address;
use crate::vocabulary::Vocabulary;

pub(super) use news_text::news_text;

use course::{AwardeeView, ChangeLine, DeadlineView, EventView, StateView};
use documents::{DossierView, GroupView, OcdsView};
use facts::{ActivityView, AmountView, CodeView, ContactLine, FactView, HowView, LotView};
use operators::OperatorView;
use timeline::{EntryView, StepView};

/// What a notice's page shows.
#[derive(Debug, Default, JsonSchema, Serialize)]
pub struct NoticeView<'a> {
    /// What names it for ever: the last part of its address.
    id: &'a str,
    /// Its title.
    title: &'a str,
    /// Its address from the root.
    url: String,
    /// What it is; `id` is its word in front matter: `bando-gara`.
    kind: StateLabel<'a>,
    /// Its state when the site was built.
    state: StateView<'a>,
    /// What it is about, in the words of the act.
    subject: Option<&'a str>,
    /// What it is about, in plain words.
    summary: Option<&'a str>,
    /// When it was published; none if nobody knows.
    published: Option<When>,
    /// When it was last updated; the same as `published` if it never was.
    updated: When,
    /// From when one may apply.
    opens: Option<When>,
    /// The last move of each deadline that was moved, for a banner.
    changes: Vec<ChangeLine<'a>>,
    /// Its deadlines, in the order written.
    deadlines: Vec<DeadlineView<'a>>,
    /// Its identifiers, one entry a kind.
    codes: Vec<CodeView<'a>>,
    /// Its money, one entry an amount.
    amounts: Vec<AmountView<'a>>,
    /// What to know about the money.
    amount_note: Option<&'a str>,
    /// Its terms, one entry a term: contract, procedure, place, duration…
    facts: Vec<FactView<'a>>,
    /// How to take part; none where nothing is said of it.
    how: Option<HowView<'a>>,
    /// What it wants to achieve, one text an aim.
    aims: &'a [String],
    /// What one must have to take part, one text a requirement.
    requirements: &'a [String],
    /// What is to be done, with quantities.
    activities: Vec<ActivityView<'a>>,
    /// The parts that can be won alone.
    lots: Vec<LotView<'a>>,
    /// Who was invited or took part, in the order written.
    participants: Vec<OperatorView<'a>>,
    /// Who won.
    awardees: Vec<AwardeeView<'a>>,
    /// What happened or will, in the order written.
    events: Vec<EventView<'a>>,
    /// Its documents by folder; folders without documents are left out.
    attachments: Vec<GroupView<'a>>,
    /// Who answers, one entry a way to reach them.
    contacts: Vec<ContactLine<'a>>,
    /// Its text: HTML we made, to be marked `safe`; empty if there is none.
    body: Cow<'a, str>,
    /// The sections it stands in, the one it was filed in first.
    sections: Vec<CrumbView<'a>>,
    /// The notices it names, then those that name it.
    related: Vec<CrumbView<'a>>,
    /// For a script that keeps the state true; none where the state does not follow from dates.
    clock: Option<ClockView>,
    /// Deadlines and events in order of time.
    timeline: Vec<StepView<'a>>,
    /// What the page itself went through, the oldest first.
    history: Vec<EntryView>,
    /// The address of its deadlines as a calendar (.ics); none without deadlines, or if the body makes none.
    calendar: Option<String>,
    /// The same for calendar programs that follow it (`webcal://…`): what is moved later moves there too.
    webcal: Option<String>,
    /// All the documents in one file; none if there are fewer than two on this site, or the body makes none.
    dossier: Option<DossierView>,
    /// The procedure as contracting data (OCDS); none if it is no procurement, or the body has no prefix.
    ocds: Option<OcdsView>,
    /// JSON-LD with schema.org's words, to be marked `safe` in a `script` element: it holds no `<`.
    structured: String,
}

impl<'a> Views<'a> {
    /// A notice's page; `text` is the HTML of its body.
    pub fn notice(&self, notice: &'a Notice, text: &'a str) -> NoticeView<'a> {
        let url = notice.address();
        let filing = &notice.filing;
        let calendar = self.site.notice_calendar(notice);
        NoticeView {
            id: &filing.id.value,
            title: &notice.heading.title.value,
            kind: StateLabel { id: notice.heading.kind.word(), label: self.labels.of(notice.heading.kind) },
            state: self.state_view(notice),
            subject: notice.heading.subject.as_deref(),
            summary: notice.heading.summary.as_deref(),
            published: filing.published_on().map(|moment| self.when(moment)),
            updated: self.update_of(notice),
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
            participants: notice.course.operators.iter().map(|operator| self.operator(operator)).collect(),
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
            webcal: calendar.as_ref().map(|calendar| self.site.webcal(calendar)),
            calendar: calendar.map(Into::into),
            dossier: self.dossier(notice),
            ocds: self.ocds(notice),
            structured: if self.structured { self.structured(notice) } else { String::new() },
            url: url.into(),
        }
    }

    /// The notices it names, then those that name it.
    fn related(&self, notice: &'a Notice) -> Vec<CrumbView<'a>> {
        let others = self.site.related(notice).into_iter();
        others.map(|other| CrumbView { title: &other.heading.title.value, url: other.address().into() }).collect()
    }

    /// A notice's text for whoever reads it away from the site: every address
    /// in it is whole.
    pub fn whole_text(&self, notice: &Notice, text: &str) -> String {
        let page = notice.address();
        let own = self.site.web(&page);
        let text = Self::filled(&notice.body, text, |target| {
            let address = self.plan.resolve(self.site, target, &page).unwrap_or_default();
            if address.starts_with('/') { self.site.web(&address) } else { address }
        });
        // Within the text: `<` is an element of ours, never what was typed.
        text.replace("<a href=\"#", &format!("<a href=\"{own}#"))
    }

    /// A text with the addresses of its links filled in. `own` is the
    /// address of the page it stands on.
    pub(super) fn text_of<'t>(&self, body: &Body, text: &'t str, own: &Address) -> Cow<'t, str> {
        Self::filled(body, text, |target| self.plan.resolve(self.site, target, own).unwrap_or_default())
    }

    fn filled<'t>(body: &Body, text: &'t str, address: impl Fn(&Target) -> String) -> Cow<'t, str> {
        if body.slots.is_empty() {
            return Cow::Borrowed(text);
        }
        let mut html = String::with_capacity(text.len() + body.slots.len() * 40);
        let mut from = 0;
        for slot in &body.slots {
            html.push_str(&text[from..slot.at]);
            let address = address(&body.links[slot.link].value.target);
            // Addresses of ours hold ids and file names, but escaping costs
            // nothing and trusts nobody.
            let _ = pulldown_cmark_escape::escape_href(&mut html, &address);
            from = slot.at;
        }
        html.push_str(&text[from..]);
        Cow::Owned(html)
    }
}
