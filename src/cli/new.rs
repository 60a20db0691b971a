//! `new`: a notice ready to fill in.

use std::path::PathBuf;

use clap::ArgMatches;

use super::ask::answer;
use super::scaffold::notice;
use super::{Failure, err};
use crate::calendar::Instant;
use crate::diagnostic::nearest;
use crate::load;
use crate::messages::{Catalogue, Msg};
use crate::model::{Kind, SETTINGS, impossible};
use crate::parse;
use crate::sections::{Tree, is_folder_name};
use crate::vocabulary::{Vocabulary, words};
use crate::write;

/// Writes a notice ready to fill in, as a draft.
pub(super) fn new(matches: &ArgMatches, catalogue: &Catalogue, now: Instant) -> Result<(), Failure> {
    let content = matches.get_one::<PathBuf>("content").cloned().unwrap_or_default();
    let tree = tree(&content)?;
    let flag = |name: &str| matches.get_one::<String>(name);
    let kind = answer(flag("kind"), "kind", "ask-kind", catalogue)?;
    let kind = Kind::read(&kind).ok_or_else(|| {
        let near = nearest(&kind, words::<Kind>()).map_or_else(|| words::<Kind>().join(", "), str::to_owned);
        Failure::World(Msg::new("new-kind").with("value", &kind).with("near", near))
    })?;
    let section = answer(flag("section"), "section", "ask-section", catalogue)?;
    let section = tree.resolve(&section).ok_or_else(|| {
        let near = tree.nearest(&section).unwrap_or("bandi-gara-contratti/procedure");
        Failure::World(Msg::new("new-section").with("value", &section).with("near", near))
    })?;
    let title = answer(flag("title"), "title", "ask-title", catalogue)?;
    let name = flag("name").cloned().unwrap_or_else(|| slug::slugify(title.chars().take(60).collect::<String>()));
    if !is_folder_name(&name) || impossible(&name).is_some() {
        let value = crate::characters::escaped(&name);
        return Err(Failure::World(Msg::new("new-name").with("value", value)));
    }
    let path = format!("{}/{name}/index.md", tree.get(section).path);
    write::create_new(&content, &path, notice(kind, &title, now.day()).as_bytes())?;
    err(&(catalogue.say(&Msg::new("new-done").with("path", content.join(path).display())) + "\n"));
    Ok(())
}

/// The sections of the site, with the body's own if it has any.
fn tree(content: &std::path::Path) -> Result<Tree, Failure> {
    let loaded = load::content(content)?;
    let settings = loaded.sources.iter().find(|(_, source)| source.path() == SETTINGS);
    Ok(settings.map_or_else(Tree::statutory, |(id, source)| parse::settings(id, source).1))
}
