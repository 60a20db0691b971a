//! Reads the disk: content, themes, the history of files. Nothing else does.

mod composed;
mod content;
mod git;
mod history;
mod published;
mod theme;

pub use composed::composed;
pub use content::{Content, LoadError, again, content};
pub use git::{Gap, Version};
pub use history::{History, history};
pub use published::{is_published, published_index};
pub use theme::{BASE, LostTheme, ThemeFiles, theme};
