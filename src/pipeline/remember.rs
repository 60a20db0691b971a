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
use crate::site::Followed;
use crate::source::{Source, Sources};

/// A notice as it was from some moment on.
struct Former {
    at: Instant,
    until: Option<Instant>,
    moved_in: bool,
    notice: Notice,
}

/// More editions than any notice has, and more parts than any of them: what has
/// more is not replayed.
const EDITIONS: usize = 2_000;
const PARTS: usize = 500;
/// More parts in all editions together than any notice has: each edition tells
/// of all of them.
const TOLD: usize = 5_000;

/// Gives each notice what is remembered of it, and says what there was to
/// follow. A notice is known again by its
/// id, wherever its file was moved. What is dated later than `now` has no date:
/// clocks differ.
pub(super) fn remember(
    notices: &mut [Box<Notice>],
    history: &History,
    tree: &Tree,
    words: &Words,
    now: Instant,
) -> Followed {
    let versions: Vec<(&str, &Version)> =
        history.versions().flat_map(|(path, versions)| versions.iter().map(move |version| (path, version))).collect();
    let formers: Vec<Former> =
        versions.par_iter().filter_map(|(path, version)| former(path, version, tree, words)).collect();
    let mut of: HashMap<String, Vec<Former>> = HashMap::new();
    for former in formers {
        of.entry(former.notice.filing.id.value.clone()).or_default().push(former);
    }
    of.par_iter_mut().for_each(|(_, formers)| formers.sort_by_key(|former| former.at));
    let mut followed = Followed::default();
    let mut ever: Vec<&Former> = of.values().flatten().filter(|former| former.at <= now).collect();
    ever.sort_by_key(|former| {
        let filing = &former.notice.filing;
        (former.at, filing.path.as_str(), filing.id.value.as_str())
    });
    for former in ever {
        followed.note(&former.notice, former.until.unwrap_or(now).min(now), tree);
    }
    let alone: HashMap<&str, &Version> = versions.into_iter().filter(|(_, version)| version.text.is_none()).collect();
    let mut ids: HashMap<&str, usize> = HashMap::with_capacity(notices.len());
    for notice in notices.iter() {
        *ids.entry(notice.filing.id.value.as_str()).or_default() += 1;
    }
    let twice: HashSet<String> = ids.into_iter().filter(|(_, times)| *times > 1).map(|(id, _)| id.to_owned()).collect();
    notices.par_iter_mut().for_each(|notice| {
        let id = &notice.filing.id.value;
        if !notice.filing.draft && !twice.contains(id) {
            let formers = of.get(id).map(Vec::as_slice).unwrap_or_default();
            let past = replay(notice, formers, alone.get(notice.filing.path.as_str()).copied(), now);
            notice.past = past.map(Box::new);
        }
    });
    followed
}

/// What is remembered of a notice, which was all this before; `only` is its
/// text if that never changed.
fn replay(notice: &Notice, formers: &[Former], only: Option<&Version>, now: Instant) -> Option<Past> {
    let parts = |notice: &Notice| {
        let changes: usize = notice.deadlines.iter().map(|deadline| deadline.changes.len()).sum();
        notice.deadlines.len() + changes + notice.course.events.len()
    };
    let most = formers.iter().map(|former| parts(&former.notice)).chain([parts(notice)]).max().unwrap_or_default();
    let sane = formers.len() <= EDITIONS && most <= PARTS && formers.len() * most <= TOLD;
    if !sane || (formers.is_empty() && only.is_none()) {
        return None;
    }
    let dated = |at: Instant| Some(at).filter(|at| *at <= now);
    let before = formers.iter();
    let before =
        before.map(|former| Edition { at: dated(former.at), notice: &former.notice, moved_in: former.moved_in });
    let today = Edition {
        at: only.and_then(|version| dated(version.at)),
        notice,
        moved_in: only.is_some_and(|version| version.moved_in),
    };
    let past = recall(&before.chain([today]).collect::<Vec<_>>(), now);
    // Of what was only ever one way, only that it came late is worth keeping.
    (!formers.is_empty() || past.published.is_some()).then_some(past)
}

fn former(path: &str, version: &Version, tree: &Tree, words: &Words) -> Option<Former> {
    let sources = Sources::new(vec![Source::new(path, version.text.as_deref()?)]);
    let (file, source) = sources.iter().next()?;
    let notice = parse::notice(file, source, tree, words).0?;
    Some(Former { at: version.at, until: version.until, moved_in: version.moved_in, notice })
}
