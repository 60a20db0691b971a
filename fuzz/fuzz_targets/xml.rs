//! XML: what is accepted is read by a reader, and has no vocabulary that
//! browsers run.
#![no_main]

use libfuzzer_sys::fuzz_target;
use quick_xml::NsReader;
use quick_xml::events::Event;
use quick_xml::name::ResolveResult;
use trasparente::formats::{Format, fault};

/// The name spaces browsers know.
const ACTIVE: [&str; 4] = [
    "http://www.w3.org/1999/xhtml",
    "http://www.w3.org/2000/svg",
    "http://www.w3.org/1998/Math/MathML",
    "http://www.w3.org/1999/XSL/Transform",
];

fuzz_target!(|text: &str| {
    for format in [Format::Xml, Format::Kml] {
        if fault(format, text.as_bytes()).is_some() {
            continue;
        }
        let mut reader = NsReader::from_str(text);
        loop {
            match reader.read_resolved_event() {
                Ok((_, Event::Eof)) => break,
                Ok((space, event)) => {
                    if let ResolveResult::Bound(space) = space {
                        let space = String::from_utf8_lossy(space.as_ref()).into_owned();
                        let space =
                            quick_xml::escape::unescape(&space).map_or(space.clone(), |plain| plain.into_owned());
                        assert!(!ACTIVE.contains(&space.trim()), "{space} in {text:?}");
                    }
                    assert!(!matches!(event, Event::DocType(_)), "a DOCTYPE in {text:?}");
                    if let Event::PI(pi) = &event {
                        assert!(!pi.target().eq_ignore_ascii_case(b"xml-stylesheet"), "a style sheet in {text:?}");
                    }
                }
                Err(error) => panic!("{error} in {text:?}"),
            }
        }
    }
});
