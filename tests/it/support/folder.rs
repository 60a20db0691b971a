//! A site in a folder of its own, built as often as one likes.

use trasparente::calendar::read_moment;
use trasparente::edition::{Content, Edition};

use super::settings::SETTINGS;
use super::sites::{build_at, findings_of};

/// A site in a folder, which goes with it.
pub(crate) struct Site(pub(crate) tempfile::TempDir);

impl Site {
    /// A site with more settings, and some texts.
    pub(crate) fn of(more: &str, texts: &[(&str, &str)]) -> Self {
        let site = Self(tempfile::tempdir().expect("a folder for a site"));
        site.put("sito.yaml", &format!("{SETTINGS}{more}"));
        for (path, text) in texts {
            site.put(path, text);
        }
        site
    }

    /// Writes a file.
    #[expect(clippy::disallowed_methods, reason = "a test makes its own site")]
    pub(crate) fn put(&self, path: &str, text: &str) {
        let path = self.0.path().join("content").join(path);
        std::fs::create_dir_all(path.parent().expect("a file has a folder")).expect("a folder can be made");
        std::fs::write(path, text).expect("a file can be written");
    }

    /// The edition of an instant.
    pub(crate) fn at(&self, moment: &str) -> Edition {
        let now = read_moment(moment).expect("a moment").begins();
        let built = build_at(self.0.path(), now);
        let said = findings_of(&built);
        built.edition.unwrap_or_else(|| panic!("{said}"))
    }

    /// The edition of the usual instant.
    pub(crate) fn edition(&self) -> Edition {
        self.at("2026-11-23T10:00")
    }
}

/// The bytes of a file.
pub(crate) fn bytes(edition: &Edition, path: &str) -> Vec<u8> {
    match edition.get(path) {
        Some(Content::Bytes(bytes)) => bytes.to_vec(),
        other => panic!("{path} is {other:?}"),
    }
}

/// The text of a file.
pub(crate) fn text(edition: &Edition, path: &str) -> String {
    String::from_utf8(bytes(edition, path)).expect("it is text")
}
