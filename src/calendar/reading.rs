//! Reads dates as acts write them.

use chrono::{FixedOffset, NaiveDate, TimeZone};

use super::Instant;
use super::moment::{Clock, Moment, Month};

/// The months, as Italians write them; to read one, three letters are enough.
pub(crate) const MONTHS: [&str; 12] = [
    "gennaio",
    "febbraio",
    "marzo",
    "aprile",
    "maggio",
    "giugno",
    "luglio",
    "agosto",
    "settembre",
    "ottobre",
    "novembre",
    "dicembre",
];

/// Years outside are typing mistakes: `23` is not the year 23.
const YEARS: std::ops::RangeInclusive<i32> = 1990..=2100;

/// Why a text is not a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MomentError {
    /// It is not written in a way we know.
    Shape,
    /// No such day: 31/02.
    Day,
    /// A year nobody means, such as `23`.
    Year,
    /// No such hour: 25:00, 12:60.
    Hour,
}

/// Reads a date, perhaps with an hour: `2023-05-26`, `2023-05-26T23:59`,
/// `26/05/2023`, `26.05.2023 ore 23:59`, `12 ottobre 2023 ore 12`,
/// `giovedì 12 ottobre 2023, alle 12.30`. An ISO offset is honoured.
pub fn read_moment(text: &str) -> Result<Moment, MomentError> {
    let text = text.trim();
    if let Some(moment) = iso(text) {
        return moment;
    }
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| c.is_whitespace() || c == ',')
        .filter(|word| !word.is_empty() && !is_weekday(word))
        .collect();
    let (date, rest) = match words.split_first() {
        Some((first, rest)) if first.contains(['/', '.', '-']) => (numbers(first)?, rest),
        Some((day, [month, year, rest @ ..])) => (written(day, month, year)?, rest),
        _ => return Err(MomentError::Shape),
    };
    Ok(Moment { date, time: hour(rest)? })
}

/// Reads a month or a day: `giugno 2026`, `06/2026`, `30/06/2026`.
pub fn read_month(text: &str) -> Result<Month, MomentError> {
    let lower = text.trim().to_lowercase();
    let parts: Vec<&str> = lower.split([' ', '/']).filter(|part| !part.is_empty()).collect();
    if let [month, year] = parts[..] {
        let month = month_number(month).or_else(|| month.parse().ok()).ok_or(MomentError::Shape)?;
        let year = year.parse().map_err(|_| MomentError::Shape)?;
        date(year, month, 1)?;
        return Ok(Month::Whole(year, month));
    }
    read_moment(text).map(|moment| Month::Day(moment.date))
}

/// `2023-05-26`, `2023-05-26T23:59`, with seconds, a blank for the `T`, or an
/// offset. `None` if it does not look like ISO at all.
fn iso(text: &str) -> Option<Result<Moment, MomentError>> {
    let bytes = text.as_bytes();
    let digits = |range: std::ops::Range<usize>| bytes.get(range).is_some_and(|d| d.iter().all(u8::is_ascii_digit));
    if !(digits(0..4) && bytes.get(4) == Some(&b'-') && digits(5..7) && bytes.get(7) == Some(&b'-') && digits(8..10)) {
        return None;
    }
    Some(iso_parts(text))
}

fn iso_parts(text: &str) -> Result<Moment, MomentError> {
    let number = |range: std::ops::Range<usize>| text[range].parse::<u32>().map_err(|_| MomentError::Shape);
    let year = i32::try_from(number(0..4)?).map_err(|_| MomentError::Year)?;
    let date = date(year, number(5..7)?, number(8..10)?)?;
    let Some(rest) = text.get(10..).filter(|rest| !rest.is_empty()) else {
        return Ok(Moment::day(date));
    };
    let Some(time) = rest.strip_prefix(['T', 't']) else {
        let lower = rest.to_lowercase();
        let words: Vec<&str> = lower.split([' ', ',']).filter(|word| !word.is_empty()).collect();
        return Ok(Moment { date, time: hour(&words)? });
    };
    let (wall, offset) = match time.find(['Z', 'z', '+', '-']) {
        Some(at) => (&time[..at], Some(&time[at..])),
        None => (time, None),
    };
    let clock = clock(wall)?;
    let Some(offset) = offset else {
        return Ok(Moment { date, time: Some(clock) });
    };
    let offset = FixedOffset::east_opt(seconds_east(offset)?).ok_or(MomentError::Shape)?;
    let midnight =
        offset.from_local_datetime(&date.and_time(chrono::NaiveTime::MIN)).single().ok_or(MomentError::Day)?;
    let minutes = i64::from(clock.hour()) * 60 + i64::from(clock.minute());
    let rome = Instant::from_unix(midnight.timestamp() + minutes * 60).in_rome();
    let time = Clock::new(chrono::Timelike::hour(&rome), chrono::Timelike::minute(&rome));
    Ok(Moment { date: rome.date_naive(), time })
}

fn seconds_east(offset: &str) -> Result<i32, MomentError> {
    if offset.eq_ignore_ascii_case("z") {
        return Ok(0);
    }
    let (sign, digits) = offset.split_at(1);
    let (hours, minutes) = digits.split_once(':').unwrap_or((digits, "0"));
    let digits_only = |text: &str| text.len() <= 2 && text.bytes().all(|b| b.is_ascii_digit());
    let read = |text: &str| text.parse::<i32>().ok().filter(|_| digits_only(text)).ok_or(MomentError::Shape);
    let (hours, minutes) = (read(hours)?, read(minutes)?);
    if hours > 14 || minutes > 59 {
        return Err(MomentError::Hour);
    }
    Ok((hours * 60 + minutes) * if sign == "-" { -60 } else { 60 })
}

