//! The body of a request, as a form or as JSON, into fields.

use serde::Deserialize;

use super::answer::Fields;
use super::refusal::Refusal;

/// A form of more fields than this is not ours.
const MOST: usize = 16;

/// How a body is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// As a browser sends a form.
    Form,
    /// As a script may.
    Json,
}

impl Shape {
    /// The shape a `Content-Type` names; text is UTF-8 and nothing else.
    pub(super) fn of(media_type: &str) -> Option<Self> {
        let (name, rest) = media_type.split_once(';').unwrap_or((media_type, ""));
        let rest: String = rest.chars().filter(|c| !c.is_whitespace() && *c != '"').collect();
        if !rest.is_empty() && !rest.eq_ignore_ascii_case("charset=utf-8") {
            return None;
        }
        match name.trim().to_ascii_lowercase().as_str() {
            "application/x-www-form-urlencoded" => Some(Self::Form),
            "application/json" => Some(Self::Json),
            _ => None,
        }
    }

    /// The fields of a body.
    pub(super) fn read(self, body: &[u8]) -> Result<Fields, Refusal> {
        match self {
            Self::Form => form(body),
            Self::Json => json(body),
        }
        .ok_or(Refusal::Malformed)
    }
}

/// Fields we do not know, such as a button's, are passed over; one of ours
/// that comes twice is a mistake.
fn form(body: &[u8]) -> Option<Fields> {
    let mut fields = Fields::default();
    for (at, pair) in body.split(|b| *b == b'&').filter(|pair| !pair.is_empty()).enumerate() {
        if at >= MOST {
            return None;
        }
        let equals = pair.iter().position(|b| *b == b'=').unwrap_or(pair.len());
        let name = decoded(&pair[..equals])?;
        let value = decoded(pair.get(equals + 1..).unwrap_or_default())?;
        let field = match name.as_str() {
            "pagina" => &mut fields.page,
            "voto" => &mut fields.stars,
            "risposta" => &mut fields.choice,
            "testo" => &mut fields.text,
            "sito" => &mut fields.trap,
            _ => continue,
        };
        if field.replace(value).is_some() {
            return None;
        }
    }
    Some(fields)
}

fn decoded(text: &[u8]) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.iter();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let mut digit = || char::from(*rest.next()?).to_digit(16);
                u8::try_from(digit()? * 16 + digit()?).ok()?
            }
            other => *other,
        });
    }
    String::from_utf8(bytes).ok()
}

/// The same fields as JSON; numbers may be numbers.
#[derive(Deserialize)]
struct Json {
    pagina: Option<String>,
    voto: Option<Number>,
    risposta: Option<Number>,
    testo: Option<String>,
    sito: Option<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Number {
    Written(String),
    Number(u64),
}

impl From<Number> for String {
    fn from(number: Number) -> Self {
        match number {
            Number::Written(text) => text,
            Number::Number(number) => number.to_string(),
        }
    }
}

fn json(body: &[u8]) -> Option<Fields> {
    let Json { pagina, voto, risposta, testo, sito } = serde_json::from_slice(body).ok()?;
    Some(Fields {
        page: pagina,
        stars: voto.map(String::from),
        choice: risposta.map(String::from),
        text: testo,
        trap: sito,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn some(text: &str) -> Option<String> {
        Some(text.to_owned())
    }

    #[test]
    fn a_form_as_browsers_send_it() {
        let fields =
            form(b"pagina=%2Fatti%2Fx%2F&voto=4&risposta=&testo=perch%C3%A9+no%3F&invia=Invia&").expect("form");
        assert_eq!((fields.page, fields.stars, fields.choice), (some("/atti/x/"), some("4"), some("")));
        assert_eq!((fields.text, fields.trap), (some("perché no?"), None));
    }

    #[test]
    fn what_is_no_form() {
        for body in ["voto=1&voto=2", "voto=%4", "voto=%", "voto=%zz", "testo=%ff", "%=1", "voto=%+5"] {
            assert_eq!(form(body.as_bytes()), None, "{body}");
        }
        assert_eq!(form(b"testo=\xff"), None);
        assert_eq!(form(&b"x=1&".repeat(17)), None);
        assert_eq!(form(b""), Some(Fields::default()));
    }

    #[test]
    fn the_same_as_json() {
        let fields =
            json(r#"{"pagina":"/","voto":3,"risposta":"2","testo":null,"altro":[]}"#.as_bytes()).expect("JSON");
        assert_eq!((fields.stars, fields.choice, fields.text), (some("3"), some("2"), None));
        for body in [
            "",
            "[]",
            "null",
            r#"{"voto":"#,
            r#"{"voto":-1}"#,
            r#"{"voto":3.0}"#,
            r#"{"voto":1,"voto":2}"#,
            "\u{feff}{}",
        ] {
            assert_eq!(json(body.as_bytes()), None, "{body}");
        }
        assert_eq!(json("[".repeat(4000).as_bytes()), None);
    }

    #[test]
    fn media_types() {
        assert_eq!(Shape::of("application/x-www-form-urlencoded; charset=UTF-8"), Some(Shape::Form));
        assert_eq!(Shape::of("Application/JSON"), Some(Shape::Json));
        for other in ["", "text/plain", "multipart/form-data; boundary=x", "application/json; charset=latin1"] {
            assert_eq!(Shape::of(other), None, "{other}");
        }
    }
}
