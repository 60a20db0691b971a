//! A deadline comes after the notice that sets it.

use super::{Subject, finding};
use crate::diagnostic::Diagnostic;
use crate::messages::Msg;
use crate::rules;

pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for notice in &subject.site.notices {
        let published = notice.filing.published.value.begins();
        for deadline in notice.deadlines.iter().filter(|deadline| deadline.when.value.ends() <= published) {
            let msg = Msg::new("deadline-early");
            found.push(
                finding(&rules::EARLY_DEADLINE, notice, deadline.when.span, msg).hint(Msg::new("deadline-early-hint")),
            );
        }
    }
    found
}
