//! The data sets of L. 190/2012: what goes in them, what is left out and
//! said, and that they stay XML whatever the texts hold.

use crate::support::memory::build;
use crate::support::settings::SETTINGS;
use crate::support::sites::{findings_of, now};
use quick_xml::Reader;
use quick_xml::events::Event;
use trasparente::edition::{Content, Edition};

const FOLDER: &str = "bandi-gara-contratti/procedure-fino-2023";

/// A contract of which everything is known.
const WHOLE: &str = "titolo: Mense\ntipo: bando-gara\npubblicato: 12/10/2022\ncodici:\n  cig: 95156957EC\nprocedura: aperta\n\
importo:\n  aggiudicazione: 1.000,5\n  liquidato: 250,00\npartecipanti:\n  - nome: Uno\n    codice_fiscale: \"00743110157\"\n  - nome: Due\n    codice_fiscale: \"05678721001\"\n\
aggiudicatari:\n  - nome: Due\n    codice_fiscale: \"05678721001\"\n";

/// What is published and said of some notices, named and without their dashes.
fn published(more: &str, notices: &[(&str, &str)]) -> (Edition, String) {
    let mut texts = vec![("sito.yaml".to_owned(), format!("{SETTINGS}l190: sì\n{more}"))];
    texts.extend(notices.iter().map(|(name, text)| (format!("{FOLDER}/{name}.md"), format!("---\n{text}---\n"))));
    let built = build(&texts, now());
    let said = findings_of(&built);
    (built.edition.unwrap_or_else(|| panic!("{said}")), said)
}

fn text(edition: &Edition, path: &str) -> String {
    match edition.get(path) {
        Some(Content::Bytes(bytes)) => String::from_utf8(bytes.to_vec()).expect("it is text"),
        other => panic!("{path} is {other:?}"),
    }
}

/// Every leaf of a document: the names of the elements around it, and its
/// text. Panics at anything that is not well formed.
fn leaves(xml: &str) -> Vec<(String, String)> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let (mut path, mut found, mut said) = (Vec::new(), Vec::new(), String::new());
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{error} in {xml}")) {
            Event::Start(element) => {
                path.push(String::from_utf8_lossy(element.name().as_ref()).into_owned());
                said.clear();
            }
            Event::Text(text) => said.push_str(&text.decode().expect("it is UTF-8")),
            Event::GeneralRef(name) => {
                let known = match &*name.decode().expect("it is UTF-8") {
                    "amp" => '&',
                    "lt" => '<',
                    "gt" => '>',
                    "quot" => '"',
                    "apos" => '\'',
                    other => panic!("&{other}; in {xml}"),
                };
                said.push(known);
            }
            Event::End(_) => {
                if !said.trim().is_empty() {
                    found.push((path.join("/"), std::mem::take(&mut said)));
                }
                path.pop();
            }
            Event::Eof => {
                assert!(path.is_empty(), "{path:?} is left open");
                return found;
            }
            _ => {}
        }
    }
}

/// The texts of an element, wherever it stands.
fn all(xml: &str, name: &str) -> Vec<String> {
    let is = |path: &str| path.split('/').any(|part| part == name);
    leaves(xml).into_iter().filter(|(path, _)| is(path)).map(|(_, text)| text).collect()
}

#[test]
fn a_contract_is_a_lot_in_the_order_of_the_schema() {
    let (edition, said) = published("", &[("mense", WHOLE)]);
    assert_eq!(said, "");
    let xml = text(&edition, "dati/l190/2022.xml");
    let lot: Vec<String> = leaves(&xml)
        .into_iter()
        .filter_map(|(path, text)| Some(format!("{} {text}", path.split_once("/lotto/")?.1)))
        .collect();
    assert_eq!(
        lot,
        [
            "cig 95156957EC",
            "strutturaProponente/codiceFiscaleProp 80188230587",
            "strutturaProponente/denominazione Comune di Esempio",
            "oggetto Mense",
            "sceltaContraente 01-PROCEDURA APERTA",
            "partecipanti/partecipante/codiceFiscale 00743110157",
            "partecipanti/partecipante/ragioneSociale Uno",
            "partecipanti/partecipante/codiceFiscale 05678721001",
            "partecipanti/partecipante/ragioneSociale Due",
            "aggiudicatari/aggiudicatario/codiceFiscale 05678721001",
            "aggiudicatari/aggiudicatario/ragioneSociale Due",
            "importoAggiudicazione 1000.50",
            "importoSommeLiquidate 250.00",
        ]
    );
    assert_eq!(all(&xml, "annoRiferimento"), ["2022"]);
    assert_eq!(all(&xml, "urlFile"), ["https://trasparenza.comune.esempio.it/dati/l190/2022.xml"]);
    let index = text(&edition, "dati/l190/indice.xml");
    assert_eq!(all(&index, "linkDataset"), ["https://trasparenza.comune.esempio.it/dati/l190/2022.xml"]);
    assert!(text(&edition, "dati/catalogo.ttl").contains("dati/l190/2022.xml"));
}

