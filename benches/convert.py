#!/usr/bin/env python3
"""Turns the corpus the other generators are measured with into a site of ours.

    convert.py CORPUS OUTDIR [--theme NAME]

CORPUS is a folder written by the common generator (`gen.py N CORPUS notices`):
`content/<section>/<sub>/<slug>/index.md`, with front matter in keys of its own.
OUTDIR gets the same notices with the same titles, summaries and texts, so that
all programs build the same words. Nothing is added. What differs, and why:

* sections: each of its thirty is given one of the law's, never the same twice;
* kinds and deadlines are named with our words;
* CIGs, random there, are made from the notice's number, so that they check;
* deadlines on Sundays and holidays move to the next working day, at the same hour;
* moments lose their offset: what is left is the hour in Italy, as we write it;
* attachments, which exist nowhere, become web addresses, and lose their size;
* a `###` that no `##` precedes becomes `##` and a blank, so the length is kept.
"""
import argparse
import json
import re
import sys
from datetime import datetime
from pathlib import Path

from corpus import attachment_url, cig, front_matter, working, write_notice, write_site

GARA, PERSONALE = "bandi-gara-contratti", "personale"
SECTIONS = {
    "bandi-di-gara-e-contratti/avvisi-e-bandi": f"{GARA}/procedure",
    "bandi-di-gara-e-contratti/delibere-a-contrarre": f"{GARA}/atti-carattere-generale",
    "bandi-di-gara-e-contratti/affidamenti-diretti": f"{GARA}/procedure-fino-2023",
    "bandi-di-gara-e-contratti/avvisi-di-preinformazione": f"{GARA}/atti-programmazione",
    "bandi-di-gara-e-contratti/esiti-di-gara": f"{GARA}/link-bdncp",
    "bandi-di-gara-e-contratti/contratti-stipulati": "pagamenti/dati-pagamenti",
    "bandi-di-gara-e-contratti/resoconti-della-gestione": "bilanci/bilancio-preventivo-consuntivo",
    "bandi-di-concorso/concorsi-attivi": "bandi-concorso/bandi-di-concorso",
    "bandi-di-concorso/concorsi-scaduti": f"{PERSONALE}/dotazione-organica",
    "bandi-di-concorso/mobilita": f"{PERSONALE}/personale-non-tempo-indeterminato",
    "bandi-di-concorso/graduatorie": f"{PERSONALE}/incarichi-dirigenziali",
    "sovvenzioni/criteri-e-modalita": "sovvenzioni-contributi/criteri-modalita",
    "sovvenzioni/atti-di-concessione": "sovvenzioni-contributi/atti-concessione",
    "provvedimenti/organi-di-indirizzo": "provvedimenti/provvedimenti-organi-indirizzo-politico",
    "provvedimenti/dirigenti": "provvedimenti/provvedimenti-dirigenti",
    "consulenti-e-collaboratori/titolari-di-incarichi": "consulenti-collaboratori/titolari-incarichi-collaborazione-consulenza",
    "consulenti-e-collaboratori/avvisi-di-selezione": f"{PERSONALE}/incarichi-conferiti-autorizzati-dipendenti",
    "personale/incarichi-di-vertice": f"{PERSONALE}/incarichi-dirigenziali-vertice",
    "personale/posizioni-organizzative": f"{PERSONALE}/posizioni-organizzative",
    "personale/contrattazione-integrativa": f"{PERSONALE}/contrattazione-integrativa",
    "personale/tassi-di-assenza": f"{PERSONALE}/tassi-assenza",
    "performance/piano-della-performance": "performance/piano-performance",
    "performance/relazione-sulla-performance": "performance/relazione-performance",
    "beni-immobili/patrimonio-immobiliare": "beni-immobili/patrimonio-immobiliare",
    "beni-immobili/canoni-di-locazione": "beni-immobili/canoni-locazione",
    "opere-pubbliche/atti-di-programmazione": "opere-pubbliche/atti-programmazione-opere",
    "opere-pubbliche/tempi-costi-indicatori": "opere-pubbliche/tempi-costi-indicatori",
    "altri-contenuti/prevenzione-della-corruzione": "altri-contenuti/prevenzione-corruzione",
    "altri-contenuti/accesso-civico": "altri-contenuti/accesso-civico",
    "altri-contenuti/accessibilita": "altri-contenuti/accessibilita-catalogo",
}
KINDS = {
    "bando": "bando-gara", "avviso": "manifestazione-interesse", "determina": "affidamento-diretto", "esito": "esito",
    "delibera": "provvedimento", "decreto": "provvedimento", "contratto": "documento", "graduatoria": "selezione-incarico",
}
DEADLINES = {
    "Presentazione delle offerte": "presentazione-offerte", "Presentazione delle domande": "presentazione-domande",
    "Richieste di chiarimento": "richiesta-chiarimenti", "Sopralluogo": "sopralluogo", "Seduta pubblica": "seduta-pubblica",
}


