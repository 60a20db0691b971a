//! Texts of editors as every data format can hold them.

use super::xml::clean;

/// A text on one line, without the characters XML 1.0 has no way to write.
pub(super) fn plain(text: &str) -> String {
    clean(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text of at most so many characters, cut between words, with an ellipsis
/// where something is missing.
pub(super) fn short(text: &str, most: usize) -> String {
    let text = plain(text);
    let Some((end, _)) = text.char_indices().nth(most) else { return text };
    let room = text[..end].char_indices().last().map_or(0, |(last, _)| last);
    let cut = &text[..room];
    let whole = cut.rsplit_once(' ').map_or(cut, |(words, _)| words);
    format!("{}…", whole.trim_end_matches([' ', ',', ';', ':']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_cannot_hold_goes_and_blanks_become_one() {
        assert_eq!(plain("  a\u{0}b\u{b}\r\n\tc \u{fffe}]]>&<"), "ab c ]]>&<");
    }

    #[test]
    fn long_texts_are_cut_between_words() {
        assert_eq!(short("uno due tre", 11), "uno due tre");
        assert_eq!(short("uno due, tre", 11), "uno due…");
        assert_eq!(short("precipitevolissimevolmente", 10), "precipite…");
        let long = "però ".repeat(100);
        let cut = short(&long, 250);
        assert!(cut.chars().count() <= 250 && cut.ends_with("però…"), "{cut}");
        assert_eq!(short("𝔘𝔘𝔘", 2), "𝔘…");
    }
}
