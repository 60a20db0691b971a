//! RSS 2.0, which is an `AlboPOP` 2.0 feed too, by the categories of channel
//! and items. Its `noindex` is left out: art. 9 of d.lgs. 33/2013 forbids it
//! here.

use std::collections::BTreeMap;

use rss::extension::atom::{AtomExtension, Link};
use rss::extension::dublincore::DublinCoreExtension;
use rss::extension::{Extension, ExtensionMap};
use rss::{Category, Enclosure, Guid, Item};

use super::Channel;
use crate::outputs::Press;
use crate::outputs::xml::clean;
use crate::plan::SUBSCRIBE;
use crate::view::Entry;

/// Where `AlboPOP` explains its categories.
const ALBO: &str = "http://albopop.it/specs#";

/// A feed's bytes.
pub(super) fn document(press: &Press<'_>, channel: &Channel<'_>) -> Vec<u8> {
    let (site, settings) = (press.site, &press.site.settings);
    let link = |rel: &str, address: &str| Link {
        rel: rel.to_owned(),
        href: site.web(address),
        mime_type: Some("application/rss+xml".to_owned()),
        ..Link::default()
    };
    let mut links = vec![link("self", &channel.own(press.site, "rss.xml"))];
    links.extend(channel.neighbours(press.site, "rss.xml").iter().map(|(rel, address)| link(rel, address)));
    let mut namespaces = BTreeMap::from([("media".to_owned(), "http://search.yahoo.com/mrss/".to_owned())]);
    let mut extensions = ExtensionMap::default();
    let mut extend = |prefix: &str, address: &str, name: &str, value: Option<String>| {
        namespaces.insert(prefix.to_owned(), address.to_owned());
        let extension = Extension { name: format!("{prefix}:{name}"), value, ..Extension::default() };
        extensions.insert(prefix.to_owned(), BTreeMap::from([(name.to_owned(), vec![extension])]));
    };
    if channel.number.is_some() {
        extend("fh", "http://purl.org/syndication/history/1.0", "archive", None);
    }
    let licence = settings.licence.as_ref();
    if let Some(url) = licence.and_then(|licence| licence.url.as_deref()) {
        let address = "http://cyber.law.harvard.edu/rss/creativeCommonsRssModule.html";
        extend("creativeCommons", address, "license", Some(url.to_owned()));
    }
    let curator = settings.rpct.email.as_deref().or(settings.body.email.as_deref()).unwrap_or(&settings.body.pec);
    let date = channel.updated.rfc2822();
    let feed = rss::Channel {
        title: channel.title.clone(),
        link: channel.page.clone(),
        description: channel.about.clone(),
        language: Some(settings.language.tag().to_owned()),
        copyright: licence.map(|licence| clean(&licence.name).into_owned()),
        webmaster: Some(format!("{curator} ({})", clean(&settings.body.name).replace(['(', ')'], ""))),
        pub_date: Some(date.clone()),
        last_build_date: Some(date),
        generator: Some("trasparente".to_owned()),
        docs: Some(site.web(&SUBSCRIBE)),
        categories: body_categories(press),
        items: channel.entries.iter().map(|entry| item(press, entry)).collect(),
        atom_ext: Some(AtomExtension { links }),
        extensions,
        namespaces,
        ..rss::Channel::default()
    };
    let mut bytes = feed.write_to(Vec::new()).expect("memory takes whatever is written");
    bytes.push(b'\n');
    bytes
}

/// A category of a scheme of `AlboPOP`'s.
fn albo(of: &str, name: &str, value: &str) -> Category {
    Category { name: clean(value).into_owned(), domain: Some(format!("{ALBO}{of}-category-{name}")) }
}

