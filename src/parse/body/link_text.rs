//! A link's own text says where it leads: people who listen to a page hear
//! its links one after the other, without the sentence around them.

/// Texts that say nothing by themselves.
const EMPTY: &[&str] = &[
    "clicca qui",
    "cliccare qui",
    "clicca",
    "qui",
    "link",
    "a questo link",
    "questo link",
    "vai",
    "leggi",
    "leggi tutto",
    "leggi di più",
    "continua",
    "scarica",
    "download",
    "click here",
    "here",
    "read more",
    "apri",
    "vedi",
    "vedi qui",
    "a questo indirizzo",
    "questa pagina",
];

/// Whether a link's text says nothing by itself.
pub(super) fn is_empty(text: &str) -> bool {
    let text = text.trim().trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    text.is_empty() || EMPTY.contains(&text.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_not_empty() {
        assert!(is_empty("Clicca qui »"));
        assert!(is_empty(" … "));
        assert!(!is_empty("Disciplinare di gara"));
        assert!(!is_empty("qui si iscrive"));
    }
}
