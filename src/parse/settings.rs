//! `content/sito.yaml`: who publishes, and how.

use super::fields;
use super::filing::excuse;
use super::publisher::{contact, named, publisher};
use super::security::security;
use super::values::{email, group, list, text, url};
use crate::diagnostic::Diagnostic;
use crate::messages::{Language, Msg};
use crate::model::{Extra, Feedback, FeedbackTo, LegalLinks, Settings, Tuning, impossible, origin};
use crate::rules;
use crate::sections::{Section, Tree, is_folder_name};
use crate::source::{FileId, Source, Span};
use crate::yaml::{Fields, Node, Reader, parse};

/// Reads `sito.yaml`, and the tree of sections it asks for.
pub fn settings(file: FileId, source: &Source) -> (Option<Settings>, Tree, Vec<Diagnostic>) {
    let mut reader = Reader::new(file);
    reader.hidden_in_file(source.text());
    let mut tree = Tree::statutory();
    let settings = read(source, &mut tree, &mut reader);
    (settings, tree, reader.findings)
}

fn read(source: &Source, tree: &mut Tree, reader: &mut Reader) -> Option<Settings> {
    let node = match parse(source.text(), 0) {
        Ok(node) => node,
        Err((span, msg)) => {
            super::front_matter::not_yaml(span, msg, reader);
            return None;
        }
    };
    let keys = Fields::open(&node, &fields::SITE, reader)?;
    group(keys.get("sezioni"), &fields::SECTION_CHANGES, reader, |fields, reader| change_tree(fields, tree, reader));
    let body = group(keys.get("ente"), &fields::PUBLISHER, reader, publisher).flatten();
    let rpct = group(keys.get("rpct"), &fields::CONTACT, reader, contact).flatten();
    let links = group(keys.get("collegamenti"), &fields::LEGAL, reader, legal).flatten().unwrap_or_default();
    let licence = group(keys.get("licenza"), &fields::NAMED, reader, named).flatten();
    let feedback = keys.get("valutazione").and_then(|node| {
        group(Some(node), &fields::FEEDBACK, reader, |fields, reader| feedback(fields, node.span, reader)).flatten()
    });
    let security = group(keys.get("sicurezza"), &fields::SECURITY, reader, security).flatten().map(Box::new);
    let ocds = keys.get("prefisso_ocds").and_then(|node| ocds_prefix(node, reader));
    let l190 = keys.get("l190").and_then(|node| reader.yes_no(node)).unwrap_or_default();
    let without = keys.get("senza").map(|node| reader.several(node)).unwrap_or_default();
    let without = without.into_iter().filter_map(|node| reader.word::<Extra>(node)).collect();
    let base_url = keys.get("indirizzo_base").and_then(|node| base_url(node, reader));
    let language =
        keys.get("lingua").and_then(|node| one_of(node, &["it", "en"], reader)).and_then(|tag| Language::of_tag(&tag));
    let tuning = Tuning {
        closing_days: keys.get("in_scadenza_giorni").and_then(|node| reader.number(node, 0..=60)).unwrap_or(7),
        page_size: keys
            .get("per_pagina")
            .and_then(|node| reader.number(node, 5..=200))
            .map_or(20, |size| size as usize),
        minify_pages: keys.get("minifica").and_then(|node| one_of(node, &["modelli", "pagine"], reader)).as_deref()
            == Some("pagine"),
        policy_in_pages: keys.get("politica_nelle_pagine").and_then(|node| reader.yes_no(node)).unwrap_or_default(),
    };
    let theme = keys.get("tema").and_then(|node| theme(node, reader));
    let title = text(keys.get("titolo"), reader);
    let description = text(keys.get("descrizione"), reader);
    let excuses = list(keys.get("consenti"), &fields::EXCUSE, reader, excuse);
    Some(Settings {
        file: reader.file(),
        title: title.unwrap_or_else(|| "Amministrazione trasparente".to_owned()),
        description,
        language: language.unwrap_or_default(),
        theme: theme.unwrap_or_else(|| ("base".to_owned(), None)),
        licence,
        feedback,
        security,
        ocds,
        l190,
        without,
        tuning,
        excuses,
        body: body?,
        base_url: base_url?,
        rpct: rpct?,
        links,
    })
}

