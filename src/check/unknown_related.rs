//! Related notices exist.

use super::{Subject, finding};
use crate::characters::disguise;
use crate::diagnostic::{Diagnostic, nearest};
use crate::messages::Msg;
use crate::rules;

pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let site = subject.site;
    let mut found = Vec::new();
    for notice in &site.notices {
        for id in &notice.filing.related {
            // A notice that could not be read has no id yet.
            let waiting = subject.broken.iter().any(|path| path.contains(id.value.as_str()));
            if site.by_id(&id.value).is_some() || waiting {
                continue;
            }
            let msg = Msg::new("related-unknown").with("id", &id.value);
            let ids = site.notices.iter().map(|notice| notice.filing.id.value.as_str());
            let hint = match nearest(&id.value, ids) {
                Some(word) => disguise(&id.value, word).unwrap_or(Msg::new("value-nearest").with("word", word)),
                None => Msg::new("related-hint"),
            };
            found.push(finding(&rules::UNKNOWN_RELATED, notice, id.span, msg).hint(hint));
        }
    }
    found
}
