//! What each text was, one edition of the site after the other: the commits
//! are gone through from the last to the first parent of each, which is what
//! was on line. What a branch was in between nobody saw; what came of it is
//! told with its merge.

use std::collections::BTreeMap;

use gix_hash::ObjectId;

use super::Gap;
use super::dates::compare;
use super::objects::Objects;
use super::tree::{self, NAME, NAMES};

/// How many texts a commit may add and still be an editor's day: with more of
/// them somebody moved in.
const MOVED_IN: usize = 50;

/// The dates a commit may bear, in seconds: 1970 to 3000. Others are nobody's.
const DATES: [i64; 2] = [0, 32_503_680_000];

/// A text as a commit left it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Change {
    /// When, in seconds.
    pub(super) seconds: i64,
    /// What it was from then on; none if it was no more.
    pub(super) text: Option<ObjectId>,
    /// Whether it came with so many others that it need not have been new.
    pub(super) moved_in: bool,
}

/// The changes of each text, the newest first, by path.
pub(super) type Changes = BTreeMap<Vec<u8>, Vec<Change>>;

/// A date somebody could have committed at.
pub(super) fn possible(seconds: i64) -> i64 {
    seconds.clamp(DATES[0], DATES[1])
}

/// The changes of all texts there ever were.
pub(super) fn of(objects: &mut Objects, head: ObjectId, within: &[Vec<u8>]) -> Result<Changes, Gap> {
    let mut changes = Changes::new();
    let mut left = NAMES;
    let mut commit = tree::commit(objects, &head, within)?;
    loop {
        let parent = commit.parents.first().map(|id| tree::commit(objects, id, within)).transpose()?;
        let before = parent.as_ref().and_then(|parent| parent.content);
        let mut found: Vec<(Vec<u8>, Option<ObjectId>)> = Vec::new();
        let mut added = 0;
        let note = &mut |path: &[u8], [before, after]: [Option<ObjectId>; 2]| {
            added += usize::from(before.is_none());
            let room = left.checked_sub(NAME + path.len());
            left = room.unwrap_or(0);
            found.push((path.to_owned(), after));
            room.is_some()
        };
        if !compare(objects, [before, commit.content], &mut Vec::new(), 0, note)? {
            return Err(Gap::Long);
        }
        let seconds = possible(commit.seconds);
        for (path, text) in found {
            changes.entry(path).or_default().push(Change { seconds, text, moved_in: added > MOVED_IN });
        }
        match parent {
            Some(parent) => commit = parent,
            None => return Ok(changes),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::ffi::OsStr;
    use std::path::Path;

    use super::super::dates::tests::{commit, git};
    use super::super::{find, head};
    use super::*;

    /// The changes of a folder's texts.
    fn changes(folder: &Path) -> Changes {
        let place = find::around(folder, OsStr::new("")).expect("it is sound").expect("there is one");
        let head = head::commit(&place).expect("it is sound").expect("there is one");
        of(&mut Objects::open(&place, head.kind()), head, &place.content).expect("it is sound")
    }

    #[test]
    fn every_change_of_a_text_is_found_and_who_moved_in() {
        let folder = tempfile::tempdir().expect("a folder for a repository");
        git(folder.path(), &["init", "--quiet"]);
        commit(folder.path(), 0..=MOVED_IN, "moved in");
        commit(folder.path(), 0..1, "changed");
        commit(folder.path(), 60..61, "new");
        git(folder.path(), &["rm", "--quiet", "1.md"]);
        git(folder.path(), &["commit", "--quiet", "--message", "x"]);
        let changes = changes(folder.path());
        assert_eq!(changes.len(), MOVED_IN + 2);
        let of = |path: &str| -> Vec<(bool, bool)> {
            changes[path.as_bytes()].iter().map(|change| (change.text.is_some(), change.moved_in)).collect()
        };
        assert_eq!(of("0.md"), [(true, false), (true, true)], "the newest first");
        assert_eq!(of("1.md"), [(false, false), (true, true)]);
        assert_eq!(of("60.md"), [(true, false)]);
    }

    #[test]
    fn a_branch_is_told_by_its_merge() {
        let folder = tempfile::tempdir().expect("a folder for a repository");
        git(folder.path(), &["init", "--quiet", "--initial-branch=main"]);
        commit(folder.path(), 0..2, "uno");
        git(folder.path(), &["checkout", "--quiet", "-b", "altro"]);
        commit(folder.path(), 0..1, "due");
        commit(folder.path(), 0..1, "tre");
        git(folder.path(), &["checkout", "--quiet", "main"]);
        commit(folder.path(), 1..2, "quattro");
        git(folder.path(), &["merge", "--quiet", "--no-edit", "altro"]);
        let changes = changes(folder.path());
        assert_eq!(changes[b"0.md".as_slice()].len(), 2, "as it was, and as the merge left it");
        assert_eq!(changes[b"1.md".as_slice()].len(), 2);
    }
}
