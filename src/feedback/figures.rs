//! What ratings come to, in all and by page or period.

use std::collections::BTreeMap;

use super::store::Entry;
use crate::calendar::Instant;
use crate::model::{FollowUp, Stars};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// What a row of the report is about.
    By in "by" {
        /// A page.
        Page = "pagina",
        /// A month.
        Month = "mese",
        /// A day.
        Day = "giorno",
    }
}

/// How many rated, how, and what they wrote.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Figures {
    /// How many ratings.
    pub count: u64,
    /// How many gave one star, two…
    pub stars: [u64; 5],
    /// How often each difficulty was chosen.
    pub difficulties: [u64; 5],
    /// How often each merit was chosen.
    pub merits: [u64; 5],
    /// What they wrote, in order of time.
    pub texts: Vec<Written>,
}

/// What somebody wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// When, to the minute.
    pub moment: Instant,
    /// About which page.
    pub page: String,
    /// With how many stars.
    pub stars: Stars,
    /// The text.
    pub text: String,
}

/// The figures of a page, of a period, or of a page in a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// `2026-11` or `2026-11-23`, if rows are by period.
    pub period: Option<String>,
    /// The page, if rows are by page.
    pub page: Option<String>,
    /// What was said of it.
    pub figures: Figures,
}

/// The whole report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// What rows are about.
    pub by: Vec<By>,
    /// Everything together.
    pub total: Figures,
    /// Row by row: periods in order, in each the pages with most ratings
    /// first.
    pub rows: Vec<Row>,
}

impl Report {
    /// The report of some ratings.
    pub fn of(entries: impl IntoIterator<Item = Entry>, by: &[By]) -> Self {
        let mut total = Figures::default();
        let mut rows: BTreeMap<_, Figures> = BTreeMap::new();
        for entry in entries {
            let day = entry.moment.day();
            let period = match (by.contains(&By::Day), by.contains(&By::Month)) {
                (true, _) => Some(day.format("%Y-%m-%d").to_string()),
                (false, true) => Some(day.format("%Y-%m").to_string()),
                _ => None,
            };
            let page = by.contains(&By::Page).then(|| entry.answer.page.clone());
            rows.entry((period, page)).or_default().add(&entry);
            total.add(&entry);
        }
        let rows = rows.into_iter().map(|((period, page), figures)| Row { period, page, figures });
        let mut rows: Vec<Row> = rows.collect();
        rows.sort_by(|a, b| (&a.period, b.figures.count, &a.page).cmp(&(&b.period, a.figures.count, &b.page)));
        Self { by: by.to_vec(), total, rows }
    }
}

impl Figures {
    fn add(&mut self, entry: &Entry) {
        let Entry { moment, answer } = entry;
        let at = |number: u8| usize::from(number.clamp(1, 5)) - 1;
        self.count += 1;
        self.stars[at(answer.stars.get())] += 1;
        if let Some(choice) = answer.choice {
            self.answers_mut(answer.stars.follow_up())[at(choice)] += 1;
        }
        if let Some(text) = &answer.text {
            let (page, text) = (answer.page.clone(), text.clone());
            self.texts.push(Written { moment: *moment, page, stars: answer.stars, text });
        }
    }

    fn answers_mut(&mut self, question: FollowUp) -> &mut [u64; 5] {
        match question {
            FollowUp::Difficulties => &mut self.difficulties,
            FollowUp::Merits => &mut self.merits,
        }
    }

    /// How often each answer to a question was chosen.
    pub fn answers(&self, question: FollowUp) -> &[u64; 5] {
        match question {
            FollowUp::Difficulties => &self.difficulties,
            FollowUp::Merits => &self.merits,
        }
    }

    /// The mean of the stars in hundredths, halves up; none of nothing.
    pub fn mean(&self) -> Option<u64> {
        let sum: u64 = (1..).zip(self.stars).map(|(stars, times)| stars * times).sum();
        (self.count > 0).then(|| (sum * 200 + self.count) / (2 * self.count))
    }

    /// The mean with two decimals after a sign; nothing if there is none.
    pub fn written_mean(&self, sign: char) -> String {
        self.mean().map(|mean| format!("{}{sign}{:02}", mean / 100, mean % 100)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feedback::Answer;

    fn entry(unix: i64, page: &str, stars: u8, choice: Option<u8>, text: Option<&str>) -> Entry {
        let stars = Stars::new(stars).expect("one to five");
        let answer = Answer { page: page.to_owned(), stars, choice, text: text.map(str::to_owned) };
        Entry { moment: Instant::from_unix(unix), answer }
    }

    #[test]
    fn figures_add_up() {
        // 2026-10-31T23:30Z is the first of November in Rome.
        let night = 1_793_489_400;
        let entries = [
            entry(night, "/b/", 2, Some(1), Some("no")),
            entry(night - 7_200, "/a/", 4, Some(1), None),
            entry(night + 60, "/b/", 5, None, None),
        ];
        let by_page = Report::of(entries.clone(), &[By::Page]);
        assert_eq!((by_page.total.count, by_page.total.mean()), (3, Some(367)));
        assert_eq!(by_page.total.stars, [0, 1, 0, 1, 1]);
        assert_eq!((by_page.total.difficulties[0], by_page.total.merits[0]), (1, 1));
        let pages: Vec<_> = by_page.rows.iter().map(|row| (row.page.as_deref(), row.figures.count)).collect();
        assert_eq!(pages, [(Some("/b/"), 2), (Some("/a/"), 1)]);
        assert_eq!(by_page.rows[0].figures.texts.len(), 1);
        let by_month = Report::of(entries.clone(), &[By::Month]);
        let months: Vec<_> = by_month.rows.iter().map(|row| row.period.as_deref()).collect();
        assert_eq!(months, [Some("2026-10"), Some("2026-11")]);
        let both = Report::of(entries, &[By::Day, By::Page]);
        assert_eq!(both.rows[1].period.as_deref(), Some("2026-11-01"));
        assert_eq!(both.rows[1].page.as_deref(), Some("/b/"));
        assert_eq!(Figures::default().mean(), None);
    }
}
