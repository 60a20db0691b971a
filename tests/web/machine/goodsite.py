"""A small site without a fault, as far as machines read it: what selftest.py then spoils, one thing at a time."""

import csv
import hashlib
import io
import json
from datetime import datetime
from email.utils import format_datetime
from html import escape
from pathlib import Path

import openpyxl
import rdflib

BASE = "https://trasparenza.comune.example.it/"
BODY = "Comune di Esempio"
NOW = "2026-03-02T10:00:00+01:00"
PDF = b"%PDF-1.7\n% Testo integrale.\n"
CSV = "voce;importo\r\nsfalcio;1000\r\n".encode()

# id, title, when, amount, attachments
NOTICES = [
    ("sfalcio", "Sfalcio dei cigli & dei fossi", "2026-03-01T09:00:00+01:00", 41800.5, ["bando.pdf", "prezzi.csv"]),
    ("mense", "Mensa scolastica", "2026-01-15T08:30:00+01:00", 1200, []),
    ("potature", "Potature 2025", "2025-05-12T12:00:00+02:00", None, ["bando.pdf"]),
]
ATTACHMENTS = {"bando.pdf": ("application/pdf", PDF), "prezzi.csv": ("text/csv", CSV)}
# Where feeds stand, what they are called, which notices they hold, and the archives on either side.
FEEDS = [
    ("/", "", "Tutti gli atti", [0, 1], {"older": "/elenchi/2026/#-1"}),
    ("/bandi/", "", "Bandi", [0, 1, 2], {}),
    ("/elenchi/2026/", "", "Anno 2026", [0, 1], {}),
    ("/elenchi/2025/", "", "Anno 2025", [2], {}),
    ("/elenchi/2026/", "-1", "Tutti gli atti, archivio 2026", [1], {"older": "/elenchi/2025/#-1"}),
    ("/elenchi/2025/", "-1", "Tutti gli atti, archivio 2025", [2], {"newer": "/elenchi/2026/#-1"}),
]
PAGES = {"/": "home", "/bandi/": "section", "/elenchi/2026/": "list", "/elenchi/2025/": "list", "/cerca/": "search"}
PAGES.update({f"/atti/{id}/": "notice" for id, *_ in NOTICES})
NAMES = {"rss": "rss{}.xml", "atom": "atom{}.xml", "json": "feed{}.json"}
TYPES = {"rss": "application/rss+xml", "atom": "application/atom+xml", "json": "application/feed+json"}


