//! The two notices the project began with, in the pages of the sample site:
//! every fact their sources told is still there to be read, every address
//! can be followed, and both stand in the list and in the feed of their
//! section.

use std::sync::LazyLock;

use crate::support::sites;
use crate::support::sites::{build, root, text_blocks};
use trasparente::edition::{Content, Edition};

static SAMPLE: LazyLock<Edition> = LazyLock::new(|| build(&root()).edition.expect("the sample site builds"));

const TREVISO: &str = "/atti/supervisione-operatori-sociali-ven09/";
const CROTONE: &str = "/atti/supervisione-burnout-crotone/";
const SECTION: &str = "/bandi-gara-contratti/procedure-fino-2023/";

#[test]
fn treviso_tells_what_is_bought_for_whom_and_with_which_money() {
    reads(
        TREVISO,
        &[
            "Bando di gara",
            "MePA",
            "M5C2",
            "sub-investimento 1.1.4",
            "M5C2 – 1.1.4: Rafforzamento dei servizi sociali e prevenzione del fenomeno dei burn-out tra gli operatori sociali",
            "Affidamento del servizio di supervisione degli operatori sociali",
            "Ambito Territoriale Sociale VEN_09 - Treviso",
            "Ministero del Lavoro e delle Politiche Sociali",
            "5 maggio 2025",
        ],
    );
}

#[test]
fn treviso_names_its_two_numbers_beside_what_they_are() {
    let page = text(TREVISO);
    for (label, number) in [("Numero gara SIMOG", "9030232"), ("MePA", "gara 3534973")] {
        let at = page.iter().position(|block| block == label).unwrap_or_else(|| panic!("no `{label}`"));
        assert_eq!(page[at + 1], number);
    }
}

#[test]
fn treviso_says_that_its_deadline_was_moved_and_why() {
    reads(
        TREVISO,
        &[
            "Termine prorogato – Presentazione delle offerte",
            "Nuovo termine",
            "venerdì 26 maggio 2023, ore 23:59",
            "Motivo: anomalie della piattaforma",
        ],
    );
    assert!(html(TREVISO).contains("datetime=\"2023-05-26T23:59:00+02:00\""));
}

#[test]
fn treviso_says_what_its_source_does_not() {
    let page = text(TREVISO);
    let before = page.iter().position(|block| block == "Termine precedente").expect("it was moved from somewhere");
    assert_eq!(page[before + 1], "non indicato");
    // There are CIGs; the source does not give them.
    reads(TREVISO, &["non indicato: La fonte riporta solo il numero della gara"]);
    assert!(!html(TREVISO).contains("non ancora acquisito"));
}

#[test]
fn nobody_says_when_the_two_were_published() {
    for (address, guess) in [(TREVISO, "2023-04"), (CROTONE, "2023-09")] {
        reads(address, &["Data di pubblicazione non nota"]);
        let page = html(address);
        assert!(!page.contains("datePublished") && !page.contains(guess), "{address}: {page}");
        let path = address.trim_start_matches('/');
        let data = html_of(&format!("{path}index.json"));
        assert!(!data.contains("\"pubblicato\"") && data.contains("\"aggiornato\""), "{data}");
        assert!(!html_of(&format!("{path}scadenze.ics")).contains("CREATED"), "the calendar of {address}");
        let releases = html_of(&format!("{path}ocds.json"));
        assert!(!releases.contains(guess) && !releases.contains("startDate"), "{releases}");
    }
    let feed = html_of(&format!("{}feed.json", SECTION.trim_start_matches('/')));
    let feed: serde_json::Value = serde_json::from_str(&feed).expect("a feed is JSON");
    for item in feed["items"]
        .as_array()
        .expect("items")
        .iter()
        .filter(|item| item["url"].as_str().is_some_and(|url| url.ends_with(TREVISO) || url.ends_with(CROTONE)))
    {
        let says = |key: &str| item[key].as_str().is_some_and(|text| text.contains("Data di pubblicazione non nota"));
        assert!(says("summary") && says("content_html"), "{item}");
    }
    let table = html_of("dati/atti.csv");
    let rows: Vec<&str> = table.lines().filter(|row| row.contains(TREVISO) || row.contains(CROTONE)).collect();
    assert!(rows.len() == 2 && rows.iter().all(|row| !row.contains("2023-04") && !row.contains("2023-09")), "{rows:?}");
}

