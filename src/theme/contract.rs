//! Holds templates against what they will be given, before any is rendered.

mod reading;
mod shape;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use serde_json::{Map, Value, json};
use tera::Tera;

use super::template::Template;
use super::{AssetsView, fault};
use crate::diagnostic::Diagnostic;
use crate::load::ThemeFiles;
use crate::messages::{Catalogue, Language, Msg};
use crate::source::Span;
use crate::view;
use reading::{Bound, Path, Piece, Step, Words};
use shape::Shape;

/// What every template is given.
pub(super) const SHARED: [&str; 5] = ["site", "t", "tree", "assets", "page"];

/// The templates that make pages, and what each is given besides.
pub(super) const PAGES: [(&str, &[&str]); 12] = [
    ("layout.html", &[]),
    ("home.html", &["home"]),
    ("section.html", &["section"]),
    ("notice.html", &["notice"]),
    ("list.html", &["list"]),
    ("search.html", &["search"]),
    ("subscribe.html", &["subscribe"]),
    ("data.html", &["data"]),
    ("legal.html", &[]),
    ("faq.html", &["faq"]),
    ("not_found.html", &[]),
    ("redirect.html", &["redirect"]),
];

/// Every name templates are given and the JSON Schema of what is behind it:
/// what pages show, the theme's own files, the texts.
pub fn contract() -> Vec<(&'static str, Value)> {
    let mut known = view::contract();
    known.push(("assets", view::schema::<AssetsView>()));
    let catalogue = Catalogue::new(Language::Italian);
    let texts: BTreeMap<&str, String> = Language::Italian
        .theme_keys()
        .filter_map(|key| Some((key.strip_prefix("theme-")?, catalogue.find(key)?)))
        .collect();
    let texts: Map<String, Value> =
        texts.into_iter().map(|(key, text)| (key.to_owned(), json!({"type": "string", "description": text}))).collect();
    known.push(("t", json!({"type": "object", "properties": texts})));
    known
}

/// What templates ask for in vain, each at its place.
pub(super) fn faults(tera: &Tera, templates: &[Template], theme: &ThemeFiles) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let fault = |template: &Template, span, asked: &str| {
        fault::at(&template.written, span, Msg::new("theme-variable").with("name", asked))
    };
    for (name, given) in PAGES {
        let Ok(used) = tera.get_template_variables(name) else {
            found.push(fault::of_file(theme, &fault::file_of(name), Msg::new("theme-template-missing")));
            continue;
        };
        let used: BTreeSet<&str> = used.into_iter().collect();
        for variable in used.into_iter().filter(|variable| !SHARED.contains(variable) && !given.contains(variable)) {
            found.extend(asking(templates, name, variable).map(|(template, span)| fault(template, span, variable)));
        }
    }
    // A test holds the built-in templates to the contract.
    let own: Vec<&Template> = templates.iter().filter(|template| !template.is_ours()).collect();
    if own.is_empty() {
        return found;
    }
    let contract = contract();
    let lent = lent(&own);
    for template in own {
        // What includes a piece of a page may have given a name another
        // meaning; a page stands on its own.
        let lent = if PAGES.iter().any(|(page, _)| *page == template.name) { &[][..] } else { &lent };
        let asked = asked_in_vain(&contract, lent, template.said());
        found.extend(asked.iter().map(|(path, place)| fault(template, Some(template.place(place.clone())), path)));
    }
    found
}

/// The template that asks for a name, and where: the page itself, or one of
/// those it is made with.
fn asking<'t>(templates: &'t [Template], page: &str, name: &str) -> Option<(&'t Template, Option<Span>)> {
    let mut near: Vec<&Template> = templates.iter().collect();
    near.sort_by_key(|template| (template.name != page, template.is_ours()));
    let place = |template: &&'t Template| {
        let pieces = reading::pieces(template.said());
        let path = pieces.iter().flat_map(|piece| piece.words().paths().collect::<Vec<_>>());
        let root = path.map(|path| path.root).find(|root| *root == name)?;
        Some(template.place(place_in(template.said(), root)))
    };
    let found = near.iter().find_map(|template| Some((*template, Some(place(template)?))));
    found.or_else(|| Some((*near.first()?, None)))
}

