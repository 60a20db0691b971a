//! The index citizens search in: records in, files out.
//!
//! The engine is Pagefind, which needs no server: a visitor's browser fetches
//! the few pieces of the index that its words are in. Indexing takes longer
//! than everything else a build does, so an index is known by a fingerprint
//! of all that went into it, and one already published is published again as
//! it is when nothing that is searched has changed.

#[cfg(feature = "search")]
mod repack;

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use crate::model::hex;

/// One thing to be found.
#[derive(Debug, Clone, Default)]
pub struct Record<'a> {
    /// Its address from the root.
    pub url: String,
    /// The HTML of its text, as we made it.
    pub html: &'a str,
    /// Further words it is found by: codes, titles of documents.
    pub words: Vec<&'a str>,
    /// Codes it is found by, as they are written.
    pub codes: Vec<String>,
    /// What it is called.
    pub title: &'a str,
    /// What a result shows besides, and is not searched.
    pub shown: BTreeMap<&'static str, String>,
    /// What results can be narrowed down by.
    pub filters: BTreeMap<&'static str, Vec<String>>,
}

/// The files of an index, by name.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The file beside the index that says what it was made from, and what it
/// holds.
pub const STAMP: &str = "impronta.txt";

/// The folder of an index, beside its stamp: another for another index, so
/// that no cache mixes two up.
pub fn folder(fingerprint: &str) -> &str {
    &fingerprint[..fingerprint.floor_char_boundary(12)]
}

/// Changes when records are turned into something else than before.
const EDITION: &str = concat!("3 ", env!("CARGO_PKG_VERSION"));

