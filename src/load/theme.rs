//! Reads a body's own theme, and the themes it extends; the default one is
//! part of the program.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use serde::Deserialize;
use walkdir::WalkDir;

use super::LoadError;
use crate::sections::is_folder_name;

/// The theme that is part of the program.
pub const BASE: &str = "base";

/// Where npm puts what a theme asks for.
const PACKAGES: &str = "node_modules";

/// More themes than this, each extending the next, and two extend each
/// other.
const DEPTH: usize = 8;

/// The files of a theme by path from its folder, with `/`.
#[derive(Debug, Clone, Default)]
pub struct ThemeFiles {
    /// What it is called: the folder's name.
    pub name: String,
    /// The folder, for messages.
    pub folder: PathBuf,
    /// The files.
    pub files: BTreeMap<String, Vec<u8>>,
    /// What it publishes of its packages: name under `assets/`, content.
    pub brought: BTreeMap<String, Vec<u8>>,
    /// What it wants of its packages and is not installed.
    pub missing: Vec<String>,
}

/// What of `theme.yaml` must be known to read the rest; the whole is read
/// and checked by whoever makes a theme of it.
#[derive(Deserialize, Default)]
struct Opening {
    #[serde(default)]
    estende: Option<String>,
    #[serde(default)]
    risorse: BTreeMap<String, String>,
}

/// Reads the theme of a name below `themes` and those it extends, nearest
/// first; nothing if there is no folder of that name. A theme that extends
/// one that is not there stands last with what it wants under `missing`.
pub fn theme(themes: &Path, name: &str) -> Result<Option<Vec<ThemeFiles>>, LoadError> {
    let mut chain = Vec::new();
    let mut next = name.to_owned();
    while next != BASE && chain.len() < DEPTH {
        let Some((theme, extends)) = one(themes, &next)? else { break };
        chain.push(theme);
        next = extends.filter(|name| is_folder_name(name)).unwrap_or_else(|| BASE.to_owned());
    }
    if next != BASE
        && let Some(last) = chain.last_mut()
    {
        last.missing.push(format!("estende: {next}"));
    }
    Ok((!chain.is_empty()).then_some(chain))
}

/// Reads a theme's files. Hidden ones are left out, and of what a package
/// manager brought all but what `risorse` names.
#[expect(clippy::disallowed_methods, reason = "this is where themes are read")]
fn one(themes: &Path, name: &str) -> Result<Option<(ThemeFiles, Option<String>)>, LoadError> {
    let folder = themes.join(name);
    if !folder.is_dir() {
        return Ok(None);
    }
    let mut files = BTreeMap::new();
    let visible = |name: &str| !name.starts_with('.') && name != PACKAGES;
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
    let opening = files.get("theme.yaml").and_then(|bytes| std::str::from_utf8(bytes).ok());
    let opening: Opening = opening.and_then(|text| serde_yaml::from_str(text).ok()).unwrap_or_default();
    let (mut brought, mut missing) = (BTreeMap::new(), Vec::new());
    for (target, source) in opening.risorse {
        match package_file(&folder, &source).filter(|_| is_inside(&target)) {
            Some(bytes) => {
                brought.insert(target, bytes);
            }
            None => missing.push(source),
        }
    }
    let theme = ThemeFiles { name: name.to_owned(), folder, files, brought, missing };
    Ok(Some((theme, opening.estende)))
}

/// A file of the theme's packages, and of nothing else: neither the path nor
/// a link leads out of there.
#[expect(clippy::disallowed_methods, reason = "this is where themes are read")]
fn package_file(folder: &Path, source: &str) -> Option<Vec<u8>> {
    let packages = folder.join(PACKAGES).canonicalize().ok()?;
    let file = packages.join(source).canonicalize().ok()?;
    (is_inside(source) && file.starts_with(&packages) && file.is_file()).then(|| std::fs::read(file).ok()).flatten()
}

fn is_inside(path: &str) -> bool {
    !path.is_empty() && Path::new(path).components().all(|part| matches!(part, Component::Normal(_)))
}
