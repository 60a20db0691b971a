"""Files at addresses that others have agreed on: robots.txt, security.txt (RFC 9116), the description of the search (OpenSearch)."""

import re
from datetime import datetime, timezone
from urllib.robotparser import RobotFileParser

from .common import Report, Site, absolute, check_address, read_xml, rfc3339

CRAWLERS = ["*", "Googlebot", "Bingbot"]
OPENSEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"
SECURITY = {"contact", "expires", "encryption", "acknowledgments", "preferred-languages", "canonical", "policy", "hiring", "csaf"}


def judge(site: Site, report: Report) -> None:
    judge_robots(site, report)
    judge_security(site, report)
    judge_search(site, report)


def judge_robots(site: Site, report: Report) -> None:
    path, where = site.root / "robots.txt", "/robots.txt"
    if not path.is_file():
        report.fault("no-robots", where, "is missing")
        return
    report.look(where)
    lines = path.read_text("utf-8").splitlines()
    for line in lines:
        key, _, value = line.partition(":")
        if key.strip().lower() == "disallow" and value.split("#")[0].strip():
            report.fault("robots-disallow", where, line)
    robots = RobotFileParser()
    robots.parse(lines)
    files = [site.web(site.where(path)) for path in site.all_files]
    for crawler in CRAWLERS:
        shut = [address for address in files if not robots.can_fetch(crawler, address)]
        if shut:
            report.fault("robots-shut", where, f"{crawler} may not read {len(shut)} files, such as {shut[0]}")
    if f"{site.base}sitemap.xml" not in (robots.site_maps() or []):
        report.fault("robots-sitemap", where, f"does not name {site.base}sitemap.xml")


def judge_security(site: Site, report: Report) -> None:
    where = "/.well-known/security.txt"
    path = site.root / where[1:]
    if (site.root / "security.txt").is_file():
        report.fault("security", "/security.txt", f"belongs to {where}")
    if not path.is_file():
        return  # a body may have nobody to write to
    report.look(where)
    found: dict[str, list[str]] = {}
    for number, line in enumerate(path.read_bytes().decode("utf-8", "replace").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        match = re.fullmatch(r"([A-Za-z-]+): (\S.*)", line)
        if not match or match[1].lower() not in SECURITY:
            report.fault("security", f"{where}:{number}", f"“{line}” is no field of RFC 9116")
            continue
        found.setdefault(match[1].lower(), []).append(match[2].strip())
    if not found.get("contact"):
        report.fault("security", where, "has no Contact")
    for name in ("expires", "preferred-languages"):
        if len(found.get(name, [])) > 1 or (name == "expires" and name not in found):
            report.fault("security", where, f"{len(found.get(name, []))} × {name.capitalize()}")
    for name in ("contact", "encryption", "acknowledgments", "canonical", "policy", "hiring", "csaf"):
        for address in found.get(name, []):
            if not re.match(r"https://\S+$|mailto:\S+@\S+$|tel:\+?[\d-]+$|dns:\S+$|openpgp4fpr:\w+$", address):
                report.fault("security", where, f"{name.capitalize()}: “{address}” is no address to open")
            elif absolute(address):
                check_address(site, report, where, address)
    if "canonical" in found and site.web(where) not in found["canonical"]:
        report.fault("security", where, f"Canonical does not name {site.web(where)}")
    judge_expiry(site, report, where, found.get("expires", [])[:1])


def judge_expiry(site: Site, report: Report, where: str, said: list[str]) -> None:
    for text in said:
        try:
            expires = rfc3339(text)
        except ValueError as error:
            report.fault("security", where, f"Expires: {error}")
            return
        now = site.moment or datetime.now(timezone.utc)
        if expires <= now:
            report.fault("security", where, f"has expired, on {text}")
        elif (expires - now).days > 366:
            report.fault("security", where, f"Expires: {text} is more than a year away, which RFC 9116 (2.5.5) advises against")


def judge_search(site: Site, report: Report) -> None:
    """The description of the search; the home page announces it."""
    path, where = site.root / "opensearch.xml", "/opensearch.xml"
    if not path.is_file():
        if site.expects("opensearch"):
            report.fault("no-opensearch", where, "is missing")
        return
    root = read_xml(report, path, where)
    if root is None:
        return
    if root.tag != f"{OPENSEARCH}OpenSearchDescription":
        report.fault("opensearch", where, f"<{root.tag}> is no OpenSearchDescription")
        return
    for name, limit in (("ShortName", 16), ("Description", 1024), ("LongName", 48), ("Contact", 1024), ("Developer", 64)):
        texts = [(one.text or "").strip() for one in root.findall(OPENSEARCH + name)]
        if len(texts) > 1 or (name in ("ShortName", "Description") and not any(texts)):
            report.fault("opensearch", where, f"needs one {name}")
        for text in texts:
            if len(text) > limit or "<" in text:
                report.fault("opensearch", where, f"{name} “{text}” is longer than {limit} characters, or holds markup")
    urls = root.findall(f"{OPENSEARCH}Url")
    pages = [url for url in urls if url.get("type") == "text/html" and "{searchTerms" in (url.get("template") or "")]
    if not pages:
        report.fault("opensearch", where, "has no Url of type text/html with {searchTerms}")
    for url in urls:
        check_address(site, report, where, re.sub(r"\{\w+\??\}", "x", url.get("template") or "x"))
    for image in root.findall(f"{OPENSEARCH}Image"):
        check_address(site, report, where, (image.text or "").strip() or "x")
    home = next((page for page in site.pages if page.where == "/"), None)
    announced = [link for link in (home.links if home else []) if "search" in link.get("rel", "").split()
                 and link.get("type") == "application/opensearchdescription+xml" and link.get("title")]
    if not any(site.resolve(link.get("href", ""), home) == path for link in announced):
        report.fault("opensearch", "/", f"the home page does not announce {where} (rel=search, its type, a title)")
