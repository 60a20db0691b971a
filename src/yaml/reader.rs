//! Reads single values, and collects what is wrong with them.

use crate::calendar::{Moment, MomentError, Month, read_moment, read_month};
use crate::characters::{Hidden, hidden_in, hidden_in_code, look_alike, perhaps, says_something};
use crate::diagnostic::{Diagnostic, Place, nearest};
use crate::messages::Msg;
use crate::rules::{self, Rule};
use crate::source::{FileId, Span, Spanned};
use crate::vocabulary::{Vocabulary, words};
use crate::yaml::node::{Node, Yaml};

/// Reads the values of one file and keeps its findings.
pub struct Reader {
    file: FileId,
    /// Everything found so far, in the order of reading.
    pub findings: Vec<Diagnostic>,
}

/// How many findings of one file are worth telling.
const MOST: usize = 300;

/// How many of them are worth a look for what may have been meant.
const HINTED: usize = 100;

/// A finding just made, to which a hint may be added.
pub struct Reported<'r>(&'r mut Diagnostic);

impl Reported<'_> {
    /// Says what would be right.
    pub fn hint(self, hint: Msg) {
        if self.0.message.key != "too-many" {
            self.0.hint = Some(hint);
        }
    }
}

impl Reader {
    /// A reader of a file.
    pub fn new(file: FileId) -> Self {
        Self { file, findings: Vec::new() }
    }

    /// The file being read.
    pub fn file(&self) -> FileId {
        self.file
    }

