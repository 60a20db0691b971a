"""The manifest of the edition (`edizione.json`): every file with its true size and SHA-256, and since when it is so."""

import hashlib
import re
from datetime import date, datetime

from .common import Report, Site, read_json

PLACE = "/edizione.json"
PATH = ("percorso", "path", "file", "indirizzo", "nome")
SIZE = ("byte", "bytes", "dimensione", "size")
SINCE = ("dal", "da", "since", "data")


def judge(site: Site, report: Report) -> None:
    path = site.root / PLACE[1:]
    if not path.is_file():
        if site.expects("manifest"):
            report.fault("no-manifest", PLACE, "is missing")
        return
    said = read_json(report, path, PLACE)
    if not isinstance(said, dict):
        return
    if not any("commit" in name for name in said):
        report.fault("manifest", PLACE, "does not say the commit it was made from (null where there is none)")
    for name, value in said.items():
        if "commit" in name and value is not None and not re.fullmatch(r"[0-9a-f]{40}|[0-9a-f]{64}", str(value.get("id", "") if isinstance(value, dict) else value)):
            report.fault("manifest", PLACE, f"{name} “{value}” is no commit")
    rows = list(entries(said))
    listed = {}
    for row in rows:
        name = str(first(row, PATH) or "").lstrip("/")
        if not name or ".." in name.split("/"):
            report.fault("manifest", PLACE, f"{row} names no file")
        elif name in listed:
            report.fault("manifest", PLACE, f"{name} is listed twice")
        listed[name] = row
        judge_entry(site, report, name, row)
    for file in site.all_files:
        where = site.where(file)
        # What the program writes for itself is hidden, and lies at the root.
        if where != PLACE and where[1:] not in listed and not re.fullmatch(r"/\.[^/]+", where):
            report.fault("manifest-gap", where, f"{PLACE} does not list it")
    report.note(f"{len(listed)} files listed")


def entries(said: dict):
    """The rows: a list of objects with a `sha256`, or an object of such by path."""
    for value in said.values():
        if isinstance(value, list) and value and all(isinstance(one, dict) and "sha256" in one for one in value):
            yield from value
        elif isinstance(value, dict) and value and all(isinstance(one, dict) and "sha256" in one for one in value.values()):
            yield from ({PATH[0]: name, **one} for name, one in value.items())


def first(row: dict, names: tuple[str, ...]) -> object:
    return next((row[name] for name in names if name in row), None)


def judge_entry(site: Site, report: Report, name: str, row: dict) -> None:
    file, where = site.root / name, f"/{name}"
    if not file.is_file():
        report.fault("manifest-missing", where, "is listed and not there")
        return
    report.look(where)
    raw = file.read_bytes()
    if first(row, SIZE) != len(raw):
        report.fault("manifest-size", where, f"has {len(raw)} bytes, not {first(row, SIZE)}")
    true = hashlib.sha256(raw).hexdigest()
    if str(row["sha256"]) != true:
        report.fault("manifest-hash", where, f"{row['sha256']} is not {true}")
    since = str(first(row, SINCE))
    try:
        read = datetime.fromisoformat(since) if "T" in since else date.fromisoformat(since)
    except ValueError:
        report.fault("manifest-since", where, f"“{since}” is no date")
        return
    if isinstance(read, datetime) and read.tzinfo is None:
        report.fault("manifest-since", where, f"“{since}” has no offset")
    elif site.moment and (read if isinstance(read, datetime) else datetime.combine(read, datetime.min.time(), site.moment.tzinfo)) > site.moment:
        report.fault("manifest-since", where, f"“{since}” is after the moment the site speaks of, {site.moment}")
