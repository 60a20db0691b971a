//! The list of what an edition wrote: the only files that are ever deleted.

use std::collections::BTreeSet;
use std::io::Write;

use super::WriteError;
use super::folder::Folder;

/// The file the list is kept in.
pub(super) const NAME: &str = ".edizione";

/// The first line: what this is, for whoever finds it.
const HEAD: &str = "# File scritti da trasparente: una nuova edizione cancella solo questi.";

/// The paths of the former edition; `None` if there never was one.
pub(super) fn read(folder: &Folder) -> Result<Option<BTreeSet<String>>, WriteError> {
    let Some(text) = folder.read_text(NAME)? else { return Ok(None) };
    let paths = text.lines().filter(|line| !line.starts_with('#') && is_inside(line));
    Ok(Some(paths.map(str::to_owned).collect()))
}

/// Writes the list.
pub(super) fn write(folder: &Folder, paths: &BTreeSet<&str>) -> Result<(), WriteError> {
    let mut text = String::from(HEAD);
    for path in paths {
        text.push('\n');
        text.push_str(path);
    }
    text.push('\n');
    folder.replace(NAME, |file| file.write_all(text.as_bytes()))
}

/// A list somebody tampered with must not make us delete elsewhere.
fn is_inside(path: &str) -> bool {
    !path.is_empty() && path != NAME && path.split('/').all(|part| !part.is_empty() && part != "." && part != "..")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_that_lead_out_are_not_ours() {
        assert!(is_inside("atti/x/index.html"));
        for path in ["", "../x", "a/../../x", "/etc/passwd", "a//b", ".edizione"] {
            assert!(!is_inside(path), "{path}");
        }
    }
}
