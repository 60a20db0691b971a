//! Text that deceives whoever reads it: said to be there, turned round, or
//! another than it looks.

use crate::support::settings::SETTINGS;
use crate::support::site::{Site, accepted, notice, untouched};

const FOLDER: &str = "bandi-gara-contratti/procedure";
const HIDDEN: &str = "carattere-nascosto";
const UNKNOWN: &str = "chiave-sconosciuta";

/// What somebody typed, and what is found: rule, place and words; nothing if
/// it is a text as any other.
type Row = (&'static str, &'static str, Option<(&'static str, &'static str, &'static str)>);

/// More front matter, from line 5 on, and a body.
const ROWS: &[Row] = &[
    // Made of what nobody sees.
    ("oggetto: \"\\u200B\"\n", "", Some((HIDDEN, "5:10", "fatto solo di caratteri che non si vedono"))),
    ("oggetto: \"\\u2060\\uFEFF\"\n", "", Some((HIDDEN, "5:10", "fatto solo"))),
    ("oggetto: \"\\u00AD\"\n", "", Some((HIDDEN, "5:10", "fatto solo"))),
    ("oggetto: \"\\u3164\"\n", "", Some((HIDDEN, "5:10", "fatto solo"))),
    ("oggetto: \"\\u2800\\u2800\"\n", "", Some((HIDDEN, "5:10", "scrivi un testo che si legga"))),
    ("oggetto: \"\\0\\x01\"\n", "", Some((HIDDEN, "5:10", "fatto solo"))),
    ("oggetto: \u{200c}\u{200d}\n", "", Some((HIDDEN, "5:10", "fatto solo"))),
    ("responsabile: \"\\u200B\"\n", "", Some((HIDDEN, "5:15", "fatto solo"))),
    ("ufficio: \"\\u200B \\u200B\"\n", "", Some((HIDDEN, "5:10", "fatto solo"))),
    ("luogo: [\"\\u200B\"]\n", "", Some((HIDDEN, "5:9", "fatto solo"))),
    ("argomenti: [mense, \"\\u2063\"]\n", "", Some((HIDDEN, "5:20", "fatto solo"))),
    ("allegati:\n  - indirizzo: https://a.it/b\n    titolo: \"\\u200B\"\n", "", Some((HIDDEN, "7:13", "fatto solo"))),
    ("consenti:\n  - regola: clicca-qui\n    motivo: \"\\u200B\"\n", "", Some((HIDDEN, "7:13", "fatto solo"))),
    ("", "\n![\u{200b}](foto.png)\n", Some(("immagine-descritta", "7:1", "senza testo alternativo"))),
    ("", "\n![&#x200B;&#8203;](foto.png)\n", Some(("immagine-descritta", "7:1", "senza testo alternativo"))),
    ("", "\n## \u{200b}\n", Some(("livelli-dei-titoli", "7:1", "titolo"))),
    // Turned round.
    ("oggetto: Bando \u{202e}fdp\n", "", Some((HIDDEN, "5:16", "rovescia il testo da destra a sinistra (U+202E)"))),
    ("oggetto: \"Bando \\u202Efdp\"\n", "", Some((HIDDEN, "5:10", "(U+202E)"))),
    ("oggetto: a\u{202a}b\n", "", Some((HIDDEN, "5:11", "(U+202A)"))),
    ("oggetto: a\u{202b}b\n", "", Some((HIDDEN, "5:11", "(U+202B)"))),
    ("oggetto: a\u{202d}b\u{202c}\n", "", Some((HIDDEN, "5:13", "chiude un cambio di verso (U+202C)"))),
    ("oggetto: a\u{2066}b\n", "", Some((HIDDEN, "5:11", "isola un testo da sinistra a destra (U+2066)"))),
    ("oggetto: a\u{2067}b\u{2069}\n", "", Some((HIDDEN, "5:13", "chiude un testo isolato (U+2069)"))),
    ("oggetto: a\u{2068}b\n", "", Some((HIDDEN, "5:11", "(U+2068)"))),
    ("oggetto: a\u{200e}b\n", "", Some((HIDDEN, "5:11", "da sinistra a destra (U+200E)"))),
    ("oggetto: a\u{200f}b\n", "", Some((HIDDEN, "5:11", "da destra a sinistra (U+200F)"))),
    ("oggetto: a\u{061c}b\n", "", Some((HIDDEN, "5:11", "(U+061C)"))),
    ("oggetto: a\u{fff9}b\u{fffb}\n", "", Some((HIDDEN, "5:11", "annotazione"))),
    ("oggetto: a\u{e0062}b\n", "", Some((HIDDEN, "5:11", "un'etichetta nascosta (U+E0062)"))),
    ("# \u{202e}commento\n", "", Some((HIDDEN, "5:3", "(U+202E)"))),
    ("", "\nPrima\n\nTesto \u{202e}otsop.\n", Some((HIDDEN, "9:7", "(U+202E)"))),
    ("", "\nTesto &#x202E;otsop.\n", Some((HIDDEN, "7:7", "(U+202E)"))),
    ("", "\n```\ncodice \u{2066}\n```\n", Some((HIDDEN, "8:8", "(U+2066)"))),
    ("", "\n[testo](/bilanci/ \"\u{202e}olotit\")\n", Some((HIDDEN, "7:20", "(U+202E)"))),
    ("", "\n| a |\n|---|\n| \u{202e}b |\n", Some((HIDDEN, "9:3", "(U+202E)"))),
    // In codes and addresses.
    ("codici:\n  cig: B51A\u{200b}BEC4F6\n", "", Some((HIDDEN, "6:8", "uno spazio di larghezza zero (U+200B)"))),
    ("codici:\n  cig: \"B51A\\u00ADBEC4F6\"\n", "", Some((HIDDEN, "6:8", "un trattino che non si vede (U+00AD)"))),
    ("id: pro\u{200b}va\n", "", Some((HIDDEN, "5:5", "(U+200B)"))),
    ("alias: /vec\u{feff}chio\n", "", Some((HIDDEN, "5:8", "(U+FEFF)"))),
    ("collegati: mens\u{2060}e\n", "", Some((HIDDEN, "5:12", "(U+2060)"))),
    // Other than they look.
    ("\u{43e}ggetto: x\n", "", Some((UNKNOWN, "5:1", "la «о» è una lettera cirillica (U+043E)"))),
    ("ogg\u{435}tto: x\n", "", Some((UNKNOWN, "5:1", "la «е» è una lettera cirillica (U+0435)"))),
    ("\u{3bf}ggetto: x\n", "", Some((UNKNOWN, "5:1", "una lettera greca (U+03BF)"))),
    ("oggetto\u{a0}: x\n", "", Some((UNKNOWN, "5:1", "lo spazio dopo «oggetto» è unificatore o insolito (U+00A0)"))),
    ("og\u{200b}getto: x\n", "", Some((UNKNOWN, "5:1", "dopo «og» c'è un carattere che non si vede"))),
    ("og\u{ad}getto: x\n", "", Some((UNKNOWN, "5:1", "un trattino che non si vede (U+00AD)"))),
    ("procedura: \u{430}perta\n", "", Some(("valore", "5:12", "la «а» è una lettera cirillica (U+0430)"))),
    ("collegati: m\u{435}nse\n", "", Some(("collegato-sconosciuto", "5:12", "la «е» è una lettera cirillica"))),
    ("sezioni: bil\u{430}nci\n", "", Some(("sezione-sconosciuta", "5:10", "la «а» è una lettera cirillica"))),
    (
        "",
        "\nAtto.\n\n## Ora\n\n[Ora](#\u{43e}ra)\n",
        Some(("collegamento-interrotto", "11:1", "la «о» è una lettera cirillica")),
    ),
    ("", "\n[Atto](/atti/m\u{435}nse/)\n", Some(("collegamento-interrotto", "7:1", "la «е» è una lettera cirillica"))),
    ("", "\n[Bilanci](/bil\u{430}nci/)\n", Some(("collegamento-interrotto", "7:1", "la «а» è una lettera cirillica"))),
    (
        "allegati:\n  - file: f\u{43e}to.png\n    titolo: A\n",
        "",
        Some(("allegato-mancante", "6:11", "la «о» è una lettera cirillica")),
    ),
    (
        "consenti:\n  - regola: clicca-qu\u{456}\n    motivo: A\n",
        "",
        Some(("consenti", "6:13", "è una lettera cirillica")),
    ),
    // Texts as any other.
    ("oggetto: \"Servizi: שלום\u{200f}!\"\n", "", None),
    ("oggetto: مرحبا بكم\n", "\nمرحبا\u{200f}.\n", None),
    ("oggetto: fami\u{ad}glia e 👨\u{200d}👩\u{200d}👧 ❤\u{fe0f}\n", "", None),
    ("oggetto: l’importo – “circa” 5 € …\n", "\nUn\u{a0}testo.\n", None),
    ("oggetto: e\u{301}tà\n", "", None),
    ("oggetto: 公告\n", "", None),
    ("oggetto: Москва\n", "", None),
];

#[test]
fn a_text_that_deceives_is_told_at_its_place_with_the_character() {
    let png = "\u{89}PNG";
    let site = |rows: &[(usize, &Row)]| {
        let start =
            Site::published().and(&format!("{FOLDER}/foto.png"), png.chars().map(|c| c as u8).collect::<Vec<_>>());
        rows.iter()
            .fold(start, |site, (at, (more, body, _))| site.and(&format!("{FOLDER}/riga-{at}.md"), notice(more, body)))
    };
    let (bad, good): (Vec<_>, Vec<_>) = ROWS.iter().enumerate().partition(|(_, row)| row.2.is_some());
    let run = untouched(&site(&bad), 1, &[]);
    for (at, (.., found)) in bad {
        let (rule, place, words) = found.expect("only those that are told of");
        run.error(rule, &format!("{FOLDER}/riga-{at}.md:{place}"), words);
    }
    assert!(!run.said.contains('\u{202e}') && !run.said.contains('\u{2066}'), "what turns round is quoted as it is");
    accepted(&site(&good));
}

#[test]
fn settings_and_section_words_do_not_deceive_either() {
    for (settings, words, place, told) in [
        (SETTINGS.replace("Comune di Esempio", "\"\\u200B\""), "x", "sito.yaml:2:9", "fatto solo"),
        (SETTINGS.replace("Comune di", "Comune \u{202e}di"), "x", "sito.yaml:2:16", "(U+202E)"),
        (SETTINGS.replace("Segretario", "\u{2067}Segretario"), "x", "sito.yaml:10:9", "(U+2067)"),
        (format!("{SETTINGS}titolo: \"\\u2060\"\n"), "x", "sito.yaml:15:9", "fatto solo"),
        (SETTINGS.to_owned(), "\"\\u200B\"", "bilanci/_sezione.md:2:11", "fatto solo"),
        (SETTINGS.to_owned(), "Il \u{202e}bilancio", "bilanci/_sezione.md:2:14", "(U+202E)"),
    ] {
        let section = format!("---\nsommario: {words}\n---\n");
        let site = Site::published().and("sito.yaml", settings).and("bilanci/_sezione.md", section);
        untouched(&site, 1, &[]).error(HIDDEN, place, told);
    }
}
