//! The forms in which an image or a piece of HTML can stand in a text: each is found where it stands, under its rule.

use trasparente::messages::{Catalogue, Language};
use trasparente::parse::{self, body::Words};
use trasparente::sections::Tree;
use trasparente::source::{Source, Sources};

/// Rule and place (line from the first of the body, column) of what is found in a text.
fn found(body: &str) -> Vec<(&'static str, usize, usize)> {
    let opening = "---\ntitolo: Prova\ntipo: documento\npubblicato: 12/10/2026\n---\n";
    let sources = Sources::new(vec![Source::new("bandi-concorso/prova.md", format!("{opening}{body}\n"))]);
    let (id, source) = sources.iter().next().expect("one was put in");
    let words = Words::new(&Catalogue::new(Language::Italian), "");
    let (_, findings) = parse::notice(id, source, &Tree::statutory(), &words);
    let wanted = ["immagine-descritta", "html-nel-testo"];
    findings
        .iter()
        .filter(|finding| wanted.contains(&finding.rule.name))
        .map(|finding| {
            let trasparente::diagnostic::Place::Text(_, span) = finding.place else { panic!("{finding:?}") };
            let (line, column) = source.position(span.start());
            (finding.rule.name, line - 5, column)
        })
        .collect()
}

/// A text, and where the first image without a word is.
const IMAGES: &[(&str, usize, usize)] = &[
    ("![](a.png)", 1, 1),
    ("![ ](a.png)", 1, 1),
    ("![\u{200b}](a.png)", 1, 1),
    ("![\u{a0}\u{2060}](a.png)", 1, 1),
    ("![&nbsp;](a.png)", 1, 1),
    ("![&#x200b;](a.png)", 1, 1),
    ("![.](a.png)", 1, 1),
    ("![…](a.png)", 1, 1),
    ("![**](a.png)", 1, 1),
    ("![`` ` ``](a.png)", 1, 1),
    ("![a.png](a.png)", 1, 1),
    ("![IMG_0001.jpg](a.png)", 1, 1),
    ("![foto 1](a.png)", 1, 1),
    ("![immagine](a.png \"Un titolo non basta\")", 1, 1),
    ("![][r]\n\n[r]: a.png", 1, 1),
    ("![r][]\n\n![][r]\n\n[r]: a.png", 3, 1),
    ("Testo ![](a.png) e testo", 1, 7),
    ("[![](a.png)](https://x.it)", 1, 2),
    ("[![](a.png) Testo][r]\n\n[r]: https://x.it", 1, 2),
    ("## Titolo ![](a.png)", 1, 11),
    ("> ![](a.png)", 1, 3),
    ("> - ![](a.png)", 1, 5),
    ("1. uno\n2. ![](a.png)", 2, 4),
    ("- [ ] ![](a.png)", 1, 7),
    ("| a |\n|--|\n| ![](a.png) |", 3, 3),
    ("Nota[^1].\n\n[^1]: ![](a.png)", 3, 7),
    ("**![](a.png)**", 1, 3),
    ("~~*![](a.png)*~~", 1, 4),
    ("> [!NOTE]\n> ![](a.png)", 2, 3),
];

/// A text, and where the first piece of HTML is: the seven kinds of blocks, and those within a line.
const HTML: &[(&str, usize, usize)] = &[
    ("<script>\nx\n</script>", 1, 1),
    ("<pre>x</pre>", 1, 1),
    ("<style>x</style>", 1, 1),
    ("<textarea>", 1, 1),
    ("<!-- c -->", 1, 1),
    ("<?php x ?>", 1, 1),
    ("<!DOCTYPE html>", 1, 1),
    ("<![CDATA[x]]>", 1, 1),
    ("<div>", 1, 1),
    ("</div>", 1, 1),
    ("<custom-el>", 1, 1),
    ("<svg onload=x>", 1, 1),
    ("  <p>x", 1, 3),
    ("a <b>x</b>", 1, 3),
    ("a <br> b", 1, 3),
    ("a <br/> b", 1, 3),
    ("a <!-- c --> b", 1, 3),
    ("a <?x?> b", 1, 3),
    ("a <!X y> b", 1, 3),
    ("a <![CDATA[x]]> b", 1, 3),
    ("a\n<b>x</b>", 2, 1),
    ("| a |\n|--|\n| <b>x</b> |", 3, 3),
    ("| <i>a</i> |\n|--|", 1, 3),
    ("N[^1].\n\n[^1]: <b>x</b>", 3, 7),
    ("> <div>\n> x", 1, 3),
    ("- <div>\n  x", 1, 3),
    ("1. <p>x", 1, 4),
    ("- [x] <b>x</b>", 1, 7),
    ("## a <b>x</b>", 1, 6),
    ("a <b>x</b>\n===", 1, 3),
    ("[a <b>x</b>](https://x.it)", 1, 4),
    ("![a <b>x</b>](a.png)", 1, 5),
    ("[x](https://x.it '<b>')", 1, 1),
    ("[x][r]\n\n[r]: https://x.it '<b>'", 1, 1),
    ("**a <b>x</b>**", 1, 5),
];

/// What is neither.
const TEXTS: &[&str] = &[
    "![Planimetria della sede](a.png)",
    "![La sede][r]\n\n[r]: a.png",
    "[![La sede](a.png)](https://x.it)",
    "    <b>codice</b>",
    "```\n<b>codice</b>\n![](a.png)\n```",
    "`<b>` e `![](a.png)`",
    "&lt;b&gt; \\<b> 3 < 4 > 2 a<b",
    "<https://x.it> <a@b.it>",
    "\\![](https://x.it)",
];

#[test]
fn images_without_a_word_are_found_in_every_form() {
    for (text, line, column) in IMAGES {
        assert_eq!(found(text).first(), Some(&("immagine-descritta", *line, *column)), "{text}");
    }
}

#[test]
fn html_is_found_in_every_form() {
    for (text, line, column) in HTML {
        assert_eq!(found(text).first(), Some(&("html-nel-testo", *line, *column)), "{text}");
    }
}

#[test]
fn texts_are_left_alone() {
    for text in TEXTS {
        assert_eq!(found(text), [], "{text}");
    }
}
