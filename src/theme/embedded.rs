//! The default theme, part of the program: an installed binary needs no
//! other file.

macro_rules! files {
    ($folder:literal, $include:ident, [$($name:literal),* $(,)?]) => {
        &[$(($name, $include!(concat!("../../themes/base/", $folder, $name)))),*]
    };
}

/// Templates and components by the name they are included under.
pub(super) const TEMPLATES: &[(&str, &str)] = files!(
    "templates/",
    include_str,
    [
        "faq.html",
        "home.html",
        "layout.html",
        "data.html",
        "legal.html",
        "list.html",
        "not_found.html",
        "notice.html",
        "redirect.html",
        "search.html",
        "section.html",
        "subscribe.html",
    ]
);

/// Components by the name they are included under.
pub(super) const COMPONENTS: &[(&str, &str)] = files!(
    "",
    include_str,
    [
        "components/alternates.html",
        "components/actions.html",
        "components/as_of.html",
        "components/attachments.html",
        "components/breadcrumb.html",
        "components/calendars.html",
        "components/card.html",
        "components/clock.html",
        "components/data.html",
        "components/feedback.html",
        "components/feeds.html",
        "components/footer.html",
        "components/head.html",
        "components/icon.html",
        "components/lists.html",
        "components/notice.html",
        "components/pager.html",
        "components/scripts.html",
        "components/search_box.html",
        "components/seclink.html",
        "components/state.html",
        "components/tables.html",
        "components/timeline.html",
        "components/when.html",
    ]
);

/// Style sheets, scripts and pictures by name.
pub(super) const ASSETS: &[(&str, &[u8])] =
    files!("assets/", include_bytes, ["base.css", "cerca.js", "icona.svg", "icone.svg", "pagina.js", "stato.js"]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_the_theme_is_embedded() {
        let root = concat!(env!("CARGO_MANIFEST_DIR"), "/themes/base/");
        let mut missing = Vec::new();
        for folder in ["templates", "components", "assets"] {
            for entry in std::fs::read_dir(format!("{root}{folder}")).expect("the theme is in the repository") {
                let name = entry.expect("a folder can be listed").file_name().to_string_lossy().into_owned();
                let known = match folder {
                    "templates" => TEMPLATES.iter().any(|(known, _)| *known == name),
                    "components" => COMPONENTS.iter().any(|(known, _)| *known == format!("components/{name}")),
                    _ => ASSETS.iter().any(|(known, _)| *known == name),
                };
                if !known {
                    missing.push(format!("{folder}/{name}"));
                }
            }
        }
        assert!(missing.is_empty(), "not embedded: {missing:?}");
    }
}
