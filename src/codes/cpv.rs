//! The CPV, the common procurement vocabulary.

use std::fmt;

/// Every code with its check digit and Italian label, a line each, sorted:
/// regulation (EC) 213/2008, as ANAC publishes it.
const TABLE: &str = include_str!("cpv.txt");

/// A code of the vocabulary, with its check digit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cpv {
    code: [u8; 8],
    check: u8,
    label: &'static str,
}

/// Why a text is not a CPV code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CpvError {
    /// Not eight digits, perhaps with a dash and a check digit.
    Shape,
    /// No such code in the vocabulary.
    Unknown,
    /// The check digit is another: this one.
    Check(char),
}

impl Cpv {
    /// Reads `72322000-8`; the check digit may be left out.
    pub fn parse(text: &str) -> Result<Self, CpvError> {
        let text = text.trim();
        let (code, check) = match text.split_once('-') {
            Some((code, check)) => (code, Some(check)),
            None => (text, None),
        };
        let code: [u8; 8] = code.as_bytes().try_into().map_err(|_| CpvError::Shape)?;
        let one_digit = |text: &str| text.len() == 1 && text.as_bytes()[0].is_ascii_digit();
        if !code.iter().all(u8::is_ascii_digit) || check.is_some_and(|check| !one_digit(check)) {
            return Err(CpvError::Shape);
        }
        let line = find(code).ok_or(CpvError::Unknown)?;
        let right = line.as_bytes()[8];
        if check.is_some_and(|check| check.as_bytes()[0] != right) {
            return Err(CpvError::Check(char::from(right)));
        }
        Ok(Self { code, check: right, label: &line[10..] })
    }

    /// What the code stands for, in Italian.
    pub fn label(&self) -> &'static str {
        self.label
    }
}

impl fmt::Display for Cpv {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", std::str::from_utf8(&self.code).unwrap_or_default(), char::from(self.check))
    }
}

/// The line of a code, by halving the sorted table in place: nothing to
/// build at start-up, fourteen steps a look-up.
fn find(code: [u8; 8]) -> Option<&'static str> {
    let (mut low, mut high) = (0, TABLE.len());
    while low < high {
        let middle = usize::midpoint(low, high);
        let start = TABLE.as_bytes()[..middle].iter().rposition(|&b| b == b'\n').map_or(0, |at| at + 1);
        let end = TABLE.as_bytes()[middle..].iter().position(|&b| b == b'\n').map_or(TABLE.len(), |at| middle + at);
        let line = &TABLE[start..end];
        match line.as_bytes().get(..8)?.cmp(&code) {
            std::cmp::Ordering::Equal => return Some(line),
            std::cmp::Ordering::Less => low = end + 1,
            std::cmp::Ordering::Greater => high = start,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_of_the_table_is_found_and_its_check_digit_matters() {
        for line in TABLE.lines() {
            let (code, check) = (&line[..8], &line[8..9]);
            let cpv = Cpv::parse(&format!("{code}-{check}")).unwrap_or_else(|error| panic!("{code}: {error:?}"));
            assert_eq!(cpv.label(), &line[10..]);
            let wrong = if check == "0" { "1" } else { "0" };
            assert!(matches!(Cpv::parse(&format!("{code}-{wrong}")), Err(CpvError::Check(_))), "{code}");
        }
    }

    #[test]
    fn what_is_not_in_the_vocabulary_is_refused() {
        assert_eq!(Cpv::parse("99999999-9"), Err(CpvError::Unknown));
        assert_eq!(Cpv::parse("00000000"), Err(CpvError::Unknown));
        assert_eq!(Cpv::parse("4500000-7"), Err(CpvError::Shape));
        assert_eq!(Cpv::parse("45000000-"), Err(CpvError::Shape));
        assert_eq!(Cpv::parse("45000000-6"), Err(CpvError::Check('7')));
        assert_eq!(Cpv::parse("45111230").map(|cpv| cpv.to_string()), Ok("45111230-9".to_owned()));
    }
}
