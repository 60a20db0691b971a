//! What the built-in theme holds, for the page that tells about it.

use tera::ComponentInfo;

use super::contract::{PAGES, SHARED};
use super::{Theme, embedded};

/// The built-in theme's files, by name, as they are in the repository.
pub struct Inside {
    /// The templates that make pages, the layout first, and what each is
    /// given besides what all are.
    pub pages: &'static [(&'static str, &'static [&'static str])],
    /// What every template is given.
    pub shared: &'static [&'static str],
    /// The templates.
    pub templates: &'static [(&'static str, &'static str)],
    /// The components.
    pub components: &'static [(&'static str, &'static str)],
    /// The files published beside the pages.
    pub assets: &'static [(&'static str, &'static [u8])],
}

/// What the built-in theme holds.
pub const INSIDE: Inside = Inside {
    pages: &PAGES,
    shared: &SHARED,
    templates: embedded::TEMPLATES,
    components: embedded::COMPONENTS,
    assets: embedded::ASSETS,
};

impl Theme {
    /// A component as it was declared.
    pub fn component(&self, name: &str) -> Option<ComponentInfo> {
        self.tera.get_component_definition(name)
    }
}
