//! Every test that looks at the program from outside, in one binary: it links
//! once. A module a subject; what several of them need is in `support`.

mod architecture;
mod attachments;
mod bad_input;
mod base_theme;
mod beside;
mod calendars;
mod catalogue;
mod cli;
mod data;
mod determinism;
mod feedback;
mod feeds;
mod golden;
mod guide;
mod identities;
mod kill;
mod l190;
mod ocds;
mod pointers;
mod properties;
mod rules;
mod seeds;
mod serve;
mod support;
mod told;
mod write;
