//! `build` and `check`.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use clap::ArgMatches;
use serde_json::json;

use super::crew::Crew;
use super::options::Options;
use super::progress::Progress;
use super::{Failure, err, out};
use crate::calendar::Instant;
use crate::causes;
use crate::diagnostic::{Diagnostic, Place};
use crate::disk::Obstacle;
use crate::load::{self, Gap};
use crate::messages::{Catalogue, Language, Msg};
use crate::outputs::PublishedIndex;
use crate::pipeline::{self, Built, Counted, Order};
use crate::report::{self, Findings, Format};
use crate::rules;
use crate::sections::is_folder_name;
use crate::source::Source;
use crate::theme::Theme;
use crate::view::When;
use crate::write::{self, Written};

/// Builds the site and writes it.
pub(super) fn build(matches: &ArgMatches, catalogue: &Catalogue, now: Instant) -> Result<(), Failure> {
    let options = Options::read(matches, now)?;
    let root = matches.get_one::<PathBuf>("out").cloned().unwrap_or_default();
    // Tomorrow's site is looked at elsewhere: citizens would read what does not hold yet.
    if options.now > now && !matches.get_flag("future") && load::is_published(&root) {
        let when = When::at(options.now, catalogue.language()).text;
        return Err(Failure::World(Msg::new("build-future").with("path", root.display()).with("when", when)));
    }
    threaded(&options, || {
        let progress = Progress::new(catalogue, options.quiet);
        let published = |fingerprint: &str| load::published_index(&root, fingerprint);
        let Made { built, gap } = make(&options, false, &published, &|step, count| progress.step(step, count))?;
        let written = match &built.edition {
            Some(edition) => {
                progress.say(&Msg::new("progress-write").with("count", edition.files().len()));
                Some(write::edition(edition, &root)?)
            }
            None => None,
        };
        progress.done();
        let written = written.map(|written| (written, root.as_path()));
        tell(&options, catalogue, &built, gap, written, progress.elapsed())?;
        let published = built.edition.is_some();
        // The process ends here: what it holds goes with it, faster than piece by piece.
        std::mem::forget(built);
        if published { Ok(()) } else { Err(Failure::Content) }
    })
}

/// Checks the content; writes nothing.
pub(super) fn check(matches: &ArgMatches, catalogue: &Catalogue, now: Instant) -> Result<(), Failure> {
    let options = Options::read(matches, now)?;
    threaded(&options, || {
        let progress = Progress::new(catalogue, options.quiet);
        let Made { built, gap } = make(&options, true, &|_| None, &|step, count| progress.step(step, count))?;
        progress.done();
        tell(&options, catalogue, &built, gap, None, progress.elapsed())?;
        let stops = built.findings.iter().any(|finding| options.strict || finding.is_error());
        if stops { Err(Failure::Content) } else { Ok(()) }
    })
}

fn threaded(options: &Options, run: impl FnOnce() -> Result<(), Failure> + Send) -> Result<(), Failure> {
    Crew::hire(options.threads)?.work(run)?
}

/// What was built, and why less is known of its history than there is.
pub(super) struct Made {
    /// What was built.
    pub(super) built: Built,
    /// Why dates were not compared.
    pub(super) gap: Option<Gap>,
}

/// Reads and builds, without writing.
pub(super) fn make(
    options: &Options,
    check_only: bool,
    published_index: &PublishedIndex<'_>,
    progress: &(dyn Fn(pipeline::Step, usize) + Sync),
) -> Result<Made, Failure> {
    // The history takes as long as reading the files: let it run beside.
    let (content, history) =
        rayon::join(|| load::content(&options.content), || load::history(&options.content, &options.ceilings));
    let order = Order {
        now: options.now,
        strict: options.strict,
        theme: &|name| theme(&options.themes, options.theme.as_deref().unwrap_or(name)),
        check_only,
        published_index,
        progress,
    };
    let mut built = pipeline::build(content?, &history, &order);
    let quoted = built.findings.iter().filter_map(|finding| match finding.place {
        Place::Text(file, _) => Some(file),
        Place::File(_) | Place::Theme(..) => None,
    });
    load::again(&mut built.sources, &quoted.collect(), &options.content);
    Ok(Made { built, gap: history.gap() })
}

/// A finding about a theme's folder.
fn about(folder: String, msg: Msg) -> Diagnostic {
    Diagnostic::of_theme(&rules::THEME, Arc::new(Source::new(folder, "")), None, msg)
}

