//! What themes want and cannot be had.

use super::fault;
use crate::diagnostic::Diagnostic;
use crate::disk::Obstacle;
use crate::load::{LostTheme, ThemeFiles};
use crate::messages::Msg;

/// What themes want and is not there, and what is there and is no file, with
/// the remedy.
pub(super) fn findings(chain: &[ThemeFiles]) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for theme in chain {
        findings.extend(theme.lost.as_ref().map(|lost| {
            match lost {
                LostTheme::Missing(name) => fault(theme, "theme.yaml", Msg::new("theme-extends").with("name", name)),
                LostTheme::NotAName(name) => {
                    fault(theme, "theme.yaml", Msg::new("theme-not-a-name").with("name", name))
                        .hint(Msg::new("theme-not-a-name-hint"))
                }
            }
        }));
        findings.extend(theme.refused.iter().map(|(path, obstacle)| match obstacle {
            Obstacle::Link => fault(theme, path, Msg::new("symlink")).hint(Msg::new("symlink-hint")),
            Obstacle::Special | Obstacle::Name => {
                fault(theme, path, Msg::new("not-a-file")).hint(Msg::new("not-a-file-hint"))
            }
        }));
        if let Some(first) = theme.missing.first() {
            let msg = Msg::new("theme-packages").with("name", &theme.name).with("first", first);
            let hint = Msg::new("theme-packages-hint").with("folder", theme.folder.display());
            findings.push(fault(theme, "theme.yaml", msg.with("count", theme.missing.len())).hint(hint));
        }
    }
    findings
}
