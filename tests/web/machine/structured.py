"""Data for search engines inside pages (JSON-LD, schema.org): a processor reads them without a network and drops nothing."""

import json
import re
from functools import cache
from urllib.parse import urldefrag

from pyld import jsonld
from rdflib.namespace import SDO

from .common import Page, Report, Site, absolute, check_address

SCHEMA_ORG = "https://schema.org/"
DATES = {"datePublished", "dateModified", "dateCreated", "datePosted", "uploadDate", "expires", "startDate", "endDate", "validFrom", "validThrough", "validUntil", "doorTime"}
ISO = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?")
ADDRESSES = {"url", "contentUrl", "item", "sameAs", "license", "mainEntityOfPage", "embedUrl", "image", "logo"}


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
    if not blocks and site.expects("jsonld"):
        report.fault("no-jsonld", "/", "no page has data for search engines")
    report.note(f"{blocks} blocks")


@cache
def context() -> dict:
    """The terms of schema.org, as rdflib knows them: the stub that stands for the site."""
    return {str(term).removeprefix(SCHEMA_ORG): str(term) for term in dir(SDO) if str(term).startswith(SCHEMA_ORG)}


def load(address: str, options: dict) -> dict:
    if address.rstrip("/") != SCHEMA_ORG.rstrip("/"):
        raise jsonld.JsonLdError(f"asks for {address}: only {SCHEMA_ORG} is known", "jsonld.LoadDocumentError")
    return {"contextUrl": None, "documentUrl": address, "contentType": "application/ld+json", "document": {"@context": context()}}


def judge_block(site: Site, report: Report, page: Page, text: str) -> None:
    where = page.where
    try:
        said = json.loads(text)
    except ValueError as error:
        report.fault("not-json", where, error)
        return
    for one in said if isinstance(said, list) else [said]:
        if not isinstance(one, dict) or str(one.get("@context", "")).rstrip("/") != SCHEMA_ORG.rstrip("/"):
            report.fault("jsonld-context", where, f"the context of a block is {SCHEMA_ORG}, over https")
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
    defined = {node["@id"] for node in walk(nodes) if "@id" in node and len(node) > 1}
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


def judge_node(site: Site, report: Report, where: str, node: dict, defined: set[str]) -> None:
    if set(node) == {"@id"} and node["@id"].startswith(site.web(where) + "#") and node["@id"] not in defined:
        report.fault("jsonld-reference", where, f"{node['@id']} is nowhere in the block")
    if "@type" not in node and set(node) - {"@id", "@list", "@graph"}:
        report.fault("jsonld-type", where, f"a node with {', '.join(sorted(name.rsplit('/', 1)[-1] for name in node))} has no type")
    for kind in node.get("@type", []):
        name = kind.removeprefix(SCHEMA_ORG)
        if name == kind or name not in context() or not name[0].isupper():
            report.fault("jsonld-type", where, f"{kind} is no type of schema.org")
    for name, values in node.items():
        if not name.startswith("@"):
            for value in values:
                judge_value(site, report, where, name.removeprefix(SCHEMA_ORG), value)


def judge_value(site: Site, report: Report, where: str, name: str, value: dict) -> None:
    text = value.get("@value", value.get("@id"))
    if text is None:
        return
    if not str(text).strip():
        report.fault("jsonld-value", where, f"{name} is empty")
    elif name in DATES and not ISO.fullmatch(str(text)):
        report.fault("jsonld-value", where, f"{name} “{text}” is neither a day nor a moment with its offset")
    elif name in ADDRESSES and "@value" in value and not absolute(str(text)):
        report.fault("jsonld-value", where, f"{name} “{text}” is no absolute address")
    if name in ADDRESSES and absolute(str(text)):
        check_address(site, report, where, urldefrag(str(text))[0])
