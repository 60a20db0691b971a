#!/usr/bin/env python3
"""Judges the files of a built site that machines read: feeds, sitemap.xml, robots.txt.

usage: feeds.py SITE_DIR

One line `FAULT rule where message` a fault; exit 0: none, 1: some, 2: could not judge.
"""

import sys
import traceback
from collections import Counter
from datetime import datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import unquote, urlsplit
from urllib.robotparser import RobotFileParser

import feedparser
import lxml.html
from lxml import etree

SCHEMA = Path(__file__).parent / "schemas" / "sitemap.xsd"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ATOM = "{http://www.w3.org/2005/Atom}"
CRAWLERS = ["*", "Googlebot", "Bingbot"]


class Site:
    """The folder, its address, and the faults found so far."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.base = ""
        self.looked: set[str] = set()
        self.faults: list[tuple[str, str, str]] = []

    def look(self, where: str) -> None:
        self.looked.add(where)

    def fault(self, rule: str, where: str, message: object) -> None:
        self.look(where)
        self.faults.append((rule, where, " ".join(str(message).split())))

    def is_own(self, address: str) -> bool:
        return bool(self.base) and address.startswith(self.base)

    def file_of(self, address: str) -> Path:
        """The file behind an address of this site, whether it is there or not."""
        rest = unquote(urlsplit(address).path)[len(urlsplit(self.base).path):]
        return self.root / (rest + "index.html" if rest == "" or rest.endswith("/") else rest)


def absolute(address: str | None) -> bool:
    return bool(address) and urlsplit(address).scheme in ("http", "https") and bool(urlsplit(address).netloc)


# ── sitemap and robots ──


def judge_sitemap(site: Site) -> list[str]:
    """Judges sitemap.xml, learns the site's address from it, gives the addresses it lists."""
    path, where = site.root / "sitemap.xml", "/sitemap.xml"
    if not path.is_file():
        site.fault("no-sitemap", where, "is missing")
        return []
    site.look(where)
    try:
        tree = etree.parse(path)
    except etree.XMLSyntaxError as error:
        site.fault("not-well-formed", where, error)
        return []
    schema = etree.XMLSchema(etree.parse(SCHEMA))
    if not schema.validate(tree):
        for error in schema.error_log:
            site.fault("sitemap-schema", f"{where}:{error.line}", error.message)
    for entry in tree.iter(f"{SITEMAP}url"):
        for tag, count in Counter(child.tag for child in entry if str(child.tag).startswith(SITEMAP)).items():
            if count > 1:
                site.fault("sitemap-schema", f"{where}:{entry.sourceline}", f"{count} × {etree.QName(tag).localname}")
        if entry.find(f"{SITEMAP}loc") is None:
            site.fault("sitemap-schema", f"{where}:{entry.sourceline}", "an entry without loc")
    listed = [(loc.text or "").strip() for loc in tree.iter(f"{SITEMAP}loc")]
    if len(listed) > 50_000:
        site.fault("sitemap-size", where, f"{len(listed)} addresses, 50,000 at most")
    site.base = min(listed, key=len, default="")
    for address in listed:
        if not site.is_own(address):
            site.fault("sitemap-loc", where, f"{address} is not below {site.base}")
        elif site.file_of(address).suffix != ".html" or not site.file_of(address).is_file():
            site.fault("sitemap-loc", where, f"{address} is no page")
    return listed


def judge_robots(site: Site, listed: list[str]) -> None:
    path, where = site.root / "robots.txt", "/robots.txt"
    if not path.is_file():
        site.fault("no-robots", where, "is missing")
        return
    site.look(where)
    lines = path.read_text("utf-8").splitlines()
    for line in lines:
        key, _, value = line.partition(":")
        if key.strip().lower() == "disallow" and value.split("#")[0].strip():
            site.fault("robots-disallow", where, line)
    robots = RobotFileParser()
    robots.parse(lines)
    for crawler in CRAWLERS:
        shut = [address for address in listed if not robots.can_fetch(crawler, address)]
        if shut:
            site.fault("robots-shut", where, f"{crawler} may not read {len(shut)} pages, such as {shut[0]}")
    if f"{site.base}sitemap.xml" not in (robots.site_maps() or []):
        site.fault("robots-sitemap", where, f"does not name {site.base}sitemap.xml")


# ── feeds ──


def judge_xml(site: Site) -> int:
    """Every XML file has to be well-formed, every feed among them right; gives how many feeds there are."""
    feeds = 0
    for path in sorted(site.root.rglob("*.xml")):
        where = f"/{path.relative_to(site.root).as_posix()}"
        site.look(where)
        raw = path.read_bytes()
        try:
            root = etree.fromstring(raw)
        except etree.XMLSyntaxError as error:
            site.fault("not-well-formed", where, error)
            continue
        if etree.QName(root).localname not in ("rss", "feed"):
            continue
        feeds += 1
        parsed = feedparser.parse(raw)
        if parsed.bozo:
            site.fault("bozo", where, parsed.get("bozo_exception", "feedparser doubts it"))
        if root.tag == "rss":
            judge_rss(site, where, root, parsed)
    return feeds


