//! Identifiers without check digits: a shape is all that can be asked.

use std::fmt;

macro_rules! shaped {
    ($(#[$doc:meta])* $name:ident, $test:expr) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Box<str>);

        impl $name {
            /// Reads the identifier; surrounding spaces are forgiven.
            pub fn parse(text: &str) -> Option<Self> {
                let text = text.trim();
                let test: fn(&str) -> bool = $test;
                test(text).then(|| Self(text.to_ascii_lowercase().into()))
            }

            /// Its text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

shaped! {
    /// The number ANAC's SIMOG gave a tender until 2023: seven digits.
    SimogNumber, |text| text.len() == 7 && text.bytes().all(|b| b.is_ascii_digit())
}

shaped! {
    /// The identifier of a procedure in the national database (`idAppalto`)
    /// or of a legal notice (`idAvviso`): a UUID.
    Uuid, |text| {
        text.len() == 36
            && text.bytes().enumerate().all(|(at, b)| match at {
                8 | 13 | 18 | 23 => b == b'-',
                _ => b.is_ascii_hexdigit(),
            })
    }
}

shaped! {
    /// A body's code in the index of public administrations: `c_l407`, `agid`.
    IpaCode, |text| {
        (2..=20).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-')
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes() {
        assert!(SimogNumber::parse("9030232").is_some());
        assert!(SimogNumber::parse("903023").is_none());
        assert!(Uuid::parse("0c1a2b3c-4d5e-6f70-8192-a3b4c5d6e7f8").is_some());
        assert!(Uuid::parse("0c1a2b3c4d5e6f708192a3b4c5d6e7f8").is_none());
        assert_eq!(IpaCode::parse("C_L407").map(|code| code.to_string()), Some("c_l407".to_owned()));
        assert!(IpaCode::parse("c l407").is_none());
    }
}
