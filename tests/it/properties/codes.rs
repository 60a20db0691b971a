//! Codes and amounts.

use proptest::prelude::*;
use trasparente::codes::{Cig, CigError, Cpv, Cup, IpaCode, Mepa, SimogNumber, TaxCode, Uuid};
use trasparente::model::Euro;

use super::cases;

/// ANAC's published algorithm, in its own words: whether ten characters are a
/// CIG or `SmartCIG`.
fn adds_up(code: &str) -> bool {
    let hex = |part: &str| u64::from_str_radix(part, 16).ok();
    let (number, check, modulus) = match code.as_bytes()[0] {
        b'0'..=b'9' => (code[..7].parse().ok(), hex(&code[7..]), 4091),
        letter @ b'A'..=b'U' => (hex(&code[1..7]).map(|number| number + u64::from(letter - 64)), hex(&code[7..]), 4091),
        b'X'..=b'Z' => (hex(&code[3..]), hex(&code[1..3]), 251),
        _ => return false,
    };
    number.is_some_and(|number| number > 0 && check == Some(number * 211 % modulus))
}

/// The CIG of a number, of the kind in use until 2023.
fn decimal(number: u64) -> String {
    format!("{number:07}{:03X}", number * 211 % 4091)
}

/// The CIG of a letter and a number, of the kind in use since.
fn lettered(letter: char, number: u64) -> String {
    format!("{letter}{number:06X}{:03X}", (number + u64::from(letter) - 64) * 211 % 4091)
}

/// The `SmartCIG` of a letter and a number.
fn smart(letter: char, number: u64) -> String {
    format!("{letter}{:02X}{number:07X}", number * 211 % 251)
}

fn any_cig() -> impl Strategy<Value = String> {
    prop_oneof![
        (1..10_000_000_u64).prop_map(decimal),
        (proptest::char::range('A', 'U'), 0..0x0100_0000_u64).prop_map(|(letter, number)| lettered(letter, number)),
        (proptest::char::range('X', 'Z'), 1..0x1000_0000_u64).prop_map(|(letter, number)| smart(letter, number)),
    ]
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn a_cig_made_by_the_published_algorithm_is_accepted(code in any_cig()) {
        prop_assert_eq!(Cig::parse(&code).map(|cig| cig.to_string()), Ok(code.clone()));
        prop_assert_eq!(Cig::parse(&format!(" {} ", code.to_lowercase())).map(|cig| cig.to_string()), Ok(code));
    }

    #[test]
    fn a_cig_with_one_character_changed_is_refused(code in any_cig()) {
        for at in 0..code.len() {
            for other in ('0'..='9').chain('A'..='Z').filter(|c| !code[at..].starts_with(*c)) {
                let changed = format!("{}{other}{}", &code[..at], &code[at + 1..]);
                // The first character says which sum is done, and X, Y and Z
                // take no part in theirs: there another code may add up too.
                let may = at == 0 && adds_up(&changed);
                prop_assert_eq!(Cig::parse(&changed).is_ok(), may, "{} for {}", changed, code);
            }
        }
    }

    #[test]
    fn two_neighbours_swapped_in_a_cig_are_noticed(code in any_cig(), at in 1..9_usize) {
        let mut swapped: Vec<char> = code.chars().collect();
        swapped.swap(at, at + 1);
        let swapped: String = swapped.into_iter().collect();
        prop_assert_eq!(Cig::parse(&swapped).is_ok(), adds_up(&swapped));
    }

    #[test]
    fn ten_characters_are_a_cig_if_and_only_if_they_add_up(code in "[0-9A-Z]{10}") {
        match Cig::parse(&code) {
            Err(CigError::Zeros) => prop_assert_eq!(code, "0000000000"),
            read => prop_assert_eq!(read.is_ok(), adds_up(&code)),
        }
    }

    #[test]
    fn no_text_is_too_odd_to_be_asked_for_a_code(text in any::<String>()) {
        let _ = (Cig::parse(&text), Cpv::parse(&text), Cup::parse(&text), TaxCode::parse(&text), Mepa::parse(&text));
        let _ = (SimogNumber::parse(&text), Uuid::parse(&text), IpaCode::parse(&text), Euro::parse(&text));
    }

    #[test]
    fn no_near_code_is_too_odd_either(text in "[ 0-9A-Za-zÈ٣€.,'-]{0,18}") {
        let _ = (Cig::parse(&text), Cpv::parse(&text), Cup::parse(&text), TaxCode::parse(&text), Mepa::parse(&text));
        let _ = (SimogNumber::parse(&text), Uuid::parse(&text), IpaCode::parse(&text), Euro::parse(&text));
    }

    #[test]
    fn what_is_read_is_shown_as_it_is_read(text in "[A-Z][0-9]{2}[A-Z][0-9]{11}|[0-9]{7,11}|(rdo|TD|Gara) n?\\.? ?[1-9][0-9]{3,11}") {
        if let Some(cup) = Cup::parse(&text) {
            prop_assert_eq!(Cup::parse(cup.as_str()), Some(cup));
        }
        if let Some(mepa) = Mepa::parse(&text) {
            prop_assert_eq!(Mepa::parse(&mepa.to_string()), Some(mepa));
        }
        if let Ok(code) = TaxCode::parse(&text) {
            prop_assert_eq!(TaxCode::parse(code.as_str()), Ok(code));
        }
    }

    #[test]
    fn an_amount_is_read_as_it_is_shown(cents in 0..=10_000_000_000_000_u64) {
        let (whole, rest) = (cents / 100, cents % 100);
        let shown = Euro::parse(&format!("{whole},{rest:02}")).expect("people write so").to_string();
        for text in [shown.clone(), format!("{whole},{rest:02}"), format!("€ {shown}"), format!("{shown} euro"), format!("EUR {shown}")] {
            prop_assert_eq!(Euro::parse(&text).map(Euro::cents), Ok(cents), "{}", text);
        }
        // What machines write is read where a dot cannot stand between thousands.
        let written = Euro::parse(&format!("{whole}.{rest:02}")).map(Euro::cents);
        prop_assert_eq!(written.is_ok_and(|written| written == cents), whole > 999);
        prop_assert!(shown.split(',').next().is_some_and(|whole| whole.split('.').skip(1).all(|group| group.len() == 3)), "{}", shown);
        if rest == 0 {
            prop_assert_eq!(Euro::parse(shown.trim_end_matches(",00")).map(Euro::cents), Ok(cents));
        }
    }

    #[test]
    fn an_amount_beyond_all_contracts_is_a_mistake(cents in 10_000_000_000_001_u64..) {
        prop_assert_eq!(Euro::parse(&format!("{},{:02}", cents / 100, cents % 100)).ok(), None);
    }
}
