//! What `/dati/` links besides the tables: a row for each thing there is for
//! machines.

use super::Press;
use crate::model::Extra;
use crate::view::{DataFileView, DataLinkView};

/// What there is: the words' keys, whether it is made, format and address of
/// each file.
type Thing = ([&'static str; 2], bool, &'static [(&'static str, &'static str)]);

/// Everything else there is, in the order it is shown.
pub(super) fn links<'a>(press: &Press<'a>) -> Vec<DataLinkView<'a>> {
    let site = press.site;
    let data = site.makes(Extra::Data);
    let things: [Thing; 4] = [
        (["data-link-package", "data-link-package-explain"], data, &[("JSON", "/dati/datapackage.json")]),
        (
            ["data-link-schemas", "data-link-schemas-explain"],
            data,
            &[
                ("atti", "/dati/schemi/atti.json"),
                ("scadenze", "/dati/schemi/scadenze.json"),
                ("allegati", "/dati/schemi/allegati.json"),
                ("lotti", "/dati/schemi/lotti.json"),
                ("aggiudicatari", "/dati/schemi/aggiudicatari.json"),
            ],
        ),
        (
            ["data-link-catalogue", "data-link-catalogue-explain"],
            data,
            &[
                ("RDF/XML", "/dati/catalogo.rdf"),
                ("Turtle", "/dati/catalogo.ttl"),
                ("JSON-LD", "/dati/catalogo.jsonld"),
            ],
        ),
        (
            ["data-link-openapi", "data-link-openapi-explain"],
            site.makes(Extra::Json),
            &[("JSON", "/dati/openapi.json")],
        ),
    ];
    things
        .into_iter()
        .filter(|(_, made, _)| *made)
        .map(|([title, about], _, files)| DataLinkView {
            title: press.labels.text(title),
            about: press.labels.text(about),
            files: files
                .iter()
                .map(|(format, url)| DataFileView { format, url: (*url).to_owned(), size: None })
                .collect(),
        })
        .collect()
}
