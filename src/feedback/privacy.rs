//! The free text, without what it must not hold.
//!
//! Who rates a page is told not to write personal data, and some do. What
//! looks like an address, a telephone number, a person's tax code or an IBAN
//! is blotted out before it is stored. It is a net, not a promise: a name
//! looks like any other word. Where a number could be something else, it goes.

/// What stands in place of personal data.
const OMITTED: &str = "«[omesso]»";

/// So many letters are a word and no part of a code.
const WORD: usize = 3;

/// A finder of personal data: how many characters of it a text begins with.
type Finder = fn(&[char]) -> Option<usize>;

const FINDERS: &[Finder] = &[mail, tax_code, iban, phone];

/// The text as it may be stored: on one line, without control characters,
/// without personal data; none if nothing is left.
pub(super) fn clean(text: &str) -> Option<String> {
    let line: String = text
        .chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .filter(|c| !c.is_control() && !is_invisible(*c))
        .collect();
    let words: Vec<&str> = line.split(' ').filter(|word| !word.is_empty()).collect();
    let text = blotted(&words.join(" "));
    (!text.is_empty()).then_some(text)
}

/// Characters that show nothing and turn or split what stands around them.
/// The joiner of emoji stays.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200c}' | '\u{200e}' | '\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

fn blotted(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    // Whether a word begins here, or what is left of one.
    let mut begins = true;
    while let Some(&c) = chars.get(at) {
        let rest = &chars[at..];
        // A day is made of digits and strokes like a telephone number.
        let day = if begins { date(rest) } else { None };
        let found = || FINDERS.iter().filter(|_| begins).find_map(|find| find(rest)).or_else(|| glued(&chars, at));
        if let Some(length) = day {
            out.extend(&rest[..length]);
            (at, begins) = (at + length, true);
        } else if let Some(length) = found() {
            out.push_str(OMITTED);
            (at, begins) = (at + length, true);
        } else {
            out.push(c);
            (at, begins) = (at + 1, !c.is_alphanumeric());
        }
    }
    out
}

/// A telephone number written without a blank after a word (`tel3331234567`);
/// codes have fewer letters in front of their digits.
fn glued(chars: &[char], at: usize) -> Option<usize> {
    let before = chars[..at].iter().rev().take_while(|c| c.is_alphabetic()).count();
    if before >= WORD { phone(&chars[at..]) } else { None }
}

fn run(chars: &[char], is: impl Fn(char) -> bool) -> usize {
    chars.iter().take_while(|c| is(**c)).count()
}

/// `12/10/2026`, `12.10.2026`, `2026-10-12`.
fn date(chars: &[char]) -> Option<usize> {
    let digits = |from: usize| run(&chars[from.min(chars.len())..], |c| c.is_ascii_digit());
    let first = digits(0);
    let sign = *chars.get(first)?;
    let second = digits(first + 1);
    if !"/.-".contains(sign) || chars.get(first + second + 1) != Some(&sign) {
        return None;
    }
    let third = digits(first + second + 2);
    let shape = matches!((first, second, third), (1 | 2, 1 | 2, 4) | (4, 2, 2));
    let year = if first == 4 { 0 } else { first + second + 2 };
    let century: String = chars[year..].iter().take(2).collect();
    (shape && ["19", "20"].contains(&century.as_str())).then_some(first + second + third + 2)
}

/// `nome@esempio.it`, with or without blanks around the sign; `@nome`.
fn mail(chars: &[char]) -> Option<usize> {
    let name = run(chars, |c| c.is_alphanumeric() || "._%+-'".contains(c));
    let after = |at: usize| &chars[at.min(chars.len())..];
    let blank = usize::from(name > 0 && after(name).first() == Some(&' '));
    let sign = ["@", "＠", "(at)", "[at]"].iter().find_map(|sign| {
        let length = sign.chars().count();
        let found: String = after(name + blank).iter().take(length).collect();
        found.eq_ignore_ascii_case(sign).then_some(length)
    })?;
    let from = name + blank + sign;
    let gap = usize::from(name > 0 && after(from).first() == Some(&' '));
    let host = after(from + gap);
    let length = run(host, |c| c.is_alphanumeric() || ".-_".contains(c));
    let length = length - run(&host[..length].iter().rev().copied().collect::<Vec<_>>(), |c| ".-_".contains(c));
    // With blanks around it the sign may just mean «at».
    let enough = blank + gap == 0 || host[..length].contains(&'.');
    (length > 0 && enough).then_some(from + gap + length)
}

