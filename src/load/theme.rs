//! Reads a body's own theme; the default one is part of the program.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::LoadError;

/// The files of a theme by path from its folder, with `/`.
#[derive(Debug, Clone, Default)]
pub struct ThemeFiles {
    /// The folder, for messages; empty for the built-in theme.
    pub folder: PathBuf,
    /// The files.
    pub files: BTreeMap<String, Vec<u8>>,
}

/// Reads the theme of a name below `themes`, if there is such a folder.
/// Hidden files and what a package manager brought are left out.
#[expect(clippy::disallowed_methods, reason = "this is where themes are read")]
pub fn theme(themes: &Path, name: &str) -> Result<Option<ThemeFiles>, LoadError> {
    let folder = themes.join(name);
    if !folder.is_dir() {
        return Ok(None);
    }
    let mut files = BTreeMap::new();
    let visible = |name: &str| !name.starts_with('.') && name != "node_modules";
    for entry in WalkDir::new(&folder)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| entry.depth() == 0 || visible(&entry.file_name().to_string_lossy()))
    {
        let entry = entry
            .map_err(|error| LoadError { path: error.path().unwrap_or(&folder).to_owned(), cause: error.into() })?;
        if !entry.file_type().is_file() {
            continue;
        }
        let path = entry.path();
        let bytes = std::fs::read(path).map_err(|cause| LoadError { path: path.to_owned(), cause })?;
        let relative = path.strip_prefix(&folder).unwrap_or(path).to_string_lossy().replace('\\', "/");
        files.insert(relative, bytes);
    }
    Ok(Some(ThemeFiles { folder, files }))
}
