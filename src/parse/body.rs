//! The Markdown below the front matter.
//!
//! pulldown-cmark's events are rewritten where its HTML would leave somebody
//! out: headings get anchors, tables a scope and a region that scrolls,
//! footnotes a way back, alerts a visible word, task boxes a name. Raw HTML
//! never passes.

mod footnotes;
mod image_text;
mod link_text;
mod markup;
mod slots;
mod words;

use std::collections::{HashMap, HashSet};

use pulldown_cmark::{CodeBlockKind, CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};

use super::target::{Refusal, target};
use crate::characters::says_something;
use crate::messages::Msg;
use crate::model::{Body, Heading, Link, Target};
use crate::rules;
use crate::source::{Source, Span, Spanned};
use crate::yaml::Reader;

use footnotes::Footnotes;
use markup::Markup;
use slots::{cut_at_marks, escaped, escaped_url, mark, printable, title_attribute};
pub use words::Words;

/// An image being read: its number among the links, and its alternative so
/// far.
struct OpenImage {
    span: Span,
    link: usize,
    title: String,
    alt: String,
    /// How many images stand open in that alternative.
    within: usize,
}

/// What is read of a text, beside its HTML.
struct Draft<'s, 'r> {
    base: &'s str,
    home: &'s str,
    reader: &'r mut Reader,
    body: Body,
    markup: Markup<'s>,
    notes: Footnotes<'s>,
    /// The link being read: its place and the text so far.
    open_link: Option<(Span, String)>,
    /// The image being read.
    open_image: Option<OpenImage>,
    /// The anchors taken, and how often headings of the same text came.
    anchors: HashSet<String>,
    repeated: HashMap<String, usize>,
    /// The heading being read: where its opening event stands, and its text.
    open_heading: Option<(usize, HeadingLevel, String)>,
}

/// Renders a body once, and notes what the rules will want to look at.
/// `start` is the byte of the source at which it starts.
pub(super) fn body<'s>(source: &'s Source, start: usize, words: &'s Words, reader: &mut Reader) -> Body {
    let text = &source.text()[start..];
    let base = source.path().rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut draft = Draft {
        base,
        home: &words.home,
        reader,
        body: Body::default(),
        markup: Markup::new(words),
        notes: Footnotes::default(),
        open_link: None,
        open_image: None,
        open_heading: None,
        anchors: HashSet::new(),
        repeated: HashMap::new(),
    };
    for (event, range) in Parser::new_ext(text, options()).into_offset_iter() {
        let span = Span::new(start + range.start..start + range.end);
        draft.event(event, span);
    }
    draft.finish(text.len())
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_GFM
}

