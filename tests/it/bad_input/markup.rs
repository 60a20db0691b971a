//! HTML and scripts, wherever somebody might put them.

use crate::support::site::{BAD, Site, accepted, notice, read, refused};

fn at(place: &str) -> String {
    format!("{BAD}:{place}")
}

/// Every place of front matter a text is read from and shown.
const TEXTS: &str = "oggetto: \"<script>alert(1)</script>\"
sommario: \"<b>testo</b>\"
argomenti: [\"<i>x</i>\"]
luogo: \"<img src=x onerror=alert(1)>\"
finalita: [\"<svg onload=alert(1)>\"]
requisiti: [\"<a onclick='alert(1)'>x</a>\"]
responsabile: \"</div>\"
codici:
  cig_mancante: \"<!-- x -->\"
  protocollo: \"<br>\"
scadenze:
  - tipo: presentazione-domande
    data: 11/12/2026
    nota: \"<script>\"
    luogo: \"<script>\"
prestazioni:
  - titolo: \"<script>\"
    quantita: \"<script>\"
lotti:
  - titolo: \"<script>\"
    numero: \"<script>\"
contatti:
  telefono: \"<script>\"
  orari: \"<script>\"
eventi:
  - tipo: altro
    data: 12/11/2026
    descrizione: \"<script>\"
aggiudicatari:
  - nome: \"<script>\"
    ribasso: \"<script>\"
allegati:
  - indirizzo: https://www.comune.esempio.it/bando.pdf
    titolo: \"<script>alert(1)</script>\"
    descrizione: \"<?php x ?>\"
";

#[test]
fn html_is_refused_in_every_text_of_the_front_matter() {
    let text = notice(TEXTS, "").replace("titolo: Prova", "titolo: Prova <script>alert(1)</script>");
    let run = refused(&Site::with(&text));
    run.error("html-nel-testo", &at("2:9"), "qui non si può scrivere HTML (`<script>alert(1)</sc`)");
    for (line, written) in text.lines().enumerate().filter(|(_, written)| written.contains("\"<")) {
        let column = written.find(['"', '[']).map_or(0, |at| at + if written[at..].starts_with('[') { 2 } else { 1 });
        run.error("html-nel-testo", &at(&format!("{}:{column}", line + 1)), "togli i segni `<` e `>`");
    }
}

#[test]
fn html_is_refused_in_the_body_tag_by_tag() {
    let run = refused(&Site::with(notice(
        "",
        "\nUna <b>parola</b> e un <a href=\"/\" onclick=\"alert(1)\">collegamento</a>.\n",
    )));
    run.error("html-nel-testo", &at("7:5"), "`<b>`").error("html-nel-testo", &at("7:14"), "`</b>`").error(
        "html-nel-testo",
        &at("7:24"),
        "usa Markdown",
    );
}

#[test]
fn scripts_comments_and_blocks_are_refused_in_the_body() {
    let blocks = [
        "<script>alert(1)</script>",
        "<!-- promemoria -->",
        "<div onclick=\"alert(1)\">x</div>",
        "<style>p{}</style>",
        "<?php x ?>",
    ];
    for block in blocks {
        let run = refused(&Site::with(notice("", &format!("\n{block}\n"))));
        run.error("html-nel-testo", &at("7:1"), "qui non si può scrivere HTML");
    }
}

#[test]
fn html_is_refused_in_tables_lists_notes_headings_and_link_titles() {
    let body = "
## Titolo <script>alert(1)</script>

| lotto | <b>scuola</b> |
|-------|---------------|
| 1 | <img src=x onerror=alert(1)> |

- voce <script>

Nota[^1] e [bilanci](/bilanci/ \"<script>alert(1)</script>\").

[^1]: Testo <iframe src=x></iframe>

![Foto <b>x</b>](x.png)
";
    let run = refused(&Site::with(notice("", body)));
    for place in ["7:11", "9:11", "11:7", "13:8", "15:12", "17:13", "19:8"] {
        run.error("html-nel-testo", &at(place), "qui non si può scrivere HTML");
    }
}

#[test]
fn html_is_refused_in_the_words_on_a_section() {
    let site = Site::published()
        .and("bilanci/_sezione.md", "---\nsommario: <b>I bilanci</b>\n---\n\n<script>alert(1)</script>\n");
    refused(&site).error("html-nel-testo", "bilanci/_sezione.md:2:11", "qui non si può scrivere HTML").error(
        "html-nel-testo",
        "bilanci/_sezione.md:5:1",
        "`<script>alert(1)</sc`",
    );
}

#[test]
fn links_that_run_something_are_refused_however_they_are_written() {
    let body = "
[uno](javascript:alert(1))

[due](JAVASCRIPT&colon;alert(1))

[tre](data:text/html;base64,PHNjcmlwdD4=)

[quattro](<java\tscript:alert(1)>)

<vbscript:alert(1)>

[cinque][rif]

![foto](data:image/svg+xml;base64,PHN2Zz4=)

[rif]: &#106;avascript:alert(1)
";
    let run = refused(&Site::with(notice("", body)));
    for (line, scheme) in [
        (7, "javascript"),
        (9, "javascript"),
        (11, "data"),
        (13, "javascript"),
        (15, "vbscript"),
        (17, "javascript"),
        (19, "data"),
    ] {
        run.error(
            "collegamento-pericoloso",
            &at(&format!("{line}:1")),
            &format!("i collegamenti `{scheme}:` non sono accettati"),
        );
    }
    run.says("usa un indirizzo `https://…`");
}

#[test]
fn addresses_that_run_something_are_refused_in_the_front_matter() {
    let more = "piattaforma:\n  nome: Portale\n  indirizzo: javascript:alert(1)\nallegati:\n  - indirizzo: data:text/html,x\n    titolo: Bando\n";
    let run = refused(&Site::with(notice(more, "")));
    run.error("indirizzo", &at("7:14"), "comincia con `https://`").error(
        "indirizzo",
        &at("9:16"),
        "non è un indirizzo web",
    );
}

#[test]
fn addresses_of_another_site_without_a_scheme_are_refused() {
    let run = refused(&Site::with(notice("", "\n[uno](//altrove.example/x) e [due](<\\\\altrove\\x>)\n")));
    run.error("collegamento-pericoloso", &at("7:1"), "non si capisce dove porti").error(
        "collegamento-pericoloso",
        &at("7:30"),
        "non si capisce dove porti",
    );
}

#[test]
fn quotes_do_not_end_an_attribute() {
    let body = "\n[bilanci](/bilanci/ 'x\" onclick=\"alert(1)')\n\n[web](<https://a.example/\"onclick=\"alert(1)>)\n";
    let site = Site::with(notice("oggetto: 'x\" onclick=\"alert(1)'\nsommario: \"x' onclick='alert(1)\"\n", body));
    accepted(&site);
    let page = String::from_utf8(read(&site.path("public/atti/prova/index.html"))).expect("a page is UTF-8");
    // What machines read holds texts too, in JSON: there nothing ends but at a `<`.
    let (before, rest) =
        page.split_once("<script type=\"application/ld+json\">").expect("the page has structured data");
    let (data, after) = rest.split_once("</script>").expect("a script ends");
    assert!(!data.contains('<'), "structured data can be left");
    let page = [before, after].concat();
    for attribute in ["\" onclick=\"", "' onclick='", "\"onclick=\""] {
        assert!(!page.contains(attribute), "an attribute was ended by {attribute}");
    }
    assert!(page.contains("onclick="), "the text is shown as text");
}

#[test]
fn code_and_escaped_brackets_are_text() {
    let site = Site::with(notice("", "\nIl tag `<script>` e \\<b>, se 3 < 5.\n\n    <script>alert(1)</script>\n"));
    accepted(&site);
    let page = String::from_utf8(read(&site.path("public/atti/prova/index.html"))).expect("a page is UTF-8");
    assert!(!page.contains("<script>alert"), "code was let through as HTML");
    assert!(page.contains("&lt;script&gt;"), "code is shown");
}
