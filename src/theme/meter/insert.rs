//! Puts the calls that count into a template, where something may be
//! repeated or grow, without moving a line.

use super::super::made::Made;
use super::{BYTES_A_STEP, STEP};

/// What a piece that is included, or a component that is called, counts for:
/// the built-in ones do not count what they do.
const PIECE: usize = 20;

/// The brackets of a template and what stands in them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bracket<'t> {
    /// Whether it is a tag rather than a value.
    pub(super) tag: bool,
    /// What stands in it, without the marks that trim.
    pub(super) code: &'t str,
    /// The byte at which `code` begins.
    start: usize,
    /// The byte after the bracket.
    after: usize,
    /// Whether it trims what comes after it.
    trims: bool,
}

/// Something to put in at a byte, and where to look for it.
struct Patch {
    at: usize,
    text: String,
    from: usize,
}

/// A template with the calls in it.
pub(in super::super) fn insert(text: &str) -> Made {
    let mut patches: Vec<Patch> = Vec::new();
    // Loops and components being read: the place of the call that counts
    // them. Names being set to what follows.
    let mut repeated: Vec<(usize, Bracket<'_>)> = Vec::new();
    let mut captured: Vec<&str> = Vec::new();
    for bracket in brackets(text) {
        patches.extend(conditions(&bracket));
        let code = bracket.code.trim();
        let mut words = code.split_ascii_whitespace();
        match words.next().filter(|_| bracket.tag).unwrap_or_default() {
            "for" | "component" => {
                repeated.push((patches.len(), bracket));
                patches.push(counting(&bracket, 1, None));
            }
            "endfor" | "endcomponent" => {
                if let Some((place, opening)) = repeated.pop() {
                    let steps = 1 + bracket.start.saturating_sub(opening.after) / BYTES_A_STEP;
                    patches[place] = counting(&opening, steps, None);
                }
            }
            "include" => patches.push(counting(&bracket, PIECE, None)),
            "set" | "set_global" => {
                let rest = words.next().map_or("", |name| &code[name.as_ptr() as usize - code.as_ptr() as usize..]);
                let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
                let (name, rest) = rest.split_at(end);
                match rest.trim_start().strip_prefix('=') {
                    // A name for something that is there does not grow.
                    Some(value) if !value.contains(['~', '|', '[', '(', '{', '<']) => {}
                    Some(_) => patches.push(counting(&bracket, 1, Some(name))),
                    None => captured.push(name),
                }
            }
            "endset" | "endset_global" => {
                let name = captured.pop();
                patches.push(counting(&bracket, 1, name));
            }
            _ if code.starts_with('<') && !code.starts_with("</") => patches.push(counting(&bracket, PIECE, None)),
            _ => {}
        }
    }
    patches.sort_by_key(|patch| patch.at);
    let mut out = Made::default();
    let mut from = 0;
    for patch in patches {
        out.copy(&text[from..patch.at], from);
        out.put(&patch.text, patch.from);
        from = patch.at;
    }
    out.copy(&text[from..], from);
    out
}

/// A call after a bracket. It writes nothing, and trims what that trims.
fn counting(bracket: &Bracket<'_>, steps: usize, weighs: Option<&str>) -> Patch {
    let weighs = weighs.map(|name| format!(", v={name}")).unwrap_or_default();
    let trim = if bracket.trims { "-" } else { "" };
    let text = format!("{{%{trim} if {STEP}(n={steps}{weighs}) {trim}%}}{{%{trim} endif {trim}%}}");
    Patch { at: bracket.after, text, from: bracket.start }
}

/// Lists made of lists, `[x for x in list if x]`, count in their condition.
fn conditions(bracket: &Bracket<'_>) -> Vec<Patch> {
    let code = bracket.code;
    let mut patches = Vec::new();
    // For each open bracket: its mark, whether `for` was read, whether `if`.
    let mut open: Vec<(u8, bool, bool)> = Vec::new();
    let mut at = 0;
    while let Some(byte) = code.as_bytes().get(at).copied() {
        let mut length = 1;
        let mut put =
            |at: usize, text: String| patches.push(Patch { at: bracket.start + at, text, from: bracket.start + at });
        match byte {
            b'"' | b'\'' | b'`' => length = quoted(&code.as_bytes()[at..]),
            b'(' | b'[' | b'{' => open.push((byte, false, false)),
            b')' | b']' | b'}' => match open.pop() {
                Some((b'[', true, true)) => put(at, ")".to_owned()),
                Some((b'[', true, false)) => put(at, format!(" if {STEP}() ")),
                _ => {}
            },
            byte if byte.is_ascii_alphabetic() || byte == b'_' => {
                let end = code[at..].find(|c: char| !c.is_alphanumeric() && c != '_');
                length = end.unwrap_or(code.len() - at);
                match (&code[at..at + length], open.last_mut()) {
                    ("for", Some((b'[', read, _))) => *read = true,
                    ("if", Some((b'[', true, read))) if !*read => {
                        *read = true;
                        put(at + length, format!(" {STEP}() and ("));
                    }
                    _ => {}
                }
            }
            _ => {}
        }
        at += length;
    }
    patches
}

/// The brackets of a template, as tera finds them; none of what is a comment
/// or raw.
pub(super) fn brackets(text: &str) -> Vec<Bracket<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = memchr::memchr(b'{', &text.as_bytes()[at..]) {
        at += next;
        let rest = &text[at..];
        let tag = match rest.as_bytes().get(1) {
            Some(b'{') => false,
            Some(b'%') => true,
            Some(b'#') => {
                at += rest.find("#}").map_or(rest.len(), |end| end + 2);
                continue;
            }
            _ => {
                at += 1;
                continue;
            }
        };
        if let Some(length) = tag.then(|| raw(rest)).flatten() {
            at += length;
            continue;
        }
        let length = length(rest, if tag { b"%}" } else { b"}}" });
        let inside = rest.get(2..length - 2).unwrap_or_default();
        let code = inside.strip_suffix('-').unwrap_or(inside);
        let trims = code.len() < inside.len();
        let lead = usize::from(code.starts_with('-'));
        found.push(Bracket { tag, code: &code[lead..], start: at + 2 + lead, after: at + length, trims });
        at += length;
    }
    found
}

