//! What a text needs that its author did not write.

use crate::messages::Catalogue;

/// The words the text itself needs, in the language of the site, and where
/// that site is.
#[derive(Debug, Clone)]
pub struct Words {
    pub(super) home: String,
    pub(super) table: String,
    pub(super) footnotes: String,
    pub(super) back: String,
    pub(super) done: String,
    pub(super) to_do: String,
    pub(super) alerts: [String; 5],
}

impl Words {
    /// Takes the words from a catalogue. `home` is where the site is on line,
    /// with its scheme; empty if nobody could tell.
    pub fn new(catalogue: &Catalogue, home: &str) -> Self {
        let text = |key| catalogue.text(key);
        Self {
            home: home.to_owned(),
            table: text("body-table"),
            footnotes: text("body-footnotes"),
            back: text("body-footnote-back"),
            done: text("body-task-done"),
            to_do: text("body-task-open"),
            alerts: [
                text("body-alert-note"),
                text("body-alert-tip"),
                text("body-alert-important"),
                text("body-alert-warning"),
                text("body-alert-caution"),
            ],
        }
    }
}
