//! The flat tables: what a row is, and the columns, which are a promise.
//! From here come CSV, spreadsheets, Table Schema and the dictionary.

mod notices;
mod others;

use super::Value;
use crate::model::Notice;
use crate::site::Site;
use crate::vocabulary::{Vocabulary, words};

pub use notices::NOTICES;

/// Every table, the notices' first: the others are of the whole site alone.
pub static TABLES: [&Table; 6] =
    [&NOTICES, &others::DEADLINES, &others::DOCUMENTS, &others::LOTS, &others::OPERATORS, &others::AWARDEES];

/// A flat table.
#[derive(Debug)]
pub struct Table {
    /// Its name, which is also its file's.
    pub name: &'static str,
    /// Its columns, in order.
    pub columns: &'static [Column],
    /// The columns that tell a row from all others.
    pub key: &'static [&'static str],
    /// How many rows a notice has.
    pub rows: fn(&Notice) -> usize,
}

/// A column.
#[derive(Debug)]
pub struct Column {
    /// Its name, which never changes its meaning; its title and description
    /// are the sentences `col-<name>` and `col-<name>-explain`.
    pub name: &'static str,
    /// What stands in it.
    pub shape: Shape,
    /// Whether every row has something in it.
    pub required: bool,
    /// What stands in it in a row.
    pub cell: for<'a> fn(&Row<'a>) -> Value<'a>,
}

/// What stands in a column.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// A text.
    Text,
    /// Several texts, ` | ` between them.
    Several,
    /// A code of this form (a regular expression).
    Code(&'static str),
    /// One or several codes of this form, ` | ` between them.
    Codes(&'static str),
    /// A word of a closed list.
    Word(fn() -> Vec<&'static str>),
    /// A whole number.
    Number,
    /// An amount in euro.
    Euro,
    /// A day.
    Day,
    /// An instant.
    Instant,
    /// Yes or no.
    Truth,
    /// An address on the web.
    Url,
}

/// A row: a notice, and which of its deadlines, documents… it tells of.
#[derive(Clone, Copy)]
pub struct Row<'a> {
    /// The site.
    pub site: &'a Site,
    /// The notice.
    pub notice: &'a Notice,
    /// Which row of the notice's, from 0.
    pub at: usize,
}

impl Table {
    /// The rows of a notice, cell by cell.
    pub fn rows_of<'a>(&'static self, site: &'a Site, notice: &'a Notice) -> impl Iterator<Item = Vec<Value<'a>>> {
        (0..(self.rows)(notice)).map(move |at| {
            let row = Row { site, notice, at };
            self.columns.iter().map(|column| (column.cell)(&row)).collect()
        })
    }

    /// Its header.
    pub fn header(&self) -> impl Iterator<Item = &'static str> {
        self.columns.iter().map(|column| column.name)
    }
}

/// A column some rows have nothing in.
const fn column(name: &'static str, shape: Shape, cell: for<'a> fn(&Row<'a>) -> Value<'a>) -> Column {
    Column { name, shape, required: false, cell }
}

/// A column every row has something in.
const fn filled(name: &'static str, shape: Shape, cell: for<'a> fn(&Row<'a>) -> Value<'a>) -> Column {
    Column { name, shape, required: true, cell }
}

/// A word of a closed list.
fn word<V: Vocabulary>(word: Option<V>) -> Value<'static> {
    word.map_or(Value::Nothing, |word| Value::Text(word.word().into()))
}

/// The columns that say which notice a row is of.
const fn id() -> Column {
    filled("id", Shape::Code(ID), |row| Value::text(&row.notice.filing.id.value))
}

const ID: &str = "[a-z0-9-]+";
const CIG: &str = "[0-9A-Z]{10}";
const CPV: &str = "[0-9]{8}-[0-9]";
const SHA256: &str = "[0-9a-f]{64}";

/// The words of a list, for a column.
const fn list<V: Vocabulary>() -> Shape {
    Shape::Word(words::<V>)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::messages::{Catalogue, Language};

    #[test]
    fn every_column_has_a_name_of_its_own_and_words() {
        let mut meanings: BTreeMap<&str, String> = BTreeMap::new();
        for table in TABLES {
            let names: Vec<&str> = table.header().collect();
            for name in &names {
                assert!(name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_'), "{name}");
                assert_eq!(names.iter().filter(|other| *other == name).count(), 1, "{}: {name}", table.name);
            }
            assert!(table.key.iter().all(|key| names.contains(key)), "{}", table.name);
            for column in table.columns {
                // One name means one thing, in whatever table.
                let shape = format!("{:?}", std::mem::discriminant(&column.shape));
                assert_eq!(*meanings.entry(column.name).or_insert(shape.clone()), shape, "{}", column.name);
            }
        }
        for language in Language::ALL {
            let catalogue = Catalogue::new(language);
            for table in TABLES {
                for key in [format!("table-{}", table.name), format!("table-{}-explain", table.name)] {
                    assert!(catalogue.find(&key).is_some(), "{key}");
                }
                for column in table.columns {
                    for key in [format!("col-{}", column.name), format!("col-{}-explain", column.name)] {
                        assert!(catalogue.find(&key).is_some(), "{key}");
                    }
                }
            }
        }
    }
}