/// `26/05/2023`, `26.05.2023`, `26-05-2023`.
fn numbers(text: &str) -> Result<NaiveDate, MomentError> {
    let mut parts = text.split(['/', '.', '-']).map(|part| part.parse::<u32>().map_err(|_| MomentError::Shape));
    let mut next = || parts.next().ok_or(MomentError::Shape)?;
    let (day, month, year) = (next()?, next()?, next()?);
    if parts.next().is_some() {
        return Err(MomentError::Shape);
    }
    date(i32::try_from(year).map_err(|_| MomentError::Year)?, month, day)
}

/// `12 ottobre 2023`, `1º ottobre 2023`.
fn written(day: &str, month: &str, year: &str) -> Result<NaiveDate, MomentError> {
    let day = day.trim_end_matches(['°', 'º', '.']).parse().map_err(|_| MomentError::Shape)?;
    let month = month_number(month).ok_or(MomentError::Shape)?;
    date(year.parse().map_err(|_| MomentError::Shape)?, month, day)
}

fn month_number(word: &str) -> Option<u32> {
    let word = word.trim_end_matches('.');
    let at = MONTHS.iter().position(|month| *month == word || (word.len() >= 3 && month.starts_with(word)))?;
    u32::try_from(at + 1).ok()
}

fn is_weekday(word: &str) -> bool {
    ["luned", "marted", "mercoled", "gioved", "venerd"].iter().any(|day| word.starts_with(day))
        || ["sabato", "domenica"].contains(&word)
}

fn date(year: i32, month: u32, day: u32) -> Result<NaiveDate, MomentError> {
    if !YEARS.contains(&year) {
        return Err(MomentError::Year);
    }
    NaiveDate::from_ymd_opt(year, month, day).ok_or(MomentError::Day)
}

/// What follows the date: nothing, `ore 12`, `alle 12.30`, `h 23:59`, `23:59`.
fn hour(words: &[&str]) -> Result<Option<Clock>, MomentError> {
    let words: Vec<&str> = words
        .iter()
        .copied()
        .filter(|word| !["ore", "ora", "alle", "le", "h", "entro", "all'"].contains(word))
        .collect();
    match words[..] {
        [] => Ok(None),
        [time] => clock(time.trim_start_matches('h').trim_end_matches('.')).map(Some),
        _ => Err(MomentError::Shape),
    }
}

/// `12`, `12:30`, `12.30`, `12:30:00`.
fn clock(text: &str) -> Result<Clock, MomentError> {
    let mut parts = text.split([':', '.']).map(|part| part.parse::<u32>().map_err(|_| MomentError::Shape));
    let hour = parts.next().ok_or(MomentError::Shape)??;
    let minute = parts.next().unwrap_or(Ok(0))?;
    if parts.next().unwrap_or(Ok(0))? > 59 || parts.next().is_some() {
        return Err(MomentError::Hour);
    }
    Clock::new(hour, minute).ok_or(MomentError::Hour)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        match read_moment(text) {
            Ok(Moment { date, time: Some(clock) }) => format!("{date} {clock}"),
            Ok(Moment { date, time: None }) => date.to_string(),
            Err(error) => format!("{error:?}"),
        }
    }

    #[test]
    fn dates_as_italians_write_them() {
        for (text, expected) in [
            ("2023-05-26", "2023-05-26"),
            ("2023-05-26T23:59", "2023-05-26 23:59"),
            ("2023-05-26 ore 23:59", "2023-05-26 23:59"),
            ("2023-05-26T21:59:00Z", "2023-05-26 23:59"),
            ("2023-05-26T23:59:00+02:00", "2023-05-26 23:59"),
            ("26/05/2023", "2023-05-26"),
            ("26.05.2023 ore 23:59", "2023-05-26 23:59"),
            ("26-5-2023", "2023-05-26"),
            ("12 ottobre 2023 ore 12", "2023-10-12 12:00"),
            ("giovedì 12 ottobre 2023, alle ore 12.30", "2023-10-12 12:30"),
            ("1º ott. 2023 h 9", "2023-10-01 09:00"),
            ("12/10/2023 ore 24:00", "2023-10-12 24:00"),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_not_a_date_says_why() {
        for (text, expected) in [
            ("31/02/2023", "Day"),
            ("2023-13-01", "Day"),
            ("26/05/23", "Year"),
            ("0023-05-26", "Year"),
            ("26/05/2023 ore 25", "Hour"),
            ("26/05/2023 ore 12:60", "Hour"),
            ("domani", "Shape"),
            ("", "Shape"),
            ("2023", "Shape"),
            ("12 brumaio 2023", "Shape"),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn months_are_enough_for_an_end() {
        assert_eq!(read_month("giugno 2026"), Ok(Month::Whole(2026, 6)));
        assert_eq!(read_month("06/2026"), Ok(Month::Whole(2026, 6)));
        assert!(matches!(read_month("30/06/2026"), Ok(Month::Day(_))));
        assert!(read_month("13/2026").is_err());
    }
}
