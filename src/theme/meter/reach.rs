//! How far templates reach: tera reads alternatives, and pieces within
//! pieces, by calling itself, and a stack that overflows ends the program.

use std::collections::{HashMap, HashSet};

use super::insert::brackets;

/// How many alternatives (`elif`) a template may have.
const ALTERNATIVES: usize = 200;

/// How many templates may stand one within the other, included or extended.
const WITHIN: usize = 30;

/// How many templates a theme may have.
const TEMPLATES: usize = 1_000;

/// What is wrong with how far templates reach: the template, and the key of
/// the sentence that says it.
pub(in super::super) fn too_far<'t>(sources: &[(&'t str, &'t str)]) -> Vec<(&'t str, &'static str)> {
    let named = |key| move |(name, _): &(&'t str, &'t str)| (*name, key);
    if sources.len() > TEMPLATES {
        return sources.iter().skip(TEMPLATES).take(1).map(named("theme-templates-many")).collect();
    }
    let mut mentions: HashMap<&str, Vec<&str>> = HashMap::new();
    let mut found = Vec::new();
    for (name, text) in sources.iter().copied() {
        let tags: Vec<&str> = brackets(text).iter().filter(|one| one.tag).map(|one| one.code.trim()).collect();
        if tags.iter().filter(|tag| tag.starts_with("elif")).count() > ALTERNATIVES {
            found.push((name, "theme-alternatives-many"));
        }
        let within = tags.iter().filter(|tag| tag.starts_with("include") || tag.starts_with("extends"));
        let names = within.flat_map(|tag| tag.split(['"', '\'', '`']).skip(1).step_by(2));
        mentions.insert(name, names.collect());
    }
    // In rounds, what mentions nothing first: what is left after so many
    // stands deeper, or round in a circle.
    let mut left: Vec<&str> = mentions.keys().copied().collect();
    left.sort_unstable();
    let mut known: HashSet<&str> = HashSet::new();
    for _ in 0..=WITHIN {
        let ends =
            |name: &&str| mentions[name].iter().all(|other| known.contains(other) || !mentions.contains_key(other));
        let (ended, still): (Vec<&str>, Vec<&str>) = left.into_iter().partition(ends);
        known.extend(ended);
        left = still;
    }
    found.extend(left.first().map(|name| (*name, "theme-templates-deep")));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn templates_reach_so_far_and_no_further() {
        let chain = |length: usize, tag: &str| -> Vec<(String, String)> {
            (0..length).map(|at| (format!("{at}.html"), format!("{{%- {tag} \"{}.html\" %}}", at + 1))).collect()
        };
        let one = |text: String| vec![("a.html".to_owned(), text)];
        for (sources, expected) in [
            (chain(WITHIN, "include"), None),
            (chain(5_000, "include").split_off(4_000), Some("theme-templates-deep")),
            (chain(100, "extends"), Some("theme-templates-deep")),
            (chain(TEMPLATES + 1, "from"), Some("theme-templates-many")),
            (one("{% if a %}".to_owned() + &"{% elif b %}".repeat(ALTERNATIVES)), None),
            (one("{% if a %}".to_owned() + &"{%- elif b %}".repeat(50_000)), Some("theme-alternatives-many")),
            (one("{% include 'a.html' %}".to_owned()), Some("theme-templates-deep")),
            (one("{{ \"{% include 'a.html' %}\" }}{% include 'b.html' %}".to_owned()), None),
        ] {
            let named: Vec<(&str, &str)> = sources.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
            assert_eq!(too_far(&named).first().map(|(_, key)| *key), expected, "{:.80}", sources[0].1);
        }
    }
}
