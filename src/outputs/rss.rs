//! RSS 2.0: a feed of everything, and one of each section that has notices.
//!
//! Validity is our promise, so feeds are made in code, never by a theme. An
//! item's guid comes from the notice's permanent id: moving, renaming or
//! editing a notice tells nobody twice.

use rayon::prelude::*;
use rss::extension::atom::{AtomExtension, Link};
use rss::{CategoryBuilder, Channel, ChannelBuilder, EnclosureBuilder, Guid, Item, ItemBuilder};

use super::{Made, Press};
use crate::calendar::Instant;
use crate::edition::Artifact;
use crate::model::{AttachmentSource, Format, Notice, published_name};
use crate::sections::SectionId;
use crate::view::When;

/// How many items a feed holds: what a reader that looks once a week in the
/// busiest of months still gets whole.
const LENGTH: usize = 50;

pub(super) fn make(press: &Press<'_>) -> Made {
    let settings = &press.site.settings;
    let whole = feed(press, &settings.title, "/", press.site.current().take(LENGTH));
    let sections: Vec<SectionId> = press.site.tree.ids().filter(|id| press.site.in_section(*id).len() > 0).collect();
    let mut made: Vec<Artifact> = sections
        .into_par_iter()
        .map(|id| {
            let section = press.site.tree.get(id);
            feed(press, &section.title, &format!("/{}/", section.path), press.site.in_section(id).take(LENGTH))
        })
        .collect();
    made.push(whole);
    Ok(made)
}

fn feed<'a>(press: &Press<'_>, title: &str, address: &str, notices: impl Iterator<Item = &'a Notice>) -> Artifact {
    let settings = &press.site.settings;
    let base = &settings.base_url;
    let notices: Vec<&Notice> = notices.collect();
    let newest = notices.iter().map(|notice| stamp(notice, press.site.now)).max();
    let atom = AtomExtension {
        links: vec![Link {
            rel: "self".to_owned(),
            href: format!("{base}{address}rss.xml"),
            mime_type: Some("application/rss+xml".to_owned()),
            ..Link::default()
        }],
    };
    let channel: Channel = ChannelBuilder::default()
        .title(clean(&format!("{title} – {}", settings.body.name)))
        .link(format!("{base}{address}"))
        .description(clean(settings.description.as_deref().unwrap_or(title)))
        .language(Some(settings.language.tag().to_owned()))
        .last_build_date(newest.map(Instant::rfc2822))
        .atom_ext(Some(atom))
        .items(notices.into_iter().map(|notice| item(press, notice)).collect::<Vec<_>>())
        .build();
    Artifact::new(format!("{}rss.xml", &address[1..]), channel.to_string() + "\n", "rss")
}

/// When an item last had something to say: never in the future, so that no
/// reader waits for a day to come.
fn stamp(notice: &Notice, now: Instant) -> Instant {
    notice.filing.updated.value.begins().max(notice.filing.published.value.begins()).min(now)
}

fn item(press: &Press<'_>, notice: &Notice) -> Item {
    let settings = &press.site.settings;
    let base = &settings.base_url;
    let guid =
        Guid { value: format!("urn:trasparente:{}:{}", settings.body.ipa, notice.filing.id.value), permalink: false };
    let category = |name: &str| CategoryBuilder::default().name(clean(name)).build();
    let sections = notice.filing.sections.iter().map(|id| category(&press.site.tree.get(*id).title));
    ItemBuilder::default()
        .title(Some(clean(&notice.heading.title.value)))
        .link(Some(format!("{base}{}", notice.address())))
        .guid(Some(guid))
        .pub_date(Some(notice.filing.published.value.begins().rfc2822()))
        .description(Some(description(press, notice)))
        .categories(std::iter::once(category(press.labels.of(notice.heading.kind))).chain(sections).collect::<Vec<_>>())
        .enclosure(enclosure(press, notice))
        .build()
}

/// State and deadline first, as on the page; plain text, so that no reader
/// shows tags.
fn description(press: &Press<'_>, notice: &Notice) -> String {
    let views = press.views();
    let mut lines = vec![views.state_text(notice).to_owned()];
    for deadline in &notice.deadlines {
        let when = When::of(deadline.when.value, press.labels.language());
        lines.push(format!("{}: {}", press.labels.of(deadline.kind), when.text));
    }
    let cigs: Vec<&str> = notice.cigs().into_iter().map(|cig| cig.value.as_str()).collect();
    if !cigs.is_empty() {
        lines.push(format!("CIG: {}", cigs.join(", ")));
    }
    if let Some(base) = notice.money.base {
        lines.push(format!("{}: € {base}", press.labels.text("amount-base")));
    }
    lines.extend(notice.heading.summary.clone().or_else(|| notice.heading.subject.clone()));
    // `<` would read as a tag once the XML is unwrapped.
    clean(&sentences(&lines)).replace('&', "&amp;").replace('<', "&lt;")
}

/// Lines one after the other, with a full stop between them where they have
/// no mark of their own.
fn sentences(lines: &[String]) -> String {
    let mut text = String::new();
    for line in lines {
        if !text.is_empty() {
            text.push_str(if text.ends_with(['.', '!', '?', '…', ':']) { " " } else { ". " });
        }
        text.push_str(line);
    }
    text
}

/// The first document of ours: RSS allows an item one enclosure.
fn enclosure(press: &Press<'_>, notice: &Notice) -> Option<rss::Enclosure> {
    let path = notice.attachments.iter().find_map(|attachment| match &attachment.source {
        AttachmentSource::File(path) => Some(&path.value),
        AttachmentSource::Url(_) => None,
    })?;
    let file = press.site.files.get(path)?;
    let address = notice.address() + &published_name(path);
    let enclosure = EnclosureBuilder::default()
        .url(format!("{}{address}", press.site.settings.base_url))
        .length(file.size.to_string())
        .mime_type(Format::of_name(path)?.media_type().to_owned())
        .build();
    Some(enclosure)
}

/// Text without the characters XML 1.0 cannot hold.
fn clean(text: &str) -> String {
    text.chars()
        .filter(|c| !matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}'))
        .collect()
}
