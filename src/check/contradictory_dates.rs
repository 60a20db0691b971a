//! Dates of one notice that cannot all be right.

use super::{Subject, finding};
use crate::calendar::{Instant, Moment};
use crate::diagnostic::Diagnostic;
use crate::messages::Msg;
use crate::model::{ChangeKind, Deadline, DeclaredState, Notice};
use crate::rules;
use crate::source::Span;

pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let today = subject.site.now;
    subject.site.notices.iter().flat_map(|notice| of_notice(notice, today)).collect()
}

fn of_notice(notice: &Notice, now: Instant) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let published = notice.filing.published.value;
    for deadline in &notice.deadlines {
        found.extend(of_deadline(notice, deadline));
    }
    // What became of a procedure may be told later; what stops it stops what is on line.
    if let Some(declared) = &notice.course.declared
        && matches!(declared.state, DeclaredState::Suspended | DeclaredState::Revoked | DeclaredState::Annulled)
        && declared.since.value.ends() <= published.begins()
    {
        let msg = dated("state-before-published", declared.since.value, published);
        found.push(wrong(notice, declared.since.span, msg, "state-before-published-hint"));
    }
    // Nobody can have updated it on a day that is still to come; a notice
    // that is itself to come is written beforehand.
    let updated = &notice.filing.updated;
    let last = published.ends().max(Moment::day(now.day()).ends());
    if updated.value.begins() >= last {
        let msg = Msg::new("update-future").with("date", updated.value.typed());
        found.push(
            Diagnostic::new(&rules::FUTURE_UPDATE, notice.filing.file, updated.span, msg)
                .hint(Msg::new("update-future-hint")),
        );
    }
    found
}

fn of_deadline(notice: &Notice, deadline: &Deadline) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    // What one applies for closes after it opens; visits and questions may
    // come before.
    if let Some(opens) = notice.filing.opens
        && deadline.kind.closes()
        && deadline.when.value.ends() <= opens.begins()
    {
        let msg = dated("deadline-before-opening", deadline.when.value, opens);
        found.push(wrong(notice, deadline.when.span, msg, "deadline-before-opening-hint"));
    }
    // Nobody opens what may still be handed in, nor examines who may still apply.
    let closes = notice.deadlines.iter().filter(|other| other.kind.closes()).map(|other| other.when.value);
    if let Some(closes) = closes.min_by_key(|moment| moment.ends())
        && deadline.kind.follows_closing()
        && deadline.when.value.ends() <= closes.begins()
    {
        let msg = dated("deadline-before-closing", deadline.when.value, closes);
        found.push(wrong(notice, deadline.when.span, msg, "deadline-before-closing-hint"));
    }
    let published = notice.filing.published.value;
    let mut last: Option<Moment> = None;
    for (at, change) in deadline.changes.iter().enumerate() {
        // A correction may bring it forward; an extension cannot.
        if change.kind != ChangeKind::Rectification
            && let (Some(before), Some(after)) = (change.previous, deadline.after(at + 1))
            && after.ends() <= before.ends()
        {
            let msg = dated("change-backwards", after, before);
            found.push(wrong(notice, change.span, msg, "change-backwards-hint"));
        }
        let Some(known) = change.published else { continue };
        if known.ends() <= published.begins() {
            let msg = dated("change-before-published", known, published);
            found.push(wrong(notice, change.span, msg, "change-before-published-hint"));
        }
        if let Some(last) = last.filter(|last| known.ends() <= last.begins()) {
            let msg = dated("changes-out-of-order", known, last);
            found.push(wrong(notice, change.span, msg, "changes-out-of-order-hint"));
        }
        last = Some(known);
    }
    found
}

fn dated(key: &'static str, date: Moment, other: Moment) -> Msg {
    Msg::new(key).with("date", date.typed()).with("other", other.typed())
}

fn wrong(notice: &Notice, span: Span, msg: Msg, hint: &'static str) -> Diagnostic {
    finding(&rules::DATES, notice, span, msg).hint(Msg::new(hint))
}
