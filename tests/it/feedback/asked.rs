//! What is accepted, what is kept of it, and what is answered.

use std::time::Duration;

use serde_json::{Value, json};

use super::receiver::{Folder, SITE, everything_kept, form, request, stranger};

const WHOLE: &str = "pagina=%2Fatti%2Fmense%2F&voto=2&risposta=1&testo=Perch%C3%A9+manca+l%E2%80%99allegato%3F&sito=";

#[test]
fn a_rating_is_kept_and_its_author_is_not() {
    let folder = Folder::new();
    let receiver = folder.receive();
    let headers = format!(
        "Origin: {SITE}\r\nReferer: {SITE}/atti/mense/?chi=Prova\r\nX-Forwarded-For: 203.0.113.77\r\n\
         User-Agent: Browser-Di-Prova\r\nCookie: nome=Biscotto\r\n"
    );
    assert_eq!(receiver.send(&form(&headers, WHOLE)).status, 201);
    let kept = everything_kept(&folder.path("valutazioni.sqlite"));
    assert!(kept.contains("/atti/mense/") && kept.contains("manca l’allegato?"));
    for word in ["203.0.113", "Browser-Di-Prova", "Biscotto", "chi=Prova", "127.0.0.1"] {
        assert!(!kept.contains(word), "`{word}` was kept");
    }
    let figures = folder.figures();
    let row = &figures["righe"][0];
    assert_eq!((&row["pagina"], &row["media"]), (&json!("/atti/mense/"), &json!(2.0)));
    assert_eq!(row["difficolta"], json!([1, 0, 0, 0, 0]));
    assert_eq!(row["testi"][0]["testo"], "Perché manca l’allegato?");
    let moment = row["testi"][0]["momento"].as_str().expect("a moment");
    assert!(moment[16..].starts_with(":00+"), "{moment} is to the second");
}

#[test]
fn who_has_no_scripts_gets_a_page_of_thanks() {
    let folder = Folder::new();
    let receiver = folder.receive();
    let reply = receiver.post(WHOLE);
    assert_eq!(reply.status, 201);
    let page = &reply.body;
    for words in [
        "<!doctype html>",
        "<html lang=\"it\">",
        "<title>Valutazione ricevuta</title>",
        "<h1>Valutazione ricevuta</h1>",
        "Grazie, il tuo parere ci aiuterà a migliorare il servizio!",
        &format!("<a href=\"{SITE}/atti/mense/\">Torna alla pagina che hai valutato</a>"),
    ] {
        assert!(page.contains(words), "no {words} in {page}");
    }
    for (name, value) in [
        ("content-type", "text/html; charset=utf-8"),
        ("cache-control", "no-store"),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
        ("vary", "Origin, Accept"),
        ("access-control-allow-origin", SITE),
    ] {
        assert_eq!(reply.header(name), Some(value), "{name}");
    }
    let policy = reply.header("content-security-policy").expect("a policy");
    assert!(policy.starts_with("default-src 'none'; style-src 'sha256-"), "{policy}");
    assert!(!policy.contains("unsafe") && reply.header("set-cookie").is_none());
}

#[test]
fn a_page_in_english_speaks_english() {
    let folder = Folder::new();
    folder.put("content/sito.yaml", format!("{}lingua: en\n", crate::support::settings::SETTINGS));
    let reply = folder.receive().post(WHOLE);
    assert!(reply.body.contains("<html lang=\"en\">") && reply.body.contains("Thank you"), "{}", reply.body);
}

#[test]
fn a_link_back_never_leads_elsewhere() {
    let folder = Folder::new();
    let receiver = folder.receive();
    for page in ["//evil.example/", "https://evil.example/", "/\\evil.example", "\"><script>alert(1)</script>"] {
        for trap in ["", "&sito=x"] {
            let encoded: String = page.bytes().map(|b| format!("%{b:02x}")).collect();
            let reply = receiver.post(&format!("pagina={encoded}&voto=3{trap}"));
            assert_eq!(reply.status, if trap.is_empty() { 400 } else { 201 }, "{page}");
            assert!(!reply.body.contains("evil") && !reply.body.contains("<script"), "{}", reply.body);
            assert!(reply.body.contains(&format!("<a href=\"{SITE}/\">Vai al sito</a>")), "{}", reply.body);
        }
    }
    assert_eq!(folder.count(), 0);
}

