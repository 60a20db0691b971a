"""Tables: the data package that describes them, every CSV against its schema and as bytes, and the same rows as JSON and XLSX."""

import csv
import io
import json
import logging
import re
from decimal import Decimal, InvalidOperation
from pathlib import Path

import openpyxl
from frictionless import Package

from .common import Report, Site, read_json

logging.getLogger("frictionless").setLevel(logging.CRITICAL)

FOLDER = "/dati/"
THREEFOLD = re.compile(rf"{FOLDER}(atti\.|sezioni/)")  # which tables are there as JSON and XLSX too
NUMBERS = ("number", "integer")
PLAIN_NUMBER = re.compile(r"[+-]?\d[\d.,]*%?")


def judge(site: Site, report: Report) -> None:
    tables = [path for path in site.files(".csv") if site.where(path).startswith(FOLDER)]
    package = site.root / "dati" / "datapackage.json"
    if not package.is_file():
        if tables or site.expects("tables"):
            report.fault("no-package", f"{FOLDER}datapackage.json", "is missing")
        return
    described = judge_package(site, report, package)
    if not (site.root / "dati" / "atti.csv").is_file():
        report.fault("no-table", f"{FOLDER}atti.csv", "is missing")
    rows = 0
    for path in tables:
        where = site.where(path)
        if path not in described:
            report.fault("undescribed", where, f"{site.where(package)} does not describe it")
        rows += judge_table(site, report, path, where, described.get(path, {}))
    for path in site.files(".xlsx", ".json"):
        where = site.where(path)
        if THREEFOLD.match(where) and not path.with_suffix(".csv").is_file():
            report.fault("missing-format", where.rsplit(".", 1)[0] + ".csv", f"{where} has no CSV beside it")
    report.note(f"{len(tables)} tables, {rows} rows")


# ── the package ──


def judge_package(site: Site, report: Report, path: Path) -> dict[Path, dict]:
    """The resources of the package, by file."""
    where, described = site.where(path), {}
    said = read_json(report, path, where)
    if not isinstance(said, dict) or not isinstance(said.get("resources"), list):
        report.fault("package", where, "is no object with resources")
        return described
    for name in ("name", "title", "licenses", "resources"):
        if not said.get(name):
            report.fault("package", where, f"has no {name}")
    for resource in said["resources"]:
        name, address = resource.get("name"), resource.get("path")
        if not isinstance(address, str) or re.match(r"[a-z]+:|/", address) or ".." in Path(address).parts:
            report.fault("package-path", where, f"{name}: “{address}” is no path below the package")
            continue
        file = (path.parent / address).resolve()
        if not file.is_file():
            report.fault("package-path", where, f"{name}: {address} is missing")
            continue
        if file in described:
            report.fault("package-path", where, f"{address} is described twice")
        described[file] = resource
        resource["schema"] = read_schema(site, report, path, resource)
        judge_schema(report, where, resource)
    if not any(rule in ("package-path", "package-schema") for rule, _, _ in report.faults):
        ask_frictionless(site, report, path)
    return described


def read_schema(site: Site, report: Report, package: Path, resource: dict) -> object:
    """The Table Schema of a resource: in the package, or in a file beside it."""
    said = resource.get("schema")
    if not isinstance(said, str):
        return said
    file = package.parent / said
    if re.match(r"[a-z]+:|/", said) or ".." in Path(said).parts or not file.is_file():
        report.fault("package-schema", site.where(package), f"{resource['path']}: “{said}” is no schema below the package")
        return None
    return read_json(report, file, site.where(file))


def judge_schema(report: Report, where: str, resource: dict) -> None:
    schema = resource.get("schema")
    fields = schema.get("fields") if isinstance(schema, dict) else None
    if not fields:
        report.fault("package-schema", where, f"{resource['path']} has no Table Schema")
        return
    for field in fields:
        if not (field.get("title") or field.get("description")):
            report.fault("package-schema", where, f"{resource['path']}: nothing says what {field.get('name')} is")


def ask_frictionless(site: Site, report: Report, path: Path) -> None:
    try:
        verdict = Package(str(path)).validate()
    except Exception as error:  # what it cannot read it throws
        report.fault("frictionless", site.where(path), error)
        return
    for error in verdict.errors:
        report.fault("frictionless", site.where(path), error.message)
    for task in verdict.tasks:
        file = path.parent / (task.place or "")
        for error in task.errors:
            report.fault("frictionless", site.where(file) if file.is_file() else site.where(path), f"{error.type}: {error.message}")


# ── one table, in three formats ──


def judge_table(site: Site, report: Report, path: Path, where: str, resource: dict) -> int:
    """A CSV, by itself and against its twins; gives how many rows it has."""
    raw = path.read_bytes()
    report.look(where)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        report.fault("utf8", where, error)
        return 0
    judge_lines(report, where, text)
    try:
        header, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    except (csv.Error, ValueError) as error:
        report.fault("csv", where, error or "is empty")
        return 0
    for number, row in enumerate(rows, 2):
        for cell in row:
            if re.match(r"[=@\t\r]|[+-]", cell) and not PLAIN_NUMBER.fullmatch(cell):
                report.fault("formula", f"{where}:{number}", f"a spreadsheet takes “{cell}” for a formula")
    fields = {field.get("name"): field for field in (resource.get("schema") or {}).get("fields", [])}
    if fields and list(fields) != header:
        report.fault("header", where, f"the header is {header}, the schema's {list(fields)}")
    for judge_twin, twin in ((judge_json, path.with_suffix(".json")), (judge_workbook, path.with_suffix(".xlsx"))):
        if twin.is_file():
            judge_twin(site, report, twin, header, rows, fields)
        elif THREEFOLD.match(where):
            report.fault("missing-format", site.where(twin), f"{where} is not there in this format")
    return len(rows)


