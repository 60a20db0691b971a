//! `sito.yaml` and themes.

use crate::settings::SETTINGS;
use crate::site::{Site, accepted, refused};

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
    for key in ["ente", "indirizzo_base", "rpct", "collegamenti"] {
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
