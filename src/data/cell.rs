//! What stands in a cell of a flat table, and how to keep it harmless.

use std::borrow::Cow;

use chrono::NaiveDate;

use crate::calendar::{Instant, Moment};
use crate::model::Euro;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value<'a> {
    /// Nothing.
    Nothing,
    /// A text on one line.
    Text(Cow<'a, str>),
    /// A number.
    Number(u64),
    /// An amount.
    Euro(Euro),
    /// A day.
    Day(NaiveDate),
    /// An instant, on the clock in Rome.
    At(Instant),
    /// Yes or no.
    Truth(bool),
}

impl<'a> Value<'a> {
    /// A text, nothing if it is empty.
    pub(super) fn text(text: &'a str) -> Self {
        match one_line(text) {
            text if text.is_empty() => Self::Nothing,
            text => Self::Text(text),
        }
    }

    /// A text that may not be there.
    pub(super) fn maybe(text: Option<&'a str>) -> Self {
        text.map_or(Self::Nothing, Self::text)
    }

    /// A text of our own making.
    pub(super) fn made(text: String) -> Self {
        if text.is_empty() { Self::Nothing } else { Self::Text(text.into()) }
    }

    /// Several in one cell, ` | ` between them: a bar within one of them
    /// gives way to a slash.
    pub(super) fn several<T: AsRef<str>>(texts: impl Iterator<Item = T>) -> Self {
        let texts: Vec<String> = texts.map(|text| one_line(text.as_ref()).replace('|', "/")).collect();
        Self::made(texts.join(" | "))
    }

    pub(super) fn number(number: usize) -> Self {
        Self::Number(number as u64)
    }

    pub(super) fn euro(euro: Option<Euro>) -> Self {
        euro.map_or(Self::Nothing, Self::Euro)
    }

    pub(super) fn day(moment: Option<Moment>) -> Self {
        moment.map_or(Self::Nothing, |moment| Self::Day(moment.date))
    }

    /// The last minute in time.
    pub(super) fn last_minute(moment: Option<Moment>) -> Self {
        moment.map_or(Self::Nothing, |moment| Self::At(super::term::last_minute(moment).0))
    }

    /// As it stands in a CSV file.
    pub fn plain(&self) -> Cow<'_, str> {
        match self {
            Self::Nothing => Cow::Borrowed(""),
            Self::Text(text) => harmless(text),
            Self::Number(number) => number.to_string().into(),
            Self::Euro(euro) => euro.decimal().into(),
            Self::Day(date) => Moment::day(*date).iso().into(),
            Self::At(instant) => instant.iso().into(),
            Self::Truth(truth) => truth.to_string().into(),
        }
    }
}

/// A text without line breaks and other control characters, which half of
/// the programs that read tables stumble over.
pub fn one_line(text: &str) -> Cow<'_, str> {
    let odd = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}');
    if !text.contains(odd) && text.trim() == text {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            c if odd(c) => {}
            c => out.push(c),
        }
    }
    Cow::Owned(out.trim().to_owned())
}

/// A text no spreadsheet takes for a formula: an apostrophe goes before what
/// would open one, at the start of a cell, after a semicolon, which is where
/// Italian spreadsheets start a new cell, and at the start of a line, where
/// all of them do if they take no notice of quotes. An apostrophe already there
/// gets one more, so that whoever takes one away has the text as it was.
/// Numbers never come here.
pub fn harmless(text: &str) -> Cow<'_, str> {
    let parts = || text.split_inclusive([';', '\n', '\r']);
    if !parts().any(opens_formula) {
        return Cow::Borrowed(text);
    }
    let parts = parts().map(|part| if opens_formula(part) { format!("'{part}") } else { part.to_owned() });
    Cow::Owned(parts.collect())
}

fn opens_formula(part: &str) -> bool {
    let rest = part.trim_start_matches('\'');
    rest.starts_with(['=', '+', '-', '@', '\t', '＝', '＋', '－', '＠'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_be_a_formula_is_a_text() {
        for (text, expected) in [
            ("=1+1", "'=1+1"),
            ("+39 0000", "'+39 0000"),
            ("-5%", "'-5%"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("'=1", "''=1"),
            ("＝1", "'＝1"),
            ("a;=cmd|'/c calc'!A1;b", "a;'=cmd|'/c calc'!A1;b"),
            ("bella;=1+1", "bella;'=1+1"),
            ("uno\n=1+1", "uno\n'=1+1"),
            ("uno\r\n@due;-3", "uno\r\n'@due;'-3"),
            ("a;;+1", "a;;'+1"),
            ("'Ndrangheta", "'Ndrangheta"),
            ("a = b - c", "a = b - c"),
            ("uno; - due", "uno; - due"),
            ("", ""),
        ] {
            assert_eq!(harmless(text), expected);
        }
    }

    #[test]
    fn a_cell_has_one_line() {
        for (text, expected) in [
            ("a\r\n\r\nb", "a b"),
            ("\t=1", "=1"),
            ("a\u{0}b\u{7f}\u{85}c\u{2028}d", "ab c d"),
            ("\u{feff}però  così ", "però  così"),
            ("\n", ""),
        ] {
            assert_eq!(one_line(text), expected);
        }
    }

    #[test]
    fn values_are_written_for_machines() {
        assert_eq!(Value::euro(Euro::parse("172.131,15").ok()).plain(), "172131.15");
        assert_eq!(Value::several(["a|b", "c"].iter()).plain(), "a/b | c");
        assert_eq!(Value::several(std::iter::empty::<&str>()), Value::Nothing);
        let day = crate::calendar::read_moment("24/11/2026").ok();
        assert_eq!(Value::day(day).plain(), "2026-11-24");
        assert_eq!(Value::last_minute(day).plain(), "2026-11-24T23:59:00+01:00");
        let noon = crate::calendar::read_moment("24/11/2026 ore 12").ok();
        assert_eq!(Value::last_minute(noon).plain(), "2026-11-24T12:00:00+01:00");
    }
}
