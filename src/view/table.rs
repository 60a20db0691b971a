//! A section's notices as a table, where the law asks for one.

use schemars::JsonSchema;
use serde::Serialize;

use super::Views;
use super::card::ClockView;
use crate::chronicle::State;
use crate::model::Notice;

/// A table of notices.
#[derive(Debug, Default, JsonSchema, Serialize)]
pub(super) struct TableView<'a> {
    /// What the table lists: the section's title.
    caption: &'a str,
    /// The columns that somebody fills.
    columns: Vec<ColumnView<'a>>,
    /// One row a notice.
    rows: Vec<RowView<'a>>,
}

/// A column of a table.
#[derive(Debug, Default, JsonSchema, Serialize)]
struct ColumnView<'a> {
    /// The column's heading.
    label: &'a str,
    /// Whether it holds amounts, to be aligned on the right.
    money: bool,
}

/// A notice as a row.
#[derive(Debug, Default, JsonSchema, Serialize)]
struct RowView<'a> {
    /// The notice's title.
    title: &'a str,
    /// The address of its page, from the root.
    url: String,
    /// For a script that keeps the state true; none where the state does not follow from dates.
    clock: Option<ClockView>,
    /// One cell a column, in the order of the columns.
    cells: Vec<CellView<'a>>,
}

/// What a row says in a column.
#[derive(Debug, Default, JsonSchema, Serialize)]
struct CellView<'a> {
    /// The column's heading again, for narrow screens.
    label: &'a str,
    /// Whether it holds an amount.
    money: bool,
    /// What stands in it; empty if there is nothing to say.
    text: String,
    /// The date for machines, where it holds one.
    iso: Option<String>,
    /// The state's word, where it holds the state.
    state: Option<&'static str>,
}

/// What a column shows of a notice: words, and the date for machines.
type Show<'a> = fn(&Views<'a>, &'a Notice) -> Option<(String, Option<String>)>;

impl<'a> Views<'a> {
    /// Some notices as a table; columns nobody fills are left out.
    pub(super) fn table(&self, title: &'a str, notices: &[&'a Notice]) -> TableView<'a> {
        let columns: [(&'static str, bool, Show<'a>); 10] = [
            ("column-kind", false, |views, notice| Some((views.labels.of(notice.heading.kind).to_owned(), None))),
            ("column-state", false, |views, notice| {
                (views.site.state(notice) != State::Published).then(|| (views.state_text(notice).to_owned(), None))
            }),
            ("column-deadline", false, |views, notice| {
                let when = views.when(notice.main_deadline()?.when.value);
                let hour = when.hour.map(|hour| format!(" {hour}")).unwrap_or_default();
                Some((format!("{}{hour}", when.short), Some(when.iso)))
            }),
            ("column-party", false, |_, notice| {
                let names: Vec<&str> = notice.course.awardees.iter().map(|awardee| awardee.name.as_str()).collect();
                (!names.is_empty()).then(|| (names.join("; "), None))
            }),
            ("column-amount", true, |_, notice| {
                let euro = notice.money.award.or(notice.money.base)?;
                Some((format!("€ {euro}"), None))
            }),
            ("column-act", false, |_, notice| Some((notice.codes.protocol.clone()?, None))),
            ("column-cig", false, |_, notice| {
                let cigs: Vec<&str> = notice.cigs().into_iter().map(|cig| cig.value.as_str()).collect();
                (!cigs.is_empty()).then(|| (cigs.join(", "), None))
            }),
            ("column-office", false, |_, notice| {
                Some((notice.people.office.clone().or_else(|| notice.people.manager.clone())?, None))
            }),
            ("column-published", false, |views, notice| {
                let when = views.when(notice.filing.published_on()?);
                Some((when.short, Some(when.iso)))
            }),
            ("column-updated", false, |views, notice| {
                let updated = views.site.updated(notice);
                let when = views.when(updated);
                (Some(updated) != notice.filing.published_on()).then_some((when.short, Some(when.iso)))
            }),
        ];
        let filled: Vec<_> = columns
            .into_iter()
            .filter(|(_, _, show)| notices.iter().any(|notice| show(self, notice).is_some()))
            .map(|(key, money, show)| (self.labels.text(key), money, show))
            .collect();
        let row = |notice: &&'a Notice| RowView {
            title: &notice.heading.title.value,
            url: notice.address().into(),
            clock: self.clock(notice),
            cells: filled
                .iter()
                .map(|(label, money, show)| {
                    let (text, iso) = show(self, notice).unwrap_or_default();
                    let is_state = *label == self.labels.text("column-state") && !text.is_empty();
                    let state = is_state.then(|| self.site.state(notice).word());
                    CellView { label, money: *money, text, iso, state }
                })
                .collect(),
        };
        TableView {
            caption: title,
            rows: notices.iter().map(row).collect(),
            columns: filled.iter().map(|(label, money, _)| ColumnView { label, money: *money }).collect(),
        }
    }
}
