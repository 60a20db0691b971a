//! `prossima-transizione.json`: when a page would say something else, so
//! that a scheduler knows when to build again.

use serde::Serialize;

use super::{Ground, Made, Press};
use crate::edition::Artifact;
use crate::plan::{Address, Job};

#[derive(Serialize)]
struct Transition {
    situazione_al: Option<String>,
    prossima_transizione: Option<String>,
}

fn address() -> Address {
    Address::file("prossima-transizione.json")
}

pub(super) fn plan(_: &Ground<'_>) -> Vec<Job> {
    vec![Job::file(address())]
}

pub(super) fn make(press: &Press<'_>) -> Made {
    let next = press.site.next_transition;
    let transition = Transition {
        situazione_al: press.site.settled.map(crate::calendar::Instant::iso),
        prossima_transizione: next.map(crate::calendar::Instant::iso),
    };
    let json = serde_json::to_string_pretty(&transition).expect("texts and numbers are JSON");
    Ok(vec![Artifact::new(&address(), json + "\n")])
}
