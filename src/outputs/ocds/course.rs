//! What each event changes: deadlines, winners, contracts, the tender itself.

use serde_json::{Value, json};

use super::award::{Award, awards, nameless, text};
use super::deadline::{name_of, spots, told};
use super::happening::{Meaning, Told};
use super::json::start;
use super::story::{Draft, Teller};
use crate::calendar::Moment;
use crate::model::Retyped;
use crate::view::sentences;

impl<'a> Teller<'a, '_> {
    /// A deadline was moved.
    pub(super) fn moved(&mut self, draft: &mut Draft<'a>, at: usize, nth: usize) {
        let notice = draft.notice;
        let (deadline, change) = (&notice.deadlines[at], &notice.deadlines[at].changes[nth]);
        let (before, now) = (notice.deadline_after(at, nth), notice.deadline_after(at, nth + 1));
        let tag = self.amendment(draft);
        if before != now || now.is_none() {
            let (section, what) = told(notice, at, spots(notice, draft.stage)[at], now);
            // Nothing is taken away that was never said.
            if before.is_some() || now.is_some() {
                draft.correct(tag, section, what);
            }
        }
        let told = self.labels.moved(&notice.moved(at, nth));
        let description = sentences(
            [
                Some(format!("{} – {}", self.labels.of(change.kind), self.labels.of(deadline.kind))),
                before.is_some().then_some(told.before),
                now.is_some().then_some(told.now),
                change.act.as_deref().map(|act| self.labels.said("theme-act", act)),
            ]
            .into_iter()
            .flatten(),
        );
        let amendment = json!({
            "id": format!("{}-{}-{}", name_of(notice, at), crate::vocabulary::Vocabulary::word(change.kind), notice.change_number(at, nth)),
            "date": change.published.map(start),
            "rationale": change.reason,
            "description": description,
            "amendsReleaseID": self.last,
            "releaseID": draft.id,
        });
        draft.say(tag, json!({"tender": {"amendments": [amendment]}}));
    }

    /// A deadline was written anew, and nothing says how it was moved.
    pub(super) fn retyped(&mut self, draft: &mut Draft<'a>, retyped: &Retyped) {
        let notice = draft.notice;
        let (section, what) =
            told(notice, retyped.deadline, spots(notice, draft.stage)[retyped.deadline], Some(retyped.to));
        draft.correct(self.amendment(draft), section, what);
    }

    fn amendment(&self, draft: &Draft<'_>) -> &'static str {
        match self.update(draft) {
            "tenderUpdate" => "tenderAmendment",
            other => other,
        }
    }

    /// Something happened.
    pub(super) fn event(&mut self, draft: &mut Draft<'a>, told: &Told<'a>) {
        // What becomes of the preparation says nothing of a tender under way.
        let decides = !(draft.stage.is_planning() && self.tendered);
        match told.meaning {
            Meaning::News | Meaning::Judgement | Meaning::Suspension => self.news(draft, told),
            Meaning::Erratum => self.erratum(draft, told),
            Meaning::Award => self.award(draft, told.when, Some(told)),
            Meaning::Unsuccessful => {
                if self.given.is_empty() && decides {
                    self.stands(draft, "unsuccessful");
                }
                self.unsuccessful(draft, told);
            }
            Meaning::Signature => self.signature(draft, told),
            Meaning::ContractChange => self.contract_change(draft, told),
            Meaning::Completion => self.completion(draft, told, decides),
            Meaning::Cancellation => self.cancellation(draft, told, decides),
            Meaning::Resumption => self.resumption(draft, told),
        }
    }

    /// A step of the course, which the standard knows as a milestone met.
    fn news(&self, draft: &mut Draft<'_>, told: &Told<'_>) {
        let milestone = self.milestone(draft, told, milestone_type(told, draft));
        let section = if draft.stage.is_planning() { "planning" } else { "tender" };
        draft.say(self.update(draft), json!({section: {"milestones": [milestone]}}));
    }

    fn milestone(&self, draft: &Draft<'_>, told: &Told<'_>, kind: Option<&'static str>) -> Value {
        let untitled = Told { title: None, ..told.clone() };
        json!({
            "id": format!("{}-{}", draft.notice.filing.id.value, told.key),
            "title": told.title.unwrap_or_else(|| self.labels.text(&told.label)),
            "type": kind,
            "description": text(&untitled, self.labels),
            "dateMet": start(told.when),
            "status": "met",
        })
    }

    fn erratum(&self, draft: &mut Draft<'_>, told: &Told<'_>) {
        let amendment = self.amended(draft, told);
        draft.say(self.amendment(draft), json!({"tender": {"amendments": [amendment]}}));
    }

    /// An event as an amendment of what was said.
    fn amended(&self, draft: &Draft<'_>, told: &Told<'_>) -> Value {
        let untitled = Told { title: None, ..told.clone() };
        json!({
            "id": format!("{}-{}", draft.notice.filing.id.value, told.key),
            "date": start(told.when),
            "rationale": told.title.unwrap_or_else(|| self.labels.text(&told.label)),
            "description": text(&untitled, self.labels),
            "amendsReleaseID": self.last,
            "releaseID": draft.id,
        })
    }

    /// There is a winner. If another notice of the process is the one that
    /// names it, this is news of the tender.
    pub(super) fn award(&mut self, draft: &mut Draft<'a>, since: Moment, told: Option<&Told<'a>>) {
        let mut list = awards(draft.notice, self.process);
        if list.is_empty() && !self.named {
            list.push(nameless(draft.notice, self.process));
        }
        self.stands(draft, "complete");
        if list.is_empty() {
            return match told {
                Some(told) => self.news(draft, told),
                None => draft.tag(self.update(draft)),
            };
        }
        draft.tag(if self.given.is_empty() { "award" } else { "awardUpdate" });
        for award in list {
            let parties: Vec<Value> = award.party().map(|party| self.party(party)).into_iter().collect();
            let entry = award.entry(since, told, self.labels);
            let tag = draft.tags[0];
            draft.say(tag, json!({"parties": parties, "awards": [entry]}));
            match self.given.iter_mut().find(|known| known.id == award.id) {
                Some(known) => *known = award,
                None => self.given.push(award),
            }
        }
        self.tenderers(draft);
        for told in std::mem::take(&mut self.waiting) {
            self.signature(draft, &told);
        }
    }

    /// Nobody won. A notice of the outcome says so with an award that failed.
    fn unsuccessful(&mut self, draft: &mut Draft<'a>, told: &Told<'_>) {
        if !draft.stage.is_award() || !self.given.is_empty() {
            return self.news(draft, told);
        }
        let award = json!({
            "id": draft.notice.filing.id.value,
            "title": self.labels.text(&told.label),
            "description": text(told, self.labels),
            "status": "unsuccessful",
            "date": start(told.when),
        });
        draft.say("award", json!({"awards": [award]}));
        self.tenderers(draft);
    }

    /// The awards an event is about: those whose winner it names, else all.
    fn meant(&self, told: &Told<'_>) -> Vec<&Award<'a>> {
        let named: Vec<&Award<'_>> = self.given.iter().filter(|award| award.is_named_in(told)).collect();
        if named.is_empty() { self.given.iter().collect() } else { named }
    }

    /// Tells who won if this notice knows and nobody said so yet.
    fn award_first(&mut self, draft: &mut Draft<'a>, told: &Told<'a>) {
        if self.given.is_empty() && !awards(draft.notice, self.process).is_empty() {
            self.award(draft, told.when, None);
        }
    }

    fn signature(&mut self, draft: &mut Draft<'a>, told: &Told<'a>) {
        self.award_first(draft, told);
        let said = text(told, self.labels);
        let contracts: Vec<Value> = self
            .meant(told)
            .into_iter()
            .filter(|award| !self.signed.contains(&award.id))
            .map(|award| {
                let mut contract = award.contract();
                contract["dateSigned"] = start(told.when).into();
                contract["description"] = said.clone().into();
                contract
            })
            .collect();
        if contracts.is_empty() {
            if self.given.is_empty() {
                self.waiting.push(told.clone());
            }
            return self.news(draft, told);
        }
        self.sign(&contracts);
        draft.say("contract", json!({"contracts": contracts}));
    }

    fn sign(&mut self, contracts: &[Value]) {
        let ids = contracts.iter().filter_map(|contract| contract["id"].as_str());
        self.signed.extend(ids.map(str::to_owned));
    }

    /// The contracts an event is about; those nobody told of yet are told of
    /// first.
    fn contracts(&mut self, draft: &mut Draft<'a>, told: &Told<'a>) -> Vec<Value> {
        self.award_first(draft, told);
        let meant = self.meant(told);
        let new: Vec<Value> =
            meant.iter().filter(|award| !self.signed.contains(&award.id)).map(|award| award.contract()).collect();
        let references = meant.iter().map(|award| award.contract_reference()).collect();
        if !new.is_empty() {
            self.sign(&new);
            draft.say("contract", json!({"contracts": new}));
        }
        references
    }

    fn contract_change(&mut self, draft: &mut Draft<'a>, told: &Told<'a>) {
        let mut contracts = self.contracts(draft, told);
        if contracts.is_empty() {
            return self.news(draft, told);
        }
        let amendment = self.amended(draft, told);
        for contract in &mut contracts {
            contract["amendments"] = json!([amendment]);
        }
        draft.say("contractAmendment", json!({"contracts": contracts}));
    }

    fn completion(&mut self, draft: &mut Draft<'a>, told: &Told<'a>, decides: bool) {
        let mut contracts = self.contracts(draft, told);
        if decides && ["planning", "planned", "active"].contains(&self.status) {
            self.stands(draft, "complete");
        }
        if contracts.is_empty() {
            return self.news(draft, told);
        }
        let milestone = self.milestone(draft, told, Some("delivery"));
        for contract in &mut contracts {
            contract["status"] = "terminated".into();
            contract["implementation"] = json!({"milestones": [milestone]});
        }
        draft.say("implementation", json!({"contracts": contracts}));
        draft.tag("contractTermination");
    }

    fn cancellation(&mut self, draft: &mut Draft<'a>, told: &Told<'a>, decides: bool) {
        if decides {
            self.stopped = self.stopped.or((self.status != "cancelled").then_some(self.status));
            self.stands(draft, "cancelled");
        }
        if decides && self.tendered {
            draft.tag("tenderCancellation");
        }
        let awards: Vec<Value> =
            self.given.iter().map(|award| json!({"id": award.id, "status": "cancelled"})).collect();
        if decides && !awards.is_empty() {
            draft.say("awardCancellation", json!({"awards": awards}));
        }
        let milestone = self.milestone(draft, told, None);
        let section = if draft.stage.is_planning() { "planning" } else { "tender" };
        let tag = draft.tags.first().copied().unwrap_or_else(|| self.update(draft));
        draft.say(tag, json!({section: {"milestones": [milestone]}}));
    }

    /// All is as it was before the stop.
    fn resumption(&mut self, draft: &mut Draft<'a>, told: &Told<'a>) {
        if let Some(status) = self.stopped.take() {
            self.stands(draft, status);
            let awards: Vec<Value> =
                self.given.iter().map(|award| json!({"id": award.id, "status": "active"})).collect();
            if !awards.is_empty() {
                draft.say("awardUpdate", json!({"awards": awards}));
            }
        }
        self.news(draft, told);
    }
}

fn milestone_type(told: &Told<'_>, draft: &Draft<'_>) -> Option<&'static str> {
    match told.meaning {
        _ if draft.stage.is_planning() => Some("preProcurement"),
        Meaning::Judgement => Some("assessment"),
        Meaning::News => Some("engagement"),
        _ => None,
    }
}
