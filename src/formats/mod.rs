//! What the bytes of an attachment have to be, one row a format.
//!
//! A name promises a format; here is what keeps the promise. Each format is
//! known by what it must be (`table`), never by not being something else, and
//! nothing a browser could run is a document under any name, because not
//! every server sends a media type for every name, and without one browsers
//! look at the bytes (<https://mimesniff.spec.whatwg.org/>).
//!
//! A [`Reading`] is fed a file block by block, as it is hashed, and keeps
//! only what the question needs: the first bytes, of archives the last, of
//! markup and data the whole.

mod active;
mod compound;
mod declaration;
mod envelope;
mod format;
mod json;
mod marks;
mod members;
mod reading;
mod serving;
mod sniff;
mod table;
mod text;
mod xml;

pub use format::Format;
pub use reading::Reading;
pub use serving::{Header, KEPT, SANDBOX};

/// Why a file cannot be published under its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// A browser could take it for a page.
    Page,
    /// It is XML in which a browser could find something to run.
    Active(Active),
    /// It holds a page beside what its name says.
    Mixed,
    /// It is a program.
    Program(Program),
    /// It is of another format, named by its usual ending.
    Other(&'static str),
    /// It is not what its name says, nor anything we know.
    Unknown,
    /// It ends too soon.
    CutShort,
    /// It opens with a password only.
    Locked,
    /// Too long to be looked through.
    TooLong,
    /// It is no text: on this line is a byte no text has.
    NotText(u32),
    /// On this line is a sequence that has readers change the encoding.
    Escape(u32),
    /// From this line on it is not in UTF-8, as data must be.
    NotUtf8(u32),
    /// Its declaration names another encoding than UTF-8.
    Encoding,
    /// It is not well-formed XML from this line on.
    NotXml(u32),
    /// It is not JSON from this line on.
    NotJson(u32),
    /// It is JSON, but no geographic data.
    NotGeographic,
}

/// What a browser could run in XML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Active {
    /// The vocabulary of pages, drawings, formulas or transformations.
    Vocabulary,
    /// It asks for a style sheet.
    StyleSheet,
    /// A document type, behind which entities hide.
    DocumentType,
    /// An address that is a program.
    Address,
    /// It begins like a page, where only the first bytes are looked at.
    Opening,
}

/// What a program was made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Program {
    /// Windows, also its installers and shortcuts.
    Windows,
    /// Linux and other systems of the family.
    Linux,
    /// macOS.
    Mac,
    /// The Java machine.
    Java,
    /// Android.
    Android,
    /// Browsers and other WebAssembly machines.
    WebAssembly,
    /// A text that an interpreter runs.
    Script,
}

impl Program {
    /// The word sentences about it choose by.
    pub fn word(self) -> &'static str {
        match self {
            Self::Windows => "windows",
            Self::Linux => "linux",
            Self::Mac => "macos",
            Self::Java => "java",
            Self::Android => "android",
            Self::WebAssembly => "webassembly",
            Self::Script => "script",
        }
    }
}

/// What is wrong with a whole file at hand, if anything. Never panics,
/// whatever the bytes.
pub fn fault(format: Format, bytes: &[u8]) -> Option<Fault> {
    let mut reading = Reading::of(format);
    reading.feed(bytes);
    reading.finish()
}
