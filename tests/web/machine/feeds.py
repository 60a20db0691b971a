"""Feeds in three formats (RSS 2.0, Atom 1.0, JSON Feed 1.1): each by itself, the three against each other, the pages that
announce them, the archives behind them (RFC 5005), and the RSS as AlboPOP wants it.

A folder has `rss.xml`, `atom.xml` and `feed.json`, or none; archive documents are `rss-1.xml`, `atom-1.xml`, `feed-1.json`, …
"""

import csv
import json
import mimetypes
import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from pathlib import Path

import feedparser
import jsonschema
import lxml.html
from lxml import etree

from .common import SCHEMAS, Report, Site, absolute, check_address, read_json, read_xml, rfc822, rfc3339

ATOM = "{http://www.w3.org/2005/Atom}"
HISTORY = "{http://purl.org/syndication/history/1.0}"
MEDIA = "{http://search.yahoo.com/mrss/}"
XHTML = "{http://www.w3.org/1999/xhtml}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
JSON_VERSION = b"https://jsonfeed.org/version/"
ALBOPOP = "http://albopop.it/specs#"

NAMES = {"rss": "rss{}.xml", "atom": "atom{}.xml", "json": "feed{}.json"}
TYPES = {"rss": "application/rss+xml", "atom": "application/atom+xml", "json": "application/feed+json"}
FOLLOWED = re.compile(r"/(ricevi-gli-avvisi/.*)?[^/]+")  # feeds that can be followed before there is anything in them
ITEMS = 50  # of one document
UNKNOWN = "application/octet-stream"
KIB = 512  # what one document weighs at most
ACTIVE = {"script", "iframe", "object", "embed", "applet", "form", "input", "button", "style", "link", "meta", "base", "frame"}
ADDRESSES = {"href", "src", "poster", "data", "action", "cite", "background"}
SCHEMES = ("https:", "http:", "mailto:", "tel:")

# What AlboPOP calls the categories of a channel and of an item; the first of each have to be there.
CHANNEL = ["type", "name", "uid", "country", "region", "province", "municipality", "latitude", "longitude"]
CHANNEL_NEEDS = CHANNEL[:2]
ITEM = ["uid", "type", "pubStart", "pubEnd", "relStart", "exeStart", "chapter", "unit", "amount", "currency", "annotation",
        "country", "region", "province", "municipality", "latitude", "longitude"]
ALBOPOP_DATES = {"pubStart", "pubEnd", "relStart", "exeStart"}
ALBOPOP_NUMBERS = {"latitude", "longitude", "amount"}

MORE_TYPES = {
    ".7z": "application/x-7z-compressed", ".csv": "text/csv", ".dwg": "image/vnd.dwg", ".epub": "application/epub+zip",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".ics": "text/calendar",
    ".geojson": "application/geo+json", ".md": "text/markdown", ".odp": "application/vnd.oasis.opendocument.presentation",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet", ".odt": "application/vnd.oasis.opendocument.text",
    ".p7m": "application/pkcs7-mime", ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".rtf": "application/rtf", ".webp": "image/webp", ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xml": "application/xml", ".zip": "application/zip",
}
GUESSED = mimetypes.MimeTypes(filenames=())
SAME_TYPES = [{"application/xml", "text/xml"}, {"application/rtf", "text/rtf"}, {"application/zip", "application/x-zip-compressed"}]
MAGIC = {"application/pdf": b"%PDF-", "image/png": b"\x89PNG", "image/jpeg": b"\xff\xd8\xff", "application/zip": b"PK"}


@dataclass
class Item:
    """What every format says of a notice."""

    id: str
    link: str
    title: str
    published: datetime | None
    updated: datetime | None
    html: str
    attachments: list[tuple[str, str, str]]  # address, length, type
    line: int

    @property
    def told(self) -> list[tuple[str, str, str]]:
        """Its attachments; JSON Feed has to give a type where the others may leave an unknown one out."""
        return [(address, length, "" if kind == UNKNOWN else kind) for address, length, kind in self.attachments]


@dataclass
class Feed:
    where: str
    form: str
    title: str
    language: str
    home: str
    own: str  # where it says it is
    updated: datetime | None
    prev: str | None  # towards older items; JSON Feed calls it `next_url`
    next: str | None
    current: str | None
    archive: bool
    items: list[Item] = field(default_factory=list)

    def place(self, item: Item) -> str:
        return f"{self.where}:{item.line}" if item.line else self.where


