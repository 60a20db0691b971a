//! A link's own text says where it leads: people who listen to a page hear
//! its links one after the other, without the sentence around them.

use super::Subject;
use crate::diagnostic::Diagnostic;
use crate::messages::Msg;
use crate::rules;

/// Texts that say nothing by themselves.
const EMPTY: &[&str] = &[
    "clicca qui", "cliccare qui", "clicca", "qui", "link", "a questo link", "questo link", "vai", "leggi", "leggi tutto", "leggi di più",
    "continua", "scarica", "download", "click here", "here", "read more", "apri", "vedi", "vedi qui", "a questo indirizzo", "questa pagina",
];

pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let notices = subject.site.notices.iter().map(|notice| (notice.filing.file, &notice.body));
    let words = subject.site.words.values().map(|words| (words.file, &words.body));
    let mut found = Vec::new();
    for (file, body) in notices.chain(words) {
        for link in body.links.iter().filter(|link| !link.value.image) {
            let text = link.value.text.trim().trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
            if text.is_empty() || EMPTY.contains(&text.as_str()) {
                let msg = Msg::new("click-here").with("text", link.value.text.trim());
                found.push(Diagnostic::new(&rules::CLICK_HERE, file, link.span, msg).hint(Msg::new("click-here-hint")));
            }
        }
    }
    found
}
