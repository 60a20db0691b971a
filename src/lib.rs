//! A static site generator for "Amministrazione trasparente", the section
//! every Italian public body must publish.
//!
//! Editors commit Markdown notices with YAML front matter; themes turn them
//! into an accessible static site with feeds. Data moves one way, and each
//! step is a module:
//!
//! ```text
//!  content/ ─► load ─► parse ─► model ─► check ─► outputs ─► finish ─► write ─► public/
//!  themes/     disk    text     meaning  rules    bytes      bytes    disk
//! ```
//!
//! Only [`load`] reads the disk and only [`mod@write`] changes it ([`feedback`]
//! has a database of its own); everything in between is a function from values
//! to values. The time is an argument
//! ([`pipeline::Order::now`]): the same content at the same instant gives the
//! same bytes, on one thread or eight. An [`edition::Edition`] is complete
//! before the first byte is written, and there is none if anything is wrong.
//!
//! # What things are
//!
//! | module | in one sentence |
//! |--|--|
//! | [`disk`] | folders by handle: what is opened below one lies below it |
//! | [`vocabulary`] | a closed list of words: values, labels, suggestions and guide from one place |
//! | [`messages`] | every sentence of the program, by key, in every language it speaks |
//! | [`characters`] | characters that deceive: nobody sees them, or they look like others |
//! | [`causes`] | why the system would not do something, in words |
//! | [`source`] | the text of content files, and places in it, in bytes from the start of the *file* |
//! | [`rules`] | what an editor can get wrong, by name: the table of requirements |
//! | [`diagnostic`] | one thing to say about one place |
//! | [`calendar`] | dates as Italians write them, deadlines inclusive to the minute, Rome's two odd nights |
//! | [`yaml`] | YAML as editors type it, with places, read in full before anything is refused |
//! | [`codes`] | identifiers, one checked type each |
//! | [`sections`] | the tree the law names, and what a body adds to it |
//! | [`formats`] | what the bytes of an attachment have to be, one row a format |
//! | [`model`] | what a notice *is*: facts as they were typed, nothing computed |
//! | [`chronicle`] | what happened to a notice and what will, each once: under which name, when, known since when |
//! | [`site`] | all notices, and how they hang together: lists, feeds, procedures |
//! | [`plan`] | every address, whose it is and since when, before any byte is made |
//!
//! # What happens, in order
//!
//! | module | in one sentence |
//! |--|--|
//! | [`edition`] | every file to be, before any is |
//! | [`finish`] | minifies: styles and scripts once, pages on request |
//! | [`search`] | the index citizens search in: records in, files out |
//! | [`load`] | reads content, themes and the history git knows |
//! | [`parse`] | turns a text into a notice or says why not; one table of keys behind it |
//! | [`check`] | asks the whole site what no single file can tell; one question a file |
//! | [`view`] | what templates are given: the contract with themes |
//! | [`data`] | what machines are given: the contract with whoever reuses our data |
//! | [`theme`] | templates and assets, held against the contract before anything is rendered |
//! | [`outputs`] | what we publish; one format a file |
//! | [`mod@write`] | puts an edition on disk: page by page, each at one stroke |
//! | [`pipeline`] | the order of the steps, once |
//! | [`report`] | shows findings to people and programs; one format a file |
//! | [`serve`] | the site while it is being written |
//! | [`feedback`] | what citizens think of the pages: received, kept, counted |
//! | [`cli`] | words typed become a call, what comes of it an exit code |
//!
//! A module uses only those above it (and never one further down):
//! `tests/it/architecture.rs` holds the table to it.
//!
//! # Three kinds of failure
//!
//! An author's mistake is a [`diagnostic::Diagnostic`] with a place; all of
//! them are collected, then publication stops (exit code 1). The world's
//! fault is a small value that names the path ([`load::LoadError`],
//! [`write::WriteError`]; exit code 2). Our own bug is an `expect` that says
//! why it cannot happen.

pub mod calendar;
pub mod causes;
pub mod characters;
pub mod check;
pub mod chronicle;
pub mod cli;
pub mod codes;
pub mod data;
pub mod diagnostic;
pub mod disk;
pub mod edition;
#[cfg(feature = "feedback")]
pub mod feedback;
pub mod finish;
pub mod formats;
pub mod load;
pub mod messages;
pub mod model;
pub mod outputs;
pub mod parse;
pub mod pipeline;
pub mod plan;
pub mod report;
pub mod rules;
pub mod search;
pub mod sections;
#[cfg(feature = "serve")]
pub mod serve;
pub mod site;
pub mod source;
pub mod theme;
pub mod view;
pub mod vocabulary;
pub mod write;
pub mod yaml;