/// The bytes of a word of a text.
fn place_in(text: &str, word: &str) -> Range<usize> {
    let start = word.as_ptr() as usize - text.as_ptr() as usize;
    start..start + word.len()
}

/// The names some template gives a meaning of its own.
fn lent<'t>(templates: &[&'t Template]) -> Vec<&'t str> {
    let pieces = templates.iter().flat_map(|template| reading::pieces(template.said()));
    pieces.flat_map(|piece| piece.words().names()).collect()
}

/// The names in force at some place of a template, the innermost last.
/// Outside of all of them stands what the page is given.
struct Scope<'s> {
    names: Vec<(&'s str, Option<Shape<'s>>)>,
    /// A component sees nothing but its arguments.
    closed: bool,
}

/// The paths that lead nowhere, each once, and the word of the text at which
/// each first goes wrong.
fn asked_in_vain<'s>(
    contract: &'s [(&'static str, Value)],
    lent: &[&'s str],
    text: &'s str,
) -> BTreeMap<String, Range<usize>> {
    let mut found = BTreeMap::new();
    let mut scopes = vec![Scope { names: lent.iter().map(|name| (*name, None)).collect(), closed: false }];
    for piece in reading::pieces(text) {
        let words = piece.words();
        let inner = words.comprehensions().map(|bound| typed(contract, &scopes, &bound)).collect();
        scopes.push(Scope { names: inner, closed: false });
        for path in words.paths() {
            if let Some(Err(step)) = known(contract, &scopes, path.root).map(|shape| shape.follow(&path.steps)) {
                let word = match path.steps[step] {
                    Step::Field(name) => name,
                    Step::Item | Step::Slice => path.root,
                };
                found.entry(path.until(step)).or_insert_with(|| place_in(text, word));
            }
        }
        scopes.pop();
        if let Piece::Tag(_) = piece {
            enter_or_leave(contract, &mut scopes, &words);
        }
    }
    found
}

/// What a tag does to the names in force.
fn enter_or_leave<'s>(contract: &'s [(&'static str, Value)], scopes: &mut Vec<Scope<'s>>, words: &Words<'s>) {
    match words.first() {
        Some("for") => {
            let names = words.bound().map(|bound| typed(contract, scopes, &bound)).into_iter().collect();
            scopes.push(Scope { names, closed: false });
        }
        Some("component") => {
            let arguments = words.arguments().into_iter();
            let page = |name| contract.iter().find(|(known, _)| *known == name).map(|(_, schema)| Shape::new(schema));
            let names = arguments.map(|(name, of_page)| (name, if of_page { page(name) } else { None })).collect();
            scopes.push(Scope { names, closed: true });
        }
        Some("endfor" | "endcomponent") if scopes.len() > 1 => {
            scopes.pop();
        }
        Some("set" | "set_global") => {
            let scope = scopes.last_mut().expect("the outermost is never left");
            scope.names.extend(words.names().into_iter().map(|name| (name, None)));
        }
        _ => {}
    }
}

/// What a loop's name stands for: an item of what it goes through, if that
/// is a path; nothing we know, if it is worked out.
fn typed<'s>(
    contract: &'s [(&'static str, Value)],
    scopes: &[Scope<'s>],
    bound: &Bound<'s>,
) -> (&'s str, Option<Shape<'s>>) {
    let through = |path: &Path<'s>| known(contract, scopes, path.root)?.follow(&path.steps).ok()??.item();
    (bound.name, bound.through.as_ref().and_then(through))
}

