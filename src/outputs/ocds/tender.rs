//! What a notice says of what is bought and how, when it is published.

use serde_json::{Map, Value, json};

use super::deadline::{Spot, milestone_type, spots, told};
use super::json::{end, lean, paragraphs, slug, start, uri, value};
use super::merge::merge;
use crate::calendar::{Moment, Month};
use crate::codes::Cpv;
use crate::model::Stage;
use crate::model::{Channel, Codes, Contract, Criterion, Kind, Lot, Notice, Procedure};
use crate::view::{Labels, sentences};

/// The tender and the planning section, with each deadline as it was at first.
pub(super) fn sections(notice: &Notice, stage: Stage, labels: &Labels) -> Map<String, Value> {
    let rationale = notice.content.aims.join("\n");
    let planning = json!({"rationale": rationale, "budget": budget(notice)});
    let mut sections = lean(json!({"tender": tender(notice, stage, labels), "planning": planning}));
    let filing = &notice.filing;
    let published = filing.published_on().map(start);
    let opens = filing.opens.map(start).or_else(|| published.clone());
    let spots = spots(notice, stage);
    for (at, (deadline, spot)) in notice.deadlines.iter().zip(&spots).enumerate() {
        let (section, mut first) = told(notice, at, *spot, notice.deadline_after(at, 0));
        match spot {
            Spot::Tenders => first["tenderPeriod"]["startDate"] = json!(opens),
            Spot::Questions => first["enquiryPeriod"]["startDate"] = json!(published),
            Spot::Opening => {}
            Spot::PlanningMilestone | Spot::Milestone => {
                let milestone = &mut first["milestones"][0];
                milestone["title"] = labels.of(deadline.kind).into();
                milestone["type"] = json!(milestone_type(deadline.kind, *spot));
                let place = deadline.place.as_deref();
                milestone["description"] = sentences([place, deadline.note.as_deref()].into_iter().flatten()).into();
                milestone["status"] = "scheduled".into();
            }
        }
        merge(&mut sections, lean(json!({section: first})));
    }
    sections
}

fn tender(notice: &Notice, stage: Stage, labels: &Labels) -> Value {
    let (terms, money) = (&notice.terms, &notice.money);
    let heading = &notice.heading;
    let part = &notice.participation;
    json!({
        "title": heading.title.value,
        "description": description(notice, labels),
        "procurementMethod": method(notice),
        "procurementMethodDetails": terms.procedure.map(|procedure| labels.of(procedure)),
        "mainProcurementCategory": terms.contract.map(category),
        "awardCriteria": terms.criterion.map(criterion),
        "awardCriteriaDetails": terms.criterion.map(|criterion| labels.of(criterion)),
        "value": money.base.map(value),
        "items": items(notice),
        "submissionMethod": if stage.is_award() { Vec::new() } else { submission(notice) },
        "submissionMethodDetails": paragraphs(
            [
                part.platform.as_ref().map(|platform| platform.name.as_str()),
                part.platform.as_ref().and_then(|platform| platform.url.as_deref()),
                notice.codes.mepa.as_ref().map(ToString::to_string).as_deref(),
                part.url.as_deref(),
                part.pec.as_deref(),
                part.place.as_deref(),
                part.instructions.as_deref(),
            ],
            "; ",
        ),
        "eligibilityCriteria": notice.content.requirements.join("\n"),
        "contractPeriod": {"endDate": terms.duration.as_ref().and_then(|duration| duration.by).and_then(last_day)},
    })
}

/// What it is about, and what the standard's core has no field for: whom it
/// is done for, where, how long, and what the amount includes.
fn description(notice: &Notice, labels: &Labels) -> String {
    let (terms, money) = (&notice.terms, &notice.money);
    let labelled =
        |key: &'static str, text: String| (!text.is_empty()).then(|| format!("{}: {text}", labels.text(key)));
    let whom = notice
        .people
        .body
        .as_ref()
        .map(|body| paragraphs([Some(body.name.as_str()), body.role.as_deref(), body.territory.as_deref()], "; "));
    let long = terms.duration.as_ref().map(|duration| {
        let months = duration.months.map(|months| format!("{months} {}", labels.text("duration-months")));
        let from = duration.from.as_ref().map(|from| format!("{} {from}", labels.text("duration-from")));
        paragraphs([months.as_deref(), from.as_deref(), duration.note.as_deref()], "; ")
    });
    let vat = money.base.and(money.vat).map(|vat| labels.of(vat));
    let subject = notice.heading.subject.as_deref().filter(|subject| *subject != notice.heading.title.value);
    paragraphs(
        [
            subject,
            notice.heading.summary.as_deref(),
            whom.and_then(|text| labelled("fact-body", text)).as_deref(),
            labelled("fact-place", terms.places.join("; ")).as_deref(),
            long.and_then(|text| labelled("fact-duration", text)).as_deref(),
            labelled("theme-amounts", sentences([vat, money.note.as_deref()].into_iter().flatten())).as_deref(),
        ],
        "\n\n",
    )
}

