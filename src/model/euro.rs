//! Amounts of money.

use std::fmt;

/// An amount in euro, to the cent, never negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Euro {
    cents: u64,
}

/// Why a text is no amount.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AmountError {
    /// It does not look like one.
    Shape,
    /// A dot that could stand before cents or between thousands: both
    /// readings, as they should be written.
    DotOfWhat {
        /// With the dot before the cents.
        cents: String,
        /// With the dot between thousands, a digit being missing.
        thousands: String,
    },
    /// An apostrophe between thousands, as the Swiss write, or perhaps a
    /// slip: as it should be written.
    Apostrophe {
        /// With dots.
        right: String,
    },
    /// A comma with nothing after it: as it should be written if nothing is
    /// missing.
    NoCents {
        /// With two zeros.
        right: String,
    },
}

impl Euro {
    /// More than this is a typing mistake: a hundred thousand million euro.
    const MOST: u64 = 10_000_000_000_000;

    /// Reads `172.131,15`, `172131.15`, `172.131`, `€ 1.000`, `1000 euro`,
    /// `1 000`. Dots (or blanks) before groups of three digits are thousands,
    /// as Italians write; a dot that cannot be one stands before the cents,
    /// as machines write.
    pub fn parse(text: &str) -> Result<Self, AmountError> {
        let lower = text.to_lowercase();
        let number: String = lower
            .trim()
            .trim_start_matches('€')
            .trim_start_matches("eur")
            .trim_end_matches("euro")
            .trim_end_matches("eur")
            .trim_end_matches('€')
            .trim()
            .replace(['\u{a0}', ' '], ".");
        let (whole, cents) = match number.split_once(',') {
            Some((whole, "")) if groups(whole).is_some_and(|whole| !whole.is_empty() && all_digits(&whole)) => {
                return Err(AmountError::NoCents { right: format!("{whole},00") });
            }
            Some((whole, cents)) => (groups(whole).ok_or(AmountError::Shape)?, cents),
            None => match number.rsplit_once('.') {
                Some((_, "")) => return Err(AmountError::Shape),
                Some((whole, cents)) if cents.len() <= 2 => {
                    if whole.len() <= 3 && all_digits(whole) && all_digits(cents) {
                        let whole = if whole.is_empty() { "0" } else { whole };
                        return Err(AmountError::DotOfWhat {
                            cents: format!("{whole},{cents:0<2}"),
                            thousands: format!("{whole}.{cents:0<3}"),
                        });
                    }
                    (whole.to_owned(), cents)
                }
                _ => (groups(&number).ok_or(AmountError::Shape)?, ""),
            },
        };
        if whole.contains('\'') {
            let right = number.replace('\'', ".");
            return Err(match Self::parse(&right) {
                Ok(_) => AmountError::Apostrophe { right },
                Err(_) => AmountError::Shape,
            });
        }
        if whole.is_empty() || whole.len() > 12 || cents.len() > 2 || !all_digits(&whole) || !all_digits(cents) {
            return Err(AmountError::Shape);
        }
        let cents: u64 = format!("{cents:0<2}").parse().map_err(|_| AmountError::Shape)?;
        let euro = whole.parse::<u64>().map_err(|_| AmountError::Shape)?;
        let cents = euro.checked_mul(100).and_then(|whole| whole.checked_add(cents)).ok_or(AmountError::Shape)?;
        if cents <= Self::MOST { Ok(Self { cents }) } else { Err(AmountError::Shape) }
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
            assert_eq!(Euro::parse(&euro.to_string()), Ok(euro));
            assert_eq!(Euro::parse(&euro.decimal().replace('.', ",")), Ok(euro));
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
            ("1 000 000,50", "1.000.000,50"),
            ("0", "0,00"),
            ("0,5", "0,50"),
            ("12,34", "12,34"),
            ("1234.5", "1.234,50"),
            ("1000.00", "1.000,00"),
            ("12.345", "12.345,00"),
        ] {
            assert_eq!(Euro::parse(text).map(|euro| euro.to_string()).as_deref(), Ok(expected), "{text}");
        }
        for text in [
            "",
            "-5",
            "1,000.50",
            "12,345",
            "1.00,00",
            "tanto",
            "99999999999999",
            "1..000",
            "1.000,5,",
            "1e3",
            "１２,00",
            "12 34 56",
            "10.000.00",
            "1.0000",
            "0x10",
            "1/2",
            ",50",
            ".",
            ",",
            "'",
            "1''000",
            "12'34",
            "∞",
            "+5",
            "5,-",
        ] {
            assert_eq!(Euro::parse(text), Err(AmountError::Shape), "{text}");
        }
    }

    #[test]
    fn what_can_be_read_in_two_ways_is_read_in_neither() {
        let dot = |cents: &str, thousands: &str| AmountError::DotOfWhat {
            cents: cents.to_owned(),
            thousands: thousands.to_owned(),
        };
        for (text, error) in [
            ("12.34", dot("12,34", "12.340")),
            ("€ 1.5", dot("1,50", "1.500")),
            ("1.00", dot("1,00", "1.000")),
            (".50", dot("0,50", "0.500")),
            ("123.45 euro", dot("123,45", "123.450")),
            ("12 34", dot("12,34", "12.340")),
            ("1'000", AmountError::Apostrophe { right: "1.000".to_owned() }),
            ("1'000,50", AmountError::Apostrophe { right: "1.000,50".to_owned() }),
            ("5,", AmountError::NoCents { right: "5,00".to_owned() }),
            ("1.000,", AmountError::NoCents { right: "1.000,00".to_owned() }),
        ] {
            assert_eq!(Euro::parse(text), Err(error), "{text}");
        }
    }
}
