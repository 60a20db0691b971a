//! Licences by the national list of licences.

/// The list.
const LIST: &str = "https://w3id.org/italia/controlled-vocabulary/licences/";

/// A licence of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Licence {
    /// Its name in the list.
    code: &'static str,
    /// The list's kind of licence it is.
    kind: &'static str,
}

/// Nobody said under which licence: what art. 52, c. 2, of the *Codice
/// dell'amministrazione digitale* means for that is not ours to say.
pub(super) const UNKNOWN: Licence = Licence { code: "C1_Unknown", kind: "C_Unknown" };

impl Licence {
    /// The licence somebody gave the address of, if the list has it.
    pub(super) fn of(address: &str) -> Option<Self> {
        let lower = address.trim().to_ascii_lowercase();
        let place = lower.split_once("://").map_or(lower.as_str(), |(_, place)| place);
        let place = place.strip_prefix("www.").unwrap_or(place);
        if let Some(code) = lower.strip_prefix(&LIST.to_ascii_lowercase()) {
            return KNOWN.iter().find(|(.., known)| known.to_ascii_lowercase() == code).map(|known| Self::new(*known));
        }
        let (host, path) = place.split_once('/')?;
        let mut parts = path.split(['/', '?', '#']).filter(|part| !part.is_empty());
        if host != "creativecommons.org" {
            return None;
        }
        let (family, kind, version) = (parts.next()?, parts.next()?, parts.next()?);
        // `deed.it` is a translation, `it` a jurisdiction.
        let country = parts.next().filter(|part| !part.starts_with("deed") && !part.starts_with("legalcode"));
        let same = |(known_family, known_kind, known_version, known_country, _): &&Row| {
            (*known_family, *known_kind, *known_version) == (family, kind, version) && *known_country == country
        };
        KNOWN.iter().find(same).map(|known| Self::new(*known))
    }

    fn new((_, kind, .., code): Row) -> Self {
        let kind = match kind {
            "zero" => "A1_PublicDomain",
            "by" => "A2_Attribution",
            "by-sa" => "A3_ShareAlike",
            "by-nd" => "B2_NoDerivs",
            _ => "B1_NonCommercial",
        };
        Self { code, kind }
    }

    /// Its address in the list.
    pub(super) fn address(self) -> String {
        format!("{LIST}{}", self.code)
    }

    /// The address of its kind in the list.
    pub(super) fn kind(self) -> String {
        format!("{LIST}{}", self.kind)
    }
}

/// The family, kind, version and jurisdiction of a licence in its address at
/// Creative Commons, and its name in the list.
type Row = (&'static str, &'static str, &'static str, Option<&'static str>, &'static str);

/// The licences of the list that have an address at Creative Commons.
const KNOWN: [Row; 28] = [
    ("publicdomain", "zero", "1.0", None, "A11_CCO10"),
    ("licenses", "by", "4.0", None, "A21_CCBY40"),
    ("licenses", "by", "3.0", None, "A22_CCBY30"),
    ("licenses", "by", "3.0", Some("it"), "A23_CCBY30IT"),
    ("licenses", "by", "2.5", None, "A24_CCBY25"),
    ("licenses", "by", "2.5", Some("it"), "A25_CCBY25IT"),
    ("licenses", "by", "2.0", None, "A26_CCBY20"),
    ("licenses", "by", "2.0", Some("it"), "A27_CCBY20IT"),
    ("licenses", "by", "1.0", None, "A28_CCBY10"),
    ("licenses", "by-sa", "4.0", None, "A31_CCBYSA40"),
    ("licenses", "by-sa", "3.0", None, "A32_CCBYSA30"),
    ("licenses", "by-sa", "3.0", Some("it"), "A33_CCBYSA30IT"),
    ("licenses", "by-sa", "2.5", None, "A34_CCBYSA25"),
    ("licenses", "by-sa", "2.5", Some("it"), "A35_CCBYSA25IT"),
    ("licenses", "by-sa", "2.0", None, "A36_CCBYSA20"),
    ("licenses", "by-sa", "2.0", Some("it"), "A37_CCBYSA20IT"),
    ("licenses", "by-sa", "1.0", None, "A38_CCBYSA10"),
    ("licenses", "by-nc", "4.0", None, "B11_CCBYNC40"),
    ("licenses", "by-nc", "3.0", None, "B12_CCBYNC30"),
    ("licenses", "by-nc", "3.0", Some("it"), "B13_CCBYNC30IT"),
    ("licenses", "by-nc", "2.5", Some("it"), "B15_CCBYNC25IT"),
    ("licenses", "by-nc-sa", "4.0", None, "B19_CCBYNCSA40"),
    ("licenses", "by-nc-sa", "3.0", None, "B110_CCBYNCSA30"),
    ("licenses", "by-nc-sa", "3.0", Some("it"), "B111_CCBYNCSA30IT"),
    ("licenses", "by-nc-sa", "2.5", Some("it"), "B113_CCBYNCSA25IT"),
    ("licenses", "by-nd", "4.0", None, "B21_CCBYND40"),
    ("licenses", "by-nd", "3.0", None, "B22_CCBYND30"),
    ("licenses", "by-nd", "3.0", Some("it"), "B23_CCBYND30IT"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn licences_are_known_by_their_addresses() {
        let code = |address: &str| Licence::of(address).map(|licence| licence.code);
        for (address, expected) in [
            ("https://creativecommons.org/licenses/by/4.0/deed.it", Some("A21_CCBY40")),
            ("http://www.creativecommons.org/licenses/by/4.0", Some("A21_CCBY40")),
            ("https://creativecommons.org/licenses/by/4.0/legalcode.it#s1", Some("A21_CCBY40")),
            ("https://creativecommons.org/licenses/by/3.0/it/", Some("A23_CCBY30IT")),
            ("https://creativecommons.org/licenses/by/3.0/it/deed.en", Some("A23_CCBY30IT")),
            ("https://creativecommons.org/licenses/by/3.0/fr/", None),
            ("https://creativecommons.org/publicdomain/zero/1.0/", Some("A11_CCO10")),
            ("https://creativecommons.org/licenses/by-nc-nd/4.0/", None),
            ("https://w3id.org/italia/controlled-vocabulary/licences/A21_CCBY40", Some("A21_CCBY40")),
            ("https://esempio.it/creativecommons.org/licenses/by/4.0/", None),
            ("https://creativecommons.org", None),
            ("", None),
        ] {
            assert_eq!(code(address), expected, "{address}");
        }
    }

    #[test]
    fn every_licence_is_of_the_kind_its_code_says() {
        for row in KNOWN {
            let licence = Licence::new(row);
            assert_eq!(licence.code[..2], licence.kind[..2], "{}", licence.code);
        }
    }
}
