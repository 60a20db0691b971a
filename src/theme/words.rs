//! tera's sentences in words of ours, in the language of whoever reads them.

use crate::messages::Msg;

/// tera's sentences, each with the key of ours; `{}` stands for what changes,
/// which ours is given as `a`, `b` and `c`. The first that fits is taken.
const SENTENCES: &[(&str, &str)] = &[
    ("Found {} but expected {}.", "tera-found"),
    ("Unexpected end of input", "tera-end"),
    ("unexpected end of raw block", "tera-end"),
    ("unexpected end of string", "tera-string-open"),
    ("String opened with `{}` is missing its closing `{}`", "tera-string-open"),
    ("Closing comment tag `{}` not found", "tera-comment-open"),
    ("Unclosed component '{}'", "tera-component-open"),
    ("Closing tag '{}' doesn't match opening tag '{}'", "tera-closes-another"),
    ("{} was named `{}` in the opening tag, found `{}` as name in the end tag", "tera-ends-another"),
    ("Unknown tag", "tera-unknown-tag"),
    ("Unknown filter `{}`", "tera-unknown-filter"),
    ("Unknown test `{}`", "tera-unknown-test"),
    ("Unknown function `{}`", "tera-unknown-function"),
    ("Unknown component `{}`", "tera-unknown-component"),
    ("Unknown template `{}`", "tera-unknown-template"),
    ("Template '{}' not found", "tera-unknown-template"),
    ("Template '{}' is inheriting from '{}', {}", "tera-unknown-parent"),
    ("Block `{}` is not defined in any parent template", "tera-unknown-block"),
    ("Component `{}` is defined in both `{}` and `{}`", "tera-component-twice"),
    ("Template already contains a component named `{}`", "tera-name-twice"),
    ("Template already contains a block named `{}`", "tera-name-twice"),
    ("Component argument `{}` is defined more than once", "tera-name-twice"),
    ("Keyword argument `{}` is defined more than once", "tera-name-twice"),
    ("Template is already extending `{}`", "tera-extends-twice"),
    ("`extends` needs to be the first tag of the template", "tera-extends-first"),
    ("This content would be ignored: {}", "tera-ignored"),
    ("Found invalid field of `loop`: {}. Only {}", "tera-loop-field"),
    ("{} is a reserved keyword of Tera, {}", "tera-reserved"),
    ("The name `body` is reserved{}", "tera-reserved-body"),
    ("Blocks cannot be written inside a {}.", "tera-block-inside"),
    ("Invalid syntax for `set`: {}", "tera-set"),
    ("The template nesting is too deep", "tera-too-deep"),
    ("The expression is too complex", "tera-too-deep"),
    ("Maximum render recursion depth for components exceeded{}", "tera-recursion"),
    ("Tried to render a variable that is undefined", "tera-undefined"),
    ("Variable `{}` exists but its value is undefined", "tera-undefined-name"),
    ("Variable `{}` is not defined{}", "tera-undefined-name"),
    ("Field `{}` is not defined{}", "tera-undefined-field"),
    ("Cannot index into an undefined value", "tera-undefined"),
    ("Cannot slice an undefined value", "tera-undefined"),
    ("Index expression is undefined", "tera-undefined"),
    ("Tried to escape an undefined value", "tera-undefined"),
    ("Iteration not possible on type `{}`", "tera-not-many"),
    ("Key/value iteration is not possible on type `{}`{}", "tera-not-keys"),
    ("Cannot compare `{}` with `{}`", "tera-compare"),
    ("Math operations can only be done on numbers, found `{}`", "tera-not-a-number"),
    ("`+` requires both operands to be numbers, found `{}` and `{}`", "tera-not-numbers"),
    ("Cannot divide by 0", "tera-by-zero"),
    ("Missing keyword argument `{}`", "tera-argument-missing"),
    ("Unknown argument(s) {} in component call. Possible argument(s) are: {}", "tera-argument-unknown"),
    ("Unknown argument(s) {} in component call.{}", "tera-argument-none"),
    ("Component argument `{}` (type: `{}`) does not match expected type: `{}`", "tera-argument-type"),
    ("Argument `{}`{} missing.", "tera-argument-missing"),
    ("Implicit argument `{}`{} not found in context or passed directly{}", "tera-argument-missing"),
    ("Invalid type for the value, expected `{}` but got `{}`", "tera-type"),
    ("super() called outside of a block", "tera-super"),
    ("Tried to use super() in the top level block", "tera-super"),
];

