//! `feedback`: receives what citizens think of the pages, and reports it.

use std::net::{IpAddr, Ipv4Addr};
use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::{Failure, arguments, err, out};
use crate::calendar::{Instant, Moment, read_moment};
use crate::diagnostic::Diagnostic;
use crate::feedback::{By, Complaint, Format, Order, Report, Server, Store, StoreError, export};
use crate::load;
use crate::messages::{Catalogue, Msg};
use crate::model::Settings;
use crate::parse;
use crate::report::{self, Findings};
use crate::vocabulary::Vocabulary;

/// The file that says which site it is.
const SETTINGS: &str = "sito.yaml";

/// Receives, reports, or says what there is.
pub(super) fn feedback(matches: &ArgMatches, catalogue: &Catalogue) -> Result<(), Failure> {
    match matches.subcommand() {
        Some(("serve", own)) => serve(own, catalogue),
        Some(("report", own)) => tell(own, catalogue),
        _ => {
            let mut command = arguments::command(catalogue);
            command.build();
            let own = command.find_subcommand_mut("feedback");
            out(&own.map(|own| own.render_long_help().to_string()).unwrap_or_default())
        }
    }
}

/// Receives ratings until interrupted.
fn serve(matches: &ArgMatches, catalogue: &Catalogue) -> Result<(), Failure> {
    let path = |name: &str| matches.get_one::<PathBuf>(name).cloned().unwrap_or_default();
    let settings = settings(&path("content"), catalogue)?;
    let order = Order {
        base_url: settings.base_url,
        language: settings.language,
        database: path("db"),
        address: matches.get_one::<IpAddr>("address").copied().unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST)),
        port: matches.get_one::<u16>("port").copied().unwrap_or_default(),
        behind_proxy: matches.get_flag("proxy"),
        clock,
    };
    let complain: Complaint = {
        let catalogue = Catalogue::new(catalogue.language());
        Box::new(move |error| match error {
            Some(error) => err(&format!("{}: {}\n", catalogue.text("error"), catalogue.say(error.msg()))),
            None => err(&(catalogue.text("feedback-well-again") + "\n")),
        })
    };
    let server = Server::start(order.clone(), complain).map_err(|error| Failure::World(error.msg(&order)))?;
    let ready = Msg::new("feedback-ready")
        .with("address", format!("http://{}/", server.address))
        .with("site", &server.origin)
        .with("path", order.database.display());
    err(&(catalogue.say(&ready) + "\n"));
    server.run()
}

/// Ratings arrive for months: each asks the time anew.
#[expect(clippy::disallowed_methods, reason = "this is where a rating gets its time")]
fn clock() -> Instant {
    Instant::from_unix(chrono::Utc::now().timestamp())
}

/// Which site it is.
fn settings(content: &Path, catalogue: &Catalogue) -> Result<Settings, Failure> {
    let loaded = load::content(content)?;
    let Some((id, source)) = loaded.sources.iter().find(|(_, source)| source.path() == SETTINGS) else {
        return Err(Failure::World(Msg::new("feedback-no-site").with("path", content.join(SETTINGS).display())));
    };
    let (settings, _, findings) = parse::settings(id, source);
    match settings {
        Some(settings) if !findings.iter().any(Diagnostic::is_error) => Ok(settings),
        _ => {
            let root = content.display().to_string();
            let findings = Findings { findings: &findings, sources: &loaded.sources, catalogue, root: &root };
            err(&report::render(&findings, report::Format::Human, false));
            Err(Failure::Content)
        }
    }
}

/// Prints what the ratings come to.
fn tell(matches: &ArgMatches, catalogue: &Catalogue) -> Result<(), Failure> {
    let day = |name: &'static str| match matches.get_one::<String>(name) {
        None => Ok(None),
        Some(text) => read_moment(text).map(Some).map_err(|_| {
            Failure::World(Msg::new("feedback-date").with("value", text).with("flag", format!("--{name}")))
        }),
    };
    let (from, to) = (day("from")?, day("to")?);
    let begins = from.map_or(Instant::from_unix(i64::MIN), Moment::begins);
    let ends = to.map_or(Instant::from_unix(i64::MAX), Moment::ends);
    if begins >= ends {
        return Err(Failure::World(Msg::new("feedback-backwards")));
    }
    let mut by: Vec<By> =
        matches.get_many::<String>("by").into_iter().flatten().filter_map(|word| By::read(word)).collect();
    by.sort_unstable();
    by.dedup();
    let format = matches.get_one::<String>("format").and_then(|word| Format::read(word)).unwrap_or(Format::Text);
    let path = matches.get_one::<PathBuf>("db").cloned().unwrap_or_default();
    let failed = |error: StoreError| Failure::World(error.msg().clone());
    let mut entries = Vec::new();
    Store::read(&path).and_then(|store| store.each(begins, ends, |entry| entries.push(entry))).map_err(failed)?;
    let report = Report::of(entries, &by);
    let [from, to] = [from, to].map(|day| day.map(Moment::iso));
    out(&export(&report, format, [from.as_deref(), to.as_deref()], catalogue))
}
