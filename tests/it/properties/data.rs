//! The open data of whatever an editor types, read by other readers.

use proptest::prelude::*;
use serde_json::Value;
use trasparente::data::{harmless, one_line};
use trasparente::edition::Edition;

use super::cases;
use super::feeds::{text, title};
use crate::support::memory::build;
use crate::support::notices::{FOLDER, notice};
use crate::support::quoted::{accepted, code, quoted};
use crate::support::sites::{findings_of, now};

/// What spreadsheets, parsers of tables and of JSON stumble over.
const STARTS: &[&str] =
    &["=", "+", "-", "@", "'", "''=", "＝", "\t=", "\r\n=", "\"", "\";=", ";=1", ",", "|", "\u{feff}", ""];

/// A text that begins with something odd.
fn field() -> impl Strategy<Value = String> {
    (proptest::sample::select(STARTS), title()).prop_map(|(start, title)| format!("{start}{title}"))
}

/// Notices with such texts wherever a text may stand.
fn site(texts: &[String]) -> Vec<(String, String)> {
    let call = |(at, text): (usize, &String)| {
        let office = quoted(&accepted(&format!("Ufficio {}", text.chars().take(20).collect::<String>())));
        let code = quoted(&code(text));
        let text = quoted(text);
        let words = format!(
            "---\ntitolo: {text}\ntipo: bando-gara\noggetto: {text}\nsommario: {text}\nufficio: {office}\nresponsabile: {text}\n\
             argomenti: [{text}, {text}]\nluogo: {text}\npubblicato: 2026-10-{day:02}\ncodici:\n  protocollo: {code}\nimporto:\n  base: {at}.000,0{cent}\n\
             scadenze:\n  - tipo: presentazione-offerte\n    data: 2026-11-{day:02}\n    nota: {text}\n    luogo: {text}\n    proroghe:\n      - tipo: proroga\n        motivo: {text}\n\
             piattaforma:\n  nome: {text}\nlotti:\n  - titolo: {text}\npartecipanti:\n  - nome: {text}\n    identificativo_estero: {code}\n    raggruppamento: {code}\naggiudicatari:\n  - nome: {text}\n    ribasso: {code}\n\
             allegati:\n  - indirizzo: https://www.example.it/{at}.pdf\n    titolo: {text}\n    descrizione: {text}\n---\n",
            day = at % 28 + 1,
            cent = at % 10,
        );
        (format!("{FOLDER}/atto-{at:02}.md"), words)
    };
    texts.iter().enumerate().map(call).collect()
}

proptest! {
    #![proptest_config(cases(12))]

    #[test]
    fn tables_and_json_say_the_same_whatever_a_text_holds(texts in proptest::collection::vec(field(), 12)) {
        // Only what is accepted is published.
        let texts: Vec<String> = texts.into_iter().filter(|text| notice(&site(std::slice::from_ref(text))[0].1).is_some()).collect();
        prop_assert!(texts.len() > 5, "only {} of 12 are accepted", texts.len());
        let built = build(&site(&texts), now());
        prop_assert!(built.edition.is_some(), "{}", findings_of(&built));
        let edition = built.edition.unwrap_or_default();
        for (path, _) in edition.files().filter(|(path, _)| path.ends_with(".json")) {
            let json = serde_json::from_str::<Value>(&text(&edition, path));
            prop_assert!(json.is_ok(), "{}: {:?}", path, json);
        }
        let whole: Value = serde_json::from_str(&text(&edition, "dati/atti.json")).expect("just read");
        let notices = whole["atti"].as_array().expect("a list");
        prop_assert_eq!(notices.len(), texts.len());
        let rows = rows(&edition, "dati/atti.csv");
        let deadlines = self::rows(&edition, "dati/scadenze.csv");
        for (at, notice) in notices.iter().enumerate() {
            let told = |value: &Value| value.as_str().map(|text| harmless(&one_line(text)).into_owned());
            for (key, cell) in [("titolo", &rows[at][1]), ("oggetto", &rows[at][4]), ("sommario", &rows[at][5])] {
                prop_assert_eq!(told(&notice[key]).unwrap_or_default(), cell);
            }
            prop_assert_eq!(told(&notice["scadenze"][0]["nota"]).unwrap_or_default(), &deadlines[at][7]);
            prop_assert_eq!(told(&notice["codici"]["protocollo"]).unwrap_or_default(), &rows[at][20]);
            prop_assert_eq!(notice["importo"]["base"].as_f64(), rows[at][21].parse::<f64>().ok());
        }
        for path in ["atti", "scadenze", "allegati", "lotti", "partecipanti", "aggiudicatari"] {
            for cell in self::rows(&edition, &format!("dati/{path}.csv")).iter().flat_map(csv::StringRecord::iter) {
                let formula = |part: &str| part.starts_with(['=', '+', '-', '@', '\t', '\r', '＝']);
                prop_assert!(!cell.split(';').any(formula), "{} holds a formula: {:?}", path, cell);
                prop_assert!(!cell.contains(char::is_control), "{}: {:?}", path, cell);
            }
        }
        #[cfg(feature = "spreadsheets")]
        if let Err(fault) = workbook(&edition) {
            prop_assert!(false, "{}", fault);
        }
    }
}

/// A text of ten thousand letters, and one of forty thousand, which no cell
/// of a spreadsheet can hold.
#[test]
fn long_texts_are_told_whole() {
    for length in [10_000, 40_000] {
        let long = "è".repeat(length);
        let built = build(&site(std::slice::from_ref(&long)), now());
        let edition = built.edition.as_ref().unwrap_or_else(|| panic!("{}", findings_of(&built)));
        assert_eq!(&rows(edition, "dati/atti.csv")[0][1], long.as_str());
        #[cfg(feature = "spreadsheets")]
        assert_eq!(workbook(edition), Ok(()));
    }
}

fn rows(edition: &Edition, path: &str) -> Vec<csv::StringRecord> {
    let text = text(edition, path);
    csv::Reader::from_reader(text.as_bytes()).records().map(|row| row.expect("rows as long as the header")).collect()
}

/// Reads every part of the site's workbook, and looks for formulas.
#[cfg(feature = "spreadsheets")]
fn workbook(edition: &Edition) -> Result<(), String> {
    use std::io::Read;

    use super::feeds::read;

    let Some(trasparente::edition::Content::Bytes(bytes)) = edition.get("dati/atti.xlsx") else {
        return Err("no workbook".to_owned());
    };
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&**bytes)).map_err(|error| error.to_string())?;
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).map_err(|error| error.to_string())?;
        let mut xml = String::new();
        part.read_to_string(&mut xml).map_err(|error| error.to_string())?;
        let name = part.name().map_or_else(|_| at.to_string(), std::borrow::Cow::into_owned);
        read(&xml).map_err(|fault| format!("{name}: {fault}"))?;
        if xml.contains("<f>") {
            return Err(format!("{name}: a formula"));
        }
    }
    Ok(())
}
