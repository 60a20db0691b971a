//! What is read of a history is what the real git says of it.

use std::collections::BTreeMap;
use std::ffi::OsStr;

use trasparente::calendar::Instant;
use trasparente::load;

use crate::support::repository::{Repository, put};

/// A step of a history: its words are those of `PLAY`.
type Steps = &'static [&'static str];

/// Histories, a step a line. `put PATH TEXT`, `remove PATH`, `rename FROM TO`,
/// `commit MINUTE`, `branch NAME`, `on NAME`, `merge NAME MINUTE`, and `ours`
/// for a merge that takes nothing of the other side.
const HISTORIES: &[(&str, Steps)] = &[
    ("one commit", &["put a.md 1", "put b/c.md 1", "commit 1"]),
    ("changes", &["put a.md 1", "put b.md 1", "commit 1", "put a.md 2", "commit 2", "put x.pdf 1", "commit 3"]),
    (
        "deleted and added again",
        &[
            "put a.md 1",
            "put b.md 1",
            "commit 1",
            "remove a.md",
            "commit 2",
            "put a.md 1",
            "commit 3",
            "put b.md 2",
            "commit 4",
        ],
    ),
    ("renamed", &["put a.md 1", "put b.md 1", "commit 1", "rename a.md c/d.md", "commit 2", "put b.md 2", "commit 3"]),
    ("a folder in a file's place", &["put a.md 1", "put b 1", "commit 1", "remove b", "put b/c.md 1", "commit 2"]),
    ("a file in a folder's place", &["put b.md/c.md 1", "commit 1", "remove b.md/c.md", "put b.md 1", "commit 2"]),
    (
        "two sides",
        &[
            "put a.md 1",
            "put b.md 1",
            "commit 1",
            "branch altro",
            "put a.md 2",
            "commit 2",
            "on main",
            "put b.md 2",
            "commit 3",
            "merge altro 4",
        ],
    ),
    (
        "one side not taken",
        &[
            "put a.md 1",
            "put b.md 1",
            "commit 1",
            "branch altro",
            "put a.md 2",
            "commit 5",
            "on main",
            "put b.md 2",
            "commit 3",
            "ours altro 6",
        ],
    ),
    (
        "one side that changed nothing",
        &[
            "put a.md 1",
            "commit 1",
            "branch altro",
            "put x.pdf 2",
            "commit 2",
            "on main",
            "put a.md 2",
            "commit 3",
            "merge altro 4",
        ],
    ),
    (
        "the same change on both sides",
        &[
            "put a.md 1",
            "commit 1",
            "branch altro",
            "put a.md 2",
            "commit 5",
            "on main",
            "put a.md 2",
            "commit 3",
            "merge altro 6",
            "put b.md 1",
            "commit 7",
        ],
    ),
    (
        "deleted on one side, kept by hand",
        &[
            "put a.md 1",
            "put b.md 1",
            "commit 1",
            "branch altro",
            "remove a.md",
            "commit 4",
            "on main",
            "put b.md 2",
            "commit 3",
            "ours altro 6",
        ],
    ),
    (
        "clocks that go back",
        &[
            "put a.md 1",
            "commit 9",
            "put b.md 1",
            "commit 3",
            "put a.md 2",
            "commit 5",
            "branch altro",
            "put b.md 2",
            "commit 2",
            "on main",
            "put c.md 1",
            "commit 8",
            "merge altro 1",
        ],
    ),
    (
        "all at one moment",
        &[
            "put a.md 1",
            "commit 1",
            "put a.md 2",
            "put b.md 1",
            "commit 1",
            "branch altro",
            "put b.md 2",
            "commit 1",
            "on main",
            "put a.md 3",
            "commit 1",
            "merge altro 1",
        ],
    ),
    (
        "names of all kinds",
        &[
            "put è.md 1",
            "put a-b.md 1",
            "put a/b.md 1",
            "put a.md 1",
            "put a.mdx 1",
            "commit 1",
            "put a/b.md 2",
            "put .x/y.md 1",
            "commit 2",
            "put è.md 2",
            "commit 3",
        ],
    ),
    ("only a mode", &["put a.md 1", "put b.md 1", "commit 1", "mode a.md", "commit 2"]),
];