#[test]
fn page_data_feed_and_calendar_name_the_same_body() {
    let facts = html(CROTONE);
    assert!(facts.contains("Comune di Crotone"));
    let (_, data) = facts.split_once("<script type=\"application/ld+json\">").expect("the page has structured data");
    let data: serde_json::Value =
        serde_json::from_str(data.split_once("</script>").expect("it ends").0).expect("it is JSON");
    let graph = data["@graph"].as_array().expect("a graph");
    let creators: Vec<_> = graph.iter().filter_map(|node| node["creator"]["name"].as_str()).collect();
    assert_eq!(creators, ["Comune di Crotone"]);
    let calendar = html_of(&format!("{}scadenze.ics", &CROTONE[1..])).replace("\r\n ", "");
    assert!(calendar.contains("\\nComune di Crotone\\n"), "{calendar}");
    let feed = html_of("bandi-gara-contratti/procedure-fino-2023/atom.xml");
    let entry = feed.split("<entry>").find(|entry| entry.contains(CROTONE)).expect("the feed tells it");
    let (_, author) = entry.split_once("<author><name>").expect("an entry has an author");
    assert!(author.starts_with("Comune di Crotone<"), "{author:.80}");
}

#[test]
fn treviso_numbers_its_four_aims() {
    let page = html(TREVISO);
    let from = page.find("id=\"at-aims\"").expect("the aims have a heading");
    let list = &page[from..];
    let list = &list[list.find("<ol").expect("the aims are numbered")..];
    let list = &list[..list.find("</ol>").expect("the list ends")];
    let aims = text_blocks(list.as_bytes());
    assert_eq!(aims.len(), 4, "{aims:?}");
    let words = [
        "prevenire il burn-out",
        "circolare meglio le informazioni",
        "azione professionale, dentro e fuori l'organizzazione, e più lineari i percorsi di aiuto",
        "servizi migliori e togliere i dubbi su quali compiti spettano ai diversi gruppi di lavoro",
    ];
    for (aim, words) in aims.iter().zip(words) {
        assert!(aim.contains(words), "`{aim}` says nothing of `{words}`");
    }
}

#[test]
fn treviso_explains_what_supervision_is() {
    reads(
        TREVISO,
        &[
            "2021-23",
            "livelli essenziali delle prestazioni sociali (LEPS)",
            "indicazioni operative",
            "Missione 5 («Inclusione e coesione»), Componente 2",
            "condivisione e di supervisione per gli assistenti sociali",
            "affidato a una persona esperta",
            "Tempo e spazio per fermarsi, prendere la giusta distanza",
            "sia le emozioni sia il metodo",
            "rivede il proprio modo di operare e lo valuta",
            "le questioni amministrative e le procedure",
            "presa in carico",
        ],
    );
}

#[test]
fn treviso_leads_to_its_platform_and_to_both_its_documents() {
    let page = html(TREVISO);
    assert!(page.contains("href=\"https://www.acquistinretepa.it\""));
    for (title, name) in [("Bando di gara", "bando-di-gara.pdf"), ("Disciplinare di gara", "disciplinare-di-gara.pdf")]
    {
        let path = format!("{TREVISO}{name}");
        assert!(page.contains(&format!("href=\"{path}\">{title}")), "no link to {path}");
        match SAMPLE.get(&path[1..]) {
            Some(Content::Copy { from, size, .. }) => {
                let bytes = sites::read(&from.full());
                assert_eq!(bytes.len() as u64, *size);
                assert!(bytes.starts_with(b"%PDF-"), "{path} is no PDF");
            }
            other => panic!("{path} leads to {other:?}"),
        }
    }
}

#[test]
fn crotone_tells_what_is_sought_by_whom_and_for_how_much() {
    reads(
        CROTONE,
        &[
            "Avviso di manifestazione di interesse",
            "Comune di Crotone (capofila)",
            "ambito territoriale sociale di Crotone",
            "operatori economici da invitare alla procedura negoziata",
            "servizio di supervisione degli operatori sociali",
            "prevenzione del burnout",
            "€ 172.131,15 (IVA esclusa)",
            "compresi tutti i costi di una corretta esecuzione",
            "Procedura negoziata",
            "ambito di Crotone",
            "Cirò Marina",
            "Mesoraca",
            "In forma mista, in presenza o da remoto",
            "dalla firma del contratto, oppure dalla data prevista per l'avvio delle attività",
            "Entro giugno 2026",
        ],
    );
}

