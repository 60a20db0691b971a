//! What a call says of itself: codes, money, terms, how to take part.

use chrono::NaiveDate;

use crate::calendar::Month;
use crate::codes::{Cig, ContractorChoice, Cpv, Cup, IpaCode, Mepa, SimogNumber, TaxCode, Uuid};
use crate::model::{Audience, Channel, Contract, Criterion, Delivery, Euro, Procedure, Vat};
use crate::source::{Span, Spanned};

/// The identifiers of a procedure.
#[derive(Debug, Clone, Default)]
pub struct Codes {
    /// One CIG a lot.
    pub cig: Vec<Spanned<Cig>>,
    /// Why no CIG is given.
    pub cig_pending: Option<CigPending>,
    /// The projects it serves.
    pub cup: Vec<Cup>,
    /// What is bought.
    pub cpv: Vec<Cpv>,
    /// ANAC's number of the tender, until 2023.
    pub simog: Option<SimogNumber>,
    /// The number on the electronic market.
    pub mepa: Option<Mepa>,
    /// The procedure in the national database of contracts.
    pub bdncp: Option<Uuid>,
    /// The notice on the national platform of legal publicity.
    pub pvl: Option<Uuid>,
    /// The protocol number.
    pub protocol: Option<String>,
}

/// Why no CIG is given, in the editor's words: it is not there yet, none is
/// due, or it is there and not known to who publishes. Nobody has to type ten
/// zeros.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CigPending {
    /// Why.
    pub reason: String,
}

/// The money.
#[derive(Debug, Clone, Default)]
pub struct Money {
    /// The base of the tender, or the sum made available.
    pub base: Option<Euro>,
    /// Whether VAT is in the base.
    pub vat: Option<Vat>,
    /// Safety charges, not open to discount.
    pub safety: Option<Euro>,
    /// Labour costs.
    pub labour: Option<Euro>,
    /// What it was awarded for.
    pub award: Option<Euro>,
    /// What was paid so far, without VAT.
    pub paid: Option<Euro>,
    /// What to know about it.
    pub note: Option<String>,
}

/// The terms.
#[derive(Debug, Clone, Default)]
pub struct Terms {
    /// Works, services or supplies.
    pub contract: Option<Contract>,
    /// How the contractor or winner is chosen.
    pub procedure: Option<Procedure>,
    /// The same in the closed list of L. 190/2012, where our word does not
    /// tell.
    pub choice: Option<ContractorChoice>,
    /// What decides between tenders.
    pub criterion: Option<Criterion>,
    /// Where it is done.
    pub places: Vec<String>,
    /// On the spot or at a distance.
    pub delivery: Option<Delivery>,
    /// How long.
    pub duration: Option<Box<Duration>>,
    /// Who pays.
    pub funding: Option<String>,
    /// The measure of the recovery plan it carries out.
    pub pnrr: Option<Box<Pnrr>>,
    /// Whom it is for.
    pub audience: Vec<Audience>,
    /// What it is about, in free words.
    pub topics: Vec<String>,
}

/// How long a contract or post lasts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Duration {
    /// In months.
    pub months: Option<u32>,
    /// From when, in words.
    pub from: Option<String>,
    /// The day it did begin.
    pub start: Option<NaiveDate>,
    /// By when it ends.
    pub by: Option<Month>,
    /// What to know about it.
    pub note: Option<String>,
}

/// A place in the national recovery and resilience plan: `M5C2 1.1.4`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pnrr {
    /// The mission, 1 to 7.
    pub mission: u32,
    /// The component.
    pub component: Option<u32>,
    /// The investment: `1.1`.
    pub investment: Option<String>,
    /// The sub-investment: `1.1.4`.
    pub sub_investment: Option<String>,
    /// Its name.
    pub title: Option<String>,
}

impl Pnrr {
    /// As acts quote it: `M5C2 – 1.1.4`.
    pub fn code(&self) -> String {
        let component = self.component.map(|number| format!("C{number}")).unwrap_or_default();
        let detail = self.sub_investment.as_ref().or(self.investment.as_ref());
        match detail {
            Some(detail) => format!("M{}{component} – {detail}", self.mission),
            None => format!("M{}{component}", self.mission),
        }
    }
}

/// How to take part.
#[derive(Debug, Clone, Default)]
pub struct Participation {
    /// The platform it runs on.
    pub platform: Option<Box<Platform>>,
    /// How an application is handed in.
    pub channels: Vec<Channel>,
    /// The certified mail address.
    pub pec: Option<String>,
    /// The web address.
    pub url: Option<String>,
    /// The desk.
    pub place: Option<String>,
    /// When the desk is open.
    pub hours: Option<String>,
    /// What to write and enclose.
    pub instructions: Option<String>,
}

/// A procurement platform or portal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Platform {
    /// Its name.
    pub name: String,
    /// Its address.
    pub url: Option<String>,
    /// Whether one must have registered before.
    pub registration: Option<bool>,
    /// What to know about it.
    pub note: Option<String>,
}

/// A contracting body that is not the publisher.
#[derive(Debug, Clone, Default)]
pub struct ContractingBody {
    /// Its name.
    pub name: String,
    /// What it is in the procedure: lead body, purchasing centre.
    pub role: Option<String>,
    /// The territory it acts for: `VEN_09 - Treviso`.
    pub territory: Option<String>,
    /// Its tax code.
    pub tax_code: Option<TaxCode>,
    /// Its code in the index of public administrations.
    pub ipa: Option<IpaCode>,
    /// Its web site.
    pub url: Option<String>,
}

/// Who answers.
#[derive(Debug, Clone, Default)]
pub struct Contacts {
    /// Telephone.
    pub phone: Option<String>,
    /// E-mail.
    pub email: Option<String>,
    /// Certified mail.
    pub pec: Option<String>,
    /// Opening hours.
    pub hours: Option<String>,
    /// Where.
    pub address: Option<String>,
}

/// A service asked for, with its quantity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Activity {
    /// What.
    pub title: String,
    /// How much, as written: `628`.
    pub quantity: Option<String>,
    /// Of what: hours.
    pub unit: Option<String>,
    /// Over how long.
    pub period: Option<String>,
    /// What to know about it.
    pub note: Option<String>,
}

/// A part of a tender that can be won alone.
#[derive(Debug, Clone)]
pub struct Lot {
    /// Its number.
    pub number: Option<String>,
    /// What.
    pub title: String,
    /// Its CIG.
    pub cig: Option<Spanned<Cig>>,
    /// What is bought.
    pub cpv: Option<Cpv>,
    /// Its base.
    pub amount: Option<Euro>,
    /// Who won it.
    pub awardee: Option<String>,
    /// What was paid for it so far, without VAT.
    pub paid: Option<Euro>,
}

/// Who won.
#[derive(Debug, Clone)]
pub struct Awardee {
    /// Its name.
    pub name: String,
    /// Its tax code.
    pub tax_code: Option<TaxCode>,
    /// For how much.
    pub amount: Option<Euro>,
    /// Which lot.
    pub lot: Option<String>,
    /// The discount offered.
    pub discount: Option<String>,
    /// Where it is written.
    pub span: Span,
}
