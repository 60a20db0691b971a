//! The site while it is being written, as a browser on the same machine
//! meets it.

#![cfg(all(unix, feature = "serve"))]

use std::io::Read;

use crate::support::server::Server;
use crate::support::site;
use crate::support::site::{Site, notice};

#[test]
fn a_page_is_served_with_the_script_that_reloads_it() {
    let server = Server::of(Site::published());
    let page = server.get("/atti/mense/");
    assert_eq!(page.status, "200 OK");
    assert_eq!(page.header("Content-Type"), Some("text/html; charset=utf-8"));
    assert_eq!(page.header("Cache-Control"), Some("no-store"));
    assert!(page.text().contains("Mense scolastiche"));
    let script = "<script src=\"/__trasparente/ricarica.js\" data-versione=\"1\"></script></body>";
    assert!(page.text().contains(script), "{}", page.text());
    let script = server.get("/__trasparente/ricarica.js");
    assert_eq!(script.header("Content-Type"), Some("text/javascript; charset=utf-8"));
    assert!(script.text().contains("location.reload()"));
}

#[test]
fn what_is_served_is_what_build_writes() {
    let server = Server::of(Site::published());
    let mut pages = 0;
    for (path, (bytes, _)) in server.site.on_line() {
        let name = path.to_string_lossy().into_owned();
        // What proves what was written is not served before it is.
        if bytes.is_empty() || name == ".edizione" || name == "edizione.json" {
            continue;
        }
        let reply = server.get(&format!("/{}", name.strip_suffix("index.html").unwrap_or(&name)));
        assert_eq!(reply.status, "200 OK", "{name}");
        if name.ends_with(".html") {
            pages += 1;
            let text = reply.text();
            let script = text.find("<script src=\"/__trasparente/").expect("the script is in every page");
            let end = script + text[script..].find("</script>").expect("a script ends") + "</script>".len();
            assert_eq!(text[..script].to_owned() + &text[end..], String::from_utf8_lossy(&bytes), "{name}");
        } else {
            assert!(reply.body == bytes, "{name} has other bytes");
        }
    }
    assert!(pages > 100, "only {pages} pages");
}

#[test]
fn an_attachment_comes_byte_for_byte_with_its_type() {
    let server = Server::of(Site::published());
    let reply = server.get("/atti/mense/bando.pdf");
    assert_eq!(reply.header("Content-Type"), Some("application/pdf"));
    assert_eq!(reply.header("X-Content-Type-Options"), Some("nosniff"));
    assert_eq!(reply.body, b"%PDF-1.7\n");
}

#[test]
fn what_programs_ask_for_comes_with_its_type() {
    let site = Site::published();
    let settings = String::from_utf8(site::read(&site.path("content/sito.yaml"))).expect("UTF-8");
    site.put("content/sito.yaml", format!("{settings}sicurezza:\n  contatti: a@b.it\n  scade: 01/06/2027\n"));
    let server = Server::of(site);
    for (path, kind, first) in [
        ("/.well-known/security.txt", "text/plain; charset=utf-8", "Contact: mailto:a@b.it\n"),
        ("/scadenze.ics", "text/calendar; charset=utf-8", "BEGIN:VCALENDAR\r\n"),
        ("/sitemap.xml", "application/xml; charset=utf-8", "<?xml "),
    ] {
        let reply = server.get(path);
        assert_eq!((reply.status.as_str(), reply.header("Content-Type")), ("200 OK", Some(kind)), "{path}");
        assert!(reply.text().starts_with(first), "{path}: {}", reply.text());
    }
}

#[test]
fn an_address_without_its_slash_leads_to_the_one_with() {
    let server = Server::of(Site::published());
    let reply = server.get("/atti/mense?da=feed");
    assert_eq!(reply.status, "301 Moved Permanently");
    assert_eq!(reply.header("Location"), Some("/atti/mense/"));
    assert_eq!(server.get("/atti/mense/?da=feed").status, "200 OK");
}

#[test]
fn an_address_that_leads_nowhere_gets_the_page_that_says_so() {
    let server = Server::of(Site::published());
    let reply = server.get("/atti/mai-esistito/");
    assert_eq!(reply.status, "404 Not Found");
    assert!(reply.text().contains("Pagina non trovata"), "{}", reply.text());
}

