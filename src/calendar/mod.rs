//! Legal time: dates as Italians write them, deadlines inclusive to the
//! minute, Europe/Rome with its two nights a year.
//!
//! Nothing here asks the clock; whoever needs "now" is handed an [`Instant`].

mod holidays;
mod instant;
mod moment;
mod reading;
mod rome;

pub use holidays::holiday;
pub use instant::Instant;
pub use moment::{Clock, ClockChange, Moment, Month};
pub(crate) use reading::MONTHS;
pub use reading::{MomentError, read_moment, read_month};
