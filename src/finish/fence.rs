//! Keeps the libraries that minify from taking the program with them: they
//! call themselves for every level of nesting, and a stack that overflows
//! ends the process. So nesting is counted first, in one look; they run on a
//! stack of their own; and where they panic, that is an answer.

use std::panic::{AssertUnwindSafe, catch_unwind};

/// The name of threads on which a panic is an answer, and needs no report.
pub const WORKER: &str = "riduzione";

/// What each of those threads has to stand on.
pub(super) const STACK: usize = 64 * 1024 * 1024;

/// Deeper than this no style sheet is written by hand or by a tool.
const BLOCKS: usize = 64;

/// Deeper than this, with round brackets alone, the minifier is not asked:
/// for each it tries twice what it does not understand, `calc(calc(…))`, and
/// at sixty it would never end.
const ROUND: usize = 10;

/// Deeper than this no page is; browsers give up at 512.
const ELEMENTS: usize = 200;

/// Why something cannot be minified.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It is no text: the byte where it stops being one.
    NotText(usize),
    /// Things stand within things beyond any measure: the byte where they
    /// pass it.
    TooDeep(usize),
    /// The minifier gave up.
    Failed,
}

/// Runs a library on a stack of its own. Where there is no thread to be had,
/// it runs on this one: what has passed the count fits there too.
pub(super) fn apart<T: Send>(work: impl FnOnce() -> T + Send) -> Result<T, Fault> {
    let mut waiting = Some(work);
    let slot = &mut waiting;
    let run = move || slot.take().map(caught);
    let done = std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().name(WORKER.to_owned()).stack_size(STACK);
        thread.spawn_scoped(scope, run).ok().map(|thread| thread.join().ok().flatten())
    });
    match (done, waiting) {
        (Some(done), _) => done.unwrap_or(Err(Fault::Failed)),
        (None, Some(work)) => caught(work),
        (None, None) => Err(Fault::Failed),
    }
}

/// A panic as an answer.
pub(super) fn caught<T>(work: impl FnOnce() -> T) -> Result<T, Fault> {
    // Nothing of what is passed in is used again.
    catch_unwind(AssertUnwindSafe(work)).map_err(|_| Fault::Failed)
}

/// Holds a style sheet against the measure, and says whether it can be
/// minified.
pub(super) fn sheet(css: &[u8]) -> Result<bool, Fault> {
    std::str::from_utf8(css).map_err(|error| Fault::NotText(error.valid_up_to()))?;
    let bytes = css;
    let (mut depth, mut round, mut at, mut ends) = (0_usize, 0_usize, 0, true);
    while let Some(byte) = bytes.get(at) {
        at += match byte {
            b'/' if bytes[at..].starts_with(b"/*") => length_until(&bytes[at + 2..], b"*/") + 2,
            b'"' | b'\'' => quoted(&bytes[at..]),
            b'\\' => 2,
            b'(' if is_address(bytes, at) => length_until(&bytes[at..], b")"),
            b'(' | b'[' | b'{' => {
                depth += 1;
                round += usize::from(*byte == b'(');
                ends &= round <= ROUND;
                if depth > BLOCKS {
                    return Err(Fault::TooDeep(at));
                }
                1
            }
            b')' | b']' | b'}' => {
                depth = depth.saturating_sub(1);
                round = round.saturating_sub(usize::from(*byte == b')'));
                1
            }
            _ => 1,
        };
    }
    Ok(ends)
}

/// How far a string reaches: to its mark, or to the end of the line.
fn quoted(bytes: &[u8]) -> usize {
    let mut at = 1;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'\\' => at += 1,
            b'\n' => return at,
            byte if *byte == bytes[0] => return at + 1,
            _ => {}
        }
        at += 1;
    }
    bytes.len()
}

/// Whether a bracket opens an address without quotes.
fn is_address(bytes: &[u8], at: usize) -> bool {
    let named = at >= 3 && bytes[at - 3..at].eq_ignore_ascii_case(b"url");
    let first = bytes[at + 1..].iter().find(|byte| !byte.is_ascii_whitespace());
    named && !matches!(first, Some(b'"' | b'\''))
}

/// How many bytes there are up to a mark and with it, or to the end.
fn length_until(bytes: &[u8], mark: &[u8]) -> usize {
    memchr::memmem::find(bytes, mark).map_or(bytes.len(), |at| at + mark.len())
}

/// Elements that hold nothing.
const VOID: [&[u8]; 14] = [
    b"area", b"base", b"br", b"col", b"embed", b"hr", b"img", b"input", b"link", b"meta", b"param", b"source",
    b"track", b"wbr",
];

/// Elements that hold text only.
const RAW: [&[u8]; 4] = [b"script", b"style", b"textarea", b"title"];

