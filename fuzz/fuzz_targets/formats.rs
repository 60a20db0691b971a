//! Attachments of every format: none panics, however the blocks come, and
//! none is accepted that begins as a page.
#![no_main]

use libfuzzer_sys::fuzz_target;
use trasparente::formats::{Format, Reading, fault};
use trasparente::vocabulary::Vocabulary;

fuzz_target!(|data: (u8, u16, &[u8])| {
    let (which, split, bytes) = data;
    let format = Format::ALL[usize::from(which) % Format::ALL.len()];
    let whole = fault(format, bytes);
    let (first, second) = bytes.split_at(usize::from(split).min(bytes.len()));
    let mut reading = Reading::of(format);
    reading.feed(first);
    reading.feed(second);
    assert_eq!(format!("{:?}", reading.finish()), format!("{whole:?}"), "{format:?} in two parts");
    if whole.is_none() {
        let text: Vec<u8> = bytes
            .strip_prefix(b"\xef\xbb\xbf")
            .unwrap_or(bytes)
            .iter()
            .copied()
            .skip_while(|b| b"\t\n\x0c\r ".contains(b))
            .take(16)
            .map(|b| b.to_ascii_lowercase())
            .collect();
        // Elements of no name space are no drawing and no formula.
        let data = matches!(format, Format::Xml | Format::Kml);
        let drawings = [&b"<svg>"[..], b"<svg ", b"<math>"].into_iter().filter(|_| !data);
        for page in
            [&b"<!doctype html>"[..], b"<html>", b"<script>", b"<iframe>", b"<body>"].into_iter().chain(drawings)
        {
            assert!(!text.starts_with(page), "{format:?} begins as a page");
        }
        // A program has a head; two letters are a text.
        assert!(!bytes.starts_with(b"MZ") || !bytes.contains(&0), "{format:?} begins as a program");
        assert!(!bytes.starts_with(b"\x7fELF"), "{format:?} begins as a program");
    }
});
