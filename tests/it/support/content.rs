//! Makes of an example what the program reads: in memory if it is made of
//! texts, else in a folder that is read as any other.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::net::UnixListener;
use std::path::{Path, PathBuf};

use trasparente::calendar::read_moment;
use trasparente::diagnostic::Place;
use trasparente::load::{self, Content, History, ThemeFiles, Version};
use trasparente::model::Files;
use trasparente::pipeline::Built;
use trasparente::source::{FileId, Source, Sources};

use super::page::{Block, Example};
use super::settings::SETTINGS;

/// Where the texts are, for a report that quotes them: a build lets them go.
pub(crate) enum Origin {
    /// They were only ever in memory.
    Memory(Vec<(FileId, Source)>),
    /// They are in a folder, which goes with this.
    Folder(tempfile::TempDir),
}

impl Origin {
    /// Gives a build the texts its findings speak of.
    pub(crate) fn give_back(self, built: &mut Built) {
        match self {
            Self::Memory(texts) => texts.into_iter().for_each(|(file, text)| built.sources.refill(file, text)),
            Self::Folder(folder) => {
                let places = built.findings.iter().map(|finding| &finding.place);
                let quoted =
                    places.filter_map(|place| if let Place::Text(file, _) = place { Some(*file) } else { None });
                load::again(&mut built.sources, &quoted.collect(), folder.path());
            }
        }
    }
}

/// The content of an example, with a sound `sito.yaml` unless it has its own
/// (`yaml sito.yaml`) or wants none (`absent sito.yaml`).
pub(crate) fn load(example: &Example<'_>) -> (Content, Origin) {
    let in_memory =
        example.files.iter().all(|block| ["md", "yaml", "absent", "git", "before", "theme"].contains(&block.kind()));
    if in_memory {
        let mut texts: Vec<Source> =
            texts(example).map(|block| Source::new(block.path(), block.body.as_str())).collect();
        texts.extend(needs_settings(example).then(|| Source::new("sito.yaml", SETTINGS)));
        let sources = Sources::new(texts);
        let origin = Origin::Memory(sources.iter().map(|(file, text)| (file, text.clone())).collect());
        return (Content { sources, unreadable: BTreeSet::new(), files: Files::new(), findings: Vec::new() }, origin);
    }
    let folder = tempfile::tempdir().expect("a folder for an example");
    for block in &example.files {
        put(block, folder.path());
    }
    if needs_settings(example) {
        write(&folder.path().join("sito.yaml"), SETTINGS.as_bytes(), None);
    }
    (load::content(folder.path()).expect("the folder was just made"), Origin::Folder(folder))
}

fn texts<'e>(example: &'e Example<'_>) -> impl Iterator<Item = &'e Block> {
    example.files.iter().copied().filter(|block| ["md", "yaml"].contains(&block.kind()))
}

fn needs_settings(example: &Example<'_>) -> bool {
    example.files.iter().all(|block| block.path() != "sito.yaml")
}

/// What git knows: the lines of `git` blocks, a path and a moment each.
pub(crate) fn history(example: &Example<'_>) -> History {
    let blocks = example.files.iter().filter(|block| block.kind() == "git");
    History::new(blocks.flat_map(|block| block.body.lines()).map(|line| {
        let (path, moment) = line.split_once(' ').expect("a path and a moment");
        (path.to_owned(), read_moment(moment).expect("a moment").begins())
    }))
    .with(before(example))
}

/// What texts were before: `before PATH MOMENT` blocks.
fn before(example: &Example<'_>) -> BTreeMap<String, Vec<Version>> {
    let mut versions: BTreeMap<String, Vec<Version>> = BTreeMap::new();
    for block in example.files.iter().filter(|block| block.kind() == "before") {
        let moment = block.words().skip(1).collect::<Vec<_>>().join(" ");
        let at = read_moment(&moment).expect("a moment").begins();
        let version = Version { at, text: Some(block.body.clone()), until: None, moved_in: false };
        versions.entry(block.path().to_owned()).or_default().push(version);
    }
    versions
}

/// The files of the theme of a name: the `theme NAME/PATH` blocks.
pub(crate) fn theme(example: &Example<'_>, name: &str) -> Vec<ThemeFiles> {
    let blocks = example.files.iter().filter(|block| block.kind() == "theme");
    let files: BTreeMap<String, Vec<u8>> = blocks
        .filter_map(|block| {
            Some((block.path().strip_prefix(name)?.strip_prefix('/')?.to_owned(), block.body.clone().into_bytes()))
        })
        .collect();
    let folder = PathBuf::from("themes").join(name);
    let theme = ThemeFiles { name: name.to_owned(), folder, files, ..ThemeFiles::default() };
    if theme.files.is_empty() { Vec::new() } else { vec![theme] }
}

/// Puts a block's file in a folder.
fn put(block: &Block, folder: &Path) {
    let path = folder.join(OsStr::from_bytes(&unescaped(block.path())));
    match block.kind() {
        "md" | "yaml" => write(&path, block.body.as_bytes(), None),
        "bytes" => write(&path, &unescaped(&block.body), None),
        "file" => {
            let size = block.words().nth(1).map(|size| size.parse().expect("a number of bytes"));
            write(&path, &unescaped(block.body.trim_end_matches('\n')), size);
        }
        "link" => {
            folders(&path);
            std::os::unix::fs::symlink(block.body.trim_end(), &path).expect("a link can be made");
        }
        "socket" => {
            folders(&path);
            drop(UnixListener::bind(&path).expect("a socket can be made"));
        }
        kind => assert!(["absent", "git", "before", "theme"].contains(&kind), "`{kind}` is no kind of block"),
    }
}

#[expect(clippy::disallowed_methods, reason = "an example about files needs files")]
fn folders(path: &Path) {
    std::fs::create_dir_all(path.parent().expect("a path in a folder")).expect("folders can be made");
}

/// Writes a file; a size makes it that long with zeros nobody stores.
#[expect(clippy::disallowed_methods, reason = "an example about files needs files")]
fn write(path: &Path, bytes: &[u8], size: Option<u64>) {
    folders(path);
    std::fs::write(path, bytes).expect("a file can be written");
    if let Some(size) = size {
        let file = std::fs::OpenOptions::new().write(true).open(path).expect("it was just written");
        file.set_len(size).expect("a file can be made longer");
    }
}

/// `\xE8` is that byte; everything else is itself.
fn unescaped(text: &str) -> Vec<u8> {
    let mut pieces = text.split("\\x");
    let mut bytes = pieces.next().unwrap_or_default().as_bytes().to_vec();
    for piece in pieces {
        let (hex, rest) = piece.split_at_checked(2).expect("two hexadecimal digits");
        bytes.push(u8::from_str_radix(hex, 16).expect("two hexadecimal digits"));
        bytes.extend(rest.as_bytes());
    }
    bytes
}
