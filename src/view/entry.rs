//! A piece of news as feeds tell it: in plain words, and whole.

use std::fmt::Write;

use super::html::Html;
use super::notice::news_text;
use super::told::{sentences, stopped};
use super::{Views, When};
use crate::chronicle::News;
use crate::model::{Format, Notice};

/// A piece of news, ready for every feed format.
#[derive(Debug, Clone)]
pub struct Entry<'a> {
    /// What names it for ever, wherever its notice moves: a URN.
    pub id: String,
    /// What happened, and to which notice.
    pub title: String,
    /// The notice's page on the web.
    pub url: String,
    /// What it says, in plain text: state and deadline first.
    pub summary: String,
    /// The notice as HTML, whole or in short, with nothing that runs and no
    /// address that is not whole.
    pub html: String,
    /// What it is and where it stands, in words.
    pub categories: Vec<&'a str>,
    /// The office that sees to it, else the body whose act it is.
    pub author: &'a str,
    /// Its documents.
    pub documents: Vec<Enclosure<'a>>,
    /// The news itself.
    pub news: News<'a>,
}

/// A document that goes with a piece of news.
#[derive(Debug, Clone)]
pub struct Enclosure<'a> {
    /// What it is called.
    pub title: &'a str,
    /// Its whole address.
    pub url: String,
    /// Its media type; none if it is elsewhere and its name does not tell.
    pub media_type: Option<&'static str>,
    /// How many bytes; none if it is elsewhere.
    pub size: Option<u64>,
}

impl<'a> Views<'a> {
    /// What names a piece of news for ever, whatever its notice's address.
    pub fn news_id(&self, news: News<'_>) -> String {
        let mut id = format!("urn:trasparente:{}:{}", self.site.settings.body.ipa, news.notice.filing.id.value);
        if !news.name.is_empty() {
            let _ = write!(id, ":{}", news.name);
        }
        id
    }

    /// A piece of news as feeds tell it; `text` is the HTML of the notice's
    /// body, and without it the news is told in short.
    pub fn entry(&self, news: News<'a>, text: Option<&str>) -> Entry<'a> {
        let notice = news.notice;
        let title = &notice.heading.title.value;
        let what = self.labels.told(news.what);
        let sections = notice.filing.sections.iter().map(|id| self.site.tree.get(*id).title.as_str());
        let mut html = Html::default();
        if !what.is_empty() {
            html.raw("<p><strong>");
            html.text(&stopped(&sentences(&what)));
            html.raw("</strong></p>");
        }
        html.raw("<p>");
        html.link(&self.site.web(&notice.address()), title);
        html.raw("</p>");
        match text {
            Some(text) => news_text(self, notice, text, &mut html),
            None => html.paragraph(&sentences(self.summary_lines(notice))),
        }
        Entry {
            title: self.entry_title(news),
            url: self.site.web(&notice.address()),
            summary: sentences(what.into_iter().chain(self.summary_lines(notice))),
            html: html.done(),
            categories: std::iter::once(self.labels.of(notice.heading.kind)).chain(sections).collect(),
            author: notice.people.office.as_deref().unwrap_or(self.site.body_of(notice)),
            documents: self.enclosures(notice),
            id: self.news_id(news),
            news,
        }
    }

    /// A piece of news as archives tell it: what happened, and where to read on.
    pub fn entry_in_brief(&self, news: News<'a>) -> Entry<'a> {
        let (notice, url) = (news.notice, self.site.web(&news.notice.address()));
        let title = self.entry_title(news);
        let mut html = Html::default();
        html.raw("<p>");
        html.link(&url, &title);
        html.raw("</p>");
        Entry {
            id: self.news_id(news),
            summary: title.clone(),
            title,
            url,
            html: html.done(),
            categories: Vec::new(),
            author: notice.people.office.as_deref().unwrap_or(self.site.body_of(notice)),
            documents: Vec::new(),
            news,
        }
    }

    /// What happened, and to which notice.
    fn entry_title(&self, news: News<'a>) -> String {
        let title = &news.notice.heading.title.value;
        self.labels.happened(news.what).map_or_else(|| title.clone(), |label| format!("{label}: {title}"))
    }

    /// The notice in a few sentences: state, deadlines with their hour,
    /// codes, amount, where to apply, what it is about.
    fn summary_lines(&self, notice: &'a Notice) -> Vec<String> {
        let mut lines = vec![self.state_text(notice).to_owned()];
        if !notice.filing.is_dated {
            // Feeds want a date; it is only the last possible.
            lines.push(self.labels.text("theme-published_unknown").to_owned());
        }
        for deadline in &notice.deadlines {
            let when = When::of(deadline.when.value, self.labels.language());
            lines.push(format!("{}: {}", self.labels.of(deadline.kind), when.text));
        }
        let joined =
            |codes: Vec<&str>, name: &str| (!codes.is_empty()).then(|| format!("{name}: {}", codes.join(", ")));
        lines.extend(joined(notice.cigs().into_iter().map(|cig| cig.value.as_str()).collect(), "CIG"));
        lines.extend(joined(notice.codes.cup.iter().map(crate::codes::Cup::as_str).collect(), "CUP"));
        if let Some(base) = notice.money.base {
            lines.push(format!("{}: € {base}", self.labels.text("amount-base")));
        }
        let how = &notice.participation;
        if let Some(platform) = &how.platform {
            let text = self.labels.text("theme-platform");
            lines.push(match &platform.url {
                Some(url) => format!("{text}: {} ({url})", platform.name),
                None => format!("{text}: {}", platform.name),
            });
        }
        let where_to = how.url.as_deref().or(how.pec.as_deref()).or(how.place.as_deref());
        lines.extend(where_to.map(|place| format!("{}: {place}", self.labels.text("news-where"))));
        lines.extend(notice.heading.summary.clone().or_else(|| notice.heading.subject.clone()));
        lines
    }

    /// Its documents with their true length and type.
    fn enclosures(&self, notice: &'a Notice) -> Vec<Enclosure<'a>> {
        let documents = notice.attachments.iter().map(|attachment| {
            let document = self.site.document(notice, attachment);
            Enclosure {
                title: &attachment.title,
                url: document.web(self.site),
                media_type: document.format.map(Format::media_type),
                size: document.file.map(|file| file.size),
            }
        });
        documents.collect()
    }
}
