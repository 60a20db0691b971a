//! Names that can stand nowhere: told at their place, by `check` as much as
//! by `build`, and before a byte is written.

use crate::support::settings::SETTINGS;
use crate::support::site::{Run, Site, accepted, notice, untouched};

const FOLDER: &str = "bandi-gara-contratti/procedure";

/// A name somebody gave something.
struct Row {
    /// The notice's file, in its section.
    file: String,
    /// What its front matter says beside.
    more: String,
    /// The files beside it.
    files: Vec<String>,
    /// What is found: rule, place and words; nothing if it is a good name.
    found: Option<(&'static str, &'static str, &'static str)>,
}

const IMPOSSIBLE: &str = "indirizzo-impossibile";

fn row(file: &str, more: &str, found: Option<(&'static str, &'static str, &'static str)>) -> Row {
    Row { file: file.to_owned(), more: more.to_owned(), files: Vec::new(), found }
}

fn named(name: &str, more: &str, words: &'static str) -> Row {
    row(name, more, Some((IMPOSSIBLE, "2:1", words)))
}

fn attached(folder: &str, names: &[&str], found: Option<(&'static str, &'static str, &'static str)>) -> Row {
    let more: String = names.iter().map(|name| format!("  - file: \"{name}\"\n    titolo: Documento\n")).collect();
    let files = names.iter().map(|name| (*name).to_owned()).collect();
    Row { file: format!("{folder}/index.md"), more: format!("allegati:\n{more}"), files, found }
}

fn alias(name: &str, alias: &str, found: Option<(&'static str, &'static str, &'static str)>) -> Row {
    row(&format!("{name}.md"), &format!("alias: {alias}\n"), found)
}

fn rows() -> Vec<Row> {
    let long = |letter: &str, length: usize| letter.repeat(length);
    let office = |name: &str, office: &str, words: Option<&'static str>| {
        row(&format!("{name}.md"), &format!("ufficio: \"{office}\"\n"), words.map(|words| (IMPOSSIBLE, "5:10", words)))
    };
    let doc = |folder: &str, name: &str, words: &'static str| {
        attached(folder, &[name, "altro.txt"], Some((IMPOSSIBLE, "6:11", words)))
    };
    vec![
        // Notices, by the names of their files.
        named(&format!("{}.md", long("a", 252)), "", "il nome permanente è di 252 caratteri"),
        named(&format!("{}.md", long("b", 240)), "", "al massimo 225"),
        named(&format!("{}/index.md", long("c", 226)), "", "id: mense-2026"),
        named(&format!("{}.md", long("公", 80)), "", "il nome permanente è di"),
        named(&format!("{}.md", long("🎭", 60)), "", "il nome permanente è di"),
        named("‼.md", "", "non si ricava un nome permanente"),
        named("…/index.md", "", "scrivilo nell'intestazione"),
        named("con.md", "", "Windows"),
        named("AUX.md", "", "Windows"),
        named("nul/index.md", "", "Windows"),
        named("com1.md", "", "Windows"),
        row("prn-mense.md", "", None),
        row(&format!("{}.md", long("d", 225)), "", None),
        row("公告.md", "", None),
        row("🎭.md", "", None),
        row(&format!("{}.md", long("公", 81)), "id: avviso-breve\n", None),
        row("vecchio.md", "id: lpt1\n", Some((IMPOSSIBLE, "5:5", "Windows"))),
        row(
            "piu.md",
            &format!("id: {}\n", long("e", 121)),
            Some(("valore", "5:5", "al massimo 120 caratteri: qui sono 121")),
        ),
        row("segni.md", "id: 公告!\n", Some(("valore", "5:5", "forse `gong-gao`?"))),
        row("puntini.md", "id: …\n", Some(("valore", "5:5", "per esempio"))),
        // Names nobody can type again.
        row("a\nb.md", "", Some(("carattere-nascosto", "", "un carattere di controllo (U+000A)"))),
        row("a\tb.md", "", Some(("carattere-nascosto", "", "(U+0009)"))),
        row("a\u{1b}[31mb.md", "", Some(("carattere-nascosto", "", "(U+001B)"))),
        row("a\u{85}b.md", "", Some(("carattere-nascosto", "", "(U+0085)"))),
        row("a\u{2028}b.md", "", Some(("carattere-nascosto", "", "un separatore di riga (U+2028)"))),
        row("a\u{202e}dm.b.md", "", Some(("carattere-nascosto", "", "rovescia il testo"))),
        row("a\u{200b}b.md", "", Some(("carattere-nascosto", "", "(U+200B)"))),
        row("cartella\u{7}/index.md", "", Some(("carattere-nascosto", "", "(U+0007)"))),
        // Attachments.
        doc("indice", "INDICE.txt", "`INDICE.txt` è il nome di un file che il programma mette nel fascicolo ZIP"),
        doc("indice-piccolo", "indice.txt", "nel fascicolo ZIP"),
        doc("indice-grande", "Indice.TXT", "nel fascicolo ZIP"),
        attached("indice-solo", &["INDICE.txt"], None),
        attached("somme", &["SHA256SUMS", "altro.txt"], Some((IMPOSSIBLE, "6:11", "nel fascicolo ZIP"))),
        doc("pagina", "index.json", "`index.json` è il nome di un file che il programma mette accanto alla pagina"),
        doc("lungo", &format!("{}.txt", long("f", 250)), "il nome con cui il file andrebbe in linea"),
        doc("lungo-cjk", &format!("{}.txt", long("公", 80)), "rinomina il file con un nome breve"),
        doc("lungo-emoji", &format!("{}.txt", long("🎭", 60)), "rinomina il file"),
        doc("dispositivo", "con.txt", "Windows"),
        doc("dispositivo-due", "NUL.txt", "Windows"),
        attached(
            "gemelli",
            &["Bando.txt", "bando.txt"],
            Some(("allegato-formato", "8:11", "maiuscole e minuscole sono lo stesso")),
        ),
        attached(
            "gemelli-due",
            &["Ré.txt", "re.txt"],
            Some(("allegato-formato", "8:11", "due allegati diversi si chiamano `re.txt`")),
        ),
        attached("giusto", &["Bando di gara n° 3.txt", "公告.txt", "àèì.TXT"], None),
        // Offices.
        office("ufficio-lungo", &long("g", 256), Some("darebbe un indirizzo di 256 caratteri")),
        office("ufficio-cjk", &long("公", 90), Some("darebbe un indirizzo di")),
        office("ufficio-segni", "—", Some("non ha lettere né cifre")),
        office("ufficio-con", "Con", Some("Windows")),
        office("ufficio-buono", "Ufficio Contratti", None),
        // Old addresses.
        alias("alias-tmp", "/vecchio/a.trasparente-tmp", Some((IMPOSSIBLE, "5:8", "usa mentre scrive"))),
        alias("alias-tmp-due", "/a.TRASPARENTE-TMP", Some((IMPOSSIBLE, "5:8", "usa mentre scrive"))),
        alias("alias-punto", "/vecchio/bando.", Some((IMPOSSIBLE, "5:8", "finisce con un punto"))),
        alias("alias-dispositivo", "/vecchio/nul.html", Some((IMPOSSIBLE, "5:8", "Windows"))),
        alias("alias-gemello-a", "/Vecchia/Pagina.asp", None),
        alias("alias-gemello-b", "/vecchia/pagina.asp", Some(("alias-occupato", "5:8", "è già di"))),
        alias("alias-robot", "/robots.txt", Some(("alias-occupato", "5:8", "serve già ad altro"))),
        alias("alias-buono", "/vecchia/gara.asp", None),
    ]
}

fn site(rows: &[Row]) -> Site {
    rows.iter().fold(Site::published(), |site, row| {
        let folder = row.file.rsplit_once('/').map_or("", |(folder, _)| folder);
        let files = row.files.iter().map(|name| format!("{FOLDER}/{folder}/{name}"));
        let site = files.fold(site, |site, path| site.and(&path, "testo\n"));
        site.and(&format!("{FOLDER}/{}", row.file), notice(&row.more, ""))
    })
}

/// The place of a row's finding as a report writes it.
fn place(row: &Row, at: &str) -> String {
    let file: String = row
        .file
        .chars()
        .map(|c| match c {
            '\n' => "\\n".to_owned(),
            '\t' => "\\t".to_owned(),
            c if c.is_control() || matches!(c, '\u{200b}' | '\u{2028}' | '\u{202e}') => {
                format!("\\u{{{:x}}}", c as u32)
            }
            c => c.to_string(),
        })
        .collect();
    if at.is_empty() { format!("{FOLDER}/{file}") } else { format!("{FOLDER}/{file}:{at}") }
}

fn holds(run: &Run, rows: &[Row]) {
    for row in rows {
        if let Some((rule, at, words)) = row.found {
            run.error(rule, &place(row, at), words);
        }
    }
}

#[test]
fn a_name_that_can_stand_nowhere_is_told_at_its_place_before_anything_is_written() {
    let (bad, good): (Vec<Row>, Vec<Row>) = rows().into_iter().partition(|row| row.found.is_some());
    // The twin is none without the other.
    let bad: Vec<Row> = bad.into_iter().chain([alias("alias-gemello-a", "/Vecchia/Pagina.asp", None)]).collect();
    let broken = site(&bad);
    holds(&untouched(&broken, 1, &[]), &bad);
    let checked = broken.run(&["check", "--lang", "it", "--as-of", "2026-11-23T10:00"]);
    assert_eq!(checked.code, Some(1), "{}", checked.said);
    holds(&checked, &bad);
    accepted(&site(&good));
}

#[test]
fn the_settings_name_nothing_impossible_either() {
    let section = |id: &str| format!("sezioni:\n  aggiungi:\n    - id: {id}\n      titolo: Prova\n");
    let rating = |url: &str| format!("valutazione:\n  invio: ricevitore\n  indirizzo: \"{url}\"\n");
    for (more, rule, at, words) in [
        (section(&"a".repeat(300)), IMPOSSIBLE, "17:11", "il nome è di 300 byte"),
        (section(&"a".repeat(240)), IMPOSSIBLE, "17:11", "nessun disco ne tiene più di 239"),
        (section("con"), IMPOSSIBLE, "17:11", "Windows"),
        (section("\"a\\nb\""), "valore", "17:11", "un nome permanente"),
        (section("\"a\\u202Eb\""), "carattere-nascosto", "17:11", "rovescia il testo"),
        (rating("https://voti.it;script-src *"), "indirizzo", "17:14", "non"),
        (rating("https://voti.it;script-src"), "indirizzo", "17:14", "non comincia con un nome di server"),
        (rating("https://voti.it,https://altro.it"), "indirizzo", "17:14", "non comincia con un nome di server"),
        (rating("https://voti.it'"), "indirizzo", "17:14", "non comincia con un nome di server"),
        (rating("https://voti.it\\n;x"), "indirizzo", "17:14", "non"),
        (rating("https://voti.it\\u00A0x"), "indirizzo", "17:14", "non"),
        (rating("https://chi@voti.it/"), "indirizzo", "17:14", "non comincia con un nome di server"),
    ] {
        let site = Site::published().and("sito.yaml", format!("{SETTINGS}{more}"));
        untouched(&site, 1, &[]).error(rule, &format!("sito.yaml:{at}"), words);
    }
}

#[test]
fn a_themes_assets_have_names_that_can_stand() {
    let manifest = "nome: Il nostro tema\ninterfaccia: 1\n";
    let long = format!("{}.svg", "a".repeat(245));
    for (name, words) in [
        ("a\nb.svg", "(U+000A)"),
        ("a\u{1b}b.svg", "(U+001B)"),
        ("a\u{202e}gvs.b.svg", "(U+202E)"),
        ("con.svg", "Windows"),
        ("x.trasparente-tmp", "usa mentre scrive"),
        ("a#b.svg", "non può stare `#`"),
        (long.as_str(), "il nome è di 249 byte"),
    ] {
        let site = Site::published().and("sito.yaml", format!("{SETTINGS}tema: nostro\n"));
        site.put("themes/nostro/theme.yaml", manifest);
        site.put(&format!("themes/nostro/assets/{name}"), "<svg/>");
        untouched(&site, 1, &[]).says(words).says("errore[tema]");
    }
    let site = Site::published().and("sito.yaml", format!("{SETTINGS}tema: nostro\n"));
    site.put("themes/nostro/theme.yaml", format!("{manifest}risorse:\n  \"css/a\\nb.css\": pacchetto/x.css\n"));
    site.put("themes/nostro/node_modules/pacchetto/x.css", "body{}");
    untouched(&site, 1, &[]).says("(U+000A)").says("dai un altro nome a `css/a\\nb.css`");
}

#[test]
fn new_takes_no_name_that_can_stand_nowhere() {
    let site = Site::published();
    let long = "a".repeat(300);
    for name in ["a\nb", "a\u{1b}b", "a\u{202e}b", "con", &long, "a/b", ".."] {
        let words =
            ["new", "--lang", "it", "--kind", "documento", "--section", "bilanci", "--title", "Prova", "--name"];
        let run = site.run(&[&words[..], &[name]].concat());
        assert!(run.code != Some(0) && !run.said.contains('\u{1b}') && !run.said.contains('\u{202e}'), "{}", run.said);
        run.says("non va bene come nome");
    }
}

#[test]
fn a_name_whose_accents_stand_apart_is_the_name_one_types() {
    let joined = "allegati:\n  - file: Perché.txt\n    titolo: Perché\n";
    let site = Site::published().and("bilanci/perche/index.md", notice(joined, "\nIl [piano](Perché.txt).\n"));
    accepted(&site.and("bilanci/perche/Perche\u{301}.txt", "testo\n"));
    // And typed as the disk has it, or as another file's link has it.
    let apart = "allegati:\n  - file: Perche\u{301}.txt\n    titolo: Perché\n";
    let site =
        Site::published().and("bilanci/perche/index.md", notice(apart, "\n[Qui accanto](../citta\u{300}.md).\n"));
    accepted(&site.and("bilanci/perche/Perché.txt", "testo\n").and("bilanci/citta\u{300}.md", notice("", "")));
    let both = Site::published().and("bilanci/perche/index.md", notice(joined, ""));
    let both = both.and("bilanci/perche/Perche\u{301}.txt", "uno\n").and("bilanci/perche/Perché.txt", "due\n");
    untouched(&both, 1, &[]).error(IMPOSSIBLE, "bilanci/perche/Perché.txt", "sono due caratteri");
}
