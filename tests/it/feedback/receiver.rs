//! `trasparente feedback serve` on a port of its own, and a visitor's part of
//! the talk.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::{Receiver as Lines, channel};
use std::time::Duration;

use serde_json::Value;

use crate::support::settings::SETTINGS;

/// The site of `SETTINGS`.
pub(crate) const SITE: &str = "https://trasparenza.comune.esempio.it";

/// A folder with a site and, sooner or later, ratings.
pub(crate) struct Folder(tempfile::TempDir);

/// A receiver; it ends with this value.
pub(crate) struct Receiver {
    pub(crate) child: Child,
    /// Host and port.
    pub(crate) address: String,
    said: Mutex<Lines<String>>,
}

/// An answer.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    headers: Vec<(String, String)>,
    pub(crate) body: String,
}

impl Folder {
    pub(crate) fn new() -> Self {
        let folder = Self(tempfile::tempdir().expect("a folder"));
        folder.put("content/sito.yaml", SETTINGS);
        folder
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    #[expect(clippy::disallowed_methods, reason = "a site is made of files")]
    pub(crate) fn put(&self, path: &str, text: impl AsRef<[u8]>) {
        let path = self.path(path);
        std::fs::create_dir_all(path.parent().expect("a path in a folder")).expect("folders can be made");
        std::fs::write(path, text).expect("a file can be written");
    }

    /// Starts a receiver that believes what the proxy says.
    pub(crate) fn receive(&self) -> Receiver {
        self.receive_with(&["--proxy"])
    }

    /// Starts a receiver.
    pub(crate) fn receive_with(&self, words: &[&str]) -> Receiver {
        let mut command = Command::new(env!("CARGO_BIN_EXE_trasparente"));
        command.args(["feedback", "serve", "--lang", "it", "--port", "0"]).args(words);
        Receiver::of(command.current_dir(self.0.path()))
    }

    /// Runs the program.
    pub(crate) fn run(&self, words: &[&str]) -> (i32, String, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_trasparente"));
        command.args(words).args(["--lang", "it"]).current_dir(self.0.path()).stdin(Stdio::null());
        let Output { status, stdout, stderr } = command.output().expect("the program starts");
        let [out, said] = [stdout, stderr].map(|bytes| String::from_utf8(bytes).expect("it writes UTF-8"));
        assert!(!said.contains("panicked"), "{said}");
        (status.code().expect("it ends by itself"), out, said)
    }

    /// A report that must succeed.
    pub(crate) fn report(&self, words: &[&str]) -> String {
        let (code, out, said) = self.run(&[&["feedback", "report"], words].concat());
        assert_eq!(code, 0, "{said}");
        out
    }

    /// The report as JSON.
    pub(crate) fn figures(&self) -> Value {
        serde_json::from_str(&self.report(&["--format", "json"])).expect("JSON")
    }

    /// How many ratings there are.
    pub(crate) fn count(&self) -> u64 {
        self.figures()["totale"]["risposte"].as_u64().expect("a number")
    }

    /// Every text that was kept.
    pub(crate) fn texts(&self) -> Vec<String> {
        let figures = self.figures();
        let rows = figures["righe"].as_array().expect("rows");
        let texts = rows.iter().flat_map(|row| row["testi"].as_array().expect("texts"));
        texts.map(|text| text["testo"].as_str().expect("a text").to_owned()).collect()
    }
}

impl Receiver {
    /// Starts a command that becomes a receiver, and waits until it is ready.
    pub(crate) fn of(command: &mut Command) -> Self {
        let mut child = command.stdin(Stdio::null()).stderr(Stdio::piped()).spawn().expect("the program starts");
        let mut lines = BufReader::new(child.stderr.take().expect("it is piped")).lines();
        let ready = lines.next().expect("it says that it is ready").expect("it writes UTF-8");
        let address = ready.split_once("http://").and_then(|(_, rest)| rest.split_once('/'));
        let address = address.unwrap_or_else(|| panic!("not ready: {ready}")).0.to_owned();
        let (send, said) = channel();
        // Nobody may stop reading, or the receiver would wait for us.
        std::thread::spawn(move || lines.map_while(Result::ok).for_each(|line| drop(send.send(line))));
        Self { child, address, said: Mutex::new(said) }
    }

