//! What tests of several subjects need.

pub(crate) mod build;
pub(crate) mod content;
pub(crate) mod folder;
pub(crate) mod memory;
pub(crate) mod notices;
pub(crate) mod ocds;
pub(crate) mod page;
pub(crate) mod quoted;
pub(crate) mod rdf;
pub(crate) mod repository;
pub(crate) mod schema;
#[cfg(feature = "serve")]
pub(crate) mod server;
pub(crate) mod settings;
pub(crate) mod site;
pub(crate) mod sites;
