//! The repository around the content, and what somebody makes look like one:
//! dates are read, and nothing found is obeyed.

use std::io::Write;
use std::path::Path;
use std::process::Command;

use crate::support::repository::{Repository, put};
use crate::support::site::{BAD, Run, Site, notice, read};

/// When the notices were committed, long after the date they carry.
const WHEN: &str = "2026-11-20T10:00:00+01:00";

/// A site whose notice says it is older than git knows.
fn stale() -> Site {
    Site::unpublished().and(BAD, notice("aggiornato: 14/10/2026\n", ""))
}

/// Asserts that the history of the repository around a site is used.
#[track_caller]
fn dated(site: &Site, command: &str, more: &[&str]) {
    let run = site.run(&[&[command, "--lang", "it", "--as-of", "2026-11-23T10:00"], more].concat());
    assert!(run.said.contains("scrivi `aggiornato: 20/11/2026`"), "no date of the repository in:\n{}", run.said);
}

fn check(site: &Site) -> Run {
    site.run(&["check", "--lang", "it", "--as-of", "2026-11-23T10:00"])
}

/// What a `config` can have git run; `RUN` leaves a trace, if anybody runs it.
const CONFIGS: &[(&str, &str)] = &[
    ("a filter", "[filter \"x\"]\n clean = RUN\n"),
    ("a filter that must be there", "[filter \"x\"]\n clean = RUN\n required = true\n"),
    ("a filter that stays", "[filter \"x\"]\n process = RUN\n"),
    ("a monitor of files", "[core]\n fsmonitor = RUN\n"),
    ("hooks", "[core]\n hooksPath = hooks\n"),
    ("a pager", "[core]\n pager = RUN\n[pager]\n log = RUN\n status = RUN\n"),
    ("a differ", "[diff]\n external = RUN\n[diff \"x\"]\n textconv = RUN\n command = RUN\n"),
    ("a checker of signatures", "[log]\n showSignature = true\n[gpg]\n program = RUN\n"),
    ("an alias", "[alias]\n log = !RUN\n status = !RUN\n rev-parse = !RUN\n"),
    ("an editor", "[core]\n editor = RUN\n askPass = RUN\n[credential]\n helper = !RUN\n"),
    (
        "a place to fetch from",
        "[core]\n sshCommand = RUN\n[remote \"origin\"]\n url = ssh://esempio.invalid/x\n promisor = true\n \
         partialclonefilter = tree:0\n[extensions]\n partialClone = origin\n",
    ),
    ("another config", "[include]\n path = more\n"),
];

/// Puts what makes a folder look like a repository without a work tree, as
/// plain files anybody can propose; git takes it for one.
fn look_alike(content: &Path, config: &str, trace: &Path) {
    let made = tempfile::tempdir().expect("a folder for a repository");
    let repository = Repository::new(made.path());
    repository.put(BAD, notice("aggiornato: 14/10/2026\n", ""));
    repository.put(".gitattributes", "* filter=x diff=x\n");
    repository.commit("2026-10-14T10:00:00+02:00");
    let run = format!("\"sh -c 'touch {}; cat'\"", trace.display());
    let config = config.replace("!RUN", &format!("\"!touch {}\"", trace.display())).replace("RUN", &run);
    for entry in walkdir::WalkDir::new(repository.path(".git")).into_iter().flatten() {
        let path = entry.path().strip_prefix(repository.path(".git")).expect("it is in there");
        // What is missing is fetched.
        let missing = config.starts_with("[core]\n sshCommand") && path.starts_with("objects");
        if entry.file_type().is_file() && !missing && !path.starts_with("hooks") && path != Path::new("config") {
            put(&content.join(path), read(entry.path()));
        }
    }
    let head = "[core]\n repositoryformatversion = 1\n bare = false\n worktree = .\n";
    put(&content.join("config"), format!("{head}{config}"));
    put(&content.join("more"), "[filter \"x\"]\n clean = ".to_owned() + &run + "\n");
    put(&content.join("objects/info/packs"), "");
    put(&content.join("info/attributes"), "* filter=x diff=x\n");
    put(&content.join(".gitattributes"), "* filter=x diff=x\n");
    for hook in ["post-index-change", "reference-transaction", "fsmonitor-watchman", "post-checkout"] {
        let path = content.join("hooks").join(hook);
        put(&path, format!("#!/bin/sh\ntouch {}\n", trace.display()));
        runnable(&path);
    }
}

