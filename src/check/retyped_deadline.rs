//! A deadline that was moved says so.

use super::{Subject, finding};
use crate::diagnostic::Diagnostic;
use crate::messages::Msg;
use crate::rules;

pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for notice in &subject.site.notices {
        let past = notice.past.iter();
        for retyped in past.flat_map(|past| past.retyped.iter().chain(&past.unsaid)) {
            let deadline = &notice.deadlines[retyped.deadline];
            let kind = if retyped.to.ends() > retyped.from.ends() { "proroga" } else { "rettifica" };
            let (from, to) = (retyped.from.typed(), retyped.to.typed());
            let msg = Msg::new("deadline-retyped").with("from", &from).with("to", to);
            let hint = Msg::new("deadline-retyped-hint").with("kind", kind).with("from", from);
            found.push(finding(&rules::RETYPED_DEADLINE, notice, deadline.when.span, msg).hint(hint));
        }
    }
    found
}
