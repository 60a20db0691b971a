//! Paths and links that lead out of the content folder.

use std::os::unix::fs::symlink;

use crate::support::site::{BAD, Site, notice, refused};

fn at(place: &str) -> String {
    format!("{BAD}:{place}")
}

/// A site beside whose content lies what must not be published.
fn beside_a_secret(site: Site) -> Site {
    site.put("segreto.pdf", "%PDF-1.7\nsegreto");
    site.put("altrove/segreto.md", notice("", "segreto"));
    site
}

#[test]
fn an_attachment_outside_is_refused_however_it_is_written() {
    let files = ["../../../segreto.pdf", "/etc/passwd", "..\\segreto.pdf", "a/../../../../segreto.pdf"];
    let list = files.map(|file| format!("  - file: {file}\n    titolo: Segreto\n")).concat();
    let run = refused(&beside_a_secret(Site::with(notice(&format!("allegati:\n{list}"), ""))));
    for (file, line) in files.iter().zip([6, 8, 10, 12]) {
        let words = format!("`{file}` esce dalla cartella dei contenuti");
        run.error("allegato-fuori", &at(&format!("{line}:11")), &words);
    }
}

#[test]
fn a_link_that_climbs_out_is_refused() {
    let body = "\n[uno](../../../segreto.pdf)\n\n[due](..%2F..%2F..%2Fsegreto.pdf)\n\n[tre](%2e%2e/%2e%2e/%2e%2e/segreto.pdf)\n";
    let run = refused(&beside_a_secret(Site::with(notice("", body))));
    for line in [7, 9, 11] {
        run.error("allegato-fuori", &at(&format!("{line}:1")), "metti il file accanto all'avviso");
    }
}

#[test]
fn an_image_that_climbs_out_is_refused() {
    let run = refused(&beside_a_secret(Site::with(notice("", "\nUna ![foto](../../../segreto.png).\n"))));
    run.error("allegato-fuori", &at("7:5"), "esce dalla cartella dei contenuti");
}

#[test]
fn a_notice_that_is_a_symbolic_link_is_refused() {
    let site = beside_a_secret(Site::published());
    symlink(site.path("altrove/segreto.md"), site.path(&format!("content/{BAD}"))).expect("a link can be made");
    let run = refused(&site);
    run.error("collegamento-simbolico", BAD, "i collegamenti non si seguono").says("copia qui il file vero");
}

#[test]
fn an_attachment_that_is_a_symbolic_link_is_refused() {
    let site = beside_a_secret(Site::with(notice("allegati:\n  - file: segreto.pdf\n    titolo: Segreto\n", "")));
    let link = "bandi-gara-contratti/procedure/segreto.pdf";
    symlink("/etc/passwd", site.path(&format!("content/{link}"))).expect("a link can be made");
    refused(&site).error("collegamento-simbolico", link, "copia qui il file vero");
}

#[test]
fn a_folder_that_is_a_symbolic_link_is_refused_and_not_entered() {
    let site = beside_a_secret(Site::published());
    symlink(site.path("altrove"), site.path("content/provvedimenti")).expect("a link can be made");
    let run = refused(&site);
    run.error("collegamento-simbolico", "provvedimenti", "i collegamenti non si seguono");
    assert!(!run.said.contains("segreto"), "the folder was entered: {}", run.said);
}

#[test]
fn a_symbolic_link_to_its_own_folder_ends() {
    let site = Site::published();
    symlink(".", site.path("content/bandi-gara-contratti/giro")).expect("a link can be made");
    refused(&site).error("collegamento-simbolico", "bandi-gara-contratti/giro", "i collegamenti non si seguono");
}

#[test]
fn a_link_to_nowhere_is_refused() {
    let site = Site::published();
    symlink("non-esiste", site.path(&format!("content/{BAD}"))).expect("a link can be made");
    refused(&site).error("collegamento-simbolico", BAD, "copia qui il file vero");
}

#[test]
fn a_pipe_is_refused_and_not_waited_for() {
    let site = Site::published();
    let made = std::process::Command::new("mkfifo").arg(site.path(&format!("content/{BAD}"))).status();
    assert!(made.is_ok_and(|status| status.success()), "a pipe can be made");
    refused(&site).error("allegato-formato", BAD, "non è un file né una cartella");
}

#[test]
fn a_file_name_that_is_not_utf_8_is_refused() {
    use std::os::unix::ffi::OsStrExt;
    let site = Site::published();
    let name = std::ffi::OsStr::from_bytes(b"qualit\xE0.pdf");
    std::fs::copy(site.path("content/sito.yaml"), site.path("content/bandi-gara-contratti").join(name))
        .expect("a file can be copied");
    refused(&site).says("il nome del file contiene caratteri illeggibili").says("[testo-utf8]");
}

#[test]
fn what_is_hidden_or_left_by_the_system_is_not_published() {
    let site = Site::published()
        .and(".bozze/prova.md", "non è un avviso")
        .and("bilanci/Thumbs.db", "x")
        .and("bilanci/prova.md~", "x");
    let before = site.on_line();
    let run = crate::support::site::accepted(&site);
    assert!(site.on_line() == before, "something was published: {}", run.said);
}
