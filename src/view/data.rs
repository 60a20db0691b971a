//! The page on the open data.

use schemars::JsonSchema;
use serde::Serialize;

use super::Views;
use crate::model::Extra;
use crate::site::Dataset;

/// What there is to download, and what it means.
#[derive(Debug, Default, JsonSchema, Serialize)]
pub struct DataView<'a> {
    /// The data sets: the whole site's, then those of the sections in the order of the tree; none if the body wants none.
    pub datasets: Vec<DatasetView<'a>>,
    /// Further tables of the whole site.
    pub tables: Vec<DataTableView<'a>>,
    /// Catalogue, description for programs, contracting data: whatever else there is for machines.
    pub links: Vec<DataLinkView<'a>>,
    /// The name of the licence of the data; none if the body names none.
    pub licence: Option<&'a str>,
    /// The address of the licence.
    pub licence_url: Option<&'a str>,
    /// The prefix under which contracting data are published in OCDS; none if the body has none registered.
    pub ocds: Option<&'a str>,
    /// What the columns of each table mean.
    pub dictionary: Vec<DictionaryView<'a>>,
}

/// A data set to download.
#[derive(Debug, Default, JsonSchema, Serialize)]
pub struct DatasetView<'a> {
    /// What it holds.
    pub title: &'a str,
    /// The address of the page with the same notices, from the root.
    pub page: String,
    /// How deep its section stands: 0 for the site, 1 for the first level, 2 below.
    pub level: usize,
    /// How many notices it holds.
    pub count: usize,
    /// Its files, one a format.
    pub files: Vec<DataFileView>,
}

/// A file of data.
#[derive(Debug, Default, JsonSchema, Serialize)]
pub struct DataFileView {
    /// What opens it: `CSV`, `JSON`, `XLSX`; or which of several: `2026`.
    pub format: std::borrow::Cow<'static, str>,
    /// Its address from the root.
    pub url: String,
    /// In words: `1,2 MB`; none where it is not known.
    pub size: Option<String>,
}

/// A further table.
#[derive(Debug, Default, JsonSchema, Serialize)]
pub struct DataTableView<'a> {
    /// What it holds.
    pub title: &'a str,
    /// What a row of it is.
    pub about: &'a str,
    /// How many rows it has.
    pub count: usize,
    /// The file.
    pub file: DataFileView,
}

/// Something for machines to go to.
#[derive(Debug, Default, JsonSchema, Serialize)]
pub struct DataLinkView<'a> {
    /// What it is.
    pub title: &'a str,
    /// What it is good for.
    pub about: &'a str,
    /// Its files.
    pub files: Vec<DataFileView>,
}

/// What the columns of a table mean.
#[derive(Debug, Default, JsonSchema, Serialize)]
pub struct DictionaryView<'a> {
    /// The table's name, which is its file's.
    pub name: &'static str,
    /// What it holds.
    pub title: &'a str,
    /// What a row of it is.
    pub about: &'a str,
    /// Its columns, in order.
    pub columns: Vec<ColumnMeaningView<'a>>,
}

/// What a column means.
#[derive(Debug, Default, JsonSchema, Serialize)]
pub struct ColumnMeaningView<'a> {
    /// Its name, as in the files.
    pub name: &'static str,
    /// What it is called.
    pub title: &'a str,
    /// What kind of value stands in it, in words.
    pub shape: &'a str,
    /// What it means.
    pub about: &'a str,
    /// The words that may stand in it; none if any text may.
    pub words: Vec<&'static str>,
}

impl Views<'_> {
    /// The files of a data set, without their sizes; none if the body wants
    /// none.
    pub fn downloads(&self, set: Dataset) -> Vec<DataFileView> {
        if !self.site.makes(Extra::Data) {
            return Vec::new();
        }
        let formats = [("CSV", "csv"), ("JSON", "json"), ("XLSX", "xlsx")];
        let made = formats.into_iter().filter(|(_, ending)| *ending != "xlsx" || cfg!(feature = "spreadsheets"));
        made.map(|(format, ending)| DataFileView {
            format: format.into(),
            url: set.address(self.site, ending).into(),
            size: None,
        })
        .collect()
    }
}
