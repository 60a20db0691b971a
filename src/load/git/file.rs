//! Files of a repository: plain ones only, and never more of them than asked.

use std::io::{ErrorKind, Read};
use std::path::Path;

use super::Gap;
use crate::disk;

/// The longest file that is one line: a name, a path.
const LINE: u64 = 4096;

/// The bytes of a file, if there is one; longer than `most` it is not what it
/// should be.
pub(super) fn read(path: &Path, most: u64) -> Result<Option<Vec<u8>>, Gap> {
    let file = match disk::file_at(path) {
        Ok(file) => file,
        Err(error) if [ErrorKind::NotFound, ErrorKind::NotADirectory].contains(&error.kind()) => return Ok(None),
        Err(_) => return Err(Gap::Unreadable),
    };
    let mut bytes = Vec::new();
    file.take(most + 1).read_to_end(&mut bytes).map_err(|_| Gap::Unreadable)?;
    if bytes.len() as u64 > most { Err(Gap::Unreadable) } else { Ok(Some(bytes)) }
}

/// The one line of a file, if there is one.
pub(super) fn line(path: &Path) -> Result<Option<String>, Gap> {
    let Some(bytes) = read(path, LINE)? else { return Ok(None) };
    let text = String::from_utf8(bytes).map_err(|_| Gap::Unreadable)?;
    Ok(Some(text.trim_end_matches(['\n', '\r']).to_owned()))
}
