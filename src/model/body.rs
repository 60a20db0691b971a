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
    /// Its links and images, in order.
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

/// A link or image.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Where it goes.
    pub target: Target,
    /// Its text, or an image's alternative.
    pub text: String,
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
