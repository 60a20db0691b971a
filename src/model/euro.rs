//! Amounts of money.

use std::fmt;

/// An amount in euro, to the cent, never negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Euro {
    cents: u64,
}

impl Euro {
    /// More than this is a typing mistake: a hundred thousand million euro.
    const MOST: u64 = 10_000_000_000_000;

    /// Reads `172.131,15`, `172131.15`, `172.131`, `€ 1.000`, `1000 euro`.
    /// Dots before groups of three digits are thousands, as Italians write.
    pub fn parse(text: &str) -> Option<Self> {
        let lower = text.to_lowercase();
        let number: String = lower
            .trim()
            .trim_start_matches('€')
            .trim_start_matches("eur")
            .trim_end_matches("euro")
            .trim_end_matches("eur")
            .trim_end_matches('€')
            .trim()
            .replace(['\'', '\u{a0}', ' '], "");
        let (whole, cents) = match number.split_once(',') {
            Some((whole, cents)) => (groups(whole)?, cents),
            None => match number.rsplit_once('.') {
                Some((whole, cents)) if cents.len() <= 2 => (whole.to_owned(), cents),
                _ => (groups(&number)?, ""),
            },
        };
        if whole.is_empty() || whole.len() > 12 || cents.len() > 2 || !all_digits(&whole) || !all_digits(cents) {
            return None;
        }
        let cents: u64 = format!("{cents:0<2}").parse().ok()?;
        let cents = whole.parse::<u64>().ok()?.checked_mul(100)?.checked_add(cents)?;
        (cents <= Self::MOST).then_some(Self { cents })
    }

    /// Nothing.
    pub const ZERO: Self = Self { cents: 0 };

    /// Both together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self { cents: self.cents.saturating_add(other.cents) }
    }

    /// The amount in cents.
    pub fn cents(self) -> u64 {
        self.cents
    }

    /// The amount in euro, for formats that know nothing but binary numbers:
    /// there are so few digits that it is written as it was read.
    #[expect(clippy::cast_precision_loss, reason = "below 2^53, so exact")]
    pub fn number(self) -> f64 {
        self.cents as f64 / 100.0
    }

    /// As machines write it: `172131.15`.
    pub fn decimal(self) -> String {
        format!("{}.{:02}", self.cents / 100, self.cents % 100)
    }
}

/// Takes the dots out of thousands; `None` if they do not stand at threes.
fn groups(text: &str) -> Option<String> {
    let mut parts = text.split('.');
    let first = parts.next()?;
    let rest: Vec<&str> = parts.collect();
    let good = rest.is_empty() || (!first.is_empty() && first.len() <= 3);
    (good && rest.iter().all(|part| part.len() == 3)).then(|| format!("{first}{}", rest.concat()))
}

fn all_digits(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit())
}

impl fmt::Display for Euro {
    /// As Italians write it: `172.131,15`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let whole = (self.cents / 100).to_string();
        for (at, digit) in whole.char_indices() {
            if at > 0 && (whole.len() - at).is_multiple_of(3) {
                f.write_str(".")?;
            }
            write!(f, "{digit}")?;
        }
        write!(f, ",{:02}", self.cents % 100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_says_every_cent() {
        for cents in [0, 1, 9, 10, 99, 100, 12_345, 17_213_115, Euro::MOST - 1, Euro::MOST] {
            let euro = Euro { cents };
            let number = serde_json::to_string(&euro.number()).expect("a number");
            assert_eq!(number.parse::<f64>().ok(), euro.decimal().parse::<f64>().ok());
            assert_eq!(Euro::parse(&format!("{:.2}", euro.number())), Some(euro));
            assert_eq!(Euro::parse(&euro.decimal()), Some(euro));
        }
    }

    #[test]
    fn amounts_as_italians_and_as_machines_write_them() {
        for (text, expected) in [
            ("172.131,15", "172.131,15"),
            ("172131.15", "172.131,15"),
            ("172131,5", "172.131,50"),
            ("€ 1.000", "1.000,00"),
            ("1.000.000 euro", "1.000.000,00"),
            ("0", "0,00"),
            ("1234.5", "1.234,50"),
        ] {
            assert_eq!(Euro::parse(text).map(|euro| euro.to_string()).as_deref(), Some(expected), "{text}");
        }
        for text in ["", "-5", "1,000.50", "12,345", "1.00,00", "tanto", "99999999999999", ".5", "1..000"] {
            assert_eq!(Euro::parse(text), None, "{text}");
        }
    }
}
