//! When each text was last changed: the commits are gone through in the
//! order, and with the shortcuts, of `git log --no-renames -- '*.md'`.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap, HashSet};

use gix_hash::{ObjectId, oid};
use gix_object::tree::{EntryRef, name_order};
use gix_object::{Kind, TreeRefIter};

use super::Gap;
use super::objects::Objects;
use super::tree::{self, Commit, DEPTH};

/// The seconds of the last change, by path.
pub(super) type Dates = BTreeMap<Vec<u8>, i64>;

/// The dates of the texts wanted; and why there are not more, if some are
/// missing.
pub(super) fn of(
    objects: &mut Objects,
    head: ObjectId,
    within: &[Vec<u8>],
    wanted: HashSet<Vec<u8>>,
) -> (Dates, Option<Gap>) {
    let mut dates = Dates::new();
    let gap = Walk { objects, within, wanted, dates: &mut dates }.go(head).err();
    (dates, gap)
}

struct Walk<'a> {
    objects: &'a mut Objects,
    within: &'a [Vec<u8>],
    wanted: HashSet<Vec<u8>>,
    dates: &'a mut Dates,
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
            if self.wanted.is_empty() {
                break;
            }
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
        let (wanted, dates) = (&mut self.wanted, &mut *self.dates);
        let note = &mut |path: &[u8], _: [Option<ObjectId>; 2]| {
            if let Some(path) = wanted.take(path) {
                dates.insert(path, commit.seconds);
            }
            !wanted.is_empty()
        };
        compare(self.objects, [before, commit.content], &mut Vec::new(), 0, note)?;
        Ok(())
    }

    /// Whether any text differs between two folders.
    fn differ(&mut self, before: Option<ObjectId>, after: Option<ObjectId>) -> Result<bool, Gap> {
        Ok(!compare(self.objects, [before, after], &mut Vec::new(), 0, &mut |_, _| false)?)
    }
}

/// Shown a text that differs, and what it is in each of two folders; says
/// whether to go on.
pub(super) type Show<'a> = dyn FnMut(&[u8], [Option<ObjectId>; 2]) -> bool + 'a;

/// Shows the paths of the texts that differ between two folders, and what they
/// are in each, until one has seen enough; gives whether it saw all.
pub(super) fn compare(
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
        if path.len() > tree::PATH {
            return Err(Gap::Unreadable);
        }
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
pub(super) mod tests {
    use std::ffi::OsStr;
    use std::path::Path;
    use std::process::Command;

    use super::super::{find, head, texts};
    use super::*;

    pub(in super::super) fn git(folder: &Path, words: &[&str]) {
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
    pub(in super::super) fn commit(folder: &Path, files: impl Iterator<Item = usize>, text: &str) {
        for file in files {
            std::fs::write(folder.join(format!("{file}.md")), text).expect("a file can be written");
        }
        git(folder, &["add", "--all"]);
        git(folder, &["commit", "--quiet", "--message", "x"]);
    }

    /// The dates of a folder, with so much work to spend; and what was left.
    fn dates(folder: &Path, work: u64) -> (Dates, Option<Gap>, u64) {
        let place = find::around(folder, OsStr::new("")).expect("it is sound").expect("there is one");
        let head = head::commit(&place).expect("it is sound").expect("there is one");
        let mut objects = Objects::open(&place, head.kind());
        let commit = tree::commit(&mut objects, &head, &place.content).expect("it is sound");
        let files = tree::files(&mut objects, commit.content).expect("it is sound");
        let mut objects = Objects::open(&place, head.kind()).with(work);
        let (dates, gap) = of(&mut objects, head, &place.content, texts(&files));
        (dates, gap, objects.left())
    }

    #[test]
    fn it_ends_when_every_text_has_its_date() {
        let folder = tempfile::tempdir().expect("a folder for a repository");
        git(folder.path(), &["init", "--quiet"]);
        let mut spent = Vec::new();
        for text in ["first", "second"] {
            for file in 0..8 {
                commit(folder.path(), file..=file, text);
            }
            commit(folder.path(), 0..8, &format!("{text}, all"));
            let (dates, gap, left) = dates(folder.path(), 1 << 30);
            assert_eq!((dates.len(), gap), (8, None));
            spent.push((1 << 30) - left);
        }
        assert!(spent[0].abs_diff(spent[1]) < 200, "older commits cost something: {spent:?}");
    }

    #[test]
    fn it_ends_when_there_is_no_more_work_to_spend() {
        let folder = tempfile::tempdir().expect("a folder for a repository");
        git(folder.path(), &["init", "--quiet"]);
        for file in 0..12 {
            commit(folder.path(), file..=file, "uno");
        }
        let (all, gap, left) = dates(folder.path(), 1 << 30);
        assert_eq!((all.len(), gap), (12, None));
        let (dates, gap, _) = dates(folder.path(), ((1 << 30) - left) / 2);
        assert_eq!(gap, Some(Gap::Long));
        assert!((1..12).contains(&dates.len()), "{}", dates.len());
        assert!(dates.contains_key(b"11.md".as_slice()) && !dates.contains_key(b"0.md".as_slice()), "newest first");
    }
}