#[test]
fn crotone_counts_the_hours_of_its_three_activities() {
    let rows: Vec<String> = table_rows(&html(CROTONE), "at-activities");
    let expected = [
        ("di gruppo mono-professionale per assistenti sociali", "628 ore"),
        ("individuale per assistenti sociali", "500 ore"),
        ("organizzativa di équipe multi-professionale", "500 ore"),
    ];
    assert_eq!(rows.len(), expected.len(), "{rows:?}");
    for (row, (what, hours)) in rows.iter().zip(expected) {
        assert!(
            row.contains(what) && row.contains(hours) && row.contains("triennio"),
            "`{row}` is not {hours} of `{what}` in three years"
        );
    }
    reads(CROTONE, &["modello complementare di sostegno al lavoro sociale"]);
}

#[test]
fn crotone_says_how_where_and_by_when_to_apply() {
    reads(
        CROTONE,
        &[
            "giovedì 12 ottobre 2023, ore 12:00",
            "12 ottobre 2023, ore 12:00",
            "Per PEC",
            "protocollocomune@pec.comune.crotone.it",
            "ASMEL",
            "Bisogna essere registrati sulla piattaforma.",
            "Chi non è ancora abilitato deve impegnarsi ad abilitarsi, per poter ricevere la lettera di invito.",
            "abilitazione alla piattaforma ASMEL, oppure impegno ad abilitarsi",
        ],
    );
    let page = html(CROTONE);
    assert!(page.contains("href=\"https://piattaforma.asmel.eu/index.php\""));
    assert!(page.contains("href=\"mailto:protocollocomune@pec.comune.crotone.it\""));
    assert!(page.contains("datetime=\"2023-10-12T12:00:00+02:00\""));
}

#[test]
fn crotone_explains_what_burnout_has_to_do_with_it() {
    reads(
        CROTONE,
        &["stress elevato", "burnout", "molte situazioni complesse", "persone in difficoltà", "il tipo di servizi"],
    );
}

#[test]
fn both_stand_in_the_list_and_in_the_feed_of_their_section() {
    let list = html(SECTION);
    let feed = html_of(&format!("{}rss.xml", &SECTION[1..]));
    for address in [TREVISO, CROTONE] {
        assert!(list.contains(&format!("href=\"{address}\"")), "{address} is not in the list");
        assert!(
            feed.contains(&format!("<link>https://trasparenza.comune.esempiosulfiume.example{address}</link>")),
            "{address} is not in the feed"
        );
    }
    for fact in ["venerdì 26 maggio 2023, ore 23:59", "giovedì 12 ottobre 2023, ore 12:00", "€ 172.131,15"] {
        assert!(feed.contains(fact), "the feed says nothing of {fact}");
    }
    for (address, other) in [(TREVISO, CROTONE), (CROTONE, TREVISO)] {
        assert!(html(address).contains(&format!("href=\"{other}\"")), "{address} does not name the other");
    }
}

/// Asserts that each fact can be read in one block of a page.
#[track_caller]
fn reads(address: &str, facts: &[&str]) {
    let page = text(address);
    for fact in facts {
        assert!(page.iter().any(|block| block.contains(fact)), "{address} says nothing of «{fact}»");
    }
}

/// What a page says between its header and its footer, block by block.
fn text(address: &str) -> Vec<String> {
    let page = html(address);
    let main = &page[page.find("<main").expect("a page has a main part")..page.find("</main>").expect("it ends")];
    text_blocks(main.as_bytes())
}

fn html(address: &str) -> String {
    html_of(&format!("{}index.html", &address[1..]))
}

fn html_of(path: &str) -> String {
    match SAMPLE.get(path) {
        Some(Content::Bytes(bytes)) => String::from_utf8(bytes.to_vec()).expect("pages are UTF-8"),
        other => panic!("{path} is {other:?}"),
    }
}

/// The rows of the table after an anchor, each as one text.
fn table_rows(page: &str, anchor: &str) -> Vec<String> {
    let from = page.find(&format!("id=\"{anchor}\"")).expect("the anchor is there");
    let body = &page[from + page[from..].find("<tbody>").expect("a table follows")..];
    let body = &body[..body.find("</tbody>").expect("the table ends")];
    body.split("</tr>").map(|row| text_blocks(row.as_bytes()).join(" ")).filter(|row| !row.is_empty()).collect()
}
