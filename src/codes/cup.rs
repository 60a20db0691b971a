//! The CUP, *codice unico di progetto*.

use std::fmt;

/// A public investment project's code: letter, two digits, letter, eleven
/// digits. No check digit is published, so only the shape is checked.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cup(Box<str>);

impl Cup {
    /// Reads a CUP. Spaces and lower case are forgiven.
    pub fn parse(text: &str) -> Option<Self> {
        let code: String = text.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_uppercase()).collect();
        let shape = |(at, byte): (usize, u8)| {
            if at == 0 || at == 3 { byte.is_ascii_uppercase() } else { byte.is_ascii_digit() }
        };
        (code.len() == 15 && code.bytes().enumerate().all(shape)).then(|| Self(code.into()))
    }

    /// The fifteen characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Cup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shape_is_checked() {
        for code in ["I98I21000110001", "j59j21000640001", "F19J 2200 0790 006"] {
            assert!(Cup::parse(code).is_some(), "{code}");
        }
        for code in ["I98I2100011000", "I98I210001100011", "198I21000110001", "I9XI21000110001", ""] {
            assert!(Cup::parse(code).is_none(), "{code}");
        }
    }
}
