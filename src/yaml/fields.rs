//! Which keys a mapping may have, and what was written under them.

use std::borrow::Cow;

use super::node::{Entry, Node, Yaml};
use super::reader::Reader;
use crate::characters::look_alike;
use crate::messages::Msg;
use crate::rules;

/// A set of keys that belong together: the front matter, a deadline, a lot.
#[derive(Debug)]
pub struct Group {
    /// The key it stands under, or the name of the file it heads.
    pub name: &'static str,
    /// What it is for, in the editors' guide.
    pub guide: &'static str,
    /// Its keys, in the order of the guide.
    pub fields: &'static [Field],
}

/// One key.
#[derive(Debug)]
pub struct Field {
    /// As editors write it.
    pub key: &'static str,
    /// In English.
    pub alias: &'static str,
    /// Whether it may not be left out.
    pub required: bool,
    /// What may stand under it.
    pub shape: Shape,
    /// What it is for, in the editors' guide.
    pub guide: &'static str,
    /// An example, as YAML: what follows the colon.
    pub example: &'static str,
}

/// What may stand under a key.
#[derive(Debug)]
pub enum Shape {
    /// Text on a line.
    Text,
    /// One or more texts.
    Texts,
    /// A date, perhaps with an hour.
    Date,
    /// A month or a date.
    Month,
    /// An amount in euro.
    Euro,
    /// A number.
    Number,
    /// `sì` or `no`.
    YesNo,
    /// A code or identifier of the kind named.
    Code(&'static str),
    /// One or more codes of the kind named.
    Codes(&'static str),
    /// A web address.
    Url,
    /// An e-mail address.
    Email,
    /// One word of a list.
    OneOf(fn() -> Vec<&'static str>),
    /// One or more words of a list.
    SomeOf(fn() -> Vec<&'static str>),
    /// Keys of their own.
    Group(&'static Group),
    /// A list of things with keys of their own.
    List(&'static Group),
}

impl Group {
    /// The field of a key or alias.
    pub fn position(&self, key: &str) -> Option<usize> {
        self.fields.iter().position(|field| field.key == key || field.alias == key)
    }
}

/// What was written under the keys of a [`Group`].
pub struct Fields<'n> {
    group: &'static Group,
    slots: Vec<Option<&'n Entry<'n>>>,
}

impl<'n> Fields<'n> {
    /// Sorts what was written by key. Unknown, double and missing keys are
    /// reported; the rest is still read, so that one run shows everything.
    pub fn open(node: &'n Node<'n>, group: &'static Group, reader: &mut Reader) -> Option<Self> {
        let Yaml::Map(entries) = &node.value else {
            reader
                .report(&rules::VALUE, node.span, Msg::new("value-not-group").with("name", group.name))
                .hint(Msg::new("value-group-keys").with("keys", keys(group)));
            return None;
        };
        let mut slots: Vec<Option<&Entry<'_>>> = vec![None; group.fields.len()];
        for entry in entries {
            match group.position(&entry.key) {
                None => unknown(entry, group, reader),
                Some(at) => match slots[at] {
                    None => slots[at] = Some(entry),
                    Some(_) => double(entry, group.fields[at].key, reader),
                },
            }
        }
        let fields = Self { group, slots };
        for field in group.fields.iter().filter(|field| field.required) {
            if fields.get(field.key).is_none() {
                reader
                    .report(&rules::MISSING_KEY, Reader::opening(node), Msg::new("key-missing").with("key", field.key))
                    .hint(match &field.shape {
                        Shape::Group(group) | Shape::List(group) => {
                            Msg::new("key-group").with("key", field.key).with("keys", keys(group))
                        }
                        _ => Msg::new("key-example").with("line", format!("{}: {}", field.key, field.example)),
                    });
            }
        }
        Some(fields)
    }

    /// The value under a key, unless it was left out or empty.
    pub fn get(&self, key: &str) -> Option<&'n Node<'n>> {
        self.entry(key).map(|entry| &entry.value)
    }

    /// The key and the value, unless left out or empty.
    pub fn entry(&self, key: &str) -> Option<&'n Entry<'n>> {
        let at = self.group.fields.iter().position(|field| std::ptr::eq(field.key, key) || field.key == key);
        debug_assert!(at.is_some(), "`{key}` is not a key of {}", self.group.name);
        self.slots[at?].filter(|entry| !entry.value.is_empty())
    }
}

fn keys(group: &Group) -> String {
    group.fields.iter().map(|field| field.key).collect::<Vec<_>>().join(", ")
}

fn unknown(entry: &Entry<'_>, group: &'static Group, reader: &mut Reader) {
    let known = || group.fields.iter().flat_map(|field| [field.key, field.alias]);
    let hint = match (look_alike(&entry.key, known()), reader.meant(&entry.key, known())) {
        (Some((_, odd)), _) => odd,
        (None, Some(word)) => Msg::new("key-nearest").with("key", word),
        (None, None) => Msg::new("key-known").with("keys", keys(group)),
    };
    let key: Cow<'_, str> = entry.key.chars().take(60).collect::<String>().into();
    reader.report(&rules::UNKNOWN_KEY, entry.key_span, Msg::new("key-unknown").with("key", key)).hint(hint);
}

fn double(entry: &Entry<'_>, key: &str, reader: &mut Reader) {
    let msg = if entry.key == key {
        Msg::new("key-double").with("key", key)
    } else {
        Msg::new("key-double-alias").with("key", key).with("alias", &entry.key)
    };
    reader.report(&rules::DUPLICATE_KEY, entry.key_span, msg).hint(Msg::new("key-double-hint"));
}
