//! Who was invited to a procedure or took part in it.

use crate::codes::TaxCode;
use crate::vocabulary::vocabulary;

/// A company or body that was invited or tendered, alone or in a grouping.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operator {
    /// Its name.
    pub name: String,
    /// What identifies it for the tax office.
    pub id: Option<OperatorId>,
    /// The grouping it stands in: a name or number its members share.
    pub group: Option<String>,
    /// What it is in its grouping.
    pub role: Option<GroupRole>,
    /// The number of the lot it was in for; all of them if none is given.
    pub lot: Option<String>,
}

/// What identifies an operator for the tax office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OperatorId {
    /// An Italian tax code.
    Italian(TaxCode),
    /// What another country gave it, as written.
    Foreign(String),
}

vocabulary! {
    /// What an operator is in its grouping.
    GroupRole in "group-role" {
        /// It gave the lead its mandate.
        Mandator = "mandante",
        /// It leads by mandate.
        Mandatary = "mandataria",
        /// It is an associate.
        Associate = "associata",
        /// It leads.
        Lead = "capogruppo",
        /// It is in the consortium.
        Member = "consorziata",
    }
}