    /// Sends a form from a page of the site, as a visitor never seen before.
    pub(crate) fn post(&self, body: &str) -> Reply {
        self.post_as(&stranger(), body)
    }

    /// The same from an address the proxy names.
    pub(crate) fn post_as(&self, visitor: &str, body: &str) -> Reply {
        self.send(&form(&format!("Origin: {SITE}\r\nX-Forwarded-For: {visitor}\r\n"), body))
    }

    /// Asks for an address.
    pub(crate) fn get(&self, path: &str) -> Reply {
        self.send(format!("GET {path} HTTP/1.1\r\nHost: x\r\n\r\n").as_bytes())
    }

    /// Sends bytes and reads the answer.
    #[track_caller]
    pub(crate) fn send(&self, request: &[u8]) -> Reply {
        self.try_send(request).unwrap_or_else(|| panic!("no answer to {:?}", String::from_utf8_lossy(request)))
    }

    /// Sends bytes and reads the answer, if there is one.
    pub(crate) fn try_send(&self, request: &[u8]) -> Option<Reply> {
        let mut stream = TcpStream::connect(&self.address).ok()?;
        stream.set_read_timeout(Some(Duration::from_secs(30))).expect("a time can be set");
        // It may answer and hang up before it has all of it.
        let _ = stream.write_all(request).and_then(|()| stream.shutdown(Shutdown::Write));
        Reply::read(&mut stream)
    }

    /// The next line it says, if it says one within that time.
    pub(crate) fn says(&self, patience: Duration) -> Option<String> {
        self.said.lock().expect("nobody panics").recv_timeout(patience).ok()
    }

    /// Ends it as the system does when it is out of memory.
    pub(crate) fn kill(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Receiver {
    fn drop(&mut self) {
        self.kill();
    }
}

/// An address nobody wrote from yet.
pub(crate) fn stranger() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let next = NEXT.fetch_add(1, Ordering::Relaxed).to_be_bytes();
    format!("10.{}.{}.{}", next[1], next[2], next[3])
}

/// A form of the browser's.
pub(crate) fn form(headers: &str, body: &str) -> Vec<u8> {
    request(&format!("{headers}Content-Type: application/x-www-form-urlencoded\r\n"), body.as_bytes())
}

/// A post.
pub(crate) fn request(headers: &str, body: &[u8]) -> Vec<u8> {
    let length = body.len();
    let head = format!("POST /valutazioni HTTP/1.1\r\nHost: x\r\n{headers}Content-Length: {length}\r\n\r\n");
    [head.as_bytes(), body].concat()
}

impl Reply {
    pub(crate) fn read(stream: &mut TcpStream) -> Option<Self> {
        let mut bytes = Vec::new();
        let _ = stream.read_to_end(&mut bytes);
        let text = String::from_utf8(bytes).expect("answers are text");
        let (head, body) = text.split_once("\r\n\r\n")?;
        let mut lines = head.lines();
        let status = lines.next()?.strip_prefix("HTTP/1.1 ")?.get(..3)?.parse().ok()?;
        let headers = lines.filter_map(|line| line.split_once(": "));
        let headers = headers.map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned())).collect();
        Some(Self { status, headers, body: body.to_owned() })
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// The bytes of every file of the database.
#[expect(clippy::disallowed_methods, reason = "a test looks at what was kept")]
pub(crate) fn everything_kept(database: &Path) -> String {
    let files = ["", "-wal"].map(|ending| format!("{}{ending}", database.display()));
    files
        .iter()
        .filter_map(|path| std::fs::read(path).ok())
        .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
        .collect()
}
