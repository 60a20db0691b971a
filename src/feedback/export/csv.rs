//! For a spreadsheet: RFC 4180, one row a page or period, the same columns
//! always.

use csv::{Terminator, WriterBuilder};

use crate::data::harmless;
use crate::feedback::figures::{Figures, Report};

/// The columns; what reads them must not find them changed.
const COLUMNS: [&str; 20] = [
    "periodo",
    "pagina",
    "risposte",
    "media",
    "voto_1",
    "voto_2",
    "voto_3",
    "voto_4",
    "voto_5",
    "difficolta_1",
    "difficolta_2",
    "difficolta_3",
    "difficolta_4",
    "difficolta_5",
    "pregi_1",
    "pregi_2",
    "pregi_3",
    "pregi_4",
    "pregi_5",
    "testi",
];

pub(super) fn write(report: &Report) -> String {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    let rows = report.rows.iter().map(|row| cells(row.period.as_deref(), row.page.as_deref(), &row.figures));
    for row in std::iter::once(COLUMNS.map(str::to_owned).to_vec()).chain(rows) {
        // Memory takes whatever is written.
        let _ = writer.write_record(row);
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

fn cells(period: Option<&str>, page: Option<&str>, figures: &Figures) -> Vec<String> {
    let texts: Vec<String> = figures.texts.iter().map(|written| harmless(&written.text).into_owned()).collect();
    let mut cells = vec![
        period.unwrap_or_default().to_owned(),
        harmless(page.unwrap_or_default()).into_owned(),
        figures.count.to_string(),
        figures.written_mean('.'),
    ];
    let counts = figures.stars.iter().chain(&figures.difficulties).chain(&figures.merits);
    cells.extend(counts.map(u64::to_string));
    cells.push(texts.join("\n"));
    cells
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Instant;
    use crate::feedback::figures::{By, Row, Written};
    use crate::model::Stars;

    /// What a text comes to, here and in the site's own tables.
    #[test]
    fn a_text_is_as_harmless_as_in_the_sites_own_tables() {
        for (typed, written) in [
            ("bella;=1+1", "bella;'=1+1"),
            ("=1+1", "'=1+1"),
            ("bene\n=1+1", "\"bene\n'=1+1\""),
            ("bene\r\n+1", "\"bene\r\n'+1\""),
            ("＝1;＠x", "'＝1;'＠x"),
            ("'=1", "''=1"),
            ("tutto bene; grazie", "tutto bene; grazie"),
        ] {
            let text = Written {
                moment: Instant::from_unix(0),
                page: "/".to_owned(),
                stars: Stars::new(1).expect("one"),
                text: typed.to_owned(),
            };
            let figures = Figures { count: 1, texts: vec![text], ..Figures::default() };
            let row = Row { period: None, page: Some("/".to_owned()), figures: figures.clone() };
            let csv = write(&Report { by: vec![By::Page], total: figures, rows: vec![row] });
            assert!(csv.ends_with(&format!(",{written}\r\n")), "{typed}: {csv}");
        }
    }

    #[test]
    fn formulas_are_texts_and_quotes_are_doubled() {
        let written = |text: &str| Written {
            moment: Instant::from_unix(0),
            page: "/".to_owned(),
            stars: Stars::new(1).expect("one"),
            text: text.to_owned(),
        };
        let figures = Figures {
            count: 2,
            stars: [2, 0, 0, 0, 0],
            texts: vec![written("=1+1"), written("detto \"no\", due volte")],
            ..Figures::default()
        };
        let row = Row { period: None, page: Some("/".to_owned()), figures: figures.clone() };
        let text = write(&Report { by: vec![By::Page], total: figures, rows: vec![row] });
        let (head, rest) = text.split_once("\r\n").expect("two lines");
        assert!(head.starts_with("periodo,pagina,risposte,media,voto_1,"), "{head}");
        assert_eq!(rest, ",/,2,1.00,2,0,0,0,0,0,0,0,0,0,0,0,0,0,0,\"'=1+1\ndetto \"\"no\"\", due volte\"\r\n");
    }
}
