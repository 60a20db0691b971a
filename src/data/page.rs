//! What stands beside pages that list notices.

use schemars::JsonSchema;
use serde::Serialize;

use super::dataset::DownloadsData;
use super::leaf::{Amount, At, Date, StateWord, Word};
use super::{LicenceData, PublisherData};
use crate::model::{DeadlineKind, Kind, Notice};
use crate::plan::Address;
use crate::sections::SectionId;
use crate::site::{Dataset, Site};

/// The whole address of the JSON beside a page, if there is one.
pub(super) fn json(site: &Site, page: &Address) -> Option<String> {
    site.json_address(page).map(|address| site.web(&address))
}

/// Un atto in un elenco: il resto è nei dati della sua pagina.
#[serde_with::skip_serializing_none]
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "AttoInBreve")]
pub struct NoticeRef<'a> {
    /// Il nome che l’atto ha per sempre: l’ultima parte del suo indirizzo.
    id: &'a str,
    /// Il titolo.
    titolo: &'a str,
    /// Che cos’è.
    tipo: Word<Kind>,
    /// Lo stato.
    stato: StateWord,
    /// Quando è stato pubblicato; manca se non lo si sa più.
    pubblicato: Option<Date>,
    /// Quando è stato aggiornato; come `pubblicato`, se non lo è mai stato.
    aggiornato: Date,
    /// La scadenza per partecipare, o se non c’è la prima.
    scadenza: Option<DeadlineRef>,
    /// I CIG, quelli dei lotti compresi.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    cig: Vec<&'a str>,
    /// La base di gara, o la somma messa a disposizione.
    importo_base: Option<Amount>,
    /// L’indirizzo della pagina, completo.
    url: String,
    /// L’indirizzo dei dati della pagina, completo.
    json: Option<String>,
}

/// La scadenza che conta in un elenco.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ScadenzaInBreve")]
struct DeadlineRef {
    /// Che cosa scade.
    tipo: Word<DeadlineKind>,
    /// Quando, com’è scritto: una data senza ora vale fino a mezzanotte.
    data: Date,
}

impl<'a> NoticeRef<'a> {
    /// A notice as lists name it.
    pub fn of(site: &Site, notice: &'a Notice) -> Self {
        Self {
            id: &notice.filing.id.value,
            titolo: &notice.heading.title.value,
            tipo: Word(notice.heading.kind),
            stato: StateWord(site.state(notice)),
            pubblicato: notice.filing.published_on().map(Date),
            aggiornato: Date(site.updated(notice)),
            scadenza: notice
                .main_deadline()
                .map(|deadline| DeadlineRef { tipo: Word(deadline.kind), data: Date(deadline.when.value) }),
            cig: notice.cigs().into_iter().map(|cig| cig.value.as_str()).collect(),
            importo_base: notice.money.base.map(Amount),
            url: site.web(&notice.address()),
            json: json(site, &notice.address()),
        }
    }
}

/// Una pagina di un elenco di atti.
#[serde_with::skip_serializing_none]
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Pagina")]
pub struct Items<'a> {
    /// Il numero di questa pagina, da 1.
    pagina: usize,
    /// Quante sono le pagine.
    pagine: usize,
    /// Quanti sono gli atti, in tutte le pagine.
    totale: usize,
    /// I dati della pagina prima: l’indirizzo, completo.
    precedente: Option<String>,
    /// I dati della pagina dopo: l’indirizzo, completo.
    successiva: Option<String>,
    /// Gli atti di questa pagina.
    atti: Vec<NoticeRef<'a>>,
}

impl<'a> Items<'a> {
    /// Page `number` of some notices; `address` gives each page's, from the
    /// root.
    pub fn of(
        site: &Site,
        notices: impl ExactSizeIterator<Item = &'a Notice>,
        number: usize,
        address: impl Fn(usize) -> Address,
    ) -> Self {
        let totale = notices.len();
        let pagine = site.list_pages(totale);
        let size = site.settings.tuning.page_size;
        Self {
            pagina: number,
            pagine,
            totale,
            precedente: (number > 1).then(|| json(site, &address(number - 1))).flatten(),
            successiva: (number < pagine).then(|| json(site, &address(number + 1))).flatten(),
            atti: notices.skip((number - 1) * size).take(size).map(|notice| NoticeRef::of(site, notice)).collect(),
        }
    }
}

/// Una sezione a cui andare.
#[serde_with::skip_serializing_none]
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "SezioneInBreve")]
pub struct SectionRef<'a> {
    /// Il percorso, che è anche il suo indirizzo.
    percorso: &'a str,
    /// L’intestazione, con le parole della norma.
    titolo: &'a str,
    /// Quanti atti contiene, con quelli delle sottosezioni; solo negli elenchi di sezioni.
    totale: Option<usize>,
    /// L’indirizzo della pagina, completo.
    url: String,
    /// L’indirizzo dei dati della pagina, completo; solo negli elenchi di sezioni.
    json: Option<String>,
}

impl<'a> SectionRef<'a> {
    /// A section as notices name it.
    pub fn of(site: &'a Site, id: SectionId) -> Self {
        let section = site.tree.get(id);
        Self {
            percorso: &section.path,
            titolo: &section.title,
            totale: None,
            url: site.web(&site.section_address(id, 1)),
            json: None,
        }
    }

    /// A section to go to, with the number of its notices.
    pub fn counted(site: &'a Site, id: SectionId) -> Self {
        let json = json(site, &site.section_address(id, 1));
        Self { totale: Some(site.in_section(id).len()), json, ..Self::of(site, id) }
    }
}

