//! What happened in the course of a notice, and when it became known: each
//! happening is a release.

use super::json::slug;
use crate::calendar::{Instant, Moment};
use crate::chronicle::{self, Place, RETYPED, What};
use crate::model::{Attachment, DeclaredState, Event, EventKind, Group, Kind, Notice, Retyped};
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
    /// A deadline was written anew without saying that it was moved.
    Retyped(&'a Retyped),
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
    /// Whether it is a state.
    pub(super) declared: bool,
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
    /// It goes on after a stop.
    Resumption,
}

impl Meaning {
    fn of(event: &Event, notice: &Notice) -> Self {
        let states = notice.past.iter().flat_map(|past| &past.states).map(|former| former.declared.state);
        let mut states = states.chain(notice.course.declared.as_ref().map(|declared| declared.state));
        match event.kind {
            EventKind::Answers | EventKind::Other => Self::News,
            EventKind::Jury | EventKind::Admissions | EventKind::Ranking | EventKind::RankingUse => Self::Judgement,
            EventKind::Erratum => Self::Erratum,
            // The outcome may be that there is none.
            EventKind::Outcome
                if states.any(|state| matches!(state, DeclaredState::NoTenders | DeclaredState::NotAwarded)) =>
            {
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
    let published = notice.online_since();
    let known = chronicle::happenings(notice, now).into_iter().filter(|happening| happening.known <= now);
    let mut found: Vec<(Instant, String, Act<'_>)> = known
        .filter_map(|happening| act(notice, happening.place).map(|(key, act)| (happening.known, key, act)))
        .collect();
    let meanings = |found: &[(Instant, String, Act<'_>)]| -> Vec<Meaning> {
        found
            .iter()
            .filter_map(|(.., act)| if let Act::Event(told) = act { Some(told.meaning) } else { None })
            .collect()
    };
    // A state says nothing new where an event means the same. Where it was told
    // before the event, the chronicle knows whether it is the same.
    if notice.past.is_none() {
        let events = found.iter().filter_map(|(.., act)| match act {
            Act::Event(told) if !told.declared => Some(told.meaning),
            _ => None,
        });
        let events: Vec<Meaning> = events.collect();
        found.retain(|(.., act)| !matches!(act, Act::Event(one) if one.declared && events.contains(&one.meaning)));
    }
    found.extend(awardees(notice, &meanings(&found), now));
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

/// What happened at a place, and what names it in releases for ever; nothing
/// where contracting data have nothing to say of it.
fn act(notice: &Notice, place: Place) -> Option<(String, Act<'_>)> {
    let stage = notice.heading.kind.stage()?;
    Some(match (place, notice.what(place)) {
        (_, What::Published) => ("pubblicazione".to_owned(), Act::Published),
        (_, What::Opened) if stage.is_planning() => return None,
        (_, What::Opened) => (notice.happening_name(place), Act::Opened),
        (Place::Moved(at, nth), What::Moved(moved)) => {
            let name = notice.happening_name(place);
            let key = if name.contains(RETYPED) {
                // It was told without its change before.
                slug(&name)
            } else {
                let number = notice.change_number(at, nth);
                format!("{}-{}-{number}", notice.deadline_name(at), moved.change.kind.word())
            };
            (key, Act::Moved(at, nth))
        }
        (_, What::Moved(_)) => return None,
        (_, What::Retyped(_, retyped)) => (slug(&notice.happening_name(place)), Act::Retyped(retyped)),
        (_, What::Lifted(former)) => {
            let (_, at) = former.lifted.as_ref()?;
            let key = notice.happening_name(place).replace('.', "-");
            let told = Told {
                meaning: Meaning::Resumption,
                declared: false,
                label: "news-lifted".to_owned(),
                key: key.clone(),
                when: Moment::day(at.day()),
                title: None,
                text: None,
                act: None,
            };
            (key, Act::Event(told))
        }
        (_, What::Happened(event)) => {
            let key = key(notice, place, event.kind.word(), event.when.value);
            let told = Told {
                meaning: Meaning::of(event, notice),
                declared: false,
                label: event.kind.label_key(),
                key: key.clone(),
                when: event.when.value,
                title: event.title.as_deref(),
                text: event.text.as_deref(),
                act: event.act.as_deref(),
            };
            (key, Act::Event(told))
        }
        (_, What::Declared(declared)) => {
            let (meaning, when) = (Meaning::of_state(declared.state), declared.since.value);
            // What the notice's own kind says already.
            if stage.is_award() && meaning == Meaning::Award {
                return None;
            }
            let key = key(notice, place, declared.state.word(), declared.since.value);
            let told = Told {
                meaning,
                declared: true,
                label: declared.state.label_key(),
                key: key.clone(),
                when,
                title: None,
                text: declared.reason.as_deref(),
                act: declared.act.as_deref(),
            };
            (key, Act::Event(told))
        }
    })
}

/// What names an event or a state in releases for ever: the word it was told
/// under first and its day.
fn key(notice: &Notice, place: Place, word: &'static str, when: Moment) -> String {
    let word = notice.part(place).map(|part| part.word).filter(|word| !word.is_empty()).unwrap_or(word);
    let name = notice.happening_name(place);
    let since = name.split_once('.').map_or_else(|| when.date.to_string(), |(_, since)| since.to_owned());
    format!("{word}-{}", since.replace('.', "-"))
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
    let since = notice.touched(now).max(notice.online_since());
    Some((since, "aggiudicatari".to_owned(), Act::Awardees))
}

/// Gives each document to what it became known with. A dated one to what
/// happened that day, or to a happening of its own; one without a date to
/// the first thing of its sort: acts to the publication, outcomes to the
/// outcome, communications to whatever happened first.
fn give_documents<'a>(notice: &'a Notice, happenings: &mut Vec<Happening<'a>>, now: Instant) {
    if happenings.is_empty() {
        return;
    }
    let published = notice.online_since().day();
    let mut dated: std::collections::BTreeMap<chrono::NaiveDate, Vec<usize>> = std::collections::BTreeMap::new();
    for (place, attachment) in notice.attachments.iter().enumerate() {
        // One that came later was told later, whatever its date.
        let seen = notice.past.as_ref().and_then(|past| *past.attachments.get(place)?);
        let seen = seen.map(|seen| Moment::day(seen.day()));
        let date = match (attachment.date, seen) {
            (Some(date), Some(seen)) if seen.date > date.date => Some(seen),
            (None, seen) => seen,
            (date, _) => date,
        };
        match date {
            Some(date) if date.date > published && date.begins() <= now => {
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
