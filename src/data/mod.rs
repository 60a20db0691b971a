//! What machines are given: plain structs with Italian keys, the same as in
//! front matter where there is one. The contract with whoever reuses our
//! data: adding a field is free, changing or dropping one is not.
//!
//! The texts above fields and types are in Italian and not in English,
//! because they are published: the description of the JSON
//! (`/dati/openapi.json`) is made of them. The columns of the flat tables
//! ([`Table`]) are described in the messages, which also stand on `/dati/`.

mod call;
mod cell;
mod columns;
mod document;
mod leaf;
mod notice;
mod page;
mod parts;
mod publisher;
mod term;

pub use cell::{Value, harmless, one_line};
pub use columns::{Column, NOTICES, Row, Shape, TABLES, Table};
pub use notice::NoticeData;
pub use page::{DatasetData, HomeData, Items, ListData, ListRef, NoticeRef, SectionData, SectionRef};
pub use publisher::{LicenceData, PublisherData};
