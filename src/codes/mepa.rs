//! Numbers of the `MePA`, the public administration's electronic market.

use std::fmt;

/// What the number counts on the platform.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MepaKind {
    /// *Richiesta di offerta*.
    Rdo,
    /// *Trattativa diretta*.
    Td,
    /// *Ordine diretto di acquisto*.
    Oda,
    /// *Codice gara* of a procedure on the platform.
    Gara,
}

/// A `MePA` number and what it counts: `RdO 3534973`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mepa {
    /// What it counts.
    pub kind: MepaKind,
    /// The number.
    pub number: u64,
}

impl Mepa {
    /// Reads `RdO 3534973`, `TD n. 123456`, `gara 3534973`.
    pub fn parse(text: &str) -> Option<Self> {
        let lower = text.to_lowercase();
        let mut words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty() && *word != "n");
        let kind = match words.next()? {
            "rdo" => MepaKind::Rdo,
            "td" => MepaKind::Td,
            "oda" => MepaKind::Oda,
            "gara" => MepaKind::Gara,
            _ => return None,
        };
        let number = words.next()?;
        (number.len() >= 4 && number.len() <= 12 && words.next().is_none())
            .then(|| number.parse().ok())
            .flatten()
            .filter(|number| *number > 0)
            .map(|number| Self { kind, number })
    }
}

impl fmt::Display for Mepa {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = match self.kind {
            MepaKind::Rdo => "RdO",
            MepaKind::Td => "TD",
            MepaKind::Oda => "OdA",
            MepaKind::Gara => "gara",
        };
        write!(f, "{kind} {}", self.number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_say_what_they_count() {
        assert_eq!(Mepa::parse("RdO n. 3534973").map(|mepa| mepa.to_string()), Some("RdO 3534973".to_owned()));
        assert_eq!(Mepa::parse("GARA 3534973").map(|mepa| mepa.to_string()), Some("gara 3534973".to_owned()));
        for text in ["3534973", "RdO", "RdO 12", "RdO 12a45", "foo 12345", "RdO 1234 5678"] {
            assert_eq!(Mepa::parse(text), None, "{text}");
        }
    }
}
