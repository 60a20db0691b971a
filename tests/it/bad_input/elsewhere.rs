//! Files that are to come from elsewhere than from the folders given: links
//! and pipes among contents and themes, names that are paths.

use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::support::site::{Site, notice, read, refused, untouched};

/// What nobody may read in a published file.
const SECRET: &str = "la-parola-segreta";

/// A site with a secret beside it, and a theme of its own.
fn site() -> Site {
    let site = Site::with(notice("allegati:\n  - file: nota.txt\n    titolo: Nota\n", ""))
        .and("bandi-gara-contratti/procedure/nota.txt", "una nota\n");
    site.put("altrove/segreto.txt", SECRET);
    site.put("altrove/tema/theme.yaml", "nome: Altrove\ninterfaccia: 1\n");
    site.put("altrove/tema/assets/segreto.css", format!("/*! {SECRET} */ a {{ color: red }}"));
    site.put("altrove/pacchetto/segreto.css", format!("/*! {SECRET} */ a {{ color: red }}"));
    site.put("themes/nostro/theme.yaml", "nome: Nostro\ninterfaccia: 1\n");
    site
}

#[expect(clippy::disallowed_methods, reason = "somebody puts a link in a file's place")]
fn link(site: &Site, target: &str, at: &str) {
    let at = site.path(at);
    let _ = std::fs::create_dir_all(at.parent().expect("a path in a folder"));
    let _ = remove(&at);
    symlink(site.path(target), at).expect("a link can be made");
}

fn pipe(site: &Site, at: &str) {
    let _ = remove(&site.path(at));
    assert!(Command::new("mkfifo").arg(site.path(at)).status().expect("`mkfifo` is everywhere").success());
}

#[expect(clippy::disallowed_methods, reason = "somebody exchanges a file")]
fn remove(path: &Path) -> std::io::Result<()> {
    std::fs::remove_file(path)
}

/// Whether a secret can be read anywhere in what is on line.
fn is_out(site: &Site) -> bool {
    site.on_line().values().any(|(bytes, _)| memchr::memmem::find(bytes, SECRET.as_bytes()).is_some())
}