/// How far a bracket reaches: to its end outside of quotes.
fn length(text: &str, close: &[u8]) -> usize {
    let bytes = text.as_bytes();
    let mut at = 2;
    while at < bytes.len() {
        if bytes[at..].starts_with(close) {
            return at + 2;
        }
        at += if matches!(bytes[at], b'"' | b'\'' | b'`') { quoted(&bytes[at..]) } else { 1 };
    }
    bytes.len()
}

/// How far a text in quotes reaches.
fn quoted(bytes: &[u8]) -> usize {
    let mut at = 1;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'\\' => at += 2,
            byte if *byte == bytes[0] => return at + 1,
            _ => at += 1,
        }
    }
    bytes.len()
}

/// How far `{% raw %}` and what it keeps raw reach.
fn raw(text: &str) -> Option<usize> {
    let mut at = 2 + named(&text[2..], "raw")?;
    while let Some(next) = text[at..].find("{%") {
        at += next + 2;
        if let Some(length) = named(&text[at..], "endraw") {
            return Some(at + length);
        }
    }
    Some(text.len())
}

/// The length of the rest of a tag that holds a name and nothing else.
fn named(text: &str, name: &str) -> Option<usize> {
    let inner = text.strip_prefix('-').unwrap_or(text).trim_ascii_start().strip_prefix(name)?.trim_ascii_start();
    let rest = inner.strip_prefix('-').unwrap_or(inner).strip_prefix("%}")?;
    Some(text.len() - rest.len())
}
