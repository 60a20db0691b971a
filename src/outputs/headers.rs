//! `_headers`: what a server should send with the pages. Hosts of static
//! sites read it as it is (Netlify, Cloudflare Pages and others share its
//! form); for other servers it says what to set.
//!
//! No two rules that say the same thing match one address: hosts would send
//! both, and browsers obey the stricter.
//!
//! Documents have the policy of the pages beside them, which lets nothing run
//! but what is the site's own, and `nosniff` keeps them from being that. What
//! browsers show as markup they are told to keep besides, file by file, as
//! far as there is room for rules; a sandbox for every document
//! ([`Format::headers`]) needs a server that knows endings.
//!
//! Nor is the media type of calendars and feeds said here: hosts know `.ics`
//! and `.xml` by their endings, `*` stands only at the end of a rule on some
//! of them, and a rule for each file would soon be more than the hundred they
//! allow.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::{Ground, Made, Press};
use crate::edition::Artifact;
use crate::formats::{Format, KEPT};
use crate::plan::{Address, Job, SEARCH, What};

/// How many rules hosts allow.
const RULES: usize = 100;

fn address() -> Address {
    Address::file("_headers")
}

pub(super) fn plan(_: &Ground<'_>) -> Vec<Job> {
    vec![Job::file(address())]
}

pub(super) fn make(press: &Press<'_>) -> Made {
    let views = press.views();
    let (plain, search) = (views.policy(false), views.policy(true));
    // Everything here is for anybody to read, also for scripts of other sites:
    // a rule for the data alone could not name the `index.json` beside pages.
    let mut text = String::from(
        "/*\n  Access-Control-Allow-Origin: *\n  X-Content-Type-Options: nosniff\n  X-Frame-Options: DENY\n  Referrer-Policy: strict-origin-when-cross-origin\n",
    );
    // Pages by the folder they begin with: hosts allow a hundred rules.
    let pages = press.plan.online().filter(|job| matches!(job.what, What::Page(_) | What::Signpost));
    let rules = pages.map(|job| match job.address[1..].split_once('/') {
        Some((folder, _)) => format!("/{folder}/*"),
        None => job.address.to_string(),
    });
    let searched = format!("{SEARCH}*");
    for rule in rules.filter(|rule| *rule != searched).collect::<BTreeSet<String>>() {
        let _ = write!(text, "{rule}\n  Content-Security-Policy: {plain}; frame-ancestors 'none'\n");
    }
    if press.plan.has(&SEARCH) {
        let _ = write!(text, "{searched}\n  Content-Security-Policy: {search}; frame-ancestors 'none'\n");
    }
    let room = RULES.saturating_sub(text.lines().filter(|line| line.starts_with('/')).count());
    let kept = press.plan.documents().map(|(address, _)| address);
    let kept = kept.filter(|address| Format::of_name(address).is_some_and(Format::is_markup));
    for address in kept.take(room) {
        let (name, value) = KEPT;
        let _ = write!(text, "{address}\n  {name}: {value}\n");
    }
    Ok(vec![Artifact::new(&address(), text)])
}
