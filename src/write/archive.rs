//! Puts an archive together: ZIP, its members stored as they are.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};

use chrono::Datelike;
use zip::result::ZipError;
use zip::write::{SimpleFileOptions, ZipWriter};
use zip::{CompressionMethod, DateTime};

use super::pour;
use crate::edition::{Archive, Content};

/// Members larger than this need the format's wide sizes.
const LARGE: u64 = 0xffff_ffff;

/// Writes an archive. Its stamp is the ZIP's comment, at the very end. A
/// document that is no longer what was checked is an error, and what was
/// written must not be used.
pub fn pack(archive: &Archive, out: impl Write + Seek) -> io::Result<()> {
    let mut zip = ZipWriter::new(out);
    let date = archive.date;
    let year = u16::try_from(date.year()).unwrap_or(1980).clamp(1980, 2107);
    let (month, day) = (u8::try_from(date.month()).unwrap_or(1), u8::try_from(date.day()).unwrap_or(1));
    let moment = DateTime::from_date_and_time(year, month, day, 0, 0, 0).unwrap_or_default();
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(moment)
        .unix_permissions(0o644);
    for member in &archive.members {
        match &member.content {
            Content::Bytes(bytes) => {
                zip.start_file(member.name.as_str(), options).map_err(plain)?;
                zip.write_all(bytes)?;
            }
            Content::Copy { from, size, sha256 } => {
                zip.start_file(member.name.as_str(), options.large_file(*size >= LARGE)).map_err(plain)?;
                pour(from, (*sha256, *size), |block| zip.write_all(block))?;
            }
            Content::Archive(_) => {}
        }
    }
    zip.set_comment(archive.stamp()).map_err(plain)?;
    zip.finish().map_err(plain)?.flush()
}

/// What the disk said, without what the format put around it.
fn plain(error: ZipError) -> io::Error {
    match error {
        ZipError::Io(cause) => cause,
        other => io::Error::other(other),
    }
}

/// Where an archive is to go when it cannot be gone back in, as a connection
/// cannot: it is packed twice, the first time to find what the format writes
/// once it knows it, before what it follows.
pub struct Outline {
    /// How many bytes the archive has.
    pub size: u64,
    /// What stands somewhere in the end, by where it begins.
    mended: BTreeMap<u64, Vec<u8>>,
}

/// Packs an archive for its outline alone; the documents are read and
/// checked.
pub fn outline(archive: &Archive) -> io::Result<Outline> {
    let mut first = Stream { out: io::sink(), at: 0, end: 0, outline: Outline { size: 0, mended: BTreeMap::new() } };
    pack(archive, &mut first)?;
    Ok(Outline { size: first.end, ..first.outline })
}

/// Writes an archive from one end to the other, the same bytes as [`pack`].
pub fn stream(archive: &Archive, outline: Outline, out: impl Write) -> io::Result<()> {
    pack(archive, Stream { out, at: 0, end: 0, outline })
}

/// A member's sum and its sizes are mended, a few bytes at a time.
const LONGEST_MEND: u64 = 64;

/// What is written further on goes out, with the mends known for it; what is
/// written where something went out already is such a mend.
struct Stream<W> {
    out: W,
    at: u64,
    end: u64,
    outline: Outline,
}

impl<W: Write> Write for Stream<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.at < self.end {
            self.outline.mended.insert(self.at, bytes.to_vec());
        } else {
            let to = self.at + bytes.len() as u64;
            let mends = self.outline.mended.range(self.at.saturating_sub(LONGEST_MEND)..to);
            let mends =
                mends.flat_map(|(start, mend)| (*start..).zip(mend)).filter(|(at, _)| (self.at..to).contains(at));
            let mut mends = mends.peekable();
            if mends.peek().is_none() {
                self.out.write_all(bytes)?;
            } else {
                let mut mended = bytes.to_vec();
                for (at, right) in mends {
                    if let Some(byte) = usize::try_from(at - self.at).ok().and_then(|at| mended.get_mut(at)) {
                        *byte = *right;
                    }
                }
                self.out.write_all(&mended)?;
            }
            self.end = to;
        }
        self.at += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

impl<W> Seek for Stream<W> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.at = match to {
            SeekFrom::Start(at) => at,
            SeekFrom::Current(by) => self.at.saturating_add_signed(by),
            SeekFrom::End(by) => self.end.saturating_add_signed(by),
        };
        Ok(self.at)
    }
}

