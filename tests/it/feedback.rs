//! What citizens think of the pages, through the program itself: what is
//! received and refused, what survives, what is reported.

#![cfg(all(unix, feature = "feedback"))]

mod any;
mod asked;
mod disk;
mod load;
mod receiver;
mod refused;
mod reported;
