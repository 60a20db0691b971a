//! Sound files of every format, as different programs write them: none is
//! refused.

use trasparente::model::Format;
use trasparente::vocabulary::Vocabulary;

use super::samples::{
    Length, SIGNED, TIMESTAMPED, archive, commented, compound, database, envelope, frames, kml, lettered, long,
    repeated, streamed, utf16,
};
use super::{Site, told};
use crate::support::sites::{files, read, root};

const TYPES: (&str, &[u8]) = ("[Content_Types].xml", b"<Types/>");
const MANIFEST: (&str, &[u8]) = ("META-INF/manifest.xml", b"<manifest:manifest/>");
const CONTENT: (&str, &[u8]) = ("content.xml", b"<office:document-content/>");

fn open(kind: &str) -> Vec<u8> {
    format!("application/vnd.oasis.opendocument.{kind}").into_bytes()
}

#[rustfmt::skip]
const SOUND: &[(&str, &[u8])] = &[
    ("pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Type/Catalog>>\nendobj\n"),
    ("pdf", b"\xef\xbb\xbf\r\n%PDF-1.4\n"),
    ("pdf", b"\x1b%-12345X@PJL ENTER LANGUAGE=PDF\r\n%PDF-1.3\n"),
    ("rtf", b"{\\rtf1\\ansi\\ansicpg1252 Bando di gara\\par}"),
    ("7z", b"7z\xbc\xaf\x27\x1c\0\x04\0\0\0\0"),
    ("png", b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0"),
    ("jpg", b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01"),
    ("jpeg", b"\xff\xd8\xff\xe1\0\x40Exif\0\0MM\0*\0\0\0\x08"),
    ("gif", b"GIF87a\x01\0\x01\0\x80\0\0"),
    ("gif", b"GIF89a\x01\0\x01\0\x80\0\0"),
    ("webp", b"RIFF\x1a\0\0\0WEBPVP8L\x0d\0\0\0\x2f"),
    ("webp", b"RIFF\x1a\0\0\0WEBPVP8 \x0d\0\0\0\x2f"),
    ("webp", b"RIFF\x1a\0\0\0WEBPVP8X\x0a\0\0\0\x10"),
    ("tiff", b"II*\0\x08\0\0\0"),
    ("tiff", b"MM\0*\0\0\0\x08"),
    ("tiff", b"II+\0\x08\0\0\0"),
    ("dwg", b"AC1009\0\0\0\0"),
    ("dwg", b"AC1015\0\0\0\0\0\0\x0f"),
    ("dwg", b"AC1032\0\0\0\0\x02\0\x01"),
    ("dxf", b"  0\r\nSECTION\r\n  2\r\nHEADER\r\n  9\r\n$ACADVER\r\n  1\r\nAC1015\r\n  0\r\nENDSEC\r\n  0\r\nEOF\r\n"),
    ("dxf", b"999\nlibreria <1.0>\n0\nSECTION\n2\nENTITIES\n0\nTEXT\n1\nPiazza \xe8\n0\nENDSEC\n0\nEOF\n"),
    ("dxf", b"AutoCAD Binary DXF\r\n\x1a\0\0\0SECTION\0"),
    ("mp3", b"ID3\x03\0\0\0\0\x0f\x76TIT2\0\0\0\x05\0\0\0Sedu"),
    ("mp3", b"ID3\x04\0\0\0\0\0\x0aTSSE"),
    ("mp4", b"\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41\0\0\0\x08free"),
    ("mp4", b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom"),
    ("mp4", b"\0\0\0\x14ftypM4V \0\0\0\x01M4V "),
    ("txt", b"Determinazione n. 12\r\n\tOggetto: mense\r\n"),
    ("txt", b"\xef\xbb\xbfperch\xc3\xa9\n"),
    ("txt", b"perch\xe9, citt\xe0, 10 \x80 \x96 \x93oggi\x94\n"),
    ("txt", b"<omissis>\ndelibera\n"),
    ("txt", b"pagina 1\n\x0cpagina 2\n"),
    ("txt", b"MZ Costruzioni srl, Roma\n"),
    ("txt", b"Nel testo: <script>, %PDF-1.7, <b>grassetto</b>\n"),
    ("txt", b"a"),
    ("csv", b"lotto;importo\r\n1;172.131,15\r\n"),
    ("csv", b"\xef\xbb\xbf\"lotto\",\"citt\xc3\xa0\"\n"),
    ("csv", b"lotto;citt\xe0\n1;Forl\xec\n"),
    ("csv", b"ID;Nome\n1;x\n"),
    ("csv", b"nota\n<b>x</b>\n"),
    ("csv", b"GIF;PNG\n1;2\n"),
    ("json", b"{\"a\": [1, 2.5, null, true], \"b\": \"<script>\"}"),
    ("json", b"\xef\xbb\xbf[]\n"),
    ("json", b"\n\t[{\"citt\xc3\xa0\": \"\\u001b\"}]"),
    ("geojson", b"{\"features\": [], \"name\": \"x\", \"type\": \"FeatureCollection\"}"),
    ("geojson", b"{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"type\":\"x\"}}"),
    ("geojson", b"{\"type\":\"Point\",\"coordinates\":[12.5,41.9]}"),
    ("xml", b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<legge190:pubblicazione xmlns:legge190=\"legge190_1_0\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"legge190_1_0 datasetAppaltiL190.xsd\"><a>x &amp; y &#232;</a></legge190:pubblicazione>"),
    ("xml", b"\xef\xbb\xbf<?xml version='1.0' encoding = 'utf-8' standalone='no' ?>\r\n<!-- dati --><d a='1'/>\n<!-- fine -->\n"),
    ("xml", b"<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:html=\"http://www.w3.org/TR/REC-html40\"/>"),
    ("xml", b"<p:FatturaElettronica versione=\"FPR12\" xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\" xmlns:p=\"http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2\"><a xmlns=\"\">x</a></p:FatturaElettronica>"),
    ("xml", b"<gml:d xmlns:gml=\"http://www.opengis.net/gml/3.2\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" xlink:href=\"https://example.it/?a=1&amp;b=2\"><n>Contenuti JavaScript: nessuno; data: 12/10</n></gml:d>"),
    ("kml", b"<kml xmlns=\"http://earth.google.com/kml/2.1\"><Placemark><description><![CDATA[<table><tr><td><b>Via Roma</b><a href=\"https://example.it/\">qui</a></td></tr></table>]]></description></Placemark></kml>"),
    ("kml", b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<kml xmlns=\"http://www.opengis.net/kml/2.2\" xmlns:gx=\"http://www.google.com/kml/ext/2.2\"><Document><description><![CDATA[<html xmlns:fo=\"http://www.w3.org/1999/XSL/Format\" xmlns:msxsl=\"urn:schemas-microsoft-com:xslt\"><head></head><body>x</body></html>]]></description></Document></kml>"),
];

/// What is made rather than written.
fn made() -> Vec<(&'static str, Vec<u8>)> {
    let office = |folder: &'static str| (folder, b"<x/>".as_slice());
    let (word, sheet, slides) =
        (office("word/document.xml"), office("xl/workbook.xml"), office("ppt/presentation.xml"));
    let (text, table, show) = (open("text"), open("spreadsheet"), open("presentation"));
    let template = open("text-template");
    let (text, table, show) = (("mimetype", &*text), ("mimetype", &*table), ("mimetype", &*show));
    let many: Vec<String> =
        (0..6000).map(|at| format!("xl/worksheets/un-nome-piuttosto-lungo-per-un-foglio-{at}.xml")).collect();
    let many: Vec<(&str, &[u8])> =
        [TYPES].into_iter().chain(many.iter().map(|name| (name.as_str(), b"".as_slice()))).collect();
    let book = ("mimetype", b"application/epub+zip".as_slice());
    let container = ("META-INF/container.xml", b"<container/>".as_slice());
    vec![
        // Different orders, habits and ends.
        ("docx", archive(&[TYPES, ("_rels/.rels", b"x"), word])),
        ("docx", archive(&[word, ("docProps/app.xml", b"x"), TYPES])),
        ("docx", streamed(&[TYPES, ("word/document2.xml", b"x")])),
        ("docx", archive(&[("word\\document.xml", b"x"), TYPES])),
        ("xlsx", archive(&[("docProps/app.xml", b"x"), sheet, TYPES])),
        ("xlsx", streamed(&[sheet, TYPES])),
        ("xlsx", commented(&[TYPES, sheet])),
        ("pptx", archive(&[TYPES, slides])),
        ("odt", archive(&[text, CONTENT, MANIFEST])),
        ("odt", archive(&[CONTENT, MANIFEST, text])),
        ("odt", streamed(&[text, CONTENT, MANIFEST])),
        ("odt", archive(&[("mimetype", &*template), CONTENT, MANIFEST])),
        ("odt", archive(&[MANIFEST, CONTENT])),
        ("ods", archive(&[table, CONTENT, MANIFEST])),
        ("odp", archive(&[show, MANIFEST, CONTENT])),
        ("epub", archive(&[book, container, ("OEBPS/x.xhtml", b"<html/>")])),
        ("epub", streamed(&[book, container])),
        ("zip", archive(&[("leggimi.txt", b"x")])),
        ("zip", archive(&[("pagina.html", b"<!DOCTYPE html><html><script>x</script></html>")])),
        ("zip", streamed(&[("cartella/", b""), ("cartella/perch\u{e9}.txt", b"x")])),
        ("zip", archive(&many)),
        ("xlsx", archive(&[&many[1..], &[TYPES]].concat())),
        ("doc", compound(&["WordDocument", "1Table"], false)),
        ("doc", compound(&["WordDocument", "ObjectPool", "Workbook"], false)),
        ("xls", compound(&["Workbook", "SummaryInformation"], false)),
        ("xls", compound(&["Book"], false)),
        // A directory far from the beginning.
        ("doc", [&compound(&[], false)[..], &[0; 300_032], &compound(&["WordDocument"], false)[1024..]].concat()),
        ("p7m", envelope(SIGNED, Length::Short)),
        ("p7m", envelope(SIGNED, Length::Long)),
        ("p7m", envelope(SIGNED, Length::Open)),
        ("p7m", lettered(&envelope(SIGNED, Length::Short), None)),
        ("p7m", lettered(&envelope(SIGNED, Length::Short), Some("PKCS7"))),
        ("p7m", lettered(&envelope(SIGNED, Length::Open), Some("CMS"))),
        ("tsd", envelope(TIMESTAMPED, Length::Short)),
        ("tsd", envelope(TIMESTAMPED, Length::Open)),
        ("gpkg", database(*b"GPKG")),
        ("gpkg", database(*b"GP10")),
        ("gpkg", database(*b"GP11")),
        ("mp3", frames([0xff, 0xfb, 0x90, 0x00], 417)),
        ("mp3", frames([0xff, 0xf3, 0x40, 0xc4], 104)),
        ("txt", utf16("perché\r\nno: 🏛\r\n")),
        ("csv", utf16("lotto\timporto\r\n1\t12\r\n")),
        ("csv", repeated("1;città;perché\n".as_bytes(), 100_000)),
        ("csv", repeated(b"1;citt\xe0;perch\xe9\n", 100_000)),
        ("json", long("{\"a\": \"", "x", "\"}")),
        ("kml", kml("<Placemark><Point><coordinates>12.5,41.9</coordinates></Point></Placemark>")),
        ("xml", format!("<?xml version='1.0'?><d>{}</d>", "<e a='1'>x: y</e>".repeat(20_000)).into()),
    ]
}

#[test]
fn sound_files_of_every_format_are_published() {
    let rows: Vec<(&str, Vec<u8>)> =
        SOUND.iter().map(|(ending, bytes)| (*ending, bytes.to_vec())).chain(made()).collect();
    for format in Format::ALL {
        assert!(rows.iter().any(|(ending, _)| *ending == format.word()), "no sound `{}`", format.word());
    }
    let names: Vec<String> = rows.iter().enumerate().map(|(at, (ending, _))| format!("n{at:03}.{ending}")).collect();
    let site = names.iter().zip(&rows).fold(Site::new(), |site, (name, (_, bytes))| site.file(name, bytes));
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let findings = told(&site.notice("uno", 1, "", &names, "").build());
    assert!(findings.is_empty(), "{}", findings.concat());
}

#[test]
fn what_programs_made_for_the_sample_site_is_what_its_name_says() {
    let folder = root().join("content");
    let mut seen = 0;
    for path in files(&folder) {
        let Some(format) = Format::of_name(&path) else { continue };
        assert_eq!(trasparente::formats::fault(format, &read(&folder.join(&path))), None, "{path}");
        seen += 1;
    }
    assert!(seen > 50, "only {seen} documents");
}
