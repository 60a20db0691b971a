//! The catalogue of an edition, read in each of its forms.

use std::collections::BTreeSet;

use oxjsonld::JsonLdParser;
use oxrdf::Triple;
use oxrdfxml::RdfXmlParser;
use oxttl::TurtleParser;
use trasparente::edition::{Content, Edition};

/// The bytes of a file.
pub(crate) fn bytes<'e>(edition: &'e Edition, path: &str) -> &'e [u8] {
    match edition.get(path) {
        Some(Content::Bytes(bytes)) => bytes,
        other => panic!("{path} is {other:?}"),
    }
}

/// The catalogue as each of its forms says it, a triple a line.
pub(crate) fn forms(edition: &Edition) -> [BTreeSet<String>; 3] {
    let line = |triple: Triple| triple.to_string();
    [
        TurtleParser::new()
            .for_slice(bytes(edition, "dati/catalogo.ttl"))
            .map(|triple| line(triple.expect("it is Turtle")))
            .collect(),
        RdfXmlParser::new()
            .for_slice(bytes(edition, "dati/catalogo.rdf"))
            .map(|triple| line(triple.expect("it is RDF/XML")))
            .collect(),
        JsonLdParser::new()
            .for_slice(bytes(edition, "dati/catalogo.jsonld"))
            .map(|quad| line(quad.expect("it is JSON-LD").into()))
            .collect(),
    ]
}