/// Holds a page against the measure.
pub(super) fn page(html: &[u8]) -> Result<&str, Fault> {
    let text = std::str::from_utf8(html).map_err(|error| Fault::NotText(error.valid_up_to()))?;
    let mut open: Vec<&[u8]> = Vec::new();
    let mut at = 0;
    while let Some(next) = memchr::memchr(b'<', &html[at..]) {
        at += next;
        let rest = &html[at..];
        if rest.starts_with(b"<!--") {
            at += length_until(&rest[4..], b"-->") + 4;
            continue;
        }
        let closes = rest.get(1) == Some(&b'/');
        let name = name(&rest[1 + usize::from(closes)..]);
        if name.is_empty() {
            at += 1;
            continue;
        }
        at += tag(rest);
        if closes {
            if let Some(opened) = open.iter().rposition(|other| other.eq_ignore_ascii_case(name)) {
                open.truncate(opened);
            }
        } else if RAW.iter().any(|raw| raw.eq_ignore_ascii_case(name)) {
            at += raw(&html[at..], name);
        } else if !VOID.iter().any(|void| void.eq_ignore_ascii_case(name)) {
            open.push(name);
            if open.len() > ELEMENTS {
                return Err(Fault::TooDeep(at));
            }
        }
    }
    Ok(text)
}

fn name(bytes: &[u8]) -> &[u8] {
    if !bytes.first().is_some_and(u8::is_ascii_alphabetic) {
        return &[];
    }
    let end = bytes.iter().position(|byte| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>'));
    &bytes[..end.unwrap_or(bytes.len())]
}

/// How far a tag reaches: to the first `>` outside of a value in quotes.
fn tag(bytes: &[u8]) -> usize {
    let (mut at, mut before) = (0, b' ');
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'>' => return at + 1,
            b'"' | b'\'' if before == b'=' => at += length_until(&bytes[at + 1..], &[*byte]),
            _ => {}
        }
        if !byte.is_ascii_whitespace() {
            before = *byte;
        }
        at += 1;
    }
    bytes.len()
}

/// How far the text of an element reaches that holds text only.
fn raw(bytes: &[u8], name: &[u8]) -> usize {
    let ends = |at: &usize| bytes[at + 2..].get(..name.len()).is_some_and(|end| end.eq_ignore_ascii_case(name));
    memchr::memmem::find_iter(bytes, b"</").find(ends).unwrap_or(bytes.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_are_measured_as_they_are_read() {
        let deep = |open: &str, close: &str, levels: usize| open.repeat(levels) + &close.repeat(levels);
        for good in [
            String::new(),
            deep("@media all{", "}", BLOCKS),
            "a{b:c}".repeat(10_000),
            "a{b:\"(((\"} /* {{{ */ a{b:url(x(y)}".repeat(1_000),
            "a{content:\"\\\"(\"}".repeat(1_000),
            "}}}))".repeat(1_000),
            "a{b:\"(\nc:d}".repeat(50),
        ] {
            assert_eq!(sheet(good.as_bytes()), Ok(true));
        }
        for bad in [
            "a{".repeat(100_000),
            "(".repeat(100_000),
            deep(":not(", ")", BLOCKS + 1),
            "a{/*}*/".repeat(BLOCKS + 1),
            "a{\"}\"".repeat(BLOCKS + 1),
            "a{b:url(}x)".repeat(BLOCKS + 1),
            "a{\"x\n".repeat(BLOCKS + 1),
        ] {
            assert!(matches!(sheet(bad.as_bytes()), Err(Fault::TooDeep(_))), "{}", &bad[..40.min(bad.len())]);
        }
        assert_eq!(sheet(b"a{b:\"perch\xe9\"}"), Err(Fault::NotText(10)));
        assert_eq!(sheet(b"\"\\"), Ok(true));
        for (levels, ends) in [(ROUND, true), (ROUND + 1, false), (BLOCKS, false)] {
            assert_eq!(sheet(deep("calc(", ")", levels).as_bytes()), Ok(ends));
            assert_eq!(sheet(deep("calc([]", ")", levels.min(ROUND + 1)).as_bytes()), Ok(ends));
        }
    }

    #[test]
    fn pages_are_measured_as_they_are_read() {
        for good in [
            "<p>a<br><img src=x>".to_owned() + &"<p></p>".repeat(10_000),
            "<ul>".to_owned() + &"<li>a</li>".repeat(10_000) + "</ul>",
            "<script>\"<b>\"</script><b></b>".repeat(1_000),
            "<!-- <b> --> <a title=\"<b>\"></a>".repeat(1_000),
            "a < b <= c <3 ".repeat(1_000),
        ] {
            assert_eq!(page(good.as_bytes()), Ok(good.as_str()));
        }
        for bad in [
            "<blockquote>".repeat(5_000),
            "<b></i>".repeat(ELEMENTS + 1),
            "<b><!--</b>-->".repeat(ELEMENTS + 1),
            "<b a='</b>'>".repeat(ELEMENTS + 1),
            "<b><script></b></script>".repeat(ELEMENTS + 1),
        ] {
            assert!(matches!(page(bad.as_bytes()), Err(Fault::TooDeep(_))), "{}", &bad[..40]);
        }
    }

    #[test]
    fn a_panic_is_an_answer() {
        assert_eq!(apart(|| 1), Ok(1));
        assert_eq!(apart(|| -> u8 { panic!("as a library may") }), Err(Fault::Failed));
    }
}
