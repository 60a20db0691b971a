//! What a server should send with an attachment beside its media type: one
//! table for the preview, the headers of static hosts and the recipes.

use super::Format;

/// A header: its name and value.
pub type Header = (&'static str, &'static str);

/// The policy for documents that need nothing of the site: they may show
/// themselves, and run nothing.
pub const SANDBOX: &str =
    "sandbox; default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";

const CONFINED: Header = ("Content-Security-Policy", SANDBOX);

/// To keep rather than to show.
const KEPT: Header = ("Content-Disposition", "attachment");

impl Format {
    /// The headers of an attachment, beside those of every file
    /// (`X-Content-Type-Options: nosniff` among them). In a sandbox browsers
    /// show no PDF: those have the policy of pages.
    pub fn headers(self) -> &'static [Header] {
        match self {
            Self::Pdf => &[],
            _ if self.is_markup() => &[CONFINED, KEPT],
            _ => &[CONFINED],
        }
    }
}
