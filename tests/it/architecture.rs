//! Fences: what the house promises about itself, held by machine.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use trasparente::messages::{Catalogue, Language};

/// Every module, in the order data reaches it. A module may use those above.
const ORDER: &[&str] = &[
    "disk",
    "vocabulary",
    "messages",
    "causes",
    "characters",
    "source",
    "rules",
    "diagnostic",
    "calendar",
    "yaml",
    "codes",
    "sections",
    "formats",
    "model",
    "chronicle",
    "site",
    "plan",
    "edition",
    "finish",
    "search",
    "load",
    "parse",
    "check",
    "view",
    "data",
    "theme",
    "outputs",
    "write",
    "pipeline",
    "report",
    "serve",
    "feedback",
    "cli",
];

/// Longer than this, and a file has two subjects.
const LINES: usize = 300;

#[test]
fn modules_use_only_what_stands_before_them() {
    for (rank, module) in ORDER.iter().enumerate() {
        for (path, text) in files_of(module) {
            for used in uses(&text) {
                let used_rank = ORDER.iter().position(|name| *name == used);
                let used_rank = used_rank.unwrap_or_else(|| panic!("{path}: `{used}` is not in ORDER"));
                assert!(used_rank <= rank, "{path}: `{module}` may not use `{used}`");
            }
        }
    }
}

#[test]
fn every_module_has_its_place() {
    let lib = read(&root().join("src/lib.rs"));
    let modules: BTreeSet<&str> =
        lib.lines().filter_map(|line| line.strip_prefix("pub mod ")).map(|name| name.trim_end_matches(';')).collect();
    assert_eq!(modules, ORDER.iter().copied().collect::<BTreeSet<&str>>());
}

#[test]
fn no_file_is_long() {
    for (path, text) in all_files() {
        let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
        let code = code.split("#[cfg(all(test").next().unwrap_or_default();
        let lines = code.lines().filter(|line| !line.trim_start().starts_with("//")).count();
        assert!(lines <= LINES, "{path} has {lines} lines of code");
    }
}

#[test]
fn every_file_says_what_it_is() {
    for (path, text) in all_files() {
        assert!(text.starts_with("//! "), "{path} does not open with `//!`");
    }
}

#[test]
fn nothing_is_left_open() {
    let words = ["todo!(", "unimplemented!(", "FIXME", "dbg!(", ".unwrap()"];
    for (path, text) in all_files() {
        for word in words {
            // The placeholder rule looks for such words in notices.
            let looked_for = path.ends_with("placeholder.rs") && word == "FIXME";
            assert!(!text.contains(word) || looked_for, "{path} holds `{word}`");
        }
    }
}

#[test]
fn every_sentence_is_in_every_language_with_the_same_gaps() {
    let gaps = |language: Language, key: &str| -> BTreeSet<String> {
        let folder = root().join("src/messages").join(language.tag());
        let text: String = walk(&folder).iter().map(|path| read(path)).collect::<Vec<_>>().join("\n");
        let start = text.find(&format!("\n{key} =")).unwrap_or_else(|| panic!("{key} is missing in {language:?}"));
        let message: String = text[start + 1..]
            .split('\n')
            .enumerate()
            .take_while(|(at, line)| *at == 0 || line.starts_with([' ', '}']))
            .map(|(_, line)| line)
            .collect();
        message
            .match_indices('$')
            .map(|(at, _)| message[at + 1..].chars().take_while(char::is_ascii_alphanumeric).collect())
            .collect()
    };
    let [italian, english] = Language::ALL.map(|language| {
        let keys = Catalogue::new(language).keys();
        let unique: BTreeSet<String> = keys.iter().cloned().collect();
        assert_eq!(unique.len(), keys.len(), "a key stands twice in {language:?}");
        unique
    });
    assert_eq!(italian, english, "keys differ between the languages");
    for key in italian {
        assert_eq!(gaps(Language::Italian, &key), gaps(Language::English, &key), "{key}");
    }
}

#[test]
fn every_key_the_code_names_has_a_sentence() {
    let catalogue = Catalogue::new(Language::Italian);
    let opens = ["Msg::new(\"", ".text(\"", ".known(\""];
    for (path, text) in all_files() {
        for open in opens {
            for (at, _) in text.match_indices(open) {
                let key: String = text[at + open.len()..].chars().take_while(|c| *c != '"').collect();
                assert!(catalogue.find(&key).is_some(), "{path}: no sentence for `{key}`");
            }
        }
    }
}

