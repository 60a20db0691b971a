//! The formats citizens may be given, and how servers and browsers treat them.

use crate::vocabulary::vocabulary;

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

    /// Whether a page may show it as a picture.
    pub fn is_image(self) -> bool {
        matches!(self, Self::Png | Self::Jpg | Self::Jpeg | Self::Gif | Self::Webp)
    }
}
