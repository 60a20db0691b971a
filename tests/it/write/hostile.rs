//! An output folder that somebody prepared, documents that are exchanged
//! while they are on their way.

use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;

use trasparente::edition::{Archive, Artifact, Content, Edition, Member};
use trasparente::write::{self, Fault, Step};

use super::strangers::refused_at;
use super::{artifact, document, edition, folder, found, only, publish, put};
use crate::support::site::read;

/// What somebody puts in the way.
#[derive(Debug, Clone, Copy)]
enum Trap {
    /// A link to a file outside.
    LinkToFile,
    /// A link to a folder outside.
    LinkToFolder,
    /// A link to nothing, that would become a file outside.
    Dangling,
    /// A pipe nobody reads or writes.
    Pipe,
    /// A folder with a file in it.
    Folder,
    /// A file.
    File,
}

const TRAPS: [Trap; 6] = [Trap::LinkToFile, Trap::LinkToFolder, Trap::Dangling, Trap::Pipe, Trap::Folder, Trap::File];

impl Trap {
    fn set(self, around: &Path, path: &Path) {
        if path.is_dir() && !path.is_symlink() {
            remove_folder(path);
        } else if path.symlink_metadata().is_ok() {
            remove(path);
        }
        let link = |to: &str| symlink(around.join(to), path).expect("a link can be made");
        match self {
            Self::LinkToFile => link("importante.txt"),
            Self::LinkToFolder => link("altrove"),
            Self::Dangling => link("non-ancora.txt"),
            Self::Pipe => assert!(Command::new("mkfifo").arg(path).status().expect("`mkfifo` is everywhere").success()),
            Self::Folder => put(&path.join("di-un-altro.txt"), "di un altro"),
            Self::File => put(path, "di un altro"),
        }
    }
}

/// What may come of a trap.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Comes {
    /// The build refuses, and says where.
    Refused,
    /// It is put out of the way, and the site is whole.
    Replaced,
}

/// Every place the writer of an edition goes to, and what comes of each trap there, in the order of [`TRAPS`].
const PLACES: &[(&str, [Comes; 6])] = {
    use Comes::{Refused as No, Replaced as Yes};
    &[
        // The writer's own folder: what a killed build left there is a folder.
        (".trasparente-in-corso", [No, No, No, No, Yes, No]),
        // The list of what was ours. A file that is no list of ours lists nothing.
        (".edizione", [No, No, No, No, No, No]),
        // A page that was ours.
        ("index.html", [Yes, Yes, Yes, Yes, No, Yes]),
        // A page that is new.
        ("nuova.html", [No, No, No, No, No, No]),
        // A folder that was ours, a page and a document in it.
        ("atti", [No, No, No, No, Yes, No]),
        ("atti/uno", [No, No, No, No, Yes, No]),
        ("atti/uno/index.html", [Yes, Yes, Yes, Yes, No, Yes]),
        // A folder that is new.
        ("dati", [No, No, No, No, Yes, No]),
        // What was ours and is gone.
        ("vecchia.html", [Yes, Yes, Yes, Yes, Yes, Yes]),
    ]
};

#[test]
fn nothing_outside_is_written_nor_read_nor_waited_for_whatever_stands_in_the_output() {
    for (place, comes) in PLACES {
        for (trap, comes) in TRAPS.into_iter().zip(comes) {
            let around = folder();
            put(&around.path().join("importante.txt"), "importante");
            put(&around.path().join("altrove/nota.txt"), "importante");
            let root = around.path().join("public");
            publish(&root, &[("index.html", "casa"), ("atti/uno/index.html", "uno"), ("vecchia.html", "vecchia")]);
            trap.set(around.path(), &root.join(place));
            let next =
                [("index.html", "CASA"), ("atti/uno/index.html", "UNO"), ("nuova.html", "n"), ("dati/x.csv", "x")];
            let told = write::edition(&edition(&next), &root);
            let case = format!("{trap:?} at {place}: {told:?}");
            assert_eq!(told.is_err(), *comes == Comes::Refused, "{case}");
            if let Err(error) = told {
                assert!(error.path.starts_with(&root), "{case}");
                assert_eq!(error.placed, None, "{case}");
                assert!(
                    matches!(error.fault, Fault::Stranger | Fault::Link | Fault::Read(_) | Fault::NotEmpty),
                    "{case}"
                );
            } else {
                for (path, text) in next {
                    assert_eq!(read(&root.join(path)), text.as_bytes(), "{case}: {path}");
                }
            }
            assert_eq!(read(&around.path().join("importante.txt")), b"importante", "{case}");
            assert_eq!(found(&around.path().join("altrove")), only(&[("nota.txt", "importante")]), "{case}");
            assert!(!around.path().join("non-ancora.txt").exists(), "{case}");
        }
    }
}