#[test]
fn every_label_of_every_list_has_words() {
    use trasparente::chronicle::State;
    use trasparente::model::*;
    use trasparente::sections::Frequency;
    use trasparente::vocabulary::Vocabulary;
    fn all<V: Vocabulary>(catalogue: &Catalogue) {
        for word in V::ALL {
            assert!(catalogue.find(&word.label_key()).is_some(), "no label for `{}`", word.label_key());
        }
    }
    for language in Language::ALL {
        let catalogue = Catalogue::new(language);
        all::<Kind>(&catalogue);
        all::<DeadlineKind>(&catalogue);
        all::<ChangeKind>(&catalogue);
        all::<EventKind>(&catalogue);
        all::<DeclaredState>(&catalogue);
        all::<Procedure>(&catalogue);
        all::<Criterion>(&catalogue);
        all::<Contract>(&catalogue);
        all::<Channel>(&catalogue);
        all::<Delivery>(&catalogue);
        all::<Audience>(&catalogue);
        all::<Vat>(&catalogue);
        all::<Group>(&catalogue);
        all::<BodyKind>(&catalogue);
        all::<Frequency>(&catalogue);
        for state in [State::Upcoming, State::Open, State::Closing, State::Closed, State::Published] {
            assert!(catalogue.find(&state.label_key()).is_some(), "no label for `{}`", state.label_key());
        }
    }
}

#[test]
fn the_guide_in_the_repository_is_the_one_the_program_writes() {
    let path = root().join("docs/guida.md");
    let guide = trasparente::cli::guide();
    if std::env::var_os("UPDATE").is_some() {
        write(&path, &guide);
    }
    assert!(
        read(&path) == guide,
        "docs/guida.md is old: `UPDATE=1 cargo test --test it architecture::` writes it anew"
    );
}

#[test]
fn the_page_on_themes_in_the_repository_is_the_one_the_program_writes() {
    let path = root().join("docs/themes.md");
    let page = trasparente::cli::theme_guide();
    if std::env::var_os("UPDATE").is_some() {
        write(&path, &page);
    }
    assert!(
        read(&path) == page,
        "docs/themes.md is old: `UPDATE=1 cargo test --test it architecture::` writes it anew"
    );
}

/// The modules a file names after `crate::`.
fn uses(text: &str) -> BTreeSet<String> {
    let flat = text.replace("use crate::{", "crate::{");
    let mut found = BTreeSet::new();
    for (at, _) in flat.match_indices("crate::") {
        if flat[..at].ends_with('$') {
            continue;
        }
        let rest = &flat[at + "crate::".len()..];
        let names = match rest.strip_prefix('{') {
            Some(group) => group.split('}').next().unwrap_or_default(),
            None => rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default(),
        };
        found.extend(names.split(',').map(|name| name.trim().split(':').next().unwrap_or_default().to_owned()));
    }
    found.remove("");
    found
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The files of a module: `src/name.rs`, and everything below `src/name/`.
fn files_of(module: &str) -> Vec<(String, String)> {
    let source = root().join("src");
    let mut paths = vec![source.join(module).with_extension("rs")];
    paths.extend(walk(&source.join(module)));
    paths
        .into_iter()
        .filter(|path| path.is_file() && path.extension().is_some_and(|ending| ending == "rs"))
        .map(|path| (path.display().to_string(), read(&path)))
        .collect()
}

fn all_files() -> Vec<(String, String)> {
    ORDER.iter().flat_map(|module| files_of(module)).collect()
}

fn walk(folder: &Path) -> Vec<PathBuf> {
    let entries = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().flatten();
    entries.map(walkdir::DirEntry::into_path).filter(|path| path.is_file()).collect()
}

#[expect(clippy::disallowed_methods, reason = "a test may read the repository")]
fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[expect(clippy::disallowed_methods, reason = "a test may write its expectations")]
fn write(path: &Path, text: &str) {
    std::fs::write(path, text).expect("the repository can be written");
}

#[test]
fn every_test_a_promise_names_is_there() {
    let page = read(&root().join("docs/threats.md"));
    let mut named = 0;
    for (number, line) in
        page.lines().enumerate().filter(|(_, line)| line.starts_with("| ") && line.matches('|').count() == 4)
    {
        let tests = line.rsplit('|').nth(1).unwrap_or_default();
        if ["test", " test "].contains(&tests) {
            continue;
        }
        let files: Vec<&str> = tests.split('`').skip(1).step_by(2).filter(|name| name.contains(['.', '/'])).collect();
        assert!(!files.is_empty() || tests.contains('`'), "docs/threats.md:{}: no test holds «{line}»", number + 1);
        for file in files {
            assert!(
                root().join("tests").join(file).exists(),
                "docs/threats.md:{}: there is no tests/{file}",
                number + 1
            );
            named += 1;
        }
    }
    assert!(named > 20, "only {named} tests are named");
}
