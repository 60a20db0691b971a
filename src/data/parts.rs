//! What a notice is made of besides its terms: lots, winners, services asked
//! for, who answers.

use schemars::JsonSchema;
use serde::Serialize;

use super::call::CpvData;
use super::leaf::{Amount, Word};
use crate::codes::TaxCode;
use crate::model::{Activity, Awardee, Contacts, ContractingBody, GroupRole, Lot, Operator, OperatorId};

/// Una prestazione richiesta.
#[serde_with::skip_serializing_none]
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Prestazione")]
pub(super) struct ActivityData<'a> {
    /// Quale.
    titolo: &'a str,
    /// Quanto, com’è scritto.
    quantita: Option<&'a str>,
    /// L’unità di misura.
    unita: Option<&'a str>,
    /// In quale periodo.
    periodo: Option<&'a str>,
    /// Che cosa occorre sapere.
    nota: Option<&'a str>,
}

impl<'a> ActivityData<'a> {
    pub(super) fn of(activity: &'a Activity) -> Self {
        Self {
            titolo: &activity.title,
            quantita: activity.quantity.as_deref(),
            unita: activity.unit.as_deref(),
            periodo: activity.period.as_deref(),
            nota: activity.note.as_deref(),
        }
    }
}

/// Una parte che si può vincere da sola.
#[serde_with::skip_serializing_none]
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Lotto")]
pub(super) struct LotData<'a> {
    /// Il numero, com’è scritto.
    numero: Option<&'a str>,
    /// Che cosa.
    titolo: &'a str,
    /// Il CIG.
    cig: Option<&'a str>,
    /// Che cosa si compra (CPV).
    cpv: Option<CpvData>,
    /// La base, in euro.
    importo: Option<Amount>,
    /// Chi l’ha vinto.
    aggiudicatario: Option<&'a str>,
    /// Quanto è stato pagato finora, in euro, senza IVA.
    liquidato: Option<Amount>,
}

impl<'a> LotData<'a> {
    pub(super) fn of(lot: &'a Lot) -> Self {
        Self {
            numero: lot.number.as_deref(),
            titolo: &lot.title,
            cig: lot.cig.as_ref().map(|cig| cig.value.as_str()),
            cpv: lot.cpv.as_ref().map(CpvData::of),
            importo: lot.amount.map(Amount),
            aggiudicatario: lot.awardee.as_deref(),
            liquidato: lot.paid.map(Amount),
        }
    }
}

/// Chi è stato invitato o ha partecipato.
#[serde_with::skip_serializing_none]
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Partecipante")]
pub(super) struct OperatorData<'a> {
    /// Il nome.
    nome: &'a str,
    /// Il codice fiscale italiano.
    codice_fiscale: Option<&'a str>,
    /// L’identificativo fiscale di chi non ha un codice fiscale italiano.
    identificativo_estero: Option<&'a str>,
    /// Il raggruppamento, uguale per chi ne fa parte.
    raggruppamento: Option<&'a str>,
    /// Che parte ha nel raggruppamento.
    ruolo: Option<Word<GroupRole>>,
    /// Per quale lotto; per tutti, se manca.
    lotto: Option<&'a str>,
}

impl<'a> OperatorData<'a> {
    pub(super) fn of(operator: &'a Operator) -> Self {
        Self {
            nome: &operator.name,
            codice_fiscale: italian(operator),
            identificativo_estero: foreign(operator),
            raggruppamento: operator.group.as_deref(),
            ruolo: operator.role.map(Word),
            lotto: operator.lot.as_deref(),
        }
    }
}

/// The Italian tax code of who took part.
pub(super) fn italian(operator: &Operator) -> Option<&str> {
    match operator.id.as_ref()? {
        OperatorId::Italian(code) => Some(code.as_str()),
        OperatorId::Foreign(_) => None,
    }
}

/// What another country gave who took part.
pub(super) fn foreign(operator: &Operator) -> Option<&str> {
    match operator.id.as_ref()? {
        OperatorId::Italian(_) => None,
        OperatorId::Foreign(id) => Some(id),
    }
}

/// Chi ha vinto.
#[serde_with::skip_serializing_none]
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Aggiudicatario")]
pub(super) struct AwardeeData<'a> {
    /// Il nome.
    nome: &'a str,
    /// Il codice fiscale.
    codice_fiscale: Option<&'a str>,
    /// Per quale importo, in euro.
    importo: Option<Amount>,
    /// Quale lotto.
    lotto: Option<&'a str>,
    /// Il ribasso offerto, com’è scritto.
    ribasso: Option<&'a str>,
}

impl<'a> AwardeeData<'a> {
    pub(super) fn of(awardee: &'a Awardee) -> Self {
        Self {
            nome: &awardee.name,
            codice_fiscale: awardee.tax_code.as_ref().map(TaxCode::as_str),
            importo: awardee.amount.map(Amount),
            lotto: awardee.lot.as_deref(),
            ribasso: awardee.discount.as_deref(),
        }
    }
}

/// Come raggiungere chi risponde.
#[serde_with::skip_serializing_none]
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Contatti")]
pub(super) struct ContactsData<'a> {
    /// Il telefono.
    telefono: Option<&'a str>,
    /// La posta elettronica.
    email: Option<&'a str>,
    /// La posta elettronica certificata.
    pec: Option<&'a str>,
    /// Gli orari.
    orari: Option<&'a str>,
    /// Dove.
    indirizzo: Option<&'a str>,
}

impl<'a> ContactsData<'a> {
    pub(super) fn of(contacts: &'a Contacts) -> Option<Self> {
        let Contacts { phone, email, pec, hours, address } = contacts;
        let said = [phone, email, pec, hours, address].into_iter().any(Option::is_some);
        said.then_some(Self {
            telefono: phone.as_deref(),
            email: email.as_deref(),
            pec: pec.as_deref(),
            orari: hours.as_deref(),
            indirizzo: address.as_deref(),
        })
    }
}

/// L’ente che appalta, se non è quello che pubblica.
#[serde_with::skip_serializing_none]
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "EnteAppaltante")]
pub(super) struct ContractingBodyData<'a> {
    /// Il nome.
    nome: &'a str,
    /// Che parte ha nella procedura.
    ruolo: Option<&'a str>,
    /// Il territorio per cui agisce.
    ambito: Option<&'a str>,
    /// Il codice fiscale.
    codice_fiscale: Option<&'a str>,
    /// Il codice IPA.
    ipa: Option<&'a str>,
    /// Il sito.
    indirizzo: Option<&'a str>,
}

impl<'a> ContractingBodyData<'a> {
    pub(super) fn of(body: &'a ContractingBody) -> Self {
        Self {
            nome: &body.name,
            ruolo: body.role.as_deref(),
            ambito: body.territory.as_deref(),
            codice_fiscale: body.tax_code.as_ref().map(TaxCode::as_str),
            ipa: body.ipa.as_ref().map(crate::codes::IpaCode::as_str),
            indirizzo: body.url.as_deref(),
        }
    }
}
