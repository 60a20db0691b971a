//! Identifiers, one checked type each: a value that exists is right.

mod cig;
mod contractor_choice;
mod cpv;
mod cup;
mod mepa;
mod reference;
mod tax_code;

pub use cig::{Cig, CigError};
pub use contractor_choice::ContractorChoice;
pub use cpv::{Cpv, CpvError};
pub use cup::Cup;
pub use mepa::{Mepa, MepaKind};
pub use reference::{IpaCode, SimogNumber, Uuid};
pub use tax_code::{TaxCode, TaxCodeError};
