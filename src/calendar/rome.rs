//! The clock in Rome.
//!
//! Since 1996 the European Union changes its clocks at 01:00 UTC on the last
//! Sundays of March and October (directive 2000/84/EC), so the offset of a
//! day takes a few sums. A build asks for a hundred thousand; the tables of
//! `chrono-tz`, which a test holds this against, take twenty times as long
//! and serve for the years before.

use chrono::offset::LocalResult;
use chrono::{Datelike, NaiveDate, Offset, TimeZone};
use chrono_tz::Europe::Rome;

/// Seconds by which Rome is ahead of UTC in winter.
const WINTER: i64 = 3600;

/// Minutes of the night between which a clock change falls: 02:00 to 03:00.
const GAP: std::ops::Range<i64> = 120..180;

/// What a wall clock means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Offsets {
    /// It stands for one instant: seconds ahead of UTC.
    One(i64),
    /// It comes twice; the later time it is this far ahead.
    Twice(i64),
    /// It is skipped; before the gap the clock was this far ahead.
    Skipped(i64),
}

/// How far ahead of UTC a wall clock in Rome is: `minutes` after midnight of
/// a day, 0 to 1440.
pub(super) fn offset(date: NaiveDate, minutes: i64) -> Offsets {
    if !(1997..=2099).contains(&date.year()) {
        return by_table(date, minutes);
    }
    let summer = Offsets::One(2 * WINTER);
    let winter = Offsets::One(WINTER);
    match date.month() {
        4..=9 => summer,
        // `24:00` of the Sunday itself lies after the change.
        3 if is_last_sunday(date) && minutes >= GAP.end => summer,
        3 if is_last_sunday(date) && GAP.contains(&minutes) => Offsets::Skipped(WINTER),
        3 if is_after_last_sunday(date) => summer,
        10 if is_last_sunday(date) && minutes >= GAP.end => winter,
        10 if is_last_sunday(date) && GAP.contains(&minutes) => Offsets::Twice(WINTER),
        10 if !is_after_last_sunday(date) => summer,
        _ => winter,
    }
}

fn is_last_sunday(date: NaiveDate) -> bool {
    date.day() >= 25 && date.weekday().num_days_from_sunday() == 0
}

/// Whether the last Sunday of a month of 31 days lies before a day.
fn is_after_last_sunday(date: NaiveDate) -> bool {
    let since_sunday = date.weekday().num_days_from_sunday();
    since_sunday > 0 && date.day() >= 25 + since_sunday
}

/// The same from the tables of `chrono-tz`.
fn by_table(date: NaiveDate, minutes: i64) -> Offsets {
    let wall = date.and_time(chrono::NaiveTime::MIN) + chrono::TimeDelta::minutes(minutes);
    let seconds = |at: &chrono::DateTime<chrono_tz::Tz>| i64::from(at.offset().fix().local_minus_utc());
    match Rome.from_local_datetime(&wall) {
        LocalResult::Single(one) => Offsets::One(seconds(&one)),
        LocalResult::Ambiguous(_, later) => Offsets::Twice(seconds(&later)),
        LocalResult::None => {
            let before = wall - chrono::TimeDelta::hours(3);
            Offsets::Skipped(Rome.from_local_datetime(&before).earliest().map_or(WINTER, |at| seconds(&at)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_quarter_of_an_hour_of_a_century_is_as_in_the_tables() {
        let mut date = NaiveDate::from_ymd_opt(1997, 1, 1).expect("a date");
        while date.year() <= 2099 {
            // Days far from a change are asked every few hours.
            let step = if matches!(date.month(), 3 | 10) && date.day() >= 24 { 15 } else { 480 };
            for minutes in (0..=1440).step_by(step) {
                // A day's last midnight is the next day's first.
                let table = if minutes == 1440 {
                    by_table(date.succ_opt().expect("a date"), 0)
                } else {
                    by_table(date, minutes)
                };
                assert_eq!(offset(date, minutes), table, "{date} {minutes}");
            }
            date = date.succ_opt().expect("a date");
        }
    }
}