fn runnable(path: &Path) {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(path, PermissionsExt::from_mode(0o755)).expect("a file can be made to run");
}

#[test]
fn a_content_folder_that_looks_like_a_repository_is_not_obeyed() {
    for (what, config) in CONFIGS {
        let site = stale();
        let trace = site.path("trace");
        look_alike(&site.path("content"), config, &trace);
        Repository::new(&site.path(".")).commit(WHEN);
        dated(&site, "check", &[]);
        dated(&site, "build", &[]);
        assert!(!trace.exists(), "{what} of the content ran");
    }
}

#[test]
fn what_a_clone_brings_is_not_obeyed() {
    let proposed = stale();
    let trace = proposed.path("trace");
    let all: String = CONFIGS.iter().map(|(_, config)| *config).collect();
    look_alike(&proposed.path("content"), &all, &trace);
    Repository::new(&proposed.path(".")).commit(WHEN);
    let site = Site::unpublished();
    let from = proposed.path(".").display().to_string();
    Repository::at(&site.path(".")).git(&["clone", "--quiet", &from, "clone"]);
    dated(&site, "check", &["--content", "clone/content"]);
    dated(&site, "build", &["--content", "clone/content"]);
    assert!(!trace.exists(), "something in a clone ran");
}

#[test]
fn what_the_own_repository_is_configured_to_run_is_not_run() {
    for (what, config) in CONFIGS {
        let site = stale();
        let repository = Repository::new(&site.path("."));
        repository.put("content/.gitattributes", "* filter=x diff=x\n");
        repository.commit(WHEN);
        let trace = site.path("trace");
        let run = format!("\"sh -c 'touch {}; cat'\"", trace.display());
        let config = config.replace("!RUN", &format!("\"!touch {}\"", trace.display())).replace("RUN", &run);
        put(&site.path("more"), "[filter \"x\"]\n clean = ".to_owned() + &run + "\n");
        put(&site.path(".git/config"), format!("[core]\n repositoryformatversion = 1\n bare = false\n{config}"));
        // Looked at again because it was touched.
        put(&site.path("content").join(BAD), notice("aggiornato: 14/10/2026\n", ""));
        dated(&site, "check", &[]);
        assert!(!trace.exists(), "{what} of the repository ran");
    }
}

/// What may stand first in `PATH` under the name of git.
const GITS: &[(&str, &str)] = &[("one that leaves a trace", "exit 0"), ("one that hangs", "sleep 600")];

#[test]
fn git_is_not_called() {
    for (what, does) in GITS {
        let site = stale();
        Repository::new(&site.path(".")).commit(WHEN);
        let (git, trace) = (site.path("bin/git"), site.path("trace"));
        put(&git, format!("#!/bin/sh\ntouch {}\n{does}\n", trace.display()));
        runnable(&git);
        let mut command = Command::new("timeout");
        command.args(["60", env!("CARGO_BIN_EXE_trasparente"), "check", "--lang", "it", "--as-of", "2026-11-23T10:00"]);
        let path = format!("{}:{}", site.path("bin").display(), std::env::var_os("PATH").unwrap_or_default().display());
        let output = command.current_dir(site.path(".")).env("PATH", path).output().expect("the program starts");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(!trace.exists(), "git was called: {what}");
        assert!(said.contains("avvertimento[aggiornamento-git]"), "{what}: {said}");
    }
}

