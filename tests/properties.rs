//! What holds for every text, number and instant, tried on many.

mod sites;

#[path = "properties/catalogue.rs"]
mod catalogue;
#[path = "properties/codes.rs"]
mod codes;
#[path = "properties/data.rs"]
mod data;
#[path = "properties/feeds.rs"]
mod feeds;
#[path = "properties/files.rs"]
mod files;
#[path = "properties/forms.rs"]
mod forms;
#[path = "properties/l190.rs"]
mod l190;
#[path = "properties/machines.rs"]
mod machines;
#[path = "support/memory.rs"]
mod memory;
#[path = "properties/moments.rs"]
mod moments;
#[path = "support/notices.rs"]
mod notices;
#[path = "support/ocds.rs"]
mod ocds;
#[path = "properties/ocds.rs"]
mod ocds_texts;
#[path = "properties/past.rs"]
mod past;
#[path = "properties/pieces.rs"]
mod pieces;
#[path = "support/quoted.rs"]
mod quoted;
#[path = "support/rdf.rs"]
mod rdf;
#[path = "support/settings.rs"]
mod settings;
#[path = "properties/states.rs"]
mod states;
#[path = "properties/texts.rs"]
mod texts;

use proptest::test_runner::Config;

/// So many cases, none remembered: what one finds becomes a test of its own.
fn cases(number: u32) -> Config {
    Config { cases: number, failure_persistence: None, ..Config::default() }
}
