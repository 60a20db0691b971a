//! What `security.txt` says holds, and will not for ever.

use chrono::Months;

use super::Subject;
use crate::diagnostic::Diagnostic;
use crate::messages::Msg;
use crate::plan::SECURITY;
use crate::rules;

pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let site = subject.site;
    let Some(security) = &site.settings.security else { return Vec::new() };
    let expires = security.expires.value;
    let in_a_year = site.now.day().checked_add_months(Months::new(12));
    let (key, hint) = if expires.ends() <= site.now {
        ("security-expired", "security-expired-hint")
    } else if in_a_year.is_some_and(|day| expires.date > day) {
        ("security-far", "security-far-hint")
    } else {
        return Vec::new();
    };
    let msg = Msg::new(key).with("file", &*SECURITY);
    let finding = Diagnostic::new(&rules::SECURITY_EXPIRES, site.settings.file, security.expires.span, msg);
    vec![finding.hint(Msg::new(hint))]
}
