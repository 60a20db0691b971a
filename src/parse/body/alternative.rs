//! Whether the alternative of an image is only the name of its file.

/// How the names of pictures end.
const ENDINGS: [&str; 12] =
    [".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".bmp", ".tif", ".tiff", ".heic", ".avif", ".pdf"];

/// What cameras, telephones and programs put before a number.
const MADE_UP: [&str; 11] =
    ["img", "dsc", "dscn", "dscf", "pxl", "image", "immagine", "foto", "photo", "screenshot", "schermata"];

/// `IMG_0001.jpg`, `piazza.png`, `DSC01234`: it tells nobody what is shown.
pub(super) fn is_file_name(text: &str) -> bool {
    let lower = text.trim().to_lowercase();
    if ENDINGS.iter().any(|ending| lower.ends_with(ending)) {
        return true;
    }
    let name = lower.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '_' | '-' | '(' | ')'));
    name.len() < lower.len() && MADE_UP.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_are_told_from_words() {
        for (text, expected) in [
            ("IMG_0001.jpg", true),
            ("piazza.PNG", true),
            ("Piazza del Municipio.jpeg", true),
            ("IMG_0001", true),
            ("IMG-20261012_0001", true),
            ("DSC01234", true),
            ("immagine(1)", true),
            ("organigramma", false),
            ("Foto 1", false),
            ("Foto", false),
            ("Piazza del Municipio nel 1926", false),
            ("Il logo di esempio.it", false),
            ("Figura 1.2", false),
        ] {
            assert_eq!(is_file_name(text), expected, "{text}");
        }
    }
}