def judge_lines(report: Report, where: str, text: str) -> None:
    """RFC 4180: lines end with CRLF, but for those inside quotes."""
    bare = re.sub(r'"[^"]*"', "", text)
    if re.search(r"(?<!\r)\n|\r(?!\n)", bare) or not text.endswith("\r\n"):
        report.fault("crlf", where, "a line does not end with CRLF (RFC 4180)")


def number(cell: object, field: dict) -> Decimal | None:
    """The number in a cell, if it is one."""
    if isinstance(cell, bool) or cell is None:
        return None
    text = str(cell).strip()
    if isinstance(cell, str):
        text = text.replace(field.get("groupChar") or "\0", "").replace(field.get("decimalChar") or ".", ".")
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def judge_json(site: Site, report: Report, path: Path, header: list[str], rows: list[list[str]], fields: dict[str, dict]) -> None:
    where = site.where(path)
    said = read_json(report, path, where)
    if isinstance(said, dict):
        lists = [value for value in said.values() if isinstance(value, list)]
        said = lists[0] if len(lists) == 1 else None
    if not isinstance(said, list) or not all(isinstance(row, dict) for row in said):
        report.fault("json-rows", where, "is neither a list of rows nor an object with one")
        return
    if len(said) != len(rows):
        report.fault("json-rows", where, f"{len(said)} rows, {len(rows)} in the CSV")
        return
    for count, (row, cells) in enumerate(zip(said, rows), 1):
        for name, cell in zip(header, cells):
            value = row.get(name)
            if name not in row or isinstance(value, (dict, list)):
                continue  # what a table flattens
            if fields.get(name, {}).get("type") in NUMBERS:
                if (value is not None and (isinstance(value, str) or number(value, {}) is None)) or number(value, {}) != number(cell, fields[name]):
                    report.fault("json-value", where, f"row {count}: {name} is {json.dumps(value)}, “{cell}” in the CSV")
            elif (value is None or value == "") != (cell == "") or (isinstance(value, str) and not alike(value, cell, fields.get(name, {}))):
                report.fault("json-value", where, f"row {count}: {name} is {json.dumps(value, ensure_ascii=False)}, “{cell}” in the CSV")


def alike(value: str, cell: str, field: dict) -> bool:
    """A text as a table can have it: a moment may be a day there, and characters nobody sees may be gone."""
    unseen = re.compile("[\x00-\x1f\x7f\ufeff\ufffe\uffff]")
    return unseen.sub("", value) == unseen.sub("", cell) or (field.get("type") == "date" and value.startswith(cell))


def judge_workbook(site: Site, report: Report, path: Path, header: list[str], rows: list[list[str]], fields: dict[str, dict]) -> None:
    where = site.where(path)
    report.look(where)
    try:
        book = openpyxl.load_workbook(path, read_only=False, data_only=False)
    except Exception as error:  # whatever keeps it from opening keeps a citizen's program too
        report.fault("xlsx", where, f"{type(error).__name__}: {error}")
        return
    sheet = book.worksheets[0]
    first, *found = [list(row) for row in sheet.iter_rows()] or [[]]
    if [cell.value for cell in first] != header:
        report.fault("xlsx-header", where, f"the header is {[cell.value for cell in first]}, in the CSV {header}")
        return
    if len(found) != len(rows):
        report.fault("xlsx-rows", where, f"{len(found)} rows, {len(rows)} in the CSV")
        return
    for count, (cells, texts) in enumerate(zip(found, rows), 2):
        for name, cell, text in zip(header, cells, texts):
            judge_cell(report, f"{where}:{count}", name, cell, text, fields.get(name, {}))


def judge_cell(report: Report, where: str, name: str, cell, text: str, field: dict) -> None:
    if cell.data_type == "f":
        report.fault("formula", where, f"{name} is the formula {cell.value}")
    elif cell.data_type == "e":
        report.fault("xlsx-value", where, f"{name} is the error {cell.value}")
    elif field.get("type") in NUMBERS:
        if text and (cell.data_type != "n" or cell.value is None):
            report.fault("xlsx-number", where, f"{name} “{cell.value}” is no number, so it cannot be added up")
        elif number(cell.value, {}) is None or number(text, field) is None:
            if (cell.value is None) != (text == ""):
                report.fault("xlsx-value", where, f"{name} is {cell.value}, “{text}” in the CSV")
        elif abs(number(cell.value, {}) - number(text, field)) > Decimal("0.000001"):
            report.fault("xlsx-value", where, f"{name} is {cell.value}, “{text}” in the CSV")
    elif (cell.value is None or cell.value == "") != (text == "") or (isinstance(cell.value, str) and field.get("type") == "string" and cell.value != text):
        report.fault("xlsx-value", where, f"{name} is “{cell.value}”, “{text}” in the CSV")
