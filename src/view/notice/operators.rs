//! Who was invited or took part, in words.

use schemars::JsonSchema;
use serde::Serialize;

use super::super::Views;
use crate::model::{Operator, OperatorId};

/// A company or body that was invited or tendered.
#[derive(Debug, Default, JsonSchema, Serialize)]
pub(in crate::view) struct OperatorView<'a> {
    /// Its name.
    pub(super) name: &'a str,
    /// Its Italian tax code.
    tax_code: Option<&'a str>,
    /// What identifies it for the tax office of another country.
    foreign_id: Option<&'a str>,
    /// The grouping it stands in: its members share the name or number.
    pub(super) group: Option<&'a str>,
    /// What it is in its grouping, in words: `Mandataria`.
    pub(super) role: Option<&'a str>,
    /// The lot it was in for, by number; none if for all.
    pub(super) lot: Option<&'a str>,
}

impl<'a> Views<'a> {
    pub(super) fn operator(&self, operator: &'a Operator) -> OperatorView<'a> {
        let (tax_code, foreign_id) = match &operator.id {
            Some(OperatorId::Italian(code)) => (Some(code.as_str()), None),
            Some(OperatorId::Foreign(code)) => (None, Some(code.as_str())),
            None => (None, None),
        };
        OperatorView {
            name: &operator.name,
            tax_code,
            foreign_id,
            group: operator.group.as_deref(),
            role: operator.role.map(|role| self.labels.of(role)),
            lot: operator.lot.as_deref(),
        }
    }
}
