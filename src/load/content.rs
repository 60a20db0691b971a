//! Reads the content folder.

use std::collections::BTreeSet;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use sha2::{Digest, Sha256};
use walkdir::{DirEntry, WalkDir};

use super::active;
use crate::diagnostic::Diagnostic;
use crate::messages::Msg;
use crate::model::{File, Files, Format};
use crate::rules;
use crate::source::{FileId, Source, Sources, Span};

/// Larger than this, a text file is something else: a year of a municipal
/// register is under one megabyte.
const TEXT_LIMIT: u64 = 2 * 1024 * 1024;

/// How much of a file is read to tell what it is.
const HEAD: u64 = 8 * 1024;

/// How much of an attachment is in memory at a time.
const BLOCK: usize = 64 * 1024;

/// Markup larger than this is not looked through, and so not published.
const MARKUP_LIMIT: u64 = 20 * 1024 * 1024;

/// What operating systems leave behind; nobody means to publish it.
const DEBRIS: [&str; 2] = ["Thumbs.db", "desktop.ini"];

/// A file or folder we could not read. Always names it: "permission denied"
/// alone helps nobody.
#[derive(Debug)]
pub struct LoadError {
    /// What.
    pub path: PathBuf,
    /// Why.
    pub cause: io::Error,
}

/// The content folder in memory.
#[derive(Debug)]
pub struct Content {
    /// The texts, in path order; `sito.yaml` among them.
    pub sources: Sources,
    /// Texts that could not be read as text; their findings are made.
    pub unreadable: BTreeSet<FileId>,
    /// Everything else.
    pub files: Files,
    /// What was wrong with single files.
    pub findings: Vec<Diagnostic>,
}

/// What one file came to.
enum Loaded {
    Text { source: Source, fault: Option<(Span, Msg)> },
    File(String, File),
    Refused(Diagnostic),
    Nothing,
}

/// Reads every file below `root`: texts whole, the rest just enough to tell
/// what it is. Symbolic links are reported, never followed.
pub fn content(root: &Path) -> Result<Content, LoadError> {
    if root.is_file() {
        return Err(LoadError { path: root.to_owned(), cause: io::ErrorKind::NotADirectory.into() });
    }
    let entries = entries(root)?;
    let read: Vec<Loaded> =
        entries.par_iter().map_init(Vec::new, |buffer, entry| read(entry, root, buffer)).collect::<Result<_, _>>()?;
    let (mut texts, mut files, mut findings, mut faults) = (Vec::new(), Files::new(), Vec::new(), Vec::new());
    for one in read {
        match one {
            Loaded::Text { source, fault } => {
                faults.extend(fault.map(|fault| (source.path().to_owned(), fault)));
                texts.push(source);
            }
            Loaded::File(path, file) => {
                files.insert(path, file);
            }
            Loaded::Refused(finding) => findings.push(finding),
            Loaded::Nothing => {}
        }
    }
    let sources = Sources::new(texts);
    let mut unreadable = BTreeSet::new();
    for (path, (span, msg)) in faults {
        let Some((id, _)) = sources.iter().find(|(_, source)| source.path() == path) else { continue };
        let (rule, hint) = if msg.key == "file-too-large" {
            (&rules::SIZE, "file-too-large-hint")
        } else {
            (&rules::UTF8, "not-utf8-hint")
        };
        findings.push(Diagnostic::new(rule, id, span, msg).hint(Msg::new(hint)));
        unreadable.insert(id);
    }
    Ok(Content { sources, unreadable, files, findings })
}

/// Every file, folder by folder; the folders of the second level are walked
/// side by side, because listing ten thousand of them takes as long as
/// reading what they hold.
fn entries(root: &Path) -> Result<Vec<DirEntry>, LoadError> {
    let walk = |path: &Path, least: usize, most: usize| -> Result<Vec<DirEntry>, LoadError> {
        WalkDir::new(path)
            .min_depth(least)
            .max_depth(most)
            .into_iter()
            .filter_entry(|entry| entry.depth() == 0 || !is_hidden(&entry.file_name().to_string_lossy()))
            .map(|entry| entry.map_err(|error| load_error(error, root)))
            .collect()
    };
    let mut found = Vec::new();
    let mut folders = Vec::new();
    for entry in walk(root, 0, 2)? {
        if entry.depth() == 2 && entry.file_type().is_dir() {
            folders.push(entry.into_path());
        } else if !entry.file_type().is_dir() {
            found.push(entry);
        }
    }
    let deeper: Vec<Vec<DirEntry>> =
        folders.par_iter().map(|folder| walk(folder, 1, usize::MAX)).collect::<Result<_, _>>()?;
    found.extend(deeper.into_iter().flatten().filter(|entry| !entry.file_type().is_dir()));
    Ok(found)
}

