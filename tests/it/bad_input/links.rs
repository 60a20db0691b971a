//! Links, anchors, images and headings of a text.

use crate::support::site::{BAD, Site, accepted, notice, read, refused};

fn at(place: &str) -> String {
    format!("{BAD}:{place}")
}

const PICTURE: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";

fn with_body(body: &str) -> Site {
    Site::with(notice("", body))
}

#[test]
fn a_link_to_a_page_that_is_not_there_is_refused_with_the_nearest() {
    let run = refused(&with_body("\nUn [atto](/atti/menze/) e una [sezione](/bilancio/).\n"));
    run.error("collegamento-interrotto", &at("7:4"), "forse `/atti/mense/`?").error(
        "collegamento-interrotto",
        &at("7:31"),
        "non porta da nessuna parte",
    );
}

#[test]
fn a_link_to_a_file_that_is_not_there_is_refused() {
    let run = refused(&with_body("\nIl [bando](bando.pdf) e le [pulizie](pulizie.md).\n"));
    run.error("collegamento-interrotto", &at("7:4"), "non porta da nessuna parte");
    run.error("collegamento-interrotto", &at("7:28"), "non porta da nessuna parte");
}

#[test]
fn the_file_suggested_for_a_dead_link_is_a_link_that_works() {
    refused(&with_body("\nLe [mense](mense/indice.md).\n")).error(
        "collegamento-interrotto",
        &at("7:4"),
        "forse `mense/index.md`?",
    );
}

#[test]
fn a_link_to_an_anchor_that_is_not_there_is_refused_with_the_nearest() {
    let run = refused(&with_body("\n[qui sopra](#requisiti) e [le mense](mense/index.md#come-participare)\n"));
    run.error("collegamento-interrotto", &at("7:1"), "nella pagina non c'è il punto `#requisiti`");
    run.error("collegamento-interrotto", &at("7:27"), "forse `#come-partecipare`?");
}

#[test]
fn a_link_to_a_draft_or_to_tomorrow_is_refused() {
    let site = with_body("\nIl [nido](nido.md) e le [strade](strade.md).\n")
        .and("bandi-gara-contratti/procedure/nido.md", notice("bozza: sì\n", ""))
        .and("bandi-gara-contratti/procedure/strade.md", notice("", "").replace("12/10/2026", "24/11/2026"));
    let run = refused(&site);
    run.error("collegamento-interrotto", &at("7:4"), "non è ancora in linea").error(
        "collegamento-interrotto",
        &at("7:25"),
        "pubblicalo, o togli il collegamento",
    );
}

#[test]
fn a_link_to_tomorrow_by_its_address_is_refused_as_such() {
    let site = with_body("\nLe [strade](/atti/strade/).\n")
        .and("bandi-gara-contratti/procedure/strade.md", notice("", "").replace("12/10/2026", "24/11/2026"));
    refused(&site).error("collegamento-interrotto", &at("7:4"), "non è ancora in linea");
}

#[test]
fn links_that_lead_somewhere_are_accepted() {
    let body = "\n## Punto\n\n[a](/) [b](/bilanci/) [c](mense/index.md#come-partecipare) [d](mense/bando.pdf) [e](#punto) [f](/atti/mense/#come-partecipare)\n";
    accepted(&with_body(body));
}

#[test]
fn an_e_mail_address_between_angle_brackets_is_accepted() {
    accepted(&with_body("\nScrivi a <gare@comune.esempio.it>.\n"));
}

#[test]
fn links_in_footnotes_lead_where_they_say() {
    let site = with_body("\nTesto[^1].\n\n[^1]: Vedi i [bilanci](/bilanci/).\n\nVedi i [pagamenti](/pagamenti/).\n");
    accepted(&site);
    let page = String::from_utf8(read(&site.path("public/atti/prova/index.html"))).expect("a page is UTF-8");
    for link in ["<a href=\"/bilanci/\">bilanci</a>", "<a href=\"/pagamenti/\">pagamenti</a>"] {
        assert!(page.contains(link), "no {link}");
    }
}

#[test]
fn links_after_a_footnote_nobody_calls_lead_where_they_say() {
    let site = with_body("\n[^1]: Vedi i [bilanci](/bilanci/).\n\nVedi i [pagamenti](/pagamenti/).\n");
    accepted(&site);
    let page = String::from_utf8(read(&site.path("public/atti/prova/index.html"))).expect("a page is UTF-8");
    assert!(page.contains("<a href=\"/pagamenti/\">pagamenti</a>"), "the link has another address");
}

#[test]
fn a_footnote_in_a_footnote_loses_nothing() {
    let site = with_body(
        "\nTesto[^1] e[^2].\n\n[^1]: Prima.\n\n    [^2]: Seconda.\n\n    Ancora la prima.\n\nFine del testo.\n",
    );
    accepted(&site);
    let page = String::from_utf8(read(&site.path("public/atti/prova/index.html"))).expect("a page is UTF-8");
    for text in ["Testo", "Prima.", "Seconda.", "Ancora la prima.", "Fine del testo."] {
        assert!(page.contains(text), "no «{text}»");
    }
}

#[test]
fn an_image_without_a_text_is_refused() {
    let site = with_body("\n![](foto.png)\n").and("bandi-gara-contratti/procedure/foto.png", PICTURE);
    refused(&site).error("immagine-descritta", &at("7:1"), "scrivi fra le parentesi quadre che cosa mostra");
}

#[test]
fn an_image_of_another_site_is_refused() {
    let run = refused(&with_body("\n![Lo stemma](https://altrove.example/stemma.png)\n"));
    run.error("collegamento-pericoloso", &at("7:1"), "chi legge non deve essere seguito da altri");
}

#[test]
fn an_image_that_is_a_document_or_is_not_there_is_refused() {
    let run = refused(&with_body("\n![Il bando](mense/bando.pdf)\n\n![La mensa](mensa.png)\n"));
    run.error("allegato-formato", &at("7:1"), "vanno bene png, jpg, gif e webp");
    run.error("collegamento-interrotto", &at("9:1"), "non porta da nessuna parte");
}

#[test]
fn a_link_in_the_text_of_an_image_leads_where_it_says() {
    let site = with_body("\n![La mensa di [bilanci](/bilanci/)](foto.png)\n")
        .and("bandi-gara-contratti/procedure/foto.png", PICTURE);
    accepted(&site);
    let page = String::from_utf8(read(&site.path("public/atti/prova/index.html"))).expect("a page is UTF-8");
    assert!(page.contains("src=\"/atti/prova/foto.png\""), "the image has another address");
}

#[test]
fn skipped_headings_are_refused_with_the_right_level() {
    let run = refused(&with_body("\n## Uno\n\n#### Tre\n"));
    run.error("livelli-dei-titoli", &at("9:1"), "dal livello 2 si salta al livello 4").says("scrivi `### Titolo`");
}

#[test]
fn a_heading_of_the_first_level_is_refused() {
    let run = refused(&with_body("\n# Mense\n\nScadenze\n========\n"));
    run.error("livelli-dei-titoli", &at("7:1"), "comincia da due cancelletti");
    run.error("livelli-dei-titoli", &at("9:1"), "il titolo principale della pagina c'è già");
}

#[test]
fn an_empty_heading_is_refused() {
    refused(&with_body("\n##\n\nTesto.\n")).error("livelli-dei-titoli", &at("7:1"), "titolo vuoto");
}
