//! A rating, checked: what was sent is text, and hostile.

use super::privacy;
use super::refusal::Refusal;
use crate::model::{DETAILS, Stars};

/// No address of ours is longer.
const PAGE: usize = 300;

/// The fields of the form as they came.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Fields {
    /// The page rated: a path from the root of the site.
    pub(super) page: Option<String>,
    /// One to five stars.
    pub(super) stars: Option<String>,
    /// Which of the five answers.
    pub(super) choice: Option<String>,
    /// The details.
    pub(super) text: Option<String>,
    /// A field people do not see: only programs fill it in.
    pub(super) trap: Option<String>,
}

/// A rating.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The page rated: a path from the root of the site.
    pub page: String,
    /// How clear it is.
    pub stars: Stars,
    /// Which of the five answers of the question that follows, from 1.
    pub choice: Option<u8>,
    /// The details, without what looks like personal data.
    pub text: Option<String>,
}

impl Fields {
    /// Whether a program filled in what people do not see.
    pub(super) fn is_trapped(&self) -> bool {
        self.trap.as_ref().is_some_and(|text| !text.trim().is_empty())
    }

    /// The rating, if everything in it is right.
    pub(super) fn check(&self) -> Result<Answer, Refusal> {
        let page = self.page.as_deref().ok_or(Refusal::Page)?;
        if page.len() > PAGE {
            return Err(Refusal::LongPage);
        }
        if !is_page(page) {
            return Err(Refusal::Page);
        }
        let stars = self.stars.as_deref().and_then(one_to_five).and_then(Stars::new).ok_or(Refusal::Stars)?;
        let choice = match self.choice.as_deref().filter(|choice| !choice.is_empty()) {
            None => None,
            Some(choice) => Some(one_to_five(choice).ok_or(Refusal::Choice)?),
        };
        let text = self.text.as_deref().unwrap_or_default();
        if length(text) > DETAILS {
            return Err(Refusal::LongText);
        }
        Ok(Answer { page: page.to_owned(), stars, choice, text: privacy::clean(text) })
    }
}

/// Whether a text could be the path of a page: as our addresses are made, and
/// nothing that leads elsewhere. Which pages the site has is not known here.
pub(super) fn is_page(path: &str) -> bool {
    path.len() <= PAGE
        && path.starts_with('/')
        && path.bytes().all(|b| b.is_ascii_alphanumeric() || b"/-_.".contains(&b))
        && !path.contains("//")
        && !path.split('/').any(|name| name.starts_with('.') || name.contains(".."))
}

fn one_to_five(text: &str) -> Option<u8> {
    match text.as_bytes() {
        [digit @ b'1'..=b'5'] => Some(digit - b'0'),
        _ => None,
    }
}

/// As long as `maxlength` finds it: in UTF-16, and a new line is one
/// character though the form sends two.
fn length(text: &str) -> usize {
    text.encode_utf16().count() - text.matches("\r\n").count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(page: &str, stars: &str, choice: &str, text: &str) -> Fields {
        let some = |text: &str| Some(text.to_owned());
        Fields { page: some(page), stars: some(stars), choice: some(choice), text: some(text), trap: None }
    }

    #[test]
    fn a_whole_rating_and_a_bare_one() {
        let whole = fields("/atti/mense/", "2", "5", " Manca\tl’allegato. ").check().expect("it is right");
        assert_eq!(whole.text.as_deref(), Some("Manca l’allegato."));
        assert_eq!((whole.stars.get(), whole.choice), (2, Some(5)));
        let bare = fields("/", "5", "", "").check().expect("it is right");
        assert_eq!((bare.page.as_str(), bare.choice, bare.text), ("/", None, None));
    }

    #[test]
    fn stars_and_answers_are_one_to_five() {
        for wrong in ["", "0", "6", "05", " 5", "5 ", "5.0", "-1", "٣", "cinque", "1\0"] {
            assert_eq!(fields("/", wrong, "", "").check(), Err(Refusal::Stars), "{wrong:?}");
            let expected = if wrong.is_empty() { None } else { Some(Refusal::Choice) };
            assert_eq!(fields("/", "1", wrong, "").check().err(), expected, "{wrong:?}");
        }
    }

    #[test]
    fn a_page_is_a_path_of_a_site() {
        for right in ["/", "/atti/mense/", "/404.html", "/bandi-gara-contratti/pagina/2/", "/atti/a_b.c/"] {
            assert!(is_page(right), "{right}");
        }
        for wrong in [
            "",
            "atti/",
            "//evil.example/",
            "/atti//mense/",
            "/../etc/passwd",
            "/atti/../x/",
            "/./",
            "/.git/",
            "/a..b/",
            "/atti/mense/?x=1",
            "/atti#x",
            "/atti/%2e%2e/",
            "/\\evil.example",
            "/città/",
            "/a b/",
            "https://evil.example/",
            "/a\n",
        ] {
            assert_eq!(fields(wrong, "3", "", "").check(), Err(Refusal::Page), "{wrong:?}");
        }
        let long = format!("/{}", "a".repeat(300));
        assert_eq!(fields(&long, "3", "", "").check(), Err(Refusal::LongPage));
        assert!(fields(&long[..300], "3", "", "").check().is_ok());
    }

    #[test]
    fn details_are_as_long_as_the_browser_lets_them_be() {
        let length = |text: String| fields("/", "3", "", &text).check().map(|_| ());
        assert_eq!(length("è".repeat(200)), Ok(()));
        assert_eq!(length("è".repeat(201)), Err(Refusal::LongText));
        assert_eq!(length("🙂".repeat(100)), Ok(()));
        assert_eq!(length("🙂".repeat(100) + "a"), Err(Refusal::LongText));
        assert_eq!(length("a\r\n".repeat(100)), Ok(()));
        assert_eq!(length("a\r\n".repeat(100) + "a"), Err(Refusal::LongText));
    }
}