def judge(site: Site, report: Report) -> None:
    feeds = {}
    for path in site.files(".xml", ".json"):
        feed = read(site, report, path)
        if feed:
            feeds[feed.where] = feed
            judge_feed(site, report, feed)
    judge_formats(site, report, feeds)
    judge_places(site, report, feeds)
    judge_announcements(site, report, feeds)
    judge_archives(site, report, feeds)
    count = Counter(feed.form for feed in feeds.values())
    report.note(f"{count['rss']} RSS, {count['atom']} Atom, {count['json']} JSON Feed, {sum(len(feed.items) for feed in feeds.values())} items")


# ── reading ──


def read(site: Site, report: Report, path: Path) -> Feed | None:
    """The feed in a file, if there is one; faults for what is wrong with the file itself."""
    where, raw = site.where(path), path.read_bytes()
    named = next((form for form, name in NAMES.items() if re.fullmatch(name.format(r"(-\d+)?"), path.name)), None)
    head = raw[:2000]
    found = bool(re.search(rb"<(\w+:)?(rss|feed)[\s>]", head)) if path.suffix == ".xml" else JSON_VERSION in raw.replace(rb"\/", b"/")
    if not found and not named:
        return None
    report.look(where)
    if raw.startswith(b"\xef\xbb\xbf"):
        report.fault("bom", where, "starts with a byte-order mark")
    if len(raw) > KIB * 1024:
        report.fault("size", where, f"{len(raw) // 1024} KiB, {KIB} at most")
    if path.suffix == ".json":
        feed = read_json_feed(report, path, where)
    else:
        if not re.match(rb"(\xef\xbb\xbf)?<\?xml[^>]+encoding=[\"']utf-8[\"']", raw, re.I):
            report.fault("encoding", where, "does not declare UTF-8")
        root = read_xml(report, path, where)
        if root is None:
            return None
        if root.getroottree().docinfo.doctype:
            report.fault("doctype", where, "has a document type, which readers refuse")
        feed = read_rss(report, root, where) if root.tag == "rss" else read_atom(report, root, where) if root.tag == f"{ATOM}feed" else None
        if feed:
            ask_feedparser(report, feed, raw)
    if feed is None and found and path.suffix == ".xml":
        report.fault("rss", where, "neither RSS 2.0 with a channel nor Atom")
    elif feed is None and named:
        report.fault("no-feed", where, "is called a feed and is none")
    elif feed and feed.form != named:
        report.fault("feed-name", where, f"a feed of this format is called {NAMES[feed.form].format('')} or {NAMES[feed.form].format('-1')}")
    return feed


@cache
def grammar_of(name: str) -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(SCHEMAS / name))


@cache
def json_schema() -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(json.loads((SCHEMAS / "jsonfeed-1.1.json").read_bytes()), format_checker=jsonschema.FormatChecker())


def against(report: Report, schema: str, root: etree._Element, where: str) -> None:
    """An XML feed against its grammar."""
    grammar = grammar_of(schema)
    if not grammar.validate(root):
        for error in list(grammar.error_log)[:5]:
            report.fault("feed-schema", f"{where}:{error.line}" if error.line else where, error.message)


def moment(report: Report, where: str, text: str | None, reader) -> datetime | None:
    if not (text or "").strip():
        return None
    try:
        return reader(text)
    except ValueError as error:
        report.fault("date", where, error)
        return None


def links(element: etree._Element, rel: str) -> list[str]:
    return [link.get("href") or "" for link in element.findall(f"{ATOM}link") if link.get("rel", "alternate") == rel]


def only(found: list[str], report: Report, where: str, rel: str) -> str | None:
    if len(found) > 1:
        report.fault("links", where, f"{len(found)} links rel={rel}, one at most")
    return found[0] if found else None


