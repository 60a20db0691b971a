//! The text of content files, and places within it.
//!
//! Places are kept as numbers ([`FileId`], [`Span`]) rather than as pointers
//! to the text: notices stay small, and the texts can be let go as soon as
//! the last rule has looked at them.

use std::ops::Range;
use std::sync::OnceLock;

use rayon::prelude::*;

/// A content file held in memory.
#[derive(Debug, Clone)]
pub struct Source {
    path: String,
    text: String,
    /// Made when the first place is asked for.
    places: OnceLock<Places>,
}

impl PartialEq for Source {
    fn eq(&self, other: &Self) -> bool {
        self.path == other.path && self.text == other.text
    }
}

impl Eq for Source {}

/// How many bytes lie between two counts of characters.
const STRIDE: usize = 1024;

/// Where lines begin, and how many characters stand before every so many
/// bytes: a report may ask for a hundred thousand places of one file, or of
/// one line.
#[derive(Debug, Clone)]
struct Places {
    lines: Vec<usize>,
    characters: Vec<usize>,
}

impl Places {
    fn of(text: &str) -> Self {
        let lines = std::iter::once(0).chain(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1)).collect();
        let mut characters = vec![0];
        for stride in text.as_bytes().chunks(STRIDE) {
            characters.push(characters[characters.len() - 1] + starts(stride));
        }
        Self { lines, characters }
    }

    /// How many characters begin before a byte.
    fn before(&self, text: &str, byte: usize) -> usize {
        let stride = byte / STRIDE;
        self.characters[stride] + starts(&text.as_bytes()[stride * STRIDE..byte])
    }
}

/// How many characters begin in a stretch of UTF-8.
fn starts(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xc0 != 0x80).count()
}

impl Source {
    /// Takes a file's text and its path relative to `content/`, with `/`.
    ///
    /// A byte order mark is dropped and CRLF becomes LF: both are accepted,
    /// neither is anybody's business further on.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        let mut text: String = text.into();
        if text.starts_with('\u{feff}') {
            text.drain(..'\u{feff}'.len_utf8());
        }
        if text.contains('\r') {
            text = text.replace("\r\n", "\n").replace('\r', "\n");
        }
        Self { path: path.into(), text, places: OnceLock::new() }
    }

    /// The path relative to `content/`, with `/`.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The whole text, front matter included.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The one-based line and column of a byte of the text.
    ///
    /// Columns count characters, because that is what editors jump to.
    pub fn position(&self, byte: usize) -> (usize, usize) {
        let byte = self.text.floor_char_boundary(byte.min(self.text.len()));
        let places = self.places();
        let line = places.lines.partition_point(|start| *start <= byte);
        let column = places.before(&self.text, byte) - places.before(&self.text, places.lines[line - 1]);
        (line, column + 1)
    }

    /// The bytes of the line a byte stands in, without its end.
    pub fn line(&self, byte: usize) -> Range<usize> {
        let places = self.places();
        let line = places.lines.partition_point(|start| *start <= byte.min(self.text.len()));
        places.lines[line - 1]..places.lines.get(line).map_or(self.text.len(), |next| next - 1)
    }

    fn places(&self) -> &Places {
        self.places.get_or_init(|| Places::of(&self.text))
    }
}

/// Which of the [`Sources`] is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(u32);

/// How many files are looked at together: enough that what comes of them lies
/// in blocks of half a megabyte, few enough to keep all cores busy.
const BATCH: usize = 64;

/// The content files of one build, in path order.
#[derive(Debug, Default)]
pub struct Sources(Vec<Source>);

impl Sources {
    /// Puts files in path order.
    pub fn new(mut files: Vec<Source>) -> Self {
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Self(files)
    }

    /// The files with their ids, in path order.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &Source)> {
        self.0.iter().enumerate().map(|(at, source)| (id(at), source))
    }

    /// The ids, in path order.
    pub fn ids(&self) -> Vec<FileId> {
        (0..self.0.len()).map(id).collect()
    }

    /// The file of an id this very value gave out.
    pub fn get(&self, file: FileId) -> &Source {
        &self.0[file.0 as usize]
    }

    /// Looks at every text, on all cores, and lets each go as soon as it has
    /// been looked at, unless `look` says `true` beside what it saw; paths and
    /// ids stay. What was seen of a batch of files is packed together; the
    /// batches come in path order.
    pub fn consume<T, B: Send>(
        &mut self,
        look: impl Fn(FileId, &Source) -> (T, bool) + Sync,
        pack: impl Fn(usize, Vec<T>) -> B + Sync,
    ) -> Vec<B> {
        let one = |(at, source): (usize, &mut Source)| {
            let (seen, keep) = look(id(at), source);
            if !keep {
                source.text = String::new();
                source.places = OnceLock::new();
            }
            seen
        };
        let batches = self.0.par_chunks_mut(BATCH).enumerate();
        batches.map(|(batch, sources)| pack(batch, (batch * BATCH..).zip(sources).map(one).collect())).collect()
    }

    /// Gives a file its text back, for a report that quotes it.
    pub fn refill(&mut self, file: FileId, source: Source) {
        self.0[file.0 as usize] = source;
    }
}

fn id(at: usize) -> FileId {
    FileId(u32::try_from(at).expect("fewer than four thousand million files"))
}

/// A stretch of a content file, in bytes from the start of the *file*, never
/// of the body, so that a line printed is a line the author can jump to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// Marks a stretch. Files larger than the loader takes do not get here.
    pub fn new(range: Range<usize>) -> Self {
        let byte = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self { start: byte(range.start), end: byte(range.end.max(range.start)) }
    }

    /// The first byte.
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// The bytes.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A value, and where the author wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it stands in the notice's file.
    pub span: Span,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_not_bytes() {
        let source = Source::new("a.md", "uno\nperché no\n");
        let no = source.text().rfind("no").expect("it is there");
        assert_eq!(source.position(no), (2, 8));
    }

    #[test]
    fn places_are_those_one_would_count() {
        let text = format!("{}\n\nperché no\n{}", "è".repeat(3_000), "à la\n".repeat(900));
        let source = Source::new("a.md", text.as_str());
        for byte in (0..text.len() + 3).step_by(7).chain([text.len() - 1, text.len()]) {
            let before = &text[..text.floor_char_boundary(byte.min(text.len()))];
            let line = before.matches('\n').count() + 1;
            let column = before.rsplit('\n').next().map_or(0, |line| line.chars().count()) + 1;
            assert_eq!(source.position(byte), (line, column), "byte {byte}");
            assert_eq!(text[source.line(byte)], *text.split('\n').nth(line - 1).expect("a line"), "byte {byte}");
        }
    }

    #[test]
    fn a_byte_order_mark_and_windows_line_ends_are_forgotten() {
        assert_eq!(Source::new("a.md", "\u{feff}a\r\nb\rc").text(), "a\nb\nc");
    }
}
