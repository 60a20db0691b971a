//! Days on which Italian offices are closed.

use chrono::{Datelike, NaiveDate, Weekday};

/// Fixed national holidays: month, day, catalogue key. Law 260/1949 and its
/// changes.
const FIXED: &[(u32, u32, &str)] = &[
    (1, 1, "holiday-new-year"),
    (1, 6, "holiday-epiphany"),
    (4, 25, "holiday-liberation"),
    (5, 1, "holiday-labour"),
    (6, 2, "holiday-republic"),
    (8, 15, "holiday-assumption"),
    (11, 1, "holiday-all-saints"),
    (12, 8, "holiday-immaculate"),
    (12, 25, "holiday-christmas"),
    (12, 26, "holiday-stephen"),
];

/// The catalogue key of the holiday a day is, Sundays included.
pub fn holiday(day: NaiveDate) -> Option<&'static str> {
    if let Some((.., key)) = FIXED.iter().find(|(m, d, _)| (*m, *d) == (day.month(), day.day())) {
        return Some(key);
    }
    // Saint Francis: again a holiday from 2026 (law 151/2025).
    if day.year() >= 2026 && (day.month(), day.day()) == (10, 4) {
        return Some("holiday-francis");
    }
    let easter = easter(day.year())?;
    if day == easter {
        return Some("holiday-easter");
    }
    if Some(day) == easter.succ_opt() {
        return Some("holiday-easter-monday");
    }
    (day.weekday() == Weekday::Sun).then_some("holiday-sunday")
}

/// Easter Sunday, by the anonymous Gregorian computus.
#[expect(clippy::many_single_char_names, reason = "the letters every description of it uses")]
fn easter(year: i32) -> Option<NaiveDate> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[test]
    fn easter_falls_where_it_fell() {
        for text in ["2000-04-23", "2019-04-21", "2023-04-09", "2024-03-31", "2026-04-05", "2035-03-25"] {
            assert_eq!(holiday(day(text)), Some("holiday-easter"), "{text}");
        }
    }

    #[test]
    fn saint_francis_is_new() {
        assert_eq!(holiday(day("2025-10-04")), None, "a Saturday");
        assert_eq!(holiday(day("2027-10-04")), Some("holiday-francis"));
        assert_eq!(holiday(day("2026-11-23")), None);
        assert_eq!(holiday(day("2026-11-22")), Some("holiday-sunday"));
    }
}