    /// Notes a finding. After so many in one file the last says that there
    /// are more: nobody reads on, and each costs time to quote.
    pub fn report(&mut self, rule: &'static Rule, span: Span, message: Msg) -> Reported<'_> {
        let finding = Diagnostic::new(rule, self.file, span, message);
        match self.findings.len() {
            0..MOST => self.findings.push(finding),
            MOST => self.findings.push(Diagnostic { message: Msg::new("too-many"), ..finding }),
            _ => {}
        }
        // Nobody may take back that there is an error.
        if let Some(last) = self.findings.last_mut().filter(|last| last.rule.severity > rule.severity) {
            last.rule = rule;
        }
        Reported(self.findings.last_mut().expect("one was just pushed"))
    }

    /// Whether what may have been meant is worth a look: not after so many
    /// findings in one file.
    pub fn wants_hints(&self) -> bool {
        self.findings.len() < HINTED
    }

    /// The word that may have been meant, while that is worth a look.
    pub fn meant<'w>(&self, typed: &str, known: impl IntoIterator<Item = &'w str>) -> Option<&'w str> {
        if self.wants_hints() { nearest(typed, known) } else { None }
    }

    /// Where to point for something that is missing from a mapping: its
    /// first key, since the mapping itself may be the whole page.
    pub(super) fn opening(node: &Node<'_>) -> Span {
        match &node.value {
            Yaml::Map(entries) => entries.first().map_or(node.span, |entry| entry.key_span),
            _ => node.span,
        }
    }

    /// Running text. Numbers and yes/no words must be quoted, because other
    /// programs would not read them as text; HTML is refused.
    pub fn text(&mut self, node: &Node<'_>) -> Option<Spanned<String>> {
        let (text, plain) = self.scalar(node)?;
        if plain && is_number_or_boolean(text) {
            self.report(&rules::QUOTES, node.span, Msg::new("quotes-needed").with("value", text))
                .hint(Msg::new("quotes-hint").with("value", text));
            return None;
        }
        self.safe_text(node, text)
    }

    /// A code: numbers are welcome, but not unquoted zeros in front, which
    /// other programs drop.
    pub fn code(&mut self, node: &Node<'_>) -> Option<Spanned<String>> {
        let (text, plain) = self.scalar(node)?;
        if plain && text.len() > 1 && text.starts_with('0') && text.bytes().all(|b| b.is_ascii_digit()) {
            self.report(&rules::QUOTES, node.span, Msg::new("quotes-zeros").with("value", text))
                .hint(Msg::new("quotes-hint").with("value", text));
            return None;
        }
        let code = self.safe_text(node, text)?;
        if let Some(hidden) = hidden_in_code(&code.value) {
            self.unseen(node.span, hidden);
            return None;
        }
        Some(code)
    }

    /// One or several values, written alone or as a list.
    pub fn several<'n, 'a>(&mut self, node: &'n Node<'a>) -> Vec<&'n Node<'a>> {
        match &node.value {
            Yaml::List(items) => items.iter().filter(|item| !item.is_empty()).collect(),
            _ => vec![node],
        }
    }

    /// One or several texts.
    pub fn texts(&mut self, node: &Node<'_>) -> Vec<Spanned<String>> {
        let items = self.several(node);
        let mut texts = Vec::with_capacity(items.len());
        texts.extend(items.into_iter().filter_map(|item| self.text(item)));
        texts
    }

    /// The items of a list; a single mapping counts as a list of one.
    pub fn items<'n, 'a>(&mut self, node: &'n Node<'a>) -> Vec<&'n Node<'a>> {
        match &node.value {
            Yaml::List(items) => items.iter().collect(),
            Yaml::Map(_) => vec![node],
            Yaml::Scalar { .. } => {
                self.report(&rules::VALUE, node.span, Msg::new("value-not-list")).hint(Msg::new("value-list-hint"));
                Vec::new()
            }
        }
    }

    /// A date, perhaps with an hour.
    pub fn moment(&mut self, node: &Node<'_>) -> Option<Spanned<Moment>> {
        let (text, _) = self.scalar(node)?;
        match read_moment(text) {
            Ok(value) => Some(Spanned { value, span: node.span }),
            Err(error) => self.bad_date(node, text, error),
        }
    }

    /// A month or a date.
    pub fn month(&mut self, node: &Node<'_>) -> Option<Month> {
        let (text, _) = self.scalar(node)?;
        match read_month(text) {
            Ok(value) => Some(value),
            Err(error) => self.bad_date(node, text, error),
        }
    }

    fn bad_date<T>(&mut self, node: &Node<'_>, text: &str, error: MomentError) -> Option<T> {
        let key = match error {
            MomentError::Shape => "date-shape",
            MomentError::Day => "date-day",
            MomentError::Year => "date-year",
            MomentError::Hour => "date-hour",
        };
        self.report(&rules::DATE, node.span, Msg::new(key).with("value", short(text))).hint(Msg::new("date-hint"));
        None
    }

    /// `sì` or `no`.
    pub fn yes_no(&mut self, node: &Node<'_>) -> Option<bool> {
        let (text, _) = self.scalar(node)?;
        match text.to_lowercase().as_str() {
            "sì" | "si" | "si'" | "true" | "yes" | "vero" => Some(true),
            "no" | "false" | "falso" => Some(false),
            _ => {
                self.report(&rules::VALUE, node.span, Msg::new("value-not-yes-no").with("value", short(text)))
                    .hint(Msg::new("value-yes-no-hint"));
                None
            }
        }
    }

    /// A whole number of this range.
    pub fn number(&mut self, node: &Node<'_>, range: std::ops::RangeInclusive<u32>) -> Option<u32> {
        let (text, _) = self.scalar(node)?;
        let number = text.trim().parse().ok().filter(|number| range.contains(number));
        if number.is_none() {
            let msg = Msg::new("value-not-number").with("value", short(text));
            self.report(&rules::VALUE, node.span, msg)
                .hint(Msg::new("value-number-hint").with("from", range.start()).with("to", range.end()));
        }
        number
    }

    /// One word of a closed list.
    pub fn word<V: Vocabulary>(&mut self, node: &Node<'_>) -> Option<V> {
        let (text, _) = self.scalar(node)?;
        let found = V::read(text);
        if found.is_none() {
            let hint = match self.meant(text, words::<V>()) {
                Some(word) => perhaps(text, word),
                None => look_alike(text, words::<V>().into_iter())
                    .map_or_else(|| Msg::new("value-words").with("words", words::<V>().join(", ")), |(_, odd)| odd),
            };
            self.report(&rules::VALUE, node.span, Msg::new("value-unknown").with("value", short(text))).hint(hint);
        }
        found
    }

    /// A web address: `https://` or `http://`, without spaces.
    pub fn url(&mut self, node: &Node<'_>) -> Option<Spanned<String>> {
        let text = self.text(node)?;
        let host = ["https://", "http://"].iter().find_map(|scheme| text.value.strip_prefix(scheme));
        let good = host.is_some_and(|rest| {
            rest.starts_with(|c: char| c.is_ascii_alphanumeric()) && !rest.contains([' ', '"', '<', '>', '\\', '\n'])
        });
        if !good {
            self.report(&rules::ADDRESS, node.span, Msg::new("address-not-web").with("value", short(&text.value)))
                .hint(Msg::new("address-web-hint"));
            return None;
        }
        Some(text)
    }

    /// An e-mail address.
    pub fn email(&mut self, node: &Node<'_>) -> Option<Spanned<String>> {
        let text = self.text(node)?;
        let allowed = |c: char| c.is_ascii_alphanumeric() || "._-+@".contains(c);
        let good = text.value.split_once('@').is_some_and(|(name, host)| {
            !name.is_empty()
                && host.contains('.')
                && !host.contains('@')
                && !host.starts_with('.')
                && !host.ends_with('.')
        }) && text.value.chars().all(allowed);
        if !good {
            self.report(&rules::ADDRESS, node.span, Msg::new("address-not-email").with("value", short(&text.value)))
                .hint(Msg::new("address-email-hint"));
            return None;
        }
        Some(text)
    }

    /// The text as typed and whether it stood without quotes.
    pub fn scalar<'n>(&mut self, node: &'n Node<'_>) -> Option<(&'n str, bool)> {
        match &node.value {
            Yaml::Scalar { text, plain } => Some((text, *plain)),
            Yaml::List(_) | Yaml::Map(_) => {
                self.report(&rules::VALUE, node.span, Msg::new("value-not-text")).hint(Msg::new("value-text-hint"));
                None
            }
        }
    }

    /// Notes the characters nobody sees in a stretch of the file. What stands
    /// there as it is was told of when the file was opened.
    pub fn hidden(&mut self, span: Span, text: &str) -> bool {
        let Some(hidden) = hidden_in(text).next() else { return false };
        self.unseen(span, hidden);
        true
    }

    /// Notes the characters nobody sees in the whole of the file's text.
    pub fn hidden_in_file(&mut self, text: &str) {
        for hidden in hidden_in(text) {
            self.unseen(Span::new(hidden.at..hidden.at + hidden.character.len_utf8()), hidden);
        }
    }

    fn unseen(&mut self, span: Span, hidden: Hidden) {
        let within = |place: &Place| matches!(place, Place::Text(_, other) if span.start() <= other.start() && other.range().end <= span.range().end);
        if !self.findings.iter().any(|one| one.rule == &rules::HIDDEN_CHARACTER && within(&one.place)) {
            let msg = Msg::new("hidden-character").with("name", hidden.name).with("code", hidden.code());
            self.report(&rules::HIDDEN_CHARACTER, span, msg).hint(Msg::new("hidden-hint"));
        }
    }

    fn safe_text(&mut self, node: &Node<'_>, text: &str) -> Option<Spanned<String>> {
        if !text.is_ascii() && self.hidden(node.span, text) {
            return None;
        }
        if !says_something(text) && !text.is_empty() {
            self.report(&rules::HIDDEN_CHARACTER, node.span, Msg::new("says-nothing"))
                .hint(Msg::new("says-nothing-hint"));
            return None;
        }
        if let Some(at) = html_tag(text) {
            let tag: String = text[at..].chars().take(20).collect();
            self.report(&rules::HTML, node.span, Msg::new("html-in-text").with("tag", tag))
                .hint(Msg::new("html-text-hint"));
            return None;
        }
        // Characters pasted from word processors that no XML may hold.
        let value = if text.contains(|c: char| c.is_control()) {
            text.split(char::is_control).map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
        } else {
            text.trim().to_owned()
        };
        Some(Spanned { value, span: node.span })
    }
}

