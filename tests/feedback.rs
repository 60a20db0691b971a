//! What citizens think of the pages, through the program itself: what is
//! received and refused, what survives, what is reported.

#![cfg(all(unix, feature = "feedback"))]

#[path = "feedback/any.rs"]
mod any;
#[path = "feedback/asked.rs"]
mod asked;
#[path = "feedback/disk.rs"]
mod disk;
#[path = "feedback/load.rs"]
mod load;
#[path = "feedback/receiver.rs"]
mod receiver;
#[path = "feedback/refused.rs"]
mod refused;
#[path = "feedback/reported.rs"]
mod reported;
#[path = "support/settings.rs"]
mod settings;
