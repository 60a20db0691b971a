//! Every page leads to the accessibility declaration and the privacy notice.

use super::Subject;
use crate::diagnostic::Diagnostic;
use crate::messages::Msg;
use crate::model::SETTINGS;
use crate::rules;

pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let links = &subject.site.settings.links;
    let missing = [("accessibilita", &links.accessibility), ("privacy", &links.privacy)];
    let missing = missing.into_iter().filter(|(_, link)| link.is_none());
    missing
        .map(|(key, _)| {
            let msg = Msg::new("legal-link-missing").with("key", key);
            let hint = Msg::new("legal-link-missing-hint").with("key", key);
            Diagnostic::of_file(&rules::LEGAL_LINKS, SETTINGS, msg).hint(hint)
        })
        .collect()
}
