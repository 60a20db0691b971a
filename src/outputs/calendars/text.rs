//! The lines calendars are made of: escaped, folded, ended.

use chrono::{Datelike, NaiveDate};

use crate::calendar::{Instant, Moment};

/// Europe/Rome, as it has been since 1996.
pub(super) const ZONE: &str = "BEGIN:VTIMEZONE\r\nTZID:Europe/Rome\r\n\
BEGIN:DAYLIGHT\r\nTZNAME:CEST\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nDTSTART:19960331T020000\r\n\
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\n\
BEGIN:STANDARD\r\nTZNAME:CET\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nDTSTART:19961027T030000\r\n\
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";

/// The first year [`ZONE`] tells the hours of.
const ZONE_FROM: i32 = 1997;

/// The longest line the standard allows, in bytes.
const WIDTH: usize = 75;

/// Lines, one after the other.
#[derive(Default)]
pub(super) struct Lines(String);

impl Lines {
    /// A line that is as it should be.
    pub(super) fn raw(&mut self, line: &str) {
        self.0.push_str(line);
        self.0.push_str("\r\n");
    }

    /// Lines that are as they should be, their ends included.
    pub(super) fn block(&mut self, lines: &str) {
        self.0.push_str(lines);
    }

    /// A property, folded where it is too long, between characters.
    pub(super) fn line(&mut self, name: &str, value: &str) {
        let mut width = 0;
        for c in name.chars().chain([':']).chain(value.chars()) {
            if width + c.len_utf8() > WIDTH {
                self.0.push_str("\r\n ");
                width = 1;
            }
            self.0.push(c);
            width += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    /// A property that is a text.
    pub(super) fn prose(&mut self, name: &str, text: &str) {
        self.line(name, &escaped(text));
    }

    /// A property that is an instant, in UTC.
    pub(super) fn instant(&mut self, name: &str, instant: Instant) {
        self.line(name, &stamp(instant));
    }

    /// When an entry is. A whole day, or its last minute `24:00`, is a day of
    /// the calendar; an hour is a point in time without an end, since nobody
    /// must think there were half an hour more.
    pub(super) fn times(&mut self, when: Moment) {
        let day = |date: NaiveDate| format!("{:04}{:02}{:02}", date.year(), date.month(), date.day());
        let date = when.date;
        match when.time {
            // Where the wall clock does not tell one instant, readers differ:
            // UTC does. Nor does the zone below reach back for ever.
            Some(clock) if clock.hour() < 24 && (when.clock_change().is_some() || date.year() < ZONE_FROM) => {
                self.instant("DTSTART", when.begins());
            }
            Some(clock) if clock.hour() < 24 => {
                let time = format!("{}T{:02}{:02}00", day(date), clock.hour(), clock.minute());
                self.line("DTSTART;TZID=Europe/Rome", &time);
            }
            _ => {
                self.line("DTSTART;VALUE=DATE", &day(date));
                if let Some(after) = date.succ_opt() {
                    self.line("DTEND;VALUE=DATE", &day(after));
                }
            }
        }
    }

    /// The whole of it.
    pub(super) fn finish(self) -> String {
        self.0
    }
}

/// Whether an entry is a day of the calendar and not a point in time.
pub(super) fn is_whole_day(when: Moment) -> bool {
    when.time.is_none_or(|clock| clock.hour() == 24)
}

/// A text as the standard wants it, without what no line may hold. The two
/// line ends only Unicode knows become ordinary ones: some readers would cut
/// the line there.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' | '\u{2028}' | '\u{2029}' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// An instant in UTC: `20261123T090000Z`.
fn stamp(instant: Instant) -> String {
    chrono::DateTime::from_timestamp(instant.unix(), 0).unwrap_or_default().format("%Y%m%dT%H%M%SZ").to_string()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::calendar::read_moment;

    /// What a reader makes of a property: lines unfolded, marks taken back.
    fn read(lines: &str) -> (String, String) {
        let unfolded = lines.replace("\r\n ", "");
        let (name, value) = unfolded.strip_suffix("\r\n").expect("a line ends").split_once(':').expect("a property");
        let mut text = String::new();
        let mut marks = value.chars();
        while let Some(c) = marks.next() {
            match (c, c == '\\') {
                (_, true) => match marks.next().expect("a mark stands before something") {
                    'n' => text.push('\n'),
                    other => text.push(other),
                },
                (c, _) => text.push(c),
            }
        }
        (name.to_owned(), text)
    }

    proptest! {
        #[test]
        fn any_text_comes_back_from_lines_that_are_short_enough(text in prop_oneof![any::<String>(), "[\\\\;,:\"^\n\r\u{b}\u{85}\u{2028}\u{2029}\u{feff}è🇮🇹 ]{0,400}"]) {
            let mut lines = Lines::default();
            lines.prose("SUMMARY", &text);
            let made = lines.finish();
            for line in made.strip_suffix("\r\n").expect("a line ends").split("\r\n") {
                prop_assert!(line.len() <= WIDTH && !line.contains(['\r', '\n']), "{:?}", line);
            }
            let kept: String = text.replace(['\u{2028}', '\u{2029}'], "\n").chars().filter(|c| *c == '\n' || !c.is_control()).collect();
            prop_assert_eq!(read(&made), ("SUMMARY".to_owned(), kept));
        }
    }

    #[test]
    fn a_text_of_ten_thousand_characters_is_folded() {
        let mut lines = Lines::default();
        lines.prose("SUMMARY", &"però, ".repeat(2_000));
        let made = lines.finish();
        assert!(made.split("\r\n").all(|line| line.len() <= WIDTH));
        assert_eq!(read(&made).1, "però, ".repeat(2_000));
    }

    #[test]
    fn what_the_clock_does_is_said_so_that_no_reader_doubts() {
        for (when, expected) in [
            ("24/11/2026 ore 12", "DTSTART;TZID=Europe/Rome:20261124T120000\r\n"),
            ("24/11/2026", "DTSTART;VALUE=DATE:20261124\r\nDTEND;VALUE=DATE:20261125\r\n"),
            ("24/11/2026 ore 24", "DTSTART;VALUE=DATE:20261124\r\nDTEND;VALUE=DATE:20261125\r\n"),
            // Skipped: as far into the gap. Twice: the later.
            ("29/03/2026 ore 2:30", "DTSTART:20260329T013000Z\r\n"),
            ("25/10/2026 ore 2:30", "DTSTART:20261025T013000Z\r\n"),
            ("25/10/2026 ore 3", "DTSTART;TZID=Europe/Rome:20261025T030000\r\n"),
            ("15/07/1995 ore 12", "DTSTART:19950715T100000Z\r\n"),
        ] {
            let mut lines = Lines::default();
            lines.times(read_moment(when).expect("a moment"));
            assert_eq!(lines.finish(), expected, "{when}");
        }
    }
}