#[test]
fn nothing_is_made_unless_asked_for() {
    let l190 = |edition: &Edition| edition.files().any(|(path, _)| path.contains("l190"));
    let notice = format!("---\n{WHOLE}---\n");
    let built = build(&[(format!("{FOLDER}/mense.md"), notice)], now());
    assert!(!l190(&built.edition.expect("a site")));
    assert!(!l190(&published("senza: [dati]\n", &[("mense", WHOLE)]).0));
    assert!(!l190(&published("", &[]).0));
    let new = WHOLE.replace("12/10/2022", "12/10/2024");
    assert!(!l190(&published("", &[("mense", &new)]).0));
    let draft = format!("{WHOLE}bozza: sì\n");
    assert!(!l190(&published("", &[("mense", &draft)]).0));
}

#[test]
fn what_is_not_known_is_left_out_and_said() {
    for (gone, key) in [
        ("  cig: 95156957EC\n", "codici.cig"),
        ("procedura: aperta\n", "scelta_contraente"),
        ("  aggiudicazione: 1.000,5\n", "importo.aggiudicazione"),
        ("  liquidato: 250,00\n", "importo.liquidato"),
        (
            "  - nome: Uno\n    codice_fiscale: \"00743110157\"\n  - nome: Due\n    codice_fiscale: \"05678721001\"\n",
            "partecipanti",
        ),
    ] {
        assert!(WHOLE.contains(gone), "{gone}");
        let (edition, said) = published("", &[("mense", &WHOLE.replacen(gone, "", 1))]);
        assert!(said.contains("l190-incompleto") && said.matches('\n').count() <= 1, "{key}: {said}");
        assert!(!edition.files().any(|(path, _)| path.contains("l190")), "{key}");
    }
    let negotiated = WHOLE.replace("procedura: aperta", "procedura: negoziata");
    assert!(published("", &[("mense", &negotiated)]).1.contains("l190-incompleto"));
    let (edition, said) = published("", &[("mense", &format!("{negotiated}scelta_contraente: 33\n"))]);
    assert_eq!(said, "");
    let xml = text(&edition, "dati/l190/2022.xml");
    assert_eq!(all(&xml, "sceltaContraente"), ["33-PROCEDURA NEGOZIATA PER AFFIDAMENTI SOTTO SOGLIA"]);
}

#[test]
fn who_was_asked_alone_is_who_took_part() {
    let direct = "titolo: Mense\ntipo: affidamento-diretto\npubblicato: 12/10/2022\ncodici:\n  cig: Z6DFFFFFFF\nimporto:\n  aggiudicazione: 900\n  liquidato: 900\n\
durata:\n  inizio: 01/11/2022\neventi:\n  - tipo: conclusione\n    data: 01/12/2022\naggiudicatari:\n  - nome: Uno\n    codice_fiscale: \"00743110157\"\n";
    let (edition, said) = published("", &[("mense", direct)]);
    assert_eq!(said, "");
    let xml = text(&edition, "dati/l190/2022.xml");
    assert_eq!(all(&xml, "partecipanti"), ["00743110157", "Uno"]);
    assert_eq!(all(&xml, "tempiCompletamento"), ["2022-11-01", "2022-12-01"]);
}

#[test]
fn groupings_and_foreign_companies_win_by_name() {
    let start = WHOLE.split("partecipanti:").next().expect("it has some");
    let rti = format!(
        "{start}partecipanti:\n  - nome: Uno\n    codice_fiscale: \"00743110157\"\n    raggruppamento: RTI\n    ruolo: mandataria\n\
  \u{20} - nome: Due\n    codice_fiscale: \"05678721001\"\n    raggruppamento: RTI\n    ruolo: mandante\n  - nome: Drei GmbH\n    identificativo_estero: DE1\naggiudicatari:\n  - nome: RTI\n  - nome: Drei GmbH\n"
    );
    let (edition, said) = published("", &[("mense", &rti)]);
    assert_eq!(said, "");
    let xml = text(&edition, "dati/l190/2022.xml");
    let winners = ["00743110157", "Uno", "02-MANDATARIA", "05678721001", "Due", "01-MANDANTE", "DE1", "Drei GmbH"];
    assert_eq!(all(&xml, "aggiudicatari"), winners);
    assert_eq!(all(&xml, "partecipanti"), winners);
    let alone = rti.replace("    raggruppamento: RTI\n    ruolo: mandante\n", "");
    assert!(published("", &[("mense", &alone)]).1.contains("l190-incompleto"), "a grouping of one");
    let silent = rti.replace("    ruolo: mandante\n", "");
    assert!(published("", &[("mense", &silent)]).1.contains("l190-incompleto"), "a member without a role");
}

