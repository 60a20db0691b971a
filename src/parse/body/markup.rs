//! The events of a text on their way to HTML.

use pulldown_cmark::{Alignment, BlockQuoteKind, Event, Tag, TagEnd};

use super::Words;
use super::footnotes::Footnotes;

/// Events to be written, some of them already HTML.
pub(super) struct Markup<'s> {
    words: Words,
    events: Vec<Event<'s>>,
    /// The alignments of the table being written, and the column reached.
    alignments: Vec<Alignment>,
    column: usize,
    in_head: bool,
    tables: usize,
    /// For each open quote, whether it is an alert.
    quotes: Vec<bool>,
}

impl<'s> Markup<'s> {
    pub(super) fn new(words: &Words) -> Self {
        Self {
            words: words.clone(),
            events: Vec::new(),
            alignments: Vec::new(),
            column: 0,
            in_head: false,
            tables: 0,
            quotes: Vec::new(),
        }
    }

    pub(super) fn len(&self) -> usize {
        self.events.len()
    }

    /// Writes an event as it is.
    pub(super) fn push(&mut self, event: Event<'s>) {
        self.events.push(event);
    }

    /// Writes HTML of ours.
    pub(super) fn html(&mut self, html: String) {
        self.events.push(Event::InlineHtml(html.into()));
    }

    /// Writes HTML of ours in the place of an earlier event.
    pub(super) fn replace(&mut self, at: usize, html: String) {
        self.events[at] = Event::InlineHtml(html.into());
    }

    /// Sets what was written aside, to write something else.
    pub(super) fn divert(&mut self) -> Vec<Event<'s>> {
        std::mem::take(&mut self.events)
    }

    /// Goes on where `divert` left off; gives back what was written since.
    pub(super) fn resume(&mut self, before: Vec<Event<'s>>) -> Vec<Event<'s>> {
        std::mem::replace(&mut self.events, before)
    }

    /// Writes an event, rewritten where plain Markdown would leave somebody
    /// out.
    pub(super) fn event(&mut self, event: Event<'s>) {
        match event {
            Event::Start(Tag::Table(alignments)) => self.open_table(alignments),
            Event::End(TagEnd::Table) => self.html("</tbody></table></div>\n".to_owned()),
            Event::Start(Tag::TableHead) => {
                self.in_head = true;
                self.column = 0;
                self.html("<thead><tr>".to_owned());
            }
            Event::End(TagEnd::TableHead) => {
                self.in_head = false;
                self.html("</tr></thead>\n<tbody>".to_owned());
            }
            Event::Start(Tag::TableRow) => {
                self.column = 0;
                self.html("<tr>".to_owned());
            }
            Event::End(TagEnd::TableRow) => self.html("</tr>\n".to_owned()),
            Event::Start(Tag::TableCell) => self.open_cell(),
            Event::End(TagEnd::TableCell) => {
                self.column += 1;
                self.html(if self.in_head { "</th>" } else { "</td>" }.to_owned());
            }
            Event::Start(Tag::BlockQuote(kind)) => self.open_quote(kind),
            Event::End(TagEnd::BlockQuote(_)) => {
                let alert = self.quotes.pop().unwrap_or(false);
                self.html(if alert { "</div>\n" } else { "</blockquote>\n" }.to_owned());
            }
            Event::TaskListMarker(done) => {
                let name = if done { &self.words.done } else { &self.words.to_do };
                let checked = if done { " checked" } else { "" };
                let html = format!("<input type=\"checkbox\" disabled{checked} aria-label=\"{name}\"> ");
                self.html(html);
            }
            other => self.events.push(other),
        }
    }

    fn open_table(&mut self, alignments: Vec<Alignment>) {
        self.tables += 1;
        self.alignments = alignments;
        let name = format!("{} {}", self.words.table, self.tables);
        self.html(format!("<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{name}\"><table aria-label=\"{name}\">"));
    }

    fn open_cell(&mut self) {
        let class = match self.alignments.get(self.column) {
            Some(Alignment::Left) => " class=\"al-left\"",
            Some(Alignment::Center) => " class=\"al-center\"",
            Some(Alignment::Right) => " class=\"al-right\"",
            _ => "",
        };
        let html = if self.in_head { format!("<th scope=\"col\"{class}>") } else { format!("<td{class}>") };
        self.html(html);
    }

    fn open_quote(&mut self, kind: Option<BlockQuoteKind>) {
        self.quotes.push(kind.is_some());
        let Some(kind) = kind else {
            return self.html("<blockquote>\n".to_owned());
        };
        let (class, word) = match kind {
            BlockQuoteKind::Note => ("note", 0),
            BlockQuoteKind::Tip => ("tip", 1),
            BlockQuoteKind::Important => ("important", 2),
            BlockQuoteKind::Warning => ("warning", 3),
            BlockQuoteKind::Caution => ("caution", 4),
        };
        let word = &self.words.alerts[word];
        let html = format!("<div class=\"alert alert-{class}\"><p class=\"alert-title\">{word}</p>\n");
        self.html(html);
    }

    /// Writes the footnotes at the end, in the order they were called.
    pub(super) fn footnotes(&mut self, notes: Footnotes<'s>) {
        let called = notes.in_order();
        if called.is_empty() {
            return;
        }
        self.html(format!("<section class=\"footnotes\" aria-label=\"{}\"><ol>\n", self.words.footnotes));
        for (number, events) in called {
            self.html(format!("<li id=\"nota-{number}\">"));
            let back =
                format!(" <a href=\"#rif-{number}\" class=\"back\" aria-label=\"{} {number}\">↩</a>", self.words.back);
            let last = events.iter().rposition(|event| matches!(event, Event::End(TagEnd::Paragraph)));
            for (at, event) in events.into_iter().enumerate() {
                if Some(at) == last {
                    self.html(back.clone());
                }
                self.events.push(event);
            }
            self.html("</li>\n".to_owned());
        }
        self.html("</ol></section>\n".to_owned());
    }

    pub(super) fn into_html(self, length: usize) -> String {
        let mut html = String::with_capacity(length + length / 4);
        pulldown_cmark::html::push_html(&mut html, self.events.into_iter());
        html
    }
}
