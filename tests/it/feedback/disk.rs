//! What was accepted is on disk, whatever happens; what cannot be kept is
//! not accepted.

use std::collections::BTreeSet;
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use super::receiver::{Folder, Receiver};

#[test]
fn a_kill_takes_back_nothing_that_was_accepted() {
    let folder = Folder::new();
    let mut accepted = BTreeSet::new();
    let mut cut = 0;
    for round in 0..8_u64 {
        let mut receiver = folder.receive();
        let (taken, lost) = (Mutex::new(Vec::new()), Mutex::new(0));
        let over = AtomicBool::new(false);
        // The kill needs the receiver while others talk to it.
        let pid = receiver.child.id().to_string();
        std::thread::scope(|scope| {
            for client in 0..8 {
                let (receiver, taken, lost, over) = (&receiver, &taken, &lost, &over);
                scope.spawn(move || {
                    let mut number = 0;
                    while !over.load(Ordering::Relaxed) {
                        number += 1;
                        let text = format!("voce-{round}-{client}-{number}-");
                        let visitor = super::receiver::stranger();
                        let body = format!("pagina=/&voto=3&testo={text}");
                        let origin = super::receiver::SITE;
                        let headers = format!("Origin: {origin}\r\nX-Forwarded-For: {visitor}\r\n");
                        match receiver.try_send(&super::receiver::form(&headers, &body)) {
                            Some(reply) => {
                                assert_eq!(reply.status, 201);
                                taken.lock().expect("nobody panics").push(text);
                            }
                            None => *lost.lock().expect("nobody panics") += 1,
                        }
                    }
                });
            }
            std::thread::sleep(Duration::from_millis(60 + 45 * round));
            assert!(Command::new("kill").args(["-9", &pid]).status().expect("kill is there").success());
            std::thread::sleep(Duration::from_millis(30));
            over.store(true, Ordering::Relaxed);
        });
        receiver.kill();
        let taken = taken.into_inner().expect("nobody panics");
        cut += u32::from(!taken.is_empty() && lost.into_inner().expect("nobody panics") > 0);
        accepted.extend(taken);
        let kept: BTreeSet<String> = folder.texts().into_iter().collect();
        let missing: Vec<_> = accepted.difference(&kept).collect();
        assert!(missing.is_empty(), "accepted and lost: {missing:?}");
    }
    assert!(cut >= 4 && accepted.len() > 50, "only {cut} kills hit a stream, {} accepted", accepted.len());
}

#[test]
fn an_end_by_the_system_is_clean() {
    let folder = Folder::new();
    let mut receiver = folder.receive();
    assert_eq!(receiver.post("pagina=/&voto=3").status, 201);
    let pid = receiver.child.id().to_string();
    assert!(Command::new("kill").args(["-TERM", &pid]).status().expect("kill is there").success());
    receiver.child.wait().expect("it ends");
    assert_eq!(folder.count(), 1);
    assert_eq!(folder.receive().post("pagina=/&voto=3").status, 201);
    assert_eq!(folder.count(), 2);
}

#[test]
fn two_receivers_share_a_database() {
    let folder = Folder::new();
    // They make it together, too.
    let receivers: Vec<Receiver> = std::thread::scope(|scope| {
        let started: Vec<_> = (0..4).map(|_| scope.spawn(|| folder.receive())).collect();
        started.into_iter().map(|receiver| receiver.join().expect("it starts")).collect()
    });
    std::thread::scope(|scope| {
        for number in 0..40 {
            let receiver = &receivers[number % 4];
            scope
                .spawn(move || assert_eq!(receiver.post(&format!("pagina=/&voto=3&testo=voce-{number}-")).status, 201));
        }
    });
    assert_eq!(folder.count(), 40);
}

#[test]
fn a_full_disk_is_no_thank_you() {
    let folder = Folder::new();
    folder.receive().post("pagina=/&voto=1");
    // Past so many blocks of 512 bytes a file grows no more.
    let script = "trap '' XFSZ; ulimit -f 128; exec \"$0\" feedback serve --lang it --port 0 --proxy";
    let mut command = Command::new("sh");
    command.args(["-c", script, env!("CARGO_BIN_EXE_trasparente")]).current_dir(folder.path(""));
    let receiver = Receiver::of(&mut command);
    let long = "parola ".repeat(28);
    let body = format!("pagina=/&voto=3&testo={}", long.trim().replace(' ', "+"));
    let mut accepted = 1;
    let refused = (0..400).find_map(|_| {
        let reply = receiver.post(&body);
        accepted += u64::from(reply.status == 201);
        (reply.status != 201).then_some(reply)
    });
    let refused = refused.expect("the disk is full at some point");
    assert_eq!((refused.status, refused.header("retry-after")), (503, Some("60")));
    assert!(refused.body.contains("non possiamo registrare"), "{}", refused.body);
    for _ in 0..5 {
        accepted += u64::from(receiver.post(&body).status == 201);
    }
    let said = receiver.says(Duration::from_secs(5)).expect("it says so");
    assert!(said.starts_with("errore: "), "{said}");
    assert_eq!(receiver.get("/salute").status, 503);
    let more = receiver.says(Duration::from_millis(200));
    assert!(more.is_none(), "it said more: {more:?}");
    drop(receiver);
    assert_eq!(folder.count(), accepted);
}

