//! The data sets, and where they are.

use schemars::JsonSchema;
use serde::Serialize;

use super::leaf::{At, Date};
use super::{LicenceData, NoticeData, PublisherData};
use crate::chronicle::State;
use crate::model::{Extra, Notice};
use crate::site::{Dataset, Site};

/// Gli stessi atti da scaricare in un solo file: gli indirizzi, completi.
#[serde_with::skip_serializing_none]
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "File")]
pub(super) struct DownloadsData {
    /// Una tabella (CSV), una riga per atto.
    csv: String,
    /// Tutti i dati di ogni atto (JSON).
    json: String,
    /// La tabella per un foglio di calcolo (XLSX).
    xlsx: Option<String>,
}

impl DownloadsData {
    pub(super) fn of(site: &Site, set: Dataset) -> Option<Self> {
        let file = |ending: &str| site.web(&set.address(site, ending));
        site.makes(Extra::Data).then(|| Self {
            csv: file("csv"),
            json: file("json"),
            xlsx: cfg!(feature = "spreadsheets").then(|| file("xlsx")),
        })
    }
}

/// Un insieme di dati: tutti gli atti del sito, o di una sezione e di ciò che le sta sotto.
#[serde_with::skip_serializing_none]
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "InsiemeDiDati")]
pub struct DatasetData<'a> {
    /// Che cosa contiene.
    titolo: String,
    /// L’ente che pubblica.
    ente: PublisherData<'a>,
    /// La licenza dei dati; manca se l’ente non ne indica una.
    licenza: Option<LicenceData<'a>>,
    /// L’indirizzo della pagina che mostra gli stessi atti, completo.
    url: String,
    /// L’istante da cui valgono gli stati; manca se nessuno può più cambiare da sé.
    situazione_al: Option<At>,
    /// Quando è stato aggiornato l’ultimo atto.
    aggiornato: Option<Date>,
    /// Quanti sono gli atti.
    totale: usize,
    /// Gli atti, dal più recente.
    atti: Vec<NoticeData<'a>>,
}

impl<'a> DatasetData<'a> {
    /// What stands above the notices of a data set, which are put in by
    /// whoever writes it: each is written once, for all the sets it is in.
    pub fn head(site: &'a Site, set: Dataset, total: usize) -> Self {
        let settings = &site.settings;
        let changes = |notice: &Notice| matches!(site.state(notice), State::Upcoming | State::Open | State::Closing);
        let title = set.of.map_or(&settings.title, |id| &site.tree.get(id).title);
        Self {
            titolo: format!("{title} – {}", settings.body.name),
            ente: PublisherData::of(&settings.body),
            licenza: LicenceData::of(settings),
            url: site.web(&set.page(site)),
            situazione_al: site
                .settled
                .filter(|_| site.dataset_notices(set).iter().any(|notice| changes(notice)))
                .map(At),
            aggiornato: site.dataset_updated(set).map(Date),
            totale: total,
            atti: Vec::new(),
        }
    }
}
