//! Reads the law's tree from the program's own data.

use serde::Deserialize;

use super::{Frequency, Section, SectionId, Tree};
use crate::vocabulary::Vocabulary;

const DATA: &str = include_str!("tree.yaml");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    id: String,
    title: String,
    #[serde(default)]
    titulus: Option<String>,
    #[serde(default)]
    law: Vec<String>,
    #[serde(default)]
    frequency: Option<String>,
    #[serde(default)]
    note: Option<String>,
    #[serde(default)]
    about: Option<String>,
    #[serde(default)]
    table: bool,
    #[serde(default)]
    applies_to: Vec<String>,
    #[serde(default)]
    optional: bool,
    #[serde(default)]
    children: Vec<Row>,
}

/// The statutory tree, parents before children.
pub(super) fn tree() -> Tree {
    let rows: Vec<Row> = serde_yaml::from_str(DATA).expect("the law's tree is part of the program and tested");
    let mut tree = Tree::default();
    for row in rows {
        grow(&mut tree, row, None);
    }
    tree
}

fn grow(tree: &mut Tree, row: Row, parent: Option<SectionId>) {
    let path = match parent {
        Some(parent) => format!("{}/{}", tree.get(parent).path, row.id),
        None => row.id.clone(),
    };
    let section = Section {
        id: row.id,
        path,
        title: row.title,
        law: row.law,
        titulus: row.titulus,
        frequency: row.frequency.as_deref().and_then(Frequency::read),
        about: row.about,
        note: row.note,
        table: row.table,
        optional: row.optional || !row.applies_to.is_empty(),
        parent,
        children: Vec::new(),
    };
    let id = tree.add(section).unwrap_or_else(|taken| panic!("two sections at {}", taken.path));
    for child in row.children {
        grow(tree, child, Some(id));
    }
}
