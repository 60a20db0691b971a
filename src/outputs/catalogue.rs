//! The catalogue of the open data, after DCAT-AP_IT: one graph in three
//! forms, RDF/XML, Turtle and JSON-LD.
//!
//! What it names is named below its own address
//! (`/dati/catalogo.ttl#atti`), so that whoever looks a name up finds the
//! file that explains it.

mod contents;
mod further;
mod licence;
mod sheet;
mod terms;
mod writing;

use super::{Made, Press};
use crate::edition::Artifact;
use crate::model::{CATALOGUE, Extra};

pub(super) fn make(press: &Press<'_>) -> Made {
    if !press.site.makes(Extra::Data) {
        return Ok(Vec::new());
    }
    let triples = contents::triples(press);
    let forms = [
        ("rdf", writing::rdf_xml(&triples)),
        ("ttl", writing::turtle(&triples)),
        ("jsonld", writing::json_ld(&triples)),
    ];
    let path = CATALOGUE.trim_start_matches('/');
    Ok(forms.into_iter().map(|(ending, text)| Artifact::new(format!("{path}.{ending}"), text, "catalogo")).collect())
}
