//! What is not ours stays as it is, inside the output folder and outside.

use std::os::unix::fs::symlink;
use std::path::Path;

use trasparente::write::{self, Fault};

use super::{edition, folder, found, only, publish, put};
use crate::support::site::read;

const PAGE: (&str, &str) = ("atti/uno/index.html", "uno");

/// Asserts that an edition is refused at a path, and that nothing changed.
#[track_caller]
pub(crate) fn refused_at(root: &Path, files: &[(&str, &str)], path: &str, fault: &Fault) {
    let before = found(root);
    let error = write::edition(&edition(files), root).expect_err("it should be refused");
    let root_or_below = if path.is_empty() { root.to_owned() } else { root.join(path) };
    assert_eq!(error.path, root_or_below, "{error}");
    assert_eq!(std::mem::discriminant(&error.fault), std::mem::discriminant(fault), "{error}");
    assert_eq!(error.placed, None);
    assert_eq!(found(root), before, "something changed");
}

#[test]
fn a_strangers_file_stays_with_the_folder_it_is_in() {
    let root = folder();
    publish(root.path(), &[("index.html", "casa"), PAGE]);
    put(&root.path().join("google123.html"), "di un altro");
    put(&root.path().join("atti/uno/appunti.txt"), "di un altro");
    publish(root.path(), &[("index.html", "casa")]);
    assert_eq!(
        found(root.path()),
        only(&[("index.html", "casa"), ("google123.html", "di un altro"), ("atti/uno/appunti.txt", "di un altro")])
    );
}

#[test]
fn a_strangers_file_in_the_place_of_a_page_is_not_written_over() {
    let root = folder();
    publish(root.path(), &[("index.html", "casa")]);
    put(&root.path().join(PAGE.0), "di un altro");
    refused_at(root.path(), &[("index.html", "cambiata"), PAGE], PAGE.0, &Fault::Stranger);
}

#[test]
fn a_hidden_file_of_somebody_elses_is_not_written_over_even_in_a_new_folder() {
    let own = ".well-known/security.txt";
    let root = folder();
    put(&root.path().join(own), "di un altro");
    refused_at(root.path(), &[("index.html", "casa"), (own, "nostro")], own, &Fault::Stranger);
    // Beside one, a file of ours comes and goes.
    let root = folder();
    put(&root.path().join(".well-known/acme-challenge/x"), "di un altro");
    publish(root.path(), &[("index.html", "casa"), (own, "nostro")]);
    publish(root.path(), &[("index.html", "casa"), (own, "nuovo")]);
    assert_eq!(found(root.path())[own], "nuovo");
    publish(root.path(), &[("index.html", "casa")]);
    assert_eq!(found(root.path()), only(&[("index.html", "casa"), (".well-known/acme-challenge/x", "di un altro")]));
}

#[test]
fn a_strangers_file_in_the_place_of_a_folder_is_not_deleted() {
    let root = folder();
    publish(root.path(), &[("index.html", "casa")]);
    put(&root.path().join("atti/uno"), "di un altro");
    let _ = write::edition(&edition(&[("index.html", "casa"), PAGE]), root.path());
    assert_eq!(read(&root.path().join("atti/uno")), b"di un altro");
}

#[test]
fn a_list_somebody_tampered_with_deletes_nothing_outside() {
    let around = folder();
    let root = around.path().join("public");
    publish(&root, &[("index.html", "casa")]);
    put(&around.path().join("vittima.txt"), "importante");
    put(&around.path().join("altrove/vittima.txt"), "importante");
    let absolute = around.path().join("vittima.txt").display().to_string();
    let lines = [
        "../vittima.txt",
        "atti/../../vittima.txt",
        "./../vittima.txt",
        "..",
        ".",
        "/",
        "",
        "../altrove/vittima.txt",
        &absolute,
    ];
    put(&root.join(".edizione"), &format!("# File\nindex.html\n{}\n", lines.join("\n")));
    publish(&root, &[("index.html", "casa")]);
    assert_eq!(read(&around.path().join("vittima.txt")), b"importante");
    assert_eq!(read(&around.path().join("altrove/vittima.txt")), b"importante");
    assert_eq!(found(&root), only(&[("index.html", "casa")]));
}

#[test]
fn nothing_is_deleted_through_a_link_that_took_the_place_of_a_folder() {
    let around = folder();
    let root = around.path().join("public");
    publish(&root, &[("index.html", "casa"), PAGE]);
    put(&around.path().join("altrove/uno/index.html"), "importante");
    remove_folder(&root.join("atti"));
    symlink(around.path().join("altrove"), root.join("atti")).expect("a link can be made");
    let _ = write::edition(&edition(&[("index.html", "casa")]), &root);
    assert_eq!(read(&around.path().join("altrove/uno/index.html")), b"importante");
}

#[test]
fn a_link_in_the_place_of_a_folder_is_not_written_through() {
    let around = folder();
    let root = around.path().join("public");
    publish(&root, &[("index.html", "casa"), PAGE]);
    remove_folder(&root.join("atti"));
    put(&around.path().join("altrove/nota.txt"), "importante");
    symlink(around.path().join("altrove"), root.join("atti")).expect("a link can be made");
    refused_at(&root, &[("index.html", "casa"), PAGE], "atti", &Fault::Link);
    assert_eq!(found(&around.path().join("altrove")), only(&[("nota.txt", "importante")]));
}

#[test]
fn a_link_in_the_place_of_a_page_is_replaced_and_not_written_through() {
    let around = folder();
    let root = around.path().join("public");
    publish(&root, &[("index.html", "casa")]);
    put(&around.path().join("importante.html"), "casa");
    remove(&root.join("index.html"));
    symlink(around.path().join("importante.html"), root.join("index.html")).expect("a link can be made");
    publish(&root, &[("index.html", "nuova")]);
    assert_eq!(read(&around.path().join("importante.html")), b"casa");
    assert_eq!(found(&root), only(&[("index.html", "nuova")]));
}

#[test]
fn a_folder_with_files_and_no_list_is_not_ours_to_fill() {
    let root = folder();
    put(&root.path().join("tesi.txt"), "di un altro");
    refused_at(root.path(), &[PAGE], "", &Fault::NotEmpty);
}

#[test]
fn a_folder_with_hidden_files_alone_is_as_good_as_empty() {
    let root = folder();
    put(&root.path().join(".gitkeep"), "");
    publish(root.path(), &[PAGE]);
    assert_eq!(found(root.path()), only(&[(".gitkeep", ""), PAGE]));
}

#[test]
fn a_second_build_at_the_same_time_is_turned_away() {
    let root = folder();
    publish(root.path(), &[PAGE]);
    let first = open(root.path());
    first.lock().expect("a folder can be locked");
    refused_at(root.path(), &[("index.html", "casa")], "", &Fault::Locked);
    drop(first);
    publish(root.path(), &[PAGE]);
}

#[expect(clippy::disallowed_methods, reason = "a folder is opened to be locked")]
fn open(path: &Path) -> std::fs::File {
    std::fs::File::open(path).expect("the folder is there")
}

#[expect(clippy::disallowed_methods, reason = "somebody deletes a page by hand")]
fn remove(path: &Path) {
    std::fs::remove_file(path).expect("it is there");
}

#[expect(clippy::disallowed_methods, reason = "somebody deletes a folder by hand")]
fn remove_folder(path: &Path) {
    std::fs::remove_dir_all(path).expect("it is there");
}
