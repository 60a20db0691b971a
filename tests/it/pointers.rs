//! What leads programs to the site: its map, its search, whom to tell of a
//! hole in its security.

use crate::support::memory;
use crate::support::quoted::{accepted, quoted};
use crate::support::settings::SETTINGS;
use crate::support::sites;
use crate::support::sites::findings_of;
use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::events::Event;
use trasparente::edition::{Content, Edition};

const FOLDER: &str = "bandi-gara-contratti/procedure";

fn of(settings: &str) -> Edition {
    let notice =
        "---\ntitolo: Mense\ntipo: bando-gara\npubblicato: 12/10/2026\naggiornato: 20/10/2026\nufficio: Gare\n---\n";
    let other = "---\ntitolo: Esito\ntipo: esito\npubblicato: 01/06/2025\nufficio: Scuola\n---\n";
    let texts =
        [("sito.yaml", settings), (&format!("{FOLDER}/mense.md"), notice), (&format!("{FOLDER}/esito.md"), other)];
    let built = memory::build(&texts.map(|(path, text)| (path.to_owned(), text.to_owned())), sites::now());
    let said = findings_of(&built);
    built.edition.unwrap_or_else(|| panic!("{said}"))
}

fn text(edition: &Edition, path: &str) -> String {
    match edition.get(path) {
        Some(Content::Bytes(bytes)) => String::from_utf8(bytes.to_vec()).expect("UTF-8"),
        other => panic!("{path} is {other:?}"),
    }
}

/// A name, attributes, a text.
type Element = (String, Vec<(String, String)>, String);

/// The elements of an XML text, each with its attributes and own text.
fn elements(xml: &str) -> Vec<Element> {
    let mut reader = Reader::from_str(xml);
    let mut found: Vec<Element> = Vec::new();
    loop {
        let event = reader.read_event().unwrap_or_else(|fault| panic!("{fault} in {xml}"));
        match event {
            Event::Start(tag) | Event::Empty(tag) => {
                let attributes = tag.attributes().map(|attribute| {
                    let attribute = attribute.expect("attributes are well formed");
                    let raw = std::str::from_utf8(&attribute.value).expect("UTF-8");
                    let value = quick_xml::escape::unescape(raw).expect("references are known").into_owned();
                    (String::from_utf8_lossy(attribute.key.as_ref()).into_owned(), value)
                });
                found.push((
                    String::from_utf8_lossy(tag.name().as_ref()).into_owned(),
                    attributes.collect(),
                    String::new(),
                ));
            }
            Event::Text(text) => {
                let text = text.decode().expect("UTF-8");
                assert!(!text.contains("]]>"), "{xml}");
                if let Some((.., own)) = found.last_mut() {
                    own.push_str(&text);
                }
            }
            Event::GeneralRef(name) => {
                let name = name.decode().expect("UTF-8").into_owned();
                let known =
                    quick_xml::escape::unescape(&format!("&{name};")).expect("references are known").into_owned();
                found.last_mut().expect("a reference stands in an element").2.push_str(&known);
            }
            Event::Eof => return found,
            _ => {}
        }
    }
}

fn one<'x>(elements: &'x [Element], name: &str) -> &'x str {
    let found: Vec<&str> = elements.iter().filter(|(own, ..)| own == name).map(|(.., text)| text.trim()).collect();
    assert_eq!(found.len(), 1, "{name}: {found:?}");
    found[0]
}

#[cfg(feature = "search")]
#[test]
fn a_browser_learns_to_search_the_site() {
    let edition = of(SETTINGS);
    let xml = text(&edition, "opensearch.xml");
    let found = elements(&xml);
    assert_eq!(found[0].0, "OpenSearchDescription");
    assert_eq!(found[0].1, [("xmlns".to_owned(), "http://a9.com/-/spec/opensearch/1.1/".to_owned())]);
    assert_eq!(one(&found, "ShortName"), "Trasparenza");
    assert_eq!(one(&found, "LongName"), "Comune di Esempio – Amministrazione trasparente");
    assert_eq!(one(&found, "Contact"), "protocollo@pec.comune.esempio.it");
    assert_eq!((one(&found, "Language"), one(&found, "InputEncoding")), ("it", "UTF-8"));
    let url = found.iter().find(|(name, ..)| name == "Url").expect("it says where to ask");
    assert!(
        url.1.contains(&(
            "template".to_owned(),
            "https://trasparenza.comune.esempio.it/cerca/?q={searchTerms}".to_owned()
        ))
    );
    let edition = of(&format!("{SETTINGS}senza: [ricerca]\n"));
    assert!(edition.get("opensearch.xml").is_none());
}