/// The edition with one document, and the folder it is in.
fn with_document(text: &str) -> (tempfile::TempDir, Edition) {
    let source = folder();
    put(&source.path().join("bando.pdf"), text);
    let content = document(source.path(), text);
    let artifact = Artifact { path: "atti/uno/bando.pdf".to_owned(), content };
    (source, Edition::new(vec![artifact], None).expect("one file"))
}

/// What somebody does to a document, given its path and a folder beside.
type Exchange = fn(&Path, &Path);

#[test]
fn a_document_exchanged_after_it_was_checked_is_not_published() {
    let around = folder();
    put(&around.path().join("segreto"), "root:x:0:0");
    let exchanges: [(&str, Exchange); 6] = [
        ("a link", |path, around| {
            remove(path);
            symlink(around.join("segreto"), path).expect("a link can be made");
        }),
        ("a link of the same size", |path, around| {
            remove(path);
            put(&around.join("altro"), "%PDF xxx");
            symlink(around.join("altro"), path).expect("a link can be made");
        }),
        ("other bytes of the same size", |path, _| put(path, "%PDF due")),
        ("more bytes", |path, _| put(path, "%PDF uno<script>")),
        ("a pipe", |path, around| Trap::Pipe.set(around, path)),
        ("nothing", |path, _| remove(path)),
    ];
    for (what, exchange) in exchanges {
        let root = folder();
        publish(root.path(), &[("index.html", "casa")]);
        let (source, new) = with_document("%PDF uno");
        exchange(&source.path().join("bando.pdf"), around.path());
        let error = write::edition(&new, root.path()).expect_err(what);
        assert_eq!(error.path, source.path().join("bando.pdf"), "{what}: {error}");
        assert_eq!(found(root.path()), only(&[("index.html", "casa")]), "{what}");
        // An archive of it comes to the same.
        let (source, Content::Copy { from, size, sha256 }) = ({
            let (source, new) = with_document("%PDF uno");
            let Some(content) = new.get("atti/uno/bando.pdf") else { panic!("it was put there") };
            (source, content.clone())
        }) else {
            panic!("it is a document")
        };
        exchange(&source.path().join("bando.pdf"), around.path());
        let members = vec![Member::file("bando.pdf", &from, size, sha256)];
        let archive = Archive { members, date: chrono::NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day") };
        let artifact =
            Artifact { path: "atti/uno/fascicolo.zip".to_owned(), content: Content::Archive(Box::new(archive)) };
        let new = Edition::new(vec![artifact], None).expect("one file");
        let error = write::edition(&new, root.path()).expect_err(what);
        assert_eq!(error.path, source.path().join("bando.pdf"), "{what}: {error}");
        assert_eq!(found(root.path()), only(&[("index.html", "casa")]), "{what}");
    }
}

#[test]
fn a_document_exchanged_while_it_is_copied_is_not_published() {
    let root = folder();
    publish(root.path(), &[("index.html", "casa")]);
    let (source, new) = with_document("%PDF uno");
    let path = source.path().join("bando.pdf");
    // Whoever is told of the first step exchanges the document: too late if it was poured whole, told if not.
    let told = write::edition_in_steps(&new, root.path(), &|step| {
        if matches!(step, Step::Staged("atti/uno/bando.pdf")) {
            put(&path, "<script>");
        }
    });
    told.expect("what was poured was checked");
    assert_eq!(read(&root.path().join("atti/uno/bando.pdf")), b"%PDF uno");
}

#[test]
fn a_dossier_changed_on_disk_is_put_right_and_the_manifest_vouches_for_what_is_there() {
    let source = folder();
    put(&source.path().join("bando.pdf"), "%PDF uno");
    let Content::Copy { from, size, sha256 } = document(source.path(), "%PDF uno") else { panic!("it is a document") };
    let members =
        vec![Member::text("INDICE.txt", "Indice\r\n".to_owned()), Member::file("bando.pdf", &from, size, sha256)];
    let archive = Archive { members, date: chrono::NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day") };
    let artifact =
        Artifact { path: "atti/uno/fascicolo-uno.zip".to_owned(), content: Content::Archive(Box::new(archive)) };
    let edition = || {
        let mut edition = Edition::new(vec![artifact.clone()], None).expect("one file");
        let now = trasparente::calendar::Instant::from_unix(1_795_000_000);
        edition.proof = Some(trasparente::edition::Proof { now, commit: None });
        edition
    };
    let root = folder();
    let zip = root.path().join("atti/uno/fascicolo-uno.zip");
    write::edition(&edition(), root.path()).expect("it can be written");
    let whole = read(&zip);
    assert_eq!(write::edition(&edition(), root.path()).expect("it can be written").written, 0);
    // Each byte, the last ones (the stamp) included, and both at once with the manifest.
    for at in (0..whole.len()).step_by(7) {
        let mut spoiled = whole.clone();
        spoiled[at] ^= 0x20;
        write_bytes(&zip, &spoiled);
        assert_eq!(write::edition(&edition(), root.path()).expect("it can be written").written, 1, "byte {at}");
        assert!(read(&zip) == whole, "byte {at} was not put right");
    }
    let manifest = String::from_utf8(read(&root.path().join("edizione.json"))).expect("it is text");
    let sum = Command::new("sha256sum").arg(&zip).output().expect("`sha256sum` is everywhere").stdout;
    let sum = String::from_utf8_lossy(&sum);
    assert!(manifest.contains(sum.split(' ').next().expect("a sum")), "{manifest}");
}

#[test]
fn a_strangers_folder_in_the_place_of_a_page_is_told_before_anything_changes() {
    let root = folder();
    publish(root.path(), &[("index.html", "casa"), ("altra.html", "altra")]);
    remove(&root.path().join("index.html"));
    put(&root.path().join("index.html/nota.txt"), "di un altro");
    refused_at(root.path(), &[("altra.html", "ALTRA"), ("index.html", "CASA")], "index.html", &Fault::Stranger);
}

#[test]
fn a_name_no_disk_takes_never_comes_to_the_writer() {
    let long = format!("{}.html", "n".repeat(300));
    let names = [
        long.clone(),
        format!("{long}/index.html"),
        format!("atti/{long}"),
        "risorse/a\ndi-un-altro.txt".to_owned(),
        "../fuori.html".to_owned(),
        ".edizione".to_owned(),
        ".trasparente-in-corso/sito/index.html".to_owned(),
    ];
    for name in names {
        assert!(Edition::new(vec![artifact(&name, "x")], None).is_err(), "{name:?} is an address");
    }
}

#[test]
fn new_and_init_write_nothing_through_a_link() {
    // What is linked, and what is then made through it.
    for (linked, made) in [
        ("content", "content/sito.yaml"),
        ("content/bandi", "content/bandi/prova/index.md"),
        ("sito.yaml", "sito.yaml"),
    ] {
        let around = folder();
        put(&around.path().join("altrove/nota.txt"), "importante");
        let root = around.path().join("sito");
        put(&root.join("content.txt"), "");
        if let Some((folder, _)) = linked.rsplit_once('/') {
            put(&root.join(folder).join("x"), "");
        }
        symlink(around.path().join("altrove"), root.join(linked)).expect("a link can be made");
        let error = write::create_new(&root, made, b"x").expect_err("it leads elsewhere");
        assert!(error.path.starts_with(&root), "{error}");
        assert_eq!(found(&around.path().join("altrove")), only(&[("nota.txt", "importante")]), "{linked}");
    }
}

#[expect(clippy::disallowed_methods, reason = "somebody deletes a file by hand")]
fn remove(path: &Path) {
    std::fs::remove_file(path).expect("it is there");
}

#[expect(clippy::disallowed_methods, reason = "somebody deletes a folder by hand")]
fn remove_folder(path: &Path) {
    std::fs::remove_dir_all(path).expect("it is there");
}

#[expect(clippy::disallowed_methods, reason = "somebody spoils a file")]
fn write_bytes(path: &Path, bytes: &[u8]) {
    std::fs::write(path, bytes).expect("a file can be written");
}
