//! Turns text into notices, or says why not. Pure, one file at a time.

mod attachment;
pub mod body;
mod call;
mod course;
mod deadline;
pub mod fields;
mod filing;
mod front_matter;
mod notice;
mod place;
mod placeholder;
mod publisher;
mod section_words;
mod security;
mod settings;
mod target;
mod theme;
mod values;

pub use notice::notice;
pub use place::{Place, place};
pub use section_words::section_words;
pub use settings::settings;
pub use theme::{ThemeManifest, Typeface, theme_manifest};
