//! Builds killed at any moment: whoever looks at the site finds every page
//! whole, the old one or the new one, and the next build makes it right.

#![cfg(unix)]

#[path = "support/settings.rs"]
mod settings;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use settings::SETTINGS;

/// At least this many builds are killed…
const KILLS: u32 = 25;

/// …and of these at least so many between the first file and the last.
const HITS: u32 = 8;

/// With fewer than that after so many, the test is of no use on this machine.
const MOST: u32 = 120;

type Files = BTreeMap<PathBuf, Vec<u8>>;

#[test]
fn a_killed_build_leaves_pages_whole_and_the_next_completes_it() {
    kill_again_and_again(|target| target);
}

#[test]
fn a_killed_build_leaves_pages_whole_and_the_next_takes_it_back() {
    kill_again_and_again(|target| 1 - target);
}

/// Kills builds of an edition over the other, and completes each with a build
/// of the edition that `next` chooses.
fn kill_again_and_again(next: impl Fn(usize) -> usize) {
    let site = Site::new();
    let editions = [site.fresh(0), site.fresh(1)];
    site.build(0);
    let (writes_from, ends) = site.stopwatch(1);
    let (mut on_line, mut hits, mut kills) = (1, 0, 0);
    while kills < KILLS || hits < HITS {
        assert!(
            kills < MOST,
            "only {hits} of {kills} builds were killed while they wrote, from {writes_from:?} to {ends:?}"
        );
        let target = 1 - on_line;
        // Some while it reads and renders, most while it writes.
        let delay = if kills % 5 == 0 {
            writes_from * (kills % 7) / 7
        } else {
            writes_from + ends.saturating_sub(writes_from) * (kills % 23) / 22
        };
        let mut build = site.start(target);
        std::thread::sleep(delay);
        build.kill().expect("our own child can be killed");
        build.wait().expect("our own child ends");
        kills += 1;
        hits += u32::from(site.every_page_is_whole(&editions));
        on_line = next(target);
        site.build(on_line);
        assert!(
            site.published() == editions[on_line],
            "after kill {kills}: {}",
            difference(&site.published(), &editions[on_line])
        );
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
            "--out",
            out,
            "--content",
            &edition.to_string(),
        ]);
        command.arg("--themes").arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/support/themes"));
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

    /// Builds an edition over the other; gives the time until it began to
    /// write and until it ended.
    fn stopwatch(&self, edition: usize) -> (Duration, Duration) {
        let list = || {
            std::fs::metadata(self.path("public/.edizione")).and_then(|about| about.modified()).expect("it was built")
        };
        let before = list();
        let started = Instant::now();
        let mut build = self.start(edition);
        while list() == before && build.try_wait().expect("it runs").is_none() {
            std::thread::sleep(Duration::from_millis(1));
        }
        let writes_from = started.elapsed();
        assert!(build.wait().expect("it ends").success());
        (writes_from, started.elapsed())
    }

    /// Asserts that each file is that of one edition or of the other; says
    /// whether there are files of both.
    fn every_page_is_whole(&self, editions: &[Files; 2]) -> bool {
        let found = self.published();
        let mut seen = [false; 2];
        for (path, bytes) in &found {
            let is = [0, 1].map(|edition: usize| editions[edition].get(path) == Some(bytes));
            let ours =
                path.to_string_lossy().contains(".edizione") || path.to_string_lossy().ends_with(".trasparente-tmp");
            assert!(is[0] || is[1] || ours, "{} is of neither edition", path.display());
            if is[0] != is[1] {
                seen = [seen[0] || is[0], seen[1] || is[1]];
            }
        }
        for path in editions[0].keys().filter(|path| editions[1].contains_key(*path)) {
            assert!(found.contains_key(path), "{} is in both editions and went", path.display());
        }
        seen == [true, true]
    }
}

fn attached(number: usize) -> &'static str {
    if number % 30 == 15 { "allegati:\n  - file: dati.csv\n    titolo: Dati\n" } else { "" }
}

fn difference(found: &Files, expected: &Files) -> String {
    let odd = found.iter().find(|(path, bytes)| expected.get(*path) != Some(bytes)).map(|(path, _)| path);
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
