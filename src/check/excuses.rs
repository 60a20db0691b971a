//! Takes out the findings a notice or the site is excused from.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::diagnostic::{Diagnostic, Place};
use crate::messages::Msg;
use crate::model::Excuse;
use crate::rules;
use crate::site::Site;
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
    // The first excuse of each file from each rule, and of the site.
    let mut first: HashMap<(Option<FileId>, &str), &Excuse> = HashMap::new();
    let notices = own.iter().flat_map(|(file, excuses)| excuses.iter().map(|excuse| (Some(*file), excuse)));
    for (file, excuse) in notices.chain(site.settings.excuses.iter().map(|excuse| (None, excuse))) {
        first.entry((file, excuse.rule.name)).or_insert(excuse);
    }
    let mut needed = HashSet::new();
    let before = findings.len();
    let mut kept: Vec<Diagnostic> = findings
        .into_iter()
        .filter(|finding| {
            let own = match &finding.place {
                Place::Text(file, _) => first.get(&(Some(*file), finding.rule.name)),
                Place::File(_) | Place::Theme(..) => None,
            };
            let excuse = own.or_else(|| first.get(&(None, finding.rule.name)));
            needed.extend(excuse.map(|excuse| std::ptr::from_ref(*excuse)));
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
