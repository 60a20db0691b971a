//! Repositories made with the real git, as people and attackers make them.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A folder git is run in.
pub(crate) struct Repository {
    root: PathBuf,
}

impl Repository {
    /// A new repository in a folder.
    pub(crate) fn new(root: &Path) -> Self {
        Self::of_format(root, &[])
    }

    /// A new repository in a folder, with more words to `git init`.
    pub(crate) fn of_format(root: &Path, words: &[&str]) -> Self {
        let repository = Self::at(root);
        repository.git(&[&["init", "--quiet", "--initial-branch=main"], words].concat());
        repository
    }

    /// The repository that is in a folder already.
    pub(crate) fn at(root: &Path) -> Self {
        folder(root);
        Self { root: root.to_owned() }
    }

    /// Where it is.
    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    /// Runs git, and gives what it says.
    pub(crate) fn git(&self, words: &[&str]) -> String {
        self.git_at("2026-11-01T10:00:00+01:00", words)
    }

    /// Runs git as if it were a moment.
    pub(crate) fn git_at(&self, when: &str, words: &[&str]) -> String {
        let Output { status, stdout, stderr } = Command::new("git")
            .current_dir(&self.root)
            .args(["-c", "protocol.file.allow=always", "-c", "commit.gpgsign=false", "-c", "core.quotepath=off"])
            .args(words)
            .envs([("GIT_AUTHOR_NAME", "Redazione"), ("GIT_COMMITTER_NAME", "Redazione")])
            .envs([("GIT_AUTHOR_EMAIL", "r@comune.it"), ("GIT_COMMITTER_EMAIL", "r@comune.it")])
            .envs([("GIT_AUTHOR_DATE", when), ("GIT_COMMITTER_DATE", when)])
            .envs([("GIT_CONFIG_GLOBAL", "/dev/null"), ("GIT_CONFIG_NOSYSTEM", "1")])
            .output()
            .expect("git is installed");
        assert!(status.success(), "git {words:?}: {}", String::from_utf8_lossy(&stderr));
        String::from_utf8(stdout).expect("git says UTF-8")
    }

    /// Commits everything, as if it were a moment.
    pub(crate) fn commit(&self, when: &str) {
        self.git(&["add", "--all", "--force"]);
        self.git_at(when, &["commit", "--quiet", "--allow-empty", "--message", "Avvisi"]);
    }

    /// Writes a file.
    pub(crate) fn put(&self, path: &str, bytes: impl AsRef<[u8]>) {
        put(&self.path(path), bytes);
    }
}

/// Writes a file, and the folders it is in.
#[expect(clippy::disallowed_methods, reason = "a test makes its own repositories")]
pub(crate) fn put(path: &Path, bytes: impl AsRef<[u8]>) {
    folder(path.parent().expect("a file has a folder"));
    std::fs::write(path, bytes).expect("a file can be written");
}

/// Makes a folder.
#[expect(clippy::disallowed_methods, reason = "a test makes its own repositories")]
pub(crate) fn folder(path: &Path) {
    std::fs::create_dir_all(path).expect("a folder can be made");
}
