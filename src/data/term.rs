//! Deadlines with what moved them, events, declared states.

use schemars::JsonSchema;
use serde::Serialize;

use super::leaf::{At, Date, StateWord, Word};
use crate::calendar::Moment;
use crate::chronicle::State;
use crate::model::{Change, ChangeKind, Deadline, DeadlineKind, Event, EventKind, Notice};
use crate::site::Site;

/// Lo stato di un atto, e l’atto che lo dichiara se non segue dalle date.
#[serde_with::skip_serializing_none]
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Stato")]
pub(super) struct StateData<'a> {
    /// Lo stato adesso, cioè all’istante `situazione_al`.
    valore: StateWord,
    /// Da quando vale, se lo dichiara un atto.
    dal: Option<Date>,
    /// Perché, se lo dichiara un atto.
    motivo: Option<&'a str>,
    /// L’atto che lo dichiara.
    atto: Option<&'a str>,
}

impl<'a> StateData<'a> {
    pub(super) fn of(site: &Site, notice: &'a Notice) -> Self {
        let state = site.state(notice);
        let declared = notice.course.declared.as_ref().filter(|_| matches!(state, State::Declared(_)));
        Self {
            valore: StateWord(state),
            dal: declared.map(|declared| Date(declared.since.value)),
            motivo: declared.and_then(|declared| declared.reason.as_deref()),
            atto: declared.and_then(|declared| declared.act.as_deref()),
        }
    }
}

/// Una scadenza, con la storia dei suoi spostamenti.
#[serde_with::skip_serializing_none]
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Scadenza")]
pub(super) struct DeadlineData<'a> {
    /// Che cosa scade.
    tipo: Word<DeadlineKind>,
    /// Quando, com’è scritto: una data senza ora vale fino a mezzanotte.
    data: Date,
    /// L’ultimo minuto utile.
    ultimo_minuto: At,
    /// Dove, per prove e sedute.
    luogo: Option<&'a str>,
    /// Che cosa occorre sapere.
    nota: Option<&'a str>,
    /// Come è stata spostata, dal primo spostamento all’ultimo.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    proroghe: Vec<ChangeData<'a>>,
}

/// Uno spostamento di una scadenza.
#[serde_with::skip_serializing_none]
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Proroga")]
struct ChangeData<'a> {
    /// In che modo.
    tipo: Word<ChangeKind>,
    /// Quando è stato reso noto, se si sa.
    pubblicata: Option<Date>,
    /// La scadenza di prima, se si sa.
    precedente: Option<Date>,
    /// Perché.
    motivo: &'a str,
    /// L’atto che lo decide.
    atto: Option<&'a str>,
}

impl<'a> DeadlineData<'a> {
    /// A deadline with its history.
    pub(super) fn of(deadline: &'a Deadline) -> Self {
        Self {
            tipo: Word(deadline.kind),
            data: Date(deadline.when.value),
            ultimo_minuto: last_minute(deadline.when.value),
            luogo: deadline.place.as_deref(),
            nota: deadline.note.as_deref(),
            proroghe: deadline.changes.iter().map(ChangeData::of).collect(),
        }
    }
}

/// The last minute in time.
pub(super) fn last_minute(moment: Moment) -> At {
    At(moment.ends().plus(-60))
}

impl<'a> ChangeData<'a> {
    fn of(change: &'a Change) -> Self {
        Self {
            tipo: Word(change.kind),
            pubblicata: change.published.map(Date),
            precedente: change.previous.map(Date),
            motivo: &change.reason,
            atto: change.act.as_deref(),
        }
    }
}

/// Un fatto della procedura.
#[serde_with::skip_serializing_none]
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Evento")]
pub(super) struct EventData<'a> {
    /// Che cosa.
    tipo: Word<EventKind>,
    /// Quando.
    data: Date,
    /// Quando è stato reso noto, se più tardi.
    pubblicato: Option<Date>,
    /// In breve.
    titolo: Option<&'a str>,
    /// Per esteso.
    descrizione: Option<&'a str>,
    /// L’atto.
    atto: Option<&'a str>,
}

impl<'a> EventData<'a> {
    pub(super) fn of(event: &'a Event) -> Self {
        Self {
            tipo: Word(event.kind),
            data: Date(event.when.value),
            pubblicato: event.published.map(Date),
            titolo: event.title.as_deref(),
            descrizione: event.text.as_deref(),
            atto: event.act.as_deref(),
        }
    }
}
