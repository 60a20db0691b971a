//! The text of a notice, rendered once, with what the rules look at.

use crate::source::Spanned;

/// The Markdown below the front matter, as HTML.
#[derive(Debug, Clone, Default)]
pub struct Body {
    /// The HTML. Links within the site are left open: see [`Slot`].
    pub html: String,
    /// Where in the HTML the address of a link goes, in order.
    pub slots: Vec<Slot>,
    /// Its headings, in order.
    pub headings: Vec<Spanned<Heading>>,
    /// Its links within the site and its images, in order.
    pub links: Vec<Spanned<Link>>,
}

/// A gap in the HTML for an address known only when every notice is.
#[derive(Debug, Clone, Copy)]
pub struct Slot {
    /// The byte of the HTML before which the address goes.
    pub at: usize,
    /// Which of the body's links.
    pub link: usize,
}

/// A heading of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// 2 to 6.
    pub level: u8,
    /// Its anchor.
    pub anchor: String,
}

/// A link within the site, or an image.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Where it goes.
    pub target: Target,
    /// Whether it is an image.
    pub image: bool,
}

/// Where a link goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// Out of the site; nothing to check.
    Elsewhere(String),
    /// A heading of the same text.
    Anchor(String),
    /// An address of the site, from its root, and a heading there.
    Page(String, Option<String>),
    /// A file of the content folder by its path from there, and a heading.
    File(String, Option<String>),
    /// Nothing we let pass: reported when read.
    Refused,
}

/// Where the HTML of a notice lies among the [`Texts`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TextRef {
    batch: u32,
    start: u32,
    end: u32,
}

impl TextRef {
    /// Moves a notice's HTML to the end of its batch's.
    pub fn append(batch: usize, whole: &mut String, html: &mut String) -> Self {
        let byte = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let start = whole.len();
        whole.push_str(html);
        *html = String::new();
        Self { batch: byte(batch), start: byte(start), end: byte(whole.len()) }
    }

    /// The batch it lies in.
    pub fn batch(self) -> usize {
        self.batch as usize
    }

    /// Its HTML, from the text of its batch.
    pub fn of(self, batch: &str) -> &str {
        batch.get(self.start as usize..self.end as usize).unwrap_or_default()
    }
}

/// The HTML of all notices, in batches: what is read together lies together,
/// is rendered together and let go together.
#[derive(Debug, Default)]
pub struct Texts(Vec<String>);

impl Texts {
    /// The batches, in order.
    pub fn new(batches: Vec<String>) -> Self {
        Self(batches)
    }

    /// The HTML of a notice.
    pub fn get(&self, text: TextRef) -> &str {
        self.0.get(text.batch()).map_or("", |batch| text.of(batch))
    }

    /// The batches, to be let go one by one.
    pub fn into_batches(self) -> Vec<String> {
        self.0
    }
}