def read_rss(report: Report, root: etree._Element, where: str) -> Feed | None:
    against(report, "rss20.rng", root, where)
    channel = root.find("channel")
    if root.get("version") != "2.0" or channel is None:
        return None
    require(report, where, channel, ["title", "link", "description", "language", "lastBuildDate"])
    feed = Feed(
        where, "rss", channel.findtext("title") or "", channel.findtext("language") or "", channel.findtext("link") or "",
        self_link(report, where, links(channel, "self")), moment(report, where, channel.findtext("lastBuildDate"), rfc822),
        *(only(links(channel, rel), report, where, rel) for rel in ("prev-archive", "next-archive", "current")),
        channel.find(f"{HISTORY}archive") is not None)
    for item in channel.findall("item"):
        place = f"{where}:{item.sourceline}"
        require(report, place, item, ["title", "link", "guid", "pubDate"])
        attached = [(media.get("url") or "", media.get("fileSize") or "", media.get("type") or "") for media in item.iter(f"{MEDIA}content")]
        closed = [(one.get("url") or "", one.get("length") or "", one.get("type") or "") for one in item.findall("enclosure")]
        whole = [one for one in attached if one[1] and one[2]]  # an enclosure has its length and type
        if closed != whole[:1] and not (closed == [] and whole[:1] != attached[:1]):
            report.fault("enclosure", place, f"the enclosure is {closed}, the first of Media RSS {attached[:1]}")
        feed.items.append(Item(
            item.findtext("guid") or "", item.findtext("link") or "", item.findtext("title") or "",
            moment(report, place, item.findtext("pubDate"), rfc822),
            moment(report, place, item.findtext(f"{ATOM}updated"), rfc3339),
            (item.findtext("description") or "") + (item.findtext(f"{CONTENT}encoded") or ""), attached or closed, item.sourceline))
    judge_albopop(report, where, channel)
    return feed


def require(report: Report, where: str, element: etree._Element, names: list[str]) -> None:
    """The format asks for less; whoever follows notices needs all of these."""
    for name in names:
        found = element.findall(name)
        if len(found) != 1 or not (found[0].text or "").strip():
            report.fault("rss-required", where, f"<{element.tag}> “{element.findtext('title')}” needs one <{name}>")


def self_link(report: Report, where: str, found: list[str]) -> str:
    if len(found) != 1:
        report.fault("self-link", where, f"{len(found)} links rel=self, one is wanted")
    return found[0] if found else ""


def read_atom(report: Report, root: etree._Element, where: str) -> Feed:
    against(report, "atom.rng", root, where)
    if root.find(f"{ATOM}author") is None and any(entry.find(f"{ATOM}author") is None for entry in root.findall(f"{ATOM}entry")):
        report.fault("author", where, "neither the feed nor each entry has an author (RFC 4287, 4.1.1)")
    text = lambda element, name: element.findtext(ATOM + name) or ""
    feed = Feed(
        where, "atom", text(root, "title"), root.get(LANG) or "", only(links(root, "alternate"), report, where, "alternate") or "",
        self_link(report, where, links(root, "self")), moment(report, where, text(root, "updated"), rfc3339),
        *(only(links(root, rel), report, where, rel) for rel in ("prev-archive", "next-archive", "current")),
        root.find(f"{HISTORY}archive") is not None)
    if text(root, "id").startswith(("http:", "https:")):
        report.fault("id-address", where, f"{text(root, 'id')} may change with the address")
    for entry in root.findall(f"{ATOM}entry"):
        place = f"{where}:{entry.sourceline}"
        attached = [(link.get("href") or "", link.get("length") or "", link.get("type") or "")
                    for link in entry.findall(f"{ATOM}link") if link.get("rel") == "enclosure"]
        feed.items.append(Item(
            text(entry, "id"), only(links(entry, "alternate"), report, place, "alternate") or "", text(entry, "title"),
            moment(report, place, text(entry, "published"), rfc3339), moment(report, place, text(entry, "updated"), rfc3339),
            "".join(written(entry.find(ATOM + name)) for name in ("summary", "content")), attached, entry.sourceline))
    return feed


def written(element: etree._Element | None) -> str:
    """What a reader takes for HTML; plain text is none."""
    if element is None or element.get("type", "text") == "text":
        return ""
    if element.get("type") == "html":
        return element.text or ""
    return "".join(etree.tostring(child, encoding="unicode", with_tail=False) for child in element)