/// What tells an index from others: everything that goes into it.
pub fn fingerprint(records: &[Record<'_>], language: &str) -> String {
    let mut hash = Sha256::new();
    let mut put = |text: &str| {
        hash.update(text.len().to_le_bytes());
        hash.update(text);
    };
    put(EDITION);
    put(language);
    for record in records {
        put(&record.url);
        put(record.title);
        put(record.html);
        for word in &record.words {
            put(word);
        }
        for code in &record.codes {
            put(code);
        }
        for (key, value) in &record.shown {
            put(key);
            put(value);
        }
        for (key, values) in &record.filters {
            put(key);
            for value in values {
                put(value);
            }
        }
    }
    hex(&hash.finalize())
}

/// What the stamp of an index says: what it was made from, and what it
/// holds, so that files somebody changed are not taken for it.
pub fn stamp(fingerprint: &str, files: &Files) -> String {
    let mut hash = Sha256::new();
    for (name, bytes) in files {
        hash.update(name.len().to_le_bytes());
        hash.update(name);
        hash.update(bytes.len().to_le_bytes());
        hash.update(bytes);
    }
    format!("{fingerprint}\n{}\n", hex(&hash.finalize()))
}

/// How a text begins, for a result that has no summary to show.
pub fn opening(html: &str) -> String {
    const SHOWN: usize = 160;
    let text = text_of(&html[..html.floor_char_boundary(SHOWN * 8)]);
    let mut words = String::new();
    for word in text.split_whitespace() {
        if words.chars().count() + word.chars().count() >= SHOWN {
            words.push('…');
            break;
        }
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(word);
    }
    words
}

/// The text of HTML we made, a blank between the pieces.
fn text_of(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find(['<', '&']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        if rest.starts_with('<') {
            out.push(' ');
            rest = rest.find('>').map_or("", |end| &rest[end + 1..]);
            continue;
        }
        let entities =
            [("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", " ")];
        let known = entities.iter().find(|(entity, _)| rest.starts_with(entity));
        let (entity, character) = known.copied().unwrap_or(("&", "&"));
        out.push_str(character);
        rest = &rest[entity.len()..];
    }
    out.push_str(rest);
    out
}

/// Words that tell nothing apart, in the languages of pages.
#[cfg(any(feature = "search", test))]
const EMPTY: &str = " a ad agli ai al alla alle allo anche che chi ci come con cui da dagli dai dal dalla dalle dallo degli dei del \
della delle dello di dopo ed era fra gli ha hanno il in la le lo ma ne negli nei nel nella nelle nello nonché non od ogni per più \
presso quale quali questa queste questi questo se si sia sono su sugli sui sul sulla sulle sullo tra un una uno è and are by for \
from has is of on or that the this to with ";

/// The words of a text, each once, in the order they first come. The engine
/// would keep every place a word stands at; without places and empty words a
/// browser fetches less and indexing takes less time and memory (the figures
/// are in benches/README.md).
#[cfg(any(feature = "search", test))]
fn words_of(texts: &[&str]) -> String {
    let mut seen = std::collections::HashSet::new();
    let mut out = String::new();
    for word in texts.iter().flat_map(|text| text.split(|c: char| !c.is_alphanumeric())) {
        // One letter tells nothing, and pieces of amounts nothing either.
        let piece = word.len() < 4 && word.bytes().all(|byte| byte.is_ascii_digit());
        if piece || word.chars().nth(1).is_none() {
            continue;
        }
        let word = word.to_lowercase();
        if EMPTY.contains(&format!(" {word} ")) {
            continue;
        }
        if !seen.contains(&word) {
            out.push_str(&word);
            out.push(' ');
            seen.insert(word);
        }
    }
    out
}

/// A text without the marks the engine uses between words.
#[cfg(any(feature = "search", test))]
fn harmless(text: &str) -> String {
    text.replace("___PAGEFIND", "PAGEFIND").replace("___END", "END")
}

/// The files of the engine that our page does not use.
#[cfg(feature = "search")]
const UNUSED: [&str; 9] = [
    "pagefind-highlight.js",
    "pagefind-worker.js",
    "pagefind-ui.js",
    "pagefind-ui.css",
    "pagefind-modular-ui.js",
    "pagefind-modular-ui.css",
    "pagefind-component-ui.js",
    "pagefind-component-ui.css",
    "wasm.unknown.pagefind",
];

/// What a record is found by, and how many words that is. Codes and titles
/// are told whole, with their numbers.
#[cfg(feature = "search")]
fn content<'r, 'a>(record: &'r Record<'a>) -> (usize, String, &'r Record<'a>) {
    let text = text_of(record.html);
    let texts: Vec<&str> = record.words.iter().copied().chain([text.as_str()]).collect();
    let content = harmless(&[words_of(&texts), record.codes.join(" ")].join(" "));
    (content.split(' ').count(), content, record)
}

/// Makes an index, or says why that failed.
#[cfg(feature = "search")]
pub fn index(records: &[Record<'_>], language: &str) -> Result<Files, String> {
    use pagefind::api::PagefindIndex;
    use pagefind::options::PagefindServiceConfig;

    let said = |error: &dyn std::fmt::Display| error.to_string();
    let runtime = tokio::runtime::Builder::new_current_thread().build().map_err(|error| said(&error))?;
    // In a pool of its own: a worker of the common one, waiting for the rest of
    // its work, might begin the index of another site, and no engine runs
    // within another.
    let pool = rayon::ThreadPoolBuilder::new().num_threads(rayon::current_num_threads()).build();
    let work = async {
        let config = PagefindServiceConfig::builder().force_language(language.to_owned()).build();
        let mut index = PagefindIndex::new(Some(config)).map_err(|error| said(&error))?;
        let mut ready: Vec<(usize, String, &Record<'_>)> = records.iter().map(content).collect();
        // Alike beside alike: the list of records a browser fetches first is smaller.
        ready.sort_by_key(|(words, ..)| *words);
        for (_, content, record) in ready {
            // Whatever stands beside the title is searched: what is only shown travels behind the address.
            let shown = serde_json::to_string(&record.shown).expect("texts are JSON");
            let title = BTreeMap::from([("title".to_owned(), harmless(record.title))]);
            let filters = record.filters.iter().map(|(key, values)| ((*key).to_owned(), values.clone())).collect();
            let address = format!("{}#{shown}", record.url);
            let language = language.to_owned();
            let added = index.add_custom_record(address, content, language, Some(title), Some(filters), None).await;
            added.map_err(|error| said(&error))?;
        }
        let files = index.get_files().await.map_err(|error| said(&error))?;
        let files = files
            .into_iter()
            .map(|file| (file.filename.to_string_lossy().replace('\\', "/"), file.contents))
            .filter(|(name, _)| !UNUSED.contains(&name.as_str()) && !name.starts_with("playground/"))
            .map(
                |(name, bytes)| {
                    if name.ends_with(".js") { (name, crate::finish::script(&bytes)) } else { (name, bytes) }
                },
            );
        let files: Files = files.collect();
        Ok(repack::smaller(&files).unwrap_or(files))
    };
    match pool {
        Ok(pool) => pool.install(|| runtime.block_on(work)),
        // Where there is no thread to be had there is no other engine either.
        Err(_) => runtime.block_on(work),
    }
}

/// Without the feature `search` there is none.
#[cfg(not(feature = "search"))]
pub fn index(_: &[Record<'_>], _: &str) -> Result<Files, String> {
    Ok(Files::new())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_what_a_reader_sees() {
        assert_eq!(text_of("<p>Uno &amp; <strong>due</strong></p><p>&lt;tre&gt;</p>"), " Uno &  due   <tre> ");
        assert_eq!(harmless("a ___PAGEFIND_WEIGHT___x b"), "a PAGEFIND_WEIGHT___x b");
    }

    #[test]
    fn a_text_begins_with_whole_words() {
        assert_eq!(opening("<p>Uno &amp; due</p>"), "Uno & due");
        let long = opening(&format!("<p>{}</p>", "parola à ".repeat(100)));
        assert!(
            long.ends_with("à …") || long.ends_with("parola …") || long.ends_with("à…") || long.ends_with("parola…"),
            "{long}"
        );
        assert!(long.chars().count() <= 162, "{long}");
    }

    #[test]
    fn words_are_told_once_and_empty_ones_not_at_all() {
        assert_eq!(
            words_of(&["La mensa della scuola: la MENSA, e l'orto.", "Più scuole"]),
            "mensa scuola orto scuole "
        );
    }

    #[test]
    fn everything_that_is_searched_is_in_the_fingerprint() {
        let record = |title: &str, html: &'static str, words: Vec<&'static str>| {
            vec![Record { html, words, shown: [("tipo", title.to_owned())].into(), ..Record::default() }]
        };
        let one = fingerprint(&record("a", "b", vec!["c"]), "it");
        for other in [record("x", "b", vec!["c"]), record("a", "x", vec!["c"]), record("a", "b", vec!["x"])] {
            assert_ne!(fingerprint(&other, "it"), one);
        }
        assert_ne!(fingerprint(&record("a", "b", vec!["c"]), "en"), one);
        assert_eq!(fingerprint(&record("a", "b", vec!["c"]), "it"), one);
    }
}
