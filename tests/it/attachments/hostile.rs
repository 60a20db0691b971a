//! What is not a document, under the name of one: each row a name's ending,
//! what the file holds, and words of what is said about it.

use super::samples::{archive, compound, kml, long, repeated, utf16};
use super::{Site, told};

const RUNS: &str = "potrebbe contenere programmi";
const VOCABULARY: &str = "usa il vocabolario di pagine, disegni, formule o trasformazioni";
const STYLE: &str = "togli la riga che comincia con `<?xml-stylesheet`";
const DOCTYPE: &str = "togli la riga che comincia con `<!DOCTYPE`";
const ADDRESS: &str = "contiene un indirizzo che è un programma";
const OPENING: &str = "comincia come una pagina web";
const ENCODING: &str = "dichiara un'altra codifica";
const NOT_XML: &str = "non è XML ben scritto";
const NOT_TEXT: &str = "non è un testo";
const ESCAPE: &str = "la codifica del testo cambia a metà";
const MIXED: &str = "c'è anche una pagina web";
const NOTHING: &str = "dentro non c'è ciò che il nome promette";
const WINDOWS: &str = "un programma per Windows";
const CUT: &str = "è incompleto";

/// What a row of the table is.
type Row = (&'static str, &'static [u8], &'static str);

#[rustfmt::skip]
const HOSTILE: &[Row] = &[
    // Pages, by everything browsers take for the beginning of one.
    ("gpkg", b"<!DOCTYPE html><script>alert(1)</script>", RUNS),
    ("tsd", b"<html><script>alert(1)</script>", RUNS),
    ("dxf", b"\n\n  <HTML><body onload=alert(1)>", RUNS),
    ("p7m", b"<script>alert(1)</script>", RUNS),
    ("dwg", b"<iframe src=javascript:alert(1)>", RUNS),
    ("mp3", b"<body onload=alert(1)>", RUNS),
    ("txt", b"<h1>Bando</h1><img src=x onerror=alert(1)>", RUNS),
    ("txt", b"<div onclick=alert(1)>x</div>", RUNS),
    ("txt", b"<font color=red>x</font>", RUNS),
    ("csv", b"<table><tr><td>lotto</td></tr></table>", RUNS),
    ("csv", b"<a href=javascript:alert(1)>x</a>", RUNS),
    ("txt", b"<style>@import 'x'</style>", RUNS),
    ("txt", b"<title>x</title>", RUNS),
    ("txt", b"<b>x</b>", RUNS),
    ("txt", b"<br/>x", RUNS),
    ("txt", b"<p>x", RUNS),
    ("txt", b"<!-- --><svg onload=alert(1)>", RUNS),
    ("txt", b"<head>x", RUNS),
    ("json", b"<script>alert(1)</script>", RUNS),
    ("geojson", b"<html>{}", RUNS),
    ("pdf", b"<html>%PDF-1.7", RUNS),
    ("docx", b"<html xmlns:w=\"urn:schemas-microsoft-com:office:word\">", RUNS),
    ("xls", b"<html><table><tr><td>1</td></tr></table></html>", RUNS),
    ("xls", b"<table><tr><td>1</td></tr></table>", RUNS),
    ("csv", b"\xef\xbb\xbf\r\n\t<ScRiPt src=x>", RUNS),
    ("txt", b"\xa0\xa0<script>alert(1)</script>", RUNS),
    ("txt", b"\x0c<html>", RUNS),
    ("txt", b"<x><script>alert(1)</script>", RUNS),
    ("txt", b"<math><mtext></mtext></math>", RUNS),
    ("txt", b"<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>", RUNS),
    // A page and something else at once.
    ("jpg", b"<html>\xff\xd8\xff\xe0", RUNS),
    ("zip", b"<html>PK\x03\x04", RUNS),
    ("gif", b"GIF89a<html><script>alert(1)</script>", MIXED),
    ("gif", b"GIF89a/*\x01\x00\x01\x00*/=1;<SCRIPT >alert(1)</script>", MIXED),
    ("jpg", b"\xff\xd8\xff\xfe\x00\x20<script>alert(1)</script>", MIXED),
    ("png", b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0<html><body onload=alert(1)>", MIXED),
    ("webp", b"RIFF\x40\0\0\0WEBPVP8 <svg onload=alert(1)>", MIXED),
    ("pdf", b"%PDF-1.7\n<!DOCTYPE html><script>alert(1)</script>", MIXED),
    ("pdf", b"<x>%PDF-1.7", NOTHING),
    ("pdf", b"# <!-- \n%PDF-1.7", NOTHING),
    ("rtf", b"{\\rtf1 <script>alert(1)</script>}", MIXED),
    ("mp3", b"ID3\x03\0\0\0\0\0\x40TIT2<script>alert(1)</script>", MIXED),
    ("tiff", b"II*\0<iframe src=x>", MIXED),
    ("7z", b"7z\xbc\xaf\x27\x1c<script>alert(1)</script>", MIXED),
    ("p7m", b"0\x40\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02<html><script>alert(1)</script>                          ", MIXED),
    // XML in which something runs.
    ("xml", b"<dati xmlns:h='http://www.w3.org/1999/xhtml'><h:script>alert(1)</h:script></dati>", VOCABULARY),
    ("xml", b"<d xmlns='http://www.w3.org/1999&#x2f;xhtml'/>", VOCABULARY),
    ("xml", b"<d xmlns='&#104;ttp://www.w3.org/2000/s&#118;g'/>", VOCABULARY),
    ("xml", b"<d xmlns = \"http://www.w3.org/2000/svg\" />", VOCABULARY),
    ("xml", b"<d><m:math xmlns:m='http://www.w3.org/1998/Math/MathML'/></d>", VOCABULARY),
    ("xml", b"<d xmlns:x='http://www.w3.org/1999/XSL/Transform'/>", VOCABULARY),
    ("xml", b"<d><x xmlns='http://www.mozilla.org/keymaster/gatekeeper/there.is.only.xul'/></d>", VOCABULARY),
    ("kml", b"<kml xmlns='http://www.opengis.net/kml/2.2'><s xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/></kml>", VOCABULARY),
    ("xml", b"<?xml version='1.0'?>\n<?xml-stylesheet type='text/xsl' href='x.xsl'?><d/>", STYLE),
    ("xml", b"<?XML-stylesheet href='x'?><d/>", STYLE),
    ("xml", b"<!DOCTYPE d [<!ENTITY x '<script/>'>]><d>&x;</d>", DOCTYPE),
    ("xml", b"<d/><!doctype d>", DOCTYPE),
    ("xml", b"<d a='JAVASCRIPT:alert(1)'/>", ADDRESS),
    ("xml", b"<d a=' java\tscript:alert(1)'/>", ADDRESS),
    ("xml", b"<d a='java&#115;cript&#58;alert(1)'/>", ADDRESS),
    ("xml", b"<d a='java&#x0A;script:alert(1)'/>", ADDRESS),
    ("xml", b"<d><a>javascript:alert(1)</a></d>", ADDRESS),
    ("xml", b"<d>java&#115;cript:alert(1)</d>", ADDRESS),
    ("xml", b"<d>java<![CDATA[script:alert(1)]]></d>", ADDRESS),
    ("xml", b"<d a='vbscript:x'/>", ADDRESS),
    ("xml", b"<d a='data:text/html,%3Cscript%3Ealert(1)%3C/script%3E'/>", ADDRESS),
    ("kml", b"<kml><description><![CDATA[<a href='JavaScript:alert(1)'>x</a>]]></description></kml>", ADDRESS),
    ("kml", b"<kml><description><![CDATA[<a href=\"java&#115;cript:alert(1)\">x</a>]]></description></kml>", ADDRESS),
    ("kml", b"<kml><description>&lt;a href=&quot;javascript:alert(1)&quot;&gt;x&lt;/a&gt;</description></kml>", ADDRESS),
    // XML that could be read in more than one way.
    ("xml", b"<?xml version='1.0' encoding = 'utf-7'?><d/>", ENCODING),
    ("xml", b"<?xml version='1.0'\n encoding\t=\n\"ISO-2022-JP\"?><d/>", ENCODING),
    ("xml", b"<?xml version='1.0' encoding='UTF-16'?><d/>", ENCODING),
    ("xml", b"<?xml version='1.0' encoding='x-user-defined' ?><d/>", ENCODING),
    ("xml", b"<?xml version='1.1'?><d/>", NOT_XML),
    ("xml", b"<?xml encoding='utf-8'?><d/>", NOT_XML),
    ("xml", b"<?xml version='1.0'encoding='utf-7'?><d/>", NOT_XML),
    ("xml", b"<?xml version='1.0' encoding=utf-7?><d/>", NOT_XML),
    ("xml", b"<?xml version='1.0' standalone='yes' encoding='utf-7'?><d/>", NOT_XML),
    ("xml", b" <?xml version='1.0' encoding='utf-7'?><d/>", NOT_XML),
    ("xml", b"<d/><?xml version='1.0' encoding='utf-7'?>", NOT_XML),
    ("xml", b"<d>\x1b$B+ADw-script+AD4-\x1b(B</d>", ESCAPE),
    ("xml", b"\xff\xfe<\0d\0/\0>\0", "non è scritto in UTF-8"),
    ("xml", b"<d>\xe8</d>", "non è scritto in UTF-8"),
    ("xml", b"<d><e></d>", NOT_XML),
    ("xml", b"<d>", NOT_XML),
    ("xml", b"<d/><e/>", NOT_XML),
    ("xml", b"<d/>testo", NOT_XML),
    ("xml", b"testo", NOT_XML),
    ("xml", b"<d>&x;</d>", NOT_XML),
    ("xml", b"<d a=x/>", NOT_XML),
    ("xml", b"<d a='1' a='2'/>", NOT_XML),
    ("xml", b"<d a='<script>'/>", NOT_XML),
    ("xml", b"<d><!-- -- --></d>", NOT_XML),
    ("xml", b"<d xmlns:='http://www.w3.org/XML/1998/namespace'/>", NOT_XML),
    ("xml", b"<d xmlns:xml='http://www.esempio.it/'/>", NOT_XML),
    ("xml", b"<!-- x --><d/>", OPENING),
    ("xml", b"<p>x</p>", OPENING),
    ("kml", b"<kmz/>", "sembra un file `xml`"),
    // Texts that are none.
    ("txt", b"ciao\x00", NOT_TEXT),
    ("csv", b"a;b\n1;\x01\n", "nella riga 2"),
    ("txt", b"\x1b$B\x21\x21\x1b(B", ESCAPE),
    ("csv", b"a;b\n\x0e<script>\x0f", ESCAPE),
    ("json", b"{\"a\":\"\x1b$B\"}", ESCAPE),
    ("txt", b"+/v8-+ADw-script+AD4-alert(1)", ESCAPE),
    ("txt", b"x +ADw-script+AD4-", ESCAPE),
    ("txt", b"\xe8 perch\x81", NOT_TEXT),
    ("txt", b"\xff\xfea", NOT_TEXT),
    ("txt", b"\xff\xfea\0\x01\0", NOT_TEXT),
    ("txt", b"\xff\xfe\x00\xdc", NOT_TEXT),
    // Data that is none.
    ("json", b"{\"a\": 1,}", "non è JSON ben scritto"),
    ("json", b"var x = 1;", "non è JSON ben scritto"),
    ("json", b"\"<script>alert(1)</script>\"", "non è JSON ben scritto"),
    ("json", b"{\"a\":\n\"\xe8\"}", "non è scritto in UTF-8"),
    ("geojson", b"{\"type\":\"Topology\"}", "non contiene dati geografici"),
    ("geojson", b"[\"FeatureCollection\"]", "non contiene dati geografici"),
    ("geojson", b"{}", "rinominalo `"),
    // Programs.
    ("txt", b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0", WINDOWS),
    ("csv", b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0", WINDOWS),
    ("dwg", b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0", WINDOWS),
    ("p7m", b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0", WINDOWS),
    ("pdf", b"MZ\x90\0%PDF-1.7", WINDOWS),
    ("txt", b"L\0\0\0\x01\x14\x02\0\0\0\0\0", WINDOWS),
    ("json", b"\x7fELF\x02\x01\x01\0", "un programma per Linux"),
    ("gpkg", b"\xcf\xfa\xed\xfe\x07\0\0\x01", "un programma per macOS"),
    ("dwg", b"\xca\xfe\xba\xbe\0\0\0\x02", "un programma per macOS"),
    ("csv", b"\xca\xfe\xba\xbe\0\0\0\x3d", "un programma Java"),
    ("txt", b"dex\n035\0", "un programma per Android"),
    ("geojson", b"\0asm\x01\0\0\0", "un programma WebAssembly"),
    ("txt", b"#!/bin/sh\nrm -rf ~\n", "un programma da riga di comando"),
    ("csv", b"\xef\xbb\xbf#! /usr/bin/env python3\n", "un programma da riga di comando"),
    ("txt", b"<?php system($_GET['x']); ?>", "un programma da riga di comando"),
    // One format under the name of another.
    ("txt", b"%PDF-1.7\n", "sembra un file `pdf`: rinominalo `"),
    ("csv", b"%PDF-1.7\n\xe2\xe3\xcf\xd3\n", "sembra un file `pdf`"),
    ("json", b"%PDF-1.7\n\x01\x02", "sembra un file `pdf`"),
    ("dwg", b"%PDF-1.7\n", "sembra un file `pdf`"),
    ("dxf", b"%PDF-1.7\n", "sembra un file `pdf`"),
    ("p7m", b"%PDF-1.7\n", "sembra un file `pdf`"),
    ("tsd", b"0\x10\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02\0\0\0\0\0", "sembra un file `p7m`"),
    ("doc", b"{\\rtf1 ciao}", "sembra un file `rtf`"),
    ("txt", b"{\\rtf1 ciao}", "sembra un file `rtf`"),
    ("txt", b"GIF89a = 1; alert(1)", "sembra un file `gif`"),
    ("txt", b"%!PS-Adobe-3.0\n", "sembra un file `ps`, che non si pubblica"),
    ("csv", b"<?xml version='1.0'?><dati/>", "sembra un file `xml`"),
    ("gpkg", b"SQLite format 3\0\x10\0\x01\x01", "sembra un file `sqlite`, che non si pubblica"),
    ("pdf", b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR", "sembra un file `png`: rinominalo `"),
    ("mp3", b"\0\0\0\x14ftypisom\0\0\0\0mp42", "sembra un file `mp4`"),
    ("mp4", b"\0\0\0\x14ftypheic\0\0\0\0mif1", "sembra un file `heif`"),
    ("zip", b"Rar!\x1a\x07\0", "sembra un file `rar`"),
    ("dwg", b"AC1032<html>", NOTHING),
    ("dxf", b"0\nLINE\n", NOTHING),
    ("mp3", b"\xff\xfb\xff\xff", NOTHING),
    ("p7m", b"0\x82\x10\0\x06\x09", "sembra un file `der`, che non si pubblica"),
    ("p7m", b"-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n", "sembra un file `pem`, che non si pubblica"),
    ("tsd", b"0\x0d\x06\x0b\x2a\x86\x48\x86\xf7\x0d\x01\x09\x10\x01\x04", NOTHING),
    // Cut short.
    ("p7m", b"0\x82\x10\0\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02\xa0", CUT),
    ("odt", b"PK\x03\x04\x14\0", CUT),
    ("zip", b"PK\x03\x04\x14\0\0\0", CUT),
];

/// What is too long to be written in a row.
fn made() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let script = "<script xmlns='http://www.w3.org/1999/xhtml'>alert(1)</script>";
    vec![
        // Behind a long prologue, or far from the beginning.
        ("xml", format!("<?xml version='1.0'{}encoding='utf-7'?><d/>", " ".repeat(500)).into(), ENCODING),
        ("xml", format!("<?xml version='1.0'?><?{}?><d>{script}</d>", "x".repeat(100_000)).into(), VOCABULARY),
        ("xml", format!("<d>{}{script}</d>", "<e/>".repeat(60_000)).into(), VOCABULARY),
        ("xml", format!("<d>{}</d>", "<e>".repeat(5000)).into(), NOT_XML),
        ("xml", long("<d>", "x", "</d>"), "è troppo grande per essere controllato"),
        ("txt", format!("{}<html>", "\n".repeat(3000)).into(), RUNS),
        ("csv", [repeated(b"a;b\n", 50_000), b"\x00".to_vec()].concat(), "nella riga 50001"),
        ("json", long("{\"a\": \"", "x", "\"\x01}"), NOT_TEXT),
        ("json", long("x", " ", "{}"), "non è JSON ben scritto"),
        ("json", repeated(b"[", 1_000_000), "non è JSON ben scritto"),
        ("geojson", [b"{\"a\":".to_vec(), repeated(b"{\"a\":", 100_000)].concat(), "non è JSON ben scritto"),
        // In two bytes a letter.
        ("txt", utf16("<script>alert(1)</script>"), RUNS),
        ("txt", utf16("ciao\u{1b}"), ESCAPE),
        ("gpkg", utf16("<html>"), RUNS),
        // Archives of one kind under the name of another, or of none.
        (
            "docx",
            archive(&[("[Content_Types].xml", b"x"), ("xl/workbook.xml", b"x")]),
            "sembra un file `xlsx`: rinominalo `",
        ),
        ("xlsx", archive(&[("dati.csv", b"x")]), "sembra un file `zip`"),
        (
            "odt",
            archive(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", b"x")]),
            "sembra un file `ods`",
        ),
        ("epub", archive(&[("mimetype", b"text/html"), ("x.xhtml", b"x")]), "sembra un file `zip`"),
        ("pdf", archive(&[("[Content_Types].xml", b"x"), ("word/document.xml", b"x")]), "sembra un file `docx`"),
        ("zip", archive(&[("<img src=x onerror=alert(1)>.txt", b"x")]), MIXED),
        ("zip", [b"<html>".to_vec(), archive(&[("a.txt", b"x")])].concat(), RUNS),
        ("zip", archive(&[("a.txt", b"x")])[..30].to_vec(), CUT),
        // Compound files.
        ("doc", compound(&["Workbook"], false), "sembra un file `xls`"),
        ("xls", compound(&["PowerPoint Document"], false), "sembra un file `ppt`, che non si pubblica"),
        ("doc", compound(&[], false), NOTHING),
        ("doc", compound(&["WordDocument"], true), WINDOWS),
        ("txt", compound(&[], true), WINDOWS),
        ("docx", compound(&["EncryptedPackage"], false), "salvalo di nuovo senza password"),
        ("doc", compound(&["EncryptedPackage"], false), "salvalo di nuovo senza password"),
        // Maps.
        ("kml", kml("<s xmlns='http://www.w3.org/2000/svg'/>"), VOCABULARY),
    ]
}

#[test]
fn what_is_not_what_its_name_says_is_refused_with_words() {
    let rows = HOSTILE.iter().map(|(ending, bytes, words)| (*ending, bytes.to_vec(), *words)).chain(made());
    let rows: Vec<(String, Vec<u8>, &str)> =
        rows.enumerate().map(|(at, (ending, bytes, words))| (format!("n{at:03}.{ending}"), bytes, words)).collect();
    let names: Vec<&str> = rows.iter().map(|(name, ..)| name.as_str()).collect();
    let site = rows.iter().fold(Site::new(), |site, (name, bytes, _)| site.file(name, bytes));
    let findings = told(&site.notice("uno", 1, "", &names, "").build());
    let mut wrong = Vec::new();
    for (name, bytes, words) in &rows {
        let said = findings.iter().find(|finding| finding.contains(&format!("`{name}`")));
        if !said.is_some_and(|said| said.contains("[allegato-formato]") && said.contains(words)) {
            let start = String::from_utf8_lossy(&bytes[..bytes.len().min(60)]).into_owned();
            wrong.push(format!("{name} {start:?}: «{words}» is not in {said:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), rows.len(), wrong.join("\n"));
}
