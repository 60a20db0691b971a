//! Why an edition could not be put on disk.

use std::fmt;
use std::io;
use std::path::PathBuf;

use crate::disk::Obstacle;

/// Something the world would not let us do, by path.
#[derive(Debug)]
pub struct WriteError {
    /// What we wanted to write, read or delete.
    pub path: PathBuf,
    /// Why not.
    pub fault: Fault,
    /// How many of how many changed files were already in their place; none
    /// if nothing on line has changed.
    pub placed: Option<(usize, usize)>,
}

/// What stood in the way of writing.
#[derive(Debug)]
pub enum Fault {
    /// The file could not be read.
    Read(io::Error),
    /// The file could not be written or deleted.
    Write(io::Error),
    /// The folder holds files no edition wrote.
    NotEmpty,
    /// A file no edition wrote stands where one of ours should.
    Stranger,
    /// A link stands where a folder should: it could lead out of the site.
    Link,
    /// Another build is writing there.
    Locked,
    /// A document is no longer what was checked.
    Changed,
}

impl Fault {
    /// What a failure comes to: an obstacle is one by itself, the rest is as
    /// `otherwise` says.
    pub(super) fn of(cause: io::Error, otherwise: fn(io::Error) -> Self) -> Self {
        match Obstacle::of(&cause) {
            Some(Obstacle::Link) => Self::Link,
            Some(Obstacle::Special) => Self::Stranger,
            Some(Obstacle::Name) | None => otherwise(cause),
        }
    }
}

impl WriteError {
    pub(super) fn new(path: PathBuf, fault: Fault) -> Self {
        Self { path, fault, placed: None }
    }

    /// The error of a failure; one that carries another inside (a document
    /// could not be read while a file was written) is that other.
    pub(super) fn of(path: PathBuf, cause: io::Error, otherwise: fn(io::Error) -> Fault) -> Self {
        match cause.downcast::<Self>() {
            Ok(inner) => inner,
            Err(cause) => Self::new(path, Fault::of(cause, otherwise)),
        }
    }

    /// The same, after some files were put in their place.
    pub(super) fn after(self, placed: usize, of: usize) -> Self {
        Self { placed: (placed > 0).then_some((placed, of)), ..self }
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {:?}", self.path.display(), self.fault)
    }
}

impl std::error::Error for WriteError {}

impl From<WriteError> for io::Error {
    fn from(error: WriteError) -> Self {
        Self::other(error)
    }
}
