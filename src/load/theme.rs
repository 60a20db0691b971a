//! Reads a body's own theme, and the themes it extends; the default one is
//! part of the program.

use std::collections::BTreeMap;
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

use serde::Deserialize;
use walkdir::WalkDir;

use super::LoadError;
use crate::disk::{Folder, Obstacle};
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
    /// The theme it extends, if that is not there to be read.
    pub lost: Option<LostTheme>,
    /// What stands among its files and is none: links, pipes. By path from
    /// its folder.
    pub refused: Vec<(String, Obstacle)>,
}

/// A theme that another extends and that cannot be had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LostTheme {
    /// There is no folder of that name, or the chain never ends.
    Missing(String),
    /// What was typed is no folder's name: a path, say.
    NotAName(String),
}

/// What of `theme.yaml` must be known to read the rest; the whole is read
/// and checked by whoever makes a theme of it.
#[derive(Deserialize, Default)]
struct Opening {
    #[serde(default, alias = "extends")]
    estende: Option<String>,
    #[serde(default, alias = "resources")]
    risorse: BTreeMap<String, String>,
}

/// Reads the theme of a name below `themes` and those it extends, nearest
/// first; nothing if there is no folder of that name. A theme that extends
/// one that cannot be had stands last and says which.
pub fn theme(themes: &Path, name: &str) -> Result<Option<Vec<ThemeFiles>>, LoadError> {
    let failed = |cause| LoadError { path: themes.to_owned(), cause };
    let themes = match Folder::open(themes) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        opened => opened.map_err(failed)?,
    };
    let mut chain: Vec<ThemeFiles> = Vec::new();
    let mut next = name.to_owned();
    while next != BASE {
        let lost = if !is_folder_name(&next) {
            LostTheme::NotAName(next)
        } else if chain.len() < DEPTH
            && let Some((theme, extends)) = one(&themes, &next)?
        {
            chain.push(theme);
            next = extends.unwrap_or_else(|| BASE.to_owned());
            continue;
        } else {
            LostTheme::Missing(next)
        };
        if let Some(last) = chain.last_mut() {
            last.lost = Some(lost);
        }
        break;
    }
    Ok((!chain.is_empty()).then_some(chain))
}

/// Reads a theme's files. Hidden ones are left out, and of what a package
/// manager brought all but what `risorse` names.
fn one(themes: &Folder, name: &str) -> Result<Option<(ThemeFiles, Option<String>)>, LoadError> {
    let failed = |path: PathBuf| move |cause| LoadError { path, cause };
    let folder = match themes.below(name) {
        Err(error) if [io::ErrorKind::NotFound, io::ErrorKind::NotADirectory].contains(&error.kind()) => {
            return Ok(None);
        }
        opened => opened.map_err(failed(themes.path().join(name)))?,
    };
    let (mut files, mut refused) = (BTreeMap::new(), Vec::new());
    let mut way = folder.way();
    let visible = |name: &str| !name.starts_with('.') && name != PACKAGES;
    for entry in WalkDir::new(folder.path())
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| entry.depth() == 0 || visible(&entry.file_name().to_string_lossy()))
    {
        let entry = entry.map_err(|error| LoadError {
            path: error.path().unwrap_or(folder.path()).to_owned(),
            cause: error.into(),
        })?;
        if entry.file_type().is_dir() {
            continue;
        }
        let path = entry.path();
        let relative = path.strip_prefix(folder.path()).unwrap_or(path).to_string_lossy().replace('\\', "/");
        let mut bytes = Vec::new();
        match way.file(&relative).and_then(|mut file| file.read_to_end(&mut bytes)) {
            Ok(_) => {
                files.insert(relative, bytes);
            }
            Err(error) => match Obstacle::of(&error) {
                Some(obstacle) => refused.push((relative, obstacle)),
                None => return Err(failed(path.to_owned())(error)),
            },
        }
    }
    drop(way);
    let opening = files.get("theme.yaml").and_then(|bytes| std::str::from_utf8(bytes).ok());
    let opening: Opening = opening.and_then(|text| serde_yaml::from_str(text).ok()).unwrap_or_default();
    let (mut brought, mut missing) = (BTreeMap::new(), Vec::new());
    let packages = folder.below(PACKAGES).ok();
    for (target, source) in opening.risorse {
        match package_file(packages.as_ref(), &source).filter(|_| is_inside(&target)) {
            Some(bytes) => {
                brought.insert(target, bytes);
            }
            None => missing.push(source),
        }
    }
    let folder = folder.path().to_owned();
    let theme = ThemeFiles { name: name.to_owned(), folder, files, brought, missing, lost: None, refused };
    Ok(Some((theme, opening.estende)))
}

/// A file of the theme's packages, and of nothing else. Package managers link
/// what they install, but never out of the folder they install it in.
fn package_file(packages: Option<&Folder>, source: &str) -> Option<Vec<u8>> {
    let mut file = packages.filter(|_| is_inside(source))?.file_through_links(source).ok()?;
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

fn is_inside(path: &str) -> bool {
    !path.is_empty() && Path::new(path).components().all(|part| matches!(part, Component::Normal(_)))
}
