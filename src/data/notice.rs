//! A notice, whole.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;

use super::call::{CodesData, DurationData, MoneyData, PlatformData, PnrrData, SubmissionData};
use super::document::DocumentData;
use super::leaf::{Date, Word};
use super::page::SectionRef;
use super::parts::{ActivityData, AwardeeData, ContactsData, ContractingBodyData, LotData, OperatorData};
use super::term::{DeadlineData, EventData, StateData};
use crate::model::{Audience, Contract, Criterion, Delivery, Kind, Notice, Procedure};
use crate::site::Site;

/// Un atto pubblicato, con tutti i suoi dati. Ciò che non è scritto manca.
#[serde_with::skip_serializing_none]
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Atto")]
pub struct NoticeData<'a> {
    /// Il nome che l’atto ha per sempre: l’ultima parte del suo indirizzo.
    id: &'a str,
    /// L’indirizzo della pagina, completo.
    url: String,
    /// L’indirizzo di questi dati, completo; manca se il sito non li pubblica pagina per pagina.
    json: Option<String>,
    /// Il titolo.
    titolo: &'a str,
    /// Che cos’è.
    tipo: Word<Kind>,
    /// Lo stato.
    stato: StateData<'a>,
    /// Di che cosa tratta, con le parole dell’atto.
    oggetto: Option<&'a str>,
    /// Di che cosa tratta, in parole semplici.
    sommario: Option<&'a str>,
    /// Quando è stato pubblicato; manca se non lo si sa più.
    pubblicato: Option<Date>,
    /// Quando è stato aggiornato; come `pubblicato`, se non lo è mai stato.
    aggiornato: Date,
    /// Da quando si può partecipare.
    apertura: Option<Date>,
    /// Le sezioni in cui si trova; la prima è quella in cui è stato messo.
    sezioni: Vec<SectionRef<'a>>,
    /// Le scadenze, nell’ordine in cui sono scritte.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    scadenze: Vec<DeadlineData<'a>>,
    /// Che cosa è successo o succederà, in ordine di tempo.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    eventi: Vec<EventData<'a>>,
    /// I codici.
    codici: Option<CodesData<'a>>,
    /// Gli importi.
    importo: Option<MoneyData<'a>>,
    /// Lavori, servizi o forniture.
    contratto: Option<Word<Contract>>,
    /// Come si sceglie il contraente o il vincitore.
    procedura: Option<Word<Procedure>>,
    /// Lo stesso nella lista chiusa della L. 190/2012, se `procedura` non basta a dirlo.
    scelta_contraente: Option<String>,
    /// Che cosa decide fra le offerte.
    criterio: Option<Word<Criterion>>,
    /// La piattaforma su cui si svolge.
    piattaforma: Option<PlatformData<'a>>,
    /// Come si presenta un’offerta o una domanda.
    presentazione: Option<SubmissionData<'a>>,
    /// Dove si esegue.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    luogo: &'a [String],
    /// In presenza o a distanza.
    svolgimento: Option<Word<Delivery>>,
    /// Quanto dura.
    durata: Option<DurationData<'a>>,
    /// Chi paga.
    finanziamento: Option<&'a str>,
    /// La misura del PNRR che attua.
    pnrr: Option<PnrrData<'a>>,
    /// Per chi è.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    destinatari: Vec<Word<Audience>>,
    /// Di che cosa tratta, in parole libere.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    argomenti: &'a [String],
    /// Che cosa si vuole ottenere.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    finalita: &'a [String],
    /// Che cosa occorre avere per partecipare.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    requisiti: &'a [String],
    /// Che cosa si chiede di fare.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    prestazioni: Vec<ActivityData<'a>>,
    /// Le parti che si possono vincere da sole.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    lotti: Vec<LotData<'a>>,
    /// Chi è stato invitato o ha partecipato.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    partecipanti: Vec<OperatorData<'a>>,
    /// Chi ha vinto.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    aggiudicatari: Vec<AwardeeData<'a>>,
    /// L’ufficio che se ne occupa.
    ufficio: Option<&'a str>,
    /// Chi ne risponde, per ruolo.
    responsabile: Option<&'a str>,
    /// Come raggiungere chi risponde.
    contatti: Option<ContactsData<'a>>,
    /// L’ente che appalta, se non è quello che pubblica.
    ente: Option<ContractingBodyData<'a>>,
    /// I documenti.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    allegati: Vec<DocumentData<'a>>,
    /// Tutti i documenti in un solo file ZIP: l’indirizzo, completo.
    fascicolo: Option<String>,
    /// Il calendario delle scadenze (iCalendar): l’indirizzo, completo.
    calendario: Option<String>,
    /// La storia della procedura secondo l’Open Contracting Data Standard: l’indirizzo, completo.
    ocds_storia: Option<String>,
    /// Gli atti a cui rimanda e quelli che rimandano a lui.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    collegati: Vec<RelatedData<'a>>,
    /// Il testo, in HTML con indirizzi completi; solo nei dati della pagina dell’atto.
    testo_html: Option<Cow<'a, str>>,
}

