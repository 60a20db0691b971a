//! Texts in the quotes of YAML, and what of any text is accepted there.

use trasparente::characters::{hidden_in, hidden_in_code};

/// A text without the characters that are refused in any: what is left is
/// what is tried.
pub(crate) fn accepted(text: &str) -> String {
    let refused: Vec<usize> = hidden_in(text).map(|hidden| hidden.at).collect();
    text.char_indices().filter(|(at, _)| refused.binary_search(at).is_err()).map(|(_, c)| c).collect()
}

/// The same for a code, which holds nothing unseen.
#[allow(dead_code, reason = "not every test has codes")]
pub(crate) fn code(text: &str) -> String {
    text.chars().filter(|c| c.is_control() || hidden_in_code(c.encode_utf8(&mut [0; 4])).is_none()).collect()
}

/// A text in the quotes of YAML, with whatever could be mistaken spelled out.
pub(crate) fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            ' '..='~' => out.push(c),
            _ => out.push_str(&format!("\\U{:08X}", u32::from(c))),
        }
    }
    out + "\""
}
