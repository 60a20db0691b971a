//! Holds templates against what they will be given, before any is rendered.

use std::collections::BTreeSet;

use serde_json::Value;
use tera::Tera;

use crate::messages::Msg;
use crate::view::{HomeView, ListView, NoticeView, PageView, SearchView, SectionView, SiteView, SubscribeView};

/// What every template is given.
const SHARED: [&str; 5] = ["site", "t", "tree", "assets", "page"];

/// The templates that make pages, and what each is given besides.
pub(super) const PAGES: [(&str, &[&str]); 12] = [
    ("layout.html", &[]),
    ("home.html", &["home"]),
    ("section.html", &["section"]),
    ("notice.html", &["notice"]),
    ("list.html", &["list"]),
    ("search.html", &["search"]),
    ("subscribe.html", &["subscribe"]),
    ("legal.html", &[]),
    ("faq.html", &["faq"]),
    ("thanks.html", &[]),
    ("not_found.html", &[]),
    ("redirect.html", &["redirect"]),
];

/// Names of templates and what each asks for in vain.
pub(super) fn faults(templates: &Tera, sources: &[(String, String)]) -> Vec<(String, Msg)> {
    let mut found = Vec::new();
    for (name, own) in PAGES {
        let Ok(used) = templates.get_template_variables(name) else {
            found.push((format!("templates/{name}"), Msg::new("theme-template-missing")));
            continue;
        };
        let used: BTreeSet<&str> = used.into_iter().collect();
        for variable in used.into_iter().filter(|variable| !SHARED.contains(variable) && !own.contains(variable)) {
            found.push((format!("templates/{name}"), Msg::new("theme-variable").with("name", variable)));
        }
    }
    let known = fields();
    for (name, text) in sources {
        for (root, field) in dotted(text) {
            if known.iter().any(|(known, fields)| *known == root && !fields.contains(field)) {
                let msg = Msg::new("theme-variable").with("name", format!("{root}.{field}"));
                found.push((format!("templates/{name}"), msg));
            }
        }
    }
    found
}

/// The fields of everything a page is given, by name.
fn fields() -> Vec<(&'static str, BTreeSet<String>)> {
    let of = |value: Result<Value, serde_json::Error>| match value {
        Ok(Value::Object(map)) => map.into_iter().map(|(key, _)| key).collect(),
        _ => BTreeSet::new(),
    };
    vec![
        ("site", of(serde_json::to_value(SiteView::default()))),
        ("page", of(serde_json::to_value(PageView::default()))),
        ("home", of(serde_json::to_value(HomeView::default()))),
        ("section", of(serde_json::to_value(SectionView::default()))),
        ("notice", of(serde_json::to_value(NoticeView::default()))),
        ("list", of(serde_json::to_value(ListView::default()))),
        ("search", of(serde_json::to_value(SearchView::default()))),
        ("subscribe", of(serde_json::to_value(SubscribeView::default()))),
        ("redirect", ["to", "path"].map(str::to_owned).into()),
        ("assets", ["css", "styles", "icon", "logo", "scripts"].map(str::to_owned).into()),
    ]
}

/// Every `name.field` inside the template's own brackets.
fn dotted(text: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(open) = rest.find(['{']) {
        rest = &rest[open + 1..];
        let close = match rest.as_bytes().first() {
            Some(b'{') => "}}",
            Some(b'%') => "%}",
            _ => continue,
        };
        let end = rest.find(close).unwrap_or(rest.len());
        for part in unquoted(&rest[..end]) {
            let names = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '.' || c == '?';
            for path in part.split(|c: char| !names(c)) {
                let mut steps = path.split('.').map(|step| step.trim_end_matches('?'));
                if let (Some(root), Some(field)) = (steps.next(), steps.next()) {
                    found.push((root, field));
                }
            }
        }
        rest = &rest[end..];
    }
    found
}

/// What stands outside quotes.
fn unquoted(code: &str) -> impl Iterator<Item = &str> {
    code.split(['"', '\'', '`']).step_by(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dotted_names_are_found_outside_of_quotes() {
        let text = r#"<p>{{ notice.title }} notice.fake {% if page.kind == "a.b" and notice.how?.pec %}{% endif %}"#;
        assert_eq!(dotted(text), [("notice", "title"), ("page", "kind"), ("notice", "how")]);
    }
}
