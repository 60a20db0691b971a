//! The site while it is being written: answers from an edition in memory,
//! builds again when a file changes, tells the browser, and shows what is
//! wrong over the page. What it serves is what `build` would write; the
//! reload script is added when answering.

mod http;
mod patience;
mod watch;

use std::collections::BTreeMap;
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::edition::Edition;

pub use watch::{Changes, Watch};

/// So many may be asking at once; then who has been at it longest is sent
/// off, so that whoever never finishes shuts nobody out.
const VISITORS: usize = 256;

/// So many pages may listen for changes: each open tab is one.
const LISTENERS: usize = 256;

/// A visit, by number: older ones have smaller ones.
pub(crate) type Visit = u64;

/// What is being shown.
#[derive(Debug, Clone, Default)]
pub struct Shown {
    /// The last good edition; none before the first.
    pub edition: Arc<Edition>,
    /// What is wrong with the content now, as people read it; empty if
    /// nothing is.
    pub findings: String,
    /// A sentence above the findings.
    pub headline: String,
    /// Grows with every change.
    pub version: u64,
}

/// A server of one site, to its own machine only.
pub struct Server {
    shown: Mutex<Shown>,
    changed: Condvar,
    visits: Mutex<Visits>,
}

/// Who is connected.
#[derive(Default)]
struct Visits {
    last: Visit,
    asking: BTreeMap<Visit, Arc<TcpStream>>,
    listening: BTreeMap<Visit, Arc<TcpStream>>,
}

/// Leaves room for one more, by sending off the oldest.
fn make_room(visits: &mut BTreeMap<Visit, Arc<TcpStream>>, most: usize) {
    while visits.len() >= most
        && let Some((_, oldest)) = visits.pop_first()
    {
        // Whoever answers it finds out at the next byte.
        let _ = oldest.shutdown(Shutdown::Both);
    }
}

impl Server {
    /// A server with nothing to show yet.
    pub fn new() -> Arc<Self> {
        Arc::new(Self { shown: Mutex::new(Shown::default()), changed: Condvar::new(), visits: Mutex::default() })
    }

    /// Shows a new edition, or keeps the last good one and says what is
    /// wrong.
    pub fn show(&self, edition: Option<Edition>, headline: String, findings: String) {
        let mut shown = self.shown.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(edition) = edition {
            shown.edition = Arc::new(edition);
        }
        shown.headline = headline;
        shown.findings = findings;
        shown.version += 1;
        self.changed.notify_all();
    }

    /// What is being shown.
    pub fn shown(&self) -> Shown {
        self.shown.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Waits until something else than `version` is shown, or for as long as
    /// a browser will hold the line.
    fn wait(&self, version: u64, patience: Duration) -> u64 {
        let shown = self.shown.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self.changed.wait_timeout_while(shown, patience, |shown| shown.version == version);
        waited.unwrap_or_else(PoisonError::into_inner).0.version
    }

    /// Answers on a port of the loopback address, from a thread of its own.
    /// Port 0 takes any that is free.
    pub fn listen(self: &Arc<Self>, port: u16) -> std::io::Result<SocketAddr> {
        let listener = TcpListener::bind(("127.0.0.1", port))?;
        let address = listener.local_addr()?;
        let server = Arc::clone(self);
        std::thread::Builder::new().spawn(move || {
            for stream in listener.incoming().flatten() {
                server.welcome(stream);
            }
        })?;
        Ok(address)
    }

    fn visits(&self) -> MutexGuard<'_, Visits> {
        self.visits.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn welcome(self: &Arc<Self>, stream: TcpStream) {
        let stream = Arc::new(stream);
        let visit = {
            let mut visits = self.visits();
            make_room(&mut visits.asking, VISITORS);
            visits.last += 1;
            let visit = visits.last;
            visits.asking.insert(visit, Arc::clone(&stream));
            visit
        };
        let server = Arc::clone(self);
        let answers = move || {
            // A browser that hangs up is no fault of ours.
            let _ = http::answer(&server, visit, &stream);
            let _ = stream.shutdown(Shutdown::Both);
            server.ends(visit);
        };
        // No thread to be had: this visitor is sent off, and the next may have better luck.
        if std::thread::Builder::new().spawn(answers).is_err() {
            self.ends(visit);
        }
    }

    fn ends(&self, visit: Visit) {
        let mut visits = self.visits();
        visits.asking.remove(&visit);
        visits.listening.remove(&visit);
    }

    /// From now on a visit listens for changes, and takes no place of those
    /// who ask.
    fn listens(&self, visit: Visit) {
        let mut visits = self.visits();
        if let Some(stream) = visits.asking.remove(&visit) {
            make_room(&mut visits.listening, LISTENERS);
            visits.listening.insert(visit, stream);
        }
    }
}
