//! A sound site in a folder of its own, built once, to which something bad
//! is then done; and what the program says of it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;
use std::time::SystemTime;

use super::settings::SETTINGS;

/// The instant every site is seen at.
pub(crate) const NOW: &str = "2026-11-23T10:00";

/// Where a bad notice goes, and how the report names it.
pub(crate) const BAD: &str = "bandi-gara-contratti/procedure/prova.md";

/// The sound notice of every site.
const MEALS: &str = "---
titolo: Mense scolastiche
tipo: bando-gara
pubblicato: 12/10/2026
codici:
  cig: B51ABEC4F6
scadenze:
  - tipo: presentazione-offerte
    data: 04/12/2026 ore 12
alias: /vecchio/mense/
allegati:
  - file: bando.pdf
    titolo: Bando di gara
---

## Come partecipare

Leggi il [bando di gara](bando.pdf).
";

/// A notice with more front matter, from line 5 on, and a body.
pub(crate) fn notice(more: &str, body: &str) -> String {
    format!("---\ntitolo: Prova\ntipo: documento\npubblicato: 12/10/2026\n{more}---\n{body}")
}

/// Everything in the published folder: its bytes and when it was last
/// written.
type OnLine = BTreeMap<PathBuf, (Vec<u8>, SystemTime)>;

/// What the sound site comes to, built once for all tests.
static SOUND: OnceLock<OnLine> = OnceLock::new();

/// A site in a folder of its own.
pub(crate) struct Site {
    folder: tempfile::TempDir,
}

/// What the program said and did.
pub(crate) struct Run {
    /// Its exit code.
    pub(crate) code: Option<i32>,
    /// Standard output.
    pub(crate) out: String,
    /// Both outputs, one after the other.
    pub(crate) said: String,
}

impl Site {
    /// A sound site, published.
    pub(crate) fn published() -> Self {
        let site = Self::unpublished();
        let sound = SOUND.get_or_init(|| {
            let run = site.build(&[]);
            assert_eq!(run.code, Some(0), "the sound site is not sound: {}", run.said);
            site.on_line()
        });
        for (path, (bytes, _)) in sound.iter().filter(|(_, (bytes, _))| !bytes.is_empty()) {
            site.put(&format!("public/{}", path.display()), bytes);
        }
        site
    }

    /// A sound site that was never built.
    pub(crate) fn unpublished() -> Self {
        let site = Self { folder: tempfile::tempdir().expect("a folder for a site") };
        site.put("content/sito.yaml", SETTINGS);
        site.put("content/bandi-gara-contratti/procedure/mense/index.md", MEALS);
        site.put("content/bandi-gara-contratti/procedure/mense/bando.pdf", "%PDF-1.7\n");
        site
    }

    /// A sound site, published, with a notice it does not publish yet.
    pub(crate) fn with(bad_notice: impl AsRef<[u8]>) -> Self {
        Self::published().and(BAD, bad_notice)
    }

    /// The same with another file in the content folder.
    pub(crate) fn and(self, path: &str, bytes: impl AsRef<[u8]>) -> Self {
        self.put(&format!("content/{path}"), bytes);
        self
    }

    /// A path of the site's folder.
    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Writes a file.
    #[expect(clippy::disallowed_methods, reason = "a site is made of files")]
    pub(crate) fn put(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(path);
        std::fs::create_dir_all(path.parent().expect("a path in a folder")).expect("folders can be made");
        std::fs::write(path, bytes).expect("a file can be written");
    }

    /// Builds it again, in Italian, as it should be on 23 November 2026.
    pub(crate) fn build(&self, more: &[&str]) -> Run {
        // Whatever the clock of this machine says.
        self.run(&[&["build", "--lang", "it", "--as-of", NOW, "--future"], more].concat())
    }

    /// Runs the program in the site's folder.
    pub(crate) fn run(&self, words: &[&str]) -> Run {
        let mut command = Command::new(env!("CARGO_BIN_EXE_trasparente"));
        command.args(words);
        self.run_command(command)
    }