/// Whether a file or folder is hidden, and so no part of a site.
pub(super) fn is_hidden(name: &str) -> bool {
    name.starts_with('.')
}

/// Whether a file is what editors and operating systems leave behind.
pub(super) fn is_debris(name: &str) -> bool {
    DEBRIS.contains(&name) || name.ends_with('~')
}

fn load_error(error: walkdir::Error, root: &Path) -> LoadError {
    LoadError { path: error.path().unwrap_or(root).to_owned(), cause: error.into() }
}

fn read(entry: &DirEntry, root: &Path, buffer: &mut Vec<u8>) -> Result<Loaded, LoadError> {
    let path = entry.path();
    let relative = path.strip_prefix(root).unwrap_or(path).to_string_lossy().replace('\\', "/");
    let name = entry.file_name().to_string_lossy();
    if is_debris(&name) {
        return Ok(Loaded::Nothing);
    }
    let refused =
        |rule, key, hint| Ok(Loaded::Refused(Diagnostic::of_file(rule, &relative, Msg::new(key)).hint(Msg::new(hint))));
    if entry.file_type().is_symlink() {
        return refused(&rules::SYMLINK, "symlink", "symlink-hint");
    }
    if entry.file_name().to_str().is_none() {
        return refused(&rules::UTF8, "name-not-utf8", "name-not-utf8-hint");
    }
    if !entry.file_type().is_file() {
        return refused(&rules::ATTACHMENT_FORMAT, "not-a-file", "not-a-file-hint");
    }
    let failed = |cause| LoadError { path: path.to_owned(), cause };
    if relative == "sito.yaml" || name.to_lowercase().ends_with(".md") {
        return text(path, relative, buffer).map_err(failed);
    }
    let size = entry.metadata().map_err(|error| load_error(error, root))?.len();
    file(path, relative, size).map_err(failed)
}

/// Reads a text through a buffer that serves for many, so that each takes
/// only the memory it needs.
#[expect(clippy::disallowed_methods, reason = "this is where content is read")]
fn text(path: &Path, relative: String, buffer: &mut Vec<u8>) -> io::Result<Loaded> {
    buffer.clear();
    let file = std::fs::File::open(path)?;
    (&file).take(TEXT_LIMIT + 1).read_to_end(buffer)?;
    if buffer.len() as u64 > TEXT_LIMIT {
        let msg = Msg::new("file-too-large").with("size", file.metadata()?.len() / 1024 / 1024);
        return Ok(Loaded::Text { source: Source::new(relative, ""), fault: Some((Span::default(), msg)) });
    }
    Ok(match std::str::from_utf8(buffer) {
        Ok(text) => Loaded::Text { source: Source::new(relative, text), fault: None },
        Err(error) => {
            let at = error.valid_up_to();
            let byte = buffer[at];
            let text = String::from_utf8_lossy(buffer).into_owned();
            let msg = Msg::new("not-utf8").with("byte", format!("{byte:02X}"));
            Loaded::Text {
                source: Source::new(relative, text),
                fault: Some((Span::new(at..at + '\u{fffd}'.len_utf8()), msg)),
            }
        }
    })
}

#[expect(clippy::disallowed_methods, reason = "this is where content is read")]
fn file(path: &Path, relative: String, size: u64) -> io::Result<Loaded> {
    let file = std::fs::File::open(path)?;
    let mut head = Vec::new();
    (&file).take(HEAD).read_to_end(&mut head)?;
    let mut runs = active::page_or_drawing(&head);
    let mut hash = Sha256::new_with_prefix(&head);
    if Format::of_name(&relative).is_some_and(Format::is_markup) {
        let mut whole = head.clone();
        (&file).take(MARKUP_LIMIT).read_to_end(&mut whole)?;
        hash.update(&whole[head.len()..]);
        runs = size > MARKUP_LIMIT || active::markup(&whole);
    }
    let mut block = vec![0; BLOCK];
    loop {
        match (&file).read(&mut block) {
            Ok(0) => break,
            Ok(read) => hash.update(&block[..read]),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    let sha256 = hash.finalize().into();
    Ok(Loaded::File(relative, File { origin: path.to_owned(), size, head, runs, sha256 }))
}

/// Reads texts again that were let go, for a report that quotes them. A file
/// that is gone by now is quoted without its text.
pub fn again(sources: &mut Sources, wanted: &BTreeSet<FileId>, root: &Path) {
    let mut buffer = Vec::new();
    for file in wanted {
        let source = sources.get(*file);
        let path = source.path().to_owned();
        if source.text().is_empty()
            && let Ok(Loaded::Text { source, .. }) = text(&root.join(&path), path, &mut buffer)
        {
            sources.refill(*file, source);
        }
    }
}
