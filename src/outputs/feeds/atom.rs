//! Atom 1.0 (RFC 4287).

use atom_syndication::{
    Category, Content, Entry as Item, Feed, FixedDateTime, Generator, Link, Person, Text, WriteConfig,
};

use super::Channel;
use crate::calendar::Instant;
use crate::outputs::Press;
use crate::outputs::xml::clean;
use crate::view::Entry;

/// A feed's bytes.
pub(super) fn document(press: &Press<'_>, channel: &Channel<'_>) -> Vec<u8> {
    let settings = &press.site.settings;
    let link = |rel: &str, href: String, media_type: &str| Link {
        rel: rel.to_owned(),
        href,
        mime_type: Some(media_type.to_owned()),
        ..Link::default()
    };
    let mut links = vec![
        link("self", press.site.web(&channel.own(press.site, "atom.xml")), "application/atom+xml"),
        link("alternate", channel.page.clone(), "text/html"),
    ];
    let neighbours = channel.neighbours(press.site, "atom.xml").into_iter();
    links.extend(neighbours.map(|(rel, address)| link(rel, press.site.web(&address), "application/atom+xml")));
    let mut feed = Feed {
        title: Text::plain(channel.title.as_str()),
        subtitle: Some(Text::plain(channel.about.as_str())),
        id: channel.id.clone(),
        updated: date(channel.updated),
        authors: vec![person(&settings.body.name)],
        links,
        generator: Some(Generator { value: "trasparente".to_owned(), ..Generator::default() }),
        rights: settings.licence.as_ref().map(|licence| Text::plain(clean(&licence.name).into_owned())),
        entries: channel.entries.iter().map(|entry| item(entry)).collect(),
        lang: Some(settings.language.tag().to_owned()),
        ..Feed::default()
    };
    let archived = channel.number.is_some();
    if archived {
        feed.namespaces.insert("fh".to_owned(), "http://purl.org/syndication/history/1.0".to_owned());
    }
    let plain = WriteConfig { write_document_declaration: false, indent_size: None };
    let written = feed.write_with_config(Vec::new(), plain).expect("memory takes whatever is written");
    let mut bytes = b"<?xml version=\"1.0\" encoding=\"utf-8\"?>".to_vec();
    // What says of the feed itself comes before its entries, which the
    // library writes first. Texts hold no `<`: this is the first entry.
    let entries = archived.then(|| memchr::memmem::find(&written, b"<entry>")).flatten().unwrap_or(0);
    bytes.extend(&written[..entries]);
    if entries > 0 {
        bytes.extend(b"<fh:archive/>");
    }
    bytes.extend(&written[entries..]);
    bytes.push(b'\n');
    bytes
}

fn item(entry: &Entry<'_>) -> Item {
    let page = Link {
        rel: "alternate".to_owned(),
        href: entry.url.clone(),
        mime_type: Some("text/html".to_owned()),
        ..Link::default()
    };
    let documents = entry.documents.iter().map(|document| Link {
        rel: "enclosure".to_owned(),
        href: clean(&document.url).into_owned(),
        title: Some(clean(document.title).into_owned()),
        mime_type: document.media_type.map(str::to_owned),
        length: document.size.map(|size| size.to_string()),
        ..Link::default()
    });
    let when = date(entry.news.when);
    Item {
        title: Text::plain(entry.title.as_str()),
        id: entry.id.clone(),
        // What matters later is an item of its own: this one is not updated.
        updated: when,
        published: Some(when),
        authors: vec![person(entry.author)],
        categories: entry
            .categories
            .iter()
            .map(|category| Category { term: clean(category).into_owned(), ..Category::default() })
            .collect(),
        links: std::iter::once(page).chain(documents).collect(),
        summary: Some(Text::plain(entry.summary.as_str())),
        content: Some(Content {
            value: Some(entry.html.clone()),
            content_type: Some("html".to_owned()),
            ..Content::default()
        }),
        ..Item::default()
    }
}

fn person(name: &str) -> Person {
    Person { name: clean(name).into_owned(), ..Person::default() }
}

fn date(instant: Instant) -> FixedDateTime {
    instant.in_rome().fixed_offset()
}
