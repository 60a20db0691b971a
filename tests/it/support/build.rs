//! The one way tests build a site: what comes of it is held against its plan.

use std::collections::BTreeSet;

use trasparente::calendar::{Instant, read_moment};
use trasparente::diagnostic::Diagnostic;
use trasparente::load::{Content, History};
use trasparente::pipeline::{self, Built, Order};
use trasparente::theme::Theme;

/// An instant on the clock in Rome.
pub(crate) fn instant(text: &str) -> Instant {
    read_moment(text).expect("tests write dates that are dates").begins()
}

/// Builds a site as it should be on line at an instant, in the theme that is
/// found under a name.
pub(crate) fn built(
    content: Content,
    history: &History,
    now: Instant,
    theme: &(dyn Fn(&str) -> Result<Theme, Vec<Diagnostic>> + Sync),
) -> Built {
    let progress = &|_, _| {};
    let order = Order { now, strict: false, theme, check_only: false, published_index: &|_| None, progress };
    let built = pipeline::build(content, history, &order);
    keeps_to_its_plan(&built);
    built
}

/// What is made is what was planned, file by file. Not planned by name are the
/// files of the search, which are called after what is in them; not made yet
/// is the manifest, which comes when all is in its place.
fn keeps_to_its_plan(built: &Built) {
    let Some(edition) = &built.edition else { return };
    let hashed = |path: &str| path.starts_with("cerca/") && !["cerca/index.html", "cerca/impronta.txt"].contains(&path);
    let made: BTreeSet<String> =
        edition.files().map(|(path, _)| path.to_owned()).filter(|path| !hashed(path)).collect();
    let planned: BTreeSet<String> =
        built.plan.online().map(|job| job.address.path()).filter(|path| path != "edizione.json").collect();
    assert_eq!(made, planned, "left: made; right: planned");
}
