//! The state of a notice, minute by minute.

use proptest::prelude::*;
use trasparente::calendar::{Instant, Moment};
use trasparente::chronicle::State;
use trasparente::model::Notice;
use trasparente::vocabulary::Vocabulary;

use super::cases;
use super::moments::{by_the_directive, days, moment_in};
use crate::support::notices;

const MINUTE: i64 = 60;
const DAY: i64 = 86_400;

/// What a notice says of its time.
#[derive(Debug, Clone)]
struct Call {
    opens: Option<Moment>,
    deadlines: Vec<Moment>,
    awarded: Option<Moment>,
    closing_days: u32,
}

/// A moment of 2026, as often as not in a week in which the clock changes.
fn moment() -> impl Strategy<Value = Moment> {
    prop_oneof![
        2 => moment_in(days(2026, 1, 1)..=days(2026, 12, 31)),
        1 => moment_in(days(2026, 3, 27)..=days(2026, 3, 31)),
        1 => moment_in(days(2026, 10, 23)..=days(2026, 10, 27)),
    ]
}

fn call() -> impl Strategy<Value = Call> {
    let awarded = prop_oneof![3 => Just(None), 1 => moment().prop_map(Some)];
    (proptest::option::of(moment()), proptest::collection::vec(moment(), 0..=2), awarded, 0..=60_u32)
        .prop_map(|(opens, deadlines, awarded, closing_days)| Call { opens, deadlines, awarded, closing_days })
}

/// As an editor would write it.
fn written(moment: Moment) -> String {
    let day = moment.date.format("%d/%m/%Y");
    moment.time.map_or_else(|| day.to_string(), |clock| format!("{day} ore {clock}"))
}

impl Call {
    fn notice(&self) -> Notice {
        let mut text = String::from("---\ntitolo: Prova\ntipo: bando-gara\npubblicato: 01/12/2025\n");
        if let Some(opens) = self.opens {
            text += &format!("apertura: {}\n", written(opens));
        }
        if !self.deadlines.is_empty() {
            text += "scadenze:\n";
        }
        for (at, deadline) in self.deadlines.iter().enumerate() {
            let kind = ["presentazione-offerte", "manifestazione-interesse"][at % 2];
            text += &format!("  - tipo: {kind}\n    data: {}\n", written(*deadline));
        }
        if let Some(awarded) = self.awarded {
            text += &format!("stato:\n  valore: aggiudicato\n  dal: {}\n", written(awarded));
        }
        notices::notice(&(text + "---\n")).expect("the notice is sound")
    }

    /// The states and the seconds at which they begin to hold, told without
    /// the program: the last that has begun holds.
    fn oracle(&self, now: i64) -> &'static str {
        let opens = self.opens.map(begins);
        let closes = self.deadlines.iter().map(|deadline| ends(*deadline)).max();
        if self.awarded.is_some_and(|awarded| now >= begins(awarded)) {
            return "aggiudicato";
        }
        match (opens, closes) {
            (_, Some(closes)) if now >= closes => "scaduto",
            (Some(opens), _) if now < opens => "in-programma",
            (_, None) => "pubblicato",
            (_, Some(closes)) if now >= closes - DAY * i64::from(self.closing_days) => "in-scadenza",
            (_, Some(_)) => "in-corso",
        }
    }

    /// Instants around which every minute is looked at.
    fn centres(&self) -> Vec<i64> {
        let closes = self.deadlines.iter().map(|deadline| ends(*deadline)).max();
        let threshold = closes.map(|closes| closes - DAY * i64::from(self.closing_days));
        let clocks =
            [(3, 29), (10, 25)].map(|(month, day)| i64::from(days(2026, month, day) - days(1970, 1, 1)) * DAY + 3600);
        let own = [self.opens.map(begins), threshold, self.awarded.map(begins)];
        own.into_iter().flatten().chain(self.deadlines.iter().map(|deadline| ends(*deadline))).chain(clocks).collect()
    }
}

fn minutes(moment: Moment) -> i64 {
    moment.time.map_or(0, |clock| i64::from(clock.hour()) * 60 + i64::from(clock.minute()))
}

fn begins(moment: Moment) -> i64 {
    match minutes(moment) {
        1440 => by_the_directive(moment.date.succ_opt().expect("a day"), 0),
        minutes => by_the_directive(moment.date, minutes),
    }
}

/// The minute written is still in time; a whole day and 24:00 end at
/// midnight.
fn ends(moment: Moment) -> i64 {
    match (moment.time, minutes(moment)) {
        (None, _) | (_, 1440) => by_the_directive(moment.date.succ_opt().expect("a day"), 0),
        (Some(_), minutes) => by_the_directive(moment.date, minutes) + MINUTE,
    }
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn every_minute_has_the_state_that_seconds_tell(call in call()) {
        let notice = call.notice();
        let state = |now: i64| notice.state(Instant::from_unix(now), call.closing_days);
        let mut named = Vec::new();
        notice.for_each_transition(call.closing_days, Instant::from_unix(i64::MAX / 2), |instant| named.push(instant.unix()));
        for centre in call.centres() {
            let minute = centre - centre.rem_euclid(MINUTE);
            let mut before: Option<State> = None;
            for now in (minute - DAY..=minute + DAY).step_by(60) {
                let is = state(now);
                prop_assert_eq!(is.word(), call.oracle(now), "at {}", Instant::from_unix(now).iso());
                if before.is_some_and(|before| before != is) {
                    let told = named.iter().any(|at| (now - MINUTE + 1..=now).contains(at));
                    prop_assert!(told, "{:?} became {:?} at {}, which no transition tells", before, is, Instant::from_unix(now).iso());
                }
                before = Some(is);
            }
            // To the second, where it may change.
            for now in [centre - 1, centre, centre + 1] {
                prop_assert_eq!(state(now).word(), call.oracle(now), "at {}", Instant::from_unix(now).iso());
            }
        }
    }

    #[test]
    fn nothing_changes_between_two_transitions(call in call()) {
        let notice = call.notice();
        let mut named = vec![0, 4_102_444_800];
        notice.for_each_transition(call.closing_days, Instant::from_unix(i64::MAX / 2), |instant| named.push(instant.unix()));
        named.sort_unstable();
        named.dedup();
        for pair in named.windows(2) {
            let (from, to) = (pair[0], pair[1]);
            let states = [from, from + (to - from) / 3, from + (to - from) / 2, to - 1].map(|now| notice.state(Instant::from_unix(now), call.closing_days));
            prop_assert!(states.iter().all(|state| *state == states[0]), "{:?} between {} and {}", states, Instant::from_unix(from).iso(), Instant::from_unix(to).iso());
        }
    }
}

#[test]
fn the_kinds_of_deadline_that_close_are_those_by_which_one_applies() {
    use trasparente::model::DeadlineKind;
    let closing: Vec<&str> = DeadlineKind::ALL.iter().filter(|kind| kind.closes()).map(|kind| kind.word()).collect();
    assert_eq!(closing, ["presentazione-offerte", "presentazione-domande", "manifestazione-interesse"]);
}
