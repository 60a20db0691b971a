//! Whatever bytes are attached, there is an answer, and the same in however
//! many blocks they come.

use proptest::prelude::*;
use trasparente::formats::{Fault, Reading, fault};
use trasparente::model::Format;
use trasparente::vocabulary::Vocabulary;

use super::cases;

/// Marks, and what parsers could stumble over.
const PIECES: &[&[u8]] = &[
    b"%PDF-1.7\n",
    b"PK\x03\x04",
    b"PK\x01\x02",
    b"PK\x05\x06",
    b"PK\x06\x07",
    b"PK\x06\x06",
    b"\xff\xff\xff\xff",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"ID3\x03\0\0",
    b"\xff\xfb\x90\0",
    b"\0\0\0\x10ftyp",
    b"0\x88\xff\xff\xff\xff\xff\xff\xff\xff",
    b"0\x80\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02",
    b"-----BEGIN PKCS7-----\n",
    b"MIIB",
    b"AC1015",
    b"0\nSECTION\n",
    b"999\n",
    b"MZ",
    b"\xca\xfe\xba\xbe",
    b"<?xml version='1.0'?>",
    b"<?xml",
    b"<??>",
    b"?>",
    b"<!-->",
    b"<!--",
    b"--->",
    b"-->",
    b"<![CDATA[",
    b"]]>",
    b"<!DOCTYPE a [",
    b"<!",
    b"<a",
    b" b='",
    b"'",
    b" xmlns:c=\"",
    b"\"",
    b"/>",
    b">",
    b"</a>",
    b"</",
    b"&",
    b"&#x110000;",
    b"&#120;",
    b";",
    b"javascript:",
    b"{\"type\":",
    b"\"Point\"",
    b"}",
    b"[",
    b"\n",
    b"\xc3",
    b"\xa8",
    b"\xd8",
    b"\x1b",
    b"\0",
    b" ",
];

fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        8 => proptest::sample::select(PIECES).prop_map(<[u8]>::to_vec),
        1 => proptest::collection::vec(any::<u8>(), 0..200),
    ];
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

fn in_blocks(format: Format, bytes: &[u8], length: usize) -> Option<Fault> {
    let mut reading = Reading::of(format);
    bytes.chunks(length).for_each(|block| reading.feed(block));
    reading.finish()
}

proptest! {
    #![proptest_config(cases(2000))]

    #[test]
    fn no_file_is_too_odd_to_be_told(bytes in bytes(), length in 1_usize..200) {
        for format in Format::ALL {
            let whole = fault(*format, &bytes);
            prop_assert_eq!(whole, in_blocks(*format, &bytes, length), "{:?}", format);
            // What starts as a page is no document of any kind.
            let page = [b"<html>".as_slice(), &bytes].concat();
            prop_assert!(fault(*format, &page).is_some(), "{:?}", format);
        }
    }
}