#[test]
fn nothing_outside_of_the_site_can_be_asked_for() {
    let server = Server::of(Site::published());
    server.site.put("segreto.txt", "segreto");
    server.site.put("content/segreto.txt", "segreto");
    let site = server.site.path("content/sito.yaml").display().to_string();
    let paths = [
        "/../segreto.txt",
        "/../content/sito.yaml",
        "/%2e%2e/segreto.txt",
        "/..%2fsegreto.txt",
        "/%2e%2e%2fcontent%2fsito.yaml",
        "/atti/../../segreto.txt",
        "/atti/mense/../../../segreto.txt",
        "/..\\segreto.txt",
        "/segreto.txt",
        "/sito.yaml",
        "/.edizione",
        "/../Cargo.toml",
        "/etc/passwd",
        "//etc/passwd",
        "/%00",
        "/%",
        "/%ff%fe",
        "*",
        "https://example.org/",
        &site,
    ];
    for path in paths {
        let reply = server.get(path);
        assert_eq!(reply.status, "404 Not Found", "{path}");
        for word in ["segreto\n", "root:", "[package]", "codice_fiscale:"] {
            assert!(!reply.text().contains(word), "{path} gave away `{word}`");
        }
    }
}

#[test]
fn a_head_has_the_length_and_no_body() {
    let server = Server::of(Site::published());
    let whole = server.get("/rss.xml");
    let head = server.ask(&format!("HEAD /rss.xml HTTP/1.1\r\nHost: {}\r\n\r\n", server.address));
    assert_eq!(head.status, "200 OK");
    assert_eq!(head.header("Content-Length"), Some(whole.body.len().to_string().as_str()));
    assert!(head.body.is_empty());
}

#[test]
fn another_name_of_our_address_is_refused() {
    let server = Server::of(Site::published());
    for host in ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", "localhost.evil.example", "", "0.0.0.0"]
    {
        let reply = server.ask(&format!("GET / HTTP/1.1\r\nHost: {host}\r\n\r\n"));
        assert_eq!(reply.status, "403 Forbidden", "{host}");
        assert!(!reply.text().contains("Comune"), "{host}");
    }
    assert_eq!(server.ask("GET / HTTP/1.1\r\n\r\n").status, "403 Forbidden");
    for host in ["localhost", "localhost:8000", "127.0.0.1"] {
        assert_eq!(server.ask(&format!("GET / HTTP/1.1\r\nhost: {host}\r\n\r\n")).status, "200 OK", "{host}");
    }
}

#[test]
fn what_is_no_request_does_not_stop_the_server() {
    let server = Server::of(Site::published());
    let host = &server.address;
    assert_eq!(server.ask(&format!("POST / HTTP/1.1\r\nHost: {host}\r\n\r\n")).status, "405 Method Not Allowed");
    for request in ["\r\n\r\n", "GET\r\n\r\n", "\u{0}\u{1}\u{2}\r\n\r\n", "GET / HTTP/1.1\r\nHost"] {
        server.send(request.as_bytes());
    }
    server.send(b"GET /\xff\xfe HTTP/1.1\r\n\r\n");
    server.send("x".repeat(100_000).as_bytes());
    server.send(format!("GET / HTTP/1.1\r\n{}", "A: b\r\n".repeat(20_000)).as_bytes());
    assert_eq!(server.get("/").status, "200 OK");
}

#[test]
fn a_changed_file_shows_at_once_and_the_browser_is_told() {
    let server = Server::of(Site::published());
    let events = server.events();
    assert_eq!(events.until(|| true), "1");
    server.site.put("content/bandi-gara-contratti/procedure/prova.md", notice("", "\nUn testo appena scritto.\n"));
    let version = events.until(|| server.get("/atti/prova/").text().contains("Un testo appena scritto."));
    assert_ne!(version, "1");
    assert!(server.get("/").text().contains(&format!("data-versione=\"{version}\"")));
}

