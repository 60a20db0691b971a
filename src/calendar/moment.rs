//! A day, perhaps with an hour, as an act writes it.

use chrono::{Datelike, NaiveDate};

use super::instant::Instant;
use super::rome::{Offsets, offset};

/// Minutes since midnight, 0 to 1440. `24:00` is the end of the day, which
/// acts do write, and not the start of the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Clock(u16);

impl Clock {
    /// An hour and a minute, `24:00` included.
    pub fn new(hour: u32, minute: u32) -> Option<Self> {
        let minutes = hour.checked_mul(60)?.checked_add(minute)?;
        (minute < 60 && minutes <= 24 * 60).then(|| Self(u16::try_from(minutes).unwrap_or(0)))
    }

    /// The hour, 0 to 24.
    pub fn hour(self) -> u16 {
        self.0 / 60
    }

    /// The minute, 0 to 59.
    pub fn minute(self) -> u16 {
        self.0 % 60
    }
}

impl std::fmt::Display for Clock {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:02}:{:02}", self.hour(), self.minute())
    }
}

/// What the night of a clock change does to an hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClockChange {
    /// The hour is skipped: 02:30 on the last Sunday of March.
    Skipped,
    /// The hour comes twice: 02:30 on the last Sunday of October.
    Twice,
}

/// A day, perhaps with an hour, in Europe/Rome. Without an hour it lasts the
/// whole day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    /// The day.
    pub date: NaiveDate,
    /// The hour, if the act gives one.
    pub time: Option<Clock>,
}

impl Moment {
    /// A whole day.
    pub fn day(date: NaiveDate) -> Self {
        Self { date, time: None }
    }

    /// When it begins: the minute itself, or midnight of a whole day.
    pub fn begins(self) -> Instant {
        let minutes = self.time.map_or(0, |clock| i64::from(clock.0));
        at(self.date, minutes)
    }

    /// The first instant at which it is over. The minute written is still
    /// in time: a deadline of 12:00 is over at 12:01, a whole day and
    /// `24:00` at midnight.
    pub fn ends(self) -> Instant {
        match self.time {
            Some(clock) if clock.0 < 24 * 60 => at(self.date, i64::from(clock.0)).plus(60),
            _ => at(self.date, 24 * 60),
        }
    }

    /// What a clock change does to the hour, if anything.
    pub fn clock_change(self) -> Option<ClockChange> {
        let clock = self.time.filter(|clock| clock.0 < 24 * 60)?;
        match offset(self.date, i64::from(clock.0)) {
            Offsets::One(_) => None,
            Offsets::Twice(_) => Some(ClockChange::Twice),
            Offsets::Skipped(_) => Some(ClockChange::Skipped),
        }
    }

    /// As editors are asked to type it: `26/05/2026 ore 12:00`.
    pub fn typed(self) -> String {
        let day = self.date.format("%d/%m/%Y");
        self.time.map_or_else(|| day.to_string(), |clock| format!("{day} ore {clock}"))
    }

    /// Machine-readable: `2023-05-26T23:59:00+02:00`, or `2023-05-26` for a
    /// whole day.
    pub fn iso(self) -> String {
        let date = self.date;
        let day = format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day());
        match self.time {
            None => day,
            Some(clock) if clock.0 < 24 * 60 && self.clock_change().is_none() => {
                let (Offsets::One(ahead) | Offsets::Twice(ahead) | Offsets::Skipped(ahead)) =
                    offset(date, i64::from(clock.0));
                format!("{day}T{clock}:00+{:02}:{:02}", ahead / 3600, ahead % 3600 / 60)
            }
            // What the clock shows then is not what was written.
            Some(_) => self.begins().iso(),
        }
    }
}

/// A month, or a day of it: how acts say when something ends (`giugno 2026`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Month {
    /// Some time in the month: year, month 1 to 12.
    Whole(i32, u32),
    /// A given day.
    Day(NaiveDate),
}

/// The instant of a wall clock in Rome. An hour that comes twice is the later
/// of the two, so that nobody is cut off; an hour that is skipped is as far
/// into the gap as written, which the clock shows an hour later.
fn at(date: NaiveDate, minutes: i64) -> Instant {
    let (Offsets::One(ahead) | Offsets::Twice(ahead) | Offsets::Skipped(ahead)) = offset(date, minutes);
    let days = i64::from(date.num_days_from_ce() - EPOCH);
    Instant::from_unix(days * 86_400 + minutes * 60 - ahead)
}

/// 1970-01-01 in days of the common era.
const EPOCH: i32 = 719_163;

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(y: i32, m: u32, d: u32, time: Option<(u32, u32)>) -> Moment {
        Moment {
            date: NaiveDate::from_ymd_opt(y, m, d).expect("a date"),
            time: time.map(|(h, m)| Clock::new(h, m).expect("a time")),
        }
    }

    #[test]
    fn a_deadline_holds_through_its_own_minute() {
        let noon = moment(2023, 10, 12, Some((12, 0)));
        assert_eq!(noon.begins().iso(), "2023-10-12T12:00:00+02:00");
        assert_eq!(noon.ends().iso(), "2023-10-12T12:01:00+02:00");
    }

    #[test]
    fn a_whole_day_and_twenty_four_end_at_midnight() {
        let day = moment(2023, 10, 12, None);
        let midnight = moment(2023, 10, 12, Some((24, 0)));
        assert_eq!(day.ends(), midnight.ends());
        assert_eq!(day.ends().iso(), "2023-10-13T00:00:00+02:00");
    }

    #[test]
    fn the_nights_the_clock_changes() {
        let skipped = moment(2023, 3, 26, Some((2, 30)));
        assert_eq!(skipped.clock_change(), Some(ClockChange::Skipped));
        assert_eq!(skipped.begins().iso(), "2023-03-26T03:30:00+02:00");
        let twice = moment(2023, 10, 29, Some((2, 30)));
        assert_eq!(twice.clock_change(), Some(ClockChange::Twice));
        assert_eq!(twice.begins().iso(), "2023-10-29T02:30:00+01:00");
        let day = moment(2023, 10, 29, None);
        assert_eq!(day.ends().unix() - day.begins().unix(), 25 * 3600);
    }

    #[test]
    fn twenty_five_hours_do_not_exist() {
        assert_eq!(Clock::new(24, 1), None);
        assert_eq!(Clock::new(12, 60), None);
        assert!(Clock::new(24, 0).is_some());
    }
}
