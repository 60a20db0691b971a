//! What a dead link may have been meant for. Lists are made ready once, when
//! the first link asks, and searched for no more than a hundred.

use std::cell::{OnceCell, RefCell};
use std::collections::{HashMap, HashSet};

use super::super::Subject;
use crate::diagnostic::{Asked, Known};
use crate::model::{Body, Target};

/// What links may have been meant for.
pub(super) struct Meant<'a> {
    subject: &'a Subject<'a>,
    /// Paths that could not be read.
    pub(super) broken: HashSet<&'a str>,
    paths: OnceCell<Paths<'a>>,
    ids: OnceCell<(Vec<&'a str>, Known)>,
    anchors: RefCell<HashMap<*const Body, Anchors<'a>>>,
    /// Of paths, ids, sections and anchors.
    asked: [RefCell<Asked>; 4],
}

/// The paths of all content.
struct Paths<'a> {
    all: Vec<&'a str>,
    places: HashMap<&'a str, usize>,
    known: Known,
}

/// The anchors of a text.
struct Anchors<'a> {
    number: usize,
    all: HashSet<&'a str>,
    known: OnceCell<Known>,
}

impl<'a> Meant<'a> {
    pub(super) fn new(subject: &'a Subject<'a>) -> Self {
        Self {
            subject,
            broken: subject.broken.iter().map(String::as_str).collect(),
            paths: OnceCell::new(),
            ids: OnceCell::new(),
            anchors: RefCell::default(),
            asked: Default::default(),
        }
    }

    /// Whether a text has an anchor.
    pub(super) fn has(&self, body: &'a Body, anchor: &str) -> bool {
        let mut anchors = self.anchors.borrow_mut();
        let number = anchors.len();
        let anchors = anchors.entry(std::ptr::from_ref(body)).or_insert_with(|| Anchors {
            number,
            all: body.headings.iter().map(|heading| heading.value.anchor.as_str()).collect(),
            known: OnceCell::new(),
        });
        anchors.all.contains(anchor)
    }

    /// The anchor of a text that may have been meant by one it was asked for.
    pub(super) fn anchor(&self, body: &'a Body, name: &str) -> Option<&'a str> {
        let anchors = self.anchors.borrow();
        let anchors = anchors.get(&std::ptr::from_ref(body))?;
        let names = || body.headings.iter().map(|heading| heading.value.anchor.trim_start_matches("testo-"));
        let known = anchors.known.get_or_init(|| Known::new(names()));
        let near = known.nearest_of_many(name, anchors.number, None, &mut self.asked[3].borrow_mut())?;
        names().nth(near)
    }

    /// What may have been meant, written as a link that works from the file
    /// `from`.
    pub(super) fn path(&self, target: &Target, from: &str) -> Option<String> {
        match target {
            Target::File(path, _) => self.file(path, from),
            Target::Page(path, _) => match path.trim_matches('/').strip_prefix("atti/") {
                Some(id) => self.id(id).map(|id| format!("/atti/{id}/")),
                None => self.section(path.trim_matches('/')),
            },
            _ => None,
        }
    }

    fn file(&self, path: &str, from: &str) -> Option<String> {
        let paths = self.paths.get_or_init(|| {
            let site = self.subject.site;
            let notices = site.notices.iter().map(|notice| notice.filing.path.as_str());
            let paths: Vec<&str> = notices.chain(site.files.keys().map(String::as_str)).collect();
            let places = paths.iter().enumerate().map(|(at, path)| (*path, at)).collect();
            Paths { known: Known::new(paths.iter().copied()), all: paths, places }
        });
        let own = paths.places.get(from).copied();
        let asked = &mut self.asked[0].borrow_mut();
        let near = paths.known.nearest_of_many(path, own.map_or(0, |own| own + 1), own, asked)?;
        Some(relative(from, paths.all[near]))
    }

    fn id(&self, id: &str) -> Option<&'a str> {
        let (ids, known) = self.ids.get_or_init(|| {
            let ids: Vec<&str> = self.subject.site.current().map(|notice| notice.filing.id.value.as_str()).collect();
            let known = Known::new(ids.iter().copied());
            (ids, known)
        });
        Some(ids[known.nearest_of_many(id, 0, None, &mut self.asked[1].borrow_mut())?])
    }

    fn section(&self, path: &str) -> Option<String> {
        let near = self.subject.site.tree.nearest_of_many(path, &mut self.asked[2].borrow_mut())?;
        Some(format!("/{near}/"))
    }
}

/// A target as a link from the file `from`, whatever it was typed as.
pub(super) fn as_link(target: &Target, from: &str) -> String {
    match target {
        Target::File(path, _) => relative(from, path),
        Target::Page(path, _) => path.clone(),
        Target::Anchor(name) => format!("#{name}"),
        _ => String::new(),
    }
}

/// A content path as a link from a file of the content folder.
fn relative(from: &str, to: &str) -> String {
    let folders: Vec<&str> = from.split('/').collect();
    let folders = &folders[..folders.len() - 1];
    let parts: Vec<&str> = to.split('/').collect();
    let shared = folders.iter().zip(&parts).take_while(|(a, b)| a == b).count();
    let shared = shared.min(parts.len() - 1);
    format!("{}{}", "../".repeat(folders.len() - shared), parts[shared..].join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_written_from_where_they_stand() {
        assert_eq!(relative("a/b/c.md", "a/b/d.md"), "d.md");
        assert_eq!(relative("a/b/c.md", "a/d/e.md"), "../d/e.md");
        assert_eq!(relative("a.md", "b/c.pdf"), "b/c.pdf");
    }
}
