"""The manifest of the edition (`edizione.json`): every file with its true size and SHA-256, and since when it is so."""

import hashlib
import re
from datetime import datetime

from .common import Report, Site, read_json

PLACE = "/edizione.json"


def judge(site: Site, report: Report) -> None:
    path = site.root / PLACE[1:]
    if not path.is_file():
        if site.expects("manifest"):
            report.fault("no-manifest", PLACE, "is missing")
        return
    said = read_json(report, path, PLACE)
    if not isinstance(said, dict) or not isinstance(said.get("file"), list):
        report.fault("manifest", PLACE, "is no object with a list, “file”")
        return
    commit = said.get("commit", "")
    if commit is not None and not re.fullmatch(r"[0-9a-f]{40}|[0-9a-f]{64}", str(commit)):
        report.fault("manifest", PLACE, f"“{commit}” is no commit (null, where there is none)")
    changed = moment(said.get("modificata"))
    if changed is None:
        report.fault("manifest", PLACE, f"“{said.get('modificata')}” is no moment with its offset")
    listed = set()
    for row in said["file"]:
        name = row.get("percorso") if isinstance(row, dict) else None
        if not isinstance(name, str) or not name or name.startswith("/") or ".." in name.split("/"):
            report.fault("manifest", PLACE, f"{row} names no file")
        elif name in listed:
            report.fault("manifest", PLACE, f"{name} is listed twice")
        else:
            listed.add(name)
            judge_entry(site, report, name, row, changed)
    for file in site.all_files:
        where = site.where(file)
        # What the program writes for itself is hidden, and lies at the root.
        if where != PLACE and where[1:] not in listed and not re.fullmatch(r"/\.[^/]+", where):
            report.fault("manifest-gap", where, f"{PLACE} does not list it")
    report.note(f"{len(listed)} files listed")


def moment(text: object) -> datetime | None:
    try:
        read = datetime.fromisoformat(str(text))
    except ValueError:
        return None
    return read if read.tzinfo and "T" in str(text) else None


def judge_entry(site: Site, report: Report, name: str, row: dict, changed: datetime | None) -> None:
    file, where = site.root / name, f"/{name}"
    if not file.is_file():
        report.fault("manifest-missing", where, "is listed and not there")
        return
    report.look(where)
    raw = file.read_bytes()
    if row.get("byte") != len(raw):
        report.fault("manifest-size", where, f"has {len(raw)} bytes, not {row.get('byte')}")
    true = hashlib.sha256(raw).hexdigest()
    if row.get("sha256") != true:
        report.fault("manifest-hash", where, f"{row.get('sha256')} is not {true}")
    since = moment(row.get("dal"))
    if since is None:
        report.fault("manifest-since", where, f"“{row.get('dal')}” is no moment with its offset")
    elif changed and since > changed:
        report.fault("manifest-since", where, f"“{row['dal']}” is after the edition's own, {changed}")