/// Where the money comes from, and for which project.
fn budget(notice: &Notice) -> Value {
    let terms = &notice.terms;
    let pnrr = terms.pnrr.as_ref().map(|pnrr| paragraphs([Some(&*pnrr.code()), pnrr.title.as_deref()], ": "));
    let cups: Vec<&str> = notice.codes.cup.iter().map(crate::codes::Cup::as_str).collect();
    let named = pnrr.or_else(|| (cups.len() > 1).then(|| cups.join(", ")));
    json!({
        "description": terms.funding,
        "project": named,
        "projectID": cups.first().filter(|_| cups.len() == 1),
    })
}

/// What names the tender: the one CIG of the procedure, or ANAC's number of
/// it, or the notice. A tender of several lots has one CIG each: those name
/// the lots.
pub(super) fn id_of(notices: &[&Notice]) -> String {
    let cigs: std::collections::BTreeSet<&str> =
        notices.iter().flat_map(|notice| notice.cigs()).map(|cig| cig.value.as_str()).collect();
    if let [one] = cigs.iter().copied().collect::<Vec<_>>()[..] {
        return one.to_owned();
    }
    let codes = || notices.iter().map(|notice| &notice.codes);
    let simog = |codes: &Codes| codes.simog.as_ref().map(ToString::to_string);
    let bdncp = |codes: &Codes| codes.bdncp.as_ref().map(ToString::to_string);
    let number = codes().find_map(simog).or_else(|| codes().find_map(bdncp));
    number.unwrap_or_else(|| notices[0].filing.id.value.clone())
}

/// Every name the tender could go by, by what its notices say.
pub(super) fn names_of(notices: &[&Notice]) -> std::collections::BTreeSet<String> {
    let cigs = notices.iter().flat_map(|notice| notice.cigs()).map(|cig| cig.value.to_string());
    let simog = notices.iter().filter_map(|notice| Some(notice.codes.simog.as_ref()?.to_string()));
    let bdncp = notices.iter().filter_map(|notice| Some(notice.codes.bdncp.as_ref()?.to_string()));
    let ids = notices.iter().map(|notice| notice.filing.id.value.clone());
    cigs.chain(simog).chain(bdncp).chain(ids).collect()
}

fn method(notice: &Notice) -> Option<&'static str> {
    let by_kind = (notice.heading.kind == Kind::DirectAward).then_some("direct");
    match notice.terms.procedure {
        Some(Procedure::Open | Procedure::Ideas | Procedure::Auction) => Some("open"),
        Some(
            Procedure::Restricted
            | Procedure::Negotiated
            | Procedure::Competitive
            | Procedure::Dialogue
            | Procedure::Innovation,
        ) => Some("selective"),
        Some(Procedure::NegotiatedNoNotice) => Some("limited"),
        Some(Procedure::Direct | Procedure::Joining) => Some("direct"),
        Some(Procedure::Framework | Procedure::Survey | Procedure::Selection | Procedure::Other) | None => by_kind,
    }
}

fn category(contract: Contract) -> &'static str {
    match contract {
        Contract::Works => "works",
        Contract::Services => "services",
        Contract::Supplies => "goods",
    }
}

fn criterion(criterion: Criterion) -> &'static str {
    match criterion {
        Criterion::Best => "ratedCriteria",
        Criterion::Price => "priceOnly",
        Criterion::Cost => "costOnly",
        Criterion::Quality => "qualityOnly",
    }
}

