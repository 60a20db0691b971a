//! Templates as they were written and as tera reads them, and the way from
//! the one to the other: what is wrong is told where somebody can mend it.

use std::ops::Range;
use std::sync::Arc;

use super::made::Made;
use super::{OURS, meter, squeeze};
use crate::source::{Source, Span};

/// A template.
pub(super) struct Template {
    /// What tera calls it: `home.html`, `base/home.html`.
    pub(super) name: String,
    /// As it was written.
    pub(super) written: Arc<Source>,
    /// Without the white space nobody needs.
    squeezed: Made,
    /// With the calls that count, if it has any.
    metered: Option<Made>,
}

impl Template {
    /// A template under the name tera is to find it by.
    pub(super) fn new(name: String, written: Source) -> Self {
        let squeezed = squeeze::template(written.text());
        Self { name, written: Arc::new(written), squeezed, metered: None }
    }

    /// Makes it count its steps, unless it is one of ours.
    pub(super) fn count_steps(&mut self) {
        if !self.is_ours() {
            self.metered = Some(meter::insert(self.squeezed.text()));
        }
    }

    /// Whether it belongs to the built-in theme.
    pub(super) fn is_ours(&self) -> bool {
        self.name.starts_with(OURS)
    }

    /// As tera reads it.
    pub(super) fn text(&self) -> &str {
        self.metered.as_ref().unwrap_or(&self.squeezed).text()
    }

    /// What it says, without the calls that count.
    pub(super) fn said(&self) -> &str {
        self.squeezed.text()
    }

    /// Where bytes of [`said`](Self::said) were written.
    pub(super) fn place(&self, range: Range<usize>) -> Span {
        let start = self.squeezed.origin(range.start);
        Span::new(start..self.squeezed.origin(range.end).max(start))
    }

    /// Where the word was written that stands at a line and column, from one,
    /// of what tera reads.
    pub(super) fn word_at(&self, line: usize, column: usize) -> Span {
        let text = self.text();
        let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
        let before: usize = text[start..].chars().take(column.saturating_sub(1)).map(char::len_utf8).sum();
        let read = start + before;
        let start = self.squeezed.origin(self.metered.as_ref().map_or(read, |metered| metered.origin(read)));
        let rest = &self.written.text()[start..];
        let word = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        let other = rest.chars().next().filter(|c| !c.is_whitespace()).map_or(0, char::len_utf8);
        Span::new(start..start + word.max(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_where_they_were_written() {
        let written =
            "{# una nota\nlunga #}\n\n<div>\n\n    {% for a in tree %}\n\n  è   {{ a.nessuno }}\n{% endfor %}\n";
        let mut template = Template::new("home.html".to_owned(), Source::new("home.html", written));
        template.count_steps();
        let text = template.text().to_owned();
        for word in ["tree", "nessuno", "endfor", "div"] {
            let at = text.find(word).expect("it is there");
            let line = text[..at].matches('\n').count() + 1;
            let column = text[..at].rsplit('\n').next().unwrap_or_default().chars().count() + 1;
            let span = template.word_at(line, column);
            assert_eq!(&written[span.range()], word);
            let at = template.said().find(word).expect("it is there");
            assert_eq!(&written[template.place(at..at + word.len()).range()], word);
        }
        let end = template.word_at(10_000, 10_000);
        assert_eq!(end.start(), written.len());
    }
}
