//! `security.txt` (RFC 9116): whom to tell of a hole in the site's security,
//! where `sito.yaml` says so.

use super::{Ground, Made, Press};
use crate::edition::Artifact;
use crate::plan::{Job, SECURITY};

pub(super) fn plan(ground: &Ground<'_>) -> Vec<Job> {
    ground.site.settings.security.iter().map(|_| Job::file(SECURITY.clone())).collect()
}

pub(super) fn make(press: &Press<'_>) -> Made {
    let settings = &press.site.settings;
    let Some(security) = &settings.security else { return Ok(Vec::new()) };
    let own = Some(press.site.web(&SECURITY)).filter(|address| address.starts_with("https://"));
    let languages = match &security.languages[..] {
        [] => settings.language.tag().to_owned(),
        some => some.join(", "),
    };
    // Its last second: the minute and the day written still count.
    let expires = security.expires.value.ends().plus(-1).iso();
    let contacts = security.contacts.iter().map(|contact| ("Contact", Some(uri(contact))));
    let rest = [
        ("Expires", Some(expires)),
        ("Encryption", security.key.as_deref().map(uri)),
        ("Acknowledgments", security.thanks.as_deref().map(uri)),
        ("Preferred-Languages", Some(languages)),
        ("Canonical", own.as_deref().map(uri)),
        ("Policy", security.policy.as_deref().map(uri)),
    ];
    let lines = contacts.chain(rest).filter_map(|(name, value)| Some(format!("{name}: {}\n", value?)));
    Ok(vec![Artifact::new(&SECURITY, lines.collect::<String>())])
}

/// An address as RFC 3986 spells it: what it does not allow in bytes.
fn uri(address: &str) -> String {
    let mut text = String::with_capacity(address.len());
    for byte in address.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=%".contains(&byte) {
            text.push(char::from(byte));
        } else {
            text.push_str(&format!("%{byte:02X}"));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_holds_only_what_it_may() {
        assert_eq!(uri("https://x.it/perché?a=%20&b"), "https://x.it/perch%C3%A9?a=%20&b");
    }
}
