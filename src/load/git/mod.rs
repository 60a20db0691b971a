//! A git repository, read as data: git itself is never called, no
//! configuration, attribute, hook or filter is looked at, nothing is fetched.
//!
//! Who proposes a change to the content decides what lies in its folder, and
//! git obeys what it finds there: a `config` among the notices is enough to
//! have a program run. Here nothing found can be more than wrong, and what is
//! wrong costs a bounded amount of work and memory.

mod changes;
mod cost;
mod dates;
mod file;
mod find;
mod head;
mod index;
mod objects;
mod pack;
mod tree;
mod versions;

use std::collections::{BTreeMap, HashSet};
use std::ffi::OsStr;
use std::path::Path;

use crate::calendar::Instant;
use crate::edition::Commit;
use crate::messages::{Catalogue, Msg};
use changes::Still;
use gix_object::Kind;
use objects::Objects;
use tree::Files;
use versions::Change;

/// Why the dates of some files, or all, are not known although there is a
/// repository.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    /// Only the latest commits are here: the oldest of them would seem to
    /// have made everything.
    Shallow,
    /// Its references are kept in a way we do not read.
    Reftable,
    /// Objects are left out, to be fetched when needed.
    Partial,
    /// Something in it cannot be read, or is not what it should be.
    Unreadable,
    /// There is more history than we go through.
    Long,
    /// What texts were before is not here, though their dates are.
    Texts,
}

impl Gap {
    /// In words, a line of them: what is missing, what can be done, what it costs.
    pub fn say(self, catalogue: &Catalogue) -> String {
        format!("{} {}\n", catalogue.say(&self.msg()), catalogue.text("summary-history-lost"))
    }

    fn msg(self) -> Msg {
        match self {
            Self::Shallow => Msg::new("summary-history-shallow"),
            Self::Reftable => Msg::new("summary-history-reftable"),
            Self::Partial => Msg::new("summary-history-partial"),
            Self::Unreadable => Msg::new("summary-history-unreadable"),
            Self::Long => Msg::new("summary-history-long"),
            Self::Texts => Msg::new("summary-history-texts"),
        }
    }
}

/// The longest text whose former versions are looked at.
const LONGEST: usize = 1024 * 1024;

/// How many bytes of former texts are remembered in all.
const TEXTS: usize = 64 * 1024 * 1024;

/// What stands between the two lines of dashes, with them: of a former text
/// only the facts are asked.
fn front_matter(text: &str) -> &str {
    let end = text.get(3..).and_then(|rest| rest.find("\n---")).map(|at| at + 3 + "\n---".len());
    end.map_or(text, |end| &text[..end])
}

/// A text as it was from some moment on: its front matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Since when.
    pub at: Instant,
    /// The text; none if it is what it is now.
    pub text: Option<String>,
    /// Since when it is no more, if nothing came in its place.
    pub until: Option<Instant>,
    /// Whether it came with so many others that it need not have been new.
    pub moved_in: bool,
}

/// What a repository tells.
#[derive(Debug, Default)]
pub(super) struct Told {
    /// The last change of each text there is, by path from the content folder.
    pub(super) changes: BTreeMap<String, Instant>,
    /// What each text was, the oldest first, also of those that are no more.
    pub(super) versions: BTreeMap<String, Vec<Version>>,
    /// What the content is built from.
    pub(super) commit: Option<Commit>,
    /// Why there is not more.
    pub(super) gap: Option<Gap>,
}

/// Reads what the repository around a content folder tells of it; nothing if
/// there is none. `ceilings` is what `GIT_CEILING_DIRECTORIES` says.
pub(super) fn read(content: &Path, ceilings: &OsStr) -> Told {
    // The readers of packs and objects are careful, but not ours.
    std::panic::catch_unwind(|| tell(content, ceilings).unwrap_or_else(Told::of_gap))
        .unwrap_or_else(|_| Told::of_gap(Gap::Unreadable))
}

impl Told {
    fn of_gap(gap: Gap) -> Self {
        Self { gap: Some(gap), ..Self::default() }
    }
}

