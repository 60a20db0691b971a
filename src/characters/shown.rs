//! How a text is shown where it could be mistaken for something else: on a
//! terminal, in a report of one line a finding.

use std::borrow::Cow;
use std::fmt::Write;

use super::unseen::hidden_in_code;

/// A text on one line, with what nobody sees written out: `\n`, `\u{1b}`.
pub fn escaped(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|b| (b' '..0x7f).contains(&b)) || !text.contains(odd) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if odd(c) => {
                let _ = write!(out, "\\u{{{:x}}}", c as u32);
            }
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// A text of a file with a sign in place of each character nobody sees, but
/// for ends of lines and tabs: as many characters as before.
pub fn marked(text: &str) -> Cow<'_, str> {
    let odd = |c: char| !matches!(c, '\n' | '\t') && odd(c);
    if !text.contains(odd) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|c| if odd(c) { char::REPLACEMENT_CHARACTER } else { c }).collect())
}

/// What is not shown as it is.
fn odd(c: char) -> bool {
    !is_part_of_a_letter(c) && hidden_in_code(c.encode_utf8(&mut [0; 4])).is_some()
}

/// What joins or shapes the signs beside it, and does nothing else.
fn is_part_of_a_letter(c: char) -> bool {
    matches!(c, '\u{200C}' | '\u{200D}' | '\u{FE00}'..='\u{FE0F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_unseen_is_shown_as_it_is() {
        for (text, line) in [
            ("bandi/mense.md", "bandi/mense.md"),
            ("a\nb", "a\\nb"),
            ("a\r\nb", "a\\r\\nb"),
            ("a\tb", "a\\tb"),
            ("\u{1b}[31mrosso", "\\u{1b}[31mrosso"),
            ("\u{9b}31m", "\\u{9b}31m"),
            ("a\u{85}b", "a\\u{85}b"),
            ("a\u{2028}b", "a\\u{2028}b"),
            ("a\u{202e}b", "a\\u{202e}b"),
            ("a\u{2066}b\u{2069}", "a\\u{2066}b\\u{2069}"),
            ("a\u{200b}b", "a\\u{200b}b"),
            ("a\u{e0041}", "a\\u{e0041}"),
            ("a\u{7f}\u{0}", "a\\u{7f}\\u{0}"),
            ("perché «sì» 👨\u{200d}👩", "perché «sì» 👨\u{200d}👩"),
        ] {
            assert_eq!(escaped(text), line);
            assert_eq!(marked(text).chars().count(), text.chars().count());
            assert!(!marked(text).contains(|c: char| odd(c) && !matches!(c, '\n' | '\t')));
        }
    }
}