#[test]
fn what_is_broken_is_shown_over_the_last_good_page_until_it_is_mended() {
    let server = Server::of(Site::with(notice("", "\nUn testo buono.\n")));
    let events = server.events();
    assert_eq!(events.until(|| true), "1");
    let bad = "---\ntitolo: Prova\ntipo: documento\npubblicato: 12/10/2026\nsommario: Un <script>alert(1)</script> & altro\n---\n\nUn testo rotto.\n";
    server.site.put(&format!("content/{}", site::BAD), bad);
    events.until(|| server.get("/").text().contains("html-nel-testo"));
    let page = server.get("/atti/prova/").text();
    assert!(page.contains("Un testo buono.") && !page.contains("<p>Un testo rotto."), "the last good page stays");
    let over = page[page.find("<aside role=\"alert\"").expect("the finding is shown")..].to_owned();
    for words in [
        "C'è qualcosa da correggere",
        "html-nel-testo",
        "bandi-gara-contratti/procedure/prova.md:5:11",
        "&lt;script&gt;alert(1)&lt;/script&gt; &amp; altro",
    ] {
        assert!(over.contains(words), "no «{words}» in {over}");
    }
    assert!(!page.contains("<script>alert(1)"), "{over}");
    server.site.put(&format!("content/{}", site::BAD), notice("", "\nUn testo di nuovo buono.\n"));
    events.until(|| {
        let page = server.get("/atti/prova/").text();
        page.contains("Un testo di nuovo buono.") && !page.contains("role=\"alert\"")
    });
}

#[test]
fn a_site_that_never_was_good_says_what_is_wrong() {
    let site = Site::with(notice("importo: tanti\n", ""));
    let server = Server::of(site);
    let reply = server.get("/");
    assert_eq!(reply.status, "404 Not Found");
    assert!(reply.text().contains("`tanti` non è un importo"), "{}", reply.text());
    assert!(reply.text().contains("/__trasparente/ricarica.js"), "it must reload by itself");
}

#[test]
fn serving_writes_nothing() {
    let site = Site::published();
    let before = site.on_line();
    let server = Server::of(site);
    let events = server.events();
    server.site.put("content/bandi-gara-contratti/procedure/prova.md", notice("", ""));
    events.until(|| server.get("/atti/prova/").status == "200 OK");
    assert!(server.site.on_line() == before);
}

#[test]
fn pages_that_were_left_do_not_keep_others_out() {
    let server = Server::of(Site::published());
    for page in 0..100 {
        assert_eq!(server.get("/").status, "200 OK", "page {page}");
        // Whoever leaves a page hangs up after being told its version.
        let told = server.listen().read(&mut [0; 1024]).expect("the line is open");
        assert!(told > 0, "page {page}");
    }
}

#[test]
fn a_port_in_use_is_told() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let port = taken.local_addr().expect("it has a number").port().to_string();
    let run = Site::published().run(&["serve", "--lang", "it", "--port", &port]);
    assert_eq!(run.code, Some(2), "{}", run.said);
    run.says(&format!("non posso rispondere sulla porta {port}"));
}

/// A site with a notice that has two large documents, and a dossier of them.
fn with_documents(size: usize) -> Site {
    let allegati = "allegati:\n  - file: uno.csv\n    titolo: Uno\n  - file: due.csv\n    titolo: Due\n";
    let folder = "bandi-gara-contratti/procedure";
    let rows = |row: &str| row.repeat(size / row.len());
    Site::with(notice(allegati, ""))
        .and(&format!("{folder}/uno.csv"), rows("uno;1\n"))
        .and(&format!("{folder}/due.csv"), rows("due;2\n"))
}

/// The most memory a process ever had, in mebibytes.
fn peak(server: &Server) -> u64 {
    let path = format!("/proc/{}/status", server.process());
    let status = String::from_utf8(site::read(std::path::Path::new(&path))).expect("it is text");
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("the kernel says it");
    line.trim().trim_end_matches(" kB").parse::<u64>().expect("a number") / 1024
}

