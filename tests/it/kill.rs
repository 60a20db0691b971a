//! Builds killed at every step: whoever looks at the site finds every page
//! whole, the old one or the new one, a build killed before it puts anything
//! in its place leaves the site exactly as it was, and the next build makes
//! it right.

#![cfg(unix)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::support::settings::SETTINGS;
use sha2::{Digest, Sha256};
use trasparente::calendar::Instant;
use trasparente::disk::{Folder, Origin};
use trasparente::edition::{Archive, Artifact, Content, Edition, Member, Proof};
use trasparente::plan::Address;
use trasparente::write::{self, Step};

type Files = BTreeMap<PathBuf, Vec<u8>>;

/// Tells the test below, run as a process of its own, what to write where
/// and at which step to end: `ROOT|DOCUMENTS|EDITION|STEP`.
const ORDER: &str = "TRASPARENTE_TEST_KILL";

/// An edition of files of every sort. Of each of the two there are some the
/// other has not, a page of the one is a folder of the other, and a document
/// and an archive change.
fn edition(documents: &Path, which: usize) -> Edition {
    let word = ["prima", "seconda"][which];
    let mut made: Vec<Artifact> = (which * 4..16 + which * 4)
        .flat_map(|number| {
            let page = format!("La {word} edizione dell'atto {number}. ").repeat(20 + number);
            // Some pages are the same in both.
            let page = if number % 5 == 0 { "Sempre uguale".to_owned() } else { page };
            [format!("atti/atto-{number}/index.html"), format!("atti/atto-{number}/index.json")]
                .map(|path| Artifact::new(&Address::file(&path), page.clone()))
        })
        .collect();
    let file = |path: &str, text: &str| Artifact::new(&Address::file(path), text.to_owned());
    made.extend(["index.html", "rss.xml", ".well-known/security.txt"].map(|path| file(path, word)));
    made.push(file(["vecchio.asp", "vecchio.asp/uno/index.html"][which], "rinvio"));
    let folder = Folder::open(documents).expect("the documents are there");
    let text = format!("{word};1\n").repeat(5_000);
    let (size, sha256) = (text.len() as u64, Sha256::digest(&text).into());
    let from = Origin { folder, path: format!("{word}.csv") };
    let mut add = |path: &str, content| made.push(Artifact { path: path.to_owned(), content });
    add("atti/atto-7/dati.csv", Content::Copy { from: from.clone(), size, sha256 });
    let members = vec![Member::text("INDICE.txt", word.to_owned()), Member::file("dati.csv", &from, size, sha256)];
    let date = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day");
    add("atti/atto-7/fascicolo.zip", Content::Archive(Box::new(Archive { members, date })));
    let mut edition = Edition::new(made, None).expect("no path stands twice");
    edition.proof = Some(Proof { now: Instant::from_unix(1_795_000_000), commit: None });
    edition
}

/// Where the editions' documents are.
#[expect(clippy::disallowed_methods, reason = "a site is made of files")]
fn documents() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder can be made");
    for word in ["prima", "seconda"] {
        std::fs::write(folder.path().join(format!("{word}.csv")), format!("{word};1\n").repeat(5_000))
            .expect("a file can be written");
    }
    folder
}

/// Not a test by itself: writes an edition, and ends the process at a step
/// as a kill would, without a word.
#[test]
#[expect(clippy::disallowed_methods, reason = "a process is told what to do by its environment")]
fn writes_until_it_is_killed() {
    let Ok(order) = std::env::var(ORDER) else { return };
    let words: Vec<&str> = order.split('|').collect();
    let [root, documents, which, last] = words[..] else { panic!("{order}") };
    let (which, last): (usize, usize) = (which.parse().expect("a number"), last.parse().expect("a number"));
    let steps = AtomicUsize::new(0);
    let edition = edition(Path::new(documents), which);
    let told = write::edition_in_steps(&edition, Path::new(root), &|_| {
        if steps.fetch_add(1, Ordering::SeqCst) == last {
            std::process::abort();
        }
    });
    told.expect("it can be written");
}

#[test]
fn a_build_killed_at_any_step_leaves_pages_whole_and_the_next_completes_it() {
    kill_at_every_step(|target| target);
}

#[test]
fn a_build_killed_at_any_step_leaves_pages_whole_and_the_next_takes_it_back() {
    kill_at_every_step(|target| 1 - target);
}

