//! What the repository remembers of the notices: their former texts are read
//! again, and what follows from them goes with each.

use std::collections::{HashMap, HashSet};

use rayon::prelude::*;

use crate::calendar::Instant;
use crate::chronicle::{Edition, recall};
use crate::load::{History, Version};
use crate::model::{Notice, Past};
use crate::parse::{self, body::Words};
use crate::sections::Tree;
use crate::source::{Source, Sources};

/// A notice as it was from some moment on.
struct Former {
    at: Instant,
    moved_in: bool,
    notice: Notice,
}

/// What the former texts are read with.
struct Desk<'a> {
    tree: &'a Tree,
    words: &'a Words,
    now: Instant,
    /// What stood where no text is any more, by id: wherever a file is moved,
    /// its notice is known again.
    gone: HashMap<String, Vec<(&'a str, &'a Version)>>,
}

/// Gives each notice what is remembered of it. What is dated later than `now`
/// has no date: clocks differ.
pub(super) fn remember(notices: &mut [Box<Notice>], history: &History, tree: &Tree, words: &Words, now: Instant) {
    let known: HashMap<&str, &[Version]> = history.versions().collect();
    if known.is_empty() {
        return;
    }
    let mut desk = Desk { tree, words, now, gone: HashMap::new() };
    let there: HashSet<&str> = notices.iter().map(|notice| notice.filing.path.as_str()).collect();
    let gone: Vec<(&str, &Version)> = known
        .iter()
        .filter(|(path, _)| !there.contains(*path))
        .flat_map(|(path, versions)| versions.iter().map(move |version| (*path, version)))
        .collect();
    let ids: Vec<Option<String>> =
        gone.par_iter().map(|(path, version)| Some(desk.read(path, version)?.notice.filing.id.value)).collect();
    for (id, one) in ids.into_iter().zip(gone) {
        if let Some(id) = id {
            desk.gone.entry(id).or_default().push(one);
        }
    }
    notices.par_iter_mut().for_each(|notice| {
        let own = known.get(notice.filing.path.as_str()).copied().unwrap_or_default();
        let past = desk.recall(notice, own);
        notice.past = past.map(Box::new);
    });
}

impl Desk<'_> {
    /// What is remembered of a notice, of whose file there were these versions.
    fn recall(&self, notice: &Notice, own: &[Version]) -> Option<Past> {
        let id = &notice.filing.id.value;
        let path = notice.filing.path.as_str();
        let moved = self.gone.get(id).into_iter().flatten().copied();
        let versions = moved.chain(own.iter().map(|version| (path, version)));
        let mut formers: Vec<Former> = versions.filter_map(|(path, version)| self.read(path, version)).collect();
        formers.retain(|former| former.notice.filing.id.value == *id);
        formers.sort_by_key(|former| former.at);
        let only = own.iter().find(|version| version.text.is_none());
        if formers.is_empty() && only.is_none() {
            return None;
        }
        let dated = |at: Instant| Some(at).filter(|at| *at <= self.now);
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
        let past = recall(&before.chain([today]).collect::<Vec<_>>(), self.now);
        // Of what was only ever one way, only that it came late is worth keeping.
        (!formers.is_empty() || past.published.is_some()).then_some(past)
    }

    fn read(&self, path: &str, version: &Version) -> Option<Former> {
        let sources = Sources::new(vec![Source::new(path, version.text.as_deref()?)]);
        let (file, source) = sources.iter().next()?;
        let notice = parse::notice(file, source, self.tree, self.words).0?;
        Some(Former { at: version.at, moved_in: version.moved_in, notice })
    }
}