/// Ways to have the content of a site in a repository.
type Laid = fn(&Site);

const LAYOUTS: &[(&str, Laid)] = &[
    ("in a folder of the work tree", |site| Repository::new(&site.path(".")).commit(WHEN)),
    ("as the work tree itself", |site| Repository::new(&site.path("content")).commit(WHEN)),
    ("packed, references too", |site| {
        let repository = Repository::new(&site.path("."));
        repository.commit(WHEN);
        repository.git(&["gc", "--quiet", "--prune=now"]);
        repository.git(&["pack-refs", "--all"]);
    }),
    ("at no branch", |site| {
        let repository = Repository::new(&site.path("."));
        repository.commit(WHEN);
        repository.git(&["checkout", "--quiet", "--detach"]);
    }),
    ("with names of 256 bits", |site| {
        Repository::of_format(&site.path("."), &["--object-format=sha256"]).commit(WHEN);
    }),
    ("with `.git` as a file", |site| {
        Repository::of_format(&site.path("."), &["--separate-git-dir=elsewhere"]).commit(WHEN);
    }),
    ("as a further work tree", |site| {
        let origin = Repository::new(&site.path("origin"));
        rename(&site.path("content"), &origin.path("content"));
        origin.commit(WHEN);
        origin.git(&["worktree", "add", "--quiet", "-b", "altro", "../tree"]);
        std::os::unix::fs::symlink("tree/content", site.path("content")).expect("a link can be made");
    }),
    ("as a submodule", |site| {
        let notices = Repository::new(&site.path("notices"));
        rename(&site.path("content"), &notices.path("content"));
        notices.commit(WHEN);
        let outer = Repository::new(&site.path("outer"));
        outer.git(&["submodule", "--quiet", "add", "../notices", "notices"]);
        outer.commit("2026-11-21T10:00:00+01:00");
        std::os::unix::fs::symlink("outer/notices/content", site.path("content")).expect("a link can be made");
    }),
    ("with objects borrowed from another", |site| {
        let origin = Repository::new(&site.path("origin"));
        rename(&site.path("content"), &origin.path("content"));
        origin.commit(WHEN);
        Repository::at(&site.path(".")).git(&["clone", "--quiet", "--shared", "origin", "clone"]);
        std::os::unix::fs::symlink("clone/content", site.path("content")).expect("a link can be made");
    }),
];

fn rename(from: &Path, to: &Path) {
    std::fs::rename(from, to).expect("a folder can be moved");
}

#[test]
fn dates_are_found_however_the_repository_is_laid_out() {
    for (what, lay) in LAYOUTS {
        let site = stale();
        lay(&site);
        let run = check(&site);
        assert!(run.said.contains("scrivi `aggiornato: 20/11/2026`"), "{what}: {}", run.said);
        assert!(!run.said.contains("confrontate con git"), "{what}: {}", run.said);
    }
}

/// What may be wrong with a repository, and what is said of it.
type Spoilt = fn(&Site, &Repository);

