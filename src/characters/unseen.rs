//! What nobody sees: whether a text says something all the same, and what
//! may not stand in it.

use unicode_normalization::char::is_combining_mark;

/// A character that may not stand where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hidden {
    /// Its first byte.
    pub at: usize,
    /// The character.
    pub character: char,
    /// The word the catalogue knows its name by.
    pub name: &'static str,
}

impl Hidden {
    /// Its number, as Unicode writes it: `U+202E`.
    pub fn code(self) -> String {
        format!("U+{:04X}", self.character as u32)
    }
}

/// What a character nobody sees does; the words of the catalogue's names.
fn name(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{202A}' => "lre",
        '\u{202B}' => "rle",
        '\u{202C}' => "pdf",
        '\u{202D}' => "lro",
        '\u{202E}' => "rlo",
        '\u{2066}' => "lri",
        '\u{2067}' => "rli",
        '\u{2068}' => "fsi",
        '\u{2069}' => "pdi",
        '\u{200E}' => "lrm",
        '\u{200F}' => "rlm",
        '\u{061C}' => "alm",
        '\u{FFF9}'..='\u{FFFB}' => "annotation",
        '\u{E0000}'..='\u{E007F}' => "tag",
        '\u{206A}'..='\u{206F}' => "deprecated",
        '\u{00AD}' => "shy",
        '\u{200B}' => "zwsp",
        '\u{200C}' => "zwnj",
        '\u{200D}' => "zwj",
        '\u{2060}' => "wj",
        '\u{FEFF}' => "bom",
        '\u{2028}' => "line",
        '\u{2029}' => "paragraph",
        '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' | '\u{2800}' => "filler",
        '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' => "selector",
        '\u{034F}'
        | '\u{180B}'..='\u{180F}'
        | '\u{2061}'..='\u{2065}'
        | '\u{17B4}'
        | '\u{17B5}'
        | '\u{FFF0}'..='\u{FFF8}'
        | '\u{E0080}'..='\u{E00FF}'
        | '\u{E01F0}'..='\u{E0FFF}' => "invisible",
        c if c.is_control() => "control",
        _ => return None,
    })
}

/// Refused in any text: what turns the writing round, and what carries words
/// nobody sees. Marks of direction have their use in a line that is written
/// from right to left.
fn is_refused(c: char, line: &str) -> bool {
    match c {
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{206F}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}' => true,
        '\u{200E}' | '\u{200F}' | '\u{061C}' => !line.chars().any(is_right_to_left),
        _ => false,
    }
}

