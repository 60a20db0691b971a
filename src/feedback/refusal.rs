//! Why a rating is not taken.

use axum::http::StatusCode;

/// Why a rating is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refusal {
    /// The body is not what its media type says.
    Malformed,
    /// There is no page, or it is no path of a site.
    Page,
    /// There are no stars, or they are not one to five.
    Stars,
    /// The answer is none of the five.
    Choice,
    /// The path of the page is too long.
    LongPage,
    /// The details are too long.
    LongText,
    /// The body is too long.
    Large,
    /// The body did not come in time.
    Late,
    /// The body is of a kind we do not read.
    MediaType,
    /// It does not come from a page of the site.
    Origin,
    /// Too many came from there; after so many seconds there is room for one.
    Often(u64),
    /// Only `POST` brings a rating.
    Method,
    /// Nothing is at that address.
    Lost,
    /// It could not be stored.
    Unavailable,
}

impl Refusal {
    pub(super) fn status(self) -> StatusCode {
        match self {
            Self::Malformed | Self::Page | Self::Stars | Self::Choice => StatusCode::BAD_REQUEST,
            Self::LongPage | Self::LongText => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Large => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Late => StatusCode::REQUEST_TIMEOUT,
            Self::MediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::Origin => StatusCode::FORBIDDEN,
            Self::Often(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::Lost => StatusCode::NOT_FOUND,
            Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    /// What it says to whoever rated.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Malformed => "receiver-malformed",
            Self::Page => "receiver-page",
            Self::Stars => "receiver-stars",
            Self::Choice => "receiver-choice",
            Self::LongPage => "receiver-long-page",
            Self::LongText => "receiver-long-text",
            Self::Large => "receiver-large",
            Self::Late => "receiver-late",
            Self::MediaType => "receiver-media-type",
            Self::Origin => "receiver-origin",
            Self::Often(_) => "receiver-often",
            Self::Method => "receiver-method",
            Self::Lost => "receiver-lost",
            Self::Unavailable => "receiver-unavailable",
        }
    }

    /// When to come back, in seconds, if waiting helps.
    pub(super) fn retry_after(self) -> Option<u64> {
        match self {
            Self::Often(seconds) => Some(seconds),
            Self::Unavailable => Some(60),
            _ => None,
        }
    }
}
