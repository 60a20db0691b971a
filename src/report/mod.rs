//! Shows findings: to people, to editors of text, to machines.

mod github;
mod human;
mod json;
mod located;
mod sarif;
mod short;

use crate::diagnostic::Diagnostic;
use crate::messages::Catalogue;
use crate::source::Sources;
use crate::vocabulary::vocabulary;

pub use json::{text, values};
pub use located::{Located, located};

vocabulary! {
    /// How findings are shown.
    Format in "report" {
        /// With the line of the file under them.
        Human = "human",
        /// `file:line:column: message [rule]`.
        Short = "short",
        /// For programs.
        Json = "json",
        /// As annotations of a GitHub workflow.
        Github = "github",
        /// SARIF 2.1.0, for code scanning.
        Sarif = "sarif",
    }
}

/// What a report is made from.
pub struct Findings<'a> {
    /// The findings, in the order to show them.
    pub findings: &'a [Diagnostic],
    /// The texts they speak of.
    pub sources: &'a Sources,
    /// The words.
    pub catalogue: &'a Catalogue,
    /// What stands before paths: the content folder, so that a path printed
    /// is a path that opens.
    pub root: &'a str,
}

/// Shows findings. `colour` is for people's eyes only.
pub fn render(findings: &Findings<'_>, format: Format, colour: bool) -> String {
    match format {
        Format::Human => human::render(findings, colour),
        Format::Short => short::render(findings),
        Format::Json => json::render(findings),
        Format::Github => github::render(findings),
        Format::Sarif => sarif::render(findings),
    }
}