/// Who publishes.
fn body_categories(press: &Press<'_>) -> Vec<Category> {
    let body = &press.site.settings.body;
    let territory = body.territory.as_deref().cloned().unwrap_or_default();
    let kind = body.kind.map(|kind| press.labels.of(kind).to_owned());
    let uid = match &body.istat {
        Some(istat) => format!("istat:{istat}"),
        None => format!("ipa:{}", body.ipa),
    };
    let known = [
        ("country", Some("Italia".to_owned())),
        ("region", territory.region),
        ("province", territory.province),
        ("municipality", territory.municipality),
        ("latitude", territory.latitude),
        ("longitude", territory.longitude),
        ("uid", Some(uid)),
        ("type", Some(kind.unwrap_or_else(|| press.labels.text("feed-body").to_owned()))),
        ("name", Some(body.name.clone())),
    ];
    known.into_iter().filter_map(|(name, value)| Some(albo("channel", name, &value?))).collect()
}

fn item(press: &Press<'_>, entry: &Entry<'_>) -> Item {
    let media: Vec<Extension> = entry
        .documents
        .iter()
        .map(|document| {
            let attrs = [
                ("url", Some(document.url.clone())),
                ("type", document.media_type.map(str::to_owned)),
                ("fileSize", document.size.map(|size| size.to_string())),
                ("medium", Some("document".to_owned())),
            ];
            let title = Extension {
                name: "media:title".to_owned(),
                value: Some(clean(document.title).into_owned()),
                ..Extension::default()
            };
            Extension {
                name: "media:content".to_owned(),
                attrs: attrs
                    .into_iter()
                    .filter_map(|(name, value)| Some((name.to_owned(), clean(&value?).into_owned())))
                    .collect(),
                children: BTreeMap::from([("title".to_owned(), vec![title])]),
                ..Extension::default()
            }
        })
        .collect();
    let mut extensions = ExtensionMap::default();
    if !media.is_empty() {
        extensions.insert("media".to_owned(), BTreeMap::from([("content".to_owned(), media)]));
    }
    Item {
        title: Some(entry.title.clone()),
        link: Some(entry.url.clone()),
        // Readers take a description for HTML: what was typed stays text.
        description: Some(entry.summary.replace('&', "&amp;").replace('<', "&lt;")),
        content: Some(entry.html.clone()),
        categories: categories(press, entry),
        // The format allows one; the others follow as Media RSS.
        enclosure: entry.documents.iter().find_map(|document| {
            Some(Enclosure {
                url: document.url.clone(),
                length: document.size?.to_string(),
                mime_type: document.media_type?.to_owned(),
            })
        }),
        guid: Some(Guid { value: entry.id.clone(), permalink: false }),
        pub_date: Some(entry.news.when.rfc2822()),
        dublin_core_ext: Some(DublinCoreExtension {
            creators: vec![clean(entry.author).into_owned()],
            ..DublinCoreExtension::default()
        }),
        extensions,
        ..Item::default()
    }
}

/// What it is and where it stands, then what `AlboPOP` asks of an act.
fn categories(press: &Press<'_>, entry: &Entry<'_>) -> Vec<Category> {
    use chrono::Datelike;
    let notice = entry.news.notice;
    let filing = &notice.filing;
    let plain = entry.categories.iter().map(|name| Category { name: clean(name).into_owned(), domain: None });
    let section = filing.sections.first().map(|id| press.site.tree.get(*id).title.clone());
    let amount = notice.money.award.or(notice.money.base);
    let amount = amount.map(|euro| format!("{}.{:02}", euro.cents() / 100, euro.cents() % 100));
    let known = [
        // The number of an act is one of its office's: only the id is the act's alone.
        ("uid", Some(format!("{}/{}", filing.published.value.date.year(), filing.id.value))),
        ("type", Some(press.labels.of(notice.heading.kind).to_owned())),
        ("pubStart", filing.published_on().map(|published| published.begins().rfc2822())),
        ("pubEnd", notice.closes().map(|closes| closes.plus(-60).rfc2822())),
        ("chapter", section),
        ("unit", notice.people.office.clone()),
        ("currency", amount.as_ref().map(|_| "€".to_owned())),
        ("amount", amount),
    ];
    plain.chain(known.into_iter().filter_map(|(name, value)| Some(albo("item", name, &value?)))).collect()
}
