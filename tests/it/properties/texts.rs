//! Whatever is typed, the program answers: with a page or with a finding.

use proptest::prelude::*;
use trasparente::messages::{Catalogue, Language};
use trasparente::parse::{self, body::Words};
use trasparente::pipeline::Built;
use trasparente::sections::Tree;
use trasparente::source::{Source, Sources};

use super::cases;
use super::pieces::{LINES, PIECES};
use crate::support::memory::build;
use crate::support::notices::{FOLDER, notice};
use crate::support::quoted::quoted;
use crate::support::settings;
use crate::support::sites::now;
use crate::support::sites::{findings_of, pages};

/// Pieces and words, one after the other.
fn text() -> impl Strategy<Value = String> {
    of_pieces(PIECES.to_vec())
}

/// The same without most of what is always refused.
fn accepted_text() -> impl Strategy<Value = String> {
    let refused =
        |piece: &&str| piece.contains(['<', '#']) && *piece != "## " || piece.contains(".md") || piece.contains(".png");
    of_pieces(PIECES.iter().copied().filter(|piece| !refused(piece)).collect())
}

fn of_pieces(pieces: Vec<&'static str>) -> impl Strategy<Value = String> {
    let piece = proptest::sample::select(pieces).prop_map(str::to_owned);
    let piece = prop_oneof![8 => piece, 1 => any::<String>(), 1 => "[a-zà ]{1,12}"];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// Front matter that may be sound, and a text below it.
fn file() -> impl Strategy<Value = String> {
    let lines = proptest::collection::vec(proptest::sample::select(LINES), 0..8);
    let head = prop_oneof![
        3 => lines.prop_map(|lines| format!("titolo: Prova\ntipo: documento\npubblicato: 2026-11-01\n{}\n", lines.join("\n"))),
        1 => proptest::collection::vec(proptest::sample::select(LINES), 0..8).prop_map(|lines| lines.join("\n") + "\n"),
        1 => text(),
    ];
    (head, text()).prop_map(|(head, body)| format!("---\n{head}---\n{body}"))
}

/// Sound front matter with a title of any kind, and a text below it.
fn sound(title: &str, body: &str) -> String {
    let title: String = title.chars().filter(|c| *c != '<').collect();
    format!("---\ntitolo: {}\ntipo: documento\npubblicato: 2026-11-01\n---\n{body}", quoted(&format!("Titolo {title}")))
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn no_text_is_too_odd_for_a_notice(text in prop_oneof![any::<String>(), text(), file()]) {
        let _ = notice(&text);
    }

    #[test]
    fn no_text_is_too_odd_for_the_settings_or_the_words_of_a_section(text in prop_oneof![any::<String>(), text(), file()]) {
        let words = Words::new(&Catalogue::new(Language::Italian), "");
        let sources = Sources::new(vec![Source::new(format!("{FOLDER}/_sezione.md"), text)]);
        for (file, source) in sources.iter() {
            let (settings, tree, findings) = parse::settings(file, source);
            prop_assert!(settings.is_some() || !findings.is_empty(), "nothing was said of {:?}", source.text());
            let _ = parse::section_words(file, source, &tree, &words);
        }
    }

    #[test]
    fn what_is_no_notice_is_told(text in prop_oneof![text(), file()]) {
        let words = Words::new(&Catalogue::new(Language::Italian), "");
        let sources = Sources::new(vec![Source::new(format!("{FOLDER}/prova.md"), text)]);
        for (file, source) in sources.iter() {
            let (notice, findings) = parse::notice(file, source, &Tree::statutory(), &words);
            let refused = findings.iter().any(trasparente::diagnostic::Diagnostic::is_error);
            prop_assert!(notice.is_some() || refused, "nothing was said of {:?}", source.text());
        }
    }
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn no_site_is_too_odd(files in proptest::collection::vec(prop_oneof![file(), text()], 30), settings in text()) {
        let mut texts = named(files);
        let built = build(&texts, now());
        well_made(&built)?;
        // And with settings of the same kind.
        texts.push(("sito.yaml".to_owned(), format!("{}{settings}", settings::SETTINGS)));
        well_made(&build(&texts, now()))?;
    }

    #[test]
    fn whatever_is_accepted_makes_a_page_whose_tags_close(bodies in proptest::collection::vec((any::<String>(), accepted_text()), 60)) {
        let sound: Vec<String> = bodies.iter().map(|(title, body)| sound(title, body)).filter(|text| notice(text).is_some()).collect();
        prop_assert!(sound.len() > 10, "only {} of 60 are accepted", sound.len());
        let mut texts = named(sound);
        for _ in 0..2 {
            let built = build(&texts, now());
            // What only the whole site can tell is told; without those the
            // others are published.
            let said = findings_of(&built);
            texts.retain(|(path, _)| !said.lines().any(|line| line.starts_with(&format!("content/{path}:")) && line.contains(": errore: ")));
            if built.edition.is_some() {
                well_made(&built)?;
                return Ok(());
            }
        }
        prop_assert!(false, "nothing is wrong and nothing is published: {}", findings_of(&build(&texts, now())));
    }
}

/// A control character after the backticks of a block of code must not be
/// taken for the mark that stands for an address.
#[test]
fn a_control_character_after_the_backticks_moves_no_link() {
    for word in ["a\u{1}b", "\u{1}0\u{1}", "\u{1}7\u{1}", "\u{7f}"] {
        let body = format!("\n```{word}\ncodice\n```\n\n[Un'altra pagina](/altri-contenuti/)\n");
        let built = build(&named(vec![sound("", &body)]), now());
        let edition = built.edition.as_ref().expect("it builds");
        let page = pages(edition)
            .into_iter()
            .find(|(path, _)| path == "atti/prova-0/index.html")
            .expect("the page is there")
            .1;
        let page = String::from_utf8_lossy(&page).into_owned();
        assert!(page.contains("<a href=\"/altri-contenuti/\">Un'altra pagina</a>"), "{word:?}: {page}");
        assert!(well_made(&built).is_ok(), "{word:?}: {page}");
    }
}

fn named(texts: Vec<String>) -> Vec<(String, String)> {
    texts.into_iter().enumerate().map(|(at, text)| (format!("{FOLDER}/prova-{at}.md"), text)).collect()
}

/// There is an edition or an error; the tags of each page close, and nothing
/// that runs is among them.
fn well_made(built: &Built) -> Result<(), TestCaseError> {
    let Some(edition) = &built.edition else {
        prop_assert!(
            built.findings.iter().any(trasparente::diagnostic::Diagnostic::is_error),
            "nothing was published and nothing said"
        );
        return Ok(());
    };
    for (path, html) in pages(edition).into_iter().filter(|(path, _)| path.starts_with("atti/")) {
        let html = String::from_utf8(html).expect("pages are UTF-8");
        if let Err(fault) = tags_close(&html) {
            prop_assert!(false, "{}: {} in {}", path, fault, html);
        }
        prop_assert!(!html.contains(['\u{0}', '\u{1}', '\u{7f}']), "{} holds a control character: {}", path, html);
    }
    Ok(())
}

/// Elements without an end.
const VOID: &[&str] = &["meta", "link", "br", "hr", "img", "input"];

/// A reader of tags of its own: each that opens is closed, in order, and none
/// runs anything.
fn tags_close(html: &str) -> Result<(), String> {
    let mut open: Vec<String> = Vec::new();
    let mut rest = html.strip_prefix("<!doctype html>").ok_or("no doctype")?;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        let end = rest.find('>').ok_or("a tag without an end")?;
        let tag = &rest[..end];
        let name: String = tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
        if tag.starts_with('/') {
            match open.pop() {
                Some(last) if last == name => {}
                last => return Err(format!("</{name}> closes {last:?}")),
            }
        } else if name.is_empty() || ["script", "style", "iframe", "object", "svg"].contains(&name.as_str()) {
            return Err(format!("<{tag}>"));
        } else if !VOID.contains(&name.as_str()) {
            open.push(name);
        }
        rest = &rest[end..];
    }
    if open.is_empty() { Ok(()) } else { Err(format!("{open:?} stay open")) }
}
