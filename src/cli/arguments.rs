//! What may be typed, in the words of the catalogue.

use clap::{Arg, ArgAction, Command, value_parser};

use crate::messages::{Catalogue, Language};
use crate::model::Kind;
use crate::report::Format;
use crate::vocabulary::{Vocabulary, words};

/// The whole command line.
pub(super) fn command(catalogue: &Catalogue) -> Command {
    let text = |key: &str| catalogue.text(key);
    let mut command = Command::new("trasparente")
        .version(env!("CARGO_PKG_VERSION"))
        .about(text("cli-about"))
        .after_help(text("cli-after"))
        .help_template(template(catalogue, true))
        .override_usage(text("usage"))
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(flag("help", 'h', text("arg-help")).action(ArgAction::Help).global(true))
        .arg(flag("version", 'V', text("arg-version")).action(ArgAction::Version))
        .arg(language(catalogue))
        .subcommand(with_site(Command::new("build").about(text("cmd-build")), catalogue).args(build_args(catalogue)))
        .subcommand(with_site(Command::new("check").about(text("cmd-check")), catalogue))
        .subcommand(new(catalogue))
        .subcommand(init(catalogue))
        .subcommand(
            Command::new("explain")
                .about(text("cmd-explain"))
                .arg(Arg::new("rule").value_name(text("val-rule")).help(text("arg-rule"))),
        )
        .subcommand(
            Command::new("guide")
                .about(text("cmd-guide"))
                .arg(Arg::new("themes").long("themes").action(ArgAction::SetTrue).help(text("arg-guide-themes"))),
        );
    if cfg!(feature = "serve") {
        let port = Arg::new("port")
            .long("port")
            .value_name(text("val-number"))
            .value_parser(value_parser!(u16))
            .default_value("8000")
            .hide_default_value(true);
        command = command.subcommand(
            with_site(Command::new("serve").about(text("cmd-serve")), catalogue).arg(port.help(text("arg-port"))),
        );
    }
    let command = command.mut_subcommands(|sub| {
        let name = format!("trasparente {}", sub.get_name());
        dressed(sub, &name, catalogue)
    });
    #[cfg(feature = "feedback")]
    let command = command.subcommand(feedback(catalogue));
    command
}

/// clap would say «default» in English; the helps say it in words.
fn dressed(command: Command, name: &str, catalogue: &Catalogue) -> Command {
    let usage = format!("{name} {}", catalogue.text("usage-options"));
    command.help_template(template(catalogue, false)).override_usage(usage)
}

fn template(catalogue: &Catalogue, with_commands: bool) -> String {
    let [usage, commands, options] = ["help-usage", "help-commands", "help-options"].map(|key| catalogue.text(key));
    let list = if with_commands { format!("{commands}:\n{{subcommands}}\n\n") } else { String::new() };
    format!("{{about}}\n\n{usage}: {{usage}}\n\n{list}{options}:\n{{options}}{{after-help}}\n")
}

fn flag(name: &'static str, short: char, help: String) -> Arg {
    Arg::new(name).long(name).short(short).help(help)
}

fn language(catalogue: &Catalogue) -> Arg {
    let tags = Language::ALL.map(Language::tag);
    Arg::new("lang")
        .long("lang")
        .value_name("it|en")
        .value_parser(tags)
        .help(catalogue.text("arg-lang"))
        .global(true)
        .hide_possible_values(true)
}

/// What every command that reads a site understands.
fn with_site(command: Command, catalogue: &Catalogue) -> Command {
    let text = |key: &str| catalogue.text(key);
    let folder = |name: &'static str, default: &'static str, help: &str| {
        Arg::new(name)
            .long(name)
            .value_name(text("val-folder"))
            .value_parser(value_parser!(std::path::PathBuf))
            .default_value(default)
            .hide_default_value(true)
            .help(text(help))
    };
    let switch = |name: &'static str, help: &str| Arg::new(name).long(name).action(ArgAction::SetTrue).help(text(help));
    command
        .arg(folder("content", "content", "arg-content"))
        .arg(folder("themes", "themes", "arg-themes"))
        .arg(Arg::new("theme").long("theme").value_name(text("val-name")).help(text("arg-theme")))
        .arg(Arg::new("as-of").long("as-of").value_name(text("val-moment")).help(text("arg-as-of")))
        .arg(switch("strict", "arg-strict"))
        .arg(
            Arg::new("format")
                .long("format")
                .value_name(words::<Format>().join("|"))
                .value_parser(words::<Format>())
                .default_value("human")
                .hide_default_value(true)
                .hide_possible_values(true)
                .help(text("arg-format")),
        )
        .arg(switch("quiet", "arg-quiet").short('q'))
        .arg(
            Arg::new("threads")
                .long("threads")
                .value_name(text("val-number"))
                .value_parser(value_parser!(u16).range(1..=256))
                .help(text("arg-threads")),
        )
}

