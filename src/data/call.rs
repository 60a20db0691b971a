//! What a call says of itself: codes, money, duration, how to take part.

use schemars::JsonSchema;
use serde::Serialize;

use super::leaf::{Amount, Date, Word};
use crate::calendar::{Moment, Month};
use crate::codes::Cpv;
use crate::model::{Channel, Codes, Duration, Money, Notice, Participation, Platform, Pnrr, Vat};

/// I codici di una procedura.
#[serde_with::skip_serializing_none]
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Codici")]
pub(super) struct CodesData<'a> {
    /// I CIG, quelli dei lotti compresi.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    cig: Vec<&'a str>,
    /// Perché il CIG non c’è ancora.
    cig_mancante: Option<&'a str>,
    /// I CUP.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    cup: Vec<&'a str>,
    /// Che cosa si compra, secondo il vocabolario comune degli appalti (CPV).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    cpv: Vec<CpvData>,
    /// Il numero gara SIMOG, fino al 2023.
    simog: Option<&'a str>,
    /// Il numero sul mercato elettronico (`MePA`).
    mepa: Option<String>,
    /// L’identificativo dell’appalto nella banca dati nazionale dei contratti pubblici.
    bdncp: Option<&'a str>,
    /// L’identificativo dell’avviso sulla piattaforma di pubblicità legale.
    pvl: Option<&'a str>,
    /// Il numero di protocollo.
    protocollo: Option<&'a str>,
}

impl<'a> CodesData<'a> {
    pub(super) fn of(notice: &'a Notice) -> Option<Self> {
        let Codes { cig_pending, cup, cpv, simog, mepa, bdncp, pvl, protocol, .. } = &notice.codes;
        let codes = Self {
            cig: notice.cigs().into_iter().map(|cig| cig.value.as_str()).collect(),
            cig_mancante: cig_pending.as_ref().map(|pending| pending.reason.as_str()),
            cup: cup.iter().map(crate::codes::Cup::as_str).collect(),
            cpv: cpv.iter().map(CpvData::of).collect(),
            simog: simog.as_ref().map(crate::codes::SimogNumber::as_str),
            mepa: mepa.as_ref().map(ToString::to_string),
            bdncp: bdncp.as_ref().map(crate::codes::Uuid::as_str),
            pvl: pvl.as_ref().map(crate::codes::Uuid::as_str),
            protocollo: protocol.as_deref(),
        };
        let empty = codes.cig.is_empty()
            && codes.cig_mancante.is_none()
            && codes.cup.is_empty()
            && codes.cpv.is_empty()
            && codes.simog.is_none()
            && codes.mepa.is_none()
            && codes.bdncp.is_none()
            && codes.pvl.is_none()
            && codes.protocollo.is_none();
        (!empty).then_some(codes)
    }
}

/// Un codice CPV.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Cpv")]
pub(super) struct CpvData {
    /// Il codice, con la cifra di controllo.
    codice: String,
    /// Che cosa significa, in italiano.
    descrizione: &'static str,
}

impl CpvData {
    pub(super) fn of(cpv: &Cpv) -> Self {
        Self { codice: cpv.to_string(), descrizione: cpv.label() }
    }
}

/// Gli importi, in euro.
#[serde_with::skip_serializing_none]
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Importo")]
pub(super) struct MoneyData<'a> {
    /// La base di gara, o la somma messa a disposizione.
    base: Option<Amount>,
    /// Se la base comprende l’IVA.
    iva: Option<Word<Vat>>,
    /// Gli oneri della sicurezza, non soggetti a ribasso.
    sicurezza: Option<Amount>,
    /// I costi della manodopera.
    manodopera: Option<Amount>,
    /// L’importo di aggiudicazione.
    aggiudicazione: Option<Amount>,
    /// Quanto è stato pagato finora, senza IVA.
    liquidato: Option<Amount>,
    /// Che cosa occorre sapere.
    nota: Option<&'a str>,
}

