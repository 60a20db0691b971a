//! A disk that is full, read-only or not ours to write: told by path, with
//! exit code 2, and the pages on line stay whole.
//!
//! The program runs in a mount namespace of its own (`unshare`), where disks
//! can be put in a folder's place; a permission is lost by running without
//! capabilities (`setpriv`), since root is stopped by none. Where neither can
//! be had these tests fail rather than pass unseen.

use std::collections::BTreeMap;
use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::support::site::{Site, notice, read};

const PROGRAM: &str = env!("CARGO_BIN_EXE_trasparente");

/// Makes every page longer, and adds one.
fn change(site: &Site) {
    let body = "\n## Altro\n\nUn paragrafo in più.\n".repeat(200);
    site.put("content/bandi-gara-contratti/procedure/nuovo.md", notice("", &body));
    let settings = format!(
        "{}descrizione: {}\n",
        crate::support::settings::SETTINGS,
        "Un sito descritto con molte parole. ".repeat(120)
    );
    site.put("content/sito.yaml", settings);
}

/// The published files with their bytes, without folders.
fn files(site: &Site) -> BTreeMap<PathBuf, Vec<u8>> {
    site.on_line()
        .into_iter()
        .filter(|(path, _)| site.path("public").join(path).is_file())
        .map(|(path, (bytes, _))| (path, bytes))
        .collect()
}

/// Runs a shell script as root of a mount namespace: `$1` is the site's
/// folder, `$2` the program.
fn in_a_namespace(site: &Site, script: &str) -> Output {
    let run = |how: &str| {
        let mut command = Command::new("unshare");
        command.args([how, "sh", "-euc", script, "sh"]).arg(site.path("")).arg(PROGRAM);
        command.output().expect("`unshare` (util-linux) is needed for this test")
    };
    let may = |how: &str| {
        Command::new("unshare")
            .args([how, "sh", "-c", "mount -t tmpfs none /mnt"])
            .output()
            .is_ok_and(|output| output.status.success())
    };
    let how = ["-rm", "-m"].into_iter().find(|how| may(how));
    run(how.expect(
        "this test mounts disks: it needs root, or user namespaces (`unshare -rm`), and this machine allows neither",
    ))
}

#[track_caller]
fn told(output: &Output, words: &[&str]) {
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(!said.contains("panicked"), "{said}");
    for word in words {
        assert!(said.contains(word), "no «{word}» in: {said}");
    }
}

#[test]
fn a_read_only_output_is_told_by_path_and_stays_as_it_is() {
    let site = Site::published();
    let before = site.on_line();
    change(&site);
    let script = "cd \"$1\"; mount --bind public public; mount -o remount,ro,bind public; exec \"$2\" build --lang it --as-of 2026-11-23T10:00 --future";
    told(&in_a_namespace(&site, script), &["errore: non riesco a scrivere public/", "sola lettura"]);
    assert!(site.on_line() == before, "something changed");
}

#[test]
fn a_full_disk_is_told_by_path_and_leaves_the_site_as_it_was() {
    // From no room at all to where half of what is new can be written beside the site.
    for room in [0, 1, 10, 40, 100] {
        full_disk(room);
    }
}

fn full_disk(room: usize) {
    let site = Site::published();
    let before = files(&site);
    change(&site);
    // As large as what is on line and a little more, and then filled up.
    let size: usize = before.values().map(|bytes| bytes.len().div_ceil(4096) * 4096).sum::<usize>() + 1024 * 4096;
    let script = format!(
        "cd \"$1\"; mkdir disco dopo; mount -t tmpfs -o size={size} none disco; cp -r public/. disco/; \
         dd if=/dev/zero of=disco/spazio.bin bs=4096 count={room} 2> /dev/null; \
         dd if=/dev/zero of=disco/tesi.bin bs=4096 2> /dev/null || true; rm disco/spazio.bin; \
         code=0; \"$2\" build --lang it --as-of 2026-11-23T10:00 --future --out disco || code=$?; \
         cp -r disco/. dopo/; rm disco/tesi.bin; \"$2\" build -q --as-of 2026-11-23T10:00 --future --out disco; rm -r public; cp -r disco public; exit $code"
    );
    told(&in_a_namespace(&site, &script), &["errore: non riesco a scrivere disco/", "il disco è pieno"]);
    let fresh = fresh(&site);
    let mut after = walk(&site.path("dopo"));
    assert!(after.remove(Path::new("tesi.bin")).is_some(), "the disk was not full");
    assert!(after == before, "with room for {room} blocks the site is not as it was");
    assert!(files(&site) == fresh, "with room again the next build did not complete");
}

#[test]
fn a_permission_lost_is_told_by_path_and_the_old_page_stays() {
    let site = Site::published();
    let before = files(&site);
    let page = Path::new("atti/mense/index.html");
    change(&site);
    let folder = site.path("public/atti/mense");
    permit(&folder, 0o555);
    let mut command = if is_root() {
        let mut command = Command::new("setpriv");
        command.args(["--bounding-set=-all", "--inh-caps=-all", PROGRAM]);
        command
    } else {
        Command::new(PROGRAM)
    };
    let build = ["build", "--lang", "it", "--as-of", "2026-11-23T10:00", "--future"];
    let output = command
        .args(build)
        .current_dir(site.path(""))
        .output()
        .expect("`setpriv` (util-linux) is needed for this test by root");
    told(&output, &["errore: non riesco a scrivere public/atti/mense/index.html", "permesso"]);
    assert_eq!(read(&site.path("public").join(page)), before[page]);
    permit(&folder, 0o755);
    assert_eq!(site.build(&[]).code, Some(0));
    assert!(files(&site) == fresh(&site), "with the permission again the next build did not complete");
}

#[test]
fn two_builds_at_once_leave_a_whole_site_behind() {
    let site = Site::published();
    change(&site);
    let start = || {
        let mut command = Command::new(PROGRAM);
        command.args(["build", "--lang", "it", "--as-of", "2026-11-23T10:00", "--future"]).current_dir(site.path(""));
        command.stderr(std::process::Stdio::piped()).spawn().expect("the program starts")
    };
    let codes = [start(), start(), start()].map(|child| {
        let output = child.wait_with_output().expect("it ends");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(
            output.status.success()
                || said.contains("un'altra costruzione sta scrivendo in public: aspetta che finisca"),
            "{said}"
        );
        output.status.code()
    });
    assert!(codes.contains(&Some(0)) && codes.iter().all(|code| [Some(0), Some(2)].contains(code)), "{codes:?}");
    assert!(files(&site) == fresh(&site));
}

/// What the site comes to in a folder of its own.
fn fresh(site: &Site) -> BTreeMap<PathBuf, Vec<u8>> {
    assert_eq!(site.build(&["--out", "fresca"]).code, Some(0));
    walk(&site.path("fresca"))
}

fn walk(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(|entry| entry.expect("it can be listed"));
    let files = entries.filter(|entry| entry.file_type().is_file());
    files
        .map(|entry| (entry.path().strip_prefix(folder).expect("it is below").to_owned(), read(entry.path())))
        .collect()
}

fn permit(path: &Path, mode: u32) {
    std::fs::set_permissions(path, Permissions::from_mode(mode)).expect("a mode can be set");
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output().expect("`id` is everywhere");
    id.stdout.trim_ascii() == b"0"
}
