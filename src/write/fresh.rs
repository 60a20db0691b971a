//! Files that must not be there yet: what `new` and `init` make.

use std::io::Write;
use std::path::Path;

use super::{Fault, WriteError};
use crate::disk::Folder;

/// Writes a file that must not be there yet, at a path with `/` below a
/// folder; both are made if need be. Nothing is written through a link.
pub fn create_new(folder: &Path, path: &str, bytes: &[u8]) -> Result<(), WriteError> {
    let full = folder.join(path);
    let write = || {
        let folder = Folder::make(folder)?;
        let mut way = folder.way();
        if let Some((parent, _)) = path.rsplit_once('/') {
            way.make(parent)?;
        }
        way.create(path)?.write_all(bytes)
    };
    write().map_err(|cause| WriteError::of(full, cause, Fault::Write))
}
