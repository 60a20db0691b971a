//! Puts an archive together: ZIP, its members stored as they are.

use std::io::{self, Seek, SeekFrom, Write};

use chrono::Datelike;
use zip::write::{SimpleFileOptions, ZipWriter};
use zip::{CompressionMethod, DateTime};

use super::folder::open_to_read;
use crate::edition::{Archive, Content};

/// Members larger than this need the format's wide sizes.
const LARGE: u64 = 0xffff_ffff;

/// Writes an archive. Its stamp is the ZIP's comment, at the very end.
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
                zip.start_file(member.name.as_str(), options)?;
                zip.write_all(bytes)?;
            }
            Content::Copy { from, size, .. } => {
                zip.start_file(member.name.as_str(), options.large_file(*size >= LARGE))?;
                let mut file = open_to_read(from).map_err(|error| error.cause)?;
                io::copy(&mut file, &mut zip)?;
            }
            Content::Archive(_) => {}
        }
    }
    zip.set_comment(archive.stamp())?;
    zip.finish()?.flush()
}

/// Whether a file ends with this stamp: it is the same archive.
pub(super) fn bears(mut file: impl io::Read + Seek, stamp: &str) -> io::Result<bool> {
    let length = file.seek(SeekFrom::End(0))?;
    let Some(start) = length.checked_sub(stamp.len() as u64) else { return Ok(false) };
    file.seek(SeekFrom::Start(start))?;
    let mut end = vec![0; stamp.len()];
    file.read_exact(&mut end)?;
    Ok(end == stamp.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edition::Member;

    #[test]
    fn the_same_members_give_the_same_bytes_and_the_stamp_tells_them() {
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
        assert_ne!(one.stamp(), other.stamp());
        assert!(bears(io::Cursor::new(packed(&one)), &one.stamp()).expect("memory can be read"));
        assert!(!bears(io::Cursor::new(packed(&one)), &other.stamp()).expect("memory can be read"));
        assert!(!bears(io::Cursor::new(b"PK"), &one.stamp()).expect("memory can be read"));
    }
}
