//! What is refused, how it is told, and that nothing of it is kept.

use super::receiver::{Folder, SITE, form, request, stranger};

const GOOD: &str = "pagina=%2Fatti%2Fx%2F&voto=4";

#[test]
fn what_is_wrong_has_a_status_and_words() {
    let folder = Folder::new();
    let receiver = folder.receive();
    let long = format!("{GOOD}&testo={}", "a".repeat(201));
    let large = format!("{GOOD}&x={}", "a".repeat(4096));
    let page = format!("pagina=/{}&voto=1", "a".repeat(300));
    for (body, status, words) in [
        ("", 400, "non dice quale pagina"),
        ("voto=4", 400, "non dice quale pagina"),
        ("pagina=%2Fatti%2F..%2Fx%2F&voto=4", 400, "non dice quale pagina"),
        ("pagina=%2Fatti%2Fx%2F", 400, "Manca il voto"),
        ("pagina=%2Fatti%2Fx%2F&voto=", 400, "Manca il voto"),
        ("pagina=%2Fatti%2Fx%2F&voto=6", 400, "Manca il voto"),
        ("pagina=%2Fatti%2Fx%2F&voto=4&risposta=9", 400, "non è fra quelle proposte"),
        ("pagina=%2Fatti%2Fx%2F&voto=4&voto=5", 400, "leggere la tua valutazione"),
        ("pagina=%2Fatti%2Fx%2F&voto=4&testo=%ff", 400, "leggere la tua valutazione"),
        (&page, 422, "troppo lungo"),
        (&long, 422, "supera i 200 caratteri"),
        (&large, 413, "troppo grande"),
    ] {
        let reply = receiver.post(body);
        assert_eq!(reply.status, status, "{body}");
        assert!(reply.body.contains(words), "no «{words}» for {body} in {}", reply.body);
        assert!(reply.body.contains("<h1>La valutazione non è stata registrata</h1>"), "{}", reply.body);
        assert!(reply.header("content-security-policy").is_some());
    }
    // Where the page is known, the way back leads there.
    let reply = receiver.post("pagina=%2Fatti%2Fx%2F&voto=");
    assert!(reply.body.contains(&format!("<a href=\"{SITE}/atti/x/\">")), "{}", reply.body);
    assert_eq!(folder.count(), 0);
}

#[test]
fn other_media_types_are_refused() {
    let folder = Folder::new();
    let receiver = folder.receive();
    for media_type in
        ["", "Content-Type: text/plain\r\n", "Content-Type: multipart/form-data; boundary=x\r\n", "Content-Type: \r\n"]
    {
        let headers = format!("Origin: {SITE}\r\nX-Forwarded-For: {}\r\n{media_type}", stranger());
        assert_eq!(receiver.send(&request(&headers, GOOD.as_bytes())).status, 415, "{media_type}");
    }
    assert_eq!(folder.count(), 0);
}

#[test]
fn other_origins_are_refused() {
    let folder = Folder::new();
    let receiver = folder.receive();
    for headers in [
        "",
        "Origin: null\r\n",
        "Origin: https://evil.example\r\n",
        "Origin: http://trasparenza.comune.esempio.it\r\n",
        "Origin: https://trasparenza.comune.esempio.it.evil.example\r\n",
        "Origin: https://trasparenza.comune.esempio.it\r\nOrigin: https://evil.example\r\n",
        "Origin: null\r\nReferer: https://trasparenza.comune.esempio.it/\r\n",
        "Referer: https://trasparenza.comune.esempio.it.evil.example/\r\n",
        "Referer: https://evil.example/?https://trasparenza.comune.esempio.it/\r\n",
    ] {
        let reply = receiver.send(&form(headers, GOOD));
        assert_eq!(reply.status, 403, "{headers}");
        assert_eq!(reply.header("access-control-allow-origin"), None, "{headers}");
        assert!(reply.body.contains("non arriva da una pagina di https://trasparenza"), "{}", reply.body);
    }
    assert_eq!(folder.count(), 0);
    let reply = receiver.send(&form(&format!("Referer: {SITE}/atti/x/\r\n"), GOOD));
    assert_eq!(reply.status, 201);
    assert_eq!(folder.count(), 1);
}

#[test]
fn too_many_from_one_visitor_are_too_many() {
    let folder = Folder::new();
    let receiver = folder.receive();
    let statuses: Vec<u16> = (0..30).map(|_| receiver.post_as("203.0.113.1, 198.51.100.9", GOOD).status).collect();
    assert_eq!(statuses[..20], [201; 20]);
    assert_eq!(statuses[25..], [429; 5]);
    let reply = receiver.post_as("198.51.100.9", GOOD);
    assert_eq!(reply.status, 429);
    let seconds: u64 = reply.header("retry-after").and_then(|text| text.parse().ok()).expect("seconds");
    assert!((1..=3).contains(&seconds), "{seconds}");
    // Only the last hop is the proxy's word; another visitor is free.
    assert_eq!(receiver.post_as("198.51.100.9, 203.0.113.1", GOOD).status, 201);
    let kept = statuses.iter().filter(|status| **status == 201).count();
    assert_eq!(folder.count(), kept as u64 + 1);
}

#[test]
fn without_a_proxy_nobody_chooses_who_they_are() {
    let folder = Folder::new();
    let receiver = folder.receive_with(&[]);
    let last = (0..30).map(|_| receiver.post(GOOD).status).last();
    assert_eq!(last, Some(429));
}

#[test]
fn other_methods_and_addresses() {
    let folder = Folder::new();
    let receiver = folder.receive();
    let ask = |line: &str| receiver.send(format!("{line} HTTP/1.1\r\nHost: x\r\nOrigin: {SITE}\r\n\r\n").as_bytes());
    for method in ["PUT", "DELETE", "PATCH", "PROPFIND", "TRACE"] {
        let reply = ask(&format!("{method} /valutazioni"));
        assert_eq!((reply.status, reply.header("allow")), (405, Some("GET, HEAD, POST, OPTIONS")), "{method}");
    }
    let reply = ask("POST /salute");
    assert_eq!((reply.status, reply.header("allow")), (405, Some("GET, HEAD")));
    for path in ["/valutazioni.sqlite", "/atti/x/", "/../etc/passwd", "/%2e%2e/", "//", "/valutazioni/x", "/Salute"] {
        let reply = ask(&format!("GET {path}"));
        assert_eq!(reply.status, 404, "{path}");
        assert!(reply.body.contains("Qui non c’è nulla"), "{}", reply.body);
    }
    for path in ["/", "/valutazioni", "/valutazioni/", "/?da=modulo"] {
        let headers = format!("Host: x\r\nOrigin: {SITE}\r\nContent-Type: application/x-www-form-urlencoded");
        let length = GOOD.len();
        let request = format!("POST {path} HTTP/1.1\r\n{headers}\r\nContent-Length: {length}\r\n\r\n{GOOD}");
        assert_eq!(receiver.send(request.as_bytes()).status, 201, "{path}");
    }
}
