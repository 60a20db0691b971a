//! The CIG, *codice identificativo gara*.

use std::fmt;

/// A tender identifier whose check digits add up.
///
/// Ten characters: seven that identify the lot and three that check them,
/// after ANAC's published algorithm. `X…`, `Y…` and `Z…` are the older
/// `SmartCIG`, whose check digits come second and third.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cig([u8; 10]);

/// Why a text is not a CIG.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CigError {
    /// It is not ten letters and digits of a kind ever issued.
    Shape,
    /// It is ten zeros: the mark of "no CIG" in older systems.
    Zeros,
    /// It is, but they cannot belong together: most often a typing mistake.
    Check,
}

impl Cig {
    /// Reads a CIG. Spaces and lower case are forgiven.
    pub fn parse(text: &str) -> Result<Self, CigError> {
        let code: Vec<u8> = text.bytes().filter(|b| !b.is_ascii_whitespace()).map(|b| b.to_ascii_uppercase()).collect();
        let code: [u8; 10] = code.try_into().map_err(|_| CigError::Shape)?;
        if code == *b"0000000000" {
            return Err(CigError::Zeros);
        }
        let (number, check, modulus) = match code[0] {
            b'X'..=b'Z' => (hex(&code[3..])?, hex(&code[1..3])?, 251),
            b'0'..=b'9' => (decimal(&code[..7])?, hex(&code[7..])?, 4091),
            letter @ b'A'..=b'U' => {
                let rank = u64::from(letter - b'A' + 1);
                (hex(&code[1..7])? + rank, hex(&code[7..])?, 4091)
            }
            _ => return Err(CigError::Shape),
        };
        if number == 0 || number * 211 % modulus != check {
            return Err(CigError::Check);
        }
        Ok(Self(code))
    }

    /// The ten characters.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Display for Cig {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

fn hex(digits: &[u8]) -> Result<u64, CigError> {
    digits.iter().try_fold(0, |number, &digit| {
        let value = char::from(digit).to_digit(16).ok_or(CigError::Shape)?;
        Ok(number * 16 + u64::from(value))
    })
}

fn decimal(digits: &[u8]) -> Result<u64, CigError> {
    digits.iter().try_fold(0, |number, &digit| {
        let value = char::from(digit).to_digit(10).ok_or(CigError::Shape)?;
        Ok(number * 10 + u64::from(value))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn real_codes_are_accepted() {
        for code in [
            "95156957EC",
            "918052266A",
            "8989865F45",
            "9019801F3D",
            "9022379EAC",
            "904981713E",
            "91314338E3",
            "9175625D46",
            "B51ABEC4F6",
            "B00012EADB",
            "K00003EC3A",
            "L00003DC3A",
            "Z6DFFFFFFF",
            "ZAB2435F70",
            "Z1339083C3",
            "Z1A34A9C2C",
            "Z363832493",
            "Z5838FB3DF",
        ] {
            assert_eq!(Cig::parse(code).map(|cig| cig.to_string()), Ok(code.to_owned()));
        }
    }

    #[test]
    fn spaces_and_small_letters_are_forgiven() {
        assert_eq!(Cig::parse(" b51a bec4f6 ").map(|cig| cig.to_string()), Ok("B51ABEC4F6".to_owned()));
    }

    #[test]
    fn mistakes_are_noticed() {
        for code in ["95156957ED", "918052266B", "B51ABEC4F7", "ZDB27337A6", "95165957EC"] {
            assert_eq!(Cig::parse(code), Err(CigError::Check), "{code}");
        }
        for code in ["V123456789", "9A1B2C3D4E", "B51ABEC4F", "", "95156957EÈ"] {
            assert_eq!(Cig::parse(code), Err(CigError::Shape), "{code}");
        }
        assert_eq!(Cig::parse("0000000000"), Err(CigError::Zeros));
    }
}
