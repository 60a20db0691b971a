//! The index citizens search in: records in, files out.
//!
//! The engine is Pagefind, which needs no server: a visitor's browser fetches
//! the few pieces of the index that its words are in. Indexing takes longer
//! than everything else a build does, so an index is known by a fingerprint
//! of all that went into it, and one already published is published again as
//! it is when nothing that is searched has changed.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

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
    /// What a result shows; the title is searched too.
    pub shown: BTreeMap<&'static str, String>,
    /// What results can be narrowed down by.
    pub filters: BTreeMap<&'static str, Vec<String>>,
}

/// The files of an index, by name.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The file that says what an index was made from, and what it holds.
pub const STAMP: &str = "impronta.txt";

/// Changes when records are turned into something else than before.
const EDITION: &str = concat!("1 ", env!("CARGO_PKG_VERSION"));

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
    for (name, bytes) in files.iter().filter(|(name, _)| *name != STAMP) {
        hash.update(name.len().to_le_bytes());
        hash.update(name);
        hash.update(bytes.len().to_le_bytes());
        hash.update(bytes);
    }
    format!("{fingerprint}\n{}\n", hex(&hash.finalize()))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The text of HTML we made, a blank between the pieces.
#[cfg(any(feature = "search", test))]
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

/// Makes an index, or says why that failed.
#[cfg(feature = "search")]
pub fn index(records: &[Record<'_>], language: &str) -> Result<Files, String> {
    use pagefind::api::PagefindIndex;
    use pagefind::options::PagefindServiceConfig;

    let said = |error: &dyn std::fmt::Display| error.to_string();
    let runtime = tokio::runtime::Builder::new_current_thread().build().map_err(|error| said(&error))?;
    runtime.block_on(async {
        let config = PagefindServiceConfig::builder().force_language(language.to_owned()).build();
        let mut index = PagefindIndex::new(Some(config)).map_err(|error| said(&error))?;
        for record in records {
            let content = harmless(&[text_of(record.html), record.words.join(" "), record.codes.join(" ")].join(" "));
            let shown = record.shown.iter().map(|(key, value)| ((*key).to_owned(), harmless(value))).collect();
            let filters = record.filters.iter().map(|(key, values)| ((*key).to_owned(), values.clone())).collect();
            index
                .add_custom_record(record.url.clone(), content, language.to_owned(), Some(shown), Some(filters), None)
                .await
                .map_err(|error| said(&error))?;
        }
        let files = index.get_files().await.map_err(|error| said(&error))?;
        Ok(files
            .into_iter()
            .map(|file| (file.filename.to_string_lossy().replace('\\', "/"), file.contents))
            .filter(|(name, _)| !UNUSED.contains(&name.as_str()) && !name.starts_with("playground/"))
            .collect())
    })
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
    fn everything_that_is_searched_is_in_the_fingerprint() {
        let record = |title: &str, html: &'static str, words: Vec<&'static str>| {
            vec![Record { html, words, shown: [("title", title.to_owned())].into(), ..Record::default() }]
        };
        let one = fingerprint(&record("a", "b", vec!["c"]), "it");
        for other in [record("x", "b", vec!["c"]), record("a", "x", vec!["c"]), record("a", "b", vec!["x"])] {
            assert_ne!(fingerprint(&other, "it"), one);
        }
        assert_ne!(fingerprint(&record("a", "b", vec!["c"]), "en"), one);
        assert_eq!(fingerprint(&record("a", "b", vec!["c"]), "it"), one);
    }
}
