//! Whatever is edited in whatever order, what is remembered fits the notice it
//! is remembered of, and no two things bear one name.

use std::collections::BTreeSet;

use proptest::prelude::*;
use trasparente::calendar::{Instant, read_moment};
use trasparente::chronicle::{Edition, happenings, recall};
use trasparente::model::Notice;

use crate::support::notices::notice;

/// A notice with some deadlines, changes of the first, events and a state.
fn text(draft: bool, days: &[u8], moved: u8, events: &[(u8, u8)], state: u8) -> String {
    let mut text = format!(
        "---\ntitolo: Prova\ntipo: bando-gara\npubblicato: 02/11/2026\n{}",
        if draft { "bozza: sì\n" } else { "" }
    );
    if !days.is_empty() {
        text.push_str("scadenze:\n");
    }
    for (at, day) in days.iter().enumerate() {
        let kind = ["presentazione-offerte", "richiesta-chiarimenti"][at % 2];
        text.push_str(&format!("  - tipo: {kind}\n    data: {:02}/12/2026\n", day % 28 + 1));
        if at == 0 && moved > 0 {
            text.push_str("    proroghe:\n");
            for nth in 0..moved {
                text.push_str(&format!(
                    "      - tipo: proroga\n        precedente: {:02}/11/2026\n        motivo: x\n",
                    nth + 3
                ));
            }
        }
    }
    if !events.is_empty() {
        text.push_str("eventi:\n");
    }
    for (kind, day) in events {
        let kind = ["esito", "sospensione", "revoca", "chiarimenti"][usize::from(kind % 4)];
        text.push_str(&format!("  - tipo: {kind}\n    data: {:02}/11/2026\n", day % 28 + 1));
    }
    if let Some(state) = ["aggiudicato", "sospeso", "revocato"].get(usize::from(state)) {
        text.push_str(&format!("stato:\n  valore: {state}\n  dal: 20/11/2026\n"));
    }
    text + "---\n\nTesto.\n"
}

fn some() -> impl Strategy<Value = Notice> {
    let lists = (prop::collection::vec(0u8..28, 0..4), 0u8..3, prop::collection::vec((0u8..4, 0u8..28), 0..4));
    (any::<bool>(), lists, 0u8..5).prop_filter_map("it is a notice", |(draft, (days, moved, events), state)| {
        notice(&text(draft, &days, moved, &events, state))
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn what_is_remembered_fits_the_notice(notices in prop::collection::vec(some(), 1..6), committed in any::<bool>()) {
        let first = read_moment("03/11/2026 ore 10").expect("a moment").begins();
        let day = |at: usize| first.plus(86_400 * i64::try_from(at).expect("a few"));
        let last = notices.len() - 1;
        prop_assume!(!notices[last].filing.draft);
        let editions: Vec<Edition<'_>> = notices
            .iter()
            .enumerate()
            .map(|(at, notice)| Edition { at: (committed || at < last).then(|| day(at)), notice, moved_in: false })
            .collect();
        let now = day(notices.len() + 30);
        let past = recall(&editions, now);
        let mut notice = notices[last].clone();
        prop_assert_eq!(past.deadlines.len(), notice.deadlines.len());
        prop_assert_eq!(past.events.len(), notice.course.events.len());
        prop_assert!(past.retyped.iter().all(|retyped| retyped.deadline < notice.deadlines.len()));
        notice.past = Some(Box::new(past));
        let told = happenings(&notice, now);
        let names: Vec<String> = told.iter().map(|happening| notice.happening_name(happening.place)).collect();
        prop_assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len(), "{:?}", names);
        let parts: Vec<String> = (0..notice.deadlines.len()).map(|at| notice.deadline_name(at)).collect();
        prop_assert_eq!(parts.iter().collect::<BTreeSet<_>>().len(), parts.len(), "{:?}", parts);
        prop_assert!(told.iter().all(|happening| happening.known <= Instant::from_unix(i64::MAX)));
        // Told again from the same editions, it is the same.
        let again = recall(&editions, now);
        prop_assert_eq!(format!("{:?}", again), format!("{:?}", notice.past.as_ref().expect("it was put there")));
    }
}
