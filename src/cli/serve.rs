//! `serve`: the site while it is being written.

use std::time::{Duration, Instant as Tick};

use clap::ArgMatches;

use super::build::{self, Made};
use super::crew::Crew;
use super::options::Options;
use super::{Failure, err};
use crate::calendar::Instant;
use crate::causes;
use crate::edition::Edition;
use crate::messages::{Catalogue, Msg};
use crate::outputs::index_in;
use crate::report::{self, Findings, Format};
use crate::serve::{Server, Watch};

/// How often folders are looked at.
const INTERVAL: Duration = Duration::from_millis(300);

/// Serves the site until interrupted.
pub(super) fn serve(matches: &ArgMatches, catalogue: &Catalogue, now: Instant) -> Result<(), Failure> {
    let options = Options::read(matches, now)?;
    let port = matches.get_one::<u16>("port").copied().unwrap_or_default();
    let server = Server::new();
    let address = server.listen(port).map_err(|error| {
        let msg = Msg::new("serve-port").with("port", port).because("cause", causes::of(&error));
        Failure::World(msg)
    })?;
    let started = Tick::now();
    let mut watch = Watch::new(vec![options.content.clone(), options.themes.clone()]);
    let crew = Crew::hire(options.threads)?;
    let mut next = crew.work(|| show(&options, &server, catalogue))?;
    err(&(catalogue.say(&Msg::new("serve-ready").with("address", format!("http://{address}/"))) + "\n"));
    loop {
        std::thread::sleep(INTERVAL);
        let now = Instant::from_unix(options.now.unix() + i64::try_from(started.elapsed().as_secs()).unwrap_or(0));
        let changes = watch.changes();
        // Time passing changes pages too: a deadline goes by.
        if !changes.is_empty() || next.is_some_and(|next| next <= now) {
            let options = Options { now, ..options.clone() };
            next = crew.work(|| show(&options, &server, catalogue))?;
        }
    }
}

/// Builds, shows what came of it, and says so; gives the next instant at
/// which it would come out otherwise.
fn show(options: &Options, server: &Server, catalogue: &Catalogue) -> Option<Instant> {
    let started = Tick::now();
    // What is shown is what a new edition can take its index from.
    let shown = server.shown().edition;
    let published = |fingerprint: &str| index_in(&shown, fingerprint);
    let built = match build::make(options, false, &published, &|_, _| {}) {
        Ok(Made { built, gap }) => {
            if let Some(gap) = gap {
                err(&gap.say(catalogue));
            }
            built
        }
        Err(Failure::World(msg)) => {
            let text = catalogue.say(&msg);
            err(&format!("{}: {text}\n", catalogue.text("error")));
            server.show(None, catalogue.text("serve-broken"), text);
            return None;
        }
        Err(Failure::Content | Failure::Half(_)) => return None,
    };
    let root = options.content.display().to_string();
    let findings = Findings { findings: &built.findings, sources: &built.sources, catalogue, root: &root };
    let text = report::render(&findings, Format::Human, false);
    err(&text);
    let headline = catalogue.text(if built.edition.is_some() { "serve-warnings" } else { "serve-broken" });
    let msg = match &built.edition {
        Some(edition) => Msg::new("serve-built").with("pages", edition.pages()),
        None => Msg::new("serve-kept"),
    };
    err(&(catalogue.say(&msg.with("milliseconds", started.elapsed().as_millis())) + "\n"));
    let next = built.edition.as_ref().and_then(|edition: &Edition| edition.next_transition);
    server.show(built.edition, headline, text);
    next
}