/// Kills the writing of an edition over the other at each of its steps, and
/// completes each with the edition that `next` chooses.
fn kill_at_every_step(next: impl Fn(usize) -> usize) {
    let documents = documents();
    let around = tempfile::tempdir().expect("a folder can be made");
    let root = around.path().join("public");
    let both = [0, 1].map(|which| edition(documents.path(), which));
    let fresh = [0, 1].map(|which| {
        let root = around.path().join(format!("fresca-{which}"));
        write::edition(&both[which], &root).expect("it can be written");
        files(&root)
    });
    for target in [0, 1] {
        // How many steps there are, and how many of them before anything is put in its place.
        write::edition(&both[1 - target], &root).expect("it can be written");
        let (steps, staged) = (AtomicUsize::new(0), AtomicUsize::new(0));
        write::edition_in_steps(&both[target], &root, &|step| {
            steps.fetch_add(1, Ordering::SeqCst);
            staged.fetch_add(usize::from(matches!(step, Step::Staged(_))), Ordering::SeqCst);
        })
        .expect("it can be written");
        let (steps, staged) = (steps.into_inner(), staged.into_inner());
        assert!(staged > 20 && steps > staged + 20, "{staged} of {steps} steps are too few to tell anything");
        for last in 0..steps {
            write::edition(&both[1 - target], &root).expect("it can be written");
            // What stays keeps its place in the manifest, dates included: it is compared as it stands.
            let before = files(&root);
            killed(&root, documents.path(), target, last);
            let after = files(&root);
            if last < staged {
                assert!(without_staging(&after) == before, "killed at step {last}: {}", difference(&after, &before));
            }
            every_page_is_whole(&after, &[&before, &fresh[target]], &fresh[1 - target]);
            write::edition(&both[next(target)], &root).expect("it can be written");
            let done = files(&root);
            let expected = &fresh[next(target)];
            assert!(done == *expected, "after a kill at step {last}: {}", difference(&done, expected));
        }
    }
}

/// Starts a process that writes an edition, and waits for it to be killed.
fn killed(root: &Path, documents: &Path, which: usize, last: usize) {
    let order = format!("{}|{}|{which}|{last}", root.display(), documents.display());
    let mut command = Command::new(std::env::current_exe().expect("a test is a program"));
    command.args(["kill::writes_until_it_is_killed", "--exact", "--test-threads=1"]).env(ORDER, order);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let status = command.status().expect("it starts");
    assert!(!status.success(), "it was not killed at step {last}");
}

fn without_staging(files: &Files) -> Files {
    files.iter().filter(|(path, _)| !is_waiting(path)).map(|(path, bytes)| (path.clone(), bytes.clone())).collect()
}

fn is_waiting(path: &Path) -> bool {
    path.starts_with(".trasparente-in-corso")
}

/// Asserts that each file is that of one edition or of the other, and that
/// what is in both is there.
fn every_page_is_whole(found: &Files, editions: &[&Files; 2], old: &Files) {
    for (path, bytes) in found.iter().filter(|(path, _)| !is_waiting(path) && path.to_string_lossy() != ".edizione") {
        let whole = editions.iter().any(|edition| edition.get(path) == Some(bytes)) || old.get(path) == Some(bytes);
        assert!(whole, "{} is of neither edition", path.display());
    }
    for path in editions[0].keys().filter(|path| editions[1].contains_key(*path)) {
        assert!(found.contains_key(path), "{} is in both editions and went", path.display());
    }
}

/// How many builds of the real program are killed in each direction.
const KILLS: usize = 6;

#[test]
fn the_program_killed_while_it_writes_leaves_pages_whole() {
    let site = Site::new();
    let editions = [site.fresh(0), site.fresh(1)];
    site.build(0);
    for kill in 0..2 * KILLS {
        let target = 1 - kill % 2;
        let mut build = site.start(target);
        // At so many files waiting, or, every other time, when the list was renewed and files change places.
        let wanted = 40 * (kill / 2);
        let listed = site.list_changed();
        while build.try_wait().expect("it runs").is_none() {
            if if kill % 4 < 2 { site.waiting() > wanted } else { site.list_changed() != listed } {
                build.kill().expect("our own child can be killed");
                break;
            }
        }
        build.wait().expect("our own child ends");
        every_page_is_whole(&site.published(), &[&editions[0], &editions[1]], &editions[0]);
        site.build(target);
        let published = site.published();
        assert!(published == editions[target], "after kill {kill}: {}", difference(&published, &editions[target]));
    }
}

