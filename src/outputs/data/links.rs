//! What `/dati/` links besides the tables: a row for each thing there is for
//! machines.

use super::Press;
use crate::data::TABLES;
use crate::edition::PROOF;
use crate::model::{CATALOGUE, Extra};
use crate::view::{DataFileView, DataLinkView};

/// Everything else there is, in the order it is shown.
pub(super) fn links<'a>(press: &Press<'a>) -> Vec<DataLinkView<'a>> {
    let site = press.site;
    let file =
        |format: &str, url: &str| DataFileView { format: format.to_owned().into(), url: url.to_owned(), size: None };
    let files = |known: &[(&str, &str)]| known.iter().map(|(format, url)| file(format, url)).collect::<Vec<_>>();
    let schemas = TABLES.iter().map(|table| file(table.name, &format!("/dati/schemi/{}.json", table.name)));
    let catalogue = [("RDF/XML", "rdf"), ("Turtle", "ttl"), ("JSON-LD", "jsonld")]
        .map(|(format, ending)| file(format, &format!("{CATALOGUE}.{ending}")));
    let ocds = site.ocds_years().into_iter().map(|(year, url)| file(&year.to_string(), &url));
    let l190 = site.l190_files().into_iter().map(|one| file(&one.year.to_string(), &one.address()));
    let index = (!site.l190_files().is_empty()).then(|| file("indice", "/dati/l190/indice.xml"));
    let things: [([&'static str; 2], bool, Vec<DataFileView>); 7] = [
        (["data-link-package", "data-link-package-explain"], true, files(&[("JSON", "/dati/datapackage.json")])),
        (["data-link-schemas", "data-link-schemas-explain"], true, schemas.collect()),
        (["data-link-catalogue", "data-link-catalogue-explain"], true, catalogue.into()),
        (["data-link-ocds", "data-link-ocds-explain"], true, ocds.collect()),
        (["data-link-l190", "data-link-l190-explain"], true, l190.chain(index).collect()),
        (
            ["data-link-openapi", "data-link-openapi-explain"],
            site.makes(Extra::Json),
            files(&[("JSON", "/dati/openapi.json")]),
        ),
        (
            ["data-link-edition", "data-link-edition-explain"],
            site.makes(Extra::Edition),
            vec![file("JSON", &format!("/{PROOF}"))],
        ),
    ];
    things
        .into_iter()
        .filter(|(_, made, files)| *made && !files.is_empty())
        .map(|([title, about], _, files)| DataLinkView {
            title: press.labels.text(title),
            about: press.labels.text(about),
            files,
        })
        .collect()
}
