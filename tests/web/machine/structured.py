"""Data for search engines inside pages (JSON-LD, schema.org): a processor reads them without a network and drops nothing; types,
properties and what they hold are those of schema.org."""

import json
import re
from urllib.parse import urldefrag

from pyld import jsonld

from .common import Page, Report, Site, absolute, check_address
from .vocabulary import DATA, NUMBERS, SPACE, TEXTS, TIMES, context, schema_org

ISO = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?")


def judge(site: Site, report: Report) -> None:
    blocks = 0
    for page in site.pages:
        found = page.tree.xpath("//script[@type='application/ld+json']")
        if found:
            report.look(page.where)
        for script in found:
            blocks += 1
            judge_block(site, report, page, script.text or "")
        if not found and page.kind == "notice" and site.expects("jsonld"):
            report.fault("no-jsonld", page.where, "a notice without data for search engines")
    report.note(f"{blocks} blocks")


def load(address: str, options: dict) -> dict:
    if address.rstrip("/") != SPACE.rstrip("/"):
        raise jsonld.JsonLdError(f"asks for {address}: only {SPACE} is known", "jsonld.LoadDocumentError")
    return {"contextUrl": None, "documentUrl": address, "contentType": "application/ld+json", "document": {"@context": context()}}


def judge_block(site: Site, report: Report, page: Page, text: str) -> None:
    where = page.where
    try:
        said = json.loads(text)
    except ValueError as error:
        report.fault("not-json", where, error)
        return
    for one in said if isinstance(said, list) else [said]:
        if not isinstance(one, dict) or str(one.get("@context", "")).rstrip("/") != SPACE.rstrip("/"):
            report.fault("jsonld-context", where, f"the context of a block is {SPACE}, over https")
            return
    dropped: list[str] = []
    try:
        nodes = jsonld.expand(said, {"documentLoader": load, "base": site.web(where)}, on_property_dropped=lambda name: dropped.append(str(name)))
    except jsonld.JsonLdError as error:
        report.fault("jsonld-expand", where, error)
        return
    for name in sorted(set(dropped)):
        report.fault("jsonld-dropped", where, f"{name} is no property of schema.org")
    if not nodes:
        report.fault("jsonld-expand", where, "nothing is left of it")
    defined = {node["@id"]: kinds(node) for node in walk(nodes) if "@id" in node and len(node) > 1}
    for node in walk(nodes):
        judge_node(site, report, where, node, defined)


def walk(value: object):
    """Every node of an expanded document."""
    if isinstance(value, list):
        for one in value:
            yield from walk(one)
    elif isinstance(value, dict) and "@value" not in value:
        yield value
        for one in value.values():
            yield from walk(one)


def kinds(node: dict) -> list[str]:
    return [kind.removeprefix(SPACE) for kind in node.get("@type", [])]


def judge_node(site: Site, report: Report, where: str, node: dict, defined: dict[str, list[str]]) -> None:
    if set(node) == {"@id"} and node["@id"].startswith(site.web(where) + "#") and node["@id"] not in defined:
        report.fault("jsonld-reference", where, f"{node['@id']} is nowhere in the block")
    if "@type" not in node and set(node) - {"@id", "@list", "@graph"}:
        report.fault("jsonld-type", where, f"a node with {', '.join(sorted(name.rsplit('/', 1)[-1] for name in node))} has no type")
    known = schema_org()
    unknown = [kind for kind in kinds(node) if kind not in known.types]
    for kind in unknown:
        report.fault("jsonld-type", where, f"{kind} is no type of schema.org")
    if unknown or "@type" not in node:
        return
    may = {name: held for kind in kinds(node) for name, held in known.properties_of(kind).items()}
    for name, values in node.items():
        if name.startswith("@"):
            continue
        name = name.removeprefix(SPACE)
        if name not in may:
            report.fault("jsonld-property", where, f"{name} is no property of {' or '.join(kinds(node))}")
            continue
        for value in values:
            judge_value(site, report, where, name, may[name], value, defined)


def judge_value(site: Site, report: Report, where: str, name: str, held: frozenset[str], value: dict, defined: dict[str, list[str]]) -> None:
    """A value is of a kind the property may hold."""
    wanted = " or ".join(sorted(held - {"IdReference"}))
    if "@value" in value:
        judge_literal(report, where, name, held, value["@value"], wanted)
        text = str(value["@value"])
        if absolute(text):
            check_address(site, report, where, urldefrag(text)[0])
        return
    found = kinds(value) or defined.get(value.get("@id"), [])
    fitting = frozenset().union(*(schema_org().kinds_of(kind) for kind in held))
    if found and not fitting & set(found):
        report.fault("jsonld-range", where, f"{name} is a {found[0]}, not {wanted}")
    elif not found and set(value) == {"@id"} and absolute(value["@id"]):
        check_address(site, report, where, urldefrag(value["@id"])[0])


def judge_literal(report: Report, where: str, name: str, held: frozenset[str], value: object, wanted: str) -> None:
    text = str(value).strip()
    if not text:
        report.fault("jsonld-value", where, f"{name} is empty")
    elif held & TEXTS and not held <= {"URL", "IdReference"}:
        return
    elif held & TIMES:
        if not ISO.fullmatch(text):
            report.fault("jsonld-value", where, f"{name} “{text}” is neither a day nor a moment with its offset")
    elif "URL" in held:
        if not absolute(text):
            report.fault("jsonld-value", where, f"{name} “{text}” is no absolute address")
    elif held & NUMBERS:
        if isinstance(value, bool) or not isinstance(value, int | float):
            report.fault("jsonld-value", where, f"{name} “{text}” is no number")
    elif "Boolean" in held:
        if not isinstance(value, bool):
            report.fault("jsonld-value", where, f"{name} “{text}” is neither true nor false")
    elif not held & DATA and not absolute(text):
        report.fault("jsonld-range", where, f"{name} is the text “{text}”, not {wanted}")