/// The letters and digits a text begins with, single blanks and dashes
/// passed over, each with where it ends.
fn letters(chars: &[char], most: usize) -> Vec<(char, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    while found.len() < most {
        if !found.is_empty() && matches!(chars.get(at), Some(' ' | '-')) {
            at += 1;
        }
        let Some(c) = chars.get(at).filter(|c| c.is_ascii_alphanumeric()) else { break };
        at += 1;
        found.push((c.to_ascii_uppercase(), at));
    }
    found
}

/// Whether nothing more of the same word follows.
fn ends(chars: &[char], at: usize) -> bool {
    !chars.get(at).is_some_and(|c| c.is_alphanumeric())
}

/// Sixteen characters: `RSSMRA85T10A562S`, also where digits became letters
/// because two people had the same code.
fn tax_code(chars: &[char]) -> Option<usize> {
    const DIGIT: &str = "0123456789LMNPQRSTUV";
    const LETTER: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const MONTH: &str = "ABCDEHLMPRST";
    const SHAPE: [&str; 16] = [
        LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, DIGIT, DIGIT, MONTH, DIGIT, DIGIT, LETTER, DIGIT, DIGIT, DIGIT,
        LETTER,
    ];
    let found = letters(chars, 16);
    let shaped = found.len() == 16 && found.iter().zip(SHAPE).all(|((c, _), allowed)| allowed.contains(*c));
    let (_, end) = *found.last()?;
    (shaped && found.iter().any(|(c, _)| c.is_ascii_digit()) && ends(chars, end)).then_some(end)
}

/// `IT60 X054 2811 1010 0000 0123 456`: an Italian one by its shape, mistyped
/// ones too; others by their check digits.
fn iban(chars: &[char]) -> Option<usize> {
    let found = letters(chars, 34);
    let text: Vec<u8> = found.iter().filter_map(|(c, _)| u8::try_from(*c).ok()).collect();
    let opens =
        text.len() >= 15 && text[..2].iter().all(u8::is_ascii_uppercase) && text[2..4].iter().all(u8::is_ascii_digit);
    if !opens {
        return None;
    }
    let italian = |text: &[u8]| {
        text.len() == 27
            && [&b"IT"[..], b"SM"].contains(&&text[..2])
            && text[4].is_ascii_uppercase()
            && text[5..15].iter().all(u8::is_ascii_digit)
    };
    let length = (15..=text.len()).rev().find(|length| {
        ends(chars, found[length - 1].1) && (italian(&text[..*length]) || is_checked(&text[..*length]))
    })?;
    Some(found[length - 1].1)
}

fn is_checked(text: &[u8]) -> bool {
    let rest = text[4..].iter().chain(&text[..4]).fold(0, |rest: u32, b| match b {
        b'0'..=b'9' => (rest * 10 + u32::from(b - b'0')) % 97,
        _ => (rest * 100 + u32::from(b - b'A') + 10) % 97,
    });
    rest == 1
}

/// `+39 333 1234567`, `0577/123456`, `(06) 12 34 56 78`, `3331234567`.
fn phone(chars: &[char]) -> Option<usize> {
    let opening = run(chars, |c| c == '(' || c == '+');
    let abroad = chars[..opening].contains(&'+');
    let mut digits = String::new();
    let (mut signs, mut stroke) = (0, false);
    let mut longest = None;
    for (at, c) in chars.iter().enumerate().skip(opening) {
        if c.is_ascii_digit() {
            digits.push(*c);
            signs = 0;
            let letters = run(&chars[at + 1..], char::is_alphabetic);
            let ends = ends(chars, at + 1) || letters >= WORD;
            if ends && is_phone(&digits, abroad, stroke) {
                longest = Some(at + 1);
            }
        } else if digits.is_empty() || signs == 2 || !" ./-‐‑–()".contains(*c) {
            break;
        } else {
            signs += 1;
            stroke |= *c == '/';
        }
    }
    longest
}