def read_json_feed(report: Report, path: Path, where: str) -> Feed | None:
    said = read_json(report, path, where)
    if not isinstance(said, dict) or not isinstance(said.get("items"), list):
        return None
    for error in json_schema().iter_errors(said):
        report.fault("feed-schema", where, f"{error.json_path}: {error.message}")
    text = lambda of, name: of.get(name) if isinstance(of.get(name), str) else ""
    feed = Feed(where, "json", text(said, "title"), text(said, "language"), text(said, "home_page_url"), text(said, "feed_url"), None,
                said.get("next_url"), None, None, path.name != "feed.json")
    for item in said["items"]:
        if not isinstance(item, dict):
            continue  # the schema has said so
        attached = [(str(one.get("url", "")), str(one.get("size_in_bytes", "")), str(one.get("mime_type", "")))
                    for one in item.get("attachments", []) if isinstance(one, dict)]
        feed.items.append(Item(
            text(item, "id"), text(item, "url"), text(item, "title"), moment(report, where, text(item, "date_published"), rfc3339),
            moment(report, where, text(item, "date_modified"), rfc3339), text(item, "content_html"), attached, 0))
    return feed


def ask_feedparser(report: Report, feed: Feed, raw: bytes) -> None:
    parsed = feedparser.parse(raw, sanitize_html=False, resolve_relative_uris=False)
    if parsed.bozo:
        report.fault("bozo", feed.where, parsed.get("bozo_exception", "feedparser doubts it"))
    if len(parsed.entries) != len(feed.items):
        report.fault("lost-items", feed.where, f"{len(feed.items)} items, feedparser reads {len(parsed.entries)}")
    for entry in parsed.entries:
        for name in ("id", "link", "title"):
            if not entry.get(name):
                report.fault("lost-items", feed.where, f"feedparser finds no {name} in “{entry.get('title')}”")
        if not (entry.get("published_parsed") or entry.get("updated_parsed")):
            report.fault("lost-items", feed.where, f"feedparser finds no date in “{entry.get('title')}”")


# ── one feed ──


def holds_nothing(site: Site, where: str) -> bool:
    """Whether a feed is that of a section of which nothing is on line, as its own table says: it can be followed until there is."""
    table = site.root / "dati" / "sezioni" / f"{where.rpartition('/')[0].strip('/')}.csv"
    if not table.is_file():
        return False
    with table.open(encoding="utf-8", newline="") as rows:
        return sum(1 for _ in csv.reader(rows)) == 1


def judge_feed(site: Site, report: Report, feed: Feed) -> None:
    where = feed.where
    for name in ("title", "language", "home"):
        if not getattr(feed, name).strip():
            report.fault("feed-lacks", where, f"says nothing of its {name}")
    for address in (feed.home, feed.prev, feed.next, feed.current):
        check_address(site, report, where, address)
    if feed.own != site.web(where):
        report.fault("self-link", where, f"“{feed.own}” is not the feed's own address, {site.web(where)}")
    if not feed.items and site.expects("items") and not FOLLOWED.fullmatch(feed.where) and not holds_nothing(site, feed.where):
        report.fault("empty", where, "has no item")
    if len(feed.items) > ITEMS:
        report.fault("too-many", where, f"{len(feed.items)} items, {ITEMS} at most")
    for id, count in Counter(item.id for item in feed.items).items():
        if count > 1:
            report.fault("guid-twice", where, f"{id} × {count}")
    dates = [item.published for item in feed.items if item.published]
    if dates != sorted(dates, reverse=True):
        late = next(item for item, before in zip(feed.items[1:], feed.items) if item.published and before.published and item.published > before.published)
        report.fault("order", feed.place(late), f"“{late.title}” is newer than the one before it")
    for item in feed.items:
        judge_item(site, report, feed, item)


def judge_item(site: Site, report: Report, feed: Feed, item: Item) -> None:
    where = feed.place(item)
    check_address(site, report, where, item.link)
    if not item.link:
        report.fault("feed-lacks", where, f"“{item.title}” leads nowhere")
    if re.match(r"https?:|/", item.id):
        report.fault("id-address", where, f"{item.id} is an address, which may change")
    elif not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:\S+$", item.id):
        report.fault("id-shape", where, f"“{item.id}” is no URI, so not unique in the world")
    if re.search(r"<[a-z]+[ >]|&(amp|lt|gt|quot|#\d+);", item.title):
        report.fault("markup-in-title", where, item.title)
    limit = feed.updated or site.moment
    for date in (item.published, item.updated):
        if date and limit and date > limit:
            report.fault("future", where, f"“{item.title}” is dated {date}, the feed {limit}")
    if item.published and item.updated and item.updated < item.published:
        report.fault("date", where, f"“{item.title}” was updated {item.updated}, before {item.published}")
    if item.html:
        judge_html(site, report, where, item.html)
    for attachment in item.attachments:
        judge_attachment(site, report, where, *attachment)
    for address, count in Counter(address for address, _, _ in item.attachments).items():
        if count > 1:
            report.fault("enclosure", where, f"{address} × {count}")


