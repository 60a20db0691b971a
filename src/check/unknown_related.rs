//! Related notices exist.

use std::collections::HashSet;

use aho_corasick::AhoCorasick;

use super::{Subject, finding};
use crate::characters::perhaps;
use crate::diagnostic::{Asked, Diagnostic, Known};
use crate::messages::Msg;
use crate::rules;

pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let site = subject.site;
    let named = site.notices.iter().flat_map(|notice| notice.filing.related.iter().map(move |id| (notice, id)));
    let unknown: Vec<_> = named.filter(|(_, id)| site.by_id(&id.value).is_none()).collect();
    if unknown.is_empty() {
        return Vec::new();
    }
    let waiting = waiting(unknown.iter().map(|(_, id)| id.value.as_str()).collect(), subject.broken);
    let ids: Vec<&str> = site.notices.iter().map(|notice| notice.filing.id.value.as_str()).collect();
    let known = Known::new(ids.iter().copied());
    let mut asked = Asked::default();
    let unknown = unknown.into_iter().filter(|(_, id)| !waiting.contains(id.value.as_str()));
    unknown
        .map(|(notice, id)| {
            let msg = Msg::new("related-unknown").with("id", &id.value);
            let hint = match known.nearest_of_many(&id.value, 0, None, &mut asked) {
                Some(near) => perhaps(&id.value, ids[near]),
                None => Msg::new("related-hint"),
            };
            finding(&rules::UNKNOWN_RELATED, notice, id.span, msg).hint(hint)
        })
        .collect()
}

/// The ids that stand in the path of a notice that could not be read: it has
/// no id yet, and it may be that one. All are looked for in one go.
fn waiting<'a>(ids: HashSet<&'a str>, broken: &[String]) -> HashSet<&'a str> {
    let longest = broken.iter().map(String::len).max().unwrap_or(0);
    let mut ids: Vec<&str> = ids.into_iter().filter(|id| id.len() <= longest).collect();
    ids.sort_unstable();
    let Ok(search) = AhoCorasick::new(&ids) else { return ids.into_iter().collect() };
    let found = broken.iter().flat_map(|path| search.find_overlapping_iter(path));
    found.map(|found| ids[found.pattern()]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_in_the_path_of_a_broken_notice_wait_for_it() {
        let broken = ["gare/2024-mense/index.md".to_owned(), "x.md".to_owned()];
        let ids = HashSet::from(["mense", "2024-mense", "mense-2024", "x", "y", "gare/2024-mense/index.md-e-oltre"]);
        assert_eq!(waiting(ids, &broken), HashSet::from(["mense", "2024-mense", "x"]));
        assert!(waiting(HashSet::from(["mense"]), &[]).is_empty());
    }
}
