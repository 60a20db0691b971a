//! `edizione.json`: every file with its SHA-256. Only its address is here:
//! `write` makes it, when everything else is in its place.

use super::Ground;
use crate::model::Extra;
use crate::plan::{Job, MANIFEST, OpenData, What};

pub(super) fn plan(ground: &Ground<'_>) -> Vec<Job> {
    let wanted = ground.site.makes(Extra::Edition);
    wanted.then(|| Job::new(MANIFEST.clone(), What::Data(OpenData::Manifest))).into_iter().collect()
}
