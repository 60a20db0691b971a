//! What was typed, as the commands that read a site understand it.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::ArgMatches;

use super::Failure;
use crate::calendar::{Instant, read_moment};
use crate::messages::Msg;
use crate::report::Format;
use crate::vocabulary::Vocabulary;

/// What every command that reads a site was told.
#[derive(Debug, Clone)]
pub(super) struct Options {
    /// Where the notices are.
    pub(super) content: PathBuf,
    /// Where a body's own themes are.
    pub(super) themes: PathBuf,
    /// The theme, if another than the settings name.
    pub(super) theme: Option<String>,
    /// The instant the site is seen at.
    pub(super) now: Instant,
    /// Whether warnings stop publication.
    pub(super) strict: bool,
    /// How findings are shown.
    pub(super) format: Format,
    /// Whether to say nothing but findings.
    pub(super) quiet: bool,
    /// How many threads; all cores if not said.
    pub(super) threads: Option<u16>,
    /// Where the search for a repository around the content ends.
    pub(super) ceilings: OsString,
}

impl Options {
    pub(super) fn read(matches: &ArgMatches, now: Instant) -> Result<Self, Failure> {
        let path = |name: &str| matches.get_one::<PathBuf>(name).cloned().unwrap_or_default();
        let now = match matches.get_one::<String>("as-of") {
            None => now,
            Some(text) => {
                read_moment(text).map_err(|_| Failure::World(Msg::new("cli-as-of").with("value", text)))?.begins()
            }
        };
        Ok(Self {
            content: path("content"),
            themes: path("themes"),
            theme: matches.get_one::<String>("theme").cloned(),
            now,
            strict: matches.get_flag("strict"),
            format: matches.get_one::<String>("format").and_then(|word| Format::read(word)).unwrap_or(Format::Human),
            quiet: matches.get_flag("quiet"),
            threads: matches.get_one::<u16>("threads").copied(),
            ceilings: std::env::var_os("GIT_CEILING_DIRECTORIES").unwrap_or_default(),
        })
    }
}
