//! Pages of service: search, subscribing, questions; what citizens think.

use serde::Serialize;

use super::{FeedView, Views};
use crate::model::{Feedback, FollowUp, Phase};
use crate::vocabulary::Vocabulary;

/// What the search page offers to choose from.
#[derive(Debug, Default, Serialize)]
pub struct SearchView<'a> {
    kinds: Vec<ChoiceView<'a>>,
    states: Vec<ChoiceView<'a>>,
    sections: Vec<ChoiceView<'a>>,
    years: Vec<String>,
}

/// One of several.
#[derive(Debug, Default, Serialize)]
pub(super) struct ChoiceView<'a> {
    id: &'a str,
    label: &'a str,
}

/// What one can follow.
#[derive(Debug, Default, Serialize)]
pub struct SubscribeView {
    feeds: Vec<FollowView>,
}

/// A feed with the number of notices behind it.
#[derive(Debug, Default, Serialize)]
pub(super) struct FollowView {
    title: String,
    url: String,
    page: String,
    count: usize,
    level: usize,
}

/// A question and its answer.
#[derive(Debug, Default, Serialize)]
pub struct QuestionView<'a> {
    question: &'a str,
    answer: &'a str,
}

/// Where the page's rating goes, and what it asks.
#[derive(Debug, Default, Serialize)]
pub(super) struct FeedbackView<'a> {
    mode: &'static str,
    action: String,
    method: &'static str,
    enctype: &'static str,
    mail: Option<&'a str>,
    negative: AskedView<'a>,
    positive: AskedView<'a>,
}

/// A question with five answers.
#[derive(Debug, Default, Serialize)]
struct AskedView<'a> {
    legend: &'a str,
    answers: Vec<&'a str>,
}

/// Most questions a page of questions may have.
const QUESTIONS: usize = 40;

impl<'a> Views<'a> {
    /// What the search page offers to choose from: only what there is.
    pub fn search(&self) -> SearchView<'a> {
        use chrono::Datelike;
        let mut kinds: Vec<crate::model::Kind> = self.site.current().map(|notice| notice.heading.kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        let mut years: Vec<i32> = self.site.current().map(|notice| notice.filing.published.value.date.year()).collect();
        years.sort_unstable_by_key(|year| std::cmp::Reverse(*year));
        years.dedup();
        let phases = [Phase::Open, Phase::Closing, Phase::Upcoming, Phase::Closed, Phase::Concluded];
        let roots = self.site.tree.roots().filter(|id| self.site.in_section(*id).len() > 0);
        SearchView {
            kinds: kinds.into_iter().map(|kind| ChoiceView { id: kind.word(), label: self.labels.of(kind) }).collect(),
            states: phases
                .into_iter()
                .map(|phase| ChoiceView {
                    id: phase.word(),
                    label: self.labels.known(&format!("list-{}", phase.word())),
                })
                .collect(),
            sections: roots
                .map(|id| self.site.tree.get(id))
                .map(|section| ChoiceView { id: &section.id, label: &section.title })
                .collect(),
            years: years.into_iter().map(|year| year.to_string()).collect(),
        }
    }

    /// Every feed, in the order of the tree.
    pub fn subscribe(&self) -> SubscribeView {
        let FeedView { title, url } = self.site_feed();
        let whole = FollowView { title, url, page: "/".to_owned(), count: self.site.current().count(), level: 0 };
        let sections = self.site.tree.ids().filter_map(|id| {
            let FeedView { title, url } = self.section_feed(id)?;
            let section = self.site.tree.get(id);
            Some(FollowView {
                title,
                url,
                page: format!("/{}/", section.path),
                count: self.site.in_section(id).len(),
                level: section.path.matches('/').count() + 1,
            })
        });
        SubscribeView { feeds: std::iter::once(whole).chain(sections).collect() }
    }

    /// Questions people ask, with answers.
    pub fn questions(&self) -> Vec<QuestionView<'a>> {
        let text = |at: usize, part: &str| {
            let labels: &'a super::Labels = self.labels;
            labels.known(&format!("faq-{at}-{part}"))
        };
        (1..=QUESTIONS)
            .map(|at| QuestionView { question: text(at, "question"), answer: text(at, "answer") })
            .take_while(|one| !one.question.is_empty())
            .collect()
    }

    /// Where the page's rating goes; none if it goes nowhere.
    pub(super) fn feedback(&self) -> Option<FeedbackView<'a>> {
        let labels: &'a super::Labels = self.labels;
        let asked = |question: FollowUp| AskedView {
            legend: labels.of(question),
            answers: question.answers().iter().map(|key| labels.known(key)).collect(),
        };
        let form = |mode, action: &str| FeedbackView {
            mode,
            action: action.to_owned(),
            method: "post",
            enctype: "application/x-www-form-urlencoded",
            mail: None,
            negative: asked(FollowUp::Difficulties),
            positive: asked(FollowUp::Merits),
        };
        match self.site.settings.feedback.as_ref()? {
            Feedback::Receiver(address) => Some(form("ricevitore", address)),
            Feedback::Elsewhere(address) => Some(form("indirizzo", address)),
            Feedback::Mail(mail) => Some(FeedbackView {
                enctype: "text/plain",
                mail: Some(mail),
                ..form("posta", &format!("mailto:{mail}"))
            }),
        }
    }

    /// What a browser may load for a page: files of the site and nothing
    /// else; the search alone may run its engine (WebAssembly), and the
    /// rating may be sent where the body wants it.
    pub(super) fn policy(&self, kind: &str) -> String {
        let engine = if kind == "search" { " 'wasm-unsafe-eval'" } else { "" };
        let (mut connect, mut form) = (String::new(), String::new());
        match &self.site.settings.feedback {
            Some(Feedback::Receiver(address) | Feedback::Elsewhere(address)) => {
                if let Some(origin) = origin(address).filter(|origin| *origin != self.site.settings.base_url) {
                    connect = format!(" {origin}");
                    form = connect.clone();
                }
            }
            Some(Feedback::Mail(_)) => form = " mailto:".to_owned(),
            None => {}
        }
        format!(
            "default-src 'none'; script-src 'self'{engine}; style-src 'self'; img-src 'self'; font-src 'self'; \
             connect-src 'self'{connect}; form-action 'self'{form}; base-uri 'none'; worker-src 'self'; manifest-src 'self'"
        )
    }
}

/// Scheme and host of an address.
fn origin(address: &str) -> Option<&str> {
    let start = address.find("://")? + 3;
    let end = address[start..].find(['/', '?', '#']).map_or(address.len(), |at| start + at);
    Some(&address[..end])
}
