//! Small files of every kind, made by hand.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// An archive with some members, in this order.
pub(crate) fn archive(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        writer.start_file(*name, options()).expect("a member can be begun");
        writer.write_all(bytes).expect("a member can be written");
    }
    writer.finish().expect("an archive can be ended").into_inner()
}

/// The same by a writer that cannot go back: sizes stand behind each member.
pub(crate) fn streamed(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new_stream(Vec::new());
    for (name, bytes) in members {
        writer.start_file(*name, options()).expect("a member can be begun");
        writer.write_all(bytes).expect("a member can be written");
    }
    writer.finish().expect("an archive can be ended").into_inner()
}

/// The same with a comment at the very end.
pub(crate) fn commented(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut bytes = archive(members);
    let end = bytes.len() - 2;
    bytes[end] = 5;
    bytes.extend_from_slice(b"prova");
    bytes
}

fn options() -> SimpleFileOptions {
    SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored)
}

/// A compound file whose directory has some names, of an installer or not.
/// The directory stands behind a sector of something else.
pub(crate) fn compound(names: &[&str], installer: bool) -> Vec<u8> {
    let mut bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    bytes.resize(1024, 0xff);
    bytes.extend(entry("Root Entry", 5, installer));
    bytes.extend(names.iter().flat_map(|name| entry(name, 2, false)));
    bytes.resize(bytes.len().next_multiple_of(512), 0);
    bytes
}

fn entry(name: &str, kind: u8, installer: bool) -> [u8; 128] {
    let mut entry = [0; 128];
    for (at, unit) in name.encode_utf16().enumerate() {
        entry[2 * at..2 * at + 2].copy_from_slice(&unit.to_le_bytes());
    }
    entry[64] = u8::try_from(2 * name.len() + 2).expect("names are short");
    entry[66] = kind;
    if installer {
        entry[80..96].copy_from_slice(b"\x84\x10\x0c\0\0\0\0\0\xc0\0\0\0\0\0\0\x46");
    }
    entry
}

/// A text with a mark and two bytes a letter.
pub(crate) fn utf16(text: &str) -> Vec<u8> {
    "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}

/// A text of more than 20 MB.
pub(crate) fn long(opens: &str, fill: &str, closes: &str) -> Vec<u8> {
    [opens.as_bytes().to_vec(), repeated(fill.as_bytes(), 20 * 1024 * 1024), closes.as_bytes().to_vec()].concat()
}

pub(crate) fn repeated(bytes: &[u8], times: usize) -> Vec<u8> {
    bytes.repeat(times)
}

/// Geographic data for maps, with something in it.
pub(crate) fn kml(inside: &str) -> Vec<u8> {
    let opens = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<kml xmlns=\"http://www.opengis.net/kml/2.2\">";
    format!("{opens}<Document><name>Cantieri</name>{inside}</Document></kml>\n").into()
}

/// An `SQLite` header with the number of a program.
pub(crate) fn database(program: [u8; 4]) -> Vec<u8> {
    let mut bytes = b"SQLite format 3\0\x10\0\x01\x01\0\x40\x20\x20".to_vec();
    bytes.resize(4096, 0);
    bytes[68..72].copy_from_slice(&program);
    bytes
}

/// Signed or timestamped data, with some bytes inside; `length` is how it is
/// said how long it is.
pub(crate) fn envelope(kind: &[u8], length: Length) -> Vec<u8> {
    let inside = [kind, &[0xa0, 0x80], &[0x30; 300], &[0; 4]].concat();
    let long = u16::try_from(inside.len()).expect("it is short").to_be_bytes();
    let opens = match length {
        Length::Short => [&[0x30, 0x82][..], &long].concat(),
        Length::Long => [&[0x30, 0x84, 0, 0][..], &long].concat(),
        Length::Open => vec![0x30, 0x80],
    };
    let closes: &[u8] = if matches!(length, Length::Open) { &[0, 0] } else { &[] };
    [&opens, &inside, closes].concat()
}

/// How an envelope says its length.
#[derive(Clone, Copy)]
pub(crate) enum Length {
    /// In two bytes.
    Short,
    /// In four.
    Long,
    /// Not at all: its end tells.
    Open,
}

pub(crate) const SIGNED: &[u8] = b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02";
pub(crate) const TIMESTAMPED: &[u8] = b"\x06\x0b\x2a\x86\x48\x86\xf7\x0d\x01\x09\x10\x01\x1f";

/// An envelope in letters, in lines of 64, between two lines or not.
pub(crate) fn lettered(bytes: &[u8], label: Option<&str>) -> Vec<u8> {
    use base64::Engine;
    let letters = base64::engine::general_purpose::STANDARD.encode(bytes);
    let lines: Vec<&str> = letters.as_bytes().chunks(64).filter_map(|line| std::str::from_utf8(line).ok()).collect();
    let lines = lines.join("\r\n");
    match label {
        Some(label) => format!("-----BEGIN {label}-----\r\n{lines}\r\n-----END {label}-----\r\n").into(),
        None => lines.into(),
    }
}

/// Two frames of audio, the second after the first.
pub(crate) fn frames(header: [u8; 4], length: usize) -> Vec<u8> {
    let mut frame = header.to_vec();
    frame.resize(length, 0x55);
    frame.repeat(2)
}
