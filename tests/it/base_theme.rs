//! The theme every body begins with, given what bodies and titles really
//! look like.

use std::path::Path;

use crate::support::settings::SETTINGS;
use crate::support::sites::{build, findings_of, pages, text_blocks};
use trasparente::edition::Edition;

/// A body whose name is longer than a line: there are such.
const ORDER: &str = "Ordine dei dottori commercialisti e degli esperti contabili della circoscrizione del Tribunale di Esempio \
                     sul Fiume e delle sezioni distaccate";

/// Builds a site of one notice in the built-in theme.
fn site(settings: &str, front_matter: &str) -> Edition {
    let folder = tempfile::tempdir().expect("a folder for a site");
    put(&folder.path().join("content/sito.yaml"), settings);
    let notice = format!("---\ntipo: documento\npubblicato: 2026-11-01\n{front_matter}---\n");
    put(&folder.path().join("content/altri-contenuti/dati-ulteriori/prova.md"), &notice);
    let built = build(folder.path());
    let said = findings_of(&built);
    built.edition.unwrap_or_else(|| panic!("{said}"))
}

/// What a page says, block by block.
fn text(edition: &Edition, path: &str) -> Vec<String> {
    let page = pages(edition).into_iter().find(|(known, _)| known == path);
    text_blocks(&page.unwrap_or_else(|| panic!("no {path}")).1)
}

#[test]
fn a_body_with_a_long_name_can_publish() {
    let edition = site(&SETTINGS.replace("Comune di Esempio", ORDER), "titolo: Bilancio di previsione\n");
    let page = text(&edition, "atti/prova/index.html");
    assert!(page[0].starts_with("Bilancio di previsione"), "the tab says `{}`", page[0]);
    assert!(page.iter().any(|block| block.contains(ORDER)), "the page does not say whose it is");
}

#[test]
fn a_body_with_a_rather_long_name_leaves_room_for_the_titles_of_its_pages() {
    let name = &ORDER[..96];
    let edition = site(&SETTINGS.replace("Comune di Esempio", name), "titolo: Bilancio di previsione\n");
    let page = text(&edition, "atti/prova/index.html");
    assert!(page[0].starts_with("Bilancio di previsione"), "the tab says `{}`", page[0]);
}

#[test]
fn hostile_titles_read_as_they_were_typed() {
    for title in [
        "Virgolette \"doppie\", 'semplici' & «caporali»",
        "Importo < 40.000 euro > 0 && a<-b; &lt;b&gt; &amp;amp;",
        "{{ site.title }} {% raw %} {# commento #}",
        "Fine di CDATA ]]> e commento -->",
        "Emoji 👩‍👩‍👧 🇮🇹 𝔘𝔫𝔦𝔠𝔬𝔡𝔢",
        "Da destra: שלום עולם, مرحبا",
        "Titolo | Comune di Esempio",
    ] {
        let quoted = title.replace('\\', "\\\\").replace('"', "\\\"");
        let edition = site(SETTINGS, &format!("titolo: \"{quoted}\"\nsommario: \"{quoted}\"\n"));
        let page = text(&edition, "atti/prova/index.html");
        assert!(page[0].starts_with(title), "the tab says `{}` for `{title}`", page[0]);
        let shown = page[1..].iter().filter(|block| *block == title).count();
        assert_eq!(shown, 2, "heading and summary of `{title}`: {page:?}");
        for list in ["index.html", "altri-contenuti/dati-ulteriori/index.html"] {
            assert!(text(&edition, list).iter().any(|block| block == title), "{list} does not name `{title}`");
        }
    }
}

#[test]
fn a_title_of_four_hundred_characters_is_cut_in_the_tab_alone() {
    let title = "Lungo ".repeat(66) + "fine";
    let edition = site(SETTINGS, &format!("titolo: {title}\n"));
    let page = text(&edition, "atti/prova/index.html");
    assert!(page[0].chars().count() < 140, "the tab says `{}`", page[0]);
    assert!(page[0].ends_with("… | Comune di Esempio"), "the tab says `{}`", page[0]);
    assert!(page.contains(&title));
}

#[expect(clippy::disallowed_methods, reason = "a site is made of files")]
fn put(path: &Path, text: &str) {
    std::fs::create_dir_all(path.parent().expect("a path in a folder")).expect("folders can be made");
    std::fs::write(path, text).expect("a file can be written");
}
