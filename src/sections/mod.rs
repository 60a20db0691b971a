//! The tree of sections the law names, and what a body adds to it.
//!
//! The law's tree is data (`tree.yaml`): a new ANAC scheme is a change of
//! data, and addresses follow ids, never titles.

mod near;
mod statutory;

use std::collections::HashMap;

use crate::diagnostic::Asked;
use crate::vocabulary::vocabulary;
use near::Near;

vocabulary! {
    /// How often a section must be updated.
    Frequency in "frequency" {
        /// Promptly: *tempestivo* (art. 8, d.lgs. 33/2013).
        Prompt = "tempestivo",
        /// Every month.
        Monthly = "mensile",
        /// Every three months.
        Quarterly = "trimestrale",
        /// Every six months.
        HalfYearly = "semestrale",
        /// Every year.
        Yearly = "annuale",
        /// Once and for all.
        Never = "nessuno",
    }
}

/// Whether a name is that of a folder beside others and never a path: small
/// letters, digits and dashes.
pub fn is_folder_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// Which section of a [`Tree`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SectionId(u16);

/// A heading of "Amministrazione trasparente".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The folder's name, and the last part of its address.
    pub id: String,
    /// From the root, with `/`: folder and address.
    pub path: String,
    /// The heading, exactly as the law and ANAC's crawler have it.
    pub title: String,
    /// The provisions that require it.
    pub law: Vec<String>,
    /// Its code in the list of headings `AgID` and ANAC keep: `1002`.
    pub titulus: Option<String>,
    /// How often it must be updated.
    pub frequency: Option<Frequency>,
    /// What is published there, in plain words.
    pub about: Option<String>,
    /// What the law says about its content, in a few words.
    pub note: Option<String>,
    /// Whether the law asks for a table.
    pub table: bool,
    /// Whether a body may hide it: not of Annex A, or only for some bodies.
    pub optional: bool,
    /// The section it stands under.
    pub parent: Option<SectionId>,
    /// The sections under it, in the law's order.
    pub children: Vec<SectionId>,
}

/// Every section of a site, parents before children, in the law's order.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Tree {
    sections: Vec<Section>,
    /// Visible sections by path.
    by_path: HashMap<String, SectionId>,
    /// What may be meant by a path that is none of these.
    near: Near,
}

impl Tree {
    /// The tree of Annex A to d.lgs. 33/2013, as ANAC arranges it.
    pub fn statutory() -> Self {
        statutory::tree()
    }

    /// Adds a section of the body's own, last among its siblings.
    /// Gives the section back if its path is taken.
    pub fn add(&mut self, mut section: Section) -> Result<SectionId, Box<Section>> {
        if self.find(&section.path).is_some() {
            return Err(Box::new(section));
        }
        let id = SectionId(u16::try_from(self.sections.len()).expect("fewer than 65,536 sections"));
        section.children.clear();
        if let Some(parent) = section.parent {
            self.sections[usize::from(parent.0)].children.push(id);
        }
        self.by_path.insert(section.path.clone(), id);
        self.near = Near::default();
        self.sections.push(section);
        Ok(id)
    }

    /// Takes a section and what is under it out of the tree's lists. Ids
    /// given out before stay good.
    pub fn hide(&mut self, id: SectionId) {
        self.near = Near::default();
        if let Some(parent) = self.get(id).parent {
            self.sections[usize::from(parent.0)].children.retain(|child| *child != id);
        }
        let mut below = vec![id];
        while let Some(id) = below.pop() {
            let section = &mut self.sections[usize::from(id.0)];
            self.by_path.remove(&section.path);
            section.path = String::new();
            below.extend(&section.children);
        }
    }

    /// The section of an id this tree gave out.
    pub fn get(&self, id: SectionId) -> &Section {
        &self.sections[usize::from(id.0)]
    }

    /// The section of a path such as `bandi-gara-contratti/procedure`.
    pub fn find(&self, path: &str) -> Option<SectionId> {
        self.by_path.get(path.trim_matches('/')).copied()
    }

    /// The section of a path, or of a last part that stands once in the tree.
    pub fn resolve(&self, name: &str) -> Option<SectionId> {
        self.find(name).or_else(|| {
            let mut matches = self.ids().filter(|id| self.get(*id).id == name);
            matches.next().filter(|_| matches.next().is_none())
        })
    }

    /// The path nearest to a mistyped one.
    pub fn nearest(&self, path: &str) -> Option<&str> {
        let id = self.near.of(self).path(path)?;
        Some(&self.get(id).path)
    }

    /// The same for one of many.
    pub fn nearest_of_many(&self, path: &str, asked: &mut Asked) -> Option<&str> {
        let id = self.near.of(self).path_of_many(path, asked)?;
        Some(&self.get(id).path)
    }

    /// Every visible section, parents before children.
    pub fn ids(&self) -> impl Iterator<Item = SectionId> {
        (0u16..).zip(&self.sections).filter(|(_, section)| !section.path.is_empty()).map(|(at, _)| SectionId(at))
    }

    /// The visible headings of the first level.
    pub fn roots(&self) -> impl Iterator<Item = SectionId> {
        self.ids().filter(|id| self.get(*id).parent.is_none())
    }

    /// Every visible section, each followed by what stands below it.
    pub fn walk(&self) -> Vec<SectionId> {
        let mut walked = Vec::with_capacity(self.sections.len());
        let mut next: Vec<SectionId> = self.roots().collect();
        next.reverse();
        while let Some(id) = next.pop() {
            walked.push(id);
            next.extend(self.get(id).children.iter().rev());
        }
        walked
    }

    /// A section and those it stands under, outermost first.
    pub fn line(&self, id: SectionId) -> Vec<SectionId> {
        let mut line = vec![id];
        while let Some(parent) = self.get(line[line.len() - 1]).parent {
            line.push(parent);
        }
        line.reverse();
        line
    }

    /// How many sections there are, hidden ones included: ids are below it.
    pub fn size(&self) -> usize {
        self.sections.len()
    }
}

impl SectionId {
    /// The place of the section in tables of [`Tree::size`] rows.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_laws_tree_is_whole() {
        let tree = Tree::statutory();
        let annex = tree
            .roots()
            .filter(|id| !["attuazione-misure-pnrr", "dati-non-piu-obbligatori"].contains(&tree.get(*id).id.as_str()));
        assert_eq!(annex.count(), 22, "Annex A has 22 headings");
        let procedures = tree.find("bandi-gara-contratti/procedure").expect("from 2024");
        assert_eq!(tree.get(procedures).title, "Singole procedure (dal 1/1/2024)");
        assert!(tree.find("bandi-gara-contratti/procedure-fino-2023").is_some(), "until 2023");
        assert_eq!(tree.line(procedures).len(), 2);
    }

    #[test]
    fn a_mistyped_folder_is_understood() {
        let tree = Tree::statutory();
        assert_eq!(tree.nearest("bandi-gara-contrati/procedure"), Some("bandi-gara-contratti/procedure"));
        assert_eq!(tree.nearest("varie/atti-concesione"), Some("sovvenzioni-contributi/atti-concessione"));
        assert_eq!(tree.nearest("qwertyuiop"), None);
    }

    #[test]
    fn hidden_sections_are_gone() {
        let mut tree = Tree::statutory();
        let id = tree.find("strutture-sanitarie-private").expect("it is there");
        tree.hide(id);
        assert!(tree.find("strutture-sanitarie-private").is_none());
        assert!(tree.find("strutture-sanitarie-private/strutture-sanitarie-accreditate").is_none());
    }
}
