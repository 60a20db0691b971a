//! What the notices of a CIG say of its lot, put together.

use chrono::NaiveDate;

use super::bidders::Bidders;
use super::{L190Lot, MOST};
use crate::codes::{Cig, ContractorChoice, TaxCode};
use crate::model::{Awardee, DeclaredState, Euro, EventKind, Kind, Lot, Notice, Operator, Procedure};
use crate::site::Site;

/// More than this no amount may be, says the schema, in cents.
const DEAREST: u64 = 99_999_999_999_999;

/// A notice, and which of its lots is meant; none if it is all about one CIG.
struct Part<'a> {
    notice: &'a Notice,
    lot: Option<&'a Lot>,
}

/// The lot of a CIG, from the notices that hold it, oldest first; or the keys
/// of front matter that are missing.
pub(super) fn lot<'a>(site: &'a Site, cig: &'a Cig, notices: &[&'a Notice]) -> Result<L190Lot<'a>, Vec<&'static str>> {
    let parts: Vec<Part<'a>> = notices.iter().filter_map(|notice| part(notice, cig)).collect();
    let Some(first) = parts.first() else { return Err(vec!["lotti.cig"]) };
    let mut missing = Vec::new();
    let operators = newest(&parts, Part::operators);
    let awardees = newest(&parts, Part::awardees);
    let unawarded = awardees.is_empty().then(|| state(site, &parts)).flatten().filter(|state| is_in_vain(*state));
    let mut needed = |key: &'static str, found: Option<Euro>| {
        let found = if unawarded.is_some() { Some(Euro::ZERO) } else { found };
        if found.is_none() {
            missing.push(key);
        }
        found
    };
    let amounts = if first.is_alone() {
        ("importo.aggiudicazione", "importo.liquidato")
    } else {
        ("aggiudicatari.importo", "lotti.liquidato")
    };
    let award = needed(amounts.0, parts.iter().rev().find_map(Part::award));
    let paid = needed(amounts.1, parts.iter().rev().find_map(Part::paid));
    if awardees.is_empty() && unawarded.is_none() {
        missing.push("aggiudicatari");
    }
    let choice = parts.iter().find_map(|part| choice(part.notice));
    if choice.is_none() {
        missing.push("scelta_contraente");
    }
    let winners = Bidders::winners(&awardees, &operators, &mut missing);
    let mut participants = Bidders::of(&operators, &mut missing);
    if operators.is_empty() {
        let alone = choice.is_some_and(ContractorChoice::is_direct);
        let nobody = unawarded.is_some_and(|state| state != DeclaredState::NotAwarded);
        if alone {
            participants.clone_from(&winners);
        } else if !nobody {
            missing.push("partecipanti");
        }
    }
    let proposer = proposer(site, &parts);
    if proposer.is_none() {
        missing.push("ente.codice_fiscale");
    }
    missing.sort_unstable();
    missing.dedup();
    match (award, paid, choice, proposer) {
        (Some(award), Some(paid), Some(choice), Some(proposer)) if missing.is_empty() => Ok(L190Lot {
            cig,
            proposer,
            subject: first.subject(),
            choice,
            participants,
            winners,
            award,
            start: parts.iter().rev().find_map(|part| part.start(site)),
            end: parts.iter().rev().find_map(|part| part.end(site)),
            paid,
        }),
        _ => Err(missing),
    }
}

/// Which part of a notice a CIG is; none if nothing tells.
fn part<'a>(notice: &'a Notice, cig: &Cig) -> Option<Part<'a>> {
    let lots = &notice.content.lots;
    let is_its = |lot: &&Lot| lot.cig.as_ref().is_some_and(|own| own.value == *cig);
    if let Some(lot) = lots.iter().find(is_its) {
        return Some(Part { notice, lot: Some(lot) });
    }
    let alone = notice.codes.cig.len() == 1 && lots.iter().all(|lot| lot.cig.is_none());
    alone.then_some(Part { notice, lot: None })
}

/// What the newest notice says that says anything.
fn newest<'a, T>(parts: &[Part<'a>], read: fn(&Part<'a>) -> Vec<T>) -> Vec<T> {
    parts.iter().rev().map(read).find(|found| !found.is_empty()).unwrap_or_default()
}

