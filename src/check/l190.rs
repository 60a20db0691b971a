//! What the data sets of L. 190/2012 want to know of a contract, where the
//! body keeps them on line.

use super::{Subject, finding};
use crate::diagnostic::Diagnostic;
use crate::messages::Msg;
use crate::rules;

pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let records = subject.site.l190_records().into_iter();
    records
        .filter_map(|record| {
            let missing = record.lot.err()?;
            let keys = missing.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(", ");
            let msg = match record.cig {
                Some(cig) => Msg::new("l190-missing").with("cig", cig),
                None => Msg::new("l190-without-cig"),
            };
            let hint = Msg::new("l190-missing-hint").with("keys", keys).with("year", record.year);
            Some(finding(&rules::L190, record.notice, record.notice.heading.title.span, msg).hint(hint))
        })
        .collect()
}
