"""Contracting data (OCDS 1.1.5): schemas, code lists, fields the standard does not have, and the history compiled anew."""

import csv
import json
import re
from collections import Counter
from datetime import datetime
from functools import cache

import jsonschema
import ocdsmerge
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT4

from .common import SCHEMAS, Report, Site, check_address, read_json, rfc3339

FOLDER = SCHEMAS / "ocds"
PLACE = "https://standard.open-contracting.org/schema/1__1__5/"
VERSIONED = f"{PLACE}versioned-release-validation-schema.json"
NAMES = ("ocds.json", "ocds-storia.json")
ANAC = "ocds-hu01ve-"  # of the authority's own data: nobody else mints identifiers under it


def judge(site: Site, report: Report) -> None:
    packages = {}
    for path in site.files(".json"):
        named, raw = path.name in NAMES, path.read_bytes()
        if not named and b'"ocid"' not in raw:
            continue
        where = site.where(path)
        said = read_json(report, path, where)
        kind = "release-package" if isinstance(said, dict) and "releases" in said else "record-package"
        if not isinstance(said, dict) or not {"releases", "records"} & set(said):
            report.fault("ocds-package", where, "has an ocid, and is neither a release package nor a record package")
        elif named and (path.name == NAMES[0]) != (kind == "release-package"):
            report.fault("ocds-package", where, f"a release package is called {NAMES[0]}, a record package {NAMES[1]}")
        else:
            packages[where] = said
            judge_package(site, report, where, said, kind)
    if not packages and site.expects("ocds"):
        report.fault("no-ocds", "/atti/", "no notice has contracting data")
    judge_histories(report, packages)
    report.note(f"{len(packages)} packages, {sum(len(releases(said)) for said in packages.values())} releases")


@cache
def schema(name: str) -> dict:
    return json.loads((FOLDER / f"{name}-schema.json").read_bytes())


@cache
def registry() -> Registry:
    known = {f"{PLACE}{name}-schema.json": schema(name) for name in ("release", "release-package", "record-package")}
    known[VERSIONED] = {}  # none is published: judge_records() refuses them
    return Registry().with_resources((address, Resource(contents, specification=DRAFT4)) for address, contents in known.items())


@cache
def validator(name: str) -> jsonschema.Draft4Validator:
    return jsonschema.Draft4Validator(schema(name), registry=registry(), format_checker=jsonschema.FormatChecker())


@cache
def merger() -> ocdsmerge.Merger:
    return ocdsmerge.Merger(schema("release"))


@cache
def codes(name: str) -> frozenset[str]:
    with (FOLDER / "codelists" / name).open(encoding="utf-8") as opened:
        return frozenset(row["Code"] for row in csv.DictReader(opened))


def releases(said: dict) -> list[dict]:
    """Every release with its data, of either kind of package."""
    found = said.get("releases", []) if "releases" in said else [one for record in said["records"] if isinstance(record, dict) for one in record.get("releases", [])]
    return [one for one in found if isinstance(one, dict)]


def judge_package(site: Site, report: Report, where: str, said: dict, kind: str) -> None:
    for error in validator(kind).iter_errors(said):
        told = jsonschema.exceptions.best_match([error]) or error
        report.fault("ocds-schema", where, f"{told.json_path}: {told.message}")
    if said.get("uri") != site.web(where):
        report.fault("ocds-uri", where, f"uri is “{said.get('uri')}”, not {site.web(where)}")
    if said.get("version") != "1.1":
        report.fault("ocds-uri", where, f"version is “{said.get('version')}”, not 1.1")
    if said.get("extensions"):
        report.fault("ocds-extension", where, "an extension cannot be judged here, nor by whoever reads the file without a network")
    if not said.get("license"):
        report.fault("ocds-licence", where, "says nothing of its licence")
    walk(report, where, said, schema(kind), "")
    for count, one in enumerate(releases(said)):
        walk(report, where, one, schema("release"), f"releases/{count}")
        judge_release(report, where, one)
    for key, count in Counter((one.get("ocid"), one.get("id")) for one in releases(said)).items():
        if count > 1:
            report.fault("ocds-id-twice", where, f"release {key[1]} × {count}")
    for text in strings(said):
        if site.is_own(text):
            check_address(site, report, where, text)
    if kind == "record-package":
        judge_records(report, where, said)
    else:
        judge_order(report, where, releases(said))


def strings(value: object):
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for one in value.values() if isinstance(value, dict) else value:
            yield from strings(one)


def walk(report: Report, where: str, value: object, rule: dict, path: str) -> None:
    """What a schema that allows everything else lets through: unknown, deprecated and empty fields, and other codes."""
    if "$ref" in rule and rule["$ref"].startswith("#"):
        definitions = {**schema("release")["definitions"], **schema("record-package")["definitions"]}
        walk(report, where, value, definitions[rule["$ref"].rsplit("/", 1)[-1]], path)
        return
    if value in ("", [], {}) or (isinstance(value, str) and not value.strip()):
        report.fault("ocds-empty", where, f"{path} is empty: leave it out")
    if "codelist" in rule:
        for code in value if isinstance(value, list) else [value]:
            if isinstance(code, str) and code not in codes(rule["codelist"]):
                report.fault("ocds-code", where, f"{path} “{code}” is not in {rule['codelist']}")
    if isinstance(value, list):
        identities = Counter(str(one["id"]) for one in value if isinstance(one, dict) and "id" in one)
        for id, count in identities.items():
            if count > 1 and not path.endswith(("releases", "records")):
                report.fault("ocds-id-twice", where, f"{path} has {count} × id {id}")
        for count, one in enumerate(value):
            walk(report, where, one, rule.get("items", {}), f"{path}/{count}")
    elif isinstance(value, dict) and rule.get("properties"):
        for name, one in value.items():
            known = rule["properties"].get(name)
            if known is None and not any(re.search(pattern, name) for pattern in rule.get("patternProperties", {})):
                report.fault("ocds-unknown", where, f"{path}/{name} is no field of the standard")
            elif known is not None:
                if "deprecated" in known:
                    report.fault("ocds-deprecated", where, f"{path}/{name} is deprecated")
                walk(report, where, one, known, f"{path}/{name}")