/// Un elenco a cui andare: per stato, anno, tipo o ufficio.
#[serde_with::skip_serializing_none]
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ElencoInBreve")]
pub struct ListRef {
    /// Che cosa contiene.
    pub titolo: String,
    /// Quanti atti contiene.
    pub totale: usize,
    /// L’indirizzo della pagina, completo.
    pub url: String,
    /// L’indirizzo dei dati della pagina, completo.
    pub json: Option<String>,
}

/// La pagina iniziale.
#[serde_with::skip_serializing_none]
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "PaginaIniziale")]
pub struct HomeData<'a> {
    /// Il titolo del sito.
    titolo: &'a str,
    /// Che cos’è il sito.
    descrizione: Option<&'a str>,
    /// La lingua del sito.
    lingua: &'static str,
    /// L’ente che pubblica.
    ente: PublisherData<'a>,
    /// La licenza dei dati; manca se l’ente non ne indica una.
    licenza: Option<LicenceData<'a>>,
    /// L’indirizzo della pagina, completo.
    url: String,
    /// L’istante da cui valgono gli stati di tutti gli atti.
    situazione_al: Option<At>,
    /// Quando è stato aggiornato l’ultimo atto.
    aggiornato: Option<Date>,
    /// Quanti sono gli atti.
    totale: usize,
    /// Quanti sono gli avvisi aperti.
    aperti: usize,
    /// Gli ultimi atti pubblicati.
    ultimi: Vec<NoticeRef<'a>>,
    /// Le sezioni di primo livello.
    sezioni: Vec<SectionRef<'a>>,
    /// Gli elenchi di tutto il sito.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    elenchi: Vec<ListRef>,
    /// Tutti gli atti in un solo file.
    dati: Option<DownloadsData>,
}

impl<'a> HomeData<'a> {
    /// The home page; `lists` are those of the whole site.
    pub fn of(site: &'a Site, lists: Vec<ListRef>) -> Self {
        let settings = &site.settings;
        let whole = Dataset { of: None };
        Self {
            titolo: &settings.title,
            descrizione: settings.description.as_deref(),
            lingua: settings.language.tag(),
            ente: PublisherData::of(&settings.body),
            licenza: LicenceData::of(settings),
            url: site.web("/"),
            situazione_al: site.settled.map(At),
            aggiornato: site.dataset_updated(whole).map(Date),
            totale: site.current().count(),
            aperti: site.current().filter(|notice| site.state(notice).is_open()).count(),
            ultimi: site.current().take(settings.tuning.page_size).map(|item| NoticeRef::of(site, item)).collect(),
            sezioni: site.tree.roots().map(|id| SectionRef::counted(site, id)).collect(),
            elenchi: lists,
            dati: DownloadsData::of(site, whole),
        }
    }
}

/// Una pagina di una sezione.
#[serde_with::skip_serializing_none]
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Sezione")]
pub struct SectionData<'a> {
    /// Il percorso, che è anche il suo indirizzo.
    percorso: &'a str,
    /// L’intestazione, con le parole della norma.
    titolo: &'a str,
    /// L’indirizzo della sezione, completo.
    url: String,
    /// Le norme che la chiedono.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    norma: &'a [String],
    /// Che cosa vi si pubblica, con le parole dell’ente o in parole semplici.
    sommario: Option<&'a str>,
    /// L’ufficio che se ne occupa.
    ufficio: Option<&'a str>,
    /// Chi ne risponde, per ruolo.
    responsabile: Option<&'a str>,
    /// Perché non vi si pubblica nulla.
    vuota: Option<&'a str>,
    /// Quando il contenuto è cambiato per l’ultima volta.
    aggiornato: Option<Date>,
    /// Le sottosezioni.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sottosezioni: Vec<SectionRef<'a>>,
    /// I suoi atti per stato, anno, tipo e ufficio.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    elenchi: Vec<ListRef>,
    /// Tutti i suoi atti in un solo file.
    dati: Option<DownloadsData>,
    /// Gli atti, una pagina per volta, dal più recente.
    #[serde(flatten)]
    items: Items<'a>,
}

impl<'a> SectionData<'a> {
    /// A page of a section; `lists` are its own.
    pub fn of(site: &'a Site, id: SectionId, lists: Vec<ListRef>, items: Items<'a>) -> Self {
        let section = site.tree.get(id);
        let words = site.words.get(&id);
        Self {
            percorso: &section.path,
            titolo: &section.title,
            url: site.web(&format!("/{}/", section.path)),
            norma: &section.law,
            sommario: words.and_then(|words| words.summary.as_deref()).or(section.about.as_deref()),
            ufficio: words.and_then(|words| words.office.as_deref()),
            responsabile: words.and_then(|words| words.manager.as_deref()),
            vuota: words.and_then(|words| words.empty.as_deref()),
            aggiornato: site.section_updated(id).map(Date),
            sottosezioni: section.children.iter().map(|child| SectionRef::counted(site, *child)).collect(),
            elenchi: lists,
            dati: DownloadsData::of(site, Dataset { of: Some(id) }),
            items,
        }
    }
}

/// Una pagina di un elenco per stato, anno, tipo o ufficio.
#[serde_with::skip_serializing_none]
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Elenco")]
pub struct ListData<'a> {
    /// Che cosa contiene.
    pub titolo: String,
    /// L’indirizzo dell’elenco, completo.
    pub url: String,
    /// La sezione di cui è un elenco; manca per tutto il sito.
    pub sezione: Option<SectionRef<'a>>,
    /// Gli atti, una pagina per volta: i più recenti prima, quelli aperti per scadenza.
    #[serde(flatten)]
    pub items: Items<'a>,
}
