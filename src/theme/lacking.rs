//! What a theme wants and cannot be had.

use super::fault;
use crate::diagnostic::Diagnostic;
use crate::disk::Obstacle;
use crate::load::{LostTheme, ThemeFiles};
use crate::messages::Msg;
use crate::parse::ThemeManifest;
use crate::source::Span;

/// What stands among a theme's files and is none.
pub(super) fn no_files(theme: &ThemeFiles) -> impl Iterator<Item = Diagnostic> {
    theme.refused.iter().map(|(path, obstacle)| match obstacle {
        Obstacle::Link => fault::of_file(theme, path, Msg::new("symlink")).hint(Msg::new("symlink-hint")),
        Obstacle::Special | Obstacle::Name => {
            fault::of_file(theme, path, Msg::new("not-a-file")).hint(Msg::new("not-a-file-hint"))
        }
    })
}

/// The theme it extends and the files of packages it names that are not
/// there: where it names them, what is wrong, and the remedy.
pub(super) fn named(theme: &ThemeFiles, told: &ThemeManifest) -> Vec<(Option<Span>, Msg, Msg)> {
    let lost = theme.lost.as_ref().map(|lost| {
        let (msg, hint) = match lost {
            LostTheme::Missing(name) => (Msg::new("theme-extends").with("name", name), "theme-unknown-hint"),
            LostTheme::NotAName(name) => (Msg::new("theme-not-a-name").with("name", name), "theme-not-a-name-hint"),
        };
        (told.extends.as_ref().map(|named| named.span), msg, Msg::new(hint))
    });
    let missing = theme.missing.first().map(|first| {
        let msg = Msg::new("theme-packages").with("name", &theme.name).with("first", first);
        let hint = Msg::new("theme-packages-hint").with("folder", theme.folder.display());
        (told.packages, msg.with("count", theme.missing.len()), hint)
    });
    lost.into_iter().chain(missing).collect()
}