const SPOILT: &[(&str, Spoilt, &str)] = &[
    (
        "a shallow clone",
        |site, repository| {
            repository.commit(WHEN);
            let from = format!("file://{}", site.path(".").display());
            repository.git(&["clone", "--quiet", "--depth=1", &from, "clone"]);
            in_place_of_git(site);
        },
        "qui ci sono solo gli ultimi commit",
    ),
    (
        "a clone without folders",
        |site, repository| {
            repository.git(&["config", "uploadpack.allowFilter", "true"]);
            let from = format!("file://{}", site.path(".").display());
            repository.git(&["clone", "--quiet", "--filter=tree:0", "--no-checkout", &from, "clone"]);
            in_place_of_git(site);
        },
        "mancano degli oggetti",
    ),
    ("a missing commit", |site, _| every_object(site, &remove), "mancano degli oggetti"),
    ("empty objects", |site, _| every_object(site, &|path| write(path, b"")), "non riesco a leggere"),
    ("no objects but words", |site, _| every_object(site, &|path| write(path, b"ciao")), "non riesco a leggere"),
    ("pipes for objects", |site, _| every_object(site, &pipe), "non riesco a leggere"),
    ("links to zeros for objects", |site, _| every_object(site, &zeros), "non riesco a leggere"),
    ("objects that swell", |site, _| every_object(site, &|path| write(path, &swelling())), "non riesco a leggere"),
    (
        "objects that say they are small, and swell",
        |site, _| every_object(site, &|path| write(path, &inflating(b"commit 10\0"))),
        "non riesco a leggere",
    ),
    ("no pack but words", |site, repository| packs(site, repository, &|path| write(path, b"ciao")), "mancano"),
    ("pipes for packs", |site, repository| packs(site, repository, &pipe), "mancano"),
    ("links to zeros for packs", |site, repository| packs(site, repository, &zeros), "mancano"),
    ("packs cut short", |site, repository| packs(site, repository, &cut), "confrontate con git"),
    ("packs with other bytes in the middle", |site, repository| packs(site, repository, &stir), "confrontate con git"),
    ("a pipe for a head", |site, _| pipe(&site.path(".git/HEAD")), "non riesco a leggere"),
    (
        "a folder in itself",
        |site, repository| {
            let id = repository.git(&["rev-parse", "HEAD:content"]);
            let (folder, name) = id.trim().split_at(2);
            let bytes = (0..id.trim().len())
                .step_by(2)
                .map(|at| u8::from_str_radix(&id[at..at + 2], 16).expect("two hexadecimal digits"));
            let object = [b"tree 28\0".to_vec(), b"40000 x\0".to_vec(), bytes.collect()].concat();
            write(&site.path(&format!(".git/objects/{folder}/{name}")), &packed(&object));
        },
        "non riesco a leggere",
    ),
    ("folders that double forty times", |_, repository| bomb(repository, ""), "troppo grande"),
    ("files that double forty times", |_, repository| bomb(repository, "100644 blob BLOB\tx.md\n"), "troppo grande"),
    (
        "a head that goes round",
        |site, _| {
            write(&site.path(".git/HEAD"), b"ref: refs/heads/main\n");
            write(&site.path(".git/refs/heads/main"), b"ref: refs/heads/main\n");
        },
        "non riesco a leggere",
    ),
    (
        "a head that leads elsewhere",
        |site, _| {
            write(&site.path(".git/HEAD"), b"ref: refs/../../content/x\n");
        },
        "non riesco a leggere",
    ),
    ("a head that is no name", |site, _| write(&site.path(".git/HEAD"), b"0123\n"), "non riesco a leggere"),
    ("a pipe for a branch", |site, _| pipe(&site.path(".git/refs/heads/main")), "non riesco a leggere"),
    (
        "references kept otherwise",
        |site, _| {
            remove_all(&site.path(".git"));
            Repository::of_format(&site.path("."), &["--ref-format=reftable"]).commit(WHEN);
        },
        "`reftable`",
    ),
    ("a `.git` that leads to itself", |site, _| dot_git(site, b"gitdir: .git\n"), "non riesco a leggere"),
    (
        "a `.git` that leads to a pipe",
        |site, _| {
            dot_git(site, b"gitdir: pipe\n");
            pipe(&site.path("pipe"));
        },
        "non riesco a leggere",
    ),
    ("a `.git` that leads to zeros", |site, _| dot_git(site, b"gitdir: /dev/zero\n"), "non riesco a leggere"),
    ("a `.git` that leads nowhere", |site, _| dot_git(site, b"gitdir: altrove\n"), "non riesco a leggere"),
    ("a `.git` that says nothing", |site, _| dot_git(site, b""), "non riesco a leggere"),
    ("a `.git` as long as a film", |site, _| dot_git(site, &vec![b'x'; 1 << 20]), "non riesco a leggere"),
];

