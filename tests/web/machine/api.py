"""The site as JSON: each page content makes has an `index.json` beside it, as `/dati/openapi.json` describes it."""

import re
from functools import cached_property
from pathlib import Path

import jsonschema
from openapi_spec_validator import OpenAPIV31SpecValidator
from referencing import Registry, Resource
from referencing.exceptions import Unresolvable
from referencing.jsonschema import DRAFT202012

from .common import Report, Site, check_address, read_json

PLACE = "/dati/openapi.json"
SELF = "urn:openapi"


class Description:
    """The OpenAPI document: which schema a path of the site has."""

    def __init__(self, said: dict) -> None:
        self.said = said
        self.validators: dict[str, jsonschema.Draft202012Validator] = {}
        self.registry = Registry().with_resource(SELF, Resource(said, specification=DRAFT202012))

    @cached_property
    def templates(self) -> list[tuple[str, re.Pattern[str]]]:
        """The paths, the most literal first. A parameter is one part of a path; failing that (a section below another), several."""
        by_letters = sorted(self.said["paths"], key=lambda path: -len(re.sub(r"\{[^}]*\}", "", path)))
        return [(path, pattern(path, self.parameters(path), inner)) for inner in ("[^/]+", ".+") for path in by_letters]

    def parameters(self, path: str) -> dict[str, dict]:
        """The schemas of a path's parameters."""
        item = self.said["paths"][path]
        given = map(self.resolve, [*item.get("parameters", []), *item.get("get", {}).get("parameters", [])])
        return {one.get("name", ""): self.resolve(one.get("schema", {})) for one in given}

    def path_of(self, where: str) -> str | None:
        """The described path a file has, if any."""
        if where in self.said["paths"]:
            return where
        for path, shape in self.templates:
            if "{" in path and shape.fullmatch(where):
                return path
        return None

    def pointer(self, path: str) -> tuple[str, dict] | None:
        """Where the schema of a path's JSON stands, and what it says."""
        content = self.said["paths"][path].get("get", {}).get("responses", {}).get("200", {}).get("content", {})
        for kind, media in content.items():
            if "json" in kind and "schema" in media:
                steps = ["paths", path, "get", "responses", "200", "content", kind, "schema"]
                return f"{SELF}#/" + "/".join(step.replace("~", "~0").replace("/", "~1") for step in steps), media["schema"]
        return None

    def validator(self, pointer: str) -> jsonschema.Draft202012Validator:
        if pointer not in self.validators:
            self.validators[pointer] = jsonschema.Draft202012Validator({"$ref": pointer}, registry=self.registry, format_checker=jsonschema.FormatChecker())
        return self.validators[pointer]

    def resolve(self, schema: object) -> dict:
        """A schema with what it refers to laid under it."""
        seen = 0
        while isinstance(schema, dict) and "$ref" in schema and seen < 20:
            rest = {name: value for name, value in schema.items() if name != "$ref"}
            schema = {**self.registry.resolver(SELF).lookup(schema["$ref"]).contents, **rest}
            seen += 1
        return schema if isinstance(schema, dict) else {}


def pattern(path: str, schemas: dict[str, dict], inner: str) -> re.Pattern[str]:
    """What a path with parameters matches: each as its schema says, or else as `inner` does."""
    def of(name: str) -> str:
        schema = schemas.get(name, {})
        if "enum" in schema:
            return "|".join(re.escape(str(one)) for one in schema["enum"])
        return r"\d+" if schema.get("type") == "integer" else inner

    return re.compile("".join(f"(?:{of(part[1:-1])})" if part.startswith("{") else re.escape(part) for part in re.split(r"(\{[^}]*\})", path)))


def judge(site: Site, report: Report) -> None:
    path = site.root / PLACE[1:]
    pages = [page for page in site.content_pages if page.path.name == "index.html"]
    if not path.is_file():
        if site.expects("api") or any(page.path.with_name("index.json").is_file() for page in pages):
            report.fault("no-openapi", PLACE, "is missing")
        return
    said = read_json(report, path, PLACE)
    if not isinstance(said, dict) or not judge_description(site, report, said):
        return
    description = Description(said)
    count = 0
    for page in pages:
        file = page.path.with_name("index.json")
        if not file.is_file():
            report.fault("no-json", page.where, "has no index.json beside it")
            continue
        count += 1
        judge_page(site, report, description, file, page.where)
    for file in site.files(".json"):
        if file.name == "index.json" and not file.with_name("index.html").is_file():
            report.fault("no-json", site.where(file), "has no index.html beside it")
    judge_paths(site, report, description)
    report.note(f"{count} pages as JSON, {len(said['paths'])} paths described")