impl<'a> MoneyData<'a> {
    pub(super) fn of(money: &'a Money) -> Option<Self> {
        let Money { base, vat, safety, labour, award, paid, note } = money;
        let said = base.or(*safety).or(*labour).or(*award).or(*paid).is_some() || vat.is_some() || note.is_some();
        said.then(|| Self {
            base: base.map(Amount),
            iva: vat.map(Word),
            sicurezza: safety.map(Amount),
            manodopera: labour.map(Amount),
            aggiudicazione: award.map(Amount),
            liquidato: paid.map(Amount),
            nota: note.as_deref(),
        })
    }
}

/// Quanto dura.
#[serde_with::skip_serializing_none]
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Durata")]
pub(super) struct DurationData<'a> {
    /// In mesi.
    mesi: Option<u32>,
    /// Da quando, in parole.
    decorrenza: Option<&'a str>,
    /// Il giorno in cui è cominciato davvero.
    inizio: Option<Date>,
    /// Entro quando finisce: un mese (`2026-06`) o un giorno (`2026-06-30`).
    entro: Option<String>,
    /// Che cosa occorre sapere.
    nota: Option<&'a str>,
}

impl<'a> DurationData<'a> {
    pub(super) fn of(duration: &'a Duration) -> Self {
        Self {
            mesi: duration.months,
            decorrenza: duration.from.as_deref(),
            inizio: duration.start.map(|day| Date(Moment::day(day))),
            entro: duration.by.map(|by| match by {
                Month::Whole(year, month) => format!("{year:04}-{month:02}"),
                Month::Day(date) => Moment::day(date).iso(),
            }),
            nota: duration.note.as_deref(),
        }
    }
}

/// La misura del PNRR che attua.
#[serde_with::skip_serializing_none]
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Pnrr")]
pub(super) struct PnrrData<'a> {
    /// La missione, da 1 a 7.
    missione: u32,
    /// La componente.
    componente: Option<u32>,
    /// L’investimento.
    investimento: Option<&'a str>,
    /// Il sub-investimento.
    sub_investimento: Option<&'a str>,
    /// Il nome.
    titolo: Option<&'a str>,
}

impl<'a> PnrrData<'a> {
    pub(super) fn of(pnrr: &'a Pnrr) -> Self {
        Self {
            missione: pnrr.mission,
            componente: pnrr.component,
            investimento: pnrr.investment.as_deref(),
            sub_investimento: pnrr.sub_investment.as_deref(),
            titolo: pnrr.title.as_deref(),
        }
    }
}

/// La piattaforma su cui si svolge.
#[serde_with::skip_serializing_none]
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Piattaforma")]
pub(super) struct PlatformData<'a> {
    /// Il nome.
    nome: &'a str,
    /// L’indirizzo.
    indirizzo: Option<&'a str>,
    /// Se occorre essere già registrati.
    registrazione: Option<bool>,
    /// Che cosa occorre sapere.
    nota: Option<&'a str>,
}

impl<'a> PlatformData<'a> {
    pub(super) fn of(platform: &'a Platform) -> Self {
        Self {
            nome: &platform.name,
            indirizzo: platform.url.as_deref(),
            registrazione: platform.registration,
            nota: platform.note.as_deref(),
        }
    }
}

/// Come si presenta un’offerta o una domanda.
#[serde_with::skip_serializing_none]
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Presentazione")]
pub(super) struct SubmissionData<'a> {
    /// In quali modi.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    modo: Vec<Word<Channel>>,
    /// La PEC a cui scrivere.
    pec: Option<&'a str>,
    /// L’indirizzo sul web.
    indirizzo: Option<&'a str>,
    /// Lo sportello.
    luogo: Option<&'a str>,
    /// Quando lo sportello è aperto.
    orari: Option<&'a str>,
    /// Che cosa scrivere e allegare.
    istruzioni: Option<&'a str>,
}

impl<'a> SubmissionData<'a> {
    pub(super) fn of(participation: &'a Participation) -> Option<Self> {
        let Participation { channels, pec, url, place, hours, instructions, .. } = participation;
        let texts = [pec, url, place, hours, instructions];
        let said = !channels.is_empty() || texts.into_iter().any(Option::is_some);
        said.then(|| Self {
            modo: channels.iter().copied().map(Word).collect(),
            pec: pec.as_deref(),
            indirizzo: url.as_deref(),
            luogo: place.as_deref(),
            orari: hours.as_deref(),
            istruzioni: instructions.as_deref(),
        })
    }
}
