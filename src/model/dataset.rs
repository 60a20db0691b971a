//! The open data sets: everything, and each section.

use crate::calendar::Moment;
use crate::model::{Extra, L190_INDEX, Notice, Site};
use crate::sections::SectionId;

/// The notices of the whole site (`None`) or of a section and what stands
/// below it, as data. A section has one even while it is empty, so that its
/// address is there before the first notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dataset {
    /// What it holds.
    pub of: Option<SectionId>,
}

/// Files of data beside the data sets.
const DATA_FILES: [&str; 9] = [
    "dati/aggiudicatari.csv",
    "dati/allegati.csv",
    "dati/catalogo.jsonld",
    "dati/catalogo.rdf",
    "dati/catalogo.ttl",
    "dati/datapackage.json",
    "dati/lotti.csv",
    "dati/partecipanti.csv",
    "dati/scadenze.csv",
];

impl Site {
    /// Every data set, the whole site's first, each section's followed by those
    /// of what stands below it; none if the body wants none.
    pub fn datasets(&self) -> impl Iterator<Item = Dataset> {
        let sections = self.tree.walk().into_iter().map(Some);
        std::iter::once(None).chain(sections).filter(|_| self.makes(Extra::Data)).map(|of| Dataset { of })
    }

    /// The address of a data set, from the root and without an ending:
    /// `/dati/atti`, `/dati/sezioni/bandi-gara-contratti`.
    pub fn dataset_address(&self, set: Dataset) -> String {
        match set.of {
            None => "/dati/atti".to_owned(),
            Some(id) => format!("/dati/sezioni/{}", self.tree.get(id).path),
        }
    }

    /// Whether an address without its first slash is that of a file of data.
    pub(super) fn is_data(&self, address: &str) -> bool {
        let named = || DATA_FILES.contains(&address);
        let set = || {
            let (stem, ending) = address.rsplit_once('.')?;
            let known = ["csv", "json"].contains(&ending) || cfg!(feature = "spreadsheets") && ending == "xlsx";
            known.then(|| self.datasets().any(|set| self.dataset_address(set)[1..] == *stem))
        };
        // Looked for only where they may be: finding them takes a while.
        let year = || {
            let here = |file: &str| file.trim_start_matches('/') == address;
            address.starts_with("dati/ocds/") && self.ocds_years().values().any(|file| here(file))
                || address.starts_with("dati/l190/")
                    && (here(L190_INDEX) || self.l190_files().iter().any(|file| here(&file.address())))
        };
        self.makes(Extra::Data) && (named() || set() == Some(true) || year())
    }

    /// What a data set holds, newest first.
    pub fn dataset_notices(&self, set: Dataset) -> Vec<&Notice> {
        match set.of {
            None => self.current().collect(),
            Some(id) => self.in_section(id).collect(),
        }
    }

    /// When what a data set holds last changed.
    pub fn dataset_updated(&self, set: Dataset) -> Option<Moment> {
        match set.of {
            None => self.current().map(|notice| notice.filing.updated.value).max_by_key(|moment| moment.begins()),
            Some(id) => self.section_updated(id),
        }
    }
}
