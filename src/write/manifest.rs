//! The list of what an edition wrote: the only files that are ever deleted.

use std::collections::BTreeSet;

use super::WriteError;
use super::folder::Folder;
use crate::model::LIST;

/// The first line: what this is, for whoever finds it.
const HEAD: &str = "# File scritti da trasparente: una nuova edizione cancella solo questi.";

/// The paths of the former edition; `None` if there never was one.
pub(super) fn read(folder: &Folder) -> Result<Option<BTreeSet<String>>, WriteError> {
    let Some(text) = folder.read_text(LIST)? else { return Ok(None) };
    let paths = text.lines().filter(|line| !line.starts_with('#') && is_inside(line));
    Ok(Some(paths.map(str::to_owned).collect()))
}

/// The list of these paths.
pub(super) fn text(paths: &BTreeSet<&str>) -> String {
    let mut text = String::from(HEAD);
    for path in paths {
        text.push('\n');
        text.push_str(path);
    }
    text + "\n"
}

/// A list somebody tampered with must not make us delete elsewhere.
fn is_inside(path: &str) -> bool {
    let possible = !path.is_empty() && path != LIST && !path.chars().any(char::is_control);
    possible && path.split('/').all(|part| !part.is_empty() && part != "." && part != "..")
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