fn tell(content: &Path, ceilings: &OsStr) -> Result<Told, Gap> {
    let Some(place) = find::around(content, ceilings)? else { return Ok(Told::default()) };
    let Some(head) = head::commit(&place)? else { return Ok(Told::default()) };
    let mut objects = Objects::open(&place, head.kind());
    let files =
        tree::commit(&mut objects, &head, &place.content).and_then(|commit| tree::files(&mut objects, commit.content));
    let changed_since = match &files {
        Ok(files) => changes::any(&place, files, head.kind()),
        Err(_) => true,
    };
    let mut told = Told { commit: Some(Commit { id: head.to_string(), changed_since }), ..Told::default() };
    if place.is_shallow() {
        told.gap = Some(Gap::Shallow);
        return Ok(told);
    }
    let files = match files {
        Ok(files) => files,
        Err(gap) => return Ok(Told { gap: Some(gap), ..told }),
    };
    let still = match &told.commit {
        Some(commit) if commit.changed_since => Still::below(&place),
        _ => Still::All,
    };
    let (dates, gap) = dates::of(&mut objects, head, &place.content, texts(&files));
    told.gap = gap;
    let date = |(path, seconds): (Vec<u8>, i64)| {
        Some((String::from_utf8(path).ok()?, Instant::from_unix(versions::possible(seconds))))
    };
    told.changes = dates.into_iter().filter_map(date).collect();
    // What was missed of the older ones would be taken for new.
    let former = versions::of(&mut objects, head, &place.content);
    let former = former.and_then(|changes| formers(&mut objects, &files, &still, changes));
    match former {
        Ok(versions) if told.gap.is_none() => told.versions = versions,
        Ok(_) => {}
        Err(gap) => told.gap = told.gap.or(Some(if gap == Gap::Long { gap } else { Gap::Texts })),
    }
    Ok(told)
}

/// The texts among files: what dates are wanted of.
fn texts(files: &Files) -> HashSet<Vec<u8>> {
    files.keys().filter(|path| tree::is_text(path)).cloned().collect()
}

/// What each text was, by path.
fn formers(
    objects: &mut Objects,
    files: &Files,
    still: &Still,
    changes: versions::Changes,
) -> Result<BTreeMap<String, Vec<Version>>, Gap> {
    let mut room = TEXTS;
    let mut all = BTreeMap::new();
    for (path, changes) in changes {
        let is_there = files.contains_key(&path);
        let Ok(name) = String::from_utf8(path) else { continue };
        let only = if let ([Change { text: Some(id), .. }], true) = (changes.as_slice(), is_there) {
            still.is(&name, *id)
        } else {
            false
        };
        all.insert(name, versions(objects, &changes, only, &mut room)?);
    }
    Ok(all)
}

/// What a text was, the oldest first; `only` if it never changed and is what it
/// was.
fn versions(objects: &mut Objects, changes: &[Change], only: bool, room: &mut usize) -> Result<Vec<Version>, Gap> {
    let mut versions = Vec::with_capacity(changes.len());
    for change in changes.iter().rev() {
        let text = match change.text {
            Some(id) if !only => {
                let bytes = objects.get(&id, Kind::Blob)?;
                let text = (bytes.len() <= LONGEST).then(|| std::str::from_utf8(&bytes).ok()).flatten();
                let text = front_matter(text.unwrap_or_default());
                *room = room.checked_sub(text.len()).ok_or(Gap::Long)?;
                Some(text.to_owned())
            }
            _ => None,
        };
        if text.is_some() || only {
            let at = Instant::from_unix(change.seconds);
            versions.push(Version { at, text, until: None, moved_in: change.moved_in });
        } else if let Some(last) = versions.last_mut() {
            last.until = Some(Instant::from_unix(change.seconds));
        }
    }
    // The chain of commits is the order; clocks differ.
    for at in 1..versions.len() {
        versions[at].at = versions[at].at.max(versions[at - 1].at);
    }
    Ok(versions)
}
