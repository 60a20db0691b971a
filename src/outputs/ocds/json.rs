//! The smallest pieces: amounts, moments, addresses, names that are safe.

use serde_json::{Map, Number, Value, json};
use sha2::{Digest, Sha256};

use crate::calendar::Moment;
use crate::model::{Euro, hex};

/// What a `json!` says, without what says nothing: nulls, blank texts, empty
/// lists and objects.
pub(super) fn lean(value: Value) -> Map<String, Value> {
    match cleaned(value) {
        Some(Value::Object(map)) => map,
        _ => Map::new(),
    }
}

fn cleaned(value: Value) -> Option<Value> {
    match value {
        Value::Null => None,
        Value::String(text) => (!text.trim().is_empty()).then_some(Value::String(text)),
        Value::Array(items) => {
            let items: Vec<Value> = items.into_iter().filter_map(cleaned).collect();
            (!items.is_empty()).then_some(Value::Array(items))
        }
        Value::Object(map) => {
            let map: Map<String, Value> =
                map.into_iter().filter_map(|(key, value)| Some((key, cleaned(value)?))).collect();
            (!map.is_empty()).then_some(Value::Object(map))
        }
        other => Some(other),
    }
}

/// An amount, to the cent: a `f64` holds fifteen digits and ours have at most
/// thirteen.
pub(super) fn value(euro: Euro) -> Value {
    let cents = euro.cents();
    #[expect(clippy::cast_precision_loss, reason = "no amount has more than thirteen digits")]
    let amount = if cents.is_multiple_of(100) {
        Some(Number::from(cents / 100))
    } else {
        Number::from_f64(cents as f64 / 100.0)
    };
    json!({"amount": amount, "currency": "EUR"})
}

/// When something begins: a whole day with its first second, `24:00` with the
/// last of the day it was written under.
pub(super) fn start(moment: Moment) -> String {
    match moment.time {
        Some(clock) if clock.hour() == 24 => end(moment),
        _ => moment.begins().iso(),
    }
}

/// By when something ends: a whole day, and `24:00`, with the day's last
/// second, so that no program shows the day after.
pub(super) fn end(moment: Moment) -> String {
    match moment.time {
        Some(clock) if clock.hour() < 24 => moment.begins().iso(),
        _ => moment.ends().plus(-1).iso(),
    }
}

/// An address as standards on the web write it: what is no character of
/// theirs is spelled out (RFC 3986).
pub(super) fn uri(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for (at, byte) in address.bytes().enumerate() {
        let spelled = |at: usize| address.as_bytes().get(at).is_some_and(u8::is_ascii_hexdigit);
        let fine = match byte {
            b'%' => spelled(at + 1) && spelled(at + 2),
            b'"' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'{' | b'|' | b'}' => false,
            byte => byte.is_ascii_graphic(),
        };
        if fine {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// An identifier made of a text: its letters and digits, or what tells it
/// from others if there are none or too many.
pub(super) fn slug(text: &str) -> String {
    const LONG: usize = 60;
    let slug = slug::slugify(text);
    if !slug.is_empty() && slug.len() <= LONG {
        return slug;
    }
    let start: String = slug.chars().take(LONG).collect();
    let tail = hex(&Sha256::digest(text)[..4]);
    if start.is_empty() { tail } else { format!("{start}-{tail}") }
}

/// Texts one after the other, those there are.
pub(super) fn paragraphs<'a>(texts: impl IntoIterator<Item = Option<&'a str>>, between: &str) -> String {
    let texts: Vec<&str> = texts.into_iter().flatten().map(str::trim).filter(|text| !text.is_empty()).collect();
    texts.join(between)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::read_moment;

    #[test]
    fn amounts_are_exact_to_the_cent() {
        for (typed, expected) in [
            ("172131.15", r#"{"amount":172131.15,"currency":"EUR"}"#),
            ("1000", r#"{"amount":1000,"currency":"EUR"}"#),
            ("0,10", r#"{"amount":0.1,"currency":"EUR"}"#),
            ("99999999999,99", r#"{"amount":99999999999.99,"currency":"EUR"}"#),
            ("100000000000", r#"{"amount":100000000000,"currency":"EUR"}"#),
        ] {
            assert_eq!(value(Euro::parse(typed).expect("an amount")).to_string(), expected);
        }
    }

    #[test]
    fn no_moment_falls_on_another_day() {
        for (typed, first, last) in [
            ("26.05.2023 ore 23:59", "2023-05-26T23:59:00+02:00", "2023-05-26T23:59:00+02:00"),
            ("26.05.2023", "2023-05-26T00:00:00+02:00", "2023-05-26T23:59:59+02:00"),
            ("29.10.2023", "2023-10-29T00:00:00+02:00", "2023-10-29T23:59:59+01:00"),
        ] {
            let moment = read_moment(typed).expect("a moment");
            assert_eq!((start(moment).as_str(), end(moment).as_str()), (first, last));
        }
        let midnight = read_moment("31/03/2027 ore 24:00").expect("a moment");
        assert_eq!([start(midnight), end(midnight)], ["2027-03-31T23:59:59+02:00", "2027-03-31T23:59:59+02:00"]);
    }

    #[test]
    fn addresses_hold_nothing_the_standard_does_not_know() {
        assert_eq!(uri("https://a.it/è b?q=%20&x=100%"), "https://a.it/%C3%A8%20b?q=%20&x=100%25");
    }

    #[test]
    fn identifiers_tell_apart_what_has_no_letters() {
        assert_eq!(slug("Alfa S.r.l."), "alfa-s-r-l");
        assert_ne!(slug("…"), slug("!!!"));
        assert_ne!(slug(&"a".repeat(100)), slug(&"a".repeat(101)));
    }
}