/// What may be wrong with a repository without any date being missed.
const HARMLESS: &[(&str, Spoilt)] = &[
    ("alternates that go round", |site, _| {
        put(&site.path(".git/objects/info/alternates"), "../objects\n../../.git/objects\n");
    }),
    ("alternates that lead to a pipe", |site, _| {
        put(&site.path(".git/objects/info/alternates"), "pipe\n/dev/zero\n/dev\n");
        pipe(&site.path(".git/objects/pipe"));
    }),
    ("a pipe for alternates", |site, _| pipe(&site.path(".git/objects/info/alternates"))),
    ("a pipe for an index", |site, _| pipe(&site.path(".git/index"))),
    ("an index of zeros", |site, _| zeros(&site.path(".git/index"))),
    ("an index cut short", |site, _| cut(&site.path(".git/index"))),
    ("a pipe for a pack", |site, _| pipe(&site.path(".git/objects/pack/pack-0.idx"))),
    ("a pipe for a config", |site, _| pipe(&site.path(".git/config"))),
];

#[test]
fn a_repository_that_cannot_be_read_is_told_and_stops_nothing() {
    for (what, spoil, words) in SPOILT {
        let site = stale();
        let repository = Repository::new(&site.path("."));
        repository.commit(WHEN);
        spoil(&site, &repository);
        let run = check(&site);
        assert_eq!(run.code, Some(0), "{what}: {}", run.said);
        assert!(run.said.contains("confrontate con git"), "{what}: {}", run.said);
        assert!(run.said.contains(words), "{what}: {}", run.said);
        assert!(!run.said.contains("aggiornamento-git"), "{what}: {}", run.said);
    }
}

#[test]
fn a_clone_without_former_texts_has_the_dates_and_says_what_it_lacks() {
    let site = stale();
    let repository = Repository::new(&site.path("."));
    repository.commit("2026-11-19T10:00:00+01:00");
    site.put(&format!("content/{BAD}"), notice("aggiornato: 15/10/2026\n", ""));
    repository.commit(WHEN);
    repository.git(&["config", "uploadpack.allowFilter", "true"]);
    let from = format!("file://{}", site.path(".").display());
    repository.git(&["clone", "--quiet", "--filter=blob:none", "--no-checkout", &from, "clone"]);
    in_place_of_git(&site);
    let run = check(&site);
    assert_eq!(run.code, Some(0), "{}", run.said);
    assert!(run.said.contains("scrivi `aggiornato: 20/11/2026`"), "{}", run.said);
    assert!(run.said.contains("mancano i testi di una volta"), "{}", run.said);
    assert!(run.said.contains("i feed possono ripetere"), "{}", run.said);
}

#[test]
fn what_is_not_needed_may_be_anything() {
    for (what, spoil) in HARMLESS {
        let site = stale();
        let repository = Repository::new(&site.path("."));
        repository.commit(WHEN);
        spoil(&site, &repository);
        let run = check(&site);
        assert!(run.said.contains("scrivi `aggiornato: 20/11/2026`"), "{what}: {}", run.said);
        assert!(!run.said.contains("confrontate con git"), "{what}: {}", run.said);
    }
}

#[test]
fn before_the_first_commit_there_is_nothing_to_say() {
    let site = stale();
    Repository::new(&site.path("."));
    let run = check(&site);
    assert!(run.code == Some(0) && !run.said.contains("git"), "{}", run.said);
}

/// The repository a clone of it was made into takes its place.
fn in_place_of_git(site: &Site) {
    remove_all(&site.path(".git"));
    rename(&site.path("clone/.git"), &site.path(".git"));
    remove_all(&site.path("clone"));
}

fn dot_git(site: &Site, bytes: &[u8]) {
    remove_all(&site.path(".git"));
    put(&site.path(".git"), bytes);
}

/// Does something to every loose object.
fn every_object(site: &Site, spoil: &dyn Fn(&Path)) {
    every(&site.path(".git/objects"), &|path| path.file_name().is_some_and(|name| name.len() == 38), spoil);
}