#[test]
fn whom_to_tell_of_a_hole_is_said_where_programs_look() {
    assert!(of(SETTINGS).get(".well-known/security.txt").is_none(), "nobody is named who did not ask for it");
    let more = "sicurezza:\n  contatti: [sicurezza@comune.esempio.it, https://www.comune.esempio.it/perché, \"0422 658111\"]\n  scade: 30/06/2027\n  politica: https://www.comune.esempio.it/politica\n  chiave: https://www.comune.esempio.it/chiave.asc\n  ringraziamenti: https://www.comune.esempio.it/grazie\n";
    assert_eq!(
        text(&of(&format!("{SETTINGS}{more}")), ".well-known/security.txt"),
        "Contact: mailto:sicurezza@comune.esempio.it\n\
         Contact: https://www.comune.esempio.it/perch%C3%A9\n\
         Contact: tel:+390422658111\n\
         Expires: 2027-06-30T23:59:59+02:00\n\
         Encryption: https://www.comune.esempio.it/chiave.asc\n\
         Acknowledgments: https://www.comune.esempio.it/grazie\n\
         Preferred-Languages: it\n\
         Canonical: https://trasparenza.comune.esempio.it/.well-known/security.txt\n\
         Policy: https://www.comune.esempio.it/politica\n"
    );
    // The RFC knows no address in the clear.
    let clear = SETTINGS.replace("indirizzo_base: https:", "indirizzo_base: http:");
    let file = text(
        &of(&format!("{clear}sicurezza:\n  contatti: a@b.it\n  scade: 01/03/2027 ore 12\n  lingue: [it, en]\n")),
        ".well-known/security.txt",
    );
    assert_eq!(file, "Contact: mailto:a@b.it\nExpires: 2027-03-01T12:00:59+01:00\nPreferred-Languages: it, en\n");
}

#[test]
fn the_map_says_when_what_a_list_holds_last_changed() {
    let map = text(&of(SETTINGS), "sitemap.xml");
    let last = |address: &str| {
        let entry = map.split("<url>").find(|entry| entry.contains(&format!("esempio.it{address}</loc>")));
        let entry = entry.unwrap_or_else(|| panic!("{address} is not in {map}"));
        entry.split_once("<lastmod>").and_then(|(_, rest)| rest.split_once('<')).map(|(last, _)| last.to_owned())
    };
    for (address, expected) in [
        ("/", Some("2026-10-20")),
        ("/elenchi/2025/", Some("2025-06-01")),
        ("/elenchi/ufficio/gare/", Some("2026-10-20")),
        ("/atti/esito/", Some("2025-06-01")),
        ("/ricevi-gli-avvisi/", None),
        ("/bilanci/", None),
    ] {
        assert_eq!(last(address).as_deref(), expected, "{address}");
    }
}

/// Texts that hurt somebody somewhere.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        2 => proptest::sample::select(vec!["]]>", "&", "&amp;", "\"", "'", "{searchTerms}", "\u{0}", "\u{b}", "\u{fffe}", "\u{ffff}", "\u{85}", "\u{2028}", "🇮🇹", "<", "--", "\r\n", "  "]).prop_map(str::to_owned),
        1 => any::<String>(),
        1 => "[a-zà ]{1,40}",
    ];
    // What opens a tag is refused, and so it is not what is tried here.
    let text = proptest::collection::vec(piece, 0..12)
        .prop_map(|pieces| accepted(&format!("x {}", pieces.concat().replace('<', "< "))));
    (text, prop_oneof![9 => Just(1usize), 1 => Just(2_000)]).prop_map(|(text, times)| text.repeat(times))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_a_body_is_called_programs_can_read_it(name in hostile(), title in hostile(), about in hostile()) {
        let settings = SETTINGS.replace("nome: Comune di Esempio\n", &format!("nome: {}\n", quoted(&name)));
        let settings = format!(
            "{settings}titolo: {}\ndescrizione: {}\nsicurezza:\n  contatti: a@b.it\n  scade: 01/06/2027\n",
            quoted(&title), quoted(&about)
        );
        let edition = of(&settings);
        if cfg!(feature = "search") {
            let xml = text(&edition, "opensearch.xml");
            let outlaw = |c: char| matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
            prop_assert!(!xml.contains(outlaw), "{:?}", xml);
            let found = elements(&xml);
            for (element, most) in [("ShortName", 16), ("LongName", 48), ("Description", 1024)] {
                let said = one(&found, element);
                prop_assert!(!said.is_empty() && said.chars().count() <= most, "{}: {:?}", element, said);
            }
        }
        prop_assert_eq!(text(&edition, ".well-known/security.txt").lines().count(), 4);
        elements(&text(&edition, "sitemap.xml"));
    }
}
