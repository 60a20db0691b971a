//! Deadlines do not fall in the hour that is skipped or comes twice.

use super::{Subject, finding};
use crate::calendar::ClockChange;
use crate::diagnostic::Diagnostic;
use crate::messages::Msg;
use crate::rules;

pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for notice in &subject.site.notices {
        let opens = notice.deadlines.iter().map(|deadline| &deadline.when);
        for when in opens {
            let key = match when.value.clock_change() {
                None => continue,
                Some(ClockChange::Skipped) => "clock-skipped",
                Some(ClockChange::Twice) => "clock-twice",
            };
            found.push(finding(&rules::CLOCK_CHANGE, notice, when.span, Msg::new(key)).hint(Msg::new("clock-hint")));
        }
    }
    found
}
