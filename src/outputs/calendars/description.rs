//! What an entry says below its title: first what changed, then what one
//! needs to act, last where it comes from.

use super::item::{Common, Item};
use crate::model::{Change, Declared};
use crate::view::When;

/// The description of an entry, line by line.
pub(super) fn of(common: &Common<'_>, item: &Item<'_>, cancelled: Option<&Declared>, address: &str) -> String {
    let Common { press, notice, .. } = common;
    let labels = press.labels;
    let mut lines = Vec::new();
    lines.extend(cancelled.map(|stop| common.stopped(stop)));
    lines.extend(item.changes.last().map(|change| common.moved(change)));
    lines.push(format!("{}: {}", item.label, common.words(item.when).text));
    lines.extend(item.notes.iter().map(|note| (*note).to_owned()));
    if item.closes {
        lines.extend(common.how());
    }
    let mut named = |key, values: Vec<String>| {
        if !values.is_empty() {
            lines.push(format!("{}: {}", labels.text(key), values.join(", ")));
        }
    };
    named("code-cig", notice.cigs().into_iter().map(|cig| cig.value.to_string()).collect());
    named("code-cup", notice.codes.cup.iter().map(ToString::to_string).collect());
    lines.push(press.site.body_of(notice).to_owned());
    lines.push(address.to_owned());
    lines.join("\n")
}

impl Common<'_> {
    fn words(&self, when: crate::calendar::Moment) -> When {
        When::of(when, self.press.labels.language())
    }

    /// `Revocato da venerdì 20 novembre 2026. Motivo: … Atto: …`
    fn stopped(&self, stop: &Declared) -> String {
        let labels = self.press.labels;
        let since = self.words(stop.since.value).text;
        let what = format!("{} {} {since}", labels.of(stop.state), labels.text("calendar-since"));
        self.reasoned(what, stop.reason.as_deref(), stop.act.as_deref())
    }

    /// `Proroga: il termine di prima era … Motivo: … Atto: …`
    fn moved(&self, change: &Change) -> String {
        let labels = self.press.labels;
        let before = match change.previous {
            Some(previous) => format!("{} {}", labels.text("calendar-was"), self.words(previous).text),
            None => labels.text("calendar-was-unknown").to_owned(),
        };
        self.reasoned(format!("{}: {before}", labels.of(change.kind)), Some(&change.reason), change.act.as_deref())
    }

    /// What was decided, why, and by which act, each a sentence.
    fn reasoned(&self, what: String, reason: Option<&str>, act: Option<&str>) -> String {
        let labels = self.press.labels;
        let mut text = what;
        for (key, value) in [("theme-reason", reason), ("theme-act", act)] {
            if let Some(value) = value {
                let stop = if text.ends_with(['.', '!', '?', '…']) { "" } else { "." };
                text.push_str(&format!("{stop} {}: {value}", labels.text(key)));
            }
        }
        text
    }

    /// Where and how to hand in, one way a line.
    fn how(&self) -> Vec<String> {
        let labels = self.press.labels;
        let ways = &self.notice.participation;
        let platform = ways.platform.as_ref().map(|platform| match &platform.url {
            Some(url) => format!("{} – {url}", platform.name),
            None => platform.name.clone(),
        });
        let lines = [
            ("theme-platform", platform.as_deref()),
            ("theme-how_to_take_part", ways.url.as_deref()),
            ("theme-pec", ways.pec.as_deref()),
            ("theme-place", ways.place.as_deref()),
            ("theme-hours", ways.hours.as_deref()),
        ];
        lines.into_iter().filter_map(|(key, value)| Some(format!("{}: {}", labels.text(key), value?))).collect()
    }
}
