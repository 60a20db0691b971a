//! Characters that deceive: those nobody sees, those that turn the writing
//! round, those that look like others. One place says which they are, what
//! they are called and how they are shown.

mod disguise;
mod shown;
mod unseen;

pub use disguise::{look_alike, nfc, perhaps};
pub use shown::{escaped, marked};
pub use unseen::{Hidden, hidden_in, hidden_in_code, says_something};
