//! One thread writes: it waits for the disk, the others for it. Ratings that
//! arrive together go to disk together.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::time::Duration;

use tokio::sync::oneshot;

use super::store::{Entry, Store, StoreError};

/// More than this waiting, and the disk does not keep up.
const QUEUE: usize = 512;

/// At most so many ratings at one stroke.
const BATCH: usize = 128;

/// After so long without ratings the log is tidied up.
const QUIET: Duration = Duration::from_secs(2);

/// Says that something went wrong, or that all is well again (`None`).
pub type Complaint = Box<dyn Fn(Option<&StoreError>) + Send>;

/// Asks the thread that writes.
#[derive(Clone)]
pub(super) struct Writer(SyncSender<Job>);

enum Job {
    Keep(Entry, oneshot::Sender<bool>),
    Ask(oneshot::Sender<bool>),
}

impl Writer {
    /// Starts the thread.
    pub(super) fn start(store: Store, path: PathBuf, complain: Complaint) -> std::io::Result<Self> {
        let (jobs, received) = sync_channel(QUEUE);
        let desk = move || Desk { store: Some(store), path, complain, well: true }.run(&received);
        std::thread::Builder::new().spawn(desk)?;
        Ok(Self(jobs))
    }

    /// Whether a rating is on disk.
    pub(super) async fn keep(&self, entry: Entry) -> bool {
        let (reply, kept) = oneshot::channel();
        self.0.try_send(Job::Keep(entry, reply)).is_ok() && kept.await.unwrap_or(false)
    }

    /// Whether ratings could be kept now.
    pub(super) async fn is_well(&self) -> bool {
        let (reply, well) = oneshot::channel();
        self.0.try_send(Job::Ask(reply)).is_ok() && well.await.unwrap_or(false)
    }
}

/// What the thread has.
struct Desk {
    store: Option<Store>,
    path: PathBuf,
    complain: Complaint,
    /// Whether the last rating was kept: a full disk is told once, not with
    /// every rating.
    well: bool,
}

impl Desk {
    fn run(mut self, jobs: &Receiver<Job>) {
        let mut untidy = false;
        loop {
            let first = if untidy { jobs.recv_timeout(QUIET) } else { jobs.recv().map_err(RecvTimeoutError::from) };
            match first {
                Ok(job) => untidy |= self.work(std::iter::once(job).chain(jobs.try_iter().take(BATCH - 1))),
                Err(RecvTimeoutError::Timeout) => {
                    if let Some(store) = &mut self.store {
                        store.tidy();
                    }
                    untidy = false;
                }
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    /// Does what came together; says whether anything was written.
    fn work(&mut self, jobs: impl Iterator<Item = Job>) -> bool {
        let (mut entries, mut replies, mut asked) = (Vec::new(), Vec::new(), Vec::new());
        for job in jobs {
            match job {
                Job::Keep(entry, reply) => {
                    entries.push(entry);
                    replies.push(reply);
                }
                Job::Ask(reply) => asked.push(reply),
            }
        }
        let well = self.well;
        let done =
            self.store().and_then(|store| if entries.is_empty() { store.ask(!well) } else { store.keep(&entries) });
        match &done {
            Ok(()) if !well => (self.complain)(None),
            Err(error) if well => (self.complain)(Some(error)),
            _ => {}
        }
        self.well = done.is_ok();
        for reply in replies.into_iter().chain(asked) {
            // Who asked may have hung up.
            let _ = reply.send(done.is_ok());
        }
        done.is_ok() && !entries.is_empty()
    }

    /// The database; opened again if its file was moved or deleted.
    fn store(&mut self) -> Result<&mut Store, StoreError> {
        let stays = self.store.as_mut().map(Store::is_in_place).transpose()?;
        let store = match self.store.take().filter(|_| stays == Some(true)) {
            Some(store) => store,
            None => Store::open(&self.path)?,
        };
        Ok(self.store.insert(store))
    }
}
