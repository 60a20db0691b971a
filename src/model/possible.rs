//! Whether an address can stand: as files on the disks sites are kept on
//! (Linux, macOS, Windows and what copies between them), and in a link.
//! Whatever is published is asked here before the first byte is written.

use crate::characters::{Hidden, hidden_in_code};
use crate::messages::Msg;

/// The file in the output folder that lists what is ours there; whoever finds
/// it knows that a site was published.
pub const LIST: &str = ".edizione";

/// The folder in the output folder where files stand until all are written.
pub const STAGING: &str = ".trasparente-in-corso";

/// What ended the names of files being written before there was that folder.
const TEMPORARY: &str = ".trasparente-tmp";

/// The longest name, in bytes: 255 on every disk in use, less what others add
/// to it, a compressed copy beside it (`.br`) or a copy under way
/// (`.name.a1B2c3`).
pub const NAME: usize = 239;

/// The longest path below the site's root, in bytes: systems stop at 1,024,
/// and the root stands somewhere too.
pub const PATH: usize = 800;

/// Names Windows keeps for devices, whatever ending they have.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// Why an address cannot stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Impossible {
    /// A part of it says nothing.
    Empty,
    /// A part of it is longer than disks take: how many bytes it has.
    LongName(usize),
    /// All of it is longer than systems take: how many bytes it has.
    LongPath(usize),
    /// It holds what nobody sees.
    Hidden(Hidden),
    /// It holds what one of the systems takes for something else.
    Character(char),
    /// A part of it is the name of a device.
    Device(String),
    /// A part of it begins or ends with what some systems drop.
    Edge(String),
    /// A part of it is a name of our own while writing.
    Ours(String),
}

/// Why a path cannot stand below the site's root, if it cannot; it has `/`
/// between its parts and none at its ends.
pub fn impossible(path: &str) -> Option<Impossible> {
    if path.len() > PATH {
        return Some(Impossible::LongPath(path.len()));
    }
    path.split('/').find_map(part)
}

fn part(name: &str) -> Option<Impossible> {
    if name.len() > NAME {
        return Some(Impossible::LongName(name.len()));
    }
    if name.is_empty() || name == "." || name == ".." {
        return Some(Impossible::Empty);
    }
    // Nearly every name ends here, or does not.
    let plain = name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    if !plain {
        if let Some(hidden) = hidden_in_code(name) {
            return Some(Impossible::Hidden(hidden));
        }
        if let Some(c) = name.chars().find(|c| "<>:\"|?*\\#%".contains(*c)) {
            return Some(Impossible::Character(c));
        }
        let lower = name.to_lowercase();
        if lower.ends_with(TEMPORARY) || lower.starts_with(LIST) || lower == STAGING {
            return Some(Impossible::Ours(name.to_owned()));
        }
        if name.trim() != name || name.ends_with('.') {
            return Some(Impossible::Edge(name.to_owned()));
        }
    }
    let stem = name.split('.').next().unwrap_or(name).trim_end();
    let port = |device: &str| {
        let number = stem.get(..3).filter(|start| start.eq_ignore_ascii_case(device)).map(|_| &stem[3..]);
        number.is_some_and(|number| number.len() == 1 && number.bytes().all(|b| (b'1'..=b'9').contains(&b)))
    };
    let device = DEVICES.iter().any(|device| stem.eq_ignore_ascii_case(device)) || port("com") || port("lpt");
    device.then(|| Impossible::Device(name.to_owned()))
}

impl Impossible {
    /// What is wrong, in words.
    pub fn say(&self) -> Msg {
        match self {
            Self::Empty => Msg::new("address-empty"),
            Self::LongName(bytes) => Msg::new("address-long-name").with("bytes", bytes).with("most", NAME),
            Self::LongPath(bytes) => Msg::new("address-long-path").with("bytes", bytes).with("most", PATH),
            Self::Hidden(hidden) => Msg::new("hidden-character").with("name", hidden.name).with("code", hidden.code()),
            Self::Character(c) => Msg::new("address-character").with("character", c),
            Self::Device(name) => Msg::new("address-device").with("name", name),
            Self::Edge(name) => Msg::new("address-edge").with("name", name),
            Self::Ours(name) => Msg::new("address-ours").with("name", name),
        }
    }
}

/// A path as disks see it that take small and capital letters for the same.
pub fn folded(path: &str) -> String {
    crate::characters::nfc(&path.to_lowercase()).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_stand_is_told() {
        let long = |length: usize| "a".repeat(length);
        let deep = |parts: usize| vec![long(200); parts].join("/");
        for (path, key) in [
            ("atti/mense/index.html", None),
            ("_headers", None),
            (".well-known/security.txt", None),
            ("risorse/Stemma del Comune.svg", None),
            ("risorse/città.svg", None),
            ("concorsi/contratti/lpt10/com/nulla/index.html", None),
            (long(NAME).as_str(), None),
            (long(NAME + 1).as_str(), Some("address-long-name")),
            (long(255).as_str(), Some("address-long-name")),
            ("è".repeat(NAME / 2).as_str(), None),
            ("è".repeat(NAME / 2 + 1).as_str(), Some("address-long-name")),
            ("公".repeat(80).as_str(), Some("address-long-name")),
            (deep(3).as_str(), None),
            (deep(4).as_str(), Some("address-long-path")),
            ("", Some("address-empty")),
            ("a//b", Some("address-empty")),
            ("a/./b", Some("address-empty")),
            ("../b", Some("address-empty")),
            ("atti/con/index.html", Some("address-device")),
            ("CON", Some("address-device")),
            ("aux.pdf", Some("address-device")),
            ("Nul.tar.gz", Some("address-device")),
            ("prn", Some("address-device")),
            ("com1", Some("address-device")),
            ("LPT9.txt", Some("address-device")),
            ("com0", None),
            ("a.", Some("address-edge")),
            ("a./b", Some("address-edge")),
            ("a ", Some("address-edge")),
            (" a", Some("address-edge")),
            ("a\nb", Some("hidden-character")),
            ("a\tb", Some("hidden-character")),
            ("a\u{1b}[31m", Some("hidden-character")),
            ("a\u{85}b", Some("hidden-character")),
            ("a\u{2028}b", Some("hidden-character")),
            ("a\u{202e}fdp.exe", Some("hidden-character")),
            ("a\u{200b}b", Some("hidden-character")),
            ("a:b", Some("address-character")),
            ("a\\b", Some("address-character")),
            ("a?b", Some("address-character")),
            ("a#b", Some("address-character")),
            ("a%2fb", Some("address-character")),
            ("a|b*c", Some("address-character")),
            ("vecchio/bando.trasparente-tmp", Some("address-ours")),
            ("vecchio/bando.TRASPARENTE-TMP", Some("address-ours")),
            (".edizione", Some("address-ours")),
            (".edizione.trasparente-tmp", Some("address-ours")),
            (".trasparente-in-corso/a", Some("address-ours")),
            ("edizione.json", None),
        ] {
            assert_eq!(impossible(path).map(|fault| fault.say().key), key, "{}", path.escape_debug());
        }
    }
}
