#!/usr/bin/env python3
"""Do the judges of what machines read judge? A good site has to pass them all; then each seed spoils one thing in a copy of it,
and the judge named has to say so. Every rule of the judges has a seed.

usage: selftest.py [WORD]   only seeds whose line has the word
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

import openpyxl  # noqa: E402

from machine.common import Site  # noqa: E402
from machine.goodsite import BASE, write_good_site  # noqa: E402
from machines import JUDGES, ask  # noqa: E402

RUNNER = HERE.parent / "machines.py"
Spoil = Callable[[Path], None]

# ── how a seed spoils a site ──


def change(file: str, new: Callable[[bytes], bytes]) -> Spoil:
    def spoil(root: Path) -> None:
        before = (root / file).read_bytes()
        after = new(before)
        assert after != before, f"the seed does not change {file}"  # or it would prove nothing
        (root / file).write_bytes(after)
    return spoil


def replace(file: str, old: str, new: str, times: int = -1) -> Spoil:
    return change(file, lambda raw: raw.replace(old.encode(), new.encode(), times))


def sub(file: str, pattern: str, new: str, times: int = 0) -> Spoil:
    return change(file, lambda raw: re.sub(pattern, new, raw.decode(), count=times, flags=re.S).encode())


def write(file: str, text: str) -> Spoil:
    def spoil(root: Path) -> None:
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_bytes(text.encode())
    return spoil


def remove(*files: str) -> Spoil:
    def spoil(root: Path) -> None:
        for file in files:
            if (root / file).is_dir():
                shutil.rmtree(root / file)
            else:
                (root / file).unlink()
    return spoil


def edit(file: str, new: Callable[[object], object]) -> Spoil:
    """Changes a JSON document: `new` spoils it in place, or gives another."""
    def spoil(raw: bytes) -> bytes:
        said = json.loads(raw)
        given = new(said)
        return json.dumps(said if given is None else given, ensure_ascii=False).encode()
    return change(file, spoil)


def book(file: str, new: Callable[[object], None]) -> Spoil:
    def spoil(root: Path) -> None:
        opened = openpyxl.load_workbook(root / file)
        new(opened.active)
        opened.save(root / file)
    return spoil


def both(*spoils: Spoil) -> Spoil:
    def spoil(root: Path) -> None:
        for one in spoils:
            one(root)
    return spoil


def put(*path: object, value: object) -> Callable[[object], None]:
    """Sets a place in a JSON document."""
    def new(said: object) -> None:
        for step in path[:-1]:
            said = said[step]
        said[path[-1]] = value
    return new


def drop(*path: object) -> Callable[[object], None]:
    def new(said: object) -> None:
        for step in path[:-1]:
            said = said[step]
        del said[path[-1]]
    return new


RSS, ATOM, FEED = "rss.xml", "atom.xml", "feed.json"
ICS, NOTICE = "scadenze.ics", "atti/sfalcio/index.html"
CSV, PACKAGE = "dati/atti.csv", "dati/datapackage.json"
TABLES = "dati/atti.xlsx"
OCDS, HISTORY = "atti/sfalcio/ocds.json", "atti/sfalcio/ocds-storia.json"
TTL, RDF, JSONLD = "dati/catalogo.ttl", "dati/catalogo.rdf", "dati/catalogo.jsonld"
API, PAGE, MANIFEST = "dati/openapi.json", "bandi/index.json", "edizione.json"
SECURITY = ".well-known/security.txt"
def twice(said: dict) -> None:
    said["items"] *= 26


def html(old: str, new: str) -> Spoil:
    return replace(RSS, old, new, 1)


# A package that says neither size nor hash: only the rows are wrong then.
careless = edit(PACKAGE, lambda said: [row.pop(name) for row in said["resources"] for name in ("bytes", "hash")] and None)


# judge, rule it must name, where, what is spoiled, how
SEEDS: list[tuple[str, str, str, str, Spoil]] = [
    ("feeds", "not-well-formed", RSS, "a feed cut short", replace(RSS, "</channel>", "")),
    ("feeds", "doctype", RSS, "a document type", replace(RSS, "<rss ", '<!DOCTYPE rss [<!ENTITY x "y">]>\n<rss ')),
    ("feeds", "bozo", RSS, "a feed no reader likes", replace(RSS, "<rss ", '<!DOCTYPE rss [<!ENTITY x "y">]>\n<rss ')),
    ("feeds", "not-json", FEED, "a JSON feed cut short", sub(FEED, r"\}\s*$", "")),
    ("feeds", "not-json", FEED, "a name twice in one object", replace(FEED, '"language"', '"title": "x", "language"', 1)),
    ("feeds", "rss", RSS, "another version of RSS", replace(RSS, 'version="2.0"', 'version="0.91"')),
    ("feeds", "no-feed", RSS, "a file called a feed that is none", write(RSS, '<?xml version="1.0" encoding="utf-8"?><a/>')),
    ("feeds", "no-feed", "", "no feed of the site", remove(RSS, ATOM, FEED)),
    ("feeds", "no-feed", "elenchi/2025/", "a list without a feed", remove("elenchi/2025/rss.xml", "elenchi/2025/atom.xml", "elenchi/2025/feed.json")),
    ("feeds", "feed-name", "bandi/avvisi.xml", "a feed of another name", lambda root: (root / "bandi/rss.xml").rename(root / "bandi/avvisi.xml") and None),
    ("feeds", "bom", RSS, "a byte-order mark", change(RSS, lambda raw: b"\xef\xbb\xbf" + raw)),
    ("feeds", "encoding", RSS, "no encoding", replace(RSS, ' encoding="utf-8"', "")),
    ("feeds", "size", ATOM, "a feed too heavy", replace(ATOM, "</feed>", "<!--" + "x" * 600_000 + "--></feed>")),
    ("feeds", "feed-schema", RSS, "an element RSS does not have", replace(RSS, "<language>", "<lingua>it</lingua><language>")),
    ("feeds", "feed-schema", RSS, "a guid that says it is a link", replace(RSS, 'isPermaLink="false"', 'isPermaLink="true"', 1)),
    ("feeds", "feed-schema", RSS, "two enclosures", sub(RSS, r"(<enclosure [^>]*>)", r"\1\1", 1)),
    ("feeds", "enclosure", RSS, "a file of ours without a size", sub(RSS, r' fileSize="\d+"', "", 1)),
    ("feeds", "feed-schema", ATOM, "an Atom entry without updated", sub(ATOM, r"<updated>[^<]*</updated>\n<link", "<link", 1)),
    ("feeds", "feed-schema", ATOM, "a title in HTML", replace(ATOM, "<title>Mensa", '<title type="html">Mensa')),
    ("feeds", "feed-schema", FEED, "a member JSON Feed does not have", edit(FEED, put("lingua", value="it"))),
    ("feeds", "feed-schema", FEED, "an item without text", edit(FEED, drop("items", 0, "content_html"))),
    ("feeds", "rss-required", RSS, "an item without title", replace(RSS, "<title>Mensa scolastica</title>", "")),
    ("feeds", "rss-required", RSS, "a channel without description", sub(RSS, r"<description>Gli.*?</description>", "")),
    ("feeds", "author", ATOM, "nobody wrote it", sub(ATOM, r"<author>.*?</author>", "")),
    ("feeds", "links", ATOM, "two ways to older items", sub(ATOM, r'(<link rel="prev-archive"[^>]*>)', r"\1\1")),
    ("feeds", "feed-lacks", FEED, "no language", edit(FEED, put("language", value=""))),
    ("feeds", "feed-lacks", ATOM, "an entry that leads nowhere", replace(ATOM, f'<link rel="alternate" type="text/html" href="{BASE}atti/mense/"/>', f'<link rel="related" href="{BASE}"/>')),
    ("feeds", "guid-twice", RSS, "two items with one guid", replace(RSS, ":mense<", ":sfalcio<")),
    ("feeds", "guid-twice", FEED, "two items with one id", edit(FEED, put("items", 1, "id", value="urn:trasparente:c_x999:sfalcio"))),
    ("feeds", "id-address", RSS, "an address for an id", replace(RSS, "urn:trasparente:c_x999:mense", f"{BASE}atti/mense/")),
    ("feeds", "id-address", ATOM, "an address for the feed's id", sub(ATOM, r"<id>urn[^<]*feed[^<]*", f"<id>{BASE}atom.xml")),
    ("feeds", "id-shape", FEED, "an id of one site only", edit(FEED, put("items", 1, "id", value="mense"))),
    ("feeds", "date", RSS, "a date of another format", sub(RSS, r"<pubDate>[^<]*", "<pubDate>2026-03-01", 1)),
    ("feeds", "date", RSS, "the wrong weekday", replace(RSS, "Sun, 01 Mar", "Tue, 01 Mar")),
    ("feeds", "date", RSS, "no offset", replace(RSS, "09:00:00 +0100", "09:00:00 -0000")),
    ("feeds", "date", ATOM, "no offset", replace(ATOM, "2026-01-15T08:30:00+01:00", "2026-01-15T08:30:00")),
    ("feeds", "date", FEED, "updated before it was published", edit(FEED, put("items", 0, "date_modified", value="2025-01-01T00:00:00Z"))),
    ("feeds", "future", RSS, "an item newer than its feed", replace(RSS, "Sun, 01 Mar 2026 09", "Tue, 03 Mar 2026 09")),
    ("feeds", "future", ATOM, "an entry newer than its feed", replace(ATOM, "2026-03-01T09", "2026-03-03T09")),
    ("feeds", "future", FEED, "an item after the moment of the site", replace(FEED, "2026-03-01T09", "2026-03-03T09")),
    ("feeds", "order", RSS, "oldest first", replace(RSS, "Thu, 15 Jan 2026", "Mon, 02 Mar 2026")),
    ("feeds", "order", FEED, "oldest first", edit(FEED, lambda said: said["items"].reverse())),
    ("feeds", "self-link", RSS, "a feed that thinks it is elsewhere", replace(RSS, "it/rss.xml", "it/bandi/rss.xml")),
    ("feeds", "self-link", FEED, "a feed that thinks it is elsewhere", replace(FEED, "it/feed.json", "it/bandi/feed.json")),
    ("feeds", "self-link", ATOM, "no self link", sub(ATOM, r'<link rel="self"[^>]*>', "")),
    ("feeds", "relative-link", RSS, "a relative link", replace(RSS, f"<link>{BASE}atti/mense/", "<link>/atti/mense/")),
    ("feeds", "relative-link", RSS, "a relative link in a text", html(f'href="{BASE}atti', 'href="/atti')),
    ("feeds", "relative-link", ATOM, "a relative link in a text", replace(ATOM, f'href=&quot;{BASE}', "href=&quot;/", 1)),
    ("feeds", "relative-link", FEED, "a relative link in a text", replace(FEED, f'href=\\"{BASE}', 'href=\\"/', 1)),
    ("feeds", "broken-link", RSS, "an item of a missing page", replace(RSS, f"<link>{BASE}atti/mense/", f"<link>{BASE}atti/manca/")),
    ("feeds", "active-content", RSS, "a script in a text", html("<p>Si", "<script>x()</script><p>Si")),
    ("feeds", "active-content", RSS, "a field to fill in", html("<p>Si", '<input type="text"><p>Si')),
    ("feeds", "active-content", ATOM, "a handler in a text", replace(ATOM, "&lt;p&gt;", "&lt;p onclick=&quot;x()&quot;&gt;", 1)),
    ("feeds", "active-content", FEED, "an address that runs", replace(FEED, f'href=\\"{BASE}', 'href=\\"javascript:', 1)),
    ("feeds", "double-escaped", RSS, "markup escaped twice", html("<p>Si", "&lt;p>Si")),
    ("feeds", "markup-in-title", FEED, "markup in a title", replace(FEED, "cigli & dei", "cigli &amp; dei")),
    ("feeds", "enclosure", RSS, "a wrong length", sub(RSS, r'fileSize="\d+"', 'fileSize="1"', 1)),
    ("feeds", "enclosure", ATOM, "a wrong length", sub(ATOM, r'length="\d+"', 'length="1"', 1)),
    ("feeds", "enclosure", FEED, "a wrong type", replace(FEED, '"text/csv"', '"text/plain"')),
    ("feeds", "enclosure", RSS, "a file that is not what its name says", write("atti/sfalcio/bando.pdf", "x" * len("%PDF-1.7\n% Testo integrale.\n"))),
    ("feeds", "enclosure", RSS, "an enclosure Media RSS does not have", sub(RSS, r"<media:content[^>]*bando[^>]*>", "")),
    ("feeds", "enclosure", ATOM, "an attachment twice", sub(ATOM, r'(<link rel="enclosure"[^>]*bando[^>]*>)', r"\1\1")),
    ("feeds", "too-many", FEED, "fifty-two items", edit(FEED, twice)),
    ("feeds", "empty", "bandi/rss.xml", "no item", sub("bandi/rss.xml", r"<item>.*</item>", "")),
    ("feeds", "lost-items", RSS, "an item feedparser finds no date in", sub(RSS, r"<pubDate>[^<]*</pubDate>", "", 1)),
    ("feeds", "missing-format", "bandi/atom.xml", "a feed in two formats only", remove("bandi/atom.xml")),
    ("feeds", "formats-differ", FEED, "another title", edit(FEED, put("items", 1, "title", value="Mensa"))),
    ("feeds", "formats-differ", FEED, "another date", replace(FEED, "2026-01-15T08:30", "2026-01-15T08:31")),
    ("feeds", "formats-differ", ATOM, "another link", replace(ATOM, f'href="{BASE}atti/mense/"', f'href="{BASE}atti/potature/"')),
    ("feeds", "formats-differ", FEED, "one item fewer", edit(FEED, drop("items", 1))),
    ("feeds", "formats-differ", FEED, "an attachment fewer", edit(FEED, drop("items", 0, "attachments", 1))),
    ("feeds", "formats-differ", FEED, "a feed of another name", edit(FEED, put("title", value="x"))),
    ("feeds", "formats-differ", FEED, "a feed of another page", edit(FEED, put("home_page_url", value=f"{BASE}bandi/"))),
    ("feeds", "announced", "", "a feed that is not there", replace("index.html", 'href="rss.xml"', 'href="manca.xml"')),
    ("feeds", "announced", "", "the wrong type", replace("index.html", "application/feed+json", "application/rss+xml")),
    ("feeds", "announced", "", "no title", replace("index.html", ' title="Tutti gli atti"', "", 1)),
    ("feeds", "announced", "elenchi/2026/", "two feeds of one name", replace("elenchi/2026/index.html", "Tutti gli atti, archivio 2026", "Anno 2026")),
    ("feeds", "unannounced", "bandi/feed.json", "a feed no page links", sub("bandi/index.html", r'<link rel="alternate" type="application/feed\+json"[^>]*>', "")),
    ("feeds", "albopop-noindex", RSS, "search engines kept out", replace(RSS, "<language>", '<meta xmlns="http://www.w3.org/1999/xhtml" name="robots" content="noindex"/><language>')),
    ("feeds", "albopop-required", RSS, "no kind of body", sub(RSS, r'<category domain="[^"]*channel-category-type">[^<]*</category>', "")),
    ("feeds", "albopop-required", RSS, "an item without uid", sub(RSS, r'<category domain="[^"]*item-category-uid">[^<]*</category>', "", 1)),
    ("feeds", "albopop-shape", RSS, "a uid of another shape", sub(RSS, r'(item-category-uid">)[^<]*', r"\1n. 7", 1)),
    ("feeds", "albopop-shape", RSS, "a latitude with a comma", replace(RSS, "45.6669", "45,6669")),
    ("feeds", "albopop-uid-twice", RSS, "one uid for two", sub(RSS, r'(item-category-uid">)[^<]*', r"\g<1>2026/1")),
    ("feeds", "albopop-category", RSS, "a category nobody knows", replace(RSS, "channel-category-latitude", "channel-category-lat")),
    ("feeds", "archive", "elenchi/2026/rss-1.xml", "an archive that does not say so", replace("elenchi/2026/rss-1.xml", "<fh:archive/>", "")),
    ("feeds", "archive", "elenchi/2026/atom-1.xml", "an archive of no feed", replace("elenchi/2026/atom-1.xml", f'rel="current" href="{BASE}atom.xml"', f'rel="current" href="{BASE}"')),
    ("feeds", "archive-chain", RSS, "an archive that is not there", replace(RSS, "elenchi/2026/rss-1.xml", "elenchi/2026/rss-2.xml")),
    ("feeds", "archive-chain", "elenchi/2025/rss-1.xml", "no way forward", sub("elenchi/2025/rss-1.xml", r'<atom:link rel="next-archive"[^>]*>', "")),
    ("feeds", "archive-chain", "elenchi/2026/atom-1.xml", "no way back", sub("elenchi/2026/atom-1.xml", r'<link rel="prev-archive"[^>]*>', "")),
    ("feeds", "archive-loop", "elenchi/2025/feed-1.json", "archives in a circle", edit("elenchi/2025/feed-1.json", put("next_url", value=f"{BASE}elenchi/2026/feed-1.json"))),
    ("feeds", "archive-lost", "elenchi/2025/feed-1.json", "an archive nobody leads to", edit("elenchi/2026/feed-1.json", drop("next_url"))),
    ("feeds", "archive-order", "elenchi/2025/feed-1.json", "an archive newer than the one after it", replace("elenchi/2025/feed-1.json", "2025-05-12T12:00:00+02:00", "2026-02-12T12:00:00+01:00")),
    ("feeds", "archive-twice", "elenchi/2025/feed-1.json", "an item in two archives", replace("elenchi/2025/feed-1.json", "c_x999:potature", "c_x999:mense")),
    ("feeds", "archive-gap", ATOM, "a notice in no archive", replace("elenchi/2025/atom-1.xml", "atti/potature/", "atti/mense/")),
    ("feeds", "no-archive", FEED, "a full feed without an archive", both(edit(FEED, twice), edit(FEED, drop("next_url")))),

    ("calendars", "no-calendar", ICS, "no calendar of the site", remove(ICS)),
    ("calendars", "bom", ICS, "a byte-order mark", change(ICS, lambda raw: b"\xef\xbb\xbf" + raw)),
    ("calendars", "crlf", ICS, "a line of another end", replace(ICS, "VERSION:2.0\r\n", "VERSION:2.0\n")),
    ("calendars", "ics-end", ICS, "a calendar cut short", replace(ICS, "END:VCALENDAR\r\n", "")),
    ("calendars", "folding", ICS, "a line too long", replace(ICS, "\r\n  è", " è")),
    ("calendars", "folding", ICS, "a character cut in two", change(ICS, lambda raw: raw.replace("è".encode(), b"\xc3\r\n \xa8", 1))),
    ("calendars", "utf8", ICS, "another encoding", change(ICS, lambda raw: raw.replace("è".encode(), b"\xe8"))),
    ("calendars", "ics-line", ICS, "a line that is no property", replace(ICS, "STATUS:CONFIRMED", "STATUS CONFIRMED", 1)),
    ("calendars", "ics-line", ICS, "a day that does not say it is one", replace(ICS, "DTSTART;VALUE=DATE:", "DTSTART:")),
    ("calendars", "ics-property", ICS, "an unknown property", replace(ICS, "STATUS:", "STATO:", 1)),
    ("calendars", "ics-escape", ICS, "a comma that is not escaped", replace(ICS, "cigli\\,", "cigli,")),
    ("calendars", "icalendar", ICS, "a date that is none", replace(ICS, "20260331T120000", "20260231T120000")),
    ("calendars", "icalendar", ICS, "two calendars", change(ICS, lambda raw: raw * 2)),
    ("calendars", "ics-required", ICS, "no PRODID", sub(ICS, r"PRODID[^\r]*\r\n", "")),
    ("calendars", "ics-required", ICS, "another version", replace(ICS, "VERSION:2.0", "VERSION:1.0")),
    ("calendars", "ics-required", ICS, "no SEQUENCE", replace(ICS, "SEQUENCE:1\r\n", "")),
    ("calendars", "ics-required", ICS, "no STATUS", replace(ICS, "STATUS:CONFIRMED\r\n", "", 1)),
    ("calendars", "ics-required", ICS, "no SUMMARY", replace(ICS, "SUMMARY:Apertura delle buste\r\n", "")),
    ("calendars", "method", ICS, "a METHOD", replace(ICS, "VERSION:2.0", "VERSION:2.0\r\nMETHOD:PUBLISH")),
    ("calendars", "uid-twice", ICS, "one UID for two", replace(ICS, "sfalcio.evento-1@", "sfalcio.presentazione-offerte-1@")),
    ("calendars", "uid", ICS, "a UID of one site only", replace(ICS, "UID:sfalcio.evento-1@c_x999.trasparente", "UID:1")),
    ("calendars", "uid", ICS, "a UID with the moment in it", replace(ICS, "sfalcio.evento-1@", "20260410T120000@")),
    ("calendars", "uid-differs", ICS, "an entry that is not the same everywhere", replace("atti/sfalcio/scadenze.ics", "SEQUENCE:1", "SEQUENCE:2")),
    ("calendars", "dtstamp", ICS, "a DTSTAMP of no zone", replace(ICS, "20260301T080000Z", "20260301T080000")),
    ("calendars", "sequence", ICS, "a negative SEQUENCE", replace(ICS, "SEQUENCE:1", "SEQUENCE:-1")),
    ("calendars", "status", ICS, "an unknown STATUS", replace(ICS, "STATUS:CONFIRMED", "STATUS:CHIUSO", 1)),
    ("calendars", "timezone", ICS, "a zone nobody explains", sub(ICS, r"BEGIN:VTIMEZONE.*END:VTIMEZONE\r\n", "")),
    ("calendars", "timezone", ICS, "a zone without rules", sub(ICS, r"BEGIN:DAYLIGHT.*END:STANDARD\r\n", "")),
    ("calendars", "floating", ICS, "a time of no zone", replace(ICS, "DTSTART;TZID=Europe/Rome:2026", "DTSTART:2026")),
    ("calendars", "dtend", ICS, "an end before the start", replace(ICS, "20260331T123000", "20260331T113000")),
    ("calendars", "dtend", ICS, "an end of another kind", replace(ICS, "DTEND;VALUE=DATE:20260411", "DTEND;TZID=Europe/Rome:20260411T120000")),
    ("calendars", "alarm", ICS, "an alarm by mail", replace(ICS, "ACTION:DISPLAY", "ACTION:EMAIL")),
    ("calendars", "alarm", ICS, "an alarm afterwards", replace(ICS, "TRIGGER:-P3D", "TRIGGER:P3D")),
    ("calendars", "alarm", ICS, "an alarm that shows nothing", replace(ICS, "DESCRIPTION:Offerte\r\n", "")),
    ("calendars", "relative-link", ICS, "a relative address", replace(ICS, f"URL:{BASE}", "URL:/")),
    ("calendars", "broken-link", ICS, "an address of nothing", replace(ICS, "atti/sfalcio/", "atti/manca/")),
    ("calendars", "section-events", ICS, "nothing in a section", sub("bandi/scadenze.ics", r"BEGIN:VEVENT.*END:VEVENT\r\n", "")),
    ("calendars", "section-events", ICS, "only in a section", sub(ICS, r"BEGIN:VEVENT.*END:VEVENT\r\n", "")),
    ("calendars", "empty", "atti/sfalcio/scadenze.ics", "no event", sub("atti/sfalcio/scadenze.ics", r"BEGIN:VEVENT.*END:VEVENT\r\n", "")),

    ("tables", "no-package", PACKAGE, "no package", remove(PACKAGE)),
    ("tables", "no-table", CSV, "no table of all notices", remove(CSV)),
    ("tables", "not-json", PACKAGE, "a package that is no JSON", write(PACKAGE, "{")),
    ("tables", "package", PACKAGE, "no licence", edit(PACKAGE, drop("licenses"))),
    ("tables", "package-path", PACKAGE, "a table that is not there", edit(PACKAGE, put("resources", 0, "path", value="manca.csv"))),
    ("tables", "package-path", PACKAGE, "a table of another host", edit(PACKAGE, put("resources", 0, "path", value="https://example.it/x.csv"))),
    ("tables", "frictionless", CSV, "a wrong size", edit(PACKAGE, put("resources", 0, "bytes", value=1))),
    ("tables", "frictionless", CSV, "a wrong hash", edit(PACKAGE, put("resources", 0, "hash", value="sha256:" + "0" * 64))),
    ("tables", "package-schema", PACKAGE, "a table without a schema", edit(PACKAGE, drop("resources", 0, "schema"))),
    ("tables", "package-schema", PACKAGE, "a schema that is not there", edit(PACKAGE, put("resources", 0, "schema", value="manca.json"))),
    ("tables", "frictionless", PACKAGE, "a type nobody knows", edit(PACKAGE, put("resources", 0, "schema", "fields", 1, "type", value="testo"))),
    ("tables", "package-schema", PACKAGE, "a column nobody explains", edit(PACKAGE, drop("resources", 0, "schema", "fields", 1, "title"))),
    ("tables", "frictionless", CSV, "an amount that is no number", both(replace(CSV, "41800.5", "molto"), careless)),
    ("tables", "frictionless", CSV, "an id twice", both(replace(CSV, "mense,", "sfalcio,"), careless)),
    ("tables", "undescribed", "dati/altro.csv", "a table nobody describes", write("dati/altro.csv", "a\r\n1\r\n")),
    ("tables", "utf8", CSV, "another encoding", change(CSV, lambda raw: raw.replace(b"Mensa", b"M\xe8nsa"))),
    ("tables", "crlf", CSV, "a line of another end", replace(CSV, "\r\n", "\n")),
    ("tables", "frictionless", CSV, "a cell too many", replace(CSV, "sfalcio,", "sfalcio,x,", 1)),
    ("tables", "frictionless", CSV, "a column without a name", replace(CSV, "titolo", "", 1)),
    ("tables", "csv", CSV, "a quote nobody closes", change(CSV, lambda raw: raw + b'"x')),
    ("tables", "formula", CSV, "a formula", replace(CSV, "Mensa", "=1+1")),
    ("tables", "formula", CSV, "a formula that starts with a minus", replace(CSV, "Mensa", "-cmd")),
    ("tables", "formula", TABLES, "a formula in a workbook", book(TABLES, lambda sheet: sheet.__setitem__("B2", "=1+1"))),
    ("tables", "header", CSV, "columns in another order", replace(CSV, "id,titolo", "titolo,id")),
    ("tables", "missing-format", "dati/atti.json", "no JSON", remove("dati/atti.json")),
    ("tables", "missing-format", TABLES, "no workbook", remove(TABLES)),
    ("tables", "missing-format", "dati/sezioni/gare.csv", "a workbook without a CSV", lambda root: shutil.copy(root / TABLES, root / "dati/sezioni/gare.xlsx") and None),
    ("tables", "json-rows", "dati/atti.json", "a row fewer", edit("dati/atti.json", lambda said: said[1:])),
    ("tables", "json-rows", "dati/atti.json", "no rows", write("dati/atti.json", '{"a": 1}')),
    ("tables", "json-value", "dati/atti.json", "an amount in words", edit("dati/atti.json", put(0, "importo", value="41800.5"))),
    ("tables", "json-value", "dati/atti.json", "another title", edit("dati/atti.json", put(0, "titolo", value="x"))),
    ("tables", "xlsx", TABLES, "a workbook nobody can open", write(TABLES, "PK")),
    ("tables", "xlsx-header", TABLES, "another header", book(TABLES, lambda sheet: sheet.__setitem__("B1", "x"))),
    ("tables", "xlsx-rows", TABLES, "a row fewer", book(TABLES, lambda sheet: sheet.delete_rows(2))),
    ("tables", "xlsx-number", TABLES, "an amount in words", book(TABLES, lambda sheet: sheet.__setitem__("D2", "41.800,50"))),
    ("tables", "xlsx-value", TABLES, "another amount", book(TABLES, lambda sheet: sheet.__setitem__("D2", 1))),
    ("tables", "xlsx-value", TABLES, "another title", book(TABLES, lambda sheet: sheet.__setitem__("B2", "x"))),

    ("xml", "not-well-formed", "figura.svg", "a broken picture", write("figura.svg", "<svg>")),
    ("xml", "no-sitemap", "sitemap.xml", "no site map", remove("sitemap.xml")),
    ("xml", "sitemap-schema", "sitemap-1.xml", "a date the schema forbids", replace("sitemap-1.xml", "2026-03-01", "01/03/2026")),
    ("xml", "sitemap-schema", "sitemap-1.xml", "an unknown element", replace("sitemap-1.xml", "</url>", "<nota>x</nota></url>")),
    ("xml", "sitemap-schema", "sitemap-1.xml", "two dates", replace("sitemap-1.xml", "</url>", "<lastmod>2026-03-01</lastmod></url>")),
    ("xml", "sitemap-schema", "sitemap.xml", "an index of something else", replace("sitemap.xml", "</sitemap>", "<priority>1</priority></sitemap>")),
    ("xml", "sitemap-loc", "sitemap-1.xml", "a missing page", replace("sitemap-1.xml", "atti/mense/", "atti/manca/")),
    ("xml", "sitemap-loc", "sitemap-1.xml", "a page of another host", replace("sitemap-1.xml", f"{BASE}atti/mense/", "https://altro.example.it/")),
    ("xml", "sitemap-loc", "sitemap.xml", "a part that is not there", replace("sitemap.xml", "sitemap-1.xml", "sitemap-2.xml")),
    ("xml", "sitemap-twice", "sitemap.xml", "a page twice", replace("sitemap-1.xml", "atti/mense/", "atti/sfalcio/")),
    ("xml", "sitemap-size", "sitemap-1.xml", "too many addresses", replace("sitemap-1.xml", "</urlset>", f"<url><loc>{BASE}</loc></url>" * 50_000 + "</urlset>")),
    ("xml", "no-l190", "dati/l190/", "no data set", remove("dati/l190")),
    ("xml", "l190", "dati/l190/2022.xml", "something else in its folder", write("dati/l190/2022.xml", "<a/>")),
    ("xml", "l190", "dati/l190/2023.xml", "another year", replace("dati/l190/2023.xml", "<annoRiferimento>2023", "<annoRiferimento>2022")),
    ("xml", "l190", "dati/l190/2023.xml", "a lot twice", sub("dati/l190/2023.xml", r"(<lotto>.*</lotto>)", r"\1\1")),
    ("xml", "l190-schema", "dati/l190/2023.xml", "a way of choosing that is not in the list", replace("dati/l190/2023.xml", "23-AFFIDAMENTO DIRETTO", "AFFIDAMENTO")),
    ("xml", "l190-schema", "dati/l190/indice.xml", "an index without a date", sub("dati/l190/indice.xml", r"<dataPubblicazioneIndice>.*</dataPubblicazioneIndice>", "")),
    ("xml", "l190-address", "dati/l190/2023.xml", "a data set that thinks it is elsewhere", replace("dati/l190/2023.xml", "l190/2023.xml", "2023.xml")),
    ("xml", "l190-index", "dati/l190/indice.xml", "no index", remove("dati/l190/indice.xml")),
    ("xml", "broken-link", "dati/l190/indice.xml", "an index of nothing", replace("dati/l190/indice.xml", "2023.xml", "2021.xml")),

    ("wellknown", "no-robots", "robots.txt", "no robots.txt", remove("robots.txt")),
    ("wellknown", "robots-disallow", "robots.txt", "a closed folder", replace("robots.txt", "Allow: /", "Disallow: /allegati/")),
    ("wellknown", "robots-shut", "robots.txt", "a crawler shut out", replace("robots.txt", "Sitemap", "User-agent: Googlebot\nDisallow: /\n\nSitemap")),
    ("wellknown", "robots-sitemap", "robots.txt", "no site map named", sub("robots.txt", "Sitemap.*", "")),
    ("wellknown", "security", SECURITY, "nobody to write to", sub(SECURITY, "Contact.*?\n", "")),
    ("wellknown", "security", SECURITY, "an address without a scheme", replace(SECURITY, "mailto:", "")),
    ("wellknown", "security", SECURITY, "no end", sub(SECURITY, "Expires.*?\n", "")),
    ("wellknown", "security", SECURITY, "an end in the past", replace(SECURITY, "2026-12-31T", "2026-01-31T")),
    ("wellknown", "security", SECURITY, "an end far away", replace(SECURITY, "2026-12-31T", "2036-12-31T")),
    ("wellknown", "security", SECURITY, "an end that is no date", replace(SECURITY, "2026-12-31T23:59:59Z", "31/12/2026")),
    ("wellknown", "security", SECURITY, "a field nobody knows", change(SECURITY, lambda raw: raw + b"Telefono: 06\n")),
    ("wellknown", "security", SECURITY, "another place", replace(SECURITY, "it/.well-known/", "it/")),
    ("wellknown", "broken-link", SECURITY, "a policy that is not there", change(SECURITY, lambda raw: raw + f"Policy: {BASE}manca/\n".encode())),
    ("wellknown", "security", "security.txt", "the old place", write("security.txt", "x")),
    ("wellknown", "no-opensearch", "opensearch.xml", "no description of the search", remove("opensearch.xml")),
    ("wellknown", "opensearch", "opensearch.xml", "another root", replace("opensearch.xml", "OpenSearchDescription", "Ricerca")),
    ("wellknown", "opensearch", "opensearch.xml", "a name too long", replace("opensearch.xml", ">Trasparenza<", ">Amministrazione trasparente<")),
    ("wellknown", "opensearch", "opensearch.xml", "no description", sub("opensearch.xml", "<Description>.*</Description>", "")),
    ("wellknown", "opensearch", "opensearch.xml", "nowhere to put the words", replace("opensearch.xml", "{searchTerms}", "x")),
    ("wellknown", "broken-link", "opensearch.xml", "a search that is not there", replace("opensearch.xml", "/cerca/", "/trova/")),
    ("wellknown", "opensearch", "", "a search nobody announces", replace("index.html", 'rel="search"', 'rel="help"')),
    ("wellknown", "not-well-formed", "opensearch.xml", "a description cut short", replace("opensearch.xml", "</Open", "</Opem")),

    ("ocds", "no-ocds", "atti/", "no contracting data", remove(OCDS, HISTORY)),
    ("ocds", "not-json", OCDS, "a package cut short", write(OCDS, "{")),
    ("ocds", "ocds-package", "dati/atti.json", "an ocid outside of a package", replace("dati/atti.json", '"titolo"', '"ocid"')),
    ("ocds", "ocds-package", HISTORY, "a release package called history", lambda root: shutil.copy(root / OCDS, root / HISTORY) and None),
    ("ocds", "ocds-schema", OCDS, "no publisher", edit(OCDS, drop("publisher"))),
    ("ocds", "ocds-schema", OCDS, "a date without a zone", edit(OCDS, put("releases", 0, "date", value="2026-03-01"))),
    ("ocds", "ocds-schema", HISTORY, "an amount in words", edit(HISTORY, put("records", 0, "compiledRelease", "tender", "value", "amount", value="41800.5"))),
    ("ocds", "ocds-uri", OCDS, "a package that thinks it is elsewhere", edit(OCDS, put("uri", value=BASE))),
    ("ocds", "ocds-uri", OCDS, "another version", edit(OCDS, put("version", value="1.0"))),
    ("ocds", "ocds-extension", OCDS, "an extension", edit(OCDS, put("extensions", value=["https://example.it/extension.json"]))),
    ("ocds", "ocds-licence", OCDS, "no licence", edit(OCDS, drop("license"))),
    ("ocds", "ocds-unknown", OCDS, "a field the standard does not have", edit(OCDS, put("releases", 0, "tender", "cig", value="x"))),
    ("ocds", "ocds-unknown", HISTORY, "a field the standard does not have", edit(HISTORY, put("records", 0, "compiledRelease", "cup", value="x"))),
    ("ocds", "ocds-deprecated", OCDS, "a deprecated field", edit(OCDS, put("releases", 0, "tender", "amendment", value={"rationale": "x"}))),
    ("ocds", "ocds-empty", OCDS, "an empty field", edit(OCDS, put("releases", 0, "tender", "description", value=""))),
    ("ocds", "ocds-empty", OCDS, "an empty list", edit(OCDS, put("releases", 0, "awards", value=[]))),
    ("ocds", "ocds-code", OCDS, "a code of no closed list", edit(OCDS, put("releases", 0, "tender", "status", value="aperto"))),
    ("ocds", "ocds-code", OCDS, "a code of no open list", edit(OCDS, put("releases", 0, "tender", "documents", 0, "documentType", value="bando"))),
    ("ocds", "ocds-id-twice", OCDS, "two releases with one id", edit(OCDS, put("releases", 1, "id", value="sfalcio-1"))),
    ("ocds", "ocds-id-twice", OCDS, "two documents with one id", edit(OCDS, lambda said: said["releases"][0]["tender"]["documents"].append({"id": "1"}))),
    ("ocds", "ocds-ocid", OCDS, "no prefix", replace(OCDS, "ocds-abc123-", "")),
    ("ocds", "ocds-ocid", OCDS, "ANAC's prefix", replace(OCDS, "ocds-abc123-", "ocds-hu01ve-")),
    ("ocds", "ocds-id", OCDS, "a hash in an id", edit(OCDS, put("releases", 0, "id", value="a#b"))),
    ("ocds", "broken-link", OCDS, "a document that is not there", replace(OCDS, "bando.pdf", "manca.pdf")),
    ("ocds", "ocds-order", OCDS, "newest first", edit(OCDS, lambda said: said["releases"].reverse())),
    ("ocds", "ocds-order", HISTORY, "newest first", edit(HISTORY, lambda said: said["records"][0]["releases"].reverse())),
    ("ocds", "ocds-versioned", HISTORY, "a versioned release", edit(HISTORY, put("records", 0, "versionedRelease", value={"ocid": "x"}))),
    ("ocds", "ocds-record", HISTORY, "no compiled release", edit(HISTORY, drop("records", 0, "compiledRelease"))),
    ("ocds", "ocds-record", HISTORY, "links for releases", edit(HISTORY, put("records", 0, "releases", value=[{"url": f"{BASE}atti/sfalcio/ocds.json#1", "date": "2026-03-01T09:00:00Z"}]))),
    ("ocds", "ocds-record", HISTORY, "a record of another process", edit(HISTORY, put("records", 0, "ocid", value="ocds-abc123-altro"))),
    ("ocds", "ocds-compiled", HISTORY, "an amendment forgotten", edit(HISTORY, drop("records", 0, "compiledRelease", "tender", "amendments"))),
    ("ocds", "ocds-compiled", HISTORY, "an old deadline", edit(HISTORY, put("records", 0, "compiledRelease", "tender", "tenderPeriod", "endDate", value="2026-03-20T12:00:00+01:00"))),
    ("ocds", "ocds-compiled", HISTORY, "a compiled release that does not say so", edit(HISTORY, put("records", 0, "compiledRelease", "tag", value=["tender"]))),
    ("ocds", "ocds-merge", HISTORY, "a release that cannot be merged", edit(HISTORY, put("records", 0, "releases", 1, "date", value=None))),
    ("ocds", "ocds-twin", OCDS, "no history", remove(HISTORY)),
    ("ocds", "ocds-twin", OCDS, "a history without its releases", remove(OCDS)),
    ("ocds", "ocds-twin", OCDS, "a history that forgets", edit(HISTORY, drop("records", 0, "releases", 1))),
    ("ocds", "ocds-differ", OCDS, "a history that tells otherwise", edit(HISTORY, put("records", 0, "releases", 1, "language", value="en"))),

    ("rdf", "no-catalogue", RDF, "no RDF/XML", remove(RDF)),
    ("rdf", "no-catalogue", TTL, "no catalogue in it", replace(TTL, "a dcat:Catalog, dcatapit:Catalog", "a dcat:Resource")),
    ("rdf", "not-well-formed", RDF, "RDF/XML cut short", replace(RDF, "</rdf:RDF>", "")),
    ("rdf", "not-json", JSONLD, "JSON-LD cut short", write(JSONLD, "{")),
    ("rdf", "rdf-parse", TTL, "Turtle cut short", change(TTL, lambda raw: raw[:-40])),
    ("rdf", "rdf-parse", TTL, "nothing", write(TTL, "")),
    ("rdf", "jsonld-expand", JSONLD, "a context of another host", edit(JSONLD, put("@context", value="https://example.it/context.jsonld"))),
    ("rdf", "jsonld-expand", JSONLD, "nothing", write(JSONLD, "{}")),
    ("rdf", "jsonld-dropped", JSONLD, "a name without a meaning", edit(JSONLD, put("@graph", 0, "titolo", value="x"))),
    ("rdf", "rdf-term", TTL, "a property nobody knows", replace(TTL, "dcat:byteSize", "dcat:bytes")),
    ("rdf", "rdf-term", TTL, "a class nobody knows", replace(TTL, "dcatapit:Dataset", "dcatapit:DataSet")),
    ("rdf", "rdf-iri", RDF, "an IRI that is none", replace(RDF, 'rdf:about="' + BASE + 'dati/catalogo#csv"', 'rdf:about="https://a b"', 1)),
    ("rdf", "rdf-literal", TTL, "a date that is none", replace(TTL, '"2026-03-01"^^xsd:date', '"1 marzo"^^xsd:date', 1)),
    ("rdf", "rdf-literal", TTL, "a title of no language", replace(TTL, '"Atti"@it', '"Atti"')),
    ("rdf", "rdf-literal", TTL, "an empty text", replace(TTL, '"Tutti gli atti"@it', '""@it')),
    ("rdf", "rdf-differ", RDF, "another graph", replace(RDF, ">Atti<", ">Avvisi<")),
    ("rdf", "rdf-differ", JSONLD, "another graph", replace(JSONLD, '"Tutti gli atti"', '"Nulla"')),
    ("rdf", "broken-link", TTL, "a file that is not there", replace(TTL, f"<{BASE}dati/atti.json>", f"<{BASE}dati/manca.json>")),
    ("rdf", "rdf-bytes", TTL, "a wrong size", sub(TTL, r"byteSize \d+", "byteSize 1", 1)),
    ("rdf", "rdf-gap", "dati/sezioni/bandi.csv", "a table nobody tells of", replace(TTL, "dcat:downloadURL <" + BASE + "dati/sezioni/bandi.csv>", "dcat:downloadURL <" + BASE + "dati/atti.csv>")),
    *(("rdf", "dcat-ap-it", TTL, f"a catalogue, data set or file without {what}", sub(TTL, pattern, "", 1)) for what, pattern in (
        ("title", r'dct:title "Catalogo"@it ;'), ("description", r'dct:description "I dati aperti"@it ;'), ("publisher", r"dct:publisher <[^>]*> ;"),
        ("date", r'dct:modified "2026-03-01"\^\^xsd:date ;'), ("language", r"dct:language <[^>]*> ;"), ("home page", r"foaf:homepage <[^>]*> ;"), ("themes", r"dcat:themeTaxonomy <[^>]*> ;"),
        ("identifier", r'dct:identifier "c_x999:atti" ;'), ("theme", r"dcat:theme <[^>]*> ;"), ("rights holder", r"dct:rightsHolder <[^>]*> ;"),
        ("frequency", r"dct:accrualPeriodicity <[^>]*> ;"), ("contact", r"dcat:contactPoint <[^>]*> ;"), ("address to write to", r"; vcard:hasEmail <[^>]*>"),
        ("format", r"dct:format <[^>]*> ;"), ("access", r"dcat:accessURL <[^>]*> ;"), ("download", r"dcat:downloadURL <[^>]*> ;"), ("licence", r"dct:license <[^>]*> ;"),
        ("body's identifier", r'dct:identifier "c_x999" ;'), ("the Italian type", r", dcatapit:Dataset"))),
    ("rdf", "dcat-ap-it", TTL, "a format of another list", replace(TTL, "file-type/CSV", "file-type/csv!")),
    ("rdf", "dcat-ap-it", TTL, "a theme of another list", replace(TTL, "data-theme/GOVE", "data-theme/GARE")),

    ("jsonld", "no-jsonld", "atti/sfalcio/", "a notice without data", sub(NOTICE, r"<script.*</script>", "")),
    ("jsonld", "not-json", "atti/sfalcio/", "data that are no JSON", replace(NOTICE, '{"@context"', '{@context')),
    ("jsonld", "jsonld-context", "atti/sfalcio/", "a context over http", replace(NOTICE, "https://schema.org", "http://schema.org")),
    ("jsonld", "jsonld-dropped", "atti/sfalcio/", "a property nobody knows", replace(NOTICE, '"datePublished"', '"dataPubblicazione"')),
    ("jsonld", "jsonld-property", "atti/sfalcio/", "a property of another type", replace(NOTICE, '"datePublished"', '"birthDate"')),
    ("jsonld", "jsonld-range", "atti/sfalcio/", "a thing of another kind", replace(NOTICE, '"publisher": {"@type": "GovernmentOrganization"', '"publisher": {"@type": "DigitalDocument"')),
    ("jsonld", "jsonld-range", "atti/sfalcio/", "a text where a thing is wanted", sub(NOTICE, r'"publisher": \{[^}]*\}', '"publisher": "Comune"')),
    ("jsonld", "jsonld-type", "atti/sfalcio/", "a type nobody knows", replace(NOTICE, '"DigitalDocument"', '"Tender"')),
    ("jsonld", "jsonld-type", "atti/sfalcio/", "a thing without a type", replace(NOTICE, '"@type": "GovernmentOrganization", ', "")),
    ("jsonld", "jsonld-expand", "atti/sfalcio/", "an id that is none", replace(NOTICE, '"@id": "' + BASE + 'atti/sfalcio/", ', '"@id": 7, ')),
    ("jsonld", "jsonld-reference", "atti/sfalcio/", "a thing that is nowhere", replace(NOTICE, '#atto", "name"', '#documento", "name"')),
    ("jsonld", "jsonld-value", "atti/sfalcio/", "a date as people write it", replace(NOTICE, '"2026-03-01"', '"1 marzo 2026"')),
    ("jsonld", "jsonld-value", "atti/sfalcio/", "a number in words", replace(NOTICE, '"datePublished"', '"copyrightYear": "duemila", "datePublished"')),
    ("jsonld", "jsonld-value", "atti/sfalcio/", "neither true nor false", replace(NOTICE, '"datePublished"', '"isAccessibleForFree": "sì", "datePublished"')),
    ("jsonld", "jsonld-value", "atti/sfalcio/", "an empty value", replace(NOTICE, '"name": "Comune di Esempio"', '"name": ""')),
    ("jsonld", "jsonld-value", "atti/sfalcio/", "a relative address", replace(NOTICE, f'"url": "{BASE}atti', '"url": "/atti')),
    ("jsonld", "broken-link", "atti/sfalcio/", "an address of nothing", replace(NOTICE, f'"url": "{BASE}atti/sfalcio/', f'"url": "{BASE}atti/manca/')),

    ("api", "no-openapi", API, "no description", remove(API)),
    ("api", "openapi", API, "another version", edit(API, put("openapi", value="3.0.3"))),
    ("api", "openapi", API, "a description without a title", edit(API, drop("info", "title"))),
    ("api", "openapi", API, "a parameter nobody defines", edit(API, drop("paths", "/atti/{id}/index.json", "parameters"))),
    ("api", "openapi", API, "another server", edit(API, put("servers", 0, "url", value="https://example.it"))),
    ("api", "openapi", API, "a path without a schema", edit(API, drop("paths", "/index.json", "get", "responses", "200", "content"))),
    ("api", "no-json", "bandi/", "a page without JSON", remove(PAGE)),
    ("api", "no-json", "altro/index.json", "JSON without a page", write("altro/index.json", "{}")),
    ("api", "not-json", PAGE, "JSON cut short", write(PAGE, "{")),
    ("api", "undescribed", "atti/sfalcio/index.json", "a path nobody describes", edit(API, lambda said: said["paths"].pop("/atti/{id}/index.json") and said["paths"].pop("/{sezione}/index.json") and None)),
    ("api", "api-schema", PAGE, "a title that is no text", edit(PAGE, put("titolo", value=7))),
    ("api", "api-schema", PAGE, "a title missing", edit(PAGE, drop("titolo"))),
    ("api", "api-schema", "dati/atti.json", "a row without id", edit("dati/atti.json", drop(0, "id"))),
    ("api", "api-undescribed", PAGE, "a name in no schema", edit(PAGE, put("altro", value=1))),
    ("api", "api-self", PAGE, "JSON of another page", edit(PAGE, put("indirizzo", value=BASE))),
    ("api", "broken-link", PAGE, "a link to nothing", replace(PAGE, "atti/mense/", "atti/manca/")),
    ("api", "api-path", API, "a path of nothing", edit(API, lambda said: said["paths"].update({"/manca.json": said["paths"]["/index.json"]}))),

    ("manifest", "no-manifest", MANIFEST, "no manifest", remove(MANIFEST)),
    ("manifest", "not-json", MANIFEST, "a manifest cut short", write(MANIFEST, "{")),
    ("manifest", "manifest", MANIFEST, "no commit", edit(MANIFEST, drop("commit"))),
    ("manifest", "manifest", MANIFEST, "a commit that is none", edit(MANIFEST, put("commit", value="ieri"))),
    ("manifest", "manifest", MANIFEST, "no moment", edit(MANIFEST, drop("modificata"))),
    ("manifest", "manifest", MANIFEST, "a file outside", edit(MANIFEST, put("file", 0, "percorso", value="../x"))),
    ("manifest", "manifest", MANIFEST, "no list", edit(MANIFEST, drop("file"))),
    ("manifest", "manifest", MANIFEST, "a file twice", edit(MANIFEST, lambda said: said["file"].append(said["file"][0]))),
    ("manifest", "manifest-gap", "nuovo.txt", "a file nobody lists", write("nuovo.txt", "x")),
    ("manifest", "manifest-missing", "robots.txt", "a file that is not there", remove("robots.txt")),
    ("manifest", "manifest-size", "robots.txt", "a wrong size", edit(MANIFEST, lambda said: next(row for row in said["file"] if row["percorso"] == "robots.txt").update(byte=1))),
    ("manifest", "manifest-hash", "robots.txt", "a changed file", change("robots.txt", lambda raw: raw.replace(b"Allow", b"allow"))),
    ("manifest", "manifest-since", "robots.txt", "a date that is none", edit(MANIFEST, lambda said: next(row for row in said["file"] if row["percorso"] == "robots.txt").update(dal="ieri"))),
    ("manifest", "manifest-since", "robots.txt", "a date to come", edit(MANIFEST, lambda said: next(row for row in said["file"] if row["percorso"] == "robots.txt").update(dal="2026-03-03T09:00:00+01:00"))),
]


# ── the test ──


def rules() -> set[tuple[str, str]]:
    """Every rule the judges have, by the file it is in."""
    found = set()
    for file in HERE.glob("*.py"):
        if file.name not in ("selftest.py", "goodsite.py", "common.py"):
            found.update((file.stem, rule) for rule in re.findall(r"report\.fault\(\s*\"([\w-]+)\"", file.read_text("utf-8")))
    return found


def said_by(name: str, root: Path) -> list[str]:
    return [f"{rule} {where}" for rule, where, _ in ask(name, Site(root)).faults]


def judge_good(scratch: Path) -> list[str]:
    wrong = []
    for count, base in enumerate((BASE, "https://www.comune.example.it/trasparenza/")):
        root = scratch / f"good-{count}"
        write_good_site(root, base)
        for name in JUDGES:
            report = ask(name, Site(root))
            if report.faults or not report.looked:
                wrong.append(f"{name} at {base}: {list(report.lines())}")
    return wrong


def judge_seed(good: Path, scratch: Path, seed: tuple[str, str, str, str, Spoil]) -> str | None:
    name, rule, where, title, spoil = seed
    root = scratch / "spoiled"
    shutil.copytree(good, root)
    try:
        spoil(root)
        faults = said_by(name, root)
    except Exception as error:
        return f"{name} on {title}: {type(error).__name__}: {error}"
    finally:
        shutil.rmtree(root)
    if not any(re.fullmatch(rf"{rule} /{re.escape(where)}(:\d+)?", fault) for fault in faults):
        return f"{name} does not see {title}: expected {rule} /{where}, got {faults[:5] or 'nothing'}"
    return None


def judge_commands(good: Path, scratch: Path) -> list[str]:
    wrong = []
    spoiled, empty = scratch / "command", scratch / "empty"
    shutil.copytree(good, spoiled)
    (spoiled / "robots.txt").unlink()
    empty.mkdir()
    for title, arguments, code, line in (
        ("a good site", [good], 0, r"^wellknown: 3 passed, 0 failed$"),
        ("a fault", [spoiled, "--only", "wellknown"], 1, r"^FAULT no-robots /robots\.txt "),
        ("no folder", [good / "manca"], 2, r"^ERROR machines "),
        ("no site", [empty], 2, r"^ERROR machines "),
        ("an unknown judge", [good, "--only", "altro"], 2, r"altro"),
        ("an unknown absence", [good, "--without", "altro"], 2, r"altro"),
    ):
        asked = subprocess.run([sys.executable, RUNNER, *arguments], capture_output=True, text=True)
        out = asked.stdout + asked.stderr
        if asked.returncode != code or not re.search(line, out, re.M):
            wrong.append(f"machines.py on {title}: exit {asked.returncode}, not {code}\n{out}")
    broken = subprocess.run([sys.executable, RUNNER, good, "--only", "xml"], capture_output=True, text=True, env={"PATH": str(empty)})
    if broken.returncode != 2 or "ERROR xml xmllint" not in broken.stdout:
        wrong.append(f"machines.py without xmllint: exit {broken.returncode}, not 2\n{broken.stdout}")
    lacking = scratch / "lacking"
    shutil.copytree(good, lacking)
    remove("dati", "opensearch.xml", OCDS, HISTORY, MANIFEST, ICS)(lacking)
    for page in lacking.rglob("index.json"):
        page.unlink()
    asked = subprocess.run([sys.executable, RUNNER, lacking, "--without", "api,calendars,l190,manifest,ocds,opensearch,rdf,tables"], capture_output=True, text=True)
    if asked.returncode != 0:
        wrong.append(f"machines.py on a site that may lack things: exit {asked.returncode}, not 0\n{asked.stdout}")
    return wrong


def main() -> int:
    word = sys.argv[1] if len(sys.argv) > 1 else ""
    seeds = [seed for seed in SEEDS if word in " ".join(seed[:4])]
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        wrong = judge_good(scratch)
        good = scratch / "good-0"
        wrong += filter(None, (judge_seed(good, scratch, seed) for seed in seeds))
        if not word:
            wrong += judge_commands(good, scratch)
            sown = {(Path(JUDGES[seed[0]].rpartition(".")[2]).name, seed[1]) for seed in SEEDS}
            wrong += [f"{file}.py: no seed for {rule}" for file, rule in sorted(rules() - sown)]
    for line in wrong:
        print(f"FAIL {line}")
    print(f"selftest: {len(seeds)} seeds in a good site, {len(wrong)} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
