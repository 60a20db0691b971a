//! Just enough HTTP/1.1 for a browser on the same machine.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, Write};
use std::net::TcpStream;
use std::time::Duration;

use super::patience::Patient;
use super::{Server, Shown, Visit};
use crate::disk::Origin;
use crate::edition::{Archive, Bytes, Content};
use crate::formats::Header;
use crate::model::Format;
use crate::write;

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

/// How long a browser may take to ask, from the first byte to the last.
const PATIENCE: Duration = Duration::from_secs(5);

/// How long it may take to take in what it asked for, and how much longer
/// for each mebibyte.
const TAKING: Duration = Duration::from_secs(10);

/// How often a page that listens is asked whether it still does.
const HEARTBEAT: Duration = Duration::from_millis(500);

/// More than this is no request of a browser's.
const REQUEST: u64 = 16 * 1024;

/// An answer ready to send.
struct Answer {
    status: &'static str,
    media_type: &'static str,
    /// More headers.
    headers: Vec<(&'static str, String)>,
    body: Body,
}

/// What is sent, held in memory only if it lies there anyway.
enum Body {
    /// Our own words.
    Text(Vec<u8>),
    /// A file of the edition.
    Bytes(Bytes),
    /// A document that was just found to be the one that was checked, and
    /// how many bytes it has.
    Document(File, u64),
    /// An archive, put together as it is sent.
    Archive(Box<Archive>, write::Outline),
}

impl Body {
    fn size(&self) -> u64 {
        match self {
            Self::Text(bytes) => bytes.len() as u64,
            Self::Bytes(bytes) => bytes.len() as u64,
            Self::Document(_, size) => *size,
            Self::Archive(_, outline) => outline.size,
        }
    }

    fn send(self, mut out: impl Write) -> io::Result<()> {
        match self {
            Self::Text(bytes) => out.write_all(&bytes),
            Self::Bytes(bytes) => out.write_all(&bytes),
            Self::Document(file, size) => io::copy(&mut file.take(size), &mut out).map(|_| ()),
            Self::Archive(archive, outline) => write::stream(&archive, outline, out),
        }
    }
}

impl Answer {
    fn new(status: &'static str, media_type: &'static str, text: impl Into<Vec<u8>>) -> Self {
        Self { status, media_type, headers: Vec::new(), body: Body::Text(text.into()) }
    }

    fn plain(status: &'static str) -> Self {
        Self::new(status, "text/plain; charset=utf-8", status)
    }
}

/// Answers one request.
pub(super) fn answer(server: &Server, visit: Visit, stream: &TcpStream) -> io::Result<()> {
    let mut out = Patient::new(stream, TAKING);
    let Some(request) = read(Patient::new(stream, PATIENCE))? else {
        return send(&mut out, Answer::plain("400 Bad Request"), true);
    };
    // A page elsewhere must not read the preview by giving our address
    // another name.
    if !request.is_local() {
        return send(&mut out, Answer::plain("403 Forbidden"), true);
    }
    let with_body = request.method == "GET";
    if !with_body && request.method != "HEAD" {
        return send(&mut out, Answer::plain("405 Method Not Allowed"), true);
    }
    match request.path.as_str() {
        EVENTS => {
            server.listens(visit);
            events(server, stream)
        }
        STYLE => send(&mut out, Answer::new("200 OK", "text/css; charset=utf-8", OVERLAY), with_body),
        SCRIPT => send(&mut out, Answer::new("200 OK", "text/javascript; charset=utf-8", RELOAD), with_body),
        path => {
            let answer = page(&server.shown(), path);
            let mebibytes = u32::try_from(answer.body.size() >> 20).unwrap_or(u32::MAX);
            out.wait_longer(Duration::from_secs(1).saturating_mul(mebibytes));
            send(&mut out, answer, with_body)
        }
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

fn read(stream: impl Read) -> io::Result<Option<Request>> {
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
fn page(shown: &Shown, path: &str) -> Answer {
    let name = path.trim_start_matches('/');
    let file = if name.is_empty() || name.ends_with('/') { format!("{name}index.html") } else { name.to_owned() };
    if let Some(content) = shown.edition.get(&file) {
        // A document that is no longer what was checked is not shown: the
        // next edition has the new one, or says what is wrong with it.
        return of_edition(content, &file, shown).unwrap_or_else(|_| Answer::plain("409 Conflict"));
    }
    if shown.edition.get(&format!("{file}/index.html")).is_some() {
        let mut answer = Answer::new("301 Moved Permanently", "text/plain; charset=utf-8", "");
        answer.headers.push(("Location", format!("/{file}/")));
        return answer;
    }
    let lost = match shown.edition.get("404.html") {
        Some(Content::Bytes(html)) => dressed(html, shown),
        _ => dressed(b"<!doctype html><html lang=it><title>trasparente</title><body></body></html>", shown),
    };
    Answer::new("404 Not Found", "text/html; charset=utf-8", lost)
}

fn of_edition(content: &Content, file: &str, shown: &Shown) -> io::Result<Answer> {
    let body = match content {
        Content::Bytes(bytes) if file.ends_with(".html") => Body::Text(dressed(bytes, shown)),
        Content::Bytes(bytes) => Body::Bytes(bytes.clone()),
        Content::Copy { from, size, sha256 } => Body::Document(checked(from, (*sha256, *size))?, *size),
        Content::Archive(archive) => Body::Archive(archive.clone(), write::outline(archive)?),
    };
    let document: &[Header] = match content {
        Content::Bytes(_) => &[],
        Content::Copy { .. } | Content::Archive(_) => Format::of_name(file).map_or(&[], Format::headers),
    };
    let headers = document.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
    Ok(Answer { status: "200 OK", media_type: media_type(file), headers, body })
}

/// A document, open, if it still is the one that was checked.
fn checked(from: &Origin, digest: ([u8; 32], u64)) -> io::Result<File> {
    let mut file = from.open()?;
    write::is_unchanged(&file, digest)?;
    file.rewind()?;
    Ok(file)
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
fn events(server: &Server, stream: &TcpStream) -> io::Result<()> {
    Patient::new(stream, TAKING).write_all(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n",
    )?;
    let mut version = server.shown().version;
    Patient::new(stream, TAKING).write_all(format!("data: {version}\n\n").as_bytes())?;
    loop {
        let shown = server.wait(version, HEARTBEAT);
        // A comment when there is nothing to tell: a page that was left is
        // noticed by nothing else.
        let line = if shown == version { ":\n\n".to_owned() } else { format!("data: {shown}\n\n") };
        Patient::new(stream, TAKING).write_all(line.as_bytes())?;
        version = shown;
    }
}

fn send(out: &mut Patient<'_>, answer: Answer, with_body: bool) -> io::Result<()> {
    let more: String = answer.headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    let head = format!(
        "HTTP/1.1 {}\r\nContent-Type: {}\r\nContent-Length: {}\r\n{more}Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        answer.status,
        answer.media_type,
        answer.body.size(),
    );
    out.write_all(head.as_bytes())?;
    if with_body {
        answer.body.send(io::BufWriter::with_capacity(64 * 1024, &mut *out))?;
    }
    out.flush()
}