/// What an act says has become of it.
fn state(site: &Site, parts: &[Part<'_>]) -> Option<DeclaredState> {
    let declared = parts.iter().rev().filter_map(|part| part.notice.course.declared.as_ref());
    declared.filter(|declared| declared.since.value.begins() <= site.now).map(|declared| declared.state).next()
}

fn is_in_vain(state: DeclaredState) -> bool {
    matches!(
        state,
        DeclaredState::NoTenders | DeclaredState::NotAwarded | DeclaredState::Revoked | DeclaredState::Annulled
    )
}

/// How the contractor was chosen: as written, or where our word can only mean
/// one value of the list. *Negoziata* alone may be three of them; a framework
/// agreement is no way of choosing.
fn choice(notice: &Notice) -> Option<ContractorChoice> {
    let number = match notice.terms.procedure {
        Some(Procedure::Open) => "01",
        Some(Procedure::Restricted) => "02",
        Some(Procedure::NegotiatedNoNotice) => "04",
        Some(Procedure::Dialogue) => "05",
        Some(Procedure::Direct) => "23",
        Some(Procedure::Innovation) => "35",
        Some(Procedure::Competitive) => "37",
        None if notice.heading.kind == Kind::DirectAward => "23",
        _ => "",
    };
    notice.terms.choice.or_else(|| ContractorChoice::parse(number))
}

/// Who buys: the body a notice names, else the one that publishes.
fn proposer<'a>(site: &'a Site, parts: &[Part<'a>]) -> Option<(&'a TaxCode, &'a str)> {
    match parts.iter().find_map(|part| part.notice.people.body.as_deref()) {
        Some(body) => Some((body.tax_code.as_ref()?, body.name.as_str())),
        None => Some((&site.settings.body.tax_code, site.settings.body.name.as_str())),
    }
}

impl<'a> Part<'a> {
    /// Whether what is said of the whole notice is said of it.
    fn is_alone(&self) -> bool {
        self.lot.is_none() || self.notice.content.lots.len() == 1
    }

    fn subject(&self) -> String {
        let heading = &self.notice.heading;
        let whole = heading.subject.as_ref().unwrap_or(&heading.title.value);
        self.lot.map_or_else(|| whole.clone(), |lot| format!("{} – {whole}", lot.title))
    }

    /// Whether a label on somebody means this lot.
    fn is_meant(&self, label: Option<&String>) -> Option<bool> {
        let lot = self.lot?;
        Some(label.is_some_and(|label| lot.number.as_ref() == Some(label) || *label == lot.title))
    }

    fn operators(&self) -> Vec<&'a Operator> {
        let operators = self.notice.course.operators.iter();
        operators
            .filter(|operator| operator.lot.is_none() || self.is_meant(operator.lot.as_ref()).unwrap_or(true))
            .collect()
    }

    fn awardees(&self) -> Vec<&'a Awardee> {
        let named = |awardee: &Awardee| {
            awardee.lot.is_none() && self.lot.and_then(|lot| lot.awardee.as_ref()) == Some(&awardee.name)
        };
        let awardees = self.notice.course.awardees.iter();
        awardees
            .filter(|awardee| {
                self.is_alone() || self.is_meant(awardee.lot.as_ref()).unwrap_or_default() || named(awardee)
            })
            .collect()
    }

    fn award(&self) -> Option<Euro> {
        let whole = self.notice.money.award.filter(|_| self.is_alone());
        whole.or_else(|| {
            let amounts: Option<Vec<Euro>> = self.awardees().into_iter().map(|awardee| awardee.amount).collect();
            let amounts = amounts.filter(|amounts| !amounts.is_empty())?;
            Some(amounts.into_iter().fold(Euro::ZERO, Euro::plus)).filter(|sum| sum.cents() <= DEAREST)
        })
    }

    fn paid(&self) -> Option<Euro> {
        let own = self.lot.and_then(|lot| lot.paid);
        own.or(self.notice.money.paid.filter(|_| self.is_alone()))
    }

    fn start(&self, site: &Site) -> Option<NaiveDate> {
        let start = self.notice.terms.duration.as_ref()?.start?;
        (start <= site.now.day()).then_some(start)
    }

    fn end(&self, site: &Site) -> Option<NaiveDate> {
        let events = self.notice.course.events.iter().rev();
        let mut done =
            events.filter(|event| event.kind == EventKind::Completion && event.when.value.ends() <= site.now);
        done.next().map(|event| event.when.value.date)
    }
}

impl L190Lot<'_> {
    /// No fewer bytes than it takes in a file.
    pub(super) fn weight(&self) -> usize {
        let bidders = self.participants.all().chain(self.winners.all());
        let bidders: usize = bidders
            .map(|bidder| match bidder.id {
                super::BidderId::Italian(_) => 400 + escaped(bidder.name),
                super::BidderId::Foreign(code) => 400 + escaped(bidder.name) + escaped(code),
            })
            .sum();
        (1_500 + escaped(self.proposer.1) + escaped(&self.subject) + bidders).min(MOST)
    }
}

/// How many bytes a text takes once its marks are spelled out.
fn escaped(text: &str) -> usize {
    text.bytes().map(|byte| if b"&<>'\"".contains(&byte) { 6 } else { 1 }).sum()
}
