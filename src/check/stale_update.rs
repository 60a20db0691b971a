//! The update date follows the last change git knows of.

use super::{Subject, finding};
use crate::diagnostic::Diagnostic;
use crate::messages::Msg;
use crate::rules;

pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for notice in &subject.site.notices {
        let updated = &notice.filing.updated;
        let Some(changed) = subject.history.last_change(&notice.filing.path) else { continue };
        if updated.value.ends() <= changed {
            let day = changed.day();
            let msg = Msg::new("update-stale").with("day", day.format("%d/%m/%Y"));
            let hint = Msg::new("update-stale-hint").with("day", day.format("%d/%m/%Y"));
            found.push(finding(&rules::STALE_UPDATE, notice, updated.span, msg).hint(hint));
        }
    }
    found
}