#[test]
#[expect(clippy::disallowed_methods, reason = "another program opens it")]
fn a_busy_database_is_waited_for_and_then_is_no_thank_you() {
    let folder = Folder::new();
    let receiver = folder.receive();
    let other = rusqlite::Connection::open(folder.path("valutazioni.sqlite")).expect("it is there");
    other.execute_batch("BEGIN IMMEDIATE").expect("nobody writes");
    let reply = receiver.post("pagina=/&voto=3");
    assert_eq!(reply.status, 503);
    let said = receiver.says(Duration::from_secs(5)).expect("it says so");
    assert!(said.contains("un altro programma tiene occupato valutazioni.sqlite"), "{said}");
    other.execute_batch("ROLLBACK").expect("it began");
    assert_eq!(receiver.get("/salute").status, 200);
    assert_eq!(receiver.post("pagina=/&voto=3").status, 201);
    assert_eq!(folder.count(), 1);
}

#[test]
#[expect(clippy::disallowed_methods, reason = "somebody tidied up")]
fn a_file_that_went_is_not_written_to() {
    let folder = Folder::new();
    folder.put("dati/nota.txt", "");
    let receiver = folder.receive_with(&["--proxy", "--db", "dati/voti.sqlite"]);
    assert_eq!(receiver.post("pagina=/&voto=3").status, 201);
    std::fs::rename(folder.path("dati"), folder.path("altrove")).expect("a folder can be moved");
    assert_eq!(receiver.post("pagina=/&voto=3").status, 503);
    assert_eq!(receiver.get("/salute").status, 503);
    let said = receiver.says(Duration::from_secs(5)).expect("it says so");
    assert_eq!(said, "errore: la cartella dati non c'è: creala, o indica un altro file con --db");
    std::fs::create_dir(folder.path("dati")).expect("a folder can be made");
    assert_eq!(receiver.post("pagina=/&voto=3").status, 201);
    let said = receiver.says(Duration::from_secs(5)).expect("it says so");
    assert_eq!(said, "Le valutazioni si conservano di nuovo.");
    for (file, count) in [("dati/voti.sqlite", "\"risposte\": 1,"), ("altrove/voti.sqlite", "\"risposte\": 1,")] {
        assert!(folder.report(&["--db", file, "--format", "json"]).contains(count), "{file}");
    }
}

#[test]
#[expect(clippy::disallowed_methods, reason = "other programs have databases too")]
fn what_is_no_database_of_ours_is_told() {
    let folder = Folder::new();
    folder.put("testo.sqlite", "Non sono un database, ma un testo qualsiasi.\n".repeat(100));
    folder.put("cartella/nota.txt", "");
    let make = |name: &str, sql: &str| {
        let connection = rusqlite::Connection::open(folder.path(name)).expect("a database");
        connection.execute_batch(sql).expect("it takes it");
    };
    make("altro.sqlite", "CREATE TABLE spese (euro INTEGER);");
    make("futuro.sqlite", "PRAGMA application_id = 1416782195; PRAGMA user_version = 7; CREATE TABLE x (y);");
    for (file, words) in [
        ("manca/voti.sqlite", "la cartella manca non c'è"),
        ("testo.sqlite", "non è un file di valutazioni (né un database SQLite)"),
        ("altro.sqlite", "altro.sqlite non è un file di valutazioni"),
        ("futuro.sqlite", "è di una versione più recente di questo programma (la 7)"),
        ("cartella", "cartella è una cartella"),
    ] {
        let (code, _, said) = folder.run(&["feedback", "serve", "--port", "0", "--db", file]);
        assert_eq!(code, 2, "{file}");
        assert!(said.contains(words), "{file}: {said}");
        let (code, _, said) = folder.run(&["feedback", "report", "--db", file]);
        assert_eq!(code, 2, "{file}");
        assert!(said.contains(words) || file.starts_with("manca"), "{file}: {said}");
    }
    let (code, _, said) = folder.run(&["feedback", "report"]);
    assert_eq!(code, 2);
    assert!(said.contains("il file valutazioni.sqlite non c'è"), "{said}");
}

