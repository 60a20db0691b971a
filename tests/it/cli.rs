//! What the program says, as one reads it in a terminal: each page of
//! `tests/cmd` is a transcript.
//!
//! `TRYCMD=overwrite cargo test --test it cli::` writes the transcripts anew; read
//! the diff before you commit it, and put `[..]` back where times stand.

#![cfg(feature = "serve")]

use std::path::Path;

use trycmd::TestCases;

fn cases() -> TestCases {
    let cases = TestCases::new();
    cases.register_bin("trasparente", Path::new(env!("CARGO_BIN_EXE_trasparente")));
    cases.env("COLUMNS", "100");
    // No repository above a case may be mistaken for the site's own.
    cases.env("GIT_CEILING_DIRECTORIES", env!("CARGO_MANIFEST_DIR"));
    cases
}

#[test]
fn the_program_says_what_its_transcripts_say() {
    cases().env("LC_ALL", "it_IT.UTF-8").case("tests/cmd/*.md").skip("tests/cmd/locale.md");
}

#[test]
fn the_program_speaks_the_language_of_the_terminal() {
    cases().case("tests/cmd/locale.md");
}
