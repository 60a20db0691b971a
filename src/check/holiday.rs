//! Deadlines fall on days when somebody is there to answer.

use super::{Subject, finding};
use crate::calendar::holiday;
use crate::diagnostic::Diagnostic;
use crate::messages::Msg;
use crate::model::DeadlineKind;
use crate::rules;

pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for notice in &subject.site.notices {
        // A ranking expires on whatever day it does.
        for deadline in notice.deadlines.iter().filter(|deadline| deadline.kind != DeadlineKind::Ranking) {
            if let Some(key) = holiday(deadline.when.value.date) {
                let msg = Msg::new(key);
                found.push(finding(&rules::HOLIDAY, notice, deadline.when.span, msg).hint(Msg::new("holiday-hint")));
            }
        }
    }
    found
}
