//! The one place that knows the order of the steps.

mod remember;

use std::collections::{BTreeMap, BTreeSet};

use crate::calendar::Instant;
use crate::characters::nfc;
use crate::check::{self, Subject};
use crate::diagnostic::{Diagnostic, Place};
use crate::edition::{Edition, Proof, Unfit};
use crate::load::{Content, History, composed};
use crate::messages::{Catalogue, Msg};
use crate::model::{Extra, Files, Notice, SETTINGS, Settings, TextRef, Texts};
use crate::outputs::PublishedIndex;
use crate::parse::{self, body::Words};
use crate::plan::Plan;
use crate::rules;
use crate::sections::{SectionId, Tree};
use crate::site::{Matter, SectionWords, Site};
use crate::source::{FileId, Source, Sources, Span};
use crate::theme::Theme;
use crate::view::Labels;

/// What a build may not decide for itself.
pub struct Order<'a> {
    /// The instant the site is seen at.
    pub now: Instant,
    /// Whether warnings stop publication too.
    pub strict: bool,
    /// Reads the theme of a name; the settings say which.
    pub theme: &'a (dyn Fn(&str) -> Result<Theme, Vec<Diagnostic>> + Sync),
    /// Whether to stop before anything is rendered.
    pub check_only: bool,
    /// Finds the search's index as it is on line.
    pub published_index: &'a PublishedIndex<'a>,
    /// Told which step begins, and on how many files.
    pub progress: &'a (dyn Fn(Step, usize) + Sync),
}

/// A step of a build, for whoever waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Texts become notices.
    Parse,
    /// Rules look at the site.
    Check,
    /// Pages are rendered.
    Render,
}

/// What a build comes to: an edition unless something was wrong, and in
/// either case everything there was to say.
pub struct Built {
    /// Absent if there is an error among the findings, if the order was only
    /// to check, or if it was strict and there is anything to say.
    pub edition: Option<Edition>,
    /// Errors and warnings, by file and place.
    pub findings: Vec<Diagnostic>,
    /// How many findings were excused.
    pub excused: usize,
    /// How many notices there are.
    pub notices: Counted,
    /// What stands where; empty if nobody could tell who publishes.
    pub plan: Plan,
    /// The files the findings speak of. Texts no finding of their own was
    /// made about have been let go: `load::again` brings them back.
    pub sources: Sources,
}

/// How many notices there are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counted {
    /// Those on line at the instant of the order.
    pub current: usize,
    /// Those that are drafts, and go on line at no instant.
    pub drafts: usize,
    /// Those that go on line later.
    pub later: usize,
}

impl Counted {
    fn of(notices: &[Box<Notice>], now: Instant) -> Self {
        let drafts = notices.iter().filter(|notice| notice.filing.draft).count();
        let current = notices.iter().filter(|notice| notice.is_current(now)).count();
        Self { current, drafts, later: notices.len() - drafts - current }
    }

    /// All of them.
    pub fn all(self) -> usize {
        self.current + self.drafts + self.later
    }
}

