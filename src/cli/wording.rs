//! clap's complaints, in our words.

use std::io::Write;
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::messages::{Catalogue, Msg};

/// Says what was wrong with the command line: exit code 2, or 0 if help was
/// asked for.
pub(super) fn explain(error: &clap::Error, catalogue: &Catalogue) -> ExitCode {
    if matches!(
        error.kind(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
    ) {
        let _ = error.print();
        return ExitCode::SUCCESS;
    }
    let word = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let msg = match error.kind() {
        ErrorKind::UnknownArgument => Msg::new("cli-unknown-argument").with("word", word(ContextKind::InvalidArg)),
        ErrorKind::InvalidSubcommand => {
            Msg::new("cli-unknown-command").with("word", word(ContextKind::InvalidSubcommand))
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let argument = word(ContextKind::InvalidArg);
            match word(ContextKind::InvalidValue) {
                value if value.is_empty() => Msg::new("cli-missing-value").with("argument", argument),
                value => Msg::new("cli-invalid-value").with("argument", argument).with("value", value),
            }
        }
        ErrorKind::ArgumentConflict => Msg::new("cli-twice").with("argument", word(ContextKind::InvalidArg)),
        _ => Msg::new("cli-other"),
    };
    let suggestion = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue]
        .into_iter()
        .map(word)
        .find(|text| !text.is_empty())
        .or_else(|| Some(word(ContextKind::ValidValue)).filter(|values| !values.is_empty()));
    let mut stderr = anstream::stderr();
    let _ = writeln!(stderr, "{}: {}", catalogue.text("error"), catalogue.say(&msg));
    if let Some(words) = suggestion {
        let _ = writeln!(
            stderr,
            "  = {}: {}",
            catalogue.text("help-word"),
            catalogue.say(&Msg::new("cli-try").with("words", words))
        );
    }
    let _ = writeln!(stderr, "\n{}", catalogue.text("cli-see-help"));
    ExitCode::from(2)
}
