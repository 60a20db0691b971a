"""What the judges share: the site they look at, the faults they find, dates and addresses."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import parsedate_to_datetime
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

import lxml.html
from lxml import etree

SCHEMAS = Path(__file__).parent.parent / "schemas"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
SHOWN = 20  # of each rule: one fault of a template is a fault of every file
SECTIONS = ("home", "section", "list", "notice")  # the kinds of page that content makes


class CannotJudge(Exception):
    """What keeps a judge from judging: never a pass."""


@dataclass
class Report:
    """What one judge found: faults, and how many of the files it looked at had none."""

    name: str
    faults: list[tuple[str, str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    looked: set[str] = field(default_factory=set)

    def look(self, where: str) -> None:
        self.looked.add(unit(where))

    def fault(self, rule: str, where: str, message: object) -> None:
        self.look(where)
        self.faults.append((rule, where, " ".join(str(message).split())[:300]))

    def note(self, line: str) -> None:
        """What was counted, to be read and not judged."""
        self.notes.append(line)

    @property
    def failed(self) -> int:
        return len({unit(where) for _, where, _ in self.faults})

    @property
    def passed(self) -> int:
        return len(self.looked) - self.failed

    def lines(self) -> Iterator[str]:
        counts: Counter[str] = Counter()
        yield from (f"{self.name}: {line}" for line in self.notes)
        for rule, where, message in self.faults:
            counts[rule] += 1
            if counts[rule] <= SHOWN:
                yield f"FAULT {rule} {where} {message}"
        yield from (f"… {rule}: {n - SHOWN} more faults not shown" for rule, n in counts.items() if n > SHOWN)
        yield f"{self.name}: {self.passed} passed, {self.failed} failed"


def unit(where: str) -> str:
    """The file of a place such as `/rss.xml:12`."""
    return re.sub(r":\d+$", "", where)


@dataclass(frozen=True)
class Page:
    """A page of the site, and what kind it says it is (the `page-…` class of its body)."""

    path: Path
    where: str
    kind: str
    tree: lxml.html.HtmlElement

    @property
    def links(self) -> list[dict[str, str]]:
        """The `<link>` elements of its head."""
        return [dict(link.attrib) for link in self.tree.iter("link")]


class Site:
    """A built site: its folder, its address, and what it is said to go without."""

    def __init__(self, root: Path, without: frozenset[str] = frozenset()) -> None:
        self.root = root.resolve()
        self.without = without
        self.base = self.learn_base()

    def learn_base(self) -> str:
        """The address of the home page, as it says itself; else the shortest of the site map."""
        home = self.root / "index.html"
        if home.is_file():
            for link in lxml.html.fromstring(home.read_bytes()).iter("link"):
                if link.get("rel") == "canonical" and absolute(link.get("href")):
                    return link.get("href").rstrip("/") + "/"
        sitemap = self.root / "sitemap.xml"
        if sitemap.is_file():
            found = re.findall(r"<loc>\s*(https?://[^<\s]+)\s*</loc>", sitemap.read_text("utf-8", "replace"))
            if found:
                return min(found, key=len)
        raise CannotJudge("neither the home page nor sitemap.xml tells the site's address")

    def expects(self, what: str) -> bool:
        """Whether the site has to have something, for all we were told."""
        return what not in self.without

    def where(self, path: Path) -> str:
        return f"/{path.relative_to(self.root).as_posix()}"

    def web(self, where: str) -> str:
        """The address on the web of a path from the site's root."""
        return self.base + where.lstrip("/")

    def files(self, *suffixes: str) -> list[Path]:
        return [path for path in self.all_files if not suffixes or path.suffix in suffixes]

    @cached_property
    def all_files(self) -> list[Path]:
        return sorted(path for path in self.root.rglob("*") if path.is_file())

    def is_own(self, address: str) -> bool:
        return address.startswith(self.base) or address == self.base.rstrip("/")

    def file_of(self, address: str) -> Path:
        """The file behind an address of this site, whether it is there or not."""
        rest = unquote(urlsplit(address).path)[len(urlsplit(self.base).path):]
        return self.root / (rest + "index.html" if rest == "" or rest.endswith("/") else rest)

    def resolve(self, address: str, page: Page) -> Path | None:
        """The file a link of a page leads to, if it is one of this site."""
        if absolute(address):
            return self.file_of(address) if self.is_own(address) else None
        folder = urlsplit(self.base).path
        if address.startswith("/"):
            return self.root / unquote(urlsplit(address).path)[len(folder):] if address.startswith(folder) else None
        return page.path.parent / unquote(urlsplit(address).path)

    @cached_property
    def pages(self) -> list[Page]:
        """Every page, those that lead elsewhere left out."""
        pages = []
        for path in self.files(".html"):
            tree = lxml.html.fromstring(path.read_bytes())
            if tree.xpath("//meta[translate(@http-equiv, 'REFSH', 'refsh') = 'refresh']"):
                continue
            body = tree.find("body")
            kinds = [name[5:] for name in (body.get("class", "") if body is not None else "").split() if name.startswith("page-")]
            where = re.sub(r"(^|/)index\.html$", r"\1", self.where(path))
            pages.append(Page(path, where, kinds[0] if kinds else "", tree))
        return pages

    @cached_property
    def content_pages(self) -> list[Page]:
        """The pages content makes: home, sections, lists, notices."""
        return [page for page in self.pages if page.kind in SECTIONS]

    @cached_property
    def notices(self) -> list[Page]:
        return [page for page in self.pages if page.kind == "notice"]

    @cached_property
    def moment(self) -> datetime | None:
        """The instant the site speaks of, as it says itself."""
        try:
            said = json.loads((self.root / "prossima-transizione.json").read_bytes())
            return datetime.fromisoformat(said["situazione_al"])
        except (OSError, ValueError, KeyError, TypeError):
            return None


