//! Whether markup is well-formed data, in which a browser finds nothing to
//! run.

use quick_xml::NsReader;
use quick_xml::escape::{resolve_xml_entity, unescape_with};
use quick_xml::events::{BytesStart, Event};

use super::{Active, Fault, active, declaration, sniff};

/// More attributes than this no element of data has, nor more levels.
const ATTRIBUTES: usize = 1000;
const LEVELS: usize = 1000;

/// Which root markup must have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Root {
    /// Any: data of anybody's making.
    Any,
    /// That of geographic data for maps.
    Kml,
}

/// What is wrong with markup, without the mark of UTF-8 it may begin with.
pub(super) fn fault(bytes: &[u8], root: Root) -> Option<Fault> {
    let Ok(text) = std::str::from_utf8(bytes) else { return Some(Fault::NotUtf8(1)) };
    if !text.starts_with("<?xml") && sniff::opens_like_a_page(bytes) {
        return Some(Fault::Active(Active::Opening));
    }
    // One that knows name spaces: a prefix bound wrongly is no markup either.
    let mut reader = NsReader::from_str(text);
    reader.config_mut().check_comments = true;
    let mut walk = Walk { root, level: 0, begun: false, ended: false, said: String::new() };
    loop {
        let at = reader.buffer_position();
        let line = |at: u64| {
            let read = &bytes[..usize::try_from(at).unwrap_or(usize::MAX).min(bytes.len())];
            u32::try_from(memchr::memchr_iter(b'\n', read).count()).unwrap_or(u32::MAX).saturating_add(1)
        };
        match reader.read_event() {
            Err(_) => return Some(Fault::NotXml(line(reader.error_position().max(at)))),
            Ok(Event::Eof) => return (!walk.ended).then(|| Fault::NotXml(line(at))),
            Ok(event) => match walk.step(&event, at == 0) {
                Some(Stop::Fault(fault)) => return Some(fault),
                Some(Stop::Broken) => return Some(Fault::NotXml(line(at))),
                None => {}
            },
        }
    }
}

/// Where the reader has got to.
struct Walk {
    root: Root,
    level: usize,
    begun: bool,
    ended: bool,
    /// The text since the last tag: references stand between its pieces.
    said: String,
}

/// Why it goes no further.
enum Stop {
    Fault(Fault),
    Broken,
}

impl From<Active> for Stop {
    fn from(found: Active) -> Self {
        Self::Fault(Fault::Active(found))
    }
}

impl Walk {
    fn step(&mut self, event: &Event<'_>, first: bool) -> Option<Stop> {
        match event {
            Event::Decl(inside) if first => {
                let inside = std::str::from_utf8(inside).unwrap_or_default();
                declaration::fault(inside).map(Stop::Fault)
            }
            Event::DocType(_) => Some(Active::DocumentType.into()),
            Event::PI(instruction) => {
                let target = instruction.target().to_ascii_lowercase();
                match target.as_slice() {
                    b"xml-stylesheet" => Some(Active::StyleSheet.into()),
                    b"xml" => Some(Stop::Broken),
                    _ => None,
                }
            }
            Event::Start(element) => self.say().or_else(|| self.open(element)).or_else(|| {
                self.level += 1;
                (self.level > LEVELS).then_some(Stop::Broken)
            }),
            Event::Empty(element) => self.say().or_else(|| self.open(element)).or_else(|| {
                self.ended |= self.level == 0;
                None
            }),
            Event::End(_) => {
                self.level = self.level.saturating_sub(1);
                self.ended |= self.level == 0;
                self.say()
            }
            Event::Text(text) if self.level == 0 => (!text.trim_ascii().is_empty()).then_some(Stop::Broken),
            Event::Text(text) => self.hear(std::str::from_utf8(text).ok()),
            // Viewers of maps show what is in there as a page.
            Event::CData(text) if self.level > 0 => self.hear(std::str::from_utf8(text).ok()),
            Event::GeneralRef(reference) if self.level > 0 => match reference.resolve_char_ref() {
                Ok(Some(character)) => self.hear(Some(character.encode_utf8(&mut [0; 4]))),
                _ => self.hear(std::str::from_utf8(reference).ok().and_then(resolve_xml_entity)),
            },
            Event::Comment(_) | Event::Eof => None,
            Event::Decl(_) | Event::CData(_) | Event::GeneralRef(_) => Some(Stop::Broken),
        }
    }

    /// Takes a piece of text; none if it means nothing.
    fn hear(&mut self, text: Option<&str>) -> Option<Stop> {
        let Some(text) = text else { return Some(Stop::Broken) };
        self.said.push_str(text);
        None
    }

    /// What a text says that a browser could run. Whoever takes it for the
    /// text of a page undoes its references once more.
    fn say(&mut self) -> Option<Stop> {
        let found = active::address(&self.said).or_else(|| {
            memchr::memchr(b'&', self.said.as_bytes())?;
            active::address(&undone(&self.said))
        });
        self.said.clear();
        found.map(Stop::from)
    }

    fn open(&mut self, element: &BytesStart<'_>) -> Option<Stop> {
        if self.level == 0 {
            let is_kml = element.local_name().as_ref() == b"kml";
            if self.begun
                || !element.first().is_some_and(|byte| byte.is_ascii_alphabetic() || *byte == b'_' || *byte >= 0x80)
            {
                return Some(Stop::Broken);
            }
            if self.root == Root::Kml && !is_kml {
                return Some(Stop::Fault(Fault::Other("xml")));
            }
            self.begun = true;
        }
        for (count, attribute) in element.attributes().enumerate() {
            let Some(attribute) = attribute.ok().filter(|_| count < ATTRIBUTES) else { return Some(Stop::Broken) };
            let value = std::str::from_utf8(&attribute.value).ok().filter(|value| !value.contains('<'));
            let Some(value) = value.and_then(|value| unescape_with(value, resolve_xml_entity).ok()) else {
                return Some(Stop::Broken);
            };
            let found = match attribute.key.as_namespace_binding() {
                Some(_) => active::vocabulary(&value),
                None => active::address(&value),
            };
            if let Some(found) = found {
                return Some(found.into());
            }
        }
        None
    }
}

/// A text with its references to characters undone, and any other left.
fn undone(text: &str) -> String {
    let mut parts = text.split("&#");
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (digits, radix) = match part.strip_prefix(['x', 'X']) {
            Some(digits) => (digits, 16),
            None => (part, 10),
        };
        let end = digits.find(|c: char| !c.is_digit(radix)).unwrap_or(digits.len());
        match u32::from_str_radix(&digits[..end], radix).ok().and_then(char::from_u32) {
            Some(character) => {
                whole.push(character);
                let rest = &digits[end..];
                whole.push_str(rest.strip_prefix(';').unwrap_or(rest));
            }
            None => whole.push_str(part),
        }
    }
    whole.replace("&colon;", ":").replace("&Tab;", "").replace("&NewLine;", "").replace("&amp;", "&")
}
