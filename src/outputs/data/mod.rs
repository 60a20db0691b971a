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

use super::{Made, Press};
use crate::edition::Artifact;
use crate::model::{Dataset, Extra};

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

/// A file in the folder of data.
fn artifact(address: &str, bytes: impl Into<Vec<u8>>) -> Artifact {
    Artifact::new(address.trim_start_matches('/'), bytes, "dati")
}
