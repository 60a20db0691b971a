//! Bad input, through the program itself: each test publishes a sound site,
//! adds one bad thing, and builds again. Whatever is wrong is told at its
//! line and column, in words an editor understands, and what is on line
//! stays as it is, byte for byte.

#![cfg(unix)]

#[path = "support/repository.rs"]
mod repository;
#[path = "support/settings.rs"]
mod settings;
#[path = "support/site.rs"]
mod site;

#[path = "bad_input/attachments.rs"]
mod attachments;
#[path = "bad_input/codes.rs"]
mod codes;
#[path = "bad_input/dates.rs"]
mod dates;
#[path = "bad_input/deceiving.rs"]
mod deceiving;
#[path = "bad_input/elsewhere.rs"]
mod elsewhere;
#[path = "bad_input/endless.rs"]
mod endless;
#[path = "bad_input/front_matter.rs"]
mod front_matter;
#[path = "bad_input/history.rs"]
mod history;
#[path = "bad_input/links.rs"]
mod links;
#[path = "bad_input/markup.rs"]
mod markup;
#[path = "bad_input/names.rs"]
mod names;
#[path = "bad_input/output.rs"]
mod output;
#[path = "bad_input/paths.rs"]
mod paths;
#[path = "bad_input/reports.rs"]
mod reports;
#[path = "bad_input/settings_and_themes.rs"]
mod settings_and_themes;
#[path = "bad_input/sizes.rs"]
mod sizes;
#[path = "bad_input/warnings.rs"]
mod warnings;
