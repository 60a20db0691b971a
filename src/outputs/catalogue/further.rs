//! Data sets beside those of the notices: further tables, contracts.

use super::super::l190;
use super::contents::{Desk, Entry, past};
use super::sheet::Wording;
use super::terms::frequency;
use crate::calendar::Moment;
use crate::data::TABLES;
use crate::model::Extra;
use crate::plan::{Address, table_address};
use crate::sections::Frequency;
use crate::site::L190File;

impl Desk<'_> {
    /// What a notice may have more than one of, a table each.
    pub(super) fn tables(&self) -> impl Iterator<Item = Entry> {
        let further = TABLES.iter().skip(1).filter(|_| self.site.makes(Extra::Data));
        further.map(|table| {
            let labels = self.press.labels;
            let (title, row) = (format!("table-{}", table.name), format!("table-{}-explain", table.name));
            let about = format!("{} {}.", labels.text("catalogue-table-about"), labels.known(&row));
            Entry {
                title: Wording::Ours(self.titled(labels.known(&title))),
                about: Wording::Ours(about),
                frequency: frequency(Some(Frequency::Prompt)),
                files: vec![("CSV", table_address(table.name))],
                ..Entry::empty(table.name.to_owned(), self.modified)
            }
        })
    }

    /// The contracts as OCDS tells them, a file a year.
    pub(super) fn contracts(&self) -> Option<Entry> {
        let files: Vec<(&str, Address)> = self.site.ocds_years().map(|(_, file)| ("JSON", file)).collect();
        let notices = self.site.processes().flat_map(|process| process.notices);
        let updates = notices.filter_map(|notice| past(self.site, Some(self.site.updated(notice))));
        let modified = updates.max_by_key(|moment| moment.begins()).or(self.modified);
        let labels = self.press.labels;
        (!files.is_empty()).then(|| Entry {
            title: Wording::Ours(self.titled(labels.text("catalogue-contracts"))),
            about: Wording::Ours(labels.text("catalogue-contracts-about").to_owned()),
            frequency: frequency(Some(Frequency::Prompt)),
            keyword: Some("contratti pubblici".to_owned()),
            files,
            ..Entry::empty("ocds".to_owned(), modified)
        })
    }

    /// The contracts of a year, after L. 190/2012.
    pub(super) fn year(&self, files: &[L190File<'_>]) -> Entry {
        let labels = self.press.labels;
        let first = &files[0];
        let updated = files.iter().map(|file| file.updated).max().unwrap_or(first.updated);
        Entry {
            title: Wording::Ours(l190::title(self.press, first)),
            about: Wording::Ours(labels.text("l190-about").to_owned()),
            // Nobody has to make them any more.
            frequency: frequency(Some(Frequency::Never)),
            keyword: Some("legge 190-2012".to_owned()),
            files: files.iter().map(|file| ("XML", file.address())).collect(),
            ..Entry::empty(format!("l190/{}", first.year), Some(Moment::day(updated)))
        }
    }
}
