//! A point in time, the same all over the world.

use chrono::{DateTime, Datelike, NaiveDate, Timelike};
use chrono_tz::{Europe::Rome, Tz};

/// A point in time, to the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(i64);

impl Instant {
    /// From seconds since 1970-01-01T00:00Z.
    pub const fn from_unix(seconds: i64) -> Self {
        Self(seconds)
    }

    /// Seconds since 1970-01-01T00:00Z.
    pub const fn unix(self) -> i64 {
        self.0
    }

    /// This many seconds later, or earlier if negative.
    #[must_use]
    pub const fn plus(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds))
    }

    /// The clock on the wall in Rome.
    pub fn in_rome(self) -> DateTime<Tz> {
        DateTime::from_timestamp(self.0, 0).unwrap_or_default().with_timezone(&Rome)
    }

    /// The day in Rome.
    pub fn day(self) -> NaiveDate {
        self.in_rome().date_naive()
    }

    /// As `2026-11-23T10:00:00+01:00`.
    pub fn iso(self) -> String {
        let rome = self.in_rome();
        let offset = chrono::Offset::fix(rome.offset()).local_minus_utc() / 60;
        format!(
            "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{}{:02}:{:02}",
            rome.year(),
            rome.month(),
            rome.day(),
            rome.hour(),
            rome.minute(),
            rome.second(),
            if offset < 0 { '-' } else { '+' },
            offset.abs() / 60,
            offset.abs() % 60,
        )
    }

    /// As RSS wants it: `Mon, 23 Nov 2026 10:00:00 +0100`.
    pub fn rfc2822(self) -> String {
        self.in_rome().to_rfc2822()
    }
}
