//! Footnotes: numbered as they are called, written at the end, with a way
//! back to where they were called from.

use std::collections::{BTreeMap, HashMap};

use pulldown_cmark::{CowStr, Event};

/// The footnotes of a text.
#[derive(Default)]
pub(super) struct Footnotes<'s> {
    /// The number of each name, in the order of their first call.
    called: HashMap<String, usize>,
    /// Names and texts in the order written.
    written: Vec<(String, Vec<Event<'s>>)>,
    /// The note being read and what stands outside it.
    open: Option<(String, Vec<Event<'s>>)>,
}

impl<'s> Footnotes<'s> {
    /// A call: the HTML that stands for it.
    pub(super) fn reference(&mut self, name: &str) -> String {
        let known = self.called.get(name).copied();
        let number = known.unwrap_or_else(|| {
            let next = self.called.len() + 1;
            self.called.insert(name.to_owned(), next);
            next
        });
        let id = if known.is_none() { format!(" id=\"rif-{number}\"") } else { String::new() };
        format!("<sup><a href=\"#nota-{number}\"{id}>{number}</a></sup>")
    }

    /// A note begins; what stands outside it waits.
    pub(super) fn open(&mut self, name: CowStr<'s>, outside: Vec<Event<'s>>) {
        self.open = Some((name.into_string(), outside));
    }

    /// What waits outside the note being read.
    pub(super) fn outside(&mut self) -> Option<Vec<Event<'s>>> {
        let (name, outside) = self.open.take()?;
        self.written.push((name, Vec::new()));
        Some(outside)
    }

    /// The note ends.
    pub(super) fn close(&mut self, events: Vec<Event<'s>>) {
        if let Some((_, text)) = self.written.last_mut() {
            *text = events;
        }
    }

    /// The notes that were called, with their numbers; of two of one name
    /// the first.
    pub(super) fn in_order(self) -> Vec<(usize, Vec<Event<'s>>)> {
        let mut notes: BTreeMap<usize, Vec<Event<'s>>> = BTreeMap::new();
        for (name, text) in self.written {
            if let Some(number) = self.called.get(&name) {
                notes.entry(*number).or_insert(text);
            }
        }
        notes.into_iter().collect()
    }
}
