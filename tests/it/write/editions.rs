//! One edition after another.

use std::fs::File;
use std::path::Path;
use std::time::{Duration, SystemTime};

use trasparente::edition::{Artifact, Edition, Unfit};
use trasparente::write::{self, Fault, Written};

use super::{artifact, document, edition, folder, found, only, publish, put};

const A: &[(&str, &str)] =
    &[("index.html", "casa"), ("atti/uno/index.html", "uno"), ("atti/due/index.html", "due"), ("rss.xml", "feed")];

#[test]
fn a_file_that_has_not_changed_keeps_its_date_and_counts_as_unchanged() {
    let root = folder();
    assert_eq!(publish(root.path(), A), Written { written: 4, unchanged: 0, removed: 0 });
    let then = SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000);
    for (path, _) in A {
        set_date(&root.path().join(path), then);
    }
    set_date(&root.path().join(".edizione"), then);
    assert_eq!(publish(root.path(), A), Written { written: 0, unchanged: 4, removed: 0 });
    for path in A.iter().map(|(path, _)| *path).chain([".edizione"]) {
        assert_eq!(date(&root.path().join(path)), then, "{path} was written again");
    }
}

#[test]
fn only_what_has_changed_is_written() {
    let root = folder();
    publish(root.path(), A);
    let then = SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000);
    for (path, _) in A {
        set_date(&root.path().join(path), then);
    }
    // Of the same length, so that only the bytes tell.
    let b: Vec<(&str, &str)> =
        A.iter().map(|(path, text)| (*path, if *path == "rss.xml" { "FEED" } else { *text })).collect();
    assert_eq!(publish(root.path(), &b), Written { written: 1, unchanged: 3, removed: 0 });
    let touched: Vec<&str> =
        A.iter().map(|(path, _)| *path).filter(|path| date(&root.path().join(path)) != then).collect();
    assert_eq!(touched, ["rss.xml"]);
    assert_eq!(found(root.path()), only(&b));
}

#[test]
fn an_attachment_of_the_same_size_but_other_bytes_is_copied_again() {
    let root = folder();
    let source = folder();
    let with = |text: &str| {
        put(&source.path().join("bando.pdf"), text);
        let content = document(source.path(), text);
        let artifact = Artifact { path: "atti/uno/bando.pdf".to_owned(), content };
        write::edition(&Edition::new(vec![artifact], None).expect("one file"), root.path()).expect("it can be written")
    };
    assert_eq!(with("%PDF uno"), Written { written: 1, unchanged: 0, removed: 0 });
    assert_eq!(with("%PDF uno"), Written { written: 0, unchanged: 1, removed: 0 });
    assert_eq!(with("%PDF due"), Written { written: 1, unchanged: 0, removed: 0 });
    assert_eq!(found(root.path()), only(&[("atti/uno/bando.pdf", "%PDF due")]));
}

#[test]
fn an_attachment_gone_since_it_was_looked_at_is_told_by_its_path() {
    let root = folder();
    publish(root.path(), A);
    let source = folder();
    let content = document(source.path(), "%PDF uno");
    let artifact = Artifact { path: "atti/uno/bando.pdf".to_owned(), content };
    let error = write::edition(&Edition::new(vec![artifact], None).expect("one file"), root.path())
        .expect_err("it is not there");
    assert_eq!(error.path, source.path().join("bando.pdf"));
    assert!(matches!(error.fault, Fault::Read(_)), "{error}");
    assert_eq!(found(root.path()).get("index.html").map(String::as_str), Some("casa"), "the old pages stay");
}

#[test]
fn a_removed_notice_goes_with_its_folder() {
    let root = folder();
    publish(root.path(), A);
    let b = [A[0], A[2], A[3]];
    assert_eq!(publish(root.path(), &b), Written { written: 0, unchanged: 3, removed: 1 });
    assert_eq!(found(root.path()), only(&b));
    assert_eq!(publish(root.path(), &[A[0]]).removed, 2);
    assert_eq!(found(root.path()), only(&[A[0]]));
}