fn build_args(catalogue: &Catalogue) -> Vec<Arg> {
    vec![
        Arg::new("out")
            .long("out")
            .value_name(catalogue.text("val-folder"))
            .value_parser(value_parser!(std::path::PathBuf))
            .default_value("public")
            .hide_default_value(true)
            .help(catalogue.text("arg-out")),
        Arg::new("future").long("future").action(ArgAction::SetTrue).help(catalogue.text("arg-future")),
    ]
}

fn new(catalogue: &Catalogue) -> Command {
    let text = |key: &str| catalogue.text(key);
    let value =
        |name: &'static str, val: &str, help: &str| Arg::new(name).long(name).value_name(text(val)).help(text(help));
    Command::new("new")
        .about(text("cmd-new"))
        .arg(value("kind", "val-kind", "arg-kind").value_parser(words::<Kind>()).hide_possible_values(true))
        .arg(value("section", "val-section", "arg-section"))
        .arg(value("title", "val-text", "arg-title"))
        .arg(value("name", "val-name", "arg-name"))
        .arg(
            value("content", "val-folder", "arg-content")
                .value_parser(value_parser!(std::path::PathBuf))
                .default_value("content")
                .hide_default_value(true),
        )
        .after_help(format!(
            "{}: {}",
            text("help-kinds"),
            Kind::ALL.iter().map(|kind| kind.word()).collect::<Vec<_>>().join(", ")
        ))
}

fn init(catalogue: &Catalogue) -> Command {
    let text = |key: &str| catalogue.text(key);
    let value =
        |name: &'static str, help: &str| Arg::new(name).long(name).value_name(text("val-text")).help(text(help));
    Command::new("init")
        .about(text("cmd-init"))
        .arg(
            Arg::new("folder")
                .value_name(text("val-folder"))
                .value_parser(value_parser!(std::path::PathBuf))
                .default_value(".")
                .hide_default_value(true)
                .help(text("arg-init-folder")),
        )
        .arg(value("body", "ask-body"))
        .arg(value("ipa", "ask-ipa"))
        .arg(value("tax-code", "ask-tax-code"))
        .arg(value("address", "ask-address"))
        .arg(value("pec", "ask-pec"))
        .arg(value("url", "ask-url"))
        .arg(value("accessibility", "ask-accessibility"))
        .arg(value("privacy", "ask-privacy"))
}

/// `feedback serve` and `feedback report`.
#[cfg(feature = "feedback")]
fn feedback(catalogue: &Catalogue) -> Command {
    use crate::feedback::{By, Format};
    let text = |key: &str| catalogue.text(key);
    let value = |name: &'static str, val: &str, help: &str| {
        Arg::new(name).long(name).value_name(text(val)).hide_default_value(true).help(text(help))
    };
    let path = |name, val: &str, default: &'static str, help: &str| {
        value(name, val, help).value_parser(value_parser!(std::path::PathBuf)).default_value(default)
    };
    let database = || path("db", "val-file", "valutazioni.sqlite", "arg-db");
    let listed = |name: &'static str, words: Vec<&'static str>, default: &'static str, help: &str| {
        value(name, "val-name", help)
            .value_name(words.join("|"))
            .value_parser(words)
            .default_value(default)
            .hide_possible_values(true)
    };
    let serve =
        Command::new("serve").about(text("cmd-feedback-serve")).after_help(text("feedback-serve-after")).args([
            path("content", "val-folder", "content", "arg-content"),
            database(),
            value("port", "val-number", "arg-feedback-port").value_parser(value_parser!(u16)).default_value("8787"),
            value("address", "val-address", "arg-address")
                .value_parser(value_parser!(std::net::IpAddr))
                .default_value("127.0.0.1"),
            Arg::new("proxy").long("proxy").action(ArgAction::SetTrue).help(text("arg-proxy")),
        ]);
    let report =
        Command::new("report").about(text("cmd-feedback-report")).after_help(text("feedback-report-after")).args([
            database(),
            value("from", "val-moment", "arg-from"),
            value("to", "val-moment", "arg-to"),
            listed("format", words::<Format>(), "testo", "arg-feedback-format"),
            listed("by", words::<By>(), "pagina", "arg-by").value_delimiter(','),
        ]);
    Command::new("feedback")
        .about(text("cmd-feedback"))
        .help_template(template(catalogue, true))
        .override_usage(text("usage-feedback"))
        .disable_help_subcommand(true)
        .subcommand(dressed(serve, "trasparente feedback serve", catalogue))
        .subcommand(dressed(report, "trasparente feedback report", catalogue))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_sound() {
        for language in Language::ALL {
            command(&Catalogue::new(language)).debug_assert();
        }
    }
}
