//! What happened in the course of a notice, and when it became known: each
//! happening is a release.

use std::collections::BTreeSet;

use crate::calendar::{Instant, Moment};
use crate::model::{Attachment, DeclaredState, Event, EventKind, Group, Kind, Notice};
use crate::vocabulary::Vocabulary;

/// Something that became known at once.
pub(super) struct Happening<'a> {
    /// The notice that tells it.
    pub(super) notice: &'a Notice,
    /// When.
    pub(super) at: Instant,
    /// What tells it from the others of the notice, for ever.
    pub(super) key: String,
    /// What it was. A notice published after the fact tells several things.
    pub(super) acts: Vec<Act<'a>>,
    /// The documents that became known with it: their place among the
    /// notice's.
    pub(super) documents: Vec<usize>,
}

/// One thing that became known.
#[derive(Clone)]
pub(super) enum Act<'a> {
    /// The notice was published.
    Published,
    /// One may tender from now on.
    Opened,
    /// A deadline was moved: its place, and which of its changes.
    Moved(usize, usize),
    /// Something happened.
    Event(Told<'a>),
    /// Winners stand on the page, and nothing says since when.
    Awardees,
    /// Only documents.
    Documents,
}

/// An event, or a state an act declares, in one shape.
#[derive(Clone)]
pub(super) struct Told<'a> {
    /// What it means for the procedure.
    pub(super) meaning: Meaning,
    /// The catalogue's key of its name.
    pub(super) label: String,
    /// What names it within its notice.
    pub(super) key: String,
    /// When it happened.
    pub(super) when: Moment,
    /// What it is called.
    pub(super) title: Option<&'a str>,
    /// What there is to say.
    pub(super) text: Option<&'a str>,
    /// The act behind it.
    pub(super) act: Option<&'a str>,
}

/// What an event means for the procedure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// News without consequence for the procedure's state.
    News,
    /// A step of the judgement.
    Judgement,
    /// The procedure stands still.
    Suspension,
    /// The documents were corrected.
    Erratum,
    /// There is a winner.
    Award,
    /// There is none.
    Unsuccessful,
    /// The contract was signed.
    Signature,
    /// The contract was changed.
    ContractChange,
    /// All is done.
    Completion,
    /// All is undone.
    Cancellation,
}

impl Meaning {
    fn of(event: &Event, notice: &Notice) -> Self {
        let declared = notice.course.declared.as_ref().map(|declared| declared.state);
        match event.kind {
            EventKind::Answers | EventKind::Other => Self::News,
            EventKind::Jury | EventKind::Admissions | EventKind::Ranking | EventKind::RankingUse => Self::Judgement,
            EventKind::Erratum => Self::Erratum,
            // The outcome may be that there is none.
            EventKind::Outcome if matches!(declared, Some(DeclaredState::NoTenders | DeclaredState::NotAwarded)) => {
                Self::Unsuccessful
            }
            EventKind::Outcome => Self::Award,
            EventKind::Signature => Self::Signature,
            EventKind::Amendment => Self::ContractChange,
            EventKind::Completion => Self::Completion,
            EventKind::Suspension => Self::Suspension,
            EventKind::Revocation | EventKind::Annulment => Self::Cancellation,
            EventKind::NoTenders => Self::Unsuccessful,
        }
    }

    fn of_state(state: DeclaredState) -> Self {
        match state {
            DeclaredState::Awarded => Self::Award,
            DeclaredState::NoTenders | DeclaredState::NotAwarded => Self::Unsuccessful,
            DeclaredState::Suspended => Self::Suspension,
            DeclaredState::Revoked | DeclaredState::Annulled => Self::Cancellation,
            DeclaredState::Concluded => Self::Completion,
        }
    }

    /// Whether it tells how the choice ended.
    pub(super) fn ends_the_choice(self) -> bool {
        matches!(self, Self::Award | Self::Unsuccessful)
    }
}

/// What happened in the course of a notice until now, in order of time.
pub(super) fn happenings(notice: &Notice, now: Instant) -> Vec<Happening<'_>> {
    let filing = &notice.filing;
    let published = filing.published.value.begins();
    let mut found = vec![(published, "pubblicazione".to_owned(), Act::Published)];
    let opening = filing.opens.filter(|_| notice.heading.kind.stage().is_some_and(|stage| !stage.is_planning()));
    if let Some(opens) = opening.map(Moment::begins).filter(|opens| *opens > published) {
        found.push((opens, "apertura".to_owned(), Act::Opened));
    }
    for (place, deadline) in notice.deadlines.iter().enumerate() {
        let same = notice.deadlines[..=place].iter().filter(|other| other.kind == deadline.kind).count();
        for (nth, (time, change)) in notice.changes_known(deadline, now).into_iter().zip(&deadline.changes).enumerate()
        {
            let key = format!("{}-{same}-{}-{}", deadline.kind.word(), change.kind.word(), nth + 1);
            found.push((time, key, Act::Moved(place, nth)));
        }
    }
    let events = events(notice, now);
    let told: Vec<Meaning> = events.iter().map(|(_, event)| event.meaning).collect();
    found.extend(events.into_iter().map(|(time, event)| (time, event.key.clone(), Act::Event(event))));
    found.extend(awardees(notice, &told, now));
    found.retain(|(time, ..)| *time <= now);
    found.sort_by_key(|(time, ..)| *time);
    let mut happenings: Vec<Happening<'_>> = Vec::with_capacity(found.len());
    for (at, key, act) in found {
        match happenings.first_mut() {
            // Known before the notice, or with it, and told by it.
            Some(first) if at == published && matches!(act, Act::Event(_) | Act::Awardees) => first.acts.push(act),
            _ => happenings.push(Happening { notice, at, key, acts: vec![act], documents: Vec::new() }),
        }
    }
    give_documents(notice, &mut happenings, now);
    happenings
}