#[test]
fn a_site_that_is_not_there_or_not_sound_is_told() {
    let folder = Folder::new();
    let (code, _, said) = folder.run(&["feedback", "serve", "--port", "0", "--content", "manca"]);
    assert_eq!(code, 2, "{said}");
    folder.put("vuota/nota.txt", "");
    let (code, _, said) = folder.run(&["feedback", "serve", "--port", "0", "--content", "vuota"]);
    assert_eq!(code, 2);
    assert!(said.contains("non c'è vuota/sito.yaml"), "{said}");
    folder.put("rotta/sito.yaml", "ente: 1\n");
    let (code, _, said) = folder.run(&["feedback", "serve", "--port", "0", "--content", "rotta"]);
    assert_eq!(code, 1);
    assert!(said.contains("errore["), "{said}");
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let port = taken.local_addr().expect("it has a number").port().to_string();
    let (code, _, said) = folder.run(&["feedback", "serve", "--port", &port]);
    assert_eq!(code, 2);
    assert!(said.contains(&format!("non posso ricevere su 127.0.0.1:{port}")), "{said}");
}

/// What somebody does to the files of a database that is open, and how many ratings of three there are in the end; none
/// where no more can be accepted.
type Meddling = (&'static str, fn(&Folder), Option<u64>);

const DATABASE: &str = "valutazioni.sqlite";

const MEDDLING: &[Meddling] = &[
    ("the log is deleted", |folder| delete(folder, "valutazioni.sqlite-wal"), Some(3)),
    (
        "the log is exchanged",
        |folder| {
            delete(folder, "valutazioni.sqlite-wal");
            folder.put("valutazioni.sqlite-wal", "");
        },
        Some(3),
    ),
    ("the file is deleted", |folder| delete(folder, DATABASE), Some(2)),
    (
        "the file is a link to itself elsewhere",
        |folder| {
            std::fs::rename(folder.path(DATABASE), folder.path("vero.sqlite")).expect("it can be moved");
            std::os::unix::fs::symlink(folder.path("vero.sqlite"), folder.path(DATABASE)).expect("a link can be made");
        },
        None,
    ),
    (
        "the file is a pipe",
        |folder| {
            delete(folder, DATABASE);
            assert!(Command::new("mkfifo").arg(folder.path(DATABASE)).status().expect("it is everywhere").success());
        },
        None,
    ),
    (
        "the log is a pipe",
        |folder| {
            delete(folder, "valutazioni.sqlite-wal");
            assert!(
                Command::new("mkfifo")
                    .arg(folder.path("valutazioni.sqlite-wal"))
                    .status()
                    .expect("it is everywhere")
                    .success()
            );
        },
        // It goes with the log it took the place of.
        Some(3),
    ),
    (
        "the file is a folder",
        |folder| {
            delete(folder, DATABASE);
            folder.put("valutazioni.sqlite/nota.txt", "");
        },
        None,
    ),
    ("the file is written over", |folder| write_over(folder, &"Non sono un database.\n".repeat(1000)), None),
    ("the file is emptied", |folder| write_over(folder, ""), None),
];

/// When the log holds nothing that could stand in for the file.
#[expect(clippy::disallowed_methods, reason = "another program opens it")]
fn write_over(folder: &Folder, text: &str) {
    let other = rusqlite::Connection::open(folder.path(DATABASE)).expect("it is there");
    other.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).expect("nobody writes");
    drop(other);
    folder.put(DATABASE, text);
}

#[expect(clippy::disallowed_methods, reason = "somebody tidied up")]
fn delete(folder: &Folder, path: &str) {
    std::fs::remove_file(folder.path(path)).expect("it is there");
}

#[test]
fn nothing_is_accepted_that_cannot_be_found_again_whatever_happens_to_the_file() {
    for (what, meddle, found) in MEDDLING {
        let folder = Folder::new();
        let receiver = folder.receive();
        assert_eq!(receiver.post("pagina=/&voto=3").status, 201, "{what}");
        meddle(&folder);
        let health = receiver.get("/salute").status;
        let replies = [receiver.post("pagina=/&voto=4").status, receiver.post("pagina=/&voto=5").status];
        if let Some(found) = found {
            assert_eq!((health, replies), (200, [201, 201]), "{what}");
            assert_eq!(folder.count(), *found, "{what}");
        } else {
            assert_eq!((health, replies), (503, [503, 503]), "{what}");
            let said = receiver.says(Duration::from_secs(5)).expect("it says so");
            assert!(said.starts_with("errore: ") && said.contains(DATABASE), "{what}: {said}");
        }
    }
}

#[test]
fn a_database_is_not_opened_through_a_link() {
    for linked in ["", "-wal", "-shm"] {
        let folder = Folder::new();
        folder.receive().post("pagina=/&voto=3");
        let path = folder.path(&format!("{DATABASE}{linked}"));
        folder.put("altrove.txt", "importante");
        let _ = std::fs::rename(&path, folder.path("prima"));
        std::os::unix::fs::symlink(folder.path("altrove.txt"), &path).expect("a link can be made");
        let (code, _, said) = folder.run(&["feedback", "serve", "--port", "0"]);
        assert_eq!(code, 2, "{said}");
        assert!(said.contains("i collegamenti non si seguono"), "{said}");
        assert_eq!(std::fs::metadata(folder.path("altrove.txt")).expect("it is there").len(), 10);
    }
}
