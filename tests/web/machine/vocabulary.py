"""The vocabulary of schema.org: its types, their properties, and what each of them may hold. From the npm package schema-dts,
which is generated from schema.org itself."""

import re
from functools import cache
from pathlib import Path

from .common import CannotJudge

SOURCE = Path(__file__).parent.parent / "node_modules" / "schema-dts" / "dist" / "schema.d.ts"
SPACE = "https://schema.org/"
TEXTS = {"Text", "URL", "CssSelectorType", "XPathType", "PronounceableText"}
TIMES = {"Date", "DateTime", "Time"}
NUMBERS = {"Number", "Integer", "Float"}
DATA = TEXTS | TIMES | NUMBERS | {"Boolean"}


class Vocabulary:
    """Read once from the declarations: interfaces hold properties, types say what is a kind of what."""

    def __init__(self, source: str) -> None:
        self.above: dict[str, list[str]] = {}  # an interface and those it extends
        self.own: dict[str, dict[str, frozenset[str]]] = {}  # an interface and its own properties, with what they may hold
        self.types: dict[str, str] = {}  # a type and its interface
        self.below: dict[str, list[str]] = {}  # a type and those it is made of
        for name, above, body in re.findall(r"^(?:export )?interface (\w+)(?: extends ([^{]+?))? \{\n(.*?)^\}", source, re.S | re.M):
            body = re.sub(r"/\*.*?\*/", "", body, flags=re.S)
            self.above[name] = re.findall(r"\w+", above)
            self.own[name] = {key: frozenset(re.findall(r"\w+", held)) for key, held in re.findall(r'^\s+"([A-Za-z][\w-]*)"\?: SchemaValue<(.*?), "', body, re.M)}
            kind = re.search(r'"@type": "(\w+)"', body)
            if kind:
                self.types[kind[1]] = name
        for name, parts in re.findall(r"^export type (\w+) = ([^;]+);", source, re.M):
            self.below[name] = [part.removesuffix("Leaf") for part in re.findall(r"\b[A-Z]\w+", re.sub(r'"[^"]*"', "", parts))]
        if len(self.types) < 500:
            raise CannotJudge(f"{SOURCE} is not as it was: only {len(self.types)} types are read in it")
        self.properties = {key for own in self.own.values() for key in own}

    @cache
    def properties_of(self, kind: str) -> dict[str, frozenset[str]]:
        """What a thing of a type may say, and what that may hold."""
        found: dict[str, frozenset[str]] = {}
        ahead = [self.types[kind]]
        while ahead:
            one = ahead.pop()
            found = {**self.own.get(one, {}), **found}
            ahead.extend(self.above.get(one, []))
        return found

    @cache
    def kinds_of(self, name: str) -> frozenset[str]:
        """A type and every type that is one of it."""
        found, ahead = set(), [name]
        while ahead:
            one = ahead.pop()
            if one not in found:
                found.add(one)
                ahead.extend(self.below.get(one, []))
        return frozenset(found)


@cache
def schema_org() -> Vocabulary:
    if not SOURCE.is_file():
        raise CannotJudge(f"{SOURCE} is missing: npm ci --prefix tests/web")
    return Vocabulary(SOURCE.read_text("utf-8"))


@cache
def context() -> dict[str, str]:
    """The names of schema.org, and nothing else: the stub that stands for its site."""
    known = schema_org()
    return {name: SPACE + name for name in sorted(known.types.keys() | known.properties)}
