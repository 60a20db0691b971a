//! The page on the open data: what they are, how to have them, what every
//! column means.

use tera::Value;

use super::{Files, Press, TableFile, bytes, links};
use crate::data::{Column, LicenceData, Shape, TABLES};
use crate::diagnostic::Diagnostic;
use crate::edition::Artifact;
use crate::model::Extra;
use crate::plan::DATA;
use crate::site::Dataset;
use crate::view::{
    ColumnMeaningView, DataFileView, DataTableView, DataView, DatasetView, DictionaryView, Labels, When,
};

pub(super) fn make(press: &Press<'_>, sets: &[Files], others: &[TableFile]) -> Result<Artifact, Box<Diagnostic>> {
    let (site, views) = (press.site, press.views());
    let mut frame = views.page("data", press.labels.text("page-data"), DATA.clone());
    frame.description = press.labels.text("theme-data_lead");
    frame.breadcrumb = vec![views.home_crumb()];
    frame.feeds = vec![views.site_feed()];
    frame.updated = site.dataset_updated(Dataset { of: None }).map(|moment| When::of(moment, press.labels.language()));
    let licence = LicenceData::of(&site.settings);
    let view = DataView {
        datasets: sets.iter().map(|files| dataset(press, files)).collect(),
        tables: others.iter().map(|table| further(press, table)).collect(),
        links: links::links(press),
        licence: licence.as_ref().map(|licence| licence.nome),
        licence_url: licence.as_ref().and_then(|licence| licence.url),
        ocds: site.settings.ocds.as_deref(),
        dictionary: if site.makes(Extra::Data) { dictionary(press.labels) } else { Vec::new() },
    };
    press.page("data.html", &frame, Some(("data", Value::from_serializable(&view))))
}

fn dataset<'a>(press: &Press<'a>, files: &Files) -> DatasetView<'a> {
    let site = press.site;
    let made = [Some(&files.csv), Some(&files.json), files.xlsx.as_ref()].into_iter().flatten();
    let downloads = press.views().downloads(files.set).into_iter().zip(made);
    let (title, level) = match files.set.of {
        None => (press.labels.text("list-all"), 0),
        Some(id) => (site.tree.get(id).title.as_str(), site.tree.line(id).len()),
    };
    DatasetView {
        title,
        page: files.set.page(site).into(),
        level,
        count: files.count,
        files: downloads.map(|(file, made)| DataFileView { size: Some(size(press, made)), ..file }).collect(),
    }
}

fn further<'a>(press: &Press<'a>, file: &TableFile) -> DataTableView<'a> {
    let (title, about) = table_words(press.labels, file.table.name);
    DataTableView {
        title,
        about,
        count: file.rows,
        file: DataFileView {
            format: "CSV".into(),
            url: format!("/{}", file.csv.path),
            size: Some(size(press, &file.csv)),
        },
    }
}

fn size(press: &Press<'_>, file: &Artifact) -> String {
    press.views().size(bytes(file).len() as u64)
}

fn dictionary(labels: &Labels) -> Vec<DictionaryView<'_>> {
    TABLES
        .iter()
        .map(|table| {
            let (title, about) = table_words(labels, table.name);
            let columns = table.columns.iter().map(|column| {
                let (title, about) = words_of(labels, column);
                let words = if let Shape::Word(words) = column.shape { words() } else { Vec::new() };
                ColumnMeaningView { name: column.name, title, shape: shape(labels, column.shape), about, words }
            });
            DictionaryView { name: table.name, title, about, columns: columns.collect() }
        })
        .collect()
}

fn table_words<'a>(labels: &'a Labels, name: &str) -> (&'a str, &'a str) {
    (labels.known(&format!("table-{name}")), labels.known(&format!("table-{name}-explain")))
}

/// A column's title and what it means.
pub(super) fn words_of<'a>(labels: &'a Labels, column: &Column) -> (&'a str, &'a str) {
    (labels.known(&format!("col-{}", column.name)), labels.known(&format!("col-{}-explain", column.name)))
}

/// What kind of value stands in a column, in words.
pub(super) fn shape(labels: &Labels, shape: Shape) -> &str {
    labels.text(match shape {
        Shape::Text => "shape-text",
        Shape::Several => "shape-several",
        Shape::Code(_) => "shape-code",
        Shape::Codes(_) => "shape-codes",
        Shape::Word(_) => "shape-word",
        Shape::Number => "shape-number",
        Shape::Euro => "shape-euro",
        Shape::Day => "shape-day",
        Shape::Instant => "shape-instant",
        Shape::Truth => "shape-truth",
        Shape::Url => "shape-url",
    })
}
