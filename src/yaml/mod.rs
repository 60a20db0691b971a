//! YAML as editors write it: a small tree that knows where everything
//! stands, and readers that say everything that is wrong with it at once.
//!
//! The parser behind is `serde_yaml`'s own event parser: events keep the
//! text as it was typed (`1234567E10` stays a code, `00123` keeps its zeros,
//! `no` stays a word), which no typed or untyped deserialisation does.

mod fields;
mod node;
mod reader;

pub use fields::{Field, Fields, Group, Shape};
pub use node::{Entry, Node, Yaml, parse};
pub use reader::Reader;
pub(crate) use reader::html_tag;