impl<'s> Draft<'s, '_> {
    fn event(&mut self, event: Event<'s>, span: Span) {
        let in_image = self.open_image.is_some();
        match event {
            Event::Html(html) | Event::InlineHtml(html) => self.raw_html(&html, span),
            Event::Start(Tag::Image { dest_url, title, .. }) => self.open_image(&dest_url, &title, span),
            Event::End(TagEnd::Image) => self.close_image(),
            // Of an alternative only the words are kept.
            Event::Start(_) | Event::End(_) | Event::FootnoteReference(_) if in_image => {}
            Event::Start(Tag::Link { link_type: LinkType::Email, dest_url, .. }) => {
                self.open_link(&format!("mailto:{dest_url}"), "", span);
            }
            Event::Start(Tag::Link { dest_url, title, .. }) => self.open_link(&dest_url, &title, span),
            Event::End(TagEnd::Link) => self.close_link(),
            Event::Start(Tag::Heading { level, .. }) => self.open_heading(level, span),
            Event::End(TagEnd::Heading(level)) => self.close_heading(level, span),
            Event::Start(Tag::FootnoteDefinition(name)) => {
                let outside = self.markup.divert();
                self.notes.open(name, outside);
            }
            Event::End(TagEnd::FootnoteDefinition) => {
                if let Some(outside) = self.notes.outside() {
                    let events = self.markup.resume(outside);
                    self.notes.close(events);
                }
            }
            Event::FootnoteReference(name) => {
                let html = self.notes.reference(&name);
                self.markup.html(html);
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                self.markup.push(Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(printable(info)))));
            }
            Event::Text(text) => {
                // By reference (`&#x202E;`): what stands as it is, is known.
                if !text.is_ascii() {
                    self.reader.hidden(span, &text);
                }
                self.text(text);
            }
            Event::Code(code) => {
                self.note_text(&code);
                if !in_image {
                    self.markup.push(Event::Code(printable(code)));
                }
            }
            Event::SoftBreak | Event::HardBreak => {
                self.note_text(" ");
                if !in_image {
                    self.markup.push(event);
                }
            }
            other => self.markup.event(other),
        }
    }

    fn text(&mut self, text: CowStr<'s>) {
        self.note_text(&text);
        if self.open_image.is_none() {
            self.markup.push(Event::Text(printable(text)));
        }
    }

    /// Text also belongs to the link, image or heading it stands in.
    fn note_text(&mut self, text: &str) {
        if let Some((_, link)) = &mut self.open_link {
            link.push_str(text);
        }
        if let Some(image) = &mut self.open_image {
            image.alt.push_str(text);
        }
        if let Some((.., heading)) = &mut self.open_heading {
            heading.push_str(text);
        }
    }

    fn raw_html(&mut self, html: &str, span: Span) {
        let tag: String = html.trim().chars().take(20).collect();
        if tag.is_empty() {
            return;
        }
        self.reader
            .report(&rules::HTML, span, Msg::new("html-in-body").with("tag", tag))
            .hint(Msg::new("html-body-hint"));
    }

    fn classify(&mut self, url: &str, title: &str, span: Span) -> Target {
        if crate::yaml::html_tag(title).is_some() {
            let tag: String = title.chars().take(20).collect();
            self.reader
                .report(&rules::HTML, span, Msg::new("html-in-text").with("tag", tag))
                .hint(Msg::new("html-text-hint"));
        }
        match target(url, self.base, self.home) {
            Ok(target) => target,
            Err(Refusal::Scheme(scheme)) => self.refuse(span, Msg::new("link-scheme").with("scheme", scheme)),
            Err(Refusal::NoScheme) => self.refuse(span, Msg::new("link-no-scheme")),
            Err(Refusal::Outside) => {
                self.reader
                    .report(&rules::ATTACHMENT_OUTSIDE, span, Msg::new("file-outside").with("path", url))
                    .hint(Msg::new("file-outside-hint"));
                Target::Refused
            }
        }
    }

    fn refuse(&mut self, span: Span, msg: Msg) -> Target {
        self.reader.report(&rules::UNSAFE_LINK, span, msg).hint(Msg::new("link-scheme-hint"));
        Target::Refused
    }

    fn open_link(&mut self, url: &str, title: &str, span: Span) {
        let target = self.classify(url, title, span);
        let href = match &target {
            Target::Elsewhere(url) => escaped_url(url),
            _ => mark(self.body.links.len()),
        };
        self.markup.html(format!("<a href=\"{href}\"{}>", title_attribute(title)));
        self.open_link = Some((span, String::new()));
        if !matches!(target, Target::Elsewhere(_)) {
            self.body.links.push(Spanned { value: Link { target, image: false }, span });
        }
    }

    fn close_link(&mut self) {
        if let Some((span, text)) = self.open_link.take() {
            if link_text::is_empty(&text) {
                let msg = Msg::new("click-here").with("text", text.trim());
                self.reader.report(&rules::CLICK_HERE, span, msg).hint(Msg::new("click-here-hint"));
            }
            self.markup.html("</a>".to_owned());
        }
    }

    fn open_image(&mut self, url: &str, title: &str, span: Span) {
        if let Some(outer) = &mut self.open_image {
            outer.within += 1;
            let msg = Msg::new("image-within-image");
            self.reader.report(&rules::IMAGE_TEXT, span, msg).hint(Msg::new("image-within-image-hint"));
            return;
        }
        let mut target = self.classify(url, title, span);
        if matches!(target, Target::Elsewhere(_)) {
            self.reader
                .report(&rules::UNSAFE_LINK, span, Msg::new("image-elsewhere"))
                .hint(Msg::new("image-elsewhere-hint"));
            target = Target::Refused;
        }
        let link = self.body.links.len();
        self.open_image = Some(OpenImage { span, link, title: title.to_owned(), alt: String::new(), within: 0 });
        self.body.links.push(Spanned { value: Link { target, image: true }, span });
    }

    fn close_image(&mut self) {
        if let Some(outer) = self.open_image.as_mut().filter(|outer| outer.within > 0) {
            outer.within -= 1;
            return;
        }
        let Some(OpenImage { span, link, title, alt, .. }) = self.open_image.take() else { return };
        let alt = alt.trim();
        if !says_something(alt) || !alt.contains(char::is_alphanumeric) {
            self.reader.report(&rules::IMAGE_TEXT, span, Msg::new("image-no-text")).hint(Msg::new("image-text-hint"));
        } else if image_text::names_a_file(alt) {
            let msg = Msg::new("image-file-name").with("text", alt);
            self.reader.report(&rules::IMAGE_TEXT, span, msg).hint(Msg::new("image-text-hint"));
        }
        let alt = escaped(alt);
        self.markup.html(format!(
            "<img src=\"{}\" alt=\"{alt}\"{} loading=\"lazy\">",
            mark(link),
            title_attribute(&title)
        ));
    }

    fn open_heading(&mut self, level: HeadingLevel, span: Span) {
        let level_number = level as u8;
        let before = self.body.headings.last().map_or(1, |heading| heading.value.level);
        if level_number == 1 {
            self.reader
                .report(&rules::HEADINGS, span, Msg::new("heading-first-level"))
                .hint(Msg::new("heading-first-hint"));
        } else if level_number > before + 1 {
            let msg = Msg::new("heading-skipped").with("level", level_number).with("before", before);
            let right = "#".repeat(usize::from(before) + 1);
            self.reader.report(&rules::HEADINGS, span, msg).hint(Msg::new("heading-skipped-hint").with("marks", right));
        }
        let at = self.markup.len();
        self.markup.html(String::new());
        self.open_heading = Some((at, level, String::new()));
    }

    fn close_heading(&mut self, level: HeadingLevel, span: Span) {
        let Some((at, _, text)) = self.open_heading.take() else { return };
        if !says_something(&text) {
            self.reader.report(&rules::HEADINGS, span, Msg::new("heading-empty")).hint(Msg::new("heading-empty-hint"));
        }
        let anchor = self.anchor(&text);
        self.markup.replace(at, format!("<{level} id=\"{anchor}\">"));
        self.markup.html(format!("</{level}>\n"));
        self.body.headings.push(Spanned { value: Heading { level: level as u8, anchor }, span });
    }

    /// An anchor of its own for every heading, told from its text.
    fn anchor(&mut self, text: &str) -> String {
        let slug = slug::slugify(text);
        let base = format!("testo-{}", if slug.is_empty() { "capo" } else { &slug });
        let mut anchor = base.clone();
        while !self.anchors.insert(anchor.clone()) {
            let number = self.repeated.entry(base.clone()).or_insert(1);
            *number += 1;
            anchor = format!("{base}-{number}");
        }
        anchor
    }

    fn finish(mut self, length: usize) -> Body {
        let notes = std::mem::take(&mut self.notes);
        self.markup.footnotes(notes);
        let html = self.markup.into_html(length);
        let (html, slots) = cut_at_marks(&html);
        // To size: there may be fifty thousand of each.
        let headings = self.body.headings.drain(..).collect();
        let links = self.body.links.drain(..).collect();
        Body { html, slots, headings, links }
    }
}