def write_good_site(root: Path, base: str = BASE) -> None:
    files: dict[str, bytes | str] = {
        "prossima-transizione.json": json.dumps({"situazione_al": NOW, "prossima_transizione": None}),
        "robots.txt": f"User-agent: *\nAllow: /\n\nSitemap: {base}sitemap.xml\n",
        "_headers": "/*\n  X-Content-Type-Options: nosniff\n",
        ".elenco": "# del programma\n",
        "opensearch.xml": opensearch(base),
        ".well-known/security.txt": f"Contact: mailto:ced@example.it\nExpires: 2026-12-31T23:59:59Z\nPreferred-Languages: it, en\nCanonical: {base}.well-known/security.txt\n",
    }
    for where, kind in PAGES.items():
        files[f"{where}index.html"] = page(base, where, kind)
        if kind != "search":
            files[f"{where}index.json"] = json.dumps({"indirizzo": base + where[1:], "titolo": title(where), "tipo": kind, "atti": [base + f"atti/{id}/" for id, *_ in NOTICES]}, ensure_ascii=False)
    files["vecchio/index.html"] = f'<!DOCTYPE html><html lang="it"><head><meta http-equiv="refresh" content="0; url={base}"><title>x</title></head><body class="page-redirect"></body></html>'
    for id, _, _, _, names in NOTICES:
        for name in names:
            files[f"atti/{id}/{name}"] = ATTACHMENTS[name][1]
    feeds(files, base)
    calendars(files, base)
    tables(files, base)
    sitemaps(files, base)
    l190(files, base)
    ocds(files, base)
    catalogue(files, base)
    files["dati/openapi.json"] = json.dumps(openapi(base), ensure_ascii=False)
    for name, content in files.items():
        path = root / name.lstrip("/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    workbooks(root)
    write_manifest(root)


def title(where: str) -> str:
    return next((name for id, name, *_ in NOTICES if where == f"/atti/{id}/"), next((name for at, _, name, *_ in FEEDS if at == where), "Cerca"))


def page(base: str, where: str, kind: str) -> str:
    links = [f'<link rel="canonical" href="{base}{where[1:]}">']
    if where == "/":
        links.append('<link rel="search" type="application/opensearchdescription+xml" title="Cerca" href="opensearch.xml">')
    for at, number, name, _, _ in FEEDS:
        if at == where:
            links += [f'<link rel="alternate" type="{TYPES[form]}" title="{name}" href="{NAMES[form].format(number)}">' for form in NAMES]
    if kind == "notice":
        links.append(f'<script type="application/ld+json">{json.dumps(structured(base, where), ensure_ascii=False)}</script>')
    return f"""<!DOCTYPE html>
<html lang="it"><head><meta charset="utf-8"><title>{escape(title(where))}</title>
{chr(10).join(links)}
</head><body class="page-{kind}"><main><h1>{escape(title(where))}</h1></main></body></html>
"""


def structured(base: str, where: str) -> dict:
    own = base + where[1:]
    return {"@context": "https://schema.org", "@graph": [
        {"@type": "WebPage", "@id": own, "url": own, "name": title(where), "datePublished": "2026-03-01", "mainEntity": {"@id": f"{own}#atto"}},
        {"@type": "DigitalDocument", "@id": f"{own}#atto", "name": title(where), "publisher": {"@type": "GovernmentOrganization", "name": BODY}},
    ]}


# ── feeds ──


def feeds(files: dict, base: str) -> None:
    for at, number, name, which, ways in FEEDS:
        for form, make in (("rss", rss), ("atom", atom), ("json", json_feed)):
            links = {"self": base + at[1:] + NAMES[form].format(number)}
            if "older" in ways:
                links["prev-archive"] = base + archive_at(form, ways["older"])
            if "newer" in ways:
                links["next-archive"] = base + archive_at(form, ways["newer"])
            if number:
                links["current"] = base + NAMES[form].format("")
            files[f"{at}{NAMES[form].format(number)}"] = make(base, at, name, [NOTICES[index] for index in which], links, bool(number))


def archive_at(form: str, place: str) -> str:
    """Where an archive is, such as `/elenchi/2026/#-1`."""
    folder, number = place[1:].split("#")
    return folder + NAMES[form].format(number)


def said(date: str) -> str:
    return format_datetime(datetime.fromisoformat(date))


def attached(base: str, id: str, names: list[str]) -> list[tuple[str, int, str]]:
    return [(f"{base}atti/{id}/{name}", len(ATTACHMENTS[name][1]), ATTACHMENTS[name][0]) for name in names]


def rss(base: str, at: str, name: str, notices: list, links: dict[str, str], archive: bool) -> str:
    out = ['<?xml version="1.0" encoding="utf-8"?>',
           '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xmlns:fh="http://purl.org/syndication/history/1.0">',
           f"<channel><title>{name}</title><link>{base}{at[1:]}</link><description>Gli atti del {BODY}</description><language>it</language>",
           f"<lastBuildDate>{said(NOW)}</lastBuildDate>"]
    out += [f'<atom:link rel="{rel}" href="{href}" type="application/rss+xml"/>' for rel, href in links.items()]
    out += ["<fh:archive/>"] if archive else []
    out += [f'<category domain="http://albopop.it/specs#channel-category-{key}">{value}</category>' for key, value in (("type", "Comune"), ("name", BODY), ("latitude", "45.6669"))]
    for count, (id, title, date, _, names) in enumerate(notices):
        out.append(f"<item>\n<title>{escape(title)}</title>\n<link>{base}atti/{id}/</link>\n<description><![CDATA[{html(base, id)}]]></description>")
        out.append(f'<category>Bando</category><category domain="http://albopop.it/specs#item-category-uid">{date[:4]}/{len(id)}</category>')
        out.append(f'<category domain="http://albopop.it/specs#item-category-pubStart">{said(date)}</category>')
        files = attached(base, id, names)
        out += [f'<enclosure url="{url}" length="{size}" type="{kind}"/>' for url, size, kind in files[:1]]
        out += [f'<media:content url="{url}" fileSize="{size}" type="{kind}"/>' for url, size, kind in files]
        out.append(f'<guid isPermaLink="false">urn:trasparente:c_x999:{id}</guid>\n<pubDate>{said(date)}</pubDate>\n</item>')
    return "\n".join([*out, "</channel></rss>\n"])


def html(base: str, id: str) -> str:
    return f'<p>Si legge nella <a href="{base}atti/{id}/">pagina dell’atto</a>.</p>'


def atom(base: str, at: str, name: str, notices: list, links: dict[str, str], archive: bool) -> str:
    out = ['<?xml version="1.0" encoding="utf-8"?>',
           '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:fh="http://purl.org/syndication/history/1.0" xml:lang="it">',
           f"<id>urn:trasparente:c_x999:feed:{at}{archive}</id><title>{name}</title><updated>{NOW}</updated><author><name>{BODY}</name></author>",
           f'<link rel="alternate" type="text/html" href="{base}{at[1:]}"/>']
    out += [f'<link rel="{rel}" href="{href}" type="application/atom+xml"/>' for rel, href in links.items()]
    out += ["<fh:archive/>"] if archive else []
    for id, title, date, _, names in notices:
        out.append(f"<entry>\n<id>urn:trasparente:c_x999:{id}</id>\n<title>{escape(title)}</title>\n<published>{date}</published>\n<updated>{date}</updated>")
        out.append(f'<link rel="alternate" type="text/html" href="{base}atti/{id}/"/>')
        out += [f'<link rel="enclosure" href="{url}" length="{size}" type="{kind}"/>' for url, size, kind in attached(base, id, names)]
        out.append(f'<content type="html">{escape(html(base, id))}</content>\n</entry>')
    return "\n".join([*out, "</feed>\n"])


def json_feed(base: str, at: str, name: str, notices: list, links: dict[str, str], archive: bool) -> str:
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": name, "home_page_url": base + at[1:], "feed_url": links["self"], "language": "it", "authors": [{"name": BODY}]}
    if "prev-archive" in links:
        feed["next_url"] = links["prev-archive"]
    feed["items"] = [{
        "id": f"urn:trasparente:c_x999:{id}", "url": f"{base}atti/{id}/", "title": title, "content_html": html(base, id), "date_published": date, "date_modified": date, "tags": ["Bando"],
        **({"attachments": [{"url": url, "mime_type": kind, "size_in_bytes": size} for url, size, kind in attached(base, id, names)]} if names else {}),
    } for id, title, date, _, names in notices]
    return json.dumps(feed, ensure_ascii=False, indent=1)


# ── calendars ──

ZONE = """BEGIN:VTIMEZONE
TZID:Europe/Rome
BEGIN:DAYLIGHT
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
"""


def calendars(files: dict, base: str) -> None:
    event = f"""BEGIN:VEVENT
UID:sfalcio.presentazione-offerte-1@c_x999.trasparente
DTSTAMP:20260301T080000Z
SEQUENCE:1
STATUS:CONFIRMED
DTSTART;TZID=Europe/Rome:20260331T120000
DTEND;TZID=Europe/Rome:20260331T123000
SUMMARY:Offerte: sfalcio dei cigli\\, dei fossi e delle scarpate perché
  è già primavera
URL:{base}atti/sfalcio/
BEGIN:VALARM
ACTION:DISPLAY
TRIGGER:-P3D
DESCRIPTION:Offerte
END:VALARM
END:VEVENT
BEGIN:VEVENT
UID:sfalcio.evento-1@c_x999.trasparente
DTSTAMP:20260301T080000Z
SEQUENCE:0
STATUS:CONFIRMED
DTSTART;VALUE=DATE:20260410
DTEND;VALUE=DATE:20260411
SUMMARY:Apertura delle buste
END:VEVENT
"""
    calendar = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//trasparente//0.1.0//IT\nX-WR-CALNAME:Scadenze\n{ZONE}{event}END:VCALENDAR\n".replace("\n", "\r\n")
    for where in ("", "bandi/", "atti/sfalcio/"):
        files[f"{where}scadenze.ics"] = calendar


# ── tables ──

FIELDS = [
    {"name": "id", "type": "string", "title": "Identificativo", "constraints": {"required": True, "unique": True}},
    {"name": "titolo", "type": "string", "title": "Titolo"},
    {"name": "pubblicato", "type": "datetime", "title": "Pubblicato", "format": "any"},
    {"name": "importo", "type": "number", "title": "Importo in euro"},
]
TABLES = {"dati/atti": [0, 1, 2], "dati/sezioni/bandi": [0, 1]}


def rows(which: list[int]) -> list[list]:
    return [[NOTICES[index][0], NOTICES[index][1], NOTICES[index][2], NOTICES[index][3]] for index in which]


def tables(files: dict, base: str) -> None:
    resources = []
    for name, which in TABLES.items():
        out = io.StringIO(newline="")
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow([field["name"] for field in FIELDS])
        writer.writerows([["" if cell is None else cell for cell in row] for row in rows(which)])
        raw = out.getvalue().encode()
        files[f"{name}.csv"] = raw
        files[f"{name}.json"] = json.dumps([dict(zip([field["name"] for field in FIELDS], row)) for row in rows(which)], ensure_ascii=False)
        resources.append({
            "name": name.replace("/", "-"), "path": f"{name.removeprefix('dati/')}.csv", "profile": "tabular-data-resource", "format": "csv", "mediatype": "text/csv",
            "encoding": "utf-8", "bytes": len(raw), "hash": f"sha256:{hashlib.sha256(raw).hexdigest()}", "schema": {"fields": FIELDS, "primaryKey": "id"},
        })
    files["dati/datapackage.json"] = json.dumps({
        "profile": "tabular-data-package", "name": "atti", "title": f"Atti del {BODY}", "homepage": f"{base}dati/",
        "licenses": [{"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}], "resources": resources,
    }, ensure_ascii=False, indent=1)


def workbooks(root: Path) -> None:
    for name, which in TABLES.items():
        book = openpyxl.Workbook()
        book.active.append([field["name"] for field in FIELDS])
        for row in rows(which):
            book.active.append(row)
        book.save(root / f"{name}.xlsx")


# ── XML ──


def sitemaps(files: dict, base: str) -> None:
    space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    addresses = "\n".join(f"<url><loc>{base}{where[1:]}</loc><lastmod>2026-03-01</lastmod></url>" for where in PAGES)
    files["sitemap-1.xml"] = f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset {space}>\n{addresses}\n</urlset>\n'
    files["sitemap.xml"] = f'<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex {space}>\n<sitemap><loc>{base}sitemap-1.xml</loc><lastmod>2026-03-01</lastmod></sitemap>\n</sitemapindex>\n'


def l190(files: dict, base: str) -> None:
    about = lambda file, what: f"<titolo>Appalti</titolo><abstract>Appalti 2023</abstract><dataPubblicazione{what}>2024-01-31</dataPubblicazione{what}><entePubblicatore>{BODY}</entePubblicatore><dataUltimoAggiornamento{what}>2024-01-31</dataUltimoAggiornamento{what}><annoRiferimento>2023</annoRiferimento><urlFile>{base}dati/l190/{file}</urlFile><licenza>CC BY 4.0</licenza>"
    files["dati/l190/2023.xml"] = f"""<?xml version="1.0" encoding="UTF-8"?>
<legge190:pubblicazione xmlns:legge190="legge190_1_0">
<metadata>{about("2023.xml", "Dataset")}</metadata>
<data><lotto>
<cig>T0A0666C64</cig>
<strutturaProponente><codiceFiscaleProp>99999090998</codiceFiscaleProp><denominazione>{BODY}</denominazione></strutturaProponente>
<oggetto>Sfalcio</oggetto>
<sceltaContraente>23-AFFIDAMENTO DIRETTO</sceltaContraente>
<partecipanti><partecipante><codiceFiscale>99999090998</codiceFiscale><ragioneSociale>Verde srl</ragioneSociale></partecipante></partecipanti>
<aggiudicatari><aggiudicatario><codiceFiscale>99999090998</codiceFiscale><ragioneSociale>Verde srl</ragioneSociale></aggiudicatario></aggiudicatari>
<importoAggiudicazione>1000.00</importoAggiudicazione>
<tempiCompletamento><dataInizio>2023-05-01</dataInizio></tempiCompletamento>
<importoSommeLiquidate>0.00</importoSommeLiquidate>
</lotto></data>
</legge190:pubblicazione>
"""
    files["dati/l190/indice.xml"] = f"""<?xml version="1.0" encoding="UTF-8"?>
<indici>
<metadata>{about("indice.xml", "Indice")}</metadata>
<indice><dataset id="ID_1"><linkDataset>{base}dati/l190/2023.xml</linkDataset><dataUltimoAggiornamento>2024-01-31</dataUltimoAggiornamento></dataset></indice>
</indici>
"""


def opensearch(base: str) -> str:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>Trasparenza</ShortName>
<Description>Cerca fra gli atti del {BODY}</Description>
<Url type="text/html" template="{base}cerca/?q={{searchTerms}}"/>
<InputEncoding>UTF-8</InputEncoding>
</OpenSearchDescription>
"""


# ── contracting data ──


def ocds(files: dict, base: str) -> None:
    ocid = "ocds-abc123-sfalcio"
    buyer = {"id": "IT-CF-99999090998", "name": BODY}
    head = lambda name: {
        "uri": f"{base}atti/sfalcio/{name}", "version": "1.1", "publishedDate": NOW, "publisher": {"name": BODY},
        "license": "https://creativecommons.org/licenses/by/4.0/"}
    tender = {
        "id": "sfalcio", "title": "Sfalcio", "status": "active", "procurementMethod": "open", "mainProcurementCategory": "services",
        "value": {"amount": 41800.5, "currency": "EUR"}, "tenderPeriod": {"endDate": "2026-03-20T12:00:00+01:00"},
        "documents": [{"id": "1", "documentType": "tenderNotice", "title": "Bando", "url": f"{base}atti/sfalcio/bando.pdf", "format": "application/pdf"}]}
    first = {"ocid": ocid, "id": "sfalcio-1", "date": "2026-03-01T09:00:00+01:00", "tag": ["tender"], "initiationType": "tender", "language": "it",
             "parties": [{**buyer, "roles": ["buyer", "procuringEntity"]}], "buyer": buyer, "tender": tender}
    second = {"ocid": ocid, "id": "sfalcio-2", "date": "2026-03-02T09:00:00+01:00", "tag": ["tenderAmendment"], "initiationType": "tender",
              "tender": {"id": "sfalcio", "tenderPeriod": {"endDate": "2026-03-31T12:00:00+02:00"},
                         "amendments": [{"id": "1", "date": "2026-03-02T09:00:00+01:00", "rationale": "Chiarimenti"}]}}
    compiled = {**first, "id": "sfalcio-compilato", "date": second["date"], "tag": ["compiled"],
                "tender": {**tender, "tenderPeriod": second["tender"]["tenderPeriod"], "amendments": second["tender"]["amendments"]}}
    files["atti/sfalcio/ocds.json"] = json.dumps({**head("ocds.json"), "releases": [first, second]}, ensure_ascii=False, indent=1)
    files["atti/sfalcio/ocds-storia.json"] = json.dumps({
        **head("ocds-storia.json"), "packages": [f"{base}atti/sfalcio/ocds.json"],
        "records": [{"ocid": ocid, "releases": [first, second], "compiledRelease": compiled}]}, ensure_ascii=False, indent=1)


# ── catalogue ──


def catalogue(files: dict, base: str) -> None:
    authority = "http://publications.europa.eu/resource/authority/"
    distributions = "\n".join(f"""<{base}dati/catalogo#{name}> a dcat:Distribution, dcatapit:Distribution ;
    dct:title "Atti in {kind}"@it ; dct:format <{authority}file-type/{kind}> ; dct:license <https://creativecommons.org/licenses/by/4.0/> ;
    dcat:accessURL <{base}> ; dcat:downloadURL <{base}{file}> ; dcat:byteSize {len(files[file])}.0 .
""" for name, file, kind in (("csv", "dati/atti.csv", "CSV"), ("json", "dati/atti.json", "JSON"), ("bandi", "dati/sezioni/bandi.csv", "CSV")))
    turtle = f"""@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dcatapit: <http://dati.gov.it/onto/dcatapit#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<{base}dati/catalogo> a dcat:Catalog, dcatapit:Catalog ;
    dct:title "Catalogo"@it ; dct:description "I dati aperti"@it ; dct:publisher <{base}dati/catalogo#ente> ; dct:modified "2026-03-01"^^xsd:date ;
    dct:language <{authority}language/ITA> ; foaf:homepage <{base}> ; dcat:themeTaxonomy <{authority}data-theme> ; dcat:dataset <{base}dati/catalogo#atti> .
<{base}dati/catalogo#ente> a foaf:Agent, dcatapit:Agent ; dct:identifier "c_x999" ; foaf:name "{BODY}"@it .
<{base}dati/catalogo#contatto> a vcard:Kind, vcard:Organization, dcatapit:Organization ; vcard:fn "Ufficio" ; vcard:hasEmail <mailto:info@example.it> .
<{base}dati/catalogo#atti> a dcat:Dataset, dcatapit:Dataset ;
    dct:identifier "c_x999:atti" ; dct:title "Atti"@it ; dct:description "Tutti gli atti"@it ; dct:modified "2026-03-01"^^xsd:date ;
    dcat:theme <{authority}data-theme/GOVE> ; dct:rightsHolder <{base}dati/catalogo#ente> ; dct:accrualPeriodicity <{authority}frequency/IRREG> ;
    dcat:contactPoint <{base}dati/catalogo#contatto> ; dct:language <{authority}language/ITA> ;
    dcat:distribution <{base}dati/catalogo#csv>, <{base}dati/catalogo#json>, <{base}dati/catalogo#bandi> .
{distributions}"""
    graph = rdflib.Graph().parse(data=turtle, format="turtle")
    files["dati/catalogo.ttl"] = turtle
    files["dati/catalogo.rdf"] = graph.serialize(format="xml")
    files["dati/catalogo.jsonld"] = graph.serialize(format="json-ld", auto_compact=True)


# ── JSON ──


def openapi(base: str) -> dict:
    gives = lambda schema: {"get": {"responses": {"200": {"description": "Ecco", "content": {"application/json": {"schema": schema}}}}}}
    page, one = {"$ref": "#/components/schemas/Pagina"}, lambda name: {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
    with_one = lambda name, schema: {"parameters": [one(name)], **gives(schema)}
    row = {"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}, "titolo": {"type": "string"}, "pubblicato": {"type": "string", "format": "date-time"}, "importo": {"type": ["number", "null"]}}, "additionalProperties": False}
    return {
        "openapi": "3.1.0", "info": {"title": "Atti", "version": "1"}, "servers": [{"url": base.rstrip("/")}],
        "paths": {
            "/index.json": gives(page), "/{sezione}/index.json": with_one("sezione", page), "/elenchi/{anno}/index.json": with_one("anno", page),
            "/atti/{id}/index.json": with_one("id", {"allOf": [page]}), "/dati/atti.json": gives({"type": "array", "items": {"$ref": "#/components/schemas/Riga"}}),
        },
        "components": {"schemas": {
            "Riga": row,
            "Pagina": {"type": "object", "required": ["indirizzo", "titolo", "tipo"], "properties": {
                "indirizzo": {"type": "string", "format": "uri"}, "titolo": {"type": "string"}, "tipo": {"enum": ["home", "section", "list", "notice"]},
                "atti": {"type": "array", "items": {"type": "string", "format": "uri"}}}},
        }},
    }


def write_manifest(root: Path) -> None:
    rows = [{"percorso": path.relative_to(root).as_posix(), "sha256": hashlib.sha256(path.read_bytes()).hexdigest(), "byte": path.stat().st_size, "dal": "2026-03-01T09:00:00+01:00"}
            for path in sorted(root.rglob("*")) if path.is_file() and path.name not in ("edizione.json", ".elenco")]
    (root / "edizione.json").write_text(json.dumps({"programma": "trasparente 0.1.0", "commit": "0" * 40, "modificata": NOW, "file": rows}))
