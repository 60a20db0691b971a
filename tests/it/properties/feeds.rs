//! Feeds and sitemap, read by a parser that forgives nothing.

use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};
use trasparente::edition::{Content, Edition};

use super::cases;
use crate::support::memory::build;
use crate::support::notices::FOLDER;
use crate::support::quoted::{accepted, quoted};
use crate::support::sites::now;
use crate::support::sites::{findings_of, text_blocks};

/// Titles that hurt somebody somewhere.
const HOSTILE: &[&str] = &[
    "]]>",
    "&",
    "&amp;",
    "&lt;",
    "&#0;",
    "<",
    "< b",
    ">",
    "\"",
    "'",
    "--",
    "<-- x -->",
    "{{ site.title }}",
    "{% raw %}",
    "%",
    "\u{0}",
    "\u{1}",
    "\u{8}",
    "\u{b}",
    "\u{c}",
    "\u{1b}",
    "\u{7f}",
    "\u{80}",
    "\u{85}",
    "\u{2028}",
    "\u{202e}",
    "\u{fdd0}",
    "\u{fffe}",
    "\u{ffff}",
    "\u{1ffff}",
    "\u{10ffff}",
    "\u{feff}",
    "\t",
    "\n",
    "\r",
    "  ",
    "…",
    "..",
    "...",
    "è",
    "🇮🇹",
    "𝔘",
    "שלום",
    "a\u{301}",
    "urn:",
    "]]",
    "]",
];

pub(crate) fn title() -> impl Strategy<Value = String> {
    let piece = prop_oneof![3 => proptest::sample::select(HOSTILE).prop_map(str::to_owned), 1 => any::<String>(), 1 => "[A-Za-z ]{1,20}"];
    proptest::collection::vec(piece, 1..12).prop_map(|pieces| {
        // What opens a tag is refused, and so it is not what is tried here.
        let text: String = pieces.concat().replace('<', "< ").chars().take(400).collect();
        accepted(&text)
    })
}

/// The titles, and texts that are all one page each.
fn site(titles: &[String]) -> Vec<(String, String)> {
    let notice = |(at, title): (usize, &String)| {
        let title = quoted(&format!("Atto {title}"));
        let text = format!(
            "---\ntitolo: {title}\ntipo: documento\nsommario: {title}\noggetto: {title}\nargomenti: [{title}]\npubblicato: 2026-10-{:02}\n---\n",
            at % 28 + 1
        );
        (format!("{FOLDER}/atto-{at:02}.md"), text)
    };
    titles.iter().enumerate().map(notice).collect()
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn feeds_and_sitemap_stay_well_formed_whatever_a_title_holds(titles in proptest::collection::vec(title(), 55)) {
        let built = build(&site(&titles), now());
        prop_assert!(built.edition.is_some(), "{}", findings_of(&built));
        let edition = built.edition.unwrap_or_default();
        for (path, _) in edition.files().filter(|(path, _)| path.ends_with(".xml")) {
            let read = read(&text(&edition, path));
            prop_assert!(read.is_ok(), "{}: {:?} in {}", path, read.err(), text(&edition, path));
        }
        let items = elements(&text(&edition, "rss.xml"), "title");
        prop_assert_eq!(items.len(), 51, "the feed's own and those of fifty notices");
        let pages = elements(&text(&edition, "sitemap.xml"), "loc");
        let missing = (0..55).map(|at| format!("https://trasparenza.comune.esempio.it/atti/atto-{at:02}/")).find(|page| !pages.contains(page));
        prop_assert_eq!(missing, None);
    }

    #[test]
    fn the_feed_says_what_the_page_says(titles in proptest::collection::vec(title(), 20)) {
        let built = build(&site(&titles), now());
        prop_assert!(built.edition.is_some(), "{}", findings_of(&built));
        let edition = built.edition.unwrap_or_default();
        let feed = text(&edition, "rss.xml");
        let (titles, links) = (elements(&feed, "title"), elements(&feed, "link"));
        prop_assert_eq!(titles.len(), links.len());
        for (title, link) in titles.iter().zip(&links).skip(1) {
            let address = link.strip_prefix("https://trasparenza.comune.esempio.it/").expect("a link to us");
            let page = text(&edition, &format!("{address}index.html"));
            let heading = page.split("<h1>").nth(1).and_then(|rest| rest.split("</h1>").next()).expect("a page has a heading");
            let heading = text_blocks(heading.as_bytes()).join(" ");
            prop_assert_eq!(blanks(title), blanks(&heading), "{}", address);
        }
    }
}

