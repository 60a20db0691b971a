//! Every address of the site before any byte of it is made: what stands
//! there, whose it is, and since when.
//!
//! Each output says which addresses it wants beside the function that makes
//! them; whoever else needs to know what there is (links, clashes, the site
//! map, headers, the list of open data) asks the plan. What is not on line yet
//! is in it too, so that a clash is told when it is written and not on the
//! morning it happens.

mod address;
mod clash;
mod dossier;
mod naming;
mod target;

use crate::calendar::{Instant, Moment};
use crate::model::Notice;
use crate::site::Dataset;
use crate::source::{FileId, Span};

pub use address::Address;
pub use clash::{Clash, clashes};
pub use dossier::Dossier;
pub use naming::{
    CATALOGUE, CATALOGUE_FORMS, DATA, Document, FAQ, FEED_FILES, L190_INDEX, LEGAL, LISTS, MANIFEST, NOT_FOUND,
    OPENSEARCH, SEARCH, SECURITY, SUBSCRIBE, catalogue_address, is_list, is_reserved, published_name, table_address,
};
pub use target::within;

/// A file the site wants.
#[derive(Debug, Clone)]
pub struct Job {
    /// Where it will stand.
    pub address: Address,
    /// What it is.
    pub what: What,
    /// Whose it is: where to mend what is wrong with its address.
    pub origin: Origin,
    /// Since when it is on line.
    pub online: Online,
}

/// What stands at an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// A page for readers, and when what it shows last changed, as far as
    /// anybody can know: a page of service changes with the program, a list of
    /// open calls with the clock.
    Page(Option<Moment>),
    /// A page nobody looks for: it says where something went, or that there is
    /// nothing.
    Signpost,
    /// A file of the content folder, by its path from there.
    Document(Box<str>),
    /// Open data to download.
    Data(OpenData),
    /// Something else of ours for programs.
    File,
}

/// What open data are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenData {
    /// A data set in one of its formats.
    Set(Dataset),
    /// A table beside the notices.
    Table,
    /// The list of all tables.
    Package,
    /// What the columns of a table mean.
    Schema,
    /// The catalogue in one of its forms.
    Catalogue,
    /// Contracting processes (OCDS), a year's.
    Contracts,
    /// Contracts after L. 190/2012: the index, or a year's.
    L190,
    /// The description of the JSON beside the pages.
    Api,
    /// What the edition consists of.
    Manifest,
}

/// Whose something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// Ours: nobody wrote it.
    Ours,
    /// A section's: its place in the tree.
    Section(crate::sections::SectionId),
    /// A notice's: its place among the site's.
    Notice(usize),
    /// A file somebody attached or linked there.
    File(FileId, Span),
    /// An old address of a notice: the notice's place among the site's, and
    /// the address's among the notice's.
    Alias(usize, usize),
}

impl Origin {
    /// Who of several keeps what all want, the lowest: what is ours, then
    /// documents, then old addresses.
    pub fn rank(self) -> u8 {
        match self {
            Self::Ours | Self::Section(_) | Self::Notice(_) => 0,
            Self::File(..) => 1,
            Self::Alias(..) => 2,
        }
    }
}

/// Since when something is on line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Online {
    /// As long as there is a site.
    Always,
    /// From an instant on.
    From(Instant),
    /// Not until somebody says so: a draft's.
    Never,
}

impl Online {
    /// Since when what is made of a notice is.
    pub fn with(notice: &Notice) -> Self {
        if notice.filing.draft { Self::Never } else { Self::From(notice.filing.published.value.begins()) }
    }

    /// Whether it is.
    pub fn at(self, now: Instant) -> bool {
        match self {
            Self::Always => true,
            Self::From(instant) => instant <= now,
            Self::Never => false,
        }
    }
}

impl Job {
    /// Something of ours, always there.
    pub fn new(address: Address, what: What) -> Self {
        Self { address, what, origin: Origin::Ours, online: Online::Always }
    }

    /// A file for programs, always there.
    pub fn file(address: Address) -> Self {
        Self::new(address, What::File)
    }

    /// The same as the thing of somebody.
    #[must_use]
    pub fn of(self, origin: Origin) -> Self {
        Self { origin, ..self }
    }

    /// The same, on line with a notice.
    #[must_use]
    pub fn with(self, notice: &Notice) -> Self {
        Self { online: Online::with(notice), ..self }
    }
}

/// Every address of the site, each with what wants it.
#[derive(Debug, Default)]
pub struct Plan {
    /// In the order of their addresses; of several for one, whoever has the
    /// better right comes first: what is ours, then documents, then old
    /// addresses.
    jobs: Vec<Job>,
    /// The instant it is looked at.
    now: Option<Instant>,
}

impl Plan {
    /// Puts a plan together for an instant. What several pages link to is
    /// wanted once.
    pub fn new(mut jobs: Vec<Job>, now: Instant) -> Self {
        jobs.sort_by(|a, b| (&a.address, a.origin.rank()).cmp(&(&b.address, b.origin.rank())));
        jobs.dedup_by(|later, first| {
            let document = matches!(first.what, What::Document(_));
            document && first.address == later.address && first.what == later.what
        });
        Self { jobs, now: Some(now) }
    }

    /// All that is wanted, by address.
    pub fn all(&self) -> &[Job] {
        &self.jobs
    }

    /// What is on line, by address.
    pub fn online(&self) -> impl Iterator<Item = &Job> {
        self.jobs.iter().filter(|job| self.now.is_some_and(|now| job.online.at(now)))
    }

    /// What is wanted at an address, on line or not.
    pub fn at(&self, address: &Address) -> Option<&Job> {
        self.jobs.binary_search_by(|job| job.address.cmp(address)).ok().map(|at| &self.jobs[at])
    }

    /// Whether something is on line at an address.
    pub fn has(&self, address: &Address) -> bool {
        let first = self.jobs.partition_point(|job| job.address < *address);
        let mut there = self.jobs[first..].iter().take_while(|job| job.address == *address);
        there.any(|job| self.now.is_some_and(|now| job.online.at(now)))
    }

    /// The documents on line: their addresses and content paths.
    pub fn documents(&self) -> impl Iterator<Item = (&Address, &str)> {
        self.online().filter_map(|job| match &job.what {
            What::Document(path) => Some((&job.address, &**path)),
            _ => None,
        })
    }

    /// The open data of some kind, by address.
    pub fn data(&self, is: impl Fn(OpenData) -> bool) -> impl Iterator<Item = &Address> {
        self.online().filter_map(move |job| match job.what {
            What::Data(data) if is(data) => Some(&job.address),
            _ => None,
        })
    }
}
