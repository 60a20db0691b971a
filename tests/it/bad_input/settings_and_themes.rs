//! `sito.yaml` and themes.

use crate::support::settings::SETTINGS;
use crate::support::site::{Site, accepted, refused};

/// A sound site whose `sito.yaml` is then changed.
fn with_settings(text: &str) -> Site {
    Site::published().and("sito.yaml", text)
}

/// A sound site that now wants a theme of its own, with these files.
fn with_theme(files: &[(&str, &str)]) -> Site {
    let site = with_settings(&format!("{SETTINGS}tema: nostro\n"));
    for (path, text) in files {
        site.put(&format!("themes/nostro/{path}"), text);
    }
    site
}

const MANIFEST: (&str, &str) = ("theme.yaml", "nome: Il nostro tema\ninterfaccia: 1\n");

#[test]
#[expect(clippy::disallowed_methods, reason = "what is tested is a file that is gone")]
fn a_site_without_sito_yaml_is_refused_with_the_remedy() {
    let site = Site::published();
    std::fs::remove_file(site.path("content/sito.yaml")).expect("a file can be removed");
    refused(&site).error("sito", "sito.yaml", "crealo con `trasparente init`");
}

#[test]
fn an_empty_sito_yaml_is_refused_with_all_it_lacks() {
    let run = refused(&with_settings(""));
    for key in ["ente", "indirizzo_base", "rpct"] {
        run.error("chiave-mancante", "sito.yaml:1:1", &format!("manca la chiave `{key}`"));
    }
}

#[test]
fn a_sito_yaml_that_is_not_yaml_is_refused() {
    refused(&with_settings("ente: [Comune di Esempio\n")).error("yaml", "sito.yaml:1:7", "");
    refused(&with_settings("solo un testo\n")).error("valore", "sito.yaml:1:1", "vuole delle chiavi sotto di sé");
    refused(&with_settings("ente: &e x\nrpct: *e\n")).error("yaml", "sito.yaml:1:10", "ancore e rimandi");
}

#[test]
fn tabs_and_anchors_in_sito_yaml_have_their_own_hints() {
    refused(&with_settings("ente:\n\tnome: Comune di Esempio\n")).says("usa spazi");
    refused(&with_settings("ente: &e x\nrpct: *e\n")).says("scrivi il valore per esteso");
}

#[test]
fn wrong_values_in_sito_yaml_are_all_refused_at_once() {
    let text = SETTINGS
        .replace("80188230587", "80188230588")
        .replace("protocollo@pec.comune.esempio.it", "protocollo")
        .replace("https://trasparenza.comune.esempio.it", "https://comune.esempio.it/trasparenza")
        .replace("  tipo: comune", "  tipo: comun")
        .replace("rpct:", "rpct:\n  fax: x");
    let run = refused(&with_settings(&(text + "lingua: tedesco\nin_scadenza_giorni: 1000\n")));
    run.error("valore", "sito.yaml:3:9", "forse `comune`?")
        .error("codice-fiscale", "sito.yaml:5:19", "la cifra di controllo")
        .error("indirizzo", "sito.yaml:7:8", "non è un indirizzo e-mail")
        .error("indirizzo", "sito.yaml:8:17", "l'indirizzo del sito non deve avere un percorso")
        .error("chiave-sconosciuta", "sito.yaml:10:3", "la chiave `fax` non esiste")
        .error("valore", "sito.yaml:16:9", "si può scrivere: it, en")
        .error("valore", "sito.yaml:17:21", "un numero intero da 0 a 60");
}

#[test]
fn a_section_the_law_wants_cannot_be_hidden() {
    let run = refused(&with_settings(&format!("{SETTINGS}sezioni:\n  nascondi: [bilanci, sanità]\n")));
    run.error("sito", "sito.yaml:16:14", "la legge la vuole").error(
        "sezione-sconosciuta",
        "sito.yaml:16:23",
        "`sanità`",
    );
}

#[test]
fn a_theme_that_is_not_there_is_refused_at_its_line() {
    refused(&with_theme(&[])).error("tema", "sito.yaml:15:7", "manca la cartella `themes/nostro`");
}

#[test]
fn a_theme_that_is_a_path_is_refused() {
    refused(&with_settings(&format!("{SETTINGS}tema: ../altrove\n"))).error(
        "valore",
        "sito.yaml:15:7",
        "il nome di un tema",
    );
}

#[test]
fn a_theme_that_asks_for_what_it_is_not_given_is_refused_before_rendering() {
    let page = "{% extends \"base/layout.html\" %}{% block content %}{% if false %}{{ segreto }} {{ page.autore }} {{ site.body.parent.sito }}{% endif %}{% endblock %}";
    let run = refused(&with_theme(&[MANIFEST, ("templates/not_found.html", page)]));
    run.says("themes/nostro/templates/not_found.html")
        .says("errore[tema]: il modello chiede `segreto`, che non gli viene dato")
        .says("errore[tema]: il modello chiede `page.autore`, che non gli viene dato")
        .says("errore[tema]: il modello chiede `site.body.parent.sito`, che non gli viene dato");
}

#[test]
fn a_theme_that_fails_while_rendering_is_refused() {
    let page = "{% extends \"base/layout.html\" %}\n{% block content %}{% set way = page.title %}{{ way.lunghezza }}{% endblock %}";
    let run = refused(&with_theme(&[MANIFEST, ("templates/not_found.html", page)]));
    run.says("themes/nostro/templates/not_found.html:2").says("errore[tema]: la pagina `/404.html` non si compone");
}

