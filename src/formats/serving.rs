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
pub const KEPT: Header = ("Content-Disposition", "attachment");

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::Vocabulary;

    #[test]
    fn the_recipes_say_what_the_table_says() {
        let having = |header: Header| {
            let formats = Format::ALL.iter().filter(|format| format.headers().contains(&header));
            let mut endings: Vec<&str> = formats.map(|format| format.word()).collect();
            endings.sort_unstable();
            format!(r"\.({})$", endings.join("|"))
        };
        for recipe in [include_str!("../../README.md"), include_str!("../../README.en.md")] {
            let confined = format!("    \"~*{}\" \"{SANDBOX}\";\n", having(CONFINED));
            assert!(recipe.contains(&confined), "{confined}");
            let kept = format!("\"~*^/atti/.+{}\" {};", having(KEPT), KEPT.1);
            assert!(recipe.contains(&kept), "{kept}");
            assert!(recipe.contains("add_header X-Content-Type-Options nosniff always;"));
        }
    }
}
