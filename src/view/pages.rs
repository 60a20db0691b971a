//! Pages of service: search, subscribing, questions; what citizens think.

use schemars::JsonSchema;
use serde::Serialize;

use super::{CalendarView, FeedView, Views};
use crate::model::{Feedback, FollowUp};
use crate::site::{FeedOf, Phase};
use crate::vocabulary::Vocabulary;

/// What the search page offers to choose from.
#[derive(Debug, Default, JsonSchema, Serialize)]
pub struct SearchView<'a> {
    /// The kinds of notice there are; `id` is the word in front matter.
    kinds: Vec<ChoiceView<'a>>,
    /// The states one looks for: `aperti`, `in-scadenza`, `in-programma`, `scaduti`, `conclusi`.
    states: Vec<ChoiceView<'a>>,
    /// The headings of the first level that hold notices, by id.
    sections: Vec<ChoiceView<'a>>,
    /// The years of publication, the newest first.
    years: Vec<String>,
}

/// One of several.
#[derive(Debug, Default, JsonSchema, Serialize)]
pub(super) struct ChoiceView<'a> {
    /// The value of the choice.
    id: &'a str,
    /// In words.
    label: &'a str,
}

/// What one can follow.
#[derive(Debug, Default, JsonSchema, Serialize)]
pub struct SubscribeView<'a> {
    /// The feeds by what they are feeds of: `general`, `sections`, `kinds`, `offices`, `years`; groups without feeds are left out.
    groups: Vec<FollowGroupView<'a>>,
    /// The calendars of deadlines: the site's, then those of the sections in the order of the tree; empty if the body makes none.
    calendars: Vec<CalendarView>,
}

/// Feeds of one kind of thing.
#[derive(Debug, Default, JsonSchema, Serialize)]
pub(super) struct FollowGroupView<'a> {
    /// `general`, `sections`, `kinds`, `offices` or `years`.
    id: &'static str,
    /// In words.
    title: &'a str,
    /// The feeds.
    feeds: Vec<FollowView>,
}

/// A feed with how deep its section stands.
#[derive(Debug, Default, JsonSchema, Serialize)]
pub(super) struct FollowView {
    /// The feed in its three formats.
    feed: FeedView,
    /// How deep its section stands: 1 for the first level, 2 below; 0 if it is of no section.
    level: usize,
}

/// Where an old address leads.
#[derive(Debug, Default, JsonSchema, Serialize)]
pub struct RedirectView {
    /// The whole address it leads to, with scheme and host.
    pub to: String,
    /// The same from the root.
    pub path: String,
}

/// A question and its answer.
#[derive(Debug, Default, JsonSchema, Serialize)]
pub struct QuestionView<'a> {
    /// The question.
    question: &'a str,
    /// The answer, plain text.
    answer: &'a str,
}

/// Where the page's rating goes, and what it asks.
#[derive(Debug, Default, JsonSchema, Serialize)]
pub(super) struct FeedbackView<'a> {
    /// `ricevitore` (our receiver), `indirizzo` (a service of the body's own) or `posta` (a mailbox).
    mode: &'static str,
    /// The form's `action`: a web address, or `mailto:`.
    action: String,
    /// The form's `method`: `post`.
    method: &'static str,
    /// The form's `enctype`: `text/plain` for a mailbox, else `application/x-www-form-urlencoded`.
    enctype: &'static str,
    /// The mailbox; none unless `mode` is `posta`.
    mail: Option<&'a str>,
    /// What a low rating is asked.
    negative: AskedView<'a>,
    /// What a high rating is asked.
    positive: AskedView<'a>,
}

/// A question with five answers.
#[derive(Debug, Default, JsonSchema, Serialize)]
struct AskedView<'a> {
    /// The question.
    legend: &'a str,
    /// Five answers to choose from.
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

    /// Every feed: the general ones, sections in the order of the tree,
    /// kinds, offices, the newest year first.
    pub fn subscribe(&self) -> SubscribeView<'a> {
        let group = |id: &'static str, key: &'static str, belongs: &dyn Fn(&FeedOf) -> bool| {
            let labels: &'a super::Labels = self.labels;
            let feeds = self.site.feeds().iter().filter(|feed| feed.is_announced() && belongs(&feed.of));
            let mut feeds: Vec<FollowView> = feeds
                .map(|feed| FollowView {
                    feed: self.feed(feed),
                    level: match &feed.of {
                        FeedOf::Section(id) => self.site.tree.line(*id).len(),
                        _ => 0,
                    },
                })
                .collect();
            if id == "years" {
                feeds.reverse();
            }
            FollowGroupView { id, title: labels.text(key), feeds }
        };
        let groups = [
            group("general", "feeds-general", &|of| matches!(of, FeedOf::Site | FeedOf::Changes | FeedOf::Results)),
            // The others are followed from their own page.
            group("sections", "feeds-sections", &|of| matches!(of, FeedOf::Section(_))),
            group("kinds", "feeds-kinds", &|of| matches!(of, FeedOf::Kind(_))),
            group("offices", "feeds-offices", &|of| matches!(of, FeedOf::Office(_))),
            group("years", "feeds-years", &|of| matches!(of, FeedOf::Year(_))),
        ];
        let groups = groups.into_iter().filter(|group| !group.feeds.is_empty()).collect();
        SubscribeView { groups, calendars: self.calendars() }
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
    pub fn policy(&self, searches: bool) -> String {
        let engine = if searches { " 'wasm-unsafe-eval'" } else { "" };
        let (mut connect, mut form) = (String::new(), String::new());
        match &self.site.settings.feedback {
            Some(Feedback::Receiver(address) | Feedback::Elsewhere(address)) => {
                if let Some(origin) =
                    crate::model::origin(address).filter(|origin| *origin != self.site.settings.base_url)
                {
                    connect = format!(" {origin}");
                    form.clone_from(&connect);
                }
            }
            Some(Feedback::Mail(_)) => " mailto:".clone_into(&mut form),
            None => {}
        }
        format!(
            "default-src 'none'; script-src 'self'{engine}; style-src 'self'; img-src 'self'; font-src 'self'; \
             connect-src 'self'{connect}; form-action 'self'{form}; base-uri 'none'; worker-src 'self'; manifest-src 'self'"
        )
    }
}
