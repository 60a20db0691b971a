//! A document on its way to the site: what goes out is what was checked.

use std::fs::File;
use std::io::{self, Read};

use super::folder::digest;
use super::{Fault, WriteError};
use crate::disk::Origin;

/// Reads a document once, giving every stretch to `out`; an error if in the
/// end it was not the one whose SHA-256 and size were checked, and whatever
/// was written of it must not be used. The error carries a [`WriteError`]
/// that names the document, unless it is `out`'s.
pub fn pour(from: &Origin, checked: ([u8; 32], u64), out: impl FnMut(&[u8]) -> io::Result<()>) -> io::Result<()> {
    let file = from.open().map_err(|cause| of(from, cause))?;
    let poured = digest(Document { file, from }, out)?;
    if poured == checked { Ok(()) } else { Err(WriteError::new(from.full(), Fault::Changed).into()) }
}

/// Whether an open file is what was checked: an error if not.
pub fn is_unchanged(file: &File, checked: ([u8; 32], u64)) -> io::Result<()> {
    let found = file.metadata()?.len() == checked.1 && digest(file, |_| Ok(()))? == checked;
    if found { Ok(()) } else { Err(io::ErrorKind::InvalidData.into()) }
}

/// What is wrong with the document, not with the file it goes into.
fn of(from: &Origin, cause: io::Error) -> io::Error {
    WriteError::of(from.full(), cause, Fault::Read).into()
}

struct Document<'a> {
    file: File,
    from: &'a Origin,
}

impl Read for Document<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self.file.read(buffer) {
            Err(error) if error.kind() != io::ErrorKind::Interrupted => Err(of(self.from, error)),
            read => read,
        }
    }
}
