//! The first bytes formats begin with.

use memchr::memmem;

/// A PDF. Something may stand before its mark (ISO 32000-1, note 13 of annex
/// H allows 1,024 bytes), but no markup, or a browser would see that first.
pub(super) fn pdf(head: &[u8]) -> bool {
    let at = memmem::find(&head[..head.len().min(1024)], b"%PDF-");
    at.is_some_and(|at| !head[..at].contains(&b'<'))
}

/// A WebP picture, of any of its three kinds.
pub(super) fn webp(head: &[u8]) -> bool {
    head.starts_with(b"RIFF") && [b"WEBPVP8 ", b"WEBPVP8L", b"WEBPVP8X"].iter().any(|kind| at(head, 8, *kind))
}

/// A TIFF picture, of either order of bytes, also the large kind.
pub(super) fn tiff(head: &[u8]) -> bool {
    [b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"].iter().any(|mark| head.starts_with(*mark))
}

/// A drawing of `AutoCAD` from release 10 on: its version in six letters, and
/// then no text.
pub(super) fn dwg(head: &[u8]) -> bool {
    head.starts_with(b"AC10")
        && head.get(4..7).is_some_and(|more| more[..2].iter().all(u8::is_ascii_digit) && more[2] == 0)
}

/// A `SQLite` database.
pub(super) fn sqlite(head: &[u8]) -> bool {
    head.starts_with(b"SQLite format 3\0")
}

/// A `SQLite` database that calls itself a `GeoPackage`, by the number set
/// aside for the program it belongs to.
pub(super) fn geopackage(head: &[u8]) -> bool {
    sqlite(head) && [b"GPKG", b"GP10", b"GP11"].iter().any(|mark| at(head, 68, *mark))
}

/// A recording: tags, or a frame whose header is sound, and a second one
/// where the first ends.
pub(super) fn mp3(head: &[u8]) -> bool {
    if let Some(tags) = head.strip_prefix(b"ID3") {
        return tags.get(..7).is_some_and(|tag| {
            (2..=4).contains(&tag[0]) && tag[1] != 0xff && tag[3..7].iter().all(|byte| *byte < 0x80)
        });
    }
    frame(head).is_some_and(|long| head.get(long..).is_none_or(|next| next.len() < 4 || frame(next).is_some()))
}

/// How long a frame of MPEG audio is, layer III, if it begins here.
fn frame(bytes: &[u8]) -> Option<usize> {
    const FIRST: [usize; 14] = [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
    const LATER: [usize; 14] = [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
    let [a, b, c, _] = *bytes.first_chunk::<4>()?;
    let version = b >> 3 & 3;
    if a != 0xff || b >> 5 != 7 || b >> 1 & 3 != 1 || version == 1 {
        return None;
    }
    let first = version == 3;
    let rate = *(if first { FIRST } else { LATER }).get(usize::from(c >> 4).checked_sub(1)?)?;
    let sampled = [44_100, 48_000, 32_000].get(usize::from(c >> 2 & 3))? / [4, 1, 2, 1][usize::from(version)];
    Some((if first { 144_000 } else { 72_000 }) * rate / sampled + usize::from(c >> 1 & 1))
}

/// A film: the box that opens it names a brand of the family.
pub(super) fn mp4(head: &[u8]) -> bool {
    let Some(size) = head.first_chunk::<4>().map(|size| u32::from_be_bytes(*size) as usize) else { return false };
    let opens = at(head, 4, b"ftyp") && size >= 16 && size.is_multiple_of(4) && size <= head.len();
    let of_family = |brand: &[u8]| {
        let brands: [&[u8]; 9] = [b"mp4", b"iso", b"avc1", b"M4V", b"M4A", b"MSNV", b"dash", b"3gp", b"f4v"];
        brands.iter().any(|known| brand.starts_with(known))
    };
    // The number of a version stands after the first brand.
    opens && head[8..size].chunks_exact(4).enumerate().any(|(place, brand)| place != 1 && of_family(brand))
}

/// The two forms of a drawing for exchange.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Drawing {
    /// Groups of two lines.
    Text,
    /// The same, packed.
    Binary,
}

/// A drawing for exchange (DXF): a section opens it, after comments if any.
pub(super) fn drawing(head: &[u8]) -> Option<Drawing> {
    if head.starts_with(b"AutoCAD Binary DXF\r\n\x1a\0") {
        return Some(Drawing::Binary);
    }
    let mut lines =
        head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii);
    loop {
        match (lines.next()?, lines.next()?) {
            (b"999", _) => {}
            (b"0", b"SECTION") => return Some(Drawing::Text),
            _ => return None,
        }
    }
}

/// Whether some bytes stand at a place.
fn at(head: &[u8], place: usize, mark: &[u8]) -> bool {
    head.get(place..).is_some_and(|rest| rest.starts_with(mark))
}