    /// Runs the program after a shell has set limits to it.
    #[allow(dead_code, reason = "not every test sets limits")]
    pub(crate) fn run_under(&self, limits: &str, words: &[&str]) -> Run {
        let mut command = Command::new("sh");
        command.args(["-c", &format!("{limits}; exec \"$0\" \"$@\""), env!("CARGO_BIN_EXE_trasparente")]).args(words);
        self.run_command(command)
    }

    fn run_command(&self, mut command: Command) -> Run {
        // No repository above the folder may be mistaken for the site's own.
        let above = self.folder.path().parent().expect("a folder in another");
        command.current_dir(self.folder.path()).env("GIT_CEILING_DIRECTORIES", above);
        let Output { status, stdout, stderr } = command.output().expect("the program starts");
        let out = String::from_utf8(stdout).expect("the program writes UTF-8");
        let said = out.clone() + &String::from_utf8(stderr).expect("the program writes UTF-8");
        assert!(!said.contains("panicked at") && !said.contains("RUST_BACKTRACE"), "a panic: {said}");
        Run { code: status.code(), out, said }
    }

    /// What is on line, by path from there.
    pub(crate) fn on_line(&self) -> OnLine {
        let public = self.path("public");
        let mut files = BTreeMap::new();
        for entry in walkdir::WalkDir::new(&public) {
            let entry = entry.expect("what is published can be read");
            let about = entry.metadata().expect("what is published can be read");
            let written = about.modified().expect("a file has a date");
            let bytes = if entry.file_type().is_dir() { Vec::new() } else { read(entry.path()) };
            let path = entry.path().strip_prefix(&public).expect("it is in there");
            files.insert(path.to_owned(), (bytes, written));
        }
        files
    }
}

#[expect(clippy::disallowed_methods, reason = "a test looks at what was published")]
pub(crate) fn read(path: &Path) -> Vec<u8> {
    std::fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

impl Run {
    /// Whether a finding of a rule at a place holds some words. The place is
    /// from the content folder; `severity` is the word people read.
    fn finds(&self, severity: &str, rule: &str, place: &str, words: &str) -> bool {
        let opening = format!("{severity}[{rule}]: ");
        let arrow = format!("--> content/{place}");
        self.said.split("\n\n").any(|finding| {
            finding.trim_start().starts_with(&opening)
                && finding.lines().any(|line| line.trim() == arrow)
                && finding.contains(words)
        })
    }

    /// Asserts that there is such an error.
    #[track_caller]
    pub(crate) fn error(&self, rule: &str, place: &str, words: &str) -> &Self {
        assert!(self.finds("errore", rule, place, words), "no `{rule}` at {place} with «{words}» in:\n{}", self.said);
        self
    }

    /// Asserts that there is such a warning.
    #[track_caller]
    pub(crate) fn warning(&self, rule: &str, place: &str, words: &str) -> &Self {
        assert!(
            self.finds("avvertimento", rule, place, words),
            "no `{rule}` at {place} with «{words}» in:\n{}",
            self.said
        );
        self
    }

    /// Asserts that some words were said.
    #[track_caller]
    pub(crate) fn says(&self, words: &str) -> &Self {
        assert!(self.said.contains(words), "no «{words}» in:\n{}", self.said);
        self
    }
}

/// Asserts that a site is refused, for its content (1) or for the world (2),
/// and that what is on line is not touched, not even rewritten.
#[track_caller]
pub(crate) fn untouched(site: &Site, code: i32, more: &[&str]) -> Run {
    let before = site.on_line();
    let run = site.build(more);
    assert_eq!(run.code, Some(code), "{}", run.said);
    assert!(site.on_line() == before, "what is on line was touched: {}", run.said);
    run
}

/// Asserts that a site is refused for its content.
#[track_caller]
pub(crate) fn refused(site: &Site) -> Run {
    untouched(site, 1, &[])
}

/// Asserts that a site is refused if it is to be strict, and only then.
#[track_caller]
pub(crate) fn warned(site: &Site) -> Run {
    untouched(site, 1, &["--strict"]);
    accepted(site)
}

/// Asserts that a site is published.
#[track_caller]
pub(crate) fn accepted(site: &Site) -> Run {
    let run = site.build(&[]);
    assert_eq!(run.code, Some(0), "{}", run.said);
    run
}