/// The blocks Unicode sets apart for scripts from right to left (UAX #9).
fn is_right_to_left(c: char) -> bool {
    c.is_alphabetic()
        && matches!(c, '\u{0590}'..='\u{08FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}'
            | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

/// The characters of a text that may stand in none.
pub fn hidden_in(text: &str) -> impl Iterator<Item = Hidden> {
    // None of them begins with another byte: texts are many, and nearly all
    // of them are done with here.
    let bytes = text.as_bytes();
    let suspect = memchr::memchr3(0xE2, 0xEF, 0xF3, bytes).is_some() || memchr::memchr(0xD8, bytes).is_some();
    let lines = suspect.then(|| text.split_inclusive('\n')).into_iter().flatten();
    let mut start = 0;
    lines.flat_map(move |line| {
        let from = start;
        start += line.len();
        let odd = line.char_indices().filter(move |(_, c)| !c.is_ascii() && is_refused(*c, line));
        odd.filter_map(move |(at, c)| Some(Hidden { at: from + at, character: c, name: name(c)? }))
    })
}

/// The first character nobody sees in a code, a key, a name or an address:
/// there is no use for any, but for what shapes a picture (`❤️`).
pub fn hidden_in_code(code: &str) -> Option<Hidden> {
    let mut before = ' ';
    for (at, character) in code.char_indices() {
        let shapes = matches!(character, '\u{200D}' | '\u{FE0E}' | '\u{FE0F}');
        let picture = !before.is_ascii() && !before.is_alphabetic() && !before.is_whitespace();
        match name(character) {
            Some(name) if !(shapes && picture) => return Some(Hidden { at, character, name }),
            _ => before = character,
        }
    }
    None
}

/// Whether a text says something to whoever reads it: a letter, a figure, a
/// sign. Blanks, marks without a letter and what nobody sees do not.
pub fn says_something(text: &str) -> bool {
    text.chars().any(|c| {
        c.is_ascii_graphic() || !c.is_ascii() && !c.is_whitespace() && name(c).is_none() && !is_combining_mark(c)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_says_nothing_is_empty() {
        for (text, says) in [
            ("", false),
            (" \t\n", false),
            ("\u{200B}", false),
            ("\u{200B}\u{200C}\u{200D}", false),
            ("\u{FEFF}", false),
            ("\u{2060}\u{2060}", false),
            ("\u{00AD}", false),
            ("\u{00A0}\u{2003}\u{3000}", false),
            ("\u{200E}\u{200F}", false),
            ("\u{202E}\u{202C}", false),
            ("\u{2066}\u{2069}", false),
            ("\u{E0041}\u{E0042}", false),
            ("\u{E0001}", false),
            ("\u{FFF9}\u{FFFB}", false),
            ("\u{3164}", false),
            ("\u{115F}\u{1160}\u{FFA0}", false),
            ("\u{2800}", false),
            ("\u{180E}", false),
            ("\u{FE0F}", false),
            ("\u{E0100}", false),
            ("\u{0301}\u{0308}", false),
            ("\u{0}\u{1}\u{7f}\u{85}", false),
            ("\u{2028}\u{2029}", false),
            ("\u{2061}\u{2064}\u{034F}", false),
            ("a", true),
            ("\u{200B}a", true),
            ("—", true),
            ("…", true),
            ("7", true),
            ("è", true),
            ("e\u{301}", true),
            ("שלום", true),
            ("公告", true),
            ("🎭", true),
            ("❤\u{FE0F}", true),
            ("€", true),
        ] {
            assert_eq!(says_something(text), says, "{}", text.escape_unicode());
        }
    }

    #[test]
    fn what_turns_the_writing_round_is_found() {
        for (text, expected) in [
            ("Bando \u{202E}fdp", Some((6, "rlo", "U+202E"))),
            ("\u{202A}a", Some((0, "lre", "U+202A"))),
            ("a\u{202B}", Some((1, "rle", "U+202B"))),
            ("a\u{202C}", Some((1, "pdf", "U+202C"))),
            ("a\u{202D}", Some((1, "lro", "U+202D"))),
            ("a\u{2066}", Some((1, "lri", "U+2066"))),
            ("a\u{2067}", Some((1, "rli", "U+2067"))),
            ("a\u{2068}", Some((1, "fsi", "U+2068"))),
            ("a\u{2069}", Some((1, "pdi", "U+2069"))),
            ("è \u{200E}bello", Some((3, "lrm", "U+200E"))),
            ("è \u{200F}bello", Some((3, "rlm", "U+200F"))),
            ("\u{061C}a", Some((0, "alm", "U+061C"))),
            ("a\u{FFF9}b\u{FFFA}c\u{FFFB}", Some((1, "annotation", "U+FFF9"))),
            ("a\u{E0041}", Some((1, "tag", "U+E0041"))),
            ("a\u{206E}", Some((1, "deprecated", "U+206E"))),
            ("שלום\u{200F}!", None),
            ("مرحبا\u{200E}", None),
            ("שלום\n\u{200F}!", Some((9, "rlm", "U+200F"))),
            ("l’importo è di 5 € – “tutto”…", None),
            ("fami\u{00AD}glia e 👨\u{200D}👩\u{200D}👧", None),
            ("perché", None),
            ("", None),
        ] {
            let found = hidden_in(text).next().map(|one| (one.at, one.name, one.code()));
            let expected = expected.map(|(at, name, code)| (at, name, code.to_owned()));
            assert_eq!(found, expected, "{}", text.escape_unicode());
        }
    }

    #[test]
    fn a_code_holds_nothing_unseen() {
        for (code, name) in [
            ("B51ABEC4F6", None),
            ("B51A\u{200B}BEC4F6", Some("zwsp")),
            ("B51A\u{00AD}BEC4F6", Some("shy")),
            ("B51A\u{FEFF}BEC4F6", Some("bom")),
            ("B51ABEC4F6\u{200E}", Some("lrm")),
            ("B51A\u{E0020}", Some("tag")),
            ("a\u{1b}[31m", Some("control")),
            ("a\u{85}b", Some("control")),
            ("a\u{2028}b", Some("line")),
            ("perché.pdf", None),
            ("❤\u{FE0F}.pdf", None),
            ("👩\u{200D}🏫.md", None),
            ("a\u{200D}b", Some("zwj")),
            ("a\u{FE0F}b", Some("selector")),
        ] {
            assert_eq!(hidden_in_code(code).map(|one| one.name), name, "{}", code.escape_unicode());
        }
    }
}
