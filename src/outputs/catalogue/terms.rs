//! The vocabularies of the profile, and their addresses.

use crate::sections::Frequency;

/// A vocabulary: what stands before the colon, and the address it stands for.
pub(super) type Vocabulary = (&'static str, &'static str);

pub(super) const DCAT: Vocabulary = ("dcat", "http://www.w3.org/ns/dcat#");
pub(super) const DCATAPIT: Vocabulary = ("dcatapit", "http://dati.gov.it/onto/dcatapit#");
pub(super) const DCT: Vocabulary = ("dct", "http://purl.org/dc/terms/");
pub(super) const FOAF: Vocabulary = ("foaf", "http://xmlns.com/foaf/0.1/");
pub(super) const RDF: Vocabulary = ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
pub(super) const VCARD: Vocabulary = ("vcard", "http://www.w3.org/2006/vcard/ns#");
pub(super) const XSD: Vocabulary = ("xsd", "http://www.w3.org/2001/XMLSchema#");

/// The prefixes of every form.
pub(super) const PREFIXES: [Vocabulary; 7] = [DCAT, DCATAPIT, DCT, FOAF, RDF, VCARD, XSD];

/// The authority lists of the Publications Office of the European Union.
pub(super) const AUTHORITY: &str = "http://publications.europa.eu/resource/authority/";

/// `AgID`'s and ANAC's list of the headings of "Amministrazione trasparente".
pub(super) const HEADINGS: &str =
    "https://w3id.org/italia/controlled-vocabulary/classifications-for-transparency/transparency-titulus/";

/// How often a section is updated, by the European list; the words are those
/// that `AgID`'s list of the obligations of transparency has for them.
pub(super) fn frequency(frequency: Option<Frequency>) -> &'static str {
    match frequency {
        Some(Frequency::Prompt) => "UPDATE_CONT",
        Some(Frequency::Monthly) => "MONTHLY",
        Some(Frequency::Quarterly) => "QUARTERLY",
        Some(Frequency::HalfYearly) => "ANNUAL_2",
        Some(Frequency::Yearly) => "ANNUAL",
        Some(Frequency::Never) => "NEVER",
        None => "IRREG",
    }
}
