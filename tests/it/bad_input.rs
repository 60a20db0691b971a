//! Bad input, through the program itself: each test publishes a sound site,
//! adds one bad thing, and builds again. Whatever is wrong is told at its
//! line and column, in words an editor understands, and what is on line
//! stays as it is, byte for byte.

#![cfg(unix)]

mod attachments;
mod codes;
mod dates;
mod deceiving;
mod elsewhere;
mod endless;
mod front_matter;
mod history;
mod links;
mod markup;
mod names;
mod output;
mod paths;
mod reports;
mod settings_and_themes;
mod sizes;
mod warnings;
