//! How far a notice brings a procurement.

use crate::model::Kind;

/// How far a notice brings a procedure, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// It tells early that there will be one.
    Announcement,
    /// It looks for whom to invite.
    Survey,
    /// It asks everybody for tenders or designs.
    Call,
    /// It asks those invited for tenders.
    Invitation,
    /// It awards without having asked.
    DirectAward,
    /// It tells how it ended.
    Outcome,
}

impl Stage {
    /// Whether nobody can tender yet.
    pub fn is_planning(self) -> bool {
        self <= Self::Survey
    }

    /// Whether the choice has been made.
    pub fn is_award(self) -> bool {
        self >= Self::DirectAward
    }
}

impl Kind {
    /// The stage of a procurement it may stand for; none for what is never
    /// one: lists of operators buy nothing yet, sponsors and buyers of property
    /// pay, and competitions choose people.
    pub fn stage(self) -> Option<Stage> {
        Some(match self {
            Self::PriorInformation => Stage::Announcement,
            Self::Interest => Stage::Survey,
            Self::Tender | Self::DesignContest => Stage::Call,
            Self::Invitation => Stage::Invitation,
            Self::DirectAward => Stage::DirectAward,
            Self::Outcome => Stage::Outcome,
            _ => return None,
        })
    }
}
