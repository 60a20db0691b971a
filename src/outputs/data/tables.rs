//! The data sets as CSV (RFC 4180) and JSON, and the further tables.
//!
//! UTF-8 without a mark at its start: parsers take the mark for a part of
//! the first column's name, and who opens tables in Excel has the XLSX.

use std::collections::HashMap;
use std::ops::Range;

use rayon::prelude::*;

use super::{Files, Press, TableFile};
use crate::data::{DatasetData, NOTICES, NoticeData, TABLES, Table, Value};
use crate::edition::Artifact;
use crate::model::Notice;
use crate::plan::table_address;
use crate::site::{Dataset, Site};

/// What each notice is in the data sets, written once for all those it is in.
struct Lines<'a> {
    csv: Vec<u8>,
    json: Vec<u8>,
    /// Where the lines of a notice lie, by its id.
    places: HashMap<&'a str, (Range<usize>, Range<usize>)>,
}

/// The lines of some notices as CSV and as JSON, and where each notice's end.
type Batch = (Vec<u8>, Vec<u8>, Vec<(usize, usize)>);

/// How many notices are put into lines at a time.
const BATCH: usize = 256;

impl<'a> Lines<'a> {
    fn of(site: &'a Site) -> Self {
        let notices: Vec<&Notice> = site.current().collect();
        let batches: Vec<Batch> = notices.par_chunks(BATCH).map(|batch| Self::batch(site, batch)).collect();
        let mut lines = Self { csv: Vec::new(), json: Vec::new(), places: HashMap::with_capacity(notices.len()) };
        let mut ids = notices.iter().map(|notice| notice.filing.id.value.as_str());
        for (csv, json, ends) in batches {
            let (csv_start, json_start) = (lines.csv.len(), lines.json.len());
            let mut from = (0, 0);
            for (end, id) in ends.into_iter().zip(ids.by_ref()) {
                let place = (csv_start + from.0..csv_start + end.0, json_start + from.1..json_start + end.1);
                lines.places.insert(id, place);
                from = end;
            }
            lines.csv.extend(csv);
            lines.json.extend(json);
        }
        lines
    }

    /// The lines of some notices, and where each ends.
    fn batch(site: &Site, notices: &[&Notice]) -> Batch {
        let (mut csv, mut json) = (Vec::new(), Vec::new());
        let ends = notices
            .iter()
            .map(|notice| {
                csv.extend(rows(NOTICES.rows_of(site, notice)));
                crate::outputs::json::append(&NoticeData::of(site, notice), &mut json);
                (csv.len(), json.len())
            })
            .collect();
        (csv, json, ends)
    }

    /// The lines of some notices in a row.
    fn joined(&self, notices: &[&Notice]) -> (Vec<u8>, Vec<u8>) {
        let (mut csv, mut json) = (header(&NOTICES), Vec::new());
        for notice in notices {
            let Some((csv_place, json_place)) = self.places.get(notice.filing.id.value.as_str()) else { continue };
            csv.extend_from_slice(&self.csv[csv_place.clone()]);
            if !json.is_empty() {
                json.push(b',');
            }
            json.extend_from_slice(&self.json[json_place.clone()]);
        }
        (csv, json)
    }
}

/// Every data set.
pub(super) fn sets(press: &Press<'_>) -> Vec<Files> {
    let site = press.site;
    let lines = Lines::of(site);
    let sets: Vec<Dataset> = site.datasets().collect();
    sets.into_par_iter()
        .map(|set| {
            let notices = site.dataset_notices(set);
            let (csv, json) = lines.joined(&notices);
            Files {
                set,
                count: notices.len(),
                csv: Artifact::new(&set.address(site, "csv"), csv),
                json: Artifact::new(&set.address(site, "json"), whole(site, set, notices.len(), &json)),
                xlsx: xlsx(press, set, &notices).map(|bytes| Artifact::new(&set.address(site, "xlsx"), bytes)),
            }
        })
        .collect()
}

/// The tables of the whole site that are not of notices.
pub(super) fn others(press: &Press<'_>) -> Vec<TableFile> {
    let site = press.site;
    TABLES[1..]
        .par_iter()
        .map(|table| {
            let mut csv = header(table);
            csv.extend(rows(site.current().flat_map(|notice| table.rows_of(site, notice))));
            TableFile {
                table,
                rows: site.current().map(|notice| (table.rows)(notice)).sum(),
                csv: Artifact::new(&table_address(table.name), csv),
            }
        })
        .collect()
}

/// The notices of a data set with what stands above them.
fn whole(site: &Site, set: Dataset, count: usize, notices: &[u8]) -> Vec<u8> {
    let mut json = Vec::with_capacity(notices.len() + 2_000);
    crate::outputs::json::append(&DatasetData::head(site, set, count), &mut json);
    // Its last field is the list of notices, still empty.
    json.truncate(json.len() - b"]}\n".len());
    json.push(b'\n');
    json.extend_from_slice(notices);
    json.extend_from_slice(b"]}\n");
    json
}

fn header(table: &Table) -> Vec<u8> {
    records(std::iter::once(table.header().collect::<Vec<_>>()))
}

fn rows<'a>(rows: impl Iterator<Item = Vec<Value<'a>>>) -> Vec<u8> {
    records(rows.map(|row| row.iter().map(|value| value.plain().into_owned()).collect::<Vec<_>>()))
}

fn records<T: AsRef<[u8]>>(records: impl Iterator<Item = Vec<T>>) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    for record in records {
        writer.write_record(record).expect("rows of one table are equally long, and memory takes all");
    }
    writer.into_inner().expect("memory takes all")
}

#[cfg(feature = "spreadsheets")]
fn xlsx(press: &Press<'_>, set: Dataset, notices: &[&Notice]) -> Option<Vec<u8>> {
    Some(super::spreadsheet::workbook(press, set, notices))
}

#[cfg(not(feature = "spreadsheets"))]
fn xlsx(_: &Press<'_>, _: Dataset, _: &[&Notice]) -> Option<Vec<u8>> {
    None
}
