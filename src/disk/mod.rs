//! Folders by handle: whatever is opened below one lies below it.
//!
//! A path that is looked at and then opened is asked for twice, and between
//! the two somebody can put a link in its place. Here a folder that was
//! given is opened once, and everything below is reached from that handle,
//! name by name, never through a link: what a handle leads to cannot be
//! exchanged. Only plain files are opened, and without waiting: a pipe in a
//! file's place is refused rather than waited for.
//!
//! The folders a user names are trusted to be where they say, links
//! included; what lies in them is not.

#![expect(clippy::disallowed_methods, reason = "this is where folders and files are opened")]

mod way;

use std::fmt;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use cap_fs_ext::OpenOptionsMaybeDirExt;
use cap_std::ambient_authority;
use cap_std::fs::Dir;

pub use way::{There, Way};

/// What stands where a plain file or a folder of ours should.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Obstacle {
    /// A symbolic link: it could lead anywhere.
    Link,
    /// Neither file nor folder: a pipe, a socket, a device.
    Special,
    /// A name no file can have below a folder, empty or `..`, or that we give
    /// to none, with a control character.
    Name,
}

impl fmt::Display for Obstacle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Link => "a symbolic link",
            Self::Special => "neither a file nor a folder",
            Self::Name => "a name no file can have",
        })
    }
}

impl std::error::Error for Obstacle {}

impl Obstacle {
    /// The obstacle an error tells of, if it is one.
    pub fn of(error: &io::Error) -> Option<Self> {
        error.get_ref()?.downcast_ref().copied()
    }
}

impl From<Obstacle> for io::Error {
    fn from(obstacle: Obstacle) -> Self {
        Self::new(io::ErrorKind::InvalidInput, obstacle)
    }
}

/// A folder somebody gave us, open. Copies share the handle.
#[derive(Debug, Clone)]
pub struct Folder(Arc<Opened>);

#[derive(Debug)]
struct Opened {
    dir: Dir,
    path: PathBuf,
}

/// Two are the same if they were given by the same path.
impl PartialEq for Folder {
    fn eq(&self, other: &Self) -> bool {
        self.0.path == other.0.path
    }
}

impl Eq for Folder {}

impl Folder {
    /// Opens a folder where a user says it is.
    pub fn open(path: &Path) -> io::Result<Self> {
        let given = if path.as_os_str().is_empty() { Path::new(".") } else { path };
        let dir = Dir::open_ambient_dir(given, ambient_authority())?;
        Ok(Self(Arc::new(Opened { dir, path: path.to_owned() })))
    }

    /// Opens a folder where a user wants it, making it if need be.
    pub fn make(path: &Path) -> io::Result<Self> {
        if !path.as_os_str().is_empty() {
            Dir::create_ambient_dir_all(path, ambient_authority())?;
        }
        Self::open(path)
    }

    /// Where it is, for messages.
    pub fn path(&self) -> &Path {
        &self.0.path
    }

    /// A folder below, by path with `/`; not through links.
    pub fn below(&self, path: &str) -> io::Result<Self> {
        let dir = self.way().folder(path)?.try_clone()?;
        Ok(Self(Arc::new(Opened { dir, path: self.0.path.join(path) })))
    }

    /// A way into it, for one thread.
    pub fn way(&self) -> Way {
        Way::new(self.clone())
    }

    /// Opens a plain file below, by path with `/`, to read it.
    pub fn file(&self, path: &str) -> io::Result<File> {
        self.way().file(path)
    }

    /// Opens a plain file below for reading, through links as long as they
    /// stay below: package managers link what they install.
    pub fn file_through_links(&self, path: &str) -> io::Result<File> {
        way::plain(self.0.dir.open_with(path, &way::to_read())?.into_std())
    }

    /// The folder as a file, to lock it.
    pub fn as_file(&self) -> io::Result<File> {
        // A handle that only leads somewhere cannot be locked: this one can be read.
        Ok(self.0.dir.open_with(".", way::to_read().maybe_dir(true))?.into_std())
    }
}

/// Opens a plain file where it is said to be, to read it; links lead there,
/// but nothing is waited for.
pub fn file_at(path: &Path) -> io::Result<File> {
    way::plain(cap_std::fs::File::open_ambient_with(path, &way::to_read(), ambient_authority())?.into_std())
}

/// A file below a folder, to be opened when it is needed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The folder.
    pub folder: Folder,
    /// Its path from there, with `/`.
    pub path: String,
}

impl Origin {
    /// Opens it to read: below the folder, not through links, only if it is
    /// a plain file.
    pub fn open(&self) -> io::Result<File> {
        self.folder.file(&self.path)
    }

    /// Where it is, for messages.
    pub fn full(&self) -> PathBuf {
        self.folder.path().join(&self.path)
    }
}