/// The theme of a name: the built-in one, or a folder's over it.
fn theme(themes: &Path, name: &str) -> Result<Theme, Vec<Diagnostic>> {
    let wrong = |msg: Msg| {
        let folder = themes.join(name).display().to_string();
        vec![about(folder, msg).hint(Msg::new("theme-unknown-hint"))]
    };
    if name == load::BASE {
        return Theme::load(Vec::new());
    }
    if !is_folder_name(name) {
        let msg = Msg::new("theme-not-a-name").with("name", name);
        let folder = themes.display().to_string();
        return Err(vec![about(folder, msg).hint(Msg::new("theme-not-a-name-hint"))]);
    }
    match load::theme(themes, name) {
        Ok(Some(chain)) => Theme::load(chain),
        Ok(None) => {
            Err(wrong(Msg::new("theme-unknown").with("name", name).with("folder", themes.join(name).display())))
        }
        Err(error) if Obstacle::of(&error.cause) == Some(Obstacle::Link) => {
            let folder = error.path.display().to_string();
            // It may be one that the theme extends.
            let linked = error.path.file_name().unwrap_or_default().to_string_lossy();
            let msg = Msg::new("theme-link").with("name", linked);
            Err(vec![about(folder, msg).hint(Msg::new("theme-link-hint"))])
        }
        Err(error) => {
            let msg = Msg::new("theme-unreadable").with("name", name).with("path", error.path.display());
            Err(wrong(msg.because("cause", causes::of(&error.cause))))
        }
    }
}

/// Shows the findings, then the summary.
fn tell(
    options: &Options,
    catalogue: &Catalogue,
    built: &Built,
    gap: Option<Gap>,
    written: Option<(Written, &Path)>,
    time: Duration,
) -> Result<(), Failure> {
    let summary = || {
        let gap = gap.map(|gap| gap.say(catalogue)).unwrap_or_default();
        gap + &summary(catalogue, built, written, options, time)
    };
    let root = options.content.display().to_string();
    let findings = Findings { findings: &built.findings, sources: &built.sources, catalogue, root: &root };
    match options.format {
        Format::Json => out(&machine(built, &findings, written, time)),
        Format::Human => {
            let colour = std::io::stderr().is_terminal();
            err(&report::render(&findings, Format::Human, colour));
            if !options.quiet {
                err(&summary());
            }
            Ok(())
        }
        other => {
            out(&report::render(&findings, other, false))?;
            if !options.quiet {
                err(&summary());
            }
            Ok(())
        }
    }
}

fn counts(built: &Built) -> (usize, usize) {
    let errors = built.findings.iter().filter(|finding| finding.is_error()).count();
    (errors, built.findings.len() - errors)
}

/// One JSON document: what was found and what was done.
fn machine(built: &Built, findings: &Findings<'_>, written: Option<(Written, &Path)>, time: Duration) -> String {
    let (errors, warnings) = counts(built);
    let document = json!({
        "published": written.is_some(),
        "findings": report::values(findings),
        "summary": {
            "notices": built.notices.all(),
            "drafts": built.notices.drafts,
            "later": built.notices.later,
            "errors": errors,
            "warnings": warnings,
            "excused": built.excused,
            "pages": built.edition.as_ref().map(crate::edition::Edition::pages),
            "written": written.map(|(written, _)| written.written),
            "unchanged": written.map(|(written, _)| written.unchanged),
            "removed": written.map(|(written, _)| written.removed),
            "milliseconds": u64::try_from(time.as_millis()).unwrap_or(u64::MAX),
            "next_transition": built.edition.as_ref().and_then(|edition| edition.next_transition).map(Instant::iso),
        },
    });
    report::text(&document)
}

/// What was done, in a few lines.
fn summary(
    catalogue: &Catalogue,
    built: &Built,
    written: Option<(Written, &Path)>,
    options: &Options,
    time: Duration,
) -> String {
    let (errors, warnings) = counts(built);
    let mut lines = Vec::new();
    let mut say = |msg: Msg| lines.push(catalogue.say(&msg));
    if errors + warnings + built.excused > 0 {
        say(Msg::new("summary-findings")
            .with("errors", errors)
            .with("warnings", warnings)
            .with("excused", built.excused));
    }
    let seconds = format!("{:.2}", time.as_secs_f64());
    let seconds = if catalogue.language() == Language::Italian { seconds.replace('.', ",") } else { seconds };
    match (&built.edition, written) {
        (Some(edition), Some((written, root))) => {
            say(Msg::new("summary-built")
                .with("notices", built.notices.current)
                .with("pages", edition.pages())
                .with("folder", root.display())
                .with("seconds", &seconds));
            let Counted { drafts, later, .. } = built.notices;
            if drafts > 0 {
                say(Msg::new("summary-drafts").with("drafts", drafts));
            }
            if later > 0 {
                say(Msg::new("summary-later").with("later", later));
            }
            say(Msg::new("summary-written")
                .with("written", written.written)
                .with("unchanged", written.unchanged)
                .with("removed", written.removed));
            match edition.next_transition {
                Some(next) => say(Msg::new("summary-next").with("when", When::at(next, catalogue.language()).text)),
                None => say(Msg::new("summary-no-next")),
            }
        }
        _ if errors > 0 || (options.strict && warnings > 0) => {
            say(Msg::new("summary-nothing-published").with("seconds", &seconds));
        }
        _ => say(Msg::new("summary-checked").with("notices", built.notices.all()).with("seconds", &seconds)),
    }
    lines.push(String::new());
    lines.join("\n")
}
