//! Whether the files of an open database still are those that stand under
//! its name. What is added to a file that was moved, deleted or exchanged is
//! lost, and the database does not notice.

use std::ffi::OsString;
use std::fs::Metadata;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// What stands under the name of a database that is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// The files that are open.
    InPlace,
    /// Another file, or none.
    Moved,
    /// The file that is open, but its log is gone or another.
    LogLost,
    /// The file that is open, but somebody else wrote in it: a second
    /// receiver, or whoever copied something over it.
    Touched,
}

/// Why a name cannot be that of a database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unfit {
    /// It is a link, or its log is.
    Link,
    /// It is neither a file nor free, or its log is.
    Special,
}

/// The files of a database as they were when last looked at.
pub(super) struct Place {
    main: PathBuf,
    log: PathBuf,
    seen: Option<Seen>,
}

struct Seen {
    main: Option<File>,
    /// None before the first rating.
    log: Option<(u64, u64)>,
}

#[derive(PartialEq, Eq)]
struct File {
    id: (u64, u64),
    size: u64,
    changed: Option<SystemTime>,
}

/// The name under which a database is opened: in the folder itself, wherever
/// links lead to it, so that only the file's own name may be no link.
pub(super) fn resolved(path: &Path) -> io::Result<PathBuf> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    let name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?;
    Ok(folder.canonicalize()?.join(name))
}

/// Whether a file, or the files a database has beside it, are something else than
/// files.
pub(super) fn unfit(path: &Path) -> Option<Unfit> {
    ["", "-wal", "-shm", "-journal"].into_iter().find_map(|ending| {
        let there = std::fs::symlink_metadata(beside(path, ending)).ok()?;
        let is_plain = there.is_file() || (ending.is_empty() && there.is_dir());
        if there.is_symlink() { Some(Unfit::Link) } else { (!is_plain).then_some(Unfit::Special) }
    })
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(ending);
    name.into()
}

impl Place {
    pub(super) fn new(path: &Path) -> Self {
        Self { main: path.to_owned(), log: beside(path, "-wal"), seen: None }
    }

    /// Remembers the files as they are: they were just written to by us.
    pub(super) fn remember(&mut self) {
        self.seen = Some(self.look());
    }

    fn look(&self) -> Seen {
        let there = |path: &Path| std::fs::symlink_metadata(path).ok();
        let file = |about: Metadata| File { id: id(&about), size: about.len(), changed: about.modified().ok() };
        Seen { main: there(&self.main).map(file), log: there(&self.log).map(|about| id(&about)) }
    }

    /// What stands there now. Links count as other files.
    pub(super) fn standing(&self) -> Standing {
        let Some(seen) = &self.seen else { return Standing::InPlace };
        let now = self.look();
        let same =
            |a: &Option<File>, b: &Option<File>| a.as_ref().map(|file| file.id) == b.as_ref().map(|file| file.id);
        if !same(&seen.main, &now.main) {
            Standing::Moved
        } else if seen.log.is_some() && seen.log != now.log {
            Standing::LogLost
        } else if seen.main != now.main {
            Standing::Touched
        } else {
            Standing::InPlace
        }
    }
}

/// Which file it is.
#[cfg(unix)]
fn id(about: &Metadata) -> (u64, u64) {
    use std::os::unix::fs::MetadataExt;
    (about.dev(), about.ino())
}

/// Elsewhere an open file can be neither moved nor deleted.
#[cfg(not(unix))]
fn id(_: &Metadata) -> (u64, u64) {
    (0, 0)
}
