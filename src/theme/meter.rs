//! What a body's own templates may cost: a page has so many steps and so many
//! bytes, and what goes on beyond is a mistake of the template, told at its
//! line.
//!
//! tera sets limits to how templates are written, and none to how long they
//! run: loops within loops, pieces that include pieces, texts that double.
//! So where something may be repeated or grow, a call is put in the template
//! that counts ([`insert()`]). Nothing is put in the built-in templates, which
//! go through what they are given once; a body that has none of its own pays
//! nothing.

mod insert;
mod reach;

use std::cell::Cell;
use std::io::{self, Write};

use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

pub(super) use insert::insert;
pub(super) use reach::too_far;

/// The function that counts: a name nobody takes by chance.
const STEP: &str = "trasparente_passo";

/// The steps of a page. Fifty thousand rows of ten cells are a quarter of it.
const STEPS: usize = 2_000_000;

/// The bytes of a page; the largest of a true site has three million.
const BYTES: usize = 64 * 1024 * 1024;

/// The bytes of a text a template puts together.
const TEXT: usize = 1024 * 1024;

/// How many bytes of text count as a step.
const BYTES_A_STEP: usize = 64;

/// How many values of a list or map are looked at to see how much they hold.
const LOOKED_AT: usize = 1_000;

/// What is said of a page that goes through too much, and through too many
/// bytes; whoever tells it puts it into words.
pub(super) const TOO_LONG: &str = "trasparente: too many steps";
pub(super) const TOO_LARGE: &str = "trasparente: too many bytes";

/// What is left to the page being made.
#[derive(Clone, Copy)]
struct Left {
    steps: usize,
    bytes: usize,
}

thread_local! {
    /// tera gives a function no way to whoever renders: what both know is the
    /// thread, on which no other page is made meanwhile.
    static LEFT: Cell<Left> = const { Cell::new(Left { steps: STEPS, bytes: BYTES }) };
}

/// Gives templates the functions that count.
pub(super) fn register(templates: &mut Tera) {
    templates.register_function(STEP, step);
    templates.register_function("range", range);
}

/// Begins a page; what it writes goes through the meter.
pub(super) fn begin<W: Write>(to: W) -> Metered<W> {
    LEFT.set(Left { steps: STEPS, bytes: BYTES });
    Metered(to)
}

/// Whether the page just made has written more than it may.
pub(super) fn overflowed() -> bool {
    LEFT.get().bytes == 0
}

/// How many steps the last page on this thread took.
#[cfg(test)]
fn taken() -> usize {
    STEPS - LEFT.get().steps
}

/// Writes no more than a page may hold, and leaves it to the next step to say
/// so, which knows its line.
pub(super) struct Metered<W>(W);

