//! When git last saw each file change.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use crate::calendar::Instant;
use crate::edition::Commit;

/// The last change of each content file, by path from the content folder.
/// Empty where there is no git, no repository, or a shallow one, whose dates
/// would be wrong.
#[derive(Debug, Default)]
pub struct History {
    changes: BTreeMap<String, Instant>,
    commit: Option<Commit>,
}

impl History {
    /// A history from paths and times.
    pub fn new(changes: impl IntoIterator<Item = (String, Instant)>) -> Self {
        Self { changes: changes.into_iter().collect(), commit: None }
    }

    /// When a file was last changed, if git knows.
    pub fn last_change(&self, path: &str) -> Option<Instant> {
        self.changes.get(path).copied()
    }

    /// What the content is built from, if git knows.
    pub fn commit(&self) -> Option<&Commit> {
        self.commit.as_ref()
    }
}

/// Asks git once for all files.
pub fn history(root: &Path) -> History {
    let git = |args: &[&str]| {
        let output = Command::new("git")
            .arg("-C")
            .arg(root)
            // Nothing of the repository's configuration may run a program.
            .args(["-c", "core.quotepath=off", "-c", "core.fsmonitor=false", "-c", "log.showSignature=false"])
            .args(args)
            .env("GIT_OPTIONAL_LOCKS", "0")
            .output()
            .ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
    };
    let head = git(&["rev-parse", "--verify", "HEAD"]).map(|id| id.trim().to_owned());
    let commit = head.map(|id| Commit {
        id,
        changed_since: git(&["status", "--porcelain", "--", "."]).is_none_or(|said| !said.trim().is_empty()),
    });
    if git(&["rev-parse", "--is-shallow-repository"]).is_none_or(|answer| answer.trim() != "false") {
        return History { commit, ..History::default() };
    }
    let log = git(&["log", "--no-renames", "--relative", "--name-only", "--format=%x01%ct", "--", "*.md"]);
    let mut changes = BTreeMap::new();
    let mut when = Instant::from_unix(0);
    for line in log.as_deref().unwrap_or_default().lines() {
        match line.strip_prefix('\u{1}') {
            Some(seconds) => when = Instant::from_unix(seconds.parse().unwrap_or(0)),
            None if line.is_empty() => {}
            // Newest first: what comes later is older.
            None => {
                changes.entry(line.to_owned()).or_insert(when);
            }
        }
    }
    History { changes, commit }
}
