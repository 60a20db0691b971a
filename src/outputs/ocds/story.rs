//! A process told happening by happening: of each what became known with it
//! and nothing else, so that it stays what it was when more happens.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::award::{Award, awards};
use super::document::{attached, dated, page};
use super::happening::{Act, Happening, Meaning, Told, happenings};
use super::json::{lean, uri};
use super::merge::merge;
use super::party::{Party, buyers, tenderers};
use super::tender::{id_of, sections};
use crate::calendar::{Instant, Moment};
use crate::messages::Language;
use crate::model::Stage;
use crate::model::{DeclaredState, Group, Notice};
use crate::site::{Process, Site};
use crate::view::Labels;

/// What a release says.
pub(super) struct Words {
    /// Its id.
    pub(super) id: String,
    /// The id of the notice that gave rise to it.
    pub(super) notice: String,
    /// When it became known.
    pub(super) at: Instant,
    /// What it is.
    pub(super) tags: Vec<&'static str>,
    /// What names the tender by then.
    pub(super) tender: String,
    /// What it says, section by section.
    pub(super) said: Map<String, Value>,
}

impl Words {
    /// A release in the order of the standard.
    pub(super) fn release(mut self, ocid: &str, language: Language) -> Map<String, Value> {
        let mut release = lean(json!({
            "ocid": ocid,
            "id": self.id,
            "date": self.at.iso(),
            "tag": self.tags,
            "initiationType": "tender",
            "language": language.tag(),
        }));
        for key in ["parties", "buyer", "planning", "tender", "awards", "contracts", "relatedProcesses"] {
            let Some(mut value) = self.said.remove(key) else { continue };
            if let (Some(section), "tender") = (value.as_object_mut(), key) {
                section.shift_insert(0, "id".to_owned(), self.tender.clone().into());
            }
            release.insert(key.to_owned(), value);
        }
        release
    }
}

/// Knows what was told so far.
pub(super) struct Teller<'a, 'p> {
    pub(super) site: &'a Site,
    pub(super) labels: &'a Labels,
    pub(super) process: &'p Process<'a>,
    /// What names the tender.
    tender: String,
    /// Whether any notice names a winner.
    pub(super) named: bool,
    /// In which roles each party was told of.
    roles: BTreeMap<String, Vec<&'static str>>,
    /// Whether there was a tender to be amended.
    pub(super) tendered: bool,
    /// Whether it was told who took part.
    took_part: bool,
    /// The status told last.
    pub(super) status: &'static str,
    /// What it was before the procedure was revoked or annulled.
    pub(super) stopped: Option<&'static str>,
    /// The awards told, in order.
    pub(super) given: Vec<Award<'a>>,
    /// The awards a contract was told of.
    pub(super) signed: BTreeSet<String>,
    /// Contracts signed before anybody said with whom.
    pub(super) waiting: Vec<Told<'a>>,
    /// The release before.
    pub(super) last: Option<String>,
    /// All that was said so far.
    known: Map<String, Value>,
}

/// A release being written.
pub(super) struct Draft<'a> {
    /// Its id.
    pub(super) id: String,
    pub(super) notice: &'a Notice,
    pub(super) stage: Stage,
    pub(super) tags: Vec<&'static str>,
    said: Map<String, Value>,
}

impl Draft<'_> {
    /// Says something more, under the tag it goes by.
    pub(super) fn say(&mut self, tag: &'static str, what: Value) {
        merge(&mut self.said, lean(what));
        self.tag(tag);
    }

    /// Says something where nulls mean that what was known no longer holds.
    pub(super) fn correct(&mut self, tag: &'static str, section: &str, what: Value) {
        let mut whole = Map::new();
        whole.insert(section.to_owned(), what);
        merge(&mut self.said, whole);
        self.tag(tag);
    }

    pub(super) fn tag(&mut self, tag: &'static str) {
        if !self.tags.contains(&tag) {
            self.tags.push(tag);
        }
    }
}

