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

use super::{Ground, Made, Press};
use crate::edition::Artifact;
use crate::model::Extra;
use crate::plan::{CATALOGUE_FORMS, Job, OpenData, What, catalogue_address};

pub(super) fn plan(ground: &Ground<'_>) -> Vec<Job> {
    let forms = CATALOGUE_FORMS.iter().filter(|_| ground.site.makes(Extra::Data));
    forms.map(|(_, ending)| Job::new(catalogue_address(ending), What::Data(OpenData::Catalogue))).collect()
}

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
    Ok(forms.into_iter().map(|(ending, text)| Artifact::new(&catalogue_address(ending), text)).collect())
}
