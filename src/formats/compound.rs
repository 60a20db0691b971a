//! Compound files, in which older Office programs and Windows installers keep
//! what they have: a small file system, whose directory says what it is.

use super::{Fault, Program};

/// What every compound file begins with.
pub(super) const MARK: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// How long an entry of the directory is; they stand at multiples of it.
const ENTRY: usize = 128;

/// The class of an installer's root.
const INSTALLER: &[u8] = b"\x84\x10\x0c\x00\x00\x00\x00\x00\xc0\x00\x00\x00\x00\x00\x00\x46";

/// Which of the names that tell a kind are there.
#[derive(Debug, Clone, Copy, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a name that is there or not")]
pub(super) struct Names {
    /// Of a Word document.
    pub(super) word: bool,
    /// Of an Excel workbook.
    pub(super) excel: bool,
    /// Of a `PowerPoint` presentation.
    pub(super) presentation: bool,
    /// Of a newer document behind a password.
    pub(super) locked: bool,
    /// Of an installer.
    pub(super) installer: bool,
}

/// The entries of the directory, picked up as the file goes past: where they
/// stand is said by tables all over it.
#[derive(Debug, Default)]
pub(super) struct Directory {
    names: Names,
    begun: Vec<u8>,
}

impl Directory {
    /// The names in the part of a directory that stands in a head.
    pub(super) fn over(head: &[u8]) -> Names {
        let mut directory = Self::default();
        if head.starts_with(MARK) {
            directory.feed(head);
        }
        directory.names
    }

    /// Takes the next block.
    pub(super) fn feed(&mut self, mut block: &[u8]) {
        if !self.begun.is_empty() {
            let (first, rest) = block.split_at(block.len().min(ENTRY - self.begun.len()));
            self.begun.extend_from_slice(first);
            block = rest;
            if self.begun.len() < ENTRY {
                return;
            }
            let begun = std::mem::take(&mut self.begun);
            self.names.take(&begun);
        }
        let entries = block.chunks_exact(ENTRY);
        self.begun.extend_from_slice(entries.remainder());
        entries.for_each(|entry| self.names.take(entry));
    }

    /// What is wrong with a document of the kind `is` knows.
    pub(super) fn fault(&self, is: fn(Names) -> bool) -> Option<Fault> {
        let names = self.names;
        match names.told() {
            _ if names.installer => Some(Fault::Program(Program::Windows)),
            _ if names.locked => Some(Fault::Locked),
            _ if is(names) => None,
            Some(told) => Some(Fault::Other(told)),
            None => Some(Fault::Unknown),
        }
    }
}

impl Names {
    /// The usual ending of what it is.
    pub(super) fn told(self) -> Option<&'static str> {
        match self {
            Self { installer: true, .. } => Some("msi"),
            Self { word: true, .. } => Some("doc"),
            Self { excel: true, .. } => Some("xls"),
            Self { presentation: true, .. } => Some("ppt"),
            _ => None,
        }
    }

    /// Looks at what may be an entry: its name in UTF-16, how long that is,
    /// and whether it is a store (1), a stream (2) or the root (5).
    fn take(&mut self, entry: &[u8]) {
        let (length, kind) = (usize::from(entry[64]), entry[66]);
        if entry[65] != 0 || !(4..=64).contains(&length) || ![1, 2, 5].contains(&kind) {
            return;
        }
        let is = |name: &str| {
            length == 2 * name.len() + 2 && name.bytes().zip(entry.chunks(2)).all(|(letter, unit)| unit == [letter, 0])
        };
        self.word |= is("WordDocument");
        self.excel |= is("Workbook") || is("Book");
        self.presentation |= is("PowerPoint Document");
        self.locked |= is("EncryptedPackage");
        self.installer |= kind == 5 && &entry[80..96] == INSTALLER;
    }
}
