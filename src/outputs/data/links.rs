//! What `/dati/` links besides the tables: a row for each thing there is for
//! machines.

use super::Press;
use crate::plan::{Address, CATALOGUE_FORMS, L190_INDEX, OpenData};
use crate::view::{DataFileView, DataLinkView};

/// A kind of thing: which open data it is, the keys of its title and of what
/// it is good for, and what its files are called.
type Row = (fn(OpenData) -> bool, [&'static str; 2], fn(&Press<'_>, &Address) -> String);

/// Everything else there is, in the order it is shown.
const ROWS: &[Row] = &[
    (|data| data == OpenData::Package, ["data-link-package", "data-link-package-explain"], format),
    (|data| data == OpenData::Schema, ["data-link-schemas", "data-link-schemas-explain"], stem),
    (|data| data == OpenData::Catalogue, ["data-link-catalogue", "data-link-catalogue-explain"], format),
    (|data| data == OpenData::Contracts, ["data-link-ocds", "data-link-ocds-explain"], stem),
    (|data| data == OpenData::L190, ["data-link-l190", "data-link-l190-explain"], stem),
    (|data| data == OpenData::Api, ["data-link-openapi", "data-link-openapi-explain"], format),
    (|data| data == OpenData::Manifest, ["data-link-edition", "data-link-edition-explain"], format),
];

pub(super) fn links<'a>(press: &Press<'a>) -> Vec<DataLinkView<'a>> {
    let row = |(is, [title, about], name): &Row| {
        let mut files: Vec<&Address> = press.plan.data(is).collect();
        // The newest year first.
        if files.iter().any(|file| file.name().starts_with(|c: char| c.is_ascii_digit())) {
            files.reverse();
        }
        let file = |url: &Address| DataFileView { format: name(press, url).into(), url: url.to_string(), size: None };
        DataLinkView {
            title: press.labels.text(title),
            about: press.labels.text(about),
            files: files.into_iter().map(file).collect(),
        }
    };
    ROWS.iter().map(row).filter(|link| !link.files.is_empty()).collect()
}

/// What opens it.
fn format(_: &Press<'_>, address: &Address) -> String {
    let ending = address.rsplit('.').next().unwrap_or_default();
    let form = CATALOGUE_FORMS.iter().find(|(_, known)| *known == ending);
    form.map_or_else(|| ending.to_uppercase(), |(name, _)| (*name).to_owned())
}

/// The table or the year it is of.
fn stem(press: &Press<'_>, address: &Address) -> String {
    if *address == L190_INDEX {
        return press.labels.text("data-link-index").to_owned();
    }
    address.name().split('.').next().unwrap_or_default().to_owned()
}
