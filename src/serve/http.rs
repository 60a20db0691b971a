//! Just enough HTTP/1.1 for a browser on the same machine.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use super::{Server, Shown};
use crate::edition::Content;
use crate::model::Format;

/// Our own addresses: no notice can take them, since sections and notices
/// never start with two underscores.
const EVENTS: &str = "/__trasparente/eventi";
const SCRIPT: &str = "/__trasparente/ricarica.js";

/// The dress of what is shown over a page: in a file, since pages may forbid
/// styles of their own.
const STYLE: &str = "/__trasparente/segnalazioni.css";

/// See [`STYLE`].
const OVERLAY: &str = include_str!("overlay.css");

/// Reloads the page when something else is shown.
const RELOAD: &str = include_str!("reload.js");

/// How long a browser may take to ask.
const PATIENCE: Duration = Duration::from_secs(5);

/// How often a page that listens is asked whether it still does.
const HEARTBEAT: Duration = Duration::from_millis(500);

/// More than this is no request of a browser's.
const REQUEST: u64 = 16 * 1024;

/// An answer ready to send.
struct Answer {
    status: &'static str,
    media_type: &'static str,
    location: Option<String>,
    bytes: Vec<u8>,
}

impl Answer {
    fn new(status: &'static str, media_type: &'static str, bytes: impl Into<Vec<u8>>) -> Self {
        Self { status, media_type, location: None, bytes: bytes.into() }
    }
}

/// Answers one request.
pub(super) fn answer(server: &Server, stream: TcpStream) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let mut out = stream.try_clone()?;
    let Some(request) = read(stream)? else {
        return send(&mut out, &Answer::new("400 Bad Request", "text/plain; charset=utf-8", "400"), true);
    };
    // A page elsewhere must not read the preview by giving our address
    // another name.
    if !request.is_local() {
        return send(&mut out, &Answer::new("403 Forbidden", "text/plain; charset=utf-8", "403"), true);
    }
    let with_body = request.method == "GET";
    if !with_body && request.method != "HEAD" {
        return send(&mut out, &Answer::new("405 Method Not Allowed", "text/plain; charset=utf-8", "405"), true);
    }
    match request.path.as_str() {
        EVENTS => events(server, &mut out),
        STYLE => send(&mut out, &Answer::new("200 OK", "text/css; charset=utf-8", OVERLAY), with_body),
        SCRIPT => send(&mut out, &Answer::new("200 OK", "text/javascript; charset=utf-8", RELOAD), with_body),
        path => send(&mut out, &page(&server.shown(), path)?, with_body),
    }
}

struct Request {
    method: String,
    path: String,
    host: String,
}

impl Request {
    fn is_local(&self) -> bool {
        let name = self.host.rsplit_once(':').map_or(self.host.as_str(), |(name, _)| name);
        ["localhost", "127.0.0.1"].contains(&name)
    }
}

fn read(stream: TcpStream) -> io::Result<Option<Request>> {
    let mut lines = BufReader::new(stream.take(REQUEST)).lines();
    let Some(first) = lines.next().transpose()? else { return Ok(None) };
    let mut host = String::new();
    for line in lines {
        let line = line?;
        if line.is_empty() {
            break;
        }
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("host")
        {
            value.trim().clone_into(&mut host);
        }
    }
    let mut words = first.split(' ');
    let (Some(method), Some(target)) = (words.next(), words.next()) else { return Ok(None) };
    let path = decoded(target.split(['?', '#']).next().unwrap_or_default());
    Ok(Some(Request { method: method.to_owned(), path, host }))
}

