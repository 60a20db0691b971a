//! Awards and contracts: who won what, for how much, and what was signed.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::happening::Told;
use super::json::{lean, paragraphs, start, value};
use super::party::{Party, supplier};
use super::tender::{classification, lot_ids, lot_name};
use crate::calendar::Moment;
use crate::codes::TaxCode;
use crate::model::{Awardee, Euro, Lot, Notice};
use crate::site::Process;
use crate::view::{Labels, sentences};

/// Somebody won something.
pub(super) struct Award<'a> {
    /// What names it for ever: the lot, if it is one, and the winner; the
    /// process if nobody wrote who won.
    pub(super) id: String,
    /// Who won.
    pub(super) supplier: Option<(&'a str, Option<&'a TaxCode>)>,
    /// For how much.
    pub(super) amount: Option<Euro>,
    lots: Vec<(String, &'a Lot)>,
    discount: Option<&'a str>,
}

/// What a notice says of winners: first those it lists, then those it names
/// beside a lot and nowhere else.
pub(super) fn awards<'a>(notice: &'a Notice, process: &Process<'a>) -> Vec<Award<'a>> {
    let lots = lots(notice, process);
    let winners = &notice.course.awardees;
    let mut awards: Vec<Award<'_>> = Vec::new();
    let mut told = BTreeSet::new();
    for winner in winners {
        let own: Vec<usize> = match &winner.lot {
            Some(lot) => lots.iter().position(|(_, other)| is_called(other, lot)).into_iter().collect(),
            None => (0..lots.len())
                .filter(|at| lots[*at].1.awardee.as_deref().is_some_and(|name| is(winner, name)))
                .collect(),
        };
        told.extend(own.iter().copied());
        let own: Vec<(String, &Lot)> = own.into_iter().map(|at| lots[at].clone()).collect();
        let written = winner.lot.as_deref().filter(|_| own.is_empty());
        awards.push(Award {
            id: id(written, winner.lot.as_ref().and_then(|_| own.first()), &winner.name, winner.tax_code.as_ref()),
            supplier: Some((&winner.name, winner.tax_code.as_ref())),
            amount: winner.amount,
            lots: own,
            discount: winner.discount.as_deref(),
        });
    }
    // Winners beside the lots of another notice are that one's to tell.
    let own = if notice.content.lots.is_empty() { &[] } else { &lots[..] };
    for (at, (lot_id, lot)) in own.iter().enumerate() {
        let Some(name) = lot.awardee.as_deref().filter(|_| !told.contains(&at)) else { continue };
        let code = winners.iter().find(|winner| is(winner, name)).and_then(|winner| winner.tax_code.as_ref());
        let won = (lot_id.clone(), *lot);
        let id = id(None, Some(&won), name, code);
        awards.push(Award { id, supplier: Some((name, code)), amount: None, lots: vec![won], discount: None });
    }
    if let [only] = &mut awards[..] {
        only.amount = only.amount.or(notice.money.award);
    }
    let mut ids = BTreeSet::new();
    for (at, award) in awards.iter_mut().enumerate() {
        if !ids.insert(award.id.clone()) {
            award.id = format!("{}-{}", award.id, at + 1);
        }
    }
    awards
}

/// The award of a process whose winner no notice names.
pub(super) fn nameless<'a>(notice: &Notice, process: &Process<'_>) -> Award<'a> {
    let id = process.root().filing.id.value.clone();
    Award { id, supplier: None, amount: notice.money.award, lots: Vec::new(), discount: None }
}

/// The lots winners refer to: the notice's own, or those of the first notice
/// that lists any.
fn lots<'a>(notice: &'a Notice, process: &Process<'a>) -> Vec<(String, &'a Lot)> {
    let all = std::iter::once(notice).chain(process.notices.iter().copied());
    let lots = all.map(|notice| &notice.content.lots[..]).find(|lots| !lots.is_empty()).unwrap_or_default();
    lot_ids(lots).into_iter().zip(lots).collect()
}

fn id(written: Option<&str>, lot: Option<&(String, &Lot)>, name: &str, code: Option<&TaxCode>) -> String {
    let party = super::party::id_of(code, name);
    match (lot, written) {
        (Some((lot, _)), _) => format!("{lot}-{party}"),
        (None, Some(written)) => format!("lotto-{}-{party}", super::json::slug(written)),
        (None, None) => party,
    }
}

fn is(winner: &Awardee, name: &str) -> bool {
    winner.name.trim().to_lowercase() == name.trim().to_lowercase()
}

/// Whether a lot goes by a name: `1`, `Lotto 1`, its CIG or its title.
fn is_called(lot: &Lot, name: &str) -> bool {
    let plain = |text: &str| {
        let text = text.trim().to_lowercase();
        text.strip_prefix("lotto").map_or_else(|| text.clone(), |rest| rest.trim().to_owned())
    };
    let name = plain(name);
    lot.number.as_deref().is_some_and(|number| plain(number) == name)
        || lot.cig.as_ref().is_some_and(|cig| cig.value.as_str().eq_ignore_ascii_case(&name))
        || plain(&lot.title) == name
}

impl Award<'_> {
    /// Who won, as a party.
    pub(super) fn party(&self) -> Option<Party> {
        self.supplier.map(|(name, code)| supplier(name, code))
    }

    /// Its entry: since when, and what there is to say of it.
    pub(super) fn entry(&self, since: Moment, told: Option<&Told<'_>>, labels: &Labels) -> Value {
        let lots: Vec<String> = self.lots.iter().map(|(_, lot)| lot_name(lot)).collect();
        let discount = self.discount.map(|discount| format!("{}: {discount}", labels.text("theme-discount")));
        let said = told.map(|told| text(told, labels));
        Value::Object(lean(json!({
            "id": self.id,
            "title": lots.join("; "),
            "description": paragraphs([said.as_deref(), discount.as_deref()], "\n"),
            "status": "active",
            "date": start(since),
            "value": self.amount.map(value),
            "suppliers": self.party().map(|party| vec![party.reference()]),
            "items": self.lots.iter().map(|(id, lot)| json!({
                "id": id,
                "description": lot_name(lot),
                "classification": lot.cpv.as_ref().map(classification),
            })).collect::<Vec<_>>(),
        })))
    }

    /// The contract that came of it.
    pub(super) fn contract(&self) -> Value {
        let mut contract = self.contract_reference();
        contract["status"] = "active".into();
        if let Some(amount) = self.amount {
            contract["value"] = value(amount);
        }
        contract
    }

    /// What names that contract: there is one an award, under its name.
    pub(super) fn contract_reference(&self) -> Value {
        json!({"id": self.id, "awardID": self.id})
    }

    /// Whether a text names who won.
    pub(super) fn is_named_in(&self, told: &Told<'_>) -> bool {
        let Some((name, _)) = self.supplier else { return false };
        let name = name.trim().to_lowercase();
        [told.title, told.text].into_iter().flatten().any(|text| text.to_lowercase().contains(&name))
    }
}

/// What there is to say of an event: its title, its text, its act.
pub(super) fn text(told: &Told<'_>, labels: &Labels) -> String {
    let act = told.act.map(|act| format!("{}: {act}", labels.text("theme-act")));
    sentences([told.title, told.text, act.as_deref()].into_iter().flatten())
}
