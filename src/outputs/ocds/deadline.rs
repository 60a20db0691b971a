//! Deadlines: which has a field of its own, which is a milestone, what each
//! was at first, and when each change of it became known.

use serde_json::{Value, json};

use super::json::{end, start};
use crate::calendar::Moment;
use crate::model::Stage;
use crate::model::{DeadlineKind, Notice};

/// Where a deadline is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spot {
    /// The end of `tender.tenderPeriod`.
    Tenders,
    /// The end of `tender.enquiryPeriod`.
    Questions,
    /// The start of `tender.awardPeriod`.
    Opening,
    /// A milestone of the preparation.
    PlanningMilestone,
    /// A milestone of the tender.
    Milestone,
}

/// Where each of a notice's deadlines is told, in the order written. The
/// standard has one period of each kind: the last to end among those that
/// close a call, the first opening; the others are milestones.
pub(super) fn spots(notice: &Notice, stage: Stage) -> Vec<Spot> {
    if stage.is_planning() {
        return vec![Spot::PlanningMilestone; notice.deadlines.len()];
    }
    let mut spots = vec![Spot::Milestone; notice.deadlines.len()];
    if stage.is_award() {
        return spots;
    }
    let of =
        |kind: DeadlineKind| notice.deadlines.iter().enumerate().filter(move |(_, deadline)| deadline.kind == kind);
    let last = |kind| of(kind).max_by_key(|(_, deadline)| deadline.when.value.ends()).map(|(at, _)| at);
    let closing = [DeadlineKind::Tenders, DeadlineKind::Applications, DeadlineKind::Interest];
    if let Some(at) = closing.into_iter().find_map(last) {
        spots[at] = Spot::Tenders;
    }
    if let Some(at) = last(DeadlineKind::Questions) {
        spots[at] = Spot::Questions;
    }
    if let Some((at, _)) = of(DeadlineKind::Opening).min_by_key(|(_, deadline)| deadline.when.value.begins()) {
        spots[at] = Spot::Opening;
    }
    spots
}

/// What names a deadline within its notice: its kind, and which of the kind
/// it is. Milestones and releases are named after it.
pub(super) fn name_of(notice: &Notice, at: usize) -> String {
    format!("{}-{}", notice.filing.id.value, notice.deadline_name(at))
}

/// What a release says of a deadline that is now at a moment, or at one
/// nobody wrote: `null` takes away what an earlier release said. As the
/// section of a release it belongs in, and what goes there.
pub(super) fn told(notice: &Notice, at: usize, spot: Spot, when: Option<Moment>) -> (&'static str, Value) {
    match spot {
        Spot::Tenders => ("tender", json!({"tenderPeriod": {"endDate": when.map(end)}})),
        Spot::Questions => ("tender", json!({"enquiryPeriod": {"endDate": when.map(end)}})),
        Spot::Opening => ("tender", json!({"awardPeriod": {"startDate": when.map(start)}})),
        Spot::PlanningMilestone | Spot::Milestone => {
            let due = when.map(|when| if begins(notice.deadlines[at].kind) { start(when) } else { end(when) });
            let section = if spot == Spot::Milestone { "tender" } else { "planning" };
            (section, json!({"milestones": [{"id": name_of(notice, at), "dueDate": due}]}))
        }
    }
}

/// Whether something begins then, rather than ending.
fn begins(kind: DeadlineKind) -> bool {
    use DeadlineKind::{Opening, Oral, Practical, Preliminary, Session, Visit, Written};
    matches!(kind, Opening | Session | Visit | Preliminary | Written | Practical | Oral)
}

/// The standard's word for a milestone.
pub(super) fn milestone_type(kind: DeadlineKind, spot: Spot) -> Option<&'static str> {
    use DeadlineKind::{Answers, Opening, Oral, Practical, Preliminary, Questions, Session, Visit, Written};
    match kind {
        _ if spot == Spot::PlanningMilestone => Some("preProcurement"),
        Visit | Questions | Answers => Some("engagement"),
        Opening | Session | Preliminary | Written | Practical | Oral => Some("assessment"),
        _ => None,
    }
}