def judge_html(site: Site, report: Report, where: str, markup: str) -> None:
    """A reader has no page to resolve a relative address against, and runs nothing."""
    if re.search(r"&lt;/?(p|ul|ol|li|a|br|strong|em)\b|&amp;(amp|lt|gt|#\d+);", markup):
        report.fault("double-escaped", where, markup)
    if "<" not in markup:
        return
    for element in lxml.html.fragment_fromstring(markup, create_parent="div").iter():
        if not isinstance(element.tag, str):
            continue
        ticked = element.tag == "input" and element.get("type") == "checkbox" and "disabled" in element.attrib  # of a list of things to do
        if element.tag.lower() in ACTIVE and not ticked:
            report.fault("active-content", where, f"<{element.tag}>")
        for name, value in element.attrib.items():
            if name.lower().startswith("on"):
                report.fault("active-content", where, f"{name}=")
            elif name.lower() == "srcset" or name.lower() in ADDRESSES:
                for address in [part.split()[0] for part in value.split(",") if part.strip()] if name.lower() == "srcset" else [value.strip()]:
                    judge_link(site, report, where, name, address)


def judge_link(site: Site, report: Report, where: str, name: str, address: str) -> None:
    if re.match(r"(javascript|vbscript|data):", address, re.I):
        report.fault("active-content", where, f"{name}={address}")
    elif not address.startswith(SCHEMES):
        report.fault("relative-link", where, f"{name}={address}")
    elif address.startswith("http"):
        check_address(site, report, where, address)


def judge_attachment(site: Site, report: Report, where: str, address: str, length: str, kind: str) -> None:
    """What we publish ourselves has its true length and type; what is elsewhere may say neither."""
    check_address(site, report, where, address)
    file = site.file_of(address) if absolute(address) and site.is_own(address) else None
    if file is None or not file.is_file():
        return
    if not length.isdigit() or "/" not in kind:
        report.fault("enclosure", where, f"{address} lacks its length or type")
        return
    if file.stat().st_size != int(length):
        report.fault("enclosure", where, f"{address} has {file.stat().st_size} bytes, not {length}")
    true = MORE_TYPES.get(file.suffix.lower()) or GUESSED.guess_type(file.name.lower())[0]
    bare = kind.split(";")[0].strip().lower()
    if true and bare != true and not any({bare, true} <= same for same in SAME_TYPES):
        report.fault("enclosure", where, f"{address} is {true}, not {kind}")
    elif bare in MAGIC:
        with file.open("rb") as opened:
            if not opened.read(len(MAGIC[bare])) == MAGIC[bare]:
                report.fault("enclosure", where, f"{address} does not begin as {kind} does")


def judge_albopop(report: Report, where: str, channel: etree._Element) -> None:
    if channel.getroottree().getroot().find(f".//{XHTML}meta[@name='robots']") is not None:
        report.fault("albopop-noindex", where, "keeps search engines out, which d.lgs. 33/2013 (art. 9) forbids")
    judge_categories(report, where, channel, "channel", CHANNEL, CHANNEL_NEEDS)
    acts: dict[str, str | None] = {}
    for item in channel.findall("item"):
        found = judge_categories(report, f"{where}:{item.sourceline}", item, "item", ITEM, ITEM[:1])
        for uid in found.get("uid", []):
            if not re.fullmatch(r"\d{4}/\S+", uid):
                report.fault("albopop-shape", f"{where}:{item.sourceline}", f"uid “{uid}” is not [year]/[number]")
            if acts.setdefault(uid, item.findtext("link")) != item.findtext("link"):  # what is new of an act has the act's own
                report.fault("albopop-uid-twice", f"{where}:{item.sourceline}", f"{uid} is also that of {acts[uid]}")


