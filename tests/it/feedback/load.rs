//! Many at once, and some that never finish.

use std::io::{Read, Write};
use std::net::TcpStream;

use super::receiver::{Folder, Reply, SITE, form, request, stranger};

#[test]
fn a_hundred_at_once_are_all_kept() {
    let folder = Folder::new();
    let receiver = folder.receive();
    let statuses: Vec<u16> = std::thread::scope(|scope| {
        let posts: Vec<_> = (0..100)
            .map(|number| {
                let receiver = &receiver;
                scope.spawn(move || receiver.post(&format!("pagina=/&voto=3&testo=voce-{number}-")).status)
            })
            .collect();
        posts.into_iter().map(|post| post.join().expect("a post ends")).collect()
    });
    assert_eq!(statuses, [201; 100]);
    let mut texts = folder.texts();
    texts.sort();
    texts.dedup();
    assert_eq!(texts.len(), 100);
}

#[test]
fn who_never_finishes_shuts_nobody_out() {
    let folder = Folder::new();
    let receiver = folder.receive();
    let open = |bytes: &[u8]| {
        let mut stream = TcpStream::connect(&receiver.address).expect("it listens");
        let _ = stream.write_all(bytes);
        stream
    };
    let half = request(&format!("Origin: {SITE}\r\nX-Forwarded-For: {}\r\n", stranger()), &[b'a'; 100]);
    // More than may be connected at once, and more while others rate.
    let mut held: Vec<TcpStream> = (0..200).map(|_| open(b"POST / HTTP/1.1\r\nHost:")).collect();
    held.extend((0..200).map(|_| open(&half[..half.len() - 50])));
    for rating in 0..20 {
        assert_eq!(receiver.post("pagina=/&voto=3").status, 201, "rating {rating}");
        held.extend((0..20).map(|_| open(b"POST / HTTP/1.1\r\nHost:")));
    }
    assert_eq!(folder.count(), 20);
    // Room was made by sending off who had been there longest.
    let mut rest = Vec::new();
    let told = held[0].read_to_end(&mut rest);
    assert!(
        told.is_err() || rest.is_empty() || rest.starts_with(b"HTTP/1.1 408"),
        "{}",
        String::from_utf8_lossy(&rest)
    );
}

#[test]
fn who_takes_too_long_is_told() {
    let folder = Folder::new();
    let receiver = folder.receive();
    let half = request(&format!("Origin: {SITE}\r\nX-Forwarded-For: {}\r\n", stranger()), &[b'a'; 100]);
    let mut slow = TcpStream::connect(&receiver.address).expect("it listens");
    slow.write_all(&half[..half.len() - 50]).expect("it takes some");
    let reply = Reply::read(&mut slow).expect("an answer");
    assert_eq!(reply.status, 408);
    assert!(reply.body.contains("non è arrivata in tempo"), "{}", reply.body);
}

#[test]
fn what_is_huge_is_cut_short() {
    let folder = Folder::new();
    let receiver = folder.receive();
    let origin = format!("Origin: {SITE}\r\n");
    let header = format!("{origin}X-Grande: {}\r\n", "a".repeat(64 * 1024));
    assert_eq!(receiver.send(&form(&header, "pagina=/&voto=3")).status, 431);
    let many: String = (0..500).map(|number| format!("X-{number}: a\r\n")).collect();
    assert_eq!(receiver.send(&form(&(origin.clone() + &many), "pagina=/&voto=3")).status, 431);
    for size in [5_000, 60_000, 100_000] {
        assert_eq!(receiver.send(&form(&origin, &format!("pagina=/&voto=3&testo={}", "a".repeat(size)))).status, 413);
    }
    let chunks = format!(
        "POST / HTTP/1.1\r\nHost: x\r\n{origin}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n{}",
        format!("1000\r\n{}\r\n", "a".repeat(4096)).repeat(3)
    );
    assert!([413, 408, 400].contains(&receiver.send((chunks + "0\r\n\r\n").as_bytes()).status));
    assert_eq!(receiver.get("/salute").status, 200);
    assert_eq!(folder.count(), 0);
}
