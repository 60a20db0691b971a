//! Archives: the names of their members, from the list at the end.

use memchr::memmem;

/// What an archive holds.
#[derive(Debug)]
pub(super) struct Members<'a> {
    /// Their names, in small letters and with `/`: not every writer has the
    /// same habits.
    names: Vec<String>,
    /// What the member `mimetype` says.
    media_type: Option<&'a [u8]>,
}

/// How an archive's own list ends: a mark, and 18 bytes that say where it is.
const END: usize = 22;

impl<'a> Members<'a> {
    /// The members of an archive of which the first and the last bytes are at
    /// hand; none if its list is not there, as when it was cut short.
    pub(super) fn of(head: &'a [u8], tail: &[u8], size: u64) -> Option<Self> {
        let end = memmem::rfind_iter(tail, b"PK\x05\x06").find(|at| {
            // What follows is a comment as long as it says.
            number(tail, at + 20, 2).is_some_and(|comment| at + END + comment <= tail.len())
        })?;
        let length = match (number(tail, end + 12, 4)?, end.checked_sub(20)) {
            // Very large archives say it in a record of their own, before.
            (0xffff_ffff, Some(locator)) if tail[locator..].starts_with(b"PK\x06\x07") => {
                number(tail, locator.checked_sub(56)? + 40, 8)? + 56 + 20
            }
            (length, _) => length,
        };
        let list = match end.checked_sub(length) {
            Some(start) => &tail[start..end],
            // It begins before what is at hand: from some member on.
            None if (length as u64) < size => {
                let from =
                    memmem::find_iter(&tail[..end], b"PK\x01\x02").take(64).find(|at| chained(&tail[*at..end]))?;
                &tail[from..end]
            }
            None => return None,
        };
        let (mut names, mut media_type, mut rest) = (Vec::new(), None, list);
        while let Some((name, place, next)) = member(rest) {
            let name = String::from_utf8_lossy(name).to_lowercase().replace('\\', "/");
            if name == "mimetype" {
                media_type = stored(head, place, number(rest, 24, 4)?);
            }
            names.push(name);
            rest = next;
        }
        (!names.is_empty()).then_some(Self { names, media_type })
    }

    /// Whether a member's name could be taken for markup.
    pub(super) fn deceive(&self) -> bool {
        self.names.iter().any(|name| name.contains('<') || name.chars().any(char::is_control))
    }

    /// Whether it is a document of newer Office programs, whose parts are in
    /// this folder.
    pub(super) fn is_office(&self, folder: &str) -> bool {
        self.has("[content_types].xml")
            && self.names.iter().any(|name| name.trim_start_matches('/').starts_with(folder))
    }

    /// Whether it is of this media type, or a template of one. The type is a
    /// member of its own; where that cannot be read, other members tell.
    pub(super) fn is_of_type(&self, media_type: &str, others: &[&str]) -> bool {
        match self.media_type {
            Some(said) => said.starts_with(media_type.as_bytes()),
            None => others.iter().all(|other| self.has(other)),
        }
    }

    /// The usual ending of what it is.
    pub(super) fn told(&self) -> &'static str {
        let office = [("docx", "word/"), ("xlsx", "xl/"), ("pptx", "ppt/")];
        let typed = [
            ("odt", "application/vnd.oasis.opendocument.text"),
            ("ods", "application/vnd.oasis.opendocument.spreadsheet"),
            ("odp", "application/vnd.oasis.opendocument.presentation"),
            ("epub", "application/epub+zip"),
        ];
        let said = |media_type: &str| self.media_type.is_some() && self.is_of_type(media_type, &[]);
        let office = office.into_iter().find(|(_, folder)| self.is_office(folder));
        office.or_else(|| typed.into_iter().find(|(_, media_type)| said(media_type))).map_or("zip", |(told, _)| told)
    }

    fn has(&self, name: &str) -> bool {
        self.names.iter().any(|known| known.trim_start_matches('/') == name)
    }
}

/// The first member of a list: its name, where it is, and what follows.
fn member(list: &[u8]) -> Option<(&[u8], usize, &[u8])> {
    let [name, extra, comment] = [28, 30, 32].map(|place| number(list, place, 2));
    let (name, after) = (name?, 46 + name? + extra? + comment?);
    list.starts_with(b"PK\x01\x02").then_some(())?;
    Some((list.get(46..46 + name)?, number(list, 42, 4)?, list.get(after..)?))
}

/// Whether a list goes from member to member to its very end.
fn chained(mut list: &[u8]) -> bool {
    while let Some((_, _, next)) = member(list) {
        list = next;
    }
    list.is_empty() || list.starts_with(b"PK\x06\x06")
}

/// What a member holds, if it is stored as it is and at hand.
fn stored(head: &[u8], place: usize, size: usize) -> Option<&[u8]> {
    let local = head.get(place..)?;
    let (name, extra) = (number(local, 26, 2)?, number(local, 28, 2)?);
    let start = 30 + name + extra;
    (number(local, 8, 2)? == 0).then(|| local.get(start..start.checked_add(size)?))?
}

/// A number in a few bytes, the least first.
fn number(bytes: &[u8], place: usize, length: usize) -> Option<usize> {
    let bytes = bytes.get(place..place.checked_add(length)?)?;
    bytes.iter().rev().try_fold(0_usize, |sum, byte| sum.checked_mul(256)?.checked_add(usize::from(*byte)))
}
