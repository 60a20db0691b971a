//! An old address leads to one place, and to none that is taken.

use std::collections::BTreeMap;

use super::{Subject, finding};
use crate::diagnostic::Diagnostic;
use crate::edition::PROOF;
use crate::messages::Msg;
use crate::model::{Site, Target, folded};
use crate::rules;

pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let site = subject.site;
    let mut first: BTreeMap<String, &str> = BTreeMap::new();
    let mut found = Vec::new();
    let mut notices: Vec<_> = site.notices.iter().filter(|notice| !notice.filing.draft).collect();
    notices.sort_by(|a, b| a.filing.path.cmp(&b.filing.path));
    for notice in notices {
        for alias in &notice.filing.aliases {
            let inner = alias.value.trim_matches('/');
            let key = folded(inner);
            let section = site.tree.find(inner).map(|id| site.tree.get(id).title.as_str());
            let other = first.get(&key).copied().or(section);
            let own =
                inner.strip_prefix("atti/").and_then(|id| site.by_id(id)).map(|notice| notice.filing.path.as_str());
            if let Some(other) = other.or(own) {
                let msg = Msg::new("alias-taken").with("alias", &alias.value).with("other", other);
                found.push(finding(&rules::ALIAS_TAKEN, notice, alias.span, msg).hint(Msg::new("alias-taken-hint")));
            } else if is_ours(site, &key) {
                let msg = Msg::new("alias-clash").with("path", inner);
                found.push(finding(&rules::ALIAS_TAKEN, notice, alias.span, msg).hint(Msg::new("alias-taken-hint")));
            }
            first.insert(key, &notice.filing.path);
        }
    }
    found
}

/// What stands at the site's root beside its pages.
const AT_THE_ROOT: [&str; 7] =
    ["404.html", "_headers", "index.html", "index.json", "opensearch.xml", "prossima-transizione.json", PROOF];

/// Whether an address, as disks see it, is one of a page or file of ours.
fn is_ours(site: &Site, inner: &str) -> bool {
    let page = Target::Page(format!("/{inner}"), None);
    AT_THE_ROOT.contains(&inner) || site.resolve(&page, "/").is_some()
}