/// The events made public until now, and the declared state if none of them
/// says the same.
fn events(notice: &Notice, now: Instant) -> Vec<(Instant, Told<'_>)> {
    let published = notice.filing.published.value.begins();
    let mut keys = BTreeSet::new();
    let mut unused = |key: String| {
        let mut free = key.clone();
        let mut times = 1;
        while !keys.insert(free.clone()) {
            times += 1;
            free = format!("{key}-{times}");
        }
        free
    };
    let mut events: Vec<(Instant, Told<'_>)> = Vec::new();
    for event in &notice.course.events {
        let when = event.when.value;
        let key = unused(format!("{}-{}", event.kind.word(), when.date));
        let public = event.published.map_or(when.begins(), Moment::begins).max(when.begins());
        let told = Told {
            meaning: Meaning::of(event, notice),
            label: event.kind.label_key(),
            key,
            when,
            title: event.title.as_deref(),
            text: event.text.as_deref(),
            act: event.act.as_deref(),
        };
        events.push((public.max(published), told));
    }
    events.retain(|(public, _)| *public <= now);
    if let Some(declared) = &notice.course.declared {
        let meaning = Meaning::of_state(declared.state);
        let when = declared.since.value;
        // What the notice's own kind says already.
        let own = notice.heading.kind.stage().is_some_and(crate::model::Stage::is_award) && meaning == Meaning::Award;
        if when.begins() <= now && !own && !events.iter().any(|(_, event)| event.meaning == meaning) {
            let told = Told {
                meaning,
                label: declared.state.label_key(),
                key: unused(format!("{}-{}", declared.state.word(), when.date)),
                when,
                title: None,
                text: declared.reason.as_deref(),
                act: declared.act.as_deref(),
            };
            events.push((when.begins().max(published), told));
        }
    }
    events
}

/// Winners whose award no event tells: they were there when the notice was
/// last touched.
fn awardees<'a>(notice: &'a Notice, told: &[Meaning], now: Instant) -> Option<(Instant, String, Act<'a>)> {
    let any = !notice.course.awardees.is_empty() || notice.content.lots.iter().any(|lot| lot.awardee.is_some());
    let own = matches!(notice.heading.kind, Kind::DirectAward | Kind::Outcome);
    let follows = [Meaning::Award, Meaning::Signature, Meaning::ContractChange, Meaning::Completion];
    if !any || own || told.iter().any(|meaning| follows.contains(meaning)) {
        return None;
    }
    Some((notice.touched(now), "aggiudicatari".to_owned(), Act::Awardees))
}

/// Gives each document to what it became known with. A dated one to what
/// happened that day, or to a happening of its own; one without a date to
/// the first thing of its sort: acts to the publication, outcomes to the
/// outcome, communications to whatever happened first.
fn give_documents<'a>(notice: &'a Notice, happenings: &mut Vec<Happening<'a>>, now: Instant) {
    if happenings.is_empty() {
        return;
    }
    let published = notice.filing.published.value;
    let mut dated: std::collections::BTreeMap<chrono::NaiveDate, Vec<usize>> = std::collections::BTreeMap::new();
    for (place, attachment) in notice.attachments.iter().enumerate() {
        match attachment.date {
            Some(date) if date.date > published.date && date.begins() <= now => {
                dated.entry(date.date).or_default().push(place);
            }
            Some(_) => happenings[0].documents.push(place),
            None => {
                let at = without_date(attachment, happenings);
                happenings[at].documents.push(place);
            }
        }
    }
    for (date, places) in dated {
        if let Some(same) = happenings.iter_mut().find(|other| other.at.day() == date) {
            same.documents.extend(places);
            continue;
        }
        let at = Moment::day(date).begins();
        let acts = vec![Act::Documents];
        happenings.push(Happening { notice, at, key: format!("documenti-{date}"), acts, documents: places });
    }
    happenings.sort_by_key(|happening| happening.at);
}

fn without_date(attachment: &Attachment, happenings: &[Happening<'_>]) -> usize {
    let outcome = || {
        happenings.iter().position(|happening| {
            happening.acts.iter().any(|act| match act {
                Act::Event(event) => event.meaning.ends_the_choice(),
                Act::Awardees => true,
                _ => false,
            })
        })
    };
    let later = || {
        happenings.iter().position(|happening| {
            happening.acts.iter().any(|act| matches!(act, Act::Event(_) | Act::Moved(..)))
                && happening.key != "pubblicazione"
        })
    };
    match attachment.group {
        Group::Documents => 0,
        Group::Communications => later().unwrap_or(0),
        Group::Results => outcome().or_else(later).unwrap_or(0),
    }
}
