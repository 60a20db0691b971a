//! Contracting processes: which notices belong to one procedure, and under
//! which identifier data for machines tell of it (OCDS 1.1).
//!
//! Two notices that name each other need not be one procedure: a call may
//! point to a similar one of another body, or to the one before. So they are
//! joined only if the later carries the earlier on (an outcome its call, an
//! invitation its survey), the body is the same, and no CIG speaks against it.

use std::collections::{BTreeMap, BTreeSet};

use crate::calendar::Instant;
use crate::model::{Extra, Notice, Stage};
use crate::sections::SectionId;
use crate::site::Site;

/// The section of tenders and contracts.
const TENDERS: &str = "bandi-gara-contratti";

/// A procedure, told by one notice or several.
#[derive(Debug, Clone)]
pub struct Process<'a> {
    /// Its Open Contracting ID: the body's prefix and the id of its first
    /// notice.
    pub ocid: String,
    /// Its notices on line, in order of publication; never none.
    pub notices: Vec<&'a Notice>,
    /// The first notice of the process that prepared this one and others.
    pub plan: Option<&'a Notice>,
}

impl<'a> Process<'a> {
    /// The notice it began with.
    pub fn root(&self) -> &'a Notice {
        self.notices[0]
    }
}

/// Which notice belongs to which process, by places among the site's.
#[derive(Debug, Default)]
pub(super) struct Processes {
    /// The place of the first notice of each notice's process.
    roots: Vec<Option<usize>>,
    /// The notices of each process by the place of its first.
    members: BTreeMap<usize, Vec<usize>>,
    /// The first notice of the process that prepared several, by the place of
    /// the first notice of each of those.
    plans: BTreeMap<usize, usize>,
}

impl Site {
    /// Whether data for machines tell of processes: the body has a prefix, and
    /// wants data.
    pub(crate) fn tells_processes(&self) -> bool {
        self.settings.ocds.is_some() && self.makes(Extra::Data)
    }

    /// Joins notices into processes, in one round over all links.
    pub(super) fn find_processes(&self) -> Processes {
        if !self.tells_processes() {
            return Processes::default();
        }
        let count = self.notices.len();
        let mut before: Vec<Option<usize>> = (0..count).map(|at| self.predecessor(at)).collect();
        let mut led: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (at, earlier) in before.iter().enumerate() {
            let Some(earlier) = *earlier else { continue };
            let prepared = self.stage_at(earlier).is_some_and(Stage::is_planning)
                && self.stage_at(at).is_some_and(|stage| (Stage::Call..=Stage::DirectAward).contains(&stage));
            if prepared {
                led.entry(earlier).or_default().push(at);
            }
        }
        let mut processes = Processes::default();
        // What prepared several procedures is a process of its own.
        for (earlier, later) in led.into_iter().filter(|(_, later)| later.len() > 1) {
            for at in later {
                before[at] = None;
                processes.plans.insert(at, earlier);
            }
        }
        let root = |mut at: usize| {
            while let Some(earlier) = before[at] {
                at = earlier;
            }
            at
        };
        processes.roots = (0..count).map(|at| self.stage_at(at).map(|_| root(at))).collect();
        for (at, root) in processes.roots.iter().enumerate() {
            if let Some(root) = *root {
                processes.members.entry(root).or_default().push(at);
            }
        }
        for members in processes.members.values_mut().filter(|members| members.len() > 1) {
            members.sort_by_cached_key(|at| {
                let notice = &self.notices[*at];
                (notice.filing.published.value.begins(), self.stage_at(*at), notice.filing.id.value.clone())
            });
        }
        for plan in processes.plans.values_mut() {
            *plan = processes.roots[*plan].unwrap_or(*plan);
        }
        processes
    }

    /// The stage of a notice that is on line. Surveys and outcomes are found
    /// outside procurement too (pacts with citizens, competitions): they count
    /// only where tenders are published, or if they say what is bought.
    fn stage_at(&self, at: usize) -> Option<Stage> {
        let notice = &self.notices[at];
        let stage = notice.heading.kind.stage().filter(|_| notice.is_current(self.now))?;
        let sure = !matches!(stage, Stage::Survey | Stage::Outcome);
        let buys = || notice.terms.contract.is_some() || !notice.codes.cpv.is_empty() || !notice.cigs().is_empty();
        let top = |section: &SectionId| &self.tree.get(self.tree.line(*section)[0]).id;
        let among = || notice.filing.sections.iter().any(|section| top(section) == TENDERS);
        (sure || buys() || among()).then_some(stage)
    }

