//! A CIG names one procedure: two notices share it only if one says, under
//! `collegati`, that it belongs with the other.

use std::collections::{BTreeMap, HashSet};
use std::rc::Rc;

use super::{Subject, finding};
use crate::diagnostic::Diagnostic;
use crate::messages::Msg;
use crate::model::Notice;
use crate::rules;

pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let mut notices: Vec<_> = subject.site.notices.iter().collect();
    notices.sort_by(|a, b| a.filing.path.cmp(&b.filing.path));
    let mut holders: BTreeMap<&str, Vec<Rc<Holder<'_>>>> = BTreeMap::new();
    let mut found = Vec::new();
    for notice in notices {
        let holder = Rc::new(Holder::new(notice));
        for cig in notice.cigs() {
            let others = holders.entry(cig.value.as_str()).or_default();
            if let Some(other) = others.iter().find(|other| !holder.related(other)).map(|other| other.notice) {
                let msg = Msg::new("cig-taken").with("cig", &cig.value).with("other", &other.filing.path);
                let hint = Msg::new("cig-taken-hint").with("id", &other.filing.id.value);
                found.push(finding(&rules::SAME_CIG, notice, cig.span, msg).hint(hint));
            }
            others.push(Rc::clone(&holder));
        }
    }
    found
}

/// A notice with a CIG, and the ids it names.
struct Holder<'a> {
    notice: &'a Notice,
    names: HashSet<&'a str>,
}

impl<'a> Holder<'a> {
    fn new(notice: &'a Notice) -> Self {
        Self { notice, names: notice.filing.related.iter().map(|id| id.value.as_str()).collect() }
    }

    fn related(&self, other: &Self) -> bool {
        let names = |a: &Self, b: &Self| a.names.contains(b.notice.filing.id.value.as_str());
        names(self, other) || names(other, self)
    }
}