#[test]
fn a_file_somebody_deleted_or_spoiled_comes_back() {
    let root = folder();
    publish(root.path(), A);
    put(&root.path().join("rss.xml"), "guasto");
    remove(&root.path().join("atti/uno/index.html"));
    assert_eq!(publish(root.path(), A), Written { written: 2, unchanged: 2, removed: 0 });
    assert_eq!(found(root.path()), only(A));
}

#[test]
fn a_page_may_become_a_folder() {
    let root = folder();
    publish(root.path(), &[("vecchio.asp", "rinvio")]);
    let b = [("vecchio.asp/uno/index.html", "rinvio")];
    publish(root.path(), &b);
    assert_eq!(found(root.path()), only(&b));
}

#[test]
fn a_folder_may_become_a_page() {
    let root = folder();
    publish(root.path(), &[("index.html", "casa"), ("vecchio.asp/uno/index.html", "rinvio")]);
    let b = [("index.html", "casa"), ("vecchio.asp", "rinvio")];
    publish(root.path(), &b);
    assert_eq!(found(root.path()), only(&b));
}

#[test]
fn what_a_killed_build_left_half_written_goes_with_the_next_that_writes_it() {
    let root = folder();
    publish(root.path(), A);
    put(&root.path().join(".trasparente-in-corso/sito/rss.xml"), "fe");
    put(&root.path().join(".trasparente-in-corso/elenco-durante"), "# Fi");
    let mut b = A.to_vec();
    b[3] = ("rss.xml", "un altro feed");
    b.push(("atti/tre/index.html", "tre"));
    publish(root.path(), &b);
    assert_eq!(found(root.path()), only(&b));
}

#[test]
fn what_a_killed_build_left_half_written_goes_with_the_next_that_does_not() {
    let root = folder();
    publish(root.path(), A);
    put(&root.path().join(".trasparente-in-corso/sito/rss.xml"), "fe");
    put(&root.path().join(".trasparente-in-corso/elenco-durante"), "# Fi");
    publish(root.path(), A);
    assert_eq!(found(root.path()), only(A));
}

#[test]
fn two_files_for_one_path_are_no_edition() {
    let twice = vec![artifact("a.html", "1"), artifact("a.html", "2")];
    match Edition::new(twice, None).expect_err("they clash") {
        Unfit::Clash(first, second) => assert_eq!((first.as_str(), second.as_str()), ("a.html", "a.html")),
        other @ Unfit::Impossible(..) => panic!("{other:?}"),
    }
    assert_eq!(edition(A).files().len(), A.len());
}

#[test]
fn a_path_that_can_stand_nowhere_is_in_no_edition() {
    let long = "a".repeat(250);
    for (paths, refused) in [
        (vec!["a.html", "b/c.html"], None),
        (vec!["a\nb.html"], Some(false)),
        (vec!["atti/con/index.html"], Some(false)),
        (vec!["vecchio/x.trasparente-tmp"], Some(false)),
        (vec![".edizione"], Some(false)),
        (vec![".trasparente-in-corso/a"], Some(false)),
        (vec!["../a"], Some(false)),
        (vec![long.as_str()], Some(false)),
        (vec!["Bando.pdf", "bando.pdf"], Some(true)),
        (vec!["Bando.pdf", "BANDO.pdf"], Some(true)),
        (vec!["Perché.pdf", "Perche\u{301}.pdf"], Some(true)),
        (vec!["Bandi", "bandi/a.pdf"], Some(true)),
        (vec!["bandi", "Bandi/a.pdf"], Some(true)),
        (vec!["Bandi/a.pdf", "bandi/b.pdf"], None),
    ] {
        let artifacts = paths.iter().map(|path| artifact(path, "1")).collect();
        let clashes = Edition::new(artifacts, None).err().map(|unfit| matches!(unfit, Unfit::Clash(..)));
        assert_eq!(clashes, refused, "{paths:?}");
    }
}

fn date(path: &Path) -> SystemTime {
    std::fs::metadata(path).and_then(|about| about.modified()).expect("a file has a date")
}

fn set_date(path: &Path, date: SystemTime) {
    File::options().append(true).open(path).and_then(|file| file.set_modified(date)).expect("a date can be set");
}

#[expect(clippy::disallowed_methods, reason = "somebody deletes a page by hand")]
fn remove(path: &Path) {
    std::fs::remove_file(path).expect("it is there");
}
