//! When each text was changed, and to what: the commits are gone through in
//! the order, and with the shortcuts, of `git log --no-renames -- '*.md'`.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap, HashSet};

use gix_hash::{ObjectId, oid};
use gix_object::tree::{EntryRef, name_order};
use gix_object::{Kind, TreeRefIter};

use super::Gap;
use super::objects::Objects;
use super::tree::{self, Commit, DEPTH};

/// How many texts a commit may add and still be an editor's day: with more of
/// them somebody moved in.
const MOVED_IN: usize = 50;

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

/// The changes of all texts there ever were; and why there are not more, if
/// some are missing.
pub(super) fn of(objects: &mut Objects, head: ObjectId, within: &[Vec<u8>]) -> (Changes, Option<Gap>) {
    let mut changes = Changes::new();
    let gap = Walk { objects, within, changes: &mut changes }.go(head).err();
    (changes, gap)
}

struct Walk<'a> {
    objects: &'a mut Objects,
    within: &'a [Vec<u8>],
    changes: &'a mut Changes,
}

impl Walk<'_> {
    /// Newest first; of two with one date, the one met first.
    fn go(&mut self, head: ObjectId) -> Result<(), Gap> {
        let mut queue = BinaryHeap::new();
        let mut met = HashSet::from([head]);
        // In most histories what was looked at last is what comes next.
        let mut latest = (head, self.commit(&head)?);
        queue.push((latest.1.seconds, Reverse(0), head));
        while let Some((_, _, id)) = queue.pop() {
            let commit = if id == latest.0 { latest.1.clone() } else { self.commit(&id)? };
            for (id, parent) in self.pass(&commit)? {
                if met.insert(id) {
                    queue.push((parent.seconds, Reverse(met.len()), id));
                    latest = (id, parent);
                }
            }
        }
        Ok(())
    }

    /// Notes what a commit changed; gives those to go on with.
    fn pass(&mut self, commit: &Commit) -> Result<Vec<(ObjectId, Commit)>, Gap> {
        let mut parents = Vec::new();
        for id in &commit.parents {
            parents.push((*id, self.commit(id)?));
        }
        match parents.as_slice() {
            [] => self.note(None, commit)?,
            [(_, parent)] => self.note(parent.content, commit)?,
            // A merge changes nothing itself. If one side has what came of it, the others were not taken.
            _ => {
                for at in 0..parents.len() {
                    if !self.differ(parents[at].1.content, commit.content)? {
                        return Ok(vec![parents.swap_remove(at)]);
                    }
                }
            }
        }
        Ok(parents)
    }

    fn commit(&mut self, id: &oid) -> Result<Commit, Gap> {
        tree::commit(self.objects, id, self.within)
    }

    fn note(&mut self, before: Option<ObjectId>, commit: &Commit) -> Result<(), Gap> {
        let mut found: Vec<(Vec<u8>, Option<ObjectId>)> = Vec::new();
        let mut added = 0;
        let note = &mut |path: &[u8], [before, after]: [Option<ObjectId>; 2]| {
            added += usize::from(before.is_none());
            found.push((path.to_owned(), after));
            true
        };
        compare(self.objects, [before, commit.content], &mut Vec::new(), 0, note)?;
        for (path, text) in found {
            let change = Change { seconds: commit.seconds, text, moved_in: added > MOVED_IN };
            self.changes.entry(path).or_default().push(change);
        }
        Ok(())
    }

    /// Whether any text differs between two folders.
    fn differ(&mut self, before: Option<ObjectId>, after: Option<ObjectId>) -> Result<bool, Gap> {
        Ok(!compare(self.objects, [before, after], &mut Vec::new(), 0, &mut |_, _| false)?)
    }
}

/// Shown a text that differs, and what it is in each of two folders; says
/// whether to go on.
type Show<'a> = dyn FnMut(&[u8], [Option<ObjectId>; 2]) -> bool + 'a;

