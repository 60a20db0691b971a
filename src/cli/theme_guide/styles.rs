//! The custom properties a style sheet gives to `:root`.

/// A custom property.
#[derive(Debug, PartialEq)]
pub(super) struct Property {
    pub(super) name: String,
    pub(super) value: String,
    /// Its value for who prefers the dark, if it is another.
    pub(super) dark: Option<String>,
}

/// The properties of `:root`, in the order they are first given; those of
/// other media (print, more contrast) are left out.
pub(super) fn properties(css: &str) -> Vec<Property> {
    let mut found: Vec<Property> = Vec::new();
    let mut around: Vec<String> = Vec::new();
    for (text, mark) in statements(&without_comments(css)) {
        if mark == '{' {
            around.push(text);
            continue;
        }
        if let Some((name, value)) = declaration(&around, &text) {
            let media: Vec<&String> = around.iter().filter(|outer| outer.starts_with("@media")).collect();
            let dark = media.iter().all(|media| media.contains("prefers-color-scheme") && media.contains("dark"));
            match found.iter_mut().find(|known| known.name == name) {
                Some(known) if dark && !media.is_empty() => {
                    known.dark = Some(value).filter(|dark| *dark != known.value);
                }
                None if media.is_empty() => found.push(Property { name, value, dark: None }),
                _ => {}
            }
        }
        if mark == '}' {
            around.pop();
        }
    }
    found
}

/// A custom property with its value, if it is given to `:root`.
fn declaration(around: &[String], text: &str) -> Option<(String, String)> {
    let of_root = around.last()?.split(',').any(|selector| selector.trim() == ":root");
    let (name, value) = text.split_once(':').filter(|(name, _)| of_root && name.starts_with("--"))?;
    Some((name.trim().to_owned(), value.split_whitespace().collect::<Vec<_>>().join(" ")))
}

fn without_comments(css: &str) -> String {
    let mut parts = css.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    first + &parts.map(|part| part.split_once("*/").map_or("", |(_, after)| after)).collect::<String>()
}

/// What stands before each `{`, `;` and `}` that is not inside of quotes or
/// round brackets.
fn statements(css: &str) -> Vec<(String, char)> {
    let (mut found, mut text) = (Vec::new(), String::new());
    let (mut quote, mut depth) = (None, 0_usize);
    for c in css.chars() {
        match c {
            '"' | '\'' if quote.is_none() => quote = Some(c),
            _ if quote == Some(c) => quote = None,
            _ if quote.is_some() => {}
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            '{' | ';' | '}' if depth == 0 => {
                found.push((std::mem::take(&mut text).trim().to_owned(), c));
                continue;
            }
            _ => {}
        }
        text.push(c);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn properties_of_the_root_are_found_light_and_dark() {
        let css = "/* { */ :root { --a: #fff; --b: url(\"x;y\")\n  1px; color: red; --c: 1 }\n\
                   .x { --a: no; --d: no }\n\
                   @media (prefers-color-scheme: dark) { :root { --a: #000; --b: url(\"x;y\") 1px; --e: no } }\n\
                   @media print { :root { --c: 2 } } @layer l { :root { --f: 3 } }";
        let found = properties(css);
        let told: Vec<(&str, &str, Option<&str>)> =
            found.iter().map(|one| (one.name.as_str(), one.value.as_str(), one.dark.as_deref())).collect();
        let expected =
            [("--a", "#fff", Some("#000")), ("--b", "url(\"x;y\") 1px", None), ("--c", "1", None), ("--f", "3", None)];
        assert_eq!(told, expected);
    }
}
