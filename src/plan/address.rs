//! Addresses of the site, one type for all of them.

use std::borrow::{Borrow, Cow};
use std::fmt;
use std::ops::Deref;

/// The page a folder's address stands for.
const INDEX: &str = "index.html";

/// An address of the site, from its root: a page's ends with a slash
/// (`/atti/mense/`), a file's with its name (`/dati/atti.csv`). It begins with
/// a slash, and no part of it is empty.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[must_use]
pub struct Address(Cow<'static, str>);

impl Address {
    /// The home page.
    pub const HOME: Self = Self::ours("/");

    /// One we made up ourselves.
    pub(super) const fn ours(address: &'static str) -> Self {
        Self(Cow::Borrowed(address))
    }

    /// The page of a path such as `bilanci/piano-indicatori`, whatever slashes
    /// are around it.
    pub fn page(path: &str) -> Self {
        let path = path.trim_matches('/');
        if path.is_empty() { Self::HOME } else { Self(format!("/{path}/").into()) }
    }

    /// The file of a path such as `dati/atti.csv`.
    pub fn file(path: &str) -> Self {
        Self(format!("/{}", path.trim_matches('/')).into())
    }

    /// What somebody typed: a page, unless its last part is a file's name.
    pub fn typed(text: &str) -> Self {
        let path = text.trim_matches('/');
        let named = path.rsplit('/').next().is_some_and(|name| name.contains('.'));
        match path.strip_suffix(INDEX) {
            Some(folder) if folder.is_empty() || folder.ends_with('/') => Self::page(folder),
            _ if named => Self::file(path),
            _ => Self::page(path),
        }
    }

    /// A file in the folder this address stands in: beside a page, or beside
    /// another file.
    pub fn beside(&self, name: &str) -> Self {
        Self(format!("{}{name}", self.folder()).into())
    }

    /// A page below this one.
    pub fn below(&self, path: &str) -> Self {
        Self(format!("{}{path}/", self.folder()).into())
    }

    /// The folder it stands in, with slashes at both ends: for a page, its own
    /// address.
    pub fn folder(&self) -> &str {
        &self.0[..=self.0.rfind('/').unwrap_or_default()]
    }

    /// Its last part: empty for a page.
    pub fn name(&self) -> &str {
        &self.0[self.folder().len()..]
    }

    /// Whether it is a page's.
    pub fn is_page(&self) -> bool {
        self.0.ends_with('/')
    }

    /// Where its file stands below the output folder.
    pub fn path(&self) -> String {
        if self.is_page() { format!("{}{INDEX}", &self.0[1..]) } else { self.0[1..].to_owned() }
    }
}

impl Deref for Address {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for Address {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<Address> for String {
    fn from(address: Address) -> Self {
        address.0.into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_a_page_or_a_file() {
        for (typed, address, path) in [
            ("/", "/", "index.html"),
            ("/index.html", "/", "index.html"),
            ("/atti/x", "/atti/x/", "atti/x/index.html"),
            ("/atti/x/", "/atti/x/", "atti/x/index.html"),
            ("/atti/x/index.html", "/atti/x/", "atti/x/index.html"),
            ("/dati/atti.csv", "/dati/atti.csv", "dati/atti.csv"),
            ("/v1.2/x", "/v1.2/x/", "v1.2/x/index.html"),
            ("/myindex.html", "/myindex.html", "myindex.html"),
        ] {
            let read = Address::typed(typed);
            assert_eq!((&*read, read.path().as_str()), (address, path), "{typed}");
        }
    }

    #[test]
    fn neighbours_share_a_folder() {
        let page = Address::page("atti/x");
        assert_eq!(&*page.beside("a.pdf"), "/atti/x/a.pdf");
        assert_eq!(&*page.beside("a.pdf").beside("b.pdf"), "/atti/x/b.pdf");
        assert_eq!(&*page.below("pagina/2"), "/atti/x/pagina/2/");
        assert_eq!((page.folder(), page.name()), ("/atti/x/", ""));
        assert_eq!(&*Address::HOME.beside("rss.xml"), "/rss.xml");
    }
}
