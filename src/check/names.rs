//! Names of files and folders hold nothing nobody sees: they end up in
//! addresses, in reports and on terminals.

use crate::characters::hidden_in_code;
use crate::diagnostic::Diagnostic;
use crate::messages::Msg;
use crate::rules;

/// Looks at paths of the content folder.
pub fn names<'a>(paths: impl Iterator<Item = &'a str>) -> Vec<Diagnostic> {
    let odd = paths.filter(|path| !path.bytes().all(|b| (b' '..0x7f).contains(&b)));
    odd.filter_map(|path| {
        let hidden = hidden_in_code(path)?;
        let msg = Msg::new("hidden-in-name").with("name", hidden.name).with("code", hidden.code());
        Some(Diagnostic::of_file(&rules::HIDDEN_CHARACTER, path, msg).hint(Msg::new("hidden-in-name-hint")))
    })
    .collect()
}
