//! Reads from a template what its contract asks about: which names it uses,
//! how it goes on from them, and which it gives a meaning of its own. tera
//! has the last word on everything else.

/// What stands in the template's own brackets.
#[derive(Debug, Clone, Copy)]
pub(super) enum Piece<'t> {
    /// `{{ … }}`.
    Value(&'t str),
    /// `{% … %}`.
    Tag(&'t str),
}

/// A step on from a value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Step<'t> {
    /// `.name` or `["name"]`.
    Field(&'t str),
    /// `[…]`.
    Item,
    /// `[…:…]`.
    Slice,
}

/// A name and the steps on from it: `notice.lots[0].title`.
#[derive(Debug, PartialEq)]
pub(super) struct Path<'t> {
    pub(super) root: &'t str,
    pub(super) steps: Vec<Step<'t>>,
}

/// A name a loop gives, and what it goes through if that is a path.
#[derive(Debug, PartialEq)]
pub(super) struct Bound<'t> {
    pub(super) name: &'t str,
    pub(super) through: Option<Path<'t>>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Word<'t> {
    Name(&'t str),
    Text(&'t str),
    Mark(char),
}

/// The words of a piece.
pub(super) struct Words<'t>(Vec<Word<'t>>);

impl Path<'_> {
    /// The path up to a step, that step included.
    pub(super) fn until(&self, step: usize) -> String {
        let steps = self.steps[..=step].iter().map(|step| match step {
            Step::Field(name) => format!(".{name}"),
            Step::Item => "[]".to_owned(),
            Step::Slice => "[:]".to_owned(),
        });
        std::iter::once(self.root.to_owned()).chain(steps).collect()
    }
}

/// The pieces of a template, in order; none of what is `raw`.
pub(super) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        rest = &rest[open + 1..];
        let close = match rest.as_bytes().first() {
            Some(b'{') => "}}",
            Some(b'%') => "%}",
            Some(b'#') => {
                rest = after(rest, "#}");
                continue;
            }
            _ => continue,
        };
        rest = &rest[1..];
        let end = end(rest, close);
        let code = rest[..end].trim_start_matches('-').trim_end_matches('-').trim();
        rest = &rest[(end + close.len()).min(rest.len())..];
        if close == "}}" {
            found.push(Piece::Value(code));
        } else if code == "raw" {
            rest = rest.find("endraw").map_or("", |at| after(&rest[at..], "%}"));
        } else {
            found.push(Piece::Tag(code));
        }
    }
    found
}

fn after<'t>(text: &'t str, mark: &str) -> &'t str {
    text.split_once(mark).map_or("", |(_, after)| after)
}

/// Where a piece ends: at the mark outside of quotes and of brackets of its
/// own.
fn end(code: &str, close: &str) -> usize {
    let (mut quote, mut depth, mut escaped) = (None, 0_usize, false);
    for (at, c) in code.char_indices() {
        if let Some(mark) = quote {
            let ends = c == mark && !escaped;
            escaped = c == '\\' && !escaped;
            if ends {
                quote = None;
            }
        } else if depth == 0 && code[at..].starts_with(close) {
            return at;
        } else {
            match c {
                '"' | '\'' | '`' => quote = Some(c),
                '{' => depth += 1,
                '}' => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
    }
    code.len()
}

impl<'t> Piece<'t> {
    pub(super) fn words(self) -> Words<'t> {
        let (Self::Value(code) | Self::Tag(code)) = self;
        let mut words = Vec::new();
        let mut rest = code;
        while let Some(first) = rest.chars().next() {
            let length = match first {
                '"' | '\'' | '`' => end(&rest[1..], &first.to_string()) + 2,
                c if c.is_alphanumeric() || c == '_' => {
                    rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len())
                }
                c => c.len_utf8(),
            };
            let (word, after) = rest.split_at(length.min(rest.len()));
            match first {
                '"' | '\'' | '`' => words.push(Word::Text(word.trim_matches(first))),
                c if c.is_alphabetic() || c == '_' => words.push(Word::Name(word)),
                c if c.is_whitespace() => {}
                c => words.push(Word::Mark(c)),
            }
            rest = after;
        }
        Words(words)
    }
}

