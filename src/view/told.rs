//! What happened, in sentences: feeds, calendars and contracting data say it
//! alike, each as much of it as it has no other place for.

use super::card::change_key;
use super::{Labels, When};
use crate::calendar::Moment;
use crate::chronicle::{Move, What};
use crate::model::Declared;

/// How a deadline was moved, sentence by sentence, without their full stops.
pub struct MoveTold {
    /// What it was before, also where nobody wrote it.
    pub before: String,
    /// What it is now, likewise.
    pub now: String,
    /// Why, and by which act.
    pub why: Vec<String>,
}

impl Labels {
    /// What happened, in a word or two; nothing for a publication.
    pub fn happened(&self, what: What<'_>) -> Option<&str> {
        match what {
            What::Published | What::Opened => None,
            What::Moved(moved) => Some(self.text(change_key(moved.change.kind))),
            What::Retyped(..) => Some(self.text("news-retyped")),
            What::Lifted(_) => Some(self.text("news-lifted")),
            What::Happened(event) => Some(self.of(event.kind)),
            What::Declared(declared) => Some(self.of(declared.state)),
        }
    }

    /// How a deadline was moved.
    pub fn moved(&self, moved: &Move<'_>) -> MoveTold {
        let when = |key, moment: Option<Moment>| {
            let unknown = || self.text("theme-before_unknown").to_owned();
            self.said(key, &moment.map_or_else(unknown, |moment| self.moment(moment)))
        };
        MoveTold {
            before: when("theme-before", moved.change.previous),
            now: when("theme-now", moved.to),
            why: self.why(Some(&moved.change.reason), moved.change.act.as_deref()),
        }
    }

    /// Which state holds, since when, why and by which act.
    pub fn declared(&self, declared: &Declared) -> Vec<String> {
        let mut lines = vec![self.since(declared)];
        lines.extend(self.why(declared.reason.as_deref(), declared.act.as_deref()));
        lines
    }

    /// All there is to say of what happened; nothing of a publication.
    pub fn told(&self, what: What<'_>) -> Vec<String> {
        let mut lines: Vec<String> = self.happened(what).map(str::to_owned).into_iter().collect();
        match what {
            What::Published | What::Opened => {}
            What::Moved(moved) => {
                let MoveTold { before, now, why } = self.moved(&moved);
                lines.extend([self.of(moved.deadline.kind).to_owned(), before, now]);
                lines.extend(why);
            }
            What::Retyped(deadline, retyped) => {
                let [before, now] = [("theme-before", retyped.from), ("theme-now", retyped.to)]
                    .map(|(key, moment)| self.said(key, &self.moment(moment)));
                lines.extend([self.of(deadline.kind).to_owned(), before, now]);
            }
            What::Lifted(former) => lines.push(self.since(&former.declared)),
            What::Happened(event) => {
                lines.push(self.moment(event.when.value));
                lines.extend([&event.title, &event.text].into_iter().flatten().cloned());
                lines.extend(self.why(None, event.act.as_deref()));
            }
            What::Declared(declared) => lines = self.declared(declared),
        }
        lines
    }

    /// `Motivo: guasto`.
    pub fn said(&self, key: &str, text: &str) -> String {
        format!("{}: {text}", self.text(key))
    }

    fn since(&self, declared: &Declared) -> String {
        let since = self.moment(declared.since.value);
        format!("{} {} {since}", self.of(declared.state), self.text("calendar-since"))
    }

    fn why(&self, reason: Option<&str>, act: Option<&str>) -> Vec<String> {
        let said = [("theme-reason", reason), ("theme-act", act)].map(|(key, text)| Some(self.said(key, text?)));
        said.into_iter().flatten().collect()
    }

    fn moment(&self, moment: Moment) -> String {
        When::of(moment, self.language()).text
    }
}

/// Sentences one after the other, with a full stop between them where they
/// have no mark of their own.
pub fn sentences<T: AsRef<str>>(lines: impl IntoIterator<Item = T>) -> String {
    let mut whole = String::new();
    for line in lines {
        let line = line.as_ref().trim();
        if !whole.is_empty() && !line.is_empty() {
            whole.push_str(if is_ended(&whole) { " " } else { ". " });
        }
        whole.push_str(line);
    }
    whole
}

/// A text with a mark at its end.
pub(super) fn stopped(text: &str) -> String {
    if is_ended(text) { text.to_owned() } else { format!("{text}.") }
}

fn is_ended(text: &str) -> bool {
    text.ends_with(['.', '!', '?', '…', ':', ';'])
}