def absolute(address: str | None) -> bool:
    if not address or re.search(r"[\s<>\"{}|\\^`]", address):
        return False
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def check_address(site: Site, report: Report, where: str, address: str | None) -> None:
    """An address that is there (its absence is somebody else's business) is whole, and leads to a file if it is ours."""
    if not address:
        return
    if not absolute(address):
        report.fault("relative-link", where, f"“{address}” is no absolute address")
    elif site.is_own(address) and not site.file_of(address).is_file():
        report.fault("broken-link", where, f"{address} leads to no file")


def read_json(report: Report, path: Path, where: str) -> object | None:
    """A JSON document in UTF-8 without a name twice; None, and a fault, if it is not."""
    def once(pairs: list[tuple[str, object]]) -> dict[str, object]:
        names = Counter(name for name, _ in pairs)
        twice = [name for name, count in names.items() if count > 1]
        if twice:
            raise ValueError(f"the name {twice[0]} stands twice in one object")
        return dict(pairs)

    def refuse(name: str) -> None:
        raise ValueError(f"{name} is no JSON number")

    report.look(where)
    try:
        return json.loads(path.read_bytes().decode("utf-8"), object_pairs_hook=once, parse_constant=refuse)
    except ValueError as error:  # also what is not UTF-8
        report.fault("not-json", where, error)
        return None


def read_xml(report: Report, path: Path, where: str) -> etree._Element | None:
    """The root of an XML document; None, and a fault, if it is not well-formed."""
    report.look(where)
    try:
        return etree.fromstring(path.read_bytes(), etree.XMLParser(no_network=True, resolve_entities=False))
    except etree.XMLSyntaxError as error:
        report.fault("not-well-formed", where, error)
        return None


def rfc822(text: str) -> datetime:
    """A date as RSS writes it, its weekday the right one, its offset given; ValueError says what it lacks."""
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        raise ValueError(f"“{text}” is no date") from None
    if moment.tzinfo is None:
        raise ValueError(f"“{text}” has no offset")
    if "," in text and not text.strip().startswith(f"{moment:%a},"):
        raise ValueError(f"“{text}” was a {moment:%A}")
    return moment


def rfc3339(text: str) -> datetime:
    """A date as Atom and JSON Feed write it; ValueError says what it lacks."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)", text):
        raise ValueError(f"“{text}” is no date with time and offset")
    try:
        return datetime.fromisoformat(text.upper())
    except ValueError:
        raise ValueError(f"“{text}” is no date") from None
