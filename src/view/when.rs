//! Dates and hours in words.

use chrono::{Datelike, Timelike};
use schemars::JsonSchema;
use serde::Serialize;

use crate::calendar::{self, Clock, Instant, Moment, Month};
use crate::messages::Language;

/// A date as pages show it.
#[derive(Debug, Clone, Default, JsonSchema, Serialize)]
pub struct When {
    /// For machines: `2023-05-26T23:59:00+02:00` or `2023-05-26`.
    pub iso: String,
    /// `26 maggio 2023`.
    pub day: String,
    /// `23:59`, if there is an hour.
    pub hour: Option<String>,
    /// `venerdì 26 maggio 2023, ore 23:59`.
    pub text: String,
    /// `26/05/2023`.
    pub short: String,
}

const MONTHS: [[&str; 12]; 2] = [
    calendar::MONTHS,
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
];

const WEEKDAYS: [[&str; 7]; 2] = [
    ["lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"],
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
];

fn row(language: Language) -> usize {
    match language {
        Language::Italian => 0,
        Language::English => 1,
    }
}

impl When {
    /// A day, perhaps with an hour.
    pub fn of(moment: Moment, language: Language) -> Self {
        let date = moment.date;
        let day = day(date, language);
        let weekday = WEEKDAYS[row(language)][date.weekday().num_days_from_monday() as usize];
        let hour = moment.time.map(|clock| clock.to_string());
        let text = match (&hour, language) {
            (None, _) => format!("{weekday} {day}"),
            (Some(hour), Language::Italian) => format!("{weekday} {day}, ore {hour}"),
            (Some(hour), Language::English) => format!("{weekday} {day}, {hour}"),
        };
        let short = format!("{:02}/{:02}/{}", date.day(), date.month(), date.year());
        Self { iso: moment.iso(), day, hour, text, short }
    }

    /// An instant, on the clock in Rome.
    pub fn at(instant: Instant, language: Language) -> Self {
        let rome = instant.in_rome();
        Self::of(Moment { date: rome.date_naive(), time: Clock::new(rome.hour(), rome.minute()) }, language)
    }
}

fn day(date: chrono::NaiveDate, language: Language) -> String {
    let month = MONTHS[row(language)][date.month0() as usize];
    match (date.day(), language) {
        (1, Language::Italian) => format!("1º {month} {}", date.year()),
        (day, _) => format!("{day} {month} {}", date.year()),
    }
}

/// `giugno 2026`, or a day.
pub(super) fn month(month: Month, language: Language) -> String {
    match month {
        Month::Whole(year, month) => format!("{} {year}", MONTHS[row(language)][(month as usize - 1) % 12]),
        Month::Day(date) => day(date, language),
    }
}

/// A number of bytes as people read it: `1,2 MB`.
pub(super) fn bytes(size: u64, language: Language) -> String {
    let comma = if language == Language::Italian { ',' } else { '.' };
    let tenths = |unit: u64, name: &str| {
        let tenths = (size * 10 + unit / 2) / unit;
        if tenths >= 100 || tenths.is_multiple_of(10) {
            format!("{} {name}", (tenths + 5) / 10)
        } else {
            format!("{}{comma}{} {name}", tenths / 10, tenths % 10)
        }
    };
    match size {
        0..1_000 => format!("{size} B"),
        1_000..1_000_000 => tenths(1_000, "kB"),
        1_000_000..1_000_000_000 => tenths(1_000_000, "MB"),
        _ => tenths(1_000_000_000, "GB"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::read_moment;

    #[test]
    fn dates_in_words() {
        let moment = read_moment("26.05.2023 ore 23:59").expect("a moment");
        assert_eq!(When::of(moment, Language::Italian).text, "venerdì 26 maggio 2023, ore 23:59");
        assert_eq!(When::of(moment, Language::English).text, "Friday 26 May 2023, 23:59");
        let first = read_moment("1/10/2023").expect("a moment");
        assert_eq!(When::of(first, Language::Italian).day, "1º ottobre 2023");
        assert_eq!(When::of(first, Language::Italian).iso, "2023-10-01");
    }

    #[test]
    fn sizes_in_words() {
        for (size, expected) in [
            (0, "0 B"),
            (999, "999 B"),
            (1_000, "1 kB"),
            (1_234_567, "1,2 MB"),
            (12_345_678, "12 MB"),
            (26_000, "26 kB"),
        ] {
            assert_eq!(bytes(size, Language::Italian), expected);
        }
    }
}