/// Builds the site as it should be on line at `order.now`.
pub fn build(content: Content, history: &History, order: &Order<'_>) -> Built {
    let Content { mut sources, unreadable, files, mut findings } = content;
    let (files, said) = composed(files);
    findings.extend(said);
    let (settings, tree, said) = read_settings(&sources, &unreadable, &files, &findings);
    findings.extend(said);
    let language = settings.as_ref().map(|settings| settings.language).unwrap_or_default();
    let catalogue = Catalogue::new(language);
    let paths = sources.iter().map(|(_, source)| source.path()).chain(files.keys().map(String::as_str));
    findings.extend(check::names(paths));
    let home = settings.as_ref().map_or("", |settings| settings.base_url.as_str());
    (order.progress)(Step::Parse, sources.ids().len());
    let words = Words::new(&catalogue, home);
    let mut parsed = parse_all(&mut sources, &unreadable, &tree, &words);
    let followed = remember::remember(&mut parsed.notices, history, &tree, &words, order.now);
    findings.extend(parsed.findings);
    let notices = Counted::of(&parsed.notices, order.now);
    let Some(settings) = settings else {
        return finished(None, findings, (0, notices, Plan::default()), sources);
    };
    let matter = Matter { words: parsed.words, notices: parsed.notices, texts: parsed.texts, files, followed };
    let mut site = Site::new(settings, tree, matter, order.now);
    (order.progress)(Step::Check, notices.all());
    let theme =
        (order.theme)(&site.settings.theme.0).map_err(|said| findings.extend(placed(said, &site.settings))).ok();
    let plan = crate::outputs::plan(&site, theme.as_ref());
    findings.extend(check::site(&Subject { site: &site, plan: &plan, history, broken: &parsed.broken }));
    let verdict = check::apply(&site, findings);
    let mut findings = verdict.findings;
    let stops = |finding: &Diagnostic| order.strict || finding.is_error();
    let (false, false, Some(mut theme)) = (findings.iter().any(stops), order.check_only, theme) else {
        return finished(None, findings, (verdict.excused, notices, plan), sources);
    };
    (order.progress)(Step::Render, notices.current);
    let edition = crate::outputs::make(&mut site, &plan, &Labels::new(&catalogue), &mut theme, order.published_index)
        .map_err(|said| findings.push(*said))
        .ok();
    let edition = edition.and_then(|artifacts| {
        Edition::new(artifacts, site.next_transition).map_err(|unfit| findings.push(unexpected(unfit))).ok()
    });
    let edition = edition.and_then(|edition| {
        let minified = if site.settings.tuning.minify_pages { crate::finish::edition(edition) } else { Ok(edition) };
        let told = |(page, wrong): (String, _)| theme.cannot_minify(&page, wrong);
        minified.map_err(|failed| findings.extend(failed.into_iter().map(told))).ok()
    });
    let proof = || Proof { now: order.now, commit: history.commit().cloned() };
    let edition = edition.map(|mut edition| {
        edition.proof = site.makes(Extra::Edition).then(proof);
        edition
    });
    finished(edition, findings, (verdict.excused, notices, plan), sources)
}

fn finished(
    edition: Option<Edition>,
    mut findings: Vec<Diagnostic>,
    (excused, notices, plan): (usize, Counted, Plan),
    sources: Sources,
) -> Built {
    findings.sort_by(|a, b| order_of(a, &sources).cmp(&order_of(b, &sources)));
    Built { edition, findings, excused, notices, plan, sources }
}

/// By file, then by place, then by rule: as one reads.
fn order_of<'a>(finding: &'a Diagnostic, sources: &'a Sources) -> (&'a str, usize, &'static str) {
    match &finding.place {
        Place::Text(file, span) => (sources.get(*file).path(), span.start(), finding.rule.name),
        Place::File(path) => (path, 0, finding.rule.name),
        Place::Theme(text, span) => (text.path(), span.map_or(0, Span::start), finding.rule.name),
    }
}

fn read_settings(
    sources: &Sources,
    unreadable: &BTreeSet<FileId>,
    files: &Files,
    findings: &[Diagnostic],
) -> (Option<Settings>, Tree, Vec<Diagnostic>) {
    match sources.iter().find(|(_, source)| source.path() == SETTINGS) {
        Some((id, _)) if unreadable.contains(&id) => (None, Tree::statutory(), Vec::new()),
        Some((id, source)) => parse::settings(id, source),
        // It is there, and what is the matter with it was told.
        None if findings.iter().any(|finding| finding.place == Place::File(SETTINGS.to_owned())) => {
            (None, Tree::statutory(), Vec::new())
        }
        None => {
            let elsewhere = files.keys().map(String::as_str).chain(sources.iter().map(|(_, source)| source.path()));
            let hint = match elsewhere.into_iter().find(|path| is_nearly(path)) {
                Some(path) => Msg::new("site-elsewhere-hint").with("path", path),
                None => Msg::new("site-missing-hint"),
            };
            let missing = Diagnostic::of_file(&rules::SITE, SETTINGS, Msg::new("site-missing")).hint(hint);
            (None, Tree::statutory(), vec![missing])
        }
    }
}

