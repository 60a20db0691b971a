//! `prossima-transizione.json`: when a page would say something else, so
//! that a scheduler knows when to build again.

use serde::Serialize;

use super::{Made, Press};
use crate::edition::Artifact;

#[derive(Serialize)]
struct Transition {
    situazione_al: Option<String>,
    prossima_transizione: Option<String>,
}

pub(super) fn make(press: &Press<'_>) -> Made {
    let next = press.site.next_transition;
    let transition = Transition {
        situazione_al: press.site.settled.map(crate::calendar::Instant::iso),
        prossima_transizione: next.map(crate::calendar::Instant::iso),
    };
    let json = serde_json::to_string_pretty(&transition).expect("texts and numbers are JSON");
    Ok(vec![Artifact::new("prossima-transizione.json", json + "\n", "transizione")])
}
