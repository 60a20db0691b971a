//! What holds for every text, number and instant, tried on many.

mod catalogue;
mod codes;
mod data;
mod feeds;
mod files;
mod forms;
mod l190;
mod machines;
mod moments;
mod ocds;
mod past;
mod pieces;
mod states;
mod texts;

use proptest::test_runner::Config;

/// So many cases, none remembered: what one finds becomes a test of its own.
fn cases(number: u32) -> Config {
    Config { cases: number, failure_persistence: None, ..Config::default() }
}
