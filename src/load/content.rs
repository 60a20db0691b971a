//! Reads the content folder.

use std::collections::BTreeSet;
use std::fs::File as Opened;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use sha2::{Digest, Sha256};
use walkdir::{DirEntry, WalkDir};

use crate::diagnostic::Diagnostic;
use crate::disk::{Folder, Obstacle, Origin, Way};
use crate::formats::Reading;
use crate::messages::Msg;
use crate::model::{File, Files, Format};
use crate::rules;
use crate::source::{FileId, Source, Sources, Span};

/// Larger than this, a text file is something else: a year of a municipal
/// register is under one megabyte.
const TEXT_LIMIT: u64 = 2 * 1024 * 1024;

/// How much of an attachment is in memory at a time.
const BLOCK: usize = 64 * 1024;

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
    let folder = Folder::open(root).map_err(|cause| LoadError { path: root.to_owned(), cause })?;
    let entries = entries(root)?;
    let read: Vec<Loaded> = entries
        .par_iter()
        .map_init(|| (folder.way(), Vec::new()), |(way, buffer), entry| read(entry, &folder, way, buffer))
        .collect::<Result<_, _>>()?;
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
        } else if entry.depth() > 0 && !entry.file_type().is_dir() {
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

/// Reads what a listing found. The listing only names it: what it is, is
/// asked of the opened file.
fn read(entry: &DirEntry, folder: &Folder, way: &mut Way, buffer: &mut Vec<u8>) -> Result<Loaded, LoadError> {
    let path = entry.path();
    let relative = path.strip_prefix(folder.path()).unwrap_or(path).to_string_lossy().replace('\\', "/");
    let name = entry.file_name().to_string_lossy();
    if is_debris(&name) {
        return Ok(Loaded::Nothing);
    }
    let refused =
        |rule, key, hint| Ok(Loaded::Refused(Diagnostic::of_file(rule, &relative, Msg::new(key)).hint(Msg::new(hint))));
    if entry.file_name().to_str().is_none() {
        return refused(&rules::UTF8, "name-not-utf8", "name-not-utf8-hint");
    }
    let failed = |cause| LoadError { path: path.to_owned(), cause };
    let file = match way.file(&relative) {
        Ok(file) => file,
        Err(error) => {
            return match Obstacle::of(&error) {
                Some(Obstacle::Link) => refused(&rules::SYMLINK, "symlink", "symlink-hint"),
                Some(Obstacle::Special) => refused(&rules::ATTACHMENT_FORMAT, "not-a-file", "not-a-file-hint"),
                Some(Obstacle::Name) | None => Err(failed(error)),
            };
        }
    };
    if relative == "sito.yaml" || name.to_lowercase().ends_with(".md") {
        return text(&file, relative, buffer).map_err(failed);
    }
    attachable(&file, Origin { folder: folder.clone(), path: relative }).map_err(failed)
}

/// Reads a text through a buffer that serves for many, so that each takes
/// only the memory it needs.
fn text(file: &Opened, relative: String, buffer: &mut Vec<u8>) -> io::Result<Loaded> {
    buffer.clear();
    file.take(TEXT_LIMIT + 1).read_to_end(buffer)?;
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

/// Looks through a file that may be attached, once, from one end to the other.
fn attachable(mut file: &Opened, origin: Origin) -> io::Result<Loaded> {
    let mut reading = Format::of_name(&origin.path).map(Reading::of);
    let (mut hash, mut size) = (Sha256::new(), 0);
    let mut block = vec![0; BLOCK];
    loop {
        match file.read(&mut block) {
            Ok(0) => break,
            Ok(read) => {
                size += read as u64;
                hash.update(&block[..read]);
                if let Some(reading) = &mut reading {
                    reading.feed(&block[..read]);
                }
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    let (sha256, fault) = (hash.finalize().into(), reading.and_then(Reading::finish));
    Ok(Loaded::File(origin.path.clone(), File { origin, size, fault, sha256 }))
}

/// Reads texts again that were let go, for a report that quotes them. A file
/// that is gone by now is quoted without its text.
pub fn again(sources: &mut Sources, wanted: &BTreeSet<FileId>, root: &Path) {
    let Ok(folder) = Folder::open(root) else { return };
    let (mut way, mut buffer) = (folder.way(), Vec::new());
    for file in wanted {
        let source = sources.get(*file);
        let path = source.path().to_owned();
        if source.text().is_empty()
            && let Ok(opened) = way.file(&path)
            && let Ok(Loaded::Text { source, .. }) = text(&opened, path, &mut buffer)
        {
            sources.refill(*file, source);
        }
    }
}
