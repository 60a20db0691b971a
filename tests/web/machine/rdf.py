"""The catalogue of open data (DCAT-AP_IT) in RDF/XML, Turtle and JSON-LD: one graph, right by the profile, about files that are there."""

import logging
import re
from pathlib import Path

import pyshacl
import rdflib
from pyld import jsonld
from rdflib.compare import graph_diff, isomorphic, to_isomorphic
from rdflib.namespace import DCAT, DCTERMS, FOAF, OWL, PROV, RDF, RDFS, SKOS, VANN, XSD

from .common import SCHEMAS, Report, Site, check_address, read_json, read_xml

logging.getLogger("rdflib").setLevel(logging.CRITICAL)

FORMATS = {".rdf": "xml", ".ttl": "turtle", ".jsonld": "json-ld"}
SHACL = rdflib.Namespace("http://www.w3.org/ns/shacl#")
PROFILE = "http://dati.gov.it/onto/dcatapit#"
VCARD = "http://www.w3.org/2006/vcard/ns#"
# Vocabularies whose terms we know: a name they do not have is a slip.
KNOWN = {str(space): {str(term) for term in dir(space)} for space in (DCAT, DCTERMS, FOAF, OWL, PROV, RDFS, SKOS, VANN, XSD)}
KNOWN[PROFILE] = {PROFILE + name for name in ("Agent", "Catalog", "Dataset", "Distribution", "LicenseDocument", "Location", "Organization", "PeriodOfTime", "Standard", "referenceDoc", "startDate", "endDate")}
KNOWN[VCARD] = {VCARD + name for name in (
    "Address", "Fax", "Group", "Home", "Individual", "Kind", "Location", "Organization", "Voice", "Work", "country-name", "fn", "hasAddress",
    "hasEmail", "hasName", "hasTelephone", "hasURL", "hasValue", "locality", "organization-name", "postal-code", "region", "street-address")}
PLACES = (DCAT.accessURL, DCAT.downloadURL, DCAT.landingPage, FOAF.homepage, FOAF.page)


def judge(site: Site, report: Report) -> None:
    graphs = {}
    for path in site.files(*FORMATS):
        graph = read(site, report, path)
        if graph is not None:
            graphs[path] = graph
    first = site.root / "dati" / "catalogo.ttl"
    there = [first.with_suffix(suffix) for suffix in FORMATS]
    if site.expects("rdf") or any(path.is_file() for path in there):
        for path in there:
            if not path.is_file():
                report.fault("no-catalogue", site.where(path), "is missing")
    for path, graph in graphs.items():
        judge_terms(site, report, path, graph)
        judge_profile(site, report, path, graph)
    if first in graphs:
        judge_files(site, report, first, graphs[first])
        for path in there:
            if path in graphs and path != first:
                judge_same(site, report, path, graphs[path], graphs[first])
        report.note(f"{len(graphs)} graphs, {len(graphs[first])} statements, {len(set(graphs[first].subjects(RDF.type, DCAT.Dataset)))} data sets")


def read(site: Site, report: Report, path: Path) -> rdflib.Graph | None:
    where, raw = site.where(path), path.read_bytes()
    report.look(where)
    if path.suffix == ".jsonld" and not expand(report, path, where):
        return None
    if path.suffix == ".rdf" and read_xml(report, path, where) is None:
        return None
    graph = rdflib.Graph()
    try:
        graph.parse(data=raw, format=FORMATS[path.suffix], publicID=site.web(where))
    except Exception as error:  # each parser has its own
        report.fault("rdf-parse", where, f"{type(error).__name__}: {error}")
        return None
    if not len(graph):
        report.fault("rdf-parse", where, "says nothing")
    wrong = {node for node in graph.all_nodes() | set(graph.predicates()) if isinstance(node, rdflib.URIRef) and not is_iri(node)}
    for node in sorted(wrong):
        report.fault("rdf-iri", where, f"“{node}” is no IRI")
    return None if wrong else graph


def is_iri(text: str) -> bool:
    return bool(re.fullmatch(r"(?!file:)[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+", text))


