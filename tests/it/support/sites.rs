//! Builds the sites of tests, and reads pages as a reader gets them.

use std::path::{Path, PathBuf};

pub(crate) use super::build::{built, instant};
use trasparente::calendar::Instant;
use trasparente::edition::{Content, Edition};
use trasparente::load::{self, History};
use trasparente::messages::{Catalogue, Language};
use trasparente::pipeline::Built;
use trasparente::report::{self, Findings, Format};
use trasparente::theme::Theme;

/// The instant the golden sites are seen at.
pub(crate) fn now() -> Instant {
    instant("2026-11-23T10:00")
}

/// The repository.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Builds the site of a folder at the usual instant.
pub(crate) fn build(site: &Path) -> Built {
    build_at(site, now())
}

/// Builds the site of a folder at an instant. Its theme is among its own, or
/// the plain one of `tests/themes`.
pub(crate) fn build_at(site: &Path, now: Instant) -> Built {
    let content = load::content(&site.join("content")).expect("the content can be read");
    let own = site.join("themes");
    let themes = |name: &str| if own.join(name).is_dir() { own.clone() } else { root().join("tests/themes") };
    let theme = |name: &str| match load::theme(&themes(name), name).expect("the theme can be read") {
        Some(chain) if name != "base" => Theme::load(chain),
        _ => Theme::load(Vec::new()),
    };
    let mut built = built(content, &History::default(), now, &theme);
    let all = built.sources.ids().into_iter().collect();
    load::again(&mut built.sources, &all, &site.join("content"));
    built
}

/// What is said of a site, a line a finding.
pub(crate) fn findings_of(built: &Built) -> String {
    let catalogue = Catalogue::new(Language::Italian);
    let findings =
        Findings { findings: &built.findings, sources: &built.sources, catalogue: &catalogue, root: "content" };
    report::render(&findings, Format::Short, false)
}

/// The files below a folder, by path with `/`.
pub(crate) fn files(folder: &Path) -> Vec<String> {
    let entries = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().flatten();
    entries
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| entry.path().strip_prefix(folder).expect("it is below").to_string_lossy().into_owned())
        .collect()
}

/// The pages of an edition by path.
pub(crate) fn pages(edition: &Edition) -> Vec<(String, Vec<u8>)> {
    let html = edition.files().filter(|(path, _)| path.ends_with(".html"));
    html.filter_map(|(path, content)| match content {
        Content::Bytes(bytes) => Some((path.to_owned(), bytes.to_vec())),
        Content::Copy { .. } | Content::Archive(_) => None,
    })
    .collect()
}

#[expect(clippy::disallowed_methods, reason = "a test may read")]
pub(crate) fn read(path: &Path) -> Vec<u8> {
    std::fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Elements that start a block of text of their own.
const BLOCKS: &str = "html head body title header footer main nav section article aside div p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd \
                      table caption thead tbody tr th td form fieldset legend blockquote figure figcaption address hr pre br details summary \
                      meta link option button";

/// The text a reader gets, block by block, in order: what eyes, ears and
/// copies hold. A parser of its own, so that it shares no mistake with the
/// minifier.
pub(crate) fn text_blocks(html: &[u8]) -> Vec<String> {
    let html = String::from_utf8_lossy(html);
    let mut blocks = vec![String::new()];
    let mut rest: &str = &html;
    while let Some(open) = rest.match_indices('<').map(|(at, _)| at).find(|at| opens_tag(&rest[at + 1..])) {
        push(&mut blocks, &rest[..open]);
        rest = &rest[open..];
        let end = end_of_tag(rest);
        let name: String = rest[1..]
            .trim_start_matches('/')
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect::<String>()
            .to_lowercase();
        if BLOCKS.split_ascii_whitespace().any(|block| block == name) || rest.starts_with("<!") {
            blocks.push(String::new());
        }
        let is_title = rest.starts_with("<title");
        rest = &rest[end..];
        if is_title {
            // In there nothing opens a tag but the end.
            let end = rest.find("</title").unwrap_or(rest.len());
            push(&mut blocks, &rest[..end]);
            rest = &rest[end..];
        }
    }
    push(&mut blocks, rest);
    blocks.into_iter().map(|block| block.trim().to_owned()).filter(|block| !block.is_empty()).collect()
}

/// Whether what follows a `<` makes it a tag.
fn opens_tag(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic() || "/!?".contains(c))
}

/// Where a tag ends: quotes may hold `>`.
fn end_of_tag(text: &str) -> usize {
    let mut quote = None;
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (None, '"' | '\'') => quote = Some(c),
            (None, '>') => return at + 1,
            (Some(open), c) if c == open => quote = None,
            _ => {}
        }
    }
    text.len()
}

fn push(blocks: &mut [String], text: &str) {
    let decoded = text
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&nbsp;", "\u{a0}")
        .replace("&LT", "<")
        .replace("&amp;", "&");
    let block = blocks.last_mut().expect("there is always one");
    for c in decoded.chars() {
        // White space is one blank, as on the screen.
        if c.is_ascii_whitespace() {
            if !block.is_empty() && !block.ends_with(' ') {
                block.push(' ');
            }
        } else {
            block.push(c);
        }
    }
}
