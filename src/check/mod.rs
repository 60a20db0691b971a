//! What is asked of the whole site, one question a file.

mod addresses;
mod attachment_unused;
mod attachments;
mod clock_change;
mod contradictory_dates;
mod dead_link;
mod deadline_early;
mod excuses;
mod holiday;
mod l190;
mod legal_links;
mod names;
mod retyped_deadline;
mod same_cig;
mod same_id;
mod security_expires;
mod stale_update;
mod unknown_related;
mod update_early;

use rayon::prelude::*;

use crate::diagnostic::Diagnostic;
use crate::load::History;
use crate::messages::Msg;
use crate::model::Notice;
use crate::plan::Plan;
use crate::rules::Rule;
use crate::site::Site;
use crate::source::Span;

pub use excuses::{Verdict, apply};
pub use names::names;

/// What a check may look at.
pub struct Subject<'a> {
    /// The site.
    pub site: &'a Site,
    /// What stands where.
    pub plan: &'a Plan,
    /// When files last changed.
    pub history: &'a History,
    /// Paths of the content files that could not be read: links to them are
    /// not dead, only waiting.
    pub broken: &'a [String],
}

/// A question asked of the whole site.
type Check = fn(&Subject<'_>) -> Vec<Diagnostic>;

/// Every question, in the order of their answers.
const CHECKS: &[Check] = &[
    same_id::check,
    same_cig::check,
    addresses::check,
    unknown_related::check,
    update_early::check,
    deadline_early::check,
    contradictory_dates::check,
    holiday::check,
    clock_change::check,
    attachments::check,
    attachment_unused::check,
    dead_link::check,
    stale_update::check,
    retyped_deadline::check,
    security_expires::check,
    legal_links::check,
    l190::check,
];

/// Asks everything.
pub fn site(subject: &Subject<'_>) -> Vec<Diagnostic> {
    CHECKS.par_iter().flat_map_iter(|check| check(subject)).collect()
}

/// A finding in a notice's file.
fn finding(rule: &'static Rule, notice: &Notice, span: Span, message: Msg) -> Diagnostic {
    Diagnostic::new(rule, notice.filing.file, span, message)
}