/// Un atto collegato.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Collegato")]
struct RelatedData<'a> {
    /// Il suo `id`.
    id: &'a str,
    /// Il titolo.
    titolo: &'a str,
    /// L’indirizzo della pagina, completo.
    url: String,
}

impl<'a> NoticeData<'a> {
    /// A notice without its text.
    pub fn of(site: &'a Site, notice: &'a Notice) -> Self {
        let (terms, people, content) = (&notice.terms, &notice.people, &notice.content);
        Self {
            id: &notice.filing.id.value,
            url: site.web(&notice.address()),
            json: super::page::json(site, &notice.address()),
            titolo: &notice.heading.title.value,
            tipo: Word(notice.heading.kind),
            stato: StateData::of(site, notice),
            oggetto: notice.heading.subject.as_deref(),
            sommario: notice.heading.summary.as_deref(),
            pubblicato: notice.filing.published_on().map(Date),
            aggiornato: Date(site.updated(notice)),
            apertura: notice.filing.opens.map(Date),
            sezioni: notice.filing.sections.iter().map(|id| SectionRef::of(site, *id)).collect(),
            scadenze: notice.deadlines.iter().map(DeadlineData::of).collect(),
            eventi: notice.course.events.iter().map(EventData::of).collect(),
            codici: CodesData::of(notice),
            importo: MoneyData::of(&notice.money),
            contratto: terms.contract.map(Word),
            procedura: terms.procedure.map(Word),
            scelta_contraente: terms.choice.map(|choice| choice.to_string()),
            criterio: terms.criterion.map(Word),
            piattaforma: notice.participation.platform.as_deref().map(PlatformData::of),
            presentazione: SubmissionData::of(&notice.participation),
            luogo: &terms.places,
            svolgimento: terms.delivery.map(Word),
            durata: terms.duration.as_deref().map(DurationData::of),
            finanziamento: terms.funding.as_deref(),
            pnrr: terms.pnrr.as_deref().map(PnrrData::of),
            destinatari: terms.audience.iter().copied().map(Word).collect(),
            argomenti: &terms.topics,
            finalita: &content.aims,
            requisiti: &content.requirements,
            prestazioni: content.activities.iter().map(ActivityData::of).collect(),
            lotti: content.lots.iter().map(LotData::of).collect(),
            partecipanti: notice.course.operators.iter().map(OperatorData::of).collect(),
            aggiudicatari: notice.course.awardees.iter().map(AwardeeData::of).collect(),
            ufficio: people.office.as_deref(),
            responsabile: people.manager.as_deref(),
            contatti: ContactsData::of(&people.contacts),
            ente: people.body.as_deref().map(ContractingBodyData::of),
            allegati: notice.attachments.iter().map(|item| DocumentData::of(site, notice, item)).collect(),
            fascicolo: site.dossier(notice).map(|dossier| site.web(&dossier.address)),
            calendario: site.notice_calendar(notice).map(|address| site.web(&address)),
            ocds_storia: site.ocds_record_address(notice).map(|address| site.web(&address)),
            collegati: site.related(notice).into_iter().map(|other| RelatedData::of(site, other)).collect(),
            testo_html: None,
        }
    }

    /// With its text: HTML whose links are whole addresses.
    #[must_use]
    pub fn with_text(mut self, html: Cow<'a, str>) -> Self {
        self.testo_html = (!html.trim().is_empty()).then_some(html);
        self
    }
}

impl<'a> RelatedData<'a> {
    fn of(site: &Site, notice: &'a Notice) -> Self {
        Self { id: &notice.filing.id.value, titolo: &notice.heading.title.value, url: site.web(&notice.address()) }
    }
}
