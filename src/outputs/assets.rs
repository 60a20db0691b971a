//! The theme's own files.

use super::{Ground, Made, Press};
use crate::edition::Artifact;
use crate::plan::{Address, Job};
use crate::theme::ASSETS;

fn address(name: &str) -> Address {
    Address::file(&format!("{ASSETS}/{name}"))
}

pub(super) fn plan(ground: &Ground<'_>) -> Vec<Job> {
    let assets = ground.theme.into_iter().flat_map(crate::theme::Theme::assets);
    assets.map(|(name, _)| Job::file(address(name))).collect()
}

pub(super) fn make(press: &Press<'_>) -> Made {
    Ok(press.theme.assets().map(|(name, bytes)| Artifact::new(&address(name), bytes)).collect())
}