#[test]
fn a_theme_that_cannot_be_read_is_refused() {
    let run = refused(&with_theme(&[MANIFEST, ("templates/home.html", "{% if page.title %}\n")]));
    run.says("errore[tema]: un modello non si legge").says("themes/nostro/templates/home.html:");
    let run = refused(&with_theme(&[("templates/home.html", "x")]));
    run.says("errore[tema]: manca `theme.yaml`");
    let run = refused(&with_theme(&[("theme.yaml", "nome: Nostro\ninterfaccia: 99\n")]));
    run.says("errore[tema]: il tema è scritto per l'interfaccia 99");
}

#[test]
fn a_theme_that_changes_one_template_is_accepted() {
    accepted(&with_theme(&[MANIFEST, ("templates/not_found.html", "<!DOCTYPE html><title>{{ page.title }}</title>")]));
}

/// `theme.yaml` with more keys.
fn manifest(more: &str) -> String {
    format!("{}{more}", MANIFEST.1)
}

#[test]
fn a_colour_nobody_could_read_is_refused_with_its_contrast_and_a_better_one() {
    let run = refused(&with_theme(&[("theme.yaml", &manifest("colori:\n  primario: \"#ffcc00\"\n"))]));
    run.says("errore[tema]: il colore `primario` #ffcc00")
        .says("ha un contrasto di 1,")
        .says("la tonalità più vicina che si legge è #");
    let run = refused(&with_theme(&[("theme.yaml", &manifest("colori:\n  primario: rosso\n"))]));
    run.says("errore[tema]: `primario: rosso` non è un colore").says("sei cifre esadecimali");
}

#[test]
fn packages_that_are_not_installed_are_named_with_the_command() {
    let run = refused(&with_theme(&[("theme.yaml", &manifest("risorse:\n  css/x.css: pacchetto/x.css\n"))]));
    run.says("usa pacchetti che non sono installati: manca pacchetto/x.css").says("`npm ci --prefix themes/nostro`");
}

#[test]
fn packages_lead_nowhere_else() {
    let site = with_theme(&[
        ("theme.yaml", &manifest("risorse:\n  x.css: ../../../content/sito.yaml\n")),
        ("node_modules/pacchetto/x.css", "body{}"),
    ]);
    refused(&site).says("manca ../../../content/sito.yaml");
    let site = with_theme(&[
        ("theme.yaml", &manifest("risorse:\n  ../x.css: pacchetto/x.css\n")),
        ("node_modules/pacchetto/x.css", "body{}"),
    ]);
    refused(&site).says("pacchetti che non sono installati");
}

#[test]
fn themes_extend_only_what_is_there_and_never_each_other() {
    let run = refused(&with_theme(&[("theme.yaml", &manifest("estende: fantasma\n"))]));
    run.says("errore[tema]: il tema estende `fantasma`, che non c'è");
    refused(&with_theme(&[("theme.yaml", &manifest("estende: nostro\n"))])).says("il tema estende `nostro`");
}

#[test]
fn a_logo_and_a_typeface_are_files_of_the_theme() {
    let run = refused(&with_theme(&[("theme.yaml", &manifest("logo: stemma.svg\n"))]));
    run.says("errore[tema]: manca `assets/stemma.svg`");
    let run = refused(&with_theme(&[("theme.yaml", &manifest("logo: ../stemma.exe\n"))]));
    run.says("non è un file adatto");
    let fonts = "carattere:\n  nome: Nostro\n  normale: n.woff2\n";
    refused(&with_theme(&[("theme.yaml", &manifest(fonts))])).says("manca `assets/n.woff2`");
}

#[test]
fn a_theme_of_one_file_sets_colours_logo_and_typeface() {
    let keys = "logo: stemma.svg\ncarattere:\n  nome: Nostro\n  normale: n.woff2\ncolori:\n  primario: \"#8a1538\"\n";
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
    let site = with_theme(&[("theme.yaml", &manifest(keys)), ("assets/stemma.svg", svg), ("assets/n.woff2", "wOF2")]);
    accepted(&site);
    let read = |path: &str| String::from_utf8(crate::support::site::read(&site.path(path))).expect("it is text");
    let look = read("public/risorse/tema.css");
    assert!(
        look.contains("--accent:#8a1538") && look.contains("prefers-color-scheme") && look.contains("n.woff2"),
        "{look}"
    );
    let home = read("public/index.html");
    assert!(home.contains("src=\"/risorse/stemma.svg\"") && home.contains("href=\"/risorse/tema.css\""));
}

#[test]
fn ratings_need_to_know_where_they_go() {
    let run = refused(&with_settings(&format!("{SETTINGS}valutazione:\n  invio: ricevitore\n")));
    run.says("`valutazione` non dice dove mandare le risposte").says("oppure scrivi `invio: nessuno`");
}

#[test]
fn no_section_takes_the_address_of_a_list() {
    for id in ["aperti", "2026", "elenchi", "cerca"] {
        let more = format!("sezioni:\n  aggiungi:\n    - id: {id}\n      titolo: Prova\n");
        refused(&with_settings(&format!("{SETTINGS}{more}"))).says(id);
    }
}