/// What somebody did, options to build with, the exit code, words of the answer.
type Case = (&'static str, fn(&Site), &'static [&'static str], i32, &'static str);

const NOTE: &str = "content/bandi-gara-contratti/procedure/nota.txt";

const CASES: &[Case] = &[
    (
        "an attachment is a link",
        |site| link(site, "altrove/segreto.txt", NOTE),
        &[],
        1,
        "è un collegamento a un altro file",
    ),
    ("an attachment is a pipe", |site| pipe(site, NOTE), &[], 1, "non è un file né una cartella"),
    (
        "a notice is a link",
        |site| link(site, "altrove/segreto.txt", "content/x.md"),
        &[],
        1,
        "è un collegamento a un altro file",
    ),
    ("a notice is a pipe", |site| pipe(site, "content/x.md"), &[], 1, "non è un file né una cartella"),
    (
        "the settings are a link",
        |site| link(site, "altrove/segreto.txt", "content/sito.yaml"),
        &[],
        1,
        "è un collegamento a un altro file",
    ),
    ("the settings are a pipe", |site| pipe(site, "content/sito.yaml"), &[], 1, "non è un file né una cartella"),
    (
        "a folder of notices is a link",
        |site| link(site, "altrove", "content/altri-contenuti"),
        &[],
        1,
        "è un collegamento a un altro file",
    ),
    ("--theme is a path", |_| (), &["--theme", "../altrove/tema"], 1, "`../altrove/tema` non è il nome di un tema"),
    ("--theme is a whole path", |_| (), &["--theme", "/etc"], 1, "`/etc` non è il nome di un tema"),
    ("--theme is two dots", |_| (), &["--theme", ".."], 1, "`..` non è il nome di un tema"),
    ("--theme is empty", |_| (), &["--theme", ""], 1, "`` non è il nome di un tema"),
    (
        "a theme's folder is a link",
        |site| link(site, "altrove/tema", "themes/altro"),
        &["--theme", "altro"],
        1,
        "la cartella del tema `altro` è un collegamento",
    ),
    (
        "a theme's folder leads in a circle",
        |site| link(site, "themes/altro", "themes/altro"),
        &["--theme", "altro"],
        1,
        "la cartella del tema `altro` è un collegamento",
    ),
    (
        "a theme extends a path",
        |site| site.put("themes/nostro/theme.yaml", "nome: Nostro\ninterfaccia: 1\nestende: ../../etc\n"),
        &["--theme", "nostro"],
        1,
        "`../../etc` non è il nome di un tema",
    ),
    (
        "a theme extends the outside",
        |site| site.put("themes/nostro/theme.yaml", "nome: Nostro\ninterfaccia: 1\nestende: ../altrove/tema\n"),
        &["--theme", "nostro"],
        1,
        "`../altrove/tema` non è il nome di un tema",
    ),
    (
        "a theme extends a link",
        |site| {
            site.put("themes/nostro/theme.yaml", "nome: Nostro\ninterfaccia: 1\nestende: altro\n");
            link(site, "altrove/tema", "themes/altro");
        },
        &["--theme", "nostro"],
        1,
        "la cartella del tema `altro` è un collegamento",
    ),
    (
        "a theme's asset is a link",
        |site| link(site, "altrove/segreto.txt", "themes/nostro/assets/x.txt"),
        &["--theme", "nostro"],
        1,
        "è un collegamento a un altro file",
    ),
    (
        "a theme's assets are a link",
        |site| link(site, "altrove/tema/assets", "themes/nostro/assets"),
        &["--theme", "nostro"],
        1,
        "è un collegamento a un altro file",
    ),
    (
        "a theme's asset is a pipe",
        |site| {
            site.put("themes/nostro/assets/a.txt", "a");
            pipe(site, "themes/nostro/assets/x.txt");
        },
        &["--theme", "nostro"],
        1,
        "non è un file né una cartella",
    ),
    (
        "a theme's settings are a pipe",
        |site| pipe(site, "themes/nostro/theme.yaml"),
        &["--theme", "nostro"],
        1,
        "non è un file né una cartella",
    ),
    (
        "a theme's packages are a link",
        |site| {
            link(site, "altrove", "themes/nostro/node_modules");
            site.put(
                "themes/nostro/theme.yaml",
                "nome: Nostro\ninterfaccia: 1\nrisorse:\n  x.css: pacchetto/segreto.css\n",
            );
        },
        &["--theme", "nostro"],
        1,
        "pacchetti che non sono installati",
    ),
    (
        "a package is a link to the outside",
        |site| {
            link(site, "altrove/pacchetto", "themes/nostro/node_modules/pacchetto");
            site.put(
                "themes/nostro/theme.yaml",
                "nome: Nostro\ninterfaccia: 1\nrisorse:\n  x.css: pacchetto/segreto.css\n",
            );
        },
        &["--theme", "nostro"],
        1,
        "pacchetti che non sono installati",
    ),
    (
        "a package's file is a pipe",
        |site| {
            site.put("themes/nostro/node_modules/pacchetto/y.css", "a{}");
            pipe(site, "themes/nostro/node_modules/pacchetto/x.css");
            site.put("themes/nostro/theme.yaml", "nome: Nostro\ninterfaccia: 1\nrisorse:\n  x.css: pacchetto/x.css\n");
        },
        &["--theme", "nostro"],
        1,
        "pacchetti che non sono installati",
    ),
];

#[test]
fn nothing_is_read_from_elsewhere_nor_waited_for() {
    for (what, harm, options, code, words) in CASES {
        let site = site();
        assert_eq!(site.build(&[]).code, Some(0), "the site is not sound");
        harm(&site);
        let run = untouched(&site, *code, options);
        assert!(run.said.contains(words), "{what}: no «{words}» in\n{}", run.said);
        assert!(!is_out(&site), "{what}: the secret is out");
    }
}

#[test]
fn packages_that_are_linked_among_themselves_are_read() {
    let site = site();
    site.put("themes/nostro/node_modules/.magazzino/pacchetto/x.css", "a{color:red}");
    link(&site, "themes/nostro/node_modules/.magazzino/pacchetto", "themes/nostro/node_modules/vero");
    // As package managers do it: the link says where from where it stands.
    let _ = remove(&site.path("themes/nostro/node_modules/vero"));
    symlink(".magazzino/pacchetto", site.path("themes/nostro/node_modules/pacchetto")).expect("a link can be made");
    site.put("themes/nostro/theme.yaml", "nome: Nostro\ninterfaccia: 1\nrisorse:\n  x.css: pacchetto/x.css\n");
    let run = site.build(&["--theme", "nostro"]);
    assert_eq!(run.code, Some(0), "{}", run.said);
    assert!(site.path("public/risorse/x.css").is_file());
}

#[test]
fn an_attachment_exchanged_for_a_link_while_the_site_is_built_is_not_published() {
    let site = site();
    // Long enough that the exchange can happen anywhere: while it is hashed, looked at, copied.
    let honest = "una nota\n".repeat(200_000);
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let secret = "altrove/segreto.txt";
            site.put(secret, SECRET.repeat(honest.len() / SECRET.len()));
            while !done.load(Ordering::Relaxed) {
                site.put("altrove/onesto.txt", &honest);
                let _ = std::fs::rename(site.path("altrove/onesto.txt"), site.path(NOTE));
                link(&site, secret, "altrove/collegamento");
                let _ = std::fs::rename(site.path("altrove/collegamento"), site.path(NOTE));
            }
        });
        for _ in 0..8 {
            let run = site.build(&[]);
            assert!([Some(0), Some(1), Some(2)].contains(&run.code), "{}", run.said);
            assert!(!is_out(&site), "the secret is out: {}", run.said);
        }
        done.store(true, Ordering::Relaxed);
    });
}

