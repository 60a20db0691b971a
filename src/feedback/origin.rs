//! Where a rating may come from: the pages of the site, and nowhere else.

use axum::http::{HeaderMap, HeaderValue, header};

/// The origin of the site, as browsers write it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Origin(String);

impl Origin {
    /// The origin of an address of scheme and host; none if browsers would
    /// write the host otherwise.
    pub(super) fn of(base_url: &str) -> Option<Self> {
        let lower = base_url.to_ascii_lowercase();
        let (scheme, host) = lower.split_once("://")?;
        let default = if scheme == "https" { ":443" } else { ":80" };
        let host = host.strip_suffix(default).unwrap_or(host);
        let good = !host.is_empty() && host.bytes().all(|b| b.is_ascii_alphanumeric() || b"-.:[]".contains(&b));
        good.then(|| Self(format!("{scheme}://{host}")))
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    /// For `Access-Control-Allow-Origin`.
    pub(super) fn header(&self) -> Option<HeaderValue> {
        HeaderValue::from_str(&self.0).ok()
    }

    /// Whether a request comes from a page of the site. Browsers always say
    /// where a form comes from; `null` is a page that hides it.
    pub(super) fn admits(&self, headers: &HeaderMap) -> bool {
        let mut origins = headers.get_all(header::ORIGIN).iter();
        match (origins.next(), origins.next()) {
            (Some(origin), None) => origin.as_bytes() == self.0.as_bytes(),
            (Some(_), Some(_)) => false,
            (None, _) => headers.get(header::REFERER).is_some_and(|page| {
                page.as_bytes()
                    .strip_prefix(self.0.as_bytes())
                    .is_some_and(|rest| matches!(rest.first(), None | Some(b'/' | b'?' | b'#')))
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn admits(origin: Option<&'static str>, referer: Option<&'static str>) -> bool {
        let mut headers = HeaderMap::new();
        if let Some(origin) = origin {
            headers.insert(header::ORIGIN, HeaderValue::from_static(origin));
        }
        if let Some(referer) = referer {
            headers.insert(header::REFERER, HeaderValue::from_static(referer));
        }
        Origin::of("https://Trasparenza.esempio.it:443").expect("an origin").admits(&headers)
    }

    #[test]
    fn only_the_site() {
        assert!(admits(Some("https://trasparenza.esempio.it"), None));
        assert!(admits(None, Some("https://trasparenza.esempio.it/atti/x/")));
        assert!(admits(None, Some("https://trasparenza.esempio.it")));
        for origin in [
            "null",
            "http://trasparenza.esempio.it",
            "https://trasparenza.esempio.it:8443",
            "https://trasparenza.esempio.it.evil.example",
            "https://evil.example",
            "",
        ] {
            assert!(!admits(Some(origin), Some("https://trasparenza.esempio.it/")), "{origin}");
        }
        for referer in
            ["https://trasparenza.esempio.it.evil.example/", "https://evil.example/https://trasparenza.esempio.it/"]
        {
            assert!(!admits(None, Some(referer)), "{referer}");
        }
        assert!(!admits(None, None));
    }

    #[test]
    fn as_browsers_write_it() {
        assert_eq!(Origin::of("http://[::1]:80").map(|origin| origin.0), Some("http://[::1]".to_owned()));
        assert_eq!(Origin::of("https://città.it"), None);
        assert_eq!(Origin::of("https://nome@esempio.it"), None);
    }
}