def judge_categories(report: Report, where: str, element: etree._Element, level: str, known: list[str], needed: list[str]) -> dict[str, list[str]]:
    """The AlboPOP categories of a channel or an item, by name."""
    found: dict[str, list[str]] = {}
    for category in element.findall("category"):
        domain, value = category.get("domain", ""), (category.text or "").strip()
        if "albopop" not in domain.lower():
            continue
        name = domain.removeprefix(f"{ALBOPOP}{level}-category-")
        if name == domain or name not in known:
            report.fault("albopop-category", where, f"{domain} is no category of <{element.tag}>")
            continue
        found.setdefault(name, []).append(value)
        if name in ALBOPOP_DATES:
            moment(report, where, value, rfc822)
        if name in ALBOPOP_NUMBERS and not re.fullmatch(r"-?\d+(\.\d+)?", value):
            report.fault("albopop-shape", where, f"{name} “{value}” is no number with a point")
    for name in needed:
        if len([value for value in found.get(name, []) if value]) != 1:
            report.fault("albopop-required", where, f"<{element.tag}> “{element.findtext('title')}” needs one category {ALBOPOP}{level}-category-{name}")
    return found


# ── the three formats, and where they are ──


def siblings(feed: Feed) -> dict[str, str]:
    """Where the same feed is in each format."""
    folder, _, name = feed.where.rpartition("/")
    number = re.search(r"(-\d+)?\.\w+$", name)[1] or ""
    return {form: f"{folder}/{pattern.format(number)}" for form, pattern in NAMES.items()}


def judge_formats(site: Site, report: Report, feeds: dict[str, Feed]) -> None:
    """The same items in each format, in the same order."""
    for places in sorted({tuple(siblings(feed).values()) for feed in feeds.values()}):
        there = [feeds[place] for place in places if place in feeds]
        for place in places:
            if place not in feeds:
                report.fault("missing-format", place, f"{there[0].where} has no twin here")
        first = there[0]
        for other in there[1:]:
            compare(report, first, other)


def compare(report: Report, first: Feed, other: Feed) -> None:
    if first.title != other.title:
        report.fault("formats-differ", other.where, f"is called “{other.title}”, {first.where} “{first.title}”")
    if first.home != other.home:
        report.fault("formats-differ", other.where, f"belongs to {other.home}, {first.where} to {first.home}")
    if [item.id for item in first.items] != [item.id for item in other.items]:
        missing = {item.id for item in first.items} ^ {item.id for item in other.items}
        report.fault("formats-differ", other.where, f"has other items than {first.where}: {', '.join(sorted(missing)[:3]) or 'another order'}")
        return
    for mine, its in zip(first.items, other.items):
        for name in ("title", "link", "published", "told"):
            if getattr(mine, name) != getattr(its, name):
                report.fault("formats-differ", other.place(its), f"{name} of {its.id}: {getattr(its, name)}, in {first.where} {getattr(mine, name)}")


def judge_places(site: Site, report: Report, feeds: dict[str, Feed]) -> None:
    """Lists by year, kind and office have feeds, as the site itself."""
    wanted = ["/"]
    for page in site.pages:
        if re.fullmatch(r"/elenchi/(\d{4}|tipo/[^/]+|ufficio/[^/]+)/", page.where):
            wanted.append(page.where)
    for where in wanted:
        for name in NAMES.values():
            if f"{where}{name.format('')}" not in feeds:
                report.fault("no-feed", where, f"the page has no {name.format('')}")


def judge_announcements(site: Site, report: Report, feeds: dict[str, Feed]) -> None:
    """Each feed is linked by a page with its type and a title; what pages link is a feed."""
    announced = set()
    for page in site.pages:
        titles = Counter()
        for link in page.links:
            kind, address = link.get("type", ""), link.get("href", "")
            if "alternate" not in link.get("rel", "").split() or kind not in TYPES.values():
                continue
            report.look(page.where)
            file = site.resolve(address, page)
            feed = feeds.get(site.where(file)) if file and file.is_file() else None
            if feed is None:
                report.fault("announced", page.where, f"{address} is no feed of this site")
                continue
            if TYPES[feed.form] != kind:
                report.fault("announced", page.where, f"{address} is {TYPES[feed.form]}, announced as {kind}")
            elif link["rel"] == "alternate":
                announced.add(feed.where)
            if not link.get("title", "").strip():
                report.fault("announced", page.where, f"{address} has no title")
            titles[link.get("title", ""), kind] += 1
        for (title, kind), count in titles.items():
            if count > 1 and title:
                report.fault("announced", page.where, f"{count} feeds of type {kind} are called “{title}”")
    # What a feed has behind it is announced by the feed.
    at = {site.web(where): where for where in feeds}
    behind = {at[feed.prev] for feed in feeds.values() if feed.prev in at}
    for where in sorted(set(feeds) - announced - behind):
        report.fault("unannounced", where, "no page links it with rel=alternate and its type")


