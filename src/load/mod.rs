//! Reads the disk: content, themes, the history of files. Nothing else does.

mod active;
mod composed;
mod content;
mod history;
mod index;
mod theme;

pub use composed::composed;
pub use content::{Content, LoadError, again, content};
pub use history::{History, history};
pub use index::published_index;
pub use theme::{BASE, ThemeFiles, theme};