/// `ocds-` and six letters or digits, as the registry gives them out.
fn ocds_prefix(node: &Node<'_>, reader: &mut Reader) -> Option<String> {
    let code = reader.code(node)?;
    let prefix = code.value.to_ascii_lowercase();
    let good = prefix
        .strip_prefix("ocds-")
        .is_some_and(|own| own.len() == 6 && own.bytes().all(|b| b.is_ascii_alphanumeric()));
    if !good {
        let msg = Msg::new("ocds-prefix-shape").with("value", &code.value);
        reader.report(&rules::VALUE, code.span, msg).hint(Msg::new("ocds-prefix-hint"));
    }
    good.then_some(prefix)
}

fn legal(fields: &Fields<'_>, reader: &mut Reader) -> Option<LegalLinks> {
    let accessibility = url(fields.get("accessibilita"), reader);
    let privacy = url(fields.get("privacy"), reader);
    let legal = url(fields.get("note_legali"), reader);
    let faq = url(fields.get("faq"), reader);
    let inefficiency = url(fields.get("disservizio"), reader);
    Some(LegalLinks { accessibility, privacy, legal, faq, inefficiency })
}

/// Where answers go, with the address that way of sending needs.
fn feedback(fields: &Fields<'_>, whole: Span, reader: &mut Reader) -> Option<Feedback> {
    let to = fields.get("invio").and_then(|node| reader.word::<FeedbackTo>(node));
    let address = fields.get("indirizzo").and_then(|node| receiver(node, reader));
    let mail = email(fields.get("posta"), reader);
    let mut needed = |key: &'static str, value: Option<String>| {
        if value.is_none() && fields.get(key).is_none() {
            reader
                .report(&rules::MISSING_KEY, whole, Msg::new("feedback-without").with("key", key))
                .hint(Msg::new("feedback-without-hint").with("key", key));
        }
        value
    };
    match to? {
        FeedbackTo::Receiver => needed("indirizzo", address).map(Feedback::Receiver),
        FeedbackTo::Elsewhere => needed("indirizzo", address).map(Feedback::Elsewhere),
        FeedbackTo::Mail => needed("posta", mail).map(Feedback::Mail),
        FeedbackTo::Nowhere => None,
    }
}

/// Where answers go: the pages' policy names the host, so it must be one.
fn receiver(node: &Node<'_>, reader: &mut Reader) -> Option<String> {
    let url = reader.url(node)?;
    let good = origin(&url.value).is_some();
    if !good {
        let msg = Msg::new("address-no-host").with("value", &url.value);
        reader.report(&rules::ADDRESS, url.span, msg).hint(Msg::new("address-no-host-hint"));
    }
    good.then_some(url.value)
}

/// Scheme and host, without a path: pages link from the root of the host.
fn base_url(node: &Node<'_>, reader: &mut Reader) -> Option<String> {
    let url = reader.url(node)?;
    let trimmed = url.value.trim_end_matches('/');
    let host = trimmed.split_once("://").map_or("", |(_, host)| host);
    if host.contains(['/', '?', '#']) {
        reader.report(&rules::ADDRESS, url.span, Msg::new("base-url-path")).hint(Msg::new("base-url-hint"));
        return None;
    }
    let (name, port) = host.split_once(':').unwrap_or((host, "80"));
    if !name.chars().all(|c| c.is_alphanumeric() || "-._".contains(c)) || port.parse::<u16>().is_err() {
        reader.report(&rules::ADDRESS, url.span, Msg::new("base-url-host")).hint(Msg::new("base-url-hint"));
        return None;
    }
    Some(trimmed.to_owned())
}

