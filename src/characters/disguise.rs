//! Words that look like another and are not: a Cyrillic «о», a blank that
//! does not break, an accent beside its letter.

use std::borrow::Cow;

use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{UnicodeNormalization, is_nfc};
use unicode_security::confusable_detection::skeleton;

use super::unseen::hidden_in_code;
use crate::messages::Msg;

/// A name with each accent joined to its letter: keyboards write it so, the
/// disks of some systems do not.
pub fn nfc(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || is_nfc(text) { Cow::Borrowed(text) } else { Cow::Owned(text.nfc().collect()) }
}

/// As it looks, whatever it is made of.
fn look(text: &str) -> String {
    let seen = text.chars().filter(|c| hidden_in_code(c.encode_utf8(&mut [0; 4])).is_none());
    let seen: String = seen.map(|c| if c.is_whitespace() { ' ' } else { c }).nfc().collect();
    skeleton(seen.trim()).collect()
}

/// Which character of what was typed is not the one it looks like; nothing
/// if the two words do not look alike.
fn disguise(typed: &str, meant: &str) -> Option<Msg> {
    if typed == meant || typed.is_ascii() && meant.is_ascii() || look(typed) != look(meant) {
        return None;
    }
    first_odd(typed, meant).or_else(|| first_odd(meant, typed)).map(|msg| msg.with("word", meant))
}

/// The word that may have been meant; and if it looks like what was typed,
/// which character is another.
pub fn perhaps(typed: &str, meant: &str) -> Msg {
    disguise(typed, meant).unwrap_or_else(|| Msg::new("value-nearest").with("word", meant))
}

/// The word among `known` that looks like what was typed, and which character
/// betrays it.
pub fn look_alike<'a>(typed: &str, mut known: impl Iterator<Item = &'a str>) -> Option<(&'a str, Msg)> {
    if typed.is_ascii() {
        return None;
    }
    let seen = look(typed);
    let meant = known.find(|word| *word != typed && look(word) == seen)?;
    disguise(typed, meant).map(|msg| (meant, msg))
}

fn first_odd(typed: &str, meant: &str) -> Option<Msg> {
    let ordinary = |c: char| c.is_ascii() || meant.contains(c);
    let mut before: Option<char> = None;
    for (at, c) in typed.char_indices() {
        let code = format!("U+{:04X}", c as u32);
        if let Some(hidden) = hidden_in_code(c.encode_utf8(&mut [0; 4])) {
            let msg = Msg::new("odd-hidden").with("name", hidden.name).with("code", code);
            return Some(msg.with("before", tail(&typed[..at])));
        }
        if is_combining_mark(c) && !ordinary(c) {
            let whole: String = before.into_iter().chain([c]).nfc().collect();
            return Some(Msg::new("odd-accent").with("letter", whole));
        }
        if c.is_whitespace() && !ordinary(c) {
            return Some(Msg::new("odd-blank").with("before", tail(&typed[..at])).with("code", code));
        }
        if !ordinary(c) && !meant.nfc().any(|other| other == c) {
            return Some(Msg::new("odd-letter").with("letter", c).with("code", code).with("script", script(c)));
        }
        before = Some(c);
    }
    None
}

/// The end of what stands before: enough to find the place.
fn tail(before: &str) -> String {
    let start = before.char_indices().rev().nth(11).map_or(0, |(at, _)| at);
    super::escaped(&before[start..]).into_owned()
}

/// The word the catalogue knows a script by.
fn script(c: char) -> &'static str {
    match c {
        '\u{0370}'..='\u{03FF}' | '\u{1F00}'..='\u{1FFF}' => "greek",
        '\u{0400}'..='\u{052F}' | '\u{1C80}'..='\u{1C8F}' | '\u{2DE0}'..='\u{2DFF}' | '\u{A640}'..='\u{A69F}' => {
            "cyrillic"
        }
        '\u{0530}'..='\u{058F}' => "armenian",
        '\u{FF00}'..='\u{FFEF}' => "wide",
        _ => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::{Catalogue, Language};

    #[test]
    fn the_character_that_betrays_is_named() {
        let catalogue = Catalogue::new(Language::Italian);
        for (typed, meant, words) in [
            ("tip\u{043E}", "tipo", Some("la «о» è una lettera cirillica (U+043E)")),
            ("tit\u{043E}lo", "titolo", Some("la «о» è una lettera cirillica (U+043E)")),
            ("\u{0430}lias", "alias", Some("la «а» è una lettera cirillica (U+0430)")),
            ("\u{03BF}ggetto", "oggetto", Some("la «ο» è una lettera greca (U+03BF)")),
            ("tipo\u{00A0}", "tipo", Some("lo spazio dopo «tipo» è unificatore o insolito (U+00A0)")),
            ("piano\u{00A0}spese.pdf", "piano spese.pdf", Some("lo spazio dopo «piano» è unificatore")),
            (
                "ti\u{200B}po",
                "tipo",
                Some("dopo «ti» c'è un carattere che non si vede: uno spazio di larghezza zero (U+200B)"),
            ),
            ("\u{FEFF}tipo", "tipo", Some("(U+FEFF)")),
            ("ti\u{00AD}po", "tipo", Some("un trattino che non si vede (U+00AD)")),
            ("Perche\u{0301}.pdf", "Perché.pdf", Some("la «é» è scritta in due caratteri")),
            ("Perché.pdf", "Perche\u{0301}.pdf", Some("la «é» è scritta in due caratteri")),
            ("tipo", "tipo", None),
            ("tipi", "tipo", None),
            ("città", "cittá", None),
        ] {
            let said = disguise(typed, meant).map(|msg| catalogue.say(&msg));
            match words {
                Some(words) => assert!(said.as_deref().is_some_and(|said| said.contains(words)), "{typed}: {said:?}"),
                None => assert_eq!(said, None, "{typed}"),
            }
        }
    }

    #[test]
    fn names_are_put_together() {
        assert_eq!(nfc("Perche\u{0301}"), "Perché");
        assert!(matches!(nfc("Perché"), Cow::Borrowed(_)));
    }
}