/// The names tera has for what it found, and the keys of ours.
const TOKENS: &[(&str, &str)] = &[
    ("content", "tera-token-content"),
    ("raw content", "tera-token-content"),
    ("comment", "tera-token-comment"),
    ("identifier", "tera-token-name"),
    ("attribute name", "tera-token-name"),
    ("string", "tera-token-string"),
    ("integer", "tera-token-number"),
    ("float", "tera-token-number"),
    ("bool", "tera-token-bool"),
];

/// A sentence of tera's in ours. What we know no words for is said to be
/// tera's, in English, so that one can look it up.
pub(super) fn of(sentence: &str) -> Msg {
    let known = SENTENCES.iter().find_map(|(pattern, key)| Some((key, gaps(sentence, pattern)?)));
    let Some((key, gaps)) = known else {
        return Msg::new("tera-says").with("sentence", sentence.trim_end_matches('.'));
    };
    ["a", "b", "c"].into_iter().zip(gaps).fold(Msg::new(key), |msg, (name, gap)| msg.because(name, token(gap)))
}

/// What was found, or what was typed.
fn token(gap: &str) -> Msg {
    match TOKENS.iter().find(|(token, _)| *token == gap) {
        Some((_, key)) => Msg::new(key),
        None => Msg::new("tera-token").with("token", gap.trim_matches('`')),
    }
}

/// What stands in a sentence where its pattern has `{}`.
fn gaps<'s>(sentence: &'s str, pattern: &str) -> Option<Vec<&'s str>> {
    let mut parts = pattern.split("{}");
    let mut rest = sentence.strip_prefix(parts.next()?)?;
    let mut gaps = Vec::new();
    let mut parts = parts.peekable();
    while let Some(part) = parts.next() {
        let last = parts.peek().is_none();
        let end = if last && part.is_empty() {
            rest.len()
        } else if last {
            rest.len().checked_sub(part.len()).filter(|end| rest.get(*end..) == Some(part))?
        } else {
            rest.find(part)?
        };
        gaps.push(&rest[..end]);
        rest = &rest[end + part.len()..];
    }
    rest.is_empty().then_some(gaps)
}

#[cfg(test)]
mod tests {
    use tera::{Context, Tera};

    use super::super::fault;
    use super::*;
    use crate::messages::{Catalogue, Language};

    /// What tera says of templates, the last of them rendered.
    fn said(templates: &[(&str, &str)]) -> Vec<String> {
        let mut tera = Tera::new();
        let added = tera.add_raw_templates(templates.iter().copied());
        let (last, _) = templates[templates.len() - 1];
        let error = added.and_then(|()| tera.render(last, &Context::new()).map(|_| ()));
        let error = error.expect_err("it is wrong");
        fault::reports(&error).into_iter().map(|report| report.sentence).collect()
    }

