//! Attachments that are not there, not documents, or not what they say.

use crate::support::site::{BAD, Site, accepted, notice, refused, warned};

const FOLDER: &str = "bandi-gara-contratti/procedure";

fn at(place: &str) -> String {
    format!("{BAD}:{place}")
}

/// A notice with one attachment, named on line 6.
fn attached(name: &str) -> Site {
    Site::with(notice(&format!("allegati:\n  - file: {name}\n    titolo: Documento\n"), ""))
}

fn attached_as(name: &str, bytes: impl AsRef<[u8]>) -> Site {
    attached(name).and(&format!("{FOLDER}/{name}"), bytes)
}

#[test]
fn a_missing_attachment_is_refused_with_its_folder() {
    let run = refused(
        &Site::published().and("bilanci/prova.md", notice("allegati:\n  - file: piano.pdf\n    titolo: Piano\n", "")),
    );
    run.error("allegato-mancante", "bilanci/prova.md:6:11", "mettilo nella cartella `bilanci`");
}

#[test]
fn an_attachment_with_other_capitals_is_refused_with_the_right_name() {
    let site = attached("Disciplinare.PDF").and(&format!("{FOLDER}/disciplinare.pdf"), "%PDF-1.7\n");
    refused(&site).error("allegato-mancante", &at("6:11"), "forse `disciplinare.pdf`?");
}

#[test]
fn a_name_that_is_not_near_is_not_suggested() {
    let run = refused(&attached("manca.pdf").and(&format!("{FOLDER}/x.pdf"), "%PDF-1.7\n"));
    assert!(!run.said.contains("forse `x.pdf`?"), "{}", run.said);
}

#[test]
fn an_empty_attachment_is_refused() {
    refused(&attached_as("bando.pdf", "")).error("allegato-vuoto", &at("6:11"), "forse il caricamento si è interrotto");
}

#[test]
fn an_empty_file_linked_in_the_text_is_refused() {
    let site = Site::with(notice("", "\nIl [bando](bando.pdf).\n")).and(&format!("{FOLDER}/bando.pdf"), "");
    refused(&site).error("allegato-vuoto", &at("7:4"), "il file `bando.pdf` è vuoto");
}

#[test]
fn an_attachment_nobody_uses_is_a_warning() {
    let run = warned(&Site::published().and(&format!("{FOLDER}/dimenticato.pdf"), "%PDF-1.7\n"));
    run.warning("allegato-non-usato", &format!("{FOLDER}/dimenticato.pdf"), "aggiungi `file: dimenticato.pdf`");
}

#[test]
fn a_page_under_the_name_of_a_document_is_refused() {
    let site = attached_as("bando.pdf", "<!DOCTYPE html>\n<html><script>alert(1)</script></html>");
    refused(&site).error("allegato-formato", &at("6:11"), "potrebbe contenere programmi");
}

#[test]
fn a_drawing_under_the_name_of_a_document_is_refused() {
    let drawing = "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";
    refused(&attached_as("bando.pdf", drawing)).error("allegato-formato", &at("6:11"), "potrebbe contenere programmi");
    refused(&attached_as("dati.xml", drawing)).error("allegato-formato", &at("6:11"), "potrebbe contenere programmi");
}

#[test]
fn a_page_is_known_in_capitals_and_behind_a_byte_order_mark() {
    let site = attached_as("dati.txt", "\u{feff}\n  <HTML><BODY ONLOAD=\"alert(1)\">");
    refused(&site).error("allegato-formato", &at("6:11"), "potrebbe contenere programmi");
}

#[test]
fn a_script_in_xml_is_refused_whatever_its_prefix() {
    let data =
        "<?xml version=\"1.0\"?><dati xmlns:h=\"http://www.w3.org/1999/xhtml\"><h:script>alert(1)</h:script></dati>";
    refused(&attached_as("dati.xml", data)).error("allegato-formato", &at("6:11"), "potrebbe contenere programmi");
}

#[test]
fn a_script_in_xml_is_refused_however_late_it_comes() {
    let padding = "x".repeat(600);
    let data = format!(
        "<?xml version=\"1.0\"?><dati nota=\"{padding}\"><script xmlns=\"http://www.w3.org/1999/xhtml\">alert(1)</script></dati>"
    );
    refused(&attached_as("dati.xml", data)).error("allegato-formato", &at("6:11"), "potrebbe contenere programmi");
}

#[test]
fn an_html_or_svg_file_is_not_published() {
    for name in ["pagina.html", "disegno.svg", "pagina.xhtml", "stile.css", "codice.js"] {
        refused(&attached_as(name, "<p>x</p>")).error(
            "allegato-formato",
            &at("6:11"),
            &format!("il formato di `{name}` non si pubblica"),
        );
    }
}

#[test]
fn a_file_without_an_extension_is_not_published() {
    let run = refused(&attached_as("bando", "%PDF-1.7\n"));
    run.error("allegato-formato", &at("6:11"), "il formato di `bando` non si pubblica").says("pdf, odt, ods");
}

#[test]
fn a_picture_under_the_name_of_a_document_is_refused_with_what_it_is() {
    let site = attached_as("bando.pdf", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    refused(&site).error("allegato-formato", &at("6:11"), "sembra un file `png`");
}

#[test]
fn a_text_under_the_name_of_a_pdf_is_refused() {
    refused(&attached_as("bando.pdf", "Errore 404")).error(
        "allegato-formato",
        &at("6:11"),
        "non è del formato che dice il suo nome",
    );
}

#[test]
fn a_program_is_refused_under_any_name() {
    refused(&attached_as("bando.pdf", b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xFF\xFF")).error(
        "allegato-formato",
        &at("6:11"),
        "bando.pdf",
    );
    refused(&attached_as("bando.exe", b"MZ\x90\0")).error("allegato-formato", &at("6:11"), "non si pubblica");
}

#[test]
fn two_attachments_of_one_name_are_refused() {
    let more = "allegati:\n  - file: uno/bando.pdf\n    titolo: Bando\n  - file: due/bando.pdf\n    titolo: Bando\n";
    let site = Site::with(notice(more, ""))
        .and(&format!("{FOLDER}/uno/bando.pdf"), "%PDF-1.7\n")
        .and(&format!("{FOLDER}/due/bando.pdf"), "%PDF-1.7\n");
    refused(&site).error("allegato-formato", &at("8:11"), "dai a uno dei due un altro nome");
}

#[test]
fn an_attachment_and_a_linked_file_of_one_name_are_refused_where_they_stand() {
    let site = Site::with(notice(
        "allegati:\n  - file: uno/bando.pdf\n    titolo: Bando\n",
        "\nIl [secondo bando](due/bando.pdf).\n",
    ))
    .and(&format!("{FOLDER}/uno/bando.pdf"), "%PDF-1.7\n")
    .and(&format!("{FOLDER}/due/bando.pdf"), "%PDF-1.7\n");
    refused(&site).error("allegato-formato", &at("10:4"), "dai a uno dei due un altro nome");
}

#[test]
fn an_attachment_of_neither_file_nor_address_is_refused() {
    let run = refused(&Site::with(notice("allegati:\n  - titolo: Bando\n", "")));
    run.error("chiave-mancante", &at("6:5"), "scrivi `file:` con il nome del file");
}

#[test]
fn a_name_with_spaces_is_published_without() {
    let site = attached_as("Bando di gara n. 1.pdf", "%PDF-1.7\n");
    accepted(&site);
    assert!(site.path("public/atti/prova/bando-di-gara-n-1.pdf").is_file(), "the attachment is not where it should be");
}