#[test]
fn each_lot_has_its_own_winner_and_money() {
    let lots = "titolo: Mense\ntipo: bando-gara\npubblicato: 12/10/2022\nprocedura: aperta\nlotti:\n  - numero: 1\n    titolo: Infanzia\n    cig: 95156957EC\n    liquidato: 10\n\
  \u{20} - numero: 2\n    titolo: Primarie\n    cig: 918052266A\n    liquidato: 20\npartecipanti:\n  - nome: Uno\n    codice_fiscale: \"00743110157\"\n    lotto: 1\n  - nome: Due\n    codice_fiscale: \"05678721001\"\n\
aggiudicatari:\n  - nome: Uno\n    codice_fiscale: \"00743110157\"\n    lotto: 1\n    importo: 100\n  - nome: Due\n    codice_fiscale: \"05678721001\"\n    lotto: 2\n    importo: 200\n";
    let (edition, said) = published("", &[("mense", lots)]);
    assert_eq!(said, "");
    let xml = text(&edition, "dati/l190/2022.xml");
    let lots: Vec<&str> =
        xml.split("<lotto>").skip(1).map(|lot| lot.split("</lotto>").next().unwrap_or_default()).collect();
    let of = |cig: &str, name: &str| {
        let lot = lots.iter().find(|lot| lot.contains(cig)).expect("the lot");
        all(&format!("<lotto>{lot}</lotto>"), name)
    };
    assert_eq!(of("95156957EC", "oggetto"), ["Infanzia – Mense"]);
    assert_eq!(of("95156957EC", "partecipante"), ["00743110157", "Uno", "05678721001", "Due"]);
    assert_eq!(of("918052266A", "partecipante"), ["05678721001", "Due"]);
    assert_eq!(of("918052266A", "aggiudicatario"), ["05678721001", "Due"]);
    assert_eq!(of("95156957EC", "importoAggiudicazione"), ["100.00"]);
    assert_eq!(of("918052266A", "importoSommeLiquidate"), ["20.00"]);
}

#[test]
fn the_outcome_published_later_completes_the_call() {
    let call =
        "titolo: Mense\ntipo: bando-gara\npubblicato: 12/10/2022\ncodici:\n  cig: 95156957EC\nprocedura: aperta\n";
    let outcome = format!(
        "{}collegati: [mense]\n",
        WHOLE
            .replace("titolo: Mense", "titolo: Esito")
            .replace("bando-gara", "esito")
            .replace("12/10/2022", "12/01/2024")
    );
    let (edition, said) = published("", &[("mense", call), ("mense-esito", &outcome)]);
    assert_eq!(said, "");
    let xml = text(&edition, "dati/l190/2022.xml");
    assert_eq!(all(&xml, "oggetto"), ["Mense"]);
    assert_eq!(all(&xml, "dataUltimoAggiornamentoDataset"), ["2024-01-12"]);
    assert!(edition.get("dati/l190/2024.xml").is_none());
}

#[test]
fn a_procedure_nobody_took_part_in_was_awarded_for_nothing() {
    let call = "titolo: Mense\ntipo: bando-gara\npubblicato: 12/10/2022\ncodici:\n  cig: 95156957EC\nprocedura: aperta\nstato:\n  valore: deserto\n  dal: 12/11/2022\n";
    let (edition, said) = published("", &[("mense", call)]);
    assert_eq!(said, "");
    let xml = text(&edition, "dati/l190/2022.xml");
    assert_eq!(all(&xml, "partecipanti"), [""; 0]);
    assert_eq!(all(&xml, "importoAggiudicazione"), ["0.00"]);
    let some = call.replace("deserto", "non-aggiudicato");
    assert!(published("", &[("mense", &some)]).1.contains("l190-incompleto"), "somebody did take part");
}

#[test]
fn a_year_too_large_for_a_file_is_in_parts() {
    let name = "Società ".repeat(25);
    let many: String =
        (0..700).map(|_| format!("  - nome: \"{name}\"\n    codice_fiscale: \"00743110157\"\n")).collect();
    let whole = WHOLE.replace("partecipanti:\n", &format!("partecipanti:\n{many}"));
    let cigs = [
        "95156957EC",
        "918052266A",
        "8989865F45",
        "9019801F3D",
        "9022379EAC",
        "904981713E",
        "91314338E3",
        "9175625D46",
        "B51ABEC4F6",
        "B00012EADB",
        "K00003EC3A",
        "L00003DC3A",
        "Z6DFFFFFFF",
    ];
    let notices: Vec<(String, String)> =
        cigs.iter().map(|cig| (cig.to_lowercase(), whole.replace("95156957EC", cig))).collect();
    let notices: Vec<(&str, &str)> = notices.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let (edition, _) = published("", &notices);
    let files: Vec<&str> =
        edition.files().map(|(path, _)| path).filter(|path| path.starts_with("dati/l190/2022")).collect();
    assert!(files.len() > 1, "{files:?}");
    let texts: Vec<String> = files.iter().map(|path| text(&edition, path)).collect();
    assert!(texts.iter().all(|text| text.len() < 5_000_000), "{:?}", texts.iter().map(String::len).collect::<Vec<_>>());
    assert_eq!(texts.iter().map(|text| text.matches("<cig>").count()).sum::<usize>(), cigs.len());
    let index = text(&edition, "dati/l190/indice.xml");
    assert_eq!(all(&index, "linkDataset").len(), files.len());
}
