//! What the receiver answers: a page for people, a few words of JSON for
//! scripts.

use std::fmt::Write;

use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use serde_json::json;
use sha2::{Digest, Sha256};

use super::origin::Origin;
use super::refusal::Refusal;
use crate::messages::{Catalogue, Msg};

/// The only style of the pages; the policy names it by its hash.
const STYLE: &str = "body{margin:0 auto;padding:2rem 1rem;max-width:40rem;font:1.125rem/1.6 system-ui,sans-serif;\
color:#17324d;background:#fff}h1{font-size:1.6rem;line-height:1.25}a{color:#0050a0}\
a:focus-visible{outline:3px solid #0050a0;outline-offset:3px}\
@media(prefers-color-scheme:dark){body{color:#e6ecf2;background:#10202f}a{color:#9cc9ff}a:focus-visible{outline-color:#9cc9ff}}";

/// Whoever answers, and for which site.
pub(super) struct Desk {
    pub(super) catalogue: Catalogue,
    pub(super) origin: Origin,
    policy: String,
}

/// To whom an answer goes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asker<'a> {
    /// Whether it is a script that asks.
    pub(super) script: bool,
    /// Whether it asks from a page of the site.
    pub(super) from_site: bool,
    /// The page it came to rate, if it is one.
    pub(super) page: Option<&'a str>,
}

impl Desk {
    pub(super) fn new(catalogue: Catalogue, origin: Origin) -> Self {
        let hash = base64(&Sha256::digest(STYLE));
        let policy = format!(
            "default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        );
        Self { catalogue, origin, policy }
    }

    /// The rating was taken.
    pub(super) fn thanks(&self, asker: Asker<'_>) -> Response {
        let thanks = self.catalogue.text("receiver-thanks");
        let title = self.catalogue.text("receiver-thanks-title");
        self.answer(StatusCode::CREATED, "accettata", &title, &thanks, asker)
    }

    /// The rating was not taken.
    pub(super) fn refuse(&self, refusal: Refusal, asker: Asker<'_>) -> Response {
        let text = self.say(refusal.key());
        let title = match refusal {
            Refusal::Lost => self.catalogue.text("receiver-lost-title"),
            _ => self.catalogue.text("receiver-refused-title"),
        };
        let mut response = self.answer(refusal.status(), "rifiutata", &title, &text, asker);
        if let Some(seconds) = refusal.retry_after() {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }

    /// The method is none of those allowed here.
    pub(super) fn refuse_method(&self, allowed: &'static str, asker: Asker<'_>) -> Response {
        let mut response = self.refuse(Refusal::Method, asker);
        response.headers_mut().insert(header::ALLOW, HeaderValue::from_static(allowed));
        response
    }

    /// What this is, to whoever opens the address.
    pub(super) fn about(&self, asker: Asker<'_>) -> Response {
        let title = self.catalogue.text("receiver-about-title");
        self.answer(StatusCode::OK, "pronto", &title, &self.say("receiver-about"), asker)
    }

    /// Whether all is well, to a program.
    pub(super) fn health(&self, well: bool) -> Response {
        let (status, text) = if well { (StatusCode::OK, "ok\n") } else { (StatusCode::SERVICE_UNAVAILABLE, "no\n") };
        let nobody = Asker { script: false, from_site: false, page: None };
        self.dressed(status, "text/plain; charset=utf-8", text.to_owned(), nobody)
    }

    /// What a browser asks before it lets a script post.
    pub(super) fn preflight(&self, asker: Asker<'_>) -> Response {
        let mut response = self.dressed(StatusCode::NO_CONTENT, "text/plain; charset=utf-8", String::new(), asker);
        let headers = response.headers_mut();
        headers.remove(header::CONTENT_TYPE);
        headers.insert(header::ACCESS_CONTROL_ALLOW_METHODS, HeaderValue::from_static("POST"));
        headers.insert(header::ACCESS_CONTROL_ALLOW_HEADERS, HeaderValue::from_static("Content-Type, Accept"));
        headers.insert(header::ACCESS_CONTROL_MAX_AGE, HeaderValue::from_static("86400"));
        response
    }

    fn say(&self, key: &'static str) -> String {
        self.catalogue.say(&Msg::new(key).with("site", self.origin.as_str()))
    }

    fn answer(&self, status: StatusCode, outcome: &str, title: &str, text: &str, asker: Asker<'_>) -> Response {
        if asker.script {
            let body = json!({ "esito": outcome, "messaggio": text }).to_string();
            return self.dressed(status, "application/json", body, asker);
        }
        self.dressed(status, "text/html; charset=utf-8", self.html(title, text, asker.page), asker)
    }

    /// A page of its own, with a link to the page rated: always on the site,
    /// whatever was sent.
    fn html(&self, title: &str, text: &str, page: Option<&str>) -> String {
        let link = self.catalogue.text(if page.is_some() { "receiver-back" } else { "receiver-site" });
        let mut html = format!(
            "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"robots\" content=\"noindex\">\n",
            self.catalogue.language().tag(),
        );
        let _ = write!(
            html,
            "<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n<p>{text}</p>\n\
             <p><a href=\"{origin}{path}\">{link}</a></p>\n</main>\n</body>\n</html>\n",
            title = escaped(title),
            text = escaped(text),
            origin = escaped(self.origin.as_str()),
            path = escaped(page.unwrap_or("/")),
            link = escaped(&link),
        );
        html
    }

    fn dressed(&self, status: StatusCode, media_type: &'static str, body: String, asker: Asker<'_>) -> Response {
        let mut headers = HeaderMap::new();
        for (name, value) in [
            (header::CONTENT_TYPE, media_type),
            (header::CACHE_CONTROL, "no-store"),
            (header::VARY, "Origin, Accept"),
            (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
            (header::REFERRER_POLICY, "no-referrer"),
            (header::X_FRAME_OPTIONS, "DENY"),
        ] {
            headers.insert(name, HeaderValue::from_static(value));
        }
        if let Ok(policy) = HeaderValue::from_str(&self.policy) {
            headers.insert(header::CONTENT_SECURITY_POLICY, policy);
        }
        if let Some(origin) = self.origin.header().filter(|_| asker.from_site) {
            headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        }
        let mut response = Response::new(Body::from(body));
        *response.status_mut() = status;
        *response.headers_mut() = headers;
        response
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let bits = three.iter().fold(0, |bits, b| bits << 8 | u32::from(*b)) << (8 * (3 - three.len()));
        for at in 0..4 {
            let sign = SIGNS[(bits >> (18 - 6 * at) & 63) as usize];
            text.push(if at <= three.len() { char::from(sign) } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_as_everybody_writes_it() {
        for (plain, text) in
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("\u{7ff}~", "379+")]
        {
            assert_eq!(base64(plain.as_bytes()), text);
        }
    }
}
