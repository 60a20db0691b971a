//! What the repository remembers of the notices: their former texts are read
//! again, and what follows from them goes with each.

use std::collections::HashMap;

use rayon::prelude::*;

use crate::calendar::Instant;
use crate::chronicle::{Edition, recall};
use crate::load::{History, Version};
use crate::model::Notice;
use crate::parse::{self, body::Words};
use crate::sections::Tree;
use crate::source::{Source, Sources};

/// A notice as it was from some moment on.
struct Former {
    at: Instant,
    moved_in: bool,
    notice: Notice,
}

/// Gives each notice what is remembered of it. A notice is known again by its
/// id, wherever its file was moved. What is dated later than `now` has no date:
/// clocks differ.
pub(super) fn remember(notices: &mut [Box<Notice>], history: &History, tree: &Tree, words: &Words, now: Instant) {
    let versions: Vec<(&str, &Version)> =
        history.versions().flat_map(|(path, versions)| versions.iter().map(move |version| (path, version))).collect();
    let formers: Vec<Former> =
        versions.par_iter().filter_map(|(path, version)| former(path, version, tree, words)).collect();
    let mut of: HashMap<String, Vec<Former>> = HashMap::new();
    for former in formers {
        of.entry(former.notice.filing.id.value.clone()).or_default().push(former);
    }
    let alone: HashMap<&str, &Version> = versions.into_iter().filter(|(_, version)| version.text.is_none()).collect();
    for notice in notices {
        let mut formers = of.remove(&notice.filing.id.value).unwrap_or_default();
        formers.sort_by_key(|former| former.at);
        let only = alone.get(notice.filing.path.as_str());
        if formers.is_empty() && only.is_none() {
            continue;
        }
        let dated = |at: Instant| Some(at).filter(|at| *at <= now);
        let before = formers.iter().map(|former| Edition {
            at: dated(former.at),
            notice: &former.notice,
            moved_in: former.moved_in,
        });
        let today = Edition {
            at: only.and_then(|version| dated(version.at)),
            notice,
            moved_in: only.is_some_and(|version| version.moved_in),
        };
        let past = recall(&before.chain([today]).collect::<Vec<_>>(), now);
        // Of what was only ever one way, only that it came late is worth keeping.
        if !formers.is_empty() || past.published.is_some() {
            notice.past = Some(Box::new(past));
        }
    }
}

fn former(path: &str, version: &Version, tree: &Tree, words: &Words) -> Option<Former> {
    let sources = Sources::new(vec![Source::new(path, version.text.as_deref()?)]);
    let (file, source) = sources.iter().next()?;
    let notice = parse::notice(file, source, tree, words).0?;
    Some(Former { at: version.at, moved_in: version.moved_in, notice })
}
