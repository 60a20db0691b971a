//! Where links within the site lead.

use super::{Address, Job, Origin, Plan, published_name};
use crate::model::{Body, Notice, Target};
use crate::site::Site;

impl Plan {
    /// The address a link leads to, if it leads anywhere. `own` is the address
    /// of the page the link stands on.
    pub fn resolve(&self, site: &Site, target: &Target, own: &Address) -> Option<String> {
        let with = |address: &str, anchor: &Option<String>| match anchor {
            Some(anchor) => format!("{address}#{anchor}"),
            None => address.to_owned(),
        };
        match target {
            Target::Elsewhere(url) => Some(url.clone()),
            Target::Anchor(anchor) => Some(format!("#{anchor}")),
            Target::Page(path, anchor) => self.leads(path).then(|| with(path, anchor)),
            Target::File(path, anchor) => {
                let notice = site.by_path(path).filter(|notice| notice.is_current(site.now));
                let file = || site.files.contains_key(path).then(|| own.beside(&published_name(path)));
                let address = notice.map(Notice::address).or_else(file)?;
                Some(if address == *own && anchor.is_some() { with("", anchor) } else { with(&address, anchor) })
            }
            Target::Refused => None,
        }
    }

    /// The text a link leads to, for its headings.
    pub fn text_at<'s>(&self, site: &'s Site, target: &Target) -> Option<&'s Body> {
        match target {
            Target::File(path, _) => site.by_path(path).map(|notice| &notice.body),
            Target::Page(path, _) => match self.wanted(path)?.origin {
                Origin::Notice(at) => Some(&site.notices[at].body),
                Origin::Section(id) => site.words.get(&id).map(|words| &words.body),
                _ => None,
            },
            _ => None,
        }
    }

    /// Whether a link to an address leads to something on line.
    pub fn leads(&self, path: &str) -> bool {
        self.has(&Address::typed(path_of(path)))
    }

    /// What is wanted at the address of a link, on line or not.
    pub fn wanted(&self, path: &str) -> Option<&Job> {
        self.at(&Address::typed(path_of(path)))
    }
}

/// What follows the site's own address in one on the web, with its first
/// slash; none if that leads elsewhere. `home` is where the site is on line,
/// with its scheme: browsers are sent from `http` to `https` by most servers.
pub fn within<'a>(url: &'a str, home: &str) -> Option<&'a str> {
    let host = |url: &'a str| {
        let scheme =
            url.split_once("://").filter(|(scheme, _)| matches!(&*scheme.to_ascii_lowercase(), "http" | "https"))?;
        Some(scheme.1)
    };
    let (_, home) = home.split_once("://")?;
    let (own, rest) = host(url)?.split_at_checked(home.len())?;
    let ends = rest.is_empty() || rest.starts_with(['/', '?', '#']);
    (ends && own.eq_ignore_ascii_case(home)).then_some(rest)
}

/// An address without its question (`?q=…`), which pages of ours answer in
/// the browser, and without the place in it.
fn path_of(address: &str) -> &str {
    address.split(['?', '#']).next().unwrap_or(address)
}
