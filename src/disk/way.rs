//! Goes from a folder to what lies below it, holding the folders on the way:
//! files come in the order of their paths, and the next is mostly beside the
//! last.

use std::fs::File;
use std::io;

use cap_fs_ext::{DirExt, FollowSymlinks, OpenOptionsFollowExt, OpenOptionsSyncExt};
use cap_std::fs::{Dir, OpenOptions};

use super::{Folder, Obstacle};

/// What stands at a path.
#[derive(Debug)]
pub enum There {
    /// Nothing.
    Nothing,
    /// A plain file.
    File,
    /// A folder.
    Folder,
    /// A link, or something that is neither file nor folder.
    Other(Obstacle),
}

/// A way into a folder.
#[derive(Debug)]
pub struct Way {
    root: Folder,
    /// The folders from the root to where we stand, outer first.
    open: Vec<(String, Dir)>,
}

impl Way {
    pub(super) fn new(root: Folder) -> Self {
        Self { root, open: Vec::new() }
    }

    /// The folder at a path; the root at the empty one.
    pub fn folder(&mut self, path: &str) -> io::Result<&Dir> {
        self.go(path, &|dir, name| opened(dir, name))
    }

    /// The folder at a path, made if need be, and those it stands in.
    pub fn make(&mut self, path: &str) -> io::Result<&Dir> {
        self.go(path, &|dir, name| match ours(name).and_then(|()| dir.create_dir(name)) {
            Ok(()) => opened(dir, name),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => opened(dir, name),
            Err(error) => Err(error),
        })
    }

    fn go(&mut self, path: &str, open: &dyn Fn(&Dir, &str) -> io::Result<Dir>) -> io::Result<&Dir> {
        let mut names = path.split('/').filter(|_| !path.is_empty()).peekable();
        let mut kept = 0;
        while let (Some((name, _)), Some(next)) = (self.open.get(kept), names.peek())
            && name == next
        {
            kept += 1;
            names.next();
        }
        self.open.truncate(kept);
        for name in names {
            named(name)?;
            let dir = open(self.here(), name)?;
            self.open.push((name.to_owned(), dir));
        }
        Ok(self.here())
    }

    fn here(&self) -> &Dir {
        self.open.last().map_or(&self.root.0.dir, |(_, dir)| dir)
    }

    /// The folder a path ends in, and the name it ends with.
    pub fn parent<'p>(&mut self, path: &'p str) -> io::Result<(&Dir, &'p str)> {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        named(name)?;
        Ok((self.folder(folder)?, name))
    }

    /// Opens a plain file to read it.
    pub fn file(&mut self, path: &str) -> io::Result<File> {
        let (dir, name) = self.parent(path)?;
        match dir.open_with(name, to_read().follow(FollowSymlinks::No)) {
            Ok(file) => plain(file.into_std()),
            Err(error) => Err(because(dir, name, error)),
        }
    }

    /// Makes a file that must not be there yet, to write and read it.
    pub fn create(&mut self, path: &str) -> io::Result<File> {
        let (dir, name) = self.parent(path)?;
        ours(name)?;
        let mut options = OpenOptions::new();
        options.write(true).read(true).create_new(true);
        Ok(dir.open_with(name, &options)?.into_std())
    }

    /// What stands at a path; nothing also where there is no folder to hold
    /// it. A link on the way is an error, and so is a file in place of a
    /// folder (`NotADirectory`).
    pub fn look(&mut self, path: &str) -> io::Result<There> {
        let (dir, name) = match self.parent(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(There::Nothing),
            parent => parent?,
        };
        match dir.symlink_metadata(name) {
            Ok(there) if there.is_symlink() => Ok(There::Other(Obstacle::Link)),
            Ok(there) if there.is_dir() => Ok(There::Folder),
            Ok(there) if there.is_file() => Ok(There::File),
            Ok(_) => Ok(There::Other(Obstacle::Special)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(There::Nothing),
            Err(error) => Err(error),
        }
    }

    /// Forgets the folders below a path: they were moved or deleted.
    pub fn forget(&mut self, path: &str) {
        let depth = if path.is_empty() { 0 } else { path.split('/').count() - 1 };
        self.open.truncate(depth);
    }
}

/// A name below a folder.
fn named(name: &str) -> io::Result<()> {
    let outside = name.is_empty() || name == "." || name == ".." || name.contains(std::path::is_separator);
    if outside { Err(Obstacle::Name.into()) } else { Ok(()) }
}

/// A name to give to what is made: whatever is found may be called as it
/// likes, what we make can be written in a list, a line a name.
fn ours(name: &str) -> io::Result<()> {
    if name.chars().any(char::is_control) { Err(Obstacle::Name.into()) } else { named(name) }
}

/// A folder by name, if it is one.
fn opened(dir: &Dir, name: &str) -> io::Result<Dir> {
    dir.open_dir_nofollow(name).map_err(|error| because(dir, name, error))
}

/// Without waiting for whoever should write at the other end of a pipe.
pub(super) fn to_read() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.read(true).nonblock(true);
    options
}

/// A plain file, and nothing else that can be opened.
pub(super) fn plain(file: File) -> io::Result<File> {
    let kind = file.metadata()?.file_type();
    match (kind.is_file(), kind.is_dir()) {
        (true, _) => Ok(file),
        (_, true) => Err(io::ErrorKind::IsADirectory.into()),
        _ => Err(Obstacle::Special.into()),
    }
}

/// Systems differ in what they call a link that is not to be followed.
fn because(dir: &Dir, name: &str, error: io::Error) -> io::Error {
    match dir.symlink_metadata(name) {
        Ok(there) if there.is_symlink() => Obstacle::Link.into(),
        // A socket cannot be opened, a pipe nobody holds says so in its own way.
        Ok(there) if !there.is_file() && !there.is_dir() => Obstacle::Special.into(),
        _ => error,
    }
}