    /// The notice that a notice carries on: the nearest earlier stage among
    /// those it names or that name it. Of two equally near, the one with its
    /// CIG; if that does not tell either, none: rather two processes than a
    /// winner under the wrong call.
    fn predecessor(&self, at: usize) -> Option<usize> {
        let stage = self.stage_at(at)?;
        let notice = &self.notices[at];
        let named = notice.filing.related.iter().filter_map(|id| self.by_id.get(&id.value));
        let naming = self.naming.get(&notice.filing.id.value).into_iter().flatten();
        let mut linked: Vec<(Stage, usize)> = named
            .chain(naming)
            .filter_map(|other| Some((self.stage_at(*other)?, *other)))
            .filter(|(earlier, other)| *earlier < stage && carries_on(notice, stage, &self.notices[*other]))
            .collect();
        linked.sort_unstable();
        linked.dedup();
        let nearest = linked.last()?.0;
        linked.retain(|(stage, _)| *stage == nearest);
        if linked.len() > 1 {
            linked.retain(|(_, other)| shares_cig(notice, &self.notices[*other]));
        }
        let [(_, other)] = linked[..] else { return None };
        Some(other)
    }

    fn process_at(&self, root: usize) -> Option<Process<'_>> {
        let members = self.processes.members.get(&root)?;
        let prefix = self.settings.ocds.as_ref()?;
        let ocid = format!("{prefix}-{}", self.notices[root].filing.id.value);
        let plan = self.processes.plans.get(&root).map(|plan| &*self.notices[*plan]);
        Some(Process { ocid, notices: members.iter().map(|at| &*self.notices[*at]).collect(), plan })
    }

    fn root_at(&self, notice: &Notice) -> Option<usize> {
        let at = self.by_id.get(&notice.filing.id.value)?;
        *self.processes.roots.get(*at)?
    }

    /// The notice that the process began with which a notice tells of.
    pub(crate) fn root_of(&self, notice: &Notice) -> Option<&Notice> {
        Some(&self.notices[self.root_at(notice)?])
    }

    /// Every process, the one that began last first; none if the body has no
    /// prefix or wants no data.
    pub fn processes(&self) -> impl Iterator<Item = Process<'_>> {
        self.processes.members.keys().filter_map(|root| self.process_at(*root))
    }

    /// The process a notice tells of.
    pub fn process(&self, notice: &Notice) -> Option<Process<'_>> {
        self.process_at(self.root_at(notice)?)
    }

    /// The years in which a process began.
    pub(crate) fn process_years(&self) -> BTreeSet<i32> {
        self.processes.members.keys().map(|root| self.notices[*root].year()).collect()
    }
}

impl Notice {
    /// Names every instant at which its process has something new to tell,
    /// beside those at which its page changes.
    pub(super) fn for_each_disclosure(&self, mut name: impl FnMut(Instant)) {
        if self.heading.kind.stage().is_none() {
            return;
        }
        let documents = self.attachments.iter().map(|attachment| attachment.date);
        let updated = std::iter::once(Some(self.filing.updated.value));
        documents.chain(updated).flatten().for_each(|moment| name(moment.begins()));
    }

    /// The year it was published in.
    pub fn year(&self) -> i32 {
        chrono::Datelike::year(&self.filing.published.value.date)
    }
}

fn carries_on(later: &Notice, stage: Stage, earlier: &Notice) -> bool {
    let comes_first = earlier.filing.published.value.begins() <= later.filing.published.value.begins();
    (comes_first || !earlier.filing.is_dated)
        && same_body(later, stage, earlier)
        && (later.cigs().is_empty() || earlier.cigs().is_empty() || shares_cig(later, earlier))
}

fn shares_cig(a: &Notice, b: &Notice) -> bool {
    let others = b.cigs();
    a.cigs().iter().any(|cig| others.iter().any(|other| other.value == cig.value))
}

/// Whether one body answers for both; an outcome need not repeat whose it is.
fn same_body(later: &Notice, stage: Stage, earlier: &Notice) -> bool {
    match (&later.people.body, &earlier.people.body) {
        (None, None) => true,
        (None, Some(_)) => stage.is_award(),
        (Some(_), None) => false,
        (Some(a), Some(b)) => match (&a.tax_code, &b.tax_code) {
            (Some(a), Some(b)) => a == b,
            _ => a.name.to_lowercase() == b.name.to_lowercase(),
        },
    }
}
