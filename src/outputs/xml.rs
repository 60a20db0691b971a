//! What XML can hold.

use std::borrow::Cow;

/// Text without the characters XML 1.0 cannot hold (section 2.2, `Char`).
/// They come along when text is pasted from documents.
pub(super) fn clean(text: &str) -> Cow<'_, str> {
    let outlaw =
        |c: char| matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    if text.contains(outlaw) { Cow::Owned(text.replace(outlaw, "")) } else { Cow::Borrowed(text) }
}

/// Text as it stands between tags or in an attribute.
pub(super) fn escaped(text: &str) -> Cow<'_, str> {
    match clean(text) {
        Cow::Borrowed(text) => quick_xml::escape::escape(text),
        Cow::Owned(text) => Cow::Owned(quick_xml::escape::escape(&text).into_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_the_format_are_escaped() {
        assert_eq!(escaped("a\u{1}<b> & \"c\" 'd' ]]>"), "a&lt;b&gt; &amp; &quot;c&quot; &apos;d&apos; ]]&gt;");
    }

    #[test]
    fn what_xml_cannot_hold_goes_and_nothing_else() {
        assert_eq!(clean("a\u{b}b\u{ffff}c\0"), "abc");
        assert!(matches!(clean("però\t\n\r 😀"), Cow::Borrowed(_)));
    }
}
