//! What a notice and a site *are*, and what follows from them.

mod attachment;
mod body;
mod call;
mod dataset;
mod deadline;
mod euro;
mod feed;
mod feedback;
mod l190;
mod listing;
mod news;
mod notice;
mod operator;
mod origin;
mod possible;
mod process;
mod settings;
mod site;
mod state;
mod words;

pub use crate::formats::Format;
pub use attachment::{Attachment, AttachmentSource, File, Files, hex};
pub use body::{Body, Heading, Link, Slot, Target, TextRef, Texts};
pub use call::{
    Activity, Awardee, CigPending, Codes, Contacts, ContractingBody, Duration, Lot, Money, Participation, Platform,
    Pnrr, Terms,
};
pub use dataset::Dataset;
pub use deadline::{Change, Deadline};
pub use euro::{AmountError, Euro};
pub use feed::{FEED_LENGTH, Feed, FeedOf, Feeds};
pub use feedback::{DETAILS, Difficulty, FollowUp, Merit, Stars};
pub use l190::{Bidder, BidderId, Bidders, L190File, L190Lot, L190Record};
pub use listing::{By, Holds, List, Lists, Phase};
pub use news::{Move, News, What};
pub use notice::{Content, Course, Declared, Event, Excuse, Filing, Heading as NoticeHeading, Notice, People};
pub use operator::{GroupRole, Operator, OperatorId};
pub use origin::origin;
pub use possible::{Impossible, LIST, NAME, PATH, STAGING, folded, impossible};
pub use process::{Process, Stage};
pub use settings::{
    Body as PublicBody, Contact, Extra, Feedback, FeedbackTo, LegalLinks, Named, SETTINGS, Security, Settings,
    Territory, Tuning,
};
pub use site::{SectionWords, Site};
pub use state::State;
pub use words::{
    Audience, BodyKind, ChangeKind, Channel, Contract, Criterion, DeadlineKind, DeclaredState, Delivery, EventKind,
    Group, Kind, Procedure, Vat,
};
