//! Texts of editors as every data format can hold them.

/// A text on one line, without the characters XML 1.0 has no way to write.
pub(super) fn plain(text: &str) -> String {
    let kept: String = text.chars().filter(|c| c.is_whitespace() || is_xml(*c)).collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_xml(c: char) -> bool {
    !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_cannot_hold_goes_and_blanks_become_one() {
        assert_eq!(plain("  a\u{0}b\u{b}\r\n\tc \u{fffe}\u{7f}]]>&<"), "ab c ]]>&<");
    }
}
