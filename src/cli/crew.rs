//! The threads a command works with.

use rayon::{ThreadPool, ThreadPoolBuilder};

use super::Failure;
use crate::messages::Msg;

/// What each thread has to stand on: templates within templates take more
/// than threads are given by themselves.
const STACK: usize = 16 * 1024 * 1024;

/// Threads to work with.
pub(super) struct Crew(ThreadPool);

impl Crew {
    /// So many threads, or one a core. Where they cannot be had, the one
    /// there is does everything: slower, and the same bytes.
    pub(super) fn hire(threads: Option<u16>) -> Result<Self, Failure> {
        let all = ThreadPoolBuilder::new().stack_size(STACK).num_threads(threads.map_or(0, usize::from)).build();
        let pool = all.or_else(|_| ThreadPoolBuilder::new().num_threads(1).use_current_thread().build());
        pool.map(Self).map_err(|_| Failure::World(Msg::new("cli-no-threads")))
    }

    /// Works on them.
    pub(super) fn work<T: Send>(&self, work: impl FnOnce() -> T + Send) -> T {
        self.0.install(work)
    }
}
