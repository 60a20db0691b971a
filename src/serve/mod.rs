//! The site while it is being written: answers from an edition in memory,
//! builds again when a file changes, tells the browser, and shows what is
//! wrong over the page. What it serves is what `build` would write; the
//! reload script is added when answering.

mod http;
mod watch;

use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use crate::edition::Edition;

pub use watch::{Changes, Watch};

/// More visitors than this at once and somebody is not previewing.
const VISITORS: usize = 256;

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
    visitors: AtomicUsize,
}

impl Server {
    /// A server with nothing to show yet.
    pub fn new() -> Arc<Self> {
        Arc::new(Self { shown: Mutex::new(Shown::default()), changed: Condvar::new(), visitors: AtomicUsize::new(0) })
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

    fn welcome(self: &Arc<Self>, stream: TcpStream) {
        if self.visitors.fetch_add(1, Ordering::Relaxed) >= VISITORS {
            self.visitors.fetch_sub(1, Ordering::Relaxed);
            return;
        }
        let server = Arc::clone(self);
        let answered = std::thread::Builder::new().spawn(move || {
            // A browser that hangs up is no fault of ours.
            let _ = http::answer(&server, stream);
            server.visitors.fetch_sub(1, Ordering::Relaxed);
        });
        // Without a thread nobody answers, and the browser asks again.
        if answered.is_err() {
            self.visitors.fetch_sub(1, Ordering::Relaxed);
        }
    }
}
