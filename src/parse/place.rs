//! Where a content file stands.

use crate::sections::{SectionId, Tree};

/// Where a content file stands, told from its path.
pub struct Place {
    /// Its section; `None` if the folder is no section.
    pub section: Option<SectionId>,
    /// The folder, without the notice's own.
    pub folder: String,
    /// What the file is called: its name, or its folder's for `index.md`.
    pub name: String,
}

/// Tells a notice's section and name from its path. Below a section, folders
/// named by a year are welcome.
pub fn place(path: &str, tree: &Tree) -> Place {
    let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let (folder, name) = match (stem, folder.rsplit_once('/')) {
        ("index", Some((above, own))) => (above, own),
        _ => (folder, stem),
    };
    let mut section = folder;
    while let Some((above, year)) = section.rsplit_once('/') {
        if year.len() != 4 || !year.bytes().all(|b| b.is_ascii_digit()) {
            break;
        }
        section = above;
    }
    Place { section: tree.find(section), folder: folder.to_owned(), name: name.to_owned() }
}
