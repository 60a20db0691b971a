//! What a browser, or a system, would take a file for by its first bytes.

use memchr::memmem;

use super::compound::{Directory, MARK};
use super::members::Members;
use super::{Program, envelope, marks};

/// How far pages are looked for: browsers look at 1,445 bytes at most.
const FAR: usize = 4096;

/// What browsers take for the beginning of a page if nothing says otherwise
/// (WHATWG MIME Sniffing, 7.1).
const OPENINGS: [&[u8]; 17] = [
    b"<!doctype html",
    b"<html",
    b"<head",
    b"<script",
    b"<iframe",
    b"<h1",
    b"<div",
    b"<font",
    b"<table",
    b"<a",
    b"<style",
    b"<title",
    b"<b",
    b"<body",
    b"<br",
    b"<p",
    b"<!--",
];

/// What only pages and drawings have.
const MARKS: [&[u8]; 10] =
    [b"<!doctype html", b"<html", b"<head", b"<script", b"<iframe", b"<body", b"<svg", b"<math", b"<object", b"<embed"];

/// What follows the mark of UTF-8 some programs put first.
pub(super) fn after_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}

/// Whether a browser could take a file for a page or drawing, whatever its
/// name.
pub(super) fn page(head: &[u8]) -> bool {
    let start = opening(head);
    start.starts_with(b"<") && (opens(&start) || holds(&start))
}

/// Whether markup begins as pages do.
pub(super) fn opens_like_a_page(head: &[u8]) -> bool {
    opens(&opening(head))
}

/// Whether a page stands near the beginning of a file of another format.
pub(super) fn mixed(head: &[u8]) -> bool {
    holds(&head[..head.len().min(1024)].to_ascii_lowercase())
}

/// The first bytes that are no blanks, in small letters. Bytes beyond ASCII
/// are skipped too, as some do with marks and blanks of other encodings.
fn opening(head: &[u8]) -> Vec<u8> {
    let wide = head.starts_with(b"\xff\xfe") || head.starts_with(b"\xfe\xff");
    let blank = |byte: &u8| byte.is_ascii_whitespace() || *byte >= 0x80;
    let bytes = head.iter().copied().filter(|byte| !wide || *byte != 0);
    bytes.skip_while(blank).take(FAR).map(|byte| byte.to_ascii_lowercase()).collect()
}

fn opens(start: &[u8]) -> bool {
    OPENINGS.iter().any(|mark| start.starts_with(mark) && (mark.ends_with(b"-") || ends(start.get(mark.len()))))
}

fn holds(start: &[u8]) -> bool {
    MARKS.iter().any(|mark| memmem::find_iter(start, mark).any(|at| ends(start.get(at + mark.len()))))
}

/// Whether a tag's name ends here.
fn ends(next: Option<&u8>) -> bool {
    next.is_none_or(|byte| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/'))
}

/// The program a file is, if it is one.
pub(super) fn program(head: &[u8]) -> Option<Program> {
    let begins = |mark: &[u8]| head.starts_with(mark);
    let word = |at: usize| head.get(at..at + 4).map(|word| u32::from_be_bytes([word[0], word[1], word[2], word[3]]));
    // Two letters alone could open a text, but texts hold no zeros.
    let packed = head.iter().take(256).any(|byte| *byte == 0);
    if packed && (begins(b"MZ") || begins(b"ZM")) || begins(b"L\0\0\0\x01\x14\x02\0") || Directory::over(head).installer
    {
        return Some(Program::Windows);
    }
    match word(0)? {
        0x7f45_4c46 => return Some(Program::Linux),
        0xfeed_face | 0xfeed_facf | 0xcefa_edfe | 0xcffa_edfe => return Some(Program::Mac),
        // Two families chose the same mark; the versions of the one are larger
        // than the numbers of the other.
        0xcafe_babe | 0xcafe_babf => return word(4).map(|next| if next < 40 { Program::Mac } else { Program::Java }),
        0x0061_736d => return Some(Program::WebAssembly),
        _ => {}
    }
    if begins(b"dex\n") && packed {
        return Some(Program::Android);
    }
    let text = after_mark(head).trim_ascii_start();
    let runs = text.strip_prefix(b"#!").is_some_and(|rest| rest.trim_ascii_start().starts_with(b"/"));
    (runs || text.get(..5).is_some_and(|start| start.eq_ignore_ascii_case(b"<?php"))).then_some(Program::Script)
}

/// What a text would be taken for, by its usual ending, if not for a text.
pub(super) fn told_of_text(text: &[u8]) -> Option<&'static str> {
    let text = text.trim_ascii_start();
    let marks: [(&[u8], &str); 6] = [
        (b"%PDF-", "pdf"),
        (b"%!PS", "ps"),
        (b"{\\rtf", "rtf"),
        (b"GIF87a", "gif"),
        (b"GIF89a", "gif"),
        (b"<?xml", "xml"),
    ];
    let known = marks.into_iter().find(|(mark, _)| text.starts_with(mark)).map(|(_, told)| told);
    known.or_else(|| marks::webp(text).then_some("webp"))
}

/// Whether a text is written in UTF-7, in which letters and signs hide
/// markup: it says so first, or writes `<` that way.
pub(super) fn is_utf7(text: &[u8]) -> bool {
    let marked = [b"+/v8", b"+/v9", b"+/v+", b"+/v/"].iter().any(|mark| text.starts_with(*mark));
    marked || memmem::find(&text[..text.len().min(FAR)], b"+ADw-").is_some()
}

/// What a file seems to be, by its usual ending.
pub(super) fn told(head: &[u8]) -> Option<&'static str> {
    if head.starts_with(MARK) {
        return Directory::over(head).told();
    }
    if head.starts_with(b"PK\x03\x04")
        && let Some(members) = Members::of(head, head, head.len() as u64)
    {
        return Some(members.told());
    }
    let own = [
        (marks::pdf(head), "pdf"),
        (marks::geopackage(head), "gpkg"),
        (marks::sqlite(head), "sqlite"),
        (marks::dwg(head), "dwg"),
        (marks::drawing(head).is_some(), "dxf"),
        (marks::mp4(head), "mp4"),
    ];
    let own = own.into_iter().find(|(is, _)| *is).map(|(_, told)| told);
    own.or_else(|| envelope::told(head)).or_else(|| told_of_text(after_mark(head))).or_else(|| {
        infer::get(head).map(|kind| match kind.extension() {
            "tif" => "tiff",
            told => told,
        })
    })
}