def judge_rss(site: Site, where: str, root: etree._Element, parsed: feedparser.FeedParserDict) -> None:
    channel = root.find("channel")
    if root.get("version") != "2.0" or channel is None:
        site.fault("rss", where, "not RSS 2.0 with a channel")
        return
    require(site, where, channel, ["title", "link", "description", "lastBuildDate"])
    judge_address(site, where, channel.findtext("link"))
    for link in channel.findall(f"{ATOM}link"):
        judge_address(site, where, link.get("href"))
        if link.get("rel") == "self" and link.get("href") != site.base.rstrip("/") + where:
            site.fault("self-link", where, f"{link.get('href')} is not the feed's own address")
    built = date(site, where, channel.findtext("lastBuildDate"))
    items = channel.findall("item")
    if len(items) != len(parsed.entries):
        site.fault("lost-items", where, f"{len(items)} items, feedparser reads {len(parsed.entries)}")
    for item in items:
        judge_item(site, where, item, built)
    for guid, count in Counter(item.findtext("guid") for item in items).items():
        if count > 1:
            site.fault("guid-twice", where, f"{guid} × {count}")


def judge_item(site: Site, where: str, item: etree._Element, built: datetime | None) -> None:
    # The format asks for a title or a description only; whoever follows notices needs all of these.
    require(site, where, item, ["title", "link", "guid", "pubDate"])
    judge_address(site, where, item.findtext("link"))
    guid = item.find("guid")
    if guid is not None and guid.get("isPermaLink", "true") == "true":
        judge_address(site, where, guid.text)
    published = date(site, where, item.findtext("pubDate"))
    if published and built and published > built:
        site.fault("future", where, f"“{item.findtext('title')}” is dated {published}, the feed {built}")
    for enclosure in item.findall("enclosure"):
        judge_enclosure(site, where, enclosure)
    markup = item.findtext("description") or ""
    if "<" in markup:
        # A reader has no page to resolve a relative address against.
        for _, attribute, address, _ in lxml.html.fragment_fromstring(markup, create_parent="div").iterlinks():
            if not absolute(address) and not address.startswith(("mailto:", "tel:")):
                site.fault("relative-link", where, f"{attribute}={address} in “{item.findtext('title')}”")


def judge_enclosure(site: Site, where: str, enclosure: etree._Element) -> None:
    address = enclosure.get("url")
    judge_address(site, where, address)
    if not enclosure.get("type") or not (enclosure.get("length") or "").isdigit():
        site.fault("enclosure", where, f"{address} lacks its type or length")
    elif address and site.is_own(address) and site.file_of(address).is_file():
        size = site.file_of(address).stat().st_size
        if size != int(enclosure.get("length")):
            site.fault("enclosure", where, f"{address} has {size} bytes, not {enclosure.get('length')}")


def require(site: Site, where: str, element: etree._Element, names: list[str]) -> None:
    for name in names:
        found = element.findall(name)
        if len(found) != 1 or not (found[0].text or "").strip():
            site.fault("rss-required", where, f"<{element.tag}> “{element.findtext('title')}” needs one <{name}>")


def judge_address(site: Site, where: str, address: str | None) -> None:
    if not address:
        return  # its absence is require()'s business
    if not absolute(address):
        site.fault("relative-link", where, address)
    elif site.is_own(address) and not site.file_of(address).is_file():
        site.fault("broken-link", where, f"{address} leads to no file")


def date(site: Site, where: str, text: str | None) -> datetime | None:
    """A date as RFC 822 writes it, its weekday the right one, its offset given."""
    if not text:
        return None
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        site.fault("date", where, f"“{text}” is no date")
        return None
    if moment.tzinfo is None:
        site.fault("date", where, f"“{text}” has no offset")
        return None
    if "," in text and not text.strip().startswith(f"{moment:%a},"):
        site.fault("date", where, f"“{text}” was a {moment:%A}")
    return moment


def main() -> int:
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_dir():
        print(f"ERROR feeds {__doc__}")
        return 2
    site = Site(Path(sys.argv[1]).resolve())
    listed = judge_sitemap(site)
    judge_robots(site, listed)
    if judge_xml(site) == 0:
        site.fault("no-feed", "/", "the site has no feed")
    for fault in site.faults:
        print("FAULT", *fault)
    failed = len({where.split(":")[0] for _, where, _ in site.faults})
    units = len({where.split(":")[0] for where in site.looked})
    print(f"feeds: {units - failed} passed, {failed} failed")
    return 1 if site.faults else 0


if __name__ == "__main__":
    try:
        code = main()
    except Exception:  # a judge that breaks down has judged nothing: never a pass
        traceback.print_exc()
        code = 2
    sys.exit(code)
