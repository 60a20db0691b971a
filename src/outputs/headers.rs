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

use super::redirects::address;
use super::{Made, Press};
use crate::edition::Artifact;
use crate::formats::{Format, KEPT};
use crate::model::{FOLDERS, SEARCH};

/// How many rules hosts allow.
const RULES: usize = 100;

pub(super) fn make(press: &Press<'_>) -> Made {
    let views = press.views();
    let (plain, search) = (views.policy(false), views.policy(true));
    // Everything here is for anybody to read, also for scripts of other sites:
    // a rule for the data alone could not name the `index.json` beside pages.
    let mut text = String::from(
        "/*\n  Access-Control-Allow-Origin: *\n  X-Content-Type-Options: nosniff\n  X-Frame-Options: DENY\n  Referrer-Policy: strict-origin-when-cross-origin\n",
    );
    let tree = &press.site.tree;
    let folders = tree.roots().map(|id| tree.get(id).path.as_str());
    let folders = folders.chain(FOLDERS.into_iter().filter(|folder| *folder != SEARCH.trim_matches('/')));
    let folders: Vec<String> = folders.map(|folder| format!("/{folder}/")).collect();
    // Old addresses, by the folder they began with: hosts allow a hundred rules.
    let old = press.site.current().flat_map(|notice| &notice.filing.aliases).map(|alias| address(&alias.value));
    let old = old.map(|old| match old[1..].split_once('/') {
        Some((folder, _)) => format!("/{folder}/*"),
        None => old,
    });
    let old: BTreeSet<String> = old.filter(|old| !folders.contains(&old.trim_end_matches('*').to_owned())).collect();
    let single = ["/".to_owned(), "/404.html".to_owned()].into_iter().chain(old);
    for rule in single.chain(folders.iter().map(|folder| format!("{folder}*"))) {
        let _ = write!(text, "{rule}\n  Content-Security-Policy: {plain}; frame-ancestors 'none'\n");
    }
    if press.site.has_search() {
        let _ = write!(text, "{SEARCH}*\n  Content-Security-Policy: {search}; frame-ancestors 'none'\n");
    }
    let room = RULES.saturating_sub(text.lines().filter(|line| line.starts_with('/')).count());
    let kept = press.site.published_files().map(|(address, _)| address);
    let kept = kept.filter(|address| Format::of_name(address).is_some_and(Format::is_markup));
    for address in kept.take(room) {
        let (name, value) = KEPT;
        let _ = write!(text, "{address}\n  {name}: {value}\n");
    }
    Ok(vec![Artifact::new("_headers", text, "intestazioni")])
}
