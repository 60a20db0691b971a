//! The words pages use, looked up once a build.

use std::collections::HashMap;

use crate::messages::{Catalogue, Language};
use crate::vocabulary::Vocabulary;

/// The words of the site's language: labels, explanations, theme texts.
pub struct Labels {
    language: Language,
    texts: HashMap<String, String>,
}

impl Labels {
    /// Takes every text without gaps out of a catalogue: formatting one
    /// through Fluent on every page would cost more than rendering it.
    pub fn new(catalogue: &Catalogue) -> Self {
        let texts = catalogue.keys().into_iter().filter_map(|key| Some((key.clone(), catalogue.find(&key)?))).collect();
        Self { language: catalogue.language(), texts }
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// A text by key; the key itself if there is none.
    pub fn text<'a>(&'a self, key: &'a str) -> &'a str {
        self.texts.get(key).map_or(key, String::as_str)
    }

    /// A text by a key made up on the spot; empty if there is none, which a
    /// test of every label rules out.
    pub fn known(&self, key: &str) -> &str {
        self.texts.get(key).map_or("", String::as_str)
    }

    /// The label of a word.
    pub fn of<V: Vocabulary>(&self, word: V) -> &str {
        self.texts.get(&word.label_key()).map_or(word.word(), String::as_str)
    }

    /// The texts of themes, by key without `theme-`.
    pub fn theme_texts(&self) -> std::collections::BTreeMap<&str, &str> {
        let keys = self.language.theme_keys();
        keys.filter_map(|key| Some((key.strip_prefix("theme-")?, self.texts.get(key)?.as_str()))).collect()
    }
}
