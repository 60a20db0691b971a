//! What a notice *is*: every fact of an act in its place, as it was typed;
//! nothing here is computed.

mod attachment;
mod body;
mod call;
mod deadline;
mod euro;
mod feedback;
mod notice;
mod operator;
mod origin;
mod past;
mod possible;
mod settings;
mod stage;
mod words;

pub use crate::formats::Format;
pub use attachment::{Attachment, AttachmentSource, File, Files, hex};
pub use body::{Body, Heading, Link, Slot, Target, TextRef, Texts};
pub use call::{
    Activity, Awardee, CigPending, Codes, Contacts, ContractingBody, Duration, Lot, Money, Participation, Platform,
    Pnrr, Terms,
};
pub use deadline::{Change, Deadline};
pub use euro::{AmountError, Euro};
pub use feedback::{DETAILS, Difficulty, FollowUp, Merit, Stars};
pub use notice::{Content, Course, Declared, Event, Excuse, Filing, Heading as NoticeHeading, Notice, People};
pub use operator::{GroupRole, Operator, OperatorId};
pub use origin::origin;
pub use past::{Past, PastDeadline, PastPart, PastState, Retyped};
pub use possible::{Impossible, LIST, NAME, PATH, STAGING, folded, impossible};
pub use settings::{
    Body as PublicBody, Contact, Extra, Feedback, FeedbackTo, LegalLinks, Named, SETTINGS, Security, Settings,
    Territory, Tuning,
};
pub use stage::Stage;
pub use words::{
    Audience, BodyKind, ChangeKind, Channel, Contract, Criterion, DeadlineKind, DeclaredState, Delivery, EventKind,
    Group, Kind, Procedure, Vat,
};
