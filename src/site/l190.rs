//! The data sets of art. 1, c. 32, L. 190/2012: contracts of the years up to
//! 2023, a lot a CIG.
//!
//! Since 2024 nobody has to make them any more; what was published stays on
//! line. A year's holds the procedures published in it, with what is known of
//! them now. A lot of which something is not known is left out and the editor
//! told: ten zeros for a CIG nobody wrote would say that none was due, `0.00`
//! that nothing was paid.

mod bidders;
mod facts;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::codes::{Cig, ContractorChoice, TaxCode};
use crate::model::{Euro, Extra, Kind, Notice};
use crate::site::Site;

pub use bidders::{Bidder, BidderId, Bidders};

/// The last year the law asked for a data set.
const LAST: i32 = 2023;

/// How many bytes a file may have.
const MOST: usize = 5_000_000;

/// A CIG of those years, and what is known of its lot.
#[derive(Debug)]
pub struct L190Record<'a> {
    /// The year it was published in.
    pub year: i32,
    /// The first notice of it.
    pub notice: &'a Notice,
    /// The CIG; none where the notice has none.
    pub cig: Option<&'a Cig>,
    /// The lot, or the keys of front matter that are missing.
    pub lot: Result<L190Lot<'a>, Vec<&'static str>>,
    /// The day it was published.
    pub published: NaiveDate,
    /// The day anything of it last changed.
    pub updated: NaiveDate,
}

/// What the law wants to know of a lot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct L190Lot<'a> {
    /// Its CIG.
    pub cig: &'a Cig,
    /// The contracting body's tax code and name.
    pub proposer: (&'a TaxCode, &'a str),
    /// What is bought.
    pub subject: String,
    /// How the contractor was chosen.
    pub choice: ContractorChoice,
    /// Who was invited or took part.
    pub participants: Bidders<'a>,
    /// Who won; nobody where nothing was awarded.
    pub winners: Bidders<'a>,
    /// What it was awarded for; nothing where nobody won.
    pub award: Euro,
    /// When it began.
    pub start: Option<NaiveDate>,
    /// When it was done.
    pub end: Option<NaiveDate>,
    /// What was paid so far.
    pub paid: Euro,
}

/// A file of a data set: a year's, or a part of it where a year is too large
/// for one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct L190File<'a> {
    /// The year.
    pub year: i32,
    /// Which part of it, from 1.
    pub part: usize,
    /// Its lots, by the day they were published.
    pub lots: Vec<L190Lot<'a>>,
    /// The day the first of them was published.
    pub published: NaiveDate,
    /// The day anything in it last changed.
    pub updated: NaiveDate,
}

impl Site {
    /// The files of the data sets, by year and part; none unless the body
    /// keeps them on line.
    pub fn l190_files(&self) -> Vec<L190File<'_>> {
        let mut files: Vec<L190File<'_>> = Vec::new();
        let mut size = 0;
        for record in self.l190_records() {
            let Ok(lot) = record.lot else { continue };
            let more = lot.weight();
            size += more;
            match files.last_mut() {
                Some(file) if file.year == record.year && size <= MOST => {
                    file.published = file.published.min(record.published);
                    file.updated = file.updated.max(record.updated);
                    file.lots.push(lot);
                }
                last => {
                    let part = last.filter(|file| file.year == record.year).map_or(1, |file| file.part + 1);
                    let (year, published, updated) = (record.year, record.published, record.updated);
                    files.push(L190File { year, part, lots: vec![lot], published, updated });
                    size = more;
                }
            }
        }
        files
    }

    /// Every CIG of those years, by the day it was published, and every
    /// procedure without one; none unless the body keeps the data sets.
    pub fn l190_records(&self) -> Vec<L190Record<'_>> {
        if !self.settings.l190 || !self.makes(Extra::Data) {
            return Vec::new();
        }
        let mut notices: Vec<&Notice> = self.current().filter(|notice| is_procedure(notice)).collect();
        // Newest first is how they come; of the same instant, by id.
        notices.sort_by_key(|notice| notice.filing.published.value.begins());
        let mut holders: BTreeMap<&str, (&Cig, Vec<&Notice>)> = BTreeMap::new();
        let mut records = Vec::new();
        for notice in notices {
            let cigs = notice.cigs();
            if cigs.is_empty() && !self.is_told_elsewhere(notice) {
                let lot = Err(vec!["codici.cig"]);
                records.push(self.record(None, &[notice], lot));
            }
            for cig in cigs {
                holders.entry(cig.value.as_str()).or_insert_with(|| (&cig.value, Vec::new())).1.push(notice);
            }
        }
        for (cig, notices) in holders.into_values() {
            if notices[0].year() <= LAST {
                let lot = facts::lot(self, cig, &notices);
                records.push(self.record(Some(cig), &notices, lot));
            }
        }
        records.retain(|record| record.year <= LAST);
        records.sort_by_key(|record| (record.year, record.published));
        records
    }

    fn record<'a>(
        &self,
        cig: Option<&'a Cig>,
        notices: &[&'a Notice],
        lot: Result<L190Lot<'a>, Vec<&'static str>>,
    ) -> L190Record<'a> {
        let notice = notices[0];
        let published = notice.filing.published.value.date;
        let changes = notices.iter().map(|notice| notice.filing.updated.value);
        let changes = changes.filter(|moment| moment.begins() <= self.now).map(|moment| moment.date);
        let updated = changes.max().unwrap_or(published).max(published);
        L190Record { year: notice.year(), notice, cig, lot, published, updated }
    }

    /// Whether it is the outcome of a procedure that has its CIG where it was
    /// called.
    fn is_told_elsewhere(&self, notice: &Notice) -> bool {
        let named = notice.filing.related.iter().filter_map(|id| self.by_id(&id.value));
        notice.heading.kind == Kind::Outcome && named.chain(self.naming(notice)).any(|other| !other.cigs().is_empty())
    }
}

/// Whether a contract comes of it.
fn is_procedure(notice: &Notice) -> bool {
    notice.heading.kind.stage().is_some_and(|stage| !stage.is_planning())
}