#[test]
fn an_attachment_that_never_stays_the_same_is_published_as_it_was_checked_or_not_at_all() {
    let site = site();
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !done.load(Ordering::Relaxed) {
                site.put(NOTE, "a".repeat(300_000));
                site.put(NOTE, format!("<script>{SECRET}</script>{}", "b".repeat(300_000)));
            }
        });
        for _ in 0..8 {
            site.build(&[]);
            assert!(!is_out(&site), "what was never checked is out");
        }
        done.store(true, Ordering::Relaxed);
    });
    site.put(NOTE, "una nota\n");
    assert_eq!(site.build(&[]).code, Some(0));
    assert_eq!(read(&site.path("public/atti/prova/nota.txt")), b"una nota\n");
    site.put(NOTE, "<script>alert(1)</script>");
    refused(&site);
}

#[test]
fn settings_that_are_there_are_not_said_to_be_missing() {
    // What the settings are, the words about it.
    type Settings = (fn(&Site, &str), &'static str);
    let cases: [Settings; 7] = [
        (|site, _| link(site, "altrove/segreto.txt", "content/sito.yaml"), "è un collegamento a un altro file"),
        (|site, _| pipe(site, "content/sito.yaml"), "non è un file né una cartella"),
        (|site, _| site.put("content/sito.yaml", b"ente: \xe8\n"), "un carattere che non è UTF-8"),
        (|site, text| site.put("content/Sito.yaml", text), "c'è `Sito.yaml`: deve chiamarsi `sito.yaml`"),
        (|site, text| site.put("content/sito.yml", text), "c'è `sito.yml`: deve chiamarsi `sito.yaml`"),
        (|site, text| site.put("content/sito.yaml/nota.txt", text), "c'è `sito.yaml/nota.txt`"),
        (|site, text| site.put("content/altro/sito.yaml", text), "c'è `altro/sito.yaml`"),
    ];
    for (exchange, words) in cases {
        let site = site();
        let settings = String::from_utf8(read(&site.path("content/sito.yaml"))).expect("it is text");
        remove(&site.path("content/sito.yaml")).expect("it is there");
        exchange(&site, &settings);
        let run = untouched(&site, 1, &[]);
        assert!(run.said.contains(words), "no «{words}» in\n{}", run.said);
        let missing = run.said.contains("manca il file che dice chi pubblica");
        assert!(!missing || run.said.contains("deve chiamarsi"), "{}", run.said);
    }
}
