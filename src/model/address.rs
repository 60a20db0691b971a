//! The addresses that are ours, whatever a body publishes: one table for
//! pages, headers, links and names no section may take.

use crate::model::{Extra, Site};

/// The search.
pub const SEARCH: &str = "/cerca/";
/// How browsers and other programs search the site (`OpenSearch` 1.1).
pub const OPENSEARCH: &str = "/opensearch.xml";
/// Whom to tell of a hole in the site's security (RFC 9116).
pub const SECURITY: &str = "/.well-known/security.txt";
/// How to follow the site.
pub const SUBSCRIBE: &str = "/ricevi-gli-avvisi/";
/// The open data, and what they mean.
pub const DATA: &str = "/dati/";
/// The catalogue of the open data, without the ending of its forms.
pub const CATALOGUE: &str = "/dati/catalogo";
/// Our own page of legal notes.
pub const LEGAL: &str = "/note-legali/";
/// Our own page of questions and answers.
pub const FAQ: &str = "/domande-frequenti/";
/// Where the lists of the whole site stand.
pub const LISTS: &str = "elenchi";

/// The first part of the addresses of our pages, sections left out.
pub const FOLDERS: [&str; 7] =
    ["atti", "cerca", "dati", "domande-frequenti", LISTS, "note-legali", "ricevi-gli-avvisi"];

/// What stands below a section, or beside our pages, and is no section.
const WITHIN: [&str; 10] = [
    "aperti",
    "conclusi",
    "in-programma",
    "in-scadenza",
    "pagina",
    "risorse",
    "scaduti",
    "tipo",
    "ufficio",
    "valutazione",
];

/// Whether a section may not be called this: a list, or a page of ours, is.
pub fn is_reserved(id: &str) -> bool {
    FOLDERS.contains(&id) || WITHIN.contains(&id) || (id.len() == 4 && id.bytes().all(|b| b.is_ascii_digit()))
}

impl Site {
    /// The addresses of the pages of service.
    pub fn service_pages(&self) -> impl Iterator<Item = &'static str> + use<> {
        let links = &self.settings.links;
        let pages = [
            (true, SUBSCRIBE),
            (self.has_search(), SEARCH),
            (self.has_data(), DATA),
            (links.legal.is_none(), LEGAL),
            (links.faq.is_none(), FAQ),
        ];
        pages.into_iter().filter(|(there, _)| *there).map(|(_, page)| page)
    }

    /// The address of the JSON beside a page, if the body wants it.
    pub fn json_address(&self, page: &str) -> Option<String> {
        self.makes(Extra::Json).then(|| format!("{page}index.json"))
    }

    /// Whether there is a page on the open data: tables, or pages as JSON.
    pub fn has_data(&self) -> bool {
        self.makes(Extra::Data) || self.makes(Extra::Json)
    }

    /// Whether the body wants what can be left out.
    pub fn makes(&self, extra: Extra) -> bool {
        !self.settings.without.contains(&extra)
    }

    /// Whether citizens can search it.
    pub fn has_search(&self) -> bool {
        cfg!(feature = "search") && self.makes(Extra::Search)
    }

    /// An address on the web, from one from the root.
    pub fn web(&self, address: &str) -> String {
        format!("{}{address}", self.settings.base_url)
    }
}

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
