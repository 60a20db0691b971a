//! Every sentence the program says, in the languages it speaks.
//!
//! The code names a sentence by key ([`Msg`]) and a [`Catalogue`] turns it
//! into words. Findings, help and theme texts live in the same Fluent files,
//! so a translator has one place to look and a test can hold the languages
//! against each other.

use std::fmt;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

/// A language the program speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// Italian: the language of the editors.
    #[default]
    Italian,
    /// English: for whoever works on the program or the servers.
    English,
}

impl Language {
    /// Every language, in the order help shows them.
    pub const ALL: [Self; 2] = [Self::Italian, Self::English];

    /// The language of a tag such as `it`, `it-IT` or `en_GB.UTF-8`.
    pub fn of_tag(tag: &str) -> Option<Self> {
        match tag.split(['-', '_', '.']).next().unwrap_or_default() {
            "it" => Some(Self::Italian),
            "en" => Some(Self::English),
            _ => None,
        }
    }

    /// The ISO 639-1 code.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Italian => "it",
            Self::English => "en",
        }
    }

    fn files(self) -> [&'static str; 7] {
        match self {
            Self::Italian => [
                include_str!("it/findings.ftl"),
                include_str!("it/rules.ftl"),
                include_str!("it/words.ftl"),
                include_str!("it/cli.ftl"),
                include_str!("it/data.ftl"),
                include_str!("it/names.ftl"),
                include_str!("it/theme.ftl"),
            ],
            Self::English => [
                include_str!("en/findings.ftl"),
                include_str!("en/rules.ftl"),
                include_str!("en/words.ftl"),
                include_str!("en/cli.ftl"),
                include_str!("en/data.ftl"),
                include_str!("en/names.ftl"),
                include_str!("en/theme.ftl"),
            ],
        }
    }

    /// The keys of what pages say: those of `theme.ftl`, which no finding has.
    pub fn theme_keys(self) -> impl Iterator<Item = &'static str> {
        let [.., texts] = self.files();
        let keys = texts.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic()));
        keys.filter_map(|line| Some(line.split_once(" =")?.0))
    }
}

/// A sentence still to be put into words: its key and what goes in the gaps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Msg {
    /// The key in the catalogue.
    pub key: &'static str,
    /// Name and value of each gap.
    pub gaps: Vec<(&'static str, String)>,
    /// Gaps that another sentence goes in: why something is so.
    pub causes: Vec<(&'static str, Self)>,
}

impl Msg {
    /// A sentence without gaps.
    pub fn new(key: &'static str) -> Self {
        Self { key, gaps: Vec::new(), causes: Vec::new() }
    }

    /// Fills a gap.
    #[must_use]
    pub fn with(mut self, gap: &'static str, value: impl fmt::Display) -> Self {
        self.gaps.push((gap, value.to_string()));
        self
    }

    /// Fills a gap with a sentence.
    #[must_use]
    pub fn because(mut self, gap: &'static str, cause: Self) -> Self {
        self.causes.push((gap, cause));
        self
    }
}

/// The words of one language.
pub struct Catalogue {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl Catalogue {
    /// Reads the sentences of a language.
    ///
    /// # Panics
    /// Never: the files are part of the program, and a test reads them all.
    pub fn new(language: Language) -> Self {
        let tag: LanguageIdentifier = language.tag().parse().expect("our language tags are well formed");
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // The isolation marks would end up in terminals, titles and feeds.
        bundle.set_use_isolating(false);
        for text in language.files() {
            let resource = FluentResource::try_new(text.to_owned())
                .unwrap_or_else(|(_, errors)| panic!("a catalogue file is not Fluent: {errors:?}"));
            bundle.add_resource(resource).expect("a key stands in one catalogue file only");
        }
        Self { language, bundle }
    }

    /// The language it speaks.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Puts a sentence into words. An unknown key is shown as it is, so that
    /// a missing sentence is seen and never hides a finding.
    pub fn say(&self, msg: &Msg) -> String {
        let mut args = FluentArgs::with_capacity(msg.gaps.len());
        for (gap, value) in &msg.gaps {
            // Whole numbers choose between singular and plural.
            match value.parse::<u32>() {
                Ok(number) if number.to_string() == *value => args.set(*gap, FluentValue::from(number)),
                _ => args.set(*gap, FluentValue::from(value.as_str())),
            }
        }
        for (gap, cause) in &msg.causes {
            args.set(*gap, FluentValue::from(self.say(cause)));
        }
        self.format(msg.key, Some(&args)).unwrap_or_else(|| format!("{} {:?}", msg.key, msg.gaps))
    }

    /// A text without gaps, or the key itself if there is none.
    pub fn text(&self, key: &str) -> String {
        self.format(key, None).unwrap_or_else(|| key.to_owned())
    }

    /// A text without gaps, if there is one.
    pub fn find(&self, key: &str) -> Option<String> {
        self.format(key, None)
    }

    /// The keys that start with `prefix`, without it, and their texts.
    pub fn section(&self, prefix: &str) -> Vec<(String, String)> {
        let mut found: Vec<_> = self
            .keys()
            .into_iter()
            .filter_map(|key| Some((key.strip_prefix(prefix)?.to_owned(), self.text(&key))))
            .collect();
        found.sort();
        found
    }

    /// Every key of the language, in the order of the files.
    pub fn keys(&self) -> Vec<String> {
        self.language
            .files()
            .iter()
            .flat_map(|text| text.lines())
            .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
            .filter_map(|line| line.split_once('=').map(|(key, _)| key.trim().to_owned()))
            .collect()
    }

    fn format(&self, key: &str, args: Option<&FluentArgs<'_>>) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        let mut errors = Vec::new();
        Some(self.bundle.format_pattern(pattern, args, &mut errors).into_owned())
    }
}

impl fmt::Debug for Catalogue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Catalogue").field(&self.language).finish()
    }
}