fn moment(minute: &str) -> String {
    format!("2026-10-01T10:{minute:0>2}:00+02:00")
}

fn play(repository: &Repository, inner: &str, steps: Steps) {
    for step in steps {
        let words: Vec<&str> = step.split(' ').collect();
        let path = |name: &str| format!("{inner}{name}");
        match words.as_slice() {
            ["put", name, text] => repository.put(&path(name), text),
            ["remove", name] => drop(repository.git(&["rm", "--quiet", &path(name)])),
            ["rename", from, to] => {
                repository.put(&path(to), crate::support::site::read(&repository.path(&path(from))));
                repository.git(&["rm", "--quiet", "--cached", &path(from)]);
                std::fs::rename(repository.path(&path(from)), repository.path(&path(to))).expect("a file can be moved");
            }
            ["mode", name] => {
                use std::os::unix::fs::PermissionsExt;
                let mode = PermissionsExt::from_mode(0o755);
                std::fs::set_permissions(repository.path(&path(name)), mode).expect("a file can be made to run");
            }
            ["commit", minute] => repository.commit(&moment(minute)),
            ["branch", name] => drop(repository.git(&["checkout", "--quiet", "-b", name])),
            ["on", name] => drop(repository.git(&["checkout", "--quiet", name])),
            ["merge", name, minute] => {
                repository.git_at(&moment(minute), &["merge", "--quiet", "--no-ff", "--no-edit", name]);
            }
            ["ours", name, minute] => {
                repository.git_at(&moment(minute), &["merge", "--quiet", "--no-edit", "--strategy=ours", name]);
            }
            other => panic!("no such step: {other:?}"),
        }
    }
}

/// What git says: the last change of every text of the last commit.
fn said_by_git(repository: &Repository, inner: &str) -> BTreeMap<String, i64> {
    let folder = Repository::at(&repository.path(inner));
    let log = folder.git(&["log", "--no-renames", "--relative", "--name-only", "--format=%x01%ct", "--", "*.md"]);
    let (mut dates, mut seconds) = (BTreeMap::new(), 0);
    for line in log.lines().filter(|line| !line.is_empty()) {
        match line.strip_prefix('\u{1}') {
            Some(number) => seconds = number.parse().expect("a number of seconds"),
            None => drop(dates.entry(line.to_owned()).or_insert(seconds)),
        }
    }
    let here = folder.git(&["ls-tree", "-r", "--name-only", "HEAD"]);
    dates.retain(|path, _| !path.starts_with('.') && here.lines().any(|line| line == path));
    dates
}

#[test]
fn dates_are_those_of_git() {
    for (what, steps) in HISTORIES {
        for inner in ["", "content/", "sito/content/"] {
            let folder = tempfile::tempdir().expect("a folder for a repository");
            let repository = Repository::new(folder.path());
            play(&repository, inner, steps);
            for packed in [false, true] {
                if packed {
                    repository.git(&["gc", "--quiet", "--prune=now"]);
                }
                let history = load::history(&repository.path(inner), OsStr::new(""));
                let dates = said_by_git(&repository, inner);
                assert!(!dates.is_empty(), "{what}");
                for (path, seconds) in dates {
                    let found = history.last_change(&path).map(Instant::unix);
                    assert_eq!(found, Some(seconds), "{what}, in `{inner}`, packed: {packed}: {path}");
                }
                assert_eq!(history.gap(), None, "{what}");
                assert_eq!(history.commit().map(|commit| commit.id.clone()), head(&repository), "{what}");
            }
        }
    }
}

fn head(repository: &Repository) -> Option<String> {
    Some(repository.git(&["rev-parse", "HEAD"]).trim().to_owned())
}

/// What is done to a committed content folder, and whether it is changed then.
type Done = fn(&Repository);