impl<W: Write> Write for Metered<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let left = LEFT.get();
        let rest = left.bytes.saturating_sub(bytes.len());
        LEFT.set(Left { bytes: rest, ..left });
        if rest > 0 {
            self.0.write_all(bytes)?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// Counts `n` steps, and the weight of `v`. Always true, so that it can stand
/// in a condition.
#[expect(clippy::needless_pass_by_value, reason = "tera calls it so")]
fn step(arguments: Kwargs, _: &State<'_>) -> TeraResult<bool> {
    let steps = arguments.get::<u64>("n")?.map_or(1, |steps| usize::try_from(steps).unwrap_or(usize::MAX));
    let weight = match arguments.get::<Value>("v")? {
        Some(value) => weight(&value, &mut LOOKED_AT.clone()),
        None => 0,
    };
    if weight > TEXT {
        return Err(Error::message(TOO_LARGE));
    }
    charge(steps.saturating_add(weight / BYTES_A_STEP))?;
    Ok(true)
}

fn charge(steps: usize) -> TeraResult<()> {
    let left = LEFT.get();
    if left.bytes == 0 {
        return Err(Error::message(TOO_LARGE));
    }
    let steps = left.steps.checked_sub(steps).ok_or_else(|| Error::message(TOO_LONG))?;
    LEFT.set(Left { steps, ..left });
    Ok(())
}

/// About how many bytes a value holds.
fn weight(value: &Value, left: &mut usize) -> usize {
    if *left == 0 {
        return 0;
    }
    *left -= 1;
    if let Some(text) = value.as_str() {
        return text.len();
    }
    let inner: Vec<&Value> = match (value.as_array(), value.as_map()) {
        (Some(list), _) => list.iter().take(*left).collect(),
        (_, Some(map)) => map.values().take(*left).collect(),
        _ => return 0,
    };
    let inside: usize = inner.into_iter().map(|value| weight(value, left)).fold(0, usize::saturating_add);
    inside.saturating_add(value.len().unwrap_or(0))
}

/// tera's own, with every number counted.
#[expect(clippy::needless_pass_by_value, reason = "tera calls it so")]
fn range(arguments: Kwargs, _: &State<'_>) -> TeraResult<Vec<i128>> {
    let start = arguments.get::<i128>("start")?.unwrap_or_default();
    let end = arguments.must_get::<i128>("end")?;
    let by = arguments.get::<i128>("step_by")?.unwrap_or(1);
    if by == 0 || by > 0 && start > end {
        return Err(Error::message("`range`: start, end, step_by"));
    }
    let mut numbers = Vec::new();
    let mut next = Some(start);
    while let Some(number) = next.filter(|number| if by > 0 { *number < end } else { *number > end }) {
        charge(1)?;
        numbers.push(number);
        next = number.checked_add(by);
    }
    Ok(numbers)
}

#[cfg(test)]
mod tests {
    use super::*;
    use tera::Context;

    fn inserted(text: &str) -> String {
        insert(text).text().to_owned()
    }

    /// Renders templates, the last of them, as a page of a theme would be.
    fn rendered(templates: &[(&str, &str)]) -> Result<String, (String, usize)> {
        let mut tera = Tera::new();
        register(&mut tera);
        let metered: Vec<(String, String)> =
            templates.iter().map(|(name, text)| ((*name).to_owned(), inserted(text))).collect();
        tera.add_raw_templates(metered.iter().map(|(name, text)| (name.as_str(), text.as_str())))
            .unwrap_or_else(|error| panic!("{error}\n{metered:?}"));
        let mut page = Vec::new();
        let mut context = Context::new();
        context.insert("list", &(0..300).collect::<Vec<_>>());
        let (last, _) = templates[templates.len() - 1];
        match tera.render_to(last, &context, begin(&mut page)) {
            Ok(()) if overflowed() => Err((TOO_LARGE.to_owned(), 0)),
            Ok(()) => Ok(String::from_utf8(page).expect("text")),
            Err(error) => match error.kind() {
                tera::ErrorKind::RenderingError(report) => Err((report.message().to_owned(), report.span().start_line)),
                other => Err((format!("{other:?}"), 0)),
            },
        }
    }

    #[test]
    fn what_would_never_end_ends_at_its_line() {
        let chain: Vec<(String, String)> = (0..20)
            .map(|at| (format!("{}.html", at + 1), format!("{{% include \"{at}.html\" %}}").repeat(10)))
            .collect();
        let mut chain: Vec<(&str, &str)> = chain.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        chain.insert(0, ("0.html", "x"));
        let long = "parola ".repeat(2_000);
        let long = format!("{{% set a %}}{{% for a in range(end=100000) %}}{long}{{% endfor %}}{{% endset %}}");
        for (templates, words, line) in [
            (
                vec![(
                    "a.html",
                    "\n{% for a in range(end=100000) %}\n{% for b in range(end=100000) %}{% endfor %}{% endfor %}",
                )],
                TOO_LONG,
                3,
            ),
            (
                vec![(
                    "a.html",
                    "{% for a in list %}{% for b in list %}{% for c in list %}\n{% endfor %}{% endfor %}{% endfor %}",
                )],
                TOO_LONG,
                1,
            ),
            (
                vec![(
                    "a.html",
                    "{% set x = \"ab\" %}{% for a in range(end=60) %}\n{% set_global x = x ~ x %}{% endfor %}",
                )],
                TOO_LARGE,
                2,
            ),
            (vec![("a.html", &long)], TOO_LONG, 1),
            (
                vec![("a.html", "{% for a in list %}{% for b in list %}{{ list }}\n{% endfor %}{% endfor %}")],
                TOO_LARGE,
                1,
            ),
            (
                vec![(
                    "a.html",
                    "{% for a in list %}{{ [x for x in list if [y for y in list if y == 1000]] }}{% endfor %}",
                )],
                TOO_LONG,
                1,
            ),
            (
                vec![(
                    "a.html",
                    "{% for a in list %}{% for b in list %}{% set x %}{{ list }}{% endset %}{% endfor %}{% endfor %}",
                )],
                TOO_LONG,
                1,
            ),
            (
                vec![
                    (
                        "c.html",
                        "{% component c(n) %}\n{{ <c n={n}/> }}{{ <c n={n}/> }}{{ <c n={n}/> }}{% endcomponent c %}",
                    ),
                    ("a.html", "{{ <c n={1}/> }}"),
                ],
                "",
                0,
            ),
            (chain.clone(), TOO_LONG, 0),
        ] {
            let (said, at) = rendered(&templates).expect_err("it ends as an error");
            assert!(said.contains(words), "{said}: {:.80}", templates[0].1);
            assert!(line == 0 || at == line, "line {at} for {line}: {:.80}", templates[0].1);
        }
    }

    #[test]
    fn what_ends_is_made_as_it_was_and_its_steps_are_counted() {
        for (text, page, steps) in [
            ("{% for a in range(end=3) %}{{ a }}{% endfor %}", "012", 6),
            ("{%- for a in list -%}  {% if a < 2 -%} x {%- endif %}{%- endfor -%}", "xx", 300),
            ("{{ [x for x in list if x < 2 or x == 5] }}", "[0, 1, 5]", 300),
            ("{{ [x for x in list][0] }}{{ [1 if true else 2 for k in [1]] }}", "0[1]", 301),
            ("{% set a = \"[x for\" ~ \" y]\" %}{{ a }}", "[x for y]", 1),
            ("{% raw %}{% for %}endraw{{ [x for y] }}{% endraw %}{# {% for %} #}", "{% for %}endraw{{ [x for y] }}", 0),
            ("{% set a %}b{% endset %}{{ a }}", "b", 1),
        ] {
            assert_eq!(rendered(&[("a.html", text)]).as_deref(), Ok(page), "{}", inserted(text));
            assert!((steps..steps + 4).contains(&taken()), "{} steps: {text}", taken());
        }
    }

    #[test]
    fn nothing_is_put_where_nothing_is_repeated() {
        let text = "{% extends \"base/layout.html\" %}{% block content %}{{ page.title }}{% if a %}{% set b = c %}{% endif %}{% endblock %}";
        assert_eq!(inserted(text), text);
    }
}