    /// Templates that are wrong, and what is said of them.
    #[test]
    fn what_tera_says_is_said_in_italian() {
        let one: &[(&str, &str)] = &[
            ("{{ a", "finisce"),
            ("{% if a %}", "finisce"),
            ("{{ a b }}", "qui c'è un nome, e ci vuole `}}`"),
            ("{% for 3 in a %}{% endfor %}", "qui c'è un numero, e ci vuole un nome"),
            ("{{ \"a }}", "virgolette"),
            ("{# a", "commento"),
            ("{% frobnicate %}", "il comando"),
            ("{% block a %}{% endblock b %}", "`b`"),
            ("{% block a %}{% endblock %}{% block a %}{% endblock %}", "due volte"),
            ("{{ a | nessuno }}", "il filtro `nessuno`"),
            ("{% if a is nessuno %}{% endif %}", "`nessuno`"),
            ("{{ nessuno() }}", "la funzione `nessuno`"),
            ("{{ <nessuno/> }}", "il componente `nessuno`"),
            ("{% include \"nessuno.html\" %}", "`nessuno.html`"),
            ("{% extends \"nessuno.html\" %}", "`nessuno.html`"),
            ("a{% extends \"nessuno.html\" %}", "primo comando"),
            ("{% for a in [1] %}{{ loop.nessuno }}{% endfor %}", "`nessuno`"),
            ("{% set self = 1 %}", "`self`"),
            ("{% for a in [1] %}{% block b %}{% endblock %}{% endfor %}", "un blocco"),
            ("{{ nessuno }}", "`nessuno`"),
            ("{% set a = {\"b\": 1} %}{{ a.c }}", "`c`"),
            ("{{ nessuno.altro }}", "`nessuno`"),
            ("{% for a in 3 %}{% endfor %}", "elenco"),
            ("{% for a, b in [1] %}{% endfor %}", "chiave e valore"),
            ("{{ 1 < \"a\" }}", "confronta"),
            ("{{ \"a\" * 2 }}", "numer"),
            ("{{ \"a\" + 2 }}", "numer"),
            ("{{ 1 / 0 }}", "zero"),
            ("{{ \"a\" | replace(from=\"b\") }}", "`to`"),
            ("{{ 3 | upper }}", "ci vuole un testo"),
            ("{{ super() }}", "super"),
            ("{% component c(a) %}{% endcomponent c %}{{ <c a={1} b={2}/> }}", "non ha l'argomento `b`: ha `a`"),
            ("{% component c() %}{% endcomponent c %}{{ <c b={2}/> }}", "non ha l'argomento `b`"),
            ("{% component c(a) %}{% endcomponent c %}{{ <c/> }}", "`a`"),
            ("{% set a %}", "finisce"),
        ];
        let catalogue = Catalogue::new(Language::Italian);
        for (text, words) in one {
            for sentence in said(&[("a.html", text)]) {
                let msg = of(&sentence);
                let ours = catalogue.say(&msg);
                assert!(ours.contains(words) && msg.key != "tera-says", "{text}: {sentence} → {ours}");
            }
        }
        let child = [
            ("b.html", "{% block a %}{% endblock %}"),
            ("a.html", "{% extends \"b.html\" %}x{% block c %}{% endblock %}"),
        ];
        let sentence = said(&child).remove(0);
        assert!(catalogue.say(&of(&sentence)).contains("blocc"), "{sentence}");
        let calls_itself = [("a.html", "{% component a(n) %}{{ <a n={n}/> }}{% endcomponent a %}{{ <a n={1}/> }}")];
        let sentence = said(&calls_itself).remove(0);
        assert!(catalogue.say(&of(&sentence)).contains("richiama"), "{sentence}");
    }

    #[test]
    fn every_sentence_has_words_in_every_language() {
        for language in [Language::Italian, Language::English] {
            let catalogue = Catalogue::new(language);
            for (pattern, key) in SENTENCES {
                let ours = catalogue.say(&of(&pattern.replace("{}", "qualcosa")));
                assert!(!ours.contains("tera-") && !ours.contains("{}"), "{key}: {ours}");
            }
            for (_, key) in TOKENS {
                assert!(catalogue.find(key).is_some(), "{key}");
            }
            let ours = catalogue.say(&of("Something new."));
            assert!(ours.contains("«Something new»") || ours.contains("“Something new”"), "{ours}");
        }
    }

    #[test]
    fn gaps_are_what_changes() {
        assert_eq!(gaps("Found `%}` but expected ).", "Found {} but expected {}."), Some(vec!["`%}`", ")"]));
        assert_eq!(gaps("Unknown tag", "Unknown tag"), Some(vec![]));
        assert_eq!(gaps("Unknown tags", "Unknown tag"), None);
        assert_eq!(gaps("x is y", "{} is {}"), Some(vec!["x", "y"]));
        assert_eq!(gaps("x", "x{}x"), None);
    }
}
