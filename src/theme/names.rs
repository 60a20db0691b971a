//! The names of a theme's assets are addresses as any other.

use super::fault;
use crate::characters::escaped;
use crate::diagnostic::Diagnostic;
use crate::load::ThemeFiles;
use crate::messages::Msg;
use crate::model::impossible;

/// The assets of a theme, its own and those of packages, that can have no
/// address under the names they have.
pub(super) fn wrong(theme: &ThemeFiles) -> Vec<Diagnostic> {
    let own = theme.files.keys().filter(|path| path.starts_with("assets/")).map(|path| (path.as_str(), path.as_str()));
    let brought = theme.brought.keys().map(|name| (name.as_str(), "theme.yaml"));
    own.chain(brought)
        .filter_map(|(name, file)| {
            let why = impossible(&format!("{}/{name}", super::ASSETS))?;
            let finding = fault::of_file(theme, file, why.say());
            Some(finding.hint(Msg::new("theme-name-of-asset").with("name", escaped(name))))
        })
        .collect()
}