/// Whether somebody may have meant a file to be the settings: in capitals,
/// with another ending, in another folder, or what lies in a folder of that
/// name.
fn is_nearly(path: &str) -> bool {
    let lower = path.to_lowercase();
    let names = ["sito.yaml", "sito.yml", "site.yaml", "sito.yaml.txt", "sito.yaml.md", "sito.yml.txt"];
    lower.rsplit('/').next().is_some_and(|name| names.contains(&name)) || lower.starts_with("sito.yaml/")
}

/// What the texts came to.
#[derive(Default)]
struct Parsed {
    notices: Vec<Box<Notice>>,
    texts: Texts,
    words: BTreeMap<SectionId, SectionWords>,
    findings: Vec<Diagnostic>,
    /// Paths of the texts that came to nothing.
    broken: Vec<String>,
}

/// One text read.
enum One {
    Settings,
    Notice(Box<Notice>),
    Words(SectionId, Box<SectionWords>),
    Broken(String),
}

/// Parses every text, and lets go of those nothing was found in: fifty
/// thousand texts are a third of all there would be to remember.
fn parse_all(sources: &mut Sources, unreadable: &BTreeSet<FileId>, tree: &Tree, words: &Words) -> Parsed {
    let look = |id: FileId, source: &Source| {
        let (one, findings) = parse_one(id, source, unreadable, tree, words);
        let keep = !findings.is_empty() || unreadable.contains(&id) || source.path() == SETTINGS;
        ((one, findings), keep)
    };
    let pack = |batch: usize, mut read: Vec<(One, Vec<Diagnostic>)>| {
        let length =
            read.iter().map(|(one, _)| if let One::Notice(notice) = one { notice.body.html.len() } else { 0 }).sum();
        let mut whole = String::with_capacity(length);
        for (one, _) in &mut read {
            if let One::Notice(notice) = one {
                notice.text = TextRef::append(batch, &mut whole, &mut notice.body.html);
            }
        }
        (read, whole)
    };
    let (read, texts): (Vec<_>, Vec<String>) = sources.consume(look, pack).into_iter().unzip();
    let mut parsed = Parsed { texts: Texts::new(texts), ..Parsed::default() };
    for (one, findings) in read.into_iter().flatten() {
        parsed.findings.extend(findings);
        match one {
            One::Settings => {}
            One::Notice(notice) => parsed.notices.push(notice),
            One::Words(id, words) => {
                parsed.words.insert(id, *words);
            }
            One::Broken(path) => parsed.broken.push(nfc(&path).into_owned()),
        }
    }
    parsed
}

fn parse_one(
    id: FileId,
    source: &Source,
    unreadable: &BTreeSet<FileId>,
    tree: &Tree,
    words: &Words,
) -> (One, Vec<Diagnostic>) {
    let broken = || One::Broken(source.path().to_owned());
    if source.path() == SETTINGS {
        return (One::Settings, Vec::new());
    }
    if unreadable.contains(&id) {
        return (broken(), Vec::new());
    }
    if source.path().rsplit('/').next() == Some("_sezione.md") {
        let (read, findings) = parse::section_words(id, source, tree, words);
        return (read.map_or_else(broken, |(id, words)| One::Words(id, Box::new(words))), findings);
    }
    let (notice, findings) = parse::notice(id, source, tree, words);
    (notice.map_or_else(broken, |notice| One::Notice(Box::new(notice))), findings)
}

/// A theme that is not there is a mistake of `sito.yaml`, at its line.
fn placed(said: Vec<Diagnostic>, settings: &Settings) -> Vec<Diagnostic> {
    said.into_iter()
        .map(|mut finding| {
            if let (true, Some(span)) = (finding.message.key == "theme-unknown", settings.theme.1) {
                finding.place = Place::Text(settings.file, span);
            }
            finding
        })
        .collect()
}

/// What the plan should have told: rather nothing goes on line than what
/// cannot stand.
fn unexpected(unfit: Unfit) -> Diagnostic {
    match unfit {
        Unfit::Clash(first, second) => {
            let msg = Msg::new("path-clash").with("first", first).with("second", &second);
            Diagnostic::of_file(&rules::IMPOSSIBLE_ADDRESS, second, msg)
        }
        Unfit::Impossible(path, why) => Diagnostic::of_file(&rules::IMPOSSIBLE_ADDRESS, path, why.say()),
    }
}