def judge_release(report: Report, where: str, one: dict) -> None:
    ocid = str(one.get("ocid"))
    if not re.fullmatch(r"ocds-[a-z0-9]{6}-\S+", ocid):
        report.fault("ocds-ocid", where, f"“{ocid}” does not begin with ocds-, six letters or digits and a hyphen")
    elif ocid.startswith(ANAC):
        report.fault("ocds-ocid", where, f"{ocid} takes the prefix of ANAC's own data")
    if "#" in str(one.get("id")):
        report.fault("ocds-id", where, f"{one.get('id')} holds a #, which separates it from the package's address")


def judge_order(report: Report, where: str, found: list[dict]) -> None:
    """Of each process, as the standard wants it."""
    for ocid in dict.fromkeys(one.get("ocid") for one in found):
        dates = [moment(one.get("date")) for one in found if one.get("ocid") == ocid]
        if None not in dates and dates != sorted(dates):
            report.fault("ocds-order", where, f"releases of {ocid} are not oldest first")


def moment(text: object) -> datetime | None:
    try:
        return rfc3339(str(text))
    except ValueError:
        return None  # the schema has said so


def judge_records(report: Report, where: str, said: dict) -> None:
    for record in said["records"]:
        if not isinstance(record, dict):
            continue  # the schema has said so
        found, compiled = record.get("releases"), record.get("compiledRelease")
        if "versionedRelease" in record:
            report.fault("ocds-versioned", where, "a versioned release cannot be judged here")
        if not isinstance(found, list) or not all(isinstance(one, dict) and "ocid" in one for one in found):
            report.fault("ocds-record", where, "has no releases with their data")
            continue
        judge_order(report, where, found)
        strange = {one["ocid"] for one in found if one["ocid"] != record.get("ocid")}
        if strange:
            report.fault("ocds-record", where, f"the record is of {record.get('ocid')}, a release of {strange.pop()}")
        if not isinstance(compiled, dict):
            report.fault("ocds-record", where, "has no compiledRelease")
            continue
        walk(report, where, compiled, schema("release"), "compiledRelease")
        judge_compiled(report, where, found, compiled)


def without_empty(value: object) -> object:
    """The same without objects that say nothing."""
    if isinstance(value, dict):
        kept = {name: without_empty(one) for name, one in value.items()}
        return {name: one for name, one in kept.items() if one != {}}
    return [without_empty(one) for one in value] if isinstance(value, list) else value


def judge_compiled(report: Report, where: str, found: list[dict], compiled: dict) -> None:
    """What the standard's own rules make of the releases is what is published."""
    if compiled.get("tag") != ["compiled"]:
        report.fault("ocds-compiled", where, f"tag is {compiled.get('tag')}, not [\"compiled\"]")
    try:
        true = merger().create_compiled_release(found)
    except Exception as error:  # whatever it cannot merge, nobody can
        report.fault("ocds-merge", where, f"{type(error).__name__}: {error}")
        return
    # What was taken back leaves an empty object behind; nobody publishes that (rule ocds-empty).
    true = without_empty(true)
    mine, its = ({name: value for name, value in one.items() if name not in ("id", "date", "tag")} for one in (compiled, true))
    for path, published, expected in differences(mine, its, ""):
        report.fault("ocds-compiled", where, f"{path} is {published}, compiling the releases gives {expected}")


def differences(mine: object, its: object, path: str):
    """Where two values differ; lists of things with an id in whatever order."""
    if isinstance(mine, dict) and isinstance(its, dict):
        for name in sorted({*mine, *its}):
            yield from differences(mine.get(name), its.get(name), f"{path}/{name}")
    elif isinstance(mine, list) and isinstance(its, list) and len(mine) == len(its):
        if all(isinstance(one, dict) and "id" in one for one in [*mine, *its]):
            mine, its = (sorted(value, key=lambda one: str(one["id"])) for value in (mine, its))
        for count, (one, other) in enumerate(zip(mine, its)):
            yield from differences(one, other, f"{path}/{count}")
    elif mine != its:
        yield path, json.dumps(mine, ensure_ascii=False)[:80], json.dumps(its, ensure_ascii=False)[:80]


def judge_histories(report: Report, packages: dict[str, dict]) -> None:
    """Every release is in the record of its process, as it is everywhere; a notice with a history has its releases too."""
    recorded, seen = {}, {}
    for where, said in packages.items():
        for one in releases(said):
            key = one.get("ocid"), one.get("id")
            if "records" in said:
                recorded[key] = where
            if seen.setdefault(key, (where, one))[1] != one:
                report.fault("ocds-differ", where, f"release {one.get('id')} is not as in {seen[key][0]}")
    for where, said in packages.items():
        if "records" in said and where.endswith("/" + NAMES[1]) and where.replace(NAMES[1], NAMES[0]) not in packages:
            report.fault("ocds-twin", where.replace(NAMES[1], NAMES[0]), f"is missing beside {where}")
        for one in releases(said):
            if (one.get("ocid"), one.get("id")) not in recorded:
                report.fault("ocds-twin", where, f"release {one.get('id')} is in no record")
