//! HTML written by hand, where no template is asked: the news of feeds.

use pulldown_cmark_escape::{escape_href, escape_html};

/// HTML in the making: what goes in is text until said otherwise.
#[derive(Default)]
pub(super) struct Html(String);

impl Html {
    /// What was written.
    pub(super) fn done(self) -> String {
        self.0
    }

    pub(super) fn raw(&mut self, html: &str) {
        self.0.push_str(html);
    }

    pub(super) fn text(&mut self, text: &str) {
        // Writing to a String cannot fail.
        let _ = escape_html(&mut self.0, text);
    }

    pub(super) fn paragraph(&mut self, text: &str) {
        self.raw("<p>");
        self.text(text);
        self.raw("</p>");
    }

    pub(super) fn link(&mut self, url: &str, text: &str) {
        self.raw("<a href=\"");
        let _ = escape_href(&mut self.0, url);
        self.raw("\">");
        self.text(text);
        self.raw("</a>");
    }

    /// A line of a list: a word, then what is said of it.
    pub(super) fn line(&mut self, label: &str, said: impl FnOnce(&mut Self)) {
        self.raw("<li><strong>");
        self.text(label);
        self.raw(":</strong> ");
        said(self);
        self.raw("</li>");
    }

    /// A list under a title, if anything goes in it.
    pub(super) fn list(&mut self, title: &str, fill: impl FnOnce(&mut Self)) {
        let start = self.0.len();
        self.raw("<h2>");
        self.text(title);
        self.raw("</h2><ul>");
        let empty = self.0.len();
        fill(self);
        if self.0.len() == empty {
            self.0.truncate(start);
        } else {
            self.raw("</ul>");
        }
    }
}