/// Where a text opens an HTML tag, comment or declaration.
pub(crate) fn html_tag(text: &str) -> Option<usize> {
    text.match_indices('<')
        .map(|(at, _)| at)
        .find(|at| text[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic() || "/!?".contains(c)))
}

fn short(text: &str) -> String {
    let mut line: String = text.chars().take(40).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if text.chars().count() > 40 {
        line.push('…');
    }
    line
}

/// What YAML 1.1 or 1.2 readers take for something other than text.
fn is_number_or_boolean(text: &str) -> bool {
    let lower = text.to_lowercase();
    if ["no", "sì", "si", "yes", "true", "false", "on", "off", "y", "n", "vero", "falso"].contains(&lower.as_str()) {
        return true;
    }
    let digits = text.trim_start_matches(['+', '-']);
    digits.starts_with(|c: char| c.is_ascii_digit())
        && (digits.bytes().all(|b| b.is_ascii_digit() || b"._,".contains(&b)) || digits.parse::<f64>().is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_yes_no_words_are_not_text() {
        for text in ["no", "Sì", "2023", "00123", "1.5", "1,5", "1e5", "-3", "ON"] {
            assert!(is_number_or_boolean(text), "{text}");
        }
        for text in ["2 lotti", "n. 3", "nota", "1° lotto", "sì, certo", "26/05/2023"] {
            assert!(!is_number_or_boolean(text), "{text}");
        }
    }

    #[test]
    fn tags_are_seen_and_comparisons_are_not() {
        assert_eq!(html_tag("importo < 40.000 euro"), None);
        assert_eq!(html_tag("a <b>"), Some(2));
        assert_eq!(html_tag("</script>"), Some(0));
        assert_eq!(html_tag("<!-- x"), Some(0));
        assert_eq!(html_tag("a <- b <= c"), None);
    }
}
