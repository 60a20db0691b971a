//! An update does not come before the publication.

use super::{Subject, finding};
use crate::diagnostic::Diagnostic;
use crate::messages::Msg;
use crate::rules;

pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let early = subject
        .site
        .notices
        .iter()
        .filter(|notice| notice.filing.updated.value.date < notice.filing.published.value.date);
    early
        .map(|notice| {
            let msg = Msg::new("update-early");
            finding(&rules::EARLY_UPDATE, notice, notice.filing.updated.span, msg).hint(Msg::new("update-early-hint"))
        })
        .collect()
}