impl<'a, 'p> Teller<'a, 'p> {
    /// Tells a process, as its notices are, up to an instant.
    pub(super) fn tell(site: &'a Site, labels: &'a Labels, process: &'p Process<'a>, now: Instant) -> Vec<Words> {
        let mut all: Vec<Happening<'_>> = process.notices.iter().flat_map(|notice| happenings(notice, now)).collect();
        // Of what happened at one instant, the earlier notice tells first.
        all.sort_by_key(|happening| happening.at);
        let mut teller = Self {
            site,
            labels,
            process,
            tender: id_of(&process.notices),
            named: process.notices.iter().any(|notice| !awards(notice, process).is_empty()),
            roles: BTreeMap::new(),
            tendered: false,
            took_part: false,
            status: "",
            stopped: None,
            given: Vec::new(),
            signed: BTreeSet::new(),
            waiting: Vec::new(),
            last: None,
            known: Map::new(),
        };
        all.iter().filter_map(|happening| teller.words(happening)).collect()
    }

    /// What is said of a happening; none if there is nothing new in it.
    fn words(&mut self, happening: &Happening<'a>) -> Option<Words> {
        let notice = happening.notice;
        let mut draft = Draft {
            id: format!("{}-{}-{}", self.process.ocid, notice.filing.id.value, happening.key),
            notice,
            stage: notice.heading.kind.stage()?,
            tags: Vec::new(),
            said: Map::new(),
        };
        for act in &happening.acts {
            match act {
                Act::Published => self.published(&mut draft, happening),
                Act::Opened if self.status == "planned" => {
                    self.stands(&mut draft, "active");
                    draft.tag("tenderUpdate");
                }
                Act::Opened | Act::Documents => {}
                Act::Moved(deadline, change) => self.moved(&mut draft, *deadline, *change),
                Act::Retyped(retyped) => self.retyped(&mut draft, retyped),
                Act::Event(told) => self.event(&mut draft, told),
                Act::Awardees => self.award(&mut draft, notice.filing.updated.value, None),
            }
        }
        self.documents(&mut draft, happening);
        if draft.said.is_empty() {
            return None;
        }
        merge(&mut self.known, draft.said.clone());
        self.last = Some(draft.id.clone());
        let (notice, tender) = (notice.filing.id.value.clone(), self.tender.clone());
        Some(Words { id: draft.id, notice, at: happening.at, tags: draft.tags, tender, said: draft.said })
    }

    /// A notice came out.
    fn published(&mut self, draft: &mut Draft<'a>, happening: &Happening<'a>) {
        let notice = draft.notice;
        let first = self.last.is_none();
        let mut said = sections(notice, draft.stage, self.labels);
        if first {
            let (buyer, conducts) = buyers(&self.site.settings, notice);
            let conductor = conducts.as_ref().unwrap_or(&buyer).reference();
            let reference = buyer.reference();
            let parties: Vec<Value> = std::iter::once(buyer).chain(conducts).map(|party| self.party(party)).collect();
            merge(
                &mut said,
                lean(json!({"parties": parties, "buyer": reference, "tender": {"procuringEntity": conductor}})),
            );
            merge(&mut said, lean(json!({"relatedProcesses": self.plan()})));
        } else if draft.stage.is_award() {
            // What the call said holds.
            for (section, value) in &mut said {
                let (Some(known), Some(value)) = (self.known.get(section), value.as_object_mut()) else { continue };
                value.retain(|key, _| key == "milestones" || known.get(key).is_none());
            }
        }
        let tag = match draft.stage {
            Stage::Announcement | Stage::Survey if first => "planning",
            Stage::Announcement | Stage::Survey => "planningUpdate",
            _ if draft.stage.is_award() => "award",
            _ if self.tendered => "tenderUpdate",
            _ => "tender",
        };
        draft.say(tag, Value::Object(said));
        let opens = notice.filing.opens.map_or(happening.at, Moment::begins);
        match draft.stage {
            Stage::Announcement | Stage::Survey if !self.tendered => self.stands(draft, "planning"),
            Stage::Call | Stage::Invitation => {
                self.stands(draft, if opens > happening.at { "planned" } else { "active" });
                self.tendered = true;
            }
            _ => {}
        }
        if draft.stage.is_award() {
            self.outcome(draft, happening);
        }
        let own = page(self.site, notice, draft.stage);
        self.document(draft, &own, draft.stage.is_award());
    }

