//! Names as keyboards write them: some disks keep the accent of a name apart
//! from its letter, and nobody who types the name can know.

use std::collections::btree_map::Entry;

use crate::characters::nfc;
use crate::diagnostic::Diagnostic;
use crate::messages::Msg;
use crate::model::Files;
use crate::rules;

/// The files by names whose accents are joined to their letters; each is
/// still opened by the name it has on disk. Two that come to one name are
/// told: nobody could say which of them is meant.
pub fn composed(files: Files) -> (Files, Vec<Diagnostic>) {
    let apart = |path: &str| !path.is_ascii() && nfc(path) != path;
    if !files.keys().any(|path| apart(path)) {
        return (files, Vec::new());
    }
    let (apart, mut joined): (Files, Files) = files.into_iter().partition(|(path, _)| apart(path));
    let mut findings = Vec::new();
    for (path, file) in apart {
        let name = nfc(&path).into_owned();
        match joined.entry(name) {
            Entry::Vacant(free) => {
                free.insert(file);
            }
            Entry::Occupied(taken) => {
                let msg = Msg::new("name-twice").with("name", taken.key());
                let finding = Diagnostic::of_file(&rules::IMPOSSIBLE_ADDRESS, taken.key(), msg);
                findings.push(finding.hint(Msg::new("attachment-same-name-hint")));
            }
        }
    }
    (joined, findings)
}