/// Shows the paths of the texts that differ between two folders, and what they
/// are in each, until one has seen enough; gives whether it saw all.
fn compare(
    objects: &mut Objects,
    folders: [Option<ObjectId>; 2],
    path: &mut Vec<u8>,
    depth: usize,
    show: &mut Show<'_>,
) -> Result<bool, Gap> {
    if folders[0] == folders[1] {
        return Ok(true);
    }
    if depth > DEPTH {
        return Err(Gap::Unreadable);
    }
    let hash = objects.hash();
    let mut read = |folder: Option<ObjectId>| match folder {
        Some(id) => objects.get(&id, Kind::Tree).map(Some),
        None => Ok(None),
    };
    let bytes = [read(folders[0])?, read(folders[1])?];
    let [mut old, mut new] =
        bytes.each_ref().map(|bytes| TreeRefIter::from_bytes(bytes.as_deref().unwrap_or_default(), hash));
    let mut heads = [next(&mut old)?, next(&mut new)?];
    loop {
        let order = match &heads {
            [None, None] => return Ok(true),
            [Some(_), None] => std::cmp::Ordering::Less,
            [None, Some(_)] => std::cmp::Ordering::Greater,
            [Some(a), Some(b)] => name_order(a.filename, a.mode.is_tree(), b.filename, b.mode.is_tree()),
        };
        let before = if order.is_le() { std::mem::replace(&mut heads[0], next(&mut old)?) } else { None };
        let after = if order.is_ge() { std::mem::replace(&mut heads[1], next(&mut new)?) } else { None };
        let Some(either) = before.or(after) else { return Ok(true) };
        let same = matches!((before, after), (Some(a), Some(b)) if a.oid == b.oid && a.mode == b.mode);
        if same || (!either.mode.is_tree() && !tree::is_text(either.filename)) {
            continue;
        }
        let length = path.len();
        tree::push(path, either.filename);
        let more = if either.mode.is_tree() {
            let below = [before, after].map(|entry| entry.map(|entry| entry.oid.to_owned()));
            compare(objects, below, path, depth + 1, show)?
        } else {
            show(path, [before, after].map(|entry| entry.map(|entry| entry.oid.to_owned())))
        };
        path.truncate(length);
        if !more {
            return Ok(false);
        }
    }
}

fn next<'a>(entries: &mut TreeRefIter<'a>) -> Result<Option<EntryRef<'a>>, Gap> {
    entries.next().transpose().map_err(|_| Gap::Unreadable)
}

#[cfg(test)]
mod tests {
    use std::ffi::OsStr;
    use std::path::Path;
    use std::process::Command;

    use super::super::{find, head};
    use super::*;

    fn git(folder: &Path, words: &[&str]) {
        let done = Command::new("git")
            .current_dir(folder)
            .args(["-c", "user.name=R", "-c", "user.email=r@comune.it", "-c", "commit.gpgsign=false"])
            .args(words)
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .output()
            .expect("git is installed");
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    }

    #[expect(clippy::disallowed_methods, reason = "a test makes its own repository")]
    fn commit(folder: &Path, files: impl Iterator<Item = usize>, text: &str) {
        for file in files {
            std::fs::write(folder.join(format!("{file}.md")), text).expect("a file can be written");
        }
        git(folder, &["add", "--all"]);
        git(folder, &["commit", "--quiet", "--message", "x"]);
    }

    /// The dates of a folder, with so much work to spend; and what was left.
    fn changes(folder: &Path, work: u64) -> (Changes, Option<Gap>, u64) {
        let place = find::around(folder, OsStr::new("")).expect("it is sound").expect("there is one");
        let head = head::commit(&place).expect("it is sound").expect("there is one");
        let mut objects = Objects::open(&place, head.kind()).with(work);
        let (changes, gap) = of(&mut objects, head, &place.content);
        (changes, gap, objects.left())
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
        let (changes, gap, _) = changes(folder.path(), 1 << 30);
        assert_eq!((changes.len(), gap), (MOVED_IN + 2, None));
        let of = |path: &str| -> Vec<(bool, bool)> {
            changes[path.as_bytes()].iter().map(|change| (change.text.is_some(), change.moved_in)).collect()
        };
        assert_eq!(of("0.md"), [(true, false), (true, true)], "the newest first");
        assert_eq!(of("1.md"), [(false, false), (true, true)]);
        assert_eq!(of("60.md"), [(true, false)]);
    }

    #[test]
    fn it_ends_when_there_is_no_more_work_to_spend() {
        let folder = tempfile::tempdir().expect("a folder for a repository");
        git(folder.path(), &["init", "--quiet"]);
        for file in 0..12 {
            commit(folder.path(), file..=file, "uno");
        }
        let (all, gap, left) = changes(folder.path(), 1 << 30);
        assert_eq!((all.len(), gap), (12, None));
        let (some, gap, _) = changes(folder.path(), ((1 << 30) - left) / 2);
        assert_eq!(gap, Some(Gap::Long));
        assert!((1..12).contains(&some.len()), "{}", some.len());
        assert!(some.contains_key(b"11.md".as_slice()) && !some.contains_key(b"0.md".as_slice()), "newest first");
    }
}