# ---- reading -----------------------------------------------------------------

def value(text):
    """A scalar of the corpus: quoted text and lists are JSON, the rest is taken as it stands."""
    return json.loads(text) if text[:1] in ('"', "[", "{") else text


def block(lines, depth=0):
    """Reads the regular YAML the corpus is written in: two blanks a level, a list's items four from their key's parent.

    Takes what it reads from the front of `lines`."""
    found = {}
    while lines:
        indent = len(lines[0]) - len(lines[0].lstrip())
        if indent < depth:
            break
        key, _, rest = lines.pop(0).strip().partition(":")
        if rest.strip():
            found[key] = value(rest.strip())
        elif lines and lines[0].lstrip().startswith("- "):
            found[key] = items(lines, indent + 2)
        else:
            found[key] = block(lines, indent + 2)
    return found


def items(lines, depth):
    """A list of mappings whose dashes stand at `depth`."""
    found = []
    while lines and lines[0].startswith(" " * depth + "- "):
        lines[0] = " " * (depth + 2) + lines[0][depth + 2:]
        found.append(block(lines, depth + 2))
    return found


def read(path):
    """The front matter and the text of a notice of the corpus."""
    _, head, text = path.read_text(encoding="utf-8").split("---\n", 2)
    return block(head.splitlines()), text.removeprefix("\n")


# ---- turning -----------------------------------------------------------------

def in_italy(text):
    """The moment as a clock on an Italian wall shows it: the corpus is written in local time, with its offset after."""
    return datetime.fromisoformat(text).replace(tzinfo=None, second=0)


def lifted(text):
    """The text with its headings starting at the second level and skipping none."""
    start = re.search(r"^## ", text, re.MULTILINE)
    end = start.start() if start else len(text)
    return re.sub(r"^### ", "##  ", text[:end], flags=re.MULTILINE) + text[end:]


def deadline(given):
    changes = [{"kind": "proroga", "published": in_italy(change["decided"]), "previous": working(in_italy(change["from"])), "reason": change["reason"]}
               for change in given.get("history", [])]
    return {"kind": DEADLINES[given["label"]], "at": working(in_italy(given["at"])), "changes": changes}


def codes(given, number, year):
    found = dict(given)
    if "cig" in found:
        found["cig"] = cig(number, year)
    if "mepa" in found:
        found["mepa"] = found["mepa"].replace("RDO", "RdO")
    return found


def converted(given, slug):
    published = in_italy(given["published"])
    return {
        "title": given["title"], "summary": given["summary"], "kind": KINDS[given["kind"]],
        "published": published, "updated": in_italy(given["updated"]),
        "codes": codes(given["codes"], int(slug[-6:]), published.year), "amount": float(given["amount"]),
        "deadlines": [deadline(item) for item in given["deadlines"]],
        "attachments": [{"url": attachment_url(slug, item["file"]), "title": item["title"]} for item in given["attachments"]],
        "topics": given["tags"],
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("outdir", type=Path)
    parser.add_argument("--theme", default="minimo", help="`tema` of sito.yaml (default minimo, which is copied too)")
    args = parser.parse_args()
    write_site(args.outdir, args.theme)
    # What the other program does not make is not made here either.
    with open(args.outdir / "content/sito.yaml", "a", encoding="utf-8") as settings:
        settings.write("senza: [elenchi, ricerca, calendari, fascicoli, archivi, dati, json, impronte]\n")
    count = 0
    for path in sorted(args.corpus.glob("content/*/*/*/index.md")):
        given, text = read(path)
        slug = path.parent.name
        write_notice(args.outdir, SECTIONS[given["section"]], slug, front_matter(converted(given, slug)) + lifted(text))
        count += 1
    print(f"{count} notices", file=sys.stderr)


if __name__ == "__main__":
    main()
