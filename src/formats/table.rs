//! The table: per format, what its bytes must be.

use super::compound::Names;
use super::envelope::{SIGNED, TIMESTAMPED};
use super::members::Members;
use super::xml::Root;
use super::{Format, marks};

/// How a format is known.
#[derive(Debug, Clone, Copy)]
pub(super) enum Shape {
    /// By its first bytes.
    Mark(fn(&[u8]) -> bool),
    /// A ZIP archive, by the names of its members.
    Archive(fn(&Members<'_>) -> bool),
    /// A compound file of older Office programs, by the names in it.
    Compound(fn(Names) -> bool),
    /// By being text, or else by a mark.
    Text(TextShape),
    /// By being read from the first byte to the last.
    Whole(WholeShape),
}

/// What is text, or may be.
#[derive(Debug, Clone, Copy)]
pub(super) enum TextShape {
    /// Nothing but text.
    Plain,
    /// A drawing of groups of two lines, or their binary form.
    Drawing,
    /// A signed or timestamped envelope, in BER or as text, with the object
    /// identifier of its content.
    Envelope(&'static [u8]),
}

/// What is read in full.
#[derive(Debug, Clone, Copy)]
pub(super) enum WholeShape {
    /// JSON: an object or a list.
    Json,
    /// JSON: an object of geographic data (RFC 7946).
    Geographic,
    /// XML, with this root if it must have a certain one.
    Xml(Root),
}

/// The members every `OpenDocument` has.
const OPEN_DOCUMENT: &[&str] = &["meta-inf/manifest.xml", "content.xml"];

/// What the bytes of a format must be.
pub(super) fn shape(format: Format) -> Shape {
    use Shape::{Archive, Compound, Mark, Text, Whole};
    match format {
        Format::Pdf => Mark(marks::pdf),
        Format::Rtf => Mark(|head| head.starts_with(b"{\\rtf")),
        Format::SevenZip => Mark(|head| head.starts_with(b"7z\xbc\xaf\x27\x1c")),
        Format::Png => Mark(|head| head.starts_with(b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR")),
        Format::Jpg | Format::Jpeg => Mark(|head| head.starts_with(b"\xff\xd8\xff")),
        Format::Gif => Mark(|head| head.starts_with(b"GIF87a") || head.starts_with(b"GIF89a")),
        Format::Webp => Mark(marks::webp),
        Format::Tiff => Mark(marks::tiff),
        Format::Dwg => Mark(marks::dwg),
        Format::Gpkg => Mark(marks::geopackage),
        Format::Mp3 => Mark(marks::mp3),
        Format::Mp4 => Mark(marks::mp4),
        Format::Odt => Archive(|members| members.is_of_type("application/vnd.oasis.opendocument.text", OPEN_DOCUMENT)),
        Format::Ods => {
            Archive(|members| members.is_of_type("application/vnd.oasis.opendocument.spreadsheet", OPEN_DOCUMENT))
        }
        Format::Odp => {
            Archive(|members| members.is_of_type("application/vnd.oasis.opendocument.presentation", OPEN_DOCUMENT))
        }
        Format::Docx => Archive(|members| members.is_office("word/")),
        Format::Xlsx => Archive(|members| members.is_office("xl/")),
        Format::Pptx => Archive(|members| members.is_office("ppt/")),
        Format::Epub => Archive(|members| members.is_of_type("application/epub+zip", &["meta-inf/container.xml"])),
        Format::Zip => Archive(|_| true),
        Format::Doc => Compound(|names| names.word),
        Format::Xls => Compound(|names| names.excel),
        Format::Txt | Format::Csv => Text(TextShape::Plain),
        Format::Dxf => Text(TextShape::Drawing),
        Format::P7m => Text(TextShape::Envelope(SIGNED)),
        Format::Tsd => Text(TextShape::Envelope(TIMESTAMPED)),
        Format::Json => Whole(WholeShape::Json),
        Format::Geojson => Whole(WholeShape::Geographic),
        Format::Xml => Whole(WholeShape::Xml(Root::Any)),
        Format::Kml => Whole(WholeShape::Xml(Root::Kml)),
    }
}