const CHANGES: &[(&str, Done, bool)] = &[
    ("nothing", |_| {}, false),
    ("a text", |repository| repository.put("content/a.md", "due"), true),
    ("a text, as long as before", |repository| repository.put("content/a.md", "UNO\n"), true),
    ("a file beside", |repository| repository.put("content/b.md", "uno"), true),
    ("a file git ignores", |repository| repository.put("content/ignored.md", "uno"), true),
    ("a file outside", |repository| repository.put("b.md", "uno"), false),
    ("a hidden file", |repository| repository.put("content/.b.md", "uno"), false),
    ("a file in a hidden folder", |repository| repository.put("content/.b/c.md", "uno"), false),
    (
        "debris",
        |repository| {
            repository.put("content/Thumbs.db", "uno");
            repository.put("content/a.md~", "uno");
        },
        false,
    ),
    ("a file in a folder that ends as debris does", |repository| repository.put("content/b~/c.md", "uno"), true),
    ("a file less", |repository| drop(repository.git(&["rm", "--quiet", "content/a.md"])), true),
    ("a file less, and git not told", |repository| super::history::remove(&repository.path("content/a.md")), true),
    (
        "a file git has and no longer keeps",
        |repository| drop(repository.git(&["rm", "--quiet", "--cached", "content/a.md"])),
        true,
    ),
    (
        "a file staged",
        |repository| {
            repository.put("content/b.md", "uno");
            repository.git(&["add", "content/b.md"]);
        },
        true,
    ),
    (
        "a text staged and put back",
        |repository| {
            repository.put("content/a.md", "due");
            repository.git(&["add", "content/a.md"]);
            repository.put("content/a.md", "uno\n");
        },
        true,
    ),
    (
        "a file announced",
        |repository| {
            repository.put("content/b.md", "");
            repository.git(&["add", "--intent-to-add", "content/b.md"]);
        },
        true,
    ),
    ("touched", |repository| repository.put("content/a.md", "uno\n"), false),
    ("lines that end as on Windows", |repository| repository.put("content/a.md", "uno\r\n"), false),
    ("a document with other ends of lines", |repository| repository.put("content/d.pdf", b"\0due\r\n"), true),
    (
        "a link in a text's place",
        |repository| {
            super::history::remove(&repository.path("content/a.md"));
            std::os::unix::fs::symlink("c/e.md", repository.path("content/a.md")).expect("a link can be made");
        },
        true,
    ),
    ("a pipe in a text's place", |repository| super::history::pipe(&repository.path("content/a.md")), true),
    (
        "a text git was told not to look at",
        |repository| {
            repository.git(&["update-index", "--assume-unchanged", "content/a.md"]);
            repository.put("content/a.md", "due");
        },
        true,
    ),
    (
        "a file left out on purpose",
        |repository| {
            repository.git(&["update-index", "--skip-worktree", "content/a.md"]);
            super::history::remove(&repository.path("content/a.md"));
        },
        false,
    ),
    ("an index of the fourth kind", |repository| drop(repository.git(&["update-index", "--index-version=4"])), false),
    (
        "an index of the fourth kind, and a text",
        |repository| {
            repository.git(&["update-index", "--index-version=4"]);
            repository.put("content/c/e.md", "due");
        },
        true,
    ),
    ("an index in two", |repository| drop(repository.git(&["update-index", "--split-index"])), true),
    ("no index", |repository| super::history::remove(&repository.path(".git/index")), true),
    (
        "a repository in it",
        |repository| {
            Repository::new(&repository.path("content/other")).put("b.md", "uno");
        },
        true,
    ),
    (
        "a pointer to a large file, laid out by another",
        |repository| {
            // As after the filter of git-lfs: what is on disk is not what is among the objects.
            repository.put("content/d.pdf", b"\0grande");
            repository.git(&["add", "content/d.pdf"]);
            let id = repository.git(&["rev-parse", "HEAD:content/d.pdf"]);
            repository.git(&["update-index", "--cacheinfo", &format!("100644,{},content/d.pdf", id.trim())]);
        },
        true,
    ),
];

