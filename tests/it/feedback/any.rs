//! Whatever is posted: it is answered, the receiver stands, and what is kept
//! is well formed.

use std::cell::Cell;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use super::receiver::{Folder, Receiver, SITE, request, stranger};

/// So many cases, none remembered: what one finds becomes a test of its own.
fn runner(cases: u32) -> TestRunner {
    TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() })
}

/// Everything kept is as the form could have sent it.
fn is_sound(folder: &Folder) {
    let figures = folder.figures();
    for row in figures["righe"].as_array().expect("rows") {
        let page = row["pagina"].as_str().expect("a page");
        assert!(page.starts_with('/') && !page.contains("//") && !page.contains(".."), "{page}");
        assert!(page.len() <= 300 && page.bytes().all(|b| b.is_ascii_graphic()), "{page}");
        for text in row["testi"].as_array().expect("texts") {
            let text = text["testo"].as_str().expect("a text");
            assert!(!text.is_empty() && text.trim() == text, "{text:?}");
            let named = |(at, _): (usize, &str)| text[at + 1..].starts_with(char::is_alphanumeric);
            assert!(!text.match_indices('@').any(named), "{text:?}");
            assert!(!text.chars().any(char::is_control), "{text:?}");
        }
    }
}

fn answered(receiver: &Receiver, media_type: &str, body: &[u8]) -> u16 {
    let visitor = stranger();
    let headers = format!("Origin: {SITE}\r\nX-Forwarded-For: {visitor}\r\nContent-Type: {media_type}\r\n");
    let status = receiver.send(&request(&headers, body)).status;
    assert!([201, 400, 413, 422].contains(&status), "{status} to {:?}", String::from_utf8_lossy(body));
    status
}

const FORM: &str = "application/x-www-form-urlencoded";

#[test]
fn any_form() {
    let folder = Folder::new();
    let receiver = folder.receive();
    let accepted = Cell::new(0);
    let value = prop_oneof![
        "[1-5]",
        "/[a-z/.-]{0,8}",
        "\\PC{0,40}",
        "[0-9@. +=%&]{0,30}",
        proptest::collection::vec(any::<u8>(), 0..40).prop_map(|bytes| String::from_utf8_lossy(&bytes).into_owned()),
    ];
    let name = prop_oneof![
        Just("pagina".to_owned()),
        Just("voto".to_owned()),
        Just("risposta".to_owned()),
        Just("testo".to_owned()),
        "[a-z]{0,5}",
    ];
    // Half of the time there is a page and stars to start from.
    let fields = (any::<bool>(), proptest::collection::vec((name, value, any::<bool>()), 0..6));
    runner(400)
        .run(&fields, |(begun, fields)| {
            let mut body = if begun { "pagina=/x/&voto=3".to_owned() } else { String::new() };
            for (name, value, encoded) in
                fields.iter().filter(|(name, ..)| !begun || !["pagina", "voto"].contains(&&**name))
            {
                let value = if *encoded { value.bytes().map(|b| format!("%{b:02X}")).collect() } else { value.clone() };
                body.push_str(&format!("&{name}={value}"));
            }
            accepted.set(accepted.get() + u64::from(answered(&receiver, FORM, body.as_bytes()) == 201));
            Ok(())
        })
        .expect("every form is answered");
    let accepted = accepted.get();
    assert!(accepted > 20, "only {accepted} accepted: nothing was tried");
    assert_eq!(folder.count(), accepted);
    is_sound(&folder);
}

#[test]
fn any_bytes() {
    let folder = Folder::new();
    let receiver = folder.receive();
    let bytes = || proptest::collection::vec(any::<u8>(), 0..300);
    let accepted = Cell::new(0);
    runner(150)
        .run(&(bytes(), any::<bool>()), |(body, json)| {
            let media_type = if json { "application/json" } else { FORM };
            accepted.set(accepted.get() + u64::from(answered(&receiver, media_type, &body) == 201));
            // The same bytes in place of a whole request.
            let _ = receiver.try_send(&body);
            Ok(())
        })
        .expect("all bytes are answered");
    assert_eq!(receiver.get("/salute").status, 200);
    assert_eq!(folder.count(), accepted.get());
    is_sound(&folder);
}

#[test]
fn any_json() {
    let folder = Folder::new();
    let receiver = folder.receive();
    let value = prop_oneof![
        Just("null".to_owned()),
        any::<i64>().prop_map(|number| number.to_string()),
        any::<f64>().prop_map(|number| number.to_string()),
        "\\PC{0,20}".prop_map(|text| serde_json::Value::from(text).to_string()),
        Just("{\"a\":[]}".to_owned()),
        Just("[1,2]".to_owned()),
        (1..=5_u8).prop_map(|number| number.to_string()),
    ];
    let name = prop_oneof![Just("voto"), Just("risposta"), Just("testo"), Just("sito"), Just("pagina"), Just("altro")];
    runner(150)
        .run(&proptest::collection::vec((name, value), 0..5), |fields| {
            let fields: Vec<String> = fields.iter().map(|(name, value)| format!("\"{name}\":{value}")).collect();
            answered(&receiver, "application/json", format!("{{{}}}", fields.join(",")).as_bytes());
            Ok(())
        })
        .expect("all JSON is answered");
    assert_eq!(receiver.get("/salute").status, 200);
    is_sound(&folder);
}
