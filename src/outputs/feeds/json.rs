//! JSON Feed 1.1 (jsonfeed.org), with the dates and codes of each notice for
//! whoever computes with them.

use serde::Serialize;

use super::Channel;
use crate::outputs::Press;
use crate::plan::SUBSCRIBE;
use crate::view::Entry;
use crate::vocabulary::Vocabulary;

#[serde_with::skip_serializing_none]
#[derive(Serialize)]
struct Feed<'a> {
    version: &'static str,
    title: &'a str,
    home_page_url: &'a str,
    #[serde(rename = "feed_url")]
    own_url: String,
    description: &'a str,
    next_url: Option<String>,
    authors: [Author<'a>; 1],
    language: &'static str,
    items: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Author<'a> {
    name: &'a str,
}

#[derive(Serialize)]
struct Item<'a> {
    id: &'a str,
    url: &'a str,
    title: &'a str,
    content_html: &'a str,
    summary: &'a str,
    date_published: String,
    authors: [Author<'a>; 1],
    tags: &'a [&'a str],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    attachments: Vec<Document<'a>>,
    _trasparente: Facts<'a>,
}

#[serde_with::skip_serializing_none]
#[derive(Serialize)]
struct Document<'a> {
    url: &'a str,
    mime_type: &'static str,
    title: &'a str,
    size_in_bytes: Option<u64>,
}

/// What the format has no word for.
#[derive(Serialize)]
struct Facts<'a> {
    about: String,
    id: &'a str,
    tipo: &'static str,
    stato: &'static str,
    scadenze: Vec<Deadline>,
    cig: Vec<&'a str>,
    cup: Vec<&'a str>,
}

#[derive(Serialize)]
struct Deadline {
    tipo: &'static str,
    data: String,
}

/// A feed's bytes.
pub(super) fn document(press: &Press<'_>, channel: &Channel<'_>) -> Vec<u8> {
    let settings = &press.site.settings;
    let mut neighbours = channel.neighbours(press.site, "feed.json").into_iter();
    let older = neighbours.find(|(rel, _)| *rel == "prev-archive");
    let feed = Feed {
        version: "https://jsonfeed.org/version/1.1",
        title: &channel.title,
        home_page_url: &channel.page,
        own_url: press.site.web(&channel.own(press.site, "feed.json")),
        description: &channel.about,
        next_url: older.map(|(_, address)| press.site.web(&address)),
        authors: [Author { name: &settings.body.name }],
        language: settings.language.tag(),
        items: channel.entries.iter().map(|entry| item(press, entry)).collect(),
    };
    let mut bytes = serde_json::to_vec(&feed).expect("texts and numbers are JSON");
    bytes.push(b'\n');
    bytes
}

fn item<'a>(press: &Press<'_>, entry: &'a Entry<'_>) -> Item<'a> {
    let notice = entry.news.notice;
    Item {
        id: &entry.id,
        url: &entry.url,
        title: &entry.title,
        content_html: &entry.html,
        summary: &entry.summary,
        date_published: entry.news.when.iso(),
        authors: [Author { name: entry.author }],
        tags: &entry.categories,
        attachments: entry
            .documents
            .iter()
            .map(|document| Document {
                url: &document.url,
                mime_type: document.media_type.unwrap_or("application/octet-stream"),
                title: document.title,
                size_in_bytes: document.size,
            })
            .collect(),
        _trasparente: Facts {
            about: press.site.web(&SUBSCRIBE),
            id: &notice.filing.id.value,
            tipo: notice.heading.kind.word(),
            stato: press.site.state(notice).word(),
            scadenze: notice
                .deadlines
                .iter()
                .map(|deadline| Deadline { tipo: deadline.kind.word(), data: deadline.when.value.iso() })
                .collect(),
            cig: notice.cigs().into_iter().map(|cig| cig.value.as_str()).collect(),
            cup: notice.codes.cup.iter().map(crate::codes::Cup::as_str).collect(),
        },
    }
}
