//! Who took part in a procedure and who won it, as the law wants them told.

use std::collections::BTreeMap;

use crate::codes::TaxCode;
use crate::model::{Awardee, GroupRole, Operator, OperatorId};

/// Companies and bodies, alone and in groupings.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bidders<'a> {
    /// The groupings: two members or more, each with its role.
    pub groups: Vec<Vec<(Bidder<'a>, GroupRole)>>,
    /// Those alone.
    pub singles: Vec<Bidder<'a>>,
}

/// A company or body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bidder<'a> {
    /// Its name.
    pub name: &'a str,
    /// What identifies it.
    pub id: BidderId<'a>,
}

/// What identifies a company or body for the tax office.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BidderId<'a> {
    /// An Italian tax code.
    Italian(&'a TaxCode),
    /// What another country gave it.
    Foreign(&'a str),
}

impl<'a> Bidders<'a> {
    /// The operators of a procedure; the keys of what is not said of them are
    /// noted.
    pub(super) fn of(operators: &[&'a Operator], missing: &mut Vec<&'static str>) -> Self {
        let mut whole = Self::default();
        let mut places: BTreeMap<&str, usize> = BTreeMap::new();
        for operator in operators {
            let Some(bidder) = bidder(operator) else {
                missing.push("partecipanti.codice_fiscale");
                continue;
            };
            let Some(group) = operator.group.as_deref() else {
                whole.singles.push(bidder);
                continue;
            };
            let Some(role) = operator.role else {
                missing.push("partecipanti.ruolo");
                continue;
            };
            let at = *places.entry(group).or_insert(whole.groups.len());
            if at == whole.groups.len() {
                whole.groups.push(Vec::new());
            }
            whole.groups[at].push((bidder, role));
        }
        if whole.groups.iter().any(|members| members.len() < 2) {
            missing.push("partecipanti.raggruppamento");
        }
        whole
    }

    /// The winners, with what the list of operators says of them: one without
    /// a tax code may be a grouping of that name, or a foreign company.
    pub(super) fn winners(
        awardees: &[&'a Awardee],
        operators: &[&'a Operator],
        missing: &mut Vec<&'static str>,
    ) -> Self {
        let mut whole = Self::default();
        for awardee in awardees {
            let members: Vec<&Operator> =
                operators.iter().copied().filter(|operator| operator.group.as_ref() == Some(&awardee.name)).collect();
            if !members.is_empty() {
                whole.groups.extend(Self::of(&members, missing).groups);
                continue;
            }
            let named = || operators.iter().copied().find(|operator| operator.name == awardee.name).and_then(bidder);
            let own = awardee.tax_code.as_ref();
            let own = own.map(|code| Bidder { name: &awardee.name, id: BidderId::Italian(code) });
            match own.or_else(named) {
                Some(bidder) => whole.singles.push(bidder),
                None => missing.push("aggiudicatari.codice_fiscale"),
            }
        }
        whole
    }

    /// Everybody, grouped or not.
    pub fn all(&self) -> impl Iterator<Item = &Bidder<'a>> {
        self.groups.iter().flatten().map(|(bidder, _)| bidder).chain(&self.singles)
    }
}

fn bidder(operator: &Operator) -> Option<Bidder<'_>> {
    let id = match operator.id.as_ref()? {
        OperatorId::Italian(code) => BidderId::Italian(code),
        OperatorId::Foreign(code) => BidderId::Foreign(code),
    };
    Some(Bidder { name: &operator.name, id })
}