impl<'t> Words<'t> {
    /// What kind of tag it is.
    pub(super) fn first(&self) -> Option<&'t str> {
        self.name(0)
    }

    fn name(&self, at: usize) -> Option<&'t str> {
        match self.0.get(at) {
            Some(Word::Name(name)) => Some(name),
            _ => None,
        }
    }

    fn is(&self, at: usize, mark: char) -> bool {
        self.0.get(at) == Some(&Word::Mark(mark))
    }

    /// The names the piece gives a meaning: of a loop, of `set`.
    pub(super) fn names(&self) -> Vec<&'t str> {
        match self.first() {
            Some("for") if self.is(2, ',') => self.name(1).into_iter().chain(self.name(3)).collect(),
            Some("for" | "set" | "set_global") => self.name(1).into_iter().collect(),
            _ => Vec::new(),
        }
    }

    /// The name of a loop, and what it goes through. Of two names the first
    /// is a key, which has no fields.
    pub(super) fn bound(&self) -> Option<Bound<'t>> {
        (self.first() == Some("for")).then(|| self.bound_at(0)).flatten()
    }

    /// The names of loops inside of brackets: `[x.title for x in list]`.
    pub(super) fn comprehensions(&self) -> impl Iterator<Item = Bound<'t>> {
        (1..self.0.len()).filter(|at| self.name(*at) == Some("for")).filter_map(|at| self.bound_at(at))
    }

    fn bound_at(&self, at: usize) -> Option<Bound<'t>> {
        let name_at = if self.is(at + 2, ',') { at + 3 } else { at + 1 };
        let name = self.name(name_at)?;
        let list = name_at + 2;
        let path = self
            .path(list)
            .filter(|(_, end)| *end == self.0.len() || self.is(*end, ']') || self.name(*end) == Some("if"));
        // A map's values, with two names, are not a list's items.
        let through = path.filter(|_| name_at == at + 1).map(|(path, _)| path);
        Some(Bound { name, through })
    }

    /// Every path.
    pub(super) fn paths(&self) -> impl Iterator<Item = Path<'t>> {
        (0..self.0.len())
            .filter(|at| *at == 0 || !self.is(*at - 1, '.'))
            .filter_map(|at| self.path(at))
            .map(|(path, _)| path)
    }

    /// The path that begins at a word, and the word after it.
    fn path(&self, at: usize) -> Option<(Path<'t>, usize)> {
        let root = self.name(at)?;
        let mut steps = Vec::new();
        let mut at = at + 1;
        loop {
            let next = if self.is(at, '?') { at + 1 } else { at };
            if self.is(next, '.')
                && let Some(name) = self.name(next + 1)
            {
                steps.push(Step::Field(name));
                at = next + 2;
            } else if self.is(next, '[') {
                let end = self.closing(next);
                steps.push(match &self.0[next + 1..end] {
                    [Word::Text(name)] => Step::Field(name),
                    inner if inner.contains(&Word::Mark(':')) => Step::Slice,
                    _ => Step::Item,
                });
                at = (end + 1).min(self.0.len());
            } else {
                return Some((Path { root, steps }, at));
            }
        }
    }

    /// The bracket that closes the one at a word.
    fn closing(&self, open: usize) -> usize {
        let mut depth = 0_usize;
        for at in open..self.0.len() {
            match self.0[at] {
                Word::Mark('[' | '(' | '{') => depth += 1,
                Word::Mark(']' | ')' | '}') => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth == 0 {
                return at;
            }
        }
        self.0.len()
    }

    /// The arguments of `component name(a, b=1, @page, ...rest)`, and whether
    /// each is taken from the page.
    pub(super) fn arguments(&self) -> Vec<(&'t str, bool)> {
        let end = self.closing(2);
        let mut found = Vec::new();
        let mut at = 3;
        while at < end {
            let of_page = self.is(at, '@');
            while at < end && self.name(at).is_none() {
                at += 1;
            }
            found.extend(self.name(at).filter(|_| at < end).map(|name| (name, of_page)));
            while at < end && !self.is(at, ',') {
                at = if matches!(self.0[at], Word::Mark('[' | '(' | '{')) { self.closing(at) + 1 } else { at + 1 };
            }
            at += 1;
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(code: &str) -> Words<'_> {
        Piece::Tag(code).words()
    }

    #[test]
    fn pieces_end_where_tera_ends_them() {
        let text = "{{ \"}}\" }} { {% if a -%}{{- {\"k\": {\"l\": 1}} -}} {# {{ no }} #}{{ <c a={b}/> }}{% raw %}{{ no }}{% endraw %}{{ last";
        let codes: Vec<&str> = pieces(text).iter().map(|(Piece::Value(code) | Piece::Tag(code))| *code).collect();
        assert_eq!(codes, ["\"}}\"", "if a", "{\"k\": {\"l\": 1}}", "<c a={b}/>", "last"]);
    }

    #[test]
    fn paths_are_read_whole() {
        let read: Vec<String> = words("a?.b[0].c and d[e.f]?[\"g\"] or (h).i and 1.5 | j(k=l.m) ~ 'n.o' ~ p[1:].q")
            .paths()
            .filter(|path| !path.steps.is_empty())
            .map(|path| path.until(path.steps.len() - 1))
            .collect();
        assert_eq!(read, ["a.b[].c", "d[].g", "e.f", "l.m", "p[:].q"]);
    }

    #[test]
    fn names_given_are_found() {
        assert_eq!(words("for k, v in m").names(), ["k", "v"]);
        assert_eq!(words("set a = b").names(), ["a"]);
        assert_eq!(
            words("for x in a.b").bound().and_then(|bound| bound.through).map(|path| path.until(0)),
            Some("a.b".into())
        );
        assert_eq!(words("for x in a | f").bound().expect("a loop").through, None);
        let arguments = words("component c(a, b: string = \"x\", d={\"e\": [1, 2]}, @page, ...rest)").arguments();
        assert_eq!(arguments, [("a", false), ("b", false), ("d", false), ("page", true), ("rest", false)]);
        assert_eq!(words("component c()").arguments(), []);
    }
}