#[test]
fn what_was_changed_since_the_last_commit_is_known() {
    for (what, change, changed) in CHANGES {
        let folder = tempfile::tempdir().expect("a folder for a repository");
        let repository = Repository::new(folder.path());
        repository.put("content/a.md", "uno\n");
        repository.put("content/c/e.md", "uno\n");
        repository.put("content/c-d.md", "uno\n");
        repository.put("content/d.pdf", b"\0due\n");
        repository.put("a.md", "uno");
        repository.put(".gitignore", "ignored.md\n");
        repository.commit(&moment("1"));
        change(&repository);
        let history = load::history(&repository.path("content"), OsStr::new(""));
        assert_eq!(history.commit().map(|commit| commit.changed_since), Some(*changed), "{what}");
        assert_eq!(history.gap(), None, "{what}");
    }
}

/// What is done to a repository within the content, and whether the content
/// is changed then.
const MODULES: &[(&str, Done, bool)] = &[
    ("nothing", |_| {}, false),
    ("a text in it", |repository| repository.put("content/in/a.md", "due"), true),
    (
        "a commit in it",
        |repository| {
            repository.put("content/in/a.md", "due");
            Repository::at(&repository.path("content/in")).commit(&moment("2"));
        },
        true,
    ),
    (
        "never laid out",
        |repository| {
            drop(repository.git(&["submodule", "--quiet", "deinit", "--force", "--all"]));
        },
        false,
    ),
];

#[test]
fn a_repository_within_the_content_is_part_of_it() {
    for (what, change, changed) in MODULES {
        let folder = tempfile::tempdir().expect("a folder for a repository");
        let inner = Repository::new(&folder.path().join("inner"));
        inner.put("a.md", "uno\n");
        inner.commit(&moment("1"));
        let repository = Repository::new(&folder.path().join("outer"));
        repository.git(&["submodule", "--quiet", "add", "../inner", "content/in"]);
        repository.commit(&moment("1"));
        change(&repository);
        let history = load::history(&repository.path("content"), OsStr::new(""));
        assert_eq!(history.commit().map(|commit| commit.changed_since), Some(*changed), "{what}");
    }
}

/// Where the search for a repository ends, and whether it is found. `ROOT` is
/// the folder it is in, and the content two below.
const CEILINGS: &[(&str, bool)] = &[
    ("", true),
    ("ROOT", false),
    ("ROOT/sito", false),
    ("ROOT/sito/content", true),
    ("ROOT/altro", true),
    ("/nessuno:ROOT/sito", false),
    ("ROOT/../x", true),
    (":ROOT", false),
    ("sito", true),
];

#[test]
fn the_search_for_a_repository_ends_where_one_says() {
    let folder = tempfile::tempdir().expect("a folder for a repository");
    let root = std::fs::canonicalize(folder.path()).expect("it was just made").join("root");
    let repository = Repository::new(&root);
    repository.put("sito/content/a.md", "uno");
    repository.commit(&moment("1"));
    for (said, found) in CEILINGS {
        let said = said.replace("ROOT", &root.display().to_string());
        let git = std::process::Command::new("git")
            .args(["rev-parse", "HEAD"])
            .current_dir(root.join("sito/content"))
            .env("GIT_CEILING_DIRECTORIES", &said)
            .output()
            .expect("git is installed");
        // Where git looks further than the repository's own folder it finds the project's.
        assert_eq!(git.status.success(), *found, "git, with `{said}`");
        let history = load::history(&root.join("sito/content"), OsStr::new(&said));
        assert_eq!(history.commit().is_some(), *found, "`{said}`");
    }
}

#[test]
fn what_is_called_git_and_is_no_repository_is_passed_by() {
    let folder = tempfile::tempdir().expect("a folder for a repository");
    let repository = Repository::new(folder.path());
    repository.put("content/a.md", "uno");
    repository.commit(&moment("1"));
    put(&repository.path("content/.git/HEAD"), "ref: refs/heads/main\n");
    let history = load::history(&repository.path("content"), OsStr::new(""));
    assert!(history.last_change("a.md").is_some());
}
