//! Whether a browser would run something in a file.

use memchr::memmem;

/// Whether a browser could take a file for a page or drawing, whatever its
/// name: some look at the first bytes rather than at the name.
pub(super) fn page_or_drawing(head: &[u8]) -> bool {
    let blank = |b: &u8| b.is_ascii_whitespace() || *b >= 0x80;
    let start: Vec<u8> = head.iter().copied().skip_while(blank).take(1024).map(|b| b.to_ascii_lowercase()).collect();
    let marks: [&[u8]; 6] = [b"<!doctype html", b"<html", b"<script", b"<svg", b"<body", b"<iframe"];
    start.starts_with(b"<") && marks.iter().any(|mark| memmem::find(&start, mark).is_some())
}

/// Whether markup could hold a script: it borrows the vocabulary of pages or
/// drawings, asks for a style sheet, or hides what it says behind entities or
/// another encoding than UTF-8.
pub(super) fn markup(bytes: &[u8]) -> bool {
    let marks: [&[u8]; 6] = [b"1999/xhtml", b"2000/svg", b"xml-stylesheet", b"<!DOCTYPE", b"<!ENTITY", b"javascript:"];
    std::str::from_utf8(bytes).is_err()
        || memchr::memchr(0, bytes).is_some()
        || declares_another_encoding(bytes)
        || marks.iter().any(|mark| memmem::find(bytes, mark).is_some())
        || memmem::find_iter(bytes, b"xmlns").any(|at| is_written_in_code(&bytes[at..]))
}

/// Whether the address of a name space is written with character references.
fn is_written_in_code(from: &[u8]) -> bool {
    let Some(open) = from.iter().position(|b| *b == b'"' || *b == b'\'') else { return false };
    let value = &from[open + 1..];
    let end = value.iter().position(|b| *b == from[open]).unwrap_or(value.len());
    value[..end].contains(&b'&')
}

fn declares_another_encoding(bytes: &[u8]) -> bool {
    let first = &bytes[..bytes.len().min(200)];
    let declared = first.starts_with(b"<?xml").then(|| memmem::find(first, b"encoding=")).flatten();
    declared.is_some_and(|at| !first.get(at + 10..).unwrap_or_default().to_ascii_lowercase().starts_with(b"utf-8"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_is_data() {
        assert!(!markup(
            b"<?xml version=\"1.0\" encoding=\"UTF-8\"?><legge190:pubblicazione xmlns:legge190=\"legge190_1_0\"/>"
        ));
    }

    #[test]
    fn scripts_are_found_wherever_they_hide() {
        let far =
            format!("<a>{}<h:script xmlns:h=\"http://www.w3.org/1999/xhtml\">x</h:script></a>", " ".repeat(10_000));
        let texts = [
            far.as_str(),
            "<a xmlns:h='http://www.w3.org/1999&#x2f;xhtml'/>",
            "<!DOCTYPE a [<!ENTITY x 'y'>]><a/>",
            "<?xml encoding='utf-7'?><a/>",
        ];
        for text in texts {
            assert!(markup(text.as_bytes()), "{text}");
        }
        assert!(markup(&[0xff, 0xfe, b'<', 0]));
        assert!(page_or_drawing(b"\xef\xbb\xbf <!-- --><svg onload=x>"));
    }
}