fn known<'s>(contract: &'s [(&'static str, Value)], scopes: &[Scope<'s>], name: &str) -> Option<Shape<'s>> {
    for scope in scopes.iter().rev() {
        if let Some((_, shape)) = scope.names.iter().rev().find(|(known, _)| *known == name) {
            return *shape;
        }
        if scope.closed {
            return None;
        }
    }
    contract.iter().find(|(known, _)| *known == name).map(|(_, schema)| Shape::new(schema))
}

#[cfg(test)]
mod tests {
    use super::super::{embedded, squeeze};
    use super::*;
    use crate::source::Source;

    fn asked(text: &str) -> Vec<String> {
        asked_in_vain(&contract(), &[], text).into_keys().collect()
    }

    #[test]
    fn the_built_in_templates_ask_for_nothing_in_vain() {
        let contract = contract();
        for (name, text) in embedded::TEMPLATES.iter().chain(embedded::COMPONENTS) {
            let squeezed = squeeze::template(text);
            assert_eq!(asked_in_vain(&contract, &[], squeezed.text()), BTreeMap::new(), "{name}");
        }
    }

    #[test]
    fn paths_are_followed_to_their_end() {
        let right = "{% if page.kind == \"a.b\" and notice.how?.platform?.name %}{{ site.body.parent.url }}{% endif %}\
                     {{ home.open_closes | join(sep=\",\") }}{{ assets.scripts.cerca }}{{ t.pec }}\
                     {{ section.cards[0].state.id }}{{ tree[1:3][0].children[0].children[0].url }}\
                     {{ notice[\"title\"] }}{{ notice.published[form] }} notice.fake {{ elsewhere.at.all }}";
        assert_eq!(asked(right), Vec::<String>::new());
        let wrong = "{{ notice.how?.platform?.nome }}{% if site.body.parent.url.host %}{% endif %}{{ page.fine }}\
                     {{ section.cards.title }}{{ section.cards[0].titolo }}{{ notice[\"titolo\"] }}{{ t.nessuno }}\
                     {{ <when w={notice.published.when} /> }}{{ notice.title | default(value=page.none.at_all) }}";
        let expected = [
            "notice.how.platform.nome",
            "notice.published.when",
            "notice.titolo",
            "page.fine",
            "page.none",
            "section.cards.title",
            "section.cards[].titolo",
            "site.body.parent.url.host",
            "t.nessuno",
        ];
        assert_eq!(asked(wrong), expected);
    }

    #[test]
    fn loops_know_what_they_go_through() {
        let text = "{% for c in section.cards %}{{ c.title }}{{ c.titolo }}{% for s in c.section %}{{ s.x }}{% endfor %}\
                    {% endfor %}{{ c.after }}{% for k, v in assets.scripts %}{{ v.any }}{% endfor %}\
                    {% for x in notice.lots | reverse %}{{ x.any }}{% endfor %}\
                    {% set names = [l.nome for l in notice.lots if l.awardee] %}";
        assert_eq!(asked(text), ["c.titolo", "l.nome"]);
    }

    #[test]
    fn names_with_another_meaning_are_let_be() {
        assert_eq!(asked("{% for page in pages %}{{ page.any }}{% endfor %}{{ page.none }}"), ["page.none"]);
        assert_eq!(asked("{% set notice = other %}{{ notice.any }}"), Vec::<String>::new());
        let component = "{% component list(section, x={\"page\": 1}, @site) -%}{{ section.any }}{{ list.any }}\
                         {{ site.none }}{%- endcomponent list %}{{ section.none }}";
        assert_eq!(asked(component), ["section.none", "site.none"]);
        assert_eq!(asked("{# {{ page.no }} #}{% raw %}{{ page.no }}{% endraw %}{{ \"{{ page.no }}\" }}"), [""; 0]);
        let contract = contract();
        let template = |name: &str, text: &str| Template::new(name.to_owned(), Source::new(name, text));
        let piece = template("voce.html", "{{ section.any }}");
        let whole = template("home.html", "{% for section in tree %}{% include \"voce.html\" %}{% endfor %}");
        assert!(asked_in_vain(&contract, &lent(&[&piece, &whole]), piece.said()).is_empty());
    }
}