#[test]
fn a_script_gets_json() {
    let folder = Folder::new();
    let receiver = folder.receive();
    let headers = |body: &str, media_type: &str| {
        let visitor = stranger();
        let headers = format!(
            "Origin: {SITE}\r\nAccept: application/json\r\nX-Forwarded-For: {visitor}\r\nContent-Type: {media_type}\r\n"
        );
        receiver.send(&request(&headers, body.as_bytes()))
    };
    let body = r#"{"pagina":"/atti/x/","voto":5,"risposta":4,"testo":"Tutto \"bene\""}"#;
    for (body, media_type) in [(body, "application/json"), (WHOLE, "application/x-www-form-urlencoded")] {
        let reply = headers(body, media_type);
        assert_eq!((reply.status, reply.header("content-type")), (201, Some("application/json")));
        let said: Value = serde_json::from_str(&reply.body).expect("JSON");
        assert_eq!(said["esito"], "accettata");
        assert_eq!(said["messaggio"], "Grazie, il tuo parere ci aiuterà a migliorare il servizio!");
    }
    let reply = headers(r#"{"pagina":"/atti/x/","voto":6}"#, "application/json");
    let said: Value = serde_json::from_str(&reply.body).expect("JSON");
    assert_eq!((reply.status, &said["esito"]), (400, &json!("rifiutata")));
    assert!(said["messaggio"].as_str().expect("words").contains("da 1 a 5 stelle"), "{said}");
    assert_eq!(folder.count(), 2);
    assert_eq!(folder.figures()["totale"]["pregi"], json!([0, 0, 0, 1, 0]));
}

#[test]
fn a_browser_is_told_what_a_script_may_do() {
    let folder = Folder::new();
    let receiver = folder.receive();
    let ask = |origin: &str| {
        receiver.send(
            format!(
                "OPTIONS /valutazioni HTTP/1.1\r\nHost: x\r\nOrigin: {origin}\r\n\
                 Access-Control-Request-Method: POST\r\nAccess-Control-Request-Headers: content-type\r\n\r\n"
            )
            .as_bytes(),
        )
    };
    let reply = ask(SITE);
    assert_eq!((reply.status, reply.header("access-control-allow-origin")), (204, Some(SITE)));
    assert_eq!(reply.header("access-control-allow-methods"), Some("POST"));
    assert_eq!(reply.header("access-control-allow-headers"), Some("Content-Type, Accept"));
    let reply = ask("https://evil.example");
    assert_eq!((reply.status, reply.header("access-control-allow-origin")), (403, None));
    assert_eq!(reply.header("access-control-allow-methods"), None);
}

#[test]
fn what_programs_fill_in_is_thanked_and_forgotten() {
    let folder = Folder::new();
    let reply = folder.receive().post("pagina=%2Fatti%2Fx%2F&voto=5&testo=compra&sito=https%3A%2F%2Fspam.example");
    assert_eq!(reply.status, 201);
    assert!(reply.body.contains("Grazie"), "{}", reply.body);
    assert_eq!(folder.count(), 0);
    assert!(!everything_kept(&folder.path("valutazioni.sqlite")).contains("compra"));
}

#[test]
fn personal_data_is_not_kept() {
    let folder = Folder::new();
    let receiver = folder.receive();
    let text = "Sono RSSMRA85T10A562S, mario.rossi@esempio.it, 333 1234567, IT60X0542811101000000123456";
    assert_eq!(receiver.post(&format!("pagina=/&voto=1&testo={}", text.replace(' ', "+"))).status, 201);
    let kept = everything_kept(&folder.path("valutazioni.sqlite"));
    for word in ["RSSMRA", "mario", "333 1", "IT60"] {
        assert!(!kept.contains(word), "`{word}` was kept");
    }
    assert_eq!(folder.texts(), ["Sono «[omesso]», «[omesso]», «[omesso]», «[omesso]»"]);
}

#[test]
fn a_text_of_nothing_but_names_is_kept_too() {
    let folder = Folder::new();
    let receiver = folder.receive();
    assert_eq!(receiver.post(&format!("pagina=/&voto=1&testo={}", "%40a".repeat(100))).status, 201);
    assert_eq!(folder.texts(), ["«[omesso]»".repeat(100)]);
}

#[test]
fn it_says_what_it_is_and_how_it_does() {
    let folder = Folder::new();
    let receiver = folder.receive();
    let about = receiver.get("/");
    assert_eq!(about.status, 200);
    assert!(about.body.contains("Valutazioni delle pagine") && about.body.contains(SITE), "{}", about.body);
    assert_eq!((receiver.get("/salute").status, receiver.get("/salute").body.as_str()), (200, "ok\n"));
    let head = receiver.send(b"HEAD / HTTP/1.1\r\nHost: x\r\n\r\n");
    assert_eq!((head.status, head.body.as_str()), (200, ""));
    assert!(receiver.says(Duration::ZERO).is_none(), "it said more than that it is ready");
}
