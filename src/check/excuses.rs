//! Takes out the findings a notice or the site is excused from.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Place};
use crate::messages::Msg;
use crate::model::{Excuse, Site};
use crate::rules;
use crate::source::FileId;

/// Findings, and how many more there were.
pub struct Verdict {
    /// What is to be said.
    pub findings: Vec<Diagnostic>,
    /// How many findings were excused.
    pub excused: usize,
}

/// Applies the excuses, and reports those nobody needs.
pub fn apply(site: &Site, findings: Vec<Diagnostic>) -> Verdict {
    let own: BTreeMap<FileId, &[Excuse]> = site
        .notices
        .iter()
        .filter(|notice| !notice.filing.excuses.is_empty())
        .map(|notice| (notice.filing.file, notice.filing.excuses.as_slice()))
        .collect();
    let mut needed = Vec::new();
    let before = findings.len();
    let mut kept: Vec<Diagnostic> = findings
        .into_iter()
        .filter(|finding| {
            let excuses = match &finding.place {
                Place::Text(file, _) => own.get(file).copied().unwrap_or_default(),
                Place::File(_) => &[],
            };
            let excuse = excuses.iter().chain(&site.settings.excuses).find(|excuse| *excuse.rule == *finding.rule);
            needed.extend(excuse.map(std::ptr::from_ref));
            excuse.is_none()
        })
        .collect();
    let excused = before - kept.len();
    // The site's excuses may wait for notices to come; a notice's may not.
    for (file, excuses) in own {
        for excuse in excuses.iter().filter(|excuse| !needed.contains(&std::ptr::from_ref(*excuse))) {
            let msg = Msg::new("excuse-idle").with("rule", excuse.rule.name);
            kept.push(Diagnostic::new(&rules::IDLE_EXCUSE, file, excuse.span, msg).hint(Msg::new("excuse-idle-hint")));
        }
    }
    Verdict { findings: kept, excused }
}