/// Acts are registered under `0012345/2026`.
fn is_phone(digits: &str, abroad: bool, stroke: bool) -> bool {
    let length = digits.len();
    match digits.as_bytes() {
        _ if abroad => (8..=15).contains(&length),
        [b'0', b'0', b'1'..=b'9', ..] => !stroke && (11..=17).contains(&length),
        [b'0', b'1'..=b'9', ..] => (8..=11).contains(&length),
        [b'3', b'9', ..] if length == 12 => true,
        [b'3', ..] => (9..=10).contains(&length),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn omits(text: &str, rest: &str) {
        assert_eq!(clean(text).as_deref(), Some(rest.replace('…', OMITTED).as_str()), "{text}");
    }

    fn keeps(text: &str) {
        assert_eq!(clean(text).as_deref(), Some(text));
    }

    #[test]
    fn addresses() {
        omits("scrivetemi: mario.rossi@esempio.it.", "scrivetemi: ….");
        omits("(m.rossi+bandi@posta.esempio.it)", "(…)");
        omits("mario @ esempio.it, grazie", "…, grazie");
        omits("mario(at)esempio.it", "…");
        omits("sono @mario_rossi su un social", "sono … su un social");
        omits("ma\u{200b}rio@esem\u{ad}pio.it", "…");
        omits("è l'indirizzo niccolò@città.it", "è …".replace("è …", "è l'indirizzo …").as_str());
        omits("mario@esempio.it@altro.it, 12/10/2026mario@esempio.it", "……, 12/10/2026…");
        keeps("ci vediamo @ piazza Roma");
        keeps("a@ b");
    }

    #[test]
    fn telephone_numbers() {
        for number in [
            "3331234567",
            "333 1234567",
            "333.123.45.67",
            "333-1234567",
            "+39 333 1234567",
            "0039 333 1234567",
            "0577 123456",
            "0577/123456",
            "(0577) 123456",
            "06 12 34 56 78",
            "+44 20 7946 0958",
            "0612345678",
            "393331234567",
        ] {
            omits(&format!("chiamate {number}, grazie"), "chiamate …, grazie");
        }
        omits("tel.0577123456", "tel.…");
        omits("tel0577123456", "tel…");
        omits("3331234567chiamare", "…chiamare");
        omits("333–1234567", "…");
        omits("333 1234567 10-12", "… 10-12");
    }

    #[test]
    fn numbers_that_are_none() {
        keeps("il bando del 12/10/2026 e quello del 03.12.2026, o 2026-10-12");
        keeps("prot. 0012345/2026 del 3/1/2026");
        keeps("costa 350.000,00 euro, IVA 22 %");
        keeps("CIG A031234567 e 031234567A");
        keeps("CIG B51ABEC4F6, CUP J31B21001290001");
        keeps("ore 12:00, entro 30 giorni, art. 36 d.lgs. 33/2013");
        keeps("il 26 novembre duemilaventisei alle 10 e 30");
        keeps("1234567 pagine");
    }

    #[test]
    fn tax_codes_of_people() {
        omits("il mio è RSSMRA85T10A562S", "il mio è …");
        omits("rss mra 85t10 a562s", "…");
        omits("RSSMRAU5T10AR6NS", "…");
        keeps("RSSMRA85T10A562SX");
        keeps("codice 80188230587");
    }

    #[test]
    fn bank_accounts() {
        omits("IT60X0542811101000000123456", "…");
        omits("it60 x054 2811 1010 0000 0123 456 è il mio", "… è il mio");
        omits("con un errore: IT61X0542811101000000123456", "con un errore: …");
        omits("DE89 3704 0044 0532 0130 00 grazie", "… grazie");
    }

    #[test]
    fn what_cannot_be_seen_goes() {
        omits("uno\r\ndue\tre\u{0}\u{7}", "uno due re");
        omits("\u{202e}olleh", "olleh");
        assert_eq!(clean(" \u{200b}\n "), None);
        assert_eq!(clean(""), None);
        keeps("👩‍💻 bene");
    }

    /// The table takes texts of 1,000 characters.
    #[test]
    fn omitting_does_not_make_a_text_too_long() {
        for text in ["@a".repeat(100), "@a ".repeat(66), "a@b.it,".repeat(28)] {
            let text = clean(&text).expect("text");
            assert!(text.contains(OMITTED) && text.chars().count() <= 1000, "{text}");
        }
    }

    #[test]
    fn nothing_is_omitted_twice() {
        let once = clean("a@b.it 3331234567 RSSMRA85T10A562S").expect("text");
        assert_eq!(clean(&once).as_deref(), Some(once.as_str()));
    }
}
