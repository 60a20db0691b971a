//! What an entry says below its title: first what changed, then what one
//! needs to act, last where it comes from.

use super::item::{Common, Item};
use crate::chronicle::{Move, What};
use crate::model::Declared;
use crate::view::{MoveTold, When, sentences};

/// The description of an entry, line by line.
pub(super) fn of(common: &Common<'_>, item: &Item<'_>, cancelled: Option<&Declared>, address: &str) -> String {
    let Common { press, notice, .. } = common;
    let labels = press.labels;
    let mut lines = Vec::new();
    lines.extend(cancelled.map(|stop| sentences(labels.declared(stop))));
    lines.extend(item.moved.map(|moved| common.moved(moved)));
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

    /// `Termine prorogato. Termine precedente: … Motivo: … Atto: …`; the moment
    /// it is now stands below.
    fn moved(&self, moved: Move<'_>) -> String {
        let labels = self.press.labels;
        let MoveTold { before, why, .. } = labels.moved(&moved);
        let what = labels.happened(What::Moved(moved)).map(str::to_owned);
        sentences(what.into_iter().chain([before]).chain(why))
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
