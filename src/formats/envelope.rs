//! Envelopes of signatures and timestamps: a BER sequence that opens with the
//! identifier of what it holds (RFC 5652, RFC 5544), or the same as text.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::Fault;
use super::text::Seen;

/// The identifier of signed data, 1.2.840.113549.1.7.2.
pub(super) const SIGNED: &[u8] = b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02";

/// The identifier of timestamped data, 1.2.840.113549.1.9.16.1.31.
pub(super) const TIMESTAMPED: &[u8] = b"\x06\x0b\x2a\x86\x48\x86\xf7\x0d\x01\x09\x10\x01\x1f";

/// How much of an envelope written as text is undone.
const LETTERS: usize = 64;

/// What is wrong with an envelope that should hold some kind; `Unknown` if it
/// is none.
pub(super) fn fault(kind: &[u8], head: &[u8], size: u64, text: Seen) -> Option<Fault> {
    match opens(kind, head) {
        Some(whole) if whole > size => Some(Fault::CutShort),
        Some(_) => None,
        None if undone(head).is_some_and(|bytes| opens(kind, &bytes).is_some()) => text.fault(true),
        None => Some(Fault::Unknown),
    }
}

/// The usual ending of an envelope.
pub(super) fn told(head: &[u8]) -> Option<&'static str> {
    [(SIGNED, "p7m"), (TIMESTAMPED, "tsd")]
        .into_iter()
        .find(|(kind, _)| opens(kind, head).is_some())
        .map(|(_, told)| told)
}

/// How long the envelope says it is, if one opens here; 0 if only its end
/// will tell.
fn opens(kind: &[u8], head: &[u8]) -> Option<u64> {
    let [0x30, length, rest @ ..] = head else { return None };
    let (more, said) = match length {
        0x80 => (0, None),
        0..0x80 => (0, Some(u64::from(*length))),
        0x81..=0x88 => {
            let more = usize::from(length - 0x80);
            let bytes = rest.get(..more)?;
            (more, Some(bytes.iter().fold(0, |said: u64, byte| said << 8 | u64::from(*byte))))
        }
        _ => return None,
    };
    let inner = &rest[more..];
    inner.starts_with(kind).then(|| said.map_or(0, |said| said.saturating_add(2 + more as u64)))
}

/// The first bytes of an envelope written in letters, between lines that say
/// so or without them.
fn undone(head: &[u8]) -> Option<Vec<u8>> {
    let mut text = head.trim_ascii_start();
    if let Some(line) = text.strip_prefix(b"-----BEGIN ") {
        let (label, rest) = line.split_at(line.iter().position(|byte| *byte == b'\n')?);
        let label = label.trim_ascii_end().strip_suffix(b"-----")?;
        if ![&b"PKCS7"[..], b"CMS", b"PKCS #7 SIGNED DATA", b"SIGNED MESSAGE"].contains(&label) {
            return None;
        }
        text = rest;
    }
    let letters: Vec<u8> = text.iter().copied().filter(|byte| !byte.is_ascii_whitespace()).take(LETTERS).collect();
    STANDARD.decode(&letters[..letters.len() / 4 * 4]).ok()
}
