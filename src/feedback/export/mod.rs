//! The report, for people and for programs; one format a file.

mod csv;
mod json;
mod text;

use super::figures::Report;
use crate::messages::Catalogue;
use crate::vocabulary::vocabulary;

vocabulary! {
    /// How the report is written.
    Format in "export" {
        /// To be read.
        Text = "testo",
        /// For a spreadsheet.
        Csv = "csv",
        /// For a program.
        Json = "json",
    }
}

/// Writes a report. `from` and `to` are the days asked for, as `2026-11-23`.
pub fn export(report: &Report, format: Format, period: [Option<&str>; 2], catalogue: &Catalogue) -> String {
    match format {
        Format::Text => text::write(report, period, catalogue),
        Format::Csv => csv::write(report),
        Format::Json => json::write(report, period, catalogue),
    }
}
