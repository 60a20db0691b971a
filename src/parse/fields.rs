//! Every key of the front matter, of `sito.yaml` and of `theme.yaml`: the one table behind
//! reading, suggestions and the editors' guide.

mod call;
mod notice;
mod publisher;
mod site;
mod theme;

pub use call::{
    ACTIVITY, AMOUNT, AWARDEE, BODY, CHANGE, CODES, CONTACTS, DEADLINE, DURATION, LOT, OPERATOR, PLATFORM, PNRR,
    SUBMISSION,
};
pub use notice::{ATTACHMENT, EVENT, EXCUSE, NOTICE, STATE};
pub use publisher::{CONTACT, NAMED, PUBLISHER, TERRITORY};
pub use site::{ADDED_SECTION, FEEDBACK, LEGAL, SECTION_CHANGES, SECTION_WORDS, SECURITY, SITE};
pub use theme::{COLOURS, THEME, TYPEFACE};

use crate::yaml::{Field, Shape};

/// A key that may be left out.
const fn field(
    key: &'static str,
    alias: &'static str,
    shape: Shape,
    guide: &'static str,
    example: &'static str,
) -> Field {
    Field { key, alias, required: false, shape, guide, example }
}

/// A key that must be there.
const fn required(
    key: &'static str,
    alias: &'static str,
    shape: Shape,
    guide: &'static str,
    example: &'static str,
) -> Field {
    Field { required: true, ..field(key, alias, shape, guide, example) }
}
