//! `guide --themes`: the page for who writes a theme, made from what
//! templates are really given.

mod styles;
mod types;

use std::fmt::Write;

use serde_json::Value;

use crate::theme::{ASSETS, INSIDE, Theme, contract};
use crate::view::INTERFACE;

/// What stands before the tables.
const OPENING: &str = include_str!("theme_guide/opening.md");

/// The page for who writes a theme, in English, as Markdown.
pub fn theme_guide() -> String {
    let mut text = OPENING.replace("@INTERFACE@", &INTERFACE.to_string());
    let contract = contract();
    names(&mut text, &contract);
    templates(&mut text);
    components(&mut text);
    assets(&mut text);
    texts(&mut text, &contract);
    properties(&mut text);
    text
}

/// What templates are given, name by name, then what lies behind.
fn names(text: &mut String, contract: &[(&'static str, Value)]) {
    text.push_str("\n## What templates are given\n\n| name | where |\n|---|---|\n");
    let given = |name: &str| -> String {
        if INSIDE.shared.contains(&name) {
            return "everywhere".to_owned();
        }
        let pages = INSIDE.pages.iter().filter(|(_, own)| own.contains(&name));
        pages.map(|(page, _)| format!("`{page}`")).collect::<Vec<_>>().join(", ")
    };
    let fields = contract.iter().filter(|(name, _)| *name != "t");
    let mut sorted: Vec<&(&str, Value)> = fields.collect();
    sorted.sort_by_key(|(name, _)| !INSIDE.shared.contains(name));
    for (name, _) in &sorted {
        let _ = writeln!(text, "| [`{name}`](#{name}) | {} |", given(name));
    }
    text.push_str("| [`t`](#texts) | everywhere |\n");
    let types = types::Types::of(&sorted);
    for (name, schema) in sorted {
        let _ = write!(text, "\n### `{name}`\n\n{}", types.root(schema));
    }
    text.push_str("\n## What lies behind\n");
    text.push_str(&types.nested());
}

/// The templates, what each is given and which blocks it has.
fn templates(text: &mut String) {
    text.push_str("\n## Templates\n\n| template | extends | blocks |\n|---|---|---|\n");
    for (name, _) in INSIDE.pages {
        let source = INSIDE.templates.iter().find(|(known, _)| known == name).map_or("", |(_, source)| source);
        let quoted = |items: Vec<&str>| items.iter().map(|item| format!("`{item}`")).collect::<Vec<_>>().join(", ");
        let parent = tags(source, "extends").map(|rest| rest.trim_matches(['"', '\''])).collect();
        let _ = writeln!(text, "| `{name}` | {} | {} |", quoted(parent), quoted(tags(source, "block").collect()));
    }
}

/// The word after each tag of a kind: the name of a block, of a component.
fn tags<'t>(source: &'t str, kind: &'static str) -> impl Iterator<Item = &'t str> {
    source.split("{%").skip(1).filter_map(move |tag| named(tag, kind))
}

/// The word after a tag's own, if it is of a kind.
fn named<'t>(tag: &'t str, kind: &str) -> Option<&'t str> {
    let rest = tag.trim_start_matches('-').trim_start().strip_prefix(kind)?.strip_prefix(' ')?;
    rest.trim_start().split(|c: char| c.is_whitespace() || "(%".contains(c)).next()
}

fn components(text: &mut String) {
    text.push_str(
        "\n## Components\n\nAn argument with `=` may be left out. What follows @ is taken from the page, and not passed.\n\n",
    );
    text.push_str("| component | arguments | what it is for | file |\n|---|---|---|---|\n");
    let theme = Theme::load(Vec::new()).expect("a test holds that the built-in theme is sound");
    for (file, source) in INSIDE.components {
        for name in tags(source, "component") {
            let Some(info) = theme.component(name) else { continue };
            // tera has them by name: first what must be passed.
            let mut declared: Vec<_> = info.args().iter().collect();
            declared.sort_by_key(|argument| (argument.is_implicit(), argument.default().is_some()));
            let arguments = declared.into_iter().map(|argument| {
                let default = argument.default().and_then(|value| serde_json::to_string(value).ok());
                let kind = argument.arg_type().map(|kind| format!(": {kind}")).unwrap_or_default();
                match default {
                    _ if argument.is_implicit() => format!("`@{}`", argument.name()),
                    Some(default) => format!("`{}{kind} = {}`", argument.name(), bars(&default)),
                    None => format!("`{}{kind}`", argument.name()),
                }
            });
            let rest = info.rest_param().map(|rest| format!("`...{rest}`"));
            let arguments: Vec<String> = arguments.chain(rest).collect();
            let purpose = cell(&purpose(source, name));
            let _ = writeln!(text, "| `{name}` | {} | {purpose} | `{file}` |", arguments.join(", "));
        }
    }
}