fn decoded(path: &str) -> String {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let hex = after
            .get(..2)
            .and_then(|hex| std::str::from_utf8(hex).ok())
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        if let (b'%', Some(byte)) = (first, hex) {
            bytes.push(byte);
            rest = &after[2..];
        } else {
            bytes.push(first);
            rest = after;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The file of an address. Only what the edition holds can be asked for, so
/// there is no path to climb out of.
fn page(shown: &Shown, path: &str) -> io::Result<Answer> {
    let name = path.trim_start_matches('/');
    let file = if name.is_empty() || name.ends_with('/') { format!("{name}index.html") } else { name.to_owned() };
    if let Some(content) = shown.edition.get(&file) {
        return Ok(Answer::new("200 OK", media_type(&file), bytes(content, &file, shown)?));
    }
    if shown.edition.get(&format!("{file}/index.html")).is_some() {
        let mut answer = Answer::new("301 Moved Permanently", "text/plain; charset=utf-8", "");
        answer.location = Some(format!("/{file}/"));
        return Ok(answer);
    }
    let lost = match shown.edition.get("404.html") {
        Some(content) => bytes(content, "404.html", shown)?,
        None => dressed(b"<!doctype html><html lang=it><title>trasparente</title><body></body></html>", shown),
    };
    Ok(Answer::new("404 Not Found", "text/html; charset=utf-8", lost))
}

fn bytes(content: &Content, file: &str, shown: &Shown) -> io::Result<Vec<u8>> {
    match content {
        Content::Bytes(bytes) if file.ends_with(".html") => Ok(dressed(bytes, shown)),
        Content::Bytes(bytes) => Ok(bytes.to_vec()),
        Content::Copy { from, size, sha256 } => {
            let mut whole = Vec::new();
            crate::write::pour(from, (*sha256, *size), |block| {
                whole.extend_from_slice(block);
                Ok(())
            })?;
            Ok(whole)
        }
        Content::Archive(archive) => {
            let mut packed = io::Cursor::new(Vec::new());
            crate::write::pack(archive, &mut packed)?;
            Ok(packed.into_inner())
        }
    }
}

/// A page with the reload script and, if something is wrong, what.
fn dressed(html: &[u8], shown: &Shown) -> Vec<u8> {
    let mut extra = format!("<script src=\"{SCRIPT}\" data-versione=\"{}\"></script>", shown.version);
    if !shown.findings.is_empty() {
        let escape = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        extra.push_str(&format!(
            "<link rel=\"stylesheet\" href=\"{STYLE}\"><aside role=\"alert\" class=\"trasparente-segnalazioni\">\
             <strong>{}</strong><pre>{}</pre></aside>",
            escape(&shown.headline),
            escape(&shown.findings),
        ));
    }
    let at = html.windows(7).rposition(|tail| tail.eq_ignore_ascii_case(b"</body>")).unwrap_or(html.len());
    [&html[..at], extra.as_bytes(), &html[at..]].concat()
}

fn media_type(file: &str) -> &'static str {
    match file.rsplit_once('.').map(|(_, ending)| ending) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("xml") => "application/xml; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("ics") => "text/calendar; charset=utf-8",
        Some("woff2") => "font/woff2",
        Some("jsonld") => "application/ld+json",
        Some("rdf") => "application/rdf+xml",
        Some("ttl") => "text/turtle; charset=utf-8",
        Some("json") => "application/json; charset=utf-8",
        Some("csv") => "text/csv; charset=utf-8",
        Some("txt") => "text/plain; charset=utf-8",
        _ => Format::of_name(file).map_or("application/octet-stream", Format::media_type),
    }
}

/// Tells the browser of every change until it hangs up.
fn events(server: &Server, out: &mut TcpStream) -> io::Result<()> {
    out.write_all(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n",
    )?;
    let mut version = server.shown().version;
    out.write_all(format!("data: {version}\n\n").as_bytes())?;
    loop {
        let shown = server.wait(version, HEARTBEAT);
        // A comment when there is nothing to tell: a page that was left is
        // noticed by nothing else.
        let line = if shown == version { ":\n\n".to_owned() } else { format!("data: {shown}\n\n") };
        out.write_all(line.as_bytes())?;
        out.flush()?;
        version = shown;
    }
}

fn send(out: &mut TcpStream, answer: &Answer, with_body: bool) -> io::Result<()> {
    let location = answer.location.as_ref().map(|to| format!("Location: {to}\r\n")).unwrap_or_default();
    let head = format!(
        "HTTP/1.1 {}\r\nContent-Type: {}\r\nContent-Length: {}\r\n{location}Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        answer.status,
        answer.media_type,
        answer.bytes.len(),
    );
    out.write_all(head.as_bytes())?;
    if with_body {
        out.write_all(&answer.bytes)?;
    }
    out.flush()
}
