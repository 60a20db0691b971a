"""XML: every document well-formed, the site map against its schema, the data sets of l. 190/2012 against ANAC's."""

import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path

from lxml import etree

from .common import SCHEMAS, SITEMAP, CannotJudge, Report, Site, check_address, read_xml

LOCATIONS = 50_000  # of one site map
BYTES = 50 << 20
L190 = "{legge190_1_0}pubblicazione"
L190_INDEX = "indici"
L190_BYTES = 5 << 20


def judge(site: Site, report: Report) -> None:
    roots = {}
    for path in site.files(".xml", ".xsl", ".svg", ".rdf"):
        root = read_xml(report, path, site.where(path))
        if root is not None:
            roots[path] = root
    judge_sitemap(site, report, roots)
    judge_l190(site, report, roots)


# ── site map ──


def judge_sitemap(site: Site, report: Report, roots: dict[Path, etree._Element]) -> None:
    path, where = site.root / "sitemap.xml", "/sitemap.xml"
    if path not in roots:
        if not path.is_file():
            report.fault("no-sitemap", where, "is missing")
        return
    root = roots[path]
    against(report, where, root)
    parts = [path]
    if root.tag == f"{SITEMAP}sitemapindex":
        parts = []
        for loc in root.iter(f"{SITEMAP}loc"):
            address = (loc.text or "").strip()
            part = site.file_of(address) if site.is_own(address) else None
            if part not in roots:
                report.fault("sitemap-loc", where, f"{address} is no site map of this site")
            elif roots[part].tag != f"{SITEMAP}urlset":
                report.fault("sitemap-loc", where, f"{address} holds no addresses")
            else:
                against(report, site.where(part), roots[part])
                parts.append(part)
    stray = [part for part, one in roots.items() if str(one.tag).startswith(SITEMAP) and part not in [path, *parts]]
    for part in stray:
        report.fault("sitemap-loc", site.where(part), f"{where} does not name it")
    listed = Counter()
    for part in parts:
        listed.update(judge_locations(site, report, part, roots[part]))
    for address, count in listed.items():
        if count > 1:
            report.fault("sitemap-twice", where, f"{address} × {count}")


def against(report: Report, where: str, root: etree._Element) -> None:
    name = "siteindex.xsd" if root.tag == f"{SITEMAP}sitemapindex" else "sitemap.xsd"
    schema = etree.XMLSchema(etree.parse(SCHEMAS / name))
    if not schema.validate(root):
        for error in list(schema.error_log)[:20]:
            report.fault("sitemap-schema", f"{where}:{error.line}", error.message)


def judge_locations(site: Site, report: Report, path: Path, root: etree._Element) -> list[str]:
    """The addresses of one site map."""
    where = site.where(path)
    for entry in root.iter(f"{SITEMAP}url"):
        for tag, count in Counter(child.tag for child in entry if str(child.tag).startswith(SITEMAP)).items():
            if count > 1:
                report.fault("sitemap-schema", f"{where}:{entry.sourceline}", f"{count} × {etree.QName(tag).localname}")
        if entry.find(f"{SITEMAP}loc") is None:
            report.fault("sitemap-schema", f"{where}:{entry.sourceline}", "an entry without loc")
    listed = [(loc.text or "").strip() for loc in root.iter(f"{SITEMAP}loc")]
    if len(listed) > LOCATIONS or path.stat().st_size > BYTES:
        report.fault("sitemap-size", where, f"{len(listed)} addresses, {path.stat().st_size} bytes")
    for address in listed:
        if not site.is_own(address):
            report.fault("sitemap-loc", where, f"{address} is not below {site.base}")
        elif site.file_of(address).suffix != ".html" or not site.file_of(address).is_file():
            report.fault("sitemap-loc", where, f"{address} is no page")
    return listed


# ── l. 190/2012 ──


def judge_l190(site: Site, report: Report, roots: dict[Path, etree._Element]) -> None:
    folder = "/dati/l190/"
    data = [path for path, root in roots.items() if root.tag == L190]
    indexes = [path for path, root in roots.items() if root.tag == L190_INDEX]
    for path in roots:
        if site.where(path).startswith(folder) and path not in data + indexes:
            report.fault("l190", site.where(path), f"<{roots[path].tag}> is neither a data set nor an index of l. 190/2012")
    if not data and (indexes or site.expects("l190")):
        report.fault("no-l190", folder, "has no data set of l. 190/2012")
    for path in data:
        validate(site, report, path, "datasetAppaltiL190.xsd")
        judge_data_set(site, report, path, roots[path])
    for path in indexes:
        validate(site, report, path, "datasetIndiceAppaltiL190.xsd")
        judge_own_address(site, report, path, roots[path])
        named = [(link.text or "").strip() for link in roots[path].iter("linkDataset")]
        for address in named:
            check_address(site, report, site.where(path), address)
        for other in data:
            if site.web(site.where(other)) not in named:
                report.fault("l190-index", site.where(path), f"does not name {site.where(other)}")
    if data and not indexes:
        report.fault("l190-index", f"{folder}indice.xml", "is missing")


def validate(site: Site, report: Report, path: Path, schema: str) -> None:
    if not shutil.which("xmllint"):
        raise CannotJudge("xmllint is missing: install the package libxml2-utils")
    asked = subprocess.run(["xmllint", "--nonet", "--noout", "--schema", SCHEMAS / "l190" / schema, path], capture_output=True, text=True)
    if asked.returncode not in (0, 3):
        raise CannotJudge(f"xmllint: {asked.stderr}")
    for line in asked.stderr.splitlines():
        found = re.match(r".*?:(\d+): (?:element [^:]*: )?Schemas validity error : (.*)", line)
        if found:
            report.fault("l190-schema", f"{site.where(path)}:{found[1]}", found[2])
    if asked.returncode and not any(rule == "l190-schema" for rule, _, _ in report.faults):
        raise CannotJudge(f"xmllint: {asked.stderr}")


def judge_data_set(site: Site, report: Report, path: Path, root: etree._Element) -> None:
    where = site.where(path)
    judge_own_address(site, report, path, root)
    year = root.findtext("metadata/annoRiferimento")
    if path.stem.isdigit() and year != path.stem:
        report.fault("l190", where, f"is about {year}, not {path.stem}")
    if path.stat().st_size > L190_BYTES:
        report.fault("l190", where, f"{path.stat().st_size} bytes, 5 MB at most")
    for cig, count in Counter(root.xpath("data/lotto/cig/text()")).items():
        if count > 1 and cig.strip("0"):
            report.fault("l190", where, f"CIG {cig} × {count}")


def judge_own_address(site: Site, report: Report, path: Path, root: etree._Element) -> None:
    said = (root.findtext("metadata/urlFile") or "").strip()
    if said != site.web(site.where(path)):
        report.fault("l190-address", site.where(path), f"urlFile is “{said}”, not {site.web(site.where(path))}")
