//! Footnotes: numbered as they are called, written at the end, with a way
//! back to where they were called from.

use pulldown_cmark::{CowStr, Event};

/// The footnotes of a text.
#[derive(Default)]
pub(super) struct Footnotes<'s> {
    /// Names in the order of their first call.
    called: Vec<String>,
    /// Names and texts in the order written.
    written: Vec<(String, Vec<Event<'s>>)>,
    /// The note being read and what stands outside it.
    open: Option<(String, Vec<Event<'s>>)>,
}

impl<'s> Footnotes<'s> {
    /// A call: the HTML that stands for it.
    pub(super) fn reference(&mut self, name: &str) -> String {
        let first = !self.called.iter().any(|called| called == name);
        if first {
            self.called.push(name.to_owned());
        }
        let number = self.called.iter().position(|called| called == name).map_or(0, |at| at + 1);
        let id = if first { format!(" id=\"rif-{number}\"") } else { String::new() };
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

    /// The notes that were called, with their numbers.
    pub(super) fn in_order(mut self) -> Vec<(usize, Vec<Event<'s>>)> {
        let called = std::mem::take(&mut self.called);
        called
            .iter()
            .enumerate()
            .filter_map(|(at, name)| {
                let written = self.written.iter_mut().find(|(written, _)| written == name)?;
                Some((at + 1, std::mem::take(&mut written.1)))
            })
            .collect()
    }
}