def expand(report: Report, path: Path, where: str) -> bool:
    """JSON-LD through a processor of its own, without a network; says whether the rest may be read."""
    said = read_json(report, path, where)
    if said is None:
        return False

    def refuse(address: str, options: dict) -> None:
        raise jsonld.JsonLdError(f"asks for {address}: the context has to be in the file", "jsonld.LoadDocumentError")

    dropped: list[str] = []
    try:
        left = jsonld.expand(said, {"documentLoader": refuse}, on_property_dropped=lambda name: dropped.append(str(name)))
    except jsonld.JsonLdError as error:
        report.fault("jsonld-expand", where, error)
        return False
    for name in sorted(set(dropped)):
        report.fault("jsonld-dropped", where, f"{name} means nothing by its context")
    if not left:
        report.fault("jsonld-expand", where, "nothing is left of it")
    return bool(left)


def judge_terms(site: Site, report: Report, path: Path, graph: rdflib.Graph) -> None:
    where = site.where(path)
    unknown = set()
    for subject, predicate, object in graph:
        for term in (predicate, object if predicate == RDF.type else None):
            unknown.update(str(term) for space, names in KNOWN.items() if term and str(term).startswith(space) and str(term) not in names)
        if isinstance(object, rdflib.Literal):
            if object.ill_typed:
                report.fault("rdf-literal", where, f"{predicate}: “{object}” is no {object.datatype}")
            if not str(object).strip():
                report.fault("rdf-literal", where, f"{predicate} of {subject} is empty")
    for term in sorted(unknown):
        report.fault("rdf-term", where, f"{term} is in no vocabulary")


def judge_profile(site: Site, report: Report, path: Path, graph: rdflib.Graph) -> None:
    where = site.where(path)
    if (None, RDF.type, DCAT.Catalog) not in graph:
        report.fault("no-catalogue", where, "holds no dcat:Catalog")
    _, results, _ = pyshacl.validate(graph, shacl_graph=shapes(), advanced=False, inference="none")
    for result in results.subjects(RDF.type, SHACL.ValidationResult):
        focus, about, value = (results.value(result, SHACL[name]) for name in ("focusNode", "resultPath", "value"))
        message = results.value(result, SHACL.resultMessage)
        report.fault("dcat-ap-it", where, f"{focus} {str(about or '').rsplit('/', 1)[-1].rsplit('#', 1)[-1]}: {message}{f' ({value})' if value else ''}")


def shapes() -> rdflib.Graph:
    return rdflib.Graph().parse(SCHEMAS / "dcat-ap-it.ttl", format="turtle")


def judge_same(site: Site, report: Report, path: Path, graph: rdflib.Graph, first: rdflib.Graph) -> None:
    if isomorphic(graph, first):
        return
    _, mine, its = graph_diff(to_isomorphic(graph), to_isomorphic(first))
    for name, rest in (("only here", mine), ("only in catalogo.ttl", its)):
        for statement in list(rest)[:3]:
            report.fault("rdf-differ", site.where(path), f"{name}: {' '.join(statement)}")


def judge_files(site: Site, report: Report, path: Path, graph: rdflib.Graph) -> None:
    """What is ours is there, with its true size, and every table is told of."""
    where = site.where(path)
    for predicate in PLACES:
        for address in graph.objects(None, predicate):
            check_address(site, report, where, str(address))
    told = set()
    for distribution, address in graph.subject_objects(DCAT.downloadURL):
        file = site.file_of(str(address)) if site.is_own(str(address)) else None
        told.add(file)
        for size in graph.objects(distribution, DCAT.byteSize):
            if file and file.is_file() and int(float(size)) != file.stat().st_size:
                report.fault("rdf-bytes", where, f"{address} has {file.stat().st_size} bytes, not {size}")
    for table in site.files(".csv"):
        if site.where(table).startswith("/dati/") and table not in told:
            report.fault("rdf-gap", site.where(table), f"no distribution of {where} has it as downloadURL")
    for subject in {node for kind in (DCAT.Catalog, DCAT.Dataset, DCAT.Distribution) for node in graph.subjects(RDF.type, kind)}:
        for title in graph.objects(subject, DCTERMS.title):
            if not title.language:
                report.fault("rdf-literal", where, f"the title of {subject} does not say its language")