# ── archives ──


def judge_archives(site: Site, report: Report, feeds: dict[str, Feed]) -> None:
    """From each feed its archives can be walked, newest to oldest, and what the site has is in the main one, each item once."""
    at = {site.web(where): feed for where, feed in feeds.items()}
    reached: set[str] = set()
    for feed in feeds.values():
        by_name = bool(re.search(r"-\d+\.\w+$", feed.where))
        if feed.form != "json" and feed.archive != by_name:
            report.fault("archive", feed.where, "is an archive by name and not by fh:archive, or the other way round")
        if feed.archive:
            judge_archive(report, feed, at)
        else:
            chain = walk(report, feed, at)
            reached.update(archive.where for archive in chain)
            judge_chain(site, report, feed, chain)
            if not chain and len(feed.items) >= ITEMS and is_main(feed) and site.expects("archives"):
                report.fault("no-archive", feed.where, "is full, and has no archive for what was before (RFC 5005)")
    archives = [feed for feed in feeds.values() if feed.archive]
    for archive in archives:
        if archive.where not in reached:
            report.fault("archive-lost", archive.where, "no feed leads to it")


def is_main(feed: Feed) -> bool:
    """Whether it is the feed of the whole site."""
    return feed.where in [f"/{name.format('')}" for name in NAMES.values()]


def judge_archive(report: Report, feed: Feed, at: dict[str, Feed]) -> None:
    if feed.form == "json":
        return
    current = at.get(feed.current or "")
    if current is None or current.archive or current.form != feed.form:
        report.fault("archive", feed.where, f"rel=current is “{feed.current}”, which is no feed to follow in this format")
    before, after = at.get(feed.prev or ""), at.get(feed.next or "")
    if before and before.next != feed.own:
        report.fault("archive-chain", before.where, f"rel=next-archive is “{before.next}”, not {feed.own}, whose prev-archive it is")
    if after and after.archive and after.prev != feed.own:
        report.fault("archive-chain", after.where, f"rel=prev-archive is “{after.prev}”, not {feed.own}, whose next-archive it is")


def walk(report: Report, feed: Feed, at: dict[str, Feed]) -> list[Feed]:
    """The archives behind a feed, newest first."""
    chain, here = [], feed
    while here.prev:
        there = at.get(here.prev)
        if there is None or there.form != feed.form or not there.archive:
            report.fault("archive-chain", here.where, f"{here.prev} is no archive of this format")
            break
        if there in chain:
            report.fault("archive-loop", here.where, f"{there.where} has been seen before")
            break
        chain.append(there)
        here = there
    return chain


def judge_chain(site: Site, report: Report, feed: Feed, chain: list[Feed]) -> None:
    seen: dict[str, str] = {}
    oldest: datetime | None = None
    for archive in chain:
        dates = [item.published for item in archive.items if item.published]
        if oldest and dates and max(dates) > oldest:
            report.fault("archive-order", archive.where, f"has items newer than the oldest of {before.where}")
        oldest, before = min(dates, default=oldest), archive
        for item in archive.items:
            if item.id in seen:
                report.fault("archive-twice", archive.where, f"{item.id} is also in {seen[item.id]}")
            seen[item.id] = archive.where
    if not is_main(feed):
        return
    linked = {item.link for part in [feed, *chain] for item in part.items}
    lost = [page.where for page in site.notices if site.web(page.where) not in linked]
    if lost and site.expects("archives"):
        report.fault("archive-gap", feed.where, f"{len(lost)} notices are neither in it nor in its archives, such as {lost[0]}")
