//! What the report says.

use serde_json::{Value, json};
use trasparente::calendar::read_moment;
use trasparente::feedback::Store;

use super::receiver::Folder;

/// A folder with ratings of two pages and three days.
#[expect(clippy::disallowed_methods, reason = "ratings of other days come from nowhere else")]
fn rated() -> Folder {
    let folder = Folder::new();
    let path = folder.path("valutazioni.sqlite");
    drop(Store::open(&path).expect("a new database"));
    let connection = rusqlite::Connection::open(&path).expect("it is there");
    for (moment, page, stars, choice, text) in [
        ("2026-10-31T23:59", "/atti/mense/", 1, Some(1), Some("=1+1")),
        ("2026-11-01T00:00", "/atti/mense/", 2, Some(2), Some("Manca l’orario; \"sempre\".")),
        ("2026-11-01T09:30", "/atti/mense/", 5, Some(5), None),
        ("2026-11-23T10:00", "/", 4, None, Some("Bene")),
    ] {
        let moment = read_moment(moment).expect("a date").begins().unix();
        let sql = "INSERT INTO valutazioni (momento, pagina, voto, risposta, testo) VALUES (?1, ?2, ?3, ?4, ?5)";
        connection.execute(sql, rusqlite::params![moment, page, stars, choice, text]).expect("it takes it");
    }
    folder
}

#[test]
fn people_read_it() {
    let expected = "\
Valutazioni ricevute
4 valutazioni, in media 3,00 su 5.

       1  1 stella
       1  2 stelle
       0  3 stelle
       1  4 stelle
       1  5 stelle

Dove hai incontrato le maggiori difficoltà?
       1  A volte le indicazioni non erano chiare
       1  A volte le indicazioni non erano complete
       0  A volte non capivo se stavo procedendo correttamente
       0  Ho avuto problemi tecnici
       0  Altro

Quali sono stati gli aspetti che hai preferito?
       0  Le indicazioni erano chiare
       0  Le indicazioni erano complete
       0  Capivo sempre che stavo procedendo correttamente
       0  Non ho avuto problemi tecnici
       1  Altro

risposte  media      1     2     3     4     5  pagina
       3   2,67      1     1     0     0     1  /atti/mense/
       1   4,00      0     0     0     1     0  /

Che cosa hanno scritto
  31/10/2026 23:59  1 stella  /atti/mense/
    =1+1
  01/11/2026 00:00  2 stelle  /atti/mense/
    Manca l’orario; \"sempre\".
  23/11/2026 10:00  4 stelle  /
    Bene
";
    assert_eq!(rated().report(&[]), expected);
}

#[test]
fn spreadsheets_read_it() {
    let expected = "periodo,pagina,risposte,media,voto_1,voto_2,voto_3,voto_4,voto_5,difficolta_1,difficolta_2,\
                    difficolta_3,difficolta_4,difficolta_5,pregi_1,pregi_2,pregi_3,pregi_4,pregi_5,testi\r\n\
                    2026-10,/atti/mense/,1,1.00,1,0,0,0,0,1,0,0,0,0,0,0,0,0,0,'=1+1\r\n\
                    2026-11,/atti/mense/,2,3.50,0,1,0,0,1,0,1,0,0,0,0,0,0,0,1,\"Manca l’orario; \"\"sempre\"\".\"\r\n\
                    2026-11,/,1,4.00,0,0,0,1,0,0,0,0,0,0,0,0,0,0,0,Bene\r\n";
    assert_eq!(rated().report(&["--format", "csv", "--by", "mese,pagina"]), expected);
}

#[test]
fn programs_read_it() {
    let words = ["--format", "json", "--by", "giorno", "--from", "01/11/2026", "--to", "1 novembre 2026"];
    let report: Value = serde_json::from_str(&rated().report(&words)).expect("JSON");
    assert_eq!(
        report,
        json!({
            "formato": 1,
            "dal": "2026-11-01",
            "al": "2026-11-01",
            "per": ["giorno"],
            "domande": {
                "difficolta": {
                    "domanda": "Dove hai incontrato le maggiori difficoltà?",
                    "risposte": [
                        "A volte le indicazioni non erano chiare",
                        "A volte le indicazioni non erano complete",
                        "A volte non capivo se stavo procedendo correttamente",
                        "Ho avuto problemi tecnici",
                        "Altro",
                    ],
                },
                "pregi": {
                    "domanda": "Quali sono stati gli aspetti che hai preferito?",
                    "risposte": [
                        "Le indicazioni erano chiare",
                        "Le indicazioni erano complete",
                        "Capivo sempre che stavo procedendo correttamente",
                        "Non ho avuto problemi tecnici",
                        "Altro",
                    ],
                },
            },
            "righe": [{
                "periodo": "2026-11-01",
                "pagina": null,
                "risposte": 2,
                "media": 3.5,
                "voti": [0, 1, 0, 0, 1],
                "difficolta": [0, 1, 0, 0, 0],
                "pregi": [0, 0, 0, 0, 1],
                "testi": [{
                    "momento": "2026-11-01T00:00:00+01:00",
                    "pagina": "/atti/mense/",
                    "voto": 2,
                    "testo": "Manca l’orario; \"sempre\".",
                }],
            }],
            "totale": {
                "risposte": 2,
                "media": 3.5,
                "voti": [0, 1, 0, 0, 1],
                "difficolta": [0, 1, 0, 0, 0],
                "pregi": [0, 0, 0, 0, 1],
            },
        })
    );
}

#[test]
fn days_are_those_of_rome_and_the_last_is_included() {
    let folder = rated();
    let count = |words: &[&str]| {
        let report = folder.report(&[&["--format", "json"], words].concat());
        let report: Value = serde_json::from_str(&report).expect("JSON");
        report["totale"]["risposte"].as_u64().expect("a number")
    };
    assert_eq!(count(&["--from", "2026-11-01"]), 3);
    assert_eq!(count(&["--to", "2026-10-31"]), 1);
    assert_eq!(count(&["--to", "01/11/2026"]), 3);
    assert_eq!(count(&["--from", "02/11/2026", "--to", "22/11/2026"]), 0);
    assert_eq!(
        folder.report(&["--from", "02/11/2026", "--to", "22/11/2026"]),
        "Valutazioni ricevute dal 2026-11-02 al 2026-11-22\nNessuna.\n"
    );
}

#[test]
fn what_cannot_be_reported_is_told() {
    let folder = rated();
    for (words, said) in [
        (&["--from", "ieri"][..], "`ieri` non è una data per --from: scrivi «23/11/2026»"),
        (&["--from", "2026-11-02", "--to", "2026-11-01"], "il giorno di --to viene prima di quello di --from"),
        (&["--by", "anno"], "`anno` non va bene per --by"),
        (&["--format", "xml"], "`xml` non va bene per --format"),
    ] {
        let (code, out, error) = folder.run(&[&["feedback", "report"], words].concat());
        assert_eq!((code, out.as_str()), (2, ""), "{words:?}");
        assert!(error.contains(said), "{words:?}: {error}");
    }
}

#[test]
fn help_is_there() {
    let folder = Folder::new();
    for (words, said) in [
        (&["feedback"][..], "trasparente feedback COMANDO"),
        (&["feedback", "--help"], "report"),
        (&["feedback", "serve", "--help"], "--proxy"),
        (&["feedback", "report", "--help"], "difficolta_1"),
    ] {
        let (code, out, error) = folder.run(words);
        assert_eq!(code, 0, "{words:?}");
        assert!((out.clone() + &error).contains(said), "{words:?}: {out}{error}");
    }
}
