//! The *codice fiscale* of bodies and companies.

use std::fmt;

/// Eleven digits whose last checks the others (Luhn). A public body's code
/// often fails the further rule of VAT numbers, so that one is not applied.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TaxCode([u8; 11]);

/// Why a text is not the tax code of a body or company.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TaxCodeError {
    /// It is not eleven digits.
    Shape,
    /// Zeros in front were lost, as spreadsheets do; this is the whole code.
    LostZeros(String),
    /// The check digit is wrong.
    Check,
    /// It is a natural person's: personal data has no place here.
    Person,
}

impl TaxCode {
    /// Reads a tax code. Spaces and a leading `IT` are forgiven.
    pub fn parse(text: &str) -> Result<Self, TaxCodeError> {
        let code: String = text.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_uppercase();
        let code = code.strip_prefix("IT").unwrap_or(&code);
        if code.len() == 16 && code.bytes().all(|b| b.is_ascii_alphanumeric()) {
            return Err(TaxCodeError::Person);
        }
        if !(8..=11).contains(&code.len()) || !code.bytes().all(|b| b.is_ascii_digit()) {
            return Err(TaxCodeError::Shape);
        }
        let whole = format!("{code:0>11}");
        let digits: [u8; 11] = whole.as_bytes().try_into().map_err(|_| TaxCodeError::Shape)?;
        let right = luhn(&digits) && digits != *b"00000000000";
        match (right, code.len()) {
            (true, 11) => Ok(Self(digits)),
            (true, _) => Err(TaxCodeError::LostZeros(whole)),
            (false, 11) => Err(TaxCodeError::Check),
            (false, _) => Err(TaxCodeError::Shape),
        }
    }

    /// The eleven digits.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Display for TaxCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

fn luhn(digits: &[u8; 11]) -> bool {
    let sum: u32 = digits
        .iter()
        .enumerate()
        .map(|(at, digit)| {
            let digit = u32::from(digit - b'0');
            if at % 2 == 0 { digit } else { digit * 2 / 10 + digit * 2 % 10 }
        })
        .sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bodies_and_companies() {
        for code in
            ["00743110157", "05678721001", "02190640223", "91006950793", "97584460584", "80188230587", "IT 02438750586"]
        {
            assert!(TaxCode::parse(code).is_ok(), "{code}");
        }
        for code in ["00743110158", "80000000000", "12345678901", "00000000000"] {
            assert_eq!(TaxCode::parse(code), Err(TaxCodeError::Check), "{code}");
        }
    }

    #[test]
    fn lost_zeros_are_given_back() {
        assert_eq!(TaxCode::parse("743110157"), Err(TaxCodeError::LostZeros("00743110157".to_owned())));
    }

    #[test]
    fn people_are_kept_out() {
        assert_eq!(TaxCode::parse("RSSMRA85T10A562S"), Err(TaxCodeError::Person));
    }
}
