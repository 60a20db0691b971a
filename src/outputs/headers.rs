//! `_headers`: what a server should send with the pages. Hosts of static
//! sites read it as it is (Netlify, Cloudflare Pages and others share its
//! form); for other servers it says what to set.
//!
//! No two rules that say the same thing match one address: hosts would send
//! both, and browsers obey the stricter.

use std::fmt::Write;

use super::redirects::address;
use super::{Made, Press};
use crate::edition::Artifact;
use crate::model::LISTS;

pub(super) fn make(press: &Press<'_>) -> Made {
    let views = press.views();
    let (plain, search) = (views.policy(false), views.policy(true));
    let mut text = String::from(
        "/*\n  X-Content-Type-Options: nosniff\n  X-Frame-Options: DENY\n  Referrer-Policy: strict-origin-when-cross-origin\n",
    );
    let tree = &press.site.tree;
    let folders = tree.roots().map(|id| tree.get(id).path.as_str());
    let folders = folders.chain(["atti", LISTS, "ricevi-gli-avvisi", "note-legali", "domande-frequenti"]);
    let folders: Vec<String> = folders.map(|folder| format!("/{folder}/")).collect();
    let old = press.site.current().flat_map(|notice| &notice.filing.aliases).map(|alias| address(&alias.value));
    let old = old.filter(|old| !folders.iter().any(|folder| old.starts_with(folder)));
    let single = ["/".to_owned(), "/404.html".to_owned()].into_iter().chain(old);
    for rule in single.chain(folders.iter().map(|folder| format!("{folder}*"))) {
        let _ = write!(text, "{rule}\n  Content-Security-Policy: {plain}; frame-ancestors 'none'\n");
    }
    if press.site.has_search() {
        let _ = write!(text, "/cerca/*\n  Content-Security-Policy: {search}; frame-ancestors 'none'\n");
    }
    Ok(vec![Artifact::new("_headers", text, "intestazioni")])
}
