//! `trasparente serve` on a port of its own, and a browser's part of the
//! talk.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use super::site::Site;

/// A server of a site; it ends with this value.
pub(crate) struct Server {
    pub(crate) site: Site,
    /// Host and port.
    pub(crate) address: String,
    child: Child,
}

/// An answer.
pub(crate) struct Reply {
    pub(crate) status: String,
    headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

/// What the server tells a page that listens.
pub(crate) struct Events(Receiver<String>);

impl Server {
    /// Serves a site as it should be on 23 November 2026.
    pub(crate) fn of(site: Site) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_trasparente"));
        command.args(["serve", "--lang", "it", "--port", "0", "--as-of", "2026-11-23T10:00"]);
        command.current_dir(site.path("")).stdin(Stdio::null()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program starts");
        let mut said = BufReader::new(child.stderr.take().expect("it is piped")).lines();
        let ready = said.by_ref().map(|line| line.expect("it writes UTF-8")).find_map(|line| {
            let (_, address) = line.split_once("http://")?;
            Some(address.split('/').next().unwrap_or_default().to_owned())
        });
        // Nobody may stop reading, or the server would wait for us.
        std::thread::spawn(move || said.for_each(drop));
        Self { site, address: ready.expect("it says where it is"), child }
    }

    /// Asks for an address.
    pub(crate) fn get(&self, path: &str) -> Reply {
        self.ask(&format!("GET {path} HTTP/1.1\r\nHost: {}\r\nAccept: */*\r\n\r\n", self.address))
    }

    /// Sends a request and reads the answer.
    pub(crate) fn ask(&self, request: &str) -> Reply {
        let bytes = self.send(request.as_bytes());
        let end =
            bytes.windows(4).position(|four| four == b"\r\n\r\n").unwrap_or_else(|| panic!("no answer to {request}"));
        let head = String::from_utf8(bytes[..end].to_vec()).expect("heads are text");
        let mut lines = head.lines();
        let status = lines.next().and_then(|line| line.strip_prefix("HTTP/1.1 ")).expect("a status").to_owned();
        let headers =
            lines.filter_map(|line| line.split_once(": ")).map(|(name, value)| (name.to_owned(), value.to_owned()));
        Reply { status, headers: headers.collect(), body: bytes[end + 4..].to_vec() }
    }

    /// Sends bytes, and reads until the server hangs up.
    pub(crate) fn send(&self, bytes: &[u8]) -> Vec<u8> {
        let mut stream = self.connect();
        // A server may hang up on nonsense before it has all of it.
        let _ = stream.write_all(bytes).and_then(|()| stream.shutdown(Shutdown::Write));
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        answer
    }

    /// Listens for changes.
    pub(crate) fn events(&self) -> Events {
        let stream = self.listen();
        let (send, receive) = channel();
        std::thread::spawn(move || {
            for line in BufReader::new(stream).lines().map_while(Result::ok) {
                if let Some(version) = line.strip_prefix("data: ")
                    && send.send(version.to_owned()).is_err()
                {
                    break;
                }
            }
        });
        Events(receive)
    }

    /// Opens the line on which changes are told.
    pub(crate) fn listen(&self) -> TcpStream {
        let mut stream = self.connect();
        write!(stream, "GET /__trasparente/eventi HTTP/1.1\r\nHost: {}\r\n\r\n", self.address).expect("it listens");
        stream
    }

    /// The number of its process.
    pub(crate) fn process(&self) -> u32 {
        self.child.id()
    }

    pub(crate) fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(&self.address).expect("it listens");
        stream.set_read_timeout(Some(Duration::from_secs(30))).expect("a time can be set");
        stream
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Reply {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

impl Events {
    /// Waits for the server to tell of a version, until what should be seen
    /// is seen: a file may be looked at while it is being written.
    #[track_caller]
    pub(crate) fn until(&self, seen: impl Fn() -> bool) -> String {
        loop {
            let version =
                self.0.recv_timeout(Duration::from_secs(20)).expect("the browser is told of what should be seen");
            if seen() {
                return version;
            }
        }
    }
}
