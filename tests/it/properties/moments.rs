//! Dates and hours.

use chrono::{Datelike, NaiveDate};
use proptest::prelude::*;
use trasparente::calendar::{Clock, Instant, Moment, holiday, read_moment, read_month};
use trasparente::messages::Language;
use trasparente::view::When;

use super::cases;

/// Any day a notice may name, and any hour of it, 24:00 included.
pub(crate) fn any_moment() -> impl Strategy<Value = Moment> {
    moment_in(days(1990, 1, 1)..=days(2100, 12, 31))
}

/// A day of a range, in days of the common era, perhaps with an hour.
pub(crate) fn moment_in(days: std::ops::RangeInclusive<i32>) -> impl Strategy<Value = Moment> {
    (days, proptest::option::of(0..=1440_u32)).prop_map(|(day, minutes)| Moment {
        date: NaiveDate::from_num_days_from_ce_opt(day).expect("a day of these years"),
        time: minutes.map(|minutes| Clock::new(minutes / 60, minutes % 60).expect("an hour of a day")),
    })
}

pub(crate) fn days(year: i32, month: u32, day: u32) -> i32 {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day").num_days_from_ce()
}

/// The instant of a wall clock in Rome since 1997, from the directive's own
/// words: clocks change at one o'clock UTC on the last Sundays of March and
/// October. Of an hour that comes twice the later; an hour that is skipped is
/// as far after two o'clock.
pub(crate) fn by_the_directive(date: NaiveDate, minutes: i64) -> i64 {
    let wall = i64::from(date.num_days_from_ce() - days(1970, 1, 1)) * 86_400 + minutes * 60;
    let change = |month: u32| {
        let mut last = (25..=31).filter_map(|day| NaiveDate::from_ymd_opt(date.year(), month, day));
        let sunday = last.rfind(|day| day.weekday() == chrono::Weekday::Sun).expect("a month has a last Sunday");
        i64::from(sunday.num_days_from_ce() - days(1970, 1, 1)) * 86_400 + 3600
    };
    let is_summer = |utc: i64| (change(3)..change(10)).contains(&utc);
    let (as_winter, as_summer) = (wall - 3600, wall - 7200);
    if !is_summer(as_winter) || !is_summer(as_summer) { as_winter } else { as_summer }
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn an_iso_date_is_read_as_it_is_shown(moment in any_moment()) {
        let iso = moment.iso();
        let read = read_moment(&iso);
        prop_assert_eq!(read.map(Moment::begins), Ok(moment.begins()), "{}", iso);
        // The clock shows another hour than was written where that one is
        // skipped, and the next day's where 24:00 was.
        let shown = moment.clock_change().is_none() && moment.time.is_none_or(|clock| clock.hour() < 24);
        if shown {
            prop_assert_eq!(read, Ok(moment), "{}", iso);
        }
    }

    #[test]
    fn what_pages_show_can_be_written_in_a_notice(moment in any_moment()) {
        let when = When::of(moment, Language::Italian);
        prop_assert_eq!(read_moment(&when.text), Ok(moment), "{}", when.text);
        prop_assert_eq!(read_moment(&when.day), Ok(Moment::day(moment.date)), "{}", when.day);
        prop_assert_eq!(read_moment(&when.short), Ok(Moment::day(moment.date)), "{}", when.short);
        prop_assert_eq!(read_moment(&when.iso).map(Moment::begins), Ok(moment.begins()), "{}", when.iso);
    }

    #[test]
    fn dates_are_the_same_however_they_are_written(moment in any_moment()) {
        let (year, month, day) = (moment.date.year(), moment.date.month(), moment.date.day());
        let hours = match moment.time {
            None => vec![String::new()],
            Some(clock) => {
                let (hour, minute) = (clock.hour(), clock.minute());
                vec![format!(" ore {clock}"), format!(", alle ore {hour}.{minute:02}"), format!(" h {hour}:{minute:02}"), format!(" {clock}:00")]
            }
        };
        for date in [format!("{year}-{month:02}-{day:02}"), format!("{day:02}/{month:02}/{year}"), format!("{day}.{month}.{year}"), format!("{day}-{month}-{year}")] {
            for hour in &hours {
                prop_assert_eq!(read_moment(&format!("{date}{hour}")), Ok(moment), "{}{}", date, hour);
            }
        }
    }

    #[test]
    fn an_instant_is_where_the_directive_puts_it(moment in moment_in(days(1997, 1, 1)..=days(2099, 12, 31))) {
        let minutes = moment.time.map_or(0, |clock| i64::from(clock.hour()) * 60 + i64::from(clock.minute()));
        let date = moment.date;
        let (date, minutes) = if minutes == 1440 { (date.succ_opt().expect("a day"), 0) } else { (date, minutes) };
        prop_assert_eq!(moment.begins().unix(), by_the_directive(date, minutes));
    }

    #[test]
    fn a_moment_ends_after_it_begins_and_a_deadline_lasts_its_minute(moment in any_moment()) {
        let lasts = moment.ends().unix() - moment.begins().unix();
        match moment.time {
            None => prop_assert!((23 * 3600..=25 * 3600).contains(&lasts)),
            Some(clock) if clock.hour() == 24 => prop_assert_eq!(lasts, 0),
            Some(_) => prop_assert_eq!(lasts, 60),
        }
    }

    #[test]
    fn an_instant_read_back_is_the_same(seconds in 631_152_000..4_102_444_800_i64) {
        let instant = Instant::from_unix(seconds - seconds.rem_euclid(60));
        // Of the hour that comes twice in a year a date without an offset of its own means the second.
        let later = instant.plus(3_600);
        let expected = if later.iso()[..16] == instant.iso()[..16] { later } else { instant };
        prop_assert_eq!(read_moment(&instant.iso()).map(Moment::begins), Ok(expected), "{}", instant.iso());
    }

    #[test]
    fn of_the_hour_that_comes_twice_the_second_is_meant(year in 1996..2100_i32) {
        let last = (25..=31).rev().find_map(|day| {
            NaiveDate::from_ymd_opt(year, 10, day).filter(|day| day.weekday() == chrono::Weekday::Sun)
        });
        let day = last.expect("October has Sundays");
        let summer = read_moment(&format!("{day}T02:30:00+02:00")).map(Moment::begins);
        let winter = read_moment(&format!("{day}T02:30:00+01:00")).map(Moment::begins);
        prop_assert_eq!(summer, winter);
    }

    #[test]
    fn no_text_is_too_odd_to_be_asked_for_a_date(text in any::<String>()) {
        let _ = (read_moment(&text), read_month(&text));
    }

    #[test]
    fn no_near_date_is_too_odd_either(text in "[0-9]{0,5}([-/. ][0-9]{1,11}){0,3}( |T|, ore |alle|h)?([0-9]{1,11}[:.]?){0,4}([+-][+0-9:-]{0,8}|Z)?") {
        let _ = (read_moment(&text), read_month(&text));
    }

    #[test]
    fn no_near_date_in_words_is_too_odd_either(text in "(luned. |)[0-9]{0,3}[°º.]? (genn?|febbraio|MAGGIO|ottob|dic\\.|x) -?[0-9]{0,11},? (ore|h|alle|) ?h?[0-9:.]{0,9}") {
        let _ = (read_moment(&text), read_month(&text));
    }

    #[test]
    fn every_day_of_every_year_is_a_holiday_or_not(day in days(1583, 1, 1)..=days(9999, 12, 31)) {
        let _ = holiday(NaiveDate::from_num_days_from_ce_opt(day).expect("a day"));
    }
}