#[test]
fn documents_and_dossiers_are_sent_piece_by_piece_and_held_by_nobody() {
    let server = Server::of(with_documents(50 << 20));
    let before = peak(&server);
    // Thirty readers that take a little and then no more, half of them of the dossier of both.
    let readers: Vec<_> = (0..30)
        .map(|reader| {
            let mut stream = server.connect();
            let file = if reader % 2 == 0 { "uno.csv" } else { "fascicolo-prova.zip" };
            let request = format!("GET /atti/prova/{file} HTTP/1.1\r\nHost: {}\r\n\r\n", server.address);
            std::io::Write::write_all(&mut stream, request.as_bytes()).expect("it takes it");
            let mut some = [0; 4096];
            stream.read_exact(&mut some).expect("it begins to answer");
            assert!(some.starts_with(b"HTTP/1.1 200 OK"), "{}", String::from_utf8_lossy(&some));
            stream
        })
        .collect();
    let more = peak(&server) - before;
    assert!(more < 64, "thirty readers of fifty mebibytes took {more} MiB");
    drop(readers);
}

#[test]
fn a_dossier_is_served_as_build_writes_it_and_tells_its_length_first() {
    let site = with_documents(200_000);
    assert_eq!(site.build(&[]).code, Some(0));
    let written = site::read(&site.path("public/atti/prova/fascicolo-prova.zip"));
    let server = Server::of(site);
    let reply = server.get("/atti/prova/fascicolo-prova.zip");
    assert!(reply.body == written, "other bytes are served");
    assert_eq!(reply.header("Content-Length"), Some(written.len().to_string().as_str()));
}

#[test]
fn what_a_browser_could_run_is_served_so_that_it_does_not() {
    let site = Site::with(notice("allegati:\n  - file: dati.xml\n    titolo: Dati\n", ""))
        .and("bandi-gara-contratti/procedure/dati.xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<dati/>\n");
    let server = Server::of(site);
    let reply = server.get("/atti/prova/dati.xml");
    assert!(reply.header("Content-Security-Policy").is_some_and(|policy| policy.starts_with("sandbox")));
    assert_eq!(reply.header("Content-Disposition"), Some("attachment"));
    assert_eq!(server.get("/rss.xml").header("Content-Disposition"), None);
}

#[test]
fn a_document_exchanged_since_it_was_checked_is_not_served() {
    let server = Server::of(with_documents(1000));
    let path = server.site.path("content/bandi-gara-contratti/procedure/uno.csv");
    server.site.put("altrove/segreto.csv", "la-parola-segreta\n");
    let exchange = |with: &dyn Fn()| {
        let _ = std::fs::rename(&path, server.site.path("altrove/vecchio"));
        with();
        let reply = server.get("/atti/prova/uno.csv");
        assert!(!reply.text().contains("la-parola-segreta"), "{}", reply.text());
        assert!(["409 Conflict", "200 OK"].contains(&reply.status.as_str()), "{}", reply.status);
    };
    exchange(&|| std::os::unix::fs::symlink(server.site.path("altrove/segreto.csv"), &path).expect("a link"));
    exchange(&|| {
        assert!(std::process::Command::new("mkfifo").arg(&path).status().expect("`mkfifo` is everywhere").success());
    });
    exchange(&|| ());
}

/// Whether the other end still holds a connection that it has said nothing on.
fn is_open(stream: &std::net::TcpStream) -> bool {
    stream.set_nonblocking(true).expect("it can be asked without waiting");
    let told = stream.peek(&mut [0]);
    told.is_err_and(|error| error.kind() == std::io::ErrorKind::WouldBlock)
}

#[test]
fn who_never_finishes_asking_shuts_nobody_out() {
    let server = Server::of(Site::published());
    let slow: Vec<_> = (0..400)
        .map(|_| {
            let mut stream = server.connect();
            let _ = std::io::Write::write_all(&mut stream, b"GET / HTTP/1.1\r\nHost: ");
            stream
        })
        .collect();
    assert_eq!(server.get("/").status, "200 OK");
    assert!(!is_open(&slow[0]), "the first of four hundred is still connected");
}

#[test]
fn open_tabs_shut_nobody_out() {
    let server = Server::of(Site::published());
    let tabs: Vec<_> = (0..400).map(|_| server.listen()).collect();
    assert_eq!(server.get("/").status, "200 OK");
    drop(tabs);
    assert_eq!(server.get("/").status, "200 OK");
}
