//! The part of a web address a policy is told.

/// The origin of a web address, scheme, host and port: the only part of one
/// that a policy is told. Nothing that is not letters, figures, dots and
/// dashes gets through: in a policy a blank, a comma or a semicolon opens
/// what comes next.
pub fn origin(address: &str) -> Option<&str> {
    let start = ["https://", "http://"].into_iter().find(|scheme| address.starts_with(scheme))?.len();
    let end = address[start..].find(['/', '?', '#']).map_or(address.len(), |at| start + at);
    let (name, port) = address[start..end].split_once(':').unwrap_or((&address[start..end], "443"));
    let good = name.starts_with(|c: char| c.is_ascii_alphanumeric())
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || b".-_".contains(&b))
        && !port.is_empty()
        && port.bytes().all(|b| b.is_ascii_digit())
        && port.parse::<u16>().is_ok();
    good.then_some(&address[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_policy_is_told_an_origin_and_nothing_more() {
        for (address, expected) in [
            ("https://voti.comune.esempio.it/invia", Some("https://voti.comune.esempio.it")),
            ("https://voti.comune.esempio.it:8443/a?b#c", Some("https://voti.comune.esempio.it:8443")),
            ("http://127.0.0.1:8080", Some("http://127.0.0.1:8080")),
            ("https://a.it?x", Some("https://a.it")),
            ("https://a.it;script-src *", None),
            ("https://a.it; script-src *", None),
            ("https://a.it,https://b.it", None),
            ("https://a.it https://b.it", None),
            ("https://a.it\n/x", None),
            ("https://a.it\u{a0}x", None),
            ("https://'unsafe-inline'", None),
            ("https://*", None),
            ("https://*.it", None),
            ("https://a.it:*", None),
            ("https://a.it:", None),
            ("https://a.it:99999", None),
            ("https://a.it:+80", None),
            ("https://x@a.it/", None),
            ("https://comuné.it/", None),
            ("data:text/html,x", None),
            ("javascript:1", None),
            ("a.it", None),
            ("https://", None),
        ] {
            assert_eq!(origin(address), expected, "{address}");
        }
    }
}