fn one_of(node: &Node<'_>, words: &[&str], reader: &mut Reader) -> Option<String> {
    let (text, _) = reader.scalar(node)?;
    if words.contains(&text) {
        return Some(text.to_owned());
    }
    let hint = match reader.meant(text, words.iter().copied()) {
        Some(word) => Msg::new("value-nearest").with("word", word),
        None => Msg::new("value-words").with("words", words.join(", ")),
    };
    reader.report(&rules::VALUE, node.span, Msg::new("value-unknown").with("value", text)).hint(hint);
    None
}

/// A theme's name: a folder beside others, never a path.
fn theme(node: &Node<'_>, reader: &mut Reader) -> Option<(String, Option<Span>)> {
    let name = reader.code(node)?;
    if !is_folder_name(&name.value) {
        reader.report(&rules::VALUE, name.span, Msg::new("theme-name")).hint(Msg::new("theme-name-hint"));
        return None;
    }
    Some((name.value, Some(name.span)))
}

fn change_tree(fields: &Fields<'_>, tree: &mut Tree, reader: &mut Reader) {
    for section in list(fields.get("aggiungi"), &fields::ADDED_SECTION, reader, |fields, span, reader| {
        added(fields, tree, reader).map(|section| (section, span))
    }) {
        let (section, span) = section;
        if let Err(taken) = tree.add(section) {
            let msg = Msg::new("section-taken").with("path", taken.path);
            reader.report(&rules::SITE, span, msg).hint(Msg::new("section-taken-hint"));
        }
    }
    let Some(node) = fields.get("nascondi") else { return };
    for item in reader.several(node) {
        let Some(name) = reader.code(item) else { continue };
        match tree.resolve(&name.value) {
            Some(id) if tree.get(id).optional => tree.hide(id),
            Some(_) => {
                let msg = Msg::new("section-required").with("name", &name.value);
                reader.report(&rules::SITE, name.span, msg).hint(Msg::new("section-required-hint"));
            }
            None => {
                super::filing::unknown_section(&name.value, name.span, tree, reader);
            }
        }
    }
}

fn added(fields: &Fields<'_>, tree: &Tree, reader: &mut Reader) -> Option<Section> {
    let id = fields.get("id").and_then(|node| reader.code(node));
    let title = text(fields.get("titolo"), reader);
    let parent = match fields.get("sotto") {
        None => None,
        Some(node) => {
            let name = reader.code(node)?;
            let found = tree.resolve(&name.value);
            if found.is_none() {
                let msg = Msg::new("section-unknown").with("name", &name.value);
                reader.report(&rules::UNKNOWN_SECTION, name.span, msg).hint(Msg::new("section-list"));
                return None;
            }
            found
        }
    };
    let law = fields.get("norma").map(|node| reader.texts(node)).unwrap_or_default();
    let frequency = fields.get("frequenza").and_then(|node| reader.word(node));
    let note = text(fields.get("descrizione"), reader);
    let id = id?;
    if !is_folder_name(&id.value) {
        reader.report(&rules::VALUE, id.span, Msg::new("id-shape")).hint(Msg::new("id-hint"));
        return None;
    }
    if crate::plan::is_reserved(&id.value) {
        reader
            .report(&rules::VALUE, id.span, Msg::new("section-reserved").with("id", &id.value))
            .hint(Msg::new("section-taken-hint"));
        return None;
    }
    let path = match parent {
        Some(parent) => format!("{}/{}", tree.get(parent).path, id.value),
        None => id.value.clone(),
    };
    if let Some(fault) = impossible(&path) {
        reader.report(&rules::IMPOSSIBLE_ADDRESS, id.span, fault.say()).hint(Msg::new("id-hint"));
        return None;
    }
    let law = law.into_iter().map(|text| text.value).collect();
    Some(Section {
        id: id.value,
        path,
        title: title?,
        law,
        titulus: None,
        frequency,
        about: note,
        note: None,
        table: false,
        optional: true,
        parent,
        children: Vec::new(),
    })
}