/// Whether a file holds exactly what packing the archive would write.
pub(super) fn holds(file: &File, archive: &Archive) -> io::Result<bool> {
    // What nearly always tells that it does not, without reading it all.
    if !ends_with(file, &archive.stamp())? {
        return Ok(false);
    }
    let mut beside = Beside { file, at: 0, length: file.metadata()?.len(), unlike: BTreeSet::new() };
    match pack(archive, &mut beside) {
        Ok(()) => Ok(beside.unlike.is_empty() && beside.at == beside.length),
        Err(error) if error.get_ref().is_some_and(|inner| inner.downcast_ref::<Unlike>().is_some()) => Ok(false),
        Err(error) => Err(error),
    }
}

fn ends_with(mut file: &File, stamp: &str) -> io::Result<bool> {
    let length = file.seek(SeekFrom::End(0))?;
    let Some(start) = length.checked_sub(stamp.len() as u64) else { return Ok(false) };
    file.seek(SeekFrom::Start(start))?;
    let mut end = vec![0; stamp.len()];
    file.read_exact(&mut end)?;
    Ok(end == stamp.as_bytes())
}

/// Takes what is written and compares it with a file. What is written twice,
/// as the head of a member is when its sum is known, counts the second time.
struct Beside<'f> {
    file: &'f File,
    at: u64,
    length: u64,
    /// Where they differ so far.
    unlike: BTreeSet<u64>,
}

/// More places than this cannot be those that are written twice: a member's
/// sum and two sizes, wide or not.
const WRITTEN_TWICE: usize = 64;

/// The two differ.
#[derive(Debug)]
struct Unlike;

impl std::fmt::Display for Unlike {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the file differs")
    }
}

impl std::error::Error for Unlike {}

impl Write for Beside<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut theirs = vec![0; bytes.len()];
        self.file.seek(SeekFrom::Start(self.at))?;
        match self.file.read_exact(&mut theirs) {
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Err(io::Error::other(Unlike)),
            read => read?,
        }
        let alike = bytes == theirs;
        for (place, (a, b)) in (self.at..).zip(bytes.iter().zip(&theirs)) {
            if alike && self.unlike.is_empty() {
                break;
            }
            if a == b {
                self.unlike.remove(&place);
            } else {
                self.unlike.insert(place);
            }
            if self.unlike.len() > WRITTEN_TWICE {
                return Err(io::Error::other(Unlike));
            }
        }
        self.at += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Seek for Beside<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.at = match to {
            SeekFrom::Start(at) => at,
            SeekFrom::Current(by) => self.at.saturating_add_signed(by),
            SeekFrom::End(by) => self.length.saturating_add_signed(by),
        };
        Ok(self.at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edition::Member;

    #[test]
    fn the_same_members_give_the_same_bytes_and_no_other_bytes_pass_for_them() {
        let archive = |text: &str| Archive {
            members: vec![Member::text("INDICE.txt", text.to_owned())],
            date: chrono::NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day"),
        };
        let packed = |archive: &Archive| {
            let mut bytes = io::Cursor::new(Vec::new());
            pack(archive, &mut bytes).expect("memory takes it");
            bytes.into_inner()
        };
        let (one, other) = (archive("uno"), archive("due"));
        assert_eq!(packed(&one), packed(&one));
        let kept = |bytes: &[u8], archive: &Archive| {
            let mut file = tempfile::tempfile().expect("a file can be made");
            file.write_all(bytes).expect("it can be written");
            holds(&file, archive).expect("it can be read")
        };
        let outline = super::outline(&one).expect("memory takes it");
        assert_eq!(outline.size, packed(&one).len() as u64);
        let mut streamed = Vec::new();
        stream(&one, outline, &mut streamed).expect("memory takes it");
        assert_eq!(streamed, packed(&one), "in one go it comes to the same");
        assert!(kept(&packed(&one), &one));
        assert!(!kept(&packed(&one), &other));
        // Whatever byte is another, the file is another; and so is a longer or a shorter one.
        let whole = packed(&one);
        for at in 0..whole.len() {
            let mut spoiled = whole.clone();
            spoiled[at] ^= 1;
            assert!(!kept(&spoiled, &one), "byte {at} of {} does not count", whole.len());
        }
        assert!(!kept(&whole[..whole.len() - 1], &one));
        assert!(!kept(&[b"PK", whole.as_slice()].concat(), &one));
        assert!(!kept(b"PK", &one));
    }
}
