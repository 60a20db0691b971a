//! Connections: how many, for how long, and how much each may say.

use std::io;
use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper::service::{Service, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::{Builder, Runtime};

use super::origin::Origin;
use super::receiver::{Peer, Receiver};
use super::store::{Store, StoreError};
use super::visits::{Heard, Visits};
use super::writer::{Complaint, Writer};
use crate::calendar::Instant;
use crate::causes;
use crate::messages::{Catalogue, Language, Msg};

/// So many at once.
const CONNECTIONS: usize = 256;

/// How long the head of a request may take.
const HEAD: Duration = Duration::from_secs(5);

/// How long a connection may take in all: the disk may be busy for five
/// seconds.
const LIFE: Duration = Duration::from_secs(20);

/// The head of a request is no larger than this.
const HEAD_SIZE: usize = 16 * 1024;

/// How long to wait when the system gives no connection.
const PAUSE: Duration = Duration::from_millis(200);

/// What a receiver is told.
#[derive(Debug, Clone)]
pub struct Order {
    /// Scheme and host of the site: only its pages are heard.
    pub base_url: String,
    /// The language of the answers.
    pub language: Language,
    /// Where ratings are kept.
    pub database: PathBuf,
    /// Where to listen.
    pub address: IpAddr,
    /// Which port; 0 takes any that is free.
    pub port: u16,
    /// Whether a proxy on this machine names the visitors.
    pub behind_proxy: bool,
    /// The time, asked with every rating.
    pub clock: fn() -> Instant,
}

/// Why a receiver cannot start.
#[derive(Debug)]
pub enum StartError {
    /// Browsers do not write the site's address this way.
    BaseUrl,
    /// The database is of no use.
    Store(StoreError),
    /// The address cannot be listened on.
    Listen(io::Error),
}

/// A receiver that is ready.
pub struct Server {
    runtime: Runtime,
    listener: TcpListener,
    router: Router,
    /// Where it listens.
    pub address: SocketAddr,
    /// The origin it hears, as browsers write it.
    pub origin: String,
}

impl Server {
    /// Opens the database and the port.
    pub fn start(order: Order, complain: Complaint) -> Result<Self, StartError> {
        let origin = Origin::of(&order.base_url).ok_or(StartError::BaseUrl)?;
        let store = Store::open(&order.database).map_err(StartError::Store)?;
        let runtime = Builder::new_current_thread().enable_io().enable_time().build().map_err(StartError::Listen)?;
        let listener = runtime.block_on(TcpListener::bind((order.address, order.port))).map_err(StartError::Listen)?;
        let address = listener.local_addr().map_err(StartError::Listen)?;
        let writer = Writer::start(store, order.database, complain).map_err(StartError::Listen)?;
        let catalogue = Catalogue::new(order.language);
        let heard = origin.as_str().to_owned();
        let receiver = Receiver::new(catalogue, origin, writer, order.clock, order.behind_proxy);
        Ok(Self { runtime, listener, router: receiver.router(), address, origin: heard })
    }

    /// Answers until the process ends.
    pub fn run(self) -> ! {
        let Self { runtime, listener, router, .. } = self;
        runtime.block_on(async move {
            let mut visits = Visits::new(CONNECTIONS);
            loop {
                match listener.accept().await {
                    Ok((stream, peer)) => {
                        let router = router.clone();
                        let visit = |heard| async move {
                            // Who is too slow, or hangs up, gets no answer.
                            let _ = tokio::time::timeout(LIFE, visit(stream, peer.ip(), heard, router)).await;
                        };
                        visits.admit(peer.ip(), visit).await;
                    }
                    Err(_) => tokio::time::sleep(PAUSE).await,
                }
            }
        })
    }
}

/// One request, one answer.
async fn visit(stream: TcpStream, peer: IpAddr, heard: Heard, router: Router) {
    let router = TowerToHyperService::new(router);
    let service = service_fn(move |mut request: hyper::Request<hyper::body::Incoming>| {
        request.extensions_mut().insert(Peer(peer));
        request.extensions_mut().insert(heard.clone());
        router.call(request)
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD)
        .max_buf_size(HEAD_SIZE)
        .keep_alive(false)
        .half_close(true)
        .serve_connection(TokioIo::new(stream), service);
    // A browser that hangs up is no fault of ours.
    let _ = connection.await;
}

impl StartError {
    /// What to tell.
    pub fn msg(&self, order: &Order) -> Msg {
        match self {
            Self::BaseUrl => Msg::new("feedback-base-url").with("address", &order.base_url),
            Self::Store(error) => error.msg().clone(),
            Self::Listen(error) => Msg::new("feedback-listen")
                .with("address", SocketAddr::new(order.address, order.port))
                .because("cause", causes::of(error)),
        }
    }
}
