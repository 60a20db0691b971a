//! A notice: an act a body publishes.

use std::collections::HashSet;

use crate::calendar::Moment;
use crate::model::{
    Activity, Attachment, Awardee, Body, Codes, Contacts, ContractingBody, Deadline, DeclaredState, EventKind, Kind,
    Lot, Money, Operator, Participation, Past, Terms, TextRef,
};
use crate::rules::Rule;
use crate::sections::SectionId;
use crate::source::{FileId, Span, Spanned};

/// An act a body publishes, with every fact in its place.
#[derive(Debug, Clone)]
pub struct Notice {
    /// What it is called and what it is.
    pub heading: Heading,
    /// Where it stands, and since when.
    pub filing: Filing,
    /// Its identifiers.
    pub codes: Codes,
    /// Its deadlines, in the order written.
    pub deadlines: Vec<Deadline>,
    /// Its money.
    pub money: Money,
    /// Its terms.
    pub terms: Terms,
    /// How to take part.
    pub participation: Participation,
    /// What it asks for.
    pub content: Content,
    /// Who answers for it.
    pub people: People,
    /// What became of it.
    pub course: Course,
    /// Its documents.
    pub attachments: Vec<Attachment>,
    /// What was read of its text; the HTML itself is among the site's
    /// [`Texts`](crate::model::Texts).
    pub body: Body,
    /// Where the HTML of its text lies.
    pub text: TextRef,
    /// What the repository remembers of it.
    pub past: Option<Box<Past>>,
}

/// What a notice is called and what it is.
#[derive(Debug, Clone)]
pub struct Heading {
    /// Its title.
    pub title: Spanned<String>,
    /// What it is.
    pub kind: Kind,
    /// What it is about, in the words of the act.
    pub subject: Option<String>,
    /// What it is about, in plain words.
    pub summary: Option<String>,
}

/// Where a notice stands, and since when.
#[derive(Debug, Clone)]
pub struct Filing {
    /// Its file.
    pub file: FileId,
    /// Its path from the content folder, with `/`.
    pub path: String,
    /// What names it for ever: its address and its feeds' guid.
    pub id: Spanned<String>,
    /// When it was published. Not on line before. Where nobody knows it any
    /// more, the last moment it can have been: [`Filing::published_on`] tells
    /// which of the two it is.
    pub published: Spanned<Moment>,
    /// Whether that is written, and not only the last moment possible.
    pub is_dated: bool,
    /// When it was last updated.
    pub updated: Spanned<Moment>,
    /// From when one may apply.
    pub opens: Option<Moment>,
    /// Its sections: the folder's first.
    pub sections: Vec<SectionId>,
    /// Still being written: checked, not published.
    pub draft: bool,
    /// Old addresses that lead here.
    pub aliases: Vec<Spanned<String>>,
    /// Ids of other notices it belongs with.
    pub related: Vec<Spanned<String>>,
    /// The rules it is excused from.
    pub excuses: Vec<Excuse>,
}

impl Filing {
    /// When it was published, if that is known.
    pub fn published_on(&self) -> Option<Moment> {
        self.is_dated.then_some(self.published.value)
    }
}

/// A rule a notice is excused from, and why.
#[derive(Debug, Clone)]
pub struct Excuse {
    /// The rule.
    pub rule: &'static Rule,
    /// Why.
    pub reason: String,
    /// Where it is written.
    pub span: Span,
}

/// What a notice asks for.
#[derive(Debug, Clone, Default)]
pub struct Content {
    /// What it wants to achieve, numbered.
    pub aims: Vec<String>,
    /// What one must have to take part.
    pub requirements: Vec<String>,
    /// What is to be done, with quantities.
    pub activities: Vec<Activity>,
    /// Its lots.
    pub lots: Vec<Lot>,
}

/// Who answers for a notice.
#[derive(Debug, Clone, Default)]
pub struct People {
    /// The person in charge of the procedure, by role.
    pub manager: Option<String>,
    /// The office.
    pub office: Option<String>,
    /// How to reach them.
    pub contacts: Contacts,
    /// The contracting body, where it is not the publisher.
    pub body: Option<Box<ContractingBody>>,
}

/// What became of a notice.
#[derive(Debug, Clone, Default)]
pub struct Course {
    /// A state no date tells.
    pub declared: Option<Box<Declared>>,
    /// What happened, in order of time.
    pub events: Vec<Event>,
    /// Who was invited or took part.
    pub operators: Vec<Operator>,
    /// Who won.
    pub awardees: Vec<Awardee>,
}

/// A state no date tells, since when, and why.
#[derive(Debug, Clone)]
pub struct Declared {
    /// The state.
    pub state: DeclaredState,
    /// Since when.
    pub since: Spanned<Moment>,
    /// Why.
    pub reason: Option<String>,
    /// The act.
    pub act: Option<String>,
}

/// Something that happened, or will.
#[derive(Debug, Clone)]
pub struct Event {
    /// What.
    pub kind: EventKind,
    /// When.
    pub when: Spanned<Moment>,
    /// When it was made public, if later than it happened.
    pub published: Option<Moment>,
    /// In short.
    pub title: Option<String>,
    /// In full.
    pub text: Option<String>,
    /// The act.
    pub act: Option<String>,
}

impl Notice {
    /// Whether there is anything in it to put in a diary: events alone say what
    /// happened, and nobody puts that in one.
    pub fn has_deadlines(&self) -> bool {
        !self.deadlines.is_empty()
    }

    /// Every CIG it holds, its lots' included, without doubles.
    pub fn cigs(&self) -> Vec<&Spanned<crate::codes::Cig>> {
        let mut known = HashSet::new();
        let all = self.codes.cig.iter().chain(self.content.lots.iter().filter_map(|lot| lot.cig.as_ref()));
        all.filter(|cig| known.insert(cig.value.as_str())).collect()
    }
}
