//! A CIG names one procedure: two notices share it only if one says, under
//! `collegati`, that it belongs with the other.

use std::collections::BTreeMap;

use super::{Subject, finding};
use crate::diagnostic::Diagnostic;
use crate::messages::Msg;
use crate::model::Notice;
use crate::rules;

pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let mut notices: Vec<_> = subject.site.notices.iter().collect();
    notices.sort_by(|a, b| a.filing.path.cmp(&b.filing.path));
    let mut holders: BTreeMap<&str, Vec<&Notice>> = BTreeMap::new();
    let mut found = Vec::new();
    for notice in notices {
        for cig in notice.cigs() {
            let others = holders.entry(cig.value.as_str()).or_default();
            if let Some(other) = others.iter().find(|other| !related(notice, other)) {
                let msg = Msg::new("cig-taken").with("cig", &cig.value).with("other", &other.filing.path);
                let hint = Msg::new("cig-taken-hint").with("id", &other.filing.id.value);
                found.push(finding(&rules::SAME_CIG, notice, cig.span, msg).hint(hint));
            }
            others.push(notice);
        }
    }
    found
}

fn related(a: &Notice, b: &Notice) -> bool {
    let names = |a: &Notice, b: &Notice| a.filing.related.iter().any(|id| id.value == b.filing.id.value);
    names(a, b) || names(b, a)
}
