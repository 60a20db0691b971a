//! Two notices do not share an id, and so neither address nor feed entry.

use std::collections::BTreeMap;

use super::{Subject, finding};
use crate::diagnostic::Diagnostic;
use crate::messages::Msg;
use crate::rules;

pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let mut notices: Vec<_> = subject.site.notices.iter().collect();
    notices.sort_by(|a, b| a.filing.path.cmp(&b.filing.path));
    let mut first: BTreeMap<&str, &str> = BTreeMap::new();
    let mut found = Vec::new();
    for notice in notices {
        let filing = &notice.filing;
        match first.get(filing.id.value.as_str()) {
            None => {
                first.insert(&filing.id.value, &filing.path);
            }
            Some(other) => {
                let msg = Msg::new("id-taken").with("id", &filing.id.value).with("other", other);
                found.push(finding(&rules::SAME_ID, notice, filing.id.span, msg).hint(Msg::new("id-taken-hint")));
            }
        }
    }
    found
}
