//! Alternative texts that say nothing of what an image shows.

/// Words that programs and cameras name images with.
const ANY: [&str; 15] = [
    "dsc",
    "dscf",
    "dscn",
    "figura",
    "foto",
    "fotografia",
    "image",
    "img",
    "immagine",
    "photo",
    "pic",
    "pxl",
    "scan",
    "screenshot",
    "schermata",
];

/// Whether a text is the name of a file, or no word at all, or a word that any image could bear,
/// perhaps with a number: `IMG_0001.jpg`, `foto 2`.
pub(super) fn names_a_file(text: &str) -> bool {
    let lower = text.to_lowercase();
    let stem = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".bmp", ".tif", ".tiff", ".heic", ".avif", ".pdf"]
        .iter()
        .find_map(|ending| lower.strip_suffix(ending));
    if stem.is_some_and(|stem| !stem.contains(char::is_whitespace)) {
        return true;
    }
    let word = lower.trim_end_matches(|c: char| c.is_ascii_digit() || " _-().".contains(c));
    ANY.contains(&word) || !word.contains(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_and_of_any_image_are_told_from_descriptions() {
        for text in [
            "IMG_0001.jpg",
            "sede.png",
            "Planimetria_1.PNG",
            "img",
            "IMG 0001",
            "foto",
            "Foto 2",
            "immagine-3",
            "DSC00012",
            "screenshot (1)",
            "image",
            "123",
            "1.",
            "_",
        ] {
            assert!(names_a_file(text), "{text}");
        }
        for text in [
            "Planimetria della sede",
            "La foto della sede",
            "Logo",
            "Foto del sindaco",
            "Come salvare una foto.png",
            "Pianta",
            "Grafico delle spese 2026",
            "Immagine della piazza",
            "2026: le spese",
        ] {
            assert!(!names_a_file(text), "{text}");
        }
    }
}