def judge_description(site: Site, report: Report, said: dict) -> bool:
    """The document by itself; says whether the rest can be judged by it."""
    if not str(said.get("openapi", "")).startswith("3.1"):
        report.fault("openapi", PLACE, f"is of version {said.get('openapi')}, not 3.1, whose schemas are JSON Schema")
        return False
    wrong = list(OpenAPIV31SpecValidator(said, base_uri="").iter_errors())
    for error in wrong:
        report.fault("openapi", PLACE, f"{'/'.join(map(str, error.absolute_path))}: {error.message}")
    servers = [str(server.get("url", "")).rstrip("/") + "/" for server in said.get("servers", [])]
    if servers != [site.base]:
        report.fault("openapi", PLACE, f"the server is {servers}, not {site.base}")
    if not said.get("paths"):
        report.fault("openapi", PLACE, "describes no path")
    return not wrong and bool(said.get("paths"))


def judge_page(site: Site, report: Report, description: Description, file: Path, page: str) -> None:
    where = site.where(file)
    said = read_json(report, file, where)
    if said is None:
        return
    path = description.path_of(where)
    if path is None:
        report.fault("undescribed", where, f"no path of {PLACE} is this one")
        return
    against(report, description, path, said, where)
    own = set(addresses(said))
    first = re.sub(r"pagina/\d+/$", "", page)  # a list of several pages goes by its first
    if not own & {site.web(page), site.web(first)}:
        report.fault("api-self", where, f"does not say its page's address, {site.web(page)}")
    for address in sorted(own):
        if site.is_own(address):
            check_address(site, report, where, address)


def against(report: Report, description: Description, path: str, said: object, where: str) -> None:
    """A document against the schema the description has for its path."""
    found = description.pointer(path)
    if found is None:
        report.fault("openapi", PLACE, f"{path} has no JSON schema for what GET gives")
        return
    pointer, schema = found
    try:
        for error in description.validator(pointer).iter_errors(said):
            report.fault("api-schema", where, f"{error.json_path}: {error.message}")
        for name in sorted(set(unnamed(description, schema, said, ""))):
            report.fault("api-undescribed", where, f"{name} is in no schema")
    except Unresolvable as error:
        report.fault("openapi", PLACE, error)


def unnamed(description: Description, schema: object, value: object, path: str):
    """The names a schema lets through without describing them."""
    shapes, ahead = [], [schema]
    while ahead:
        one = description.resolve(ahead.pop())
        shapes.append(one)
        for word in ("allOf", "anyOf", "oneOf"):
            ahead.extend(one.get(word, []))
    if isinstance(value, list):
        items = [shape["items"] for shape in shapes if "items" in shape]
        for one in value if items else []:
            yield from unnamed(description, {"anyOf": items}, one, f"{path}[]")
        if value and not items:
            yield f"{path}[]"
    elif isinstance(value, dict):
        for name, one in value.items():
            fitting = [shape["properties"][name] for shape in shapes if name in shape.get("properties", {})]
            fitting += [shape["additionalProperties"] for shape in shapes if isinstance(shape.get("additionalProperties"), dict)]
            if fitting:
                yield from unnamed(description, {"anyOf": fitting}, one, f"{path}.{name}")
            else:
                yield f"{path}.{name}"


def addresses(value: object):
    if isinstance(value, str):
        if re.match(r"https?://", value):
            yield value
    elif isinstance(value, (list, dict)):
        for one in value.values() if isinstance(value, dict) else value:
            yield from addresses(one)


def judge_paths(site: Site, report: Report, description: Description) -> None:
    """Each path described leads somewhere, and the JSON of other paths than pages' is as described, too."""
    for path in description.said["paths"]:
        if "{" not in path and not site.file_of(site.web(path)).is_file():
            report.fault("api-path", PLACE, f"{path} leads to no file")
    for file in site.files(".json"):
        path = description.path_of(site.where(file)) if file.name != "index.json" else None
        if path and description.pointer(path):
            said = read_json(report, file, site.where(file))
            if said is not None:
                against(report, description, path, said, site.where(file))