/// The comment right before a component.
fn purpose(source: &str, name: &str) -> String {
    let mut marks = source.match_indices("{%").map(|(at, mark)| (at, at + mark.len()));
    let tag = marks.find(|(_, inside)| named(&source[*inside..], "component") == Some(name));
    let before = source[..tag.map_or(0, |(at, _)| at)].trim_end();
    let comment = before.strip_suffix("#}").and_then(|text| text.rsplit_once("{#")).map_or("", |(_, comment)| comment);
    comment.trim_matches('-').trim().to_owned()
}

fn assets(text: &mut String) {
    let _ = write!(
        text,
        "\n## Files beside the pages\n\nPublished under `/{ASSETS}/`; templates find them in [`assets`](#assets).\n\n"
    );
    for (name, _) in INSIDE.assets {
        let _ = writeln!(text, "- `{name}`");
    }
}

fn texts(text: &mut String, contract: &[(&'static str, Value)]) {
    text.push_str(
        "\n## Texts\n\nIn the site's language, by key: `{{ t.pec }}`. Here in Italian.\n\n| key | text |\n|---|---|\n",
    );
    let texts = contract.iter().find(|(name, _)| *name == "t").and_then(|(_, schema)| schema["properties"].as_object());
    for (key, words) in texts.into_iter().flatten() {
        let _ = writeln!(text, "| `{key}` | {} |", cell(words["description"].as_str().unwrap_or_default()));
    }
}

fn properties(text: &mut String) {
    text.push_str("\n## Custom properties\n\nWhat the style sheets of `base` take from `:root`: giving one another value changes it everywhere.\n\n");
    text.push_str("| property | value | in the dark |\n|---|---|---|\n");
    let sheets = INSIDE.assets.iter().filter(|(name, _)| name.ends_with(".css"));
    for (_, bytes) in sheets {
        for property in styles::properties(&String::from_utf8_lossy(bytes)) {
            let dark = property.dark.map(|dark| format!("`{}`", bars(&dark))).unwrap_or_default();
            let _ = writeln!(text, "| `{}` | `{}` | {dark} |", property.name, bars(&property.value));
        }
    }
}

/// Text on one line of a table. Between backquotes it is as it is.
fn cell(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let line = bars(&words.join(" "));
    let parts = line.split('`').enumerate();
    let parts = parts.map(|(at, part)| if at % 2 == 0 { part.replace('<', "&lt;") } else { part.to_owned() });
    parts.collect::<Vec<_>>().join("`")
}

fn bars(text: &str) -> String {
    text.replace('|', "\\|")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_link_inside_the_page_leads_somewhere() {
        let guide = theme_guide();
        let mut anchors = BTreeSet::new();
        for heading in guide.lines().filter(|line| line.starts_with("##")) {
            let anchor = super::super::guide::anchor(heading.trim_start_matches('#').trim());
            assert!(anchors.insert(anchor), "two headings: {heading}");
        }
        for (at, _) in guide.match_indices("](#") {
            let anchor = guide[at + 3..].split(')').next().unwrap_or_default();
            assert!(anchors.contains(anchor), "no heading for #{anchor}");
        }
    }

    #[test]
    fn everything_of_the_built_in_theme_is_told() {
        let guide = theme_guide();
        for (name, schema) in contract() {
            assert!(guide.contains(&format!("| [`{name}`](#")), "{name}");
            for field in schema["properties"].as_object().into_iter().flat_map(|fields| fields.keys()) {
                assert!(guide.contains(&format!("| `{field}` | ")), "{name}.{field}");
            }
        }
        for (_, source) in INSIDE.components {
            for name in tags(source, "component") {
                assert!(guide.contains(&format!("| `{name}` | ")), "{name}");
            }
        }
    }

    #[test]
    fn purposes_stand_before_their_component() {
        let source = "{#- One\n thing. -#}\n{% component one(a) %}{# no #}{% endcomponent one %}\n{% component two() %}{% endcomponent %}";
        assert_eq!(tags(source, "component").collect::<Vec<_>>(), ["one", "two"]);
        assert_eq!(cell(&purpose(source, "one")), "One thing.");
        assert_eq!(purpose(source, "two"), "");
        assert_eq!(cell("a <b>\n`<c>` | d"), "a &lt;b> `<c>` \\| d");
    }
}
