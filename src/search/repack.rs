//! The engine's files in pieces of our size, so that a visitor fetches less
//! for a query (the figures are in benches/README.md).
//!
//! The engine calls each record by seven random digits, so that no cache
//! mixes two indexes up, and a browser fetches the list of all of them first.
//! Our folder has the fingerprint of the index in its name: numbers do. And
//! words lie in pieces of 20,000 mentions, each fetched whole for one word:
//! a fifth of that is a better piece. Both are CBOR (RFC 8949), compressed.
//!
//! The form is the engine's own and may change with its version, which
//! `Cargo.lock` pins: whatever is not as expected here leaves all files as
//! they came, larger and right, and a test says so.

use std::collections::BTreeMap;
use std::io::{Read, Write};

use ciborium::Value;
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use rayon::prelude::*;

use super::Files;

/// What every file of the engine begins with, once unpacked.
const MARK: &[u8] = b"pagefind_dcd";

/// How many bytes of words and mentions lie in a piece before it is packed:
/// some 10 KB after.
const PIECE: usize = 24_000;

/// How many bytes a mention takes, about.
const MENTION: usize = 6;

/// Where fragments and words stand, and how their names end.
const FRAGMENT: (&str, &str) = ("fragment/", ".pf_fragment");
const WORDS: (&str, &str) = ("index/", ".pf_index");

/// A piece of the words: the first, the last, and the file.
type Piece = (Value, Value, Vec<u8>);

/// The same index in smaller pieces; `None` if its form is not the one known.
pub(super) fn smaller(files: &Files) -> Option<Files> {
    let (meta_name, packed) = files.iter().find(|(name, _)| name.ends_with(".pf_meta"))?;
    let mut meta = unpack(packed)?.into_array().ok()?;
    let [_, pages, chunks, ..] = meta.as_mut_slice() else { return None };
    let mut all = Files::new();
    let names = number(pages.as_array_mut()?)?;
    let mut rows = Vec::new();
    let pieces: Vec<Vec<Piece>> = chunks.as_array()?.par_iter().map(|row| split(row, files)).collect::<Option<_>>()?;
    for (number, (first, last, words)) in pieces.into_iter().flatten().enumerate() {
        rows.push(Value::Array(vec![first, last, Value::Text(number.to_string())]));
        all.insert(path(WORDS, &number.to_string()), words);
    }
    *chunks = Value::Array(rows);
    all.insert(meta_name.clone(), pack(&Value::Array(meta))?);
    for (name, bytes) in files.iter().filter(|(name, _)| *name != meta_name && !name.starts_with(WORDS.0)) {
        let inner = name.strip_prefix(FRAGMENT.0).and_then(|name| name.strip_suffix(FRAGMENT.1));
        let name = match inner {
            Some(inner) => path(FRAGMENT, names.get(inner)?),
            None => name.clone(),
        };
        all.insert(name, bytes.clone());
    }
    Some(all)
}

/// Gives the records numbers for names; what each was called before.
fn number(pages: &mut [Value]) -> Option<BTreeMap<String, String>> {
    let mut names = BTreeMap::new();
    for page in pages {
        let name = page.as_array_mut()?.first_mut()?;
        let count = names.len();
        // Two records alike share a fragment.
        let number = names.entry(name.as_text()?.to_owned()).or_insert_with(|| count.to_string());
        *name = Value::Text(number.clone());
    }
    Some(names)
}

/// A piece of the words in several: `row` says its first and last word and
/// its file.
fn split(row: &Value, files: &Files) -> Option<Vec<Piece>> {
    let [from, to, name] = row.as_array()?.as_slice() else { return None };
    let [words] = <[Value; 1]>::try_from(unpack(files.get(&path(WORDS, name.as_text()?))?)?.into_array().ok()?).ok()?;
    let (mut groups, mut group, mut size) = (Vec::new(), Vec::new(), 0);
    for word in words.into_array().ok()? {
        let [spelt, mentions, ..] = word.as_array()?.as_slice() else { return None };
        size += (mentions.as_array()?.len() + 1) * MENTION + spelt.as_text()?.len();
        group.push(word);
        if size >= PIECE {
            groups.push(std::mem::take(&mut group));
            size = 0;
        }
    }
    if !group.is_empty() {
        groups.push(group);
    }
    let last = groups.len().checked_sub(1)?;
    let spelt = |word: Option<&Value>| word?.as_array()?.first().cloned();
    let pieces = groups.into_iter().enumerate().map(|(at, group)| {
        // At its two ends the piece reaches as far as it did.
        let first = if at == 0 { from.clone() } else { spelt(group.first())? };
        let end = if at == last { to.clone() } else { spelt(group.last())? };
        Some((first, end, pack(&Value::Array(vec![Value::Array(group)]))?))
    });
    pieces.collect()
}

fn path((folder, ending): (&str, &str), name: &str) -> String {
    format!("{folder}{name}{ending}")
}

fn unpack(packed: &[u8]) -> Option<Value> {
    let mut bytes = Vec::new();
    GzDecoder::new(packed).read_to_end(&mut bytes).ok()?;
    ciborium::from_reader(bytes.strip_prefix(MARK)?).ok()
}

fn pack(value: &Value) -> Option<Vec<u8>> {
    let mut bytes = MARK.to_vec();
    ciborium::into_writer(value, &mut bytes).ok()?;
    let mut packer = GzEncoder::new(Vec::new(), Compression::best());
    packer.write_all(&bytes).ok()?;
    packer.finish().ok()
}

#[cfg(test)]
mod tests {
    use crate::search::{Record, index};

    #[test]
    fn the_engines_form_is_the_one_known() {
        let records: Vec<Record<'_>> = (0..3)
            .map(|at| Record {
                url: format!("/atti/{at}/"),
                title: "Mensa",
                html: "<p>scuola</p>",
                ..Record::default()
            })
            .collect();
        let files = index(&records, "it").expect("an index can be made");
        for name in ["fragment/0.pf_fragment", "fragment/2.pf_fragment", "index/0.pf_index", "pagefind.js"] {
            assert!(files.contains_key(name), "{name} is not among {:?}", files.keys());
        }
    }
}
