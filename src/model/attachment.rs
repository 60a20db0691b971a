//! Attachments, and the files of the content folder.

use std::collections::BTreeMap;

use crate::calendar::Moment;
use crate::disk::Origin;
use crate::model::Group;
use crate::source::Spanned;
use crate::vocabulary::vocabulary;

/// A document attached to a notice.
#[derive(Debug, Clone)]
pub struct Attachment {
    /// A file of ours, or an address elsewhere.
    pub source: AttachmentSource,
    /// What it is called.
    pub title: String,
    /// What it holds.
    pub description: Option<String>,
    /// Where it belongs.
    pub group: Group,
    /// Its date.
    pub date: Option<Moment>,
    /// Its language, if another than the site's: an ISO 639-1 code.
    pub language: Option<String>,
    /// Whether it is digitally signed.
    pub signed: bool,
}

/// Where an attachment is.
#[derive(Debug, Clone)]
pub enum AttachmentSource {
    /// A file of the content folder: its path from there, with `/`.
    File(Spanned<String>),
    /// An address elsewhere.
    Url(Spanned<String>),
}

vocabulary! {
    /// A format citizens may be given. What is not listed is not published:
    /// nothing a browser would run, nothing nobody can open.
    Format in "format" {
        /// Portable document.
        Pdf = "pdf",
        /// `OpenDocument` text.
        Odt = "odt",
        /// `OpenDocument` spreadsheet.
        Ods = "ods",
        /// `OpenDocument` presentation.
        Odp = "odp",
        /// Word document.
        Docx = "docx",
        /// Excel workbook.
        Xlsx = "xlsx",
        /// `PowerPoint` presentation.
        Pptx = "pptx",
        /// Word document, old.
        Doc = "doc",
        /// Excel workbook, old.
        Xls = "xls",
        /// Rich text.
        Rtf = "rtf",
        /// Plain text.
        Txt = "txt",
        /// Table.
        Csv = "csv",
        /// JSON data.
        Json = "json",
        /// XML data.
        Xml = "xml",
        /// Signed envelope.
        P7m = "p7m",
        /// Timestamped envelope.
        Tsd = "tsd",
        /// Archive.
        Zip = "zip",
        /// Archive.
        SevenZip = "7z",
        /// Image.
        Png = "png",
        /// Image.
        Jpg = "jpg",
        /// Image.
        Jpeg = "jpeg",
        /// Image.
        Gif = "gif",
        /// Image.
        Webp = "webp",
        /// Image.
        Tiff = "tiff",
        /// Electronic book.
        Epub = "epub",
        /// Drawing.
        Dwg = "dwg",
        /// Drawing.
        Dxf = "dxf",
        /// Geographic data.
        Kml = "kml",
        /// Geographic data.
        Geojson = "geojson",
        /// Geographic data.
        Gpkg = "gpkg",
        /// Recording.
        Mp3 = "mp3",
        /// Film.
        Mp4 = "mp4",
    }
}

impl Format {
    /// The format a file name claims.
    pub fn of_name(name: &str) -> Option<Self> {
        use crate::vocabulary::Vocabulary;
        Self::read(name.rsplit_once('.')?.1)
    }

    /// The media type feeds and servers state.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Ods => "application/vnd.oasis.opendocument.spreadsheet",
            Self::Odp => "application/vnd.oasis.opendocument.presentation",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            Self::Doc => "application/msword",
            Self::Xls => "application/vnd.ms-excel",
            Self::Rtf => "application/rtf",
            Self::Txt => "text/plain",
            Self::Csv => "text/csv",
            Self::Json => "application/json",
            Self::Xml => "application/xml",
            Self::P7m => "application/pkcs7-mime",
            Self::Tsd => "application/timestamped-data",
            Self::Zip => "application/zip",
            Self::SevenZip => "application/x-7z-compressed",
            Self::Png => "image/png",
            Self::Jpg | Self::Jpeg => "image/jpeg",
            Self::Gif => "image/gif",
            Self::Webp => "image/webp",
            Self::Tiff => "image/tiff",
            Self::Epub => "application/epub+zip",
            Self::Dwg => "image/vnd.dwg",
            Self::Dxf => "image/vnd.dxf",
            Self::Kml => "application/vnd.google-earth.kml+xml",
            Self::Geojson => "application/geo+json",
            Self::Gpkg => "application/geopackage+sqlite3",
            Self::Mp3 => "audio/mpeg",
            Self::Mp4 => "video/mp4",
        }
    }

    /// Whether browsers read it as markup, in which scripts can hide.
    pub fn is_markup(self) -> bool {
        matches!(self, Self::Xml | Self::Kml)
    }

    /// Whether files of the format begin with a mark that tells them.
    pub fn has_a_mark(self) -> bool {
        let without = [
            Self::Txt,
            Self::Csv,
            Self::Json,
            Self::Xml,
            Self::P7m,
            Self::Tsd,
            Self::Dwg,
            Self::Dxf,
            Self::Kml,
            Self::Geojson,
            Self::Gpkg,
            Self::Mp3,
        ];
        !without.contains(&self)
    }

    /// Whether a page may show it as a picture.
    pub fn is_image(self) -> bool {
        matches!(self, Self::Png | Self::Jpg | Self::Jpeg | Self::Gif | Self::Webp)
    }
}

/// A file of the content folder that is not text of ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Where it is on disk.
    pub origin: Origin,
    /// How many bytes.
    pub size: u64,
    /// Its first bytes, enough to tell what it is.
    pub head: Vec<u8>,
    /// Whether a browser could run something in it.
    pub runs: bool,
    /// The SHA-256 of what it holds (FIPS 180-4).
    pub sha256: [u8; 32],
}

impl File {
    /// Its SHA-256, as `sha256sum` prints it.
    pub fn hash(&self) -> String {
        hex(&self.sha256)
    }
}

/// Bytes as checksums are written: two small hexadecimal digits each.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The files of the content folder, by path from there with `/`.
pub type Files = BTreeMap<String, File>;