    /// Who took part, once the choice has been made: nobody wrote since when
    /// they are known, and a call does not know them.
    pub(super) fn tenderers(&mut self, draft: &mut Draft<'a>) {
        let parties = tenderers(draft.notice);
        if parties.is_empty() || std::mem::replace(&mut self.took_part, true) {
            return;
        }
        let references: Vec<Value> = parties.iter().map(Party::reference).collect();
        let parties: Vec<Value> = parties.into_iter().map(|party| self.party(party)).collect();
        let tag = draft.tags.first().copied().unwrap_or_else(|| self.update(draft));
        draft.say(tag, json!({"parties": parties, "tender": {"tenderers": references}}));
    }

    /// What a notice of the outcome says by being published: there is a
    /// winner, unless it says itself what else became of it.
    fn outcome(&mut self, draft: &mut Draft<'a>, happening: &Happening<'a>) {
        let other = happening.acts.iter().any(|act| match act {
            Act::Event(told) => told.meaning.ends_the_choice() || told.meaning == Meaning::Cancellation,
            _ => false,
        });
        if !other {
            let notice = draft.notice;
            let declared = notice.course.declared.as_ref();
            let since = declared.filter(|declared| declared.state == DeclaredState::Awarded);
            let since = since.map(|declared| declared.since.value).filter(|since| since.begins() <= happening.at);
            self.award(draft, since.unwrap_or(notice.filing.published.value), None);
        }
    }

    /// The process that prepared this one and others.
    fn plan(&self) -> Value {
        let Some(plan) = self.process.plan else { return Value::Null };
        let prefix = self.site.settings.ocds.as_deref().unwrap_or_default();
        json!([{
            "id": "1",
            "relationship": ["planning"],
            "title": plan.heading.title.value,
            "scheme": "ocid",
            "identifier": format!("{prefix}-{}", plan.filing.id.value),
            "uri": self.site.ocds_record_address(plan).map(|address| uri(&self.site.web(&address))),
        }])
    }

    /// A party in every role it was ever told of.
    pub(super) fn party(&mut self, party: Party) -> Value {
        let roles = self.roles.entry(party.id.clone()).or_default();
        for role in &party.roles {
            if !roles.contains(role) {
                roles.push(role);
            }
        }
        party.entry(roles)
    }

    /// The tender stands like this from now on.
    pub(super) fn stands(&mut self, draft: &mut Draft<'_>, status: &'static str) {
        if self.status != status {
            self.status = status;
            merge(&mut draft.said, lean(json!({"tender": {"status": status}})));
        }
    }

    /// The tag of news, by the section they stand in.
    pub(super) fn update(&self, draft: &Draft<'_>) -> &'static str {
        match draft.stage {
            Stage::Announcement | Stage::Survey => "planningUpdate",
            _ if self.tendered => "tenderUpdate",
            _ => "awardUpdate",
        }
    }

    fn documents(&self, draft: &mut Draft<'a>, happening: &Happening<'a>) {
        let notice = happening.notice;
        for place in &happening.documents {
            let mut document = attached(self.site, notice, *place);
            let rome = happening.at.in_rome();
            dated(&mut document, Moment::day(rome.date_naive()));
            let outcome = draft.stage.is_award() || notice.attachments[*place].group == Group::Results;
            self.document(draft, &document, outcome);
        }
    }

    /// A document stands with the award it belongs to, if there is just one.
    fn document(&self, draft: &mut Draft<'_>, document: &Value, outcome: bool) {
        let said = match &self.given[..] {
            _ if draft.stage.is_planning() => json!({"planning": {"documents": [document]}}),
            [only] if outcome => json!({"awards": [{"id": only.id, "documents": [document]}]}),
            _ => json!({"tender": {"documents": [document]}}),
        };
        let tag = if draft.tags.is_empty() { self.update(draft) } else { draft.tags[0] };
        draft.say(tag, said);
    }
}