#[test]
fn a_summary_stands_in_the_feed_as_it_was_written() {
    for summary in ["Aspettando la piena...", "Le voci 1..9 dell'elenco", "Dal n. 3 al n. 5."] {
        let text = format!(
            "---\ntitolo: Prova\ntipo: documento\nsommario: {}\npubblicato: 2026-10-01\n---\n",
            quoted(summary)
        );
        let edition = build(&[(format!("{FOLDER}/prova.md"), text)], now()).edition.expect("it builds");
        let feed = super::feeds::text(&edition, "rss.xml");
        assert!(feed.contains(&format!("<![CDATA[Pubblicato. {summary}]]>")), "no «{summary}» in {feed}");
    }
}

#[test]
fn the_reader_of_these_tests_forgives_nothing() {
    for bad in [
        "<a><b></a>",
        "<a>",
        "<a>&nbsp;</a>",
        "<a>&</a>",
        "<a>\u{1}</a>",
        "<a x=1/>",
        "<a>&#0;</a>",
        "<a><![CDATA[x]]></a>]]>",
        "<a/><b/>",
    ] {
        assert!(read(bad).is_err(), "{bad}");
    }
    assert!(read("<?xml version=\"1.0\"?><a x=\"1\">&amp;&#232;<b/><![CDATA[<]]></a>").is_ok());
}

pub(crate) fn text(edition: &Edition, path: &str) -> String {
    match edition.get(path) {
        Some(Content::Bytes(bytes)) => String::from_utf8(bytes.to_vec()).expect("UTF-8"),
        other => panic!("{path} is {other:?}"),
    }
}

/// One blank for each run of them; what XML cannot hold left out.
fn blanks(text: &str) -> String {
    let kept: String = text.chars().filter(|c| !matches!(c, '\u{fffe}' | '\u{ffff}')).collect();
    kept.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

/// The texts of the elements of a name.
fn elements(xml: &str, name: &str) -> Vec<String> {
    let texts = read(xml).expect("it is well-formed");
    texts.into_iter().filter(|(element, _)| element == name).map(|(_, text)| text).collect()
}

/// Reads XML to the end; gives each element's name and own text.
pub(crate) fn read(xml: &str) -> Result<Vec<(String, String)>, String> {
    if let Some(odd) = xml.chars().find(|c| is_forbidden(*c)) {
        return Err(format!("{odd:?} may not stand in XML"));
    }
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let mut open: Vec<(String, String)> = Vec::new();
    let mut done = Vec::new();
    loop {
        match reader.read_event().map_err(|error| error.to_string())? {
            Event::Start(tag) | Event::Empty(tag) if open.is_empty() && !done.is_empty() => {
                return Err(format!("a second root, {:?}", tag.name()));
            }
            Event::Start(tag) => {
                attributes(&tag)?;
                open.push((String::from_utf8_lossy(tag.name().as_ref()).into_owned(), String::new()));
            }
            Event::Empty(tag) => attributes(&tag)?,
            Event::End(_) => done.extend(open.pop()),
            Event::Text(text) => {
                let text = text.decode().map_err(|error| error.to_string())?;
                match open.last_mut() {
                    _ if text.contains("]]>") => return Err("`]]>` in a text".to_owned()),
                    Some((_, own)) => own.push_str(&text),
                    None if text.trim().is_empty() => {}
                    None => return Err("text outside of the root".to_owned()),
                }
            }
            Event::CData(text) => {
                let text = text.decode().map_err(|error| error.to_string())?;
                open.last_mut().ok_or("text outside of the root")?.1.push_str(&text);
            }
            Event::GeneralRef(reference) => {
                open.last_mut().ok_or("text outside of the root")?.1.push(character(&reference)?);
            }
            Event::Eof if open.is_empty() && !done.is_empty() => return Ok(done),
            Event::Eof => return Err("it ends too soon".to_owned()),
            Event::Decl(_) | Event::Comment(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
}

fn is_forbidden(c: char) -> bool {
    matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

/// Reads a tag's attributes to the end.
fn attributes(tag: &BytesStart<'_>) -> Result<(), String> {
    tag.attributes().try_for_each(|attribute| attribute.map(|_| ())).map_err(|error| error.to_string())
}

/// The character a reference stands for.
fn character(reference: &BytesRef<'_>) -> Result<char, String> {
    let name = reference.decode().map_err(|error| error.to_string())?;
    match (reference.resolve_char_ref().map_err(|error| error.to_string())?, name.as_ref()) {
        (Some(c), _) if is_forbidden(c) => Err(format!("&{name};")),
        (Some(c), _) => Ok(c),
        (None, "amp") => Ok('&'),
        (None, "lt") => Ok('<'),
        (None, "gt") => Ok('>'),
        (None, "quot") => Ok('"'),
        (None, "apos") => Ok('\''),
        (None, _) => Err(format!("&{name}; is not known")),
    }
}
