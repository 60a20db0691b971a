//! To be read on a terminal.

use std::fmt::Write;

use crate::feedback::figures::{By, Figures, Report};
use crate::messages::{Catalogue, Language, Msg};
use crate::model::FollowUp;
use crate::vocabulary::Vocabulary;

pub(super) fn write(report: &Report, [from, to]: [Option<&str>; 2], catalogue: &Catalogue) -> String {
    let mut text = String::new();
    let period = match (from, to) {
        (None, None) => Msg::new("figures-ever"),
        (Some(from), None) => Msg::new("figures-since").with("from", from),
        (None, Some(to)) => Msg::new("figures-until").with("to", to),
        (Some(from), Some(to)) => Msg::new("figures-between").with("from", from).with("to", to),
    };
    let total = &report.total;
    let mut line = |msg: &Msg| {
        let _ = writeln!(text, "{}", catalogue.say(msg));
    };
    line(&period);
    if total.count == 0 {
        line(&Msg::new("figures-none"));
        return text;
    }
    let sign = if catalogue.language() == Language::Italian { ',' } else { '.' };
    line(&Msg::new("figures-total").with("count", total.count).with("mean", total.written_mean(sign)));
    text.push('\n');
    for (stars, times) in (1..=5).zip(total.stars) {
        let _ = writeln!(text, "  {times:>6}  {}", catalogue.say(&Msg::new("figures-stars").with("count", stars)));
    }
    for question in FollowUp::ALL {
        answers(&mut text, total, *question, catalogue);
    }
    rows(&mut text, report, sign, catalogue);
    texts(&mut text, total, catalogue);
    text
}

fn answers(text: &mut String, total: &Figures, question: FollowUp, catalogue: &Catalogue) {
    let _ = writeln!(text, "\n{}", catalogue.text(&question.label_key()));
    for (key, times) in question.answers().iter().zip(total.answers(question)) {
        let _ = writeln!(text, "  {times:>6}  {}", catalogue.text(key));
    }
}

fn rows(text: &mut String, report: &Report, sign: char, catalogue: &Catalogue) {
    let [count, average, page, period] =
        ["figures-count", "figures-mean", "figures-page", "figures-period"].map(|key| catalogue.text(key));
    let about = match report.by.contains(&By::Page) {
        true if report.by.len() > 1 => format!("{period:<10}  {page}"),
        true => page,
        false => period,
    };
    let _ =
        writeln!(text, "\n{count:>8}  {average:>5}  {:>5} {:>5} {:>5} {:>5} {:>5}  {about}", "1", "2", "3", "4", "5");
    for row in &report.rows {
        let figures = &row.figures;
        let [one, two, three, four, five] = figures.stars;
        let about = match (&row.period, &row.page) {
            (Some(period), Some(page)) => format!("{period:<10}  {}", plain(page)),
            (Some(period), None) => period.clone(),
            (None, page) => plain(page.as_deref().unwrap_or_default()),
        };
        let mean = figures.written_mean(sign);
        let _ = writeln!(
            text,
            "{:>8}  {mean:>5}  {one:>5} {two:>5} {three:>5} {four:>5} {five:>5}  {about}",
            figures.count
        );
    }
}

fn texts(text: &mut String, total: &Figures, catalogue: &Catalogue) {
    if total.texts.is_empty() {
        return;
    }
    let _ = writeln!(text, "\n{}", catalogue.text("figures-texts"));
    for written in &total.texts {
        let when = written.moment.in_rome().format("%d/%m/%Y %H:%M");
        let stars = catalogue.say(&Msg::new("figures-stars").with("count", written.stars.get()));
        let _ = writeln!(text, "  {when}  {stars}  {}\n    {}", plain(&written.page), plain(&written.text));
    }
}

/// Without what a terminal would obey, should the database be another's work.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).collect()
}
