//! The open data: flat tables (CSV, XLSX), whole notices (JSON), their
//! description for machines (Table Schema, Data Package, `OpenAPI`) and for
//! people (the page `/dati/`).

mod links;
mod openapi;
mod package;
mod page;
#[cfg(feature = "spreadsheets")]
mod spreadsheet;
mod tables;

use super::{Ground, Made, Press};
use crate::data::TABLES;
use crate::edition::Artifact;
use crate::model::Extra;
use crate::plan::{Address, DATA, Job, OpenData, What, table_address};
use crate::site::Dataset;

/// What was made of a data set.
struct Files {
    set: Dataset,
    /// How many notices it holds.
    count: usize,
    csv: Artifact,
    json: Artifact,
    xlsx: Option<Artifact>,
}

/// A flat table of the whole site.
struct TableFile {
    table: &'static crate::data::Table,
    rows: usize,
    csv: Artifact,
}

/// The formats of a data set.
const FORMATS: &[&str] = if cfg!(feature = "spreadsheets") { &["csv", "json", "xlsx"] } else { &["csv", "json"] };

pub(super) fn plan(ground: &Ground<'_>) -> Vec<Job> {
    let site = ground.site;
    let data = |address: Address, what| Job::new(address, What::Data(what));
    let mut jobs = Vec::new();
    if site.has_data() {
        jobs.push(Job::new(DATA.clone(), What::Page(None)));
    }
    if site.makes(Extra::Json) {
        jobs.push(data(openapi::address(), OpenData::Api));
    }
    if site.makes(Extra::Data) {
        let sets = site.datasets();
        jobs.extend(
            sets.flat_map(|set| FORMATS.iter().map(move |end| data(set.address(site, end), OpenData::Set(set)))),
        );
        jobs.extend(TABLES[1..].iter().map(|table| data(table_address(table.name), OpenData::Table)));
        jobs.extend(TABLES.iter().map(|table| data(package::schema_address(table), OpenData::Schema)));
        jobs.push(data(package::address(), OpenData::Package));
    }
    jobs
}

pub(super) fn make(press: &Press<'_>) -> Made {
    if !press.site.has_data() {
        return Ok(Vec::new());
    }
    let (mut sets, mut others, mut more) = (Vec::new(), Vec::new(), Vec::new());
    if press.site.makes(Extra::Data) {
        sets = tables::sets(press);
        others = tables::others(press);
        more.extend(package::make(press, &sets, &others));
    }
    if press.site.makes(Extra::Json) {
        more.push(openapi::make(press));
    }
    let page = page::make(press, &sets, &others)?;
    let sets = sets.into_iter().flat_map(|files| [files.csv, files.json].into_iter().chain(files.xlsx));
    Ok(sets.chain(others.into_iter().map(|table| table.csv)).chain(more).chain([page]).collect())
}

/// How many bytes are in a file that was just made.
fn bytes(file: &Artifact) -> &[u8] {
    match &file.content {
        crate::edition::Content::Bytes(bytes) => bytes,
        _ => &[],
    }
}