/// Two contents of one site, and where it is on line.
struct Site(tempfile::TempDir);

impl Site {
    fn new() -> Self {
        let site = Self(tempfile::tempdir().expect("a folder for a site"));
        for (edition, word) in ["prima", "seconda"].into_iter().enumerate() {
            site.put(
                &format!("{edition}/sito.yaml"),
                &format!("{SETTINGS}tema: prova\ndescrizione: La {word} edizione\n"),
            );
            // Of each there are some the other has not.
            for number in edition * 10..300 + edition * 10 {
                let folder = format!("{edition}/altri-contenuti/dati-ulteriori/atto-{number}");
                let words = format!("Il testo della {word} edizione. ").repeat(60 + number % 40 * (1 + edition));
                site.put(
                    &format!("{folder}/index.md"),
                    &format!(
                        "---\ntitolo: Atto {number}\ntipo: documento\npubblicato: 2026-11-01\n{}---\n\n{words}\n",
                        attached(number)
                    ),
                );
                if number % 30 == 15 {
                    site.put(&format!("{folder}/dati.csv"), &format!("{word};{number}\n").repeat(20_000));
                }
            }
        }
        site
    }

    fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    #[expect(clippy::disallowed_methods, reason = "a site is made of files")]
    fn put(&self, path: &str, text: &str) {
        let path = self.path(path);
        std::fs::create_dir_all(path.parent().expect("a path in a folder")).expect("folders can be made");
        std::fs::write(path, text).expect("a file can be written");
    }

    fn start(&self, edition: usize) -> Child {
        self.start_in(edition, "public")
    }

    fn start_in(&self, edition: usize, out: &str) -> Child {
        let mut command = Command::new(env!("CARGO_BIN_EXE_trasparente"));
        command.args([
            "build",
            "--quiet",
            "--as-of",
            "2026-11-23T10:00",
            "--future",
            "--out",
            out,
            "--content",
            &edition.to_string(),
        ]);
        command.arg("--themes").arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/themes"));
        command.current_dir(self.0.path()).stdin(Stdio::null()).spawn().expect("the program starts")
    }

    fn build(&self, edition: usize) {
        assert!(self.start(edition).wait().expect("it ends").success());
    }

    /// An edition in a folder of its own.
    fn fresh(&self, edition: usize) -> Files {
        let out = format!("fresca-{edition}");
        assert!(self.start_in(edition, &out).wait().expect("it ends").success());
        files(&self.path(&out))
    }

    fn published(&self) -> Files {
        files(&self.path("public"))
    }

    /// How many notices of the build under way wait to be put in their place.
    fn waiting(&self) -> usize {
        std::fs::read_dir(self.path("public/.trasparente-in-corso/sito/atti")).map_or(0, Iterator::count)
    }

    /// When the list of what is ours was last renewed.
    fn list_changed(&self) -> Option<std::time::SystemTime> {
        std::fs::metadata(self.path("public/.edizione")).and_then(|about| about.modified()).ok()
    }
}

fn attached(number: usize) -> &'static str {
    if number % 30 == 15 { "allegati:\n  - file: dati.csv\n    titolo: Dati\n" } else { "" }
}

fn difference(found: &Files, expected: &Files) -> String {
    let odd = found.iter().find(|(path, bytes)| expected.get(*path) != Some(*bytes)).map(|(path, _)| path);
    let odd = odd.or_else(|| expected.keys().find(|path| !found.contains_key(*path)));
    odd.map_or_else(String::new, |path| format!("{} is not as in a fresh build", path.display()))
}

/// The files below a folder with their bytes, hidden ones too.
#[expect(clippy::disallowed_methods, reason = "a test looks at what was published")]
fn files(folder: &Path) -> Files {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(|entry| entry.expect("it can be listed"));
    let files = entries.filter(|entry| entry.file_type().is_file());
    files
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).expect("it is below").to_owned();
            (path, std::fs::read(entry.path()).expect("a file can be read"))
        })
        .collect()
}
