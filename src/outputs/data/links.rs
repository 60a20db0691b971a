//! What `/dati/` links besides the tables: a row for each thing there is for
//! machines.

use super::Press;
use crate::data::TABLES;
use crate::edition::PROOF;
use crate::model::{CATALOGUE, DATA, Extra, L190_INDEX, L190File};
use crate::view::{DataFileView, DataLinkView};

/// Everything else there is, in the order it is shown.
pub(super) fn links<'a>(press: &Press<'a>) -> Vec<DataLinkView<'a>> {
    let site = press.site;
    let data = |file: &str| format!("{DATA}{file}");
    let mut things = Vec::new();
    if site.makes(Extra::Data) {
        let schemas = TABLES.iter().map(|table| (table.name.to_owned(), data(&format!("schemi/{}.json", table.name))));
        let forms = [("RDF/XML", "rdf"), ("Turtle", "ttl"), ("JSON-LD", "jsonld")];
        let forms = forms.map(|(name, ending)| (name.to_owned(), format!("{CATALOGUE}.{ending}")));
        let years = site.ocds_years().into_iter().rev().map(|(year, address)| (year.to_string(), address));
        let kept = site.l190_files();
        let index =
            (!kept.is_empty()).then(|| (press.labels.text("data-link-index").to_owned(), L190_INDEX.to_owned()));
        let kept = kept.iter().map(|file| (l190_name(file), file.address()));
        things.extend([
            (["data-link-package", "data-link-package-explain"], vec![("JSON".to_owned(), data("datapackage.json"))]),
            (["data-link-schemas", "data-link-schemas-explain"], schemas.collect()),
            (["data-link-catalogue", "data-link-catalogue-explain"], forms.to_vec()),
            (["data-link-ocds", "data-link-ocds-explain"], years.collect()),
            (["data-link-l190", "data-link-l190-explain"], index.into_iter().chain(kept).collect()),
        ]);
    }
    if site.makes(Extra::Json) {
        things.push((
            ["data-link-openapi", "data-link-openapi-explain"],
            vec![("JSON".to_owned(), data("openapi.json"))],
        ));
    }
    if site.makes(Extra::Edition) {
        let proof = vec![("JSON".to_owned(), format!("/{PROOF}"))];
        things.push((["data-link-edition", "data-link-edition-explain"], proof));
    }
    things
        .into_iter()
        .filter(|(_, files)| !files.is_empty())
        .map(|([title, about], files): ([&'static str; 2], Vec<(String, String)>)| DataLinkView {
            title: press.labels.text(title),
            about: press.labels.text(about),
            files: files
                .into_iter()
                .map(|(format, url)| DataFileView { format: format.into(), url, size: None })
                .collect(),
        })
        .collect()
}

/// The year, and which part of several.
fn l190_name(file: &L190File<'_>) -> String {
    let address = file.address();
    let name = address.rsplit('/').next().and_then(|name| name.split('.').next());
    name.unwrap_or_default().to_owned()
}
