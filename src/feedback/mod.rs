//! What citizens think of the pages: received, kept, counted.
//!
//! ```text
//!  POST ─► server ─► receiver ─► origin, pace, form, answer, privacy ─► writer ─► store
//!  report ◄─ export ◄─ figures ◄──────────────────────────────────────────────── store
//! ```
//!
//! The receiver knows nothing of who rates: no address, no browser, no
//! cookie is kept. What is sent is hostile until `answer` has checked it; the
//! table in `store` refuses again what should never reach it. An answer is
//! given once the rating is on disk.

mod answer;
mod export;
mod figures;
mod form;
mod origin;
mod pace;
mod page;
mod place;
mod privacy;
mod receiver;
mod refusal;
mod server;
mod store;
mod visits;
mod writer;

pub use answer::Answer;
pub use export::{Format, export};
pub use figures::{By, Figures, Report, Row, Written};
pub use server::{Order, Server, StartError};
pub use store::{Entry, Store, StoreError};
pub use writer::Complaint;
