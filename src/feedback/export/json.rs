//! For a program.

use serde_json::{Value, json};

use crate::feedback::figures::{Figures, Report};
use crate::messages::Catalogue;
use crate::model::FollowUp;
use crate::vocabulary::Vocabulary;

pub(super) fn write(report: &Report, [from, to]: [Option<&str>; 2], catalogue: &Catalogue) -> String {
    let rows = report.rows.iter().map(|row| {
        let mut value = json!({ "periodo": row.period, "pagina": row.page });
        merge(&mut value, figures(&row.figures));
        value
    });
    let mut document = json!({
        "formato": 1,
        "dal": from,
        "al": to,
        "per": report.by.iter().map(|by| by.word()).collect::<Vec<_>>(),
        "domande": {
            "difficolta": question(FollowUp::Difficulties, catalogue),
            "pregi": question(FollowUp::Merits, catalogue),
        },
        "righe": rows.collect::<Vec<_>>(),
    });
    document["totale"] = figures(&report.total);
    if let Some(total) = document["totale"].as_object_mut() {
        // They stand in the rows.
        total.remove("testi");
    }
    serde_json::to_string_pretty(&document).unwrap_or_default() + "\n"
}

fn question(question: FollowUp, catalogue: &Catalogue) -> Value {
    let answers: Vec<String> = question.answers().iter().map(|key| catalogue.text(key)).collect();
    json!({ "domanda": catalogue.text(&question.label_key()), "risposte": answers })
}

fn figures(figures: &Figures) -> Value {
    // A mean of two decimals is the same number in any reader.
    let mean = figures.written_mean('.').parse::<f64>().ok();
    let texts = figures.texts.iter().map(|written| {
        json!({
            "momento": written.moment.iso(),
            "pagina": written.page,
            "voto": written.stars.get(),
            "testo": written.text,
        })
    });
    json!({
        "risposte": figures.count,
        "media": mean,
        "voti": figures.stars,
        "difficolta": figures.difficulties,
        "pregi": figures.merits,
        "testi": texts.collect::<Vec<_>>(),
    })
}

fn merge(value: &mut Value, more: Value) {
    if let (Some(value), Value::Object(more)) = (value.as_object_mut(), more) {
        value.extend(more);
    }
}
