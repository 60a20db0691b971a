//! What happens to a request.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::State;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, Request, header};
use axum::response::Response;
use axum::routing::any;

use super::answer::{Fields, is_page};
use super::form::Shape;
use super::origin::Origin;
use super::pace::Pace;
use super::page::{Asker, Desk};
use super::refusal::Refusal;
use super::store::Entry;
use super::visits::Heard;
use super::writer::Writer;
use crate::calendar::Instant;
use crate::messages::Catalogue;

/// The form fits many times over.
const BODY: usize = 4 * 1024;

/// What is too large is read up to here, so that whoever sent it hears why it
/// was refused.
const DRAIN: usize = 64 * 1024;

/// How long a body may take.
const PATIENCE: Duration = Duration::from_secs(5);

/// Who is at the other end of the connection.
#[derive(Debug, Clone, Copy)]
pub(super) struct Peer(pub(super) IpAddr);

/// Everything an answer needs.
pub(super) struct Receiver {
    desk: Desk,
    pace: Pace,
    writer: Writer,
    clock: fn() -> Instant,
    behind_proxy: bool,
}

impl Receiver {
    pub(super) fn new(
        catalogue: Catalogue,
        origin: Origin,
        writer: Writer,
        clock: fn() -> Instant,
        behind_proxy: bool,
    ) -> Self {
        Self { desk: Desk::new(catalogue, origin), pace: Pace::new(), writer, clock, behind_proxy }
    }

    /// The addresses: the same at the root and under the name it has behind a
    /// proxy that keeps it.
    pub(super) fn router(self) -> Router {
        Router::new()
            .route("/", any(door))
            .route("/valutazioni", any(door))
            .route("/valutazioni/", any(door))
            .route("/salute", any(health))
            .fallback(lost)
            .with_state(Arc::new(self))
    }

    fn asker<'a>(&self, headers: &HeaderMap, page: Option<&'a str>) -> Asker<'a> {
        let accepts = headers.get(header::ACCEPT).map_or(&b""[..], |accept| accept.as_bytes());
        let accepts = String::from_utf8_lossy(accepts).to_ascii_lowercase();
        Asker {
            script: accepts.contains("application/json") && !accepts.contains("text/html"),
            from_site: self.desk.origin.admits(headers),
            page: page.filter(|page| is_page(page)),
        }
    }

    /// The last hop a proxy on this machine names: those before it are
    /// whatever the visitor wrote.
    fn visitor(&self, peer: Peer, headers: &HeaderMap) -> IpAddr {
        let Peer(peer) = peer;
        if !self.behind_proxy || !peer.to_canonical().is_loopback() {
            return peer;
        }
        let last = headers.get_all("x-forwarded-for").iter().next_back();
        let hop = last.and_then(|value| value.to_str().ok()).and_then(|value| value.rsplit(',').next());
        hop.and_then(|hop| address(hop.trim())).unwrap_or(peer)
    }

    async fn rate(&self, parts: &Parts, body: Body) -> Response {
        let read = tokio::time::timeout(PATIENCE, to_bytes(body, DRAIN)).await;
        if let Some(heard) = parts.extensions.get::<Heard>() {
            heard.is_all();
        }
        let mut fields = Fields::default();
        let taken = match read {
            Err(_) => Err(Refusal::Late),
            Ok(Err(_)) => Err(Refusal::Large),
            Ok(Ok(body)) => self.take(parts, &body, &mut fields).await,
        };
        let asker = self.asker(&parts.headers, fields.page.as_deref());
        match taken {
            Ok(()) => self.desk.thanks(asker),
            Err(refusal) => self.desk.refuse(refusal, asker),
        }
    }

    /// From bytes to the disk; the fields stay behind for the answer.
    async fn take(&self, parts: &Parts, body: &[u8], fields: &mut Fields) -> Result<(), Refusal> {
        if !self.desk.origin.admits(&parts.headers) {
            return Err(Refusal::Origin);
        }
        let peer = parts.extensions.get::<Peer>().copied().unwrap_or(Peer([0, 0, 0, 0].into()));
        self.pace.admit(self.visitor(peer, &parts.headers)).map_err(Refusal::Often)?;
        if body.len() > BODY {
            return Err(Refusal::Large);
        }
        let media_type = parts.headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let shape = media_type.and_then(Shape::of).ok_or(Refusal::MediaType)?;
        *fields = shape.read(body)?;
        // A program is thanked and forgotten: told that it was found out, it
        // would try again.
        if fields.is_trapped() {
            return Ok(());
        }
        let answer = fields.check()?;
        let now = (self.clock)().unix();
        let entry = Entry { moment: Instant::from_unix(now - now.rem_euclid(60)), answer };
        if self.writer.keep(entry).await { Ok(()) } else { Err(Refusal::Unavailable) }
    }
}

/// An address as proxies write it, some with a port.
fn address(hop: &str) -> Option<IpAddr> {
    let bare = hop.trim_start_matches('[').trim_end_matches(']');
    bare.parse().ok().or_else(|| hop.parse().ok().map(|whole: SocketAddr| whole.ip()))
}

async fn door(State(receiver): State<Arc<Receiver>>, request: Request<Body>) -> Response {
    let (parts, body) = request.into_parts();
    let asker = receiver.asker(&parts.headers, None);
    match parts.method {
        Method::POST => receiver.rate(&parts, body).await,
        Method::GET | Method::HEAD => receiver.desk.about(asker),
        Method::OPTIONS if asker.from_site => receiver.desk.preflight(asker),
        Method::OPTIONS => receiver.desk.refuse(Refusal::Origin, asker),
        _ => receiver.desk.refuse_method("GET, HEAD, POST, OPTIONS", asker),
    }
}

async fn health(State(receiver): State<Arc<Receiver>>, request: Request<Body>) -> Response {
    match *request.method() {
        Method::GET | Method::HEAD => receiver.desk.health(receiver.writer.is_well().await),
        _ => receiver.desk.refuse_method("GET, HEAD", receiver.asker(request.headers(), None)),
    }
}

async fn lost(State(receiver): State<Arc<Receiver>>, request: Request<Body>) -> Response {
    receiver.desk.refuse(Refusal::Lost, receiver.asker(request.headers(), None))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_as_proxies_write_them() {
        for (hop, expected) in [
            ("203.0.113.7", Some("203.0.113.7")),
            ("203.0.113.7:4711", Some("203.0.113.7")),
            ("2001:db8::1", Some("2001:db8::1")),
            ("[2001:db8::1]", Some("2001:db8::1")),
            ("[2001:db8::1]:4711", Some("2001:db8::1")),
            ("unknown", None),
            ("", None),
        ] {
            assert_eq!(address(hop), expected.and_then(|text| text.parse().ok()), "{hop}");
        }
    }
}