/// Mail, certified or not, is `written` in the standard.
fn submission(notice: &Notice) -> Vec<&'static str> {
    let part = &notice.participation;
    let electronic = part.channels.contains(&Channel::Portal) || (part.channels.is_empty() && part.platform.is_some());
    let written = part.channels.iter().any(|channel| *channel != Channel::Portal);
    [(electronic, "electronicSubmission"), (written, "written")]
        .into_iter()
        .filter_map(|(is, word)| is.then_some(word))
        .collect()
}

fn last_day(month: Month) -> Option<String> {
    let day = match month {
        Month::Day(day) => day,
        Month::Whole(year, month) => {
            let first = chrono::NaiveDate::from_ymd_opt(year, month, 1)?;
            first.checked_add_months(chrono::Months::new(1))?.pred_opt()?
        }
    };
    Some(end(Moment::day(day)))
}

/// What is bought: the lots, the services asked for, or what the CPV says.
/// The standard's core knows no lots; they are items, and their CIG names
/// them.
fn items(notice: &Notice) -> Vec<Value> {
    let cpv = &notice.codes.cpv;
    let lots = &notice.content.lots;
    let mut items: Vec<Value> = lots.iter().zip(lot_ids(lots)).map(|(lot, id)| lot_item(lot, &id, cpv)).collect();
    for (at, activity) in notice.content.activities.iter().enumerate() {
        let quantity = activity.quantity.as_deref();
        let number = quantity.and_then(number);
        let written = quantity.filter(|_| number.is_none());
        let unit = activity.unit.as_deref();
        items.push(json!({
            "id": format!("prestazione-{}", at + 1),
            "description": paragraphs(
                [Some(activity.title.as_str()), written, activity.period.as_deref(), activity.note.as_deref()],
                "; ",
            ),
            "classification": cpv.first().map(classification),
            "quantity": number,
            "unit": {"name": unit},
        }));
    }
    if items.is_empty()
        && let Some(main) = cpv.first()
    {
        items.push(json!({
            "id": "1",
            "description": main.label(),
            "classification": classification(main),
            "additionalClassifications": cpv[1..].iter().map(classification).collect::<Vec<_>>(),
        }));
    }
    items
}

fn lot_item(lot: &Lot, id: &str, cpv: &[Cpv]) -> Value {
    json!({
        "id": id,
        "description": lot_name(lot),
        "classification": lot.cpv.as_ref().or(cpv.first()).map(classification),
        "quantity": 1,
        "unit": {"name": "lotto", "value": lot.amount.map(value)},
    })
}

/// What a lot is called: `Lotto 1: uffici comunali`.
pub(super) fn lot_name(lot: &Lot) -> String {
    match lot.number.as_deref() {
        Some(number) => format!("Lotto {number}: {}", lot.title),
        None => lot.title.clone(),
    }
}

/// What names each lot for ever: its CIG, else its number, else its place.
pub(super) fn lot_ids(lots: &[Lot]) -> Vec<String> {
    let mut ids: Vec<String> = Vec::with_capacity(lots.len());
    let mut taken = std::collections::BTreeSet::new();
    for (at, lot) in lots.iter().enumerate() {
        let id = match (&lot.cig, lot.number.as_deref().map(str::trim).filter(|number| !number.is_empty())) {
            (Some(cig), _) => cig.value.to_string(),
            (None, Some(number)) => format!("lotto-{}", slug(number)),
            (None, None) => format!("lotto-{}", at + 1),
        };
        ids.push(if taken.insert(id.clone()) { id } else { format!("{id}-{}", at + 1) });
    }
    ids
}

/// A code of the common vocabulary as machines quote it, without the check
/// digit.
pub(super) fn classification(cpv: &Cpv) -> Value {
    let whole = cpv.to_string();
    let code = whole.split('-').next().unwrap_or_default();
    let address = uri(&format!("http://data.europa.eu/cpv/cpv/{code}"));
    json!({"scheme": "CPV", "id": code, "description": cpv.label(), "uri": address})
}

/// `628`, `1.250`, `12,5`: a number as Italians write it, if it is nothing
/// else.
fn number(text: &str) -> Option<serde_json::Number> {
    let euro = crate::model::Euro::parse(text.trim())
        .ok()
        .filter(|_| text.trim().bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b','))?;
    serde_json::from_value(value(euro)["amount"].clone()).ok()
}