/// Packs everything, then does something to every file of a pack.
fn packs(site: &Site, repository: &Repository, spoil: &dyn Fn(&Path)) {
    repository.git(&["gc", "--quiet", "--prune=now"]);
    let ends = |path: &Path| path.extension().is_some_and(|end| end == "pack" || end == "idx");
    every(&site.path(".git/objects/pack"), &ends, spoil);
}

fn every(folder: &Path, which: &dyn Fn(&Path) -> bool, spoil: &dyn Fn(&Path)) {
    let entries: Vec<_> = walkdir::WalkDir::new(folder).into_iter().flatten().collect();
    let paths = entries.iter().filter(|entry| entry.file_type().is_file() && which(entry.path()));
    assert!(paths.map(|entry| spoil(entry.path())).count() > 0, "there is nothing to spoil");
}

#[expect(clippy::disallowed_methods, reason = "a test spoils its own repositories")]
pub(crate) fn remove(path: &Path) {
    std::fs::remove_file(path).expect("a file can be removed");
}

#[expect(clippy::disallowed_methods, reason = "a test spoils its own repositories")]
fn remove_all(path: &Path) {
    std::fs::remove_dir_all(path).expect("a folder can be removed");
}

/// Writes over a file, whether or not git made it for reading only.
fn write(path: &Path, bytes: &[u8]) {
    remove(path);
    put(path, bytes);
}

pub(crate) fn pipe(path: &Path) {
    let _ = std::fs::symlink_metadata(path).map(|_| remove(path));
    let made = Command::new("mkfifo").arg(path).status().expect("there is mkfifo");
    assert!(made.success(), "a pipe can be made");
}

fn zeros(path: &Path) {
    remove(path);
    std::os::unix::fs::symlink("/dev/zero", path).expect("a link can be made");
}

fn cut(path: &Path) {
    let bytes = read(path);
    write(path, &bytes[..bytes.len() * 2 / 3]);
}

fn stir(path: &Path) {
    let mut bytes = read(path);
    let (begins, ends) = (bytes.len() / 8, bytes.len() - 40);
    bytes[begins..ends].iter_mut().step_by(3).for_each(|byte| *byte ^= 0x5a);
    write(path, &bytes);
}

/// An object that says it holds gigabytes, and does.
fn swelling() -> Vec<u8> {
    inflating(b"commit 4294967296\0")
}

/// A beginning and a hundred megabytes of zeros, as small as they get.
fn inflating(header: &[u8]) -> Vec<u8> {
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    packer.write_all(header).expect("memory takes it");
    for _ in 0..100 {
        packer.write_all(&vec![0; 1 << 20]).expect("memory takes it");
    }
    packer.finish().expect("memory takes it")
}

/// Packs bytes as git does objects.
fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    packer.write_all(bytes).expect("memory takes it");
    packer.finish().expect("memory takes it")
}

/// Commits a content folder of two equal folders, each of two equal folders…
fn bomb(repository: &Repository, innermost: &str) {
    let blob = repository.git(&["rev-parse", "HEAD:content/sito.yaml"]);
    let list = repository.path("list");
    let tree = |lines: &str| {
        put(&list, lines);
        let words = ["-c", "git mktree < list"];
        let made = Command::new("sh").args(words).current_dir(repository.path(".")).output().expect("there is a shell");
        String::from_utf8(made.stdout).expect("it is a name").trim().to_owned()
    };
    let mut id = tree(&innermost.replace("BLOB", blob.trim()));
    for _ in 0..40 {
        id = tree(&format!("040000 tree {id}\ta\n040000 tree {id}\tb\n"));
    }
    let root = tree(&format!("040000 tree {id}\tcontent\n"));
    let commit = repository.git(&["commit-tree", &root, "-m", "x"]);
    repository.git(&["update-ref", "HEAD", commit.trim()]);
}
